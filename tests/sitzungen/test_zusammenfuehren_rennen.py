"""Two people at once at the same duplicates: one merger, no lost edit, on both databases."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from netzwerk.actions.zusammenfuehren import Unvereinbar, zusammenfuehren
from netzwerk.enums import Rolle
from netzwerk.models import Organisation, Zusammenfuehrung
from tests import fabrik, intern


def zugleich(*aufgaben):
    """Run tasks in threads that start together; return what each gave or raised."""
    tor, ergebnisse = Barrier(len(aufgaben)), [None] * len(aufgaben)

    def laufen(stelle, aufgabe):
        tor.wait(timeout=20)
        try:
            ergebnisse[stelle] = aufgabe()
        except Unvereinbar as fehler:
            ergebnisse[stelle] = fehler
        finally:
            connection.close()

    faeden = [Thread(target=laufen, args=paar) for paar in enumerate(aufgaben)]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join(timeout=60)
    return ergebnisse


@pytest.mark.django_db(transaction=True)
def test_merging_both_ways_at_once_leaves_one_entry_with_everything():
    wer = intern.konto(Rolle.REDAKTION)
    eins, zwei = fabrik.organisation("Eins"), fabrik.organisation("Zwei")
    for wir in (eins, zwei):
        fabrik.mitgliedschaft(fabrik.gremium(), organisation=wir)

    ergebnisse = zugleich(
        lambda: zusammenfuehren(Organisation, eins.pk, zwei.pk, acting_user=wer),
        lambda: zusammenfuehren(Organisation, zwei.pk, eins.pk, acting_user=wer),
        lambda: zusammenfuehren(Organisation, eins.pk, zwei.pk, acting_user=wer),
    )

    assert sum(isinstance(ergebnis, Unvereinbar) for ergebnis in ergebnisse) == 2
    assert Zusammenfuehrung.objects.count() == 1
    bleibt = Organisation.objects.vorhanden().get()
    assert bleibt.mitgliedschaften.count() == 2

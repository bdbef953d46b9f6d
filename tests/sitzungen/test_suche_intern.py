"""The search of the staff area: over everything one may see, and nothing else; never in the public index."""

from datetime import date

import pytest
from django.test import Client

from gremien.models import Betreuung
from netzwerk.enums import Rolle
from netzwerk.models import Suchwort
from tests import fabrik, intern

pytestmark = pytest.mark.django_db
WORT = "Xylophon"


def bestand():
    """Make internal entries of each floor: those of one body, and others."""
    eigenes, fremdes = (
        fabrik.gremium(f"{WORT}runde {name}", sichtbarkeit="intern") for name in ("Nord", "Süd")
    )
    for gremium, name in ((eigenes, "Nord"), (fremdes, "Süd")):
        fabrik.sitzung(gremium, datum=date(2031, 3, 7), titel=f"{WORT}sitzung {name}")
    fabrik.organisation(f"{WORT}verein", veroeffentlichung="entwurf")
    return eigenes


def gefunden(client):
    text = client.get("/intern/", {"q": WORT.lower()}).text
    return {
        name
        for name in ("runde Nord", "runde Süd", "sitzung Nord", "sitzung Süd", "verein")
        if f"{WORT}{name}" in text
    }


@pytest.mark.parametrize(
    ("rolle", "erwartet"),
    [
        (Rolle.REDAKTION, {"runde Nord", "runde Süd", "sitzung Nord", "sitzung Süd", "verein"}),
        (Rolle.FREIGABE, {"runde Nord", "runde Süd", "sitzung Nord", "sitzung Süd", "verein"}),
        (Rolle.GREMIENBETREUUNG, {"runde Nord", "sitzung Nord"}),
        (Rolle.BERICHTERSTATTUNG, set()),
        (Rolle.MITGLIED, set()),
    ],
)
def test_each_role_finds_what_it_may_see(rolle, erwartet):
    eigenes = bestand()
    client = intern.client(rolle)
    if rolle == Rolle.GREMIENBETREUUNG:
        Betreuung.objects.create(gremium=eigenes, konto=client.konto)

    assert gefunden(client) == erwartet


def test_nobody_else_finds_anything():
    bestand()

    assert Client().get("/intern/", {"q": WORT}).status_code == 302
    assert "0 Treffer" in Client().get("/suche/", {"q": WORT}).text
    assert not Suchwort.objects.filter(wort__contains=WORT.casefold()).exists()


def test_one_row_and_three_need_the_same_queries(django_assert_max_num_queries):
    client = intern.client(Rolle.REDAKTION)
    anzahl = []
    for nummer in range(3):
        fabrik.gremium(f"{WORT}runde {nummer}", sichtbarkeit="intern")
        fabrik.organisation(f"{WORT}verein {nummer}")
        client.get("/intern/", {"q": WORT})
        with django_assert_max_num_queries(60) as fragen:
            client.get("/intern/", {"q": WORT})
        anzahl.append(len(fragen))

    assert len(set(anzahl)) == 1

"""What accounts are told by mail: by kind, as often as they like, each thing once."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from gremien.models import Betreuung
from netzwerk import meldungen, rules
from netzwerk.actions import veroeffentlichung_setzen
from netzwerk.enums import Rolle, Takt, Veroeffentlichung
from netzwerk.models import Benachrichtigung, Hinweis, Konto, Nachricht, Portal
from tests import fabrik, intern

pytestmark = pytest.mark.django_db

TAG = timedelta(days=1)


@pytest.fixture
def wer(settings):
    """Return somebody who releases, told of hints daily and of nothing else."""
    settings.POST_ZEIGEN = True
    konto = intern.konto(Rolle.FREIGABE)
    stellen(konto, hinweise=Takt.TAEGLICH)
    return konto


def stellen(konto, **takte):
    alle = dict.fromkeys((art.name for art in meldungen.arten_fuer(konto)), Takt.NIE)
    meldungen.takt_setzen(konto, alle | takte)


def hinweis(text="Falsche Uhrzeit"):
    return Hinweis.objects.create(text=text, seite=f"/{text}/", kennung=text)


def briefe():
    return [brief.text for brief in Nachricht.objects.order_by("pk")]


def spaeter(tage, *, minuten=5):
    return time_machine.travel(timezone.now() + tage * TAG + timedelta(minutes=minuten))


def test_a_digest_comes_once_even_when_run_twice_or_a_week_late(wer):
    hinweis("Eins")
    call_command("taeglich")
    assert briefe() == []  # not before the day is over
    with spaeter(1):
        hinweis("Zwei")
    with spaeter(9):
        call_command("taeglich")
        call_command("taeglich")
    assert len(briefe()) == 1
    assert "/Eins/" in briefe()[0]
    assert "/Zwei/" in briefe()[0]
    assert f"http://localhost/intern/hinweise/{Hinweis.objects.first().pk}/" in briefe()[0]
    with spaeter(10):
        call_command("taeglich")
    assert len(briefe()) == 1  # nothing new, no mail


def test_weekly_waits_for_another_week_and_at_once_does_not_wait(wer):
    stellen(wer, hinweise=Takt.WOECHENTLICH)
    montag = timezone.now() + timedelta(days=7 - timezone.now().weekday())
    with time_machine.travel(montag) as uhr:
        Benachrichtigung.objects.update(gemeldet_bis=timezone.now())
        hinweis()
        for _ in range(5):
            uhr.shift(TAG)
            call_command("taeglich")
        assert briefe() == []
        uhr.shift(3 * TAG)
        call_command("taeglich")
        assert len(briefe()) == 1

    stellen(wer, hinweise=Takt.SOFORT)
    Benachrichtigung.objects.update(gemeldet_bis=timezone.now())
    hinweis("Neu")
    with spaeter(0):
        assert meldungen.sofort_melden() == 1
        assert meldungen.sofort_melden() == 0
    assert "/Neu/" in briefe()[1]


def test_never_means_never_and_beginning_again_tells_of_now_on(wer):
    stellen(wer)
    hinweis("Damals")
    with spaeter(3):
        call_command("taeglich")
        stellen(wer, hinweise=Takt.TAEGLICH)
    with spaeter(4):
        hinweis("Jetzt")
    with spaeter(6):
        call_command("taeglich")
    assert "/Damals/" not in briefe()[0]
    assert "/Jetzt/" in briefe()[0]


def test_who_breaks_keeps_nobody_from_their_mail(wer, monkeypatch, caplog):
    andere = intern.konto(Rolle.REDAKTION, "andere")
    stellen(andere, hinweise=Takt.TAEGLICH)
    hinweis()

    def nur_andere(konto, von, bis):
        if konto == wer:
            raise ValueError("kaputt")
        return [meldungen.Meldung("Neues", "/intern/", bis)]

    art = meldungen.Ereignisart("hinweise", "Hinweise", rules.darf_herein, nur_andere)
    monkeypatch.setitem(meldungen.ARTEN, "hinweise", art)
    with spaeter(2):
        assert meldungen.melden() == 1
    assert Nachricht.objects.get().an == andere.email
    assert "kaputt" in caplog.text


def test_closed_accounts_and_those_without_the_right_hear_nothing(wer):
    wer.is_active = False
    wer.save()
    mitglied = intern.konto(Rolle.MITGLIED)
    hinweis()
    with spaeter(2):
        call_command("taeglich")
    assert briefe() == []
    assert "hinweise" not in {art.name for art in meldungen.arten_fuer(mitglied)}


def test_what_waits_for_a_release_is_told_to_whoever_may_release(wer):
    Portal.objects.update_or_create(defaults={"vier_augen": True})
    redaktion = intern.konto(Rolle.REDAKTION)
    for konto in (wer, redaktion):
        stellen(konto, freigabe=Takt.TAEGLICH)
    gremium = fabrik.gremium("Neue Runde", veroeffentlichung=Veroeffentlichung.ENTWURF)
    veroeffentlichung_setzen(gremium, Veroeffentlichung.ZUR_FREIGABE, acting_user=redaktion)
    with spaeter(1):
        call_command("taeglich")
    assert [brief.an for brief in Nachricht.objects.all()] == [wer.email]
    assert "Gremium „Neue Runde“" in briefe()[0]


def test_changes_of_others_in_my_bodies_and_what_ends(settings):
    settings.POST_ZEIGEN = True
    ich = intern.konto(Rolle.GREMIENBETREUUNG)
    stellen(ich, aenderungen=Takt.TAEGLICH, enden=Takt.TAEGLICH)
    meins, fremdes = fabrik.gremium("Meins"), fabrik.gremium("Fremdes")
    Betreuung.objects.create(konto=ich, gremium=meins)
    fabrik.sitzung(meins, titel="Sondersitzung", datum=timezone.localdate() + 30 * TAG, status="terminiert")
    fabrik.sitzung(fremdes, titel="Anderswo", datum=timezone.localdate() + 30 * TAG, status="terminiert")
    for gremium in (meins, fremdes):
        fabrik.mitgliedschaft(gremium, bis=timezone.localdate() + timedelta(weeks=8))
    with spaeter(1):
        call_command("taeglich")
    # Besides, each mandate that ends is told by itself, with the ways to prolong or hand it over.
    vorher = briefe()
    [zusammenfassung] = [brief for brief in vorher if "Sondersitzung" in brief]
    assert "Meins: ein Platz endet am" in zusammenfassung
    assert "Anderswo" not in zusammenfassung
    assert "Fremdes" not in zusammenfassung

    meins._history_user = ich
    meins.kurztext = "Von mir"
    with spaeter(2):
        meins.save()
    with spaeter(4):
        call_command("taeglich")
    assert briefe() == vorher


def test_the_link_in_the_mail_shows_on_get_and_ends_on_post(wer):
    hinweis()
    with spaeter(1):
        call_command("taeglich")
    link = re.search(r"/konto/abbestellen/\S+/", briefe()[0])[0]
    gast = Client()
    assert "Hinweise von Besuchern" in gast.get(link).text
    zeile = Benachrichtigung.objects.get(konto=wer, art="hinweise")
    assert zeile.takt == Takt.TAEGLICH

    assert "kommen nicht mehr" in gast.post(link, {"was": "diese"}).text
    zeile.refresh_from_db()
    assert zeile.takt == Takt.NIE
    assert gast.get(link[:-4] + "xxx/").status_code == 404
    # It opens nothing else.
    assert gast.get("/konto/").status_code == 302


def test_one_chooses_on_the_page_and_looking_changes_nothing():
    client = intern.client(Rolle.REDAKTION)
    seite = client.get("/konto/nachrichten/")
    assert not Benachrichtigung.objects.exists()
    assert client.post("/konto/nachrichten/", {"hinweise": "stündlich"}).status_code == 422
    takte = dict.fromkeys(seite.context["form"].fields, Takt.SOFORT)
    assert client.post("/konto/nachrichten/", takte).status_code == 302
    assert set(Benachrichtigung.objects.values_list("konto", "takt")) == {(client.konto.pk, Takt.SOFORT)}


def test_a_hint_is_finished_with_a_note_and_opened_again():
    client, gefunden = intern.client(Rolle.REDAKTION), hinweis()
    adresse = f"/intern/hinweise/{gefunden.pk}/"
    assert gefunden.text in client.get("/intern/hinweise/").text
    client.post(adresse, {"schritt": "erledigt", "notiz": "Uhrzeit berichtigt"})
    gefunden.refresh_from_db()
    assert (gefunden.stand, gefunden.notiz, gefunden.bearbeitet_von) == (
        "erledigt",
        "Uhrzeit berichtigt",
        client.konto,
    )
    assert gefunden.text not in client.get("/intern/hinweise/").text
    assert gefunden.text in client.get("/intern/hinweise/?stand=erledigt").text

    client.post(adresse, {"schritt": "in_arbeit", "notiz": "Doch nicht"})
    gefunden.refresh_from_db()
    assert (gefunden.stand, gefunden.erledigt_am) == ("in_arbeit", None)
    for unsinn in ({"schritt": "weg"}, {"schritt": "erledigt", "notiz": "x" * 5000}):
        assert client.post(adresse, unsinn).status_code in {302, 422}
    assert client.get(f"/intern/hinweise/{'9' * 30}/").status_code == 404
    assert Konto.objects.count() == 1

"""Visitors tell what is wrong; the staff find it as a task; nothing typed is lost."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from netzwerk.actions import HINWEISE_TAGE, hinweis_stand_setzen
from netzwerk.enums import Hinweisstand
from netzwerk.forms import HOECHSTENS, neue_kennung
from netzwerk.models import Hinweis, Inhaltsstand
from tests import fabrik
from tests.seiten import Seite
from tests.verwaltung import adresse, senden

pytestmark = pytest.mark.django_db
FORMULAR = "/hinweis/?seite=/gremien/runde/"
TEXT = "Die Runde tagt jetzt donnerstags. <b>Wirklich</b>"


@pytest.fixture(autouse=True)
def frische_zaehler():
    cache.clear()


def marke(vor=timedelta(minutes=1)):
    """Return the mark of a form that was given out a while ago."""
    with time_machine.travel(timezone.now() - vor):
        return neue_kennung()


def daten(**felder):
    return {"anliegen": "angabe", "text": TEXT, "marke": marke()} | felder


def test_a_page_leads_to_the_form_and_the_form_leads_back():
    fabrik.gremium("Runde", slug="runde")
    client = Client()

    ziele = [ziel for ziel, text in Seite(client.get("/gremien/runde/")).links if "Stimmt" in text]
    assert ziele == ["/hinweis/?seite=%2Fgremien%2Frunde%2F"]

    formular = client.get(ziele[0])
    assert ["/gremien/runde/", "Zurück zur Seite"] in Seite(formular).links
    antwort = client.post(ziele[0], daten(), follow=True)
    assert antwort.redirect_chain == [("/hinweis/danke/?seite=%2Fgremien%2Frunde%2F", 302)]
    assert ["/gremien/runde/", "Zurück zur Seite"] in Seite(antwort).links


def test_the_hint_stands_in_the_list_of_the_staff(admin_client):
    Client().post(FORMULAR, daten(name="Frau Beispiel", email="frau@example.org"))

    hinweis = Hinweis.objects.get()
    liste = admin_client.get(adresse(Hinweis, "changelist"))
    assert "Die Runde tagt jetzt donnerstags. &lt;b&gt;" in liste.text
    assert '<a href="/gremien/runde/">/gremien/runde/</a>' in liste.text

    senden(admin_client, Hinweis, hinweis, stand=Hinweisstand.ERLEDIGT, notiz="geändert")
    hinweis.refresh_from_db()
    assert (hinweis.stand, hinweis.text, hinweis.notiz) == (Hinweisstand.ERLEDIGT, TEXT, "geändert")
    assert hinweis.bearbeitet_von.email == "admin@example.com"
    assert hinweis.erledigt_am is not None


@pytest.mark.parametrize(
    ("felder", "meldung"),
    [
        ({"text": "  "}, "Bitte schreiben Sie, worum es geht."),
        ({"text": "x" * 4001}, "4000"),
        ({"email": "keine"}, "gültige E-Mail"),
        ({"anliegen": "<script>"}, "script"),
        ({"webseite": "http://werbung.example"}, "muss leer bleiben"),
        ({"marke": "gefälscht"}, "sehr lange offen"),
    ],
    ids=lambda wert: str(wert)[:20],
)
def test_a_refusal_says_why_and_keeps_what_was_typed(felder, meldung):
    antwort = Client().post(FORMULAR, daten(name="Frau Beispiel") | felder)

    assert antwort.status_code == 200
    assert meldung in antwort.text
    assert 'value="Frau Beispiel"' in antwort.text
    assert Hinweis.objects.count() == 0


@pytest.mark.parametrize("alter", [timedelta(seconds=1), HOECHSTENS + timedelta(hours=1)], ids=str)
def test_what_comes_too_quick_or_too_late_can_be_sent_again(alter):
    client = Client()

    antwort = client.post(FORMULAR, daten(marke=marke(alter)))
    assert "noch einmal" in antwort.text
    assert Hinweis.objects.count() == 0

    zweite = antwort.context["form"]["marke"].value()
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        client.post(FORMULAR, daten(marke=zweite))
    assert Hinweis.objects.get().text == TEXT


def test_the_same_form_sent_twice_is_one_hint():
    einmal = daten()
    for _ in range(2):
        assert Client().post(FORMULAR, einmal).status_code == 302

    assert Hinweis.objects.count() == 1


def test_many_hints_from_one_place_wait_and_keep_their_text():
    antworten = [Client().post(FORMULAR, daten()) for _ in range(7)]

    assert [antwort.status_code for antwort in antworten] == [302] * 6 + [429]
    assert "donnerstags. &lt;b&gt;Wirklich" in antworten[-1].text
    assert Hinweis.objects.count() == 6


@pytest.mark.parametrize(
    "seite",
    [
        "https://boese.example/",
        "//boese.example/",
        "/\\boese.example/",
        "javascript:alert(1)",
        "/" + "x" * 400,
        "",
    ],
)
def test_the_page_of_a_hint_is_always_one_of_ours(seite):
    antwort = Client().post("/hinweis/?" + f"seite={seite}", daten())

    assert antwort["Location"] == "/hinweis/danke/?seite="
    assert Hinweis.objects.get().seite == ""
    assert "boese" not in Client().get(antwort["Location"]).text


def test_the_form_needs_its_token_and_is_kept_by_nobody():
    streng = Client(enforce_csrf_checks=True)

    assert streng.post(FORMULAR, daten()).status_code == 403
    antwort = streng.get(FORMULAR)
    assert "csrftoken" in antwort.cookies
    assert "no-store" in antwort["Cache-Control"]


def test_a_hint_makes_no_page_anew():
    vorher = Inhaltsstand.objects.count()
    Client().post(FORMULAR, daten())

    assert Hinweis.objects.count() == 1
    assert Inhaltsstand.objects.count() == vorher


def test_what_is_finished_long_ago_is_erased_with_its_history():
    konto = get_user_model().objects.create_superuser("chefin@example.org", "x")
    Client().post(FORMULAR, daten(email="frau@example.org"))
    Client().post(FORMULAR, daten(text="Noch offen"))
    hinweis_stand_setzen(Hinweis.objects.get(text=TEXT), Hinweisstand.ERLEDIGT, acting_user=konto)

    call_command("taeglich")
    assert Hinweis.objects.count() == 2
    with time_machine.travel(timezone.now() + timedelta(days=HINWEISE_TAGE + 1)):
        call_command("taeglich")
        call_command("taeglich")

    assert [hinweis.text for hinweis in Hinweis.objects.all()] == ["Noch offen"]
    assert not Hinweis.history.filter(email="frau@example.org").exists()


def test_what_the_staff_deleted_leaves_no_history_for_ever():
    Client().post(FORMULAR, daten(email="frau@example.org"))
    Client().post(FORMULAR, daten(email="offen@example.org"))
    Hinweis.objects.get(email="frau@example.org").delete()

    call_command("taeglich")

    assert not Hinweis.history.filter(email="frau@example.org").exists()
    assert Hinweis.history.filter(email="offen@example.org").exists()

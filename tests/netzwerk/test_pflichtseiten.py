"""The first texts of the duty pages say what the software does, and edited ones stay."""

import re
from datetime import date
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.test import Client

from netzwerk.actions import HINWEISE_TAGE
from netzwerk.lib.dates import heute
from netzwerk.lib.text import formattext
from netzwerk.models import Hinweis, Inhaltsstand, Konto, Portal, Seite
from tests.verwaltung import senden

pytestmark = pytest.mark.django_db
MIGRATION = import_module("netzwerk.migrations.0008_hinweise_in_den_pflichtseiten")
LEICHTER = import_module("netzwerk.migrations.0014_leichte_sprache_erklaert_mehr")


def test_privacy_tells_of_the_form_its_cookie_and_its_end():
    text = Client().get("/datenschutz/").text

    assert "Die öffentlichen Seiten setzen keine Cookies" not in text
    assert "Das Formular setzt ein Cookie" in text
    assert f"Erledigte Hinweise löschen wir nach {HINWEISE_TAGE} Tagen" in text


@pytest.mark.parametrize("slug", ["barrierefreiheit", "leichte-sprache"])
def test_a_duty_page_leads_to_the_form_for_hints(slug):
    (ziel,) = re.findall(
        r'<div class="prose">.*?href="(/hinweis/[^"]*)"', Client().get(f"/{slug}/").text, re.DOTALL
    )

    assert Client().get(ziel).context["seite"] == f"/{slug}/"


@pytest.mark.parametrize("slug", MIGRATION.AENDERUNGEN)
def test_a_first_text_is_as_the_admin_would_keep_it(slug):
    text = Seite.objects.get(slug=slug).text

    assert "<h3>" in text
    assert formattext(text) == text


def test_an_edited_text_stays_and_an_untouched_one_is_completed():
    Seite.objects.filter(slug="datenschutz").update(text="<p>Von uns.</p>")
    Seite.objects.filter(slug="leichte-sprache").update(text=MIGRATION.ERSTE["leichte-sprache"][1])
    Inhaltsstand.objects.create()
    staende = Inhaltsstand.objects.count()

    MIGRATION.ergaenzen(apps, None)
    MIGRATION.ergaenzen(apps, None)

    assert Seite.objects.get(slug="datenschutz").text == "<p>Von uns.</p>"
    assert "noch nicht geprüft" in Seite.objects.get(slug="leichte-sprache").text
    assert Inhaltsstand.objects.count() == staende + 1


def test_easy_words_come_in_short_sentences():
    text = re.sub(r"<[^>]+>", "\n", LEICHTER.neuer_text())
    saetze = [satz.split() for satz in re.split(r"[.?:\n]+", text) if satz.strip()]

    assert Seite.objects.get(slug="leichte-sprache").text == formattext(LEICHTER.neuer_text())
    assert max(len(satz) for satz in saetze) <= 10


def test_easy_words_explain_every_word_of_the_menu():
    menue = re.findall(r'class="site-nav__link"[^>]*>([^<]+)<', Client().get("/leichte-sprache/").text)

    assert menue == list(LEICHTER.MENUE)


def test_an_edited_text_in_easy_words_stays():
    Seite.objects.filter(slug="leichte-sprache").update(text="<p>Von uns.</p>")
    LEICHTER.ergaenzen(apps, None)
    assert Seite.objects.get(slug="leichte-sprache").text == "<p>Von uns.</p>"


# --- The yearly review of the statement ---------------------------------------------------------


def erklaerung(geprueft_am):
    seite = Seite.objects.get(slug="barrierefreiheit")
    seite.geprueft_am = geprueft_am
    seite.save()
    return seite


@pytest.mark.parametrize(
    ("geprueft_am", "pruefen_bis", "faellig"),
    [
        (None, None, True),
        (date(2026, 3, 1), date(2027, 3, 1), False),
        (date(2025, 11, 26), date(2026, 11, 26), False),
        (date(2025, 11, 25), date(2026, 11, 25), True),
        (date(2024, 2, 29), date(2025, 2, 28), True),
        (date(9999, 5, 1), date.max, False),
    ],
)
@time_machine.travel("2026-11-25 12:00+01:00")
def test_the_statement_is_looked_through_every_year(geprueft_am, pruefen_bis, faellig):
    seite = erklaerung(geprueft_am)

    assert (seite.pruefen_bis, seite.pruefung_faellig) == (pruefen_bis, faellig)
    assert Client().get("/barrierefreiheit/").status_code == 200


def test_no_other_page_is_ever_due():
    assert [seite.slug for seite in Seite.objects.all() if seite.pruefung_faellig] == ["barrierefreiheit"]


def test_the_statement_says_when_it_was_looked_through_and_who_enforces():
    erklaerung(date(2026, 3, 1))
    portal = Portal.objects.aktuelles()
    portal.durchsetzungsstelle = "Stelle des Landes\n\n<script>x</script>stelle@example.org"
    portal.save()

    text = Client().get("/barrierefreiheit/").text
    assert "zuletzt am 01.03.2026 geprüft. Die nächste Prüfung ist bis zum 01.03.2027 fällig." in text
    assert '<h2 id="durchsetzungsstelle">Durchsetzungsstelle</h2><p>Stelle des Landes</p>' in text
    assert "<script>x" not in text
    assert "Stelle des Landes" not in Client().get("/impressum/").text


def test_a_review_in_the_future_is_refused(admin_client):
    seite = erklaerung(None)
    antwort = senden(admin_client, Seite, seite, geprueft_am="01.01.2999")

    assert "Dieser Tag liegt in der Zukunft." in antwort.text
    seite.refresh_from_db()
    assert seite.geprueft_am is None


def test_the_start_page_of_the_admin_says_what_waits(admin_client):
    seite = erklaerung(None)
    leer = admin_client.get("/admin/").text
    assert (
        f'<a href="/admin/netzwerk/seite/{seite.pk}/change/">Die Erklärung zur Barrierefreiheit muss' in leer
    )
    assert "offen." not in leer

    erklaerung(heute())
    for stand in ("neu", "in_arbeit", "erledigt"):
        Hinweis.objects.create(text="Bitte ändern", seite="/", stand=stand, kennung=stand)
    text = admin_client.get("/admin/").text
    assert '<a href="/admin/netzwerk/hinweis/">2 Hinweise sind offen.</a>' in text
    assert "muss geprüft werden" not in text


def test_nobody_is_told_of_what_is_not_theirs(client):
    Hinweis.objects.create(text="Bitte ändern", seite="/")
    client.force_login(
        Konto.objects.create_user("wer@example.org", "x", is_staff=True),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    assert 'aria-label="Zu tun"' not in client.get("/admin/").text

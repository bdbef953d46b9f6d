"""The first texts of the duty pages say what the software does, and edited ones stay."""

import re
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client

from netzwerk.actions import HINWEISE_TAGE
from netzwerk.lib.text import formattext
from netzwerk.models import Inhaltsstand, Seite

pytestmark = pytest.mark.django_db
MIGRATION = import_module("netzwerk.migrations.0008_hinweise_in_den_pflichtseiten")


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
    text = re.sub(r"<[^>]+>", "\n", MIGRATION.neuer_text("leichte-sprache"))
    saetze = [satz.split() for satz in re.split(r"[.?:\n]+", text) if satz.strip()]

    assert max(len(satz) for satz in saetze) <= 10

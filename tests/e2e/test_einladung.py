"""Somebody is invited, opens the account by the link in the mail, and works: in the browser, by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.test_axe import befunde

PASSWORT = "ein-ganz-neues-Geheimnis"


@pytest.fixture(autouse=True)
def _kein_zaehler(portal):
    """Start with fresh rate limits."""
    from django.core.cache import cache

    portal.frage(cache.clear)


def link(portal):
    from netzwerk.models import Nachricht

    text = portal.frage(lambda: Nachricht.objects.filter(an="neu@example.org").latest("pk").text)
    return re.search(r"/konto/einladung/\S+/", text)[0]


@pytest.mark.usefixtures("als_admin")
def test_from_the_invitation_to_the_desk(page, browser, portal, settings):
    settings.POST_ZEIGEN = True
    page.goto("/intern/konten/")
    page.get_by_role("link", name="Jemanden einladen").click()
    page.get_by_label("E-Mail-Adresse").fill("neu@example.org")
    page.get_by_role("button", name="Einladung verschicken").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    assert befunde(page) == []
    page.get_by_label("Redaktion").check()
    page.get_by_role("button", name="Einladung verschicken").click()
    expect(page.get_by_text("Einladung an neu@example.org verschickt.")).to_be_visible()
    assert befunde(page) == []

    gast = browser.new_context(locale="de-DE", base_url=portal.adresse).new_page()
    gast.goto(link(portal))
    assert befunde(gast) == []
    gast.get_by_label("Ihr Name").focus()
    for text in ("Neue Kollegin", PASSWORT, PASSWORT):
        gast.keyboard.type(text)
        gast.keyboard.press("Tab")
    expect(gast.get_by_role("button", name="Passwort speichern und anmelden")).to_be_focused()
    gast.keyboard.press("Enter")
    expect(gast.get_by_text("Sie sind angemeldet als Neue Kollegin.")).to_be_visible()
    gast.get_by_role("link", name="Zum Arbeitsbereich").click()
    expect(gast.get_by_role("heading", name="Schreibtisch")).to_be_visible()
    assert gast.goto("/intern/konten/").status == 403

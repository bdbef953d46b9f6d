"""The journey of two entries that are one: found, compared, merged, undone; readable by axe at each step."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import _anmeldung
from tests.e2e.test_axe import befunde


@pytest.fixture
def als_redaktion(context, portal):
    """Log the browser in as the demo's Redaktion, without the form."""
    keks = portal.frage(lambda: _anmeldung("redaktion@example.org"))
    context.add_cookies([keks | {"url": portal.adresse}])


@pytest.mark.usefixtures("als_redaktion")
def test_merge_two_organisations_and_undo(page):
    gefunden = []
    page.goto("/intern/")
    page.get_by_role("link", name="Doppeltes zusammenführen").click()
    gefunden += befunde(page)
    page.get_by_role("link", name=re.compile("Vergleichen.*Kinderhaus")).click()
    expect(page.get_by_role("radio", name="kinderhaus@example.org")).to_be_checked()
    expect(page.get_by_text("Runder Tisch Spielplätze")).to_be_visible()
    gefunden += befunde(page)
    page.get_by_role("button", name="Zusammenführen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zusammengeführt")
    gefunden += befunde(page)
    page.get_by_role("link", name="Kinderhaus Regenbogen (erfundenes Beispiel)").first.click()
    expect(page.get_by_label("E-Mail der Geschäftsstelle")).to_have_value("kinderhaus@example.org")
    page.go_back()
    page.get_by_role("button", name="Rückgängig machen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wieder getrennt")
    page.get_by_role("link", name="Doppeltes zusammenführen").first.click()
    page.get_by_role("button", name=re.compile("Nicht dasselbe.*Kinderhaus")).click()
    expect(page.get_by_role("status")).to_contain_text("Das sind zwei.")

    assert gefunden == []

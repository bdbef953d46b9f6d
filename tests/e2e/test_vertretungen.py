"""Who sits where, and who was there: on a wide screen, on a phone, by keyboard, readable by axe."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import _anmeldung
from tests.e2e.test_axe import befunde

SEITEN = ("/intern/vertretungen/", "/intern/statistik/", "/intern/auslastung/")


@pytest.fixture
def als_redaktion(context, portal):
    keks = portal.frage(lambda: _anmeldung("redaktion@example.org"))
    context.add_cookies([keks | {"url": portal.adresse}])


@pytest.mark.usefixtures("als_redaktion")
def test_from_the_desk_to_the_seats_that_end_and_on_a_phone_to_a_list(page):
    page.goto("/intern/")
    page.get_by_role("link", name="Wer sitzt für uns wo").click()
    tabelle = page.get_by_role("table")
    expect(tabelle.get_by_role("rowheader", name="Freie Sitze")).to_be_visible()
    # The headings stay in view while the table is scrolled by keys.
    bereich = page.get_by_role("region", name="Tabelle")
    bereich.focus()
    page.keyboard.press("End")
    kopf = tabelle.get_by_role("columnheader").first
    assert kopf.evaluate("e => getComputedStyle(e).position") == "sticky"
    assert befunde(page) == []

    page.get_by_text("Liste eingrenzen").click()
    page.get_by_label("Nur was").select_option("endet bald")
    page.get_by_role("button", name="Anzeigen").click()
    expect(tabelle.get_by_role("rowheader")).to_contain_text(["Ole Wintermann"])
    expect(page.get_by_role("link", name="Nur was: endet bald")).to_be_visible()

    page.set_viewport_size({"width": 360, "height": 740})
    expect(tabelle).to_be_hidden()
    expect(page.get_by_role("heading", name="Ole Wintermann (erfunden)")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert befunde(page) == []


@pytest.mark.usefixtures("als_redaktion")
def test_attendance_takes_three_taps_on_a_phone(page, portal):
    from sitzungen.models import Sitzung

    def ohne_liste():
        offene = Sitzung.objects.filter(status="durchgefuehrt", anwesenheiten=None)
        return (
            offene.filter(gremium__slug="fachausschuss-jugendfoerderung").first()
            or offene.filter(
                gremium__mitgliedschaften__bis=None, gremium__mitgliedschaften__isnull=False
            ).first()
        )

    pk = portal.frage(lambda: ohne_liste().pk)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/intern/sitzungen/{pk}/anwesenheit/")
    erste = page.locator("fieldset.attendance__row").first
    erste.get_by_text("entschuldigt").click()
    assert befunde(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_role("status").first).to_contain_text("Gespeichert")
    expect(page.locator("fieldset.attendance__row").first.get_by_label("entschuldigt")).to_be_checked()


@pytest.mark.parametrize("adresse", SEITEN)
@pytest.mark.usefixtures("als_redaktion")
def test_no_finding_and_no_sideways_scrolling(page, adresse):
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(adresse)

    assert befunde(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

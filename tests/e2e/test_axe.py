"""Nothing for axe to find (WCAG 2.2 AA and best practice) on any kind of page."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.e2e.seiten import HAUPTARTEN, OHNE_ANMELDUNG, VERWALTUNG, status

REGELN = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def befunde(page):
    """Return rule, reason and the first places of every finding."""
    ergebnis = Axe().run(page, options=REGELN).response
    assert ergebnis["passes"], "axe ran"
    return [
        f"{fund['id']}: {fund['help']} – " + "; ".join(ort["html"] for ort in fund["nodes"][:3])
        for fund in ergebnis["violations"]
    ]


def oeffne(page, name, adresse):
    antwort = page.goto(adresse)
    assert antwort.status == status(name)
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("name", OHNE_ANMELDUNG)
def test_no_finding_in_light_on_a_wide_screen(page, orte, name):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    oeffne(page, name, OHNE_ANMELDUNG[name].format(**orte))

    assert befunde(page) == []


@pytest.mark.parametrize("name", HAUPTARTEN)
def test_no_finding_in_the_dark_on_a_phone(page, orte, name):
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark")
    oeffne(page, name, OHNE_ANMELDUNG[name].format(**orte))

    assert befunde(page) == []


@pytest.mark.parametrize("name", VERWALTUNG)
@pytest.mark.usefixtures("als_admin")
def test_no_finding_where_staff_work(page, orte, name):
    page.set_viewport_size({"width": 1280, "height": 900})
    oeffne(page, name, VERWALTUNG[name].format(**orte))
    # What is folded away is used as well.
    page.evaluate("document.querySelectorAll('details').forEach(teil => teil.open = true)")

    assert befunde(page) == []


@pytest.mark.usefixtures("als_admin")
def test_no_finding_in_a_row_that_staff_add(page, orte):
    page.goto(VERWALTUNG["verwaltung eintrag"].format(**orte))
    page.evaluate("document.querySelectorAll('details').forEach(teil => teil.open = true)")
    page.get_by_role("link", name="Mitgliedschaft hinzufügen").click()
    neu = page.locator(".dynamic-mitgliedschaften").last
    assert neu.get_by_role("combobox", name="Person").count() == 1

    assert befunde(page) == []


def test_no_finding_in_the_open_menu_of_a_phone(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/netzwerk/")
    page.get_by_role("button", name="Menü", exact=True).click()

    assert befunde(page) == []


def test_no_finding_in_a_form_that_was_refused(page):
    page.goto("/konto/login/")
    page.get_by_role("button", name="Anmelden", exact=True).click()
    page.get_by_role("alert").first.wait_for()

    assert befunde(page) == []

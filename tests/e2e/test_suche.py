"""Searching from the head of a page, with suggestions, by keyboard alone."""

from playwright.sync_api import expect

from tests.e2e.test_axe import befunde

FELD = "#suche-kopf"


def test_type_arrow_down_enter_leads_to_the_entry(page):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/impressum/")
    page.locator(FELD).press_sequentially("Jugendhilfeaus")
    vorschlaege = page.locator(f"{FELD}-liste [role=option]")
    expect(vorschlaege.first).to_be_visible()
    expect(page.locator(FELD)).to_have_attribute("aria-expanded", "true")
    assert befunde(page) == []

    page.keyboard.press("ArrowDown")
    expect(vorschlaege.first).to_have_attribute("aria-selected", "true")
    expect(page.locator(FELD)).to_have_attribute("aria-activedescendant", "suche-kopf-liste-0")
    ziel = vorschlaege.first.get_attribute("data-adresse")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**{ziel}")


def test_enter_without_a_choice_asks_the_search_page(page):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/impressum/")
    page.locator(FELD).press_sequentially("Jugendhilfe")
    expect(page.locator(f"{FELD}-liste")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(f"{FELD}-liste")).to_be_hidden()
    page.keyboard.press("Enter")

    page.wait_for_url("**/suche/?q=Jugendhilfe")
    expect(page.get_by_role("heading", level=1)).to_have_text("Suche")

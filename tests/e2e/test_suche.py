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


def test_a_typo_is_mended_hits_are_narrowed_and_filters_taken_away_on_a_phone(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/suche/?q=Jugenhilfeauschuss")
    page.get_by_role("link", name="Jugendhilfeausschuss", exact=True).click()
    page.wait_for_url("**/suche/?q=Jugendhilfeausschuss")
    alle = page.locator(".entries > .entry")
    expect(alle.first).to_be_visible()
    assert befunde(page) == []

    page.get_by_text("Liste eingrenzen").click()
    page.get_by_label("Art", exact=True).select_option("gremium")
    page.get_by_label("Gebiet", exact=True).select_option("herne")
    page.get_by_role("button", name="Anzeigen").click()
    expect(page.locator(".chip")).to_have_count(2)
    assert befunde(page) == []

    page.locator(".chip", has_text="Gebiet").click()
    expect(page.locator(".chip")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

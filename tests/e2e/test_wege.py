"""The ways visitors go, by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.seiten import OEFFENTLICH
from tests.e2e.tastatur import folge, gehe_zu, schritte, wo

ZWEI_SPALTEN = {"width": 1280, "height": 900}
TELEFON = {"width": 360, "height": 740}


def ueberschrift(page):
    return page.locator("h1").inner_text()


def test_the_first_stop_leads_past_the_navigation(page):
    page.goto("/gremien/")
    page.keyboard.press("Tab")
    assert wo(page)["name"] == "Zum Inhalt springen"
    expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_in_viewport()

    page.keyboard.press("Enter")
    assert wo(page)["art"] == "main"

    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_from_the_start_to_a_committee_and_back_to_the_one_above(page):
    page.set_viewport_size(ZWEI_SPALTEN)
    page.goto("/")
    folge(page, "Unser Netzwerk ansehen")
    assert page.url.endswith("/netzwerk/")

    folge(page, "Jugendhilfeausschuss", "/gremien/jugendhilfeausschuss-marburg/")
    assert ueberschrift(page) == "Jugendhilfeausschuss"
    assert (
        page.locator(".notice", has_text="Unsere Rolle")
        .get_by_text("berichtendes, fachliches Mitglied")
        .is_visible()
    )

    folge(page, "Fachausschuss Jugendförderung")
    assert ueberschrift(page) == "Fachausschuss Jugendförderung"
    zeile = page.locator(".facts__row", has_text="ist Untergremium von")
    expect(zeile.get_by_role("link")).to_have_text("Jugendhilfeausschuss")

    folge(page, "Jugendhilfeausschuss", "/gremien/jugendhilfeausschuss-marburg/")
    assert page.url.endswith("/gremien/jugendhilfeausschuss-marburg/")


def test_from_a_committee_to_its_paper_and_back(page, orte):
    """S3 2: JHA → session 30.10.2007 → agenda item → paper 2007/0590, and back."""
    page.set_viewport_size(ZWEI_SPALTEN)
    page.goto("/gremien/jugendhilfeausschuss-herne/")
    sitzung = page.locator(f'main a[href="{orte["sitzung_herne"]}"]').first
    folge(page, " ".join(sitzung.inner_text().split()), orte["sitzung_herne"])
    assert "30.10.2007" in page.locator("main").inner_text()

    punkt = page.locator('.agenda a[href="/vorlagen/2007/0590/"]').first
    folge(page, " ".join(punkt.inner_text().split()), "/vorlagen/2007/0590/")
    assert page.locator("main").get_by_text("2007/0590").first.is_visible()
    assert "30.10.2007" in page.locator(".course").inner_text()

    zurueck = page.locator(f'.course a[href^="{orte["sitzung_herne"]}#"]').first
    folge(page, " ".join(zurueck.inner_text().split()), zurueck.get_attribute("href"))
    assert page.url.partition("#")[0].endswith(orte["sitzung_herne"])


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(page):
    page.set_viewport_size(TELEFON)
    page.goto("/")
    menue = page.get_by_role("navigation", name="Hauptnavigation")
    expect(menue).to_be_hidden()

    gehe_zu(page, "Menü")
    page.keyboard.press("Enter")
    expect(menue).to_be_visible()
    gehe_zu(page, "Menü schließen")
    page.keyboard.press("Enter")
    expect(menue).to_be_hidden()
    assert wo(page)["name"] == "Menü"

    page.keyboard.press("Space")
    expect(menue).to_be_visible()
    page.keyboard.press("Escape")
    expect(menue).to_be_hidden()
    assert wo(page)["name"] == "Menü"

    page.keyboard.press("Enter")
    folge(page, "Gremien", "/gremien/")
    assert page.url.endswith("/gremien/")
    expect(page.get_by_role("navigation", name="Hauptnavigation")).to_be_hidden()


@pytest.mark.parametrize("breite", [ZWEI_SPALTEN, TELEFON], ids=["breit", "Telefon"])
@pytest.mark.parametrize("name", ["start", "gremium mit Sitzen", "vorlage"])
def test_focus_is_seen_at_every_stop(page, orte, name, breite):
    page.set_viewport_size(breite)
    page.goto(OEFFENTLICH[name].format(**orte))
    stationen = schritte(page)

    assert len(stationen) > 5
    assert [s["name"] for s in stationen if not s["umriss"]] == []
    assert [s["name"] for s in stationen if not (s["im_bild"] and s["frei"])] == []
    assert [s for s in stationen if not s["name"]] == []


def test_the_order_of_stops_is_the_order_of_the_page(page):
    page.set_viewport_size(TELEFON)
    page.goto("/gremien/jugendhilfeausschuss-marburg/")
    page.evaluate("document.querySelectorAll('a[href], button, summary').forEach((e, n) => e.dataset.n = n)")
    nummern = []
    for _ in range(200):
        page.keyboard.press("Tab")
        nummer = page.evaluate("document.activeElement.dataset.n")
        if nummer is None:
            break
        nummern.append(int(nummer))

    assert len(nummern) > 10
    assert nummern == sorted(nummern)


def test_a_withdrawn_entry_leads_to_its_successor(page):
    page.goto("/gremien/projektgruppe-sommerkino-erfundenes-beispiel/")
    folge(page, "Netzwerk Ferienangebote (erfundenes Beispiel)")
    assert page.url.endswith("/gremien/netzwerk-ferienangebote-erfundenes-beispiel/")


def test_outside_links_say_so(page):
    page.goto("/berichte/kreis-offenbach-2014-q4/")
    verweise = page.locator("main a[href^='http']")
    adressen = [verweis.get_attribute("href") for verweis in verweise.all()]

    assert len(adressen) >= 2
    assert [a for a in adressen if re.search(r"[()\[\]\s]", a)] == []
    for verweis in verweise.all():
        assert "externer Link" in verweis.evaluate(
            "e => getComputedStyle(e, '::after').content + e.textContent"
        )

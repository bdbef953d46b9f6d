"""The staff area in the browser: a new body in a few steps, rows by typing, everything readable by axe."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import _anmeldung
from tests.e2e.test_axe import befunde

SEITEN = ("/intern/", "/intern/gremien/", "/intern/gremien/neu/", "/intern/papierkorb/", "/intern/?q=jugend")
NOMEN = ("gremien", "organisationen", "personen", "sitzungen", "vorlagen", "berichte", "projekte", "bilder")


@pytest.fixture
def als_redaktion(context, portal):
    """Log the browser in as the demo's Redaktion, without the form."""
    keks = portal.frage(lambda: _anmeldung("redaktion@example.org"))
    context.add_cookies([keks | {"url": portal.adresse}])


@pytest.fixture
def seite_des_jha(portal):
    from gremien.models import Gremium

    pk = portal.frage(lambda: Gremium.objects.get(slug="jugendhilfeausschuss-marburg").pk)
    return f"/intern/gremien/{pk}/"


@pytest.mark.usefixtures("als_redaktion")
def test_the_22nd_body_is_public_after_at_most_twelve_actions(page, context):
    handlungen = 0

    def tun(handlung, *args):
        nonlocal handlungen
        handlungen += 1
        handlung(*args)

    page.goto("/intern/")
    tun(page.get_by_role("link", name="Gremium", exact=True).click)
    tun(page.get_by_label("Name").fill, "Forum Nachbarschaft")
    tun(page.get_by_label("Typ").select_option, "Forum")
    tun(page.get_by_label("In einem Satz").fill, "Bringt Nachbarschaften zusammen.")
    tun(page.get_by_label("Ebene").select_option, "Stadtteil")
    tun(page.get_by_role("button", name="Speichern und veröffentlichen").click)
    expect(page.get_by_role("status").first).to_contain_text("Der Eintrag ist öffentlich.")

    besucher = context.browser.new_page(base_url=page.url.split("/intern")[0])
    besucher.goto("/gremien/forum-nachbarschaft/")
    expect(besucher.get_by_role("heading", level=1)).to_have_text("Forum Nachbarschaft")
    besucher.close()
    assert handlungen <= 12


@pytest.mark.usefixtures("als_redaktion")
def test_a_member_is_found_by_typing_and_chosen_by_keyboard(page, seite_des_jha):
    page.goto(seite_des_jha)
    page.get_by_text("Beziehungen zu anderen Gremien").click()
    zeilen = page.locator("[data-zeilen=gremienbeziehung] > fieldset")
    vorher = zeilen.count()
    page.locator("[data-zeilen=gremienbeziehung]").get_by_role("button", name="Zeile hinzufügen").click()
    expect(zeilen).to_have_count(vorher + 1)
    neu = zeilen.last
    neu.get_by_label("Beziehung").select_option("arbeitet zusammen mit")
    feld = neu.get_by_role("combobox", name="Zu Gremium")
    feld.press_sequentially("steuerungsgruppe", delay=20)
    expect(neu.locator(".suggestions [role=option]").first).to_be_visible()
    feld.press("ArrowDown")
    feld.press("Enter")
    expect(feld).to_have_value("Steuerungsgruppe GWA")
    page.get_by_role("button", name="Speichern").first.click()
    expect(page.get_by_role("status").first).to_contain_text("Gespeichert.")


@pytest.mark.usefixtures("als_redaktion")
def test_what_is_typed_is_kept_without_saving(page, seite_des_jha):
    page.goto(seite_des_jha)
    page.get_by_label("In einem Satz").fill("Getippt, nicht gespeichert.")
    expect(page.get_by_text("Eingaben gesichert")).to_be_visible(timeout=15_000)

    page.goto(seite_des_jha)
    expect(page.get_by_label("In einem Satz")).to_have_value("Getippt, nicht gespeichert.")
    page.get_by_role("button", name="Verwerfen und Gespeichertes zeigen").click()
    expect(page.get_by_label("In einem Satz")).not_to_have_value("Getippt, nicht gespeichert.")


@pytest.mark.parametrize("adresse", SEITEN)
@pytest.mark.usefixtures("als_redaktion")
def test_no_finding_on_pages_of_the_staff_area(page, adresse):
    page.goto(adresse)

    assert befunde(page) == []


@pytest.mark.parametrize("nomen", NOMEN)
@pytest.mark.usefixtures("als_redaktion")
def test_no_finding_in_the_forms_with_everything_unfolded(page, nomen):
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark")
    page.goto(f"/intern/{nomen}/")
    page.locator("tbody th a").first.click()
    page.evaluate("document.querySelectorAll('details').forEach(teil => teil.open = true)")

    assert befunde(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.usefixtures("als_redaktion")
def test_the_history_of_a_body_fits_a_phone(page, seite_des_jha):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{seite_des_jha}verlauf/")

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert befunde(page) == []


@pytest.mark.usefixtures("als_redaktion")
def test_no_finding_in_a_refused_form(page):
    page.goto("/intern/gremien/neu/")
    page.get_by_role("button", name="Als Entwurf speichern").click()
    expect(page.get_by_role("alert")).to_contain_text("Noch nicht gespeichert")

    assert befunde(page) == []

"""A member writes its report in the browser; files come with a bar; the lists of duties are readable."""

import io

from PIL import Image
from playwright.sync_api import expect

from tests.e2e.conftest import _anmeldung
from tests.e2e.test_axe import befunde


def anmelden(context, portal, konto):
    keks = portal.frage(lambda: _anmeldung(f"{konto}@example.org"))
    context.add_cookies([keks | {"url": portal.adresse}])


def test_a_member_writes_the_report_that_is_due_and_gives_it_to_review(page, context, portal):
    anmelden(context, portal, "bericht")
    page.goto("/intern/")
    expect(page.get_by_role("heading", name="Berichte, die fällig sind")).to_be_visible()
    page.get_by_role("link", name="Wer wem berichtet").click()
    assert befunde(page) == []
    page.get_by_role("link", name="Bericht schreiben").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Berichtet", exact=True)).to_have_value("Kreis Offenbach")
    expect(page.get_by_label("Überschriften des letzten Berichts übernehmen")).to_be_checked()
    assert befunde(page) == []
    page.get_by_role("button", name="Als Entwurf speichern").click()
    expect(page.get_by_role("status").first).to_contain_text("Abschnitte mit Überschriften kamen")

    # A bracket that does not close is told before it is saved; one may save it all the same.
    abschnitt = page.locator("[data-zeilen=berichtsabschnitt] > fieldset").first
    abschnitt.get_by_label("Text", exact=False).fill("Mehr dazu (https://www.wibank.de/budget.html")
    page.get_by_role("button", name="Speichern", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("geht eine Klammer")
    assert befunde(page) == []
    page.get_by_label("Ja, trotzdem speichern").check()
    page.get_by_role("button", name="Speichern", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Gespeichert.")
    page.get_by_role("button", name="Zur Freigabe geben").click()
    expect(page.get_by_role("status").first).to_contain_text("zur Freigabe")


def test_lists_of_duties_links_and_reminders_are_readable_on_a_phone(page, context, portal):
    anmelden(context, portal, "redaktion")
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark")
    for adresse in (
        "/intern/berichtspflichten/?zeitraum=alle",
        "/intern/berichtspflichten/erinnern/",
        "/intern/linkpruefung/",
    ):
        page.goto(adresse)
        assert (adresse, befunde(page)) == (adresse, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.goto("/intern/berichtspflichten/")
    page.locator(".duty a").first.click()
    assert befunde(page) == []


def test_a_picture_is_uploaded_with_a_bar_and_a_refusal_keeps_the_words(page, context, portal):
    anmelden(context, portal, "redaktion")
    bild = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(bild, "JPEG")
    page.goto("/intern/bilder/neu/")
    page.get_by_label("Bildunterschrift").fill("Der Platz")
    datei = {"name": "platz.jpg", "mimeType": "image/jpeg", "buffer": bild.getvalue()}
    page.get_by_label("Bilddatei").set_input_files(datei)
    page.get_by_role("button", name="Als Entwurf speichern").click()
    expect(page.get_by_role("alert")).to_contain_text("Alternativtext")
    expect(page.get_by_label("Bildunterschrift")).to_have_value("Der Platz")

    page.get_by_label("Alternativtext").fill("ein Platz mit Bäumen")
    page.get_by_label("Bilddatei").set_input_files(datei)
    page.get_by_role("button", name="Als Entwurf speichern").click()
    expect(page.get_by_role("status").first).to_contain_text("ist angelegt")
    page.wait_for_url(lambda adresse: "/neu/" not in adresse)
    assert befunde(page) == []

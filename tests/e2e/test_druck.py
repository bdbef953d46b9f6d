"""What comes out of the printer: the page's text, its pictures, its address, and no white sheets."""

import io

import pytest
from pypdf import PdfReader

from netzwerk.lib.dates import heute


def gedruckt(page, adresse):
    """Return what the browser prints of an address that was just opened."""
    page.goto(adresse)
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text(blatt):
    return " ".join("\n".join(seite.extract_text() for seite in blatt.pages).split())


@pytest.mark.parametrize(
    ("adresse", "hoechstens"),
    [
        ("/", 3),
        ("/netzwerk/", 5),
        # The picture and a table of all its lines.
        ("/netzwerk/karte/", 5),
        ("/gremien/jugendhilfeausschuss-marburg/", 5),
        ("/berichte/kreis-offenbach-2014-q4/", 2),
        ("/vorlagen/2007/0590/", 4),
    ],
)
def test_paper_is_not_wasted_and_says_where_it_is_from(page, portal, adresse, hoechstens):
    blatt = gedruckt(page, adresse)

    assert len(blatt.pages) <= hoechstens
    assert f"{portal.adresse}{adresse} · Stand {heute():%d.%m.%Y}" in text(blatt)
    # A page with next to nothing on it is a break in the wrong place.
    assert [nummer for nummer, seite in enumerate(blatt.pages) if len(seite.extract_text()) < 100] == []


def test_forms_stay_on_the_screen_and_folds_open_on_paper(page):
    worte = text(gedruckt(page, "/netzwerk/karte/"))

    assert "wer mit wem verbunden ist" in worte
    for wort in ("Auswahl", "Zurücksetzen", "Frühere Jahre", "Punkte überspringen", "Stimmt eine Angabe"):
        assert wort not in worte


def test_pictures_that_were_never_scrolled_to_are_printed(page):
    page.set_viewport_size({"width": 400, "height": 200})
    blatt = gedruckt(page, "/gebiete/jena-lobeda/")

    am_schirm = page.locator("main img").count()
    assert am_schirm >= 2
    assert sum(len(seite.images) for seite in blatt.pages) == am_schirm


def test_a_nested_entry_keeps_its_mark_beside_its_title(page):
    page.goto("/netzwerk/")
    page.emulate_media(media="print")
    titel = page.locator(".entries--nested > .entry > .entry__title").first

    marke = titel.evaluate("""e => {
        const stil = getComputedStyle(e, '::before');
        return parseFloat(stil.left) + parseFloat(stil.borderLeftWidth) + parseFloat(stil.borderRightWidth);
    }""")
    einzug = titel.evaluate(
        "e => e.getBoundingClientRect().left - e.parentElement.getBoundingClientRect().left"
    )
    assert marke < einzug

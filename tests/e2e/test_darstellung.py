"""What every page keeps to: narrow screens, order of headings, paper, no traces, no foreign hosts."""

from itertools import pairwise
from urllib.parse import urlsplit

import pytest

from tests.e2e.seiten import EBENE_OEFFENTLICH, OEFFENTLICH, OHNE_ANMELDUNG, status

# Elements that stick out of the page, except inside what scrolls on its own (a table).
RAGT_HERAUS = """() => {
  const rand = document.documentElement.clientWidth;
  const rollt = e => e && e !== document.body && (
    ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX) || rollt(e.parentElement));
  return [...document.querySelectorAll('body *')].filter(e => {
    const kasten = e.getBoundingClientRect();
    return kasten.width && kasten.right > rand + 1 && !rollt(e.parentElement)
      && !e.closest('svg, .skip-link');
  }).map(e => e.outerHTML.slice(0, 120));
}"""
# A hidden word of WCAG 1.4.12: spacing that people set for themselves.
ABSTAENDE = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""


# Levels of the headings that are shown, in the order of the page.
STUFEN = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter(e => e.checkVisibility({visibilityProperty: true})).map(e => Number(e.tagName[1]))"""
SPUREN = """async () => ({
  ablage: localStorage.length + sessionStorage.length,
  datenbanken: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  dienste: (await navigator.serviceWorker.getRegistrations()).length,
})"""
VERSTOESSE = """addEventListener('securitypolicyviolation',
  e => console.error('CSP', e.violatedDirective, e.blockedURI))"""


@pytest.mark.parametrize("name", OHNE_ANMELDUNG)
def test_a_page_on_a_narrow_phone(page, orte, portal, subtests, name):
    """One visit at 320 px: what may be seen of it, asked by it and left by it."""
    anfragen, fehler = [], []
    page.on("request", lambda anfrage: anfragen.append(anfrage.url))
    page.on("requestfailed", lambda anfrage: fehler.append(anfrage.url))
    page.on(
        "console", lambda zeile: fehler.append(zeile.text) if zeile.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda ausnahme: fehler.append(str(ausnahme)))
    page.add_init_script(VERSTOESSE)
    page.set_viewport_size({"width": 320, "height": 640})
    antwort = page.goto(OHNE_ANMELDUNG[name].format(**orte))

    assert antwort.status == status(name)
    with subtests.test("needs no sideways scrolling"):
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(RAGT_HERAUS) == []
    with subtests.test("skips no level of headings"):
        stufen = page.evaluate(STUFEN)
        assert stufen[0] == 1
        assert stufen.count(1) == 1
        assert [(a, b) for a, b in pairwise(stufen) if b > a + 1] == []
    with subtests.test("asks no other host"):
        assert len(anfragen) > 1, "the page has a style sheet at least"
        assert {urlsplit(url).netloc for url in anfragen} == {urlsplit(portal.adresse).netloc}
    with subtests.test("reports no error"):
        # Chromium itself reports the status of an error page.
        assert [zeile for zeile in fehler if f"status of {status(name)}" not in zeile] == []
    if name in EBENE_OEFFENTLICH:
        with subtests.test("leaves no trace"):
            assert "set-cookie" not in antwort.all_headers()
            assert page.context.cookies() == []
            assert page.evaluate(SPUREN) == {"ablage": 0, "datenbanken": 0, "caches": 0, "dienste": 0}


@pytest.mark.parametrize("name", ["start", "netzwerk", "gremium", "bericht", "vorlage"])
def test_wide_letter_spacing_breaks_nothing_at_320_pixels(page, orte, name):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(OEFFENTLICH[name].format(**orte))
    # Through the debugger, because the page's own policy refuses foreign styles.
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }",
        ABSTAENDE,
    )

    assert page.evaluate("getComputedStyle(document.querySelector('p')).letterSpacing") != "normal"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_report_is_read_in_the_order_of_its_sections(page):
    """S4 8: heading order of the report, on a phone of 320 pixels."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/berichte/kreis-offenbach-2014-q4/")
    im_artikel = page.locator("article :is(h2, h3)")

    assert page.locator("h1").inner_text().startswith("Bericht 4. Quartal 2014")
    assert im_artikel.count() >= 3
    text = page.locator("article").inner_text()
    assert text.index("01.01.2015") < text.index(im_artikel.first.inner_text())
    assert text.rindex("01.12.2014") > text.index(im_artikel.last.inner_text())


def test_logging_in_is_what_sets_a_cookie(page, context):
    """The check above could find one."""
    page.goto("/konto/login/")
    assert [keks["name"] for keks in context.cookies()] == ["csrftoken"]


def test_pages_say_the_same_without_javascript(browser, browser_context_args, page, orte):
    ohne = browser.new_context(**browser_context_args, java_script_enabled=False)
    leise = ohne.new_page()
    for name in ("start", "netzwerk", "gremium", "sitzung", "vorlage", "bericht", "gebiet mit Netzwerkseite"):
        adresse = OEFFENTLICH[name].format(**orte)
        page.goto(adresse)
        leise.goto(adresse)
        assert leise.locator("main").inner_text() == page.locator("main").inner_text()
        assert leise.locator("nav.site-nav a").count() == page.locator("nav.site-nav a").count() == 10
    ohne.close()


def test_the_menu_of_a_phone_works_without_javascript(browser, browser_context_args):
    ohne = browser.new_context(
        **browser_context_args | {"viewport": {"width": 360, "height": 740}}, java_script_enabled=False
    )
    page = ohne.new_page()
    page.goto("/")
    page.get_by_role("button", name="Menü", exact=True).click()
    page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Vorlagen").click()
    assert page.url.endswith("/vorlagen/")
    ohne.close()


@pytest.mark.parametrize("name", ["netzwerk", "gremium", "bericht", "vorlage"])
def test_paper_shows_the_text_and_no_navigation(page, orte, name):
    page.goto(OEFFENTLICH[name].format(**orte))
    am_schirm = [ort for ort in (".site-nav", ".site-footer__list") if page.locator(ort).is_visible()]
    assert am_schirm == [".site-nav", ".site-footer__list"]

    page.emulate_media(media="print")
    for ort in (
        ".site-nav",
        ".menu-button",
        ".skip-link",
        ".site-footer__list",
        ".breadcrumbs",
        ".toc",
        ".buttons",
    ):
        assert [e for e in page.locator(ort).all() if e.is_visible()] == [], ort
    assert page.locator("h1").is_visible()
    assert page.locator("main").inner_text().strip()


def test_paper_names_the_addresses_of_outside_links(page):
    page.goto("/berichte/kreis-offenbach-2014-q4/")
    page.emulate_media(media="print")
    verweis = page.locator("main a[href^='http']").first
    assert verweis.get_attribute("href") in verweis.evaluate("e => getComputedStyle(e, '::after').content")


def test_paper_is_light_in_the_dark_theme_too(page):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto("/netzwerk/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_forced_colours_keep_every_link_and_button(page):
    page.emulate_media(forced_colors="active")
    page.goto("/gremien/jugendhilfeausschuss-marburg/")
    page.keyboard.press("Tab")
    assert (
        page.get_by_role("link", name="Zum Inhalt springen").evaluate("e => getComputedStyle(e).outlineStyle")
        != "none"
    )

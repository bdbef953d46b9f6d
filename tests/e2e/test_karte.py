"""The network picture in a browser: pointing at one shows its neighbours; a phone has lists."""

import pytest
from playwright.sync_api import expect

HERVOR = """knoten => ({
  nah: getComputedStyle(knoten.querySelector('.netmap__near')).visibility,
  linien: getComputedStyle(document.querySelector('.netmap__edges')).opacity,
})"""


def test_pointing_at_an_entry_brings_its_neighbourhood_forward(page):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/netzwerk/karte/")
    punkt = page.locator('.netmap__link[href="?um=organisation-ikjg"]')
    ruhig = punkt.evaluate(HERVOR)
    punkt.locator(".netmap__point").hover()
    expect(page.locator(".netmap__edges")).to_have_css("opacity", "0.25")

    assert ruhig == {"nah": "hidden", "linien": "1"}
    assert punkt.evaluate(HERVOR)["nah"] == "visible"


@pytest.mark.parametrize("breit", [320, 768, 1000])
def test_a_narrow_screen_has_a_list_for_each_field_and_nothing_to_push_sideways(page, breit):
    page.set_viewport_size({"width": breit, "height": 800})
    page.goto("/netzwerk/karte/")
    assert not page.locator(".netmap").is_visible()

    page.locator(".netmap-list summary", has_text="Herne").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= breit
    page.get_by_role("link", name="Stadtbezirkskonferenzen Herne").first.click()
    assert page.locator("h1").inner_text() == "Stadtbezirkskonferenzen Herne"


def test_names_in_the_picture_do_not_cover_each_other(page):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/netzwerk/karte/")
    kaesten = page.locator(".netmap__label").evaluate_all(
        "alle => alle.map(t => t.getBoundingClientRect()).map(b => [b.left, b.top, b.right, b.bottom])"
    )

    assert len(kaesten) > 58
    treffen = [
        (a, b)
        for nummer, a in enumerate(kaesten)
        for b in kaesten[:nummer]
        # Lines of one name touch: a line box is a little higher than its letters.
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] - 5 and b[1] < a[3] - 5
    ]
    assert treffen == []

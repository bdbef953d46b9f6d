"""The joined style sheet is fresh, and colours stand in one file only."""

import re

import pytest

from netzwerk.lib import stylesheet

QUELLEN = sorted(p for p in stylesheet.ORDNER.rglob("*.css") if p.name not in {stylesheet.ZIEL, "tokens.css"})


def test_portal_css_is_fresh() -> None:
    """Someone who edits a source must join again."""
    assert (stylesheet.ORDNER / stylesheet.ZIEL).read_text(encoding="utf-8") == stylesheet.buendeln()


@pytest.mark.parametrize("quelle", [q for q in QUELLEN if q.name != "print.css"], ids=lambda q: q.name)
def test_no_colour_outside_tokens(quelle: object) -> None:
    """A colour is a custom property."""
    text = re.sub(r'url\(".*?"\)', "", quelle.read_text(encoding="utf-8"))
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgb\(|\bhsl\(", text) == []


@pytest.mark.parametrize("quelle", QUELLEN, ids=lambda q: q.name)
def test_every_brace_is_closed_and_rules_stand_in_no_other(quelle: object) -> None:
    """A merge that joins two rules leaves one open: nothing after it would hold."""
    tiefe, tiefste = 0, 0
    for zeichen in re.sub(r"/\*.*?\*/", "", quelle.read_text(encoding="utf-8"), flags=re.DOTALL):
        tiefe += (zeichen == "{") - (zeichen == "}")
        assert tiefe >= 0
        tiefste = max(tiefste, tiefe)
    assert tiefe == 0
    # A rule in a media query, in a layer.
    assert tiefste <= 3

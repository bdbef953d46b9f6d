"""Web addresses as typed: what looks wrong is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerk.lib.linkform import linkwarnungen


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kein Link, aber eine Klammer (offen",
        "Siehe https://www.wibank.de/a/b.html.",
        "(JUSTiQ, http://www.jugend-staerken.de/232.html )",
        '<p>Mehr: <a href="https://www.wibank.de/a.html">https://www.wibank.de/a.html</a></p>',
        "mail@example.org und „https://a.example.org/“",
    ],
)
def test_sound_text_is_not_nagged_about(text):
    assert linkwarnungen(text) == []


@pytest.mark.parametrize(
    ("text", "grund"),
    [
        ("(https://www.wibank.de/a.html", "Klammer"),
        ("(JUSTiQ, „http://www.jugend-staerken.de/232.html )", "Klammer"),
        ("Siehe www.wibank.de/a", "https:// davor"),
        ("Siehe http//www.wibank.de/a", "beginnt mit"),
        ("Siehe htttps://www.wibank.de/a", "beginnt mit"),
        ("Siehe https://wibank/a", "fehlt ein Teil"),
        ("Siehe https://[kaputt/a", ""),
    ],
)
def test_what_looks_wrong_is_told(text, grund):
    (warnung, *_) = linkwarnungen(text)
    assert grund in warnung


@given(st.text(alphabet="()[]„“htps:/w.d \n<>", max_size=200))
def test_no_text_breaks_it(text):
    assert len(linkwarnungen(text)) <= 5

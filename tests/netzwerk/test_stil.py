"""The style page shows every component: a class of the style sheets that it lacks is found here."""

import re

import pytest
from django.template.loader import render_to_string

from netzwerk.lib.stylesheet import ORDNER
from netzwerk.views.stil import beispiele

BLAETTER = [*sorted((ORDNER / "components").glob("*.css")), ORDNER / "staff.css"]


@pytest.fixture(scope="module")
def gezeigt():
    """Return the classes on the style page."""
    seite = render_to_string("netzwerk/stil.html", beispiele())
    return {klasse for liste in re.findall(r'class="([^"]*)"', seite) for klasse in liste.split()}


@pytest.mark.parametrize("blatt", BLAETTER, ids=lambda blatt: blatt.name)
def test_every_class_of_a_component_is_shown(gezeigt, blatt):
    text = re.sub(r"/\*.*?\*/|url\(\".*?\"\)", "", blatt.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert set(re.findall(r"\.([a-z][a-z0-9_-]+)", text)) - gezeigt == set()

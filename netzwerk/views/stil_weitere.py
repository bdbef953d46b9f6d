"""More examples for the style page: filters, calendar, sign language, the picture of an area."""

from datetime import date
from typing import Any

from django import forms

from netzwerk.lib.dates import WOCHENTAGE
from netzwerk.lib.monat import Monat
from netzwerk.lib.netzklein import ART_GREMIUM, ART_ORGANISATION, kleinbild

MONAT, TAG = Monat(2007, 10), date(2007, 10, 30)
TERMINE = {
    TAG: [
        {"titel": "Jugendhilfeausschuss", "zeit": "17:00 Uhr", "url": "#monatsblatt", "ausgefallen": ""},
        {"titel": "AK JIM", "zeit": "", "url": "#monatsblatt", "ausgefallen": "abgesagt"},
    ]
}


class Beispielfilter(forms.Form):
    """Fields as a filter bar has them."""

    art = forms.ChoiceField(label="Art", choices=[("", "alle"), ("ausschuss", "Ausschuss")])
    gebiet = forms.ChoiceField(label="Gebiet", choices=[("", "alle"), ("herne", "Herne")])


def weitere_beispiele() -> dict[str, Any]:
    """Return the context of ``netzwerk/_stil_weitere.html``."""
    return {
        "ansichten": [
            ("Kommende", "#eingrenzen", True),
            ("Vergangene", "#eingrenzen", False),
            ("Monat", "#eingrenzen", False),
        ],
        "filter": {
            "felder": list(Beispielfilter({"art": "ausschuss"}, auto_id="filter_%s")),
            "hinweise": ["Diesen Wert gibt es bei „Thema“ nicht; er wurde weggelassen."],
            "chips": [("Art: Ausschuss", "#eingrenzen"), ("Gebiet: Herne", "#eingrenzen")],
            "anzahl": "mehr als 1.000 Gremien",
            "ganz": "#eingrenzen",
            "sortierungen": [
                ("Name", "#eingrenzen", False),
                ("zuletzt geändert", "#eingrenzen", True),
            ],
        },
        "davor": ("September 2007", "#monatsblatt"),
        "danach": ("November 2007", "#monatsblatt"),
        "wochentage": [(name[:2], name) for name in WOCHENTAGE],
        "wochen": [[_tag(tag) for tag in woche] for woche in MONAT.wochen],
        "video": {"titel": "Worum es hier geht", "url": "/medien/dokumente/0/film.webm", "typ": "video/webm"},
        "video_extern": {"titel": "Erklärung auf example.org", "url": "https://example.org/", "typ": ""},
        "klein_gebiet": kleinbild(
            "gebiet-marburg",
            "Marburg",
            {
                (ART_GREMIUM, "jha"): "Jugendhilfeausschuss",
                (ART_GREMIUM, "ag-78"): "AG 78",
                (ART_ORGANISATION, "ikjg"): "IKJG",
            },
            "#netzwahl",
        ),
    }


def _tag(tag: date) -> dict[str, Any]:
    """Return a day for the component ``month``."""
    return {
        "datum": tag,
        "wochentag": WOCHENTAGE[tag.weekday()],
        "im_monat": Monat.von(tag) == MONAT,
        "heute": tag == TAG,
        "termine": TERMINE.get(tag, []),
    }

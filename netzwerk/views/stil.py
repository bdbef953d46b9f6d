"""The style page: every component in every state, for staff."""

import math
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from netzwerk.lib.netzklein import kleinbild
from netzwerk.views.stil_weitere import weitere_beispiele

GREMIEN_DER_ZEICHNUNG = [
    "LAG Soziale Brennpunkte",
    "LAG OKJA",
    "Bündnis Ganztag",
    "Bündnis für Soziale Stadt",
    "Lenkungsgruppe",
    "Steuerungsgruppe",
    "Jugendhilfeausschuss",
    "AG 78",
    "Arbeitskreis Kita",
]


class Beispielformular(forms.Form):
    """One field of each kind."""

    name = forms.CharField(
        label="Name des Gremiums", help_text="So, wie es sich selbst nennt.", max_length=60
    )
    email = forms.EmailField(label="E-Mail-Adresse der Geschäftsstelle", required=False)
    art = forms.ChoiceField(
        label="Art", choices=[("", "– bitte wählen –"), ("ausschuss", "Ausschuss"), ("buendnis", "Bündnis")]
    )
    seit = forms.DateField(label="Besteht seit", help_text="Zum Beispiel 30.10.2007.", required=False)
    ebene = forms.MultipleChoiceField(
        label="Ebene",
        choices=[("stadtteil", "Stadtteil"), ("stadt", "Stadt"), ("land", "Land")],
        widget=forms.CheckboxSelectMultiple,
        help_text="Zwei Ebenen sind möglich.",
    )
    zugang = forms.ChoiceField(
        label="Zugang",
        choices=[("offen", "offen für alle"), ("berufen", "nur berufene Mitglieder")],
        widget=forms.RadioSelect,
        required=False,
    )
    kurz = forms.CharField(label="In einem Satz", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    datei = forms.FileField(label="Geschäftsordnung", required=False)
    fest = forms.CharField(label="Kennung", disabled=True, initial="JHA-2007", required=False)
    oeffentlich = forms.BooleanField(
        label="Eintrag veröffentlichen", help_text="Sichtbar nach der Freigabe.", required=False
    )

    def clean(self) -> None:
        """Show an error of the whole form beside those of fields."""
        self.add_error(None, "Ein Gremium mit diesem Namen gibt es in Marburg schon.")


def zeichnung() -> dict[str, Any]:
    """Return the sample network: our organisation in the middle, bodies around it."""
    breite, hoehe = 760, 420
    mitte = (breite / 2, hoehe / 2)
    kanten: list[tuple[float, float, float, float]] = []
    knoten: list[dict[str, Any]] = []
    for nummer, titel in enumerate(GREMIEN_DER_ZEICHNUNG):
        winkel = 2 * math.pi * nummer / len(GREMIEN_DER_ZEICHNUNG) - 1.3
        x = round(mitte[0] + 165 * math.cos(winkel), 1)
        y = round(mitte[1] + 155 * math.sin(winkel), 1)
        rechts = x >= mitte[0]
        kanten.append((*mitte, x, y))
        knoten.append(
            {
                "x": x,
                "y": y,
                "r": 9,
                "titel": titel,
                "url": "#netz",
                "beschriftung": titel,
                "lx": x + (16 if rechts else -16),
                "ly": y + 5,
                "lage": "start" if rechts else "end",
            }
        )
    jugend = knoten[6]
    for dx, dy in ((-70, 55), (-100, 20), (-35, 70)):
        x, y = jugend["x"] + dx, jugend["y"] + dy
        kanten.append((jugend["x"], jugend["y"], x, y))
        knoten.append({"x": x, "y": y, "r": 6, "titel": "Fachausschuss", "url": "#netz", "art": "ring"})
    knoten.append({"x": mitte[0], "y": mitte[1], "r": 18, "titel": "IKJG", "url": "#netz", "art": "wir"})
    return {
        "breite": breite,
        "hoehe": hoehe,
        "titel": "IKJG und neun Gremien, in denen sie mitarbeitet",
        "kanten": kanten,
        "knoten": knoten,
    }


def netzkarte() -> dict[str, Any]:
    """Return the sample network picture: two fields, each kind of point and of line."""
    punkte = [
        _kartenpunkt(nummer, 80 + 125 * (nummer % 3) + 445 * (nummer // 3), 90 + 60 * (nummer % 2))
        for nummer in range(6)
    ]
    enden = [
        (0, 1, "mitglied"),
        (1, 2, "leitung"),
        (3, 4, "beziehung"),
        (4, 5, "mitglied"),
        (2, 3, "verband"),
    ]
    for a, b, _ in enden:
        for von, zu in ((punkte[a], punkte[b]), (punkte[b], punkte[a])):
            von["nah"] += f"M{von['x']} {von['y']}L{zu['x']} {zu['y']}"
            von["grad"] += 1
    felder = [
        {"x": links, "y": 0, "breite": 412, "hoehe": 220, "titel": titel, "url": url, "knoten": teil}
        for links, titel, url, teil in (
            (0, "Marburg", "#netz", punkte[:3]),
            (428, "Überregional", "", punkte[3:]),
        )
    ]
    return {
        "breite": 840,
        "hoehe": 220,
        "titel": "6 Gremien und Organisationen mit 5 Verbindungen",
        "felder": felder,
        "knoten": punkte,
        "kanten": [
            {
                "von": (punkte[a]["x"], punkte[a]["y"]),
                "zu": (punkte[b]["x"], punkte[b]["y"]),
                "art": art,
                "fern": art == "verband",
            }
            for a, b, art in enden
        ],
    }


def _kartenpunkt(nummer: int, x: int, y: int) -> dict[str, Any]:
    """Return one point of the sample network picture; every other one is an organisation."""
    titel = GREMIEN_DER_ZEICHNUNG[nummer] if nummer % 2 else f"Träger {nummer}"
    return {
        "x": x,
        "y": y,
        "r": 10,
        "ecke": (x - 9, y - 9),
        "seite": 18,
        "art": "gremium" if nummer % 2 else "organisation",
        "mitte": nummer == 1,
        "titel": titel,
        "url": "#netz",
        "zeilen": [(titel, y + 28)],
        "nah": "",
        "grad": 0,
    }


def beispiele() -> dict[str, Any]:
    """Return the sample content of all components."""
    fachausschuesse = [
        {"titel": "Fachausschuss Jugendarbeit", "url": "#liste", "badges": [("Fachausschuss", "typ")]},
        {
            "titel": "Fachausschuss Kindertagesbetreuung",
            "url": "#liste",
            "badges": [("Fachausschuss", "typ")],
        },
        {
            "titel": "Fachausschuss Soziale Dienste",
            "url": "#liste",
            "badges": [("Fachausschuss", "typ"), ("ruhend", "warnung")],
        },
    ]
    eintraege: list[dict[str, Any]] = [
        {
            "titel": "Bündnis kindgerechter Ganztag",
            "url": "#liste",
            "badges": [("Bündnis", "typ"), ("Land", "ebene")],
            "meta": ["Wiesbaden", "hervorgegangen aus dem Landesjugendhilfeausschuss"],
            "text": "Hessenweites Bündnis von Trägern für eine gute Ganztagsbetreuung an Grundschulen.",
        },
        {
            "titel": "Jugendhilfeausschuss",
            "anker": "jugendhilfeausschuss",
            "url": "#liste",
            "badges": [("Ausschuss", "typ"), ("Stadt", "ebene")],
            "meta": ["Universitätsstadt Marburg", "Vorsitz: Dezernentin"],
            "text": format_html(
                "<p>{}</p>",
                "Berät über die Jugendhilfe der Stadt. Wir sind berichtendes, fachliches Mitglied.",
            ),
            "unter": fachausschuesse,
        },
        {
            "titel": "Donaudampfschifffahrtskinderbetreuungskonferenz",
            "meta": ["ohne Seite"],
        },
    ]
    termine = [
        {
            "datum": date(2007, 10, 30),
            "titel": "Jugendhilfeausschuss",
            "url": "#termine",
            "meta": ["17:00 Uhr", "Rathaus, Sitzungssaal"],
            "badges": [("öffentlich", "neutral")],
        },
        {
            "datum": date(2007, 11, 14),
            "titel": "AG 78",
            "url": "#termine",
            "meta": ["9:30 Uhr", "Stadtteilbüro"],
            "badges": [("abgesagt", "warnung")],
            "abgesagt": True,
        },
        {
            "datum_text": "Februar 2008",
            "titel": "Stadtbezirkskonferenz Sodingen",
            "meta": ["Ort noch offen"],
            "badges": [("geplant", "neutral")],
        },
    ]
    schritte = [
        {
            "titel": "Jugendhilfeausschuss",
            "url": "#folge",
            "aufgabe": "Kenntnisnahme",
            "datum": "19.09.2007",
            "ergebnis": "zur Kenntnis genommen",
            "zustand": "erledigt",
        },
        {
            "titel": "Jugendhilfeausschuss",
            "url": "#folge",
            "aufgabe": "Entscheidung",
            "datum": "30.10.2007",
            "ergebnis": "beschlossen",
            "zustand": "erledigt",
            "text": "einstimmig",
        },
        {
            "titel": "Bezirksvertretung Sodingen",
            "aufgabe": "Anhörung",
            "datum": "14.11.2007",
            "ergebnis": "in Beratung",
            "zustand": "laufend",
        },
        {
            "titel": "Bezirksvertretung Eickel",
            "aufgabe": "Anhörung",
            "ergebnis": "abgelehnt",
            "zustand": "abgelehnt",
        },
        {
            "titel": "Sozialausschuss",
            "aufgabe": "Anhörung",
            "ergebnis": "zurückgezogen",
            "zustand": "zurueckgezogen",
        },
        {
            "titel": "Rat der Stadt",
            "aufgabe": "Entscheidung",
            "datum": "Februar 2008",
            "ergebnis": "geplant",
            "zustand": "geplant",
        },
    ]
    punkte = [
        {"nummer": "1", "titel": "Begrüßung und Feststellung der Beschlussfähigkeit"},
        {
            "nummer": "2",
            "titel": "Durchführung von Stadtbezirkskonferenzen",
            "url": "#tagesordnung",
            "meta": [
                format_html('<a href="{}">Vorlage 2007/0590</a>', "#folge"),
                "Frau Beispiel, Verwaltung",
            ],
            "badges": [("beschlossen", "status")],
            "unter": [
                {"nummer": "2.1", "titel": "Zeitplan"},
                {
                    "nummer": "2.2",
                    "titel": "Einladung der Schulen",
                    "text": "Die Schulaufsicht wird beteiligt.",
                },
            ],
        },
        {"nummer": "3", "titel": "Personalangelegenheit", "nichtoeffentlich": True},
    ]
    fakten = [
        {"label": "Vorsitz", "wert": "Dezernentin"},
        {"label": "Ebene", "werte": ["Stadt", "Land"]},
        {"label": "Mitglieder", "wert": "über 20 Kommunen", "zusatz": "Stand 2024"},
        {"label": "Rhythmus", "wert": "maximal 2x im Jahr"},
        {"label": "Bleibt weg, weil leer", "wert": ""},
        {"label": "Gehört zu", "wert": format_html('<a href="{}">Universitätsstadt Marburg</a>', "#fakten")},
    ]
    personen = [
        {
            "name": "Erika Beispiel",
            "funktion": "Sprecherin",
            "fuer": "Stadtteilbüro Lobeda",
            "fuer_url": "#personen",
        },
        {"funktion": "Dezernentin", "fuer": "Universitätsstadt Marburg", "zusatz": "Vorsitz"},
        {"funktion": "Sitz der freien Träger", "frei": True, "zusatz": "seit 01.03.2025"},
        {
            "name": "Deniz Muster",
            "funktion": "Stellvertretung",
            "fuer": "Kinder- und Jugendzentrum Klex",
            "zusatz": "bis 31.12.2026",
        },
    ]
    return {
        "bereich": "gremien",
        "pfad": [("Start", "/"), ("Gremien", "/gremien/"), ("Jugendhilfeausschuss", "")],
        "badges": [
            ("Ausschuss", "typ"),
            ("Stadt", "ebene"),
            ("aktiv", "status"),
            ("endet bald", "warnung"),
            ("Entwurf", "neutral"),
            ("intern", "intern"),
        ],
        "netz": zeichnung(),
        "netzkarte": netzkarte(),
        "klein": kleinbild(
            "organisation-ikjg",
            "IKJG",
            {("gremium", str(nummer)): name for nummer, name in enumerate(GREMIEN_DER_ZEICHNUNG)},
        ),
        "eintraege": eintraege,
        "eintraege_ohne_anker": [{**eintrag, "anker": ""} for eintrag in eintraege],
        "termine": termine,
        "schritte": schritte,
        "punkte": punkte,
        "fakten": fakten,
        "personen": personen,
        "zahlen": [
            {"wert": "21", "label": "Einträge"},
            {"wert": "über 20", "label": "Kommunen", "stand": "Stand 2024"},
            {"wert": "mehr als 1.000", "label": "Vorlagen"},
        ],
        "spalten": ["Gremium", "Ebene", "Rhythmus", "Nächste Sitzung"],
        "zeilen": [
            ["Jugendhilfeausschuss", "Stadt", "6x im Jahr", "30.10.2007"],
            ["Bündnis kindgerechter Ganztag", "Land", "maximal 2x im Jahr", "offen"],
        ],
        "ziele": [
            ("Netz", "netz"),
            ("Marken und Fakten", "fakten"),
            ("Listen", "liste"),
            ("Personen und Zahlen", "personen"),
            ("Termine", "termine"),
            ("Beratungsfolge", "folge"),
            ("Tagesordnung", "tagesordnung"),
            ("Text", "text"),
            ("Hinweise", "hinweise"),
            ("Knöpfe", "knoepfe"),
            ("Formular", "formular"),
            ("Formular mit Fehlern", "fehler", 2),
            ("Liste eingrenzen", "eingrenzen"),
            ("Monat", "monatsblatt"),
            ("Gebärdensprache", "gebaerden"),
            ("Auswahl des Netzbilds", "netzwahl"),
            ("Suche und Gruppen", "suche-vorschlaege"),
            ("Bild, Codes, Fehlerseite", "bild-codes"),
            ("Arbeitsbereich", "arbeitsbereich"),
        ],
        "formular": Beispielformular(auto_id="leer_%s"),
        "formular_fehler": Beispielformular(
            {"email": "keine-adresse", "seit": "30.02.2026"}, auto_id="fehler_%s"
        ),
        "formular_crispy": Beispielformular({"name": "AG 78"}, auto_id="crispy_%s"),
    } | weitere_beispiele()


@require_safe
@login_required
def stil(request: HttpRequest) -> HttpResponse:
    """Show all components."""
    if not request.user.is_staff:
        raise PermissionDenied
    return render(request, "netzwerk/stil.html", beispiele())

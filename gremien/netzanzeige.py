"""The network picture, its fields as lists, and its equal table, in the shape that templates show."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from gremien.netzdaten import Knoten, Netz
from netzwerk.lib.netzfelder import Feld, feldbreite, felder, reihen
from netzwerk.lib.netzlage import Ort, Platz, lage
from netzwerk.lib.netznamen import SCHRIFTHOEHE, textbreite, zeilen

ARTEN = {
    "mitglied": "Mitgliedschaft",
    "leitung": "Leitung",
    "verband": "Verband",
    "beziehung": "Beziehung zwischen Gremien",
}
PUNKTE_HOECHSTENS = 300
# A picture of one field with few points is no wider than it needs to be.
BREITE, SCHMAL, WENIGE = 1240.0, 720.0, 30
RAND, KOPF = 16.0, 48.0
# How far a field is drawn out to be as high as the one beside it.
STRECKUNG_HOECHSTENS = 1.5


@dataclass(frozen=True)
class Inseln:
    """The field of each point, and the title and address of each field in their order."""

    gruppen: dict[str, str]
    titel: dict[str, str]
    adressen: dict[str, str]


def bild(netz: Netz, inseln: Inseln, mitte: str, auswahl: str) -> dict[str, Any]:
    """Return the context of ``components/network_map.html``.

    ``mitte`` is the key of the point in focus or ""; ``auswahl`` the query string that links keep.
    """
    nachbarn, alle = netz.nachbarn(), len(netz.knoten)
    rang = sorted(netz.knoten, key=lambda name: (name != mitte, -len(nachbarn[name]), name))
    netz = netz.ausschnitt(set(rang[:PUNKTE_HOECHSTENS]))
    grad = {name: len(nachbarn[name]) for name in netz.knoten}
    verbindungen = "einer Verbindung" if len(netz.kanten) == 1 else f"{len(netz.kanten)} Verbindungen"
    punkte = {
        name: _punkt(knoten, grad[name])
        | {"mitte": name == mitte, "url": f"?um={name}{auswahl and '&'}{auswahl}"}
        for name, knoten in netz.knoten.items()
    }
    rahmen = _gelegt(netz, inseln, punkte)
    nah = netz.nachbarn()
    for name, punkt in punkte.items():
        punkt["nah"] = _nachbarschaft(punkt, [punkte[anderer] for anderer in sorted(nah[name])])
    return rahmen | {
        "ausgelassen": alle - len(netz.knoten),
        "titel": f"{len(netz.knoten)} Gremien und Organisationen mit {verbindungen}",
        "kanten": [
            {
                "von": (punkte[a]["x"], punkte[a]["y"]),
                "zu": (punkte[b]["x"], punkte[b]["y"]),
                "art": next(art for art in ARTEN if art in arten),
                "fern": inseln.gruppen[a] != inseln.gruppen[b],
            }
            # What leaves its field lies beneath what stays in it.
            for (a, b), arten in sorted(
                netz.kanten.items(),
                key=lambda kante: (inseln.gruppen[kante[0][0]] == inseln.gruppen[kante[0][1]], kante[0]),
            )
        ],
        "knoten": list(punkte.values()),
    }


def _gelegt(netz: Netz, inseln: Inseln, punkte: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Give every point its place in its field; return the size of the picture, and the fields."""
    glieder: dict[str, list[str]] = defaultdict(list)
    for name in punkte:
        glieder[inseln.gruppen[name]].append(name)
    ordnung = {insel: len(glieder[insel]) for insel in inseln.titel if insel in glieder}
    ganz = SCHMAL if len(ordnung) == 1 and len(punkte) <= WENIGE else BREITE
    zeilenweise = reihen(ordnung)
    orte: dict[str, dict[str, Ort]] = {}
    hoehen: dict[str, float] = {}
    for reihe in zeilenweise:
        for insel in reihe:
            plaetze = {name: _platz(punkte[name]) for name in glieder[insel]}
            innen = {paar for paar in netz.kanten if plaetze.keys() >= set(paar)}
            orte[insel], hoehen[insel] = lage(plaetze, innen, feldbreite(reihe, ganz) - 2 * RAND)
    gelegt, hoehe = felder(zeilenweise, {insel: hoehe + KOPF + RAND for insel, hoehe in hoehen.items()}, ganz)
    for insel, feld in gelegt.items():
        _eingesetzt(orte[insel], hoehen[insel], feld, _kopf(inseln, insel), punkte)
    return {
        "breite": int(ganz),
        "hoehe": int(hoehe),
        "felder": [
            {
                "x": round(feld.x, 1),
                "y": round(feld.y, 1),
                "breite": round(feld.breite, 1),
                "hoehe": round(feld.hoehe, 1),
                "titel": inseln.titel[insel],
                "url": inseln.adressen.get(insel, ""),
                "knoten": [punkte[name] for name in glieder[insel]],
            }
            for insel, feld in gelegt.items()
        ],
    }


def _kopf(inseln: Inseln, insel: str) -> float:
    """Return the room above the points of a field."""
    return KOPF if inseln.titel[insel] else RAND


def _eingesetzt(
    orte: dict[str, Ort], hoehe: float, feld: Feld, kopf: float, punkte: dict[str, dict[str, Any]]
) -> None:
    """Set the places of a field in the picture, drawn out and centred to fill its height."""
    frei = feld.hoehe - kopf - RAND
    dehnung = min(frei / max(hoehe, 1.0), STRECKUNG_HOECHSTENS)
    oben = feld.y + kopf + (frei - hoehe * dehnung) / 2
    for name, (x, y) in orte.items():
        punkt = punkte[name]
        punkt["x"], punkt["y"] = round(feld.x + RAND + x, 1), round(oben + y * dehnung, 1)
        punkt["seite"] = round(punkt["r"] * 1.8, 1)
        punkt["ecke"] = tuple(round(punkt[achse] - punkt["r"] * 0.9, 1) for achse in ("x", "y"))
        punkt["zeilen"] = [
            (text, round(punkt["y"] + punkt["r"] + SCHRIFTHOEHE * nummer, 1))
            for nummer, text in enumerate(punkt["text"], start=1)
        ]


def _punkt(knoten: Knoten, grad: int) -> dict[str, Any]:
    """Return one point with the lines of its name, not placed yet."""
    return {
        "r": round(min(7 + grad * 0.6, 14), 1),
        "art": knoten.art,
        "titel": knoten.titel,
        "text": zeilen(knoten.kurz),
        "grad": grad,
    }


def _platz(punkt: dict[str, Any]) -> Platz:
    """Return the room of a point and the name beneath it."""
    breit = max((textbreite(text) for text in punkt["text"]), default=0.0)
    return Platz(
        seite=max(breit / 2, punkt["r"]) + 2,
        oben=punkt["r"] + 4,
        unten=punkt["r"] + SCHRIFTHOEHE * len(punkt["text"]) + 5,
    )


def _nachbarschaft(punkt: dict[str, Any], nachbarn: list[dict[str, Any]]) -> str:
    """Return a path along the lines of a point and around its neighbours."""
    return " ".join(
        f"M{punkt['x']} {punkt['y']}L{n['x']} {n['y']}"
        f"m{-n['r'] - 5:.1f} 0a{n['r'] + 5:.1f} {n['r'] + 5:.1f} 0 1 0 {2 * n['r'] + 10:.1f} 0"
        f"a{n['r'] + 5:.1f} {n['r'] + 5:.1f} 0 1 0 {-2 * n['r'] - 10:.1f} 0"
        for n in nachbarn
    )


def tabelle(netz: Netz, nach_name: bool) -> list[dict[str, Any]]:
    """Return all points with those each is joined to, by kind of line; most lines first, or A to Z."""
    verbunden: dict[str, dict[str, list[Knoten]]] = defaultdict(lambda: defaultdict(list))
    reihenfolge = sorted(netz.knoten, key=lambda name: (netz.knoten[name].sortierung, name))
    for a in reihenfolge:
        for b in reihenfolge:
            for art in netz.kanten.get((min(a, b), max(a, b)), ()):
                verbunden[a][art].append(netz.knoten[b])
    reihen_ = [
        {
            "titel": netz.knoten[name].titel,
            "url": netz.knoten[name].url,
            "zahl": len({knoten.schluessel for gruppe in verbunden[name].values() for knoten in gruppe}),
            "arten": [(text, verbunden[name][art]) for art, text in ARTEN.items() if art in verbunden[name]],
        }
        for name in reihenfolge
    ]
    return reihen_ if nach_name else sorted(reihen_, key=lambda reihe: -reihe["zahl"])

"""Place the points of a small network: one in the middle, the others around it."""

import math
from dataclasses import dataclass, field
from typing import Any

BREITE, HOEHE = 760, 460
RADIUS_X, RADIUS_Y = 190, 175
BESCHRIFTUNG_HOECHSTENS = 26


@dataclass
class Punkt:
    """A point: name, address, and points that hang on it."""

    titel: str
    url: str
    kinder: list["Punkt"] = field(default_factory=list)


def strahlenbild(mitte: Punkt, titel: str) -> dict[str, Any]:
    """Return the context of ``components/network.html``.

    The children of ``mitte`` stand on an ellipse in their order, so the picture is the same
    from edit to edit; grandchildren hang outside of their parent.
    """
    mx, my = BREITE / 2, HOEHE / 2
    kanten: list[tuple[float, float, float, float]] = []
    knoten: list[dict[str, Any]] = []
    for nummer, punkt in enumerate(mitte.kinder):
        winkel = 2 * math.pi * (nummer + 0.5) / len(mitte.kinder) - math.pi / 2
        x, y = round(mx + RADIUS_X * math.cos(winkel), 1), round(my + RADIUS_Y * math.sin(winkel), 1)
        kanten.append((mx, my, x, y))
        knoten.append(_knoten(punkt, x, y, rechts=x >= mx))
        for rang, kind in enumerate(punkt.kinder):
            schraege = winkel + (rang - (len(punkt.kinder) - 1) / 2) * 0.5
            kx, ky = round(x + 42 * math.cos(schraege), 1), round(y + 34 * math.sin(schraege), 1)
            kanten.append((x, y, kx, ky))
            knoten.append({"x": kx, "y": ky, "r": 6, "titel": kind.titel, "url": kind.url, "art": "ring"})
    knoten.append({"x": mx, "y": my, "r": 20, "titel": mitte.titel, "url": mitte.url, "art": "wir"})
    return {"breite": BREITE, "hoehe": HOEHE, "titel": titel, "kanten": kanten, "knoten": knoten}


def _knoten(punkt: Punkt, x: float, y: float, *, rechts: bool) -> dict[str, Any]:
    """Return one labelled point; points with children carry their label towards the middle's far side."""
    abstand = 62 if punkt.kinder else 16
    return {
        "x": x,
        "y": y,
        "r": 9,
        "titel": punkt.titel,
        "url": punkt.url,
        "beschriftung": gekuerzt(punkt.titel),
        "lx": x + (abstand if rechts else -abstand),
        "ly": y + 5,
        "lage": "start" if rechts else "end",
    }


def gekuerzt(text: str) -> str:
    """Return a label that fits beside a point, cut at a word."""
    if len(text) <= BESCHRIFTUNG_HOECHSTENS:
        return text
    kurz = text[:BESCHRIFTUNG_HOECHSTENS].rsplit(" ", 1)[0].rstrip(" ,–-")
    return f"{kurz} …"

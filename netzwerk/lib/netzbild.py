"""Place the points of a small network: one in the middle, the others around it, every name readable."""

import math
from dataclasses import dataclass, field
from typing import Any

BREITE, HOEHE = 760, 460
RAND = 22
RADIUS_X, RADIUS_Y = 160, 240
KIND_ABSTAND = 30
BESCHRIFTUNG_HOECHSTENS = 27


@dataclass
class Punkt:
    """A point: name, address, and points that hang on it."""

    titel: str
    url: str
    kinder: list["Punkt"] = field(default_factory=list)


def strahlenbild(mitte: Punkt, titel: str) -> dict[str, Any]:
    """Return the context of ``components/network.html``.

    The points stand clockwise in their order on an ellipse, each on a line of its own so that
    names never meet; what hangs on a point follows it, a step further out. The picture is the
    same from edit to edit as long as the order is.
    """
    mx, my = BREITE / 2, HOEHE / 2
    kanten: list[tuple[float, float, float, float]] = []
    knoten: list[dict[str, Any]] = []
    rechts, links = _haelften(mitte.kinder)
    for familien, seite in ((rechts, 1), (links, -1)):
        zeilen = [(punkt, kind) for punkt in familien for kind in (None, *punkt.kinder)]
        hoehen = _hoehen(len(zeilen), aufwaerts=seite < 0)
        eltern = (mx, my)
        for (punkt, kind), y in zip(zeilen, hoehen, strict=True):
            weite = RADIUS_X * math.sqrt(max(0.0, 1 - ((y - my) / RADIUS_Y) ** 2))
            x = round(mx + seite * (weite + (KIND_ABSTAND if kind else 0)), 1)
            kanten.append((*(eltern if kind else (mx, my)), x, y))
            knoten.append(_knoten(kind or punkt, x, y, seite, ist_kind=kind is not None))
            eltern = eltern if kind else (x, y)
    knoten.append({"x": mx, "y": my, "r": 20, "titel": mitte.titel, "url": mitte.url, "art": "wir"})
    return {"breite": BREITE, "hoehe": HOEHE, "titel": titel, "kanten": kanten, "knoten": knoten}


def _haelften(punkte: list[Punkt]) -> tuple[list[Punkt], list[Punkt]]:
    """Return the points for the right and the left side, families kept together."""
    haelfte = sum(1 + len(punkt.kinder) for punkt in punkte) / 2
    rechts: list[Punkt] = []
    zeilen = 0
    for punkt in punkte:
        zeilen += 1 + len(punkt.kinder)
        if zeilen > haelfte and rechts:
            break
        rechts.append(punkt)
    return rechts, punkte[len(rechts) :]


def _hoehen(anzahl: int, *, aufwaerts: bool) -> list[float]:
    """Return evenly spread heights within the picture."""
    abstand = (HOEHE - 2 * RAND) / max(anzahl, 1)
    hoehen = [round(RAND + abstand * (nummer + 0.5), 1) for nummer in range(anzahl)]
    return hoehen[::-1] if aufwaerts else hoehen


def _knoten(punkt: Punkt, x: float, y: float, seite: int, *, ist_kind: bool) -> dict[str, Any]:
    """Return one labelled point."""
    knoten = {
        "x": x,
        "y": y,
        "r": 6 if ist_kind else 9,
        "titel": punkt.titel,
        "url": punkt.url,
        "beschriftung": endstueck(punkt.titel) if ist_kind else gekuerzt(punkt.titel),
        "lx": x + seite * (12 if ist_kind else 16),
        "ly": y + 5,
        "lage": "start" if seite > 0 else "end",
    }
    return knoten | {"art": "ring"} if ist_kind else knoten


def gekuerzt(text: str) -> str:
    """Return a label that fits beside a point, cut between words where that is possible."""
    if len(text) <= BESCHRIFTUNG_HOECHSTENS:
        return text
    kurz = text[: BESCHRIFTUNG_HOECHSTENS - 1]
    wortende = kurz.rfind(" ")
    kurz = kurz[:wortende] if wortende > BESCHRIFTUNG_HOECHSTENS / 2 else kurz
    return f"{kurz.rstrip(' ,–-')}…"


def endstueck(text: str) -> str:
    """Return the last word of a long name: bodies under one body often begin alike."""
    return text if len(text) <= BESCHRIFTUNG_HOECHSTENS - 4 else f"… {text.rsplit(' ', 1)[-1]}"

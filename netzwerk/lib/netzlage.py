"""Place the points of a network of any shape within a width, each with room for its name.

Own code, because a page draws 300 points at most: networkx needs numpy and scipy for its
spring layout (over 60 MB in each worker), graphviz a program beside the portal (2026-11-24).

The distance on paper follows the distance in the network (stress majorization), held back by
the place that a point's own name gives it, so that an edit does not reshuffle the rest. Then
rooms that meet are moved apart; the height is free, so they always find room (2026-11-25).
"""

import hashlib
import itertools
import math
from collections import defaultdict
from dataclasses import dataclass

DURCHGAENGE = 30
# Further apart than this in the network is as far as it gets on paper.
FERN = 4
# In a larger crowd points are compared only with those near them in the network.
ALLE_PAARE = 120
# How strongly a point stays near the place its own name gives it.
ANKER = 0.8
# How much of the paper the rooms of the points fill before they are moved apart.
DICHTE = 0.4
ABSTAND = 6.0
SCHUEBE = 100
# What meets by less than this part of a room meets by rounding alone.
RUNDUNG = 0.001

Ort = tuple[float, float]
Kante = tuple[str, str]
Paar = tuple[int, int, float]


@dataclass(frozen=True)
class Platz:
    """The room that a point needs around it, with its name: to each side, above and beneath."""

    seite: float
    oben: float
    unten: float


def zufall(schluessel: str, zweck: str) -> float:
    """Return a number from 0 to 1 that depends on the key alone."""
    zahl = hashlib.sha256(f"{zweck}|{schluessel}".encode()).digest()[:6]
    return int.from_bytes(zahl) / 2**48


def lage(plaetze: dict[str, Platz], kanten: set[Kante], breite: float) -> tuple[dict[str, Ort], float]:
    """Return a place for each point within the width, no two rooms meeting, and the height they take.

    The same input gives the same places in any order, and one line more moves little.
    """
    namen = sorted(plaetze)
    if not namen:
        return {}, 0.0
    raeume = [plaetze[name] for name in namen]
    anker = [_anker(name) for name in namen]
    orte = _gespannt(anker, _paare(namen, kanten))
    flaeche = sum(2 * raum.seite * (raum.oben + raum.unten) for raum in raeume)
    stellen = _eingepasst(orte, raeume, breite, flaeche / DICHTE / breite)
    _auseinander(stellen, raeume, breite)
    oben = min(y - raum.oben for (_, y), raum in zip(stellen, raeume, strict=True))
    unten = max(y + raum.unten for (_, y), raum in zip(stellen, raeume, strict=True))
    return {name: (x, y - oben) for name, (x, y) in zip(namen, stellen, strict=True)}, unten - oben


def _anker(name: str) -> Ort:
    """Return the place in a circle around 0 that a point's own name gives it."""
    winkel, weite = zufall(name, "winkel") * math.tau, math.sqrt(zufall(name, "weite"))
    return weite * math.cos(winkel), weite * math.sin(winkel)


def _paare(namen: list[str], kanten: set[Kante]) -> list[Paar]:
    """Return pairs of points, by number, and how far apart they are in the network."""
    nummern = {name: nummer for nummer, name in enumerate(namen)}
    nachbarn: dict[int, list[int]] = defaultdict(list)
    for a, b in sorted(kanten):
        nachbarn[nummern[a]].append(nummern[b])
        nachbarn[nummern[b]].append(nummern[a])
    alle = len(namen) <= ALLE_PAARE
    paare: list[Paar] = []
    for nummer in range(len(namen)):
        weiten = _weiten(nummer, nachbarn, FERN if alle else 2)
        ziele = range(nummer + 1, len(namen)) if alle else sorted(n for n in weiten if n > nummer)
        paare += [(nummer, ziel, float(weiten.get(ziel, FERN))) for ziel in ziele]
    return paare


def _weiten(start: int, nachbarn: dict[int, list[int]], grenze: int) -> dict[int, int]:
    """Return the points within so many steps, and how many it takes."""
    weiten, rand = {start: 0}, [start]
    for schritt in range(1, grenze + 1):
        rand = sorted({n for punkt in rand for n in nachbarn[punkt]} - weiten.keys())
        weiten |= dict.fromkeys(rand, schritt)
    return weiten


def _gespannt(anker: list[Ort], paare: list[Paar]) -> list[Ort]:
    """Return places whose distances follow those of the network, begun at the anchors."""
    mass = math.sqrt(len(anker)) * 0.8
    start = [(x * mass, y * mass) for x, y in anker]
    xs, ys = [x for x, _ in start], [y for _, y in start]
    for _ in range(DURCHGAENGE):
        sx, sy = [x * ANKER for x, _ in start], [y * ANKER for _, y in start]
        gewichte = [ANKER] * len(start)
        for a, b, weite in paare:
            ax, ay, bx, by = xs[a], ys[a], xs[b], ys[b]
            dx, dy = ax - bx, ay - by
            dehnung = weite / (math.sqrt(dx * dx + dy * dy) or 1e-9)
            gewicht = 1 / (weite * weite)
            sx[a] += gewicht * (bx + dx * dehnung)
            sy[a] += gewicht * (by + dy * dehnung)
            sx[b] += gewicht * (ax - dx * dehnung)
            sy[b] += gewicht * (ay - dy * dehnung)
            gewichte[a] += gewicht
            gewichte[b] += gewicht
        xs = [summe / gewicht for summe, gewicht in zip(sx, gewichte, strict=True)]
        ys = [summe / gewicht for summe, gewicht in zip(sy, gewichte, strict=True)]
    return list(zip(xs, ys, strict=True))


def _eingepasst(orte: list[Ort], raeume: list[Platz], breite: float, hoehe: float) -> list[list[float]]:
    """Return the places stretched to the width and the height, each on its own."""
    xs, ys = [x for x, _ in orte], [y for _, y in orte]
    return [
        [
            _gestreckt(x, (min(xs), max(xs)), (raum.seite, breite - raum.seite)),
            _gestreckt(y, (min(ys), max(ys)), (raum.oben, max(hoehe - raum.unten, raum.oben))),
        ]
        for (x, y), raum in zip(orte, raeume, strict=True)
    ]


def _gestreckt(wert: float, von: Ort, nach: Ort) -> float:
    """Return where a number stands when its range is stretched to another."""
    spanne = von[1] - von[0]
    anteil = (wert - von[0]) / spanne if spanne > RUNDUNG else 0.5
    return nach[0] + anteil * (nach[1] - nach[0])


def _auseinander(stellen: list[list[float]], raeume: list[Platz], breite: float) -> None:
    """Move the rooms apart, so that no point and no name covers another: a little to all sides, then down."""
    # Plain lists: this loop runs half a million times for 300 points, and most pairs stand side by side.
    seite, oben = [raum.seite for raum in raeume], [raum.oben for raum in raeume]
    unten = [raum.unten + ABSTAND for raum in raeume]
    for _ in range(SCHUEBE):
        frei = True
        reihe = sorted(range(len(stellen)), key=lambda nummer: stellen[nummer][1] - oben[nummer])
        for stelle, a in enumerate(reihe, 1):
            ort_a, breit = stellen[a], seite[a] + ABSTAND
            for b in itertools.islice(reihe, stelle, None):
                ort_b = stellen[b]
                if ort_b[1] - oben[b] >= ort_a[1] + unten[a]:
                    break
                if -breit - seite[b] < ort_b[0] - ort_a[0] < breit + seite[b]:
                    frei &= not _geschoben(ort_a, raeume[a], ort_b, raeume[b])
        for ort, raum in zip(stellen, raeume, strict=True):
            ort[0] = min(max(ort[0], raum.seite), breite - raum.seite)
        if frei:
            return
    _gestapelt(stellen, raeume)


def _geschoben(ort_a: list[float], a: Platz, ort_b: list[float], b: Platz) -> bool:
    """Push two rooms apart along the line between their middles; say whether they had met."""
    breit = a.seite + b.seite + ABSTAND
    hoch = (a.oben + a.unten + b.oben + b.unten) / 2 + ABSTAND
    x = (ort_b[0] - ort_a[0]) / breit
    y = (ort_b[1] - ort_a[1] + (b.unten - b.oben - a.unten + a.oben) / 2) / hoch
    naehe = max(abs(x), abs(y))
    if naehe >= 1 - RUNDUNG:
        return False
    if naehe < RUNDUNG:
        y = RUNDUNG
    weg = (1 - naehe) / math.hypot(x, y) / 2
    ort_a[0] -= x * weg * breit
    ort_b[0] += x * weg * breit
    ort_a[1] -= y * weg * hoch
    ort_b[1] += y * weg * hoch
    return True


def _gestapelt(stellen: list[list[float]], raeume: list[Platz]) -> None:
    """Move down what still meets something above it, from the top: none meets another then."""
    gesetzt: list[int] = []
    for nummer in sorted(range(len(stellen)), key=lambda n: stellen[n][1] - raeume[n].oben):
        ort, raum = stellen[nummer], raeume[nummer]
        for anderer in sorted(gesetzt, key=lambda n: stellen[n][1] + raeume[n].unten):
            x, y = stellen[anderer]
            nah = abs(x - ort[0]) < raeume[anderer].seite + raum.seite + ABSTAND
            unten = y + raeume[anderer].unten + ABSTAND
            if (
                nah
                and y - raeume[anderer].oben < ort[1] + raum.unten + ABSTAND
                and unten > ort[1] - raum.oben
            ):
                ort[1] = unten + raum.oben
        gesetzt.append(nummer)

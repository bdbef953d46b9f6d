"""Place the points of a network of any shape, and the names that fit beside them.

Own code, because a page draws 300 points at most: networkx needs numpy and scipy for its
spring layout (over 60 MB in each worker), graphviz a program beside the portal (2026-11-24).
"""

import hashlib
import math
from collections import defaultdict
from dataclasses import dataclass

BREITE, HOEHE, RAND = 900.0, 680.0, 60.0
SCHRITTE = 60
# How strongly a point stays near the place its own name gives it: what keeps edits from reshuffling.
ANKER = 0.2
ZEICHENBREITE, ZEILENHOEHE = 7.6, 18.0
# How many of the most important points carry their name even in a crowd.
WICHTIGE = 8

Ort = tuple[float, float]
Kasten = tuple[float, float, float, float]


@dataclass(frozen=True)
class Schrift:
    """A name beside its point: where it begins and to which side it runs."""

    x: float
    y: float
    lage: str


def zufall(schluessel: str, zweck: str) -> float:
    """Return a number from 0 to 1 that depends on the key alone."""
    zahl = hashlib.sha256(f"{zweck}|{schluessel}".encode()).digest()[:6]
    return int.from_bytes(zahl) / 2**48


def lage(gruppen: dict[str, str], kanten: set[tuple[str, str]]) -> dict[str, Ort]:
    """Return a place within BREITE × HOEHE for each point.

    ``gruppen`` names the group of each point (its area): points of a group begin near each
    other. ``kanten`` holds pairs of points. The same input gives the same places, and one
    line more moves little: every point begins at, and is drawn to, a place of its own.
    """
    namen = sorted(gruppen)
    if not namen:
        return {}
    anker = {name: _anker(name, gruppen[name]) for name in namen}
    orte = dict(anker)
    abstand = math.sqrt(BREITE * HOEHE / len(namen)) * 0.8
    paare = sorted(kante for kante in kanten if kante[0] in orte and kante[1] in orte)
    for schritt in range(SCHRITTE):
        schub = _abstossung(orte, abstand)
        for a, b in paare:
            dx, dy = orte[b][0] - orte[a][0], orte[b][1] - orte[a][1]
            kraft = 0.04 * (1 - abstand / max(math.hypot(dx, dy), 1.0))
            schub[a][0] += dx * kraft
            schub[a][1] += dy * kraft
            schub[b][0] -= dx * kraft
            schub[b][1] -= dy * kraft
        weite = abstand * 0.5 * (1 - schritt / SCHRITTE) + 1
        orte = {name: _bewegt(orte[name], anker[name], schub[name], weite) for name in namen}
    return orte


def _anker(name: str, gruppe: str) -> Ort:
    """Return where a point begins: around the middle of its group."""
    winkel, weite = zufall(gruppe, "winkel") * math.tau, math.sqrt(zufall(gruppe, "weite")) * 0.28
    eigen, fern = zufall(name, "winkel") * math.tau, math.sqrt(zufall(name, "weite")) * 0.3
    return (
        BREITE * (0.5 + weite * math.cos(winkel) + fern * math.cos(eigen)),
        HOEHE * (0.5 + weite * math.sin(winkel) + fern * math.sin(eigen)),
    )


def _abstossung(orte: dict[str, Ort], abstand: float) -> dict[str, list[float]]:
    """Return how far near points push each other away; far ones are not looked at."""
    felder: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name, (x, y) in orte.items():
        felder[int(x / abstand), int(y / abstand)].append(name)
    schub = {name: [0.0, 0.0] for name in orte}
    for name, (x, y) in orte.items():
        spalte, zeile = int(x / abstand), int(y / abstand)
        for feld in ((spalte + i, zeile + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
            for anderer in felder.get(feld, ()):
                dx, dy = x - orte[anderer][0], y - orte[anderer][1]
                weit = math.hypot(dx, dy)
                if anderer != name and 0 < weit < abstand:
                    kraft = 0.25 * (abstand - weit) / weit
                    schub[name][0] += dx * kraft
                    schub[name][1] += dy * kraft
    return schub


def _bewegt(ort: Ort, anker: Ort, schub: list[float], weite: float) -> Ort:
    """Return the next place of a point, within the picture and at most a step away."""
    dx, dy = schub[0] + (anker[0] - ort[0]) * ANKER, schub[1] + (anker[1] - ort[1]) * ANKER
    mass = min(1.0, weite / max(math.hypot(dx, dy), 1e-9))
    return (
        min(max(ort[0] + dx * mass, RAND), BREITE - RAND),
        min(max(ort[1] + dy * mass, RAND / 2), HOEHE - RAND / 2),
    )


def schriften(orte: dict[str, Ort], texte: dict[str, str], rang: list[str]) -> dict[str, Schrift]:
    """Return the names that find room, the most important (first in ``rang``) before the others.

    No name that is returned meets another one. None meets a point either, but for the first
    WICHTIGE: in a crowd they stand where they cover the least of the points.
    """
    punkte = [(x - 9, y - 9, x + 9, y + 9) for x, y in orte.values()]
    namen: list[Kasten] = []
    gefunden: dict[str, Schrift] = {}
    for nummer, name in enumerate(rang):
        breit = len(texte[name]) * ZEICHENBREITE
        frei = [
            (sum(_deckung(kasten, punkt) for punkt in punkte), stelle, kasten)
            for stelle, kasten in ((s, _kasten(s, breit)) for s in _stellen(*orte[name]))
            if _im_bild(kasten) and not any(_deckung(kasten, anderer) for anderer in namen)
        ]
        verdeckt, stelle, kasten = min(frei, key=lambda wahl: wahl[0], default=(1.0, None, None))
        if stelle and kasten and (not verdeckt or nummer < WICHTIGE):
            namen.append(kasten)
            gefunden[name] = stelle
    return gefunden


def _stellen(x: float, y: float) -> tuple[Schrift, ...]:
    """Return where the name of a point may stand, the best first."""
    return (
        Schrift(x + 13, y + 5, "start"),
        Schrift(x - 13, y + 5, "end"),
        Schrift(x, y - 14, "middle"),
        Schrift(x, y + 25, "middle"),
        Schrift(x + 10, y - 10, "start"),
        Schrift(x + 10, y + 21, "start"),
        Schrift(x - 10, y - 10, "end"),
        Schrift(x - 10, y + 21, "end"),
    )


def _kasten(schrift: Schrift, breit: float) -> Kasten:
    """Return the box that a name fills."""
    links = {"start": 0.0, "middle": breit / 2, "end": breit}[schrift.lage]
    return (schrift.x - links, schrift.y - ZEILENHOEHE + 4, schrift.x - links + breit, schrift.y + 4)


def _im_bild(kasten: Kasten) -> bool:
    """Say whether a box lies within the picture."""
    return kasten[0] >= 0 and kasten[1] >= 0 and kasten[2] <= BREITE and kasten[3] <= HOEHE


def _deckung(a: Kasten, b: Kasten) -> float:
    """Return the area that two boxes share, 0 if they do not meet."""
    return max(min(a[2], b[2]) - max(a[0], b[0]), 0.0) * max(min(a[3], b[3]) - max(a[1], b[1]), 0.0)

"""Lay the fields of a picture, one for each group of its points, side by side and row under row."""

from dataclasses import dataclass

LUECKE = 16.0
# A group this large gets a whole row.
GANZE_REIHE = 40


@dataclass(frozen=True)
class Feld:
    """A part of the picture."""

    x: float
    y: float
    breite: float
    hoehe: float


def reihen(groessen: dict[str, int]) -> list[list[str]]:
    """Return the groups in rows of one or two, in the given order among those of about the same size.

    Sizes count by doublings, so that one point more seldom changes the order.
    """
    nach_groesse = sorted(groessen, key=lambda name: -groessen[name].bit_length())
    gefunden: list[list[str]] = []
    offen: list[str] = []
    for name in nach_groesse:
        if groessen[name] >= GANZE_REIHE:
            gefunden.append([name])
            continue
        offen.append(name)
        if len(offen) == 2:  # noqa: PLR2004 - a row
            gefunden.append(offen)
            offen = []
    return [*gefunden, offen] if offen else gefunden


def feldbreite(reihe: list[str], ganz: float) -> float:
    """Return how wide the fields of a row are in a picture of that width."""
    return (ganz - LUECKE * (len(reihe) - 1)) / len(reihe)


def felder(gelegt: list[list[str]], hoehen: dict[str, float], ganz: float) -> tuple[dict[str, Feld], float]:
    """Return the field of each group, those of a row equally high, and the height of the picture."""
    gefunden: dict[str, Feld] = {}
    oben = 0.0
    for reihe in gelegt:
        breite, hoehe = feldbreite(reihe, ganz), max(hoehen[name] for name in reihe)
        for nummer, name in enumerate(reihe):
            gefunden[name] = Feld(nummer * (breite + LUECKE), oben, breite, hoehe)
        oben += hoehe + LUECKE
    return gefunden, oben - LUECKE if gelegt else 0.0

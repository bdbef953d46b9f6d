"""Words that were mistyped: how far one is from another, and which of some words was meant."""

from collections.abc import Iterable
from typing import NamedTuple

# Shorter words differ by one letter from too many others.
LAENGE_AB = 4
# From so many letters on, two slips are forgiven.
LANG_AB = 8


class Ausschnitt(NamedTuple):
    """Where to look for what was meant: one of both ends is right, and the length is near."""

    anfang: str
    ende: str
    kuerzestens: int
    laengstens: int


def erlaubt(wort: str) -> int:
    """Return how many slips are forgiven in a word."""
    if len(wort) < LAENGE_AB or wort.isdigit():
        return 0
    return 2 if len(wort) >= LANG_AB else 1


def ausschnitt(wort: str) -> Ausschnitt:
    """Return where to look: one slip leaves the first or the second half whole, two mostly a third.

    The halves leave out the letter at their seam, as two letters may have changed places there.
    """
    laenge, slips = len(wort), erlaubt(wort)
    anteil = laenge // (slips + 1)
    vorn = anteil - 1 if slips == 1 else anteil
    hinten = laenge - anteil - 1 if slips == 1 else anteil
    return Ausschnitt(
        wort[: max(1, vorn)],
        wort[len(wort) - max(1, hinten) :],
        max(LAENGE_AB - 1, laenge - slips),
        laenge + slips,
    )


def abstand(eines: str, anderes: str, hoechstens: int) -> int:
    """Return how many letters to put in, leave out, replace or swap, as far as it is ``hoechstens``."""
    if abs(len(eines) - len(anderes)) > hoechstens or len(set(eines) ^ set(anderes)) > 2 * hoechstens:
        return hoechstens + 1
    davor: list[int] = []
    zeile = list(range(len(anderes) + 1))
    for i, zeichen in enumerate(eines, start=1):
        neu = [i]
        for j, gegen in enumerate(anderes, start=1):
            wert = min(neu[-1] + 1, zeile[j] + 1, zeile[j - 1] + (zeichen != gegen))
            if i > 1 and j > 1 and zeichen == anderes[j - 2] and eines[i - 2] == gegen:
                wert = min(wert, davor[j - 2] + 1)
            neu.append(wert)
        if min(neu) > hoechstens:
            return hoechstens + 1
        davor, zeile = zeile, neu
    return zeile[-1]


def gemeint(wort: str, bekannte: Iterable[tuple[str, int]], zahl: int) -> list[str]:
    """Return the words that were probably meant, best first: nearest, then most frequent."""
    hoechstens = erlaubt(wort)
    nahe = {
        (weit, -anzahl, anderes)
        for anderes, anzahl in bekannte
        if anderes != wort and (weit := abstand(wort, anderes, hoechstens)) <= hoechstens
    }
    return [anderes for *_, anderes in sorted(nahe)[:zahl]]

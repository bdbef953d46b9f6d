"""The chain between bodies: who owes whom reports, from the last receiver down."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from gremien.enums import Pflichtstand
from sitzungen.pflichten import Faelligkeit

# What needs attention first.
RANG = {
    wert: rang
    for rang, wert in enumerate(
        (
            Pflichtstand.UEBERFAELLIG,
            Pflichtstand.FAELLIG,
            Pflichtstand.SPAETER,
            Pflichtstand.AUSGESETZT,
            Pflichtstand.ERFUELLT,
        )
    )
}


def kette(faellige: Iterable[Faelligkeit]) -> list[dict[str, Any]]:
    """Return the receivers that owe nobody, each with who reports to it, and to those: ``{wer, was, unter}``.

    Of each pair the most urgent time is told. A circle is cut where it closes.
    """
    je_paar: dict[tuple[Any, Any], Faelligkeit] = {}
    for faelligkeit in faellige:
        for empfaenger in faelligkeit.empfaenger:
            paar = (empfaenger, faelligkeit.pflicht.schuldner)
            bisher = je_paar.get(paar)
            if bisher is None or RANG[faelligkeit.stand] < RANG[bisher.stand]:
                je_paar[paar] = faelligkeit
    unter: dict[Any, list[Any]] = defaultdict(list)
    for empfaenger, schuldner in je_paar:
        unter[empfaenger].append(schuldner)
    schuldende = {schuldner for _, schuldner in je_paar}
    wurzeln = [empfaenger for empfaenger in unter if empfaenger not in schuldende] or list(unter)
    return [_glied(wurzel, None, unter, je_paar, ()) for wurzel in sorted(wurzeln, key=str)]


def _glied(wer: Any, was: Any, unter: Any, je_paar: Any, weg: tuple[Any, ...]) -> dict[str, Any]:
    weg = (*weg, wer)
    glieder = [
        _glied(schuldner, je_paar[wer, schuldner], unter, je_paar, weg)
        for schuldner in sorted(unter.get(wer, ()), key=str)
        if schuldner not in weg
    ]
    return {"wer": wer, "was": was, "unter": glieder}

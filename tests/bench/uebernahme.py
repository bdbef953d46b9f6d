"""Print how well the take-over assistant reads pages: precision and recall of each recognised thing.

Without arguments: the invented pages. With a path: what is read from that file, and its figures, too, if a
second path names a JSON list of expected entries (name, art, ebenen, leitung, bilder, oben).
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from gremien.uebernahme.lesen import datei_lesen, text_lesen
from gremien.uebernahme.vorschlag import Ergebnis
from tests.bench.uebernahme_seiten import SEITEN, Erwartet

DINGE = ("Namen", "Typen", "Ebenen", "Reihenfolge", "Bilder", "Leitung", "Untergremien")


def _paare(ergebnis: Ergebnis, erwartet: Iterable[Erwartet]) -> dict[str, tuple[set, set]]:
    """Return for each thing what was found and what was expected, as sets of comparable facts."""
    gefunden, soll = ergebnis.vorschlaege, list(erwartet)
    namen = [v.name.wert for v in gefunden]
    gemeinsam = [n for n in namen if n in {e.name for e in soll}]
    folge = [e.name for e in soll if e.name in gemeinsam]
    ebenen = {e.name: set(e.ebenen) for e in soll}
    return {
        "Namen": (set(namen), {e.name for e in soll}),
        "Typen": ({(v.name.wert, v.art.wert) for v in gefunden}, {(e.name, e.art) for e in soll}),
        # The first of the levels counts; where none is said, none may be claimed with certainty.
        "Ebenen": (
            {
                (v.name.wert, str(v.ebenen[0].wert))
                for v in gefunden
                if v.ebenen and (ebenen.get(v.name.wert) or v.ebenen[0].sicher)
            },
            {(e.name, e.ebenen[0]) for e in soll if e.ebenen},
        ),
        "Reihenfolge": (set(enumerate(gemeinsam)), set(enumerate(folge))),
        "Bilder": (
            {(v.name.wert, b.wert) for v in gefunden for b in v.bildunterschriften},
            {(e.name, b) for e in soll for b in e.bilder},
        ),
        "Leitung": (
            {(v.name.wert, n.name) for v in gefunden for n in v.leitung},
            {(e.name, n) for e in soll for n in e.leitung},
        ),
        "Untergremien": (
            {(v.name.wert, namen[v.oben]) for v in gefunden if v.oben is not None},
            {(e.name, e.oben) for e in soll if e.oben},
        ),
    }


def messen(ergebnis: Ergebnis, erwartet: Iterable[Erwartet]) -> dict[str, tuple[int, int, int]]:
    """Return for each thing how many are right, how many were found, how many expected."""
    return {ding: (len(a & b), len(a), len(b)) for ding, (a, b) in _paare(ergebnis, erwartet).items()}


def _anteil(zaehler: int, nenner: int) -> str:
    return f"{zaehler / nenner:4.2f}" if nenner else "   –"


def drucken(stil: str, masse: dict[str, tuple[int, int, int]]) -> None:
    """Print precision and recall of a page in one line per thing."""
    print(f"\n{stil}")
    for ding, (richtig, gefunden, soll) in masse.items():
        if gefunden or soll:
            print(
                f"  {ding:13} Genauigkeit {_anteil(richtig, gefunden)}  Ausbeute {_anteil(richtig, soll)}"
                f"  ({richtig} richtig, {gefunden} gefunden, {soll} erwartet)"
            )


def _zeigen(ergebnis: Ergebnis) -> None:
    for nummer, v in enumerate(ergebnis.vorschlaege, start=1):
        unsicher = "" if v.name.sicher and v.art.sicher else " (unsicher)"
        print(f"{nummer:3} {v.name.wert} · {v.art.wert} · {', '.join(e.wert for e in v.ebenen)}{unsicher}")
        for bild in v.bildunterschriften:
            print(f"      Bild: {bild.wert}")


def main(argumente: list[str]) -> None:
    """Measure the invented pages, or the files given."""
    if argumente:
        datei = Path(argumente[0])
        ergebnis = datei_lesen(datei.name, datei.read_bytes())
        _zeigen(ergebnis)
        if argumente[1:]:
            soll = [Erwartet(**eintrag) for eintrag in json.loads(Path(argumente[1]).read_text())]
            drucken(datei.name, messen(ergebnis, soll))
        return
    alle = [messen(text_lesen(seite.text), seite.erwartet) for seite in SEITEN]
    for seite, masse in zip(SEITEN, alle, strict=True):
        drucken(seite.stil, masse)
    summen = {ding: tuple(sum(masse[ding][i] for masse in alle) for i in range(3)) for ding in DINGE}
    drucken("Alle Seiten", summen)  # type: ignore[arg-type]


if __name__ == "__main__":
    main(sys.argv[1:])

"""Load and coverage: seats of each person, hours of each body, topics × areas with gaps, organisations."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gremien.mandate.besetzung import besetzungen
from gremien.models import Gremium
from gremien.vertretungen.filter import GREMIEN, Vertretungsfilter
from gremien.vertretungen.matrix import FREI, MANDAT, VERTRETUNG, matrix
from netzwerk.lib.text import sortierschluessel
from sitzungen.statistik import statistik
from sitzungen.statistikdateien import text

JAHRE = 3
LUECKE = "Lücke"


@dataclass(slots=True)
class Tafel:
    """A table: first cells name rows; ``balken`` is the number of each row that is drawn, too."""

    titel: str
    erklaerung: str
    kopf: list[str]
    zeilen: list[tuple[str, list[Any]]]
    balken: list[float] = field(default_factory=list)
    leer: str = "Hierzu ist noch nichts eingetragen."

    @property
    def hoechstens(self) -> float:
        """Return the longest bar."""
        return max(self.balken, default=0)

    @property
    def mit_balken(self) -> list[tuple[str, list[str], float | None]]:
        """Return name, cells in words, and bar of each row."""
        balken = self.balken or [-1.0] * len(self.zeilen)
        return [
            (
                name,
                [wert if isinstance(wert, str) else text(wert) for wert in werte],
                None if stab < 0 else stab,
            )
            for (name, werte), stab in zip(self.zeilen, balken, strict=True)
        ]

    def als_blatt(self) -> tuple[str, list[str], list[list[object]]]:
        """Return it as a sheet for spreadsheets."""
        return self.titel.replace("×", "x"), self.kopf, [[name, *werte] for name, werte in self.zeilen]


def tafeln(filter_: Vertretungsfilter) -> list[Tafel]:
    """Return the tables that are asked for."""
    return [
        je_person(filter_),
        je_gremium(filter_),
        themen_und_gebiete(filter_),
        je_organisation(filter_),
    ]


def je_person(filter_: Vertretungsfilter) -> Tafel:
    """Return how many seats each person and position has, those with most first."""
    zeilen = []
    for zeile in filter_.matrix.zeilen:
        arten = Counter(posten.art for posten in zeile.posten)
        if arten[FREI]:
            continue
        endet = sum(posten.endet for posten in zeile.posten)
        zeilen.append((zeile.name, [arten[MANDAT], arten[VERTRETUNG], endet]))
    zeilen.sort(key=lambda paar: (-paar[1][0], -paar[1][1], sortierschluessel(paar[0])))
    return Tafel(
        "Sitze je Person",
        "Mandate und Stellvertretungen am Stichtag.",
        ["Person oder Stelle", "Sitze", "Stellvertretungen", "enden bald"],
        zeilen,
        [float(werte[0]) for _, werte in zeilen],
    )


def je_gremium(filter_: Vertretungsfilter) -> Tafel:
    """Return what each body costs: hours of attendance in three years, and what was agreed on."""
    jahre = range(filter_.am.year - JAHRE + 1, filter_.am.year + 1)
    gremien = filter_.gremien[:GREMIEN]
    je_jahr = [
        {
            zeile.gremium.pk: zeile
            for zeile in statistik(
                gremien, date(jahr, 1, 1), date(jahr, 12, 31), filter_.traeger_nummern
            ).zeilen
        }
        for jahr in jahre
    ]
    zeilen = []
    for gremium in gremien:
        stunden = [float(jahr[gremium.pk].stunden) if gremium.pk in jahr else 0.0 for jahr in je_jahr]
        ansatz = round(float(je_jahr[-1][gremium.pk].ansatz), 1) if gremium.pk in je_jahr[-1] else 0.0
        if any(stunden) or ansatz:
            zeilen.append((str(gremium), [ansatz, *stunden]))
    return Tafel(
        "Stunden je Gremium",
        "Aus der eingetragenen Anwesenheit; der Ansatz steht bei den Mandaten (Stunden je Jahr).",
        ["Gremium", f"Ansatz {filter_.am.year}", *map(str, jahre)],
        zeilen,
        [max(werte[0], werte[-1]) for _, werte in zeilen],
    )


def themen_und_gebiete(filter_: Vertretungsfilter) -> Tafel:
    """Return for each topic and area in how many of the bodies somebody sits; none at all is a gap."""
    gremien = list(filter_.qs.prefetch_related("themen", "gebiete")[:GREMIEN])
    dabei = {gremium.pk for gremium in filter_.matrix.spalten}
    je_feld: dict[tuple[str, str], list[Gremium]] = defaultdict(list)
    for gremium in gremien:
        for thema in gremium.themen.all():
            for gebiet in gremium.gebiete.all():
                je_feld[thema.name, gebiet.name].append(gremium)
    gebiete = sorted({gebiet for _, gebiet in je_feld}, key=sortierschluessel)
    zeilen: list[tuple[str, list[Any]]] = [
        (thema, [_feld(je_feld.get((thema, gebiet), []), dabei) for gebiet in gebiete])
        for thema in sorted({thema for thema, _ in je_feld}, key=sortierschluessel)
    ]
    return Tafel(
        "Themen × Gebiete",
        "In wie vielen der Gremien wir sitzen. „Lücke“: Es gibt Gremien, aber niemand von uns ist dabei.",
        ["Thema", *gebiete],
        zeilen,
    )


def _feld(gremien: list[Gremium], dabei: set[int]) -> str:
    if not gremien:
        return "–"
    besetzt = sum(gremium.pk in dabei for gremium in gremien)
    return f"{besetzt} von {len(gremien)}" if besetzt else f"{LUECKE}: 0 von {len(gremien)}"


def je_organisation(filter_: Vertretungsfilter) -> Tafel:
    """Return how many seats each organisation has in how many of these bodies."""
    gremien = list(filter_.qs.order_by("sortierung", "id")[:GREMIEN])
    alle = matrix(besetzungen(gremien, filter_.am).values(), filter_.am, je_organisation=True)
    zeilen = []
    for zeile in alle.zeilen:
        sitze = sum(posten.art == MANDAT for posten in zeile.posten)
        frei = sum(posten.ist_frei for posten in zeile.posten)
        zeilen.append((zeile.name, [sitze, frei, len(zeile.zellen)]))
    zeilen.sort(key=lambda paar: (-paar[1][0], sortierschluessel(paar[0])))
    return Tafel(
        "Organisationen",
        "Alle Organisationen in diesen Gremien am Stichtag.",
        ["Organisation", "Sitze", "frei", "Gremien"],
        zeilen,
        [float(werte[0]) for _, werte in zeilen],
    )

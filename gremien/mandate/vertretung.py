"""Who steps in for a member on a day (DOMAIN a.4). Pure: judges what ``besetzung`` loaded."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from gremien.enums import Vertretungsart
from gremien.mandate.besetzung import Besetzung, Gruppe, Mandat, Platz
from gremien.models import Stellvertretung
from netzwerk.models import Person, Stelle, Zugehoerigkeit


@dataclass(frozen=True, slots=True)
class Ersatz:
    """Who steps in and why, in words; ``zur_wahl``: among whom the organisation may choose freely."""

    satz: str
    person: Person | None = None
    stelle: Stelle | None = None
    zur_wahl: tuple[Person, ...] = ()

    @property
    def gefunden(self) -> bool:
        """Say whether there is one."""
        return self.person is not None or self.stelle is not None

    @property
    def name(self) -> str:
        """Return who it is, for internal use."""
        return str(self.person or self.stelle or "")


def ersatz_fuer(
    besetzung: Besetzung,
    mandat: Mandat,
    *,
    vergeben: Iterable[Person | Stelle] = (),
    kollegium: Iterable[Zugehoerigkeit] = (),
) -> Ersatz:
    """Return who steps in for a member on the day of the composition.

    ``vergeben``: who is absent, too, or steps in for somebody else already; whoever has a seat of her
    own counts once and steps in for nobody. ``kollegium``: who works for the member's institution
    (``kollegium_von``), needed where it may choose freely.
    """
    besetzt = {*vergeben, *(wer for m in besetzung.mandate if (wer := _wer(m.mitgliedschaft)) is not None)}
    gruppe, platz = _ort(besetzung, mandat)
    sitz = platz.sitz if platz is not None else None
    art = sitz.vertretungsart if sitz is not None else ""
    if art == Vertretungsart.KEINE:
        return Ersatz("Für diesen Sitz ist keine Stellvertretung vorgesehen.")
    if art == Vertretungsart.FREI:
        return _freie_wahl(mandat, kollegium, besetzt)
    if art == Vertretungsart.POOL or (not art and not mandat.stellvertretungen and gruppe and gruppe.pool):
        return _aus_dem_pool(mandat, gruppe, besetzt)
    return _persoenlich(mandat, besetzt)


def _wer(zeile: Any) -> Person | Stelle | None:
    wer: Person | Stelle | None = zeile.person or zeile.stelle
    return wer


def _ort(besetzung: Besetzung, mandat: Mandat) -> tuple[Gruppe | None, Platz | None]:
    for gruppe in besetzung.gruppen:
        for platz in gruppe.plaetze:
            if any(inhaber.pk == mandat.pk for inhaber in platz.inhaber):
                return gruppe, platz
    return None, None


def _erste(zeilen: Iterable[Stellvertretung], besetzt: set[Any]) -> Stellvertretung | None:
    return next((zeile for zeile in zeilen if _wer(zeile) not in besetzt), None)


def _persoenlich(mandat: Mandat, besetzt: set[Any]) -> Ersatz:
    if not mandat.stellvertretungen:
        return Ersatz("Eine Stellvertretung ist nicht benannt.")
    zeile = _erste(mandat.stellvertretungen, besetzt)
    if zeile is None:
        return Ersatz("Alle benannten Stellvertretungen sind an diesem Tag vergeben.")
    return Ersatz(f"{zeile.rang}. persönliche Stellvertretung", zeile.person, zeile.stelle)


def _aus_dem_pool(mandat: Mandat, gruppe: Gruppe | None, besetzt: set[Any]) -> Ersatz:
    """Take the first of the pool who is free; a part of it for one organisation is for that one alone."""
    eigene = mandat.einrichtung
    pool = [
        zeile
        for zeile in (gruppe.pool if gruppe is not None else ())
        if zeile.fuer_organisation_id is None
        or (eigene is not None and zeile.fuer_organisation_id == eigene.pk)
    ]
    if not pool:
        return Ersatz("Im Pool steht an diesem Tag niemand.")
    zeile = _erste(pool, besetzt)
    if zeile is None:
        return Ersatz("Alle aus dem Pool sind an diesem Tag vergeben.")
    return Ersatz(f"aus dem Pool, Rang {zeile.rang}", zeile.person, zeile.stelle)


def _freie_wahl(mandat: Mandat, kollegium: Iterable[Zugehoerigkeit], besetzt: set[Any]) -> Ersatz:
    if mandat.einrichtung is None:
        return Ersatz("Die Stellvertretung ist frei, aber es ist nicht gesagt, für wen das Mitglied da ist.")
    personen = dict.fromkeys(zeile.person for zeile in kollegium if zeile.person not in besetzt)
    return Ersatz(f"{mandat.einrichtung} bestimmt die Stellvertretung selbst.", zur_wahl=tuple(personen))

"""People × bodies or organisations × bodies, made of compositions. Pure: asks no table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gremien.enums import Mandatsstand, Vertretungsart
from gremien.mandate.besetzung import Besetzung, Gruppe, Mandat, Platz, auftraggeber
from gremien.models import Gremium, Stellvertretung
from netzwerk.lib.dates import datum_text
from netzwerk.models import Organisation, Person, Stelle

MANDAT, VERTRETUNG, FREI = "mandat", "vertretung", "frei"
FREIE_SITZE, OHNE_ORGANISATION = "Freie Sitze", "Ohne Organisation"
# What a row stands for, in the order of rows.
RAENGE = {"f": 0, "p": 1, "s": 2, "o": 3, "g": 4}


@dataclass(frozen=True, slots=True)
class Posten:
    """What stands in a cell: a mandate, a deputy's place or a vacant seat, each in words."""

    art: str
    rolle: str
    wer: str = ""  # key of the row of whoever it is
    name: str = ""
    fuer: str = ""
    stand: str = ""
    bis: str = ""
    vertretung: str = ""
    pruefen: str = ""
    endet: bool = False
    mandat: int = 0

    @property
    def ist_frei(self) -> bool:
        """Say whether it is a vacant seat."""
        return self.art == FREI


@dataclass(slots=True)
class Zeile:
    """A row: who, and what she has in which body (by its number)."""

    schluessel: str
    name: str
    sortierung: str
    zusatz: str = ""
    zellen: dict[int, list[Posten]] = field(default_factory=dict)

    @property
    def ordnung(self) -> tuple[int, str]:
        """Return the place of the row: vacant seats, people, positions, organisations, bodies."""
        return RAENGE[self.schluessel[0]], self.sortierung

    @property
    def posten(self) -> Iterator[Posten]:
        """Yield all that stands in the row."""
        for zelle in self.zellen.values():
            yield from zelle


@dataclass(slots=True)
class Matrix:
    """The filled rows and columns of a day."""

    stichtag: date
    spalten: list[Gremium]
    zeilen: list[Zeile]

    @property
    def felder(self) -> int:
        """Return the number of cells, empty ones, too."""
        return len(self.spalten) * len(self.zeilen)

    def je_zeile(self) -> Iterator[tuple[Zeile, list[list[Posten]]]]:
        """Yield each row with its cells in the order of the columns."""
        for zeile in self.zeilen:
            yield zeile, [zeile.zellen.get(gremium.pk, []) for gremium in self.spalten]

    def als_listen(self) -> Iterator[tuple[Zeile, list[tuple[Gremium, list[Posten]]]]]:
        """Yield each row with its filled cells only."""
        for zeile in self.zeilen:
            yield (
                zeile,
                [
                    (gremium, zeile.zellen[gremium.pk])
                    for gremium in self.spalten
                    if gremium.pk in zeile.zellen
                ],
            )

    def blaetter(self, breite: int) -> Iterator["Matrix"]:
        """Yield the matrix in parts of so many columns, each with its filled rows: sheets of paper."""
        for beginn in range(0, len(self.spalten), breite):
            yield _gefuellt(self.stichtag, self.spalten[beginn : beginn + breite], self.zeilen)

    @property
    def satz(self) -> str:
        """Return in a sentence how much it is, and what has to be looked at."""
        alle = [posten for zeile in self.zeilen for posten in zeile.posten]
        frei = sum(posten.ist_frei for posten in alle)
        endet = len({posten.mandat for posten in alle if posten.endet})
        wo = f"in {_zahl(len(self.spalten), 'Gremium', 'Gremien')}"
        mandate = len({posten.mandat for posten in alle if posten.art == MANDAT})
        teile = [f"{_zahl(mandate, 'Mandat', 'Mandate')} {wo}"]
        teile += [_zahl(frei, "Sitz ist frei", "Sitze sind frei")] if frei else []
        teile += [_zahl(endet, "Mandat endet bald", "Mandate enden bald")] if endet else []
        return ", ".join(teile)


def _zahl(zahl: int, einer: str, mehrere: str) -> str:
    return f"{zahl} {einer if zahl == 1 else mehrere}"


def _gefuellt(stichtag: date, gremien: Iterable[Gremium], zeilen: Iterable[Zeile]) -> Matrix:
    """Return the matrix of the columns and rows in which something stands."""
    spalten = list(gremien)
    nummern = {gremium.pk for gremium in spalten}
    uebrig = []
    for zeile in zeilen:
        zellen = {pk: zelle for pk, zelle in zeile.zellen.items() if pk in nummern and zelle}
        if zellen:
            uebrig.append(Zeile(zeile.schluessel, zeile.name, zeile.sortierung, zeile.zusatz, zellen))
    belegt = {pk for zeile in uebrig for pk in zeile.zellen}
    return Matrix(stichtag, [g for g in spalten if g.pk in belegt], sorted(uebrig, key=lambda z: z.ordnung))


def schluessel(wer: Any) -> str:
    """Return the key of a person, position, organisation or body among rows."""
    art = {Person: "p", Stelle: "s", Organisation: "o"}.get(type(wer), "g")
    return f"{art}{wer.pk}"


def matrix(
    besetzungen: Iterable[Besetzung],
    stichtag: date,
    *,
    organisationen: frozenset[int] | None = None,
    je_organisation: bool = False,
    behalten: Callable[[Posten], bool] | None = None,
) -> Matrix:
    """Return who sits where; for some organisations (None: for anybody), all that ``behalten`` keeps."""
    sammlung = _Sammlung(organisationen, je_organisation, behalten)
    gremien = []
    for besetzung in besetzungen:
        gremien.append(besetzung.gremium)
        for gruppe in besetzung.gruppen:
            sammlung.gruppe(besetzung.gremium, gruppe)
    return _gefuellt(stichtag, gremien, sammlung.zeilen.values())


class _Sammlung:
    """The rows as they grow."""

    def __init__(
        self,
        organisationen: frozenset[int] | None,
        je_organisation: bool,
        behalten: Callable[[Posten], bool] | None,
    ) -> None:
        self.organisationen = organisationen
        self.je_organisation = je_organisation
        self.behalten = behalten
        self.zeilen: dict[str, Zeile] = {}

    def gruppe(self, gremium: Gremium, gruppe: Gruppe) -> None:
        wir = False
        for platz in gruppe.plaetze:
            for mandat in platz.inhaber:
                if self._gemeint(mandat.einrichtung) or self._gemeint(auftraggeber(mandat.mitgliedschaft)):
                    wir = True
                    self._mandat(gremium, gruppe, platz, mandat)
            if not platz.inhaber and platz.sitz is not None:
                self._frei(gremium, gruppe, platz)
        if self.je_organisation:
            return
        for zeile in gruppe.pool:
            if wir if zeile.fuer_organisation is None else self._gemeint(zeile.fuer_organisation):
                self._vertretung(gremium, zeile, f"Stellvertretung aus dem Pool, Rang {zeile.rang}")

    def _gemeint(self, organisation: Organisation | None) -> bool:
        if self.organisationen is None:
            return True
        return organisation is not None and organisation.pk in self.organisationen

    def _mandat(self, gremium: Gremium, gruppe: Gruppe, platz: Platz, mandat: Mandat) -> None:
        wer = mandat.mitgliedschaft.wer
        posten = Posten(
            MANDAT,
            str(mandat.mitgliedschaft.get_rolle_display()),
            wer=schluessel(wer),
            name=mandat.name,
            fuer=str(mandat.einrichtung or auftraggeber(mandat.mitgliedschaft) or ""),
            stand=mandat.stand_text,
            bis=mandat.bis_text,
            vertretung=vertretung_text(gruppe, platz, mandat),
            pruefen=mandat.pruefen,
            endet=mandat.stand in {Mandatsstand.ENDEND, Mandatsstand.GESCHAEFTSFUEHREND},
            mandat=mandat.pk,
        )
        if self.je_organisation:
            self._dazu(mandat.einrichtung or OHNE_ORGANISATION, gremium, posten)
            return
        self._dazu(wer, gremium, posten)
        for zeile in mandat.stellvertretungen:
            self._vertretung(gremium, zeile, f"{zeile.rang}. Stellvertretung für {mandat.name}")

    def _vertretung(self, gremium: Gremium, zeile: Stellvertretung, rolle: str) -> None:
        wer = zeile.person or zeile.stelle
        bis = datum_text(zeile.bis, zeile.bis_genauigkeit)
        stand = f"bis {bis}" if bis else ""
        posten = Posten(VERTRETUNG, rolle, wer=schluessel(wer), name=str(wer), stand=stand, bis=bis)
        self._dazu(wer, gremium, posten)

    def _frei(self, gremium: Gremium, gruppe: Gruppe, platz: Platz) -> None:
        sitz = platz.sitz
        if sitz is None:
            return
        fuer = next(
            (
                organisation
                for organisation in (sitz.entsendende_organisation, sitz.vorschlagende_organisation)
                if organisation is not None and self._gemeint(organisation)
            ),
            None,
        )
        if fuer is None and self.organisationen is not None:
            return
        kategorie = gruppe.kategorie.bezeichnung if gruppe.kategorie is not None else ""
        rolle = f"frei: {kategorie}, {platz.name}"
        kommend = platz.kommend[0] if platz.kommend else None
        posten = Posten(
            FREI,
            rolle,
            fuer=str(fuer or ""),
            stand=f"{kommend.name}: {kommend.stand_text}" if kommend else "",
        )
        self._dazu(fuer if self.je_organisation and fuer is not None else FREIE_SITZE, gremium, posten)

    def _dazu(self, wer: Any, gremium: Gremium, posten: Posten) -> None:
        if self.behalten is not None and not self.behalten(posten):
            return
        neu = self._zeile(wer)
        zeile = self.zeilen.setdefault(neu.schluessel, neu)
        zeile.zellen.setdefault(gremium.pk, []).append(posten)

    def _zeile(self, wer: Any) -> Zeile:
        if wer in {FREIE_SITZE, OHNE_ORGANISATION}:
            return Zeile("f" if wer == FREIE_SITZE else "g", wer, "")
        ohne_name = isinstance(wer, Organisation) and not self.je_organisation
        return Zeile(schluessel(wer), str(wer), wer.sortierung, "keine Person benannt" if ohne_name else "")


def vertretung_text(gruppe: Gruppe, platz: Platz, mandat: Mandat) -> str:
    """Return who steps in, or that nobody does, in words."""
    art = platz.sitz.vertretungsart if platz.sitz is not None else ""
    namen = ", ".join(str(zeile.person or zeile.stelle) for zeile in mandat.stellvertretungen)
    if art == Vertretungsart.KEINE:
        return "keine vorgesehen"
    if art == Vertretungsart.POOL or (not art and not namen and gruppe.pool):
        return "aus dem Pool" if gruppe.pool else "Pool ist leer"
    if art == Vertretungsart.FREI:
        return namen or "frei wählbar"
    return namen or "nicht benannt"

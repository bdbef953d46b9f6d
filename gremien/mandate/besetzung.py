"""Who sits in bodies on a day, past or future: loaded in a constant number of queries, judged in Python."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from gremien.enums import Lebensstand, Mandatsstand, Vorschlagsstand
from gremien.mandate.stand import IM_AMT, letzter_tag_text, stand_am, stand_text
from gremien.models import (
    Gremium,
    Mandatsvorschlag,
    Mitgliedschaft,
    Sitz,
    Sitzkategorie,
    Stellvertretung,
)
from netzwerk.lib.dates import datum_text
from netzwerk.models import Organisation, Zugehoerigkeit

ANFANG, ENDE = date.min, date.max


@dataclass(slots=True)
class Mandat:
    """A membership as it is on a day: its state, for whom, who steps in, what is to be looked at."""

    mitgliedschaft: Mitgliedschaft
    stand: Mandatsstand
    stand_text: str
    stellvertretungen: list[Stellvertretung]
    einrichtung: Organisation | None
    pruefen: str = ""

    @property
    def pk(self) -> int:
        """Return the number of the membership."""
        return self.mitgliedschaft.pk

    @property
    def name(self) -> str:
        """Return who it is, for internal use."""
        return self.mitgliedschaft.mitglied_name

    @property
    def im_amt(self) -> bool:
        """Say whether the seat counts as filled."""
        return self.stand in IM_AMT

    @property
    def endet(self) -> bool:
        """Say whether somebody has to think of what comes next."""
        return self.stand in {Mandatsstand.ENDEND, Mandatsstand.GESCHAEFTSFUEHREND}

    @property
    def bis_text(self) -> str:
        """Return the last day of the mandate or its term in words, "" while it is open."""
        return letzter_tag_text(self.mitgliedschaft)

    @property
    def stimmrecht(self) -> bool:
        """Say whether the member votes: its own say, else that of the category."""
        if self.mitgliedschaft.stimmrecht is not None:
            return self.mitgliedschaft.stimmrecht
        sitz = self.mitgliedschaft.sitz
        return bool(sitz and sitz.kategorie.stimmrecht)


@dataclass(slots=True)
class Platz:
    """A seat on a day, or a membership of an open round, which has none."""

    sitz: Sitz | None
    inhaber: list[Mandat] = field(default_factory=list)
    kommend: list[Mandat] = field(default_factory=list)
    vorher: list[Mandat] = field(default_factory=list)
    vorschlaege: list[Mandatsvorschlag] = field(default_factory=list)

    @property
    def mandat(self) -> Mandat | None:
        """Return who holds the seat, None if it is vacant."""
        return self.inhaber[0] if self.inhaber else None

    @property
    def name(self) -> str:
        """Return what the seat is called beside others of its category: number and area."""
        if self.sitz is None:
            return ""
        return f"Nr. {self.sitz.nummer}" + (f", {self.sitz.bereich}" if self.sitz.bereich else "")


@dataclass(slots=True)
class Gruppe:
    """The seats of a category (None: memberships without a seat), and its pool of deputies."""

    kategorie: Sitzkategorie | None
    plaetze: list[Platz] = field(default_factory=list)
    pool: list[Stellvertretung] = field(default_factory=list)

    @property
    def besetzt(self) -> list[Platz]:
        """Return the filled seats."""
        return [platz for platz in self.plaetze if platz.inhaber]

    @property
    def frei(self) -> list[Platz]:
        """Return the vacant seats."""
        return [platz for platz in self.plaetze if not platz.inhaber]


@dataclass(slots=True)
class Besetzung:
    """A body on a day, by category and seat."""

    gremium: Gremium
    stichtag: date
    gruppen: list[Gruppe] = field(default_factory=list)

    @property
    def plaetze(self) -> Iterator[Platz]:
        """Yield the seats, then the memberships without one."""
        for gruppe in self.gruppen:
            yield from gruppe.plaetze

    @property
    def sitze(self) -> list[Platz]:
        """Return the seats."""
        return [platz for platz in self.plaetze if platz.sitz is not None]

    @property
    def mandate(self) -> list[Mandat]:
        """Return the mandates in office."""
        return [mandat for platz in self.plaetze for mandat in platz.inhaber]

    def mandat(self, pk: int) -> Mandat | None:
        """Return the mandate of a membership in office, None if it is not."""
        return next((mandat for mandat in self.mandate if mandat.pk == pk), None)


def besetzung(gremium: Gremium, stichtag: date) -> Besetzung:
    """Return who sits in a body on the day."""
    return besetzungen([gremium], stichtag)[gremium.pk]


def besetzungen(gremien: Iterable[Gremium], stichtag: date) -> dict[int, Besetzung]:
    """Return body → who sits in it on the day, in seven queries whatever their number."""
    je_nummer = {gremium.pk: gremium for gremium in gremien}
    daten = _Daten(je_nummer, stichtag)
    return {pk: daten.besetzung(gremium) for pk, gremium in je_nummer.items()}


class _Daten:
    """All rows that the bodies of a question need."""

    def __init__(self, gremien: dict[int, Gremium], stichtag: date) -> None:
        self.stichtag = stichtag
        self.kategorien: dict[int, list[Sitzkategorie]] = defaultdict(list)
        self.sitze: dict[int, list[Sitz]] = defaultdict(list)
        self.je_sitz: dict[int, list[Mitgliedschaft]] = defaultdict(list)
        self.ohne_sitz: dict[int, list[Mitgliedschaft]] = defaultdict(list)
        self.vertretung: dict[int, list[Stellvertretung]] = defaultdict(list)
        self.pool: dict[int, list[Stellvertretung]] = defaultdict(list)
        self.vorschlaege: dict[int, list[Mandatsvorschlag]] = defaultdict(list)
        self.arbeit: dict[int, list[Zugehoerigkeit]] = defaultdict(list)
        self._laden(list(gremien))

    def _laden(self, nummern: list[int]) -> None:
        kategorien = Sitzkategorie.objects.filter(gremium__in=nummern).select_related("organisationsart")
        for kategorie in kategorien.prefetch_related("je_art"):
            self.kategorien[kategorie.gremium_id].append(kategorie)
        sitze = Sitz.objects.filter(kategorie__gremium__in=nummern)
        for sitz in sitze.select_related(
            "kategorie", "entsendende_organisation__art", "vorschlagende_organisation"
        ):
            self.sitze[sitz.kategorie_id].append(sitz)
        mitglieder = Mitgliedschaft.objects.vorhanden().filter(gremium__in=nummern)
        for mitglied in mitglieder.mit_namen().select_related(
            "organisation__art",
            "im_auftrag_von__art",
            "stelle__organisation__art",
            "sitz__entsendende_organisation__art",
            "wahlperiode",
        ):
            ziel = self.je_sitz[mitglied.sitz_id] if mitglied.sitz_id else self.ohne_sitz[mitglied.gremium_id]
            ziel.append(mitglied)
        for vertretung in Stellvertretung.objects.filter(
            mitgliedschaft__in=mitglieder.values("pk")
        ).mit_namen():
            self.vertretung[vertretung.mitgliedschaft_id or 0].append(vertretung)
        for vertretung in Stellvertretung.objects.filter(kategorie__gremium__in=nummern).mit_namen():
            self.pool[vertretung.kategorie_id or 0].append(vertretung)
        offene = Mandatsvorschlag.objects.filter(
            sitz__kategorie__gremium__in=nummern, stand=Vorschlagsstand.OFFEN
        )
        for vorschlag in offene.select_related(
            "person", "stelle__organisation", "organisation", "vorschlagende_organisation"
        ):
            self.vorschlaege[vorschlag.sitz_id].append(vorschlag)
        arbeit = Zugehoerigkeit.objects.filter(person__in=mitglieder.values("person"))
        for zeile in arbeit.select_related("organisation__art"):
            self.arbeit[zeile.person_id].append(zeile)

    def besetzung(self, gremium: Gremium) -> Besetzung:
        ergebnis = Besetzung(gremium, self.stichtag)
        for kategorie in self.kategorien[gremium.pk]:
            pool = [zeile for zeile in self.pool[kategorie.pk] if zeile.ist_aktiv_am(self.stichtag)]
            plaetze = [self._platz(gremium, sitz, self.je_sitz[sitz.pk]) for sitz in self.sitze[kategorie.pk]]
            ergebnis.gruppen.append(Gruppe(kategorie, plaetze, pool))
        offene = [self._platz(gremium, None, [zeile]) for zeile in self.ohne_sitz[gremium.pk]]
        if offene:
            ergebnis.gruppen.append(
                Gruppe(None, [platz for platz in offene if platz.inhaber or platz.kommend])
            )
        return ergebnis

    def _platz(self, gremium: Gremium, sitz: Sitz | None, zeilen: list[Mitgliedschaft]) -> Platz:
        platz = Platz(sitz, vorschlaege=self.vorschlaege[sitz.pk] if sitz else [])
        zeilen = sorted(zeilen, key=lambda zeile: (zeile.von or ANFANG, zeile.pk))
        for stelle, zeile in enumerate(zeilen):
            if sitz is None:
                folgt = self._nachfolge_ohne_sitz(gremium, zeile)
            else:
                folgt = zeilen[stelle + 1].von if stelle + 1 < len(zeilen) else None
            mandat = self._mandat(gremium, zeile, folgt)
            if mandat.im_amt:
                platz.inhaber.append(mandat)
            elif mandat.stand == Mandatsstand.BESTELLT:
                platz.kommend.append(mandat)
            else:
                platz.vorher.append(mandat)
        platz.vorher.reverse()
        return platz

    def _nachfolge_ohne_sitz(self, gremium: Gremium, zeile: Mitgliedschaft) -> date | None:
        folgende = [
            andere.von or ANFANG for andere in self.ohne_sitz[gremium.pk] if andere.vorgaenger_id == zeile.pk
        ]
        return min(folgende, default=None)

    def _mandat(self, gremium: Gremium, zeile: Mitgliedschaft, folgt: date | None) -> Mandat:
        stand = stand_am(
            zeile,
            self.stichtag,
            nachfolge_ab=folgt,
            bleibt_im_amt=gremium.amt_bis_nachfolge and gremium.lebensstand != Lebensstand.BEENDET,
            gremium_ruht=gremium.lebensstand == Lebensstand.RUHEND,
        )
        arbeit = self.arbeit[zeile.person_id] if zeile.person_id else []
        return Mandat(
            zeile,
            stand,
            stand_text(zeile, stand, self.stichtag),
            [v for v in self.vertretung[zeile.pk] if v.ist_aktiv_am(self.stichtag)],
            einrichtung_von(zeile, arbeit, self.stichtag),
            zu_pruefen(zeile, arbeit, self.stichtag) if stand in IM_AMT else "",
        )


def auftraggeber(mitgliedschaft: Mitgliedschaft) -> Organisation | None:
    """Return on whose behalf somebody sits there, as it was said of the membership or its seat."""
    if mitgliedschaft.im_auftrag_von is not None:
        return mitgliedschaft.im_auftrag_von
    return mitgliedschaft.sitz.entsendende_organisation if mitgliedschaft.sitz else None


def einrichtung_von(
    mitgliedschaft: Mitgliedschaft, arbeit: Iterable[Zugehoerigkeit], stichtag: date
) -> Organisation | None:
    """Return which institution a member counts for: itself, who sent it, or where it works on the day."""
    gesagt = mitgliedschaft.organisation or auftraggeber(mitgliedschaft)
    if gesagt is not None:
        return gesagt
    if mitgliedschaft.stelle is not None:
        return mitgliedschaft.stelle.organisation
    return next((zeile.organisation for zeile in arbeit if zeile.ist_aktiv_am(stichtag)), None)


def zu_pruefen(mitgliedschaft: Mitgliedschaft, arbeit: Iterable[Zugehoerigkeit], stichtag: date) -> str:
    """Return why the mandate is to be looked at: its holder left who sent her. "" if there is no reason.

    Nothing ends by itself; ``geprueft_am`` says that somebody decided it stays.
    """
    wer = auftraggeber(mitgliedschaft)
    dort = [zeile for zeile in arbeit if wer is not None and zeile.organisation_id == wer.pk]
    if not dort or any(zeile.ist_aktiv_am(stichtag) or (zeile.von or ANFANG) > stichtag for zeile in dort):
        return ""
    letzte = max(dort, key=lambda zeile: zeile.bis or ENDE)
    geprueft = mitgliedschaft.geprueft_am
    if letzte.bis is None or (geprueft is not None and geprueft >= letzte.bis):
        return ""
    seit = datum_text(letzte.bis, letzte.bis_genauigkeit)
    return f"Mandat prüfen: gehört seit {seit} nicht mehr zu {wer}"


def kollegium_von(organisation: Organisation | None, stichtag: date) -> list[Zugehoerigkeit]:
    """Return who works for an organisation on the day, in order of names."""
    if organisation is None:
        return []
    zeilen = Zugehoerigkeit.objects.aktiv_am(stichtag).filter(organisation=organisation)
    vorhanden = zeilen.filter(person__geloescht_am__isnull=True)
    return list(vorhanden.select_related("person").order_by("person__sortierung", "id"))

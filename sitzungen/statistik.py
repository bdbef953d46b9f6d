"""What an organisation did in its bodies in a period: meetings, attendance, hours, decisions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q

from gremien.mandate.besetzung import auftraggeber, einrichtung_von
from gremien.models import Gremium, Mitgliedschaft
from netzwerk.lib.text import aufgezaehlt
from netzwerk.models import Zugehoerigkeit
from sitzungen.anwesenheit import GEHALTEN, WAR_DA
from sitzungen.enums import Anwesenheitsstatus
from sitzungen.models import Anwesenheit, Beschluss, Sitzung

MINUTEN, TAGE = 60, 365
# A meeting without an end is taken for this long.
OHNE_ENDE = 120
ZAHLWOERTER = {1: "einmal", 2: "zweimal", 3: "dreimal", 4: "viermal", 5: "fünfmal", 6: "sechsmal"}


@dataclass(slots=True)
class Jahresarbeit:
    """One body in a period."""

    gremium: Gremium
    gehalten: int = 0
    besucht: int = 0
    vertreten: int = 0
    ohne_angabe: int = 0
    minuten: int = 0
    ansatz: Decimal = Decimal(0)
    mandate: int = 0
    beschluesse: int = 0
    erledigt: int = 0

    @property
    def stunden(self) -> Decimal:
        """Return the hours that attendance says, to half an hour."""
        return Decimal(round(self.minuten / MINUTEN * 2)) / 2

    @property
    def satz(self) -> str:
        """Return the body's part of a yearly report as a sentence or two."""
        if not self.gehalten:
            return f"{self.gremium}: keine Sitzung in diesem Zeitraum."
        teile = [f"wir waren {mal(self.besucht)} dabei"] if self.besucht else []
        teile += [f"wir ließen uns {mal(self.vertreten)} vertreten"] if self.vertreten else []
        if not teile and self.ohne_angabe < self.gehalten:
            teile = ["wir waren nicht dabei"]
        text = f"{self.gremium}: {anzahl(self.gehalten, 'Sitzung', 'Sitzungen')}"
        text += f", {aufgezaehlt(teile)}" if teile else ", ohne Angabe zur Anwesenheit"
        text += f", zusammen {stunden_text(self.stunden)}" if self.minuten else ""
        folgen = [anzahl(self.beschluesse, "Beschluss oder Auftrag", "Beschlüsse und Aufträge")]
        folgen += [f"{self.erledigt} davon erledigt"] if self.erledigt else []
        return f"{text}." + (f" Gefasst: {', '.join(folgen)}." if self.beschluesse else "")


def anzahl(zahl: int, einer: str, mehrere: str) -> str:
    """Return a number with its word."""
    return f"{zahl} {einer if zahl == 1 else mehrere}"


def mal(zahl: int) -> str:
    """Return how often, in words for small numbers."""
    return ZAHLWOERTER.get(zahl, f"{zahl}-mal")


def stunden_text(stunden: Decimal | int) -> str:
    """Return hours as people write them: "7,5 Stunden"."""
    zahl = f"{Decimal(stunden).normalize():f}".replace(".", ",")
    return f"{zahl} Stunde" if stunden == 1 else f"{zahl} Stunden"


@dataclass(slots=True)
class Statistik:
    """All bodies of a period, in their order."""

    von: date
    bis: date
    zeilen: list[Jahresarbeit] = field(default_factory=list)

    def summe(self, name: str) -> Any:
        """Return the sum of a number over all bodies."""
        return sum(getattr(zeile, name) for zeile in self.zeilen)

    @property
    def satz(self) -> str:
        """Return the whole in a sentence."""
        return (
            f"In {anzahl(len(self.zeilen), 'Gremium', 'Gremien')} gab es "
            f"{anzahl(self.summe('gehalten'), 'Sitzung', 'Sitzungen')}; "
            f"{self.summe('besucht')} wurden besucht, {self.summe('vertreten')} in Vertretung, "
            f"mit zusammen {stunden_text(self.summe('stunden'))}. "
            f"Gefasst wurden {anzahl(self.summe('beschluesse'), 'Beschluss', 'Beschlüsse und Aufträge')}."
        )


def statistik(
    gremien: Iterable[Gremium], von: date, bis: date, organisationen: frozenset[int] | None
) -> Statistik:
    """Return what happened from the first to the last day, both included; None: whoever sits there.

    Six queries, whatever the number of bodies, meetings and members.
    """
    rechnung = _Rechnung(list(gremien), von, bis, organisationen)
    rechnung.mandate_zaehlen()
    rechnung.sitzungen_zaehlen()
    rechnung.beschluesse_zaehlen()
    fertig = [z for z in rechnung.je_gremium.values() if z.gehalten or z.mandate or z.beschluesse]
    if organisationen is not None:
        fertig = [zeile for zeile in fertig if zeile.mandate or zeile.besucht or zeile.vertreten]
    return Statistik(von, bis, fertig)


class _Rechnung:
    """The rows of a period and what they add up to."""

    def __init__(
        self, gremien: list[Gremium], von: date, bis: date, organisationen: frozenset[int] | None
    ) -> None:
        self.von, self.bis, self.organisationen = von, bis, organisationen
        self.je_gremium = {gremium.pk: Jahresarbeit(gremium) for gremium in gremien}
        self.mitglieder: dict[int, Mitgliedschaft] = {}
        self.arbeit: dict[int, list[Zugehoerigkeit]] = defaultdict(list)
        zeilen = Mitgliedschaft.objects.vorhanden().filter(gremium__in=self.je_gremium)
        im_zeitraum = (Q(von__isnull=True) | Q(von__lte=bis)) & (Q(bis__isnull=True) | Q(bis__gte=von))
        for zeile in zeilen.filter(im_zeitraum).select_related(
            "organisation", "im_auftrag_von", "stelle__organisation", "sitz__entsendende_organisation"
        ):
            self.mitglieder[zeile.pk] = zeile
        personen = {zeile.person_id for zeile in self.mitglieder.values() if zeile.person_id}
        for arbeit in Zugehoerigkeit.objects.filter(person__in=personen).select_related("organisation"):
            self.arbeit[arbeit.person_id].append(arbeit)

    def gemeint(self, mitglied: Mitgliedschaft, tag: date) -> bool:
        """Say whether the member sat there for one of the organisations on the day."""
        if self.organisationen is None:
            return True
        arbeit = self.arbeit[mitglied.person_id] if mitglied.person_id else []
        wer = (einrichtung_von(mitglied, arbeit, tag), auftraggeber(mitglied))
        return any(o is not None and o.pk in self.organisationen for o in wer)

    def mandate_zaehlen(self) -> None:
        """Count mandates, and their hours a year by the days of the period."""
        for mitglied in self.mitglieder.values():
            beginn, ende = max(self.von, mitglied.von or self.von), min(self.bis, mitglied.bis or self.bis)
            if not self.gemeint(mitglied, ende):
                continue
            zeile = self.je_gremium[mitglied.gremium_id]
            zeile.mandate += 1
            tage = Decimal((ende - beginn).days + 1)
            zeile.ansatz += (mitglied.stunden_je_jahr or Decimal(0)) * min(tage / TAGE, tage)

    def sitzungen_zaehlen(self) -> None:
        """Count the meetings held; a joint one counts for each body."""
        gehalten = Sitzung.objects.vorhanden().filter(
            status__in=GEHALTEN, datum__gte=self.von, datum__lte=self.bis
        )
        eigene = Q(gremium__in=self.je_gremium) | Q(
            pk__in=Sitzung.weitere_gremien.through.objects.filter(gremium__in=self.je_gremium).values(
                "sitzung"
            )
        )
        sitzungen = {s.pk: s for s in gehalten.filter(eigene).prefetch_related("weitere_gremien")}
        je_sitzung: dict[tuple[int, int], list[Anwesenheit]] = defaultdict(list)
        for zeile in Anwesenheit.objects.filter(sitzung__in=gehalten.filter(eigene).values("pk")):
            mitglied = self.mitglieder.get(zeile.mitgliedschaft_id)
            if mitglied is not None and self.gemeint(mitglied, sitzungen[zeile.sitzung_id].datum):
                je_sitzung[zeile.sitzung_id, mitglied.gremium_id].append(zeile)
        for sitzung in sitzungen.values():
            for gremium in {sitzung.gremium_id, *(g.pk for g in sitzung.weitere_gremien.all())}:
                if gremium in self.je_gremium:
                    _sitzung_zaehlen(self.je_gremium[gremium], sitzung, je_sitzung[sitzung.pk, gremium])

    def beschluesse_zaehlen(self) -> None:
        """Count what was decided in the period, and what of it is done."""
        zeilen = Beschluss.objects.vorhanden().filter(
            gremium__in=self.je_gremium, datum__gte=self.von, datum__lte=self.bis
        )
        for gremium, erledigt in zeilen.values_list("gremium", "erledigt_am"):
            self.je_gremium[gremium].beschluesse += 1
            self.je_gremium[gremium].erledigt += erledigt is not None


def _sitzung_zaehlen(zeile: Jahresarbeit, sitzung: Sitzung, anwesend: list[Anwesenheit]) -> None:
    zeile.gehalten += 1
    arten = {eintrag.status for eintrag in anwesend}
    if Anwesenheitsstatus.ANWESEND in arten:
        zeile.besucht += 1
    elif Anwesenheitsstatus.VERTRETEN in arten:
        zeile.vertreten += 1
    elif not arten & {Anwesenheitsstatus.ENTSCHULDIGT, Anwesenheitsstatus.FEHLT}:
        zeile.ohne_angabe += 1
    zeile.minuten += sum(minuten(sitzung, eintrag) for eintrag in anwesend if eintrag.status in WAR_DA)


def minuten(sitzung: Sitzung, eintrag: Anwesenheit) -> int:
    """Return the time somebody spent: from coming to leaving, and preparation and way."""
    beginn = eintrag.von_uhrzeit or sitzung.uhrzeit
    ende = eintrag.bis_uhrzeit or sitzung.ende_uhrzeit
    dazu = eintrag.minuten_dazu or 0
    if beginn is None or ende is None:
        return OHNE_ENDE + dazu
    tag = sitzung.datum
    spanne = datetime.combine(tag, ende) - datetime.combine(tag, beginn)
    tage = (sitzung.ende_datum - tag).days if sitzung.ende_datum else 0
    # Of several days each counts as long as the first.
    return max(int(spanne / timedelta(minutes=1)), 0) * (tage + 1) + dazu

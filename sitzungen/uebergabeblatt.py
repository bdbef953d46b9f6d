"""What a successor must know of a mandate: body, rules, dates, last decisions, open tasks, contacts."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q

from gremien.mandate.besetzung import Mandat, besetzungen
from gremien.mandate.stand import stand_am, stand_text
from gremien.models import Gremium, Leitung, Mitgliedschaft
from netzwerk.lib.dates import in_monaten
from netzwerk.models import Dokument, Person
from sitzungen.enums import Umsetzung
from sitzungen.models import Beschluss, Sitzung

TERMINE, LETZTE, BESCHLUESSE = 5, 3, 5
# Of a body that has not met for longer, nothing is recent.
RUECKBLICK_MONATE = 36
ERLEDIGT = (Umsetzung.UMGESETZT, Umsetzung.AUFGEHOBEN, Umsetzung.NICHT_UMSETZBAR)


@dataclass
class Blatt:
    """The sheet of one mandate."""

    mitgliedschaft: Mitgliedschaft
    stand_text: str
    mandat: Mandat | None
    leitung: list[Leitung]
    termine: list[Sitzung] = field(default_factory=list)
    letzte: list[Sitzung] = field(default_factory=list)
    beschluesse: list[Beschluss] = field(default_factory=list)
    aufgaben: list[Beschluss] = field(default_factory=list)
    mitglieder: list[Mandat] = field(default_factory=list)

    @property
    def gremium(self) -> Gremium:
        """Return the body."""
        return self.mitgliedschaft.gremium

    @property
    def regeln(self) -> list[tuple[str, str]]:
        """Return what is said of the body's rules, label and text."""
        g = self.gremium
        kategorie = self.mitgliedschaft.sitz.kategorie if self.mitgliedschaft.sitz else None
        angaben = (
            ("Rechtsgrundlage", g.rechtsgrundlage),
            ("Sitzungen", g.rhythmus_text),
            ("Öffentlichkeit", g.get_oeffentlichkeit_display()),
            ("Zugang", g.get_zugang_display()),
            ("Sitz", kategorie.bezeichnung if kategorie else ""),
            ("Regel für den Sitz", kategorie.regeltext if kategorie else ""),
            ("Amt bis zur Nachfolge", "ja" if g.amt_bis_nachfolge else ""),
        )
        return [(label, text) for label, text in angaben if text]


def mandate_von(person: Person, stichtag: date) -> list[Mitgliedschaft]:
    """Return the mandates that a person holds on the day or later."""
    menge = Mitgliedschaft.objects.vorhanden().filter(
        Q(bis__isnull=True) | Q(bis__gte=stichtag), person=person
    )
    return list(
        menge.mit_namen().select_related("gremium", "wahlperiode").order_by("gremium__sortierung", "pk")
    )


def blaetter(mandate: list[Mitgliedschaft], stichtag: date) -> list[Blatt]:
    """Return a sheet for each mandate (the same number of queries whatever their number)."""
    gremien = {mandat.gremium_id: mandat.gremium for mandat in mandate}
    staende = besetzungen(gremien.values(), stichtag)
    leitung: dict[int, list[Leitung]] = defaultdict(list)
    for zeile in Leitung.objects.filter(gremium__in=gremien).aktiv_am(stichtag).mit_namen():
        leitung[zeile.gremium_id].append(zeile)
    sitzungen = _je_gremium(
        Sitzung.objects.vorhanden()
        .filter(gremium__in=gremien, datum__gte=in_monaten(stichtag, -RUECKBLICK_MONATE))
        .select_related("gremium")
        .prefetch_related(Prefetch("dokumente", Dokument.objects.vorhanden()))
    )
    beschluesse = _je_gremium(_beschluesse().filter(gremium__in=gremien))
    ergebnis = []
    for mandat in mandate:
        stand, pk = staende[mandat.gremium_id], mandat.gremium_id
        jetzt = stand.mandat(mandat.pk)
        blatt = Blatt(mandat, stand_text(mandat, stand_am(mandat, stichtag), stichtag), jetzt, leitung[pk])
        blatt.termine = [s for s in reversed(sitzungen[pk]) if not s.ist_vorbei(stichtag)][:TERMINE]
        blatt.letzte = [s for s in sitzungen[pk] if s.ist_vorbei(stichtag)][:LETZTE]
        blatt.beschluesse = beschluesse[pk][:BESCHLUESSE]
        blatt.aufgaben = [b for b in beschluesse[pk] if b.umsetzung not in ERLEDIGT and b.frist is not None]
        blatt.mitglieder = [m for m in stand.mandate if m.pk != mandat.pk]
        ergebnis.append(blatt)
    return ergebnis


def _beschluesse() -> Any:
    return Beschluss.objects.vorhanden().select_related(
        "gremium", "verantwortlich", "vorlage", "punkt", "erledigt_durch"
    )


def _je_gremium(zeilen: Any) -> dict[int, list[Any]]:
    """Return body → its rows, latest first."""
    ergebnis: dict[int, list[Any]] = defaultdict(list)
    for zeile in zeilen.order_by("-datum", "-pk"):
        ergebnis[zeile.gremium_id].append(zeile)
    return ergebnis

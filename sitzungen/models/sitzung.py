"""Meetings, single or joint, dated as precisely as they are known."""

from datetime import date, datetime, time
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from gremien.enums import Sitzungsoeffentlichkeit
from gremien.models import Gremium
from netzwerk import rules
from netzwerk.lib.dates import Genauigkeit, anfang, datum_text, ende
from netzwerk.lib.fields import Formattext, Webadresse, Zeile
from netzwerk.models.inhalt import Inhalt, InhaltQuerySet, moment, oeffentlich
from sitzungen.enums import AUSGEFALLEN, Anlass, Sitzungsform, Sitzungsstatus

KOMMENDE, VERGANGENE = ("datum", "beginn", "id"), ("-datum", "-beginn", "-id")


def sitzung_oeffentlich(vor: str = "", zeitpunkt: datetime | None = None) -> Q:
    """Return the condition that the public may read a meeting: it, its body, no mere draft."""
    return (
        oeffentlich(vor, zeitpunkt)
        & oeffentlich(f"{vor}gremium__", zeitpunkt)
        & ~Q(**{f"{vor}status": Sitzungsstatus.ENTWURF})
    )


def nicht_vorbei(stichtag: date, monat: date | None = None, jahr: date | None = None) -> Q:
    """Return the condition that a meeting is on the day or later; "2026" is not over before its end.

    A query that is built once is told the first day of the month and of the year, too.
    """
    monatsanfang = monat or anfang(stichtag, Genauigkeit.MONAT)
    jahresanfang = jahr or anfang(stichtag, Genauigkeit.JAHR)
    # The plain bound lets the database begin at the right place of its index.
    return Q(datum__gte=jahresanfang) & (
        Q(datum__gte=stichtag)
        | Q(datum_genauigkeit=Genauigkeit.MONAT, datum__gte=monatsanfang)
        | Q(datum_genauigkeit=Genauigkeit.JAHR, datum__gte=jahresanfang)
    )


class SitzungQuerySet(InhaltQuerySet):
    """Questions about meetings."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the meetings that the public may read."""
        return self.filter(sitzung_oeffentlich("", zeitpunkt))

    def war_oeffentlich(self) -> Self:
        """Return what the public once could read: of a public body and more than a draft."""
        return (
            super().war_oeffentlich().filter(oeffentlich("gremium__")).exclude(status=Sitzungsstatus.ENTWURF)
        )

    def kommend(self, stichtag: date, monat: date | None = None, jahr: date | None = None) -> Self:
        """Return the meetings that are not over on the day, next first."""
        return self.filter(nicht_vorbei(stichtag, monat, jahr)).order_by(*KOMMENDE)

    def vergangen(self, stichtag: date) -> Self:
        """Return the meetings that are over on the day, latest first."""
        return self.filter(~nicht_vorbei(stichtag), datum__lt=stichtag).order_by(*VERGANGENE)

    def stattfindend(self) -> Self:
        """Return the meetings that were not cancelled, moved or dropped."""
        return self.exclude(status__in=AUSGEFALLEN)

    def fuer_liste(self) -> Self:
        """Join what a row of a list shows."""
        return self.select_related("gremium")

    def bearbeitbar_fuer(self, konto: Any) -> Self:
        """Return the meetings that the account may write: those of bodies that it may write."""
        if rules.schreibt_alles(konto):
            return self
        return self.filter(gremium__in=Gremium.objects.bearbeitbar_fuer(konto))

    def freigebbar_fuer(self, konto: Any) -> Self:
        """Return the meetings that the account may release: Gremienbetreuung releases its own (DESIGN 9)."""
        return self.bearbeitbar_fuer(konto)

    def lesbar_fuer(self, konto: Any) -> Self:
        """Return the meetings that the account may read: those of bodies that it may read."""
        if rules.liest_alles(konto):
            return self
        return self.filter(gremium__in=Gremium.objects.lesbar_fuer(konto))


class Sitzung(Inhalt):
    """A meeting of one body, or of several of which ``gremium`` leads.

    ``datum`` is the first day of the span it stands for: "Februar 2008" is 01.02.2008 with
    the precision of a month. Times are local (Europe/Berlin).
    """

    zeigt_auf = ("gremium",)

    gremium = models.ForeignKey(
        "gremien.Gremium", models.PROTECT, related_name="sitzungen", verbose_name="Gremium"
    )
    weitere_gremien = models.ManyToManyField(
        "gremien.Gremium", blank=True, related_name="gemeinsame_sitzungen", verbose_name="gemeinsam mit"
    )
    titel = Zeile("Titel", max_length=250, blank=True, help_text="Leer: Name des Gremiums.")
    nummer = models.PositiveSmallIntegerField("Nummer in der Wahlperiode", null=True, blank=True)
    anlass = models.CharField("Anlass", max_length=20, choices=Anlass, default=Anlass.ORDENTLICH)
    datum = models.DateField("Datum")
    datum_genauigkeit = models.CharField(
        "Genauigkeit", max_length=8, choices=Genauigkeit, default=Genauigkeit.TAG
    )
    termin_text = Zeile(
        "Termin in Worten", max_length=120, blank=True, help_text="„im Verlauf des Jahres 2008“"
    )
    uhrzeit = models.TimeField("Beginn", null=True, blank=True)
    # The time of day to sort by: meetings without one come last.
    beginn = models.GeneratedField(
        expression=Coalesce("uhrzeit", Value(time.max)), output_field=models.TimeField(), db_persist=True
    )
    ende_datum = models.DateField("Ende am", null=True, blank=True)
    ende_uhrzeit = models.TimeField("Ende um", null=True, blank=True)
    ort = Zeile("Ort", max_length=200, blank=True)
    raum = Zeile("Raum", max_length=120, blank=True)
    anschrift = models.TextField("Anschrift", blank=True)
    form = models.CharField("Form", max_length=20, choices=Sitzungsform, default=Sitzungsform.PRAESENZ)
    online_link = Webadresse("Link zur Konferenz (intern)", blank=True)
    oeffentlichkeit = models.CharField(
        "Öffentlichkeit",
        max_length=20,
        choices=Sitzungsoeffentlichkeit,
        default=Sitzungsoeffentlichkeit.UNBEKANNT,
    )
    status = models.CharField(
        "Status", max_length=20, choices=Sitzungsstatus, default=Sitzungsstatus.TERMINIERT
    )
    voraussetzung = Zeile(
        "Voraussetzung", max_length=300, blank=True, help_text="„nach Auswertung der ersten Konferenz“"
    )
    absagegrund = Zeile("Grund der Absage", max_length=300, blank=True)
    verlegt_auf = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="verlegt_von", verbose_name="verlegt auf"
    )
    hinweis = Formattext("Hinweis", blank=True)
    dokumente = models.ManyToManyField(
        "netzwerk.Dokument", blank=True, related_name="sitzungen", verbose_name="Dokumente"
    )

    moment = moment()
    _history_m2m_fields = ("weitere_gremien", "dokumente")
    objects: ClassVar[Any] = SitzungQuerySet.as_manager()

    class Meta(Inhalt.Meta):
        verbose_name = "Sitzung"
        verbose_name_plural = "Sitzungen"
        ordering = ("-datum", "-uhrzeit", "-id")
        indexes = [
            models.Index(fields=("datum", "beginn", "id"), name="sitzungen_sitzung_termin"),
            models.Index(fields=("-moment", "-id"), name="sitzungen_sitzung_neu"),
        ]
        constraints = [
            *Inhalt.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ende_datum__isnull=True) | Q(datum__lte=F("ende_datum")),
                name="sitzungen_sitzung_ende_nach_beginn",
                violation_error_message="Das Ende darf nicht vor dem Beginn liegen.",
            ),
            models.CheckConstraint(
                condition=Q(ende_uhrzeit__isnull=True)
                | Q(uhrzeit__isnull=True)
                | Q(ende_datum__isnull=False, ende_datum__gt=F("datum"))
                | Q(uhrzeit__lte=F("ende_uhrzeit")),
                name="sitzungen_sitzung_endzeit_nach_beginn",
                violation_error_message="Die Sitzung kann nicht enden, bevor sie beginnt.",
            ),
            models.CheckConstraint(
                condition=Q(verlegt_auf__isnull=True) | ~Q(verlegt_auf=F("id")),
                name="sitzungen_sitzung_nicht_auf_sich_verlegt",
                violation_error_message="Eine Sitzung wird nicht auf sich selbst verlegt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bezeichnung}, {self.wann_text}"

    def get_absolute_url(self) -> str:
        """Return the path of the meeting's page."""
        return f"/sitzungen/{self.pk}/"

    def clean(self) -> None:
        """Put an unsharp date on the first day of its span."""
        super().clean()
        if self.datum:
            self.datum = anfang(self.datum, self.datum_genauigkeit)

    def ist_vorbei(self, stichtag: date) -> bool:
        """Say whether the meeting is over on the day (the rule of ``vergangen`` for one object)."""
        return ende(self.datum, self.datum_genauigkeit) < stichtag

    @property
    def bezeichnung(self) -> str:
        """Return the title, or the body's name without one."""
        return self.titel or self.gremium.name

    @property
    def wann_text(self) -> str:
        """Return when, as it was given: "30.10.2007", "Februar 2008", "im Verlauf des Jahres 2008"."""
        return self.termin_text or datum_text(self.datum, self.datum_genauigkeit)

    @property
    def zeit_text(self) -> str:
        """Return the time of day in words: "17:00 bis 19:00 Uhr", "" if it is not known."""
        if self.uhrzeit is None:
            return ""
        bis = f" bis {self.ende_uhrzeit:%H:%M}" if self.ende_uhrzeit else ""
        return f"{self.uhrzeit:%H:%M}{bis} Uhr"

    @property
    def ist_ausgefallen(self) -> bool:
        """Say whether the meeting does not take place; it stays visible and says so."""
        return self.status in AUSGEFALLEN

"""The duty to report, and what is noted of each time that a report is owed."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from gremien.enums import Pflichtregel
from gremien.faelligkeiten import Termin, Vorgabe, termine
from gremien.models.gremium import Gremium
from netzwerk import rules
from netzwerk.lib.constraints import genau_eines
from netzwerk.lib.fields import Zeile
from netzwerk.models.inhalt import Datensatz


class BerichtspflichtQuerySet(models.QuerySet):
    """Questions about duties."""

    def bearbeitbar_fuer(self, konto: Any) -> Self:
        """Return the duties that the account may write: all, or those of bodies that it may write."""
        if rules.schreibt_alles(konto):
            return self
        return self.filter(gremium__in=Gremium.objects.bearbeitbar_fuer(konto))

    def lesbar_fuer(self, konto: Any) -> Self:
        """Return the duties of and towards the account's bodies, and of the organisation it reports for."""
        if rules.liest_alles(konto):
            return self
        gremien = Gremium.objects.lesbar_fuer(konto).values("pk")
        bedingung = Q(gremium__in=gremien) | Q(
            pk__in=Berichtspflicht.objects.filter(empfaenger__in=gremien).values("pk")
        )
        if rules.schreibt_berichte(konto) and konto.organisation_id:
            bedingung |= Q(organisation=konto.organisation_id)
        return self.filter(bedingung)


class Berichtspflicht(Datensatz):
    """Someone owes someone a report, by a rule from which the days follow (DOMAIN c.7)."""

    zeigt_auf = ("gremium",)

    gremium = models.ForeignKey(
        Gremium,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="berichtspflichten",
        verbose_name="das Gremium berichtet",
    )
    organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="berichtspflichten",
        verbose_name="die Organisation berichtet",
    )
    empfaenger = models.ManyToManyField(
        Gremium, blank=True, related_name="erhaltene_pflichten", verbose_name="an"
    )
    regel = models.CharField("Regel", max_length=20, choices=Pflichtregel)
    wortlaut = Zeile("Regel im Wortlaut", max_length=300, blank=True)
    ausnahme = Zeile("Ausnahme", max_length=300, blank=True)
    wahlperiode = models.ForeignKey(
        "gremien.Wahlperiode",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="berichtspflichten",
        verbose_name="Wahlperiode",
        help_text="Nur bei „zu Beginn und zur Mitte der Wahlperiode“.",
    )
    frist_tage = models.PositiveSmallIntegerField(
        "Frist in Tagen", default=0, help_text="So viele Tage nach Quartalsende, Jahresende oder Ereignis."
    )
    faellig_am = models.DateField(
        "fällig am", null=True, blank=True, help_text="Nur bei „bis zu einem Datum“."
    )
    ereignis_am = models.DateField(
        "Tag des Ereignisses",
        null=True,
        blank=True,
        help_text="Nur bei „einmalig nach einem Ereignis“. Leer: die erste Sitzung des Gremiums, "
        "die stattgefunden hat, seit die Pflicht gilt.",
    )
    gilt_ab = models.DateField(
        "gilt ab", null=True, blank=True, help_text="Leer: seit die Pflicht hier eingetragen ist."
    )
    gilt_bis = models.DateField("gilt bis", null=True, blank=True)

    _history_m2m_fields = ("empfaenger",)
    objects: ClassVar[Any] = BerichtspflichtQuerySet.as_manager()

    class Meta:
        verbose_name = "Berichtspflicht"
        verbose_name_plural = "Berichtspflichten"
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=genau_eines("gremium", "organisation"),
                name="gremien_berichtspflicht_genau_einer",
                violation_error_message="Bitte entweder ein Gremium oder eine Organisation angeben.",
            ),
            models.CheckConstraint(
                condition=Q(gilt_ab__isnull=True)
                | Q(gilt_bis__isnull=True)
                | Q(gilt_ab__lte=models.F("gilt_bis")),
                name="gremien_berichtspflicht_ende_nach_beginn",
                violation_error_message="Das Ende darf nicht vor dem Beginn liegen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.schuldner}: {self.get_regel_display()}"

    @property
    def schuldner(self) -> Any:
        """Return who owes the report: a body or an organisation."""
        return self.gremium or self.organisation

    @property
    def beginn(self) -> date:
        """Return the day from which the duty holds."""
        return self.gilt_ab or self.erstellt_am.date()

    def vorgabe(self, ereignis: date | None = None) -> Vorgabe:
        """Return the rule with its days; ``ereignis`` is the event's day where the duty names none."""
        return Vorgabe(
            self.regel,
            self.frist_tage,
            self.beginn,
            self.gilt_bis or date.max,
            tuple((tag, worte) for tag, worte in self._tage(ereignis) if tag),
        )

    def _tage(self, ereignis: date | None) -> list[tuple[date | None, str]]:
        if self.regel == Pflichtregel.BIS_DATUM:
            return [(self.faellig_am, "")]
        if self.regel == Pflichtregel.NACH_EREIGNIS:
            return [(self.ereignis_am or ereignis, "nach dem Ereignis")]
        if self.regel == Pflichtregel.BEGINN_UND_MITTE and self.wahlperiode:
            periode = self.wahlperiode
            return [
                (periode.von, f"Beginn: {periode.name}"),
                (periode.mitte, f"Mitte: {periode.name}"),
            ]
        return []

    def termine(self, von: date, bis: date, ereignis: date | None = None) -> list[Termin]:
        """Return what falls due between two days (both included), in order."""
        return termine(self.vorgabe(ereignis), von, bis)


class Pflichtvermerk(Datensatz):
    """What is noted of one time that a report is owed; the day it counts from names that time.

    A paper or meeting that fulfils it is noted above (``sitzungen.Pflichterfuellung``).
    """

    aendert_seiten = False

    pflicht = models.ForeignKey(
        Berichtspflicht, models.CASCADE, related_name="vermerke", verbose_name="Berichtspflicht"
    )
    bezugstag = models.DateField("gezählt ab")
    bericht = models.ForeignKey(
        "gremien.Bericht",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="vermerke",
        verbose_name="erfüllt durch den Bericht",
    )
    abgegeben_am = models.DateField("auf anderem Weg abgegeben am", null=True, blank=True)
    ausgesetzt_grund = Zeile("ausgesetzt, weil", max_length=300, blank=True)
    erinnert_am = models.DateTimeField("erinnert am", null=True, blank=True, editable=False)
    erinnert_von = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="erinnert von",
    )

    class Meta:
        verbose_name = "Vermerk zu einer Berichtspflicht"
        verbose_name_plural = "Vermerke zu Berichtspflichten"
        ordering = ("-bezugstag", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("pflicht", "bezugstag"),
                name="gremien_pflichtvermerk_einer_je_termin",
                violation_error_message="Dazu gibt es schon einen Vermerk.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.pflicht} ({self.bezugstag:%d.%m.%Y})"

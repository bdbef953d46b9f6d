"""Decisions, orders and promises, and what became of them."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from gremien.models import Gremium
from netzwerk import rules
from netzwerk.lib.dates import Genauigkeit
from netzwerk.lib.fields import Formattext, Zeile
from netzwerk.models.inhalt import Datensatz, Inhalt, InhaltQuerySet, oeffentlich
from sitzungen.enums import Beschlussart, Teil, Umsetzung
from sitzungen.models.sitzung import sitzung_oeffentlich
from sitzungen.models.tagesordnung import Tagesordnungspunkt
from sitzungen.models.vorlage import Vorlage, vorlage_oeffentlich


class BeschlussQuerySet(InhaltQuerySet):
    """Questions about decisions."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the decisions that the public may read: none from a non-public part or paper."""
        punkt = Q(punkt__teil=Teil.OEFFENTLICH) & sitzung_oeffentlich("punkt__sitzung__", zeitpunkt)
        return self.filter(
            oeffentlich(zeitpunkt=zeitpunkt),
            oeffentlich("gremium__", zeitpunkt),
            Q(punkt__isnull=True) | punkt,
            Q(vorlage__isnull=True) | vorlage_oeffentlich("vorlage__", zeitpunkt),
        )

    def bearbeitbar_fuer(self, konto: Any) -> Self:
        """Return the decisions that the account may write: those of bodies that it may write."""
        if rules.schreibt_alles(konto):
            return self
        return self.filter(gremium__in=Gremium.objects.bearbeitbar_fuer(konto))

    def lesbar_fuer(self, konto: Any) -> Self:
        """Return the decisions that the account may read: those of bodies that it may read."""
        if rules.liest_alles(konto):
            return self
        return self.filter(gremium__in=Gremium.objects.lesbar_fuer(konto))


class Beschluss(Inhalt):
    """Something a body decided, recommended, ordered or was promised."""

    zeigt_auf = ("gremium", "vorlage")

    gremium = models.ForeignKey(
        "gremien.Gremium", models.PROTECT, related_name="beschluesse", verbose_name="Gremium"
    )
    art = models.CharField("Art", max_length=20, choices=Beschlussart, default=Beschlussart.BESCHLUSS)
    nummer = Zeile("Nummer", max_length=60, blank=True)
    datum = models.DateField("Datum")
    wortlaut = Formattext("Wortlaut")
    punkt = models.ForeignKey(
        Tagesordnungspunkt,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="beschluesse",
        verbose_name="Tagesordnungspunkt",
    )
    vorlage = models.ForeignKey(
        Vorlage, models.PROTECT, null=True, blank=True, related_name="beschluesse", verbose_name="zur Vorlage"
    )
    verantwortlich = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="aufgaben",
        verbose_name="verantwortlich",
    )
    frist = models.DateField("Frist", null=True, blank=True)
    frist_genauigkeit = models.CharField(
        "Genauigkeit", max_length=8, choices=Genauigkeit, default=Genauigkeit.TAG
    )
    frist_text = Zeile("Frist in Worten", max_length=120, blank=True, help_text="„nächste Sitzung“")
    umsetzung = models.CharField("Umsetzung", max_length=20, choices=Umsetzung, default=Umsetzung.OFFEN)
    erledigt_am = models.DateField("erledigt am", null=True, blank=True)
    erledigt_durch = models.ForeignKey(
        Vorlage,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="erledigt",
        verbose_name="erledigt durch die Vorlage",
    )

    objects: ClassVar[Any] = BeschlussQuerySet.as_manager()

    class Meta(Inhalt.Meta):
        verbose_name = "Beschluss"
        verbose_name_plural = "Beschlüsse und Aufträge"
        ordering = ("-datum", "-id")

    def __str__(self) -> str:
        return f"{self.get_art_display()} vom {self.datum:%d.%m.%Y} ({self.gremium})"


class Statusnotiz(Datensatz):
    """A dated note on how a decision is being carried out."""

    zeigt_auf = ("beschluss",)

    beschluss = models.ForeignKey(
        Beschluss, models.CASCADE, related_name="statusnotizen", verbose_name="Beschluss"
    )
    datum = models.DateField("Datum")
    umsetzung = models.CharField("Umsetzung", max_length=20, choices=Umsetzung)
    text = Zeile("Notiz", max_length=400)

    class Meta:
        verbose_name = "Statusnotiz"
        verbose_name_plural = "Statusnotizen"
        ordering = ("-datum", "-id")

    def __str__(self) -> str:
        return f"{self.datum:%d.%m.%Y}: {self.get_umsetzung_display()}"

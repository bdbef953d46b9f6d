"""Agenda items; a non-public item shows visitors at most that it is one."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models

from netzwerk.lib.fields import Formattext, Zeile, sichtbarer_name
from netzwerk.models.inhalt import Datensatz
from sitzungen.enums import Ergebnis, Punktart, Teil
from sitzungen.models.sitzung import Sitzung, sitzung_oeffentlich


class TagesordnungspunktQuerySet(models.QuerySet):
    """Questions about agenda items."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the items whose title and text the public may read."""
        return self.filter(sitzung_oeffentlich("sitzung__", zeitpunkt), teil=Teil.OEFFENTLICH)


class Tagesordnungspunkt(Datensatz):
    """An item of a meeting: number as printed ("Ö 4.2") and position for the order."""

    zeigt_auf = ("sitzung",)

    sitzung = models.ForeignKey(
        Sitzung, models.CASCADE, related_name="tagesordnungspunkte", verbose_name="Sitzung"
    )
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)
    nummer = Zeile("Nummer", max_length=20, blank=True)
    titel = Zeile("Titel", max_length=300, validators=[sichtbarer_name])
    teil = models.CharField("Teil", max_length=20, choices=Teil, default=Teil.OEFFENTLICH)
    art = models.CharField("Art", max_length=20, choices=Punktart, default=Punktart.BERATUNG)
    ergebnis = models.CharField("Ergebnis", max_length=20, choices=Ergebnis, blank=True)
    text = Formattext("Text der Niederschrift", blank=True)
    berichterstattung = models.ForeignKey(
        "netzwerk.Stelle", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="berichtet"
    )

    objects: ClassVar[Any] = TagesordnungspunktQuerySet.as_manager()

    class Meta:
        verbose_name = "Tagesordnungspunkt"
        verbose_name_plural = "Tagesordnungspunkte"
        ordering = ("position", "id")

    def __str__(self) -> str:
        return f"{self.nummer} {self.titel}".strip()

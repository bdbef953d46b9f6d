"""A project was or is to be dealt with in a body; joins a lower noun to a meeting."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models

from netzwerk.lib.dates import Genauigkeit, datum_text
from netzwerk.lib.fields import Zeile
from netzwerk.models.inhalt import Datensatz, oeffentlich
from sitzungen.models.sitzung import Sitzung


class ProjektberatungQuerySet(models.QuerySet):
    """Questions about projects in bodies."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return those of which the public may read project and body."""
        return self.filter(oeffentlich("projekt__", zeitpunkt), oeffentlich("gremium__", zeitpunkt))


class Projektberatung(Datensatz):
    """A body deals with a project: when (as precisely as known) and what for."""

    zeigt_auf = ("projekt", "gremium")

    projekt = models.ForeignKey(
        "gremien.Projekt", models.CASCADE, related_name="beratungen", verbose_name="Projekt"
    )
    gremium = models.ForeignKey(
        "gremien.Gremium", models.PROTECT, related_name="projektberatungen", verbose_name="Gremium"
    )
    sitzung = models.ForeignKey(
        Sitzung,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projektberatungen",
        verbose_name="Sitzung",
    )
    termin = models.DateField("Termin", null=True, blank=True)
    termin_genauigkeit = models.CharField(
        "Genauigkeit", max_length=8, choices=Genauigkeit, default=Genauigkeit.TAG
    )
    zweck = Zeile("Zweck", max_length=200, blank=True)

    objects: ClassVar[Any] = ProjektberatungQuerySet.as_manager()

    class Meta:
        verbose_name = "Beratung eines Projekts"
        verbose_name_plural = "Beratungen von Projekten"
        ordering = ("termin", "id")

    def __str__(self) -> str:
        return f"{self.projekt} in {self.gremium}"

    @property
    def wann_text(self) -> str:
        """Return when, as precisely as it is known: "November 2017"."""
        return self.sitzung.wann_text if self.sitzung else datum_text(self.termin, self.termin_genauigkeit)

"""A report that is owed is given by a paper or in a meeting; joins a lower noun to those."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from netzwerk.models.inhalt import Datensatz
from sitzungen.enums import NICHT_FREIGEGEBEN, Sitzungsstatus
from sitzungen.models.sitzung import Sitzung
from sitzungen.models.vorlage import Vorlage

GEHALTEN = (Sitzungsstatus.DURCHGEFUEHRT, Sitzungsstatus.ABGESCHLOSSEN)


class Pflichterfuellung(Datensatz):
    """What fulfils a duty to report at one of its times, named by the day it counts from."""

    aendert_seiten = False

    pflicht = models.ForeignKey(
        "gremien.Berichtspflicht",
        models.CASCADE,
        related_name="erfuellungen",
        verbose_name="Berichtspflicht",
    )
    bezugstag = models.DateField("gezählt ab")
    vorlage = models.ForeignKey(
        Vorlage,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="erfuellte_pflichten",
        verbose_name="Vorlage",
    )
    sitzung = models.ForeignKey(
        Sitzung,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="erfuellte_pflichten",
        verbose_name="Sitzung",
    )

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "Erfüllung einer Berichtspflicht"
        verbose_name_plural = "Erfüllungen von Berichtspflichten"
        ordering = ("-bezugstag", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("pflicht", "bezugstag"),
                name="sitzungen_pflichterfuellung_eine_je_termin",
                violation_error_message="Dazu ist schon etwas eingetragen.",
            ),
            models.CheckConstraint(
                condition=Q(vorlage__isnull=False) | Q(sitzung__isnull=False),
                name="sitzungen_pflichterfuellung_etwas",
                violation_error_message="Bitte eine Vorlage oder eine Sitzung angeben.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pflicht} ({self.bezugstag:%d.%m.%Y})"

    @property
    def gilt(self) -> bool:
        """Say whether it is done: the paper is released, or the meeting was held."""
        frei = self.vorlage is not None and self.vorlage.stand not in NICHT_FREIGEGEBEN
        return frei or (self.sitzung is not None and self.sitzung.status in GEHALTEN)

"""What is known of the web addresses that entries name: whether they still lead somewhere."""

from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from netzwerk.enums import Linkstand

# What answers is asked again after a week, what does not after a day.
GUT_TAGE, SCHLECHT_TAGE = timedelta(days=7), timedelta(days=1)
GUTE = (Linkstand.ERREICHBAR, Linkstand.UMGEZOGEN)
AUFFAELLIGE = (Linkstand.TOT, Linkstand.UMGEZOGEN)


class LinkbefundQuerySet(models.QuerySet):
    """Questions about web addresses."""

    def faellig(self, moment: datetime) -> Self:
        """Return what is to be asked, what nobody asked yet first."""
        alt = Q(stand__in=GUTE, geprueft_am__lt=moment - GUT_TAGE) | Q(
            ~Q(stand__in=GUTE), geprueft_am__lt=moment - SCHLECHT_TAGE
        )
        return self.filter(Q(geprueft_am__isnull=True) | alt).order_by(
            models.F("geprueft_am").asc(nulls_first=True), "pk"
        )

    def auffaellig(self) -> Self:
        """Return what leads nowhere, and what has moved for good."""
        return self.filter(stand__in=AUFFAELLIGE)


class Linkbefund(models.Model):
    """One web address and what it answered last. The program's own memory: no content, no history."""

    adresse = models.URLField("Adresse", max_length=500, unique=True)
    stand = models.CharField("Stand", max_length=20, choices=Linkstand, default=Linkstand.UNGEPRUEFT)
    status = models.PositiveSmallIntegerField("Antwort", null=True, blank=True)
    ziel = models.CharField("führt jetzt nach", max_length=500, blank=True)
    fehler = models.CharField("Grund", max_length=200, blank=True)
    fehlversuche = models.PositiveSmallIntegerField("vergebliche Versuche", default=0)
    geprueft_am = models.DateTimeField("geprüft am", null=True, blank=True)

    objects: ClassVar[Any] = LinkbefundQuerySet.as_manager()

    class Meta:
        verbose_name = "Befund zu einem Link"
        verbose_name_plural = "Befunde zu Links"
        ordering = ("adresse",)

    def __str__(self) -> str:
        return self.adresse

    @property
    def worte(self) -> str:
        """Return what is wrong, in words."""
        return f"{self.get_stand_display()} ({self.grund})" if self.grund else self.get_stand_display()

    @property
    def grund(self) -> str:
        """Return where it leads now, what went wrong, or what was answered."""
        if self.ziel:
            return f"jetzt {self.ziel}"
        return self.fehler.rstrip(".") or (f"Antwort {self.status}" if self.status else "")

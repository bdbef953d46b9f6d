"""An act on mandates: what it wrote, so that it can be undone as a whole."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models

from gremien.enums import Handlungsart, Handlungsstand
from gremien.models.gremium import Gremium
from netzwerk import rules


class HandlungQuerySet(models.QuerySet):
    """Questions about acts."""

    def bearbeitbar_fuer(self, konto: Any) -> Self:
        """Return the acts that the account may undo: on bodies that it may write, else its own."""
        if rules.schreibt_alles(konto):
            return self
        return self.filter(gremium__in=Gremium.objects.bearbeitbar_fuer(konto))


class Handlung(models.Model):
    """One act. ``zeilen`` are the rows it wrote, each with its stamp and what it held before.

    No name is kept here: who was appointed stands in the rows alone, so an erasure reaches it.
    Kept without a history: it is one.
    """

    art = models.CharField("Art", max_length=20, choices=Handlungsart)
    gremium = models.ForeignKey(
        Gremium, models.SET_NULL, null=True, blank=True, related_name="handlungen", verbose_name="Gremium"
    )
    stand = models.CharField(
        "Stand", max_length=20, choices=Handlungsstand, default=Handlungsstand.AUSGEFUEHRT
    )
    zeilen = models.JSONField("geschriebene Zeilen", default=list, editable=False)
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="wer"
    )
    ausgefuehrt_am = models.DateTimeField("ausgeführt am", auto_now_add=True)
    zurueckgenommen_am = models.DateTimeField("zurückgenommen am", null=True, blank=True)

    objects: ClassVar[Any] = HandlungQuerySet.as_manager()

    class Meta:
        verbose_name = "Handlung"
        verbose_name_plural = "Handlungen an Mandaten"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.get_art_display()}: {self.gremium}" if self.gremium_id else self.get_art_display()

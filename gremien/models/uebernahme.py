"""A take-over: what someone pasted, what was made of it, and what it wrote, so that it can be undone."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from gremien.enums import Uebernahmestand
from netzwerk.lib.fields import Zeile


class Uebernahme(models.Model):
    """One use of the take-over assistant.

    Kept without a history: text and proposals are emptied as soon as they are taken over, since a
    pasted page may name people. ``zeilen`` are the rows it wrote, each with its stamp.
    """

    titel = Zeile("Titel", max_length=200, blank=True)
    rohtext = models.TextField("eingefügter Text", blank=True)
    vorschlaege = models.JSONField("Vorschläge", default=list, blank=True)
    stand = models.CharField("Stand", max_length=20, choices=Uebernahmestand, default=Uebernahmestand.OFFEN)
    zeilen = models.JSONField("geschriebene Zeilen", default=list, blank=True, editable=False)
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="wer"
    )
    erstellt_am = models.DateTimeField("begonnen am", auto_now_add=True)
    uebernommen_am = models.DateTimeField("übernommen am", null=True, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "Übernahme"
        verbose_name_plural = "Übernahmen"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.titel or f"Übernahme {self.pk}"

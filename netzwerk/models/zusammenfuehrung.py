"""Duplicates: what was merged, so that it can be undone, and what was found not to be the same."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models

from netzwerk.enums import Zusammenfuehrungsstand


class Zusammenfuehrung(models.Model):
    """One merger: which entry stayed, which went, and every row it wrote.

    Holds numbers only. What a row was before stands in the history, where it can be pseudonymised.
    """

    inhaltstyp = models.ForeignKey(
        ContentType, models.CASCADE, related_name="+", verbose_name="Art der Einträge"
    )
    bleibt_id = models.PositiveBigIntegerField("bleibt")
    geht_id = models.PositiveBigIntegerField("geht")
    stand = models.CharField(
        "Stand",
        max_length=20,
        choices=Zusammenfuehrungsstand,
        default=Zusammenfuehrungsstand.AUSGEFUEHRT,
    )
    schritte = models.JSONField("Schritte", default=list, editable=False)
    staende = models.JSONField("Stände danach", default=dict, editable=False)
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="wer"
    )
    erstellt_am = models.DateTimeField("wann", auto_now_add=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "Zusammenführung"
        verbose_name_plural = "Zusammenführungen"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"Zusammenführung {self.pk}"


class Verschieden(models.Model):
    """Two entries that look alike and are not the same: never proposed again."""

    inhaltstyp = models.ForeignKey(
        ContentType, models.CASCADE, related_name="+", verbose_name="Art der Einträge"
    )
    eins_id = models.PositiveBigIntegerField("eines")
    zwei_id = models.PositiveBigIntegerField("anderes")
    erstellt_am = models.DateTimeField("wann", auto_now_add=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "Nicht dasselbe"
        verbose_name_plural = "Nicht dasselbe"
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("inhaltstyp", "eins_id", "zwei_id"), name="netzwerk_verschieden_einmal"
            ),
            models.CheckConstraint(
                condition=models.Q(eins_id__lt=models.F("zwei_id")), name="netzwerk_verschieden_geordnet"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.eins_id} und {self.zwei_id}"

"""What is under way in forms, so that nothing typed is lost and nothing is made twice. No content."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Zwischenstand(models.Model):
    """What somebody has typed into a form and not saved yet: one for each account and page."""

    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="zwischenstaende", verbose_name="Konto"
    )
    pfad = models.CharField("Seite", max_length=200)
    daten = models.JSONField("Eingaben", default=dict)
    geaendert_am = models.DateTimeField("geändert am", auto_now=True)

    class Meta:
        verbose_name = "Zwischenstand"
        verbose_name_plural = "Zwischenstände"
        ordering = ("-geaendert_am",)
        constraints = [
            models.UniqueConstraint(fields=("konto", "pfad"), name="netzwerk_zwischenstand_einer_je_seite")
        ]

    def __str__(self) -> str:
        return f"{self.pfad} ({self.konto})"


class Absendung(models.Model):
    """The mark of a form that made an entry; the same form sent twice leads to that entry."""

    kennung = models.CharField("Kennung", max_length=64, unique=True)
    ziel = models.CharField("Ziel", max_length=200)
    erstellt_am = models.DateTimeField("angelegt am", auto_now_add=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "Absendung"
        verbose_name_plural = "Absendungen"

    def __str__(self) -> str:
        return self.ziel


class Rueckmeldung(models.Model):
    """What a reviewer wrote when giving an entry back; goes when the entry is published."""

    inhaltstyp = models.ForeignKey(ContentType, models.CASCADE, verbose_name="Art des Eintrags")
    objekt_id = models.PositiveBigIntegerField("Nummer des Eintrags")
    objekt = GenericForeignKey("inhaltstyp", "objekt_id")
    text = models.TextField("Rückmeldung")
    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="von",
    )
    erstellt_am = models.DateTimeField("vom", auto_now=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "Rückmeldung"
        verbose_name_plural = "Rückmeldungen"
        ordering = ("-erstellt_am",)
        constraints = [
            models.UniqueConstraint(
                fields=("inhaltstyp", "objekt_id"), name="netzwerk_rueckmeldung_eine_je_eintrag"
            )
        ]

    def __str__(self) -> str:
        return f"Rückmeldung zu {self.objekt}"

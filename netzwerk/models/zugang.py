"""What belongs to an account beside its roles: invitation, closing, what it is told, its calendar."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models

from netzwerk.enums import Takt
from netzwerk.lib.dates import jetzt


class EinladungQuerySet(models.QuerySet):
    """Questions about invitations."""

    def gueltig(self, moment: datetime) -> Self:
        """Return the invitations whose link works at the moment."""
        return self.filter(angenommen_am=None, zurueckgezogen_am=None, gueltig_bis__gt=moment)


class Einladung(models.Model):
    """The link by which somebody opens an account that was made for them; works once and for some days."""

    konto = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="einladung", verbose_name="Konto"
    )
    kennung = models.CharField("Fingerabdruck des Links", max_length=64, unique=True)
    gueltig_bis = models.DateTimeField("gültig bis")
    verschickt_am = models.DateTimeField("verschickt am", default=jetzt)
    eingeladen_von = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="eingeladen von"
    )
    angenommen_am = models.DateTimeField("angenommen am", null=True, blank=True)
    zurueckgezogen_am = models.DateTimeField("zurückgezogen am", null=True, blank=True)

    objects: ClassVar[Any] = EinladungQuerySet.as_manager()

    class Meta:
        verbose_name = "Einladung"
        verbose_name_plural = "Einladungen"
        ordering = ("-verschickt_am",)

    def __str__(self) -> str:
        return f"Einladung an {self.konto}"


class Schliessung(models.Model):
    """The end of an account, and what it handed over to whom, so that it can be undone."""

    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="schliessungen", verbose_name="Konto"
    )
    nachfolge = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="übergeben an",
    )
    zeilen = models.JSONField("übergebene Zeilen", default=list, blank=True, editable=False)
    geschlossen_am = models.DateTimeField("geschlossen am", default=jetzt)
    geschlossen_von = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="geschlossen von"
    )
    zurueckgenommen_am = models.DateTimeField("zurückgenommen am", null=True, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "Schließung"
        verbose_name_plural = "Schließungen"
        ordering = ("-geschlossen_am", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("konto",),
                condition=models.Q(zurueckgenommen_am__isnull=True),
                name="netzwerk_schliessung_eine_offene",
                violation_error_message="Dieses Konto ist schon geschlossen.",
            )
        ]

    def __str__(self) -> str:
        return f"Schließung: {self.konto}"


class Benachrichtigung(models.Model):
    """How often an account is told of one kind of event, and up to which moment it was."""

    konto = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="benachrichtigungen", verbose_name="Konto"
    )
    art = models.CharField("Ereignis", max_length=40)
    takt = models.CharField("wie oft", max_length=12, choices=Takt, default=Takt.TAEGLICH)
    gemeldet_bis = models.DateTimeField("gemeldet bis", default=jetzt)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "Benachrichtigung"
        verbose_name_plural = "Benachrichtigungen"
        constraints = [
            models.UniqueConstraint(fields=("konto", "art"), name="netzwerk_benachrichtigung_einmal_je_art")
        ]

    def __str__(self) -> str:
        return f"{self.art}: {self.get_takt_display()} ({self.konto})"


class Kalenderzugang(models.Model):
    """The secret address of somebody's calendar; there is one, and it can be taken back."""

    konto = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="kalenderzugang", verbose_name="Konto"
    )
    kennung = models.CharField("Fingerabdruck der Adresse", max_length=64, unique=True)
    erstellt_am = models.DateTimeField("angelegt am", default=jetzt)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "Kalenderzugang"
        verbose_name_plural = "Kalenderzugänge"

    def __str__(self) -> str:
        return f"Kalender von {self.konto}"

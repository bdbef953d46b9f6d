"""What the portal sends by mail: every message is a row first (the outbox)."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.crypto import get_random_string

from netzwerk.enums import Nachrichtenstand
from netzwerk.lib.dates import jetzt
from netzwerk.lib.fields import Zeile


def neue_kennung() -> str:
    """Return the unique part of a Message-ID."""
    return get_random_string(32).lower()


class NachrichtQuerySet(models.QuerySet):
    """Questions about messages."""

    def faellig(self, moment: datetime) -> Self:
        """Return what waits and may be sent at the moment."""
        return self.filter(stand=Nachrichtenstand.WARTET, naechster_versuch__lte=moment)

    def liegengeblieben(self, grenze: datetime) -> Self:
        """Return what a sender took before the bound and never reported about."""
        return self.filter(stand=Nachrichtenstand.UNTERWEGS, versucht_am__lt=grenze)

    def zu_leeren(self, grenze: datetime) -> Self:
        """Return what is done since before the bound and still has its text."""
        fertig = (Nachrichtenstand.GESENDET, Nachrichtenstand.GEZEIGT, Nachrichtenstand.GESCHEITERT)
        return self.filter(stand__in=fertig, erstellt_am__lt=grenze, geleert_am=None)


class Nachricht(models.Model):
    """One message to one address. Written with what it tells of; sent by the queue."""

    an = models.EmailField("an")
    betreff = Zeile("Betreff", max_length=200)
    text = models.TextField("Text", blank=True)
    html = models.TextField("Text als HTML", blank=True)
    antwort_an = models.EmailField("Antwort an", blank=True)
    vertraulich = models.BooleanField(
        "vertraulich", default=False, help_text="Enthält einen persönlichen Link: wird nirgends gezeigt."
    )
    # "Sent once": a second message with the same key is the first one.
    schluessel = models.CharField("Schlüssel", max_length=200, blank=True)
    # Stays from try to try, so that a mail server can tell a repetition.
    kennung = models.CharField("Kennung", max_length=64, unique=True, default=neue_kennung, editable=False)
    stand = models.CharField(
        "Stand", max_length=20, choices=Nachrichtenstand, default=Nachrichtenstand.WARTET, editable=False
    )
    versuche = models.PositiveSmallIntegerField("Versuche", default=0, editable=False)
    erstellt_am = models.DateTimeField("geschrieben am", default=jetzt, editable=False)
    naechster_versuch = models.DateTimeField("nächster Versuch", default=jetzt, editable=False)
    versucht_am = models.DateTimeField("zuletzt versucht am", null=True, editable=False)
    gesendet_am = models.DateTimeField("gesendet am", null=True, editable=False)
    geleert_am = models.DateTimeField("Text gelöscht am", null=True, editable=False)
    fehler = Zeile("Fehler", max_length=300, blank=True, editable=False)
    veranlasst_von = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="veranlasst von",
    )

    objects: ClassVar[Any] = NachrichtQuerySet.as_manager()

    class Meta:
        verbose_name = "Nachricht"
        verbose_name_plural = "Postausgang"
        ordering = ("-id",)
        indexes = [models.Index(fields=["stand", "naechster_versuch"], name="netzwerk_nachricht_faellig")]
        constraints = [
            models.UniqueConstraint(
                fields=["schluessel"],
                condition=~models.Q(schluessel=""),
                name="netzwerk_nachricht_schluessel_einmal",
                violation_error_message="Diese Nachricht gibt es schon.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.betreff} an {self.an}"


class Nachrichtenanhang(models.Model):
    """A file that goes with a message; kept in the row, so that it is written and erased with it."""

    nachricht = models.ForeignKey(
        Nachricht, models.CASCADE, related_name="anhaenge", verbose_name="Nachricht"
    )
    name = Zeile("Name", max_length=150)
    typ = models.CharField("Art", max_length=100)
    inhalt = models.BinaryField("Inhalt")

    class Meta:
        verbose_name = "Anhang"
        verbose_name_plural = "Anhänge"
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name

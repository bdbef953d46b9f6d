"""What visitors tell us about a page; a task for the staff."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models

from netzwerk.enums import Anliegen, Hinweisstand
from netzwerk.lib.fields import Zeile
from netzwerk.models.inhalt import Datensatz


class HinweisQuerySet(models.QuerySet):
    """Questions about hints."""

    def offen(self) -> Self:
        """Return what nobody has finished yet."""
        return self.exclude(stand=Hinweisstand.ERLEDIGT)

    def erledigt_vor(self, moment: datetime) -> Self:
        """Return what was finished before the moment."""
        return self.filter(stand=Hinweisstand.ERLEDIGT, erledigt_am__lt=moment)


class Hinweis(Datensatz):
    """A hint of a visitor. Never public; who wrote it is told voluntarily and forgotten in time."""

    aendert_seiten = False
    # Visitors' words and addresses.
    im_register = False

    seite = Zeile("Seite", max_length=300, blank=True)
    anliegen = models.CharField("Anliegen", max_length=20, choices=Anliegen, default=Anliegen.ANGABE)
    text = models.TextField("Ihr Hinweis", max_length=4000)
    name = Zeile("Ihr Name", max_length=120, blank=True)
    email = models.EmailField("Ihre E-Mail-Adresse", blank=True)
    # Made with the form: the same form sent twice is one hint.
    kennung = models.CharField("Kennung des Formulars", max_length=64, unique=True, editable=False)
    stand = models.CharField("Stand", max_length=20, choices=Hinweisstand, default=Hinweisstand.NEU)
    erledigt_am = models.DateTimeField("erledigt am", null=True, blank=True, editable=False)
    bearbeitet_von = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="bearbeitet von",
    )
    notiz = models.TextField("interne Notiz", blank=True)

    objects: ClassVar[Any] = HinweisQuerySet.as_manager()

    class Meta:
        verbose_name = "Hinweis"
        verbose_name_plural = "Hinweise von Besuchern"
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.get_anliegen_display()} ({self.seite or 'ohne Seite'})"

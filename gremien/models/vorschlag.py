"""Who was proposed for a seat; only the appointment makes a membership of it."""

from typing import Any, ClassVar

from django.db import models

from gremien.enums import Vorschlagsstand
from gremien.models.mitgliedschaft import Mitgliedschaft
from gremien.models.sitz import Sitz
from netzwerk.lib.constraints import genau_eines
from netzwerk.models.inhalt import Datensatz


class Mandatsvorschlag(Datensatz):
    """A proposal for a seat. Internal: there may be two for one seat, and nobody sits there yet."""

    aendert_seiten = False

    sitz = models.ForeignKey(Sitz, models.CASCADE, related_name="vorschlaege", verbose_name="Sitz")
    person = models.ForeignKey(
        "netzwerk.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mandatsvorschlaege",
        verbose_name="Person",
    )
    stelle = models.ForeignKey(
        "netzwerk.Stelle",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mandatsvorschlaege",
        verbose_name="Stelle",
    )
    organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mandatsvorschlaege",
        verbose_name="Organisation",
    )
    vorschlagende_organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="eingereichte_vorschlaege",
        verbose_name="vorgeschlagen von",
    )
    vorgeschlagen_am = models.DateField("vorgeschlagen am")
    stand = models.CharField("Stand", max_length=20, choices=Vorschlagsstand, default=Vorschlagsstand.OFFEN)
    mitgliedschaft = models.ForeignKey(
        Mitgliedschaft,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="vorschlaege",
        verbose_name="daraus wurde",
    )

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "Vorschlag für einen Sitz"
        verbose_name_plural = "Vorschläge für Sitze"
        ordering = ("vorgeschlagen_am", "id")
        constraints = [
            models.CheckConstraint(
                condition=genau_eines("person", "stelle", "organisation"),
                name="gremien_mandatsvorschlag_genau_eines",
                violation_error_message="Bitte genau eines angeben: Person, Stelle oder Organisation.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person or self.stelle or self.organisation} ({self.get_stand_display()})"

"""Terms of a council or another Körperschaft."""

from datetime import date
from typing import Any, ClassVar

from django.db import models

from netzwerk.lib.fields import Zeile, sichtbarer_name
from netzwerk.models.inhalt import Datensatz
from netzwerk.models.zeitraum import Zeitraum, ZeitraumQuerySet


class Wahlperiode(Datensatz, Zeitraum):
    """A term; its middle is when some reports fall due."""

    koerperschaft = models.ForeignKey(
        "netzwerk.Organisation", models.PROTECT, related_name="wahlperioden", verbose_name="Körperschaft"
    )
    name = Zeile("Name", max_length=120, validators=[sichtbarer_name])

    geschaeftsfuehrend_bis = models.DateField(
        "geschäftsführend bis",
        null=True,
        blank=True,
        help_text="Bis dahin bleibt im Amt, wer noch keine Nachfolge hat. Leer: bis die Nachfolge da ist.",
    )

    objects: ClassVar[Any] = ZeitraumQuerySet.as_manager()

    class Meta:
        verbose_name = "Wahlperiode"
        verbose_name_plural = "Wahlperioden"
        ordering = ("-von", "id")
        constraints = [*Zeitraum.Meta.constraints]

    def __str__(self) -> str:
        return f"{self.koerperschaft}: {self.name}"

    @property
    def mitte(self) -> date | None:
        """Return the day in the middle of the term; None while a side is open."""
        if self.von is None or self.bis is None:
            return None
        return self.von + (self.bis - self.von) // 2

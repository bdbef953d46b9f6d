"""A period with dates as precise as they are known, and the one rule of what is active."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from netzwerk.lib.dates import Genauigkeit, anfang, datum_text, ende, spanne_text


def aktiv_am(stichtag: date, vor: str = "") -> Q:
    """Return the condition that a period holds on a day; both ends belong to it.

    ``vor`` is the lookup that leads to the row with the period.
    """
    return (Q(**{f"{vor}von__isnull": True}) | Q(**{f"{vor}von__lte": stichtag})) & (
        Q(**{f"{vor}bis__isnull": True}) | Q(**{f"{vor}bis__gte": stichtag})
    )


class ZeitraumQuerySet(models.QuerySet):
    """Questions about rows with a period."""

    def aktiv_am(self, stichtag: date) -> Self:
        """Return the rows whose period holds on the day."""
        return self.filter(aktiv_am(stichtag))


class Zeitraum(models.Model):
    """From and to, each known to the day, month or year; an empty side is open."""

    von = models.DateField("von", null=True, blank=True)
    von_genauigkeit = models.CharField(
        "Genauigkeit (von)", max_length=8, choices=Genauigkeit, default=Genauigkeit.TAG
    )
    bis = models.DateField("bis", null=True, blank=True, help_text="Letzter Tag, der noch dazugehört.")
    bis_genauigkeit = models.CharField(
        "Genauigkeit (bis)", max_length=8, choices=Genauigkeit, default=Genauigkeit.TAG
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(von__isnull=True) | Q(bis__isnull=True) | Q(von__lte=F("bis")),
                name="%(app_label)s_%(class)s_ende_nach_beginn",
                violation_error_message="Das Ende darf nicht vor dem Beginn liegen.",
            )
        ]

    def clean(self) -> None:
        """Stretch unsharp dates over their whole span, so that they compare rightly."""
        super().clean()
        if self.von:
            self.von = anfang(self.von, self.von_genauigkeit)
        if self.bis:
            self.bis = ende(self.bis, self.bis_genauigkeit)
        if self.von and self.bis and self.von > self.bis:
            raise ValidationError({"bis": "Das Ende darf nicht vor dem Beginn liegen."})

    def ist_aktiv_am(self, stichtag: date) -> bool:
        """Say whether the period holds on the day (the rule of ``aktiv_am`` for one object)."""
        return (self.von is None or self.von <= stichtag) and (self.bis is None or self.bis >= stichtag)

    @property
    def zeitraum_text(self) -> str:
        """Return the period in words: "2014 – Februar 2018", "seit 2010" or ""."""
        return spanne_text(
            datum_text(self.von, self.von_genauigkeit), datum_text(self.bis, self.bis_genauigkeit)
        )

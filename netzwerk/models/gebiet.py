"""Areas as a tree: Stadtteil < Stadtbezirk < Stadt < Kreis < Land."""

from typing import Any, ClassVar

from django.db import models
from tree_queries.fields import TreeNodeForeignKey
from tree_queries.query import TreeQuerySet

from netzwerk.enums import Gebietsart
from netzwerk.lib.fields import Adressteil, Formattext, Sortierschluessel, Zeile, sichtbarer_name
from netzwerk.models.inhalt import Inhalt, InhaltQuerySet
from netzwerk.validators import kein_kreis


class GebietQuerySet(InhaltQuerySet, TreeQuerySet):
    """Questions about areas."""


class Gebiet(Inhalt):
    """A district, town, county or state."""

    KREIS: ClassVar[str] = "Ein Gebiet kann nicht in einem seiner eigenen Teile liegen."

    name = Zeile("Name", max_length=120, validators=[sichtbarer_name])
    slug = Adressteil(aus="name")
    sortierung = Sortierschluessel(aus="name")
    art = models.CharField("Art", max_length=20, choices=Gebietsart)
    parent = TreeNodeForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="liegt in"
    )
    beschreibung = Formattext("Beschreibung", blank=True)

    objects: ClassVar[Any] = GebietQuerySet.as_manager()

    class Meta(Inhalt.Meta):
        verbose_name = "Gebiet"
        verbose_name_plural = "Gebiete"
        ordering = ("sortierung", "id")
        constraints = [
            *Inhalt.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                name="netzwerk_gebiet_nicht_in_sich",
                violation_error_message="Ein Gebiet liegt nicht in sich selbst.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the path of the area's page."""
        return f"/gebiete/{self.slug}/"

    def clean(self) -> None:
        """Raise ValidationError if the area would lie in itself, directly or through others."""
        super().clean()
        kein_kreis(self)

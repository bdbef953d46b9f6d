"""The editorial page "Unser Netzwerk": an intro and entries in an order people chose."""

from typing import Any, ClassVar, Self

from django.db import models

from gremien.models.gremium import Gremium
from netzwerk.lib.constraints import genau_eines
from netzwerk.lib.fields import Formattext, Zeile, sichtbarer_name
from netzwerk.models.inhalt import Datensatz, Inhalt, oeffentlich, oeffentlich_oder_leer


class Netzwerkseite(Inhalt):
    """The page of one organisation or one area. Nesting follows from the relations of bodies."""

    zeigt_auf = ("organisation", "gebiet")

    titel = Zeile("Titel", max_length=150, default="Unser Netzwerk", validators=[sichtbarer_name])
    organisation = models.OneToOneField(
        "netzwerk.Organisation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="netzwerkseite",
        verbose_name="Organisation",
    )
    gebiet = models.OneToOneField(
        "netzwerk.Gebiet",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="netzwerkseite",
        verbose_name="Gebiet",
    )
    einleitung = Formattext("Einleitung", blank=True)

    class Meta(Inhalt.Meta):
        verbose_name = "Netzwerkseite"
        verbose_name_plural = "Netzwerkseiten"
        ordering = ("titel", "id")
        constraints = [
            *Inhalt.Meta.constraints,
            models.CheckConstraint(
                condition=genau_eines("organisation", "gebiet"),
                name="gremien_netzwerkseite_genau_eines",
                violation_error_message="Bitte entweder eine Organisation oder ein Gebiet angeben.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} ({self.organisation or self.gebiet})"


class NetzwerkeintragQuerySet(models.QuerySet):
    """Questions about entries of an editorial page."""

    def oeffentlich(self) -> Self:
        """Return the entries whose body or organisation the public may read."""
        return self.filter(
            oeffentlich("seite__"), oeffentlich_oder_leer("gremium"), oeffentlich_oder_leer("organisation")
        )


class Netzwerkeintrag(Datensatz):
    """One entry of the page: a body or an organisation, at its place."""

    zeigt_auf = ("seite",)

    seite = models.ForeignKey(
        Netzwerkseite, models.CASCADE, related_name="eintraege", verbose_name="Netzwerkseite"
    )
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)
    gremium = models.ForeignKey(
        Gremium,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="netzwerkeintraege",
        verbose_name="Gremium",
    )
    organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="netzwerkeintraege",
        verbose_name="Organisation",
    )

    objects: ClassVar[Any] = NetzwerkeintragQuerySet.as_manager()

    class Meta:
        verbose_name = "Eintrag"
        verbose_name_plural = "Einträge"
        ordering = ("position", "id")
        constraints = [
            models.CheckConstraint(
                condition=genau_eines("gremium", "organisation"),
                name="gremien_netzwerkeintrag_genau_eines",
                violation_error_message="Bitte entweder ein Gremium oder eine Organisation angeben.",
            ),
            models.UniqueConstraint(
                fields=("seite", "gremium"),
                name="gremien_netzwerkeintrag_gremium_einmal",
                violation_error_message="Dieses Gremium steht schon auf der Seite.",
            ),
            models.UniqueConstraint(
                fields=("seite", "organisation"),
                name="gremien_netzwerkeintrag_organisation_einmal",
                violation_error_message="Diese Organisation steht schon auf der Seite.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.gremium or self.organisation)

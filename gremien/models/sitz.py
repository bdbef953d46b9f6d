"""Seat categories with their rules, and the seats in them."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from gremien.enums import Anteil, Vertretungsart
from gremien.models.gremium import Gremium
from netzwerk.lib.fields import Zeile, sichtbarer_name
from netzwerk.models.inhalt import Datensatz, oeffentlich


class SitzkategorieQuerySet(models.QuerySet):
    """Questions about seat categories."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the categories of bodies that the public may read."""
        return self.filter(oeffentlich("gremium__", zeitpunkt))


class Sitzkategorie(Datensatz):
    """A group of seats with one rule: "pro Schultyp ein Vertreter der Schulen".

    A number left empty means "not said", 0 means none; "soll_text" holds what the source
    says instead of a number.
    """

    zeigt_auf = ("gremium",)

    gremium = models.ForeignKey(
        Gremium, models.CASCADE, related_name="sitzkategorien", verbose_name="Gremium"
    )
    bezeichnung = Zeile("Bezeichnung", max_length=250, validators=[sichtbarer_name])
    stimmrecht = models.BooleanField("stimmberechtigt", null=True, blank=True)
    soll_min = models.PositiveSmallIntegerField("Sitze mindestens", null=True, blank=True)
    soll_max = models.PositiveSmallIntegerField("Sitze höchstens", null=True, blank=True)
    organisationsart = models.ForeignKey(
        "netzwerk.Organisationsart",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sitzkategorien",
        verbose_name="Organisationsart",
    )
    je_art = models.ManyToManyField(
        "netzwerk.Organisationsart",
        blank=True,
        related_name="verlangt_von",
        verbose_name="je Art ein Sitz",
        help_text="Bei „pro Schultyp ein Vertreter“: die Schultypen. Fehlt einer, sagt es die Besetzung.",
    )
    anteil = models.CharField(
        "Anteil an den Stimmen",
        max_length=20,
        choices=Anteil,
        blank=True,
        help_text="Nur wo das Verhältnis 3/5 : 2/5 gilt, etwa im Jugendhilfeausschuss.",
    )
    regeltext = Zeile("Regel im Wortlaut", max_length=300, blank=True)
    rechtsgrundlage = Zeile("Rechtsgrundlage", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    _history_m2m_fields = ("je_art",)
    objects: ClassVar[Any] = SitzkategorieQuerySet.as_manager()

    class Meta:
        verbose_name = "Sitzkategorie"
        verbose_name_plural = "Sitzkategorien"
        ordering = ("position", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(soll_min__isnull=True)
                | Q(soll_max__isnull=True)
                | Q(soll_min__lte=F("soll_max")),
                name="gremien_sitzkategorie_soll",
                violation_error_message="„Höchstens“ darf nicht kleiner sein als „mindestens“.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.bezeichnung} ({self.gremium})"

    @property
    def soll_text(self) -> str:
        """Return the number of seats in words, "" if nothing was said."""
        if self.soll_min is not None and self.soll_min == self.soll_max:
            return "1 Sitz" if self.soll_min == 1 else f"{self.soll_min} Sitze"
        if self.soll_min is not None and self.soll_max is not None:
            return f"{self.soll_min} bis {self.soll_max} Sitze"
        if self.soll_min is not None:
            return f"mindestens {self.soll_min}"
        return f"höchstens {self.soll_max}" if self.soll_max is not None else ""


class SitzQuerySet(models.QuerySet):
    """Questions about seats."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the seats of bodies that the public may read."""
        return self.filter(oeffentlich("kategorie__gremium__", zeitpunkt))


class Sitz(Datensatz):
    """One seat; it stays when its holder changes."""

    zeigt_auf = ("kategorie",)

    kategorie = models.ForeignKey(
        Sitzkategorie, models.CASCADE, related_name="sitze", verbose_name="Kategorie"
    )
    nummer = models.PositiveSmallIntegerField("Nummer", default=1)
    bereich = Zeile(
        "vertretener Bereich",
        max_length=250,
        blank=True,
        help_text="Zum Beispiel „die sozialräumlich verankerte Jugendsozialarbeit“.",
    )
    vorschlagende_organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="vorgeschlagene_sitze",
        verbose_name="schlägt vor",
    )
    entsendende_organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="entsandte_sitze",
        verbose_name="entsendet",
    )
    kraft_amtes = models.BooleanField("kraft Amtes", default=False)
    vertretungsart = models.CharField("Stellvertretung", max_length=20, choices=Vertretungsart, blank=True)

    objects: ClassVar[Any] = SitzQuerySet.as_manager()

    class Meta:
        verbose_name = "Sitz"
        verbose_name_plural = "Sitze"
        ordering = ("kategorie__position", "kategorie", "nummer", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("kategorie", "nummer"),
                name="gremien_sitz_nummer_einmal",
                violation_error_message="Diese Nummer gibt es in der Kategorie schon.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kategorie} Nr. {self.nummer}"

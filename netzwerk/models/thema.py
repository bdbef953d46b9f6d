"""What things are about, for whom, and in which programme."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models.functions import Lower

from netzwerk.enums import Ebene, Programmart
from netzwerk.lib.fields import Adressteil, Formattext, Sortierschluessel, Webadresse, Zeile, sichtbarer_name
from netzwerk.models.adresse import ziel_der_adresse
from netzwerk.models.inhalt import Datensatz
from netzwerk.models.zeitraum import Zeitraum


class WerteQuerySet(models.QuerySet):
    """Questions about value lists."""

    def oeffentlich(self) -> Self:
        """Return all: value lists hold nothing secret."""
        return self.all()

    def war_hier(self, **suche: Any) -> Any:
        """Return the last state of a value that was deleted and had the address, or None."""
        modell: Any = self.model
        return modell.history.filter(history_type="-", **suche).first()

    def umgezogen(self, **suche: Any) -> Any:
        """Return the value that had the address before, or None."""
        return self.filter(pk=ziel_der_adresse(self.model, suche)).first()


class Wert(Datensatz):
    """One value of a list that administrators keep; a used value cannot be deleted."""

    name = Zeile("Name", max_length=120, validators=[sichtbarer_name])
    slug = Adressteil(aus="name")
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    objects: ClassVar[Any] = WerteQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("position", "name")
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="%(app_label)s_%(class)s_name_einmal",
                violation_error_message="Diesen Namen gibt es schon.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Thema(Wert):
    """A topic with a page of its own."""

    beschreibung = Formattext("Beschreibung", blank=True)

    class Meta(Wert.Meta):
        verbose_name = "Thema"
        verbose_name_plural = "Themen"

    def get_absolute_url(self) -> str:
        """Return the path of the topic's page."""
        return f"/themen/{self.slug}/"


class Zielgruppe(Wert):
    """People a body or report is about."""

    class Meta(Wert.Meta):
        verbose_name = "Zielgruppe"
        verbose_name_plural = "Zielgruppen"


class Programm(Datensatz, Zeitraum):
    """A funding programme, an initiative or a concept that bodies and projects refer to."""

    name = Zeile("Name", max_length=250, validators=[sichtbarer_name])
    kurzname = Zeile("Kurzname", max_length=60, blank=True)
    slug = Adressteil(aus="name")
    sortierung = Sortierschluessel(aus="name")
    art = models.CharField("Art", max_length=20, choices=Programmart, default=Programmart.FOERDERPROGRAMM)
    geber = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="programme",
        verbose_name="Geber",
    )
    ebene = models.CharField("Ebene", max_length=20, choices=Ebene, blank=True)
    rechtsbezug = Zeile("Rechtsbezug", max_length=200, blank=True, help_text="Zum Beispiel „§ 13 SGB VIII“.")
    webadresse = Webadresse("Webadresse", blank=True)
    teil_von = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="teile", verbose_name="Teil von"
    )

    objects: ClassVar[Any] = WerteQuerySet.as_manager()

    class Meta:
        verbose_name = "Programm oder Initiative"
        verbose_name_plural = "Programme und Initiativen"
        ordering = ("sortierung", "id")
        constraints = [
            *Zeitraum.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(teil_von__isnull=True) | ~models.Q(teil_von=models.F("id")),
                name="netzwerk_programm_nicht_teil_von_sich",
                violation_error_message="Ein Programm ist nicht Teil von sich selbst.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.kurzname})" if self.kurzname else self.name

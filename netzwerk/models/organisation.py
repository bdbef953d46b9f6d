"""Organisations, their kinds, units and memberships in federations."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from tree_queries.fields import TreeNodeForeignKey
from tree_queries.query import TreeQuerySet

from netzwerk.enums import Ebene, Mitgliedsstatus
from netzwerk.lib.fields import Adressteil, Formattext, Sortierschluessel, Webadresse, Zeile, sichtbarer_name
from netzwerk.models.inhalt import Datensatz, Inhalt, InhaltQuerySet, moment, oeffentlich
from netzwerk.models.thema import Wert
from netzwerk.models.zeitraum import Zeitraum, ZeitraumQuerySet
from netzwerk.validators import kein_kreis


class Organisationsart(Wert):
    """Kind of organisation: carrier, authority, school, federation and more."""

    class Meta(Wert.Meta):
        verbose_name = "Organisationsart"
        verbose_name_plural = "Organisationsarten"


class OrganisationQuerySet(InhaltQuerySet, TreeQuerySet):
    """Questions about organisations."""

    def fuer_liste(self) -> Self:
        """Join what a row of a list shows; ``oben_name`` names what it belongs to, if that is public."""
        oben = Organisation.objects.oeffentlich().filter(pk=models.OuterRef("parent_id"))
        return self.select_related("art").annotate(oben_name=models.Subquery(oben.values("name")[:1]))


class Organisation(Inhalt):
    """An organisation, one of its units ("FB 42") or facilities ("Klex")."""

    KREIS: ClassVar[str] = "Eine Organisation kann nicht zu einer ihrer eigenen Einheiten gehören."

    name = Zeile("Name", max_length=250, validators=[sichtbarer_name])
    kurzname = Zeile("Kurzname", max_length=60, blank=True)
    slug = Adressteil(aus="name")
    sortierung = Sortierschluessel(aus="name")
    art = models.ForeignKey(
        Organisationsart,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisationen",
        verbose_name="Art",
    )
    parent = TreeNodeForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="gehört zu",
        help_text="Für Einheiten und Einrichtungen: die Organisation, zu der sie gehören.",
    )
    kurztext = Zeile("in einem Satz", max_length=400, blank=True)
    beschreibung = Formattext("Beschreibung", blank=True)
    rechtsform = Zeile("Rechtsform", max_length=60, blank=True)
    ebene = models.CharField("Ebene", max_length=20, choices=Ebene, blank=True)
    gebiete = models.ManyToManyField(
        "netzwerk.Gebiet", blank=True, related_name="organisationen", verbose_name="Gebiete"
    )
    themen = models.ManyToManyField(
        "netzwerk.Thema", blank=True, related_name="organisationen", verbose_name="Themen"
    )
    anerkannt_75 = models.BooleanField(
        "anerkannt nach § 75 SGB VIII",
        null=True,
        blank=True,
        help_text="Anerkannter Träger der freien Jugendhilfe.",
    )
    webadresse = Webadresse("Webadresse", blank=True)
    kontakt_email = models.EmailField("E-Mail der Geschäftsstelle", blank=True)
    kontakt_telefon = Zeile("Telefon der Geschäftsstelle", max_length=60, blank=True)
    anschrift = models.TextField("Anschrift der Geschäftsstelle", blank=True)
    notiz_intern = models.TextField("interne Notiz", blank=True)

    moment = moment()
    _history_m2m_fields = ("gebiete", "themen")
    objects: ClassVar[Any] = OrganisationQuerySet.as_manager()

    class Meta(Inhalt.Meta):
        verbose_name = "Organisation"
        verbose_name_plural = "Organisationen"
        ordering = ("sortierung", "id")
        indexes = [
            models.Index(fields=("sortierung", "id"), name="netzwerk_organisation_name"),
            models.Index(fields=("-moment", "-id"), name="netzwerk_organisation_neu"),
        ]
        constraints = [
            *Inhalt.Meta.constraints,
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="netzwerk_organisation_nicht_in_sich",
                violation_error_message="Eine Organisation gehört nicht zu sich selbst.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the path of the organisation's page."""
        return f"/organisationen/{self.slug}/"

    def clean(self) -> None:
        """Raise ValidationError if the organisation would belong to itself through others."""
        super().clean()
        kein_kreis(self)


class OrganisationsmitgliedschaftQuerySet(ZeitraumQuerySet):
    """Questions about memberships in federations."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return those of which the public may read both sides."""
        return self.filter(oeffentlich("organisation__", zeitpunkt), oeffentlich("verband__", zeitpunkt))


class Organisationsmitgliedschaft(Datensatz, Zeitraum):
    """An organisation is a member of a federation (which is an organisation, too)."""

    zeigt_auf = ("organisation", "verband")

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="verbandsmitgliedschaften", verbose_name="Organisation"
    )
    verband = models.ForeignKey(
        Organisation, models.PROTECT, related_name="mitgliedsorganisationen", verbose_name="Verband"
    )
    status = models.CharField(
        "Status", max_length=20, choices=Mitgliedsstatus, default=Mitgliedsstatus.MITGLIED
    )
    ist_dachverband = models.BooleanField(
        "ist der Dachverband",
        default=False,
        help_text="Der Verband, dem die Organisation in erster Linie angehört.",
    )

    objects: ClassVar[Any] = OrganisationsmitgliedschaftQuerySet.as_manager()

    class Meta:
        verbose_name = "Mitgliedschaft im Verband"
        verbose_name_plural = "Mitgliedschaften in Verbänden"
        ordering = ("verband__sortierung", "id")
        constraints = [
            *Zeitraum.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(organisation=F("verband")),
                name="netzwerk_verband_nicht_sich_selbst",
                violation_error_message="Eine Organisation ist nicht Mitglied in sich selbst.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.verband}"

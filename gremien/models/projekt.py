"""Planning projects for clients: what an institute did where, for whom, and with which plan."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from gremien.enums import Beteiligungsart, Bezugsart
from gremien.models.gremium import Gremium
from netzwerk.lib.dates import jahre_text
from netzwerk.lib.fields import Adressteil, Formattext, Sortierschluessel, Zeile, sichtbarer_name
from netzwerk.models.inhalt import Datensatz, Inhalt, InhaltQuerySet, moment, oeffentlich
from netzwerk.models.thema import Wert
from netzwerk.validators import JAHR

# Behind every name, on both databases.
ZULETZT = "zzzz"
NEUESTE_ZUERST = ("-sortierjahr", "sortierung", "id")


class Methode(Wert):
    """A method of participation; one spelling for each ("World Café")."""

    class Meta(Wert.Meta):
        verbose_name = "Methode"
        verbose_name_plural = "Methoden"


class ProjektQuerySet(InhaltQuerySet):
    """Questions about projects."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the projects that the public may read, with the institute."""
        return self.filter(oeffentlich(zeitpunkt=zeitpunkt), oeffentlich("institut__", zeitpunkt))

    def war_oeffentlich(self) -> Self:
        """Return what the public once could read, of an institute it may know of."""
        return super().war_oeffentlich().filter(oeffentlich("institut__"))

    def mit_sortierjahr(self) -> Self:
        """Add what projects are sorted by; 0 and a last letter for what is unknown.

        ``sortierjahr``: the last year of the project's own period, else of its latest plan.
        ``planjahr``: of its latest plan. ``kundenname``: sort key of its first client.
        """
        plaene = Planfassung.objects.filter(projekt=OuterRef("pk")).order_by("-bis_jahr")
        plan = Subquery(plaene.values("bis_jahr")[:1])
        kunden = Projektbeteiligung.objects.filter(
            oeffentlich("organisation__"), projekt=OuterRef("pk"), art=Beteiligungsart.AUFTRAGGEBER
        ).order_by("organisation__sortierung")
        return self.annotate(
            sortierjahr=Coalesce("bis_jahr", "von_jahr", plan, 0, output_field=models.IntegerField()),
            planjahr=Coalesce(plan, 0, output_field=models.IntegerField()),
            kundenname=Coalesce(
                Subquery(kunden.values("organisation__sortierung")[:1]),
                Value(ZULETZT),
                output_field=models.CharField(),
            ),
        )

    def neueste_zuerst(self) -> Self:
        """Sort by year, unknown ones last, then by name."""
        return self.mit_sortierjahr().order_by(*NEUESTE_ZUERST)


class Projekt(Inhalt):
    """A project; its own period and the period its plan is valid for are different things."""

    zeigt_auf = ("institut",)

    titel = Zeile("Titel", max_length=250, validators=[sichtbarer_name])
    slug = Adressteil(aus="titel")
    sortierung = Sortierschluessel(aus="titel")
    institut = models.ForeignKey(
        "netzwerk.Organisation", models.PROTECT, related_name="projekte", verbose_name="durchgeführt von"
    )
    rolle = Zeile(
        "Rolle", max_length=200, blank=True, help_text="Zum Beispiel „Konzeptentwicklung begleitet“."
    )
    kurztext = Zeile("in einem Satz", max_length=400, blank=True)
    beschreibung = Formattext("Beschreibung", blank=True)
    ergebnisse = Formattext("Ergebnisse", blank=True)
    von_jahr = models.PositiveSmallIntegerField("Projekt von (Jahr)", null=True, blank=True, validators=JAHR)
    bis_jahr = models.PositiveSmallIntegerField("Projekt bis (Jahr)", null=True, blank=True, validators=JAHR)
    standorte = models.ManyToManyField(
        "netzwerk.Gebiet", blank=True, related_name="projekte", verbose_name="Standorte"
    )
    themen = models.ManyToManyField(
        "netzwerk.Thema", blank=True, related_name="projekte", verbose_name="Themen"
    )
    methoden = models.ManyToManyField(Methode, blank=True, related_name="projekte", verbose_name="Methoden")
    dokumente = models.ManyToManyField(
        "netzwerk.Dokument", blank=True, related_name="projekte", verbose_name="Dokumente"
    )
    bild = models.ForeignKey(
        "netzwerk.Bild", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Bild"
    )
    beauftragendes_gremium = models.ForeignKey(
        Gremium,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="beauftragte_projekte",
        verbose_name="beauftragt durch das Gremium",
    )
    vorgaenger = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="nachfolger", verbose_name="setzt fort"
    )

    moment = moment()
    _history_m2m_fields = ("standorte", "themen", "methoden", "dokumente")
    objects: ClassVar[Any] = ProjektQuerySet.as_manager()

    class Meta(Inhalt.Meta):
        verbose_name = "Projekt"
        verbose_name_plural = "Projekte"
        ordering = ("sortierung", "id")
        indexes = [models.Index(fields=("-moment", "-id"), name="gremien_projekt_neu")]
        constraints = [
            *Inhalt.Meta.constraints,
            models.CheckConstraint(
                condition=Q(von_jahr__isnull=True)
                | Q(bis_jahr__isnull=True)
                | Q(von_jahr__lte=F("bis_jahr")),
                name="gremien_projekt_ende_nach_beginn",
                violation_error_message="Das Ende darf nicht vor dem Beginn liegen.",
            ),
            models.CheckConstraint(
                condition=Q(vorgaenger__isnull=True) | ~Q(vorgaenger=F("id")),
                name="gremien_projekt_nicht_vor_sich",
                violation_error_message="Ein Projekt setzt sich nicht selbst fort.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        """Return the path of the project's page."""
        return f"/projekte/{self.slug}/"

    @property
    def zeitraum_text(self) -> str:
        """Return the project's own period in words, "" if it is not known."""
        return jahre_text(self.von_jahr, self.bis_jahr)


class Planfassung(Datensatz):
    """A version of the plan that a project made, valid for some years; versions continue each other."""

    zeigt_auf = ("projekt",)

    projekt = models.ForeignKey(Projekt, models.CASCADE, related_name="planfassungen", verbose_name="Projekt")
    bezeichnung = Zeile("Bezeichnung", max_length=200, validators=[sichtbarer_name])
    von_jahr = models.PositiveSmallIntegerField("gilt von (Jahr)", validators=JAHR)
    bis_jahr = models.PositiveSmallIntegerField("gilt bis (Jahr)", validators=JAHR)
    fortschreibung_von = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="fortschreibungen",
        verbose_name="Fortschreibung von",
    )

    class Meta:
        verbose_name = "Planfassung"
        verbose_name_plural = "Planfassungen"
        ordering = ("von_jahr", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(von_jahr__lte=F("bis_jahr")),
                name="gremien_planfassung_ende_nach_beginn",
                violation_error_message="Das Ende darf nicht vor dem Beginn liegen.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.bezeichnung} {self.zeitraum_text}"

    @property
    def zeitraum_text(self) -> str:
        """Return the years of validity in words."""
        return jahre_text(self.von_jahr, self.bis_jahr)


class Projektbeteiligung(Datensatz):
    """Someone takes part in a project: an organisation, or people named by kind."""

    zeigt_auf = ("projekt",)

    projekt = models.ForeignKey(Projekt, models.CASCADE, related_name="beteiligungen", verbose_name="Projekt")
    art = models.CharField("Art", max_length=20, choices=Beteiligungsart)
    organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projektbeteiligungen",
        verbose_name="Organisation",
    )
    text = Zeile("wer (in Worten)", max_length=250, blank=True)
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    class Meta:
        verbose_name = "Beteiligung"
        verbose_name_plural = "Beteiligungen"
        ordering = ("art", "position", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | ~Q(text=""),
                name="gremien_beteiligung_jemand",
                violation_error_message="Bitte eine Organisation oder einen Text angeben.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()}: {self.organisation or self.text}"


class Programmbezug(Datensatz):
    """A project is funded by, part of, or builds on a programme or initiative."""

    zeigt_auf = ("projekt",)

    projekt = models.ForeignKey(
        Projekt, models.CASCADE, related_name="programmbezuege", verbose_name="Projekt"
    )
    art = models.CharField("Bezug", max_length=20, choices=Bezugsart, default=Bezugsart.GEFOERDERT)
    programm = models.ForeignKey(
        "netzwerk.Programm",
        models.PROTECT,
        related_name="projektbezuege",
        verbose_name="Programm oder Initiative",
    )

    class Meta:
        verbose_name = "Bezug zu einem Programm"
        verbose_name_plural = "Bezüge zu Programmen"
        ordering = ("art", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("projekt", "art", "programm"),
                name="gremien_programmbezug_einmal",
                violation_error_message="Diesen Bezug gibt es schon.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()} {self.programm}"


class KundeQuerySet(models.QuerySet):
    """Questions about clients."""

    def aktuell(self) -> Self:
        """Return those listed as current; a flag, not computed from projects."""
        return self.filter(aktuell=True)

    def oeffentlich(self) -> Self:
        """Return those of which the public may read both sides."""
        return self.filter(oeffentlich("institut__"), oeffentlich("organisation__"))


class Kunde(Datensatz):
    """An organisation is a client of an institute."""

    zeigt_auf = ("institut",)

    institut = models.ForeignKey(
        "netzwerk.Organisation", models.CASCADE, related_name="kunden", verbose_name="Institut"
    )
    organisation = models.ForeignKey(
        "netzwerk.Organisation", models.PROTECT, related_name="kunde_von", verbose_name="Kunde"
    )
    bezeichnung = Zeile(
        "Bezeichnung", max_length=120, blank=True, help_text="Wie der Kunde in der Liste heißt."
    )
    aktuell = models.BooleanField("aktuell", default=True)
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    objects: ClassVar[Any] = KundeQuerySet.as_manager()

    class Meta:
        verbose_name = "Kunde"
        verbose_name_plural = "Kunden"
        ordering = ("position", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("institut", "organisation"),
                name="gremien_kunde_einmal",
                violation_error_message="Dieser Kunde steht schon in der Liste.",
            ),
            models.CheckConstraint(
                condition=~Q(institut=F("organisation")),
                name="gremien_kunde_nicht_sich_selbst",
                violation_error_message="Ein Institut ist nicht sein eigener Kunde.",
            ),
        ]

    def __str__(self) -> str:
        return self.bezeichnung or str(self.organisation)

"""Reports of members to a federation or committee."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from gremien.enums import Berichtsart
from gremien.models.gremium import Gremium
from netzwerk import rules
from netzwerk.lib.fields import Adressteil, Formattext, Zeile, sichtbarer_name
from netzwerk.models.inhalt import (
    Datensatz,
    Inhalt,
    InhaltQuerySet,
    moment,
    oeffentlich,
    oeffentlich_oder_leer,
)
from netzwerk.validators import JAHR


class BerichtQuerySet(InhaltQuerySet):
    """Questions about reports."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the reports that the public may read, with whoever reports and to whom."""
        return self.filter(
            oeffentlich(zeitpunkt=zeitpunkt),
            oeffentlich("organisation__", zeitpunkt),
            oeffentlich_oder_leer("verbund", zeitpunkt),
        )

    def war_oeffentlich(self) -> Self:
        """Return what the public once could read, of and to those it may know of."""
        return (
            super().war_oeffentlich().filter(oeffentlich("organisation__"), oeffentlich_oder_leer("verbund"))
        )

    def fuer_liste(self) -> Self:
        """Join what a row of a list shows."""
        return self.select_related("organisation", "verbund").annotate(mitglied=F("organisation__sortierung"))

    def letzter(self, organisation: int | None, *, vor: Any = None) -> Any:
        """Return the latest report of an organisation, whatever its state, for those who write the next.

        ``vor``: not this one, and of its kind and receiver if there is one of those.
        """
        zuletzt = ("-jahr", F("quartal").desc(nulls_last=True), "-datum", "-id")
        alle = self.vorhanden().filter(organisation=organisation).order_by(*zuletzt)
        if vor is None:
            return alle.first()
        andere = alle.exclude(pk=vor.pk)
        return andere.filter(art=vor.art, verbund=vor.verbund_id).first() or andere.first()

    def bearbeitbar_fuer(self, konto: Any) -> Self:
        """Return the reports that the account may write: all, or those of its own organisation."""
        if rules.schreibt_alles(konto):
            return self
        if rules.schreibt_berichte(konto) and konto.organisation_id:
            return self.filter(organisation=konto.organisation_id)
        return self.none()

    def lesbar_fuer(self, konto: Any) -> Self:
        """Return the reports that the account may read: those it may write."""
        return self.bearbeitbar_fuer(konto)


class Bericht(Inhalt):
    """A report with ordered sections and two dates: as published, and as written.

    The dates are kept as printed; a report may be dated before its quarter ended.
    """

    zeigt_auf = ("organisation", "verbund")

    titel = Zeile("Titel", max_length=250, validators=[sichtbarer_name])
    untertitel = Zeile("Überschrift des Textes", max_length=250, blank=True)
    slug = Adressteil(aus="titel")
    verbund = models.ForeignKey(
        Gremium, models.PROTECT, null=True, blank=True, related_name="berichte", verbose_name="Verbund"
    )
    organisation = models.ForeignKey(
        "netzwerk.Organisation", models.PROTECT, related_name="berichte", verbose_name="berichtet"
    )
    art = models.CharField("Art", max_length=20, choices=Berichtsart, default=Berichtsart.QUARTAL)
    jahr = models.PositiveSmallIntegerField("Berichtsjahr", validators=JAHR)
    quartal = models.PositiveSmallIntegerField(
        "Quartal", null=True, blank=True, choices=[(n, f"{n}. Quartal") for n in range(1, 5)]
    )
    # The period to sort by; a whole year stands behind its quarters.
    zeitraum = models.GeneratedField(
        expression=F("jahr") * 10 + Coalesce("quartal", 0),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    ortszeile = Zeile("Ort der Veröffentlichung", max_length=120, blank=True)
    datum = models.DateField("veröffentlicht unter dem Datum")
    verfasser = Zeile(
        "verfasst von",
        max_length=200,
        blank=True,
        help_text="Wie im Bericht gedruckt. Wird öffentlich gezeigt; leeren, wenn die Grundlage entfällt.",
    )
    verfasser_ort = Zeile("Stelle der Verfasserin oder des Verfassers", max_length=200, blank=True)
    verfasst_am = models.DateField("verfasst am", null=True, blank=True)
    namen_grundlage = Zeile("Grundlage der Namensnennung", max_length=200, blank=True)
    ueberarbeitet_am = models.DateField(
        "nach der Veröffentlichung geändert am", null=True, blank=True, help_text="Steht auf der Seite."
    )
    themen = models.ManyToManyField(
        "netzwerk.Thema", blank=True, related_name="berichte", verbose_name="Themen"
    )
    zielgruppen = models.ManyToManyField(
        "netzwerk.Zielgruppe", blank=True, related_name="berichte", verbose_name="Zielgruppen"
    )
    programme = models.ManyToManyField(
        "netzwerk.Programm", blank=True, related_name="berichte", verbose_name="Programme"
    )
    gebiete = models.ManyToManyField(
        "netzwerk.Gebiet", blank=True, related_name="berichte", verbose_name="Orte"
    )
    ergaenzung_zu = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="ergaenzungen",
        verbose_name="Ergänzung zu",
        help_text="Ein zweiter Bericht zum selben Zeitraum ist nur als Ergänzung möglich.",
    )

    moment = moment()
    _history_m2m_fields = ("themen", "zielgruppen", "programme", "gebiete")
    objects: ClassVar[Any] = BerichtQuerySet.as_manager()

    class Meta(Inhalt.Meta):
        verbose_name = "Bericht"
        verbose_name_plural = "Berichte"
        ordering = ("-jahr", "-quartal", "-datum", "-id")
        indexes = [
            models.Index(fields=("-datum", "-id"), name="gremien_bericht_datum"),
            models.Index(fields=("-moment", "-id"), name="gremien_bericht_neu"),
            models.Index(fields=("-zeitraum", "-datum", "-id"), name="gremien_bericht_zeitraum"),
            models.Index(fields=("organisation", "-datum", "-id"), name="gremien_bericht_mitglied"),
        ]
        constraints = [
            *Inhalt.Meta.constraints,
            models.CheckConstraint(
                condition=Q(quartal__isnull=True) | Q(quartal__gte=1, quartal__lte=4),
                name="gremien_bericht_quartal",
                violation_error_message="Ein Quartal ist 1, 2, 3 oder 4.",
            ),
            models.UniqueConstraint(
                Coalesce("verbund", 0),
                "organisation",
                "art",
                "jahr",
                Coalesce("quartal", 0),
                condition=Q(ergaenzung_zu__isnull=True, geloescht_am__isnull=True),
                name="gremien_bericht_einer_je_zeitraum",
                violation_error_message=(
                    "Zu diesem Zeitraum gibt es schon einen Bericht; möglich ist eine Ergänzung."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.titel} – {self.organisation}"

    def get_absolute_url(self) -> str:
        """Return the path of the report's page."""
        return f"/berichte/{self.slug}/"

    @property
    def zeitraum_text(self) -> str:
        """Return the period reported on: "4. Quartal 2014" or "2014"."""
        return f"{self.quartal}. Quartal {self.jahr}" if self.quartal else str(self.jahr)


class Berichtsabschnitt(Datensatz):
    """A section of a report, with or without a heading."""

    zeigt_auf = ("bericht",)

    bericht = models.ForeignKey(Bericht, models.CASCADE, related_name="abschnitte", verbose_name="Bericht")
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)
    ueberschrift = Zeile("Überschrift", max_length=250, blank=True)
    text = Formattext("Text", blank=True)
    bild = models.ForeignKey(
        "netzwerk.Bild", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Bild"
    )

    class Meta:
        verbose_name = "Abschnitt"
        verbose_name_plural = "Abschnitte"
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.ueberschrift or f"Abschnitt {self.position}"

"""Papers and their way through the bodies."""

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Lower

from netzwerk.lib.dates import Genauigkeit, datum_text
from netzwerk.lib.fields import Adressfeld, Formattext, Sortierschluessel, Zeile, sichtbarer_name
from netzwerk.lib.text import adressteil
from netzwerk.models.inhalt import Datensatz, Inhalt, InhaltQuerySet, moment, oeffentlich
from sitzungen.enums import (
    NICHT_FREIGEGEBEN,
    Ergebnis,
    Schrittstatus,
    Teil,
    Vorlagenart,
    Vorlagenbezugsart,
    Vorlagenstand,
    Zustaendigkeit,
)
from sitzungen.models.sitzung import Sitzung, sitzung_oeffentlich
from sitzungen.models.tagesordnung import Tagesordnungspunkt

OHNE_DATUM = date(1, 1, 1)


def pfad_aus(kennung: str) -> str:
    """Return the part of the address for a paper's number: "2007/0590" stays as it is."""
    return "/".join(teil for teil in (adressteil(stueck) for stueck in kennung.split("/")) if teil)


def vorlage_oeffentlich(vor: str = "", zeitpunkt: datetime | None = None) -> Q:
    """Return the condition that the public may read a paper: public and released (DOMAIN c.3)."""
    return (
        oeffentlich(vor, zeitpunkt)
        & oeffentlich(f"{vor}koerperschaft__", zeitpunkt)
        & ~Q(**{f"{vor}stand__in": NICHT_FREIGEGEBEN})
    )


class Vorlagenpfad(Adressfeld, models.CharField):
    """The stored, unique path of a paper; a second council's same number takes its name in front."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Return the path; once made it stays."""
        wert = getattr(model_instance, self.attname)
        if not wert and isinstance(model_instance, Vorlage):
            wert = model_instance.freier_pfad()
            setattr(model_instance, self.attname, wert)
        return wert

    def validate(self, value: Any, model_instance: Any) -> None:
        """Raise ValidationError for what cannot stand in an address."""
        if pfad_aus(value) != value:
            raise ValidationError("Bitte nur a–z, Ziffern, Bindestriche und Schrägstriche dazwischen.")
        super().validate(value, model_instance)


class VorlageQuerySet(InhaltQuerySet):
    """Questions about papers."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the papers that the public may read."""
        return self.filter(vorlage_oeffentlich("", zeitpunkt))

    def war_oeffentlich(self) -> Self:
        """Return what the public once could read: of a public council and released."""
        return (
            super()
            .war_oeffentlich()
            .filter(oeffentlich("koerperschaft__"))
            .exclude(stand__in=NICHT_FREIGEGEBEN)
        )

    def fuer_liste(self) -> Self:
        """Join what a row of a list shows."""
        return self.select_related("koerperschaft")


class Vorlage(Inhalt):
    """A paper put before bodies.

    Author, clerk and signatory are kept as printed, not as people: they are part of a
    published document, with their own basis, and can be emptied.
    """

    zeigt_auf = ("koerperschaft",)

    koerperschaft = models.ForeignKey(
        "netzwerk.Organisation", models.PROTECT, related_name="vorlagen", verbose_name="Körperschaft"
    )
    kennung = Zeile(
        "Nummer", max_length=60, validators=[sichtbarer_name], help_text="Zum Beispiel „2007/0590“."
    )
    pfad = Vorlagenpfad(
        "Adresse", max_length=120, unique=True, blank=True, help_text="Leer lassen: aus der Nummer."
    )
    betreff = Zeile("Betreff", max_length=300, validators=[sichtbarer_name])
    art = models.CharField(
        "Vorlage-Art", max_length=40, choices=Vorlagenart, default=Vorlagenart.BESCHLUSSVORLAGE
    )
    stand = models.CharField("Stand", max_length=20, choices=Vorlagenstand, default=Vorlagenstand.ENTWURF)
    datum = models.DateField("Datum", null=True, blank=True)
    # To sort by: papers without a date come last.
    sortierdatum = models.GeneratedField(
        expression=Coalesce("datum", Value(OHNE_DATUM)), output_field=models.DateField(), db_persist=True
    )
    sortierung = Sortierschluessel(aus="kennung", db_index=False, mit_zahlen=True)
    verfasser = Zeile("Verfasser", max_length=200, blank=True, help_text="Wie gedruckt.")
    verfasser_telefon = Zeile("Telefon des Verfassers (intern)", max_length=60, blank=True)
    federfuehrend = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="federfuehrende_vorlagen",
        verbose_name="Federführend",
    )
    bearbeiter = Zeile("Bearbeiter/-in", max_length=200, blank=True, help_text="Wie gedruckt.")
    unterzeichnung = models.TextField(
        "Unterzeichnung", blank=True, help_text="Wie gedruckt, eine Angabe je Zeile."
    )
    namen_grundlage = Zeile("Grundlage der Namensnennung", max_length=200, blank=True)
    beschlussvorschlag = Formattext("Beschlussvorschlag", blank=True)
    sachverhalt = Formattext("Sachverhalt (Einleitung)", blank=True)
    rechtsgrundlagen = Zeile("Rechtsgrundlagen", max_length=300, blank=True)
    finanzielle_auswirkungen = Formattext("finanzielle Auswirkungen", blank=True)
    gebiete = models.ManyToManyField(
        "netzwerk.Gebiet", blank=True, related_name="vorlagen", verbose_name="Gebiete"
    )
    themen = models.ManyToManyField(
        "netzwerk.Thema", blank=True, related_name="vorlagen", verbose_name="Themen"
    )
    betrifft = models.ManyToManyField(
        "gremien.Gremium",
        blank=True,
        related_name="betreffende_vorlagen",
        verbose_name="betrifft",
        help_text="Gremien, um die es geht oder die daraus entstanden sind.",
    )
    anlagen = models.ManyToManyField(
        "netzwerk.Dokument", blank=True, related_name="vorlagen", verbose_name="Anlagen"
    )

    moment = moment()
    _history_m2m_fields = ("gebiete", "themen", "betrifft", "anlagen")
    objects: ClassVar[Any] = VorlageQuerySet.as_manager()

    class Meta(Inhalt.Meta):
        verbose_name = "Vorlage"
        verbose_name_plural = "Vorlagen"
        ordering = (F("datum").desc(nulls_last=True), "-id")
        indexes = [
            models.Index(fields=("-sortierdatum", "-id"), name="sitzungen_vorlage_datum"),
            models.Index(fields=("sortierung", "id"), name="sitzungen_vorlage_nummer"),
            models.Index(fields=("-moment", "-id"), name="sitzungen_vorlage_neu"),
        ]
        constraints = [
            *Inhalt.Meta.constraints,
            models.UniqueConstraint(
                "koerperschaft",
                Lower("kennung"),
                name="sitzungen_vorlage_nummer_einmal",
                violation_error_message="Diese Nummer gibt es in der Körperschaft schon.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kennung}: {self.betreff}"

    def get_absolute_url(self) -> str:
        """Return the path of the paper's page."""
        return f"/vorlagen/{self.pfad}/"

    def freier_pfad(self) -> str:
        """Return a path for the number that no other paper has."""
        stamm = pfad_aus(self.kennung) or "vorlage"
        if not self._vergeben(stamm):
            return stamm
        mit_ort = f"{self.koerperschaft.slug}/{stamm}"
        nummer, wert = 1, mit_ort
        while self._vergeben(wert):
            nummer += 1
            wert = f"{mit_ort}-{nummer}"
        return wert

    def _vergeben(self, pfad: str) -> bool:
        """Say whether a path is another paper's, or leads to another."""
        ziel = Adressfeld.fruehere(Vorlage, pfad).get(pfad)
        return ziel not in {None, self.pk} or Vorlage.objects.filter(pfad=pfad).exclude(pk=self.pk).exists()

    @property
    def status_text(self) -> str:
        """Return the status as papers print it: "öffentlich" or "nicht öffentlich"."""
        return "öffentlich" if self.sichtbarkeit == "oeffentlich" else "nicht öffentlich"


class Vorlagenabschnitt(Datensatz):
    """A headed section of a paper's Sachverhalt."""

    zeigt_auf = ("vorlage",)

    vorlage = models.ForeignKey(Vorlage, models.CASCADE, related_name="abschnitte", verbose_name="Vorlage")
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)
    ueberschrift = Zeile("Überschrift", max_length=250)
    text = Formattext("Text", blank=True)

    class Meta:
        verbose_name = "Abschnitt"
        verbose_name_plural = "Abschnitte"
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.ueberschrift


class VorlagenbezugQuerySet(models.QuerySet):
    """Questions about references between papers."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return those of which the public may read both papers."""
        return self.filter(
            vorlage_oeffentlich("von_vorlage__", zeitpunkt), vorlage_oeffentlich("zu_vorlage__", zeitpunkt)
        )


class Vorlagenbezug(Datensatz):
    """A paper follows, supplements, amends or answers another."""

    zeigt_auf = ("von_vorlage", "zu_vorlage")

    von_vorlage = models.ForeignKey(Vorlage, models.CASCADE, related_name="bezuege", verbose_name="Vorlage")
    art = models.CharField("Bezug", max_length=20, choices=Vorlagenbezugsart)
    zu_vorlage = models.ForeignKey(
        Vorlage, models.PROTECT, related_name="gegenbezuege", verbose_name="andere Vorlage"
    )

    objects: ClassVar[Any] = VorlagenbezugQuerySet.as_manager()

    class Meta:
        verbose_name = "Bezug"
        verbose_name_plural = "Bezüge"
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(von_vorlage=F("zu_vorlage")),
                name="sitzungen_vorlagenbezug_nicht_zu_sich",
                violation_error_message="Eine Vorlage bezieht sich nicht auf sich selbst.",
            ),
            models.UniqueConstraint(
                fields=("von_vorlage", "art", "zu_vorlage"),
                name="sitzungen_vorlagenbezug_einmal",
                violation_error_message="Diesen Bezug gibt es schon.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()} {self.zu_vorlage.kennung}"


def beratung_offen(zeitpunkt: datetime | None = None) -> Q:
    """Return the condition that day, wording and result of a step are public.

    A step is closed by itself, by its agenda item, or by a meeting that the public may not know.
    """
    return (
        Q(teil=Teil.OEFFENTLICH)
        & (Q(punkt__isnull=True) | Q(punkt__teil=Teil.OEFFENTLICH))
        & (Q(sitzung__isnull=True) | sitzung_oeffentlich("sitzung__", zeitpunkt))
    )


class BeratungQuerySet(models.QuerySet):
    """Questions about steps of a Beratungsfolge."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the steps of public papers in public bodies; a step's text has its own rule."""
        return self.filter(vorlage_oeffentlich("vorlage__", zeitpunkt), oeffentlich("gremium__", zeitpunkt))

    def offen(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the steps whose day, wording and result are public, too."""
        return self.filter(beratung_offen(zeitpunkt))


class Beratung(Datensatz):
    """One step of a paper's course: who deals with it, as what, when, and what came of it.

    The stored order holds, also when dates do not ascend.
    """

    zeigt_auf = ("vorlage", "sitzung")

    vorlage = models.ForeignKey(Vorlage, models.CASCADE, related_name="beratungen", verbose_name="Vorlage")
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)
    gremium = models.ForeignKey(
        "gremien.Gremium", models.PROTECT, related_name="beratungen", verbose_name="Gremium"
    )
    zustaendigkeit = models.CharField("Zuständigkeit", max_length=20, choices=Zustaendigkeit)
    sitzung = models.ForeignKey(
        Sitzung, models.PROTECT, null=True, blank=True, related_name="beratungen", verbose_name="Sitzung"
    )
    punkt = models.ForeignKey(
        Tagesordnungspunkt,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="beratungen",
        verbose_name="Tagesordnungspunkt",
    )
    termin = models.DateField(
        "Termin", null=True, blank=True, help_text="Solange es keine Sitzung dazu gibt."
    )
    termin_genauigkeit = models.CharField(
        "Genauigkeit", max_length=8, choices=Genauigkeit, default=Genauigkeit.TAG
    )
    teil = models.CharField("Öffentlichkeit", max_length=20, choices=Teil, default=Teil.OEFFENTLICH)
    schrittstatus = models.CharField(
        "Schritt", max_length=20, choices=Schrittstatus, default=Schrittstatus.GEPLANT
    )
    ergebnis = models.CharField("Ergebnis", max_length=20, choices=Ergebnis, blank=True)
    verwiesen_an = models.ForeignKey(
        "gremien.Gremium",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="verwiesen an",
    )
    beschlusswortlaut = Formattext(
        "Wortlaut des Beschlusses", blank=True, help_text="Wenn vom Vorschlag abgewichen."
    )

    objects: ClassVar[Any] = BeratungQuerySet.as_manager()

    class Meta:
        verbose_name = "Beratung"
        verbose_name_plural = "Beratungsfolge"
        ordering = ("position", "id")

    def __str__(self) -> str:
        return f"{self.gremium}: {self.get_zustaendigkeit_display()}"

    def clean(self) -> None:
        """Raise ValidationError if meeting, item and body do not belong together."""
        super().clean()
        if self.punkt and self.punkt.teil != self.teil:
            raise ValidationError({"teil": "Der Tagesordnungspunkt steht im anderen Teil der Sitzung."})
        if self.punkt and self.sitzung and self.punkt.sitzung_id != self.sitzung_id:
            raise ValidationError({"punkt": "Dieser Tagesordnungspunkt gehört zu einer anderen Sitzung."})
        if self.sitzung and self.gremium_id and self.sitzung.gremium_id != self.gremium_id:
            gemeinsam = self.sitzung.weitere_gremien.filter(pk=self.gremium_id).exists()
            if not gemeinsam:
                raise ValidationError({"sitzung": "Diese Sitzung ist keine des angegebenen Gremiums."})

    @property
    def wann_text(self) -> str:
        """Return when the step is or was, as precisely as it is known."""
        if self.sitzung is not None:
            return self.sitzung.wann_text
        return datum_text(self.termin, self.termin_genauigkeit)

"""The portal itself: whose it is, its duty pages, drafts, and the marks of demo data."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef

from netzwerk.lib.dates import heute, naechstes_jahr
from netzwerk.lib.fields import Formattext, Zeile
from netzwerk.models.inhalt import Datensatz
from netzwerk.models.medien import Dokument
from netzwerk.models.organisation import Organisation


class PortalQuerySet(models.QuerySet):
    """Questions about the portal's own record."""

    def aktuelles(self) -> "Portal":
        """Return the portal's record with its organisation, or an unsaved default."""
        portal: Any = self.mit_organisation().first()
        return portal or Portal()

    def mit_organisation(self) -> Self:
        """Return the portal's record with the names of its organisation and whether that is public."""
        eigene = Organisation.objects.oeffentlich().filter(pk=OuterRef("eigene_organisation"))
        spalten = [feld.name for feld in self.model._meta.concrete_fields]
        spalten += [f"eigene_organisation__{feld}" for feld in ("name", "kurzname", "slug")]
        portale = self.select_related("eigene_organisation").only(*spalten)
        return portale.annotate(wir_oeffentlich=Exists(eigene)).order_by("pk")[:1]


def gebaerdenvideo_feld(wo: str) -> Any:
    """Return the field for a video in sign language; ``wo`` says where it is shown."""
    return models.ForeignKey(
        "netzwerk.Dokument",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Video in Gebärdensprache",
        help_text=f"{wo} Ein Dokument mit einem Video (MP4 oder WebM) oder mit einer Webadresse; von dort "
        "wird nichts geladen, der Link ist gekennzeichnet.",
    )


def gebaerdenvideo_pruefen(dokument: Dokument | None) -> None:
    """Raise ValidationError for a document in which nothing can be watched."""
    if dokument and not dokument.ist_video and (dokument.datei or not dokument.webadresse):
        raise ValidationError({"gebaerdenvideo": "In diesem Dokument liegt kein Video (MP4 oder WebM)."})


class Portal(Datensatz):
    """Site settings; there is one row."""

    name = Zeile("Name des Portals", max_length=80, default="Unser Netzwerk")
    untertitel = Zeile("Untertitel", max_length=200, blank=True)
    begruessung = Formattext("Begrüßung auf der Startseite", blank=True)
    eigene_organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="unsere Organisation",
        help_text="Wer mit „wir“ gemeint ist.",
    )
    betreiber = Zeile("Betreiber", max_length=200, blank=True)
    kontakt_email = models.EmailField("Kontakt", blank=True)
    durchsetzungsstelle = Formattext(
        "Durchsetzungsstelle",
        blank=True,
        help_text="Name, Anschrift und Adresse der Stelle des Landes, an die man sich wendet, wenn auf eine "
        "gemeldete Barriere nichts geschieht. Steht in der Erklärung zur Barrierefreiheit.",
    )
    gebaerdenvideo = gebaerdenvideo_feld("Steht auf der Startseite.")
    vier_augen = models.BooleanField(
        "Vier Augen",
        default=False,
        help_text="An: Was die Redaktion schreibt, wird erst öffentlich, wenn die Freigabe zugestimmt hat.",
    )

    objects: ClassVar[Any] = PortalQuerySet.as_manager()

    class Meta:
        verbose_name = "Portal"
        verbose_name_plural = "Portal"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a document that is no video."""
        super().clean()
        gebaerdenvideo_pruefen(self.gebaerdenvideo)

    @property
    def wir(self) -> Organisation | None:
        """Return our own organisation if the public may read it; needs ``aktuelles()``."""
        return self.eigene_organisation if getattr(self, "wir_oeffentlich", False) else None


class SeiteQuerySet(models.QuerySet):
    """Questions about duty pages."""

    def oeffentlich(self) -> Self:
        """Return all: duty pages must be readable by everyone."""
        return self.all()


# The statement on accessibility must be looked through once a year (Directive (EU) 2018/1523).
ERKLAERUNG = "barrierefreiheit"
PRUEFUNG_NACH_JAHREN = 1


class Seite(Datensatz):
    """A duty page (Impressum …); the four exist from the start, their texts are edited."""

    slug = models.SlugField("Adresse", max_length=60, unique=True)
    titel = Zeile("Titel", max_length=150)
    text = Formattext("Text")
    stand = models.DateField("Stand", null=True, blank=True)
    geprueft_am = models.DateField(
        "zuletzt geprüft am",
        null=True,
        blank=True,
        help_text="Die Erklärung zur Barrierefreiheit wird jedes Jahr geprüft. Steht auf der Seite.",
    )
    gebaerdenvideo = gebaerdenvideo_feld("Steht oben auf der Seite.")
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    objects: ClassVar[Any] = SeiteQuerySet.as_manager()

    class Meta:
        verbose_name = "Seite"
        verbose_name_plural = "Seiten"
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        """Return the path of the page."""
        return f"/{self.slug}/"

    def clean(self) -> None:
        """Refuse a review that has not happened yet, and a document that is no video."""
        super().clean()
        gebaerdenvideo_pruefen(self.gebaerdenvideo)
        if self.geprueft_am is not None and self.geprueft_am > heute():
            raise ValidationError({"geprueft_am": "Dieser Tag liegt in der Zukunft."})

    @property
    def ist_erklaerung(self) -> bool:
        """Say whether this is the statement on accessibility."""
        return self.slug == ERKLAERUNG

    @property
    def ist_leicht(self) -> bool:
        """Say whether this is the page in easy words, where sign language is looked for, too."""
        return self.slug == "leichte-sprache"

    @property
    def pruefen_bis(self) -> date | None:
        """Return by when the statement has to be looked through again; None if nothing is known or due."""
        if not self.ist_erklaerung or self.geprueft_am is None:
            return None
        return naechstes_jahr(self.geprueft_am, PRUEFUNG_NACH_JAHREN)

    @property
    def pruefung_faellig(self) -> bool:
        """Say whether the yearly look through the statement is due."""
        return self.ist_erklaerung and (self.pruefen_bis is None or self.pruefen_bis <= heute())


class Arbeitsfassung(Datensatz):
    """Pending changes of a published entry: checked form data, applied when released.

    The published row stays as it is until then (one draft an entry).
    """

    aendert_seiten = False
    im_register = False

    inhaltstyp = models.ForeignKey(ContentType, models.CASCADE, verbose_name="Art des Eintrags")
    objekt_id = models.PositiveBigIntegerField("Nummer des Eintrags")
    objekt = GenericForeignKey("inhaltstyp", "objekt_id")
    daten = models.JSONField("Änderungen", default=dict)
    basis_stand = models.DateTimeField(
        "beruht auf dem Stand vom", help_text="Änderungszeit des Eintrags, als die Arbeit begann."
    )
    bearbeitet_von = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="arbeitsfassungen",
        verbose_name="bearbeitet von",
    )
    zur_freigabe = models.BooleanField("zur Freigabe gegeben", default=False)
    anmerkung = models.TextField("Anmerkung", blank=True)

    class Meta:
        verbose_name = "Arbeitsfassung"
        verbose_name_plural = "Arbeitsfassungen"
        ordering = ("-geaendert_am",)
        constraints = [
            models.UniqueConstraint(
                fields=("inhaltstyp", "objekt_id"),
                name="netzwerk_arbeitsfassung_eine_je_eintrag",
                violation_error_message="Zu diesem Eintrag gibt es schon eine Arbeitsfassung.",
            )
        ]

    def __str__(self) -> str:
        return f"Arbeitsfassung von {self.objekt}"


class Inhaltsstand(models.Model):
    """One row for each write to anything a visitor can see, and one for each planned moment.

    The version of the content is how many rows hold by now. Rows are only ever added, so two
    writers never wait for each other, and a row counts when its writer commits.
    """

    gilt_ab = models.DateTimeField(null=True)
    # Null in rows that were written before the column was there.
    erstellt_am = models.DateTimeField(auto_now_add=True, null=True)

    class Meta:
        verbose_name = "Inhaltsstand"
        verbose_name_plural = "Inhaltsstände"
        # Every public page asks for both ends of both columns (``queries.STAND_SQL``).
        indexes = [models.Index(fields=("gilt_ab", "erstellt_am"), name="netzwerk_inhaltsstand_zeiten")]

    def __str__(self) -> str:
        return f"Stand {self.pk}"


class Demoeintrag(models.Model):
    """Remembers which row a piece of demo data became, so that it is made once and can go again."""

    schluessel = models.CharField("Schlüssel", max_length=200, unique=True)
    inhaltstyp = models.ForeignKey(ContentType, models.CASCADE)
    objekt_id = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = "Demoeintrag"
        verbose_name_plural = "Demoeinträge"

    def __str__(self) -> str:
        return self.schluessel

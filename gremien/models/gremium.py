"""The body, the centre of the registry, and the lists that describe it."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from gremien.enums import (
    Beziehungsart,
    Funktion,
    Lebensstand,
    Rhythmus,
    Sitzungsoeffentlichkeit,
    Teilnehmerebene,
    Zugang,
)
from gremien.validators import monatsliste
from netzwerk import rules
from netzwerk.enums import Ebene
from netzwerk.lib.dates import Genauigkeit, datum_text, heute
from netzwerk.lib.fields import Adressteil, Formattext, Sortierschluessel, Webadresse, Zeile, sichtbarer_name
from netzwerk.models.inhalt import Datensatz, Inhalt, InhaltQuerySet, moment
from netzwerk.models.thema import Wert
from netzwerk.models.zeitraum import Zeitraum, aktiv_am

# Keeps "none of one's own yet" apart from "never any" (``intern.auskunft``); no row has this number.
NIEMAND = frozenset({0})


class Gremienart(Wert):
    """Kind of a body. Never derived from the abbreviation: "AG" means two things."""

    class Meta(Wert.Meta):
        verbose_name = "Gremienart"
        verbose_name_plural = "Gremienarten"


class GremiumQuerySet(InhaltQuerySet):
    """Questions about bodies."""

    def taetig(self) -> Self:
        """Return the bodies that work or are planned: the default of every list."""
        return self.filter(lebensstand__in=(Lebensstand.AKTIV, Lebensstand.GEPLANT))

    def auf_ebene(self, ebene: str) -> Self:
        """Return the bodies of a level; a body may have two."""
        return self.filter(Q(ebene=ebene) | Q(ebene_zweite=ebene))

    def fuer_liste(self) -> Self:
        """Join what a row of a list shows."""
        return self.select_related("art")

    def mit_allen_darunter(self) -> set[int]:
        """Return the ids of these bodies and of all below them today (one query a level)."""
        gefunden: set[int] = set()
        rand = set(self.values_list("pk", flat=True))
        while rand:
            gefunden |= rand
            unter = Gremium.objects.filter(
                aktiv_am(heute(), "beziehungen__"),
                beziehungen__art=Beziehungsart.UNTERGREMIUM,
                beziehungen__zu_gremium__in=rand,
            )
            rand = set(unter.values_list("pk", flat=True)) - gefunden
        return gefunden

    def bearbeitbar_fuer(self, konto: Any) -> Self:
        """Return the bodies that the account may write: all, or those entrusted to it and all below."""
        if rules.schreibt_alles(konto):
            return self
        if rules.betreut_gremien(konto):
            anvertraut = Gremium.objects.filter(betreuungen__konto=konto).mit_allen_darunter()
            return self.filter(pk__in=anvertraut | NIEMAND)
        return self.none()

    def lesbar_fuer(self, konto: Any) -> Self:
        """Return the bodies whose internal view the account may read: all, or its own."""
        if rules.liest_alles(konto):
            return self
        if not rules.betreut_gremien(konto) and not rules.ist_mitglied(konto):
            return self.none()
        return self.eigene_von(konto)

    def eigene_von(self, konto: Any) -> Self:
        """Return the account's own bodies, whatever else it may read: entrusted ones with all below, and
        those in which its person is a member.
        """
        nummern: set[int] = set(NIEMAND)
        if (rules.betreut_gremien | rules.liest_alles)(konto):
            nummern |= Gremium.objects.filter(betreuungen__konto=konto).mit_allen_darunter()
        if (rules.ist_mitglied | rules.liest_alles)(konto) and konto.person_id:
            eigene = Gremium.objects.filter(
                aktiv_am(heute(), "mitgliedschaften__"),
                mitgliedschaften__person=konto.person_id,
                mitgliedschaften__geloescht_am__isnull=True,
            )
            nummern |= set(eigene.values_list("pk", flat=True))
        return self.filter(pk__in=nummern)


class Gremium(Inhalt):
    """A body: committee, working group, alliance, round table, conference and more.

    Name, kind and one sentence are enough; everything else may come later.
    """

    name = Zeile(
        "Name", max_length=250, validators=[sichtbarer_name], help_text="So steht es in Überschriften."
    )
    langname = Zeile(
        "voller Name", max_length=300, blank=True, help_text="Wenn er von der Überschrift abweicht."
    )
    kurzname = Zeile("Kurzname", max_length=60, blank=True)
    slug = Adressteil(aus="name")
    sortierung = Sortierschluessel(aus="name")
    art = models.ForeignKey(Gremienart, models.PROTECT, related_name="gremien", verbose_name="Typ")
    weitere_bezeichnungen = Zeile(
        "weitere Bezeichnungen",
        max_length=250,
        blank=True,
        help_text="Zum Beispiel „Lobbybündnis, Aktionskreis“.",
    )
    kurztext = Zeile("in einem Satz", max_length=400, validators=[sichtbarer_name])
    beschreibung = Formattext("Beschreibung", blank=True)
    auftrag = Formattext("Auftrag und Ziel", blank=True)
    aufgaben = Formattext("Aufgaben", blank=True)
    nutzen = Formattext("warum wir dabei sind", blank=True)
    mitmachen = Formattext("mitmachen", blank=True, help_text="Wie man dazukommt oder Kontakt aufnimmt.")
    kontakt_email = models.EmailField("E-Mail der Geschäftsstelle", blank=True)
    webadresse = Webadresse("Webadresse", blank=True)

    ebene = models.CharField("Ebene", max_length=20, choices=Ebene, blank=True)
    ebene_zweite = models.CharField("zweite Ebene", max_length=20, choices=Ebene, blank=True)
    funktion = models.CharField("Funktion", max_length=24, choices=Funktion, blank=True)
    zugang = models.CharField("Zugang", max_length=20, choices=Zugang, blank=True)
    oeffentlichkeit = models.CharField(
        "Öffentlichkeit der Sitzungen",
        max_length=20,
        choices=Sitzungsoeffentlichkeit,
        default=Sitzungsoeffentlichkeit.UNBEKANNT,
    )
    rechtsform = Zeile("Rechtsform", max_length=60, blank=True)
    rechtsgrundlage = Zeile("Rechtsgrundlage", max_length=250, blank=True)

    gebiete = models.ManyToManyField(
        "netzwerk.Gebiet", blank=True, related_name="gremien", verbose_name="Gebiete"
    )
    themen = models.ManyToManyField(
        "netzwerk.Thema", blank=True, related_name="gremien", verbose_name="Themen"
    )
    zielgruppen = models.ManyToManyField(
        "netzwerk.Zielgruppe", blank=True, related_name="gremien", verbose_name="Zielgruppen"
    )
    programme = models.ManyToManyField(
        "netzwerk.Programm", blank=True, related_name="gremien", verbose_name="Programme"
    )
    dokumente = models.ManyToManyField(
        "netzwerk.Dokument", blank=True, related_name="gremien", verbose_name="Dokumente"
    )
    bilder = models.ManyToManyField(
        "netzwerk.Bild", through="Gremienbild", related_name="gremien", verbose_name="Bilder"
    )

    besteht_seit = models.DateField("besteht seit", null=True, blank=True)
    besteht_seit_genauigkeit = models.CharField(
        "Genauigkeit (seit)", max_length=8, choices=Genauigkeit, default=Genauigkeit.JAHR
    )
    lebensstand = models.CharField(
        "Stand", max_length=20, choices=Lebensstand, default=Lebensstand.AKTIV, db_index=True
    )
    lebensstand_seit = models.DateField("Stand seit", null=True, blank=True)
    lebensstand_seit_genauigkeit = models.CharField(
        "Genauigkeit (Stand)", max_length=8, choices=Genauigkeit, default=Genauigkeit.TAG
    )
    mitgliederzahl_text = Zeile(
        "Zahl der Mitglieder", max_length=120, blank=True, help_text="„über 20 Kommunen“"
    )
    mitgliederzahl_stand = models.DateField("Stand der Zahl", null=True, blank=True)
    mitgliederzahl_stand_genauigkeit = models.CharField(
        "Genauigkeit (Zahl)", max_length=8, choices=Genauigkeit, default=Genauigkeit.TAG
    )
    rhythmus_text = Zeile("Sitzungsrhythmus", max_length=120, blank=True, help_text="„maximal 2x im Jahr“")
    rhythmus_min = models.PositiveSmallIntegerField("mindestens", null=True, blank=True)
    rhythmus_max = models.PositiveSmallIntegerField("höchstens", null=True, blank=True)
    rhythmus_einheit = models.CharField("Mal", max_length=10, choices=Rhythmus, blank=True)

    ein_sitz_je_einrichtung = models.BooleanField(
        "je Einrichtung nur ein Sitz",
        default=False,
        help_text="Die Besetzung sagt es dann, wenn eine Organisation mehrfach vertreten ist.",
    )
    amt_bis_nachfolge = models.BooleanField(
        "im Amt bis zur Nachfolge",
        default=False,
        help_text="Nach dem Ende der Amtszeit bleibt geschäftsführend, wer noch keine Nachfolge hat.",
    )
    erinnerung_monate = Zeile(
        "Erinnern vor dem Ende",
        max_length=40,
        default="6, 3, 1",
        blank=True,
        validators=[monatsliste],
        help_text="Monate vor dem Ende eines Mandats. Leer: keine Erinnerungen.",
    )
    wahl_am = models.DateField("nächste Wahl oder Bestellung am", null=True, blank=True)
    vorschlagsfrist = models.DateField(
        "Vorschläge bis",
        null=True,
        blank=True,
        help_text="Bis wann Vorschläge für die Wahl einzureichen sind.",
    )

    zugleich_organisation = models.OneToOneField(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="zugleich_gremium",
        verbose_name="ist zugleich die Organisation",
        help_text="Wenn beide dasselbe sind: Sie teilen sich dann eine öffentliche Seite.",
    )
    notiz_intern = models.TextField("interne Notiz", blank=True)

    moment = moment()
    _history_m2m_fields = ("gebiete", "themen", "zielgruppen", "programme", "dokumente")
    objects: ClassVar[Any] = GremiumQuerySet.as_manager()

    class Meta(Inhalt.Meta):
        verbose_name = "Gremium"
        verbose_name_plural = "Gremien"
        ordering = ("sortierung", "id")
        indexes = [
            models.Index(fields=("sortierung", "id"), name="gremien_gremium_name"),
            models.Index(fields=("-moment", "-id"), name="gremien_gremium_neu"),
        ]
        constraints = [
            *Inhalt.Meta.constraints,
            models.CheckConstraint(
                condition=Q(rhythmus_min__isnull=True)
                | Q(rhythmus_max__isnull=True)
                | Q(rhythmus_min__lte=F("rhythmus_max")),
                name="gremien_gremium_rhythmus",
                violation_error_message="„Höchstens“ darf nicht kleiner sein als „mindestens“.",
            ),
            models.CheckConstraint(
                condition=Q(ebene_zweite="") | ~Q(ebene_zweite=F("ebene")),
                name="gremien_gremium_zwei_ebenen",
                violation_error_message="Die zweite Ebene ist dieselbe wie die erste.",
            ),
            models.CheckConstraint(
                condition=Q(wahl_am__isnull=True)
                | Q(vorschlagsfrist__isnull=True)
                | Q(vorschlagsfrist__lte=F("wahl_am")),
                name="gremien_gremium_vorschlag_vor_wahl",
                violation_error_message="Vorschläge müssen vor der Wahl eingereicht sein.",
            ),
        ]

    def __str__(self) -> str:
        # Three towns have a "Jugendhilfeausschuss": the full name tells them apart.
        return self.langname if self.langname.startswith(self.name) else self.name

    def get_absolute_url(self) -> str:
        """Return the path of the body's page."""
        return f"/gremien/{self.slug}/"

    @property
    def ebenen_text(self) -> str:
        """Return both levels in words."""
        return ", ".join(t for t in (self.get_ebene_display(), self.get_ebene_zweite_display()) if t)

    @property
    def seit_text(self) -> str:
        """Return since when the body exists, as precisely as it is known."""
        return datum_text(self.besteht_seit, self.besteht_seit_genauigkeit)

    @property
    def lebensstand_text(self) -> str:
        """Return the state in words, with its date: "ruhend seit Mai 2025"."""
        seit = datum_text(self.lebensstand_seit, self.lebensstand_seit_genauigkeit)
        return f"{self.get_lebensstand_display()} seit {seit}" if seit else self.get_lebensstand_display()

    @property
    def ist_taetig(self) -> bool:
        """Say whether the body works or is planned (the rule of ``taetig`` for one object)."""
        return self.lebensstand in {Lebensstand.AKTIV, Lebensstand.GEPLANT}


class FruehererName(Datensatz, Zeitraum):
    """A name the body had before."""

    zeigt_auf = ("gremium",)

    gremium = models.ForeignKey(
        Gremium, models.CASCADE, related_name="fruehere_namen", verbose_name="Gremium"
    )
    name = Zeile("Name", max_length=300, validators=[sichtbarer_name])

    class Meta:
        verbose_name = "früherer Name"
        verbose_name_plural = "frühere Namen"
        ordering = ("-bis", "id")
        constraints = [*Zeitraum.Meta.constraints]

    def __str__(self) -> str:
        return self.name


class Gremienbild(Datensatz):
    """An image of a body, at its place in the order."""

    zeigt_auf = ("gremium",)

    gremium = models.ForeignKey(Gremium, models.CASCADE, related_name="bildplaetze", verbose_name="Gremium")
    bild = models.ForeignKey(
        "netzwerk.Bild", models.CASCADE, related_name="gremienplaetze", verbose_name="Bild"
    )
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    class Meta:
        verbose_name = "Bild des Gremiums"
        verbose_name_plural = "Bilder des Gremiums"
        ordering = ("position", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("gremium", "bild"),
                name="gremien_gremienbild_einmal",
                violation_error_message="Dieses Bild gehört schon zum Gremium.",
            )
        ]

    def __str__(self) -> str:
        return str(self.bild)


class Teilnehmendenart(Datensatz):
    """Who takes part by kind, not by name: "über 20 Kommunen", "Leitungen der freien Träger"."""

    zeigt_auf = ("gremium",)

    gremium = models.ForeignKey(Gremium, models.CASCADE, related_name="teilnehmende", verbose_name="Gremium")
    text = Zeile("wer", max_length=250, validators=[sichtbarer_name])
    organisationsart = models.ForeignKey(
        "netzwerk.Organisationsart",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="teilnehmende",
        verbose_name="Organisationsart",
    )
    ebene = models.CharField("auf der Ebene", max_length=20, choices=Teilnehmerebene, blank=True)
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    class Meta:
        verbose_name = "Teilnehmende"
        verbose_name_plural = "Teilnehmende nach Art"
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.text


class Adressat(Datensatz):
    """Whom a body addresses: an organisation, or an instance named in words."""

    zeigt_auf = ("gremium",)

    gremium = models.ForeignKey(Gremium, models.CASCADE, related_name="adressaten", verbose_name="Gremium")
    text = Zeile("wer", max_length=250, validators=[sichtbarer_name])
    organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="adressiert_von",
        verbose_name="Organisation",
    )
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    class Meta:
        verbose_name = "Adressat"
        verbose_name_plural = "Adressaten"
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.text

"""Who sits in a body, on whose behalf, from when to when, and who steps in."""

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from gremien.enums import Bestellungsart, Endegrund, Mandatswunsch, Mitgliedsrolle
from gremien.models.amt import amtsende
from gremien.models.gremium import Gremium
from gremien.models.sitz import Sitz, Sitzkategorie
from netzwerk.enums import Namensnennung, Publikum, Sichtbarkeit
from netzwerk.lib.constraints import KeineUeberschneidung, genau_eines
from netzwerk.models.inhalt import (
    Datensatz,
    MitPapierkorb,
    PapierkorbQuerySet,
    oeffentlich,
    oeffentlich_oder_leer,
)
from netzwerk.models.person import stelle_oeffentlich
from netzwerk.models.zeitraum import Zeitraum, ZeitraumQuerySet, aktiv_am


class MitgliedschaftQuerySet(PapierkorbQuerySet):
    """Questions about memberships. ``aktiv_am`` leaves out what is in the bin."""

    def aktiv_am(self, stichtag: date) -> Self:
        """Return the memberships in force on the day, in every sense of the portal."""
        return self.vorhanden().filter(aktiv_am(stichtag))

    def stimmberechtigt(self) -> Self:
        """Return the members with a vote: their own say, else that of their seat's category."""
        return self.filter(Q(stimmrecht=True) | Q(stimmrecht__isnull=True, sitz__kategorie__stimmrecht=True))

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the memberships that the public may read (names follow their own rule)."""
        return self.vorhanden().filter(
            oeffentlich("gremium__", zeitpunkt),
            oeffentlich_oder_leer("organisation", zeitpunkt),
            oeffentlich_oder_leer("mitglied_gremium", zeitpunkt),
            Q(stelle__isnull=True) | stelle_oeffentlich("stelle__", zeitpunkt),
            Q(person__isnull=True)
            | Q(person__geloescht_am__isnull=True) & ~Q(person__namensnennung=Namensnennung.GAR_NICHT),
            sichtbarkeit=Sichtbarkeit.OEFFENTLICH,
        )

    def fuer_organisation(self, organisation: Any) -> Self:
        """Return where an organisation sits: itself, or someone on its behalf."""
        return self.filter(Q(organisation=organisation) | Q(im_auftrag_von=organisation))

    def mit_namen(self) -> Self:
        """Join what is needed to name each member."""
        return self.select_related(
            "organisation",
            "stelle__organisation",
            "person",
            "mitglied_gremium",
            "im_auftrag_von",
            "sitz__kategorie",
        )


class Mitgliedschaft(MitPapierkorb, Zeitraum):
    """A person, position, organisation or body belongs to a body for a time.

    It is ended, never overwritten: who sat there before stays in the history of the seat.
    ``im_auftrag_von`` belongs to the membership, not to the person: the same person may
    sit elsewhere for someone else.
    """

    zeigt_auf = ("gremium",)

    gremium = models.ForeignKey(
        Gremium, models.CASCADE, related_name="mitgliedschaften", verbose_name="Gremium"
    )
    sitz = models.ForeignKey(
        Sitz,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mitgliedschaften",
        verbose_name="Sitz",
        help_text="Bleibt bei offenen Runden leer.",
    )
    person = models.ForeignKey(
        "netzwerk.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mitgliedschaften",
        verbose_name="Person",
    )
    stelle = models.ForeignKey(
        "netzwerk.Stelle",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mitgliedschaften",
        verbose_name="Stelle",
    )
    organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mitgliedschaften",
        verbose_name="Organisation",
    )
    mitglied_gremium = models.ForeignKey(
        Gremium,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="eigene_mitgliedschaften",
        verbose_name="anderes Gremium",
    )
    im_auftrag_von = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="auftraege",
        verbose_name="im Auftrag von",
    )
    rolle = models.CharField("Rolle", max_length=20, choices=Mitgliedsrolle, default=Mitgliedsrolle.MITGLIED)
    stimmrecht = models.BooleanField(
        "stimmberechtigt", null=True, blank=True, help_text="Nur wenn anders als in der Sitzkategorie."
    )
    bestellungsart = models.CharField("Bestellung", max_length=20, choices=Bestellungsart, blank=True)
    bestellt_am = models.DateField("bestellt am", null=True, blank=True)
    bestellt_durch = models.ForeignKey(
        Gremium,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="bestellte_mitgliedschaften",
        verbose_name="bestellt durch",
    )
    wahlperiode = models.ForeignKey(
        "gremien.Wahlperiode",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mitgliedschaften",
        verbose_name="Wahlperiode",
    )
    endegrund = models.CharField("Grund des Endes", max_length=20, choices=Endegrund, blank=True)
    vorgaenger = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="nachfolgen",
        verbose_name="Nachfolge von",
    )
    sichtbarkeit = models.CharField(
        "Sichtbarkeit", max_length=20, choices=Sichtbarkeit, default=Sichtbarkeit.OEFFENTLICH
    )
    stunden_je_jahr = models.DecimalField(
        "Stunden je Jahr", max_digits=6, decimal_places=1, null=True, blank=True
    )
    ruht_von = models.DateField("ruht von", null=True, blank=True)
    ruht_bis = models.DateField("ruht bis", null=True, blank=True, help_text="Letzter Tag der Pause.")
    geprueft_am = models.DateField(
        "geprüft am",
        null=True,
        blank=True,
        help_text="Wann entschieden wurde, dass das Mandat trotz eines Wechsels bleibt.",
    )
    wunsch = models.CharField("Wunsch", max_length=20, choices=Mandatswunsch, blank=True)
    notiz_intern = models.TextField("interne Notiz", blank=True)

    objects: ClassVar[Any] = MitgliedschaftQuerySet.as_manager()

    class Meta:
        verbose_name = "Mitgliedschaft"
        verbose_name_plural = "Mitgliedschaften"
        ordering = ("gremium__sortierung", "sitz__kategorie__position", "sitz__nummer", "id")
        constraints = [
            *Zeitraum.Meta.constraints,
            models.CheckConstraint(
                condition=genau_eines("person", "stelle", "organisation", "mitglied_gremium"),
                name="gremien_mitgliedschaft_genau_eines",
                violation_error_message=(
                    "Bitte genau eines angeben: Person, Stelle, Organisation oder Gremium."
                ),
            ),
            models.CheckConstraint(
                condition=Q(mitglied_gremium__isnull=True) | ~Q(mitglied_gremium=F("gremium")),
                name="gremien_mitgliedschaft_nicht_in_sich",
                violation_error_message="Ein Gremium ist nicht Mitglied in sich selbst.",
            ),
            models.CheckConstraint(
                condition=Q(ruht_von__isnull=True)
                | Q(ruht_bis__isnull=True)
                | Q(ruht_von__lte=F("ruht_bis")),
                name="gremien_mitgliedschaft_ruhe_ende_nach_beginn",
                violation_error_message="Das Ende der Pause darf nicht vor ihrem Beginn liegen.",
            ),
            KeineUeberschneidung(
                name="gremien_mitgliedschaft_ein_sitz_eine_besetzung",
                gruppe="sitz",
                ausser=("geloescht_am",),
                violation_error_message="Auf diesem Sitz sitzt in dieser Zeit schon jemand.",
                violation_error_code="sitz_besetzt",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mitglied_name} in {self.gremium}"

    @property
    def mitglied_name(self) -> str:
        """Return the member's name for internal use."""
        return str(self.wer)

    @property
    def wer(self) -> Any:
        """Return the person, position, organisation or body that is the member."""
        return self.person or self.stelle or self.organisation or self.mitglied_gremium

    def clean(self) -> None:
        """Raise ValidationError if the seat belongs to another body or is taken; says by whom."""
        super().clean()
        if self.sitz is None:
            return
        if self.gremium_id and self.sitz.kategorie.gremium_id != self.gremium_id:
            raise ValidationError({"sitz": "Dieser Sitz gehört zu einem anderen Gremium."})
        andere = self.ueberschneidung()
        if andere is not None:
            zeit = andere.zeitraum_text or "unbefristet"
            meldung = f"Auf diesem Sitz sitzt schon {andere.mitglied_name} ({zeit})."
            raise ValidationError({"sitz": ValidationError(meldung, code="sitz_besetzt")})

    def ueberschneidung(self) -> "Mitgliedschaft | None":
        """Return a membership that holds the same seat at the same time, or None."""
        andere = Mitgliedschaft.objects.vorhanden().filter(sitz=self.sitz).exclude(pk=self.pk)
        if self.bis is not None:
            andere = andere.filter(Q(von__isnull=True) | Q(von__lte=self.bis))
        if self.von is not None:
            andere = andere.filter(Q(bis__isnull=True) | Q(bis__gte=self.von))
        return andere.mit_namen().first()

    def anzeigename(self, stichtag: date, publikum: str) -> str:
        """Return the member's name that the audience may read on the day; "" if none.

        The public reads people's names only while in office.
        """
        if self.person is None:
            return self.stelle.bezeichnung if self.stelle else str(self.organisation or self.mitglied_gremium)
        if publikum == Publikum.OEFFENTLICH and not self.ist_aktiv_am(stichtag):
            return ""
        return self.person.anzeigename(stichtag, publikum, amtsende)

    @property
    def funktion(self) -> str:
        """Return role and area: "gewähltes Mitglied für die sozialräumlich verankerte …"."""
        bereich = self.sitz.bereich if self.sitz else ""
        return f"{self.get_rolle_display()} für {bereich}" if bereich else self.get_rolle_display()


def besetzt_am(stichtag: date) -> Exists:
    """Return the condition that the seat of an outer query is taken on a day, seen by the public or not."""
    return Exists(Mitgliedschaft.objects.aktiv_am(stichtag).filter(sitz=OuterRef("pk")))


class StellvertretungQuerySet(ZeitraumQuerySet):
    """Questions about deputies."""

    def mit_namen(self) -> Self:
        """Join what is needed to name each deputy."""
        return self.select_related("person", "stelle__organisation", "fuer_organisation")


class Stellvertretung(Datensatz, Zeitraum):
    """Who may step in: first to third for one member, or a rank in the pool of a category of seats."""

    zeigt_auf = ("mitgliedschaft", "kategorie")

    mitgliedschaft = models.ForeignKey(
        Mitgliedschaft,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="stellvertretungen",
        verbose_name="Mitgliedschaft",
    )
    kategorie = models.ForeignKey(
        Sitzkategorie,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="pool",
        verbose_name="Pool der Kategorie",
    )
    fuer_organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pool_stellvertretungen",
        verbose_name="nur für",
        help_text="Wenn der Pool je Fraktion oder Träger getrennt ist.",
    )
    person = models.ForeignKey(
        "netzwerk.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stellvertretungen",
        verbose_name="Person",
    )
    stelle = models.ForeignKey(
        "netzwerk.Stelle",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stellvertretungen",
        verbose_name="Stelle",
    )
    rang = models.PositiveSmallIntegerField("Rang", default=1)

    objects: ClassVar[Any] = StellvertretungQuerySet.as_manager()

    class Meta:
        verbose_name = "Stellvertretung"
        verbose_name_plural = "Stellvertretungen"
        ordering = ("rang", "id")
        constraints = [
            *Zeitraum.Meta.constraints,
            models.CheckConstraint(
                condition=genau_eines("person", "stelle"),
                name="gremien_stellvertretung_genau_eine",
                violation_error_message="Bitte entweder eine Person oder eine Stelle angeben.",
            ),
            models.CheckConstraint(
                condition=genau_eines("mitgliedschaft", "kategorie"),
                name="gremien_stellvertretung_mitglied_oder_pool",
                violation_error_message="Bitte entweder eine Mitgliedschaft oder einen Pool angeben.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rang}. Stellvertretung: {self.person or self.stelle}"


class Betreuung(Datensatz):
    """An account is entrusted with a body and all below it (role Gremienbetreuung)."""

    konto = models.ForeignKey(
        "netzwerk.Konto", models.CASCADE, related_name="betreuungen", verbose_name="Konto"
    )
    gremium = models.ForeignKey(Gremium, models.CASCADE, related_name="betreuungen", verbose_name="Gremium")

    class Meta:
        verbose_name = "Betreuung"
        verbose_name_plural = "Betreuungen"
        ordering = ("gremium__sortierung", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("konto", "gremium"),
                name="gremien_betreuung_einmal",
                violation_error_message="Dieses Gremium ist dem Konto schon anvertraut.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.konto}: {self.gremium}"

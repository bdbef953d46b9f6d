"""How bodies stand to each other, and who leads them."""

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from gremien.enums import OHNE_KREIS, Beziehungsart, Leitungsart
from gremien.models.amt import amtsende
from gremien.models.gremium import Gremium
from netzwerk.enums import Namensnennung, Publikum
from netzwerk.lib.constraints import genau_eines
from netzwerk.lib.fields import Zeile
from netzwerk.models.inhalt import Datensatz, oeffentlich, oeffentlich_oder_leer
from netzwerk.models.person import stelle_oeffentlich
from netzwerk.models.zeitraum import Zeitraum, ZeitraumQuerySet

# Stands for an open beginning where the database must compare it.
ANFANG_DER_ZEIT = date(1, 1, 1)
NICHT_ZU_SICH = "Ein Gremium steht nicht zu sich selbst in Beziehung."


class GremienbeziehungQuerySet(ZeitraumQuerySet):
    """Questions about relations between bodies."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return those of which the public may read both sides."""
        return self.filter(oeffentlich("von_gremium__", zeitpunkt), oeffentlich("zu_gremium__", zeitpunkt))

    def untergremien(self) -> Self:
        """Return the relations that nest one body under another; there is no parent field."""
        return self.filter(art=Beziehungsart.UNTERGREMIUM)


class Gremienbeziehung(Datensatz, Zeitraum):
    """A typed, dated relation; a body that is only mentioned gets a stub entry, never a dead word."""

    zeigt_auf = ("von_gremium", "zu_gremium")

    von_gremium = models.ForeignKey(
        Gremium, models.CASCADE, related_name="beziehungen", verbose_name="Gremium"
    )
    art = models.CharField("Beziehung", max_length=20, choices=Beziehungsart)
    zu_gremium = models.ForeignKey(
        Gremium, models.PROTECT, related_name="gegenbeziehungen", verbose_name="zu Gremium"
    )
    quelle = Zeile("Quelle", max_length=250, blank=True)

    objects: ClassVar[Any] = GremienbeziehungQuerySet.as_manager()

    class Meta:
        verbose_name = "Beziehung zwischen Gremien"
        verbose_name_plural = "Beziehungen zwischen Gremien"
        ordering = ("art", "zu_gremium__sortierung", "id")
        constraints = [
            *Zeitraum.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(von_gremium=F("zu_gremium")),
                name="gremien_beziehung_nicht_zu_sich",
                violation_error_message=NICHT_ZU_SICH,
            ),
            models.UniqueConstraint(
                "von_gremium",
                "art",
                "zu_gremium",
                Coalesce("von", ANFANG_DER_ZEIT),
                name="gremien_beziehung_einmal",
                violation_error_message="Diese Beziehung gibt es schon.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.von_gremium} {self.get_art_display()} {self.zu_gremium}"

    def clean(self) -> None:
        """Raise ValidationError if the relation would close a circle (kind message for forms).

        The action ``beziehung_setzen`` checks again under a lock.
        """
        super().clean()
        if self.von_gremium_id and self.zu_gremium_id:
            kein_kreis(self)


def kein_kreis(beziehung: Gremienbeziehung) -> None:
    """Raise ValidationError if a chain of the same kind leads from ``zu`` back to ``von``.

    One query a step of the chain's breadth. No kind at all leads from a body to itself.
    """
    if beziehung.von_gremium_id == beziehung.zu_gremium_id:
        raise ValidationError({"zu_gremium": NICHT_ZU_SICH}, code="zu_sich")
    if beziehung.art not in OHNE_KREIS:
        return
    gesehen: set[int] = set()
    rand = {beziehung.zu_gremium_id}
    while rand:
        if beziehung.von_gremium_id in rand:
            raise ValidationError(
                {"zu_gremium": "Das ergäbe einen Kreis: Dieses Gremium hängt schon von jenem ab."},
                code="kreis",
            )
        gesehen |= rand
        weiter = Gremienbeziehung.objects.filter(art=beziehung.art, von_gremium__in=rand).exclude(
            pk=beziehung.pk
        )
        rand = set(weiter.values_list("zu_gremium_id", flat=True)) - gesehen


class LeitungQuerySet(ZeitraumQuerySet):
    """Questions about leadership."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the leaders that the public may read; people appear by function or consent."""
        return self.filter(
            oeffentlich("gremium__", zeitpunkt),
            oeffentlich_oder_leer("organisation", zeitpunkt),
            oeffentlich_oder_leer("leitendes_gremium", zeitpunkt),
            Q(stelle__isnull=True) | stelle_oeffentlich("stelle__", zeitpunkt),
            Q(person__isnull=True)
            | Q(person__geloescht_am__isnull=True) & ~Q(person__namensnennung=Namensnennung.GAR_NICHT),
        )

    def mit_namen(self) -> Self:
        """Join what is needed to name each leader."""
        return self.select_related("organisation", "stelle__organisation", "person", "leitendes_gremium")


class Leitung(Datensatz, Zeitraum):
    """Who leads a body: an organisation, a position, a person or another body; there may be several."""

    zeigt_auf = ("gremium",)

    gremium = models.ForeignKey(Gremium, models.CASCADE, related_name="leitungen", verbose_name="Gremium")
    art = models.CharField("Art", max_length=20, choices=Leitungsart, default=Leitungsart.LEITUNG)
    organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leitungen",
        verbose_name="Organisation",
    )
    stelle = models.ForeignKey(
        "netzwerk.Stelle",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leitungen",
        verbose_name="Stelle",
    )
    person = models.ForeignKey(
        "netzwerk.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leitungen",
        verbose_name="Person",
    )
    leitendes_gremium = models.ForeignKey(
        Gremium,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leitet_gremien",
        verbose_name="anderes Gremium",
    )
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    objects: ClassVar[Any] = LeitungQuerySet.as_manager()

    class Meta:
        verbose_name = "Leitung"
        verbose_name_plural = "Leitung"
        ordering = ("position", "id")
        constraints = [
            *Zeitraum.Meta.constraints,
            models.CheckConstraint(
                condition=genau_eines("organisation", "stelle", "person", "leitendes_gremium"),
                name="gremien_leitung_genau_eine",
                violation_error_message=(
                    "Bitte genau eines angeben: Organisation, Stelle, Person oder Gremium."
                ),
            ),
            models.CheckConstraint(
                condition=Q(leitendes_gremium__isnull=True) | ~Q(leitendes_gremium=F("gremium")),
                name="gremien_leitung_nicht_sich_selbst",
                violation_error_message="Ein Gremium leitet sich nicht selbst.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()}: {self.anzeigename(date.max, Publikum.INTERN)}"

    def anzeigename(self, stichtag: date, publikum: str) -> str:
        """Return the name of the leader that the audience may read on the day; "" if none."""
        if self.person is not None:
            if publikum == Publikum.OEFFENTLICH and not self.ist_aktiv_am(stichtag):
                return ""
            return self.person.anzeigename(stichtag, publikum, amtsende)
        if self.stelle is not None:
            return self.stelle.bezeichnung
        return str(self.organisation or self.leitendes_gremium)

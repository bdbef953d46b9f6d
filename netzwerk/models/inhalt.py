"""What every record has in common, and what everything publishable inherits."""

from datetime import UTC, datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce, Greatest
from simple_history.models import HistoricalRecords

from netzwerk.enums import Sichtbarkeit, Veroeffentlichung
from netzwerk.lib import abfrage
from netzwerk.lib.dates import jetzt
from netzwerk.models.adresse import ziel_der_adresse

LESBAR = (Veroeffentlichung.VEROEFFENTLICHT, Veroeffentlichung.ARCHIVIERT)
# Bounds of what has no bound: years every database, program and calendar can hold.
IMMER, NIE = datetime(1900, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)


def oeffentlich(vor: str = "", zeitpunkt: datetime | abfrage.Platzhalter | None = None) -> Q:
    """Return the condition under which the public may read an entry at the moment (now, if none is given).

    ``vor`` is the lookup that leads to the entry ("gremium__"). The rule itself stands in the
    bounds that the database keeps of every entry: ``Inhalt.sichtbar_ab`` and ``sichtbar_bis``.
    """
    zeitpunkt = zeitpunkt or abfrage.zeitpunkt()
    return Q((f"{vor}sichtbar_ab__lte", zeitpunkt), (f"{vor}sichtbar_bis__gt", zeitpunkt))


def oeffentlich_oder_leer(feld: str, zeitpunkt: datetime | None = None) -> Q:
    """Return the condition that an optional related entry is absent or public."""
    return Q(**{f"{feld}__isnull": True}) | oeffentlich(f"{feld}__", zeitpunkt)


def moment() -> models.GeneratedField:
    """Return the field with the moment since which the public can read an entry as it is.

    That is its latest change, or when it appeared, if that was planned for later.
    """
    return models.GeneratedField(
        expression=Greatest("geaendert_am", Coalesce("oeffentlich_ab", Value(IMMER))),
        output_field=models.DateTimeField(),
        db_persist=True,
        verbose_name="zuletzt geändert",
    )


class Verlauf(HistoricalRecords):
    """Earlier states of records, without what the database computes of the rest."""

    def fields_included(self, model: type[models.Model]) -> list[Any]:
        """Return the fields that are kept of a model."""
        return [feld for feld in super().fields_included(model) if not feld.generated]


class Datensatz(models.Model):
    """A record with stamps and history.

    ``zeigt_auf`` names the relations whose targets show this record: their ``geaendert_am``
    rises with it (OParl clients synchronise on that stamp).
    """

    zeigt_auf: ClassVar[tuple[str, ...]] = ()
    # Whether a page can change with it; kept pages are made anew then.
    aendert_seiten: ClassVar[bool] = True
    # Whether it goes into the file of the whole registry.
    im_register: ClassVar[bool] = True

    erstellt_am = models.DateTimeField("angelegt am", auto_now_add=True)
    geaendert_am = models.DateTimeField("geändert am", auto_now=True)
    history = Verlauf(inherit=True)

    class Meta:
        abstract = True


class PapierkorbQuerySet(models.QuerySet):
    """Questions about records that can be put into the bin."""

    def vorhanden(self) -> Self:
        """Return what is not in the bin."""
        return self.filter(geloescht_am__isnull=True)

    def im_papierkorb(self) -> Self:
        """Return what is in the bin."""
        return self.filter(geloescht_am__isnull=False)


class MitPapierkorb(Datensatz):
    """A record that is put into the bin instead of being deleted."""

    geloescht_am = models.DateTimeField("im Papierkorb seit", null=True, blank=True, editable=False)

    objects: ClassVar[Any] = PapierkorbQuerySet.as_manager()

    class Meta:
        abstract = True


class InhaltQuerySet(PapierkorbQuerySet):
    """Questions about publishable entries."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return what the public may read at the moment (now, if none is given)."""
        return self.filter(oeffentlich(zeitpunkt=zeitpunkt))

    def gelistet(self) -> Self:
        """Return what belongs in lists: all but the archived."""
        return self.exclude(veroeffentlichung=Veroeffentlichung.ARCHIVIERT)

    def war_oeffentlich(self) -> Self:
        """Return what the public once could read and can no more (answered with 410)."""
        return self.filter(
            Q(veroeffentlichung=Veroeffentlichung.ZURUECKGEZOGEN)
            | Q(veroeffentlichung__in=LESBAR, geloescht_am__isnull=False)
            | Q(veroeffentlichung__in=LESBAR, oeffentlich_bis__lte=jetzt()),
            Q(oeffentlich_ab__isnull=True) | Q(oeffentlich_ab__lte=jetzt()),
            sichtbarkeit=Sichtbarkeit.OEFFENTLICH,
        )

    def war_hier(self, **suche: Any) -> Any:
        """Return the entry that the public once could read at the address and can no more, or None."""
        frueher: Any = self.war_oeffentlich().filter(**suche).first()
        return frueher if frueher is not None and frueher.war_je_lesbar() else None

    def umgezogen(self, **suche: Any) -> Any:
        """Return the entry that had the address before, whether the public may read it or not; or None."""
        return self.filter(pk=ziel_der_adresse(self.model, suche)).first()


class Inhalt(MitPapierkorb):
    """Something that can be published: state, visibility, planned times, review date."""

    veroeffentlichung = models.CharField(
        "Veröffentlichung",
        max_length=20,
        choices=Veroeffentlichung,
        default=Veroeffentlichung.ENTWURF,
        db_index=True,
    )
    sichtbarkeit = models.CharField(
        "Sichtbarkeit", max_length=20, choices=Sichtbarkeit, default=Sichtbarkeit.OEFFENTLICH
    )
    oeffentlich_ab = models.DateTimeField("öffentlich ab", null=True, blank=True)
    oeffentlich_bis = models.DateTimeField("öffentlich bis", null=True, blank=True)
    geprueft_am = models.DateField("zuletzt geprüft am", null=True, blank=True)
    ersetzt_durch = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="ersetzt",
        verbose_name="Nachfolger",
        help_text="Wer die Adresse besucht, wenn dieser Eintrag nicht mehr öffentlich ist, wird dorthin "
        "gewiesen.",
    )
    # The only place where the rule stands: published or archived, meant for the public, not in
    # the bin, inside its planned time. Kept by the database, so that a condition is two
    # comparisons: building the whole rule for each relation took most of the time of a page.
    sichtbar_ab = models.GeneratedField(
        expression=Case(
            When(
                sichtbarkeit=Sichtbarkeit.OEFFENTLICH,
                veroeffentlichung__in=LESBAR,
                geloescht_am__isnull=True,
                then=Coalesce("oeffentlich_ab", Value(IMMER)),
            ),
            default=Value(NIE),
        ),
        output_field=models.DateTimeField(),
        db_persist=True,
        verbose_name="sichtbar ab",
    )
    sichtbar_bis = models.GeneratedField(
        expression=Coalesce(F("oeffentlich_bis"), Value(NIE)),
        output_field=models.DateTimeField(),
        db_persist=True,
        verbose_name="sichtbar bis",
    )

    objects: ClassVar[Any] = InhaltQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(oeffentlich_ab__isnull=True)
                | Q(oeffentlich_bis__isnull=True)
                | Q(oeffentlich_ab__lt=models.F("oeffentlich_bis")),
                name="%(app_label)s_%(class)s_oeffentlich_zeitraum",
                violation_error_message="„Öffentlich bis“ muss nach „öffentlich ab“ liegen.",
            )
        ]

    def clean(self) -> None:
        """Raise ValidationError if the entry would succeed itself."""
        super().clean()
        if self.pk is not None and self.ersetzt_durch == self:
            raise ValidationError({"ersetzt_durch": "Ein Eintrag ist nicht sein eigener Nachfolger."})

    def oeffentlicher_nachfolger(self) -> Any:
        """Return the first entry in the chain of successors that the public may read, or None."""
        eintrag: Any = self
        gesehen, nummer = {self.pk}, eintrag.ersetzt_durch_id
        while nummer is not None and nummer not in gesehen:
            gesehen.add(nummer)
            naechster: Any = type(self)._base_manager.filter(pk=nummer).first()
            if naechster is None or naechster.ist_oeffentlich():
                return naechster
            nummer = naechster.ersetzt_durch_id
        return None

    def war_je_lesbar(self) -> bool:
        """Say whether the history knows a state the public could read; a draft only withdrawn has none.

        An entry that came here withdrawn counts: it was public before it was ours.
        """
        lesbar = Q(veroeffentlichung__in=LESBAR, sichtbarkeit=Sichtbarkeit.OEFFENTLICH)
        frueher = self.history.exclude(veroeffentlichung=Veroeffentlichung.ZURUECKGEZOGEN)
        return frueher.filter(lesbar).exists() or not frueher.exists()

    @property
    def ist_archiviert(self) -> bool:
        """Say whether the entry is still readable but marked and out of lists."""
        return self.veroeffentlichung == Veroeffentlichung.ARCHIVIERT

    def ist_oeffentlich(self, zeitpunkt: datetime | None = None) -> bool:
        """Say whether the public may read this entry; asks the database, so the rule stays one."""
        return type(self)._default_manager.filter(pk=self.pk).oeffentlich(zeitpunkt).exists()

"""People, positions without a name, and who works where; names leave only by one door.

Templates and public code never print a Person: they ask ``anzeigename``.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from netzwerk.enums import Namensgrundlage, Namensnennung, Publikum, Sichtbarkeit
from netzwerk.lib.fields import Sortierschluessel, Zeile, sichtbarer_name
from netzwerk.models.inhalt import Datensatz, MitPapierkorb, PapierkorbQuerySet, oeffentlich
from netzwerk.models.zeitraum import Zeitraum, ZeitraumQuerySet

if TYPE_CHECKING:
    from collections.abc import Callable


class Person(MitPapierkorb):
    """Someone who holds seats or an office. Internal unless a basis for the name stands.

    No private address and no date of birth is stored (DSGVO, data minimisation).
    """

    anrede = Zeile("Anrede", max_length=30, blank=True)
    titel = Zeile("Titel", max_length=60, blank=True)
    vorname = Zeile("Vorname", max_length=120, blank=True)
    nachname = Zeile("Nachname", max_length=120, validators=[sichtbarer_name])
    namenszusatz = Zeile("Namenszusatz", max_length=60, blank=True)
    sortierung = Sortierschluessel(aus="listenname")
    namensnennung = models.CharField(
        "öffentlich zu sehen", max_length=20, choices=Namensnennung, default=Namensnennung.NUR_FUNKTION
    )
    email = models.EmailField("dienstliche E-Mail", blank=True)
    telefon = Zeile("dienstliches Telefon", max_length=60, blank=True)
    bild = models.ForeignKey(
        "netzwerk.Bild", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Bild"
    )
    notiz_intern = models.TextField("interne Notiz", blank=True)

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "Personen"
        ordering = ("sortierung", "id")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Return the full name for internal use."""
        return " ".join(t for t in (self.titel, self.vorname, self.nachname, self.namenszusatz) if t)

    @property
    def listenname(self) -> str:
        """Return "Nachname, Vorname" for sorting."""
        return f"{self.nachname}, {self.vorname}" if self.vorname else self.nachname

    def anzeigename(
        self,
        stichtag: date,
        publikum: str,
        amtsende: "Callable[[Einwilligung], date | None] | None" = None,
    ) -> str:
        """Return the name as far as the audience may read it on the day; "" if not at all.

        The public reads it only while a consent or a public office allows it
        (SECURITY, privacy). ``amtsende`` says when the office behind a basis ended; whoever cannot
        say so shows no name on an office without end date. Prefetch ``einwilligungen`` for lists.
        """
        if publikum == Publikum.INTERN:
            return self.name
        if self.namensnennung != Namensnennung.NAME or self.geloescht_am is not None:
            return ""
        erlaubt = any(
            grundlage.gilt_am(stichtag)
            and (
                not grundlage.haengt_am_amt
                or (amtsende is not None and (amtsende(grundlage) or stichtag) >= stichtag)
            )
            for grundlage in self.einwilligungen.all()
        )
        return self.name if erlaubt else ""


class Einwilligung(Datensatz):
    """The basis on which a person's name may be public: consent or public office."""

    zeigt_auf = ("person",)

    person = models.ForeignKey(Person, models.CASCADE, related_name="einwilligungen", verbose_name="Person")
    grundlage = models.CharField(
        "Grundlage", max_length=20, choices=Namensgrundlage, default=Namensgrundlage.EINWILLIGUNG
    )
    erteilt_am = models.DateField("gilt ab")
    gilt_bis = models.DateField("gilt bis", null=True, blank=True)
    widerrufen_am = models.DateField("widerrufen am", null=True, blank=True)
    nachweis = Zeile("Nachweis", max_length=250, blank=True, help_text="Wo die Einwilligung abgelegt ist.")

    class Meta:
        verbose_name = "Grundlage der Namensnennung"
        verbose_name_plural = "Grundlagen der Namensnennung"
        ordering = ("-erteilt_am", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(gilt_bis__isnull=True) | Q(erteilt_am__lte=models.F("gilt_bis")),
                name="netzwerk_einwilligung_ende_nach_beginn",
                violation_error_message="Das Ende darf nicht vor dem Beginn liegen.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_grundlage_display()} ab {self.erteilt_am:%d.%m.%Y}"

    @property
    def haengt_am_amt(self) -> bool:
        """Say whether the basis is an office without an end date: it ends with the office."""
        return self.grundlage == Namensgrundlage.AMT and self.gilt_bis is None

    def gilt_am(self, stichtag: date) -> bool:
        """Say whether the name may be public on the day; a withdrawal counts from its day on."""
        return (
            self.erteilt_am <= stichtag
            and (self.gilt_bis is None or self.gilt_bis >= stichtag)
            and (self.widerrufen_am is None or self.widerrufen_am > stichtag)
        )


class StelleQuerySet(PapierkorbQuerySet):
    """Questions about positions."""

    def oeffentlich(self, zeitpunkt: datetime | None = None) -> Self:
        """Return the positions that the public may read."""
        return self.filter(stelle_oeffentlich("", zeitpunkt))


def stelle_oeffentlich(vor: str = "", zeitpunkt: datetime | None = None) -> Q:
    """Return the condition that a position and its organisation are public."""
    return (Q(**{f"{vor}sichtbarkeit": Sichtbarkeit.OEFFENTLICH, f"{vor}geloescht_am__isnull": True})) & (
        Q(**{f"{vor}organisation__isnull": True}) | oeffentlich(f"{vor}organisation__", zeitpunkt)
    )


class Stelle(MitPapierkorb):
    """A function that can lead, sit and sign without a person: "Dezernentin", "42/3 TeamleiterIn"."""

    bezeichnung = Zeile("Bezeichnung", max_length=200, validators=[sichtbarer_name])
    sortierung = Sortierschluessel(aus="bezeichnung")
    organisation = models.ForeignKey(
        "netzwerk.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stellen",
        verbose_name="Organisation",
    )
    sichtbarkeit = models.CharField(
        "Sichtbarkeit", max_length=20, choices=Sichtbarkeit, default=Sichtbarkeit.OEFFENTLICH
    )

    objects: ClassVar[Any] = StelleQuerySet.as_manager()

    class Meta:
        verbose_name = "Stelle"
        verbose_name_plural = "Stellen"
        ordering = ("sortierung", "id")

    def __str__(self) -> str:
        return f"{self.bezeichnung} ({self.organisation})" if self.organisation_id else self.bezeichnung


class Zugehoerigkeit(Datensatz, Zeitraum):
    """A person works for an organisation, possibly on a position, for a time."""

    zeigt_auf = ("person",)

    person = models.ForeignKey(Person, models.CASCADE, related_name="zugehoerigkeiten", verbose_name="Person")
    organisation = models.ForeignKey(
        "netzwerk.Organisation", models.PROTECT, related_name="zugehoerigkeiten", verbose_name="Organisation"
    )
    stelle = models.ForeignKey(
        Stelle, models.PROTECT, null=True, blank=True, related_name="zugehoerigkeiten", verbose_name="Stelle"
    )
    funktion = Zeile("Funktion", max_length=200, blank=True)

    objects: ClassVar[Any] = ZeitraumQuerySet.as_manager()

    class Meta:
        verbose_name = "Zugehörigkeit"
        verbose_name_plural = "Zugehörigkeiten"
        ordering = ("-von", "id")
        constraints = [*Zeitraum.Meta.constraints]

    def __str__(self) -> str:
        return f"{self.person} – {self.organisation}"

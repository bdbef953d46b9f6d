"""Images and documents: described, with rights, served only through a check."""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models.fields.files import FieldFile

from netzwerk import rules
from netzwerk.enums import Dokumentart
from netzwerk.lib.fields import Sortierschluessel, Webadresse, Zeile, sichtbarer_name
from netzwerk.lib.images import groessen
from netzwerk.models.inhalt import LESBAR, Inhalt, InhaltQuerySet
from netzwerk.validators import bild_pruefen, dokument_pruefen, ist_video


def bild_ablage(bild: "Bild", dateiname: str) -> str:
    """Return a stored name made by the server; nothing of the given name but its ending."""
    return f"bilder/{secrets.token_hex(16)}{Path(dateiname).suffix.lower()[:6]}"


def dokument_ablage(dokument: "Dokument", dateiname: str) -> str:
    """Return a stored name made by the server; nothing of the given name but its ending."""
    return f"dokumente/{secrets.token_hex(16)}{Path(dateiname).suffix.lower()[:6]}"


def gespeicherter_name(datei: FieldFile) -> str:
    """Return the stored name of a file without its folder, "" without a file."""
    return Path(datei.name or "").name


def srcset(nummer: int, datei: str, breite: int) -> str:
    """Return the widths of a picture that browsers may choose from, as WebP; "" without a width."""
    stamm = Path(datei).stem
    return ", ".join(
        f"/medien/bilder/{nummer}/{groesse}/{stamm}.webp {groesse}w"
        for groesse in (groessen(breite) if breite else ())
    )


class BildQuerySet(InhaltQuerySet):
    """Questions about images."""

    def ohne_rechte(self) -> Self:
        """Return images of which nobody wrote down who made them or on what terms."""
        return self.filter(models.Q(urheber="") | models.Q(rechte=""))


class Bild(Inhalt):
    """An image. Without a text for those who cannot see it, it cannot be saved."""

    datei = models.ImageField(
        "Bilddatei",
        upload_to=bild_ablage,
        width_field="breite",
        height_field="hoehe",
        validators=[bild_pruefen],
    )
    breite = models.PositiveIntegerField("Breite", editable=False, default=0)
    hoehe = models.PositiveIntegerField("Höhe", editable=False, default=0)
    alternativtext = Zeile(
        "Alternativtext",
        max_length=300,
        validators=[sichtbarer_name],
        help_text="Was auf dem Bild zu sehen ist, für Menschen, die es nicht sehen.",
    )
    bildunterschrift = Zeile("Bildunterschrift", max_length=300, blank=True)
    urheber = Zeile("Urheberin oder Urheber", max_length=200, blank=True)
    rechte = Zeile("Rechte", max_length=200, blank=True, help_text="Lizenz oder Vereinbarung.")

    objects: ClassVar[Any] = BildQuerySet.as_manager()

    class Meta(Inhalt.Meta):
        verbose_name = "Bild"
        verbose_name_plural = "Bilder"
        ordering = ("-id",)
        constraints = [
            *Inhalt.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(alternativtext=""),
                name="netzwerk_bild_alternativtext",
                violation_error_message="Ein Bild braucht einen Alternativtext.",
            ),
        ]

    def __str__(self) -> str:
        return self.bildunterschrift or self.alternativtext

    @property
    def srcset(self) -> str:
        """Return the widths that browsers may choose from."""
        return srcset(self.pk, self.datei.name or "", self.breite)

    def get_absolute_url(self) -> str:
        """Return the path of the file; the view behind it checks whether it may be seen."""
        return f"/medien/bilder/{self.pk}/{gespeicherter_name(self.datei)}"


# Conditions under which an account may read documents that are not public, told by upper floors:
# a function (account) -> Q each.
LESEREGELN: list[Callable[[Any], models.Q]] = []


class DokumentQuerySet(InhaltQuerySet):
    """Questions about documents."""

    def bearbeitbar_fuer(self, konto: Any) -> Self:
        """Return the documents that the account may write."""
        return self if rules.schreibt_alles(konto) else self.none()

    def lesbar_fuer(self, konto: Any) -> Self:
        """Return all documents, or those of what the account may read from within.

        What is still being worked on (a draft) is for those who write.
        """
        if rules.liest_alles(konto):
            return self
        bedingung = models.Q(pk__in=[])
        for regel in LESEREGELN:
            bedingung |= regel(konto)
        gezeigt = self.filter(veroeffentlichung__in=LESBAR)
        return gezeigt.filter(pk__in=type(self)(self.model).filter(bedingung).values("pk"))


class Dokument(Inhalt):
    """A document: a file of ours, or a link to where it lies, or (honestly) neither."""

    titel = Zeile("Titel", max_length=250, validators=[sichtbarer_name])
    sortierung = Sortierschluessel(aus="titel")
    art = models.CharField("Art", max_length=20, choices=Dokumentart, default=Dokumentart.SONSTIGES)
    datei = models.FileField("Datei", upload_to=dokument_ablage, blank=True, validators=[dokument_pruefen])
    dateiname = Zeile(
        "Dateiname",
        max_length=200,
        blank=True,
        help_text="Unter diesem Namen wird die Datei heruntergeladen.",
    )
    webadresse = Webadresse("Webadresse", blank=True, help_text="Wenn das Dokument anderswo liegt.")
    fassung = Zeile("Fassung oder Stand", max_length=100, blank=True, help_text="Zum Beispiel „2011–2014“.")
    gueltig_ab = models.DateField("gilt ab", null=True, blank=True)
    gueltig_bis = models.DateField(
        "gilt bis", null=True, blank=True, help_text="Letzter Tag, an dem es gilt."
    )

    objects: ClassVar[Any] = DokumentQuerySet.as_manager()

    class Meta(Inhalt.Meta):
        verbose_name = "Dokument"
        verbose_name_plural = "Dokumente"
        ordering = ("sortierung", "id")
        constraints = [
            *Inhalt.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(gueltig_ab__isnull=True)
                | models.Q(gueltig_bis__isnull=True)
                | models.Q(gueltig_ab__lte=models.F("gueltig_bis")),
                name="netzwerk_dokument_ende_nach_beginn",
                violation_error_message="Das Ende darf nicht vor dem Beginn liegen.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def get_absolute_url(self) -> str:
        """Return where to read it: our checked file, or the place it is linked to, or ""."""
        if self.datei:
            return f"/medien/dokumente/{self.pk}/{gespeicherter_name(self.datei)}"
        return self.webadresse

    @property
    def ladename(self) -> str:
        """Return the name to download the file under; its ending is that of the checked file."""
        endung = Path(self.datei.name or "").suffix
        return str(Path(self.dateiname).with_suffix(endung)) if Path(self.dateiname).stem else ""

    @property
    def ist_video(self) -> bool:
        """Say whether the file can be watched in the page."""
        return ist_video(self.datei.name or "")

    @property
    def ist_fehlend(self) -> bool:
        """Say whether there is nothing behind the title; staff are warned of it."""
        return not self.datei and not self.webadresse


class Dokumenttext(models.Model):
    """What a public document's file says; there is none for an internal one."""

    # Read anew from the files, so no part of a backup.
    abgeleitet: ClassVar[bool] = True

    dokument = models.OneToOneField(
        Dokument, models.CASCADE, primary_key=True, related_name="gelesen", verbose_name="Dokument"
    )
    # The stored name: another file is read anew.
    datei = models.CharField(max_length=100)
    text = models.TextField()

    class Meta:
        verbose_name = "Text eines Dokuments"
        verbose_name_plural = "Texte von Dokumenten"

    def __str__(self) -> str:
        return self.text[:80]

"""Images and documents: described, with rights, served only through a check."""

import secrets
from pathlib import Path
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models.fields.files import FieldFile

from netzwerk.enums import Dokumentart
from netzwerk.lib.fields import Sortierschluessel, Webadresse, Zeile, sichtbarer_name
from netzwerk.models.inhalt import Inhalt, InhaltQuerySet
from netzwerk.validators import bild_pruefen, dokument_pruefen


def bild_ablage(bild: "Bild", dateiname: str) -> str:
    """Return a stored name made by the server; nothing of the given name but its ending."""
    return f"bilder/{secrets.token_hex(16)}{Path(dateiname).suffix.lower()[:6]}"


def dokument_ablage(dokument: "Dokument", dateiname: str) -> str:
    """Return a stored name made by the server; nothing of the given name but its ending."""
    return f"dokumente/{secrets.token_hex(16)}{Path(dateiname).suffix.lower()[:6]}"


def gespeicherter_name(datei: FieldFile) -> str:
    """Return the stored name of a file without its folder, "" without a file."""
    return Path(datei.name or "").name


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

    def get_absolute_url(self) -> str:
        """Return the path of the file; the view behind it checks whether it may be seen."""
        return f"/medien/bilder/{self.pk}/{gespeicherter_name(self.datei)}"


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

    class Meta(Inhalt.Meta):
        verbose_name = "Dokument"
        verbose_name_plural = "Dokumente"
        ordering = ("sortierung", "id")

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
    def ist_fehlend(self) -> bool:
        """Say whether there is nothing behind the title; staff are warned of it."""
        return not self.datei and not self.webadresse

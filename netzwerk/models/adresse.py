"""Where an entry was to be found before: old addresses lead on for ever (DESIGN 2)."""

from typing import Any, ClassVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models

from netzwerk.lib.fields import Adressfeld


class FruehereAdresse(models.Model):
    """The part of an address that an entry had and lost: by a rename, or to the entry it was merged into.

    It names the entry, not a new address, so a chain of renames is always one step long.
    """

    inhaltstyp = models.ForeignKey(
        ContentType, models.CASCADE, related_name="+", verbose_name="Art des Eintrags"
    )
    wert = models.CharField("frühere Adresse", max_length=200)
    objekt_id = models.PositiveBigIntegerField("Nummer des Eintrags")
    erstellt_am = models.DateTimeField("angelegt am", auto_now_add=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = "frühere Adresse"
        verbose_name_plural = "frühere Adressen"
        ordering = ("wert",)
        constraints = [
            models.UniqueConstraint(fields=("inhaltstyp", "wert"), name="netzwerk_fruehereadresse_ein_ziel")
        ]
        indexes = [models.Index(fields=("inhaltstyp", "objekt_id"), name="netzwerk_fruehere_ziel")]

    def __str__(self) -> str:
        return self.wert


def adressfeld(modell: type[models.Model]) -> Any:
    """Return the field that names entries of a model in addresses; None for a model without pages."""
    return next((feld for feld in modell._meta.concrete_fields if isinstance(feld, Adressfeld)), None)


def _von(modell: type[models.Model]) -> Any:
    return FruehereAdresse.objects.filter(inhaltstyp=ContentType.objects.get_for_model(modell))


def fruehere(modell: type[models.Model], anfang: str) -> dict[str, int]:
    """Return the old addresses that begin so, each with the number of the entry it leads to.

    None in a migration: its models are not ours, and this table may be yet to come.
    """
    if modell._meta.apps is not apps:
        return {}
    gueltig = _von(modell).filter(wert__startswith=anfang, objekt_id__in=modell._base_manager.values("pk"))
    return dict(gueltig.values_list("wert", "objekt_id"))


Adressfeld.auskunft.append(fruehere)


def ziel_der_adresse(modell: type[models.Model], suche: dict[str, Any]) -> int | None:
    """Return the number of the entry that had the address before, None if none had."""
    feld = adressfeld(modell)
    wert = suche.get(feld.attname) if feld else None
    if wert is None:
        return None
    return _von(modell).filter(wert=wert).values_list("objekt_id", flat=True).first()


def adresse_merken(eintrag: Any, wert: str, *, ziel: int) -> None:
    """Let an address lead to an entry for ever, unless it leads somewhere already."""
    typ = ContentType.objects.get_for_model(eintrag)
    FruehereAdresse.objects.get_or_create(inhaltstyp=typ, wert=wert, defaults={"objekt_id": ziel})


def adresse_zurueck(eintrag: Any) -> None:
    """Forget that the present address of an entry was an old one of its own."""
    wert = getattr(eintrag, adressfeld(type(eintrag)).attname)
    _von(type(eintrag)).filter(wert=wert, objekt_id=eintrag.pk).delete()

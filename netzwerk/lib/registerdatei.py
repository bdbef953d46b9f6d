"""The file that holds a whole registry: how rows are written into JSON and read from it (format 1).

Knows fields, not which models belong to a registry. The README describes the format.
"""

from collections import defaultdict
from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models

FORMAT, VERSION = "unser-netzwerk-register", 1
# No column has this name but the number itself.
NUMMER = "id"
GROESSTE = 2**63
Zeile = dict[str, Any]


def felder(modell: type[models.Model]) -> list[Any]:
    """Return the columns that go into the file: none that the database computes, none about accounts."""
    return [
        feld
        for feld in modell._meta.concrete_fields
        if not (feld.primary_key or feld.generated or ist_konto(feld))
    ]


def listen(modell: Any) -> list[Any]:
    """Return the lists (many-to-many) that have no rows of their own."""
    return [feld for feld in modell._meta.many_to_many if feld.remote_field.through._meta.auto_created]


def ist_konto(feld: Any) -> bool:
    """Say whether a field points to an account."""
    ziel: Any = feld.related_model
    return getattr(getattr(ziel, "_meta", None), "label", "") == settings.AUTH_USER_MODEL


def zeilen_von(modell: type[models.Model]) -> list[Zeile]:
    """Return all rows of a model as the file has them, by number (one query, and one for each list)."""
    je_liste: dict[str, dict[int, list[int]]] = {}
    for feld in listen(modell):
        je_liste[feld.name] = defaultdict(list)
        von, zu = feld.m2m_column_name(), feld.m2m_reverse_name()
        paare = feld.remote_field.through._base_manager.order_by(zu).values_list(von, zu)
        for eins, zwei in paare:
            je_liste[feld.name][eins].append(zwei)
    spalten = felder(modell)
    return [
        {NUMMER: objekt.pk}
        | {feld.name: geschrieben(feld, objekt) for feld in spalten}
        | {name: liste.get(objekt.pk, []) for name, liste in je_liste.items()}
        for objekt in modell._base_manager.order_by("pk")
    ]


def geschrieben(feld: Any, objekt: Any) -> Any:
    """Return a value as the file has it."""
    wert = feld.value_from_object(objekt)
    if feld.related_model is ContentType:
        return ".".join(ContentType.objects.get_for_id(wert).natural_key()) if wert else None
    if isinstance(feld, models.FileField):
        return str(wert or "")
    if isinstance(wert, (datetime, date, time)):
        return wert.isoformat()
    return (
        wert
        if wert is None or isinstance(wert, (str, int, float, list, dict))
        else feld.value_to_string(objekt)
    )


def gelesen(feld: Any, wert: Any) -> Any:
    """Return the value of a column for what the file says. Raises ValidationError, in words."""
    if wert is None:
        if not feld.null:
            raise ValidationError("Hier fehlt ein Wert.")
        return None
    if isinstance(wert, str) and ("\x00" in wert or any("\ud800" <= zeichen <= "\udfff" for zeichen in wert)):
        raise ValidationError("Der Text enthält Zeichen, die es nicht gibt.")
    if feld.related_model is ContentType:
        return inhaltstyp(wert).pk
    if feld.is_relation:
        return nummer(wert)
    if isinstance(feld, models.JSONField):
        return wert
    if not isinstance(wert, (str, int, float, bool)):
        raise ValidationError("Hier wird ein einzelner Wert erwartet.")
    if isinstance(feld, (models.CharField, models.TextField, models.FileField)) and not isinstance(wert, str):
        raise ValidationError("Hier wird ein Text erwartet.")
    return _geprueft(feld, wert)


def _geprueft(feld: Any, wert: Any) -> Any:
    if isinstance(feld, models.FileField):
        return wert
    try:
        ergebnis = feld.to_python(wert)
    except (ValueError, OverflowError):
        raise ValidationError("Diesen Wert gibt es hier nicht.") from None
    if ergebnis in feld.empty_values:
        return ergebnis
    if feld.flatchoices and ergebnis not in dict(feld.flatchoices):
        raise ValidationError(f"„{str(wert)[:40]}“ gibt es hier nicht.")
    feld.run_validators(ergebnis)
    return ergebnis


def nummer(wert: Any) -> int:
    """Return a number of a row. Raises ValidationError for what can be none."""
    if isinstance(wert, bool) or not isinstance(wert, int) or not 0 < wert < GROESSTE:
        raise ValidationError("Hier wird die Nummer einer Zeile erwartet.")
    return wert


def inhaltstyp(wert: Any) -> ContentType:
    """Return the content type of a model's name. Raises ValidationError for one that does not exist."""
    app, _, name = str(wert).partition(".")
    try:
        return ContentType.objects.get_by_natural_key(app, name)
    except ContentType.DoesNotExist:
        raise ValidationError(f"Die Art „{str(wert)[:60]}“ gibt es hier nicht.") from None

"""Which relations point to a model, and whether two rows say the same: asked of the models themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from simple_history.models import HistoricalChanges

# Of a row itself, not of what it says.
EGAL = {"erstellt_am", "geaendert_am", "position", "sortierung", "slug", "geloescht_am"}


@dataclass(frozen=True)
class Beziehung:
    """A field of a model that points to another: a foreign key, or a list (many-to-many)."""

    modell: type[Any]
    feld: Any

    @property
    def ist_liste(self) -> bool:
        """Say whether a row points to several."""
        return bool(self.feld.many_to_many)

    @property
    def titel(self) -> str:
        """Return what it is called in a preview: kind of row and field."""
        return f"{self.modell._meta.verbose_name} · {self.feld.verbose_name}"

    def zeilen(self, ziel: Any) -> Any:
        """Return the rows that point to an entry, in the bin or not."""
        return self.modell._base_manager.filter(**{self.feld.name: ziel.pk}).order_by("pk")


def beziehungen(modell: type[models.Model]) -> Iterator[Beziehung]:
    """Yield every relation that points to a model, of whatever app.

    Left out: the history, which keeps what was, and tables behind lists, which come with the list.
    """
    for anderes in apps.get_models():
        if issubclass(anderes, HistoricalChanges):
            continue
        felder: list[Any] = [*anderes._meta.concrete_fields, *anderes._meta.many_to_many]
        for feld in felder:
            if feld.related_model is not modell:
                continue
            if not feld.many_to_many or feld.remote_field.through._meta.auto_created:
                yield Beziehung(anderes, feld)


def _leer(wert: Any) -> bool:
    return wert is None or wert == ""


def _sagt(modell: type[models.Model]) -> list[Any]:
    """Return the fields in which a row says something."""
    return [
        feld
        for feld in modell._meta.concrete_fields
        if not (feld.primary_key or feld.generated or feld.name in EGAL)
        and not feld.name.endswith("_genauigkeit")
    ]


def _ist_grenze(feld: Any) -> bool:
    """Say whether an empty field says something, too: an open end is no unknown one."""
    return isinstance(feld, models.DateField) and feld.name != "von"


def sagt_dasselbe(eine: Any, andere: Any) -> bool:
    """Say whether two rows of a model contradict each other nowhere, so that one of them is enough."""
    for feld in _sagt(type(eine)):
        a, b = getattr(eine, feld.attname), getattr(andere, feld.attname)
        if a != b and (_ist_grenze(feld) or not (_leer(a) or _leer(b))):
            return False
    return all(
        set(getattr(eine, feld.name).values_list("pk")) == set(getattr(andere, feld.name).values_list("pk"))
        for feld in type(eine)._meta.many_to_many
    )


def auffuellen(bleibt: Any, geht: Any) -> bool:
    """Give a row what the other says and it does not; say whether anything came."""
    neu = False
    for feld in _sagt(type(bleibt)):
        wert = getattr(geht, feld.attname)
        if not feld.unique and _leer(getattr(bleibt, feld.attname)) and not _leer(wert):
            setattr(bleibt, feld.attname, wert)
            genauigkeit = f"{feld.name}_genauigkeit"
            if hasattr(bleibt, genauigkeit):
                setattr(bleibt, genauigkeit, getattr(geht, genauigkeit))
            neu = True
    return neu


def ohne_andere(modell: type[models.Model], zeile: Any) -> set[str]:
    """Return the names of two filled fields that lead a row to the same entry of a model."""
    felder = [feld for feld in type(zeile)._meta.concrete_fields if feld.related_model is modell]
    werte = [getattr(zeile, feld.attname) for feld in felder]
    return {
        feld.name
        for feld, wert in zip(felder, werte, strict=True)
        if wert is not None and werte.count(wert) > 1
    }

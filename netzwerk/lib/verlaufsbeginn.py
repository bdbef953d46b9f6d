"""The first state in the history of many rows, written in a few queries."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any


def verlauf_schreiben(objekte: Iterable[Any], grund: str) -> None:
    """Write for each row, with its lists, that it was made.

    The same rows as simple_history would write at each save, in a few queries.
    """
    je_modell = defaultdict(list)
    for objekt in objekte:
        je_modell[type(objekt)].append(objekt)
    for modell, gruppe in je_modell.items():
        schritte = modell.history.bulk_history_create(gruppe, default_change_reason=grund)
        je_nummer = {objekt.pk: schritt for objekt, schritt in zip(gruppe, schritte, strict=True)}
        for feld in modell.history.model._history_m2m_fields:  # noqa: SLF001 - its list of lists
            _liste_schreiben(modell, feld, je_nummer)


def _liste_schreiben(modell: Any, feld: Any, je_nummer: dict[int, Any]) -> None:
    """Write what was in one list of each row."""
    through = feld.remote_field.through
    besitzer = f"{feld.m2m_field_name()}_id"
    spalten = [spalte.attname for spalte in through._meta.fields]
    zeilen = through._base_manager.filter(**{f"{besitzer}__in": list(je_nummer)}).order_by("pk")
    verlauf = getattr(modell.history.model, feld.name).model
    verlauf._base_manager.bulk_create(
        verlauf(history=je_nummer[werte[besitzer]], **werte) for werte in zeilen.values(*spalten)
    )

"""Which values occur among the rows of a list: what its filter offers, all fields in one query."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast

from netzwerk.lib.text import sortierschluessel

Wahl = list[tuple[str, str]]
# A longer list helps nobody to choose; what the address asks for is offered all the same.
HOECHSTENS = 300


def zweig(name: str, werte: QuerySet[Any], *, wert: Any = "slug", wort: Any = "name") -> QuerySet[Any]:
    """Return the values of the field ``name`` as columns that fit those of other fields.

    Value lists keep the order that people gave them; everything else is sorted by its words.
    """
    hat_platz = any(feld.name == "position" for feld in werte.model._meta.get_fields())
    return werte.order_by().values_list(
        Value(name, output_field=CharField()),
        F("position") if hat_platz else Value(0, output_field=IntegerField()),
        Cast(wert, TextField()),
        Cast(wort, TextField()),
    )


def vorkommende(zweige: Iterable[QuerySet[Any]]) -> dict[str, Wahl]:
    """Return value and word of what each field can be, in order (one query, none without branches)."""
    anfragen = list(zweige)
    if not anfragen:
        return {}
    zeilen = anfragen[0].union(*anfragen[1:]).order_by()
    gefunden: dict[str, list[tuple[int, str, str, str]]] = defaultdict(list)
    for name, platz, wert, wort in zeilen:
        if wert is not None and wort is not None:
            gefunden[name].append((platz, sortierschluessel(wort), wert, wort))
    return {name: [(wert, wort) for *_, wert, wort in sorted(werte)] for name, werte in gefunden.items()}


def gekuerzt(wahl: Wahl, gefragt: str) -> Wahl:
    """Return the first of many values, and the one that is asked for if it exists."""
    return wahl[:HOECHSTENS] + [paar for paar in wahl[HOECHSTENS:] if paar[0] == gefragt]

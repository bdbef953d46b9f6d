"""Cursor paging: the last page of a long list costs as much as the first.

No OFFSET and no COUNT. The cursor holds the sort values of the row at the edge.
"""

import base64
import binascii
import json
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest

ZEILEN = 50
GANZZAHL_HOECHSTENS = 2**63 - 1


class UngueltigerCursor(ValueError):
    """A cursor that this list did not give out."""


@dataclass(frozen=True)
class Listenseite:
    """One page of a list: its rows and the addresses of its neighbours ("" if there is none)."""

    zeilen: list[Any]
    zurueck_url: str
    weiter_url: str


def als_json(werte: list[Any]) -> list[Any]:
    """Return sort values as a cursor holds them."""
    return [wert.isoformat() if isinstance(wert, date | datetime | time) else wert for wert in werte]


def speicherbar(wert: Any) -> bool:
    """Say whether a database can compare the value: no lone surrogate, no number out of range."""
    if isinstance(wert, str):
        return all(unicodedata.category(zeichen) != "Cs" for zeichen in wert)
    return not isinstance(wert, int) or abs(wert) <= GANZZAHL_HOECHSTENS


def verschluesselt(werte: list[Any]) -> str:
    """Return a cursor that holds the values."""
    roh = json.dumps(als_json(werte))
    return base64.urlsafe_b64encode(roh.encode()).decode().rstrip("=")


def _gelesen(cursor: str, laenge: int) -> list[Any]:
    """Return the values of a cursor, texts and numbers; raises ValueError and the like."""
    werte = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    if not isinstance(werte, list) or len(werte) != laenge:
        raise UngueltigerCursor
    return werte


def _felder(queryset: QuerySet[Any], ordnung: tuple[str, ...]) -> list[Any]:
    """Return the fields of an order; of what is computed, what it is made of."""
    annotationen = queryset.query.annotations
    felder: list[Any] = [
        annotationen.get(name.lstrip("-")) or queryset.model._meta.get_field(name.lstrip("-"))
        for name in ordnung
    ]
    return [getattr(feld, "output_field", feld) for feld in felder]


def entschluesselt(cursor: str, felder: list[Any]) -> list[Any]:
    """Return the values of a cursor in the types of their fields; raises UngueltigerCursor."""
    try:
        werte = _gelesen(cursor, len(felder))
        typisiert = []
        for feld, wert in zip(felder, werte, strict=True):
            if type(wert) not in {str, int} or "\x00" in str(wert):
                raise UngueltigerCursor
            typisiert.append(feld.to_python(wert))
        # Only as this list writes it: no Arabic digits, week dates, lone surrogates, no number out of range.
        if als_json(typisiert) != werte or not all(map(speicherbar, typisiert)):
            raise UngueltigerCursor
    except (
        binascii.Error,
        UnicodeDecodeError,
        json.JSONDecodeError,
        RecursionError,
        TypeError,
        ValidationError,
        ValueError,
    ) as e:
        raise UngueltigerCursor from e
    return typisiert


def _jenseits(ordnung: tuple[str, ...], werte: list[Any], *, davor: bool) -> Q:
    """Return the condition for the rows after (or before) the given sort values.

    The first field stands once more as a plain bound: without it SQLite scans the table.
    """
    bedingung, gleich = Q(), Q()
    for name, wert in zip(ordnung, werte, strict=True):
        absteigend = name.startswith("-") != davor
        feld = name.lstrip("-")
        bedingung |= gleich & Q(**{f"{feld}__{'lt' if absteigend else 'gt'}": wert})
        gleich &= Q(**{feld: wert})
    erstes = ordnung[0].lstrip("-")
    grenze = "lte" if ordnung[0].startswith("-") != davor else "gte"
    return Q(**{f"{erstes}__{grenze}": werte[0]}) & bedingung


def blaettern(
    request: HttpRequest, queryset: QuerySet[Any], ordnung: tuple[str, ...], zeilen: int = ZEILEN
) -> Listenseite:
    """Return the page of a list that the request asks for (?ab=… or ?vor=…).

    ``ordnung`` names the sort fields, "-" for descending; they must be NOT NULL and the
    last one unique. Raises UngueltigerCursor.
    """
    ab, vor = request.GET.get("ab", ""), request.GET.get("vor", "")
    davor = bool(vor)
    sortiert = queryset.order_by(*ordnung)
    if ab or vor:
        werte = entschluesselt(vor or ab, _felder(sortiert, ordnung))
        sortiert = sortiert.filter(_jenseits(ordnung, werte, davor=davor))
    if davor:
        sortiert = sortiert.reverse()
    gefunden = list(sortiert[: zeilen + 1])
    mehr = len(gefunden) > zeilen
    gefunden = gefunden[:zeilen]
    if davor:
        gefunden.reverse()
    hat_davor = mehr if davor else bool(ab)
    hat_danach = True if davor else mehr
    return Listenseite(
        zeilen=gefunden,
        zurueck_url=_adresse(request, "vor", sortwerte(gefunden[0], ordnung))
        if gefunden and hat_davor
        else "",
        weiter_url=_adresse(request, "ab", sortwerte(gefunden[-1], ordnung))
        if gefunden and hat_danach
        else "",
    )


def blaettern_in(
    request: HttpRequest, sortiert: list[Any], schluessel: Callable[[Any], tuple[Any, ...]], zeilen: int
) -> Listenseite:
    """Return the page of a sorted list in memory (?ab=… or ?vor=…); raises UngueltigerCursor.

    ``schluessel`` returns what the list is sorted by: texts and numbers, different for each row.
    """
    ab, vor = request.GET.get("ab", ""), request.GET.get("vor", "")
    von, bis = 0, len(sortiert)
    if sortiert and (ab or vor):
        try:
            erster = schluessel(sortiert[0])
            grenze = tuple(_gelesen(vor or ab, len(erster)))
            if [type(wert) for wert in grenze] != [type(wert) for wert in erster]:
                raise UngueltigerCursor
            if vor:
                bis = bisect_left(sortiert, grenze, key=schluessel)
            else:
                von = bisect_right(sortiert, grenze, key=schluessel)
        except (RecursionError, TypeError, ValueError) as e:
            raise UngueltigerCursor from e
    if vor:
        von = max(0, bis - zeilen)
    bis = min(bis, von + zeilen)
    seite = sortiert[von:bis]
    return Listenseite(
        zeilen=seite,
        zurueck_url=_adresse(request, "vor", schluessel(seite[0])) if seite and von > 0 else "",
        weiter_url=_adresse(request, "ab", schluessel(seite[-1])) if seite and bis < len(sortiert) else "",
    )


def sortwerte(zeile: Any, ordnung: tuple[str, ...]) -> list[Any]:
    """Return the values a row is sorted by."""
    return [getattr(zeile, name.lstrip("-")) for name in ordnung]


def _adresse(request: HttpRequest, richtung: str, werte: Sequence[Any]) -> str:
    uebrig = [(name, wert) for name, wert in request.GET.items() if name not in {"ab", "vor"}]
    return "?" + urlencode([*uebrig, (richtung, verschluesselt(list(werte)))])

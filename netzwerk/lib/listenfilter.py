"""What every filter of a public list does: choices, chips to take away, capped counts, hints."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django_filters import ChoiceFilter, FilterSet

from netzwerk.lib.vorkommen import Wahl, gekuerzt, vorkommende

# Counting on costs a walk through the table and helps nobody.
ZAEHLEN_BIS = 1000
# What a page itself reads of its address, and what other sites hang on to it.
BEHALTEN = ("alle", "zeit", "monat")
EIGENE = {"ab", "vor", *BEHALTEN}
FREMDE = re.compile(r"utm_\w+|fbclid|gclid")
NENNBAR = re.compile(r"[a-z_]{1,30}")


def auswahl(label: str, **angaben: Any) -> ChoiceFilter:
    """Return a filter by one of some values; ``ohne`` says what no choice means."""
    return ChoiceFilter(label=label, empty_label=angaben.pop("ohne", "alle"), **angaben)


class Listenfilter(FilterSet):
    """The filter of a list; takes ``request.GET`` and the queryset of the list.

    A field offers what occurs among the rows: ``zweige`` says where from (one query for all of
    them, kept in ``vorkommen``). ``WERTE`` names what other fields offer. Unknown values are told
    and left out, they are no error (DESIGN 9, lists).
    """

    WERTE: ClassVar[dict[str, Callable[[Any], Wahl]]] = {}
    WORTE: ClassVar[tuple[str, str]] = ("Eintrag", "Einträge")

    def __init__(self, data: Any, *, queryset: Any) -> None:
        """Load what can be chosen."""
        super().__init__(data, queryset=queryset)
        self.vorkommen = vorkommende(self.zweige())
        for name, wahl in self.vorkommen.items():
            self.filters[name].extra["choices"] = gekuerzt(wahl, self.data.get(name, ""))
        for name, werte in self.WERTE.items():
            self.filters[name].extra["choices"] = werte(self)

    def zweige(self) -> Iterable[QuerySet[Any]]:
        """Return the values of fields by ``netzwerk.lib.vorkommen.zweig``."""
        return []

    @cached_property
    def bestand(self) -> Any:
        """Return the rows whose values are offered: all that the public finds in the list."""
        return self.queryset.model.objects.oeffentlich().gelistet()

    def bei(self, weg: str) -> Exists:
        """Return the condition that a row leads to a value of an outer query."""
        return Exists(self.bestand.filter(**{weg: OuterRef("pk")}))

    @property
    def felder(self) -> list[Any]:
        """Return the fields that offer something."""
        return [feld for feld in self.form if len(getattr(feld.field, "choices", [])) > 1]

    @property
    def behalten(self) -> Wahl:
        """Return what the form must carry along, so that filtering does not leave the list."""
        return [(name, self.data[name]) for name in BEHALTEN if self.data.get(name)]

    @cached_property
    def gewaehlt(self) -> dict[str, str]:
        """Return what is chosen and known, by the name of its field."""
        self.form.is_valid()
        return {name: wert for name, wert in self.form.cleaned_data.items() if wert}

    @property
    def chips(self) -> list[tuple[str, str]]:
        """Return text and address for each filter in force; the address is the list without it."""
        gewaehlt = self.gewaehlt
        return [
            (f"{feld.label}: {dict(feld.field.choices)[gewaehlt[feld.name]]}", self.ohne(feld.name))
            for feld in self.form
            if gewaehlt.get(feld.name)
        ]

    def ohne(self, name: str) -> str:
        """Return the address of the list without one filter, from its first page."""
        uebrig = [(feld, wert) for feld, wert in self.gewaehlt.items() if feld != name]
        return "?" + urlencode([*self.behalten, *uebrig])

    @property
    def auswahl_url(self) -> str:
        """Return the filters in force as an address hangs them on: "?gebiet=herne", "" without any."""
        return f"?{urlencode(self.gewaehlt)}" if self.gewaehlt else ""

    @property
    def ganz(self) -> str:
        """Return the address of the list without any filter."""
        return "?" + urlencode(self.behalten)

    def adresse(self, *ohne: str, **eigenes: str) -> str:
        """Return the address of a list with (most of) these filters and what it reads itself."""
        uebrig = [(name, wert) for name, wert in self.gewaehlt.items() if name not in ohne]
        return "?" + urlencode([*eigenes.items(), *uebrig])

    @cached_property
    def hinweise(self) -> list[str]:
        """Return what of the address was not understood, in words."""
        falsch = [
            f"Diesen Wert gibt es bei „{feld.label}“ nicht; er wurde weggelassen."
            for feld in self.form
            if feld.errors
        ]
        fremd = [
            name
            for name in self.data
            if name not in self.filters and name not in EIGENE and not FREMDE.fullmatch(name)
        ]
        if fremd:
            namen = ", ".join(f"„{name}“" for name in fremd[:5] if NENNBAR.fullmatch(name))
            was = f": {namen}" if namen else ""
            falsch.append(f"Was es hier nicht gibt, wurde aus der Adresse weggelassen{was}.")
        return falsch

    @cached_property
    def anzahl(self) -> str:
        """Return how many rows fit, in words (one query, capped)."""
        return self.in_worten(self.qs.order_by()[: ZAEHLEN_BIS + 1].count())

    def in_worten(self, zahl: int) -> str:
        """Return a number of rows in words: "1 Gremium", "mehr als 1.000 Gremien"."""
        if zahl > ZAEHLEN_BIS:
            return f"mehr als 1.000 {self.WORTE[1]}"
        return f"{zahl} {self.WORTE[0] if zahl == 1 else self.WORTE[1]}"

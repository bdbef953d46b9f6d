"""What every filter of a public list does: choices, chips to take away, capped counts, hints."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.core.cache import caches
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.formats import localize
from django_filters import ChoiceFilter, FilterSet

from netzwerk.lib.vorkommen import Wahl, gekuerzt, vorkommende

# Counting on costs a walk through the table and helps nobody.
ZAEHLEN_BIS = 1000
# What pages themselves read of an address, and what other sites hang on to it.
EIGENE = {"ab", "vor", "sortierung"}
FREMDE = re.compile(r"utm_\w+|fbclid|gclid")
NENNBAR = re.compile(r"[a-z_]{1,30}")


@dataclass(frozen=True)
class Sortierung:
    """An order of a list: its name in the address, its word, its sort fields as paging takes them."""

    name: str
    wort: str
    ordnung: tuple[str, ...]


NACH_NAME = Sortierung("name", "Name", ("sortierung", "id"))
ZULETZT_GEAENDERT = Sortierung("geaendert", "zuletzt geändert", ("-moment", "-id"))


def auswahl(label: str, **angaben: Any) -> ChoiceFilter:
    """Return a filter by one of some values; ``ohne`` says what no choice means."""
    return ChoiceFilter(label=label, empty_label=angaben.pop("ohne", "alle"), **angaben)


class Listenfilter(FilterSet):
    """The filter of a list; takes ``request.GET`` and the queryset of the list.

    A field offers what occurs among the rows: ``zweige`` says where from (one query for all of
    them, kept in ``vorkommen``). ``WERTE`` names what other fields offer. Unknown values are told
    and left out, they are no error (DESIGN 9, lists). The first of ``SORTIERUNGEN`` holds unless
    ``?sortierung=`` asks for another.
    """

    SORTIERUNGEN: ClassVar[tuple[Sortierung, ...]] = ()

    WERTE: ClassVar[dict[str, Callable[[Any], Wahl]]] = {}
    WORTE: ClassVar[tuple[str, str]] = ("Eintrag", "Einträge")
    # What of its address the page itself reads and filtering keeps.
    BEHALTEN: ClassVar[tuple[str, ...]] = ("alle", "zeit", "monat")

    def __init__(self, data: Any, *, queryset: Any, request: Any = None) -> None:
        """Load what can be chosen; with a request it is kept as long as the content is the same."""
        super().__init__(data, queryset=queryset, request=request)
        seite = getattr(request, "oeffentliche_seite", None)
        marke = f"wahl|{type(self).__qualname__}|{seite.stand}" if seite else ""
        angebot = caches["seiten"].get(marke) if marke else None
        if angebot is None:
            angebot = self._angebot()
            if marke:
                caches["seiten"].set(marke, angebot)
        for name, wahl in angebot.items():
            self.filters[name].extra["choices"] = gekuerzt(wahl, self.data.get(name, ""))

    def _angebot(self) -> dict[str, Wahl]:
        """Return value and word of all that each field can be."""
        self.vorkommen = vorkommende(self.zweige())
        return self.vorkommen | {name: werte(self) for name, werte in self.WERTE.items()}

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
        eigene = [(name, self.data[name]) for name in self.BEHALTEN if self.data.get(name)]
        return [*eigene, *self._gewaehlte_sortierung]

    @cached_property
    def sortierung(self) -> Sortierung:
        """Return the order that the address asks for, the first one without any."""
        gefragt = self.data.get("sortierung")
        return next((eine for eine in self.SORTIERUNGEN if eine.name == gefragt), self.SORTIERUNGEN[0])

    @property
    def _gewaehlte_sortierung(self) -> Wahl:
        """Return how an address names the order in force; nothing for the first one."""
        andere = self.SORTIERUNGEN and self.sortierung != self.SORTIERUNGEN[0]
        return [("sortierung", self.sortierung.name)] if andere else []

    @property
    def sortierungen(self) -> list[tuple[str, str, bool]]:
        """Return the orders of the list: word, address of its first page, whether it is in force."""
        eigene = [(name, self.data[name]) for name in self.BEHALTEN if self.data.get(name)]
        wege = [
            (eine, eigene if nummer == 0 else [*eigene, ("sortierung", eine.name)])
            for nummer, eine in enumerate(self.SORTIERUNGEN)
        ]
        return [(eine.wort, self._url(weg), eine == self.sortierung) for eine, weg in wege]

    def _url(self, angaben: Wahl, *ohne: str) -> str:
        """Return the address of the first page with what is told, and with the filters but some."""
        filter_ = [(name, wert) for name, wert in self.gewaehlt.items() if name not in ohne]
        return "?" + urlencode([*angaben, *filter_])

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
            (f"{feld.label}: {_wort(feld, gewaehlt[feld.name])}", self.ohne(feld.name))
            for feld in self.form
            if gewaehlt.get(feld.name)
        ]

    def ohne(self, name: str) -> str:
        """Return the address of the list without one filter, from its first page."""
        return self._url(self.behalten, name)

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
        return self._url(list(eigenes.items()), *ohne)

    @cached_property
    def hinweise(self) -> list[str]:
        """Return what of the address was not understood, in words."""
        falsch = [
            f"Diesen Wert gibt es bei „{feld.label}“ nicht; er wurde weggelassen."
            for feld in self.form
            if feld.errors
        ]
        gefragt = self.data.get("sortierung")
        if gefragt and gefragt not in {eine.name for eine in self.SORTIERUNGEN}:
            falsch.append("Diese Reihenfolge gibt es hier nicht; sie wurde weggelassen.")
        fremd = [
            name
            for name in self.data
            if name not in self.filters
            and name not in {*EIGENE, *self.BEHALTEN}
            and not FREMDE.fullmatch(name)
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


def _wort(feld: Any, wert: Any) -> str:
    """Return what a chosen value is called: the word of a choice, else itself as people write it."""
    wahl = getattr(feld.field, "choices", None)
    return str(dict(wahl)[wert] if wahl else localize(wert))

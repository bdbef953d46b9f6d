"""A noun of the staff area, described once; lists, forms, menus and pickers go by the description."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import get_resolver, reverse

from netzwerk.intern.zeilen import Zeilen


@dataclass(frozen=True)
class Spalte:
    """A column of a list: its heading and what a row says there."""

    titel: str
    wert: Callable[[Any], Any]


@dataclass(frozen=True, eq=False)
class Bereich:
    """One noun: where it lives, what is typed, what its list shows.

    ``name`` is part of the address (/intern/<name>/). ``stumpf`` makes an unsaved entry of a
    name that somebody typed where it was not found ("anlegen"); without it there is no such way.
    ``rang`` sorts menus; nouns from 100 on stand under "Weiteres".
    """

    name: str
    modell: type[Model]
    formular: type[Any]
    suchfelder: tuple[str, ...]
    rang: int = 100
    zeilen: tuple[Zeilen, ...] = ()
    spalten: tuple[Spalte, ...] = ()
    verbunden: tuple[str, ...] = ()
    ordnung: tuple[str, ...] = ("sortierung", "id")
    stumpf: Callable[[str], Model] | None = None
    neu_fuer: Any = None
    # A template for the panel beside an entry, and what it shows: (entry, account) -> context.
    beiblatt: str = ""
    beiblatt_daten: Callable[[Any, Any], Any] | None = None
    # Text and path of pages that tell more about the noun than its list.
    mehr: tuple[tuple[str, str], ...] = ()
    # What staff should look at on the entry's page, in words: a function (entry) -> list.
    hinweise: Callable[[Any], list[str]] | None = None

    @property
    def einzahl(self) -> str:
        """Return what one is called."""
        return str(self.modell._meta.verbose_name)

    @property
    def mehrzahl(self) -> str:
        """Return what several are called."""
        return str(self.modell._meta.verbose_name_plural)

    def mit_namen(self, zeilen: Any) -> Any:
        """Return the rows joined with what their names and columns need."""
        return zeilen.select_related(*self.verbunden) if self.verbunden else zeilen

    def url(self, seite: str = "", pk: int | None = None) -> str:
        """Return the path of a page: "" is the list, or the entry if a number is given."""
        if pk is None:
            return reverse(f"intern_{self.name}{f'_{seite}' if seite else ''}")
        return reverse(f"intern_{self.name}_{seite or 'eintrag'}", args=[pk])


BEREICHE: dict[type[Model], Bereich] = {}


def anmelden(bereich: Bereich) -> Bereich:
    """Make a noun known to menus, pickers and the search of the staff area; return it."""
    BEREICHE[bereich.modell] = bereich
    return bereich


def _bekannte() -> dict[type[Model], Bereich]:
    """Return the nouns; they are known when the pages are, which a command has not looked at yet."""
    get_resolver().url_patterns  # noqa: B018 - reading it loads it
    return BEREICHE


def alle() -> list[Bereich]:
    """Return all nouns in the order of menus."""
    return sorted(_bekannte().values(), key=lambda bereich: (bereich.rang, bereich.mehrzahl))


def bereich_des(modell: type[Model]) -> Bereich:
    """Return the noun of a model that has one."""
    return _bekannte()[modell]


def bereich_von(objekt: Any) -> Bereich | None:
    """Return the noun of an entry or model, None if the staff area has none for it."""
    modell = objekt if isinstance(objekt, type) else type(objekt)
    return _bekannte().get(modell)


def mit_name(name: str) -> Bereich | None:
    """Return the noun with the part of an address, None if there is none."""
    return next((bereich for bereich in _bekannte().values() if bereich.name == name), None)

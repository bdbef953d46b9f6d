"""Finding an entry by typing: for the fields that point to one, and for suggestions beside them."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q

from netzwerk.intern.bereich import bereich_von
from netzwerk.lib.text import bereinigt, sortierschluessel

WORTE = 6
VORSCHLAEGE = 8


def bedingung(suchfelder: tuple[str, ...], text: str) -> Q:
    """Return the condition that each word of the text stands in one of the fields."""
    alle = Q()
    for wort in bereinigt(text).split()[:WORTE]:
        eines = Q()
        for feld in suchfelder:
            eines |= Q(**{f"{feld}__icontains": sortierschluessel(wort) if feld == "sortierung" else wort})
        alle &= eines
    return alle


def _hat_feld(modell: type[Any], name: str) -> bool:
    try:
        modell._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def suchfelder(modell: type[Any]) -> tuple[str, ...]:
    """Return what a noun is found by; the sort key, too, which knows no difference between Ä and A."""
    bereich = bereich_von(modell)
    felder = bereich.suchfelder if bereich else ()
    return (*felder, "sortierung") if _hat_feld(modell, "sortierung") else felder


def treffer(zeilen: Any, text: str, hoechstens: int = VORSCHLAEGE) -> list[Any]:
    """Return the rows found by the text, those that begin with it first."""
    felder = suchfelder(zeilen.model)
    if not felder or not bereinigt(text):
        return []
    bereich = bereich_von(zeilen.model)
    zeilen = bereich.mit_namen(zeilen) if bereich else zeilen
    gefunden = list(zeilen.filter(bedingung(felder, text)).distinct()[: hoechstens * 3])
    anfang = sortierschluessel(text)
    gefunden.sort(key=lambda zeile: not sortierschluessel(str(zeile)).startswith(anfang))
    return gefunden[:hoechstens]


def genaue(zeilen: Any, text: str) -> list[Any]:
    """Return the rows that are called exactly so, in any spelling of case and umlauts."""
    gesucht = sortierschluessel(text)
    return [zeile for zeile in treffer(zeilen, text, 50) if sortierschluessel(str(zeile)) == gesucht]

"""The way of an entry to the public and back: which step leads from where to where, and who may take it."""

from typing import Any, NamedTuple

from django.utils.formats import date_format
from django.utils.timezone import localtime

from netzwerk.enums import Sichtbarkeit
from netzwerk.enums import Veroeffentlichung as Stand
from netzwerk.intern import rechte
from netzwerk.lib.dates import jetzt
from netzwerk.models.inhalt import LESBAR


class Schritt(NamedTuple):
    """A step: from which states, to which, what the button says, whether it needs the right to release."""

    von: tuple[str, ...]
    nach: str
    text: str
    freigabe: bool


SCHRITTE = {
    "einreichen": Schritt((Stand.ENTWURF,), Stand.ZUR_FREIGABE, "Zur Freigabe geben", freigabe=False),
    "zurueckgeben": Schritt((Stand.ZUR_FREIGABE,), Stand.ENTWURF, "Zurück in den Entwurf", freigabe=False),
    "veroeffentlichen": Schritt(
        (Stand.ENTWURF, Stand.ZUR_FREIGABE, Stand.ZURUECKGEZOGEN, Stand.ARCHIVIERT),
        Stand.VEROEFFENTLICHT,
        "Veröffentlichen",
        freigabe=True,
    ),
    "archivieren": Schritt((Stand.VEROEFFENTLICHT,), Stand.ARCHIVIERT, "Archivieren", freigabe=True),
    "zurueckziehen": Schritt(
        (Stand.VEROEFFENTLICHT, Stand.ARCHIVIERT), Stand.ZURUECKGEZOGEN, "Zurückziehen", freigabe=True
    ),
}


def moegliche(konto: Any, objekt: Any) -> dict[str, Schritt]:
    """Return the steps that the account may take with the entry now."""
    if not hasattr(objekt, "veroeffentlichung"):
        return {}
    darf = rechte.darf_freigeben(konto, objekt)
    return {
        name: schritt
        for name, schritt in SCHRITTE.items()
        if objekt.veroeffentlichung in schritt.von
        and (darf or not schritt.freigabe)
        and (name != "einreichen" or not darf)
    }


def ist_oeffentlich(objekt: Any) -> bool:
    """Say whether the public may read the entry on a page of its own."""
    return (
        hasattr(objekt, "get_absolute_url")
        and hasattr(objekt, "ist_oeffentlich")
        and objekt.ist_oeffentlich()
    )


def lesbarkeit(objekt: Any, *, sichtbar: bool | None = None) -> str:
    """Return who can read the entry and until when, in words; "" for what has no state.

    ``sichtbar`` says what was asked already: whether the public may read it now.
    """
    if not hasattr(objekt, "veroeffentlichung"):
        return ""
    if objekt.veroeffentlichung == Stand.ENTWURF:
        return "Der Eintrag ist ein Entwurf und noch nicht öffentlich."
    if objekt.veroeffentlichung not in LESBAR:
        return f"Der Eintrag ist {objekt.get_veroeffentlichung_display()} und nicht öffentlich zu sehen."
    if objekt.sichtbarkeit == Sichtbarkeit.INTERN:
        return "Der Eintrag ist nur intern zu sehen."
    return _plan(objekt, objekt.ist_oeffentlich() if sichtbar is None else sichtbar)


def _plan(objekt: Any, sichtbar: bool) -> str:
    ab, bis = objekt.oeffentlich_ab, objekt.oeffentlich_bis
    if ab and ab > jetzt():
        danach = f" und bleibt es bis {_moment(bis)}" if bis else ""
        return f"Der Eintrag wird am {_moment(ab)} öffentlich{danach}."
    if bis and bis <= jetzt():
        return f"Der Eintrag war bis {_moment(bis)} öffentlich und ist es nicht mehr."
    if not sichtbar:
        return "Der Eintrag ist noch nicht zu sehen: Auch das, wozu er gehört, muss öffentlich sein."
    return f"Der Eintrag ist öffentlich{f', geplant bis {_moment(bis)}' if bis else ''}."


def _moment(zeitpunkt: Any) -> str:
    return date_format(localtime(zeitpunkt), "j. F Y, G:i") + " Uhr"

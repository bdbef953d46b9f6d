"""The way of an entry to the public and back: which step leads from where to where, and who may take it."""

from typing import Any, NamedTuple

from netzwerk.enums import Veroeffentlichung as Stand
from netzwerk.intern import rechte


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

"""Which rows an account may read, write, choose and release: one question for lists, objects and pickers.

A queryset says so by ``lesbar_fuer(konto)`` and ``bearbeitbar_fuer(konto)``; what says nothing
is for those who may read or write everything.
"""

from typing import Any

from netzwerk import rules
from netzwerk.models import Portal


def _alle(modell: type[Any]) -> Any:
    zeilen = modell._default_manager.all()
    return zeilen.vorhanden() if hasattr(zeilen, "vorhanden") else zeilen


def lesbar(modell: type[Any], konto: Any) -> Any:
    """Return the rows outside the bin that the account may read in the staff area."""
    zeilen = _alle(modell)
    if hasattr(zeilen, "lesbar_fuer"):
        return zeilen.lesbar_fuer(konto)
    return zeilen if rules.liest_alles(konto) else zeilen.none()


def bearbeitbar(modell: type[Any], konto: Any) -> Any:
    """Return the rows outside the bin that the account may write."""
    zeilen = _alle(modell)
    if hasattr(zeilen, "bearbeitbar_fuer"):
        return zeilen.bearbeitbar_fuer(konto)
    return zeilen if rules.schreibt_alles(konto) else zeilen.none()


def waehlbar(modell: type[Any], konto: Any) -> Any:
    """Return the rows whose names the account may choose from when it fills in forms."""
    zeilen = _alle(modell)
    if rules.waehlt_alles(konto):
        return zeilen
    if rules.darf_waehlen(konto) and hasattr(zeilen, "oeffentlich"):
        return zeilen.oeffentlich()
    return lesbar(modell, konto)


def darf_bearbeiten(konto: Any, objekt: Any) -> bool:
    """Say whether the account may write the entry."""
    return bearbeitbar(type(objekt), konto).filter(pk=objekt.pk).exists()


def darf_anlegen(bereich: Any, konto: Any) -> bool:
    """Say whether the account may make an entry of the noun (``neu_fuer`` names more than the usual)."""
    return rules.schreibt_alles(konto) or bool(bereich.neu_fuer and bereich.neu_fuer(konto))


def vier_augen() -> bool:
    """Say whether what the Redaktion writes needs a second pair of eyes."""
    return Portal.objects.filter(vier_augen=True).exists()


def darf_freigeben(konto: Any, objekt: Any) -> bool:
    """Say whether the account may publish the entry and change what is public (DESIGN 9, roles)."""
    if rules.gibt_immer_frei(konto):
        return True
    if rules.schreibt_alles(konto) and not vier_augen():
        return True
    zeilen = type(objekt)._default_manager.all()
    if hasattr(zeilen, "freigebbar_fuer") and objekt.pk:
        return zeilen.freigebbar_fuer(konto).filter(pk=objekt.pk).exists()
    return False


def darf_zurueckholen(konto: Any, objekt: Any) -> bool:
    """Say whether the account may take an entry out of the bin: whoever may write it outside."""
    zeilen = type(objekt)._default_manager.filter(pk=objekt.pk)
    if hasattr(zeilen, "bearbeitbar_fuer"):
        return zeilen.bearbeitbar_fuer(konto).exists()
    return rules.schreibt_alles(konto)

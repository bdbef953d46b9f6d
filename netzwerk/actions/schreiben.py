"""Several rows written as one act, remembered so that the act can be taken back as a whole.

``Schreiber`` writes through ``save``, so history, search and stamps hold; ``zeilen()`` is what is kept of the
act (plain values for a JSONField): of each row its stamp, and what changed fields held before and after. As
long as no row was touched since, ``zuruecknehmen`` restores the former state exactly; otherwise it raises
``Geaendert``, and ``stand_heute`` tells what was changed.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import ProtectedError

from netzwerk.actions import in_den_papierkorb
from netzwerk.models.inhalt import MitPapierkorb

VORHER, NACHHER, WEG = "vorher", "nachher", "weg"


class Geaendert(Exception):
    """The act cannot be taken back: rows were changed since; ``zeilen`` names them."""

    def __init__(self, zeilen: list[str]) -> None:
        super().__init__("Seitdem wurde etwas geändert: " + ", ".join(zeilen))
        self.zeilen = zeilen


class Schreiber:
    """Writes rows for an account and remembers each."""

    def __init__(self, acting_user: Any, *, grund: str = "") -> None:
        """Take who acts, and why, for the history."""
        self.acting_user, self.grund = acting_user, grund
        self._geschrieben: dict[tuple[str, int], dict[str, Any]] = {}

    def anlegen(self, zeile: Any) -> Any:
        """Check and save a new row; raises ValidationError."""
        self._speichern(zeile)
        self.neu(zeile)
        return zeile

    def neu(self, zeile: Any) -> None:
        """Remember a new row that an action has saved."""
        self._geschrieben[zeile._meta.label_lower, zeile.pk] = _grundzuege(zeile)

    def aendern(self, zeile: Any, **felder: Any) -> Any:
        """Check and save the fields that differ; raises ValidationError. Nothing is written if none does."""
        namen = [name for name, wert in felder.items() if getattr(zeile, name) != wert]
        vorher = {name: _als_text(zeile, name) for name in namen}
        for name in namen:
            setattr(zeile, name, felder[name])
        if not namen:
            return zeile
        self._speichern(zeile)
        merkmal = self._geschrieben.setdefault(
            (zeile._meta.label_lower, zeile.pk), _grundzuege(zeile) | {VORHER: {}, NACHHER: {}}
        )
        if VORHER in merkmal:
            merkmal[VORHER] = vorher | merkmal[VORHER]
            merkmal[NACHHER] |= {name: _als_text(zeile, name) for name in namen}
        return zeile

    def entfernen(self, zeile: Any) -> None:
        """Delete a row that has no bin; the undo makes it again under its number."""
        felder = [feld.name for feld in zeile._meta.concrete_fields if not feld.generated]
        merkmal = _grundzuege(zeile) | {WEG: {name: _als_text(zeile, name) for name in felder}}
        self._geschrieben[zeile._meta.label_lower, zeile.pk] = merkmal
        vars(zeile)["_history_user"] = self.acting_user
        zeile.delete()

    def _speichern(self, zeile: Any) -> None:
        vars(zeile).update(
            {"_history_user": self.acting_user} | ({"_change_reason": self.grund} if self.grund else {})
        )
        zeile.full_clean()
        zeile.save()

    def zeilen(self) -> list[dict[str, Any]]:
        """Return what is kept of the act, in order of writing, with the stamps of now (a query a model)."""
        stempel: dict[tuple[str, int], Any] = {}
        for name, pks in _je_modell(self._geschrieben).items():
            zeilen = apps.get_model(name)._base_manager.filter(pk__in=pks)
            stempel |= {(name, pk): wann for pk, wann in zeilen.values_list("pk", "geaendert_am")}
        return [
            merkmal | {"stand": stempel[schluessel].isoformat() if schluessel in stempel else ""}
            for schluessel, merkmal in self._geschrieben.items()
        ]


def _grundzuege(zeile: Any) -> dict[str, Any]:
    return {"modell": zeile._meta.label_lower, "id": zeile.pk}


def _als_text(zeile: Any, name: str) -> str | None:
    """Return the value of a field as JSON keeps it."""
    feld = zeile._meta.get_field(name)
    return None if getattr(zeile, feld.attname) is None else str(feld.value_to_string(zeile))


def _je_modell(schluessel: Any) -> dict[str, list[int]]:
    nummern: dict[str, list[int]] = defaultdict(list)
    for name, pk in schluessel:
        nummern[name].append(pk)
    return nummern


@dataclass
class Stand:
    """The rows of an act as they are today: those untouched, in order of writing, and the others."""

    unberuehrt: list[tuple[dict[str, Any], Any]] = field(default_factory=list)
    # The row, None if it is gone.
    geaendert: list[tuple[dict[str, Any], Any]] = field(default_factory=list)

    @property
    def namen(self) -> list[str]:
        """Return the names of what was changed since."""
        namen = [
            str(zeile)
            if zeile is not None
            else f"{apps.get_model(m['modell'])._meta.verbose_name} (gelöscht)"
            for m, zeile in self.geaendert
        ]
        return list(dict.fromkeys(namen))


def stand_heute(zeilen: list[dict[str, Any]], *, sperren: bool = False) -> Stand:
    """Return what became of the rows of an act (a query a model); ``sperren`` lets nobody else write them."""
    heute: dict[str, dict[int, Any]] = {}
    for name, pks in _je_modell((merkmal["modell"], merkmal["id"]) for merkmal in zeilen).items():
        menge = apps.get_model(name)._base_manager.order_by("pk")
        heute[name] = (menge.select_for_update() if sperren else menge).in_bulk(pks)
    stand = Stand()
    for merkmal in zeilen:
        zeile = heute[merkmal["modell"]].get(merkmal["id"])
        gleich = (zeile.geaendert_am.isoformat() if zeile is not None else "") == merkmal["stand"]
        (stand.unberuehrt if gleich else stand.geaendert).append((merkmal, zeile))
    return stand


def zuruecknehmen(zeilen: list[dict[str, Any]], *, acting_user: Any, grund: str = "") -> None:
    """Restore what was before an act, last written first; raises Geaendert. Inside the caller's transaction.

    New entries go to the bin, other new rows go, changed fields get their former values.
    """
    stand = stand_heute(zeilen, sperren=True)
    if stand.geaendert:
        raise Geaendert(stand.namen)
    fuer_verlauf = {"_history_user": acting_user} | ({"_change_reason": grund} if grund else {})
    for merkmal, zeile in reversed(stand.unberuehrt):
        ziel = apps.get_model(merkmal["modell"])() if WEG in merkmal else zeile
        frueher = merkmal.get(WEG) or merkmal.get(VORHER)
        vars(ziel).update(fuer_verlauf)
        if frueher:
            _zurueckschreiben(ziel, frueher)
        elif isinstance(ziel, MitPapierkorb):
            in_den_papierkorb(ziel, acting_user=acting_user)
        else:
            _entfernen(ziel)


def _zurueckschreiben(zeile: Any, werte: dict[str, Any]) -> None:
    for name, wert in werte.items():
        feld = zeile._meta.get_field(name)
        setattr(zeile, feld.attname, None if wert is None else feld.to_python(wert))
    zeile.save()


def _entfernen(zeile: models.Model) -> None:
    try:
        zeile.delete()
    except ProtectedError:
        raise Geaendert([str(zeile)]) from None

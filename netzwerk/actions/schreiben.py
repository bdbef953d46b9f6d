"""Several rows written as one act, remembered so that the act can be taken back as a whole.

``Schreiber`` writes through ``save``, so history, search and stamps hold; ``zeilen()`` is what is kept of the
act (plain values for a JSONField): of each row its stamp and a print of what it held, and what changed fields
held before and after. As long as no row holds anything else by now, ``zuruecknehmen`` restores the former
state exactly; otherwise it raises ``Geaendert``, and ``stand_heute`` tells what was changed. The print lets
an act be taken back after a later one was; of a new row it covers the rows and lists that belong to it.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import ProtectedError

from netzwerk.actions import in_den_papierkorb
from netzwerk.models.inhalt import MitPapierkorb

VORHER, NACHHER, WEG = "vorher", "nachher", "weg"
STEMPEL = frozenset({"geaendert_am", "erstellt_am"})


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
        """Return what is kept of the act, in order of writing, as its rows are now (some queries a model)."""
        heute = _geladen(self._geschrieben.values())
        drucke = _abdruecke(self._geschrieben.values(), heute)
        return [
            merkmal | {"stand": _stempel(heute.get(schluessel)), "abdruck": drucke.get(schluessel, "")}
            for schluessel, merkmal in self._geschrieben.items()
        ]


def _geladen(merkmale: Iterable[dict[str, Any]], *, sperren: bool = False) -> dict[tuple[str, int], Any]:
    """Return the rows of an act as they are now, by model and number (a query a model)."""
    zeilen: dict[tuple[str, int], Any] = {}
    for name, pks in _je_modell((merkmal["modell"], merkmal["id"]) for merkmal in merkmale).items():
        menge = apps.get_model(name)._base_manager.order_by("pk")
        gefunden = (menge.select_for_update() if sperren else menge).in_bulk(pks)
        zeilen |= {(name, pk): zeile for pk, zeile in gefunden.items()}
    return zeilen


def _stempel(zeile: Any) -> str:
    return zeile.geaendert_am.isoformat() if zeile is not None else ""


def _abdruecke(
    merkmale: Iterable[dict[str, Any]], zeilen: dict[tuple[str, int], Any]
) -> dict[tuple[str, int], str]:
    """Return a print of each row, stamps left out; of a new one with all that belongs to it."""
    neue: dict[str, list[int]] = defaultdict(list)
    for merkmal in merkmale:
        if VORHER not in merkmal and (merkmal["modell"], merkmal["id"]) in zeilen:
            neue[merkmal["modell"]].append(merkmal["id"])
    dazu: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for name, pks in neue.items():
        for pk, inhalt in _zugehoeriges(apps.get_model(name), pks):
            dazu[name, pk].append(inhalt)
    return {
        schluessel: hashlib.sha256(json.dumps([_inhalt(zeile), dazu[schluessel]]).encode()).hexdigest()
        for schluessel, zeile in zeilen.items()
    }


def _inhalt(zeile: Any) -> list[Any]:
    felder = [f.name for f in zeile._meta.concrete_fields if not f.generated and f.name not in STEMPEL]
    return [_als_text(zeile, name) for name in felder]


def _zugehoeriges(modell: Any, pks: list[int]) -> Iterable[tuple[int, Any]]:
    """Yield number of the row and content of what shows with it, and of its lists (a query a relation)."""
    for beziehung in modell._meta.related_objects:
        if beziehung.field.name in getattr(beziehung.related_model, "zeigt_auf", ()):
            menge = beziehung.related_model._base_manager.filter(**{f"{beziehung.field.name}__in": pks})
            for kind in menge.order_by("pk"):
                yield getattr(kind, beziehung.field.attname), [kind.pk, _inhalt(kind)]
    for feld in modell._meta.many_to_many:
        eigen, anderes = f"{feld.m2m_field_name()}_id", f"{feld.m2m_reverse_field_name()}_id"
        menge = feld.remote_field.through._base_manager.filter(**{f"{eigen}__in": pks})
        for pk, ziel in menge.order_by(anderes).values_list(eigen, anderes):
            yield pk, [feld.name, ziel]


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
    heute = _geladen(zeilen, sperren=sperren)
    juengere = [m for m in zeilen if _stempel(heute.get((m["modell"], m["id"]))) != m["stand"]]
    drucke = _abdruecke(juengere, {s: z for m in juengere if (z := heute.get(s := (m["modell"], m["id"])))})
    stand = Stand()
    for merkmal in zeilen:
        schluessel = (merkmal["modell"], merkmal["id"])
        gleich = merkmal not in juengere or drucke.get(schluessel, "") == merkmal.get("abdruck", "-")
        (stand.unberuehrt if gleich else stand.geaendert).append((merkmal, heute.get(schluessel)))
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

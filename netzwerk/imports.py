"""A registry read back from its file: into an empty portal as it was, into its own as what differs.

Either everything fits and is written, or nothing is.
"""

import base64
import binascii
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import IntegrityError, connection, models, transaction

from netzwerk import suchindex
from netzwerk.lib import registerdatei
from netzwerk.lib.registerdatei import NUMMER, Zeile
from netzwerk.lib.verlaufsbeginn import verlauf_schreiben
from netzwerk.models import Inhaltsstand
from netzwerk.register import registermodelle, zeilen
from netzwerk.validators import bild_pruefen, dokument_pruefen

GRUND = "Aus einer Ausfuhr übernommen"
HOECHSTENS = 500 * 1024 * 1024
MELDUNGEN = 20
DATEINAME = re.compile(r"(bilder|dokumente)/[0-9a-f]{32}\.[a-z0-9]{2,5}")
# Says when a row was written here, not what it says.
STEMPEL = "geaendert_am"


class Einfuhrfehler(Exception):
    """A file cannot be read in; ``meldungen`` says why, one line each."""

    def __init__(self, *meldungen: str) -> None:
        self.meldungen = list(meldungen)
        super().__init__("\n".join(meldungen))


@dataclass
class Bilanz:
    """What came of it: new, changed and equal rows of each model, and files."""

    neu: Counter[str] = field(default_factory=Counter)
    geaendert: Counter[str] = field(default_factory=Counter)
    gleich: int = 0
    dateien: int = 0


# --- Reading and checking ------------------------------------------------------------------------


def einlesen(roh: bytes) -> dict[str, Any]:
    """Return the content of a file. Raises Einfuhrfehler for what is no registry of ours."""
    if len(roh) > HOECHSTENS:
        raise Einfuhrfehler("Die Datei ist zu groß.")
    try:
        daten = json.loads(roh.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise Einfuhrfehler("Das ist keine JSON-Datei, oder sie ist unvollständig.") from None
    if not isinstance(daten, dict) or daten.get("format") != registerdatei.FORMAT:
        raise Einfuhrfehler("Das ist keine Ausfuhr eines Registers.")
    if daten.get("version") != registerdatei.VERSION:
        raise Einfuhrfehler(
            f"Diese Datei hat das Format {str(daten.get('version'))[:20]}; "
            f"gelesen wird Format {registerdatei.VERSION}."
        )
    inhalt, ablage = daten.get("zeilen"), daten.get("dateien", {})
    if not isinstance(inhalt, dict) or not isinstance(ablage, dict):
        raise Einfuhrfehler("Der Datei fehlen die Zeilen, oder sie sind beschädigt.")
    return daten


class _Pruefung:
    """Turns rows of the file into unsaved objects and gathers what is wrong with them."""

    def __init__(self, inhalt: dict[str, Any]) -> None:
        self.meldungen: list[str] = []
        self.modelle: dict[str, Any] = {modell._meta.label_lower: modell for modell in registermodelle()}
        self.objekte: dict[str, dict[int, Any]] = {name: {} for name in self.modelle}
        self.listen: dict[tuple[str, int], dict[str, list[int]]] = {}
        for name in inhalt.keys() - self.modelle.keys():
            self.melden(f"Die Art „{name[:60]}“ gibt es hier nicht.")
        for name in self.modelle:
            gruppe = inhalt.get(name, [])
            if not isinstance(gruppe, list) or not all(isinstance(zeile, dict) for zeile in gruppe):
                self.melden(f"{name}: Hier wird eine Liste von Zeilen erwartet.")
                continue
            for zeile in gruppe:
                self._zeile(name, zeile)

    def melden(self, text: str) -> None:
        """Keep a message; the rest is counted by whoever mends the first twenty."""
        if len(self.meldungen) < MELDUNGEN:
            self.meldungen.append(text)

    def _zeile(self, name: str, zeile: Zeile) -> None:
        modell = self.modelle[name]
        try:
            pk = registerdatei.nummer(zeile.get(NUMMER))
        except ValidationError:
            self.melden(f"{name}: Eine Zeile hat keine Nummer.")
            return
        if pk in self.objekte[name]:
            self.melden(f"{name} Nr. {pk} steht zweimal in der Datei.")
        objekt = modell(pk=pk)
        viele = {feld.name for feld in registerdatei.listen(modell)}
        erlaubt = {feld.name for feld in registerdatei.felder(modell)}
        for spalte, wert in zeile.items():
            if spalte == NUMMER:
                continue
            if spalte not in viele | erlaubt:
                self.melden(f"{name} Nr. {pk}: Das Feld „{spalte[:60]}“ gibt es hier nicht.")
                continue
            try:
                if spalte in viele:
                    nummern = wert if isinstance(wert, list) else [wert]
                    liste = self.listen.setdefault((name, pk), {})
                    liste[spalte] = [registerdatei.nummer(eine) for eine in nummern]
                else:
                    _setzen(objekt, modell._meta.get_field(spalte), wert)
            except ValidationError as fehler:
                self.melden(f"{name} Nr. {pk}, Feld „{spalte}“: {' '.join(fehler.messages)}")
        fehlend = sorted(erlaubt - zeile.keys() - {STEMPEL})
        if fehlend:
            self.melden(f"{name} Nr. {pk}: Es fehlt „{fehlend[0]}“.")
        self.objekte[name][pk] = objekt

    def abschliessen(self) -> None:
        """Raise Einfuhrfehler if anything was wrong."""
        if self.meldungen:
            raise Einfuhrfehler(*self.meldungen)

    def verweise(self, vorhanden: dict[str, dict[int, Zeile]]) -> None:
        """Note rows that point to what is neither in the file nor here."""
        for name, objekte in self.objekte.items():
            felder = [
                feld
                for feld in registerdatei.felder(self.modelle[name])
                if feld.is_relation and feld.related_model._meta.label_lower in self.modelle
            ]
            for pk, objekt in objekte.items():
                ziele = [(feld, getattr(objekt, feld.attname)) for feld in felder]
                for liste, nummern in self.listen.get((name, pk), {}).items():
                    ziele += [(self.modelle[name]._meta.get_field(liste), nummer) for nummer in nummern]
                for feld, ziel in ziele:
                    art = feld.related_model._meta.label_lower
                    if ziel is not None and ziel not in self.objekte[art] and ziel not in vorhanden[art]:
                        self.melden(f"{name} Nr. {pk}, Feld „{feld.name}“: {art} Nr. {ziel} gibt es nicht.")


def _setzen(objekt: Any, feld: Any, wert: Any) -> None:
    """Set a column. A picture is not opened for its size: that stands in the file, too."""
    gelesen = registerdatei.gelesen(feld, wert)
    if isinstance(feld, models.FileField):
        vars(objekt)[feld.attname] = gelesen
    else:
        setattr(objekt, feld.attname, gelesen)


# --- Writing --------------------------------------------------------------------------------------


def einfuehren(daten: dict[str, Any], *, acting_user: Any = None) -> Bilanz:
    """Read a registry in. Raises Einfuhrfehler and leaves everything as it was if anything does not fit."""
    pruefung = _Pruefung(daten["zeilen"])
    geschrieben: list[str] = []
    try:
        with transaction.atomic():
            if ist_unbeschrieben():
                _leeren()
            hier = {name: {zeile[NUMMER]: zeile for zeile in gruppe} for name, gruppe in zeilen().items()}
            pruefung.verweise(hier)
            pruefung.abschliessen()
            bilanz = _schreiben(pruefung, daten["zeilen"], hier, acting_user)
            bilanz.dateien = _dateien(daten.get("dateien", {}), geschrieben)
            return bilanz
    except BaseException as fehler:
        for name in geschrieben:
            default_storage.delete(name)
        if isinstance(fehler, IntegrityError):
            raise Einfuhrfehler(
                "Die Zeilen der Datei widersprechen einander oder dem, was hier schon steht. "
                f"Die Datenbank sagt: {fehler}"
            ) from None
        raise


def ist_unbeschrieben() -> bool:
    """Say whether nobody has written content here; the rows that every new portal has do not count."""
    return not any(modell.history.exists() for modell in registermodelle() if hasattr(modell, "history"))


def _leeren() -> None:
    """Take away the rows that every new portal has: those of the file take their place."""
    modelle: list[Any] = registermodelle()
    for modell in modelle:
        for zeile in modell._base_manager.all():
            vars(zeile)["skip_history_when_saving"] = True
            zeile.delete()
    for modell in modelle:
        if hasattr(modell, "history"):
            modell.history.all().delete()


def _schreiben(
    pruefung: _Pruefung, inhalt: dict[str, Any], hier: dict[str, dict[int, Zeile]], konto: Any
) -> Bilanz:
    bilanz, neue = Bilanz(), []
    verschiedene: list[tuple[str, Any]] = []
    for name, objekte in pruefung.objekte.items():
        gesendet = {zeile[NUMMER]: zeile for zeile in inhalt.get(name, [])}
        for pk, objekt in objekte.items():
            da = hier[name].get(pk)
            if da is None:
                # As it was, with its stamps: nothing of it is new but its place.
                models.Model.save_base(objekt, raw=True, force_insert=True)
                neue.append(objekt)
                bilanz.neu[name] += 1
            elif da.get("erstellt_am") != gesendet[pk].get("erstellt_am"):
                raise Einfuhrfehler(
                    f"{name} Nr. {pk} ist hier ein anderer Eintrag. Eingelesen wird die Ausfuhr dieses "
                    "Registers, oder jede Ausfuhr in ein Portal, in das noch nichts geschrieben wurde."
                )
            elif _ohne_stempel(da) == _ohne_stempel(gesendet[pk]):
                bilanz.gleich += 1
            else:
                verschiedene.append((name, objekt))
                bilanz.geaendert[name] += 1
    for objekt in neue:
        _listen(objekt, pruefung.listen.get((objekt._meta.label_lower, objekt.pk), {}), raw=True)
    verlauf_schreiben([objekt for objekt in neue if hasattr(type(objekt), "history")], GRUND)
    for _, objekt in verschiedene:
        _aendern(objekt, pruefung.listen.get((objekt._meta.label_lower, objekt.pk), {}), konto)
    if neue or verschiedene:
        connection.check_constraints()
        _zaehler(pruefung.modelle.values())
        Inhaltsstand.objects.create()
        suchindex.neu_aufbauen()
    return bilanz


def _ohne_stempel(zeile: Zeile) -> Zeile:
    return {
        name: sorted(wert) if isinstance(wert, list) else wert
        for name, wert in zeile.items()
        if name != STEMPEL
    }


def _listen(objekt: Any, listen: dict[str, list[int]], *, raw: bool) -> None:
    for name, nummern in listen.items():
        if not raw:
            getattr(objekt, name).set(nummern)
            continue
        feld = type(objekt)._meta.get_field(name)
        durch = feld.remote_field.through
        von, zu = feld.m2m_column_name(), feld.m2m_reverse_name()
        for nummer in dict.fromkeys(nummern):
            durch(**{von: objekt.pk, zu: nummer}).save(force_insert=True)


def _aendern(objekt: Any, listen: dict[str, list[int]], konto: Any) -> None:
    """Give a row that is here the values of the file, like a form would: checked, with history."""
    modell = type(objekt)
    zeile = modell._base_manager.get(pk=objekt.pk)
    for feld in registerdatei.felder(modell):
        if feld.name not in {STEMPEL, "erstellt_am"}:
            vars(zeile)[feld.attname] = vars(objekt)[feld.attname]
            if feld.is_relation:
                zeile._state.fields_cache.pop(feld.name, None)
    vars(zeile).update({"_history_user": konto, "_change_reason": GRUND})
    try:
        zeile.clean()
        zeile.validate_unique()
        zeile.validate_constraints()
    except ValidationError as fehler:
        raise Einfuhrfehler(
            f"{modell._meta.label_lower} Nr. {zeile.pk}: {' '.join(fehler.messages)}"
        ) from None
    zeile.save()
    _listen(zeile, listen, raw=False)


def _zaehler(modelle: Any) -> None:
    """Let new rows get numbers above those that came."""
    with connection.cursor() as cursor:
        for befehl in connection.ops.sequence_reset_sql(no_style(), list(modelle)):
            cursor.execute(befehl)


def _dateien(ablage: dict[str, Any], geschrieben: list[str]) -> int:
    """Put files where rows name them; what is there stays. Returns how many came."""
    for name, text in ablage.items():
        if not DATEINAME.fullmatch(name) or not isinstance(text, str):
            raise Einfuhrfehler(
                f"Die Datei „{str(name)[:80]}“ hat einen Namen, den es hier nicht geben kann."
            )
        if default_storage.exists(name):
            continue
        try:
            datei = ContentFile(base64.b64decode(text, validate=True), name)
            (bild_pruefen if name.startswith("bilder/") else dokument_pruefen)(datei)
        except (binascii.Error, ValueError):
            raise Einfuhrfehler(f"Der Inhalt von „{name}“ ist beschädigt.") from None
        except ValidationError as fehler:
            raise Einfuhrfehler(f"„{name}“: {' '.join(fehler.messages)}") from None
        geschrieben.append(default_storage.save(name, datei))
    return len(geschrieben)

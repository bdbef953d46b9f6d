"""Stale edits: what a form showed, what the row holds by now, what was typed – compared field by field.

A form carries a stamp of all it showed (``stempel``). When it comes back, the view locks the
entry (``sperren``), builds its forms anew without data and asks ``abgleichen``. If somebody
else has written meanwhile, the form is shown again with 409: what one typed oneself stays, what
only the other changed is taken over, and each difference is told in words. Its new stamp is
that of the state told of, so saving once more is meant.

    with transaction.atomic():
        konflikt.sperren(objekt)
        jetzt = [Formular(instance=objekt), Zeilen(instance=objekt)]      # no data
        abgleich = konflikt.abgleichen(objekt, jetzt, request.POST, request.FILES)
        formular = Formular(abgleich.daten, request.FILES, instance=objekt)
        if abgleich.abweichungen:    # show it with 409 and abgleich.stempel
            ...

The stamp holds the values, not a number of a version: so a change that nobody sees in this
form refuses nothing, and one of a related row counts whatever its kind.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, cast

from django.core import signing
from django.db import models
from django.forms.models import BaseInlineFormSet, BaseModelFormSet, InlineForeignKeyField
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from netzwerk.lib.eingaben import LEER, Eingabe, einsetzen, geschickt, gezeigt, gleich, in_worten

FELD = "_stand"
MELDUNG = "Inzwischen hat jemand anderes diesen Eintrag geändert. Es ist noch nichts gespeichert."
UNBEKANNT = "nicht bekannt"
_SALZ = "netzwerk.lib.konflikt"


class Art(Enum):
    """Who changed what is told of; the value says what the form shows now."""

    DORT = "Nur dort geändert. Im Formular steht jetzt der gespeicherte Wert."
    BEIDE = "Auch Sie haben es geändert. Im Formular steht Ihr Wert."
    LOESCHEN = "Sie wollten die Zeile löschen."
    NEU = "Die Zeile ist neu. Sie bleibt erhalten."
    WEG = "Die Zeile gibt es nicht mehr."
    WEG_GEAENDERT = "Die Zeile gibt es nicht mehr. Ihre Angaben stehen unten als neue Zeile."


@dataclass(frozen=True)
class Abweichung:
    """One difference in words: before, as it is stored now, as it was typed."""

    art: Art
    feld: str = ""
    zeile: str = ""
    vorher: str = LEER
    dort: str = LEER
    hier: str = LEER
    # The name of the field on the page, "" if it has none there.
    name: str = ""

    @property
    def was(self) -> str:
        """Return which field of which row."""
        return ": ".join(teil for teil in (self.zeile, self.feld) if teil)


@dataclass
class Abgleich:
    """What came of the comparison: the differences, and what the form goes on with."""

    daten: QueryDict
    stempel: str
    abweichungen: list[Abweichung] = field(default_factory=list)
    # The latest state in the history of the entry and its rows, if there is one.
    zuletzt: Any = None


def sperren(objekt: models.Model) -> None:
    """Let nobody else write an entry until the end of the transaction, nor what shows it.

    What shows a row is locked first (seat, category, body: from above), so that the form of the
    body and that of its row wait for each other. SQLite has one writer anyway.
    """
    for name in getattr(objekt, "zeigt_auf", ()):
        ziel = getattr(objekt, name)
        if ziel is not None:
            sperren(ziel)
    list(type(objekt)._base_manager.select_for_update().filter(pk=objekt.pk).order_by("pk").values_list("pk"))


# --- The stamp -------------------------------------------------------------------------------------


def stempel(objekt: models.Model, formulare: Iterable[Any]) -> str:
    """Return the signed stamp of what the forms and formsets of an entry show, whatever was sent to them."""
    inhalt: dict[str, Any] = {"von": _kennung(objekt), "felder": {}, "zeilen": {}}
    for formular in formulare:
        if isinstance(formular, BaseModelFormSet):
            inhalt["zeilen"][formular.prefix] = {
                nummer: [
                    str(zeile.instance),
                    {name: gezeigt(zeile, name) for name in _felder(zeile, formular)},
                ]
                for nummer, zeile in _zeilen(formular).items()
            }
        else:
            for name in _felder(formular):
                inhalt["felder"][formular.add_prefix(name)] = gezeigt(formular, name)
    return signing.dumps(inhalt, salt=_SALZ, compress=True)


def stempelfeld(wert: str) -> SafeString:
    """Return the hidden field that carries a stamp."""
    return format_html('<input type="hidden" name="{}" value="{}">', FELD, wert)


def _kennung(objekt: models.Model) -> list[str]:
    return [objekt._meta.label_lower, str(objekt.pk)]


def _gelesen(objekt: models.Model, text: str) -> dict[str, Any] | None:
    """Return what a stamp says, None for one that is missing, of another entry or not of ours."""
    try:
        inhalt = signing.loads(text, salt=_SALZ)
    except signing.BadSignature:
        return None
    return inhalt if inhalt["von"] == _kennung(objekt) else None


def _felder(formular: Any, zeilen: Any = None) -> Iterator[str]:
    """Yield the names of the fields that somebody can fill."""
    ausser = {"DELETE", zeilen.model._meta.pk.name} if zeilen is not None else set()
    for name, feld in formular.fields.items():
        if name not in ausser and not feld.disabled and not isinstance(feld, InlineForeignKeyField):
            yield name


def _zeilen(formset: Any) -> dict[str, Any]:
    """Return the forms of the stored rows by the number of the row."""
    return {str(zeile.instance.pk): zeile for zeile in formset.initial_forms if zeile.instance.pk is not None}


# --- The comparison --------------------------------------------------------------------------------


def abgleichen(
    objekt: models.Model,
    formulare: Iterable[Any],
    daten: QueryDict,
    dateien: MultiValueDict[str, Any] | None = None,
) -> Abgleich:
    """Compare what was sent with the stamp it carries and with the entry as it is now.

    ``formulare``: forms and model formsets of the entry as just read, without data.
    """
    formulare = list(formulare)
    jetzt = stempel(objekt, formulare)
    ergebnis = Abgleich(daten=daten.copy(), stempel=jetzt)
    vorher, dort = _gelesen(objekt, daten.get(FELD, "")), _gelesen(objekt, jetzt)
    ergebnis.daten[FELD] = jetzt
    if vorher == dort:
        return ergebnis
    for formular in formulare:
        if isinstance(formular, BaseModelFormSet):
            _Zeilenabgleich(formular, vorher, daten, dateien or MultiValueDict(), ergebnis).ausfuehren()
        else:
            namen = {name: formular.add_prefix(name) for name in _felder(formular)}
            werte = {name: vorher["felder"].get(namen[name]) for name in namen} if vorher else None
            _Feldabgleich(formular, "", dateien or MultiValueDict(), ergebnis).ausfuehren(werte, daten, namen)
    if ergebnis.abweichungen:
        ergebnis.zuletzt = _zuletzt(objekt, formulare)
    return ergebnis


def _zuletzt(objekt: Any, formulare: list[Any]) -> Any:
    """Return the latest state in the history of an entry and its rows."""
    verlaeufe = [objekt.history.all()] if hasattr(objekt, "history") else []
    for formset in formulare:
        if isinstance(formset, BaseInlineFormSet) and hasattr(formset.model, "history"):
            verlaeufe.append(cast("Any", formset.model).history.filter(**{formset.fk.attname: objekt.pk}))
    staende = [verlauf.select_related("history_user").first() for verlauf in verlaeufe]
    return max(filter(None, staende), key=lambda stand: stand.history_date, default=None)


class _Feldabgleich:
    """The comparison of one form: of the entry, or of a row that both still have."""

    def __init__(self, formular: Any, zeile: str, dateien: Any, ergebnis: Abgleich) -> None:
        self.formular, self.zeile, self.dateien, self.ergebnis = formular, zeile, dateien, ergebnis

    def ausfuehren(
        self, vorher: dict[str, Any] | None, daten: Any, namen: dict[str, str], *, loeschen: bool = False
    ) -> None:
        """Compare each field and write what the form goes on with; ``namen``: under which each was sent."""
        for name, gesendet in namen.items():
            feld, ziel = self.formular.fields[name], self.formular.add_prefix(name)
            frueher = None if vorher is None else vorher.get(name)
            dort = gezeigt(self.formular, name)
            hier = geschickt(feld, gesendet, daten, self.dateien)
            selbst = hier is not None and (frueher is None or not gleich(feld, frueher, hier))
            if hier is None or not selbst:
                hier = frueher or dort
            if (frueher is None or not gleich(feld, frueher, dort)) and not gleich(feld, hier, dort):
                self.ergebnis.abweichungen.append(
                    Abweichung(
                        art=Art.LOESCHEN if loeschen else Art.BEIDE if selbst else Art.DORT,
                        feld=str(feld.label or name),
                        zeile=self.zeile,
                        vorher=UNBEKANNT if frueher is None else in_worten(feld, frueher),
                        dort=in_worten(feld, dort),
                        hier="Zeile löschen" if loeschen else in_worten(feld, hier),
                        name=ziel,
                    )
                )
            einsetzen(feld, ziel, hier if selbst else dort, self.ergebnis.daten)


@dataclass
class _Gesendet:
    """A row as it was sent: under which name, which number it has ("" for a new one), all its values."""

    name: str
    nummer: str


class _Zeilenabgleich:
    """The comparison of a formset, row by row, whatever place a row had on the page."""

    def __init__(self, formset: Any, vorher: Any, daten: QueryDict, dateien: Any, ergebnis: Abgleich) -> None:
        self.formset, self.daten, self.dateien, self.ergebnis = formset, daten, dateien, ergebnis
        self.bekannt = vorher is not None
        self.vorher = vorher["zeilen"].get(formset.prefix, {}) if vorher else {}
        self.dort = _zeilen(formset)
        self.muster = formset.empty_form
        self.art = str(formset.model._meta.verbose_name)
        self.nummernfeld = formset.model._meta.pk.name
        self.gesendet = list(self._gesendete())
        self.platz = 0

    def _gesendete(self) -> Iterator[_Gesendet]:
        muster = re.compile(rf"{re.escape(self.formset.prefix)}-(\d{{1,6}})-")
        nummern = {int(treffer[1]) for name in self.daten if (treffer := muster.match(name))}
        for nummer in sorted(nummern):
            name = self.formset.add_prefix(nummer)
            yield _Gesendet(name, self.daten.get(f"{name}-{self.nummernfeld}", ""))

    def ausfuehren(self) -> None:
        """Compare, and lay the rows out anew as the page will show them."""
        verwaltung = f"{self.formset.prefix}-TOTAL_FORMS"
        fremd = [z for z in self.gesendet if z.nummer and z.nummer not in {*self.vorher, *self.dort}]
        if verwaltung not in self.daten or fremd:
            # Not sent at all, or with rows that never stood here: the formset itself refuses those.
            return
        for name in list(self.ergebnis.daten):
            if re.match(rf"{re.escape(self.formset.prefix)}-\d+-", name):
                del self.ergebnis.daten[name]
        alte = {zeile.nummer: zeile for zeile in self.gesendet if zeile.nummer}
        neue = [zeile for zeile in self.gesendet if not zeile.nummer]
        for nummer, formular in self.dort.items():
            self._vorhandene(nummer, formular, alte.get(nummer), neue)
        for nummer, (bezeichnung, werte) in self.vorher.items():
            if nummer not in self.dort:
                self._verschwundene(bezeichnung, werte, alte.get(nummer))
        for zeile in neue:
            self._anhaengen(zeile)
        self.ergebnis.daten[verwaltung] = str(self.platz)
        self.ergebnis.daten[f"{self.formset.prefix}-INITIAL_FORMS"] = str(len(self.dort))

    def _name(self, bezeichnung: Any) -> str:
        return f"{self.art} „{bezeichnung}“"

    def _namen(self, zeile: _Gesendet) -> dict[str, str]:
        return {name: f"{zeile.name}-{name}" for name in _felder(self.muster, self.formset)}

    def _loeschen(self, zeile: _Gesendet) -> bool:
        return f"{zeile.name}-DELETE" in self.daten

    def _vorhandene(self, nummer: str, formular: Any, zeile: _Gesendet | None, neue: list[_Gesendet]) -> None:
        """Compare a row that is there; one that somebody added may be the one that was typed here, too."""
        self.platz += 1
        ergebnis = self.ergebnis
        ergebnis.daten[formular.add_prefix(self.nummernfeld)] = nummer
        bezeichnung = self._name(formular.instance)
        if self.bekannt and nummer not in self.vorher:
            doppelt = next((neu for neu in neue if self._dasselbe(neu, formular)), None)
            if doppelt is not None:
                neue.remove(doppelt)
            else:
                ergebnis.abweichungen.append(Abweichung(Art.NEU, zeile=bezeichnung, dort="hinzugefügt"))
            zeile = None
        werte = self.vorher[nummer][1] if nummer in self.vorher else None
        if zeile is None:
            # Not on the page that was sent, so nothing was changed there.
            zeile, werte = _Gesendet("", nummer), werte or {n: gezeigt(formular, n) for n in formular.fields}
        if loeschen := self._loeschen(zeile):
            ergebnis.daten[formular.add_prefix("DELETE")] = "on"
        _Feldabgleich(formular, bezeichnung, self.dateien, ergebnis).ausfuehren(
            werte, self.daten, self._namen(zeile), loeschen=loeschen
        )

    def _dasselbe(self, zeile: _Gesendet, formular: Any) -> bool:
        """Say whether a stored row holds all that was typed in a new one; the rest is filled when stored."""
        for name, gesendet in self._namen(zeile).items():
            feld = formular.fields[name]
            hier = geschickt(feld, gesendet, self.daten, self.dateien)
            getippt = hier is not None and any(hier) and not gleich(feld, gezeigt(self.muster, name), hier)
            if getippt and not gleich(feld, gezeigt(formular, name), hier or []):
                return False
        return True

    def _verschwundene(self, bezeichnung: str, werte: dict[str, Eingabe], zeile: _Gesendet | None) -> None:
        """Tell of a row that somebody deleted; keep what was typed in it as a new one."""
        if zeile is not None and self._loeschen(zeile):
            return
        geaendert = []
        for name, gesendet in self._namen(zeile).items() if zeile else ():
            feld = self.muster.fields[name]
            hier = geschickt(feld, gesendet, self.daten, self.dateien)
            if hier is not None and not gleich(feld, werte.get(name, []), hier):
                geaendert.append(f"{feld.label or name}: {in_worten(feld, hier)}")
        if zeile is not None and geaendert:
            self._anhaengen(zeile)
        self.ergebnis.abweichungen.append(
            Abweichung(
                Art.WEG_GEAENDERT if geaendert else Art.WEG,
                zeile=self._name(bezeichnung),
                vorher="vorhanden",
                dort="gelöscht",
                hier=", ".join(geaendert) or "unverändert",
            )
        )

    def _anhaengen(self, zeile: _Gesendet) -> None:
        """Put a row below the stored ones, as one that is new."""
        ziel = self.formset.add_prefix(self.platz)
        for name in self.daten:
            if name.startswith(f"{zeile.name}-"):
                self.ergebnis.daten.setlist(
                    f"{ziel}-{name.removeprefix(f'{zeile.name}-')}", self.daten.getlist(name)
                )
        self.ergebnis.daten[f"{ziel}-{self.nummernfeld}"] = ""
        self.platz += 1

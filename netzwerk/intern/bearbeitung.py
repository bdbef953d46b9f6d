"""One entry with its rows as forms: shown, checked, written in one transaction."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import QueryDict

from netzwerk import actions
from netzwerk.intern.bereich import Bereich
from netzwerk.intern.formular import Zeile
from netzwerk.lib.admin.zeilen import WIDERSPRUCH, Ablehnung

# Of a form, but not of the entry: never kept with a draft.
STEUERUNG = {"csrfmiddlewaretoken", "schritt", "kennung", "stand", "trotzdem", "noch_eine", "anmerkung"}


def nur_eingaben(daten: QueryDict) -> dict[str, list[str]]:
    """Return what was typed, without what only steers the form."""
    return {name: werte for name, werte in daten.lists() if name not in STEUERUNG}


def als_daten(eingaben: dict[str, list[str]]) -> QueryDict:
    """Return kept input in the shape in which a form arrives."""
    daten = QueryDict(mutable=True)
    for name, werte in eingaben.items():
        daten.setlist(name, list(werte))
    return daten


class Bearbeitung:
    """The forms of an entry (a new one without ``objekt``); bound if ``daten`` are given."""

    def __init__(
        self,
        bereich: Bereich,
        konto: Any,
        objekt: Any = None,
        daten: QueryDict | None = None,
        dateien: Any = None,
    ) -> None:
        """Make the forms; a new entry has only the form itself, rows come on its page."""
        self.bereich, self.konto, self.objekt = bereich, konto, objekt
        self.daten, self.dateien = daten, dateien
        self._bauen(None)

    def _bauen(self, ablehnung: Ablehnung | None) -> None:
        fehler = ablehnung.fehler if ablehnung else {}
        self.formular = self.bereich.formular(
            self.daten, self.dateien, instance=self.objekt, konto=self.konto
        )
        self.formular.ablehnung = fehler.get("", {}).get(0)
        if self.objekt is None and self.formular.NEU:
            for name in [name for name in self.formular.fields if name not in self.formular.NEU]:
                del self.formular.fields[name]
        self.zeilen = [self._satz(zeilen, fehler) for zeilen in self.bereich.zeilen] if self.objekt else []

    def _satz(self, zeilen: Any, fehler: dict[str, Any]) -> Any:
        klasse = zeilen.klasse(type(self.objekt), Zeile)
        satz = klasse(
            self.daten,
            self.dateien,
            instance=self.objekt,
            prefix=zeilen.kennung,
            queryset=zeilen.zeilen(),
            acting_user=self.konto,
            weglegen=actions.in_den_papierkorb,
            ablehnung=fehler.get(zeilen.kennung),
            form_kwargs={"konto": self.konto},
        )
        satz.art = zeilen
        return satz

    def gezeigtes(self) -> QueryDict:
        """Return what a browser would send of the forms as they are shown."""
        daten = QueryDict(mutable=True)
        for satz in self.zeilen:
            daten[f"{satz.prefix}-TOTAL_FORMS"] = str(satz.total_form_count())
            daten[f"{satz.prefix}-INITIAL_FORMS"] = str(satz.initial_form_count())
        for formular in [self.formular, *(form for satz in self.zeilen for form in satz.forms)]:
            for feld in formular:
                for name, werte in _gesendet(feld).items():
                    daten.setlist(name, werte)
        return daten

    @property
    def gueltig(self) -> bool:
        """Say whether all forms may be written; all are asked, so that all errors are shown at once."""
        return all([self.formular.is_valid(), *(satz.is_valid() for satz in self.zeilen)])

    @property
    def geaendert(self) -> bool:
        """Say whether anything differs from what is stored."""
        return self.formular.has_changed() or any(satz.has_changed() for satz in self.zeilen)

    @property
    def fehler(self) -> list[tuple[str, str]]:
        """Return all messages, each with the id of what it is about, for the summary on top."""
        liste = [("", str(text)) for text in self.formular.non_field_errors()]
        liste += _feldfehler(self.formular)
        for satz in self.zeilen:
            liste += [("", f"{satz.art.titel}: {text}") for text in satz.non_form_errors()]
            for formular in satz.forms:
                liste += [("", f"{satz.art.titel}: {text}") for text in formular.non_field_errors()]
                liste += _feldfehler(formular, f"{satz.art.titel}: ")
        return liste

    @property
    def warnungen(self) -> list[str]:
        """Return what is only unusual, in the entry and its rows: one may save it all the same."""
        warnungen = list(self.formular.warnungen)
        for satz in self.zeilen:
            warnungen += [warnung for formular in satz.forms for warnung in formular.warnungen]
        return warnungen

    def eine_mehr(self, kennung: str) -> None:
        """Show one empty row more of a kind, without judging what is typed so far (no script needed)."""
        daten = self.daten.copy() if self.daten is not None else QueryDict(mutable=True)
        name = f"{kennung}-TOTAL_FORMS"
        anzahl = daten.get(name, "0")
        daten[name] = str(int(anzahl) + 1) if anzahl.isdecimal() and len(anzahl) < 4 else "1"  # noqa: PLR2004
        self.daten = daten
        self._bauen(None)
        for formular in [self.formular, *(form for satz in self.zeilen for form in satz.forms)]:
            formular._errors, formular.cleaned_data = {}, {}  # noqa: SLF001 - not judged yet
        for satz in self.zeilen:
            satz._errors, satz._non_form_errors = [], satz.error_class()  # noqa: SLF001
            # The part with the new row is open when the page comes back.
            satz.mehr = satz.prefix == kennung

    def speichern(self, **felder: Any) -> Any:
        """Write the entry and its rows in one transaction and return it; ``felder`` are set beside the form.

        Raises Ablehnung, with the forms made anew to show it, if anything was refused.
        """
        try:
            with transaction.atomic():
                return self._schreiben(felder)
        except Ablehnung as ablehnung:
            self._ablehnen(ablehnung)
            raise
        except IntegrityError:
            widerspruch = Ablehnung.des_eintrags(ValidationError(WIDERSPRUCH))
            self._ablehnen(widerspruch)
            raise widerspruch from None

    def _ablehnen(self, ablehnung: Ablehnung) -> None:
        if self.objekt is not None:
            self.objekt.refresh_from_db()
        self._bauen(ablehnung)
        _ = self.gueltig

    def _schreiben(self, felder: dict[str, Any]) -> Any:
        self.formular.stuempfe_speichern()
        objekt = self.formular.instance
        for name, wert in felder.items():
            setattr(objekt, name, wert)
        self.formular.vor_dem_schreiben(geaendert=self.geaendert)
        vars(objekt)["_history_user"] = self.konto
        # A row that only shows something else changed, too: its stamp rises with every save.
        try:
            self.formular.save()
        except ValidationError as fehler:
            raise Ablehnung.des_eintrags(fehler) from fehler
        for satz in self.zeilen:
            for formular in satz.forms:
                if formular.has_changed():
                    formular.stuempfe_speichern()
            satz.save()
        return objekt


def _gesendet(feld: Any) -> dict[str, list[str]]:
    """Return name → values that a browser would send of a field."""
    wert, name = feld.value(), feld.html_name
    kontext = feld.field.widget.get_context(name, wert, {})["widget"]
    if "nummer" in kontext:
        return {name: [str(kontext["nummer"] or "")], f"{name}_text": [kontext["text"]]}
    # Zero is a number that is sent; no box that is not ticked is.
    if wert is None or wert is False or wert in ("", []):
        return {}
    if isinstance(wert, list | tuple) and not isinstance(feld.field.prepare_value(wert), str):
        return {name: [str(getattr(eintrag, "pk", eintrag)) for eintrag in wert]}
    if wert is True:
        return {name: ["on"]}
    formatiert = kontext["value"]
    return {name: [str(formatiert[0] if isinstance(formatiert, list) else formatiert)]}


def _feldfehler(formular: Any, davor: str = "") -> list[tuple[str, str]]:
    return [
        (feld.id_for_label or feld.auto_id, f"{davor}{feld.label}: {text}")
        for feld in formular
        for text in feld.errors
    ]

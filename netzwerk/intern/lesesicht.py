"""What a form says, in words: for whoever may only read, and for two versions side by side."""

from typing import Any

from django.utils.formats import localize

from netzwerk.intern.felder import Verweis, Verweisliste, nummer
from netzwerk.lib.text import als_text


def feld_text(feld: Any) -> str:
    """Return the value of a bound field as people read it, "–" for none."""
    return _text(feld, feld.value()) or "–"


def _text(feld: Any, wert: Any) -> str:
    if wert in (None, "", []):
        return ""
    art = feld.field
    if isinstance(art, Verweis):
        return _verweis(art, wert)
    if isinstance(art, Verweisliste):
        nummern = [getattr(eintrag, "pk", eintrag) for eintrag in wert if not str(eintrag).startswith("+")]
        return ", ".join(sorted(str(zeile) for zeile in art.modell._default_manager.filter(pk__in=nummern)))
    auswahl = {str(schluessel): str(name) for schluessel, name in _flach(getattr(art, "choices", []))}
    if auswahl:
        werte = wert if isinstance(wert, list | tuple) else [wert]
        return ", ".join(auswahl.get(str(getattr(eintrag, "pk", eintrag)), "") for eintrag in werte)
    return _schlicht(art, wert)


def _schlicht(art: Any, wert: Any) -> str:
    if isinstance(wert, bool):
        return "ja" if wert else ""
    vorbereitet = art.prepare_value(wert)
    return als_text(vorbereitet) if isinstance(vorbereitet, str) else str(localize(vorbereitet))


def _verweis(art: Verweis, wert: Any) -> str:
    if not isinstance(wert, dict):
        return str(art.objekt(wert))
    # Only a number without its words is looked up, and only where the account may choose.
    gemeint = nummer(wert["nummer"]) if wert["text"] is None else None
    return wert["text"] or (str(art.auswahl.filter(pk=gemeint).first() or "") if gemeint else "")


def _flach(auswahl: Any) -> list[tuple[Any, Any]]:
    """Return choices without their groups."""
    flach = []
    for schluessel, name in auswahl:
        flach += list(name) if isinstance(name, list | tuple) else [(schluessel, name)]
    return flach


def lesesicht(bearbeitung: Any) -> list[dict[str, Any]]:
    """Return the filled-in parts of an entry: ``{titel, fakten}``, and rows as ``{titel, zeilen}``."""
    teile = []
    for abschnitt in bearbeitung.formular.abschnitte():
        fakten = [
            {"label": feld.label, "wert": text}
            for name in abschnitt.felder
            if name in bearbeitung.formular.fields
            and (text := _text(feld := bearbeitung.formular[name], feld.value()))
        ]
        if fakten:
            teile.append({"titel": abschnitt.titel, "fakten": fakten})
    for satz in bearbeitung.zeilen:
        zeilen = [str(form.instance) for form in satz.initial_forms]
        if zeilen:
            teile.append({"titel": satz.art.titel, "zeilen": zeilen})
    return teile

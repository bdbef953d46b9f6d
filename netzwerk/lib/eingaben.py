"""Values of form fields as a browser sends them: read from a form, from a request, compared, said in words.

Each value is a list of parts (date and time are two), each part the list of its strings: none
for an empty field, several for a choice of several.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import ModelChoiceField, ModelMultipleChoiceField
from django.utils.datastructures import MultiValueDict

type Eingabe = list[list[str]]

LEER = "–"
# More digits no database counts.
ZIFFERN = 18


def _widget(feld: forms.Field) -> Any:
    """Return the widget itself; some stand in a frame with buttons."""
    return getattr(feld.widget, "widget", feld.widget)


def teile(feld: forms.Field, name: str) -> Iterator[tuple[str, Any]]:
    """Yield the names under which a field is sent, with the widget of each."""
    widget = _widget(feld)
    if isinstance(widget, forms.MultiWidget):
        for endung, teil in zip(widget.widgets_names, widget.widgets, strict=True):  # type: ignore[attr-defined]
            yield f"{name}{endung}", teil
    else:
        yield name, widget


def _glatt(texte: Iterable[Any]) -> list[str]:
    """Return strings without what no field tells apart: kinds of line breaks, space around, empty ones."""
    glatt = (str(text).replace("\r\n", "\n").replace("\r", "\n").strip() for text in texte)
    return [text for text in glatt if text]


def _texte(widget: Any, wert: Any) -> list[str]:
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if widget.check_test(wert) else []
    if isinstance(widget, forms.FileInput):
        return [str(wert)] if wert else []
    gezeigt = widget.format_value(wert)
    return _glatt(gezeigt if isinstance(gezeigt, list | tuple) else [] if gezeigt is None else [gezeigt])


def gezeigt(formular: Any, name: str) -> Eingabe:
    """Return what a form shows in a field before anybody types, also of a form that holds what was sent."""
    feld = formular.fields[name]
    wert = feld.prepare_value(formular[name].initial)
    widget = _widget(feld)
    einzeln: Any = [wert]
    if isinstance(widget, forms.MultiWidget):
        einzeln = wert if isinstance(wert, list | tuple) else widget.decompress(wert)
    return [
        _texte(teil, stueck) for (_, teil), stueck in zip(teile(feld, name), einzeln or [None], strict=False)
    ]


def geschickt(
    feld: forms.Field, name: str, daten: MultiValueDict[str, Any], dateien: MultiValueDict[str, Any]
) -> Eingabe | None:
    """Return what was sent for a field, None if the form was sent without it."""
    datei: Any = dateien.get(name)
    if datei is not None:
        return [[str(datei.name)]]
    if feld.widget.value_omitted_from_data(daten, {}, name):
        return None
    return [_glatt(daten.getlist(teil)) for teil, _ in teile(feld, name)]


def einsetzen(feld: forms.Field, name: str, wert: Eingabe, daten: MultiValueDict[str, Any]) -> None:
    """Write a value into what was sent, as if it had been typed. Files cannot be typed."""
    for (teil, widget), texte in zip(teile(feld, name), wert, strict=False):
        daten.pop(teil, None)
        # Boxes and lists of several say "empty" by their absence.
        absent = not texte and not widget.value_omitted_from_data({}, {}, teil)
        if not absent and not isinstance(widget, forms.FileInput):
            daten.setlist(teil, texte or [""])


def gleich(feld: forms.Field, eines: Eingabe, anderes: Eingabe) -> bool:
    """Say whether two values mean the same to the field, however they are spelled."""
    if eines == anderes:
        return True
    if isinstance(feld, ModelChoiceField | forms.MultipleChoiceField):
        return sorted(chain(*eines)) == sorted(chain(*anderes))
    if isinstance(feld, forms.FileField):
        return False
    einzeln = [[teil[0] if teil else "" for teil in wert] for wert in (eines, anderes)]
    try:
        if isinstance(feld, forms.MultiValueField):
            return not feld.has_changed(einzeln[0], einzeln[1])
        vorher = feld.to_python(einzeln[0][0] if einzeln[0] else "")
        return not feld.has_changed(vorher, einzeln[1][0] if einzeln[1] else "")
    except (ValidationError, OverflowError):
        return False


def in_worten(feld: Any, wert: Eingabe) -> str:
    """Return a value as people read it."""
    texte = list(chain(*wert))
    if isinstance(feld, forms.BooleanField):
        return "ja" if texte else "nein"
    if isinstance(feld, ModelChoiceField):
        namen = _namen(feld, texte)
    elif isinstance(feld, forms.ChoiceField):
        namen = {str(schluessel): str(name) for schluessel, name in _auswahl(feld.choices)}
    else:
        namen = {}
    trenner = ", " if isinstance(feld, ModelMultipleChoiceField | forms.MultipleChoiceField) else " "
    return trenner.join(namen.get(text, text) for text in texte) or LEER


def _auswahl(choices: Any) -> Iterator[tuple[Any, Any]]:
    for schluessel, name in choices:
        if isinstance(name, list | tuple):
            yield from name
        else:
            yield schluessel, name


def _namen(feld: Any, texte: list[str]) -> dict[str, str]:
    nummern = [text for text in texte if text.isascii() and text.isdecimal() and len(text) <= ZIFFERN]
    gefunden = feld.queryset.filter(pk__in=nummern)
    return {text: f"Nr. {text}" for text in texte} | {
        str(feld.prepare_value(zeile)): feld.label_from_instance(zeile) for zeile in gefunden
    }

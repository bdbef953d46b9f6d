"""The admin as a person uses it: open a page, fill some fields, send the form."""

import re
from html.parser import HTMLParser
from typing import Any

from django.urls import reverse


def adresse(modell: Any, ziel: str, *args: Any) -> str:
    """Return the address of an admin page of a model."""
    return reverse(f"admin:{modell._meta.label_lower.replace('.', '_')}_{ziel}", args=args)


class _Formular(HTMLParser):
    """Collects what a browser would send of the page's main form."""

    def __init__(self, nummer: str) -> None:
        super().__init__()
        self.nummer, self.drin, self.auswahl, self.feld = nummer, False, "", ""
        self.daten: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        """Read fields."""
        angaben = dict(attrs)
        if tag == "form":
            self.drin = angaben.get("id") == self.nummer
        name = angaben.get("name") or ""
        if not self.drin or (not name and tag != "option"):
            return
        if tag == "input" and angaben.get("type") not in {"submit", "file", "button"}:
            if angaben.get("type") not in {"checkbox", "radio"} or "checked" in angaben:
                ohne_wert = "on" if angaben.get("type") in {"checkbox", "radio"} else ""
                self.daten.setdefault(name, []).append(angaben.get("value") or ohne_wert)
        elif tag == "textarea":
            self.feld = name
            self.daten[name] = [""]
        elif tag == "select":
            self.auswahl = name
        elif tag == "option" and self.auswahl and "selected" in angaben:
            self.daten.setdefault(self.auswahl, []).append(angaben.get("value") or "")

    def handle_data(self, data: str) -> None:
        """Read the text of a text area."""
        if self.feld:
            self.daten[self.feld][0] += data

    def handle_endtag(self, tag: str) -> None:
        """Leave a field."""
        if tag == "textarea":
            # The first line break of a text area is not part of it.
            self.daten[self.feld][0] = self.daten[self.feld][0].removeprefix("\n").removeprefix("\r\n")
            self.feld = ""
        elif tag == "select":
            self.auswahl = ""


def eingaben(antwort: Any, modell: Any) -> dict[str, Any]:
    """Return what the form on a page would send as it stands; rows still to be added are left out."""
    formular = _Formular(f"{modell._meta.model_name}_form")
    formular.feed(antwort.text)
    return {name: werte for name, werte in formular.daten.items() if "__prefix__" not in name}


def senden(client: Any, modell: Any, objekt: Any = None, **felder: Any) -> Any:
    """Open the page of an entry (a new one without it), change fields, send; return the answer."""
    seite = adresse(modell, "change", objekt.pk) if objekt else adresse(modell, "add")
    daten = eingaben(client.get(seite), modell) | felder
    return client.post(seite, {name: wert for name, wert in daten.items() if wert is not None})


def zeile(client: Any, modell: Any, objekt: Any, praefix: str, **felder: Any) -> dict[str, Any]:
    """Return the fields of one more row for ``senden``."""
    seite = client.get(adresse(modell, "change", objekt.pk))
    nummer = int(eingaben(seite, modell)[f"{praefix}-TOTAL_FORMS"][0])
    werte = _leere_zeile(seite, praefix) | felder
    return {f"{praefix}-TOTAL_FORMS": nummer + 1} | {f"{praefix}-{nummer}-{k}": v for k, v in werte.items()}


def _leere_zeile(seite: Any, praefix: str) -> dict[str, Any]:
    for formset in seite.context["inline_admin_formsets"]:
        if formset.formset.prefix == praefix:
            leer = formset.formset.empty_form
            return {
                feld.name: "" if feld.value() is None else feld.value()
                for feld in leer
                if feld.name != "DELETE"
            }
    raise AssertionError(f"Die Seite hat keine Zeilen „{praefix}“.")


def meldungen(antwort: Any) -> str:
    """Return all error messages of a page as one text."""
    return " ".join(
        re.sub(r"<[^>]+>", " ", liste).strip()
        for liste in re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', antwort.text, re.DOTALL)
    )

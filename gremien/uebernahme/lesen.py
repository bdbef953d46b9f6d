"""The door of the assistant: a pasted text or the bytes of a file → what they propose."""

import re
from collections.abc import Iterable

from gremien.uebernahme.datei import html_text, ist_xlsx, text_aus_bytes, xlsx_zeilen
from gremien.uebernahme.deuten import deuten
from gremien.uebernahme.gliederung import gliedern
from gremien.uebernahme.klartext import bloecke_aus_text
from gremien.uebernahme.tabelle import csv_zeilen, ist_tabelle, vorschlaege_aus_tabelle
from gremien.uebernahme.vorschlag import Ergebnis, Lesefehler, Vorschlag
from gremien.uebernahme.webseite import bloecke_aus_html
from gremien.uebernahme.zeichen import geordnet

ZEICHEN_HOECHSTENS = 2 * 1024 * 1024
VORSCHLAEGE_HOECHSTENS = 300
HTML = re.compile(
    r"<(?:!doctype|html|body|div|p|h[1-6]|ul|ol|li|table|section|article|main|dl|br)\b[^<>]{0,500}>",
    re.IGNORECASE,
)


def _ergebnis(
    titel: str,
    einleitung: list[str],
    vorschlaege: list[Vorschlag],
    anzahl: int,
    hinweise: Iterable[str] = (),
) -> Ergebnis:
    """Return the result, with a hint if there were more entries than the limit, or none."""
    hinweise = list(hinweise)
    if anzahl > VORSCHLAEGE_HOECHSTENS:
        hinweise.append(
            f"Gefunden wurden {anzahl} Einträge. Gezeigt werden die ersten {VORSCHLAEGE_HOECHSTENS}; "
            "den Rest bitte in einem zweiten Schritt übernehmen."
        )
    if not vorschlaege:
        hinweise.append("Im Text wurde kein Gremium erkannt.")
    return Ergebnis(titel, "\n\n".join(einleitung), vorschlaege, hinweise)


def _aus_tabelle(zeilen: list[list[str]], bekannte: tuple[str, ...]) -> Ergebnis:
    """Return what the rows of a table propose."""
    vorschlaege, anzahl, hinweise = vorschlaege_aus_tabelle(zeilen, bekannte, VORSCHLAEGE_HOECHSTENS)
    return _ergebnis("", [], vorschlaege, anzahl, hinweise)


def text_lesen(text: str, bekannte: tuple[str, ...] = ()) -> Ergebnis:
    """Return what a pasted text proposes: plain text, HTML, or cells copied from a table.

    Raises Lesefehler if there is too much of it.
    """
    if len(text) > ZEICHEN_HOECHSTENS:
        raise Lesefehler("Der Text ist länger als 2 MB. Bitte in Teilen übernehmen.")
    if HTML.search(text):
        try:
            teile = gliedern(bloecke_aus_html(html_text(text)), VORSCHLAEGE_HOECHSTENS)
        except RecursionError:
            raise Lesefehler(
                "Die Seite ist zu tief verschachtelt. Bitte den sichtbaren Text einfügen."
            ) from None
        return _ergebnis(teile.titel, teile.einleitung, deuten(teile, bekannte), teile.anzahl)
    text = geordnet(text)
    if ist_tabelle(text):
        return _aus_tabelle(csv_zeilen(text), bekannte)
    teile = gliedern(bloecke_aus_text(text), VORSCHLAEGE_HOECHSTENS)
    return _ergebnis(teile.titel, teile.einleitung, deuten(teile, bekannte), teile.anzahl)


def datei_lesen(name: str, inhalt: bytes, bekannte: tuple[str, ...] = ()) -> Ergebnis:
    """Return what a file proposes: TXT, HTML, CSV or XLSX. Raises Lesefehler with the reason."""
    if len(inhalt) > ZEICHEN_HOECHSTENS:
        raise Lesefehler("Die Datei ist größer als 2 MB.")
    if not inhalt.strip():
        raise Lesefehler("Die Datei ist leer.")
    if ist_xlsx(inhalt):
        return _aus_tabelle(xlsx_zeilen(inhalt), bekannte)
    text = text_aus_bytes(inhalt)
    if name.casefold().endswith((".csv", ".tsv")):
        return _aus_tabelle(csv_zeilen(geordnet(text)), bekannte)
    return text_lesen(text, bekannte)

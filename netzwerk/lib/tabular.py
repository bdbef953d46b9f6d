"""Tables for spreadsheets, out: CSV and XLSX, safe against cells that a program would run."""

import csv
import io
from collections.abc import Iterable

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

# Spreadsheets take what begins so for a formula (OWASP ASVS 1.2.10).
FORMELZEICHEN = ("=", "+", "-", "@", "\t", "\r")
XLSX_TYP = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYP = "text/csv; charset=utf-8"
ZELLE_ZEICHEN = 32_000
STEUERZEICHEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])
BREITE = 28


def zelle(wert: object) -> str:
    """Return the value as text that no spreadsheet runs, without characters that XLSX cannot hold."""
    text = ("" if wert is None else str(wert)).translate(STEUERZEICHEN)[:ZELLE_ZEICHEN]
    return f"'{text}" if text.startswith(FORMELZEICHEN) else text


def als_csv(kopf: list[str], zeilen: Iterable[list[object]]) -> bytes:
    """Return a table as CSV as German spreadsheets open it: semicolons, UTF-8 with a mark."""
    ziel = io.StringIO()
    schreiber = csv.writer(ziel, delimiter=";", lineterminator="\r\n")
    schreiber.writerow(map(zelle, kopf))
    schreiber.writerows([zelle(wert) for wert in zeile] for zeile in zeilen)
    return ziel.getvalue().encode("utf-8-sig")


def als_xlsx(titel: str, kopf: list[str], zeilen: Iterable[list[object]]) -> bytes:
    """Return a table as an XLSX file with one sheet and a fixed heading."""
    return als_mappe([(titel, kopf, zeilen)])


def als_mappe(blaetter: Iterable[tuple[str, list[str], Iterable[list[object]]]]) -> bytes:
    """Return tables as an XLSX file, a sheet each: title, heading, rows. Numbers stay numbers."""
    mappe = Workbook(write_only=True)
    for titel, kopf, zeilen in blaetter:
        blatt = mappe.create_sheet(titel[:31])
        blatt.freeze_panes = "B2"
        for spalte in range(1, len(kopf) + 1):
            blatt.column_dimensions[get_column_letter(spalte)].width = BREITE
        blatt.append([_fett(blatt, text) for text in kopf])
        for zeile in zeilen:
            blatt.append([wert if isinstance(wert, int | float) else zelle(wert) for wert in zeile])
    ziel = io.BytesIO()
    mappe.save(ziel)
    return ziel.getvalue()


def datei_antwort(inhalt: bytes, typ: str, name: str) -> HttpResponse:
    """Return a file to download."""
    return HttpResponse(
        inhalt, content_type=typ, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _fett(blatt: object, text: str) -> object:
    feld = WriteOnlyCell(blatt, value=zelle(text))
    feld.font = Font(bold=True)
    return feld

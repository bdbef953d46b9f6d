"""Bytes → text or rows: encodings are recognised, workbooks are read within limits."""

import io
import re
import zipfile
from itertools import islice

from openpyxl import load_workbook

from gremien.uebernahme.vorschlag import Lesefehler
from gremien.uebernahme.zeichen import geordnet

ZEILEN_HOECHSTENS, SPALTEN_HOECHSTENS, ZELLE_HOECHSTENS = 5_000, 60, 20_000
ENTPACKT_HOECHSTENS = 40 * 1024 * 1024
LEERE_HOECHSTENS = 200
KAPUTT = "Die Tabelle ist beschädigt und lässt sich nicht öffnen."
FREMD = {
    b"%PDF": "Das ist eine PDF-Datei. Bitte den Text daraus kopieren und einfügen.",
    b"\xd0\xcf\x11\xe0": "Das ist ein altes Office-Format. Bitte als XLSX oder CSV speichern.",
    b"\x89PNG": "Das ist ein Bild. Gebraucht wird Text oder eine Tabelle.",
    b"\xff\xd8\xff": "Das ist ein Bild. Gebraucht wird Text oder eine Tabelle.",
    b"GIF8": "Das ist ein Bild. Gebraucht wird Text oder eine Tabelle.",
}


def text_aus_bytes(inhalt: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16, CP1252 or Latin-1; raises Lesefehler for no text."""
    for anfang, meldung in FREMD.items():
        if inhalt.startswith(anfang):
            raise Lesefehler(meldung)
    if inhalt.startswith((b"\xff\xfe", b"\xfe\xff")):
        return inhalt.decode("utf-16", errors="replace")
    probe = inhalt[:2000]
    if len(probe) > 3 and probe.count(0) * 3 > len(probe):  # noqa: PLR2004 - UTF-16 without its mark
        return inhalt.decode("utf-16-be" if probe[0] == 0 else "utf-16-le", errors="replace")
    if b"\x00" in probe:
        raise Lesefehler("Die Datei ist keine Textdatei. Erlaubt sind TXT, HTML, CSV und XLSX.")
    for kodierung in ("utf-8-sig", "cp1252"):
        try:
            return inhalt.decode(kodierung)
        except UnicodeDecodeError:
            continue
    return inhalt.decode("latin-1")


def html_text(text: str) -> str:
    """Return HTML put in order like any text; parting of words at line ends stays to the browser."""
    return geordnet(re.sub(r"&(?:shy|#173|zwnj|#8203);", "", text))


def ist_xlsx(inhalt: bytes) -> bool:
    """Say whether the bytes are an archive, as every workbook is."""
    return inhalt.startswith(b"PK\x03\x04")


def _archiv_pruefen(inhalt: bytes) -> None:
    """Raise Lesefehler unless the bytes are a workbook of bearable unpacked size."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
            groessen = {eintrag.filename: eintrag.file_size for eintrag in archiv.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Lesefehler(KAPUTT) from None
    if "xl/workbook.xml" not in groessen:
        raise Lesefehler("Das ist keine XLSX-Tabelle. Erlaubt sind TXT, HTML, CSV und XLSX.")
    if sum(groessen.values()) > ENTPACKT_HOECHSTENS:
        raise Lesefehler("Die Tabelle ist entpackt zu groß (mehr als 40 MB).")


def xlsx_zeilen(inhalt: bytes) -> list[list[str]]:
    """Return the rows of the first sheet with content; raises Lesefehler with the reason."""
    _archiv_pruefen(inhalt)
    try:
        mappe = load_workbook(io.BytesIO(inhalt), read_only=True, data_only=True, keep_links=False)
    except Exception:  # noqa: BLE001 - a broken workbook fails in many ways, all mean the same
        raise Lesefehler(KAPUTT) from None
    try:
        for blatt in mappe.worksheets[:10]:
            if zeilen := _zeilen(blatt):
                return zeilen
    except Lesefehler:
        raise
    except Exception:  # noqa: BLE001 - as above, while the rows are read
        raise Lesefehler(KAPUTT) from None
    finally:
        mappe.close()
    raise Lesefehler("Die Tabelle ist leer.")


def _zeilen(blatt: object) -> list[list[str]]:
    """Return the rows of a sheet that hold something, within limits."""
    zeilen: list[list[str]] = []
    leere = 0
    rows = blatt.iter_rows(values_only=True, max_col=SPALTEN_HOECHSTENS)  # type: ignore[attr-defined]
    for zeile in islice(rows, ZEILEN_HOECHSTENS + LEERE_HOECHSTENS):
        werte = ["" if w is None else geordnet(str(w))[:ZELLE_HOECHSTENS].strip() for w in zeile]
        if not any(werte):
            leere += 1
            if leere > LEERE_HOECHSTENS:
                break
            continue
        zeilen.append(werte)
        if len(zeilen) > ZEILEN_HOECHSTENS:
            raise Lesefehler(f"Die Tabelle hat mehr als {ZEILEN_HOECHSTENS} Zeilen.")
    return zeilen

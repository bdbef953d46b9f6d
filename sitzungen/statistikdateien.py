"""The yearly statistics as files: a text to go on writing in, and tables."""

import io
from datetime import date
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from netzwerk.lib.dates import datum_text
from netzwerk.lib.tabular import als_mappe
from sitzungen.statistik import Jahresarbeit, Statistik

DOCX_TYP = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KOPF = [
    "Gremium",
    "Sitzungen",
    "besucht",
    "in Vertretung",
    "ohne Angabe",
    "Stunden",
    "Stunden nach Ansatz",
    "Beschlüsse und Aufträge",
    "davon erledigt",
]


def zahlen(zeile: Jahresarbeit) -> list[int | float]:
    """Return the numbers of a body in the order of the heading."""
    return [
        zeile.gehalten,
        zeile.besucht,
        zeile.vertreten,
        zeile.ohne_angabe,
        float(zeile.stunden),
        round(float(zeile.ansatz), 1),
        zeile.beschluesse,
        zeile.erledigt,
    ]


def text(zahl: float) -> str:
    """Return a number as people write it: "7,5"."""
    return f"{zahl:g}".replace(".", ",")


def zeitraum(von: date, bis: date) -> str:
    """Return the period in words, a whole year by its number."""
    if (von, bis) == (date(von.year, 1, 1), date(von.year, 12, 31)):
        return str(von.year)
    return f"{datum_text(von)} bis {datum_text(bis)}"


def als_xlsx(statistik: Statistik) -> bytes:
    """Return the table, and the sentences on a second sheet."""
    tabelle: list[list[object]] = [[str(z.gremium), *zahlen(z)] for z in statistik.zeilen]
    saetze: list[list[object]] = [[str(z.gremium), z.satz] for z in statistik.zeilen]
    return als_mappe([("Zahlen", KOPF, tabelle), ("Sätze", ["Gremium", "Satz"], saetze)])


def als_docx(statistik: Statistik, titel: str) -> bytes:
    """Return a document in German: a sentence for each body, then the table with a heading that repeats."""
    dokument: Any = Document()
    dokument.core_properties.title = titel
    dokument.core_properties.language = "de-DE"
    dokument.core_properties.author = ""
    _sprache(dokument)
    dokument.add_heading(titel, level=1)
    dokument.add_paragraph(statistik.satz)
    for zeile in statistik.zeilen:
        dokument.add_paragraph(zeile.satz, style="List Bullet")
    dokument.add_heading("In Zahlen", level=2)
    tabelle = dokument.add_table(rows=1, cols=len(KOPF), style="Table Grid")
    for zelle, wort in zip(tabelle.rows[0].cells, KOPF, strict=True):
        zelle.paragraphs[0].add_run(wort).bold = True
    kopfzeile = OxmlElement("w:tblHeader")
    tabelle.rows[0]._tr.get_or_add_trPr().append(kopfzeile)  # noqa: SLF001 - the library has no word for it
    for zeile in statistik.zeilen:
        zellen = tabelle.add_row().cells
        for zelle, wort in zip(zellen, [str(zeile.gremium), *map(text, zahlen(zeile))], strict=True):
            zelle.text = wort
    ziel = io.BytesIO()
    dokument.save(ziel)
    return ziel.getvalue()


def _sprache(dokument: Any) -> None:
    """Say that the text is German, so that it is read and checked as such."""
    rpr = dokument.styles["Normal"].element.get_or_add_rPr()
    sprache = OxmlElement("w:lang")
    sprache.set(qn("w:val"), "de-DE")
    rpr.append(sprache)

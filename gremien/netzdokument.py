"""The editorial page for other places: as a Word file, and as a piece of HTML for another site."""

import io
import re
from html.parser import HTMLParser
from typing import Any

from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from PIL import Image

DOCX_TYP = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BREITE = Cm(12)
EIGENE = re.compile(r'((?:href|src)=")/(?!/)')
# What XML cannot hold.
STEUERZEICHEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def baustein(kontext: dict[str, Any], wurzel: str) -> str:
    """Return the page as HTML without frame, style and script; every link leads here."""
    html = render_to_string("gremien/baustein.html", kontext | {"wurzel": wurzel})
    return EIGENE.sub(lambda fund: f"{fund[1]}{wurzel}/", html)


def als_docx(kontext: dict[str, Any], wurzel: str) -> bytes:
    """Return the page as a Word file with headings, lists, links and pictures with their texts."""
    datei = _Datei(wurzel)
    portal, seite = kontext["portal"], kontext["seite"]
    wir = portal.wir.name if portal.wir else portal.name
    datei.beginn(seite.titel if seite and seite.titel else "Unser Netzwerk", wir)
    datei.html(kontext["einleitung"])
    for zeile in kontext["ziele"]:
        datei.eintrag(zeile, stufe=1)
    return datei.inhalt()


class _Datei:
    """A Word file that grows."""

    def __init__(self, wurzel: str) -> None:
        self.wurzel = wurzel
        self.datei = Document()
        stil = self.datei.styles["Normal"].element.get_or_add_rPr()
        sprache = OxmlElement("w:lang")
        sprache.set(qn("w:val"), "de-DE")
        stil.append(sprache)

    def beginn(self, titel: str, wir: str) -> None:
        """Write the title, into the properties, too."""
        self.datei.core_properties.title = f"{titel}: {wir}"
        self.datei.core_properties.author = wir
        self.datei.core_properties.language = "de-DE"
        self.datei.add_heading(_sauber(titel), level=0)
        self.datei.add_paragraph(_sauber(wir))

    def eintrag(self, zeile: dict[str, Any], stufe: int) -> None:
        """Write an entry and those under it."""
        self.link(self.datei.add_heading("", level=min(stufe, 9)), zeile["titel"], zeile["url"])
        if zeile["badges"]:
            self.datei.add_paragraph(_sauber(" · ".join(text for text, _ in zeile["badges"])))
        self.datei.add_paragraph(_sauber(zeile["text"]))
        self.html(zeile["beschreibung"])
        for bild in zeile["bilder"]:
            self.bild(bild)
        for kind in zeile["unter"]:
            self.eintrag(kind, stufe + 1)

    def html(self, quelle: str) -> None:
        """Write cleaned text."""
        leser = _Leser(self)
        leser.feed(str(quelle or ""))
        leser.close()

    def link(self, absatz: Any, text: str, url: str) -> None:
        """Add a link to a paragraph."""
        ziel = f"{self.wurzel}{url}" if url.startswith("/") else url
        kennung = absatz.part.relate_to(ziel, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        element = OxmlElement("w:hyperlink")
        element.set(qn("r:id"), kennung)
        lauf = absatz.add_run(_sauber(text))
        lauf.underline = True
        element.append(lauf._r)  # noqa: SLF001 - python-docx has no links of its own
        absatz._p.append(element)  # noqa: SLF001 - as above

    def bild(self, bild: dict[str, Any]) -> None:
        """Add a picture with its text for those who cannot see it; one that is gone is left out."""
        try:
            with default_storage.open(bild["datei"]) as quelle, Image.open(quelle) as geladen:
                puffer = io.BytesIO()
                geladen.convert("RGB").save(puffer, "JPEG", quality=85)
        except OSError:
            return
        puffer.seek(0)
        form = self.datei.add_picture(puffer, width=BREITE)
        form._inline.docPr.set("descr", _sauber(bild["alt"]))  # noqa: SLF001 - no public way to it
        unter = " ".join(filter(None, (bild["unterschrift"], bild["urheber"] and f"Bild: {bild['urheber']}")))
        if unter:
            self.datei.add_paragraph(_sauber(unter), style="Caption")

    def inhalt(self) -> bytes:
        """Return the file."""
        ziel = io.BytesIO()
        self.datei.save(ziel)
        return ziel.getvalue()


class _Leser(HTMLParser):
    """Writes the few elements that cleaned text has: paragraphs, lists, links, emphasis."""

    def __init__(self, ziel: _Datei) -> None:
        super().__init__()
        self.ziel = ziel
        self.absatz: Any = None
        self.listen: list[str] = []
        self.href = ""
        self.auszeichnung: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph, or remember what the next words are."""
        if tag in {"ul", "ol"}:
            self.listen.append("List Bullet" if tag == "ul" else "List Number")
        elif tag == "li":
            self.absatz = self.ziel.datei.add_paragraph(style=self.listen[-1] if self.listen else None)
        elif tag == "p" and not (self.listen and self.absatz is not None and not self.absatz.text):
            self.absatz = self.ziel.datei.add_paragraph()
        elif re.fullmatch(r"h[1-6]", tag):
            self.absatz = self.ziel.datei.add_heading("", level=min(int(tag[1]), 6))
        elif tag == "a":
            self.href = dict(attrs).get("href") or ""
        elif tag == "br" and self.absatz is not None:
            self.absatz.add_run().add_break()
        else:
            self.auszeichnung.add(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if tag in {"ul", "ol"} and self.listen:
            self.listen.pop()
        if tag == "a":
            self.href = ""
        if tag in {"p", "li"} or re.fullmatch(r"h[1-6]", tag):
            self.absatz = None
        self.auszeichnung.discard(tag)

    def handle_data(self, data: str) -> None:
        """Write words."""
        if self.absatz is None:
            if not data.strip():
                return
            self.absatz = self.ziel.datei.add_paragraph()
        if self.href:
            self.ziel.link(self.absatz, data, self.href)
            return
        lauf: Any = self.absatz.add_run(_sauber(data))
        lauf.bold = bool({"strong", "b"} & self.auszeichnung)
        lauf.italic = bool({"em", "i"} & self.auszeichnung)


def _sauber(text: Any) -> str:
    return STEUERZEICHEN.sub("", str(text or ""))

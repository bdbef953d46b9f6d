"""HTML → blocks: headings, lists, accordions, tables, strong words as headings, captions of images."""

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from gremien.uebernahme.bloecke import Block, Blockart, ist_abfall, ist_kurz, ist_name
from gremien.uebernahme.klartext import leitwort_geteilt
from gremien.uebernahme.zeichen import einzeilig

WEG = ("script", "style", "noscript", "nav", "footer", "form", "iframe", "svg", "template", "head", "aside")
TITEL = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 4, "dt": 4, "legend": 4}
ABSATZ = {"p", "blockquote", "dd", "td", "th", "pre", "address", "caption"}
BEHAELTER = {
    "html", "body", "div", "section", "article", "main", "header", "ul", "ol", "dl", "table", "tbody",
    "thead", "tr", "figure", "details", "center", "fieldset", "hgroup", "tfoot",
}  # fmt: skip
BILDKLASSEN = ("caption", "bildunterschrift", "bildtext", "image-text", "legende")
KLAPPKLASSEN = (
    "accordion-title",
    "accordion-header",
    "accordion-button",
    "toggle-title",
    "panel-title",
    "card-header",
)
TIEFE = 80


def _klassen(tag: Tag) -> str:
    """Return the classes of a tag in small letters."""
    klassen = tag.get("class") or ""
    return " ".join(klassen).casefold() if isinstance(klassen, list) else str(klassen).casefold()


def _text(tag: Tag) -> str:
    """Return the text of a tag on one line."""
    return einzeilig(tag.get_text(" ", strip=False))


def _zeilen(tag: Tag) -> list[str]:
    """Return the text of a tag, a line for each ``<br>``."""
    for umbruch in tag.find_all("br"):
        umbruch.replace_with("\n")
    return [zeile for roh in tag.get_text().split("\n") if (zeile := einzeilig(roh))]


def _absatz(tag: Tag) -> list[Block]:
    """Return the blocks of a paragraph; strong words at its beginning may be a heading."""
    fett = next((kind for kind in tag.children if not isinstance(kind, str) or kind.strip()), None)
    zeilen = _zeilen(tag)
    if not zeilen:
        return []
    if isinstance(fett, Tag) and fett.name in {"strong", "b"}:
        name = _text(fett).strip(" :–-")
        rest = einzeilig(" ".join(zeilen))[len(_text(fett)) :].strip(" :–-")
        if name and ist_kurz(name) and (not rest or ist_name(name)):
            kopf = Block(Blockart.UEBERSCHRIFT, name, 4, klebt=bool(rest))
            return [kopf, Block(Blockart.TEXT, rest)] if rest else [kopf]
    bloecke: list[Block] = []
    for zeile in zeilen:
        if geteilt := leitwort_geteilt(zeile):
            bloecke += [Block(Blockart.KURZ, geteilt[0], klebt=True), Block(Blockart.TEXT, geteilt[1])]
        elif not ist_abfall(zeile):
            bloecke.append(Block(Blockart.KURZ if ist_kurz(zeile) else Blockart.TEXT, zeile))
    return bloecke


def _besonderes(tag: Tag) -> list[Block] | None:
    """Return the blocks of headings, captions and items, or None if the tag is none of them."""
    klassen = _klassen(tag)
    if tag.name == "figcaption" or any(klasse in klassen for klasse in BILDKLASSEN):
        text = _text(tag)
        return [Block(Blockart.BILD, text)] if text else []
    stufe = TITEL.get(tag.name or "")
    if stufe is None and (any(k in klassen for k in KLAPPKLASSEN) or tag.get("role") in {"heading", "tab"}):
        stufe = 4
    if stufe is not None or tag.name == "button":
        text = _text(tag)
        return [Block(Blockart.UEBERSCHRIFT, text, stufe or 4)] if text and not ist_abfall(text) else []
    if tag.name == "li" and not tag.find(["ul", "ol", "p", *TITEL]):
        text = _text(tag)
        return [Block(Blockart.PUNKT, text)] if text and not ist_abfall(text) else []
    return None


def _lauf(tag: Tag, bloecke: list[Block], tiefe: int) -> None:  # noqa: C901 - one walk, told in one place
    """Walk through a container; loose words between its tags are paragraphs of their own."""
    lose: list[str] = []

    def abschliessen() -> None:
        if text := einzeilig(" ".join(lose)):
            bloecke.extend(_absatz(BeautifulSoup("", "html.parser").new_tag("p", string=text)))
        lose.clear()

    for kind in list(tag.children):
        if isinstance(kind, PreformattedString):
            continue
        if isinstance(kind, NavigableString):
            lose.append(str(kind))
        elif isinstance(kind, Tag):
            if kind.name == "br":
                abschliessen()
                continue
            besonderes = _besonderes(kind)
            block_tag = (
                besonderes is not None
                or kind.name in ABSATZ | BEHAELTER | {"li"}
                or kind.find([*TITEL, *ABSATZ, *BEHAELTER, "li"]) is not None
            )
            if not block_tag:
                lose.append(kind.get_text())
                continue
            abschliessen()
            if besonderes is not None:
                bloecke.extend(besonderes)
            elif kind.find([*TITEL, *ABSATZ, *BEHAELTER, "li"]) is not None and tiefe < TIEFE:
                _lauf(kind, bloecke, tiefe + 1)
            else:
                bloecke.extend(_absatz(kind))
    abschliessen()


def suppe(html: str) -> BeautifulSoup:
    """Return the parsed page without what nobody reads."""
    baum = BeautifulSoup(html, "html.parser")
    for tag in baum.find_all(WEG):
        tag.decompose()
    return baum


def bloecke_aus_html(html: str) -> list[Block]:
    """Return the blocks of a page in its order."""
    bloecke: list[Block] = []
    baum = suppe(html)
    _lauf(baum.find("main") or baum.body or baum, bloecke, 0)
    return bloecke

"""Text as people type it: cleaned, made into an address, made into safe HTML."""

import re
import unicodedata
from html import escape, unescape

import nh3
from django.utils.safestring import SafeString, mark_safe

UMLAUTE = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l"}
)
UNSICHTBAR = {"Cf", "Cc", "Cs", "Co", "Cn"}
ADRESSE_LAENGE = 80
ERLAUBT = {"p", "br", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "blockquote"}
SCHEMATA = {"http", "https", "mailto", "tel"}
# A place in the portal itself; browsers read "//host" and "/\\host" as another host.
EIGENE_ADRESSE = re.compile(r"(/(?![/\\])|#)\S*")
# Ends before white space, quotes and a bracket, so "(Name, https://…/x.html )" keeps a right address.
ADRESSE = re.compile(r"""https?://[^\s<>"'“”„()\[\]]+""")
DURCHGAENGE = 5
LISTENZEICHEN = re.compile(r"^\s*[-–•·*]\s+")
AUSZEICHNUNG = re.compile(
    r"<(p|br|ul|ol|li|strong|em|b|i|a|h[1-6]|blockquote|div|span)\b[^<>]*>", re.IGNORECASE
)


def bereinigt(text: str) -> str:
    """Return the text in NFC without invisible characters, on one line, spaces collapsed.

    Non-breaking spaces become spaces; zero-width marks, direction overrides, lone
    surrogates and control characters go.
    """
    text = unicodedata.normalize("NFC", text.replace("\u00a0", " "))
    sichtbar = "".join(z if unicodedata.category(z) not in UNSICHTBAR or z in "\t\n\r" else "" for z in text)
    return " ".join(sichtbar.split())


def aufgezaehlt(woerter: list[str]) -> str:
    """Return words as a list in a sentence: "a, b und c"."""
    return " und ".join(teil for teil in (", ".join(woerter[:-1]), *woerter[-1:]) if teil)


def adressteil(text: str) -> str:
    """Return the part of an address for a name: "AG 78 Prävention" → "ag-78-praevention".

    "" for a name without any letter or digit (emoji only).
    """
    klein = bereinigt(text).casefold().translate(UMLAUTE)
    ohne_marken = unicodedata.normalize("NFKD", klein).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ohne_marken).strip("-")[:ADRESSE_LAENGE].strip("-")


def sortierschluessel(text: str) -> str:
    """Return a key that sorts as in a German dictionary (DIN 5007-1: Ä with A, ß as ss).

    Opening quotes and brackets do not count.
    """
    klein = bereinigt(text).casefold().replace("ß", "ss").lstrip("„“”»«\"'([ ")
    zerlegt = unicodedata.normalize("NFKD", klein)
    return "".join(z for z in zerlegt if not unicodedata.combining(z))


def nummernschluessel(text: str) -> str:
    """Return a key that sorts numbers in a text by their value: "VO 9/2007" before "VO 10/2007"."""
    return re.sub(r"[0-9]+", lambda zahl: zahl[0].lstrip("0").zfill(12), sortierschluessel(text))


def _verlinkt(text: str) -> str:
    """Return escaped text in which web addresses are links."""
    teile, stelle = [], 0
    for treffer in ADRESSE.finditer(text):
        adresse = treffer.group().rstrip(".,;:!?")
        teile.append(escape(text[stelle : treffer.start()], quote=False))
        teile.append(f'<a href="{escape(adresse)}">{escape(adresse, quote=False)}</a>')
        stelle = treffer.start() + len(adresse)
    teile.append(escape(text[stelle:], quote=False))
    return "".join(teile)


def _absatz(block: str) -> str:
    """Return one block of lines as a list or a paragraph."""
    zeilen = [zeile for zeile in block.splitlines() if zeile.strip()]
    if zeilen and all(LISTENZEICHEN.match(zeile) for zeile in zeilen):
        punkte = "".join(f"<li>{_verlinkt(LISTENZEICHEN.sub('', zeile).strip())}</li>" for zeile in zeilen)
        return f"<ul>{punkte}</ul>"
    return f"<p>{'<br>'.join(_verlinkt(zeile.strip()) for zeile in zeilen)}</p>" if zeilen else ""


def _nfc(text: str) -> str:
    """Return the text in NFC; a stray U+0338 goes, for it would melt with the > of a tag."""
    ohne_reste = re.sub("([<>])\u0338+", r"\1", text)
    return unicodedata.normalize("NFC", ohne_reste).replace("\u0338", "")


def _absaetze(text: str) -> str:
    """Return plain text as paragraphs and lists."""
    return "".join(_absatz(block) for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")))


def _gesaeubert(html: str) -> str:
    """Return the HTML without anything that is not allowed; again, until nothing changes.

    What is left after a tag went may be read in another way: "<h3><b><h3>".
    """
    for _ in range(DURCHGAENGE):
        vorher, html = (
            html,
            nh3.clean(
                html,
                tags=ERLAUBT,
                attributes={"a": {"href"}},
                url_schemes=SCHEMATA,
                url_relative=lambda ziel: ziel if EIGENE_ADRESSE.fullmatch(ziel) else None,
                link_rel="noopener noreferrer",
            ),
        )
        if html == vorher:
            break
    return html


def formattext(text: str) -> str:
    """Return typed text as safe HTML.

    Plain text: blank lines part paragraphs, lines that begin with "- " make a list, web
    addresses become links. HTML is reduced to headings, paragraphs, lists, emphasis and
    links to http, https, mailto, tel and the portal itself (OWASP ASVS 1.2.2, 1.3.1). Done
    twice it changes nothing more.
    """
    text = "".join(z for z in _nfc(text) if unicodedata.category(z) != "Cs").replace("\x00", "").strip()
    if not text:
        return ""
    html = _gesaeubert(text if AUSZEICHNUNG.search(text) else _absaetze(text))
    if not AUSZEICHNUNG.search(html):
        # No tag was left: what remains is plain text.
        html = _gesaeubert(_absaetze(unescape(html)))
    return _nfc(html).strip()


def als_html(text: str, *, unter: int = 2) -> SafeString:
    """Return stored rich text as markup; only for text that went through formattext().

    Typed headings begin at h3. Where only the page's h1 stands above the text (``unter=1``)
    they rise by one, so that no level is skipped.
    """
    if unter == 1:
        text = re.sub(r"(</?h)([34])>", lambda marke: f"{marke[1]}{int(marke[2]) - 1}>", text)
    return mark_safe(text)


def als_text(html: str) -> str:
    """Return rich text without its markup, paragraphs parted by a space."""
    gespreizt = re.sub(r"</(p|li|h3|h4|blockquote)>|<br>", " ", html)
    return " ".join(unescape(nh3.clean(gespreizt, tags=set())).split())

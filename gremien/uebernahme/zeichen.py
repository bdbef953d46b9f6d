"""Text as it comes from pages and files, put in order before anyone looks at it."""

import re
import unicodedata

# Letters parted at the end of a line: "Arbeits-\nkreis". "Kinder-\nund" keeps its hyphen.
TRENNUNG = re.compile(r"(\w)[-\u2010]\n[ \t]*(?!und\b|oder\b|bzw\b|sowie\b)([a-zäöüß])")
LEERZEICHEN = re.compile(r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x0b\x0c]")
ZEILENENDEN = re.compile(r"\r\n?|[\u2028\u2029\x85]")
UNSICHTBAR = {"Cf", "Cc", "Cs", "Co", "Cn"}
# A full stop after these ends no sentence.
KUERZEL = re.compile(
    r"(?:\b(?:z|d|u|v|i|o|a|e|s|S|n|m|b|B|h|V|A|dt|bzw|ca|ggf|inkl|usw|etc|vgl|Nr|St|Str|Abs|Dr|Prof|Dipl|"
    r"Art|bspw|insb|insbes|evtl|sog|gem|lt|max|min|mind|Tel|Jh|Hrsg|Kap|Mio|Std|vorm|ehem|zzgl|rd|"
    r"Jan|Feb|Aug|Sept|Okt|Nov|Dez)|\b\d{1,2}|\b[A-Z])\.$"
)
SATZENDE = re.compile(r"[.!?…][\"“”»)\]]*(?=\s+[\"„»(\[]?[A-ZÄÖÜ0-9])")
KURZTEXT = 400


def geordnet(text: str) -> str:
    """Return the text in NFC with plain spaces and line ends, without invisible characters."""
    text = unicodedata.normalize("NFC", ZEILENENDEN.sub("\n", text))
    text = LEERZEICHEN.sub(" ", text)
    text = "".join(z for z in text if z in "\n\t" or unicodedata.category(z) not in UNSICHTBAR)
    return TRENNUNG.sub(r"\1\2", text)


def einzeilig(text: str) -> str:
    """Return the text on one line, spaces collapsed."""
    return " ".join(text.split())


def saetze(text: str) -> list[str]:
    """Return the sentences of a paragraph; abbreviations and ordinals end none."""
    teile, beginn = [], 0
    for treffer in SATZENDE.finditer(text):
        # Only the last word matters; looking further back would cost squared time on hostile text.
        davor = text[max(beginn, treffer.start() - 12) : treffer.start() + 1]
        if treffer.group()[0] == "." and KUERZEL.search(davor):
            continue
        teile.append(text[beginn : treffer.end()].strip())
        beginn = treffer.end()
    rest = text[beginn:].strip()
    return [teil for teil in (*teile, rest) if teil]


def gekuerzt(text: str, laenge: int = KURZTEXT) -> str:
    """Return the text, cut at a word with an ellipsis if it is longer."""
    if len(text) <= laenge:
        return text
    return text[: laenge - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def zitat(text: str, laenge: int = 80) -> str:
    """Return the words in German quotation marks, shortened."""
    return f"„{gekuerzt(einzeilig(text), laenge)}“"

"""German words for the search: what is written differently and means the same becomes one stem."""

import re
import unicodedata
from functools import lru_cache
from html import escape

import snowballstemmer
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from netzwerk.lib.text import bereinigt

# Plurals that no rule of the stemmer leads back.
UNREGELMAESSIG = {
    "gremien": "gremium",
    "themen": "thema",
    "zentren": "zentrum",
    "foren": "forum",
    "ministerien": "ministerium",
    "praktika": "praktikum",
}
WORT = re.compile(r"[^\W_]+")
# No word of a language is longer; databases have limits of their own.
LAENGE_HOECHSTENS = 60
# "Expert*innen", "Teilnehmer:innen", "Leiter/-in": one word, not two.
GENDERZEICHEN = re.compile(r"(?<=\w)(?:[*:_·]|/-?)(?=in(?:nen)?\b)", re.IGNORECASE)
# From so many letters on, a word is also looked for inside of longer ones.
TEIL_AB = 4
WORTE_HOECHSTENS = 10
AUSZUG = 240

_stemmer = snowballstemmer.stemmer("german")


@lru_cache(maxsize=50_000)
def stamm(wort: str) -> str:
    """Return the stem of a word: Kinder → kind, Ausschüsse and Ausschuss → ausschuss, Buendnis → bundnis."""
    klein = unicodedata.normalize("NFC", wort[:LAENGE_HOECHSTENS]).casefold()
    gestutzt = _stemmer.stemWord(UNREGELMAESSIG.get(klein, klein))
    return "".join(z for z in unicodedata.normalize("NFKD", gestutzt) if z.isalnum())[:LAENGE_HOECHSTENS]


def staemme(text: str) -> list[str]:
    """Return the stems of all words of a text, in its order."""
    stuecke = (
        stamm(wort) for wort in WORT.findall(GENDERZEICHEN.sub("", unicodedata.normalize("NFC", text)))
    )
    return [stueck for stueck in stuecke if stueck]


def suchwoerter(frage: str) -> list[str]:
    """Return what a question asks for: words only, whatever signs stand between them, ten at most."""
    return list(dict.fromkeys(staemme(bereinigt(frage))))[:WORTE_HOECHSTENS]


def trifft(gesucht: str, wort: str) -> bool:
    """Say whether a stem is what was asked for: the same, its beginning, or (from four letters) a part."""
    return wort == gesucht or wort.startswith(gesucht) or (len(gesucht) >= TEIL_AB and gesucht in wort)


def markiert(text: str, gesucht: list[str]) -> SafeString:
    """Return the text, escaped, with the words that were asked for marked."""
    teile, stelle = [], 0
    for treffer in WORT.finditer(text):
        wort = stamm(treffer.group())
        if any(trifft(frage, wort) for frage in gesucht):
            teile += [escape(text[stelle : treffer.start()]), "<mark>", escape(treffer.group()), "</mark>"]
            stelle = treffer.end()
    return mark_safe("".join([*teile, escape(text[stelle:])]))


def auszug(text: str, gesucht: list[str]) -> SafeString:
    """Return a piece of a text around the first word asked for, marked; its beginning without one."""
    erste = next(
        (
            treffer.start()
            for treffer in WORT.finditer(text)
            for wort in [stamm(treffer.group())]
            if any(trifft(frage, wort) for frage in gesucht)
        ),
        0,
    )
    von = text.rfind(" ", 0, max(0, erste - AUSZUG // 4)) + 1
    bis = (
        len(text) if len(text) - von <= AUSZUG else max(text.rfind(" ", von, von + AUSZUG), von + AUSZUG // 2)
    )
    davor, danach = ("… " if von else ""), (" …" if bis < len(text) else "")
    return format_html("{}{}{}", davor, markiert(text[von:bis], gesucht), danach)

"""Who leads a body, as a text says it: "unter der Leitung des …", "Vorsitz: …", "gemeinsam mit …"."""

import re
from typing import NamedTuple

from gremien.enums import Leitungsart
from gremien.uebernahme.organisationen import was_ist
from gremien.uebernahme.vorschlag import Leitungsnennung
from gremien.uebernahme.zeichen import zitat

# A name in a sentence: capitals, joined by a few small words; a comma, a verb or a full stop ends it.
_W = r"(?:(?:Dr|Prof|St)\.|[A-ZÄÖÜ][\w&/*:-]*|e\.\s?V\.?|gGmbH|\d{2}(?:/\d)?)"
NAME = rf"(?P<name>{_W}(?:\s(?:(?:und|für|im|am|in|zur|der|des|von|&)\s)?{_W}){{0,7}})"
ART = r"(?P<artikel>des|der|dem|die|den|das|von|vom|durch|beim|bei|eines|einer|einem|vom)\s+(?:der\s+|dem\s+|die\s+)?(?:jeweiligen\s+|städtischen\s+|örtlichen\s+|zuständigen\s+)?"
ART_OFT = rf"(?:{ART})?"


class Muster(NamedTuple):
    """A pattern of leading and the kind of leadership it says."""

    art: Leitungsart
    muster: re.Pattern[str]


def _m(art: Leitungsart, muster: str) -> Muster:
    return Muster(art, re.compile(muster.replace("NAME", NAME).replace("WER", f"{ART_OFT}{NAME}")))


L = Leitungsart
ROLLEN = {
    L.VORSITZ: r"[Vv]orsitz(?:ende[rn]?)?",
    L.LEITUNG: r"[Ll]eitung|[Gg]esamtleitung|[Kk]oordination|[Kk]oordinierung",
    L.MODERATION: r"[Mm]oderation",
    L.SPRECHER: r"[Ss]precher(?:[*:/_]?-?in(?:nen)?)?",
    L.GESCHAEFTSFUEHRUNG: r"[Gg]eschäftsführung|[Gg]eschäftsstelle",
    L.TRAEGERSCHAFT: r"[Tt]räger(?:schaft)?",
    L.FEDERFUEHRUNG: r"[Ff]ederführung",
}
MUSTER = (
    *(_m(art, rf"\b(?:[Uu]nter|[Ii]n)\s(?:der\s|dem\s|gemeinsamer\s)?(?:{rolle})\sWER") for art, rolle in ROLLEN.items()),
    *(_m(art, rf"(?:^|[.;,\n]\s?|\b(?:Die|Den|Das)\s)(?:{rolle})(?:\s*:\s*|\s(?:hat|haben|liegt|liegen|übernimmt|übernehmen|führt|obliegt|ist)\s(?:derzeit\s|dabei\s)?)WER") for art, rolle in ROLLEN.items()),
    _m(L.LEITUNG, r"\b(?:[Gg]eleitet|[Kk]oordiniert|[Oo]rganisiert)\s(?:(?:wird|werden)\s)?(?:(?:es|sie|er|dies)\s)?(?=von|vom|durch)WER"),
    _m(L.LEITUNG, r"\b(?:von|vom|durch)\sWER\s(?:geleitet|koordiniert|organisiert)\b"),
    _m(L.MODERATION, r"\b(?:von|vom|durch)\sWER\smoderiert\b"),
    _m(L.MODERATION, r"\b[Mm]oderiert\s(?:wird\s)?(?:(?:es|sie|er)\s)?(?=von|vom|durch)WER"),
    _m(L.EINLADUNG, r"\b(?:Die|Der|Das)\sNAME\slädt\b"),
    _m(L.EINLADUNG, r"\b[Ee]ingeladen\swird\s(?=von|vom|durch)WER"),
    _m(L.LEITUNG, r"^(?:Die|Der|Das)\sNAME\s(?:leitet|koordiniert|verantwortet)\b"),
    _m(L.VORSITZ, r"\b(?:mit\s)?(?:der|dem)\svorsitzenden\sNAME"),
)  # fmt: skip
MIT = re.compile(rf"^[\s,]*(?:gemeinsam\smit|zusammen\smit|sowie|und)\s{ART_OFT}{NAME}")
SUBJEKT_EINLADUNG = re.compile(r"\b(?:Die|Der|Das)\s$")
NICHTS = {
    "Die",
    "Der",
    "Das",
    "Hier",
    "Sie",
    "Es",
    "Wir",
    "Leitung",
    "Moderation",
    "Teilnahme",
    "Mitglieder",
    "Kontakt",
    "Vorsitz",
}
WEIBLICH_GENITIV = {"der", "die", "von", "durch", "bei", "einer"}


def _grundform(name: str, artikel: str) -> str:
    """Return a name in the nominative: "des Jugendamtes" → Jugendamt."""
    if artikel in {"des", "eines"}:
        erstes, _, rest = name.partition(" ")
        if erstes.upper() != erstes:
            if re.search(r"(?:mt|nst|ds|nd|eis|und|rk|ats?|chs)es$", erstes):
                erstes = erstes[:-2]
            elif re.search(r"[^aeious]s$", erstes) or re.search(r"(?:büro|i|o)s$", erstes):
                erstes = erstes[:-1]
        name = f"{erstes} {rest}".strip()
    elif artikel in {"dem", "vom", "beim", "den"}:
        name = re.sub(r"^(\w+(?:dezernent|referent|beauftragte|präsident))e?n\b", r"\1", name)
    return name


def _nennung(treffer: re.Match[str], art: Leitungsart, beleg: str) -> Leitungsnennung | None:
    """Return who a match names; None if it is no name."""
    name = re.split(r"\s(?:und|sowie)\s(?:der|die|das|dem|den|des)\s", treffer["name"])[0].strip(" .,:")
    if name in NICHTS or not name:
        return None
    artikel = treffer.groupdict().get("artikel") or ""
    name = _grundform(name, artikel)
    was, sicher = was_ist(name)
    return Leitungsnennung(art, name[:250], was, f"Im Text steht {zitat(beleg)}.", sicher)


def leitungen_in(text: str) -> list[tuple[int, Leitungsnennung]]:
    """Return who leads, each with the place in the text where it is said; each once."""
    gefunden: dict[str, tuple[int, Leitungsnennung]] = {}
    text = text[:20_000]
    for art, muster in MUSTER:
        for treffer in muster.finditer(text):
            nennung = _nennung(treffer, art, treffer.group().strip(" .,;\n"))
            if nennung is None:
                continue
            gefunden.setdefault(nennung.name, (treffer.start(), nennung))
            mit = MIT.match(text[treffer.end("name") :])
            if mit and (weitere := _nennung(mit, art, treffer.group() + mit.group())):
                gefunden.setdefault(weitere.name, (treffer.start(), weitere))
    return sorted(gefunden.values(), key=lambda paar: paar[0])

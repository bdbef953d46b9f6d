"""Organisations, positions and people by the form of their names."""

import re

from gremien.uebernahme.arten import artwort
from gremien.uebernahme.vorschlag import Vermutung, Was
from gremien.uebernahme.zeichen import zitat

ORGWORTE = (
    r"(?:Fachdienst|Fachbereich|Fachstelle|Dezernat|Referat|Sachgebiet|Abteilung|Amt für|Bundesamt für|Landesamt für|Ministerium für|"
    r"Agentur für|Stiftung|Diakonie|Caritasverband|Caritas|Lebenshilfe|Arbeiterwohlfahrt|Volkshochschule|Hochschule|"
    r"Universität|Zentrum|Stadtteilzentrum|Jugendzentrum|Landratsamt)"
)
# A word that is a name of an organisation with what follows, or by itself as a compound.
KOMPOSITUM = re.compile(
    r"^[A-ZÄÖÜ][\w-]*(?:[Aa]mt|[Cc]enter|ministerium|[Bb]üro|[Vv]erwaltung|dienst|bereich|stelle|zentrum|werk|stift|"
    r"management|haus|schule|verband|agentur|kammer|gesellschaft|kasse|polizei|jugendring|ring|kirche|gemeinde|rat|"
    r"stiftung|hochschule|universität|klinik|klinikum|mission|träger|verein|vereinigung|Stadt|kreis)(?:e?s)?$"
)
RECHTSFORM = re.compile(r"\b(?:gGmbH|GmbH|gUG|UG|AG\b(?= &)|eG|e\.\s?V\.?|KdöR|AöR)")
GROSS = re.compile(r"^[A-ZÄÖÜ]{2,}[\w-]*$")
STELLE = re.compile(
    r"^(?:\w+[\s-])?\w*(?:planer|beauftragte|dezernent|leiter|leitung|meister|rat|rät|referent|koordinator|manager|direktor|"
    r"präsident|pfarrer|vorsitzende|geschäftsführer|sprecher|minister|sekretär|pfleger|arbeiter|amtsleiter|beigeordnete)"
    r"(?:[*:/_]?-?in|[rn]|s|en)?(?:nen)?(?=\s|$)",
    re.IGNORECASE,
)
ANREDE = re.compile(r"^(?:Herrn?|Frau|Dr\.|Prof\.|Pfarrer(?:in)?)\s+(?:(?:Dr|Prof)\.\s+)*[A-ZÄÖÜ]")
PERSON = re.compile(
    r"^(?:[A-ZÄÖÜ][a-zäöüßé]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?\s+){1,2}(?:von |zu |de )?[A-ZÄÖÜ][a-zäöüßé]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?$"
)
KENNZEICHEN = re.compile(
    r"\b(?:[A-ZÄÖÜ][\w&.-]*\s+){1,4}(?:gGmbH|GmbH|gUG|eG|e\.\s?V\.)|"
    rf"\b{ORGWORTE}(?:\s+(?:für\s+)?[A-ZÄÖÜ][\w-]+(?:,\s[A-ZÄÖÜ][\w-]+(?=,|\sund))*(?:\s(?:und|-)\s[A-ZÄÖÜ][\w-]+)?)|"
    r"\b(?:[A-ZÄÖÜ]\w+-\s(?:und|&)\s)?\w*(?:[Jj]obcenter|[Aa]rbeitsamt|[Jj]ugendamt|[Gg]esundheitsamt|[Ss]ozialamt|[Ss]chulamt|[Jj]ugendzentrum|"
    r"[Ss]tadtteilbüro|[Qq]uartiersmanagement|[Ss]ozialministerium|[Kk]ultusministerium|[Ff]reiwilligenagentur|[Mm]ehrgenerationenhaus|[Ss]tadtjugendring|"
    r"[Kk]reisjugendring|[Ll]andesjugendamt|[Ff]amilienzentrum)(?:\s[A-ZÄÖÜ]\w+)?|"
    r"\b(?:BAMF|AWO|DRK|VHS|IHK|HWK|DGB|LWV|LVR|LWL|ASB|BDKJ|KJR|SJR|THW)\b|\b(?:Stadt|Landkreis|Gemeinde)\s[A-ZÄÖÜ]\w+(?:-[A-ZÄÖÜ]\w+)?"
)  # fmt: skip


def was_ist(name: str) -> tuple[Was, bool]:
    """Return whether a name is that of a person, a position, a body or an organisation, and if that is certain."""
    if ANREDE.match(name):
        return Was.PERSON, True
    wort = name.split(maxsplit=1)[0] if name.split() else ""
    if STELLE.match(name) and not KOMPOSITUM.match(name.rsplit(maxsplit=1)[-1]) and not GROSS.match(wort):
        return Was.STELLE, True
    if (
        re.match(r"(?:Verein|Verband|Träger|Haus)\b", name)
        or RECHTSFORM.search(name)
        or re.match(ORGWORTE, name)
        or GROSS.match(wort)
        or any(KOMPOSITUM.match(teil) for teil in name.split())
    ):
        return Was.ORGANISATION, True
    if artwort(name):
        return Was.GREMIUM, False
    if PERSON.match(name) and not re.match(
        r"(?:Stadt|Landkreis|Kreis|Gemeinde|Universität|Haus|Land)\b", name
    ):
        return Was.PERSON, False
    return Was.ORGANISATION, bool(re.match(r"(?:Stadt|Landkreis|Kreis|Gemeinde)\s", name))


def organisationen_in(text: str, bekannte: tuple[str, ...] = ()) -> list[Vermutung]:
    """Return the organisations that a text names by form or that are known already, each once."""
    gefunden: dict[str, Vermutung] = {}
    for treffer in KENNZEICHEN.finditer(text[:20_000]):
        name = re.sub(r"^(?:Die|Der|Das|Dem|Den|Des|Im|In|Vom|Und|Mit)\s+", "", treffer.group().strip(" .,"))
        gefunden.setdefault(name, Vermutung(name, f"Im Text steht {zitat(name)}.", sicher=False))
    for name in bekannte:
        if len(name) > 2 and name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):  # noqa: PLR2004
            gefunden[name] = Vermutung(name, "Diese Organisation gibt es schon im Portal.")
    return list(gefunden.values())[:20]

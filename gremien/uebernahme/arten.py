"""Kinds of bodies by the words of the field.

The kind is said by the head of a name: the last part of a compound ("Integrations-bündnis"),
before anything in the genitive ("Fest des Bündnisses" is no Bündnis). The longest word wins.
"AG" alone means two things and stays uncertain until the text says which.
"""

import re
from dataclasses import dataclass

from gremien.uebernahme.vorschlag import Vermutung
from gremien.uebernahme.zeichen import zitat

SONSTIGES = "Sonstiges Gremium"
# Ending of the head word (small letters) → kind. What comes after "?" is only a likely reading.
ENDUNGEN = {
    "ausschuss": "Ausschuss",
    "ausschuß": "Ausschuss",
    "unterausschuss": "Unterausschuss",
    "fachausschuss": "Fachausschuss",
    "lenkungsausschuss": "Lenkungsgruppe?",
    "arbeitsgemeinschaft": "Arbeitsgemeinschaft",
    "landesarbeitsgemeinschaft": "Landesarbeitsgemeinschaft",
    "bundesarbeitsgemeinschaft": "Bundesarbeitsgemeinschaft",
    "arbeitsgruppe": "Arbeitsgruppe",
    "fachgruppe": "Arbeitsgruppe?",
    "regionalgruppe": "Arbeitsgruppe?",
    "gruppe": "Arbeitsgruppe?",
    "arbeitskreis": "Arbeitskreis",
    "fachkreis": "Arbeitskreis?",
    "gesprächskreis": "Arbeitskreis?",
    "qualitätszirkel": "Arbeitskreis?",
    "zirkel": "Arbeitskreis?",
    "aktionskreis": "Aktionskreis",
    "bündnis": "Bündnis",
    "buendnis": "Bündnis",
    "allianz": "Bündnis?",
    "koalition": "Bündnis?",
    "netzwerk": "Netzwerk",
    "verbund": "Netzwerk?",
    "netzwerkrunde": "Netzwerkrunde",
    "vernetzungsrunde": "Netzwerkrunde",
    "netzwerktreffen": "Netzwerkrunde?",
    "vernetzungstreffen": "Netzwerkrunde?",
    "stadtteilrunde": "Netzwerkrunde?",
    "runde": "Netzwerkrunde?",
    "vernetzungsgruppe": "Vernetzungsgruppe",
    "lenkungsgruppe": "Lenkungsgruppe",
    "lenkungskreis": "Lenkungsgruppe?",
    "lenkungsrunde": "Lenkungsgruppe?",
    "steuerungsgruppe": "Steuerungsgruppe",
    "steuergruppe": "Steuerungsgruppe",
    "steuerungskreis": "Steuerungsgruppe?",
    "steuerungsrunde": "Steuerungsgruppe?",
    "steuerungsteam": "Steuerungsgruppe?",
    "forum": "Forum",
    "plenum": "Forum?",
    "konferenz": "Konferenz",
    "organisationsteam": "Organisationsteam",
    "orgateam": "Organisationsteam",
    "orga-team": "Organisationsteam",
    "planungsteam": "Organisationsteam?",
    "dachverband": "Dachverband",
    "spitzenverband": "Dachverband?",
    "wohlfahrtsverband": "Dachverband",
    "verein": "Verein/Verband",
    "verband": "Verein/Verband",
    "jugendring": "Verein/Verband?",
    "frauenrat": "Verein/Verband?",
    "flüchtlingsrat": "Verein/Verband?",
    "beirat": "Beirat",
    "präventionsrat": "Beirat?",
    "seniorenrat": "Beirat?",
    "kuratorium": "Beirat?",
    "stadtrat": "Rat/Parlament",
    "gemeinderat": "Rat/Parlament",
    "ortsrat": "Rat/Parlament",
    "bezirksrat": "Rat/Parlament",
    "kreistag": "Rat/Parlament",
    "bezirksvertretung": "Rat/Parlament",
    "stadtverordnetenversammlung": "Rat/Parlament",
    "gemeindevertretung": "Rat/Parlament",
    "parlament": "Rat/Parlament?",
    "quartiersrat": "Quartiersrat",
    "stadtteilrat": "Quartiersrat?",
    "begleitgruppe": "Projekt-/Begleitgruppe",
    "begleitkreis": "Projekt-/Begleitgruppe?",
    "projektgruppe": "Projekt-/Begleitgruppe",
    "planungsgruppe": "Projekt-/Begleitgruppe?",
    "kommission": f"{SONSTIGES}?",
    "gremium": SONSTIGES,
    "versammlung": f"{SONSTIGES}?",
    "stammtisch": f"{SONSTIGES}?",
    "kreis": f"{SONSTIGES}?",
    "treff": f"{SONSTIGES}?",
    "treffen": f"{SONSTIGES}?",
    "werkstatt": f"{SONSTIGES}?",
    "zusammenschluss": f"{SONSTIGES}?",
    "kooperationsgemeinschaft": f"{SONSTIGES}?",
    "gesprächsrunde": f"{SONSTIGES}?",
    "rat": f"{SONSTIGES}?",
}
# These say something only as the end of a longer word.
NUR_ZUSAMMENGESETZT = {
    "gruppe",
    "runde",
    "kreis",
    "treff",
    "treffen",
    "werkstatt",
    "rat",
    "verbund",
    "versammlung",
    "zirkel",
    "parlament",
    "verein",
    "verband",
    "zusammenschluss",
}
# Ends like a kind and is none.
KEINE = re.compile(
    r"(?:land|um|stadt|wahl|reg|bundes)kreis(?:e[sn]?)?$|(?:vor|heim|ver|bei)?rat(?:haus)$|hei?rat$|^vorrat$|"
    r"(?:sport|förder|selbsthilfe|ziel|alters|kinder|jugend|eltern|krabbel|mutter-kind|spiel|haupt|warn|"
    r"personen|berufs|bevölkerungs|ver?gleichs|wohn|risiko|nutzer|schüler|mädchen|jungen|frauen|männer|"
    r"senioren)gruppe$|^apparat|format$|^hausrat$|monat$|(?:unter|ein|be)?trat$|internat$|zertrat$|^verrat$|"
    r"(?:kinder|jugend|senioren|familien|frauen|mädchen|eltern|schüler|sommer|nachbarschafts)?treff$|"
    r"fahrrad|(?:lern|fahrrad|holz|kreativ|auto|jugend|kinder|zukunfts)?werkstatt$|^zu(?:sammen)?treffen$",
)
KURZ = {
    "AG": "Arbeitsgruppe?",
    "AK": "Arbeitskreis",
    "LAG": "Landesarbeitsgemeinschaft",
    "BAG": "Bundesarbeitsgemeinschaft",
    "LAK": "Arbeitskreis",
    "FAK": "Arbeitskreis?",
    "UAG": "Arbeitsgruppe?",
    "UAK": "Arbeitskreis?",
    "PSAG": "Arbeitsgemeinschaft",
    "ARGE": "Arbeitsgemeinschaft",
    "JHA": "Ausschuss",
    "QZ": "Arbeitskreis?",
}
NACH_78 = "AG nach § 78 SGB VIII"
AG_78 = re.compile(
    r"\b(?:AGs?|Arbeitsgemeinschaft(?:en)?|Arbeitsgruppen?)(?:[\s-]*(?:nach|gem(?:äß|\.)))?[\s-]*(?:§[\s]*)?78\b|§\s*78\s+SGB",
)
TISCH = re.compile(r"\brunde[rnms]?\s+tisch(?:es|e)?\b", re.IGNORECASE)
EV = re.compile(r"\be\.\s?V\.?(?!\w)")
BEUGUNG = ("", "es", "ses", "s", "e", "se")
# Words that only lead to a name: "Mitarbeit im Arbeitskreis …".
VORSPANN = re.compile(
    r"^(?:(?:Mit(?:arbeit|glied(?:schaft)?|wirkung)|Teilnahme|Beteiligung|Vertretung|Sitz)\s+"
    r"(?:im|in\s+der|in|am|an\s+der|beim|bei)\s+)",
)
WORT = re.compile(r"[^\W_][\w/*:.-]*", re.UNICODE)
# Before these the head of the phrase is over: what follows belongs to another noun.
BRUCH = {
    "des",
    "der",
    "eines",
    "einer",
    "im",
    "in",
    "am",
    "an",
    "beim",
    "bei",
    "vom",
    "von",
    "zum",
    "zur",
    "mit",
    "für",
    "aus",
    "auf",
    "durch",
    "dem",
    "den",
    "gegen",
    "über",
    "unter",
    "vor",
    "nach",
}
ARTIKEL = {"der", "die", "das", "ein", "eine", "dem", "den", "einem", "einen"}


@dataclass(frozen=True, slots=True)
class Artwort:
    """A word that says a kind: the word as it stands, the kind, and where it stands."""

    wort: str
    art: str
    beginn: int
    ende: int
    sicher: bool = True
    # The word names more than the kind: "Jugendhilfeausschuss", not "Ausschuss".
    eigen: bool = False


def _endung(klein: str) -> str:
    """Return the longest known ending of a small word; "" if there is none."""
    if KEINE.search(klein):
        return ""
    for laenge in range(len(klein), 2, -1):
        ende = klein[-laenge:]
        if ende in ENDUNGEN and not (laenge == len(klein) and ende in NUR_ZUSAMMENGESETZT):
            return ende
    return ""


def _grundformen(klein: str) -> list[str]:
    """Return what an inflected word may come from, itself first: bündnisses → bündnis."""
    return [klein[: len(klein) - len(e)] if e else klein for e in BEUGUNG if klein.endswith(e)]


def artwort_in(wort: str, beginn: int = 0, *, gebeugt: bool = False) -> Artwort | None:
    """Return what a single word says about the kind, or None."""
    rein = wort.rstrip(".:-/*")
    ende = beginn + len(rein)
    if (teil := rein.rsplit("-", 1)[-1]) in KURZ:
        art = KURZ[teil]
        return Artwort(rein, art.rstrip("?"), beginn, ende, not art.endswith("?"), eigen=teil != rein)
    if not rein[:1].isupper() and "-" not in rein:
        return None
    klein = rein.casefold()
    for form in _grundformen(klein) if gebeugt else [klein]:
        if endung := _endung(form):
            art = ENDUNGEN[endung]
            eigen = form.removesuffix(endung) not in {"", "haupt"} and endung != form
            return Artwort(rein, art.rstrip("?"), beginn, ende, not art.endswith("?"), eigen)
    return None


def _vor_dem_kopf(davor: list[str]) -> bool:
    """Say whether words may stand before the head of a name: adjectives, no second noun phrase."""
    if davor and davor[0].casefold() in ARTIKEL:
        davor = davor[1:]
    return not any(wort.casefold() in BRUCH or wort.casefold() in ARTIKEL for wort in davor)


def ohne_klammern(text: str) -> str:
    """Return the text with what is in brackets blanked out, at the same length."""
    return re.sub(r"\([^()]*\)", lambda t: " " * len(t.group()), text)


def artwort(name: str) -> Artwort | None:
    """Return the word that says the kind of a name or heading, or None if it names no body."""
    name = name[:300]
    flach = ohne_klammern(name)
    vorspann = VORSPANN.match(flach)
    ab = vorspann.end() if vorspann else 0
    if (paragraph := AG_78.search(flach, ab)) and _vor_dem_kopf(flach[ab : paragraph.start()].split()):
        return Artwort(paragraph.group().strip(), NACH_78, paragraph.start(), paragraph.end(), eigen=True)
    if (tisch := TISCH.search(flach, ab)) and _vor_dem_kopf(flach[ab : tisch.start()].split()):
        return Artwort(tisch.group(), "Runder Tisch", tisch.start(), tisch.end())
    davor: list[str] = []
    for treffer in WORT.finditer(flach, ab):
        if not _vor_dem_kopf(davor):
            return None
        gefunden = artwort_in(treffer.group(), treffer.start(), gebeugt=vorspann is not None)
        if gefunden:
            return gefunden
        davor.append(treffer.group())
    if ev := EV.search(name):
        return Artwort(ev.group(), "Verein/Verband", ev.start(), ev.end())
    return None


def _ag_im_text(text: str) -> tuple[str, str] | None:
    """Return which of its two meanings a text gives "AG", with the word; the first one counts."""
    treffer = re.search(r"\b(?:\w+)?(Arbeitsgruppe|Arbeitsgemeinschaft)\b", text)
    return (treffer.group(1), treffer.group()) if treffer else None


def art_bestimmen(name: str, text: str, oben: str = "") -> Vermutung:
    """Return the kind of a body from its name, else from its text, else from the heading above."""
    wort = artwort(name)
    anfang = text[:600]
    if wort is None:
        return _art_aus_text(anfang, oben)
    if wort.wort.rsplit("-", 1)[-1] in {"AG", "UAG"} and wort.art != NACH_78:
        return _ag_bestimmen(wort, name, text)
    # "Der Verein Thüringer Arbeitsgemeinschaft …": the text says what the name does not.
    verein = re.search(r"\b(?:Der|Als)\s+(?:eingetragene[r]?\s+)?Verein\b", anfang)
    if verein and wort.art in {"Arbeitsgemeinschaft", "Landesarbeitsgemeinschaft", "Netzwerk", "Forum"}:
        return Vermutung(
            "Verein/Verband",
            f"Im Text steht {zitat(verein.group())}, in der Überschrift {zitat(wort.wort)}.",
            sicher=False,
        )
    if wort.sicher:
        return Vermutung(wort.art, f"In der Überschrift steht {zitat(wort.wort)}.")
    return Vermutung(wort.art, f"{zitat(wort.wort)} klingt danach.", sicher=False)


def _ag_bestimmen(wort: Artwort, name: str, text: str) -> Vermutung:
    """Return what "AG" means here, uncertain if nothing tells."""
    if AG_78.search(text[:600]):
        return Vermutung(NACH_78, f"Im Text steht {zitat(AG_78.search(text)[0])}.")  # type: ignore[index]
    if gefunden := _ag_im_text(f"{name}\n{text}"):
        return Vermutung(gefunden[0], f"„AG“ heißt im Text {zitat(gefunden[1])}.")
    return Vermutung(
        "Arbeitsgruppe",
        "„AG“ kann Arbeitsgruppe oder Arbeitsgemeinschaft heißen; der Text sagt es nicht.",
        sicher=False,
    )


def _art_aus_text(text: str, oben: str) -> Vermutung:
    """Return the kind from the beginning of a text or the heading above, always uncertain."""
    for treffer in WORT.finditer(text):
        wort = artwort_in(treffer.group(), treffer.start(), gebeugt=True)
        if wort and wort.sicher:
            return Vermutung(wort.art, f"Im Text steht {zitat(wort.wort)}.", sicher=False)
    if gruppe := gruppenart(oben):
        return Vermutung(gruppe, f"Steht unter {zitat(oben)}.", sicher=False)
    return Vermutung("", "Kein Wort des Eintrags sagt, was für ein Gremium es ist.", sicher=False)


MEHRZAHL = {
    "gremien": SONSTIGES,
    "netzwerke": "Netzwerk",
    "arbeitskreise": "Arbeitskreis",
    "ausschüsse": "Ausschuss",
    "bündnisse": "Bündnis",
    "arbeitsgruppen": "Arbeitsgruppe",
    "arbeitsgemeinschaften": "Arbeitsgemeinschaft",
    "tische": "Runder Tisch",
    "foren": "Forum",
    "konferenzen": "Konferenz",
    "verbände": "Verein/Verband",
    "vereine": "Verein/Verband",
    "beiräte": "Beirat",
    "gruppen": "Arbeitsgruppe",
    "kreise": SONSTIGES,
    "runden": "Netzwerkrunde",
    "räte": SONSTIGES,
    "allianzen": "Bündnis",
    "ags": "Arbeitsgruppe",
    "aks": "Arbeitskreis",
}


def mehrzahl(wort: str) -> str:
    """Return the longest plural of a kind that a word ends in; "" if none."""
    klein = wort.casefold().rstrip(".:,;")
    passend = [m for m in MEHRZAHL if klein.endswith(m) and klein not in {"landkreise", "stadtkreise"}]
    return max(passend, key=len, default="")


def gruppenart(ueberschrift: str) -> str:
    """Return the kind that a group's heading gives all its entries: "Arbeitskreise" → Arbeitskreis."""
    arten = {MEHRZAHL[m] for treffer in WORT.finditer(ueberschrift) if (m := mehrzahl(treffer.group()))}
    return arten.pop() if len(arten) == 1 and SONSTIGES not in arten else ""


def weitere_bezeichnungen(art: str, name: str, text: str) -> str:
    """Return what else the text calls the body at its beginning: "Trägerbündnis, Lobbybündnis"."""
    gefunden: list[str] = []
    for treffer in WORT.finditer(text[:500]):
        wort = artwort_in(treffer.group(), treffer.start())
        if wort is None or not wort.sicher or wort.wort in name or wort.wort.upper() == wort.wort:
            continue
        davor = text[max(0, treffer.start() - 24) : treffer.start()]
        # "ist ein hessenweites Trägerbündnis", "ein Lobbybündnis und Aktionskreis": only what it says of itself.
        if re.search(r"\b(?:[Ee]in|[Ee]ine|[Ee]in\s\w+|[Ee]ine\s\w+|und|Der|Die|Das)\s$", davor):
            bezeichnung = wort.wort
            if bezeichnung not in gefunden and bezeichnung != art:
                gefunden.append(bezeichnung)
    return ", ".join(gefunden[:3])

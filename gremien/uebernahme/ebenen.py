"""Levels: at which height a body works, by words; the title weighs most, then the first sentence."""

import re
from collections import Counter
from typing import NamedTuple

from gremien.uebernahme.vorschlag import Vermutung
from gremien.uebernahme.zeichen import saetze, zitat
from netzwerk.enums import Ebene

LAENDER = (
    r"(?:Baden-Württemberg|Bayern|Brandenburg|Hessen|Mecklenburg-Vorpommern|Niedersachsen|Nordrhein-Westfalen|NRW|"
    r"Rheinland-Pfalz|Saarland|Sachsen-Anhalt|Sachsen|Schleswig-Holstein|Thüringen)"
)


class Regel(NamedTuple):
    """A word pattern, the level it says, and how strongly."""

    ebene: Ebene
    muster: re.Pattern[str]
    stark: bool


def _regel(ebene: Ebene, muster: str, *, stark: bool = True) -> Regel:
    return Regel(ebene, re.compile(muster), stark)


REGELN = (
    _regel(Ebene.EU, r"\b(?:[Ee]uropaweit\w*|EU-weit\w*|auf europäischer Ebene|Europäische[rs]?\b|EU-Ebene)"),
    _regel(Ebene.BUND, r"\b(?:[Bb]undesweit\w*|Bundesarbeits\w+|BAG|Bundesverband\w*|Bundesebene|Bundeskonferenz|Bundesnetzwerk|Bundesforum|deutschlandweit\w*|Deutsche[rs]? \w+(?:tag|verein|verband))\b"),
    _regel(Ebene.UEBERREGIONAL, r"\b(?:[Üü]berregional\w*|länderübergreifend\w*)\b"),
    _regel(Ebene.LAND, rf"\b(?:[Ll]andesweit\w*|{LAENDER}weit\w*|hessenweit\w*|bayernweit\w*|thüringenweit\w*|niedersachsenweit\w*|NRW-weit\w*|sachsenweit\w*|Landesarbeits\w+|LAG|Landesverband\w*|Landesebene|Landesjugend\w*|Landesnetzwerk|Landeskonferenz|Landesforum|Landesausschuss|Landesbündnis|Landesaktionsbündnis)\b"),
    _regel(Ebene.LAND, rf"\b(?:Thüringer|Hessische[rsn]?|Bayerische[rsn]?|Sächsische[rsn]?|Niedersächsische[rsn]?|{LAENDER})\b", stark=False),
    _regel(Ebene.REGION, r"\b(?:Stadt und (?:dem )?(?:Land)?[Kk]reis|Stadt und Region|Stadt- und (?:Land)?[Kk]reis\w*|Städteregion)\b"),
    _regel(Ebene.REGION, r"\b(?:[Rr]egional(?!ebene des)\w*|Region)\b", stark=False),
    _regel(Ebene.LANDKREIS, r"\b(?:[Kk]reisweit\w*|Kreistag\w*|Kreisebene|Kreisjugend\w*|Kreissenioren\w*|Landkreis\w*|(?:im|des|dem|aus dem) Kreis(?:es)? [A-ZÄÖÜ]\w+|Kreis [A-ZÄÖÜ]\w+)\b"),
    _regel(Ebene.STADTBEZIRK, r"\b(?:Stadtbezirk\w*|Bezirksvertretung\w*|Ortsbezirk\w*|Bezirks(?:konferenz|beirat|rat|ausschuss|forum))\b"),
    _regel(Ebene.STADT, r"\b(?:[Ss]tadtweit\w*|[Gg]esamtstädtisch\w*|[Ss]tadtteilübergreifend\w*|Stadtrat\w*|Gemeinderat\w*|Stadtverordneten\w*|auf städtischer Ebene|Kommunale[rs]? (?!Koordin)[A-ZÄÖÜ]\w+|auf kommunaler Ebene)\b"),
    _regel(Ebene.STADT, r"\b(?:(?:der|in der|die|für die) (?:Hanse|Universitäts)?[Ss]tadt(?: [A-ZÄÖÜ]\w+)?|Stadt [A-ZÄÖÜ]\w+|[Ss]tädtisch\w*|Gemeinde [A-ZÄÖÜ]\w+|Stadtjugendring|Stadtverwaltung)\b", stark=False),
    _regel(Ebene.STADTTEIL, r"\b(?:(?:im|des|den|unserem|jeden|dem|pro) (?:Stadtteil|Quartier|Kiez|Ortsteil|Viertel|Sozialraum)(?:e?s)?|(?:Stadtteil|Quartiers?|Kiez|Sozialraum|Ortsteil|Viertel)s?(?:konferenz|runde|rat|beirat|forum|gremium|netzwerk|arbeitskreis|AK|AG|treffen|büro|arbeit)|Stadtteil-\w+)\b", stark=False),
)  # fmt: skip
PLATZ = r"\b(?:in|aus|für) (?!Form|Kooperation|Zusammenarbeit|Bezug|Hinblick|Deutschland|Anlehnung|Einrichtungen|Schulen|Arbeit|Fragen|Projekten)[A-ZÄÖÜ][a-zäöüß]+\b"
UEBERSCHRIFT, ERSTER_SATZ, REST = 6, 2, 1


def _punkte(titel: str, text: str) -> tuple[Counter[Ebene], dict[Ebene, tuple[str, bool, int]]]:
    """Return points of each level and the words that gave them first."""
    alle = saetze(text.replace("\n", " "))
    teile = ((titel, UEBERSCHRIFT), (alle[0] if alle else "", ERSTER_SATZ), (" ".join(alle[1:]), REST))
    punkte: Counter[Ebene] = Counter()
    belege: dict[Ebene, tuple[str, bool, int]] = {}
    for teil, gewicht in teile:
        for regel in REGELN:
            if treffer := regel.muster.search(teil):
                punkte[regel.ebene] += gewicht * (2 if regel.stark else 1)
                bisher = belege.get(regel.ebene)
                if bisher is None or (regel.stark and not bisher[1]):
                    belege[regel.ebene] = (treffer.group(), regel.stark, gewicht)
    if Ebene.REGION in belege and belege[Ebene.REGION][1]:
        # "Stadt und Landkreis" is one level, not two.
        for teilwort in (Ebene.STADT, Ebene.LANDKREIS):
            punkte.pop(teilwort, None)
    return punkte, belege


def ebenen_bestimmen(titel: str, text: str, gruppe: str = "") -> list[Vermutung]:
    """Return the level of a body, a second one if the text says both clearly; [] if nothing tells."""
    punkte, belege = _punkte(titel, text)
    if gruppe and (aus_gruppe := _aus_gruppe(gruppe)):
        eigene = punkte.most_common(1)
        klar = bool(eigene) and (
            eigene[0][1] >= UEBERSCHRIFT or (belege[eigene[0][0]][1] and not aus_gruppe.sicher)
        )
        if not klar or eigene[0][0] == aus_gruppe.wert:
            return [aus_gruppe]
    if not punkte:
        return []
    folge = punkte.most_common()
    erste = folge[0][0]
    wort, stark, gewicht = belege[erste]
    eindeutig = len(folge) == 1 or folge[0][1] > folge[1][1]
    ergebnis = [
        Vermutung(erste, f"Es heißt {zitat(wort)}.", sicher=eindeutig and (stark or gewicht == UEBERSCHRIFT))
    ]
    for zweite, _ in folge[1:2]:
        wort, stark, gewicht = belege[zweite]
        if stark and gewicht >= ERSTER_SATZ and zweite == Ebene.UEBERREGIONAL:
            ergebnis.append(Vermutung(zweite, f"Es heißt auch {zitat(wort)}.", sicher=False))
    return ergebnis


GRUPPENEBENEN = {
    r"europ|\beu\b": Ebene.EU,
    r"bund": Ebene.BUND,
    r"überregional": Ebene.UEBERREGIONAL,
    r"landkreis|kreis(?:weit|ebene)|auf kreis": Ebene.LANDKREIS,
    r"landes|\bland\b|\bländer": Ebene.LAND,
    r"stadt und (?:land)?kreis|region": Ebene.REGION,
    r"bezirk": Ebene.STADTBEZIRK,
    r"stadtteil|quartier|sozialraum|kiez": Ebene.STADTTEIL,
    r"stadt|kommun|städt|gemeinde(?!psych)": Ebene.STADT,
}


def _aus_gruppe(gruppe: str) -> Vermutung | None:
    """Return the level that the heading of a group says."""
    klein = gruppe.casefold()
    if "austausch" in klein:
        return None
    for muster, ebene in GRUPPENEBENEN.items():
        if re.search(muster, klein):
            return Vermutung(
                ebene, f"Steht unter {zitat(gruppe)}.", sicher=bool(re.search(r"ebene|weit|regional", klein))
            )
    return None


def ortsebene(text: str) -> Vermutung | None:
    """Return the town as level if a text only names a place ("in Marburg"), uncertain."""
    treffer = re.search(PLATZ, text)
    return Vermutung(Ebene.STADT, f"Es heißt {zitat(treffer.group())}.", sicher=False) if treffer else None

"""The common form of everything read: blocks in the order of the page."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from gremien.uebernahme.arten import ARTIKEL, MEHRZAHL, artwort, mehrzahl


class Blockart(Enum):
    """What a block is by its form alone."""

    UEBERSCHRIFT = auto()  # marked as a heading
    KURZ = auto()  # a short line: heading, caption or label
    TEXT = auto()
    PUNKT = auto()  # an item of a list
    BILD = auto()  # marked as a caption


@dataclass(slots=True)
class Block:
    """A piece of the page. ``stufe``: level of a marked heading; ``klebt``: no blank line before the next."""

    art: Blockart
    text: str
    stufe: int = 0
    klebt: bool = False

    @property
    def ist_titel(self) -> bool:
        """Say whether the block may be a heading."""
        return self.art in {Blockart.UEBERSCHRIFT, Blockart.KURZ}


KURZ_ZEICHEN, KURZ_WORTE = 120, 14
SATZZEICHEN = re.compile(r"[.!?;,…]$")
KEIN_SATZENDE = re.compile(r"(?:e\.\s?V|gGmbH|mbH|Co|u\.\s?a|Abs|Nr|SGB|usw|etc|St|\b[IVX]+)\.$")
VERB = re.compile(
    r"\b(?:ist|sind|war|waren|hat|haben|wird|werden|wurde|trifft|treffen sich|tauscht|arbeitet|arbeiten|"
    r"nimmt|nehmen|findet|finden|tagt|tagen|dient|berät|beraten sich|vernetzt|bündelt|besteht|bestehen|kommt|"
    r"kommen|wir|lädt|setzt|vertritt|begleitet|unterstützt|entwickelt|koordiniert|bietet|geht|steht|sitzt|"
    r"entscheidet|stimmt|stimmen|organisiert|plant|bringt|gibt|berichten|berichtet|sorgt|verbindet|möchte)\b",
)
OFFENES_ENDE = re.compile(
    r"\b(?:und|oder|der|die|das|des|dem|den|im|in|für|mit|von|vom|zu|zur|zum|auf|an|am)$", re.IGNORECASE
)
MARKEN = (
    "aufgaben|ziele?|mitglieder|teilnehme(?:nde|r)|termine?|kontakt|ansprechpartner|ansprechperson|leitung|vorsitz|"
    "sitzungen|sitzungstermine|themen|schwerpunkte|downloads?|links?|weitere informationen|turnus|zielgruppen?|"
    "hintergrund|geschichte|auftrag|struktur|mitwirkende|beteiligte|adresse|protokolle|aktuelles|zusammensetzung|"
    "rechtsgrundlage|geschäftsführung|moderation|sprecher|federführung|träger(?:schaft)?|ort|rhythmus|häufigkeit|"
    "koordination|e-?mail|telefon|tel|web|internet|webseite|website|homepage|inhalte?|arbeitsweise|"
    "selbstverständnis|ergebnisse|publikationen|dokumente|materialien|was wir tun|wer wir sind|das sind wir|"
    "über uns|unsere ziele|unsere aufgaben|stellvertret\\w*|vertreten durch|unsere vertretung|vertretung|"
    "gründung|gegründet|besteht seit|ebene|typ|art|für uns dabei|unser vertreter|unsere vertreterin|"
    "wer macht mit|wann|wo|wer|wozu|worum geht es"
)
MARKE = re.compile(rf"^(?:{MARKEN})(?:[*:/_]?-?in(?:nen)?)?\s*\??\s*:?$", re.IGNORECASE)
MARKE_MIT_WERT = re.compile(rf"^(?:{MARKEN})(?:[*:/_]?-?in(?:nen)?)?\s*:\s*\S", re.IGNORECASE)
ABFALL = re.compile(
    r"^(?:startseite|home|impressum|datenschutz(?:erklärung)?|suche|suchen|menü|navigation|zum inhalt( springen)?|"
    r"(?:nach|seiten?) ?(?:oben|anfang)|seite drucken|drucken|mehr(?: erfahren| lesen|…|\.\.\.)?|weiter ?lesen|"
    r"login|anmelden|teilen|zurück|weiter|cookie.*|alle akzeptieren|ablehnen|sitemap|barrierefreiheit|"
    r"leichte sprache|newsletter|facebook|instagram|youtube|kontakt \| .*|©.*|copyright.*|"
    r"(?:letzte (?:änderung|aktualisierung)|stand|aktualisiert am)\s*:?.{0,40}\d{4}|sie sind hier.*|"
    r"(?:[\w ]{1,30} [»›>|] ){1,}[\w ]{1,40}|\W+|\d{1,3}|seite \d+(?: von \d+)?)$",
    re.IGNORECASE,
)
BILDZEICHEN = re.compile(
    r"^(?:foto|bild|abb(?:ildung)?|grafik|©)\s*[.:©]|^\[bild|^(?:foto|bild)\s*\(|\bfoto:", re.IGNORECASE
)
EBENENTITEL = re.compile(
    r"^(?:(?:auf|in|aus|die|der|unsere?)\s+)*(?:\w+e[rn]?\s+)?"
    r"(?:\w*ebene|stadt ?weit|landes ?weit|bundes ?weit|kreis ?weit|überregional|regional|kommunal|stadtteil|"
    r"bund|land|landkreis|stadt|europa|international|lokal)(?:\s+\w+)?$",
    re.IGNORECASE,
)
ALLGEMEIN = re.compile(
    r"^(?:netzwerkarbeit|gremienarbeit|vernetzung|kooperation(?:en|spartner\w*)?|zusammenarbeit|partner\w*|"
    r"mitgliedschaften|mitarbeit|unsere?\b.*|netzwerk|netzwerke\b.*|gremien\b.*|wir in .*|hier .*|willkommen.*|"
    r"übersicht|vernetzung und .*|kooperation und .*|beteiligung|engagement|sonstiges?|weitere[sn]?\b.*|andere\b.*)$",
    re.IGNORECASE,
)


def ist_kurz(zeile: str) -> bool:
    """Say whether a line is short and no sentence, so that it may be a heading or a caption."""
    zeile = zeile.strip().rstrip(":").strip()
    return (
        0 < len(zeile) <= KURZ_ZEICHEN
        and len(zeile.split()) <= KURZ_WORTE
        and not (SATZZEICHEN.search(zeile) and not KEIN_SATZENDE.search(zeile))
        and not VERB.search(zeile)
        and not OFFENES_ENDE.search(zeile)
        and not zeile[0].islower()
        and not MARKE_MIT_WERT.match(zeile)
        and not re.search(r"https?://|@|\bwww\.", zeile)
    )


def ist_abfall(zeile: str) -> bool:
    """Say whether a line is navigation and says nothing of any body."""
    return len(zeile) <= KURZ_ZEICHEN and bool(ABFALL.match(zeile.strip()))


def ist_gruppe(titel: str) -> bool:
    """Say whether a heading gathers several bodies: a plural, a level, "Unser Netzwerk"."""
    titel = titel.strip(" :")
    if EBENENTITEL.match(titel) or ALLGEMEIN.match(titel):
        return True
    if artwort(titel):
        return False
    worte = [wort for wort in titel.split() if wort.casefold() not in ARTIKEL]
    return any(mehrzahl(wort) in MEHRZAHL for wort in worte[:4])


def ist_name(titel: str) -> bool:
    """Say whether a short line names a body by a word of the field."""
    return not ist_gruppe(titel) and artwort(titel.strip(" :")) is not None

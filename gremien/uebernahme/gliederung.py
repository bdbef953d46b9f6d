"""Blocks → sections: which short line is a name, which a group, a label or a caption.

What decides is the form of the page itself: words of the field in the headings, the level of marked
headings that carry names, and whether names stand directly above their text or apart from it.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from gremien.uebernahme.arten import artwort
from gremien.uebernahme.bloecke import MARKE, Block, Blockart, ist_gruppe, ist_name
from gremien.uebernahme.klartext import leitwort_geteilt
from gremien.uebernahme.namen import erste_nennung
from gremien.uebernahme.vorschlag import Vermutung
from gremien.uebernahme.zeichen import saetze, zitat

EINFUEHRUNG = re.compile(
    r"(?:\b(?:[Ff]olgende[nrms]?|[Dd]iese[nrms]?|[Zz]ugehörige[nrms]?|[Nn]achstehende[nrms]?|[Ww]eitere[nrms]?)\s+"
    r"|\b(?P<zahl>zwei|drei|vier|fünf|sechs|sieben|acht|[2-9])\s+)"
    r"(?:[a-zäöü]+en?\s+)?(?P<wort>[A-ZÄÖÜ][\w-]*(?:aussch(?:ü|u)ss\w*|gruppen|kreisen?|gremien|netzwerken?|foren|"
    r"gemeinschaften|AGs?|AKs?|runden|beiräten?|kommissionen)|AGs|AKs|Gremien|Ausschüssen?|Foren|"
    r"(?:U|u)ntergliederungen|Gruppen)\b",
)
ZAHLEN = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8}
DEFINITION = re.compile(
    r"\b(?:ist|sind|vereint|dient|bündelt|trifft|versteht|besteht|vertritt|verbindet|tagt|tauscht|bietet|koordiniert|berät|befasst|"
    r"arbeitet|arbeiten|wirken|nehmen|beteiligen|engagieren|bringen)\b"
)


@dataclass(slots=True)
class Abschnitt:
    """The part of a page about one body. ``oben`` is the place of the section it is under."""

    titel: str
    absaetze: list[str] = field(default_factory=list)
    bilder: list[Vermutung] = field(default_factory=list)
    gruppe: str = ""
    sicher: bool = True
    grund: str = ""
    oben: int | None = None
    oben_grund: Vermutung = field(default_factory=Vermutung)
    stufe: int = 0
    punkt: bool = False

    @property
    def text(self) -> str:
        """Return the whole text of the section."""
        return "\n\n".join(self.absaetze)


@dataclass(slots=True)
class Gliederung:
    """The page in parts."""

    titel: str = ""
    einleitung: list[str] = field(default_factory=list)
    abschnitte: list[Abschnitt] = field(default_factory=list)
    # How many sections the page has; more than the limit are not kept.
    anzahl: int = 0


class _Leser:
    """Walks through the blocks once and builds the parts."""

    def __init__(self, bloecke: list[Block]) -> None:
        self.bloecke = bloecke
        self.ergebnis = Gliederung()
        self.gruppe = ""
        namen = [b for b in bloecke if b.ist_titel and ist_name(b.text)]
        stufen = Counter(b.stufe for b in namen if b.art == Blockart.UEBERSCHRIFT)
        self.namenstufe = stufen.most_common(1)[0][0] if stufen else 0
        # Names directly above their text: a short line alone is then no name.
        self.klebend = sum(b.klebt for b in namen) * 2 > len(namen)
        self.mit_namen = len(namen) > 0

    def lesen(self) -> Gliederung:
        """Return the parts of the page."""
        stelle = self._seitentitel()
        while stelle < len(self.bloecke):
            block = self.bloecke[stelle]
            if block.ist_titel:
                ende = stelle
                while ende < len(self.bloecke) and self.bloecke[ende].ist_titel:
                    ende += 1
                self._titelfolge(self.bloecke[stelle:ende], ende < len(self.bloecke))
                stelle = ende
            elif block.art == Blockart.PUNKT:
                ende = stelle
                while ende < len(self.bloecke) and self.bloecke[ende].art == Blockart.PUNKT:
                    ende += 1
                self._liste([b.text for b in self.bloecke[stelle:ende]])
                stelle = ende
            else:
                self._inhalt(block)
                stelle += 1
        return self.ergebnis

    def _seitentitel(self) -> int:
        """Take the first block as the page's title if it is one; return where the rest begins."""
        if not self.bloecke or not self.bloecke[0].ist_titel:
            return 0
        erster = self.bloecke[0]
        zweiter = self.bloecke[1] if len(self.bloecke) > 1 else None
        allein = (
            erster.art == Blockart.UEBERSCHRIFT
            and erster.stufe < self.namenstufe
            and sum(b.stufe == erster.stufe for b in self.bloecke if b.art == Blockart.UEBERSCHRIFT) == 1
        )
        vor_namen = zweiter is not None and zweiter.ist_titel and not ist_name(erster.text)
        ohne_namen = not ist_name(erster.text) and not erster.klebt
        if ist_gruppe(erster.text) or allein or vor_namen or ohne_namen:
            self.ergebnis.titel = erster.text
            self.gruppe = erster.text if ist_gruppe(erster.text) else ""
            return 1
        return 0

    # --- Short lines ---------------------------------------------------------------------------

    def _titelfolge(self, folge: list[Block], danach: bool) -> None:
        """Sort a run of short lines into names, groups, labels and captions."""
        hat_namen = any(ist_name(b.text) for b in folge)
        neu = False
        for nummer, block in enumerate(folge):
            text = block.text.strip(" :")
            letzter = nummer == len(folge) - 1
            if not text:
                continue
            if ist_name(text) and not self._ist_wohl_bild(block, neu, letzter):
                self._neu(text, block.stufe)
                neu = True
            elif MARKE.match(text):
                self._marke(text)
            elif ist_gruppe(text):
                self.gruppe = text
            elif neu:
                self._bild(text, "steht zwischen Überschrift und Text")
            elif self._ist_name_ohne_wort(block, hat_namen, danach):
                self._neu(text, block.stufe, sicher=False)
                neu = True
            elif block.art == Blockart.UEBERSCHRIFT:
                self._zwischentitel(block, hat_namen)
            elif self.ergebnis.abschnitte:
                self._bild(text, "kurze Zeile ohne Satz neben dem Text")
            else:
                self.ergebnis.einleitung.append(text)

    def _ist_wohl_bild(self, block: Block, neu: bool, letzter: bool) -> bool:
        """Say whether a name right below a name is rather a caption: its head is not its first noun."""
        wort = artwort(block.text)
        if not neu or wort is None or block.art == Blockart.UEBERSCHRIFT:
            return False
        davor = block.text[: wort.beginn].split()
        return letzter and any(w[:1].isupper() and not re.search(r"(?:er|e|es|en)$", w) for w in davor)

    def _ist_name_ohne_wort(self, block: Block, hat_namen: bool, danach: bool) -> bool:
        """Say whether a heading without a word of the field still stands where names stand."""
        if hat_namen or not danach or not self.mit_namen:
            return False
        if block.art == Blockart.UEBERSCHRIFT:
            return block.stufe == self.namenstufe and self.namenstufe > 0
        if self.namenstufe:
            return False
        return (
            block.klebt
            if self.klebend
            else bool(self.ergebnis.abschnitte and self.ergebnis.abschnitte[-1].absaetze)
        )

    def _zwischentitel(self, block: Block, hat_namen: bool) -> None:
        """Keep a marked heading that names no body: above names a group, below them part of the text."""
        if hat_namen or not self.ergebnis.abschnitte or block.stufe < (self.namenstufe or 9):
            self.gruppe = block.text
        else:
            self.ergebnis.abschnitte[-1].absaetze.append(f"{block.text}:")

    def _marke(self, text: str) -> None:
        """Put a label ("Aufgaben") into the text it belongs to."""
        ziel = self.ergebnis.abschnitte[-1].absaetze if self.ergebnis.abschnitte else self.ergebnis.einleitung
        ziel.append(f"{text}:")

    def _bild(self, text: str, grund: str, *, sicher: bool = False) -> None:
        """Keep a caption apart from the text."""
        if self.ergebnis.abschnitte:
            self.ergebnis.abschnitte[-1].bilder.append(Vermutung(text, f"{zitat(text)} {grund}.", sicher))

    def _neu(
        self, titel: str, stufe: int = 0, *, sicher: bool = True, grund: str = "", punkt: bool = False
    ) -> Abschnitt:
        """Begin a new section."""
        abschnitt = Abschnitt(titel, gruppe=self.gruppe, sicher=sicher, grund=grund, stufe=stufe, punkt=punkt)
        self.ergebnis.abschnitte.append(abschnitt)
        return abschnitt

    # --- Text and lists ------------------------------------------------------------------------

    def _inhalt(self, block: Block) -> None:
        """Take a paragraph or a marked caption."""
        if block.art == Blockart.BILD:
            self._bild(
                re.sub(r"^(?:Foto|Bild|Abb(?:ildung)?)\s*[.:]\s*", "", block.text),
                "ist als Bildtext gekennzeichnet",
                sicher=True,
            )
            return
        abschnitte = self.ergebnis.abschnitte
        allein = not abschnitte or (self.klebend and bool(abschnitte[-1].absaetze)) or not self.mit_namen
        if allein and self._ohne_ueberschrift(block.text):
            return
        (abschnitte[-1].absaetze if abschnitte else self.ergebnis.einleitung).append(block.text)

    def _ohne_ueberschrift(self, text: str) -> bool:
        """Make a section of a paragraph whose first sentence says what a named body is or does."""
        erster = saetze(text)[0] if text else ""
        nennung = erste_nennung(erster)
        # On a page with headings a paragraph must say what the body is or does; without any, naming it is enough.
        if nennung is None or (self.mit_namen and not DEFINITION.search(erster[nennung.ende :][:160])):
            return False
        grund = f"Keine eigene Überschrift; der Absatz beginnt mit {zitat(nennung.name)}."
        self._neu(nennung.name, sicher=False, grund=grund).absaetze.append(text)
        return True

    def _liste(self, punkte: list[str]) -> None:
        """Make entries of the items of a list if most of them name bodies, else keep them as text."""
        koepfe = [self._punktkopf(punkt) for punkt in punkte]
        davor = self.ergebnis.abschnitte[-1] if self.ergebnis.abschnitte else None
        teilnehmer = davor is not None and bool(
            re.search(r"(?:Mitglieder|Teilnehm\w*|Beteiligte\w*|Partner\w*)\W*$", davor.text[-60:])
        )
        if sum(kopf is not None for kopf in koepfe) * 2 <= len(punkte) or teilnehmer:
            text = "\n".join(f"- {punkt}" for punkt in punkte)
            (davor.absaetze if davor else self.ergebnis.einleitung).append(text)
            return
        for punkt, kopf in zip(punkte, koepfe, strict=True):
            titel, text = kopf or (punkt[:200], "")
            abschnitt = self._neu(titel, 9, sicher=kopf is not None, punkt=True)
            if text:
                abschnitt.absaetze.append(text)

    @staticmethod
    def _punktkopf(punkt: str) -> tuple[str, str] | None:
        """Return name and text of an item that names a body, or None."""
        if geteilt := leitwort_geteilt(punkt):
            return geteilt
        vorn, komma, hinten = punkt.partition(", ")
        if ist_name(punkt) and len(punkt) <= 140 and not DEFINITION.search(punkt):  # noqa: PLR2004 - a name
            return punkt.rstrip(" .;,"), ""
        if komma and ist_name(vorn) and len(vorn) <= 100:  # noqa: PLR2004 - a name
            return vorn, hinten
        return None


def _stufen(teile: Gliederung) -> None:
    """Put bodies whose marked heading or list is deeper under the one before, uncertain."""
    for stelle, abschnitt in enumerate(teile.abschnitte):
        davor = next(
            (i for i in range(stelle - 1, -1, -1) if teile.abschnitte[i].stufe < abschnitt.stufe), None
        )
        if (
            not abschnitt.stufe
            or davor is None
            or not teile.abschnitte[davor].stufe
            or abschnitt.oben is not None
        ):
            continue
        if teile.abschnitte[davor].gruppe == abschnitt.gruppe and not abschnitt.punkt:
            abschnitt.oben = davor
            grund = f"Die Überschrift ist der von {zitat(teile.abschnitte[davor].titel)} untergeordnet."
            abschnitt.oben_grund = Vermutung("untergremium", grund, sicher=False)


def _untergremien(teile: Gliederung) -> None:
    """Put bodies under the one whose text ends by introducing them ("Folgende Unterausschüsse …")."""
    for stelle, abschnitt in enumerate(teile.abschnitte):
        satz = (
            saetze(abschnitt.absaetze[-1])[-1]
            if abschnitt.absaetze and abschnitt.absaetze[-1].strip()
            else ""
        )
        treffer = EINFUEHRUNG.search(satz)
        if not treffer or not (
            satz.endswith(":") or re.match(r"^(?:Folgende|Diese|Zugehörige|Nachstehende)", satz)
        ):
            continue
        grenze = ZAHLEN.get(
            treffer["zahl"] or "", int(treffer["zahl"]) if (treffer["zahl"] or "").isdigit() else 99
        )
        gesucht = _wortstamm(treffer["wort"])
        erster = ""
        for folgender in teile.abschnitte[stelle + 1 : stelle + 1 + grenze]:
            eigener = _wortstamm(wort.wort if (wort := artwort(folgender.titel)) else "")
            erster = erster or eigener
            passt = eigener == gesucht or (
                gesucht in {"gremi", "gruppe", "untergliederung"} and eigener == erster
            )
            if not passt and not (abschnitt.punkt is False and folgender.punkt) and grenze == 99:  # noqa: PLR2004
                break
            folgender.oben = stelle
            folgender.oben_grund = Vermutung("untergremium", f"Eingeführt durch {zitat(satz)}.", sicher=passt)


def _wortstamm(wort: str) -> str:
    """Return what kind words share: Unterausschüsse, Fachausschuss → ausschuss."""
    klein = wort.casefold().replace("ü", "u")
    for stamm, marken in {
        "ausschuss": ("ausschuss", "ausschus"),
        "gruppe": ("gruppe", "ag", "ags"),
        "kreis": ("kreis", "ak", "aks"),
        "gremi": ("gremi",),
        "netzwerk": ("netzwerk",),
        "forum": ("forum", "foren"),
        "gemeinschaft": ("gemeinschaft",),
        "runde": ("runde",),
        "untergliederung": ("untergliederung",),
    }.items():
        if any(klein == m or (len(m) > 3 and m in klein) or klein.startswith(f"{m} ") for m in marken):  # noqa: PLR2004
            return stamm
    return klein


def gliedern(bloecke: list[Block], hoechstens: int) -> Gliederung:
    """Return the parts of a page, no more than the limit; their order is that of the page."""
    teile = _Leser(bloecke).lesen()
    teile.anzahl = len(teile.abschnitte)
    del teile.abschnitte[hoechstens:]
    _untergremien(teile)
    _stufen(teile)
    return teile

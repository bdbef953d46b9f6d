"""Plain text → blocks, whatever its habits: blank lines, wrapped lines, marks of headings and lists."""

import re

from gremien.uebernahme.arten import artwort
from gremien.uebernahme.bloecke import BILDZEICHEN, Block, Blockart, ist_abfall, ist_kurz, ist_name
from gremien.uebernahme.zeichen import einzeilig

PUNKT = re.compile(r"^\s*(?:[-–—•·*▪◦‣●○■□»>✓➤→]|o(?=\s))\s+(?=\S)")
NUMMER = re.compile(r"^\s*(?:(?:\d{1,2}\.){1,3}\d{0,2}|\d{1,2}\)|[a-z]\)|\(\d{1,2}\)|[IVX]{1,4}\.)\s+(?=\S)")
RAUTE = re.compile(r"^\s*(#{1,6})\s+(.+?)\s*#*$")
FETT = re.compile(r"^\s*(?:\*\*|__)([^*_]{2,200}?)(?:\*\*|__)\s*[:–-]?\s*(.*)$")
STRICH = re.compile(r"^\s*([=\-~_*^])\1{2,}\s*$")
# "Name: text" and "Name – text" on one line.
LEITWORT = re.compile(r"^(.{3,110}?)(?::\s+|\s+[–—-]\s+)(?=\S)(.{12,})$")
UMBRUCH_AB = 45


def _absaetze(zeilen: list[str]) -> list[list[str]]:
    """Return the lines in groups parted by blank lines."""
    gruppen: list[list[str]] = [[]]
    for zeile in zeilen:
        if zeile.strip():
            gruppen[-1].append(zeile.rstrip())
        elif gruppen[-1]:
            gruppen.append([])
    return [gruppe for gruppe in gruppen if gruppe]


def _geht_weiter(zeile: str, folgende: str) -> bool:
    """Say whether a line was only wrapped and the sentence goes on in the next one."""
    if PUNKT.match(folgende) or NUMMER.match(folgende) or RAUTE.match(folgende) or STRICH.match(folgende):
        return False
    if folgende.lstrip()[:1].islower():
        return True
    if re.search(r"[.!?:]$", zeile.rstrip()) or len(zeile) < UMBRUCH_AB:
        return False
    return not (ist_kurz(zeile) and artwort(zeile) is not None)


def _zusammengefuegt(gruppe: list[str]) -> list[str]:
    """Return the lines of a group with wrapped ones joined."""
    fertig: list[str] = []
    for zeile in gruppe:
        if fertig and _geht_weiter(fertig[-1].rsplit("\n", 1)[-1], zeile):
            fertig[-1] += "\n" + zeile.strip()
        else:
            fertig.append(zeile)
    return [zeile.replace("\n", " ") for zeile in fertig]


def _gross(text: str) -> bool:
    """Say whether a line is written in capitals only."""
    buchstaben = [z for z in text if z.isalpha()]
    return len(buchstaben) >= 8 and all(z.isupper() for z in buchstaben)  # noqa: PLR2004 - no abbreviation


def leitwort_geteilt(text: str) -> tuple[str, str] | None:
    """Return name and text of "Arbeitskreis X: trifft sich …", or None."""
    treffer = LEITWORT.match(text)
    if treffer and ist_kurz(treffer[1]) and ist_name(treffer[1]):
        return treffer[1].strip(), treffer[2].strip()
    return None


def _zeile(zeile: str) -> list[Block]:
    """Return the blocks of one line that has no mark of a list."""
    if raute := RAUTE.match(zeile):
        return [Block(Blockart.UEBERSCHRIFT, einzeilig(raute[2].strip("*_ ")), len(raute[1]))]
    if (fett := FETT.match(zeile)) and (not fett[2] or ist_name(fett[1])):
        kopf = Block(Blockart.UEBERSCHRIFT, einzeilig(fett[1].strip(" :")), 4, klebt=bool(fett[2]))
        return [kopf, Block(Blockart.TEXT, einzeilig(fett[2]))] if fett[2] else [kopf]
    text = einzeilig(zeile)
    if BILDZEICHEN.search(text) and len(text) < 200:  # noqa: PLR2004 - longer is no caption
        return [Block(Blockart.BILD, text)]
    if _gross(text) and ist_kurz(text):
        return [Block(Blockart.UEBERSCHRIFT, text, 4)]
    if geteilt := leitwort_geteilt(text):
        return [Block(Blockart.KURZ, geteilt[0], klebt=True), Block(Blockart.TEXT, geteilt[1])]
    return [Block(Blockart.KURZ if ist_kurz(text) else Blockart.TEXT, text)]


def _gruppe(gruppe: list[str]) -> list[Block]:
    """Return the blocks of a group of lines."""
    bloecke: list[Block] = []
    zeilen = _zusammengefuegt(gruppe)
    nummern = [bool(NUMMER.match(zeile)) for zeile in zeilen]
    for stelle, zeile in enumerate(zeilen):
        if STRICH.match(zeile):
            if bloecke and bloecke[-1].art == Blockart.KURZ:
                bloecke[-1] = Block(
                    Blockart.UEBERSCHRIFT, bloecke[-1].text, 1 if zeile.strip()[0] == "=" else 2
                )
            continue
        if ist_abfall(zeile):
            continue
        if PUNKT.match(zeile) or (nummern[stelle] and sum(nummern) > 1 and len(zeilen) > 1 and all(nummern)):
            ohne = NUMMER.sub("", PUNKT.sub("", zeile))
            bloecke.append(Block(Blockart.PUNKT, einzeilig(ohne.replace("**", ""))))
            continue
        neu = _zeile(NUMMER.sub("", zeile) if nummern[stelle] else zeile)
        if nummern[stelle] and neu[0].art == Blockart.KURZ:
            neu[0].art, neu[0].stufe = Blockart.UEBERSCHRIFT, 3
        bloecke.extend(neu)
    for block in bloecke[:-1]:
        block.klebt = True
    return bloecke


def bloecke_aus_text(text: str) -> list[Block]:
    """Return the blocks of ordered plain text (see ``zeichen.geordnet``), in its order."""
    return [block for gruppe in _absaetze(text.split("\n")) for block in _gruppe(gruppe)]

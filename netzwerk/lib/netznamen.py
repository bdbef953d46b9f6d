"""Names beneath the points of a drawing: how wide they are, and how they break into lines."""

SCHRIFTHOEHE = 17.0
ZEICHEN_JE_ZEILE, ZEILEN_HOECHSTENS = 20, 3
# German has long words: up to this length one stays whole on a line of its own.
WORT_HOECHSTENS = 27
# Widths of letters in units of the drawing, at the size of its names (15 units, semi-bold).
SCHMALE, BREITE = frozenset("iIjltfr.,:;'|!()/- "), frozenset("mwMW")


def textbreite(text: str) -> float:
    """Return about how wide a text is drawn, rather too wide than too narrow."""
    return sum(_zeichenbreite(zeichen) for zeichen in text)


def _zeichenbreite(zeichen: str) -> float:
    """Return about how wide one letter is drawn."""
    if zeichen in SCHMALE:
        return 5.0
    if zeichen in BREITE:
        return 12.6
    return 10.0 if zeichen.isupper() else 8.4


def zeilen(text: str) -> list[str]:
    """Return the text in at most three lines; the last one says if something is left out."""
    teile = [teil for wort in text.split() for teil in _teile(f"{wort} ")]
    gefunden: list[str] = []
    while teile and len(gefunden) < ZEILEN_HOECHSTENS:
        zeile = teile.pop(0)
        while teile and len(zeile + teile[0].rstrip()) <= ZEICHEN_JE_ZEILE:
            zeile += teile.pop(0)
        gefunden.append(zeile.rstrip())
    if teile:
        gefunden[-1] = f"{gefunden[-1].rstrip('- ,')}…"
    return gefunden


def _teile(wort: str) -> list[str]:
    """Return a word, parted at its hyphens or, if need be, anywhere when it is too long for a line."""
    teile: list[str] = []
    rest = wort
    while len(rest.rstrip()) > (ZEICHEN_JE_ZEILE if "-" in rest.rstrip("- ") else WORT_HOECHSTENS):
        strich = rest.rfind("-", 0, ZEICHEN_JE_ZEILE) + 1
        schnitt = strich or WORT_HOECHSTENS - 1
        teile.append(rest[:schnitt] if strich else f"{rest[:schnitt]}-")
        rest = rest[schnitt:]
    return [*teile, rest]

"""The picture that stands beside a link in a message: what it is, its title, points and lines."""

import hashlib
import io
import math
import re
from functools import lru_cache

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

# What Open Graph readers show without cropping (ratio 1.91 : 1).
BREITE, HOEHE = 1200, 630
RAND, TEXTBREITE = 80, 690
TITEL_HOECHSTENS = 400
GRADE = (76, 64, 54, 46)
ZEILEN = 5
FETT, NORMAL = 700, 400
# Twice as large and scaled down: round points without steps.
FEIN = 2
MITTE, PUNKTE = (985, 300), 9
ZEICHNUNG = "1"


def zeichne(dachzeile: str, titel: str, fusszeile: str) -> bytes:
    """Return the picture as PNG. Any text will do: it is cut where it does not fit.

    Letters that our font does not have appear as boxes; that breaks nothing.
    """
    bild = Image.new("RGB", (BREITE, HOEHE), farbe("band"))
    _motiv(bild, titel)
    stift = ImageDraw.Draw(bild)
    stift.text((RAND, 76), _eine_zeile(dachzeile, 32), font=schrift(32, NORMAL), fill=farbe("accent-band"))
    grad, zeilen = gesetzt(titel)
    hoehe = round(grad * 1.18)
    oben = (HOEHE - hoehe * len(zeilen)) // 2
    for nummer, zeile in enumerate(zeilen):
        stift.text((RAND, oben + nummer * hoehe), zeile, font=schrift(grad, FETT), fill=farbe("on-band"))
    fuss = (RAND, HOEHE - 108)
    stift.text(fuss, _eine_zeile(fusszeile, 32), font=schrift(32, NORMAL), fill=farbe("on-band-muted"))
    ziel = io.BytesIO()
    bild.quantize(64).save(ziel, "PNG", optimize=True)
    return ziel.getvalue()


def gesetzt(titel: str) -> tuple[int, list[str]]:
    """Return the size of type and the lines: as large as fits, else cut with an ellipsis."""
    worte = titel[:TITEL_HOECHSTENS].split()
    for grad in GRADE:
        zeilen = umbrochen(worte, schrift(grad, FETT))
        if len(zeilen) * grad <= GRADE[0] * 4:
            break
    if len(zeilen) > ZEILEN or len(titel) > TITEL_HOECHSTENS:
        zeilen = [*zeilen[: ZEILEN - 1], _gekuerzt(" ".join(zeilen[ZEILEN - 1 :]), schrift(grad, FETT))]
    return grad, zeilen


def umbrochen(worte: list[str], art: ImageFont.FreeTypeFont) -> list[str]:
    """Return the words as lines no wider than the column; a word wider than that is broken."""
    zeilen: list[str] = []
    for wort in worte:
        versuch = f"{zeilen[-1]} {wort}" if zeilen else wort
        if zeilen and art.getlength(versuch) <= TEXTBREITE:
            zeilen[-1] = versuch
            continue
        rest = wort
        while art.getlength(rest) > TEXTBREITE:
            teil = _passend(rest, art)
            zeilen.append(teil)
            rest = rest[len(teil) :]
        zeilen.append(rest)
    return zeilen


def _passend(text: str, art: ImageFont.FreeTypeFont) -> str:
    """Return the longest beginning that fits, at least one character."""
    laenge = next((n for n in range(1, len(text)) if art.getlength(text[: n + 1]) > TEXTBREITE), len(text))
    return text[:laenge]


def _gekuerzt(text: str, art: ImageFont.FreeTypeFont) -> str:
    """Return the beginning that fits with an ellipsis behind it."""
    return f"{_passend(text, art)[:-2].rstrip(' ,.–-')} …"


def _eine_zeile(text: str, grad: int) -> str:
    art = schrift(grad, NORMAL)
    text = " ".join(text[:TITEL_HOECHSTENS].split())
    return text if art.getlength(text) <= TEXTBREITE else _gekuerzt(text, art)


def _motiv(bild: Image.Image, saat: str) -> None:
    """Draw a small network whose points lie where the title puts them: every page has its own."""
    zahlen = hashlib.sha256(saat.encode("utf-8", "replace")).digest()
    flaeche = bild.resize((BREITE * FEIN, HOEHE * FEIN))
    stift = ImageDraw.Draw(flaeche)
    punkte = []
    for nummer in range(PUNKTE):
        winkel = math.tau * (nummer + zahlen[nummer] / 512) / PUNKTE
        weite = 120 + zahlen[nummer + PUNKTE] / 255 * 85
        punkte.append((MITTE[0] + weite * math.cos(winkel), MITTE[1] + weite * 1.15 * math.sin(winkel)))
    for nummer, punkt in enumerate(punkte):
        _linie(stift, MITTE, punkt)
        if zahlen[nummer + 2 * PUNKTE] % 2:
            _linie(stift, punkt, punkte[(nummer + 1) % PUNKTE])
    for nummer, punkt in enumerate(punkte):
        _punkt(stift, punkt, 11 + zahlen[nummer] % 10, farbe("on-band"))
    _punkt(stift, MITTE, 34, farbe("accent-band"))
    bild.paste(flaeche.resize((BREITE, HOEHE), Image.Resampling.LANCZOS))


def _linie(stift: ImageDraw.ImageDraw, von: tuple[float, float], bis: tuple[float, float]) -> None:
    ecken = [koordinate * FEIN for koordinate in (*von, *bis)]
    stift.line(ecken, fill=farbe("line-band"), width=4 * FEIN)


def _punkt(stift: ImageDraw.ImageDraw, mitte: tuple[float, float], radius: int, fuellung: str) -> None:
    x, y, r = (wert * FEIN for wert in (*mitte, radius))
    rahmen = 5 * FEIN
    stift.ellipse((x - r - rahmen, y - r - rahmen, x + r + rahmen, y + r + rahmen), fill=farbe("band"))
    stift.ellipse((x - r, y - r, x + r, y + r), fill=fuellung)


@lru_cache(maxsize=16)
def schrift(grad: int, staerke: int) -> ImageFont.FreeTypeFont:
    """Return our own font, the one of the pages, in a size and weight."""
    pfad = settings.BASE_DIR / "static" / "fonts" / "atkinson-hyperlegible-next.woff2"
    # Plain layout: the same on every machine, whether or not libraqm is there.
    art = ImageFont.truetype(pfad, grad, layout_engine=ImageFont.Layout.BASIC)
    art.set_variation_by_axes([staerke])
    return art


@lru_cache(maxsize=16)
def farbe(name: str) -> str:
    """Return a colour of the light theme from the one file that has them."""
    tokens = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    return re.findall(rf"--color-{name}: (?:light-dark\()?(#[0-9a-f]{{6}})", tokens)[0]

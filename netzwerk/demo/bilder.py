"""Four calm drawings for the page of Jena-Lobeda, made in code: no photograph, no foreign rights."""

from collections.abc import Callable
from functools import cache

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from netzwerk.demo.bausteine import BELEGT
from netzwerk.demo.lader import Demolader
from netzwerk.demo.zeichnen import (
    BREITE,
    CREME,
    FEIN,
    HAUT,
    HELL,
    MOOS,
    NEBEL,
    ORANGE,
    PETROL,
    SALBEI,
    SAND,
    SONNE,
    TIEF,
    TON,
    WASSER,
    WEISS,
    Blatt,
    baum,
    block,
    mensch,
)
from netzwerk.models import Bild


def ferien() -> Blatt:
    """Draw children on a meadow before the blocks of the district, with kites on strings."""
    blatt = Blatt(CREME)
    blatt.kreis(980, 170, 86, SONNE)
    for x, breite, stockwerke, farbe in (
        (40, 200, 6, NEBEL),
        (262, 156, 8, "#bcd4d4"),
        (700, 220, 5, NEBEL),
        (945, 180, 7, "#bcd4d4"),
    ):
        block(blatt, x, 560, breite, stockwerke, farbe, WEISS)
    blatt.oval(300, 800, 760, 290, SALBEI)
    blatt.oval(980, 840, 700, 300, "#93b58f")
    for x, boden, gross, farbe in ((90, 600, 150, MOOS), (640, 575, 130, MOOS), (1120, 620, 170, "#4f7a5b")):
        baum(blatt, x, boden, gross, farbe)
    drachen: tuple[tuple[tuple[int, int], tuple[int, int], str, str], ...] = (
        ((330, 610), (520, 150), ORANGE, TON),
        ((690, 620), (800, 250), PETROL, WASSER),
    )
    for hand, (x, y), farbe, zweite in drachen:
        blatt.linie([hand, ((hand[0] + x) / 2 + 30, (hand[1] + y) / 2 + 40), (x, y + 80)], TIEF, 3)
        blatt.flaeche([(x, y - 80), (x + 56, y), (x, y + 80), (x - 56, y)], farbe)
        blatt.flaeche([(x, y - 80), (x + 56, y), (x, y + 80)], zweite)
    for x, y, gross, nummer, haar in (
        (240, 800, 96, 3, "#3a2a1e"),
        (455, 820, 110, 1, "#8a4b22"),
        (610, 800, 92, 4, TIEF),
        (830, 822, 112, 2, "#1f1a17"),
        (1010, 804, 94, 5, "#c98a3c"),
    ):
        mensch(blatt, x, y, gross, nummer, haar)
    blatt.linie([(288, 700), (330, 612)], HAUT[3], 20)
    blatt.linie([(646, 708), (690, 622)], HAUT[4], 20)
    return blatt


def generationen() -> Blatt:
    """Draw people of all ages around a long table under a string of lamps."""
    blatt = Blatt(SAND)
    blatt.kasten(0, 0, BREITE, 520, CREME)
    for x in (110, 470, 830):
        blatt.kasten(x, 110, 260, 270, NEBEL, 18)
        blatt.kasten(x + 14, 124, 232, 242, HELL, 10)
        blatt.oval(x + 70, 366, 66, 70, SALBEI)
        blatt.oval(x + 180, 372, 80, 96, MOOS)
        blatt.kasten(x + 14, 352, 232, 14, NEBEL)
        blatt.kasten(x + 125, 124, 10, 242, NEBEL)
        blatt.kasten(x - 30, 366, 320, 120, CREME)
        blatt.kasten(x - 12, 366, 284, 18, "#bcd4d4", 6)
    for links in (-60, 360, 780):
        blatt.bogen(links + 240, -190, 260, 36, 144, TIEF, 4)
        for x, y in (
            (links + 100, 28),
            (links + 170, 62),
            (links + 240, 72),
            (links + 310, 62),
            (links + 380, 28),
        ):
            blatt.kreis(x, y + 10, 15, SONNE)
    alle = (
        (150, 640, 104, 0, "#d8d5cf"),
        (330, 640, 78, 1, "#4b2f1c"),
        (500, 640, 108, 2, "#1f1a17"),
        (690, 640, 104, 3, "#e2e0da"),
        (860, 640, 74, 4, "#1f1a17"),
        (1040, 640, 110, 5, "#a05a2a"),
    )
    for x, y, gross, nummer, haar in alle:
        mensch(blatt, x, y, gross, nummer, haar)
    for x in (130, 1030):
        blatt.kasten(x, 640, 40, 160, "#96482f")
    for x in range(60, 1140, 90):
        blatt.oval(x + 45, 690, 45, 26, WEISS)
    blatt.kasten(60, 610, 1080, 80, WEISS)
    blatt.linie([(72, 664), (1128, 664)], SONNE, 6)
    blatt.kasten(40, 600, 1120, 22, TON, 11)
    for x, farbe in ((240, WEISS), (420, PETROL), (770, WEISS), (950, PETROL)):
        blatt.kasten(x - 20, 572, 40, 36, farbe, 8)
        blatt.bogen(x + 22, 588, 13, 270, 90, farbe, 6)
    blatt.oval(600, 604, 84, 14, WEISS)
    blatt.kasten(536, 556, 128, 44, ORANGE, 14)
    blatt.kasten(536, 556, 128, 18, CREME, 9)
    for x in (566, 600, 634):
        blatt.kreis(x, 550, 9, TON)
    return blatt


def bruecke() -> Blatt:
    """Draw a bridge of arches between two banks, with speech bubbles passing over it."""
    blatt = Blatt(HELL)
    blatt.kreis(600, 330, 250, CREME)
    blatt.kasten(0, 600, BREITE, 200, WASSER)
    for x, y, lang in ((180, 668, 150), (420, 720, 190), (700, 676, 150), (900, 742, 210), (90, 760, 120)):
        blatt.linie([(x, y), (x + lang, y)], "#8fc0c8", 8)
    for x, oben in (
        (260, 570),
        (345, 520),
        (430, 490),
        (515, 470),
        (685, 470),
        (770, 490),
        (855, 520),
        (940, 570),
    ):
        blatt.kasten(x - 8, oben, 16, 720 - oben, "#3f7f8a", 6)
    for x, y, gross, nummer, haar in (
        (330, 530, 74, 2, "#1f1a17"),
        (490, 480, 66, 1, "#6b3d1e"),
        (710, 480, 66, 4, "#1f1a17"),
        (870, 530, 74, 3, "#b9772f"),
    ):
        mensch(blatt, x, y, gross, nummer, haar)
    blatt.bogen(600, 1120, 670, 200, 340, PETROL, 54)
    blatt.bogen(600, 1120, 650, 200, 340, TIEF, 12)
    for x in (-10, 1210):
        blatt.oval(x, 800, 290, 236, MOOS)
        blatt.oval(x, 830, 230, 180, "#4f7a5b")
    blasen = (
        (250, 190, 200, 116, ORANGE, 330),
        (500, 90, 200, 124, PETROL, 560),
        (750, 190, 200, 116, SONNE, 868),
    )
    for x, y, breite, hoehe, farbe, spitze in blasen:
        blatt.flaeche(
            [(spitze - 22, y + hoehe - 8), (spitze + 22, y + hoehe - 8), (spitze, y + hoehe + 40)], farbe
        )
        blatt.kasten(x, y, breite, hoehe, farbe, 44)
        for lage, laenge in ((0.32, 0.64), (0.52, 0.5), (0.72, 0.34)):
            zeile = y + hoehe * lage
            blatt.linie([(x + 36, zeile), (x + 36 + breite * laenge, zeile)], WEISS, 9)
    return blatt


def austausch() -> Blatt:
    """Draw people of a state-wide network as knots joined by lines, with houses between them."""
    blatt = Blatt(PETROL)
    knoten: tuple[tuple[int, int, int, int, str], ...] = (
        (220, 230, 92, 1, "#4b2f1c"),
        (600, 180, 104, 3, "#d8d5cf"),
        (985, 235, 92, 2, "#1f1a17"),
        (330, 570, 100, 5, "#1f1a17"),
        (870, 575, 100, 4, "#1f1a17"),
    )
    verbunden = ((0, 1), (1, 2), (0, 3), (1, 3), (1, 4), (2, 4), (3, 4))
    for von, zu in verbunden:
        blatt.linie([knoten[von][:2], knoten[zu][:2]], "#5f9aa3", 6)
    aussen = (
        (60, 430),
        (80, 90),
        (420, 60),
        (800, 60),
        (1130, 80),
        (1150, 450),
        (1090, 720),
        (600, 740),
        (110, 740),
    )
    naechste = (3, 0, 0, 1, 2, 2, 4, 3, 3)
    for (x, y), ziel in zip(aussen, naechste, strict=True):
        blatt.linie([(x, y), knoten[ziel][:2]], "#2f7480", 4)
        blatt.kreis(x, y, 17, SONNE)
    for x, y, farbe in ((600, 470, CREME), (690, 480, SAND), (515, 482, SAND)):
        blatt.kasten(x - 46, y, 92, 100 - (y - 470), farbe)
        blatt.flaeche([(x - 58, y + 2), (x, y - 54), (x + 58, y + 2)], ORANGE if farbe == CREME else TON)
        for fenster in (-26, 8):
            blatt.kasten(x + fenster, y + 24, 18, 24, WASSER, 2)
    blatt.kasten(430, 566, 340, 10, SONNE, 5)
    for x, y, radius, nummer, haar in knoten:
        blatt.kreis(x, y, radius + 10, SONNE)
        blatt.kreis(x, y, radius, CREME)
        rund = Blatt(CREME, 2 * radius, 2 * radius)
        mensch(rund, radius, radius * 1.98, radius * 0.86, nummer, haar)
        maske = Image.new("L", rund.bild.size, 0)
        ImageDraw.Draw(maske).ellipse((0, 0, *rund.bild.size), fill=255)
        blatt.bild.paste(rund.bild, (round((x - radius) * FEIN), round((y - radius) * FEIN)), maske)
    return blatt


# Key, drawing, caption as printed in the source, what is to be seen.
BILDER: tuple[tuple[str, Callable[[], Blatt], str, str], ...] = (
    (
        "ferien-vor-ort",
        ferien,
        "Ferien vor Ort mit Klex",
        "Zeichnung: Fünf Kinder lassen auf einer Wiese vor Wohnblöcken zwei Drachen steigen.",
    ),
    (
        "generationennetzwerk",
        generationen,
        "Veranstaltung des Generationennetzwerkes",
        "Zeichnung: Ältere und jüngere Menschen sitzen unter Lichterketten an einer Kaffeetafel mit Kuchen.",
    ),
    (
        "kindersprachbruecke",
        bruecke,
        "Bündnispartner Kindersprachbrücke",
        "Zeichnung: Vier Menschen stehen auf einer Brücke über einem Fluss, über ihnen drei Sprechblasen.",
    ),
    (
        "thasg-austausch",
        austausch,
        "THASG-Mitglieder im Austausch",
        "Zeichnung: Fünf Menschen in Kreisen, Linien verbinden sie zu einem Netz, in der Mitte drei Häuser.",
    ),
)


@cache
def gezeichnet(zeichnung: Callable[[], Blatt]) -> bytes:
    """Return the file of a drawing; drawn once a process."""
    return zeichnung().als_webp()


def laden(lader: Demolader) -> None:
    """Draw and store the pictures that are missing."""
    for schluessel, zeichnung, unterschrift, alternativtext in BILDER:
        voll = f"bild/{schluessel}"
        if voll in lader:
            continue
        lader.anlegen(
            voll,
            Bild,
            datei=ContentFile(gezeichnet(zeichnung), name=f"{schluessel}.webp"),
            alternativtext=alternativtext,
            bildunterschrift=unterschrift,
            urheber="Unser Netzwerk",
            rechte="eigene Zeichnung, CC0",
            **BELEGT,
        )

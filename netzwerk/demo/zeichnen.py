"""Pen, paper and figures for the drawings of the demo data.

A sheet is drawn at twice its size and scaled down, which makes smooth edges.
"""

from io import BytesIO

from PIL import Image, ImageDraw

BREITE, HOEHE, FEIN = 1200, 800, 2
GUETE = 80

PETROL, TIEF, NEBEL, HELL = "#0b5563", "#073b46", "#cfe1e0", "#e8f0ee"
SAND, CREME, SONNE, ORANGE, TON, WEISS = "#f4e3cb", "#fbf3e6", "#f3b45b", "#d9803a", "#b65a3c", "#fffdf9"
MOOS, SALBEI, WASSER = "#5f8d6b", "#a9c4a4", "#6fa9b3"
HAUT = ("#f0c9a4", "#c98f66", "#8d5a3b", "#e3b189", "#6b4430")
KLEIDER = (PETROL, ORANGE, MOOS, SONNE, TON, WASSER)

Punkt = tuple[float, float]


class Blatt:
    """A sheet to draw on, measured in picture points of the finished image."""

    def __init__(self, grund: str, breite: int = BREITE, hoehe: int = HOEHE) -> None:
        """Take the colour of the ground and the size."""
        self.bild = Image.new("RGB", (breite * FEIN, hoehe * FEIN), grund)
        self._stift = ImageDraw.Draw(self.bild)

    def flaeche(self, punkte: list[Punkt], farbe: str) -> None:
        """Fill a polygon."""
        self._stift.polygon([(x * FEIN, y * FEIN) for x, y in punkte], fill=farbe)

    def kasten(  # noqa: PLR0917 - coordinates read best in their order
        self, x: float, y: float, breite: float, hoehe: float, farbe: str, rund: float = 0
    ) -> None:
        """Fill a rectangle, with round corners if asked."""
        kanten = [x * FEIN, y * FEIN, (x + breite) * FEIN, (y + hoehe) * FEIN]
        self._stift.rounded_rectangle(kanten, radius=rund * FEIN, fill=farbe)

    def kreis(self, x: float, y: float, radius: float, farbe: str) -> None:
        """Fill a circle."""
        self.oval(x, y, radius, radius, farbe)

    def oval(self, x: float, y: float, breit: float, hoch: float, farbe: str) -> None:
        """Fill an ellipse given by its half axes."""
        kanten = [(x - breit) * FEIN, (y - hoch) * FEIN, (x + breit) * FEIN, (y + hoch) * FEIN]
        self._stift.ellipse(kanten, fill=farbe)

    def linie(self, punkte: list[Punkt], farbe: str, dicke: float) -> None:
        """Draw a line with round ends and joints."""
        self._stift.line([(x * FEIN, y * FEIN) for x, y in punkte], fill=farbe, width=round(dicke * FEIN))
        for x, y in punkte:
            self.kreis(x, y, dicke / 2, farbe)

    def bogen(  # noqa: PLR0917 - coordinates read best in their order
        self, x: float, y: float, radius: float, von: float, bis: float, farbe: str, dicke: float
    ) -> None:
        """Draw a part of a circle, degrees clockwise from the right."""
        kanten = [(x - radius) * FEIN, (y - radius) * FEIN, (x + radius) * FEIN, (y + radius) * FEIN]
        self._stift.arc(kanten, von, bis, fill=farbe, width=round(dicke * FEIN))

    def als_webp(self) -> bytes:
        """Return the finished picture."""
        fertig = self.bild.reduce(FEIN)
        ausgabe = BytesIO()
        fertig.save(ausgabe, "WEBP", quality=GUETE, method=2)
        return ausgabe.getvalue()


def mensch(  # noqa: PLR0917 - coordinates read best in their order
    blatt: Blatt, x: float, y: float, gross: float, nummer: int, haar: str
) -> None:
    """Draw half a person, seen from the front; (x, y) is the middle of the lower edge."""
    kopf_y = y - 1.62 * gross
    blatt.oval(x, kopf_y - 0.06 * gross, 0.37 * gross, 0.40 * gross, haar)
    blatt.kasten(
        x - 0.62 * gross, y - 1.12 * gross, 1.24 * gross, 1.5 * gross, KLEIDER[nummer % 6], 0.5 * gross
    )
    blatt.kasten(
        x - 0.13 * gross, y - 1.34 * gross, 0.26 * gross, 0.34 * gross, HAUT[nummer % 5], 0.12 * gross
    )
    blatt.oval(x, kopf_y + 0.04 * gross, 0.31 * gross, 0.36 * gross, HAUT[nummer % 5])
    blatt.bogen(x, kopf_y + 0.08 * gross, 0.15 * gross, 30, 150, TIEF, 0.035 * gross)


def block(  # noqa: PLR0917 - coordinates read best in their order
    blatt: Blatt, x: float, boden: float, breite: float, stockwerke: int, farbe: str, fenster: str
) -> None:
    """Draw a block of flats with rows of windows."""
    hoehe = stockwerke * 54 + 26
    blatt.kasten(x, boden - hoehe, breite, hoehe, farbe)
    anzahl = int(breite // 46)
    rand = (breite - anzahl * 46 + 20) / 2
    for stock in range(stockwerke):
        for spalte in range(anzahl):
            blatt.kasten(x + rand + spalte * 46, boden - hoehe + 22 + stock * 54, 26, 30, fenster, 3)


def baum(blatt: Blatt, x: float, boden: float, gross: float, farbe: str) -> None:
    """Draw a round tree."""
    blatt.kasten(x - gross * 0.07, boden - gross * 0.9, gross * 0.14, gross * 0.9, "#8a6b4d", gross * 0.05)
    blatt.oval(x, boden - gross * 1.15, gross * 0.48, gross * 0.55, farbe)

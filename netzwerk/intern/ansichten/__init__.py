"""The pages that every noun of the staff area has, and ``wege``, which gives them addresses."""

from typing import Any

from django.urls import URLPattern, path

from netzwerk.intern.ansichten.eintrag import Eintrag, Neu
from netzwerk.intern.ansichten.liste import Liste, Tabelle
from netzwerk.intern.ansichten.schritte import Fassung, Kopieren, Papierkorb, Stand
from netzwerk.intern.ansichten.verlauf import Verlauf
from netzwerk.intern.bereich import Bereich, anmelden

# Page → view; the table of what a noun can do.
SEITEN: dict[str, tuple[str, Any]] = {
    "": ("", Liste),
    "tabelle": ("tabelle.<str:endung>", Tabelle),
    "neu": ("neu/", Neu),
    "eintrag": ("<int:pk>/", Eintrag),
    "stand": ("<int:pk>/stand/", Stand),
    "fassung": ("<int:pk>/fassung/", Fassung),
    "papierkorb": ("<int:pk>/papierkorb/", Papierkorb),
    "kopieren": ("<int:pk>/kopieren/", Kopieren),
    "verlauf": ("<int:pk>/verlauf/", Verlauf),
}


def wege(bereich: Bereich) -> list[URLPattern]:
    """Return the addresses of a noun, and make the noun known."""
    anmelden(bereich)
    return [
        path(
            f"{bereich.name}/{muster}",
            ansicht.as_view(bereich=bereich),
            name=f"intern_{bereich.name}{f'_{seite}' if seite else ''}",
        )
        for seite, (muster, ansicht) in SEITEN.items()
    ]

"""A small picture of what is joined to one entry: itself in the middle, the others around it."""

import math
from typing import Any

BREITE, HOEHE = 320, 190
PUNKTE_HOECHSTENS = 24
ART_GREMIUM, ART_ORGANISATION = "gremium", "organisation"

Nachbarn = dict[tuple[str, str], str]


def kleinbild(schluessel: str, titel: str, nachbarn: Nachbarn, url: str = "") -> dict[str, Any] | None:
    """Return the context of ``components/network_small.html``, None without neighbours.

    ``nachbarn`` holds names by kind and address; ``schluessel`` is the entry's key in the network picture,
    ``url`` another place in it to lead to.
    """
    if not nachbarn:
        return None
    gezeigt = sorted(nachbarn)[:PUNKTE_HOECHSTENS]
    mx, my = BREITE / 2, HOEHE / 2
    return {
        "breite": BREITE,
        "hoehe": HOEHE,
        "mitte": {"x": mx, "y": my, "art": schluessel.partition("-")[0]},
        "knoten": [
            {
                "x": round(mx + 135 * math.cos(winkel), 1),
                "y": round(my + 75 * math.sin(winkel), 1),
                "art": name[0],
                "titel": nachbarn[name],
            }
            for nummer, name in enumerate(gezeigt)
            for winkel in [math.tau * (nummer + 0.5) / len(gezeigt) - math.pi / 2]
        ],
        "text": f"{titel} ist verbunden mit {_gezaehlt(nachbarn)}.",
        "url": url or f"/netzwerk/karte/?um={schluessel}",
    }


def _gezaehlt(nachbarn: Nachbarn) -> str:
    """Say how many bodies and organisations there are."""
    gremien = sum(art == ART_GREMIUM for art, _ in nachbarn)
    organisationen = len(nachbarn) - gremien
    teile = [
        f"{gremien} {'Gremium' if gremien == 1 else 'Gremien'}" if gremien else "",
        f"{organisationen} {'Organisation' if organisationen == 1 else 'Organisationen'}"
        if organisationen
        else "",
    ]
    return " und ".join(teil for teil in teile if teil)

"""The network picture and its equal table, in the shape that templates show."""

from typing import Any

from gremien.netzdaten import Knoten, Netz
from netzwerk.lib.netzlage import BREITE, HOEHE, Schrift, lage, schriften

ARTEN = {
    "mitglied": "ist Mitglied",
    "leitung": "leitet oder trägt",
    "verband": "gehört zum Verband",
    "beziehung": "Gremien stehen in Beziehung",
}
BESCHRIFTUNG_HOECHSTENS = 30
PUNKTE_HOECHSTENS = 300
# Room above the highest and below the lowest point.
LUFT = 44


def bild(netz: Netz, mitte: str, auswahl: str) -> dict[str, Any]:
    """Return the context of ``components/network_map.html``.

    ``mitte`` is the key of the point in focus or ""; ``auswahl`` the query string that links keep.
    """
    nachbarn, alle = netz.nachbarn(), len(netz.knoten)
    rang = sorted(netz.knoten, key=lambda name: (name != mitte, -len(nachbarn[name]), name))[
        :PUNKTE_HOECHSTENS
    ]
    netz = netz.ausschnitt(set(rang))
    gruppen = {
        name: knoten.gebiete[0]["slug"] if knoten.gebiete else "" for name, knoten in netz.knoten.items()
    }
    orte = lage(gruppen, set(netz.kanten))
    texte = {name: gekuerzt(knoten.kurz) for name, knoten in netz.knoten.items()}
    gesetzt = schriften(orte, texte, rang)
    verbindungen = "einer Verbindung" if len(netz.kanten) == 1 else f"{len(netz.kanten)} Verbindungen"
    return ausgeschnitten(orte, texte, gesetzt) | {
        "ausgelassen": alle - len(rang),
        "titel": f"{len(netz.knoten)} Gremien und Organisationen mit {verbindungen}",
        "kanten": [
            {"von": _rund(orte[a]), "zu": _rund(orte[b]), "art": next(art for art in ARTEN if art in arten)}
            for (a, b), arten in sorted(netz.kanten.items())
        ],
        "knoten": [
            _punkt(netz.knoten[name], orte[name], gesetzt.get(name), len(nachbarn[name]))
            | {"mitte": name == mitte, "url": f"?um={name}{auswahl and '&'}{auswahl}"}
            for name in rang
        ],
    }


def ausgeschnitten(
    orte: dict[str, tuple[float, float]], texte: dict[str, str], gesetzt: dict[str, Schrift]
) -> dict[str, int]:
    """Return the part of the drawing that holds all points and names: its corner and its size.

    It stays as wide as the whole, so that points and names keep their size.
    """
    hoehen = [y for _, y in orte.values()] + [gesetzt[name].y for name in texte if name in gesetzt]
    oben = max(min(hoehen, default=0) - LUFT, 0)
    unten = min(max(hoehen, default=HOEHE) + LUFT, HOEHE)
    return {"links": 0, "oben": int(oben), "breite": int(BREITE), "hoehe": int(unten) - int(oben)}


def _rund(ort: tuple[float, float]) -> tuple[float, float]:
    """Return a place as short as the drawing needs."""
    return round(ort[0], 1), round(ort[1], 1)


def _punkt(knoten: Knoten, ort: tuple[float, float], schrift: Schrift | None, grad: int) -> dict[str, Any]:
    """Return one point with its name; a name without room shows when its point is used."""
    x, y = _rund(ort)
    # Above the point, running towards the middle of the picture.
    leise = Schrift(x, y - 18, "end" if x > BREITE / 2 else "start")
    stelle = schrift or leise
    return {
        "x": x,
        "y": y,
        "r": round(min(6 + grad * 0.6, 15), 1),
        "art": knoten.art,
        "titel": knoten.titel,
        "text": gekuerzt(knoten.kurz) if schrift else knoten.titel,
        "leise": schrift is None,
        "lx": round(stelle.x, 1),
        "ly": round(stelle.y, 1),
        "lage": stelle.lage,
    }


def gekuerzt(text: str) -> str:
    """Return a name that fits beside a point, cut between words."""
    if len(text) <= BESCHRIFTUNG_HOECHSTENS:
        return text
    kurz = text[: BESCHRIFTUNG_HOECHSTENS - 1]
    return f"{kurz.rpartition(' ')[0] or kurz}…"


def partner(netz: Netz, nach_name: bool) -> list[dict[str, Any]]:
    """Return the organisations with the bodies each is joined to; most bodies first, or A to Z."""
    nachbarn = netz.nachbarn()
    zeilen = [
        {
            "titel": knoten.titel,
            "url": knoten.url,
            "gremien": [netz.knoten[anderer] for anderer in netz.knoten if anderer in nachbarn[name]
                        and netz.knoten[anderer].art == "gremium"],
        }
        for name, knoten in netz.knoten.items()
        if knoten.art == "organisation"
    ]  # fmt: skip
    zeilen = [zeile for zeile in zeilen if zeile["gremien"]]
    # The points come A to Z in German order; sorting keeps that among equals.
    return zeilen if nach_name else sorted(zeilen, key=lambda zeile: -len(zeile["gremien"]))

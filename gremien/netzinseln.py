"""Which part of the network picture an entry stands in: its town or county, or what is left."""

from collections import Counter
from typing import Any

from gremien.netzdaten import Knoten, Netz
from netzwerk.enums import Gebietsart
from netzwerk.models import Gebiet
from netzwerk.queries import Gebietsbaum

# Fewer entries than this are no field of their own.
PUNKTE_MINDESTENS = 3
UEBERREGIONAL, UND_ANDERSWO = "Überregional", "Überregional und weitere Orte"


def inseln(netz: Netz, baum: Gebietsbaum) -> tuple[dict[str, str], dict[str, str]]:
    """Return the field of each point ("" for what has none), and the titles of the fields, A to Z."""
    orte = {name: _ort(knoten, baum) for name, knoten in netz.knoten.items()}
    zahlen = Counter(ort.slug for ort in orte.values() if ort)
    gross = {slug for slug, zahl in zahlen.items() if zahl >= PUNKTE_MINDESTENS}
    gruppen = {name: ort.slug if ort and ort.slug in gross else "" for name, ort in orte.items()}
    titel = {gebiet.slug: gebiet.name for gebiet in baum.gebiete if gebiet.slug in gross}
    if "" in gruppen.values():
        titel[""] = UND_ANDERSWO if zahlen.keys() - gross else UEBERREGIONAL
    return gruppen, titel


def _ort(knoten: Knoten, baum: Gebietsbaum) -> Gebiet | None:
    """Return the town an entry belongs to, or its county; None for what reaches further."""
    ketten = [kette for kette in (_kette(angabe, baum) for angabe in knoten.gebiete) if kette]
    for art in (Gebietsart.STADT, Gebietsart.KREIS):
        for kette in ketten:
            for gebiet in kette:
                if gebiet.art == art:
                    return gebiet
    return None


def _kette(angabe: dict[str, Any], baum: Gebietsbaum) -> list[Gebiet]:
    """Return an area and what it lies in."""
    gebiet = baum.mit_adresse(angabe["slug"])
    return [*baum.vorfahren(gebiet), gebiet] if gebiet else []

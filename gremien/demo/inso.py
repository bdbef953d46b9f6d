"""Source S2: the five projects of IN/S/O and its clients."""

from typing import Any

from gremien.demo.inso_projekte import KUNDEN, PROJEKTE
from gremien.models import (
    Gremienart,
    Gremium,
    Kunde,
    Methode,
    Planfassung,
    Programmbezug,
    Projekt,
    Projektbeteiligung,
)
from netzwerk.demo.bausteine import BELEGT
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Ebene
from netzwerk.models import Thema


def laden(lader: Demolader) -> None:
    """Make the commissioning body, the projects and the list of clients."""
    lader.anlegen(
        "gremium/jha-leer",
        Gremium,
        name="Jugendhilfeausschuss",
        langname="Jugendhilfeausschuss des Landkreises Leer",
        slug="jugendhilfeausschuss-leer",
        art=lader.wert(Gremienart, "Ausschuss"),
        kurztext=(
            "Der Ausschuss des Landkreises Leer, der die sozialräumliche Jugendhilfeplanung beauftragt hat."
        ),
        ebene=Ebene.LANDKREIS,
        rechtsgrundlage="§ 71 SGB VIII",
        gebiete=[lader["gebiet/landkreis-leer"]],
        themen=lader.werte(Thema, "Jugendhilfeplanung"),
        **BELEGT,
    )
    for schluessel, projekt in PROJEKTE.items():
        _projekt(lader, schluessel, projekt)
    for position, (organisation, bezeichnung) in enumerate(KUNDEN, start=1):
        lader.anlegen(
            f"kunde/inso/{organisation}",
            Kunde,
            institut=lader["organisation/inso"],
            organisation=lader[f"organisation/{organisation}"],
            bezeichnung=bezeichnung,
            position=position,
        )


def _projekt(lader: Demolader, schluessel: str, projekt: dict[str, Any]) -> None:
    """Make one project with its plans, participants and programmes."""
    gremium = projekt.get("beauftragendes_gremium")
    angelegt = lader.anlegen(
        f"projekt/{schluessel}",
        Projekt,
        slug=schluessel,
        institut=lader["organisation/inso"],
        standorte=[lader[f"gebiet/{gebiet}"] for gebiet in projekt["standorte"]],
        themen=lader.werte(Thema, *projekt["themen"]),
        methoden=lader.werte(Methode, *projekt.get("methoden", ())),
        dokumente=[lader[f"dokument/{dokument}"] for dokument in projekt.get("dokumente", ())],
        beauftragendes_gremium=lader[f"gremium/{gremium}"] if gremium else None,
        **projekt["felder"],
        **BELEGT,
    )
    vorige = None
    for bezeichnung, von_jahr, bis_jahr in projekt.get("planfassungen", ()):
        vorige = lader.anlegen(
            f"planfassung/{schluessel}/{von_jahr}",
            Planfassung,
            projekt=angelegt,
            bezeichnung=bezeichnung,
            von_jahr=von_jahr,
            bis_jahr=bis_jahr,
            fortschreibung_von=vorige,
        )
    for position, (art, organisation, text) in enumerate(projekt["beteiligte"], start=1):
        lader.anlegen(
            f"projektbeteiligung/{schluessel}/{position}",
            Projektbeteiligung,
            projekt=angelegt,
            art=art,
            organisation=lader[f"organisation/{organisation}"] if organisation else None,
            text=text,
            position=position,
        )
    for bezug, programm in projekt.get("programme", ()):
        lader.anlegen(
            f"programmbezug/{schluessel}/{programm}",
            Programmbezug,
            projekt=angelegt,
            art=bezug,
            programm=lader[f"programm/{programm}"],
        )

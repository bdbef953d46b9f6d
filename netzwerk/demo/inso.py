"""Source S2: the institute IN/S/O, its clients, the programmes and documents of its projects."""

from typing import Any

from netzwerk.demo.bausteine import BELEGT
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Dokumentart, Ebene, Programmart
from netzwerk.models import Dokument, Organisation, Organisationsart, Programm, Thema

# Key (and address), name, kind, level, area.
KOMMUNEN = (
    ("stadt-dorsten", "Stadt Dorsten", "Stadt/Gemeinde", Ebene.STADT, "dorsten"),
    ("stadt-ibbenbueren", "Stadt Ibbenbüren", "Stadt/Gemeinde", Ebene.STADT, "ibbenbueren"),
    ("landkreis-leer", "Landkreis Leer", "Landkreis", Ebene.LANDKREIS, "landkreis-leer"),
    ("stadt-dortmund", "Stadt Dortmund", "Stadt/Gemeinde", Ebene.STADT, "dortmund"),
    ("stadt-oldenburg", "Stadt Oldenburg", "Stadt/Gemeinde", Ebene.STADT, "oldenburg"),
    ("landkreis-rottweil", "Landkreis Rottweil", "Landkreis", Ebene.LANDKREIS, "landkreis-rottweil"),
    ("stadt-stolberg", "Stadt Stolberg", "Stadt/Gemeinde", Ebene.STADT, "stolberg"),
)
# Key, fields; a programme stands after the one it is part of.
PROGRAMME: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "nrw-haelt-zusammen",
        {
            "name": "NRW hält zusammen. Für ein Leben ohne Armut und Ausgrenzung",
            "art": Programmart.INITIATIVE,
            "ebene": Ebene.LAND,
        },
    ),
    (
        "wir-machen-mitte",
        {"name": "Wir machen MITte – Dorsten 2020", "art": Programmart.KONZEPT, "ebene": Ebene.STADT},
    ),
    (
        "jugendgerechte-kommune",
        {"name": "Jugendgerechte Kommune", "art": Programmart.INITIATIVE, "ebene": Ebene.BUND},
    ),
    (
        "kinder-und-jugendplan-des-bundes",
        {
            "name": "Kinder- und Jugendplan des Bundes",
            "art": Programmart.FOERDERPROGRAMM,
            "ebene": Ebene.BUND,
        },
    ),
    (
        "jive",
        {
            "name": "JiVE. Jugendarbeit international – Vielfalt erleben",
            "kurzname": "JiVE",
            "art": Programmart.INITIATIVE,
        },
    ),
    (
        "kommune-goes-international",
        {"name": "Kommune goes International", "art": Programmart.INITIATIVE, "teil_von": "jive"},
    ),
)


def laden(lader: Demolader) -> None:
    """Make what the projects of S2 refer to."""
    _organisationen(lader)
    for schluessel, felder in PROGRAMME:
        teil_von = felder.get("teil_von")
        ganzes = {"teil_von": lader[f"programm/{teil_von}"]} if teil_von else {}
        lader.anlegen(f"programm/{schluessel}", Programm, slug=schluessel, **felder | ganzes)
    lader.anlegen(
        "dokument/handreichung-ijip",
        Dokument,
        titel=(
            "Internationale Jugendarbeit kommunal verankern – "
            "Instrumente der Jugendhilfeplanung erfolgreich nutzen"
        ),
        art=Dokumentart.HANDREICHUNG,
        webadresse="https://www.ijab.de/ijip/",
        **BELEGT,
    )
    # The source calls it the current plan and gives no address: the gap stays visible.
    lader.anlegen(
        "dokument/foerderplan-dortmund",
        Dokument,
        titel="Förderplan 2011 – 2014",
        art=Dokumentart.PLAN,
        fassung="2011–2014",
        **BELEGT,
    )


def _organisationen(lader: Demolader) -> None:
    lader.anlegen(
        "organisation/inso",
        Organisation,
        name="IN/S/O",
        slug="inso",
        art=lader.wert(Organisationsart, "Planungsinstitut"),
        kurztext=(
            "Institut, das Städte und Landkreise bei der Planung von Jugendhilfe und Sozialem begleitet."
        ),
        themen=lader.werte(Thema, "Jugendhilfeplanung", "Sozialplanung", "Beteiligung"),
        **BELEGT,
    )
    lader.anlegen(
        "organisation/ijab",
        Organisation,
        name="Fachstelle für Internationale Jugendarbeit der Bundesrepublik Deutschland e. V.",
        kurzname="IJAB",
        slug="ijab",
        art=lader.wert(Organisationsart, "Fachstelle"),
        rechtsform="e. V.",
        ebene=Ebene.BUND,
        gebiete=[lader["gebiet/deutschland"]],
        themen=lader.werte(Thema, "Internationale Jugendarbeit"),
        **BELEGT,
    )
    for schluessel, name, art, ebene, gebiet in KOMMUNEN:
        lader.anlegen(
            f"organisation/{schluessel}",
            Organisation,
            name=name,
            slug=schluessel,
            art=lader.wert(Organisationsart, art),
            ebene=ebene,
            gebiete=[lader[f"gebiet/{gebiet}"]],
            **BELEGT,
        )

"""Organisations, positions and a concept of Jena (source S1)."""

from netzwerk.demo.bausteine import BELEGT
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Ebene, Programmart
from netzwerk.models import Organisation, Organisationsart, Programm, Stelle

# Key (and address), name, short name, kind (None: not said), legal form, level, areas, unit of, one sentence.
ORGANISATIONEN = (
    (
        "stadt-jena",
        "Stadt Jena",
        "",
        "Stadt/Gemeinde",
        "",
        Ebene.STADT,
        ("jena",),
        None,
        "Die Kommune, zu der der Stadtteil Lobeda gehört.",
    ),
    (
        "fachdienst-jugend-und-bildung-jena",
        "Fachdienst Jugend und Bildung",
        "",
        "Stadtverwaltung/Fachdienst",
        "",
        Ebene.STADT,
        ("jena",),
        "stadt-jena",
        "Leitet mit dem Stadtteilbüro die Vernetzungsgruppe Kinder- und Jugendarbeit.",
    ),
    (
        "stadtteilbuero-lobeda",
        "Stadtteilbüro Lobeda",
        "Stadtteilbüro",
        "Quartiersmanagement/Stadtteilbüro",
        "",
        Ebene.STADTTEIL,
        ("jena-lobeda",),
        None,
        "Leitet mit dem Fachdienst Jugend und Bildung die Vernetzungsgruppe Kinder- und Jugendarbeit.",
    ),
    (
        "klex",
        "Kinder- und Jugendzentrum Klex",
        "Klex",
        "Einrichtung der Kinder- und Jugendarbeit",
        "",
        Ebene.STADTTEIL,
        ("jena-lobeda",),
        None,
        "Organisiert die „Ferien vor Ort“, die in der Vernetzungsgruppe gemeinsam geplant werden.",
    ),
    (
        "kubus",
        "Multifunktionales Zentrum KuBuS",
        "KuBuS",
        None,
        "",
        Ebene.STADTTEIL,
        ("jena-lobeda",),
        None,
        "Offener Treffpunkt in Lobeda, einer von mehreren, die eine Arbeitsgruppe in Jena unterstützt.",
    ),
    (
        "ueag",
        "ÜAG gGmbH",
        "ÜAG",
        None,
        "gGmbH",
        "",
        ("jena",),
        None,
        "Trägt das Netzwerk „Treffpunkt Generationen Jena“.",
    ),
    (
        "kindersprachbruecke",
        "Kindersprachbrücke",
        "",
        None,
        "",
        "",
        ("jena",),
        None,
        "Partner im Jenaer Integrationsbündnis.",
    ),
    (
        "thasg",
        "Thüringer Arbeitsgemeinschaft Soziale Stadtentwicklung und Gemeinwesenarbeit",
        "THASG",
        "Verein/Initiative",
        "Verein",
        Ebene.LAND,
        ("thueringen",),
        None,
        "Verein für Quartiersmanagement und Gemeinwesenarbeit in Thüringen.",
    ),
)


def laden(lader: Demolader) -> None:
    """Make what is missing."""
    for schluessel, name, kurzname, art, rechtsform, ebene, gebiete, teil_von, kurztext in ORGANISATIONEN:
        lader.anlegen(
            f"organisation/{schluessel}",
            Organisation,
            name=name,
            kurzname=kurzname,
            slug=schluessel,
            art=lader.wert(Organisationsart, art) if art else None,
            rechtsform=rechtsform,
            ebene=ebene,
            gebiete=[lader[f"gebiet/{gebiet}"] for gebiet in gebiete],
            parent=lader[f"organisation/{teil_von}"] if teil_von else None,
            kurztext=kurztext,
            **BELEGT,
        )
    lader.anlegen("stelle/sozialplanerin-jena", Stelle, bezeichnung="Sozialplanerin")
    lader.anlegen(
        "programm/integrationskonzept-jena",
        Programm,
        name="Integrationskonzept der Stadt Jena",
        slug="integrationskonzept-der-stadt-jena",
        art=Programmart.KONZEPT,
        ebene=Ebene.STADT,
        geber=lader["organisation/stadt-jena"],
    )

"""Organisations, positions and programmes of Marburg (source S0)."""

from netzwerk.demo.bausteine import BELEGT, absaetze, liste
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Ebene, Programmart
from netzwerk.models import (
    Organisation,
    Organisationsart,
    Organisationsmitgliedschaft,
    Programm,
    Stelle,
    Thema,
)

# Key (and address), name, short name, kind, level, areas, unit of, one sentence; parents first.
ORGANISATIONEN = (
    (
        "ikjg",
        "IKJG",
        "",
        "freier Träger der Jugendhilfe",
        Ebene.STADT,
        ("marburg",),
        None,
        "Freier Träger der Jugendhilfe, der in Marburger Stadtteilen und in vielen Gremien arbeitet.",
    ),
    (
        "quartiersmanagement-ikjg",
        "Quartiersmanagement der IKJG",
        "",
        "Quartiersmanagement/Stadtteilbüro",
        Ebene.STADTTEIL,
        ("marburg",),
        "ikjg",
        "Wertet mit Fachdiensten aus, wie das Programm Sozialer Zusammenhalt den Stadtteil voranbringt.",
    ),
    (
        "paritaetischer-hessen",
        "Der Paritätische Wohlfahrtsverband Hessen",
        "Der Paritätische Hessen",
        "Wohlfahrtsverband",
        Ebene.LAND,
        ("hessen",),
        None,
        "Dachverband der Freien Wohlfahrtspflege, unabhängig von Parteien und Konfessionen.",
    ),
    (
        "stadt-marburg",
        "Stadt Marburg",
        "",
        "Stadt/Gemeinde",
        Ebene.STADT,
        ("marburg",),
        None,
        "Die Kommune: Ihre Dezernate und Fachdienste arbeiten in vielen der Marburger Gremien mit.",
    ),
    (
        "jugendamt-marburg",
        "Jugendamt der Stadt Marburg",
        "",
        "Jugendamt/ASD",
        Ebene.STADT,
        ("marburg",),
        "stadt-marburg",
        "Das Amt, zu dem der Jugendhilfeausschuss gehört.",
    ),
    (
        "fd-stadtplanung-marburg",
        "Fachdienst Stadtplanung",
        "",
        "Stadtverwaltung/Fachdienst",
        Ebene.STADT,
        ("marburg",),
        "stadt-marburg",
        "Fachdienst der Stadt Marburg, beteiligt an der Steuerung des Programms Sozialer Zusammenhalt.",
    ),
    (
        "fd-kinder-jugend-familie-marburg",
        "Fachdienst Kinder, Jugend und Familie",
        "",
        "Stadtverwaltung/Fachdienst",
        Ebene.STADT,
        ("marburg",),
        "stadt-marburg",
        "Fachdienst der Stadt Marburg, beteiligt an der Steuerung des Programms Sozialer Zusammenhalt.",
    ),
    (
        "fd-jugendhilfe-und-schule-marburg",
        "Fachdienst Jugendhilfe und Schule",
        "FD Jugendhilfe und Schule",
        "Stadtverwaltung/Fachdienst",
        Ebene.STADT,
        ("marburg",),
        "stadt-marburg",
        "Fachdienst der Stadt Marburg, vertreten im Forum Jugendhilfe-Schule.",
    ),
    (
        "jugendfoerderung-marburg",
        "Jugendförderung",
        "",
        "Stadtverwaltung/Fachdienst",
        Ebene.STADT,
        ("marburg",),
        "stadt-marburg",
        "Setzt mit dem Arbeitskreis Jugend in Marburg Thementage und Projekte um.",
    ),
    (
        "kreisjobcenter",
        "Kreisjobcenter",
        "",
        "Jobcenter",
        Ebene.LANDKREIS,
        ("landkreis-marburg-biedenkopf",),
        None,
        "Das Jobcenter des Kreises, Mitglied im Arbeitskreis Wohnraumsicherung.",
    ),
    (
        "bamf",
        "Bundesamt für Migration und Flüchtlinge",
        "BAMF",
        "Bundesbehörde",
        Ebene.BUND,
        ("deutschland",),
        None,
        "Bundesbehörde; leitet vor Ort die AG Sprache und Integration und sitzt am Runden Tisch Integration.",
    ),
    (
        "sozialministerium-hessen",
        "Sozialministerium in Hessen",
        "",
        "Landesministerium/Landesbehörde",
        Ebene.LAND,
        ("hessen",),
        None,
        "Ministerium des Landes, Gegenüber der LAG Soziale Brennpunkte Hessen.",
    ),
)

BESCHREIBUNGEN = {
    "ikjg": (
        "Die IKJG ist ein freier Träger der Jugendhilfe in Marburg. Sie arbeitet sozialräumlich: in der "
        "Gemeinwesenarbeit, der Jugendsozialarbeit, der Betreuung von Kindern unter drei Jahren und einem "
        "Familienzentrum. Auch ein Quartiersmanagement gehört dazu."
    ),
    "paritaetischer-hessen": absaetze(
        "Der Verband ist unser Dachverband, einer der Dachverbände der Freien Wohlfahrtspflege. Dass er an "
        "keine Partei und keine Konfession gebunden ist, unterscheidet ihn von anderen Wohlfahrtsverbänden.",
        "Unter seinem Dach nehmen wir an Fachgremien teil, in der Kommune und darüber hinaus, und stärken "
        "so die Arbeit vor Ort. Dabei geht es um:",
        liste(
            "rechtliche Fragen von Trägern",
            "Kinder- und Jugendarbeit",
            "Kinderbetreuung",
            "Migrationspolitik",
        ),
    ),
}
THEMEN = {
    "ikjg": ("Gemeinwesenarbeit", "Jugendsozialarbeit", "Kinderbetreuung/U3"),
    "paritaetischer-hessen": (
        "Offene Kinder- und Jugendarbeit",
        "Kinderbetreuung/U3",
        "Migration/Integration",
    ),
    "bamf": ("Migration/Integration", "Spracherwerb"),
}


def laden(lader: Demolader) -> None:
    """Make what is missing."""
    for schluessel, name, kurzname, art, ebene, gebiete, teil_von, kurztext in ORGANISATIONEN:
        lader.anlegen(
            f"organisation/{schluessel}",
            Organisation,
            name=name,
            kurzname=kurzname,
            slug=schluessel,
            art=lader.wert(Organisationsart, art),
            parent=lader[f"organisation/{teil_von}"] if teil_von else None,
            kurztext=kurztext,
            beschreibung=BESCHREIBUNGEN.get(schluessel, ""),
            ebene=ebene,
            gebiete=[lader[f"gebiet/{gebiet}"] for gebiet in gebiete],
            themen=lader.werte(Thema, *THEMEN.get(schluessel, ())),
            **BELEGT,
        )
    lader.anlegen(
        "dachverband/ikjg",
        Organisationsmitgliedschaft,
        organisation=lader["organisation/ikjg"],
        verband=lader["organisation/paritaetischer-hessen"],
        ist_dachverband=True,
    )
    lader.anlegen(
        "stelle/dezernentin-marburg",
        Stelle,
        bezeichnung="Dezernentin",
        organisation=lader["organisation/stadt-marburg"],
    )
    lader.anlegen(
        "programm/sozialer-zusammenhalt",
        Programm,
        name="Sozialer Zusammenhalt",
        slug="sozialer-zusammenhalt",
        art=Programmart.FOERDERPROGRAMM,
    )
    lader.anlegen(
        "programm/paedagogisches-handeln-an-schule",
        Programm,
        name="Pädagogisches Handeln an Schule",
        slug="paedagogisches-handeln-an-schule",
        art=Programmart.KONZEPT,
        ebene=Ebene.STADT,
    )

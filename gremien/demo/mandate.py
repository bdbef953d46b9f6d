"""Invented: a board of 15 seats of which 14 are filled, a missing kind of school, a pool, and a leaver."""

from datetime import date, timedelta
from typing import Any

from gremien.enums import Anteil, Bestellungsart, Mitgliedsrolle, Vertretungsart
from gremien.models import (
    Gremienart,
    Gremium,
    Mandatsvorschlag,
    Mitgliedschaft,
    Sitz,
    Sitzkategorie,
    Stellvertretung,
)
from netzwerk.demo.bausteine import BELEGT
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Ebene
from netzwerk.lib.dates import heute, in_monaten
from netzwerk.models import Organisation, Organisationsart, Person, Zugehoerigkeit

ERFUNDEN = "Erfunden für die Demodaten."
ZUSATZ = "(erfunden)"
SCHULEN = (
    ("Grundschule", "Grundschule am Anger"),
    ("Gesamtschule", "Gesamtschule Lahnbogen"),
    ("Förderschule", "Förderschule Birkenweg"),
    ("Gymnasium", ""),
)
# First and last names of people who do not exist.
NAMEN = (
    *("Ada Birnbaum", "Bela Cordes", "Cleo Distelfink", "Dario Eibenholz", "Elin Falkenried"),
    *("Faris Ginsterweg", "Greta Haselbach", "Hana Immergrün", "Ivo Jasminhof", "Juna Kornfeld"),
    *("Kian Lindenau", "Lia Mohnblum", "Milo Nesselried", "Nela Ohlenbusch", "Oskar Pappelhain"),
    *("Pia Quittenhof", "Ravi Rosengart"),
)
# The last of the council has no deputy, though there should be one.
MIT_VERTRETUNG = 5
RUNDEN = (
    "Runder Tisch Ganztag",
    "Arbeitskreis Schulwege",
    "Netzwerk Schulsozialarbeit",
    "Bündnis Ausbildung",
)


def laden(lader: Demolader) -> None:
    """Make what is missing."""
    tag = heute()
    gremium = lader.anlegen(
        "gremium/mandate-schulbeirat",
        Gremium,
        name=f"Schulbeirat {ZUSATZ}",
        art=lader.wert(Gremienart, "Beirat"),
        kurztext=f"{ERFUNDEN} Der Beirat berät die Stadt zur Schulentwicklung.",
        ebene=Ebene.STADT,
        gebiete=[lader["gebiet/marburg"]],
        ein_sitz_je_einrichtung=True,
        amt_bis_nachfolge=True,
        wahl_am=in_monaten(tag, 6),
        vorschlagsfrist=in_monaten(tag, 4),
        **BELEGT,
    )
    rat = _kategorie(
        lader, "rat", 6, gremium=gremium, bezeichnung="Vertretungskörperschaft", anteil=Anteil.DREI_FUENFTEL
    )
    traeger = _kategorie(
        lader, "traeger", 4, gremium=gremium, bezeichnung="freie Träger", anteil=Anteil.ZWEI_FUENFTEL
    )
    schulen = _kategorie(
        lader,
        "schulen",
        5,
        gremium=gremium,
        bezeichnung="Schulen",
        stimmrecht=False,
        regeltext="pro Schultyp ein Vertreter der Schulen, möglichst die Schulleitung",
        je_art=[lader.wert(Organisationsart, art) for art, _ in SCHULEN],
    )
    _besetzen(lader, gremium, [*rat, *traeger[:3]], tag)
    _schulen(lader, gremium, schulen, tag)
    lader.anlegen(
        "mandatsvorschlag/mandate-schulbeirat",
        Mandatsvorschlag,
        sitz=traeger[3],
        person=_person(lader, 13),
        vorgeschlagen_am=tag - timedelta(days=20),
    )
    _abgang(lader, tag)


# Key of a category → its place, and how its seats are substituted.
KATEGORIEN = {
    "rat": (1, Vertretungsart.PERSOENLICH),
    "traeger": (2, Vertretungsart.POOL),
    "schulen": (3, Vertretungsart.FREI),
}


def _kategorie(lader: Demolader, schluessel: str, anzahl: int, **felder: Any) -> list[Any]:
    """Make a category; return its seats."""
    position, art = KATEGORIEN[schluessel]
    kategorie = lader.anlegen(
        f"sitzkategorie/mandate-schulbeirat/{schluessel}",
        Sitzkategorie,
        position=position,
        soll_min=anzahl,
        soll_max=anzahl,
        **{"stimmrecht": True, **felder},
    )
    sitze = [
        lader.anlegen(
            f"sitz/mandate-schulbeirat/{schluessel}/{nummer}",
            Sitz,
            kategorie=kategorie,
            nummer=nummer,
            vertretungsart=art,
        )
        for nummer in range(1, anzahl + 1)
    ]
    if schluessel == "traeger":
        for rang, nummer in enumerate((14, 15), start=1):
            lader.anlegen(
                f"stellvertretung/mandate-schulbeirat/pool/{rang}",
                Stellvertretung,
                kategorie=kategorie,
                rang=rang,
                person=_person(lader, nummer),
            )
    return sitze


def _person(lader: Demolader, nummer: int) -> Any:
    vorname, nachname = NAMEN[nummer].split()
    return lader.anlegen(
        f"person/mandate/{nummer}",
        Person,
        vorname=vorname,
        nachname=nachname,
        namenszusatz=ZUSATZ,
        email=f"{vorname.lower()}.demo@example.org",
        notiz_intern=ERFUNDEN,
    )


def _mitglied(lader: Demolader, schluessel: str, **felder: Any) -> Any:
    return lader.anlegen(
        f"mitglied/mandate/{schluessel}",
        Mitgliedschaft,
        notiz_intern=ERFUNDEN,
        **felder,
    )


def _besetzen(lader: Demolader, gremium: Any, sitze: list[Any], tag: date) -> None:
    """Fill the voting seats, all but one of those of the carriers; one mandate ends soon."""
    beginn, ende = in_monaten(tag, -30), in_monaten(tag, 30)
    for nummer, sitz in enumerate(sitze):
        bald = nummer == 1
        mandat = _mitglied(
            lader,
            f"schulbeirat/{nummer}",
            gremium=gremium,
            sitz=sitz,
            person=_person(lader, nummer),
            rolle=Mitgliedsrolle.VORSITZ if nummer == 0 else Mitgliedsrolle.MITGLIED,
            bestellungsart=Bestellungsart.GEWAEHLT,
            von=beginn,
            bis=tag + timedelta(days=80) if bald else ende,
        )
        if nummer < MIT_VERTRETUNG:
            lader.anlegen(
                f"stellvertretung/mandate-schulbeirat/{nummer}",
                Stellvertretung,
                mitgliedschaft=mandat,
                person=_person(lader, 9 + nummer % 4),
                von=beginn,
                bis=tag + timedelta(days=80) if bald else ende,
            )


def _schulen(lader: Demolader, gremium: Any, sitze: list[Any], tag: date) -> None:
    """Fill the seats of the schools: three kinds of four, and two advisers."""
    alle = (*SCHULEN[:3], ("", "Schulamt Lahntal"), ("", "Elternbeirat Lahntal"))
    for nummer, (art, name) in enumerate(alle):
        schule = lader.anlegen(
            f"organisation/mandate-schule/{nummer}",
            Organisation,
            name=f"{name} {ZUSATZ}",
            art=lader.wert(Organisationsart, art) if art else None,
            kurztext=ERFUNDEN,
            **BELEGT,
        )
        _mitglied(
            lader,
            f"schulbeirat/schule/{nummer}",
            gremium=gremium,
            sitz=sitze[nummer],
            organisation=schule,
            rolle=Mitgliedsrolle.BERATEND,
            von=in_monaten(tag, -30),
        )


def _abgang(lader: Demolader, tag: date) -> None:
    """Make somebody who has just left and still holds five mandates: each is to be looked at."""
    person = _person(lader, 16)
    ikjg = lader["organisation/ikjg"]
    lader.anlegen(
        "zugehoerigkeit/mandate-abgang",
        Zugehoerigkeit,
        person=person,
        organisation=ikjg,
        funktion="Schulsozialarbeit",
        von=in_monaten(tag, -90),
        bis=tag - timedelta(days=10),
    )
    for nummer, name in enumerate((*RUNDEN, "Steuerungsrunde Inklusion")):
        runde = lader.anlegen(
            f"gremium/mandate-runde/{nummer}",
            Gremium,
            name=f"{name} {ZUSATZ}",
            art=lader.wert(Gremienart, "Arbeitskreis"),
            kurztext=f"{ERFUNDEN} Eine Runde mit einem Mandat, das zu prüfen ist.",
            ebene=Ebene.STADT,
            gebiete=[lader["gebiet/marburg"]],
            **BELEGT,
        )
        _mitglied(
            lader,
            f"abgang/{nummer}",
            gremium=runde,
            person=person,
            im_auftrag_von=ikjg,
            von=in_monaten(tag, -40),
        )

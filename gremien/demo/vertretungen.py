"""Invented: an internal group with a seat that ends soon, one on a position, a pool, and a vacant one."""

from datetime import timedelta
from typing import Any

from gremien.enums import Mitgliedsrolle, Vertretungsart
from gremien.models import Gremienart, Gremium, Mitgliedschaft, Sitz, Sitzkategorie, Stellvertretung
from netzwerk.demo.bausteine import BELEGT
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Ebene, Sichtbarkeit
from netzwerk.lib.dates import heute, in_monaten
from netzwerk.models import Stelle, Thema

ERFUNDEN = "Erfunden für die Demodaten."


def laden(lader: Demolader) -> None:
    """Make what is missing."""
    tag = heute()
    gremium = lader.anlegen(
        "gremium/erfunden-begleitgruppe",
        Gremium,
        name="Begleitgruppe Quartiersfonds (erfunden)",
        art=lader.wert(Gremienart, "Projekt-/Begleitgruppe"),
        kurztext=f"{ERFUNDEN} Berät, wofür der Quartiersfonds ausgegeben wird.",
        ebene=Ebene.STADT,
        gebiete=[lader["gebiet/marburg"]],
        themen=lader.werte(Thema, "Gemeinwesenarbeit"),
        **{**BELEGT, "sichtbarkeit": Sichtbarkeit.INTERN},
    )
    kategorie = lader.anlegen(
        "sitzkategorie/erfunden-begleitgruppe",
        Sitzkategorie,
        gremium=gremium,
        bezeichnung="freie Träger",
        stimmrecht=True,
        soll_min=3,
        soll_max=3,
    )
    stelle = lader.anlegen(
        "stelle/erfunden-quartier",
        Stelle,
        bezeichnung="Quartierskoordination (erfunden)",
        organisation=lader["organisation/ikjg"],
        sichtbarkeit=Sichtbarkeit.INTERN,
    )
    besetzt: tuple[dict[str, Any], ...] = (
        {
            "person": lader["person/ole-wintermann"],
            "bis": in_monaten(tag, 2),
            "rolle": Mitgliedsrolle.SPRECHER,
        },
        {"stelle": stelle},
        {},
    )
    for nummer, felder in enumerate(besetzt, start=1):
        sitz = lader.anlegen(
            f"sitz/erfunden-begleitgruppe/{nummer}",
            Sitz,
            kategorie=kategorie,
            nummer=nummer,
            entsendende_organisation=lader["organisation/ikjg"],
            vertretungsart=Vertretungsart.POOL,
        )
        if felder:
            lader.anlegen(
                f"mitglied/erfunden-begleitgruppe/{nummer}",
                Mitgliedschaft,
                gremium=gremium,
                sitz=sitz,
                von=tag - timedelta(days=600),
                stunden_je_jahr=18,
                sichtbarkeit=Sichtbarkeit.INTERN,
                notiz_intern=ERFUNDEN,
                **felder,
            )
    lader.anlegen(
        "stellvertretung/erfunden-begleitgruppe/1",
        Stellvertretung,
        kategorie=kategorie,
        fuer_organisation=lader["organisation/ikjg"],
        person=lader["person/benno-quell"],
    )

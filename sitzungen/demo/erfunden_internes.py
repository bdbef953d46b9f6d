"""Invented things that the public must never see; tests look for GEHEIMSACHE in every page."""

from datetime import date, time, timedelta
from typing import Any

from gremien.enums import Berichtsart, Beziehungsart
from gremien.models import (
    Bericht,
    Berichtsabschnitt,
    Gremienart,
    Gremienbeziehung,
    Gremium,
    Leitung,
    Mitgliedschaft,
)
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Ebene, Sichtbarkeit, Veroeffentlichung
from netzwerk.lib.dates import jetzt
from netzwerk.models import Organisation, Person, Stelle
from sitzungen.demo.erfunden_kalender import SICHTBAR, arbeitstag, sitzungstag
from sitzungen.enums import (
    Beschlussart,
    Schrittstatus,
    Sitzungsstatus,
    Teil,
    Vorlagenart,
    Vorlagenstand,
    Zustaendigkeit,
)
from sitzungen.models import Beratung, Beschluss, Sitzung, Vorlage

INTERN: dict[str, Any] = {**SICHTBAR, "sichtbarkeit": Sichtbarkeit.INTERN}
JHA, LETZTE, NAECHSTE = "jha-marburg", -2, 10


def laden(lader: Demolader, heute: date) -> None:
    """Make what must stay hidden, each kind of hiding once."""
    _gremien(lader)
    _menschen_und_stellen(lader)
    _sitzungen(lader, heute)
    _vorlagen(lader, heute)
    bericht = lader.anlegen(
        "bericht/erfunden-entwurf",
        Bericht,
        titel="GEHEIMSACHE-BERICHT 1. Quartal 2015",
        slug="kreis-offenbach-2015-q1",
        verbund=lader["gremium/weinheimer-initiative"],
        organisation=lader["organisation/kreis-offenbach"],
        art=Berichtsart.QUARTAL,
        jahr=2015,
        quartal=1,
        datum=date(2015, 4, 1),
        veroeffentlichung=Veroeffentlichung.ENTWURF,
    )
    lader.anlegen(
        "berichtsabschnitt/erfunden-entwurf/1",
        Berichtsabschnitt,
        bericht=bericht,
        position=1,
        text="GEHEIMSACHE-BERICHTSTEXT",
    )


def _gremien(lader: Demolader) -> None:
    zustaende: tuple[tuple[str, dict[str, Any]], ...] = (
        ("KRISENSTAB", INTERN),
        ("ENTWURFSRUNDE", {"veroeffentlichung": Veroeffentlichung.ENTWURF}),
        ("FREIGABERUNDE", {"veroeffentlichung": Veroeffentlichung.ZUR_FREIGABE}),
        ("SPAETERRUNDE", {**SICHTBAR, "oeffentlich_ab": jetzt() + timedelta(days=3650)}),
    )
    for name, felder in zustaende:
        kennung = f"erfunden-{name.lower()}"
        lader.anlegen(
            f"gremium/{kennung}",
            Gremium,
            name=f"GEHEIMSACHE-{name}",
            art=lader.wert(Gremienart, "Sonstiges Gremium"),
            kurztext="GEHEIMSACHE-KURZTEXT: erfunden und nicht öffentlich.",
            ebene=Ebene.STADT,
            gebiete=[lader["gebiet/marburg"]],
            **felder,
        )
        lader.anlegen(
            f"beziehung/{kennung}",
            Gremienbeziehung,
            von_gremium=lader[f"gremium/{kennung}"],
            art=Beziehungsart.BERICHTET,
            zu_gremium=lader[f"gremium/{JHA}"],
            quelle="GEHEIMSACHE-QUELLE",
        )
    lader.anlegen(
        "gremium/erfunden-papierkorb",
        Gremium,
        name="Arbeitsgruppe Papierkorb (erfundenes Beispiel)",
        art=lader.wert(Gremienart, "Arbeitsgruppe"),
        kurztext="GEHEIMSACHE-PAPIERKORB",
        geloescht_am=jetzt(),
        **SICHTBAR,
    )


def _menschen_und_stellen(lader: Demolader) -> None:
    netzwerk = lader["gremium/erfunden-nachfolger"]
    organisation = lader.anlegen(
        "organisation/erfunden-intern", Organisation, name="GEHEIMSACHE-ORGANISATION", **INTERN
    )
    lader.anlegen("leitung/erfunden-intern", Leitung, gremium=netzwerk, organisation=organisation)
    person = lader.anlegen(
        "person/erfunden-geheim",
        Person,
        vorname="Greta",
        nachname="GEHEIMSACHE-PERSON",
        email="greta@example.org",
        telefon="GEHEIMSACHE-TELEFON",
        notiz_intern="Erfundene Person; öffentlich erscheint nur ihre Rolle.",
    )
    stelle = lader.anlegen("stelle/erfunden-beobachtung", Stelle, bezeichnung="GEHEIMSACHE-BEOBACHTUNG")
    verborgen = lader.anlegen(
        "stelle/erfunden-intern", Stelle, bezeichnung="GEHEIMSACHE-STELLE", sichtbarkeit=Sichtbarkeit.INTERN
    )
    # A name that must not show, a membership that must not, and a position that must not.
    mitglieder: tuple[tuple[str, dict[str, Any]], ...] = (
        ("person", {"person": person, "notiz_intern": "GEHEIMSACHE-NOTIZ"}),
        ("beobachtung", {"stelle": stelle, "sichtbarkeit": Sichtbarkeit.INTERN}),
        ("stelle", {"stelle": verborgen}),
        ("organisation", {"organisation": organisation}),
    )
    for schluessel, felder in mitglieder:
        lader.anlegen(f"mitgliedschaft/erfunden/{schluessel}", Mitgliedschaft, gremium=netzwerk, **felder)


def _sitzungen(lader: Demolader, heute: date) -> None:
    tag = arbeitstag(sitzungstag(JHA, NAECHSTE, heute) - timedelta(days=1))
    sitzungen: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("entwurf", JHA, {"status": Sitzungsstatus.ENTWURF, **SICHTBAR}),
        ("intern", JHA, INTERN),
        ("krisenstab", "erfunden-krisenstab", SICHTBAR),
    )
    for schluessel, gremium, felder in sitzungen:
        lader.anlegen(
            f"sitzung/erfunden-{schluessel}",
            Sitzung,
            gremium=lader[f"gremium/{gremium}"],
            titel=f"GEHEIMSACHE-SITZUNG {schluessel}",
            datum=tag,
            uhrzeit=time(8),
            ort="GEHEIMSACHE-ORT",
            **felder,
        )


def _vorlagen(lader: Demolader, heute: date) -> None:
    letzte = sitzungstag(JHA, LETZTE, heute)
    vorlagen: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("90", "ENTWURF", {"stand": Vorlagenstand.ENTWURF, **SICHTBAR}),
        ("91", "ABSTIMMUNG", {"stand": Vorlagenstand.IN_ABSTIMMUNG, **SICHTBAR}),
        ("92", "GRUNDSTUECK", {"stand": Vorlagenstand.IN_BERATUNG, **INTERN}),
    )
    for kennung, name, felder in vorlagen:
        lader.anlegen(
            f"vorlage/erfunden/{kennung}",
            Vorlage,
            koerperschaft=lader["organisation/stadt-marburg"],
            kennung=f"DEMO/{letzte.year}/{kennung}",
            betreff=f"GEHEIMSACHE-{name}",
            art=Vorlagenart.BESCHLUSSVORLAGE,
            datum=letzte,
            beschlussvorschlag="GEHEIMSACHE-VORSCHLAG",
            sachverhalt="GEHEIMSACHE-SACHVERHALT",
            **felder,
        )
    lader.anlegen(
        "beratung/erfunden/92/1",
        Beratung,
        vorlage=lader["vorlage/erfunden/92"],
        position=1,
        gremium=lader[f"gremium/{JHA}"],
        zustaendigkeit=Zustaendigkeit.ENTSCHEIDUNG,
        sitzung=lader[f"sitzung/erfunden/{JHA}/{NAECHSTE}"],
        punkt=lader[f"punkt/erfunden/{JHA}/{NAECHSTE}/grundstueck"],
        teil=Teil.NICHT_OEFFENTLICH,
        schrittstatus=Schrittstatus.AUF_TAGESORDNUNG,
    )
    for schluessel, felder in (
        ("punkt", {"punkt": lader[f"punkt/erfunden/{JHA}/{LETZTE}/personal"], **SICHTBAR}),
        ("intern", INTERN),
    ):
        lader.anlegen(
            f"beschluss/erfunden/geheim-{schluessel}",
            Beschluss,
            gremium=lader[f"gremium/{JHA}"],
            art=Beschlussart.BESCHLUSS,
            datum=letzte,
            wortlaut="GEHEIMSACHE-BESCHLUSS",
            **felder,
        )

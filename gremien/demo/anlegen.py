"""Make a body and what belongs to it from readable data."""

from collections.abc import Mapping
from typing import Any

from gremien.enums import Beziehungsart, Leitungsart, Mitgliedsrolle
from gremien.models import (
    Adressat,
    Gremienart,
    Gremienbeziehung,
    Gremienbild,
    Gremium,
    Leitung,
    Mitgliedschaft,
    Netzwerkeintrag,
    Netzwerkseite,
    Teilnehmendenart,
)
from netzwerk.demo.bausteine import BELEGT
from netzwerk.demo.lader import Demolader
from netzwerk.models import Organisationsart, Thema, Zielgruppe

# What a body's data may hold beside its own fields; ``gremium_anlegen`` makes rows of it.
ZUGEHOERIG = {"teilnehmende", "adressaten", "mitglieder", "wir", "leitung", "bild", "bereich"}


def gremium_anlegen(lader: Demolader, schluessel: str, daten: Mapping[str, Any], slug: str = "") -> Any:
    """Return the body of the key, made with its participants, addressees, leaders and members."""
    felder: dict[str, Any] = {name: wert for name, wert in daten.items() if name not in ZUGEHOERIG}
    felder["art"] = lader.wert(Gremienart, felder["art"])
    felder["gebiete"] = [lader[f"gebiet/{gebiet}"] for gebiet in felder.get("gebiete", ())]
    felder["programme"] = [lader[f"programm/{programm}"] for programm in felder.get("programme", ())]
    felder["themen"] = lader.werte(Thema, *felder.get("themen", ()))
    felder["zielgruppen"] = lader.werte(Zielgruppe, *felder.get("zielgruppen", ()))
    gremium = lader.anlegen(f"gremium/{schluessel}", Gremium, slug=slug or schluessel, **felder, **BELEGT)
    _teilnehmende(lader, schluessel, daten)
    _leitung(lader, schluessel, daten)
    for organisation in daten.get("mitglieder", ()):
        lader.anlegen(
            f"mitglied/{schluessel}/{organisation}",
            Mitgliedschaft,
            gremium=gremium,
            organisation=lader[f"organisation/{organisation}"],
        )
    if "wir" in daten:
        wir_sind_mitglied(lader, schluessel, daten["wir"])
    if "bild" in daten:
        lader.anlegen(
            f"gremienbild/{schluessel}",
            Gremienbild,
            gremium=gremium,
            bild=lader[f"bild/{daten['bild']}"],
            position=1,
        )
    return gremium


def _teilnehmende(lader: Demolader, schluessel: str, daten: Mapping[str, Any]) -> None:
    gremium = lader[f"gremium/{schluessel}"]
    for position, (text, art, ebene) in enumerate(daten.get("teilnehmende", ()), start=1):
        lader.anlegen(
            f"teilnehmende/{schluessel}/{position}",
            Teilnehmendenart,
            gremium=gremium,
            text=text,
            organisationsart=lader.wert(Organisationsart, art) if art else None,
            ebene=ebene,
            position=position,
        )
    for position, (text, organisation) in enumerate(daten.get("adressaten", ()), start=1):
        lader.anlegen(
            f"adressat/{schluessel}/{position}",
            Adressat,
            gremium=gremium,
            text=text,
            organisation=lader[f"organisation/{organisation}"] if organisation else None,
            position=position,
        )


def _leitung(lader: Demolader, schluessel: str, daten: Mapping[str, Any]) -> None:
    """Make the leaders: (kind, key of an organisation or position), equals in their order."""
    for position, (art, wer) in enumerate(daten.get("leitung", ()), start=1):
        lader.anlegen(
            f"leitung/{schluessel}/{position}",
            Leitung,
            gremium=lader[f"gremium/{schluessel}"],
            art=Leitungsart(art),
            position=position,
            **{wer.split("/")[0]: lader[wer]},
        )


def wir_sind_mitglied(
    lader: Demolader, schluessel: str, organisation: str = "ikjg", rolle: str = Mitgliedsrolle.MITGLIED
) -> None:
    """Make IKJG, or one of its units on its behalf, a member of the body."""
    lader.anlegen(
        f"mitglied/{schluessel}/{organisation}",
        Mitgliedschaft,
        gremium=lader[f"gremium/{schluessel}"],
        organisation=lader[f"organisation/{organisation}"],
        im_auftrag_von=None if organisation == "ikjg" else lader["organisation/ikjg"],
        rolle=rolle,
    )


def beziehung_anlegen(lader: Demolader, von: str, art: Beziehungsart, zu: str, quelle: str) -> None:
    """Make a relation between two bodies."""
    lader.anlegen(
        f"beziehung/{von}/{art}/{zu}",
        Gremienbeziehung,
        von_gremium=lader[f"gremium/{von}"],
        art=art,
        zu_gremium=lader[f"gremium/{zu}"],
        quelle=quelle,
    )


def seite_anlegen(lader: Demolader, schluessel: str, eintraege: tuple[str, ...], **felder: Any) -> None:
    """Make an editorial page with its entries ("gremium/…" or "organisation/…") in order."""
    seite = lader.anlegen(f"netzwerkseite/{schluessel}", Netzwerkseite, **felder, **BELEGT)
    for position, eintrag in enumerate(eintraege, start=1):
        lader.anlegen(
            f"netzwerkeintrag/{schluessel}/{eintrag}",
            Netzwerkeintrag,
            seite=seite,
            position=position,
            **{eintrag.split("/")[0]: lader[eintrag]},
        )

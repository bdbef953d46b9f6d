"""Invented bodies in every state of life."""

from datetime import date, timedelta
from typing import Any

from gremien.enums import Beziehungsart, Lebensstand
from gremien.models import Gremienart, Gremienbeziehung, Gremium
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Ebene, Veroeffentlichung
from netzwerk.lib.dates import Genauigkeit
from netzwerk.models import Thema
from sitzungen.demo.erfunden_kalender import ERFUNDEN, SICHTBAR, ZUSATZ

# Key, name, kind, in one sentence, what is special.
GREMIEN: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
    (
        "ruhend",
        "Runder Tisch Spielplätze",
        "Runder Tisch",
        "Eine Runde zu Spielplätzen, die zurzeit pausiert.",
        {"lebensstand": Lebensstand.RUHEND},
    ),
    (
        "beendet",
        "Arbeitskreis Ferienpass",
        "Arbeitskreis",
        "Ein Arbeitskreis, den es nicht mehr gibt.",
        {"lebensstand": Lebensstand.BEENDET},
    ),
    (
        "nachfolger",
        "Netzwerk Ferienangebote",
        "Netzwerk",
        "Das Netzwerk führt weiter, was der Arbeitskreis begonnen hat.",
        {"notiz_intern": "GEHEIMSACHE-GREMIENNOTIZ"},
    ),
    (
        "zurueckgezogen",
        "Projektgruppe Sommerkino",
        "Projekt-/Begleitgruppe",
        "Ein Eintrag, der wieder zurückgezogen wurde.",
        {
            "veroeffentlichung": Veroeffentlichung.ZURUECKGEZOGEN,
            "beschreibung": "GEHEIMSACHE-ZURUECKGEZOGEN",
        },
    ),
    (
        "archiviert",
        "Initiative Winterspielplatz",
        "Sonstiges Gremium",
        "Ein Eintrag, der archiviert ist: lesbar, aber in keiner Liste.",
        {"veroeffentlichung": Veroeffentlichung.ARCHIVIERT, "lebensstand": Lebensstand.BEENDET},
    ),
)


def laden(lader: Demolader, heute: date) -> None:
    """Make bodies and relations."""
    vor_einem_halben_jahr = (heute - timedelta(days=182)).replace(day=1)
    for schluessel, name, art, kurztext, felder in GREMIEN:
        seit: dict[str, Any] = {}
        if "lebensstand" in felder:
            seit = {
                "lebensstand_seit": vor_einem_halben_jahr,
                "lebensstand_seit_genauigkeit": Genauigkeit.MONAT,
            }
        lader.anlegen(
            f"gremium/erfunden-{schluessel}",
            Gremium,
            name=f"{name} {ZUSATZ}",
            art=lader.wert(Gremienart, art),
            kurztext=f"{ERFUNDEN} {kurztext}",
            ebene=Ebene.STADT,
            gebiete=[lader["gebiet/marburg"]],
            themen=lader.werte(Thema, "Offene Kinder- und Jugendarbeit"),
            **SICHTBAR | seit | felder,
        )
    for alt in ("beendet", "zurueckgezogen"):
        lader.anlegen(
            f"beziehung/erfunden/nachfolge/{alt}",
            Gremienbeziehung,
            von_gremium=lader["gremium/erfunden-nachfolger"],
            art=Beziehungsart.NACHFOLGE,
            zu_gremium=lader[f"gremium/erfunden-{alt}"],
            quelle=ERFUNDEN,
        )

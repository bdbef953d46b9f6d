"""Invented: who of IKJG was at the meetings of its bodies, so that statistics have something to say."""

from datetime import date, time, timedelta
from typing import Any

from netzwerk.demo.lader import FEHLT, Demolader
from sitzungen.demo.erfunden_kalender import REIHEN, sitzungstag
from sitzungen.enums import Anwesenheitsstatus
from sitzungen.models import Anwesenheit

# Body, key of the membership, key of who steps in.
MANDATE = (
    ("fachausschuss-erziehungs-und-eingliederungshilfe", "wiebke-anders", "ole-wintermann"),
    ("fachausschuss-jugendfoerderung", "jale-sommerfeld", "nuria-feldhaus"),
    ("fachausschuss-kinderbetreuung", "katrin-vogelsang", "benno-quell"),
    ("jha-marburg", "ikjg", ""),
    ("steuerungsgruppe-gwa", "ikjg", ""),
)
# The latest meetings have no attendance yet: there is something left to fill in.
BIS = -3


def laden(lader: Demolader, heute: date) -> None:
    """Fill in the meetings that were held."""
    for gremium, mitglied, vertretung in MANDATE:
        schluessel = f"mitglied/{gremium}/{mitglied}"
        if schluessel not in lader or lader[schluessel] is FEHLT:
            continue
        zeile = lader[schluessel]
        wochen = [
            woche
            for woche in REIHEN[gremium].wochen
            if woche < BIS and zeile.ist_aktiv_am(sitzungstag(gremium, woche, heute))
        ]
        for nummer, woche in enumerate(wochen):
            sitzung = lader[f"sitzung/erfunden/{gremium}/{woche}"]
            if sitzung is FEHLT or sitzung.ist_ausgefallen:
                continue
            lader.anlegen(
                f"anwesenheit/erfunden/{gremium}/{woche}",
                Anwesenheit,
                sitzung=sitzung,
                mitgliedschaft=zeile,
                **_wie(lader, nummer, vertretung, sitzung.uhrzeit),
            )


def _wie(lader: Demolader, nummer: int, vertretung: str, beginn: time) -> dict[str, Any]:
    """Return how it was: mostly there, now and then represented or excused, once late."""
    if nummer % 4 == 1 and vertretung:
        return {
            "status": Anwesenheitsstatus.VERTRETEN,
            "vertretung_person": lader[f"person/{vertretung}"],
            "minuten_dazu": 30,
        }
    if nummer % 5 == 3:  # noqa: PLR2004 - any rhythm does
        return {"status": Anwesenheitsstatus.ENTSCHULDIGT}
    spaeter = (timedelta(hours=beginn.hour, minutes=beginn.minute + 30)).seconds
    von = time(spaeter // 3600, spaeter % 3600 // 60) if nummer % 6 == 2 else None  # noqa: PLR2004
    return {
        "status": Anwesenheitsstatus.ANWESEND,
        "von_uhrzeit": von,
        "minuten_dazu": 45 if nummer % 2 else None,
    }

"""Source S2: when the concept for Landkreis Leer is dealt with."""

from datetime import date

from netzwerk.demo.lader import Demolader
from netzwerk.lib.dates import Genauigkeit
from sitzungen.models import Projektberatung


def laden(lader: Demolader) -> None:
    """Join the project to the body; the source names no more than the month."""
    lader.anlegen(
        "projektberatung/jugendhilfeplanung-landkreis-leer",
        Projektberatung,
        projekt=lader["projekt/jugendhilfeplanung-landkreis-leer"],
        gremium=lader["gremium/jha-leer"],
        termin=date(2017, 11, 1),
        termin_genauigkeit=Genauigkeit.MONAT,
        zweck="Beratung des Konzepts",
    )

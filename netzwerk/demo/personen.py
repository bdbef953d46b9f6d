"""Invented people. Nobody of them exists; their names say so wherever they are shown."""

from datetime import date

from netzwerk.demo.lader import FEHLT, Demolader
from netzwerk.enums import Namensnennung
from netzwerk.models import Person, Zugehoerigkeit

HINWEIS = "Erfundene Person der Demodaten."

# Key, first name, last name, what she does at IKJG, since when.
KOLLEGIUM = (
    ("wiebke-anders", "Wiebke", "Anders", "Gemeinwesenarbeit", date(2016, 8, 1)),
    ("jale-sommerfeld", "Jale", "Sommerfeld", "Jugendsozialarbeit", date(2019, 2, 1)),
    ("katrin-vogelsang", "Katrin", "Vogelsang", "U3-Betreuung und Familienzentrum", date(2014, 9, 1)),
    ("ole-wintermann", "Ole", "Wintermann", "Gemeinwesenarbeit", date(2021, 5, 1)),
    ("nuria-feldhaus", "Nuria", "Feldhaus", "Jugendsozialarbeit", date(2022, 10, 1)),
    ("benno-quell", "Benno", "Quell", "U3-Betreuung und Familienzentrum", date(2020, 3, 1)),
    ("ingrid-altmann", "Ingrid", "Altmann", "Jugendsozialarbeit", date(2009, 4, 1)),
)


def laden(lader: Demolader) -> None:
    """Make what is missing."""
    for schluessel, vorname, nachname, funktion, seit in KOLLEGIUM:
        person = lader.anlegen(
            f"person/{schluessel}",
            Person,
            vorname=vorname,
            nachname=nachname,
            namenszusatz="(erfunden)",
            namensnennung=Namensnennung.NUR_FUNKTION,
            email=f"{schluessel}@example.org",
            notiz_intern=HINWEIS,
        )
        if person is FEHLT:
            continue
        lader.anlegen(
            f"zugehoerigkeit/{schluessel}",
            Zugehoerigkeit,
            person=person,
            organisation=lader["organisation/ikjg"],
            funktion=funktion,
            von=seit,
        )

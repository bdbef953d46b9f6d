"""Source S4: Kreis Offenbach and the programmes it reports on."""

from netzwerk.demo.bausteine import BELEGT
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Ebene, Programmart
from netzwerk.models import Organisation, Organisationsart, Programm

JUSTIQ = "http://www.jugend-staerken.de/232.html"
AUSBILDUNGSBUDGET = (
    "https://www.wibank.de/de/Foerderprogramme/BildungUndBeschaeftigung/Ausbildungsbudget.html"
)


def laden(lader: Demolader) -> None:
    """Make what the report of S4 refers to."""
    lader.anlegen(
        "organisation/kreis-offenbach",
        Organisation,
        name="Kreis Offenbach",
        slug="kreis-offenbach",
        art=lader.wert(Organisationsart, "Landkreis"),
        ebene=Ebene.LANDKREIS,
        kurztext="Landkreis in Hessen und Träger der Jugendhilfe.",
        gebiete=[lader["gebiet/kreis-offenbach"]],
        **BELEGT,
    )
    lader.anlegen(
        "organisation/bundesjugendministerium",
        Organisation,
        name="Bundesjugendministerium",
        slug="bundesjugendministerium",
        art=lader.wert(Organisationsart, "Bundesbehörde"),
        ebene=Ebene.BUND,
        kurztext="Für Jugend zuständiges Ministerium des Bundes.",
        gebiete=[lader["gebiet/deutschland"]],
        **BELEGT,
    )
    lader.anlegen(
        "programm/justiq",
        Programm,
        name="JUGEND STÄRKEN im Quartier",
        kurzname="JUSTiQ",
        slug="jugend-staerken-im-quartier",
        art=Programmart.FOERDERPROGRAMM,
        geber=lader["organisation/bundesjugendministerium"],
        ebene=Ebene.BUND,
        rechtsbezug="§ 13 SGB VIII",
        webadresse=JUSTIQ,
    )
    lader.anlegen(
        "programm/hessisches-ausbildungsbudget",
        Programm,
        name="Hessisches Ausbildungs- und Qualifizierungsbudget",
        slug="hessisches-ausbildungs-und-qualifizierungsbudget",
        art=Programmart.FOERDERPROGRAMM,
        ebene=Ebene.LAND,
        webadresse=AUSBILDUNGSBUDGET,
    )

"""Source S3: the city of Herne, its units, and the positions that take part without a name."""

from netzwerk.demo.bausteine import BELEGT
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Ebene
from netzwerk.models import Organisation, Organisationsart, Stelle

# Key (and address), name, short name, kind, unit of, in one sentence; parents first.
ORGANISATIONEN = (
    ("stadt-herne", "Stadt Herne", "", "Stadt/Gemeinde", None, ""),
    (
        "fb-42-herne",
        "FB 42 - Kinder-Jugend-Familie",
        "FB 42",
        "Jugendamt/ASD",
        "stadt-herne",
        "Fachbereich der Stadt Herne, der die Stadtbezirkskonferenzen vorbereitet und steuert.",
    ),
    (
        "abteilung-42-1-herne",
        "Abteilung 42/1",
        "42/1",
        "Jugendamt/ASD",
        "fb-42-herne",
        (
            "Abteilung des Fachbereichs 42; ihre Leitung gehört zur Prozesssteuerung der "
            "Stadtbezirkskonferenzen."
        ),
    ),
    (
        "abteilung-42-3-herne",
        "Abteilung 42/3",
        "42/3",
        "Jugendamt/ASD",
        "fb-42-herne",
        "Abteilung des Fachbereichs 42; ihre Teamleitungen arbeiten in den Organisationsteams mit.",
    ),
    (
        "abteilung-42-4-herne",
        "Abteilung 42/4",
        "42/4",
        "Jugendamt/ASD",
        "fb-42-herne",
        (
            "Abteilung des Fachbereichs 42; ihre Leitung gehört zur Prozesssteuerung der "
            "Stadtbezirkskonferenzen."
        ),
    ),
    (
        "asd-herne",
        "Allgemeiner Sozialer Dienst Herne",
        "ASD",
        "Jugendamt/ASD",
        "stadt-herne",
        "In Bezirke gegliederter Dienst, dessen Gruppenleitungen die Konferenzen mit durchführen.",
    ),
    (
        "gesundheitsamt-herne",
        "Gesundheitsamt Herne",
        "",
        "Gesundheitsamt/Kinder- und Jugendärztlicher Dienst",
        "stadt-herne",
        "Gesundheitsamt der Stadt Herne mit dem Kinder- und Jugendärztlichen Dienst.",
    ),
    (
        "kinder-und-jugendaerztlicher-dienst-herne",
        "Kinder- und Jugendärztlicher Dienst",
        "",
        "Gesundheitsamt/Kinder- und Jugendärztlicher Dienst",
        "gesundheitsamt-herne",
        "Dienst des Gesundheitsamtes, der zu den Stadtbezirkskonferenzen eingeladen wird.",
    ),
)
# Key, name, organisation.
STELLEN = (
    ("teamleitung-42-3", "TeamleiterIn 42/3", "abteilung-42-3-herne"),
    ("gruppenleitung-asd", "GruppenLeiterIn ASD", "asd-herne"),
    ("leitung-kita", "LeiterIn Kita/Familienzentrum", None),
    ("vertretung-freie-traeger", "VertreterIn Freier Träger", None),
    ("abteilungsleitung-42-1", "AbteilungsleiterIn 42/1", "abteilung-42-1-herne"),
    ("abteilungsleitung-42-3", "AbteilungsleiterIn 42/3", "abteilung-42-3-herne"),
    ("abteilungsleitung-42-4", "AbteilungsleiterIn 42/4", "abteilung-42-4-herne"),
)


def laden(lader: Demolader) -> None:
    """Make the organisations and positions of S3."""
    for schluessel, name, kurzname, art, teil_von, kurztext in ORGANISATIONEN:
        lader.anlegen(
            f"organisation/{schluessel}",
            Organisation,
            name=name,
            kurzname=kurzname,
            slug=schluessel,
            art=lader.wert(Organisationsart, art),
            parent=lader[f"organisation/{teil_von}"] if teil_von else None,
            kurztext=kurztext,
            ebene=Ebene.STADT,
            gebiete=[lader["gebiet/herne"]],
            **BELEGT,
        )
    for schluessel, bezeichnung, organisation in STELLEN:
        lader.anlegen(
            f"stelle/herne/{schluessel}",
            Stelle,
            bezeichnung=bezeichnung,
            organisation=lader[f"organisation/{organisation}"] if organisation else None,
        )

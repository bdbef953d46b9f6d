"""Source S1: the page "Netzwerke und Stadtteilaustausch" of Jena-Lobeda with its five sections."""

from datetime import date
from typing import Any

from gremien.demo.anlegen import beziehung_anlegen, gremium_anlegen, seite_anlegen
from gremien.enums import Beziehungsart, Funktion, Lebensstand
from gremien.models import Mitgliedschaft
from netzwerk.demo.bausteine import absaetze
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Ebene
from netzwerk.lib.dates import Genauigkeit

QUELLE = "Stadtteilseite Jena-Lobeda"
THASG_NAME = "Thüringer Arbeitsgemeinschaft Soziale Stadtentwicklung und Gemeinwesenarbeit"

# The five sections in the order of the page; the fields are those of gremium_anlegen.
ABSCHNITTE: dict[str, dict[str, Any]] = {
    "vernetzungsgruppe-kinder-und-jugendarbeit": {
        "name": "Vernetzungsgruppe Kinder- und Jugendarbeit",
        "weitere_bezeichnungen": "Netzwerkrunde",
        "art": "Vernetzungsgruppe",
        "ebene": Ebene.STADTTEIL,
        "funktion": Funktion.AUSTAUSCH,
        "gebiete": ("jena-lobeda",),
        "themen": ("Offene Kinder- und Jugendarbeit",),
        "zielgruppen": ("Kinder und Jugendliche",),
        "rhythmus_text": "regelmäßig",
        "kurztext": "Plant gemeinsam, was Kindern und Jugendlichen in Lobeda guttut.",
        "beschreibung": (
            "<p>Die Gruppe verständigt sich regelmäßig über die Schwerpunkte der Arbeit im Stadtteil und "
            "entwickelt Ideen für gemeinsame Projekte. Ein Beispiel sind die „Ferien vor Ort“: Das "
            '<a href="/organisationen/klex/">Kinder- und Jugendzentrum Klex</a> organisiert sie, '
            "geplant werden sie zusammen.</p>"
        ),
        "aufgaben": absaetze(
            "- Schwerpunkte der Stadtteilarbeit beraten\n- Ideen für gemeinsame Projekte entwickeln\n"
            "- die „Ferien vor Ort“ mit Klex planen"
        ),
        "teilnehmende": (
            ("freie Träger, die mit Kindern und Jugendlichen arbeiten", "freier Träger der Jugendhilfe", ""),
            ("Vereine, die mit Kindern und Jugendlichen arbeiten", "Verein/Initiative", ""),
            ("Institutionen, die mit Kindern und Jugendlichen arbeiten", None, ""),
        ),
        "leitung": (
            ("leitung", "organisation/fachdienst-jugend-und-bildung-jena"),
            ("leitung", "organisation/stadtteilbuero-lobeda"),
        ),
        "bild": "ferien-vor-ort",
    },
    "arbeitskreis-generationen": {
        "name": "Arbeitskreis Generationen",
        "weitere_bezeichnungen": "Arbeitsgruppe",
        "art": "Arbeitskreis",
        "ebene": Ebene.STADT,
        "funktion": Funktion.AUSTAUSCH,
        "gebiete": ("jena", "jena-lobeda"),
        "themen": ("Generationen/Senioren",),
        "kurztext": "Hilft offenen Treffpunkten der Generationen, ihre Angebote umzusetzen.",
        "beschreibung": (
            "<p>In fast allen Jenaer Stadtteilen bieten Träger, Vereine und Initiativen etwas an, das Jung "
            "und Alt zusammenbringt. Stadtweit hält das Netzwerk "
            '<a href="/gremien/treffpunkt-generationen-jena/">„Treffpunkt Generationen Jena“</a> '
            "diese Vielfalt zusammen.</p><p>Eine Arbeitsgruppe, die die Sozialplanerin leitet, unterstützt "
            "mehrere offene Treffpunkte bei ihren Angeboten. Einer davon ist das "
            '<a href="/organisationen/kubus/">Multifunktionale Zentrum KuBuS</a> in Lobeda.</p>'
        ),
        "leitung": (("leitung", "stelle/sozialplanerin-jena"),),
        "bild": "generationennetzwerk",
    },
    "netzwerkrunde-arbeit-mit-gefluechteten": {
        "name": "Netzwerkrunde Arbeit mit Geflüchteten",
        "weitere_bezeichnungen": "Arbeitskreis",
        "art": "Netzwerkrunde",
        "ebene": Ebene.STADTTEIL,
        "funktion": Funktion.AUSTAUSCH,
        "lebensstand": Lebensstand.AKTIV,
        "gebiete": ("jena-lobeda",),
        "themen": ("Migration/Integration",),
        "zielgruppen": ("Geflüchtete", "Fachkräfte"),
        "kurztext": "Ein kleiner, eigens gegründeter Arbeitskreis zur Integration Geflüchteter im Stadtteil.",
        "beschreibung": (
            "Wie kann Integration in Lobeda gelingen? Die Runde will vor allem erreichen, dass "
            "Regelangebote auch Geflüchteten offenstehen und dass Einrichtungen wissen, was dabei "
            "zusätzlich auf sie zukommt."
        ),
    },
    "jenaer-integrationsbuendnis": {
        "name": "Jenaer Integrationsbündnis",
        "weitere_bezeichnungen": "Zusammenschluss",
        "art": "Bündnis",
        "ebene": Ebene.STADT,
        "funktion": Funktion.AUSTAUSCH,
        "gebiete": ("jena", "jena-lobeda"),
        "themen": ("Migration/Integration", "Beteiligung"),
        "programme": ("integrationskonzept-jena",),
        "kurztext": "Setzt das Integrationskonzept der Stadt um und entwickelt es weiter.",
        "beschreibung": (
            "Im Bündnis haben sich verschiedene Akteure aus der Stadt zusammengeschlossen; Einrichtungen "
            "und Träger aus Lobeda arbeiten mit. Das Leben von Menschen mit Migrationshintergrund soll "
            "besser werden."
        ),
        "aufgaben": (
            "- das städtische Integrationskonzept umsetzen und weiterentwickeln\n"
            "- Einrichtungen und Regeldienste für Zugewanderte öffnen\n"
            "- die Teilhabe von Zugewanderten am zivilgesellschaftlichen Leben stärken"
        ),
        "teilnehmende": (
            ("verschiedene Akteure aus der Stadt", None, ""),
            ("Einrichtungen und Träger aus Lobeda", None, ""),
        ),
        "mitglieder": ("kindersprachbruecke",),
        "bild": "kindersprachbruecke",
    },
    "thueringer-arbeitsgemeinschaft-stadtentwicklung": {
        "name": "Thüringer Arbeitsgemeinschaft Stadtentwicklung",
        "langname": THASG_NAME,
        "kurzname": "THASG",
        "weitere_bezeichnungen": "Arbeitsgemeinschaft",
        "art": "Verein/Verband",
        "ebene": Ebene.LAND,
        "funktion": Funktion.INTERESSENVERTRETUNG,
        "rechtsform": "Verein",
        "gebiete": ("thueringen",),
        "themen": ("Stadtentwicklung/Sozialer Zusammenhalt", "Gemeinwesenarbeit"),
        "zielgruppen": ("Fachkräfte",),
        "besteht_seit": date(2010, 1, 1),
        "besteht_seit_genauigkeit": Genauigkeit.JAHR,
        "kurztext": "Verein, der Quartiersmanagement und Gemeinwesenarbeit in Thüringen voranbringt.",
        "beschreibung": (
            "Der Verein setzt sich dafür ein, dass Quartiersmanagement zum festen Bestandteil wird, vor "
            "allem in den Gebieten der Sozialen Stadt, und dass Gemeinwesenarbeit professioneller wird. Es "
            "gibt ihn seit 2010."
        ),
        "bild": "thasg-austausch",
    },
}
# Bodies that the page mentions inside a section.
TREFFPUNKT: dict[str, Any] = {
    "name": "Treffpunkt Generationen Jena",
    "langname": "Netzwerk „Treffpunkt Generationen Jena“",
    "art": "Netzwerk",
    "ebene": Ebene.STADT,
    "funktion": Funktion.AUSTAUSCH,
    "gebiete": ("jena",),
    "themen": ("Generationen/Senioren",),
    "kurztext": "Koordiniert und vernetzt stadtweit, was in Jena Generationen zusammenbringt.",
    "beschreibung": (
        "Viele Träger, Vereine und Initiativen machen das Miteinander der Generationen in fast allen "
        "Stadtteilen erlebbar. Das Netzwerk verbindet ihre Angebote in der ganzen Stadt. Träger ist die ÜAG "
        "gGmbH."
    ),
    "leitung": (("traegerschaft", "organisation/ueag"),),
}
BAG: dict[str, Any] = {
    "name": "Bundesarbeitsgemeinschaft Soziale Stadtentwicklung und Gemeinwesenarbeit",
    "art": "Bundesarbeitsgemeinschaft",
    "ebene": Ebene.BUND,
    "kurztext": "Bisher nur als Verband erwähnt, in dem die THASG Mitglied ist.",
    "notiz_intern": "Platzhalter: nur auf der Stadtteilseite Jena-Lobeda erwähnt.",
}


def laden(lader: Demolader) -> None:
    """Make the bodies of the five sections, the two behind them, and the page."""
    gremium_anlegen(lader, "treffpunkt-generationen-jena", TREFFPUNKT)
    bag = gremium_anlegen(lader, "bag-soziale-stadtentwicklung-und-gemeinwesenarbeit", BAG)
    for schluessel, daten in ABSCHNITTE.items():
        verein = (
            {"zugleich_organisation": lader["organisation/thasg"]} if daten.get("kurzname") == "THASG" else {}
        )
        gremium_anlegen(lader, schluessel, daten | verein)
    beziehung_anlegen(
        lader, "arbeitskreis-generationen", Beziehungsart.KOOPERATION, "treffpunkt-generationen-jena", QUELLE
    )
    lader.anlegen(
        "mitglied/bag/thasg",
        Mitgliedschaft,
        gremium=bag,
        mitglied_gremium=lader["gremium/thueringer-arbeitsgemeinschaft-stadtentwicklung"],
    )
    seite_anlegen(
        lader,
        "jena-lobeda",
        tuple(f"gremium/{schluessel}" for schluessel in ABSCHNITTE),
        titel="Netzwerke und Stadtteilaustausch",
        gebiet=lader["gebiet/jena-lobeda"],
        einleitung=(
            "In diesen Runden stimmen sich Einrichtungen, Träger und Vereine aus Lobeda ab: im Stadtteil, "
            "in der Stadt und im Land."
        ),
    )

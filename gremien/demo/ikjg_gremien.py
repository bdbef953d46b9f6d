"""The bodies of IKJG's page (source S0), in the order of the source: level of the state first."""

from typing import Any

from gremien.enums import Funktion, Teilnehmerebene, Zugang
from netzwerk.demo.bausteine import absaetze, liste
from netzwerk.enums import Ebene

# Key (and address): fields of the body. "art", "gebiete", "themen", "zielgruppen" and "programme" are
# names or keys; "teilnehmende" are (who, kind of organisation, level), "adressaten" (who, organisation).
LANDESWEIT: dict[str, dict[str, Any]] = {
    "lag-soziale-brennpunkte-hessen": {
        "name": "LAG Soziale Brennpunkte Hessen",
        "langname": "Landesarbeitsgemeinschaft Soziale Brennpunkte Hessen",
        "kurzname": "LAG",
        "weitere_bezeichnungen": "LAG (Landesarbeitsgemeinschaft Soziale Brennpunkte) Hessen",
        "art": "Landesarbeitsgemeinschaft",
        "ebene": Ebene.LAND,
        "funktion": Funktion.INTERESSENVERTRETUNG,
        "gebiete": ("hessen",),
        "themen": ("Gemeinwesenarbeit", "Stadtentwicklung/Sozialer Zusammenhalt"),
        "zielgruppen": ("Fachkräfte", "Bewohnerschaft"),
        "kurztext": "Entwickelt die Gemeinwesenarbeit weiter und vertritt sie gegenüber dem Land Hessen.",
        "beschreibung": absaetze(
            "In der Landesarbeitsgemeinschaft geht es vor allem darum, die Gemeinwesenarbeit fachlich "
            "weiterzuentwickeln und für die Arbeit im Stadtteil zu qualifizieren.",
            "Ein Teil der Arbeit geschieht in Unterausschüssen, zum Beispiel zur politischen Bildung von "
            "Frauen und im Netzwerk der Jugendarbeit.",
        ),
        "nutzen": (
            "Wir arbeiten in der LAG und in den beiden genannten Unterausschüssen mit. Ihre Mitglieder sind "
            "für uns vor allem starke Fürsprecher in der Zusammenarbeit mit dem Sozialministerium in Hessen."
        ),
        "adressaten": (("Sozialministerium in Hessen", "sozialministerium-hessen"),),
        "wir": "ikjg",
    },
    "lag-okja": {
        "name": "LAG OKJA",
        "langname": "Landesarbeitsgemeinschaft Offene Kinder- und Jugendarbeit Hessen",
        "weitere_bezeichnungen": "überregionaler Zusammenschluss, Plattform",
        "art": "Landesarbeitsgemeinschaft",
        "ebene": Ebene.LAND,
        "ebene_zweite": Ebene.UEBERREGIONAL,
        "funktion": Funktion.AUSTAUSCH,
        "gebiete": ("hessen",),
        "themen": ("Offene Kinder- und Jugendarbeit",),
        "zielgruppen": ("Kinder und Jugendliche", "Fachkräfte", "Träger"),
        "kurztext": "Verbindet Träger, Einrichtungen und Fachkräfte der offenen Kinder- und Jugendarbeit.",
        "beschreibung": (
            "Der überregionale Zusammenschluss bietet eine Plattform für die Debatte: Wie entwickelt sich "
            "das Fach weiter, und welche Positionen vertritt es auf Landesebene zu neuen Herausforderungen "
            "und Themen?"
        ),
        "teilnehmende": (
            ("Träger der offenen Kinder- und Jugendarbeit", "freier Träger der Jugendhilfe", ""),
            (
                "Einrichtungen der offenen Kinder- und Jugendarbeit",
                "Einrichtung der Kinder- und Jugendarbeit",
                "",
            ),
            ("Fachkräfte der offenen Kinder- und Jugendarbeit", None, ""),
        ),
    },
    "buendnis-kindgerechter-ganztag": {
        "name": "Bündnis kindgerechter Ganztag",
        "weitere_bezeichnungen": "Trägerbündnis, Lobbybündnis, Aktionskreis",
        "art": "Bündnis",
        "ebene": Ebene.LAND,
        "funktion": Funktion.INTERESSENVERTRETUNG,
        "gebiete": ("hessen",),
        "themen": ("Ganztag", "Schule–Jugendhilfe"),
        "zielgruppen": ("Schulkinder",),
        "kurztext": "Wirbt in ganz Hessen für eine gute, kindgerechte Ganztagsbetreuung an Grundschulen.",
        "beschreibung": absaetze(
            "Aus dem Landesjugendhilfeausschuss heraus entstand die Frage, wie der gesetzliche „Ganztag“ an "
            "Grundschulen umgesetzt werden soll. Daraus ging dieses hessenweite Trägerbündnis hervor.",
            "Es versteht sich als Lobbybündnis und Aktionskreis: Die Betreuung an Ganztagsschulen soll gut "
            "gemacht sein und Kindern ein kindgerechtes Aufwachsen ermöglichen.",
        ),
        "teilnehmende": (("Träger aus ganz Hessen", "freier Träger der Jugendhilfe", ""),),
    },
    "buendnis-fuer-soziale-stadt": {
        "name": "Bündnis für Soziale Stadt",
        "langname": "Bündnis für eine Soziale Stadt in Hessen",
        "weitere_bezeichnungen": "Zusammenschluss",
        "art": "Bündnis",
        "ebene": Ebene.LAND,
        "funktion": Funktion.INTERESSENVERTRETUNG,
        "gebiete": ("hessen",),
        "themen": ("Stadtentwicklung/Sozialer Zusammenhalt",),
        "zielgruppen": ("Bewohnerschaft",),
        "mitgliederzahl_text": "über 20 Kommunen",
        "kurztext": "Will das Leben in Quartieren verbessern, die besondere Unterstützung brauchen.",
        "beschreibung": (
            "Kommunen, soziale Träger, Wohnungsunternehmen, Wissenschaft, Verbände und Initiativen tragen "
            "im Bündnis zusammen, wo es in den Quartieren hakt, und leiten daraus politische Forderungen "
            "ab. Das Ziel: Die Lebensverhältnisse in Quartieren mit besonderem Unterstützungsbedarf sollen "
            "stetig besser werden."
        ),
        "teilnehmende": (
            ("über 20 Kommunen", "Stadt/Gemeinde", ""),
            ("soziale Träger", None, ""),
            ("Unternehmen der Wohnungswirtschaft", "Wohnungswirtschaft", ""),
            ("Wissenschaft", "Wissenschaft/Hochschule", ""),
            ("zahlreiche Verbände und Initiativen aus Hessen", "Verein/Initiative", ""),
        ),
        "adressaten": (
            ("Landesregierung", None),
            ("politisch Verantwortliche", None),
            ("Ministerien im Landtag", None),
        ),
    },
}

QUARTIER: dict[str, dict[str, Any]] = {
    "lenkungsgruppe-sozialer-zusammenhalt": {
        "name": "Lenkungsgruppe Sozialer Zusammenhalt, Stadt Marburg",
        "art": "Lenkungsgruppe",
        "ebene": Ebene.STADT,
        "funktion": Funktion.STEUERUNG,
        "gebiete": ("marburg",),
        "themen": ("Stadtentwicklung/Sozialer Zusammenhalt",),
        "zielgruppen": ("Bewohnerschaft",),
        "programme": ("sozialer-zusammenhalt",),
        "kurztext": "Berät über alle Stadtteile hinweg, was im Programm Sozialer Zusammenhalt geplant ist.",
        "beschreibung": (
            "In dieser stadtteilübergreifenden Runde kommen die Spitzen der Stadtverwaltung und das "
            "Quartiersmanagement zusammen. Sie bringen die Planungen im Programm auf den neuesten Stand und "
            "diskutieren sie."
        ),
        "teilnehmende": (
            ("alle Dezernent*innen der Stadt Marburg", "Dezernat", Teilnehmerebene.LEITUNG),
            ("die beteiligten Fachdienstleitungen", "Stadtverwaltung/Fachdienst", Teilnehmerebene.LEITUNG),
            ("das Quartiersmanagement der jeweiligen Stadtteile", "Quartiersmanagement/Stadtteilbüro", ""),
        ),
    },
    "steuerungsgruppe-sozialer-zusammenhalt": {
        "name": "Steuerungsgruppe Sozialer Zusammenhalt",
        "art": "Steuerungsgruppe",
        "ebene": Ebene.STADTTEIL,
        "funktion": Funktion.STEUERUNG,
        "gebiete": ("marburg",),
        "themen": ("Stadtentwicklung/Sozialer Zusammenhalt",),
        "zielgruppen": ("Bewohnerschaft",),
        "programme": ("sozialer-zusammenhalt",),
        "kurztext": "Wertet aus, was die Programme zur Entwicklung des Stadtteils beitragen.",
        "beschreibung": (
            "Das Quartiersmanagement der IKJG und zwei Fachdienste der Stadt, Stadtplanung sowie Kinder, "
            "Jugend und Familie, beraten hier miteinander. Sie werten die Programme aus und fragen, wie "
            "sich der Stadtteil weiterentwickeln kann."
        ),
        "mitglieder": ("fd-stadtplanung-marburg", "fd-kinder-jugend-familie-marburg"),
        "wir": "quartiersmanagement-ikjg",
    },
    "steuerungsgruppe-gwa": {
        "name": "Steuerungsgruppe GWA",
        "langname": "Steuerungsgruppe Gemeinwesenarbeit",
        "art": "Steuerungsgruppe",
        "ebene": Ebene.STADT,
        "funktion": Funktion.STEUERUNG,
        "gebiete": ("marburg",),
        "themen": ("Gemeinwesenarbeit",),
        "zielgruppen": ("Bewohnerschaft", "Träger"),
        "kurztext": "Austausch der Geschäftsführungen der Gemeinwesenträger in Marburg.",
        "beschreibung": (
            "Die Geschäftsführungen tauschen sich aus und setzen Projekte gemeinsam um. Sie treten für das "
            "ein, was die Bewohnerschaft braucht, und für gute Bedingungen, unter denen Gemeinwesenarbeit "
            "gelingt."
        ),
        "teilnehmende": (
            (
                "die Geschäftsführungen der Gemeinwesenträger",
                "freier Träger der Jugendhilfe",
                Teilnehmerebene.GESCHAEFTSFUEHRUNG,
            ),
        ),
        "wir": "ikjg",
    },
    "runder-tisch-integration": {
        "name": "Runder Tisch Integration",
        "art": "Runder Tisch",
        "ebene": Ebene.REGION,
        "funktion": Funktion.AUSTAUSCH,
        "gebiete": ("marburg", "landkreis-marburg-biedenkopf"),
        "themen": ("Migration/Integration",),
        "kurztext": "Deckt auf, wo es bei der Integration vor Ort hakt, und sucht gemeinsam nach Lösungen.",
        "beschreibung": "Wer vor Ort mit Integration zu tun hat, sucht hier gemeinsam nach Antworten.",
        "aufgaben": liste(
            "Problemlagen in der Kommune aufdecken und bündeln",
            "Maßnahmen daraus ableiten und beraten",
            "Kooperationen verbessern",
        ),
        "teilnehmende": (
            ("Partner von Integrationsprojekten", None, ""),
            ("Migrantenvereine", "Migrantenverein", ""),
            ("Vertreter*innen aus Stadt und Landkreis", None, ""),
            ("Bundesamt für Migration und Flüchtlinge", "Bundesbehörde", ""),
            ("Sozialverbände", "Wohlfahrtsverband", ""),
            ("Migrationsberatung", "Migrationsberatung", ""),
        ),
        "mitglieder": ("bamf",),
    },
    "ag-sprache-und-integration": {
        "name": "AG Sprache und Integration",
        "langname": "Arbeitsgruppe Sprache und Integration",
        "art": "Arbeitsgruppe",
        "ebene": Ebene.REGION,
        "funktion": Funktion.AUSTAUSCH,
        "gebiete": ("marburg", "landkreis-marburg-biedenkopf"),
        "themen": ("Spracherwerb", "Migration/Integration"),
        "zielgruppen": ("Fachkräfte",),
        "kurztext": "Kollegialer Rat für alle, die in Stadt und Landkreis den Spracherwerb begleiten.",
        "beschreibung": (
            "Im regionalen Netzwerk von Stadt und Landkreis beraten und informieren sich die Beteiligten "
            "gegenseitig. Wer die Sprache lernt, soll leichter ankommen. Die Leitung hat das Bundesamt für "
            "Migration und Flüchtlinge."
        ),
        "teilnehmende": (
            ("Sprachkursträger", "Sprachkursträger", ""),
            ("Migrationsberatung", "Migrationsberatung", ""),
            ("Integrationsklassen der Schulen", "Schule", ""),
        ),
        "leitung": (("leitung", "organisation/bamf"),),
    },
}

AUSSCHUSS: dict[str, Any] = {
    "name": "Jugendhilfeausschuss",
    "langname": "Jugendhilfeausschuss der Stadt Marburg",
    "kurzname": "JHA",
    "art": "Ausschuss",
    "ebene": Ebene.STADT,
    "zugang": Zugang.GEWAEHLT,
    "rechtsgrundlage": "§ 71 SGB VIII (Beschlussrecht)",
    "gebiete": ("marburg",),
    "themen": ("Jugendhilfeplanung",),
    "zielgruppen": ("Kinder und Jugendliche", "Familien/Eltern"),
    "kurztext": "Das Gremium des Marburger Jugendamtes, in dem Politik, Verwaltung und Jugendhilfe beraten.",
    "beschreibung": absaetze(
        "Die IKJG beschreibt den Ausschuss als beratendes Gremium des Jugendamtes; nach dem Gesetz hat er "
        "auch Beschlussrecht. Den Vorsitz führt die Dezernentin. Gewählte Mitglieder aus Fraktionen, "
        "Jugendhilfe und kirchlichen Trägern stimmen ab und bringen ihr Wissen aus der Praxis ein.",
        "Drei Fachausschüsse berichten an ihn und nehmen Aufträge von ihm auf.",
    ),
    "nutzen": ("Wir sind berichtendes, fachliches Mitglied und arbeiten in allen drei Fachausschüssen mit."),
    "teilnehmende": (
        ("die Fachbereiche", None, ""),
        ("gewählte, abstimmungsberechtigte Mitglieder aus den Fraktionen", "Fraktion/Partei", ""),
        (
            "gewählte, abstimmungsberechtigte Mitglieder aus der Jugendhilfe",
            "freier Träger der Jugendhilfe",
            "",
        ),
        (
            "gewählte, abstimmungsberechtigte Mitglieder von kirchlichen Trägern",
            "kirchlicher Träger/Religionsgemeinschaft",
            "",
        ),
    ),
    "leitung": (("vorsitz", "stelle/dezernentin-marburg"),),
}

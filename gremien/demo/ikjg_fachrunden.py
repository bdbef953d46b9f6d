"""The bodies of IKJG's page (source S0), second half: the Fachausschüsse and what follows them."""

from typing import Any

from gremien.enums import Funktion, Teilnehmerebene, Zugang
from netzwerk.demo.bausteine import liste
from netzwerk.enums import Ebene

FACHAUSSCHUESSE: dict[str, dict[str, Any]] = {
    "fachausschuss-erziehungs-und-eingliederungshilfe": {
        "name": "Fachausschuss Erziehungs- und Eingliederungshilfe",
        "art": "Fachausschuss",
        "ebene": Ebene.STADT,
        "funktion": Funktion.BERATEND,
        "zugang": Zugang.GEWAEHLT,
        "gebiete": ("marburg",),
        "themen": ("Hilfen zur Erziehung/Eingliederungshilfe", "Gemeinwesenarbeit"),
        "zielgruppen": ("Kinder und Jugendliche", "Familien/Eltern"),
        "kurztext": "Fachleute ambulanter und stationärer Hilfen beraten, was der Ausschuss ihnen aufträgt.",
        "beschreibung": (
            "Im Fachausschuss sitzen Fachleute aus ambulanten und stationären Hilfen. Gibt der "
            "Jugendhilfeausschuss ihnen einen Auftrag, beraten sie die Frage mit ihrem Fachwissen und "
            "berichten."
        ),
        "teilnehmende": (("professionelle Vertreter*innen der ambulanten und stationären Hilfen", None, ""),),
        "bereich": "die sozialräumlich verankerte Gemeinwesenarbeit",
    },
    "fachausschuss-jugendfoerderung": {
        "name": "Fachausschuss Jugendförderung",
        "art": "Fachausschuss",
        "ebene": Ebene.STADT,
        "funktion": Funktion.BERATEND,
        "zugang": Zugang.GEWAEHLT,
        "gebiete": ("marburg",),
        "themen": ("Offene Kinder- und Jugendarbeit", "Jugendsozialarbeit"),
        "zielgruppen": ("Kinder und Jugendliche",),
        "kurztext": "Kümmert sich darum, dass offene Kinder- und Jugendarbeit gut und gesichert ist.",
        "beschreibung": (
            "Gewählte Fachleute der Jugendhilfe nehmen Aufträge des Jugendhilfeausschusses auf. Sie setzen "
            "sich damit auseinander, wie die offene Kinder- und Jugendarbeit sich entwickeln, gesichert "
            "werden und Qualitätsstandards halten kann."
        ),
        "teilnehmende": (("professionelle Vertreter*innen der Jugendhilfe", None, ""),),
        "bereich": "die sozialräumlich verankerte Jugendsozialarbeit",
    },
    "fachausschuss-kinderbetreuung": {
        "name": "Fachausschuss Kinderbetreuung",
        "art": "Fachausschuss",
        "ebene": Ebene.STADT,
        "funktion": Funktion.BERATEND,
        "zugang": Zugang.GEWAEHLT,
        "gebiete": ("marburg",),
        "themen": ("Kinderbetreuung/U3",),
        "zielgruppen": ("Kinder 0–6", "Familien/Eltern"),
        "kurztext": "Bringt Expertise zu besonderen Fragen der Kinderbetreuung zusammen.",
        "beschreibung": (
            "Die gewählten Expert*innen nehmen unter anderem Aufträge des Jugendhilfeausschusses auf. Sie "
            "wollen die Kinderbetreuung fachlich voranbringen und setzen Schwerpunkte, etwa bei der "
            "Sicherung der Qualität."
        ),
        "teilnehmende": (("Expert*innen für besondere Fragestellungen in der Kinderbetreuung", None, ""),),
        "bereich": "die sozialräumlich verankerte Arbeit in der U3-Betreuung und einem Familienzentrum",
    },
}

AG_78: dict[str, dict[str, Any]] = {
    "ag-78-kinderbetreuung": {
        "name": "AG 78 Kinderbetreuung",
        "weitere_bezeichnungen": "Arbeitsgruppe",
        "art": "AG nach § 78 SGB VIII",
        "ebene": Ebene.STADT,
        "funktion": Funktion.AUSTAUSCH,
        "rechtsgrundlage": "§ 78 SGB VIII",
        "gebiete": ("marburg",),
        "themen": ("Kinderbetreuung/U3",),
        "zielgruppen": ("Kinder 0–6", "Träger"),
        "kurztext": "Die Leitungen der freien Träger von Kinderbetreuung treffen sich hier.",
        "beschreibung": "Was Gesetze verlangen, muss im Alltag gelingen. Das besprechen die Leitungen hier.",
        "aufgaben": liste(
            "Gesetzesvorhaben umsetzen und prüfen, was machbar ist",
            "aktuelle Nöte in der Umsetzung zur Sprache bringen",
            "Qualitätsstandards der Betreuung entwickeln",
        ),
        "teilnehmende": (
            (
                "alle Leitungen freier Träger von Kinderbetreuungseinrichtungen für Kinder von 0–6 Jahren",
                "freier Träger der Jugendhilfe",
                Teilnehmerebene.LEITUNG,
            ),
        ),
    },
    "ag-78-praevention": {
        "name": "AG 78 Prävention",
        "art": "AG nach § 78 SGB VIII",
        "ebene": Ebene.STADT,
        "funktion": Funktion.AUSTAUSCH,
        "rechtsgrundlage": "§ 78 SGB VIII",
        "gebiete": ("marburg",),
        "themen": ("Prävention",),
        "zielgruppen": ("Träger",),
        "kurztext": "Jugendhilfeträger mit ganz verschiedenen Aufgaben in der Prävention stimmen sich ab.",
        "beschreibung": (
            "Präventive Arbeit hat viele Gesichter, entsprechend bunt ist die Runde. Gesprochen wird über "
            "Verträge und Qualitätsentwicklung und darüber, was neue Gesetze für die Umsetzung vor Ort "
            "bedeuten und welche Herausforderungen sie der Kommune stellen."
        ),
        "teilnehmende": (
            ("Jugendhilfeträger aus der präventiven Arbeit", "freier Träger der Jugendhilfe", ""),
        ),
    },
}

ARBEITSKREISE: dict[str, dict[str, Any]] = {
    "aktionskreis-frauen-und-arbeit": {
        "name": "Aktionskreis Frauen und Arbeit",
        "weitere_bezeichnungen": "Bündnis",
        "art": "Aktionskreis",
        "funktion": Funktion.AUSTAUSCH,
        "gebiete": ("marburg",),
        "themen": ("Frauen und Arbeit",),
        "zielgruppen": ("Frauen",),
        "kurztext": "Bündelt Wissen und Erfahrung, damit Frauen der Weg in den Beruf gelingt.",
        "beschreibung": (
            "Im Mittelpunkt stehen Frauen, die in den Beruf einsteigen oder zurückkehren wollen. Das "
            "Bündnis tauscht Wissen und Erfahrungen aus, entwickelt Maßnahmen, die zum Bedarf von Frauen "
            "aus benachteiligten Strukturen passen, und vermittelt sie weiter."
        ),
        "teilnehmende": (
            ("Arbeitsamt", "Agentur für Arbeit", ""),
            ("Jobcenter", "Jobcenter", ""),
            ("Gleichstellungsbeauftragte", "Gleichstellungsbeauftragte", ""),
            ("Praxisträger im Bereich Arbeit und Qualifizierung", None, ""),
        ),
    },
    "ag-sozialberatung": {
        "name": "AG Sozialberatung",
        "langname": "Arbeitsgruppe Sozialberatung",
        "art": "Arbeitsgruppe",
        "funktion": Funktion.AUSTAUSCH,
        "gebiete": ("marburg",),
        "themen": ("Sozialberatung",),
        "zielgruppen": ("Fachkräfte",),
        "kurztext": "Beratungsstellen beraten sich gegenseitig und tragen Probleme in die Fachpolitik.",
        "beschreibung": "Die Arbeitsgruppe verbindet das Wissen verschiedener Beratungsstellen.",
        "aufgaben": liste(
            "kollegiale Beratung",
            "besondere Problemlagen an fachpolitische Gremien vermitteln",
            "Lösungen vorschlagen, die Veränderungen einleiten",
        ),
        "teilnehmende": (("verschiedene Beratungsstellen zur Sozialberatung", "Beratungsstelle", ""),),
        "adressaten": (("fachpolitische Gremien", None),),
    },
    "ak-wohnraumsicherung": {
        "name": "AK Wohnraumsicherung",
        "langname": "Arbeitskreis Wohnraumsicherung",
        "art": "Arbeitskreis",
        "ebene": Ebene.STADT,
        "funktion": Funktion.AUSTAUSCH,
        "gebiete": ("marburg",),
        "themen": ("Wohnen", "Prävention"),
        "zielgruppen": ("Bewohnerschaft",),
        "kurztext": "Bezahlbaren Wohnraum sichern und ausbauen: Darüber verständigen sich hier alle Seiten.",
        "beschreibung": (
            "Wohnungswirtschaft, Jobcenter und Quartiersmanagement tauschen sich fachlich aus. Das beugt "
            "Notlagen vor und macht Vorhaben wie auch Probleme vor Ort früh sichtbar. Am Ende steht ein "
            "gemeinsames Verständnis, wie bezahlbarer Wohnraum gesichert und, wo nötig, ausgebaut werden "
            "kann."
        ),
        "teilnehmende": (
            ("Mitglieder der Wohnungswirtschaft", "Wohnungswirtschaft", ""),
            ("die Wohnungsbaugesellschaften in Marburg", "Wohnungswirtschaft", ""),
            ("Kreisjobcenter", "Jobcenter", ""),
            (
                "Quartiersmanagement aus den Stadtteilen mit besonderem Entwicklungsbedarf",
                "Quartiersmanagement/Stadtteilbüro",
                "",
            ),
        ),
        "mitglieder": ("kreisjobcenter",),
    },
    "ak-jim": {
        "name": "AK JIM",
        "langname": "Arbeitskreis Jugend in Marburg",
        "kurzname": "JIM",
        "art": "Arbeitskreis",
        "ebene": Ebene.STADT,
        "funktion": Funktion.AUSTAUSCH,
        "gebiete": ("marburg",),
        "themen": ("Offene Kinder- und Jugendarbeit",),
        "zielgruppen": ("Jugendliche", "Fachkräfte"),
        "kurztext": "Das Netz der städtischen Jugendeinrichtungen in Marburg.",
        "beschreibung": (
            "<p>Kolleg*innen aus den Jugendzentren sprechen hier über ihre tägliche Arbeit und planen "
            "gemeinsame Veranstaltungen über Stadtteilgrenzen hinweg. Mit der "
            '<a href="/organisationen/jugendfoerderung-marburg/">Jugendförderung</a> zusammen entstehen '
            "Thementage und Projekte.</p>"
        ),
        "teilnehmende": (
            ("alle städtischen Jugendeinrichtungen", "Einrichtung der Kinder- und Jugendarbeit", ""),
            ("in Kooperation: die Jugendförderung", "Stadtverwaltung/Fachdienst", ""),
        ),
    },
    "forum-jugendhilfe-schule": {
        "name": "Forum Jugendhilfe-Schule",
        "art": "Forum",
        "ebene": Ebene.STADT,
        "funktion": Funktion.AUSTAUSCH,
        "gebiete": ("marburg",),
        "themen": ("Schule–Jugendhilfe",),
        "zielgruppen": ("Schulkinder", "Fachkräfte"),
        "programme": ("paedagogisches-handeln-an-schule",),
        "kurztext": "Entwickelt das Marburger Konzept „Pädagogisches Handeln an Schule“ weiter.",
        "beschreibung": (
            "Menschen aus Leitung und Praxis kommen mit Vertreter*innen des städtischen Fachdienstes "
            "zusammen."
        ),
        "auftrag": (
            "Das Forum soll Jugendhilfe und Schule dabei unterstützen, gut zusammenzuarbeiten, und zu einem "
            "gemeinsamen fachlichen Verständnis finden."
        ),
        "teilnehmende": (
            ("Leitungsebene", None, Teilnehmerebene.LEITUNG),
            ("Praxisebene", None, Teilnehmerebene.PRAXIS),
            ("städtische Vertreter*innen des FD Jugendhilfe und Schule", "Stadtverwaltung/Fachdienst", ""),
        ),
        "mitglieder": ("fd-jugendhilfe-und-schule-marburg",),
    },
}

"""Source S2: what is told of each project; titles, names and years exact, sentences our own."""

from typing import Any

from gremien.enums import Beteiligungsart, Bezugsart
from netzwerk.demo.bausteine import absaetze

# Organisation and how the source lists it, in its order.
KUNDEN = (
    ("stadt-dorsten", "Dorsten"),
    ("stadt-ibbenbueren", "Ibbenbüren"),
    ("landkreis-leer", "Landkreis Leer"),
    ("stadt-dortmund", "Dortmund"),
    ("stadt-oldenburg", "Oldenburg"),
    ("landkreis-rottweil", "Landkreis Rottweil"),
    ("stadt-stolberg", "Stolberg"),
)

DORSTEN: dict[str, Any] = {
    "felder": {
        "titel": "Konzept und Umsetzung Integrierte Sozialplanung Stadt Dorsten, 2016-2017",
        "rolle": "Begleitung der Konzeptentwicklung",
        "kurztext": "Die Stadt Dorsten verbindet soziale, wirtschaftliche und städtebauliche Planung.",
        "von_jahr": 2016,
        "bis_jahr": 2017,
        "beschreibung": absaetze(
            "Ein Konzept für integrierte Sozialplanung gehört zu den Aufgaben, die sich Dorsten im Rahmen "
            "des Integrierten Innenstadtkonzeptes „Wir machen MITte – Dorsten 2020“ gestellt hat. Wer "
            "Soziales, Wirtschaft und Städtebau gemeinsam betrachtet, sieht die Stadt als Ganzes; darauf "
            "können Verwaltung und Politik ihre Strategie stützen.",
            "IN/S/O war bei der Entwicklung des Konzepts dabei. Für die Umsetzung kommt es vor allem darauf "
            "an, wie sich Organisation und Personal entwickeln: Es braucht eine gemeinsame Vorstellung von "
            "integrierter Planung, abgestimmte Arbeit an Konzepten und Qualität sowie Instrumente für "
            "Führung und Steuerung.",
            "In den Sozialräumen sollen sich alle Beteiligten auf ein gemeinsames Handlungskonzept "
            "verständigen und planvoll vernetzen. Bürgerinnen und Bürger gestalten ihren Sozialraum und "
            "ihre Stadt mit.",
        ),
    },
    "standorte": ("dorsten",),
    "themen": ("Sozialplanung", "Stadtentwicklung/Sozialer Zusammenhalt", "Beteiligung"),
    "beteiligte": (
        (Beteiligungsart.AUFTRAGGEBER, "stadt-dorsten", ""),
        (Beteiligungsart.BETEILIGT, None, "Akteure in den Sozialräumen"),
        (Beteiligungsart.BETEILIGT, None, "Bürgerinnen und Bürger"),
    ),
    "programme": (
        (Bezugsart.GEFOERDERT, "nrw-haelt-zusammen"),
        (Bezugsart.IM_RAHMEN, "wir-machen-mitte"),
    ),
}

IBBENBUEREN: dict[str, Any] = {
    "felder": {
        "titel": (
            "Begleitung der Stadt Ibbenbüren bei der Entwicklung des Kinder- und Jugendförderplans "
            "für die Jahre 2014-2017, Fortschreibung für die Jahre 2018-2021"
        ),
        "rolle": "Begleitung der Planentwicklung",
        "kurztext": "Der erste Kinder- und Jugendförderplan von Ibbenbüren und seine Fortschreibung.",
        "beschreibung": absaetze(
            "Grundlage des ersten Förderplans war eine Sozialraum- und Lebensweltstudie. Fachkräfte der "
            "offenen Kinder- und Jugendarbeit lernten dabei, mit Methoden der Sozialraum- und "
            "Lebensweltanalyse herauszufinden, was junge Menschen interessiert und was sie brauchen.",
            "Hinzu kamen die Daten zur Sozialstruktur und die Frage, wer die offene und die verbandliche "
            "Jugendarbeit besucht. Gespräche mit Schlüsselpersonen und an den Schnittstellen der "
            "Jugendarbeit gaben Anstöße zu Kooperationen und vernetzten Konzepten.",
            "Die Fortschreibung gehört zur bundesweiten jugendpolitischen Initiative „Jugendgerechte "
            "Kommune“. Im Mittelpunkt steht, wie junge Menschen mitreden und mitbestimmen können: World "
            "Café und Zukunftswerkstatt fragen Kinder und Jugendliche, wie sie ihre Stadt, ihre "
            "Nachbarschaft und ihre Zukunft sehen. Aus den Antworten leiten freie Träger, öffentlicher "
            "Träger, Politik und Fachkräfte ab, wie sich mehr Beteiligung erreichen lässt.",
        ),
    },
    "standorte": ("ibbenbueren",),
    "themen": ("Jugendhilfeplanung", "Offene Kinder- und Jugendarbeit", "Beteiligung"),
    "methoden": (
        "Sozialraum- und Lebensweltanalyse",
        "Befragung von Schlüsselpersonen",
        "World Café",
        "Zukunftswerkstatt",
    ),
    "planfassungen": (
        ("Kinder- und Jugendförderplan", 2014, 2017),
        ("Kinder- und Jugendförderplan, Fortschreibung", 2018, 2021),
    ),
    "beteiligte": (
        (Beteiligungsart.AUFTRAGGEBER, "stadt-ibbenbueren", ""),
        (Beteiligungsart.BETEILIGT, None, "Fachkräfte der offenen Kinder- und Jugendarbeit"),
        (Beteiligungsart.BETEILIGT, None, "Schlüsselpersonen und Schnittstellen der Jugendarbeit"),
        (Beteiligungsart.BETEILIGT, None, "Kinder und Jugendliche"),
        (Beteiligungsart.BETEILIGT, None, "freie Träger und öffentlicher Träger"),
        (Beteiligungsart.BETEILIGT, None, "Politik"),
    ),
    "programme": ((Bezugsart.IM_RAHMEN, "jugendgerechte-kommune"),),
}

LEER: dict[str, Any] = {
    "felder": {
        "titel": "Sozialräumliche Jugendhilfeplanung im Landkreis Leer, 2017",
        "rolle": "Begleitung der Konzepterstellung",
        "kurztext": (
            "Ein sozialräumliches Konzept für die Jugendhilfeplanung in allen Gemeinden des Landkreises."
        ),
        "von_jahr": 2017,
        "bis_jahr": 2017,
        "beschreibung": absaetze(
            "Für die Jugendhilfeplanung in seinen Gemeinden ist der Landkreis Leer als öffentlicher Träger "
            "der Jugendhilfe verantwortlich. Ein sozialräumliches Konzept dafür hat der "
            "Jugendhilfeausschuss in Auftrag gegeben; IN/S/O begleitet die Arbeit daran.",
            "Fachleute aus Jugendhilfe, Jugendarbeit, Schule und Gesundheitsamt sprechen mit Vertreterinnen "
            "und Vertretern der Träger darüber, was junge Menschen und ihre Eltern brauchen, welche "
            "Konzepte weiterentwickelt werden müssen und wie sie planvoll zusammenarbeiten können. Foren "
            "nehmen die Lage der einzelnen Gemeinden in den Blick.",
            "Non-formale, formale und informelle Bildung sollen so ineinandergreifen, dass junge Menschen "
            "und Familien ihr Leben selbst in die Hand nehmen können und dabei die Unterstützung finden, "
            "die nötig ist.",
        ),
    },
    "standorte": ("landkreis-leer",),
    "themen": ("Jugendhilfeplanung", "Schule–Jugendhilfe"),
    "methoden": ("Forum",),
    "beauftragendes_gremium": "jha-leer",
    "beteiligte": (
        (Beteiligungsart.AUFTRAGGEBER, "landkreis-leer", ""),
        (Beteiligungsart.BETEILIGT, None, "Vertreterinnen und Vertreter der Träger"),
        (
            Beteiligungsart.BETEILIGT,
            None,
            "Fachleute aus Jugendhilfe, Jugendarbeit, Schule und Gesundheitsamt",
        ),
    ),
}

IJIP: dict[str, Any] = {
    "felder": {
        "titel": "„Internationale Jugendarbeit im Plan“ mit IJAB, 2015-2016",
        "rolle": "Fachberatung",
        "kurztext": (
            "Sechs Kommunen verankern internationale Jugendarbeit in ihrer Jugendhilfeplanung (IJIP)."
        ),
        "von_jahr": 2015,
        "bis_jahr": 2016,
        "beschreibung": absaetze(
            "Das bundesweite Projekt „Internationale Jugendarbeit im Plan“ (IJIP) erhielt bis Ende 2016 "
            "zwei Jahre lang Mittel aus dem Kinder- und Jugendplan des Bundes, als Innovationsfondsprojekt "
            "der Internationalen Jugendarbeit. Es gehört zur jugendpolitischen Initiative „JiVE. "
            "Jugendarbeit international – Vielfalt erleben“ und baut auf deren Teilinitiative „Kommune goes "
            "International“ auf.",
            "In sechs ausgewählten Kommunen sollte die Jugendhilfeplanung helfen, internationale "
            "Jugendarbeit am Bedarf auszurichten, weiterzuentwickeln und dauerhaft vor Ort zu verankern.",
            "Die Koordination lag bei IJAB, die Fachberatung bei IN/S/O.",
        ),
        "ergebnisse": (
            "Aus dem Projekt gibt es eine Handreichung zum Herunterladen; sie sammelt Anregungen und Ideen "
            "für die Umsetzung."
        ),
    },
    "standorte": (
        "berlin-steglitz-zehlendorf",
        "bremen",
        "essen",
        "hamm",
        "kreis-steinfurt",
        "wiesbaden",
    ),
    "themen": ("Internationale Jugendarbeit", "Jugendhilfeplanung"),
    "dokumente": ("handreichung-ijip",),
    "beteiligte": (
        (Beteiligungsart.KOORDINATION, "ijab", ""),
        (Beteiligungsart.BETEILIGT, None, "sechs ausgewählte Kommunen"),
    ),
    "programme": (
        (Bezugsart.GEFOERDERT, "kinder-und-jugendplan-des-bundes"),
        (Bezugsart.TEIL_VON, "jive"),
        (Bezugsart.KNUEPFT_AN, "kommune-goes-international"),
    ),
}

DORTMUND: dict[str, Any] = {
    "felder": {
        "titel": (
            "Begleitung der Stadt Dortmund bei der Entwicklung des Kinder- und Jugendförderplans "
            "für die Jahre 2015 bis 2020"
        ),
        "rolle": "Moderation des Planungsprozesses und Beratung",
        "kurztext": "Zwei Kinder- und Jugendförderpläne der Stadt Dortmund mit Beteiligung junger Menschen.",
        "beschreibung": absaetze(
            "Schon am Kinder- und Jugendförderplan für die Jahre 2011 bis 2014 hat IN/S/O mitgearbeitet. Das "
            "Institut moderierte die Planung, an der sich ganz verschiedene Träger der Kinder- und "
            "Jugendförderung in Dortmund beteiligten, und beriet dabei, welche Ziele die Kinder- und "
            "Jugendarbeit verfolgen soll.",
            "Junge Menschen wirkten selbst mit: über eine Schülerbefragung, qualitative Interviews und ein "
            "World Café.",
            "Auch am Plan für die Jahre 2015 bis 2020 ist IN/S/O beteiligt.",
        ),
    },
    "standorte": ("dortmund",),
    "themen": ("Jugendhilfeplanung", "Offene Kinder- und Jugendarbeit", "Beteiligung"),
    "methoden": ("Moderation", "Schülerbefragung", "Qualitative Interviews", "World Café"),
    "dokumente": ("foerderplan-dortmund",),
    "planfassungen": (
        ("Kinder- und Jugendförderplan", 2011, 2014),
        ("Kinder- und Jugendförderplan", 2015, 2020),
    ),
    "beteiligte": (
        (Beteiligungsart.AUFTRAGGEBER, "stadt-dortmund", ""),
        (Beteiligungsart.BETEILIGT, None, "Träger der Kinder- und Jugendförderung in der Stadt Dortmund"),
        (Beteiligungsart.BETEILIGT, None, "junge Menschen"),
    ),
}

# Address of each project, in the order of the source.
PROJEKTE: dict[str, dict[str, Any]] = {
    "integrierte-sozialplanung-dorsten": DORSTEN,
    "foerderplan-ibbenbueren": IBBENBUEREN,
    "jugendhilfeplanung-landkreis-leer": LEER,
    "internationale-jugendarbeit-im-plan": IJIP,
    "foerderplan-dortmund": DORTMUND,
}

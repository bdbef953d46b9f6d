"""Source S3: what the paper says of the conferences, in our own sentences."""

from netzwerk.demo.bausteine import absaetze, liste

RECHTSGRUNDLAGE = "§ 7 KJFöG, § 5 Schul-G"
SELBSTVERSTAENDNIS = absaetze(
    "Wer in einem Stadtbezirk mit Kindern, Jugendlichen und Familien arbeitet, soll einander kennen und "
    "wissen, was die anderen vorhaben. Die Konferenz ist ein Forum für Träger der Jugendhilfe und ihre "
    "Partner. Sie regelt nichts für die ganze Stadt, sondern hilft Fachkräften und Trägern, sich vor Ort "
    "abzustimmen und gemeinsam zu handeln.",
    "Gegenstand ist die Jugendhilfe in ihrer ganzen Breite. Andere Fragen, etwa Verkehr oder Stadtplanung, "
    "gehören nur dazu, wenn sie unmittelbar mit der Jugendhilfe zusammenhängen.",
)
ZWECK = absaetze(
    "Die Konferenzen sollen die Zusammenarbeit voranbringen: von Jugendarbeit, Jugendsozialarbeit und "
    "erzieherischem Jugendschutz mit der übrigen Jugendhilfe und den Schulen. Sie soll auf Dauer tragen und "
    "nicht allein vom Einsatz einzelner Menschen abhängen.",
    "So entsteht ein Netzwerk aus Schulen, Schulträgern, Schulaufsicht und öffentlichen wie freien Trägern "
    "der Jugendhilfe.",
)
# Nine occasions, named as examples; the members decide on their topics themselves.
ANLAESSE = (
    "Bildungs- und Freizeitangebote außerhalb der Schule abstimmen",
    "mit Schulen bei der Ganztagsbetreuung zusammenarbeiten",
    "schulbezogene Angebote der Jugendarbeit entwickeln",
    "Konzepte der Schulsozialarbeit entwickeln",
    "bei der beruflichen und schulischen Integration zusammenarbeiten",
    "Maßnahmen der Familienförderung und Familienbildung entwickeln",
    "gemeinsam Risiken und Gefährdungen vorbeugen",
    "niederschwellige Beratung für Eltern und Jugendliche verbessern",
    "die Gesundheit von Kindern, Jugendlichen und ihren Familien gemeinsam fördern",
)
PROZESSSTEUERUNG = absaetze(
    "Die Prozesssteuerung liegt im Fachbereich 42 bei den Leitungen der Abteilungen 42/1, 42/3 und 42/4. Sie "
    "stimmen sich mit der Fachbereichsleitung und der Dezernentin ab und haben zwei Aufgaben:",
    liste(
        "den Kontakt zu den Organisationsteams der vier Konferenzen sichern",
        "die Berichte für Bezirksvertretungen, Ausschüsse und Rat koordinieren",
    ),
)
AUFGABEN_ORGANISATIONSTEAM = (
    "Themenschwerpunkte festsetzen",
    "Tagesordnung",
    "Einladung",
    "Protokoll",
    "Tagungsraum organisieren",
    "Informationen und Anliegen auswerten und weiterleiten",
    "Sachbericht für die Leitungsebenen",
)
# Whom the conference invites first: name, rule as the paper words it, kind of organisation.
EINZULADENDE = (
    (
        "Trägergruppen von Kindertageseinrichtungen",
        "Vertreter der örtlichen Trägergruppen von KiTas im Stadtbezirk (Mitglieder der AGTE)",
        "Kita/Familienzentrum",
    ),
    ("Schulen", "pro Schultyp ein Vertreter der Schulen, möglichst die Schulleitung", "Schule"),
    ("Allgemeiner Sozialer Dienst", "Vertreter des zuständigen ASD-Bezirks", "Jugendamt/ASD"),
    ("Jugendförderung", "Vertreter des zuständigen Teams der Jugendförderung", "Jugendamt/ASD"),
    (
        "Träger der Kinder- und Jugendarbeit",
        (
            "Leitungskräfte der Träger der Kinder- und Jugendarbeit "
            "(Träger offener Arbeit und Träger der Jugendsozialarbeit)"
        ),
        "freier Träger der Jugendhilfe",
    ),
    (
        "Wohlfahrtsverbände",
        "Vertreter der Wohlfahrtsverbände (Mitglieder der AG der Wohlfahrtsverbände)",
        "Wohlfahrtsverband",
    ),
    (
        "Gesundheitsamt",
        "Kinder- Jugendärztlicher Dienst des Gesundheitsamtes",
        "Gesundheitsamt/Kinder- und Jugendärztlicher Dienst",
    ),
)
# Who sits in each Organisationsteam: key of the position, name, kind of organisation.
ORGANISATIONSTEAM = (
    ("teamleitung-42-3", "TeamleiterIn 42/3", "Jugendamt/ASD"),
    ("gruppenleitung-asd", "GruppenLeiterIn ASD", "Jugendamt/ASD"),
    ("leitung-kita", "LeiterIn Kita/Familienzentrum", "Kita/Familienzentrum"),
    ("vertretung-freie-traeger", "VertreterIn Freier Träger", "freier Träger der Jugendhilfe"),
)

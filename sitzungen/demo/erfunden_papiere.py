"""The invented papers: what they want, and their way through the bodies."""

from dataclasses import dataclass

from sitzungen.enums import Ergebnis, Teil, Vorlagenart, Vorlagenbezugsart, Vorlagenstand, Zustaendigkeit

JHA = "jha-marburg"
JUGEND = "fachausschuss-jugendfoerderung"
KINDER = "fachausschuss-kinderbetreuung"
HILFEN = "fachausschuss-erziehungs-und-eingliederungshilfe"


@dataclass(frozen=True)
class Schritt:
    """A step of the course; a week ahead of today has no result yet.

    ``punkt`` names an agenda item that stands in the list of meetings (a non-public one);
    a step that is only ``vorgesehen`` has a month and no meeting.
    """

    gremium: str
    woche: int
    zustaendigkeit: Zustaendigkeit
    ergebnis: Ergebnis | str = ""
    verwiesen_an: str = ""
    beschlusswortlaut: str = ""
    teil: Teil = Teil.OEFFENTLICH
    punkt: str = ""
    vorgesehen: bool = False


@dataclass(frozen=True)
class Papier:
    """A paper; its steps stand in the order that is stored, dates may jump."""

    betreff: str
    art: Vorlagenart
    stand: Vorlagenstand
    woche: int
    vorschlag: str
    sachverhalt: str
    schritte: tuple[Schritt, ...]
    federfuehrend: str = "jugendamt-marburg"
    bezug: tuple[Vorlagenbezugsart, str] | None = None
    themen: tuple[str, ...] = ()


PAPIERE: dict[str, Papier] = {
    "01": Papier(
        "Öffnungszeiten der Jugendtreffs im Winter",
        Vorlagenart.BESCHLUSSVORLAGE,
        Vorlagenstand.ABGESCHLOSSEN,
        -49,
        "Von November bis März schließen die Jugendtreffs freitags eine Stunde später.",
        "Jugendliche haben sich im Winter einen warmen Ort für den Freitagabend gewünscht.",
        (
            Schritt(JUGEND, -47, Zustaendigkeit.VORBERATUNG, Ergebnis.EMPFOHLEN),
            Schritt(JHA, -38, Zustaendigkeit.ENTSCHEIDUNG, Ergebnis.BESCHLOSSEN),
        ),
        federfuehrend="jugendfoerderung-marburg",
        themen=("Offene Kinder- und Jugendarbeit",),
    ),
    "02": Papier(
        "Bericht zur Kinderbetreuung",
        Vorlagenart.BERICHT,
        Vorlagenstand.ABGESCHLOSSEN,
        -41,
        "Der Jugendhilfeausschuss entscheidet, ob der Bericht jedes Jahr vorgelegt wird.",
        "Der Bericht beschreibt an einem Beispiel, wie sich Plätze und Bedarf entwickeln.",
        (Schritt(JHA, -38, Zustaendigkeit.ENTSCHEIDUNG, Ergebnis.ZUR_KENNTNIS),),
        themen=("Kinderbetreuung/U3",),
    ),
    "03": Papier(
        "Ferienprogramm in den Quartieren",
        Vorlagenart.BESCHLUSSVORLAGE,
        Vorlagenstand.ABGESCHLOSSEN,
        -37,
        "In allen Schulferien gibt es in drei Quartieren ein offenes Programm.",
        "Familien, die nicht verreisen, sollen ein Angebot vor der Haustür finden.",
        (
            Schritt(JUGEND, -35, Zustaendigkeit.VORBERATUNG, Ergebnis.VERTAGT),
            Schritt(JUGEND, -23, Zustaendigkeit.VORBERATUNG, Ergebnis.EMPFOHLEN),
            Schritt(
                JHA,
                -14,
                Zustaendigkeit.ENTSCHEIDUNG,
                Ergebnis.MIT_AENDERUNGEN,
                beschlusswortlaut=(
                    "In den Oster-, Sommer- und Herbstferien gibt es in drei Quartieren ein Programm."
                ),
            ),
        ),
        federfuehrend="jugendfoerderung-marburg",
        themen=("Offene Kinder- und Jugendarbeit", "Gemeinwesenarbeit"),
    ),
    "04": Papier(
        "Räume für ein Familienzentrum",
        Vorlagenart.ENTSCHEIDUNGSVORLAGE,
        Vorlagenstand.ABGESCHLOSSEN,
        -28,
        "Ein Beispielgebäude wird zum Familienzentrum umgebaut.",
        "Beratung, Elterncafé und Betreuung sollen unter ein Dach.",
        (
            Schritt(JHA, -26, Zustaendigkeit.ENTSCHEIDUNG, Ergebnis.VERWIESEN, verwiesen_an=KINDER),
            Schritt(KINDER, -22, Zustaendigkeit.VORBERATUNG, Ergebnis.EMPFOHLEN),
            Schritt(JHA, -14, Zustaendigkeit.ENTSCHEIDUNG, Ergebnis.BESCHLOSSEN),
        ),
        themen=("Kinderbetreuung/U3", "Prävention"),
    ),
    "05": Papier(
        "Kinder planen Spielplätze mit",
        Vorlagenart.BESCHLUSSVORLAGE,
        Vorlagenstand.ABGESCHLOSSEN,
        -25,
        "Vor jeder Planung eines Spielplatzes werden die Kinder der Umgebung gefragt.",
        "Die Stellungnahme des Fachausschusses lag früher vor, als die Beratungsfolge sie nennt.",
        (
            Schritt(JHA, -14, Zustaendigkeit.ENTSCHEIDUNG, Ergebnis.BESCHLOSSEN),
            Schritt(JUGEND, -23, Zustaendigkeit.STELLUNGNAHME, Ergebnis.ZUR_KENNTNIS),
        ),
        themen=("Beteiligung",),
    ),
    "06": Papier(
        "Trinkwasserspender in Jugendhäusern",
        Vorlagenart.ANTRAG,
        Vorlagenstand.ABGESCHLOSSEN,
        -29,
        "Jedes Jugendhaus erhält einen Trinkwasserspender.",
        "Der Antrag rechnet mit einem Spender je Haus.",
        (Schritt(JHA, -26, Zustaendigkeit.ENTSCHEIDUNG, Ergebnis.ABGELEHNT),),
        themen=("Gesundheitsförderung",),
    ),
    "07": Papier(
        "Wie viele Stunden Schulsozialarbeit gibt es?",
        Vorlagenart.ANFRAGE,
        Vorlagenstand.ABGESCHLOSSEN,
        -15,
        "",
        "Gefragt wird nach den Stunden je Schulform.",
        (Schritt(JHA, -14, Zustaendigkeit.KENNTNISNAHME, Ergebnis.ZUR_KENNTNIS),),
        themen=("Schule–Jugendhilfe",),
    ),
    "08": Papier(
        "Antwort zu den Stunden der Schulsozialarbeit",
        Vorlagenart.MITTEILUNGSVORLAGE,
        Vorlagenstand.ABGESCHLOSSEN,
        -4,
        "",
        "Die Antwort nennt erfundene Zahlen für drei Schulformen.",
        (Schritt(JHA, -2, Zustaendigkeit.KENNTNISNAHME, Ergebnis.ZUR_KENNTNIS),),
        federfuehrend="fd-jugendhilfe-und-schule-marburg",
        bezug=(Vorlagenbezugsart.ANTWORT, "07"),
        themen=("Schule–Jugendhilfe",),
    ),
    "09": Papier(
        "Streit schlichten an Grundschulen",
        Vorlagenart.BESCHLUSSVORLAGE,
        Vorlagenstand.IN_BERATUNG,
        -11,
        "Zwei Grundschulen erproben ein Jahr lang ein Programm zur Streitschlichtung.",
        "Kinder sollen lernen, Streit ohne Erwachsene beizulegen.",
        (
            Schritt(HILFEN, -9, Zustaendigkeit.VORBERATUNG, Ergebnis.EMPFOHLEN),
            Schritt(JHA, -2, Zustaendigkeit.ENTSCHEIDUNG, Ergebnis.VERTAGT),
            Schritt(JHA, 10, Zustaendigkeit.ENTSCHEIDUNG),
        ),
        federfuehrend="fd-jugendhilfe-und-schule-marburg",
        themen=("Prävention", "Schule–Jugendhilfe"),
    ),
    "10": Papier(
        "Richtlinie zur Förderung von Stadtteilfesten",
        Vorlagenart.BESCHLUSSVORLAGE,
        Vorlagenstand.IN_BERATUNG,
        -1,
        "Stadtteilfeste können einmal im Jahr einen Zuschuss bekommen.",
        "Die Richtlinie nennt, wer den Zuschuss beantragen kann und bis wann.",
        (
            Schritt(JUGEND, 1, Zustaendigkeit.VORBERATUNG),
            Schritt(JHA, 10, Zustaendigkeit.ENTSCHEIDUNG),
        ),
        themen=("Gemeinwesenarbeit",),
    ),
    "11": Papier(
        "Änderung der Richtlinie: Zuschuss auch für Straßenfeste",
        Vorlagenart.ANTRAG,
        Vorlagenstand.FREIGEGEBEN,
        -1,
        "Auch Straßenfeste können den Zuschuss bekommen.",
        "Der Antrag ergänzt die Richtlinie um kleinere Feste.",
        (Schritt(JHA, 10, Zustaendigkeit.ENTSCHEIDUNG, vorgesehen=True),),
        bezug=(Vorlagenbezugsart.AENDERUNG, "10"),
        themen=("Gemeinwesenarbeit",),
    ),
    "12": Papier(
        "Eigenes Budget für Jugendliche",
        Vorlagenart.ANTRAG,
        Vorlagenstand.ZURUECKGEZOGEN,
        -12,
        "Jugendliche entscheiden selbst über einen kleinen Betrag.",
        "Der Antrag wurde zurückgezogen, weil er neu geschrieben wird.",
        (Schritt(JUGEND, -11, Zustaendigkeit.VORBERATUNG, Ergebnis.ZURUECKGEZOGEN),),
        themen=("Beteiligung",),
    ),
    "13": Papier(
        "Zwischenstand zum Familienzentrum",
        Vorlagenart.MITTEILUNGSVORLAGE,
        Vorlagenstand.IN_BERATUNG,
        -1,
        "",
        "Der Umbau beginnt später als geplant.",
        (Schritt(KINDER, 2, Zustaendigkeit.KENNTNISNAHME),),
        bezug=(Vorlagenbezugsart.NACHFOLGER, "04"),
        themen=("Kinderbetreuung/U3",),
    ),
    # A public paper of which one step is not: its wording must stay hidden.
    "14": Papier(
        "Raum für eine Jugendgruppe",
        Vorlagenart.BESCHLUSSVORLAGE,
        Vorlagenstand.ABGESCHLOSSEN,
        -6,
        "Eine Jugendgruppe erhält einen Raum.",
        "Die Gruppe trifft sich bisher im Freien.",
        (
            Schritt(
                JHA,
                -2,
                Zustaendigkeit.ENTSCHEIDUNG,
                Ergebnis.MIT_AENDERUNGEN,
                beschlusswortlaut="GEHEIMSACHE-WORTLAUT: Die Miete beträgt einen erfundenen Betrag.",
                teil=Teil.NICHT_OEFFENTLICH,
                punkt="vertrag",
            ),
        ),
        themen=("Offene Kinder- und Jugendarbeit",),
    ),
}

"""Source S4: the Arbeitsgemeinschaft Weinheimer Initiative and the report of Kreis Offenbach."""

from datetime import date

from gremien.enums import Berichtsart, Funktion, Zugang
from gremien.models import Bericht, Berichtsabschnitt, Gremienart, Gremium, Mitgliedschaft, Teilnehmendenart
from netzwerk.demo.bausteine import BELEGT, absaetze, liste
from netzwerk.demo.lader import Demolader
from netzwerk.demo.offenbach import AUSBILDUNGSBUDGET, JUSTIQ
from netzwerk.enums import Ebene
from netzwerk.lib.dates import Genauigkeit
from netzwerk.models import Thema, Zielgruppe

# Heading and text; the first section stands under the heading of the whole report.
ABSCHNITTE = (
    (
        "",
        absaetze(
            "Die Netzwerkstruktur „Jugend in Beruf“ ist 2014 in der Region angekommen: In drei Kommunen des "
            "Kreises Offenbach besteht sie nun. Dort ließen sich auch die Beratungsangebote für junge "
            "Schulverweigernde und für junge Menschen mit multiplen Problemlagen einbinden.",
            "Die Berufswegebegleitung in Langen und Dreieich geht 2015 weiter. Die Kommunen verantworten sie "
            "selbst und setzen dafür neues Personal ein.",
        ),
    ),
    (
        "JUGEND STÄRKEN im Quartier",
        absaetze(
            "Vier kommunale Quartiere im Kreis Offenbach beteiligen sich ab 2015 an „JUGEND STÄRKEN im "
            f"Quartier“, dem neuen Förderprogramm des Bundesjugendministeriums (JUSTiQ, {JUSTIQ}). Es "
            "richtet sich vor allem an junge Menschen mit Migrationshintergrund, besonders an Geflüchtete "
            "und an Zugewanderte aus Südosteuropa, und will ihre individuelle Förderung nach § 13 SGB VIII "
            "verbessern. Die Modellregionen sollen außerdem zeigen, welche kommunalen Strukturen und "
            "welche Zusammenarbeit über die Rechtskreise hinweg nötig sind und wo der Gesetzgeber handeln "
            "muss.",
            "Das Programm hat vier Bausteine; die ersten drei sind sozialpädagogische Hilfen im Einzelfall:",
            liste(
                "Case Management",
                "Aufsuchende Jugendsozialarbeit",
                "Niedrigschwellige Beratung/Clearing",
                "Mikroprojekte, von denen auch die benachteiligten Gebiete etwas haben",
            ),
            "Als Träger der Jugendhilfe koordiniert und steuert der Kreis Offenbach die Maßnahmen. Partner "
            "der Kommunen sind freie Träger der Jugendhilfe, Jobcenter, Agenturen für Arbeit, "
            "Quartiersmanagement, Unternehmen und weitere Stellen vor Ort. Das soll die Zusammenarbeit im "
            "Übergangsbereich stärken.",
        ),
    ),
    (
        "Hessisches Ausbildungs- und Qualifizierungsbudget ab 2015",
        absaetze(
            "Gemeinsam mit dem Träger der Grundsicherung bereitet der Kreis Offenbach vor, was 2015 aus dem "
            "Hessischen Ausbildungsbudget bezahlt werden soll. Bewährtes bleibt: Ausbildungsvorbereitung, "
            "Coaching und Patenkonzepte. Daneben ist wieder Platz für Modellprojekte, die aufgreifen, was "
            "sich im Übergang von der Schule in den Beruf verändert. Auch hier liegt ein Schwerpunkt auf "
            "Geflüchteten und Zugewanderten.",
            f"Mehr zum Programm: {AUSBILDUNGSBUDGET}",
        ),
    ),
)


def laden(lader: Demolader) -> None:
    """Make the Verbund with its one named member, and the member's report."""
    verbund = lader.anlegen(
        "gremium/weinheimer-initiative",
        Gremium,
        name="Arbeitsgemeinschaft Weinheimer Initiative",
        slug="arbeitsgemeinschaft-weinheimer-initiative",
        art=lader.wert(Gremienart, "Arbeitsgemeinschaft"),
        kurztext=(
            "Zusammenschluss von über 20 Städten und Landkreisen, die den Übergang von der Schule in die "
            "Arbeitswelt vor Ort koordinieren."
        ),
        beschreibung=(
            "Über 20 Städte und Landkreise und viele weitere Akteure haben sich hier verbunden. Ihr Thema "
            "ist die Kommunale Koordinierung: Die Kommune hält die Fäden zusammen, wenn junge Menschen von "
            "der Schule in die Arbeitswelt wechseln. Dafür entwickelt die Arbeitsgemeinschaft das Konzept "
            "und zeigt, wie es in der Praxis geht."
        ),
        auftrag=absaetze(
            "Zwei Aufgaben gehören für die Arbeitsgemeinschaft eng zusammen:",
            liste(
                "als Anwältin dafür eintreten, dass Kommunale Koordinierung anerkannt wird und gute "
                "Rahmenbedingungen bekommt",
                "dabei helfen, dass die Arbeit vor Ort immer besser wird",
            ),
        ),
        ebene=Ebene.UEBERREGIONAL,
        funktion=Funktion.INTERESSENVERTRETUNG,
        zugang=Zugang.MITGLIEDSCHAFT,
        mitgliederzahl_text="über 20 Städte und Landkreise",
        mitgliederzahl_stand=date(2015, 1, 1),
        mitgliederzahl_stand_genauigkeit=Genauigkeit.JAHR,
        themen=lader.werte(Thema, "Übergang Schule–Beruf"),
        **BELEGT,
    )
    for position, text in enumerate(("über 20 Städte und Landkreise", "viele weitere Akteure"), start=1):
        lader.anlegen(
            f"teilnehmende/weinheimer-initiative/{position}",
            Teilnehmendenart,
            gremium=verbund,
            text=text,
            position=position,
        )
    lader.anlegen(
        "mitgliedschaft/weinheimer-initiative/kreis-offenbach",
        Mitgliedschaft,
        gremium=verbund,
        organisation=lader["organisation/kreis-offenbach"],
    )
    _bericht(lader)


def _bericht(lader: Demolader) -> None:
    bericht = lader.anlegen(
        "bericht/kreis-offenbach-2014-q4",
        Bericht,
        titel="Bericht 4. Quartal 2014",
        untertitel="Aktueller Bericht Kreis Offenbach",
        slug="kreis-offenbach-2014-q4",
        verbund=lader["gremium/weinheimer-initiative"],
        organisation=lader["organisation/kreis-offenbach"],
        art=Berichtsart.QUARTAL,
        jahr=2014,
        quartal=4,
        ortszeile="Kreis Offenbach",
        datum=date(2015, 1, 1),
        verfasser="Ulrike Jung-Turek",
        verfasser_ort="Kreis Offenbach",
        verfasst_am=date(2014, 12, 1),
        namen_grundlage="Verfasserangabe im veröffentlichten Bericht",
        themen=lader.werte(Thema, "Übergang Schule–Beruf", "Jugendsozialarbeit", "Migration/Integration"),
        zielgruppen=lader.werte(
            Zielgruppe, "Jugendliche", "Junge Menschen mit Migrationshintergrund", "Geflüchtete"
        ),
        programme=[lader["programm/justiq"], lader["programm/hessisches-ausbildungsbudget"]],
        gebiete=[lader["gebiet/kreis-offenbach"], lader["gebiet/langen"], lader["gebiet/dreieich"]],
        **BELEGT,
    )
    for position, (ueberschrift, text) in enumerate(ABSCHNITTE, start=1):
        lader.anlegen(
            f"berichtsabschnitt/kreis-offenbach-2014-q4/{position}",
            Berichtsabschnitt,
            bericht=bericht,
            position=position,
            ueberschrift=ueberschrift,
            text=text,
        )

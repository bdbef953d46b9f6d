"""Source S3: the text of the paper 2007/0590; headings exact, sentences our own."""

from gremien.demo.herne_texte import ANLAESSE, AUFGABEN_ORGANISATIONSTEAM
from netzwerk.demo.bausteine import absaetze, liste

BESCHLUSS = absaetze(
    "Die Verwaltung erhält den Auftrag, Stadtbezirkskonferenzen so durchzuführen, wie es diese Vorlage "
    "beschreibt. Anfang 2008 soll es im Stadtbezirk Sodingen losgehen; das Ergebnis erfährt der "
    "Jugendhilfeausschuss.",
    (
        "Ist die erste Konferenz ausgewertet, sollen weitere in den Stadtbezirken Eickel, Herne-Mitte und "
        "Wanne folgen."
    ),
)
SACHVERHALT = absaetze(
    "Am 19.09.2007 hat die Verwaltung dem Jugendhilfeausschuss erste Gedanken zu Stadtbezirkskonferenzen "
    "vorgestellt und Genaueres für die nächste Sitzung versprochen. Das leistet diese Vorlage.",
    "Beschlussvorschlag und Sachverhalt sind hier sinngemäß wiedergegeben.",
)
ERSTE_SCHRITTE = (
    "sich vorstellen und kennenlernen",
    "gemeinsame Anliegen und Ziele klären, künftige Themen festlegen",
    "zusammentragen, was über Sozialstruktur, Probleme und Stärken des Stadtbezirks bekannt ist",
    "über bestehende Kooperationen sprechen, auch über Hürden und Grenzen der Zusammenarbeit",
    "Rollen, Aufträge und Ressourcen klären",
    (
        "den Rahmen abstimmen: Rhythmus der Einladungen, Protokoll, Berichte in den politischen Gremien und "
        "Ähnliches"
    ),
)
ABSCHNITTE = (
    (
        "Begriffsklärung",
        absaetze(
            "Sozialraum- oder Stadtbezirkskonferenzen gibt es im Land in vielen Formen. Herne muss deshalb "
            "erst einmal für sich klären, was gemeint ist.",
            "Maßgeblich ist, wie Stadt und Verwaltung räumlich gegliedert sind. Den Anfang machen die vier "
            "Stadtbezirke; daher spricht die Verwaltung von Stadtbezirkskonferenzen. Später können kleinere "
            "Konferenzen hinzukommen, für einen Sozialraum oder zu einem Sachthema.",
        ),
    ),
    (
        "Selbstverständnis und Ziel",
        absaetze(
            "Das Konzept stützt sich vor allem auf die Empfehlungen der Landesjugendämter zum Kinder- und "
            "Jugendfördergesetz (LWL/LVR, Empfehlungen zur Umsetzung des 3. AG-KJHG NRW auf kommunaler "
            "Ebene, Münster, Köln 2005). Danach treiben die Konferenzen die Zusammenarbeit voran: zwischen "
            "Jugendarbeit, Jugendsozialarbeit und erzieherischem Jugendschutz als eigenem Handlungsfeld auf "
            "der einen Seite, der übrigen Jugendhilfe und den Schulen auf der anderen.",
            "Kooperation soll feste Strukturen bekommen und nicht am Engagement Einzelner hängen. Schulen, "
            "Schulträger, Schulaufsicht und öffentliche wie freie Träger der Jugendhilfe bilden ein "
            "tragfähiges Netzwerk. Im Zentrum stehen neben den Schulen der Allgemeine Soziale Dienst, die "
            "Träger der Kindertageseinrichtungen und die Kinder- und Jugendarbeit.",
            "Die Beteiligten lernen sich besser kennen und sehen, was die anderen planen und tun. Der Blick "
            "gilt dabei dem Sozialraum: Es geht seltener um Grundsätze für die ganze Stadt und öfter darum, "
            "dass sich Fachkräfte und Träger in einem Stadtbezirk oder Stadtteil abstimmen. Gerade Nachbarn "
            "mit denselben Zielgruppen finden so kurze Wege und gemeinsame Vorhaben.",
            "Gegenstand ist die Jugendhilfe in ihrer Breite. Verkehr, Stadtplanung und Ähnliches gehören nur "
            "dazu, wenn sie mit der Jugendhilfe unmittelbar zu tun haben.",
        ),
    ),
    (
        "Gesetzliche Aufträge zur Zusammenarbeit",
        absaetze(
            "Zusammenarbeit ist an vielen Stellen vorgeschrieben oder empfohlen, zum Beispiel:",
            liste(
                "§ 7 KJFöG und § 5 Schul-G verpflichten Jugendhilfe und Schule, bei Erziehung und Bildung "
                "junger Menschen zusammenzuarbeiten. Die Landesjugendämter empfehlen abgestimmte Konzepte "
                "der Bildungsförderung, die in den Sozialräumen umgesetzt werden.",
                "Sozialraumkonferenzen sind nach diesen Empfehlungen ein guter Ort, um Wissen über die "
                "Lebenslagen junger Menschen auszutauschen und die Arbeit danach auszurichten.",
                "Das Kinder- und Jugendhilfeweiterentwicklungsgesetz verlangt Zusammenarbeit im akuten Fall "
                "und mehr noch bei der Vorbeugung für Kinder in besonders schwierigen Lebenslagen.",
                "Familienbildung, andere vorbeugende Familienförderung und die künftigen Familienzentren im "
                "Kita-Bereich brauchen abgestimmtes Handeln.",
                "Kindertageseinrichtungen und Grundschulen berühren sich vielfach, vor allem bei der "
                "Sprachförderung.",
            ),
        ),
    ),
    (
        "Anlässe zur Zusammenarbeit",
        absaetze(
            "Über ihre Themen entscheiden die beteiligten Träger und Institutionen. Neun Beispiele:",
            liste(*ANLAESSE),
        ),
    ),
    (
        "Inhalte der ersten Konferenz",
        absaetze(
            "Die Verwaltung lädt ein. Beim ersten Treffen beraten alle gemeinsam, wie es weitergeht und "
            "worum es künftig gehen soll. So arbeiten die Beteiligten auf Augenhöhe und nach ihren eigenen "
            "Interessen.",
            "Empfohlen werden sechs erste Schritte:",
            liste(*ERSTE_SCHRITTE),
        ),
    ),
    (
        "Zuständigkeiten für die Stadtbezirkskonferenzen innerhalb der Verwaltung",
        absaetze(
            "Durchgeführt werden die Konferenzen von den künftigen TeamleiterInnen der Jugendförderung und "
            "den GruppenleiterInnen des ASD; freie Träger sind zu beteiligen. In jedem Stadtbezirk gibt es "
            "ein Organisationsteam:",
            liste(
                "1 TeamleiterIn 42/3",
                "1 GruppenLeiterIn ASD",
                "1 LeiterIn Kita/Familienzentrum",
                "1 VertreterIn Freier Träger",
            ),
            "Das Team hat sieben Aufgaben:",
            liste(*AUFGABEN_ORGANISATIONSTEAM),
            "Den Prozess steuern im Fachbereich 42 die AbteilungsleiterInnen von 42/1, 42/3 und 42/4 "
            "in Abstimmung mit der Fachbereichsleitung und der Dezernentin. Sie halten Kontakt zu den vier "
            "Organisationsteams und koordinieren die Berichte für BZV, Ausschüsse und Rat.",
        ),
    ),
    (
        "Tagungsrhythmus und Berichtswesen",
        absaetze(
            "Wie oft getagt wird, ist mit den Beteiligten abzustimmen, besonders mit freien Trägern und "
            "Schulen. Weil die Konferenzen Arbeitskraft binden, sollen sie maximal 2x im Jahr stattfinden.",
            "Politische Gremien und der Rat erhalten jeweils zum Beginn und zur Mitte einer "
            "Legislaturperiode einen Bericht, soweit keine außergewöhnlichen Entscheidungen oder Maßnahmen "
            "anstehen.",
        ),
    ),
    (
        "Zeitplanung",
        absaetze(
            "Alle vier Stadtbezirke sollen eine Konferenz bekommen. Sodingen beginnt im Februar 2008. Was "
            "dort gelernt und angeregt wird, fließt in die Konferenzen in Wanne, Eickel und Herne-Mitte "
            "ein, die im Verlauf des Jahres 2008 folgen.",
        ),
    ),
    (
        "Beteiligte Akteure",
        absaetze(
            "Die Konferenzen bleiben überschaubar. Zum ersten Treffen werden eingeladen:",
            liste(
                "aus dem Stadtbezirk Vertretungen der Trägergruppen von Kindertageseinrichtungen "
                "(Mitglieder der AGTE)",
                "je Schultyp eine Vertretung der Schulen, möglichst die Schulleitung",
                "der zuständige ASD-Bezirk",
                "das zuständige Team der Jugendförderung",
                "Leitungskräfte der Träger der Kinder- und Jugendarbeit, also der offenen Arbeit und der "
                "Jugendsozialarbeit",
                "die Wohlfahrtsverbände (Mitglieder der AG der Wohlfahrtsverbände)",
                "der Kinder- und Jugendärztliche Dienst des Gesundheitsamtes",
            ),
            "Wer künftig dazugehört und ob kleinere Konferenzen nötig sind, wird mit den Teilnehmenden der "
            "ersten Konferenz beraten.",
        ),
    ),
)

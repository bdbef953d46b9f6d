"""Source S3: the bodies of Herne and how the four planned Stadtbezirkskonferenzen are built."""

from datetime import date
from typing import Any

from gremien.demo.herne_texte import (
    ANLAESSE,
    AUFGABEN_ORGANISATIONSTEAM,
    EINZULADENDE,
    ORGANISATIONSTEAM,
    PROZESSSTEUERUNG,
    RECHTSGRUNDLAGE,
    SELBSTVERSTAENDNIS,
    ZWECK,
)
from gremien.enums import Beziehungsart, Funktion, Lebensstand, Leitungsart, Pflichtregel, Rhythmus, Zugang
from gremien.models import (
    Berichtspflicht,
    Gremienart,
    Gremienbeziehung,
    Gremium,
    Leitung,
    Mitgliedschaft,
    Sitz,
    Sitzkategorie,
)
from netzwerk.demo.bausteine import BELEGT, absaetze, liste
from netzwerk.demo.lader import Demolader
from netzwerk.enums import Ebene
from netzwerk.models import Organisationsart, Thema, Zielgruppe

QUELLE = "Vorlage 2007/0590 der Stadt Herne"
BESCHLOSSEN_AM = date(2007, 10, 30)
# Key and name of each Stadtbezirk, the first conference first, then in the order of the timetable.
STADTBEZIRKE = (("sodingen", "Sodingen"), ("wanne", "Wanne"), ("eickel", "Eickel"), ("mitte", "Herne-Mitte"))
# Every planned body stands like this since the decision.
GEPLANT: dict[str, Any] = {
    "lebensstand": Lebensstand.GEPLANT,
    "lebensstand_seit": BESCHLOSSEN_AM,
    **BELEGT,
}


def laden(lader: Demolader) -> None:
    """Make the political bodies, the common frame, and each conference with its team."""
    _politische_gremien(lader)
    _rahmen(lader)
    for schluessel, name in STADTBEZIRKE:
        _konferenz(lader, schluessel, name)
        _organisationsteam(lader, schluessel, name)
    _berichtspflichten(lader)


def _politische_gremien(lader: Demolader) -> None:
    lader.anlegen(
        "gremium/jha-herne",
        Gremium,
        name="Jugendhilfeausschuss",
        langname="Jugendhilfeausschuss der Stadt Herne",
        slug="jugendhilfeausschuss-herne",
        art=lader.wert(Gremienart, "Ausschuss"),
        kurztext="Der Ausschuss der Stadt Herne, der die Stadtbezirkskonferenzen beschlossen hat.",
        ebene=Ebene.STADT,
        funktion=Funktion.BESCHLIESSEND,
        rechtsgrundlage="§ 71 SGB VIII",
        gebiete=[lader["gebiet/herne"]],
        themen=lader.werte(Thema, "Schule–Jugendhilfe", "Jugendhilfeplanung"),
        **BELEGT,
    )
    lader.anlegen(
        "gremium/rat-herne",
        Gremium,
        name="Rat der Stadt Herne",
        kurzname="Rat",
        slug="rat-der-stadt-herne",
        art=lader.wert(Gremienart, "Rat/Parlament"),
        kurztext="Der Rat soll zu Beginn und zur Mitte jeder Legislaturperiode von den Konferenzen erfahren.",
        ebene=Ebene.STADT,
        gebiete=[lader["gebiet/herne"]],
        **BELEGT,
    )
    for schluessel, name in STADTBEZIRKE:
        lader.anlegen(
            f"gremium/bzv-herne-{schluessel}",
            Gremium,
            name=f"Bezirksvertretung {name}",
            langname=f"Bezirksvertretung des Stadtbezirks {name} in Herne",
            kurzname="BZV",
            slug=f"bezirksvertretung-herne-{schluessel}",
            art=lader.wert(Gremienart, "Rat/Parlament"),
            kurztext=f"Politische Vertretung des Stadtbezirks {name}, die Berichte der Konferenz erhält.",
            ebene=Ebene.STADTBEZIRK,
            gebiete=[lader[f"gebiet/herne-{schluessel}"]],
            **BELEGT,
        )
    lader.anlegen(
        "gremium/agte-herne",
        Gremium,
        name="AGTE",
        slug="agte-herne",
        art=lader.wert(Gremienart, "Sonstiges Gremium"),
        kurztext="Zusammenschluss, dem in Herne die Trägergruppen von Kindertageseinrichtungen angehören.",
        ebene=Ebene.STADT,
        gebiete=[lader["gebiet/herne"]],
        notiz_intern="Die Vorlage schreibt die Abkürzung nicht aus; daher ist auch der Typ offen.",
        **BELEGT,
    )
    lader.anlegen(
        "gremium/ag-wohlfahrtsverbaende-herne",
        Gremium,
        name="AG der Wohlfahrtsverbände",
        slug="ag-der-wohlfahrtsverbaende-herne",
        art=lader.wert(Gremienart, "Arbeitsgemeinschaft"),
        kurztext="Zusammenschluss, dem in Herne die Wohlfahrtsverbände angehören.",
        ebene=Ebene.STADT,
        gebiete=[lader["gebiet/herne"]],
        **BELEGT,
    )


def _rahmen(lader: Demolader) -> None:
    """Make the entry for what the four conferences have in common."""
    rahmen = lader.anlegen(
        "gremium/stadtbezirkskonferenzen-herne",
        Gremium,
        name="Stadtbezirkskonferenzen Herne",
        slug="stadtbezirkskonferenzen-herne",
        art=lader.wert(Gremienart, "Netzwerk"),
        weitere_bezeichnungen="Sozialraumkonferenzen",
        kurztext="Was die vier geplanten Konferenzen der Herner Stadtbezirke gemeinsam haben.",
        beschreibung=SELBSTVERSTAENDNIS,
        auftrag=ZWECK,
        aufgaben=PROZESSSTEUERUNG,
        ebene=Ebene.STADT,
        ebene_zweite=Ebene.STADTBEZIRK,
        funktion=Funktion.AUSTAUSCH,
        zugang=Zugang.GELADEN,
        rechtsgrundlage=RECHTSGRUNDLAGE,
        gebiete=[lader["gebiet/herne"]],
        themen=lader.werte(Thema, "Schule–Jugendhilfe", "Prävention", "Gesundheitsförderung"),
        zielgruppen=lader.werte(Zielgruppe, "Fachkräfte", "Träger"),
        **GEPLANT,
    )
    for position, abteilung in enumerate(("42-1", "42-3", "42-4"), start=1):
        lader.anlegen(
            f"leitung/stadtbezirkskonferenzen-herne/{abteilung}",
            Leitung,
            gremium=rahmen,
            art=Leitungsart.PROZESSSTEUERUNG,
            stelle=lader[f"stelle/herne/abteilungsleitung-{abteilung}"],
            position=position,
        )
    empfaenger = ("jha-herne", "rat-herne", *(f"bzv-herne-{schluessel}" for schluessel, _ in STADTBEZIRKE))
    for ziel in empfaenger:
        _beziehung(lader, "stadtbezirkskonferenzen-herne", Beziehungsart.BERICHTET, ziel)
    for ziel in ("agte-herne", "ag-wohlfahrtsverbaende-herne"):
        _beziehung(lader, "stadtbezirkskonferenzen-herne", Beziehungsart.KOOPERATION, ziel)


def _konferenz(lader: Demolader, schluessel: str, name: str) -> None:
    kennung = f"konferenz-herne-{schluessel}"
    konferenz = lader.anlegen(
        f"gremium/{kennung}",
        Gremium,
        name=f"Stadtbezirkskonferenz {name}",
        art=lader.wert(Gremienart, "Konferenz"),
        kurztext=f"Forum für Träger der Jugendhilfe und ihre Partner im Stadtbezirk {name}.",
        beschreibung=SELBSTVERSTAENDNIS,
        auftrag=ZWECK,
        aufgaben=absaetze(
            (
                "Welche Themen die Konferenz aufgreift, bestimmen die Beteiligten. Anlässe können zum "
                "Beispiel sein:"
            ),
            liste(*ANLAESSE),
        ),
        ebene=Ebene.STADTBEZIRK,
        funktion=Funktion.AUSTAUSCH,
        zugang=Zugang.GELADEN,
        rechtsgrundlage=RECHTSGRUNDLAGE,
        rhythmus_text="maximal 2x im Jahr",
        rhythmus_max=2,
        rhythmus_einheit=Rhythmus.JAHR,
        gebiete=[lader[f"gebiet/herne-{schluessel}"]],
        themen=lader.werte(Thema, "Schule–Jugendhilfe", "Prävention", "Gesundheitsförderung"),
        zielgruppen=lader.werte(Zielgruppe, "Fachkräfte", "Träger"),
        **GEPLANT,
    )
    _beziehung(lader, kennung, Beziehungsart.UNTERGREMIUM, "stadtbezirkskonferenzen-herne")
    leitungen: tuple[tuple[Leitungsart, str, str], ...] = (
        (Leitungsart.EINLADUNG, "organisation", "organisation/stadt-herne"),
        (Leitungsart.DURCHFUEHRUNG, "stelle", "stelle/herne/teamleitung-42-3"),
        (Leitungsart.DURCHFUEHRUNG, "stelle", "stelle/herne/gruppenleitung-asd"),
    )
    for position, (art, feld, wer) in enumerate(leitungen, start=1):
        ziel = {feld: lader[wer]}
        lader.anlegen(
            f"leitung/{kennung}/{position}", Leitung, gremium=konferenz, art=art, position=position, **ziel
        )
    for position, (bezeichnung, regeltext, organisationsart) in enumerate(EINZULADENDE, start=1):
        lader.anlegen(
            f"sitzkategorie/{kennung}/{position}",
            Sitzkategorie,
            gremium=konferenz,
            bezeichnung=bezeichnung,
            regeltext=regeltext,
            organisationsart=lader.wert(Organisationsart, organisationsart),
            position=position,
        )


def _organisationsteam(lader: Demolader, schluessel: str, name: str) -> None:
    kennung = f"organisationsteam-herne-{schluessel}"
    team = lader.anlegen(
        f"gremium/{kennung}",
        Gremium,
        name=f"Organisationsteam {name}",
        langname=f"Organisationsteam der Stadtbezirkskonferenz {name}",
        art=lader.wert(Gremienart, "Organisationsteam"),
        kurztext=f"Bereitet die Stadtbezirkskonferenz {name} vor und wertet sie aus.",
        aufgaben=liste(*AUFGABEN_ORGANISATIONSTEAM),
        ebene=Ebene.STADTBEZIRK,
        funktion=Funktion.STEUERUNG,
        zugang=Zugang.BERUFEN,
        gebiete=[lader[f"gebiet/herne-{schluessel}"]],
        **GEPLANT,
    )
    _beziehung(lader, kennung, Beziehungsart.UNTERGREMIUM, f"konferenz-herne-{schluessel}")
    for position, (stelle, bezeichnung, art) in enumerate(ORGANISATIONSTEAM, start=1):
        kategorie = lader.anlegen(
            f"sitzkategorie/{kennung}/{position}",
            Sitzkategorie,
            gremium=team,
            bezeichnung=bezeichnung,
            soll_min=1,
            soll_max=1,
            organisationsart=lader.wert(Organisationsart, art),
            position=position,
        )
        sitz = lader.anlegen(f"sitz/{kennung}/{position}", Sitz, kategorie=kategorie)
        lader.anlegen(
            f"mitgliedschaft/{kennung}/{position}",
            Mitgliedschaft,
            gremium=team,
            sitz=sitz,
            stelle=lader[f"stelle/herne/{stelle}"],
        )


def _berichtspflichten(lader: Demolader) -> None:
    lader.anlegen(
        "berichtspflicht/konferenz-herne-sodingen",
        Berichtspflicht,
        gremium=lader["gremium/konferenz-herne-sodingen"],
        empfaenger=[lader["gremium/jha-herne"]],
        regel=Pflichtregel.NACH_EREIGNIS,
        wortlaut="nach der ersten Konferenz über deren Ergebnis",
    )
    lader.anlegen(
        "berichtspflicht/stadtbezirkskonferenzen-herne",
        Berichtspflicht,
        gremium=lader["gremium/stadtbezirkskonferenzen-herne"],
        empfaenger=[
            *(lader[f"gremium/bzv-herne-{schluessel}"] for schluessel, _ in STADTBEZIRKE),
            lader["gremium/jha-herne"],
            lader["gremium/rat-herne"],
        ],
        regel=Pflichtregel.BEGINN_UND_MITTE,
        wortlaut="jeweils zur Mitte und zum Beginn einer Legislaturperiode an BZV, Ausschüsse und Rat",
        ausnahme="gilt, soweit keine außergewöhnlichen Entscheidungen oder Maßnahmen anstehen",
    )


def _beziehung(lader: Demolader, von: str, art: Beziehungsart, zu: str) -> None:
    lader.anlegen(
        f"beziehung/{von}/{art}/{zu}",
        Gremienbeziehung,
        von_gremium=lader[f"gremium/{von}"],
        art=art,
        zu_gremium=lader[f"gremium/{zu}"],
        quelle=QUELLE,
    )

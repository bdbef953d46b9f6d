"""Source S3: the paper 2007/0590, the meetings before and after it, and what was decided."""

from datetime import date
from typing import Any

from netzwerk.demo.bausteine import BELEGT, absaetze, liste
from netzwerk.demo.lader import Demolader
from netzwerk.lib.dates import Genauigkeit
from netzwerk.models import Thema
from sitzungen.demo.herne_vorlage import ABSCHNITTE, BESCHLUSS, ERSTE_SCHRITTE, SACHVERHALT
from sitzungen.enums import (
    Beschlussart,
    Ergebnis,
    Punktart,
    Schrittstatus,
    Sitzungsstatus,
    Umsetzung,
    Vorlagenart,
    Vorlagenstand,
    Zustaendigkeit,
)
from sitzungen.models import (
    Beratung,
    Beschluss,
    Sitzung,
    Statusnotiz,
    Tagesordnungspunkt,
    Vorlage,
    Vorlagenabschnitt,
)

ZUGESAGT_AM = date(2007, 9, 19)
BESCHLOSSEN_AM = date(2007, 10, 30)
OB_SIE_STATTFAND = "Ob und wann die Konferenz stattgefunden hat, sagt die Vorlage nicht."
REIHENFOLGE = (
    "Die Vorlage nennt zwei Reihenfolgen: der Beschlussvorschlag Eickel, Herne-Mitte und Wanne, die "
    "Zeitplanung Wanne, Eickel und Herne-Mitte."
)
# In the order of the timetable.
FOLGENDE = ("wanne", "eickel", "mitte")


def laden(lader: Demolader) -> None:
    """Make the meetings, the paper with its course, and the two decisions."""
    _sitzungen_des_ausschusses(lader)
    _konferenzen(lader)
    _vorlage(lader)
    _beschluesse(lader)


def _sitzungen_des_ausschusses(lader: Demolader) -> None:
    for tag, titel, felder in (
        (
            ZUGESAGT_AM,
            "Einführung von Stadtbezirkskonferenzen",
            {
                "art": Punktart.MITTEILUNG,
                "text": (
                    "Die Verwaltung stellt erste Überlegungen vor und sagt zu, in der nächsten Sitzung "
                    "Genaueres vorzulegen."
                ),
            },
        ),
        (
            BESCHLOSSEN_AM,
            "Durchführung von Stadtbezirkskonferenzen",
            {"art": Punktart.BERATUNG, "ergebnis": Ergebnis.BESCHLOSSEN},
        ),
    ):
        sitzung = lader.anlegen(
            f"sitzung/jha-herne/{tag}",
            Sitzung,
            gremium=lader["gremium/jha-herne"],
            datum=tag,
            status=Sitzungsstatus.DURCHGEFUEHRT,
            **BELEGT,
        )
        punkt: dict[str, Any] = {"sitzung": sitzung, "position": 1, "titel": titel, **felder}
        lader.anlegen(f"punkt/jha-herne/{tag}/stadtbezirkskonferenzen", Tagesordnungspunkt, **punkt)


def _konferenzen(lader: Demolader) -> None:
    lader.anlegen(
        "sitzung/konferenz-herne-sodingen/1",
        Sitzung,
        gremium=lader["gremium/konferenz-herne-sodingen"],
        titel="Erste Stadtbezirkskonferenz Sodingen",
        datum=date(2008, 2, 1),
        datum_genauigkeit=Genauigkeit.MONAT,
        hinweis=absaetze(
            "In Sodingen soll der Anfang gemacht werden. Für das erste Treffen empfiehlt die Vorlage:",
            liste(*ERSTE_SCHRITTE),
            OB_SIE_STATTFAND,
        ),
        **BELEGT,
    )
    for schluessel in FOLGENDE:
        lader.anlegen(
            f"sitzung/konferenz-herne-{schluessel}/1",
            Sitzung,
            gremium=lader[f"gremium/konferenz-herne-{schluessel}"],
            datum=date(2008, 1, 1),
            datum_genauigkeit=Genauigkeit.JAHR,
            termin_text="im Verlauf des Jahres 2008",
            voraussetzung="nach Auswertung der ersten Konferenz",
            hinweis=absaetze(REIHENFOLGE, OB_SIE_STATTFAND),
            **BELEGT,
        )


def _vorlage(lader: Demolader) -> None:
    vorlage = lader.anlegen(
        "vorlage/2007-0590",
        Vorlage,
        koerperschaft=lader["organisation/stadt-herne"],
        kennung="2007/0590",
        betreff="Durchführung von Stadtbezirkskonferenzen",
        art=Vorlagenart.OEFFENTLICHE_BESCHLUSSVORLAGE,
        stand=Vorlagenstand.ABGESCHLOSSEN,
        verfasser="Herr Domer",
        verfasser_telefon="3206",
        federfuehrend=lader["organisation/fb-42-herne"],
        bearbeiter="Schweppe-Ziffling, Iris",
        unterzeichnung="Der Oberbürgermeister\nIn Vertretung\nGudrun Thierhoff\n(Stadträtin)",
        namen_grundlage="veröffentlichte Vorlage im Ratsinformationssystem",
        beschlussvorschlag=BESCHLUSS,
        sachverhalt=SACHVERHALT,
        rechtsgrundlagen="§ 7 KJFöG, § 5 Schul-G",
        gebiete=[
            lader[f"gebiet/{gebiet}"]
            for gebiet in ("herne", "herne-sodingen", "herne-wanne", "herne-eickel", "herne-mitte")
        ],
        themen=lader.werte(Thema, "Schule–Jugendhilfe", "Prävention"),
        betrifft=[
            lader[f"gremium/konferenz-herne-{bezirk}"] for bezirk in ("sodingen", "wanne", "eickel", "mitte")
        ],
        **BELEGT,
    )
    for position, (ueberschrift, text) in enumerate(ABSCHNITTE, start=1):
        lader.anlegen(
            f"vorlagenabschnitt/2007-0590/{position}",
            Vorlagenabschnitt,
            vorlage=vorlage,
            position=position,
            ueberschrift=ueberschrift,
            text=text,
        )
    lader.anlegen(
        "beratung/2007-0590/1",
        Beratung,
        vorlage=vorlage,
        position=1,
        gremium=lader["gremium/jha-herne"],
        zustaendigkeit=Zustaendigkeit.ENTSCHEIDUNG,
        sitzung=lader[f"sitzung/jha-herne/{BESCHLOSSEN_AM}"],
        punkt=lader[f"punkt/jha-herne/{BESCHLOSSEN_AM}/stadtbezirkskonferenzen"],
        schrittstatus=Schrittstatus.ERLEDIGT,
        ergebnis=Ergebnis.BESCHLOSSEN,
    )


def _beschluesse(lader: Demolader) -> None:
    vorlage = lader["vorlage/2007-0590"]
    gemeinsam = {
        "gremium": lader["gremium/jha-herne"],
        "verantwortlich": lader["organisation/stadt-herne"],
        **BELEGT,
    }
    lader.anlegen(
        "beschluss/jha-herne/auftrag",
        Beschluss,
        art=Beschlussart.AUFTRAG,
        datum=BESCHLOSSEN_AM,
        wortlaut=f"Sinngemäß: {BESCHLUSS}",
        punkt=lader[f"punkt/jha-herne/{BESCHLOSSEN_AM}/stadtbezirkskonferenzen"],
        vorlage=vorlage,
        frist_text="Start Anfang 2008",
        **gemeinsam,
    )
    zusage = lader.anlegen(
        "beschluss/jha-herne/zusage",
        Beschluss,
        art=Beschlussart.ZUSAGE,
        datum=ZUGESAGT_AM,
        wortlaut=(
            "Sinngemäß: Die Verwaltung legt in der nächsten Sitzung genauer dar, wie Stadtbezirkskonferenzen "
            "eingeführt werden können."
        ),
        punkt=lader[f"punkt/jha-herne/{ZUGESAGT_AM}/stadtbezirkskonferenzen"],
        frist_text="nächste Sitzung",
        umsetzung=Umsetzung.UMGESETZT,
        erledigt_am=BESCHLOSSEN_AM,
        erledigt_durch=vorlage,
        **gemeinsam,
    )
    lader.anlegen(
        "statusnotiz/jha-herne/zusage/1",
        Statusnotiz,
        beschluss=zusage,
        datum=BESCHLOSSEN_AM,
        umsetzung=Umsetzung.UMGESETZT,
        text="Mit der Vorlage 2007/0590 eingelöst.",
    )

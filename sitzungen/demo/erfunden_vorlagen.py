"""Make the invented papers with their courses, and the decisions with what became of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from netzwerk.demo.lader import Demolader
from netzwerk.lib.dates import Genauigkeit
from netzwerk.models import Thema
from sitzungen.demo.erfunden_kalender import ERFUNDEN, SICHTBAR, ZUSATZ, sitzungstag
from sitzungen.demo.erfunden_papiere import HILFEN, JHA, PAPIERE, Papier, Schritt
from sitzungen.enums import Beschlussart, Schrittstatus, Umsetzung
from sitzungen.models import Beratung, Beschluss, Statusnotiz, Vorlage, Vorlagenbezug

GWA = "steuerungsgruppe-gwa"


@dataclass(frozen=True)
class Entscheidung:
    """A decision; ``frist`` and the notes count in weeks from the week of loading."""

    gremium: str
    woche: int
    art: Beschlussart
    wortlaut: str
    umsetzung: Umsetzung
    papier: str = ""
    verantwortlich: str = "jugendamt-marburg"
    frist: int | None = None
    frist_text: str = ""
    erledigt: int | None = None
    notizen: tuple[tuple[int, Umsetzung, str], ...] = ()


ENTSCHEIDUNGEN: dict[str, Entscheidung] = {
    "01": Entscheidung(
        JHA,
        -38,
        Beschlussart.BESCHLUSS,
        "Im Winter schließen die Jugendtreffs freitags eine Stunde später.",
        Umsetzung.UMGESETZT,
        papier="01",
        verantwortlich="jugendfoerderung-marburg",
        erledigt=-30,
        notizen=(
            (-36, Umsetzung.IN_UMSETZUNG, "Dienstpläne werden geändert."),
            (-30, Umsetzung.UMGESETZT, "Alle Jugendtreffs haben länger geöffnet."),
        ),
    ),
    "02": Entscheidung(
        JHA,
        -38,
        Beschlussart.KENNTNISNAHME,
        "Der Bericht zur Kinderbetreuung wird zur Kenntnis genommen und jährlich fortgeschrieben.",
        Umsetzung.FORTLAUFEND,
        papier="02",
        frist=14,
        notizen=((-30, Umsetzung.FORTLAUFEND, "Der nächste Bericht ist in Arbeit."),),
    ),
    "03": Entscheidung(
        JHA,
        -14,
        Beschlussart.BESCHLUSS,
        "In den Oster-, Sommer- und Herbstferien gibt es in drei Quartieren ein Programm.",
        Umsetzung.IN_UMSETZUNG,
        papier="03",
        verantwortlich="jugendfoerderung-marburg",
        frist=20,
        notizen=((-9, Umsetzung.IN_UMSETZUNG, "Zwei Quartiere haben zugesagt, das dritte fehlt noch."),),
    ),
    "04": Entscheidung(
        JHA,
        -14,
        Beschlussart.AUFTRAG,
        "Die Verwaltung baut ein Beispielgebäude zum Familienzentrum um.",
        Umsetzung.VERZOEGERT,
        papier="04",
        frist=-3,
        notizen=(
            (-10, Umsetzung.IN_UMSETZUNG, "Die Planung hat begonnen."),
            (-3, Umsetzung.VERZOEGERT, "Der Umbau beginnt ein halbes Jahr später, weil Angebote fehlen."),
        ),
    ),
    "05": Entscheidung(
        JHA,
        -14,
        Beschlussart.BESCHLUSS,
        "Vor jeder Planung eines Spielplatzes werden die Kinder der Umgebung gefragt.",
        Umsetzung.OFFEN,
        papier="05",
        frist=10,
    ),
    "06": Entscheidung(
        HILFEN,
        -9,
        Beschlussart.EMPFEHLUNG,
        "Dem Jugendhilfeausschuss wird empfohlen, Streitschlichtung an zwei Grundschulen zu erproben.",
        Umsetzung.OFFEN,
        papier="09",
        frist_text="nächste Sitzung des Jugendhilfeausschusses",
    ),
    "07": Entscheidung(
        GWA,
        -16,
        Beschlussart.FORDERUNG,
        "Für alle Stadtteilzentren soll es denselben Vertrag geben.",
        Umsetzung.NICHT_UMSETZBAR,
        verantwortlich="stadt-marburg",
        notizen=((-8, Umsetzung.NICHT_UMSETZBAR, "Die Häuser gehören verschiedenen Trägern."),),
    ),
    "08": Entscheidung(
        JHA,
        -50,
        Beschlussart.BESCHLUSS,
        "Die Sitzungen beginnen um 16:00 Uhr.",
        Umsetzung.AUFGEHOBEN,
        notizen=((-38, Umsetzung.AUFGEHOBEN, "Ersetzt: Die Sitzungen beginnen um 17:00 Uhr."),),
    ),
    "09": Entscheidung(
        JHA,
        -2,
        Beschlussart.ZUSAGE,
        "Die Verwaltung bringt Beispiele anderer Städte zur Streitschlichtung mit.",
        Umsetzung.OFFEN,
        verantwortlich="fd-jugendhilfe-und-schule-marburg",
        frist=10,
        frist_text="nächste Sitzung",
    ),
}


def laden(lader: Demolader, heute: date) -> None:
    """Make papers, courses, references between them, and decisions."""
    montag = heute - timedelta(days=heute.weekday())
    for kennung, papier in PAPIERE.items():
        _vorlage(lader, kennung, papier, heute, montag)
    for kennung, entscheidung in ENTSCHEIDUNGEN.items():
        _beschluss(lader, kennung, entscheidung, heute, montag)


def _vorlage(lader: Demolader, kennung: str, papier: Papier, heute: date, montag: date) -> None:
    datum = montag + timedelta(weeks=papier.woche)
    vorlage = lader.anlegen(
        f"vorlage/erfunden/{kennung}",
        Vorlage,
        koerperschaft=lader["organisation/stadt-marburg"],
        kennung=f"DEMO/{datum.year}/{kennung}",
        betreff=f"{papier.betreff} {ZUSATZ}",
        art=papier.art,
        stand=papier.stand,
        datum=datum,
        verfasser="Demodaten",
        verfasser_telefon="GEHEIMSACHE-DURCHWAHL",
        federfuehrend=lader[f"organisation/{papier.federfuehrend}"],
        beschlussvorschlag=papier.vorschlag,
        sachverhalt=f"{ERFUNDEN} {papier.sachverhalt}",
        gebiete=[lader["gebiet/marburg"]],
        themen=lader.werte(Thema, *papier.themen),
        **SICHTBAR,
    )
    for position, schritt in enumerate(papier.schritte, start=1):
        lader.anlegen(
            f"beratung/erfunden/{kennung}/{position}",
            Beratung,
            vorlage=vorlage,
            position=position,
            gremium=lader[f"gremium/{schritt.gremium}"],
            zustaendigkeit=schritt.zustaendigkeit,
            teil=schritt.teil,
            ergebnis=schritt.ergebnis,
            verwiesen_an=lader[f"gremium/{schritt.verwiesen_an}"] if schritt.verwiesen_an else None,
            beschlusswortlaut=schritt.beschlusswortlaut,
            **_termin(lader, kennung, schritt, heute),
        )
    if papier.bezug:
        art, andere = papier.bezug
        lader.anlegen(
            f"vorlagenbezug/erfunden/{kennung}",
            Vorlagenbezug,
            von_vorlage=vorlage,
            art=art,
            zu_vorlage=lader[f"vorlage/erfunden/{andere}"],
        )


def _termin(lader: Demolader, kennung: str, schritt: Schritt, heute: date) -> dict[str, Any]:
    """Return how far the step is, with its meeting and item, or the month that is intended."""
    if schritt.vorgesehen:
        termin = sitzungstag(schritt.gremium, schritt.woche, heute).replace(day=1)
        return {
            "termin": termin,
            "termin_genauigkeit": Genauigkeit.MONAT,
            "schrittstatus": Schrittstatus.GEPLANT,
        }
    stelle = f"{schritt.gremium}/{schritt.woche}"
    return {
        "sitzung": lader[f"sitzung/erfunden/{stelle}"],
        "punkt": lader[f"punkt/erfunden/{stelle}/{schritt.punkt or f'vorlage-{kennung}'}"],
        "schrittstatus": Schrittstatus.ERLEDIGT if schritt.ergebnis else Schrittstatus.AUF_TAGESORDNUNG,
    }


def _beschluss(lader: Demolader, kennung: str, entscheidung: Entscheidung, heute: date, montag: date) -> None:
    papier, stelle = entscheidung.papier, f"{entscheidung.gremium}/{entscheidung.woche}"
    frist, erledigt = entscheidung.frist, entscheidung.erledigt
    beschluss = lader.anlegen(
        f"beschluss/erfunden/{kennung}",
        Beschluss,
        gremium=lader[f"gremium/{entscheidung.gremium}"],
        art=entscheidung.art,
        nummer=f"DEMO-B{kennung}",
        datum=sitzungstag(entscheidung.gremium, entscheidung.woche, heute),
        wortlaut=f"{ERFUNDEN} {entscheidung.wortlaut}",
        punkt=lader[f"punkt/erfunden/{stelle}/vorlage-{papier}"] if papier else None,
        vorlage=lader[f"vorlage/erfunden/{papier}"] if papier else None,
        verantwortlich=lader[f"organisation/{entscheidung.verantwortlich}"],
        frist=montag + timedelta(weeks=frist) if frist is not None else None,
        frist_text=entscheidung.frist_text,
        umsetzung=entscheidung.umsetzung,
        erledigt_am=montag + timedelta(weeks=erledigt) if erledigt is not None else None,
        **SICHTBAR,
    )
    for nummer, (woche, umsetzung, text) in enumerate(entscheidung.notizen, start=1):
        lader.anlegen(
            f"statusnotiz/erfunden/{kennung}/{nummer}",
            Statusnotiz,
            beschluss=beschluss,
            datum=montag + timedelta(weeks=woche),
            umsetzung=umsetzung,
            text=text,
        )

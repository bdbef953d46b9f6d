"""Invented duties to report: delivered, suspended, overdue, due; and a report given back with a word."""

from datetime import date, timedelta

from gremien.enums import Berichtsart, Pflichtregel
from gremien.faelligkeiten import quartal, quartalsenden
from gremien.models import Bericht, Berichtsabschnitt, Berichtspflicht, Pflichtvermerk
from netzwerk.demo.konten import adresse
from netzwerk.demo.lader import FEHLT, Demolader
from netzwerk.enums import Veroeffentlichung
from netzwerk.models import Konto, Rueckmeldung
from sitzungen.demo.erfunden_kalender import ERFUNDEN
from sitzungen.models import Pflichterfuellung

# Of the paper that tells what the Fachausschuss reports.
PAPIER = "vorlage/erfunden/02"
BEGINN = date(2026, 4, 1)


def laden(lader: Demolader, heute: date) -> None:
    """Make the duties with what became of them."""
    _an_den_ausschuss(lader)
    lader.anlegen(
        "berichtspflicht/erfunden/datum",
        Berichtspflicht,
        gremium=lader["gremium/steuerungsgruppe-gwa"],
        empfaenger=[lader["gremium/lenkungsgruppe-sozialer-zusammenhalt"]],
        regel=Pflichtregel.BIS_DATUM,
        wortlaut=f"{ERFUNDEN} Einmal im Jahr an die Lenkungsgruppe.",
        faellig_am=heute + timedelta(weeks=6),
    )
    _jedes_quartal(lader, heute)


def _an_den_ausschuss(lader: Demolader) -> None:
    pflicht = lader.anlegen(
        "berichtspflicht/erfunden/legislatur",
        Berichtspflicht,
        gremium=lader["gremium/fachausschuss-kinderbetreuung"],
        empfaenger=[lader["gremium/jha-marburg"]],
        regel=Pflichtregel.BEGINN_UND_MITTE,
        wortlaut=f"{ERFUNDEN} Zu Beginn und zur Mitte der Wahlperiode an den Jugendhilfeausschuss.",
        wahlperiode=lader["wahlperiode/marburg-2026"],
        frist_tage=90,
        gilt_ab=BEGINN,
    )
    lader.anlegen(
        "pflichterfuellung/erfunden/legislatur",
        Pflichterfuellung,
        pflicht=pflicht,
        bezugstag=BEGINN,
        vorlage=lader[PAPIER],
    )


def _jedes_quartal(lader: Demolader, heute: date) -> None:
    """Of the last quarters the latest is being written, the one before is missing, the oldest suspended."""
    ausgesetzt, _, letztes = quartalsenden(heute - timedelta(days=366), heute - timedelta(days=1))[-3:]
    pflicht = lader.anlegen(
        "berichtspflicht/erfunden/quartal",
        Berichtspflicht,
        organisation=lader["organisation/kreis-offenbach"],
        empfaenger=[lader["gremium/weinheimer-initiative"]],
        regel=Pflichtregel.QUARTAL,
        wortlaut=f"{ERFUNDEN} Jedes Quartal an die Arbeitsgemeinschaft.",
        frist_tage=14,
        gilt_ab=ausgesetzt,
    )
    lader.anlegen(
        "pflichtvermerk/erfunden/quartal",
        Pflichtvermerk,
        pflicht=pflicht,
        bezugstag=ausgesetzt,
        ausgesetzt_grund=f"{ERFUNDEN} Die Stelle war nicht besetzt.",
    )
    _in_pruefung(lader, letztes)


def _in_pruefung(lader: Demolader, bis: date) -> None:
    zeitraum = f"{quartal(bis)}. Quartal {bis.year}"
    neu = "bericht/erfunden-in-pruefung" not in lader
    bericht = lader.anlegen(
        "bericht/erfunden-in-pruefung",
        Bericht,
        titel=f"Bericht {zeitraum} (GEHEIMSACHE, erfunden)",
        slug=f"kreis-offenbach-{bis.year}-q{quartal(bis)}",
        verbund=lader["gremium/weinheimer-initiative"],
        organisation=lader["organisation/kreis-offenbach"],
        art=Berichtsart.QUARTAL,
        jahr=bis.year,
        quartal=quartal(bis),
        datum=bis + timedelta(days=10),
        ortszeile="Kreis Offenbach",
        veroeffentlichung=Veroeffentlichung.ZUR_FREIGABE,
    )
    for position, (ueberschrift, text) in enumerate(
        (("JUGEND STÄRKEN im Quartier", "GEHEIMSACHE: Ein erfundener Absatz."), ("Ausblick", "")), start=1
    ):
        lader.anlegen(
            f"berichtsabschnitt/erfunden-in-pruefung/{position}",
            Berichtsabschnitt,
            bericht=bericht,
            position=position,
            ueberschrift=ueberschrift,
            text=text,
        )
    if neu and bericht is not FEHLT:
        Rueckmeldung.objects.create(
            objekt=bericht,
            text="GEHEIMSACHE: Bitte beim Ausblick noch ein, zwei Sätze. Sonst ist der Bericht fertig.",
            konto=Konto.objects.filter(email=adresse("freigabe")).first(),
        )

"""Forty questions with their hits: each database has to answer all of them in the same way."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gremien.models import Bericht, Berichtsabschnitt, Projekt
from netzwerk.demo.merkblatt import einfaches_pdf
from netzwerk.lib.suchworte import suchwoerter
from netzwerk.models import Dokument, Gebiet
from sitzungen.meinten_sie import andere_frage
from sitzungen.models import Beschluss, Tagesordnungspunkt, Vorlagenabschnitt
from sitzungen.suche import mit_texten, suchen
from tests import fabrik

pytestmark = pytest.mark.django_db

JHA_M, JHA_H = "Jugendhilfeausschuss Marburg", "Jugendhilfeausschuss Herne"
BUENDNIS, AG = "Bündnis für Familien", "AG 78 Prävention"
STRASSE, EXPERT = "Straßensozialarbeit e. V.", "Forum der Expert*innen"
MUELLER, JENA, PLAN = "Müller-Stiftung", "Jena-Lobeda", "Spielplatzplanung"
BESCHLUSS, BLATT = "Beschluss 3/2031 – Forum der Expert*innen", "Merkblatt Ausflug"
BERICHT, PAPIER, PUNKT, SITZUNG = "Lagebericht", "Ganztag an Grundschulen", "Haushalt 2031", "Klausurtagung"

# Question → what is found, best first.
FRAGEN = {
    "Jugendhilfeausschuss": [JHA_H, JHA_M],
    "jugendhilfeausschüsse": [JHA_H, JHA_M],
    "JUGENDHILFE": [JHA_H, JHA_M, BUENDNIS],
    "hilfeausschuss": [JHA_H, JHA_M],
    "ausschuss marburg": [JHA_M],
    "marb ausschuss": [JHA_M],
    "Marburg Herne": [],
    "Bündnis": [BUENDNIS],
    "Buendnis": [BUENDNIS],
    "Bundnis": [BUENDNIS],
    "Bündnisse": [BUENDNIS],
    "Familie": [BUENDNIS],
    "für": [BUENDNIS, BERICHT, PUNKT],
    "AG 78": [AG],
    "ag78": [],
    "78": [AG],
    "7": [],
    "Prävention": [AG, MUELLER],
    "praevention": [AG, MUELLER],
    "präv": [AG, MUELLER],
    "Strasse": [STRASSE],
    "Straße": [STRASSE],
    "sozialarbeit": [STRASSE],
    "e. V.": [STRASSE],
    "Expertinnen": [EXPERT, BESCHLUSS],
    "Expert:innen": [EXPERT, BESCHLUSS],
    "Foren": [EXPERT, BESCHLUSS],
    "Müller": [MUELLER],
    "Mueller Stiftung": [MUELLER],
    "muller": [MUELLER],
    "Lobeda": [JENA, PLAN],
    "Spielplätze": [PLAN, SITZUNG],
    "spielplatz lobeda": [PLAN],
    "platzplanung": [PLAN],
    "Kitaplätze": [BERICHT],
    "Ganztag": [PAPIER, BERICHT],
    "2031/0007": [PAPIER],
    "Grundschule": [PAPIER, PUNKT],
    "Haushalt": [PUNKT],
    "Rathaus": [SITZUNG],
    '"Haushalt" AND NOT (2031*)': [],
    "Ferienordnung": [BESCHLUSS],
    "3/2031": [BESCHLUSS],
    "Kletterwald": [BLATT],
    "kletterwälder sternwarte": [BLATT],
    "Merkblatt": [BLATT],
    "Ausschuß-Herne!": [JHA_H],
}


@pytest.fixture
def bestand():
    """Make entries of every kind."""
    for ort in ("Marburg", "Herne"):
        fabrik.gremium(f"Jugendhilfeausschuss {ort}", kurztext="Berät und beschließt.")
    fabrik.gremium(BUENDNIS, kurztext="Träger der Jugendhilfe.", langname="Lokales Bündnis für Familien")
    fabrik.gremium(AG, kurztext="Arbeitsgemeinschaft.")
    runde = fabrik.gremium(EXPERT, kurztext="Wer sich auskennt.")
    fabrik.organisation(STRASSE, kurztext="Unterwegs.")
    stiftung = fabrik.organisation(MUELLER, kurztext="Geld zur Prävention.")
    Gebiet.objects.create(name=JENA, art="stadtteil", **fabrik.OEFFENTLICH)
    Projekt.objects.create(
        titel=PLAN, institut=stiftung, kurztext="Spielplätze in Lobeda.", **fabrik.OEFFENTLICH
    )
    blatt = Bericht.objects.create(
        titel=BERICHT, organisation=stiftung, jahr=2030, datum=date(2030, 1, 1), **fabrik.OEFFENTLICH
    )
    Berichtsabschnitt.objects.create(
        bericht=blatt, ueberschrift="Kitaplatz", text="<p>Mehr <em>Geld</em> für den Ganztag.</p>"
    )
    papier = fabrik.vorlage(stiftung, "2031/0007", betreff=PAPIER)
    Vorlagenabschnitt.objects.create(vorlage=papier, ueberschrift="Anlass", text="<p>Bedarf.</p>")
    sitzung = fabrik.sitzung(
        runde, datum=date(2031, 3, 7), titel=SITZUNG, ort="Rathaus", hinweis="<p>Zum Spielplatz.</p>"
    )
    Tagesordnungspunkt.objects.create(sitzung=sitzung, titel=PUNKT, text="<p>Für die Grundschule.</p>")
    Beschluss.objects.create(
        gremium=runde,
        datum=date(2031, 3, 7),
        nummer="3/2031",
        wortlaut="<p>Ferienordnung</p>",
        **fabrik.OEFFENTLICH,
    )
    datei = SimpleUploadedFile("a.pdf", einfaches_pdf(["In den Kletterwald", "und zur Sternwarte"]))
    sitzung.dokumente.add(Dokument.objects.create(titel=BLATT, datei=datei, **fabrik.OEFFENTLICH))


def test_forty_questions_have_their_hits(bestand):
    antworten = {
        frage: [
            treffer.kandidat.titel
            for treffer in mit_texten(suchen(suchwoerter(frage)).treffer)
            # Every installation begins with some topics and pages.
            if treffer.kandidat.art not in {"thema", "seite"}
        ]
        for frage in FRAGEN
    }

    assert len(antworten) >= 40
    assert antworten == FRAGEN


TIPPFEHLER = {
    "Jugenhilfeausschuss": "Jugendhilfeausschuss",
    "Jugendhlifeausschuss Herne": "Jugendhilfeausschuss Herne",
    "Bünndnis": "Bündnis",
    "Budnis": "Bündnis",
    "Mühler": "Müller",
    "Ganztga Grundschule": "Ganztag Grundschule",
    "Kletterwadl": "Kletterwald",
    "Haushalt": "",
    "2031/0008": "",
    "qqqqqq": "",
}


def test_typos_lead_to_the_same_questions(bestand):
    gemeint = {frage: andere_frage(frage, suchwoerter(frage), hat_treffer=False) for frage in TIPPFEHLER}

    assert gemeint == TIPPFEHLER

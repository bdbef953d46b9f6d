"""Decisions and documents are found while the public may read them; what they say is nowhere else."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from netzwerk.demo.merkblatt import einfaches_pdf
from netzwerk.lib.dates import jetzt
from netzwerk.lib.pdf_text import pdf_text
from netzwerk.models import Dokument, Dokumenttext, Suchtext, Suchwort
from netzwerk.suchindex import neu_aufbauen
from sitzungen.enums import Teil
from sitzungen.models import Beschluss, Tagesordnungspunkt
from tests import fabrik
from tests.seiten import Seite

pytestmark = pytest.mark.django_db
GEHEIM = "Xylophonkonzert"


def suche(frage):
    return Seite(Client().get("/suche/", {"q": frage}))


def dokument(wort=GEHEIM, titel="Merkblatt", **felder):
    datei = SimpleUploadedFile("merkblatt.pdf", einfaches_pdf([f"Über das {wort}", "in Jena (Saale)"]))
    return Dokument.objects.create(**{"titel": titel, "datei": datei, **fabrik.OEFFENTLICH, **felder})


def beschluss(gremium, **felder):
    werte = {"gremium": gremium, "datum": date(2024, 5, 6), "wortlaut": f"<p>Das {GEHEIM} findet statt.</p>"}
    return Beschluss.objects.create(**werte | fabrik.OEFFENTLICH | felder)


def alles():
    """Return all words that the database keeps for the search and of documents."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM netzwerk_suchworte")
        woerter = str(cursor.fetchall())
    listen = [Suchwort.objects.values_list(), Dokumenttext.objects.values_list()]
    listen.append(Suchtext.objects.values_list("titel", "titelworte", "namenworte", "inhalt__text"))
    return (woerter + str([list(zeilen) for zeilen in listen])).casefold()


def test_the_words_of_a_pdf_are_read():
    assert pdf_text(einfaches_pdf(["Größe (klein)", "Wörter"])) == "Größe (klein) Wörter"
    for kaputt in (b"", b"%PDF-1.7 kaputt", einfaches_pdf(["x"])[:200]):
        assert pdf_text(kaputt) == ""


def test_a_document_is_found_by_what_it_says_while_something_public_shows_it():
    blatt = dokument()
    assert "0 Treffer" in suche(GEHEIM).text
    runde = fabrik.gremium("Runde")

    runde.dokumente.add(blatt)

    assert suche(GEHEIM).ziel("Merkblatt") == blatt.get_absolute_url()
    assert "Dokument" in suche("jena saale").text
    runde.dokumente.remove(blatt)
    assert "0 Treffer" in suche(GEHEIM).text
    runde.dokumente.set([blatt])
    assert "1 Treffer" in suche(GEHEIM).text
    runde.dokumente.clear()
    assert "0 Treffer" in suche(GEHEIM).text
    blatt.gremien.add(runde)
    runde.sichtbarkeit = "intern"
    runde.save()
    assert "0 Treffer" in suche(GEHEIM).text
    assert GEHEIM.casefold()[:10] not in alles()


def test_another_file_has_other_words():
    blatt = dokument()
    fabrik.gremium("Runde").dokumente.add(blatt)
    blatt.datei = SimpleUploadedFile("neu.pdf", einfaches_pdf(["Trompetensolo"]))
    blatt.save()

    assert "1 Treffer" in suche("Trompetensolo").text
    assert GEHEIM.casefold()[:10] not in alles()


@pytest.mark.parametrize("neu", [False, True], ids=["written", "made anew"])
def test_what_internal_documents_and_decisions_say_is_nowhere(neu):
    offen, zu = fabrik.gremium("Offen"), fabrik.gremium("Zu", sichtbarkeit="intern")
    gestern = jetzt() - timedelta(days=1)
    for felder in (
        {"sichtbarkeit": "intern"},
        {"veroeffentlichung": "entwurf"},
        {"oeffentlich_bis": gestern},
    ):
        offen.dokumente.add(dokument(titel=GEHEIM, **felder))
        beschluss(offen, **felder)
    zu.dokumente.add(dokument(titel=GEHEIM))
    beschluss(zu)
    entwurf = fabrik.vorlage(fabrik.organisation(), stand="entwurf")
    entwurf.anlagen.add(dokument(titel=GEHEIM))
    beschluss(offen, vorlage=entwurf)
    sitzung = fabrik.sitzung(zu, datum=date(2024, 5, 6))
    sitzung.dokumente.add(dokument(titel=GEHEIM))
    geschlossen = Tagesordnungspunkt.objects.create(
        sitzung=fabrik.sitzung(offen, datum=date(2024, 5, 6)), titel="Geheim", teil=Teil.NICHT_OEFFENTLICH
    )
    beschluss(offen, punkt=geschlossen)
    if neu:
        neu_aufbauen()

    assert GEHEIM.casefold()[:10] not in alles()
    assert "Meinten Sie" not in suche("Xylofonkonzert").text
    assert Client().get("/suche/vorschlaege/", {"q": "Xylophon"}).text.strip() == ""

    zu.sichtbarkeit = "oeffentlich"
    zu.save()
    # The document of the body and of its meeting, and the decision.
    assert "3 Treffer" in suche(GEHEIM).text
    geschlossen.teil = Teil.OEFFENTLICH
    geschlossen.save()
    assert "4 Treffer" in suche(GEHEIM).text


def test_a_decision_leads_to_its_paper_or_its_body():
    runde = fabrik.gremium("Runde", slug="runde")
    beschluss(runde, nummer="7/2024")
    papier = fabrik.vorlage(fabrik.organisation(), "2024/0007")
    beschluss(runde, nummer="8/2024", vorlage=papier)

    seite = suche(GEHEIM)

    assert seite.ziel("Beschluss 7/2024 – Runde") == "/gremien/runde/#vorgaenge"
    assert seite.ziel("Beschluss 8/2024 – Runde") == papier.get_absolute_url()
    assert "2 Treffer" in seite.text


def test_a_planned_document_waits_for_its_time_and_for_that_of_what_shows_it():
    morgen = jetzt() + timedelta(days=1)
    runde = fabrik.gremium("Runde", oeffentlich_ab=morgen)
    runde.dokumente.add(dokument())

    zeile = Suchtext.objects.get(art="dokument")

    assert zeile.ab == morgen
    assert "0 Treffer" in suche(GEHEIM).text

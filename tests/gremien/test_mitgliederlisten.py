"""Mailing list and sheet of attendance: who is on them, which addresses, for whose eyes."""

import csv
import io
from datetime import date

import pytest
from pypdf import PdfReader

from gremien.mitgliederlisten import mailto
from gremien.models import Betreuung, Sitzkategorie, Stellvertretung
from netzwerk.enums import Rolle
from netzwerk.models import Zugehoerigkeit
from tests import fabrik, intern

pytestmark = pytest.mark.django_db


@pytest.fixture
def gremium():
    gremium = fabrik.gremium("Runde")
    verein = fabrik.organisation("Verein", kontakt_email="verein@example.org")
    frei, amt = (
        Sitzkategorie.objects.create(gremium=gremium, bezeichnung=name, position=nummer)
        for nummer, name in enumerate(("Freie Träger", "Verwaltung"))
    )
    ada = fabrik.person("Muster", vorname="Ada", email="ada@example.org")
    Zugehoerigkeit.objects.create(person=ada, organisation=verein)
    bea = fabrik.person("=Beispiel", vorname="Bea")
    erste = fabrik.mitgliedschaft(
        gremium, person=ada, im_auftrag_von=verein, sitz=fabrik.sitz(gremium, kategorie=frei)
    )
    fabrik.mitgliedschaft(gremium, person=bea, sitz=fabrik.sitz(gremium, kategorie=amt))
    fabrik.mitgliedschaft(gremium, organisation=verein)
    vorbei = fabrik.person("Frueher", email="frueher@example.org")
    fabrik.mitgliedschaft(gremium, person=vorbei, bis=date(2020, 1, 1))
    vertretung = fabrik.person("Vertretung", email="vertretung@example.org")
    Stellvertretung.objects.create(mitgliedschaft=erste, person=vertretung)
    gremium.kategorien = (frei, amt)
    return gremium


def ort(gremium, seite="verteiler/"):
    return f"/intern/gremien/{gremium.pk}/{seite}"


def test_the_mailing_list_has_the_official_addresses_of_today_by_category(gremium):
    redaktion = intern.client(Rolle.REDAKTION)
    antwort = redaktion.get(ort(gremium))

    assert antwort.context["adressen"] == ["ada@example.org", "verein@example.org"]
    assert antwort.context["ohne"] == ["Bea =Beispiel"]
    assert [liste.titel for liste in antwort.context["listen"]] == [
        "Freie Träger",
        "Verwaltung",
        "Ohne festen Sitz",
    ]
    assert 'href="mailto:?subject=Runde&amp;bcc=ada@example.org,verein@example.org"' in antwort.text

    frei, _ = gremium.kategorien
    nur = redaktion.get(ort(gremium), {"kategorie": frei.pk, "vertretung": "1"})
    assert nur.context["adressen"] == ["ada@example.org", "vertretung@example.org"]
    damals = redaktion.get(ort(gremium), {"am": "2019-06-01"})
    assert "frueher@example.org" in damals.context["adressen"]


def test_the_table_follows_the_choice_and_runs_nothing(gremium):
    roh = intern.client(Rolle.REDAKTION).get(
        f"{ort(gremium, 'verteiler.csv')}?kategorie={gremium.kategorien[1].pk}"
    )
    zeilen = list(csv.reader(io.StringIO(roh.content.decode("utf-8-sig")), delimiter=";"))

    assert zeilen == [
        ["Sitzkategorie", "Name", "für", "Rolle", "E-Mail"],
        ["Verwaltung", "Bea =Beispiel", "", "", ""],
    ]


def test_many_addresses_become_several_links_none_too_long():
    adressen = [f"jemand.mit.langem.namen.{nummer}@dienststelle.example.org" for nummer in range(120)]
    links = mailto(adressen, "Runde & Tisch\r\nBcc: x")

    assert 3 < len(links) < 8
    assert all(len(link) <= 1_800 and "\n" not in link for link in links)
    assert sum(link.count("@") for link in links) == 120


def test_the_sheet_has_name_for_whom_and_room_to_sign_and_is_a_tagged_pdf(gremium):
    redaktion = intern.client(Rolle.REDAKTION)
    seite = redaktion.get(ort(gremium, "anwesenheit/"), {"am": "2026-03-01", "leer": "2"})
    assert "Anwesenheitsliste, 01.03.2026" in seite.text
    assert seite.text.count("<td></td><td></td><td></td>") == 2
    assert "frueher@example.org" not in seite.text

    pdf = redaktion.get(ort(gremium, "anwesenheit.pdf"), {"am": "2026-03-01"})
    assert pdf["Content-Type"] == "application/pdf"
    assert "no-store" in pdf["Cache-Control"]
    datei = PdfReader(io.BytesIO(pdf.content))
    assert datei.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Ada Muster" in datei.pages[0].extract_text()


def test_who_may_read_the_body_from_inside_may_and_nobody_else(gremium, subtests):
    person = fabrik.person("Innen")
    fabrik.mitgliedschaft(gremium, person=person)
    mitglied = intern.client(Rolle.MITGLIED, person=person)
    betreuung = intern.client(Rolle.GREMIENBETREUUNG)
    Betreuung.objects.create(konto=betreuung.konto, gremium=gremium)
    fremd = intern.client(Rolle.MITGLIED, name="fremd", person=fabrik.person("Fremd"))
    for seite in ("verteiler/", "verteiler.csv", "anwesenheit/"):
        for client, status in ((mitglied, 200), (betreuung, 200), (fremd, 404)):
            with subtests.test(seite=seite, konto=str(client.konto)):
                assert client.get(ort(gremium, seite)).status_code == status


@pytest.mark.parametrize("anzahl", [1, 3])
def test_the_lists_need_the_same_queries_for_any_number_of_members(anzahl, django_assert_num_queries):
    gremium, redaktion = fabrik.gremium("Runde"), intern.client(Rolle.REDAKTION)
    for _ in range(anzahl):
        fabrik.mitgliedschaft(gremium, person=fabrik.person(email="x@example.org"))
    redaktion.get(ort(gremium))
    with django_assert_num_queries(12):
        assert redaktion.get(ort(gremium)).status_code == 200


def test_nonsense_is_answered(gremium, subtests):
    redaktion = intern.client(Rolle.REDAKTION)
    for frage in (
        "am=2026-02-30",
        "am=%C2%B2",
        "kategorie=x&kategorie=99999999999999999999",
        "leer=-1",
        "leer=999999",
        "leer=%C2%B2",
    ):
        for seite in ("verteiler/", "verteiler.csv", "anwesenheit/"):
            with subtests.test(seite=seite, frage=frage):
                assert redaktion.get(f"{ort(gremium, seite)}?{frage}").status_code == 200
    assert redaktion.get(f"/intern/gremien/{'9' * 30}/verteiler/").status_code == 404

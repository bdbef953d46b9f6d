"""Who sits where for us: the matrix on fixed days, its filter and files, and who may see what of it."""

import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from pypdf import PdfReader

from gremien.enums import Vertretungsart
from gremien.mandate.besetzung import besetzungen
from gremien.models import Sitz, Sitzkategorie, Stellvertretung
from gremien.vertretungen.matrix import matrix
from netzwerk.enums import Rolle
from netzwerk.models import Gebiet, Portal, Stelle, Thema, Zugehoerigkeit
from tests import fabrik, intern

pytestmark = pytest.mark.django_db
TAG = date(2026, 11, 25)
SEITE = "/intern/vertretungen/"


@pytest.fixture
def wir():
    organisation = fabrik.organisation("Unser Träger")
    Portal.objects.update_or_create(defaults={"eigene_organisation": organisation})
    return organisation


@pytest.fixture
def runde(wir):
    """Return a body with a mandate that ends, one on a position, a vacant seat, and a stranger's."""
    gremium = fabrik.gremium("Runder Tisch")
    kategorie = Sitzkategorie.objects.create(gremium=gremium, bezeichnung="freie Träger")
    sitze = [
        Sitz.objects.create(kategorie=kategorie, nummer=n, entsendende_organisation=wir) for n in (1, 2, 3)
    ]
    eva = fabrik.person("Zander", vorname="Eva")
    mandat = fabrik.mitgliedschaft(
        gremium, sitz=sitze[0], person=eva, bis=date(2027, 3, 31), rolle="gewaehlt"
    )
    Stellvertretung.objects.create(mitgliedschaft=mandat, person=fabrik.person("Amann", vorname="Tim"))
    stelle = Stelle.objects.create(bezeichnung="Fachberatung", organisation=wir)
    fabrik.mitgliedschaft(gremium, sitz=sitze[1], stelle=stelle)
    fabrik.mitgliedschaft(
        gremium, person=fabrik.person("Fremd"), im_auftrag_von=fabrik.organisation("Andere")
    )
    return gremium


def zellen(ergebnis):
    """Return row → texts of its cells."""
    return {zeile.name: [posten.rolle for posten in zeile.posten] for zeile in ergebnis.zeilen}


def am(gremium, tag=TAG, **angaben):
    return matrix(besetzungen([gremium], tag).values(), tag, **angaben)


def test_rows_are_vacancies_people_and_positions_of_ours(runde, wir):
    ergebnis = am(runde, organisationen=frozenset({wir.pk}))

    assert zellen(ergebnis) == {
        "Freie Sitze": ["frei: freie Träger, Nr. 3"],
        "Tim Amann": ["1. Stellvertretung für Eva Zander"],
        "Eva Zander": ["gewähltes Mitglied"],
        "Fachberatung (Unser Träger)": ["Mitglied"],
    }
    assert list(zellen(ergebnis))[:3] == ["Freie Sitze", "Tim Amann", "Eva Zander"]
    eva = next(zeile for zeile in ergebnis.zeilen if zeile.name == "Eva Zander")
    (posten,) = eva.posten
    assert (posten.stand, posten.bis, posten.vertretung, posten.endet) == (
        "endet 31.03.2027",
        "31.03.2027",
        "Tim Amann",
        True,
    )
    assert ergebnis.satz == "2 Mandate in 1 Gremium, 1 Sitz ist frei, 1 Mandat endet bald"


@pytest.mark.parametrize(("tag", "eva", "frei"), [(date(2027, 3, 31), True, 1), (date(2027, 4, 1), False, 2)])
def test_the_day_after_the_last_the_seat_is_vacant(runde, wir, tag, eva, frei):
    ergebnis = zellen(am(runde, tag, organisationen=frozenset({wir.pk})))

    assert ("Eva Zander" in ergebnis) == eva
    assert len(ergebnis["Freie Sitze"]) == frei


def test_organisations_are_rows_with_the_names_in_their_cells(runde):
    ergebnis = am(runde, je_organisation=True)

    namen = {zeile.name: [posten.name for posten in zeile.posten] for zeile in ergebnis.zeilen}
    assert namen == {"Andere": ["Fremd"], "Unser Träger": ["Eva Zander", "Fachberatung (Unser Träger)", ""]}


def test_the_pool_stands_in_the_matrix_where_one_of_ours_sits(runde, wir):
    kategorie = Sitzkategorie.objects.get(gremium=runde)
    Stellvertretung.objects.create(kategorie=kategorie, person=fabrik.person("Pool"), rang=2)
    fremde = fabrik.organisation("Fremde")
    Stellvertretung.objects.create(
        kategorie=kategorie, person=fabrik.person("Deren"), fuer_organisation=fremde
    )
    Sitz.objects.filter(nummer=2).update(vertretungsart=Vertretungsart.POOL)

    ergebnis = am(runde, organisationen=frozenset({wir.pk}))
    assert zellen(ergebnis)["Pool"] == ["Stellvertretung aus dem Pool, Rang 2"]
    assert "Deren" not in zellen(ergebnis)
    stelle = next(zeile for zeile in ergebnis.zeilen if zeile.schluessel[0] == "s")
    assert next(stelle.posten).vertretung == "aus dem Pool"


def test_sheets_hold_some_columns_and_their_rows_only(wir):
    person = fabrik.person("Weit")
    gremien = [fabrik.gremium(f"Runde {nummer}") for nummer in range(5)]
    for gremium in gremien:
        fabrik.mitgliedschaft(gremium, person=person)
    fabrik.mitgliedschaft(gremien[4], person=fabrik.person("Nur hinten"))
    blaetter = list(matrix(besetzungen(gremien, TAG).values(), TAG).blaetter(2))

    assert [len(blatt.spalten) for blatt in blaetter] == [2, 2, 1]
    assert [len(blatt.zeilen) for blatt in blaetter] == [1, 1, 2]


# --- The page ------------------------------------------------------------------------------------


@pytest.fixture
def redaktion():
    return intern.client(Rolle.REDAKTION)


def test_the_page_shows_ours_and_narrows_by_its_address(runde, redaktion, wir):
    Zugehoerigkeit.objects.create(person=fabrik.person("Ungesagt"), organisation=wir)
    thema = Thema.objects.create(name="Spielplätze")
    runde.themen.add(thema)
    runde.gebiete.add(Gebiet.objects.create(name="Nordstadt", art="stadtteil", **fabrik.OEFFENTLICH))
    eva = runde.mitgliedschaften.get(person__nachname="Zander").person

    def seite(**angaben):
        antwort = redaktion.get(SEITE, {"stichtag": TAG.isoformat(), **angaben})
        assert antwort.status_code == 200
        return antwort.content.decode(), [zeile.name for zeile, *_ in antwort.context["zeilen"]]

    text, namen = seite()
    assert "Wer sitzt für uns wo" in text
    assert "Fremd" not in namen
    assert namen[:3] == ["Freie Sitze", "Tim Amann", "Eva Zander"]
    assert text.count('<th scope="col">') == 2
    assert "Fremd" in seite(organisation="alle")[1]
    assert seite(organisation="andere")[1] == ["Fremd"]
    assert seite(nur="frei")[1] == ["Freie Sitze"]
    assert seite(nur="endend")[1] == ["Eva Zander"]
    assert seite(nur="offen")[1] == ["Freie Sitze", "Eva Zander"]
    assert seite(person=f"p{eva.pk}")[1] == ["Eva Zander"]
    assert seite(thema=thema.slug, gebiet="nordstadt")[1] == namen
    assert seite(ansicht="organisationen")[1] == ["Unser Träger"]
    assert seite(stichtag="1.4.2027", nur="endend")[1] == []
    leer = seite(stichtag="2027-04-01", nur="endend")[0]
    assert "Niemand gefunden" in leer
    assert "Stichtag: 1. April 2027" in leer or "Stichtag: 01.04.2027" in leer


@pytest.mark.parametrize(
    "unsinn",
    [
        {"stichtag": "2026-02-30"},
        {"stichtag": "99999-01-01"},
        {"stichtag": "0001-01-01"},
        {"stichtag": "٢٠٢٦-٠١-٠١"},
        {"organisation": "gibt-es-nicht"},
        {"person": "p99999999999999999999999999"},
        {"nur": "'; drop"},
        {"gebiet": "x" * 500},
    ],
)
def test_nonsense_is_left_out_and_told(runde, redaktion, unsinn):
    antwort = redaktion.get(SEITE, unsinn)

    assert antwort.status_code == 200
    assert "weggelassen" in antwort.content.decode()


def test_a_member_sees_her_own_bodies_and_nobody_else(runde, wir):
    eva = runde.mitgliedschaften.get(person__nachname="Zander").person
    anderswo = fabrik.gremium("Geheime Runde")
    fabrik.mitgliedschaft(anderswo, person=fabrik.person("Unbekannt"), im_auftrag_von=wir)
    mitglied = intern.client(Rolle.MITGLIED, person=eva)

    for adresse in (SEITE, f"{SEITE}?organisation=alle", f"{SEITE}vertretungen.csv?organisation=alle"):
        text = mitglied.get(adresse).content.decode()
        assert "Eva Zander" in text
        assert "Geheime Runde" not in text
        assert "Unbekannt" not in text
    bericht = intern.client(Rolle.BERICHTERSTATTUNG)
    leer = bericht.get(f"{SEITE}?organisation=alle").content.decode()
    assert "Noch keine Mandate" in leer or "Niemand gefunden" in leer
    assert "Zander" not in leer


def test_files_hold_what_the_page_shows(runde, redaktion):
    auswahl = {"stichtag": TAG.isoformat()}
    mappe = load_workbook(io.BytesIO(redaktion.get(f"{SEITE}vertretungen.xlsx", auswahl).content))
    assert mappe.sheetnames == ["Matrix", "Liste"]
    raster = [[zelle.value for zelle in zeile] for zeile in mappe["Matrix"]]
    assert raster[0] == ["Wer", "Runder Tisch"]
    assert raster[3] == ["Eva Zander", "gewähltes Mitglied; endet 31.03.2027; Vertretung: Tim Amann"]
    csv = redaktion.get(f"{SEITE}vertretungen.csv", auswahl).content.decode("utf-8-sig").splitlines()
    assert csv[3].split(";") == [
        "Eva Zander",
        "Runder Tisch",
        "Arbeitskreis",
        "Mandat",
        "gewähltes Mitglied",
        "Unser Träger",
        "endet 31.03.2027",
        "31.03.2027",
        "Tim Amann",
    ]
    assert len(csv) == 5
    assert redaktion.get(f"{SEITE}vertretungen.docx").status_code == 404


def test_the_pdf_is_a_tagged_sheet_of_a3_across(runde, redaktion):
    antwort = redaktion.get(f"{SEITE}vertretungen.pdf", {"stichtag": TAG.isoformat()})

    leser = PdfReader(io.BytesIO(antwort.content))
    blatt = leser.pages[0].mediabox
    assert (round(blatt.width / 72 * 25.4), round(blatt.height / 72 * 25.4)) == (420, 297)
    assert leser.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert leser.trailer["/Root"]["/Lang"] == "de"
    text = " ".join(leser.pages[0].extract_text().split())
    assert "Eva Zander" in text
    assert "frei: freie Träger, Nr. 3".replace("frei", "Frei", 1) in text
    assert "no-store" in antwort["Cache-Control"]


def anfragen(client, adresse):
    with CaptureQueriesContext(connection) as gezaehlt:
        assert client.get(adresse).status_code == 200
    return len(gezaehlt)


def test_ten_bodies_ask_no_more_than_one(runde, redaktion, wir):
    eine = {adresse: anfragen(redaktion, adresse) for adresse in (SEITE, f"{SEITE}?organisation=alle")}
    for nummer in range(9):
        gremium = fabrik.gremium(f"Weitere {nummer}")
        for mensch in range(3):
            fabrik.mitgliedschaft(
                gremium, person=fabrik.person(), im_auftrag_von=wir, bis=date(2030, 1, 1 + mensch)
            )

    assert {adresse: anfragen(redaktion, adresse) for adresse in eine} == eine
    assert max(eine.values()) <= 22

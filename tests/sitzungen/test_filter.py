"""Lists are narrowed by the address: combinable, taken away one by one, never an error."""

from datetime import date
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gremien.models import Gremienart
from netzwerk.enums import Sichtbarkeit
from netzwerk.lib.dates import heute
from netzwerk.models import Gebiet, Organisationsart, Thema
from sitzungen.enums import Sitzungsstatus
from sitzungen.filters import SitzungFilter
from sitzungen.models import Sitzung
from tests import fabrik
from tests.seiten import Seite

pytestmark = pytest.mark.django_db
LISTEN = ("/gremien/", "/organisationen/", "/sitzungen/", "/vorlagen/", "/projekte/", "/berichte/")


@pytest.fixture
def orte():
    """Return a town, its district and another town."""
    stadt = Gebiet.objects.create(name="Herne", art="stadt", **fabrik.OEFFENTLICH)
    bezirk = Gebiet.objects.create(name="Sodingen", art="stadtbezirk", parent=stadt, **fabrik.OEFFENTLICH)
    andere = Gebiet.objects.create(name="Jena", art="stadt", **fabrik.OEFFENTLICH)
    return stadt, bezirk, andere


@pytest.fixture
def gremien(orte):
    """Return bodies in the town, its district and elsewhere; two of one kind, one with a topic."""
    stadt, bezirk, andere = orte
    ausschuss = Gremienart.objects.get_or_create(name="Ausschuss")[0]
    oben = fabrik.gremium("Rat", art=ausschuss, ebene="stadt")
    unten = fabrik.gremium("Bezirksrunde", ebene="stadtteil", ebene_zweite="stadtbezirk")
    fern = fabrik.gremium("Ferner Ausschuss", art=ausschuss)
    oben.gebiete.add(stadt)
    unten.gebiete.add(bezirk)
    fern.gebiete.add(andere)
    unten.themen.add(Thema.objects.get(slug="kinderschutz"))
    return oben, unten, fern


def termine(adresse):
    return Seite(Client().get(adresse)).titel(3)


def titel(adresse):
    seite = Seite(Client().get(adresse))
    assert seite.status == 200
    return [text for stufe, text in seite.ueberschriften if stufe in {2, 3}]


@pytest.mark.parametrize(
    ("wahl", "erwartet"),
    [
        ("gebiet=herne", ["Bezirksrunde", "Rat"]),
        ("gebiet=sodingen", ["Bezirksrunde"]),
        ("art=ausschuss", ["Ferner Ausschuss", "Rat"]),
        ("art=ausschuss&gebiet=herne", ["Rat"]),
        ("ebene=stadtbezirk", ["Bezirksrunde"]),
        ("thema=kinderschutz", ["Bezirksrunde"]),
        ("thema=kinderschutz&art=ausschuss", []),
    ],
)
def test_filters_of_bodies_combine(gremien, wahl, erwartet):
    assert [name for name in titel(f"/gremien/?{wahl}") if name != "Dazu passt hier nichts."] == erwartet


def test_each_filter_in_force_can_be_taken_away_by_itself_and_all_at_once(gremien):
    seite = Seite(Client().get("/gremien/?alle=1&art=ausschuss&gebiet=herne&ab="))

    chips = {text: ziel for ziel, text in seite.links if text.endswith("entfernen")}
    assert chips == {
        "Art: Ausschuss entfernen": "?alle=1&gebiet=herne",
        "Gebiet: Herne entfernen": "?alle=1&art=ausschuss",
        "Alle Filter entfernen": "?alle=1",
    }
    assert "1 Gremium" in seite.text


def test_a_list_without_a_hit_says_so_and_leads_back(gremien):
    seite = Seite(Client().get("/gremien/?thema=kinderschutz&art=ausschuss"))

    assert "0 Gremien" in seite.text
    assert "Dazu passt hier nichts." in seite.text


def test_organisations_are_found_by_kind_and_area(orte):
    art = Organisationsart.objects.get_or_create(name="Jugendamt")[0]
    amt = fabrik.organisation("Amt", art=art)
    fabrik.organisation("Verein")
    amt.gebiete.add(orte[1])

    assert titel("/organisationen/?art=jugendamt") == ["Amt"]
    assert titel("/organisationen/?gebiet=herne") == ["Amt"]


def test_meetings_are_found_by_year_area_of_their_body_and_whether_they_take_place(gremien):
    jahr = heute().year + 1
    fabrik.sitzung(gremien[1], titel="Frühling", datum=date(jahr, 4, 1))
    fabrik.sitzung(gremien[2], titel="Sommer", datum=date(jahr, 7, 1), status=Sitzungsstatus.ABGESAGT)
    fabrik.sitzung(gremien[2], titel="Später", datum=date(jahr + 1, 7, 1))

    assert termine("/sitzungen/?gebiet=herne") == ["Frühling"]
    assert termine(f"/sitzungen/?jahr={jahr}") == ["Frühling", "Sommer"]
    assert termine("/sitzungen/?statt=nein") == ["Sommer"]
    assert termine(f"/sitzungen/?statt=ja&jahr={jahr + 1}") == ["Später"]


def test_papers_are_found_by_kind_and_year():
    stadt = fabrik.organisation("Stadt")
    fabrik.vorlage(stadt, "1/07", betreff="Alt", datum=date(2007, 3, 1), art="antrag")
    fabrik.vorlage(stadt, "1/26", betreff="Neu", datum=date(2026, 3, 1), art="anfrage")

    assert titel("/vorlagen/?jahr=2007") == ["1/07: Alt"]
    assert titel("/vorlagen/?art=anfrage&jahr=2026") == ["1/26: Neu"]


@pytest.mark.parametrize("liste", LISTEN)
@pytest.mark.parametrize(
    "angabe", ["gebiet=gibt-es-nicht", "art=%3Cscript%3E", "thema=٣", "jahr=2026-02-30", "jahr=" + "9" * 30]
)
def test_an_unknown_value_is_told_and_left_out(gremien, liste, angabe):
    ganz, seite = Seite(Client().get(liste)), Seite(Client().get(f"{liste}?{angabe}"))

    assert seite.status == 200
    assert "weggelassen" in seite.text
    assert "<script>" not in seite.quelle
    assert [text for _, text in seite.ueberschriften] == [text for _, text in ganz.ueberschriften]


def test_unknown_parameters_are_told_by_name_but_not_those_of_advertisers(gremien):
    assert "„farbe“" in Seite(Client().get("/gremien/?farbe=rot")).text
    assert "weggelassen" not in Seite(Client().get("/gremien/?utm_source=x&fbclid=1")).text


def test_what_is_internal_is_no_choice():
    Gebiet.objects.create(name="GEHEIM", art="stadt", sichtbarkeit=Sichtbarkeit.INTERN, **fabrik.OEFFENTLICH)
    for liste in LISTEN:
        assert "GEHEIM" not in Client().get(liste).text


def test_a_filter_stays_from_page_to_page_of_a_list(orte):
    for nummer in range(60):
        fabrik.gremium(f"Runde {nummer:02}").gebiete.add(orte[0])

    erste = Seite(Client().get("/gremien/?gebiet=herne"))
    weiter = next(ziel for ziel, _ in erste.links if "ab=" in ziel)
    assert "gebiet=herne" in weiter
    assert len(titel("/gremien/" + urlsplit(weiter)._replace(path="").geturl())) == 10


@pytest.mark.parametrize("liste", LISTEN)
def test_a_filtered_list_asks_the_same_for_one_row_and_three_and_eight_times_at_most(liste, gremien, orte):
    art = Organisationsart.objects.get_or_create(name="Jugendamt")[0]
    zahlen = []
    for _ in (1, 3):
        organisation = fabrik.organisation(art=art)
        organisation.gebiete.add(orte[0])
        vorlage = fabrik.vorlage(organisation, f"{len(zahlen)}/26", datum=heute())
        vorlage.gebiete.add(orte[0])
        fabrik.sitzung(gremien[0], datum=heute())
        with CaptureQueriesContext(connection) as anfragen:
            assert Client().get(liste, {"gebiet": "herne", "thema": ""}).status_code == 200
        zahlen.append(len(anfragen))

    assert zahlen[0] == zahlen[1]
    assert zahlen[0] <= 8


def test_years_are_those_that_occur_so_a_mistyped_one_adds_only_itself(gremien):
    for jahr in (202, 2025, 2025, 2027):
        fabrik.sitzung(gremien[0], datum=date(jahr, 4, 1))

    jahre = SitzungFilter(QueryDict(), queryset=Sitzung.objects.oeffentlich()).form["jahr"].field.choices
    assert list(jahre) == [("", "alle"), ("2027", "2027"), ("2025", "2025"), ("0202", "0202")]
    assert len(Client().get("/sitzungen/?jahr=0202&zeit=vergangen").context["seite"].zeilen) == 1

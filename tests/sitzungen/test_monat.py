"""The calendar: meetings under their months, and a month as a table of its days."""

from datetime import date, time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from netzwerk.enums import Sichtbarkeit
from netzwerk.lib.dates import Genauigkeit
from netzwerk.lib.monat import Monat
from netzwerk.models import Gebiet
from sitzungen.enums import Sitzungsstatus
from tests import fabrik
from tests.seiten import lesen

pytestmark = pytest.mark.django_db
GEPLANT = {"status": Sitzungsstatus.TERMINIERT}


def test_a_month_has_whole_weeks_and_neighbours():
    monat = Monat.lesen("2027-02")

    assert (str(monat.davor), str(monat.danach), str(Monat(2026, 12).danach)) == (
        "2027-01",
        "2027-03",
        "2027-01",
    )
    assert [woche[0].day for woche in monat.wochen] == [1, 8, 15, 22]
    assert [Monat.lesen(text) for text in ("2027-13", "2027-1", "٢٠٢٧-٠١", "9999-01", "", "2027-02-01")] == [
        None
    ] * 6


@pytest.fixture
def runde():
    """Return a body in Herne with meetings around June 2030."""
    runde = fabrik.gremium("Runde Kinderschutz", kurzname="RK")
    runde.gebiete.add(Gebiet.objects.create(name="Herne", art="stadt", **fabrik.OEFFENTLICH))
    for tag, felder in (
        (date(2030, 6, 3), {"uhrzeit": time(17), "titel": "Auftakt"}),
        (date(2030, 6, 3), {"titel": "Geheim", "sichtbarkeit": Sichtbarkeit.INTERN}),
        (date(2030, 6, 28), {"ende_datum": date(2030, 7, 2), "titel": "Klausur"}),
        (date(2030, 5, 30), {"ende_datum": date(2030, 6, 1), "titel": "Tagung"}),
        (date(2030, 6, 1), {"datum_genauigkeit": Genauigkeit.MONAT, "titel": "Irgendwann im Juni"}),
        (date(2030, 1, 1), {"datum_genauigkeit": Genauigkeit.JAHR, "titel": "Im Verlauf von 2030"}),
        (date(2030, 1, 1), {"titel": "Neujahr"}),
    ):
        fabrik.sitzung(runde, datum=tag, **GEPLANT | felder)
    fabrik.sitzung(runde, datum=date(2030, 6, 4), status=Sitzungsstatus.ABGESAGT)
    return runde


def zellen(seite):
    """Return day → text of its cell, for the days on which something is."""
    teile = seite.quelle.split('<td class="month__day')[1:]
    gefunden = {}
    for teil in teile:
        zelle = teil.partition("</td>")[0]
        if "month__list" in zelle:
            tag = zelle.partition('datetime="')[2][:10]
            gefunden[tag] = [
                stueck.partition("</span>")[0] for stueck in zelle.split('class="month__title">')[1:]
            ]
    return gefunden


def test_a_month_shows_each_meeting_on_each_of_its_days(runde):
    seite = lesen(Client(), "/sitzungen/?monat=2030-06")

    assert seite.titel(2)[0] == "Juni 2030"
    assert zellen(seite) == {
        "2030-06-01": ["Tagung"],
        "2030-06-03": ["Auftakt"],
        "2030-06-04": ["RK"],
        "2030-06-28": ["Klausur"],
        "2030-06-29": ["Klausur"],
        "2030-06-30": ["Klausur"],
    }
    assert "abgesagt" in seite.nach("Juni 2030")
    assert "Geheim" not in seite.quelle
    assert seite.titel(3) == ["Im Verlauf von 2030", "Irgendwann im Juni"]
    assert "6 Sitzungen im Juni 2030" in seite.text
    assert seite.ziel("Mai 2030") == "?monat=2030-05"
    # The last month with a meeting has no next one.
    assert not [text for _, text in seite.links if "Juli" in text]
    assert seite.ziel("Dieser Monat") == f"?monat={Monat.von(localdate())}"


def test_the_month_keeps_the_filters_and_offers_them_as_a_calendar_too(runde):
    fabrik.sitzung(fabrik.gremium("Fern"), datum=date(2030, 6, 20), **GEPLANT)
    seite = lesen(Client(), "/sitzungen/?monat=2030-06&gebiet=herne")

    assert "2030-06-20" not in zellen(seite)
    assert seite.ziel("Mai 2030") == "?monat=2030-05&gebiet=herne"
    assert seite.ziel("Kommende") == "?gebiet=herne"
    assert 'href="/sitzungen/termine.ics?gebiet=herne"' in seite.quelle
    assert seite.ziel("Gebiet: Herne entfernen") == "?monat=2030-06"
    liste = lesen(Client(), "/sitzungen/?gebiet=herne&jahr=2030")
    assert liste.ziel("Monat") == "?monat=2030-01&gebiet=herne"


def test_a_month_that_is_none_is_told_and_an_empty_one_says_so(runde):
    seite = lesen(Client(), "/sitzungen/?monat=2030-13&gebiet=herne")
    assert "Diesen Monat gibt es hier nicht" in seite.text
    assert seite.ziel("Gebiet: Herne entfernen") == "?"
    leer = lesen(Client(), "/sitzungen/?monat=2031-03")
    assert "In diesem Monat ist keine Sitzung bekannt." in leer.text
    assert "Im Verlauf" not in leer.text


def test_the_list_stands_under_months_and_years(runde):
    seite = lesen(Client(), "/sitzungen/")

    assert seite.titel(2) == ["Im Jahr 2030", "Januar 2030", "Mai 2030", "Juni 2030"]
    assert seite.titel(3)[:2] == ["Im Verlauf von 2030", "Neujahr"]


def test_a_month_needs_as_many_queries_for_one_meeting_as_for_many(runde):
    def anfragen(adresse):
        with CaptureQueriesContext(connection) as gezaehlt:
            assert Client().get(adresse).status_code == 200
        return len(gezaehlt)

    anfragen("/sitzungen/?monat=2030-06")
    assert anfragen("/sitzungen/?monat=2030-05") == anfragen("/sitzungen/?monat=2030-06") <= 8


@pytest.mark.parametrize("monat", ["1800-01", "2199-12", "0000-01", "2030-06-01", "-1", "🙂"])
def test_no_month_is_an_error(monat):
    assert Client().get("/sitzungen/", {"monat": monat}).status_code == 200

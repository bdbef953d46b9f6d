"""Lists can be sorted: by the address, with filters, page by page, in German order."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from gremien.models import Bericht, Planfassung, Projekt, Projektbeteiligung
from netzwerk.lib import paging
from netzwerk.lib.text import nummernschluessel
from netzwerk.models import Thema
from tests import fabrik
from tests.seiten import lesen

pytestmark = pytest.mark.django_db
# List → address names of its orders.
REIHENFOLGEN = {
    "/gremien/": ("name", "geaendert"),
    "/organisationen/": ("name", "geaendert"),
    "/projekte/": ("jahr", "plan", "kunde", "titel"),
    "/berichte/": ("datum", "zeitraum", "mitglied"),
    "/vorlagen/": ("datum", "nummer", "geaendert"),
}


def geaendert(eintrag, vor_tagen):
    """Let an entry have been changed some days ago."""
    modell = type(eintrag)
    modell._base_manager.filter(pk=eintrag.pk).update(geaendert_am=now() - timedelta(days=vor_tagen))


@pytest.fixture
def bestand():
    """Return five entries for each list; names with umlauts, values that are missing, ties."""
    namen = ("Zebra", "Ägide", "Adler", "Österreich", "Ofen")
    organisationen = [fabrik.organisation(name) for name in namen]
    thema = Thema.objects.get(slug="kinderschutz")
    for nummer, name in enumerate(namen):
        gremium = fabrik.gremium(name)
        gremium.themen.add(thema)
        geaendert(gremium, nummer)
        fabrik.vorlage(
            organisationen[0],
            f"2007/{(9, 10, 100, 8, 1000)[nummer]}",
            datum=(None, date(2007, 1, 2), date(2007, 1, 2), date(2006, 1, 1), None)[nummer],
        )
        Bericht.objects.create(
            titel=f"Bericht {name}",
            organisation=organisationen[nummer],
            jahr=2014 + nummer // 3,
            quartal=(4, None, 1, 2, 2)[nummer],
            datum=date(2015, 1, 1 + nummer // 2),
            **fabrik.OEFFENTLICH,
        )
        projekt = Projekt.objects.create(
            titel=f"Plan {name}",
            institut=organisationen[0],
            bis_jahr=(2017, None, 2016, None, None)[nummer],
            **fabrik.OEFFENTLICH,
        )
        if nummer in {1, 2}:
            Planfassung.objects.create(
                projekt=projekt, bezeichnung="Plan", von_jahr=2014, bis_jahr=2018 + nummer
            )
        if nummer < 3:
            Projektbeteiligung.objects.create(
                projekt=projekt, art="auftraggeber", organisation=organisationen[4 - nummer]
            )
    # At last: what points to them has raised their stamps.
    for nummer, organisation in enumerate(organisationen):
        geaendert(organisation, nummer)


def titel(adresse):
    seite = lesen(Client(), adresse)
    assert seite.status == 200
    return [text.rpartition(" ")[2] if " " in text else text for text in seite.titel(2)]


@pytest.mark.parametrize(
    ("adresse", "erwartet"),
    [
        ("/gremien/", ["Adler", "Ägide", "Ofen", "Österreich", "Zebra"]),
        ("/gremien/?sortierung=geaendert", ["Zebra", "Ägide", "Adler", "Österreich", "Ofen"]),
        ("/organisationen/?sortierung=name", ["Adler", "Ägide", "Ofen", "Österreich", "Zebra"]),
        ("/organisationen/?sortierung=geaendert", ["Zebra", "Ägide", "Adler", "Österreich", "Ofen"]),
        ("/projekte/", ["Ägide", "Zebra", "Adler", "Ofen", "Österreich"]),
        ("/projekte/?sortierung=plan", ["Adler", "Ägide", "Ofen", "Österreich", "Zebra"]),
        # Ofen has Zebra's project, Österreich Ägide's, Adler its own; the others have no client.
        ("/projekte/?sortierung=kunde", ["Adler", "Zebra", "Ägide", "Ofen", "Österreich"]),
        ("/projekte/?sortierung=titel", ["Adler", "Ägide", "Ofen", "Österreich", "Zebra"]),
        ("/berichte/", ["Ofen", "Österreich", "Adler", "Ägide", "Zebra"]),
        ("/berichte/?sortierung=zeitraum", ["Ofen", "Österreich", "Zebra", "Adler", "Ägide"]),
        ("/berichte/?sortierung=mitglied", ["Adler", "Ägide", "Ofen", "Österreich", "Zebra"]),
    ],
)
def test_a_list_comes_in_the_order_that_the_address_asks_for(bestand, adresse, erwartet):
    assert titel(adresse) == erwartet


def test_papers_are_sorted_by_the_value_of_their_numbers(bestand):
    def nummern(adresse):
        return [text.partition(":")[0] for text in lesen(Client(), adresse).titel(2)]

    assert nummern("/vorlagen/?sortierung=nummer") == ["2007/8", "2007/9", "2007/10", "2007/100", "2007/1000"]
    assert nummern("/vorlagen/") == ["2007/100", "2007/10", "2007/8", "2007/1000", "2007/9"]
    assert sorted(["VO 10/2007", "VO 9/2007", "AN 1"], key=nummernschluessel) == [
        "AN 1",
        "VO 9/2007",
        "VO 10/2007",
    ]


@pytest.mark.parametrize(
    ("liste", "name"), [(liste, name) for liste in REIHENFOLGEN for name in REIHENFOLGEN[liste]]
)
def test_paging_meets_every_row_once_there_and_back(bestand, monkeypatch, liste, name):
    ganz = lesen(Client(), f"{liste}?sortierung={name}").titel(2)
    monkeypatch.setattr(paging, "ZEILEN", 2)
    monkeypatch.setattr(paging.blaettern, "__defaults__", (2,))
    hin, adresse = [], f"?sortierung={name}"
    while adresse:
        seite = lesen(Client(), f"{liste}{adresse}")
        hin.append(seite.titel(2))
        adresse = seite.ziel("Weiter")
        assert adresse is None or f"sortierung={name}" in adresse
    her, adresse = [hin[-1]], seite.ziel("Zurück")
    while adresse:
        seite = lesen(Client(), f"{liste}{adresse}")
        her.append(seite.titel(2))
        adresse = seite.ziel("Zurück")

    assert len(ganz) == 5
    assert [name for blatt in hin for name in blatt] == ganz
    assert her[::-1] == hin


def test_the_order_stays_with_the_filters_and_goes_by_itself(bestand):
    seite = lesen(Client(), "/gremien/?alle=1&sortierung=geaendert&thema=kinderschutz")

    assert 'name="sortierung" value="geaendert"' in seite.quelle
    assert seite.ziel("Name") == "?alle=1&thema=kinderschutz"
    assert seite.ziel("zuletzt geändert") == "?alle=1&sortierung=geaendert&thema=kinderschutz"
    assert seite.ziel("Thema: Kinderschutz entfernen") == "?alle=1&sortierung=geaendert"
    assert "geändert am" in seite.text
    assert "geändert am" not in lesen(Client(), "/gremien/").text


def test_an_order_that_a_list_has_not_is_told(bestand):
    seite = lesen(Client(), "/gremien/?sortierung=kunde")
    assert "Diese Reihenfolge gibt es hier nicht" in seite.text
    assert seite.titel(2)[0] == "Adler"
    fremd = lesen(Client(), "/gremien/?thema=kinderschutz").ziel("zuletzt geändert")
    assert Client().get(f"/gremien/{fremd}&ab=WyJhIiwxXQ").status_code == 400


def test_the_orders_need_no_more_queries(bestand):
    def anfragen(adresse):
        with CaptureQueriesContext(connection) as gezaehlt:
            Client().get(adresse)
        return len(gezaehlt)

    for liste, namen in REIHENFOLGEN.items():
        assert len({anfragen(f"{liste}?sortierung={name}") for name in namen}) == 1
        assert anfragen(f"{liste}?sortierung={namen[-1]}") <= 8

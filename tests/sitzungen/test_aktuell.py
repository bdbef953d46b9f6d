"""What changed, as a page and as a feed; what there is, for search engines."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from netzwerk.enums import Sichtbarkeit, Veroeffentlichung
from sitzungen.enums import Sitzungsstatus
from tests import fabrik
from tests.seiten import Seite

pytestmark = pytest.mark.django_db
GESTERN, HEUTE = (datetime(2026, 3, tag, 12, tzinfo=timezone.get_default_timezone()) for tag in (1, 2))
ATOM, KARTE = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
VERBORGEN = [
    {"sichtbarkeit": Sichtbarkeit.INTERN},
    {"veroeffentlichung": Veroeffentlichung.ENTWURF},
    {"geloescht_am": GESTERN},
    {"oeffentlich_ab": HEUTE + timedelta(days=400)},
    {"veroeffentlichung": Veroeffentlichung.ARCHIVIERT},
]


@pytest.fixture
def netz():
    """Return a body made yesterday and changed today, and a meeting called off today."""
    with time_machine.travel(GESTERN, tick=False):
        runde = fabrik.gremium("Runde")
        sitzung = fabrik.sitzung(runde, titel="Treffen", datum=HEUTE.date())
        fabrik.organisation("Träger")
    with time_machine.travel(HEUTE, tick=False):
        runde.name = "Große Runde"
        runde.save()
        sitzung.status = Sitzungsstatus.ABGESAGT
        sitzung.save()
        yield runde, sitzung


def xml(adresse):
    return ET.fromstring(Client().get(adresse).content)  # noqa: S314 - our own answer


def feed():
    return feedparser.parse(Client().get("/aktuell/feed.xml").content)


def test_the_page_tells_by_days_what_is_new_and_what_changed(netz):
    seite = Seite(Client().get("/aktuell/"))

    assert [titel for stufe, titel in seite.ueberschriften if stufe == 2] == [
        "02.03.2026(2)",
        "01.03.2026(1)",
    ]
    assert "Treffen Sitzung geändert abgesagt 02.03.2026 Große Runde" in seite.text
    assert "Große Runde Gremium geändert" in seite.text
    assert "Träger Organisation neu" in seite.text


def test_the_feed_says_the_same_to_another_program(netz):
    runde, sitzung = netz
    gelesen = feed()

    assert not gelesen.bozo
    assert [(eintrag.title, eintrag.link) for eintrag in gelesen.entries] == [
        ("Große Runde", f"http://testserver{runde.get_absolute_url()}"),
        ("Treffen", f"http://testserver{sitzung.get_absolute_url()}"),
        ("Träger", "http://testserver/organisationen/traeger/"),
    ]
    assert gelesen.entries[0].updated_parsed[:5] == (2026, 3, 2, 11, 0)
    assert gelesen.entries[0].published_parsed[:5] == (2026, 3, 1, 11, 0)


def test_the_feed_has_what_rfc_4287_demands_and_an_entry_keeps_its_id(netz):
    runde, _ = netz
    wurzel = xml("/aktuell/feed.xml")
    vorher = {eintrag.id for eintrag in feed().entries}
    runde.kurztext = "Noch eine Änderung."
    runde.save()

    for element in (wurzel, *wurzel.findall(f"{ATOM}entry")):
        assert all(element.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert wurzel.find(f"{ATOM}author/{ATOM}name") is not None
    assert {eintrag.id for eintrag in feed().entries} == vorher


def test_a_name_is_no_html_in_the_summary():
    fabrik.sitzung(fabrik.gremium("<b>Runde</b> & Co"), titel="Treffen", datum=HEUTE.date())

    zusammenfassungen = [
        eintrag.findtext(f"{ATOM}summary") for eintrag in xml("/aktuell/feed.xml").iter(f"{ATOM}entry")
    ]

    assert any("&lt;b&gt;Runde&lt;/b&gt; &amp; Co" in text for text in zusammenfassungen)
    assert not any("<b>" in text for text in zusammenfassungen)


@pytest.mark.parametrize("felder", VERBORGEN, ids=lambda felder: next(iter(felder)))
def test_what_is_not_public_or_archived_is_told_nowhere(felder):
    fabrik.gremium("GEHEIM", slug="geheim", **felder)

    for adresse in ("/aktuell/", "/aktuell/feed.xml", "/sitemap-gremien.xml"):
        assert "geheim" not in Client().get(adresse).text.lower()


def test_a_body_planned_for_today_is_new_today_though_written_long_ago():
    with time_machine.travel(GESTERN - timedelta(days=30), tick=False):
        fabrik.gremium("Geplant", oeffentlich_ab=HEUTE - timedelta(hours=1))
    with time_machine.travel(HEUTE, tick=False):
        seite = Seite(Client().get("/aktuell/"))

    assert "02.03.2026 (1) Geplant Gremium neu" in seite.text


def test_the_map_lists_every_part_and_every_page_answers(netz):
    verzeichnis = xml("/sitemap.xml")
    teile = [urlsplit(ort.text) for ort in verzeichnis.iter(f"{KARTE}loc")]
    assert len(teile) == 9

    seiten = {}
    for teil in teile:
        for ort in xml(teil.path).iter(f"{KARTE}url"):
            seiten[ort.findtext(f"{KARTE}loc")] = ort.findtext(f"{KARTE}lastmod")

    assert seiten["http://testserver/gremien/runde/"] == "2026-03-02"
    for adresse in seiten:
        assert adresse.startswith("http://testserver/")
        # Duty pages stand once the portal is set up; here it is empty.
        if adresse != "http://testserver/leichte-sprache/":
            assert Client().get(urlsplit(adresse).path).status_code == 200, adresse


def test_a_part_of_the_map_that_does_not_exist_is_not_found():
    assert Client().get("/sitemap-geheim.xml").status_code == 404
    assert Client().get("/sitemap-gremien.xml?p=x").status_code == 404


def test_robots_are_told_where_not_to_go():
    antwort = Client().get("/robots.txt")

    assert antwort["Content-Type"] == "text/plain; charset=utf-8"
    assert "Disallow: /intern/" in antwort.text
    assert "Disallow: /gremien/*/gremium.pdf" in antwort.text
    assert "Sitemap: http://testserver/sitemap.xml" in antwort.text


def test_one_change_and_three_need_the_same_queries(django_assert_num_queries):
    client = Client()
    for _ in (1, 3):
        runde = fabrik.gremium()
        fabrik.sitzung(runde, datum=HEUTE.date())
        fabrik.organisation()
        for adresse in ("/aktuell/", "/aktuell/feed.xml"):
            with django_assert_num_queries(3):
                client.get(adresse)


def test_paging_meets_every_change_once_there_and_back(monkeypatch):
    monkeypatch.setattr("sitzungen.views.public.AENDERUNGEN", 3)
    with time_machine.travel(HEUTE, tick=False):
        # Same moment: kind and number decide.
        for nummer in range(4):
            fabrik.organisation(f"Haus {nummer}")
        runde = fabrik.gremium("Runde 0")
        fabrik.gremium("Runde 1")
        fabrik.sitzung(runde, titel="Treffen", datum=HEUTE.date())
    hin, adresse = [], "/aktuell/"
    while adresse:
        seite = Seite(Client().get(adresse))
        hin.append(seite.titel(3))
        letzte, weiter = seite, seite.ziel("Weiter")
        adresse = weiter and f"/aktuell/{weiter}"
    her, zurueck = [hin[-1]], letzte.ziel("Zurück")
    while zurueck:
        seite = Seite(Client().get(f"/aktuell/{zurueck}"))
        her.append(seite.titel(3))
        zurueck = seite.ziel("Zurück")

    assert hin == [["Runde 1", "Runde 0", "Haus 3"], ["Haus 2", "Haus 1", "Haus 0"], ["Treffen"]]
    assert her[::-1] == hin
    assert Client().get("/aktuell/?ab=kaputt").status_code == 400

import re
import runpy
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from django.core.cache import caches
from django.template.loader import render_to_string
from django.test import Client
from django.utils.safestring import mark_safe

from netzwerk.lib.dates import jetzt
from netzwerk.models import Gebiet, Thema
from sitzungen.enums import Teil
from sitzungen.models import Tagesordnungspunkt
from sitzungen.views.suche import JE_MINUTE, zeile_html
from tests import fabrik
from tests.seiten import Seite

pytestmark = pytest.mark.django_db


def suche(**worte):
    antwort = Client().get("/suche/", worte)
    assert antwort.status_code == 200
    assert not antwort.cookies
    return Seite(antwort)


def test_a_title_comes_before_a_text():
    fabrik.gremium("Forum Nord", beschreibung="<p>Es geht um Spielplätze.</p>")
    fabrik.gremium("Runde Spielplatz")

    text = suche(q="Spielplätze").text

    assert text.index("Runde Spielplatz") < text.index("Forum Nord")


def test_every_word_must_be_there_a_part_is_enough():
    fabrik.gremium("Jugendhilfeausschuss Marburg")
    fabrik.gremium("Jugendhilfeausschuss Herne")

    text = suche(q="hilfeausschuss marb").text

    assert "Marburg" in text
    assert "Herne" not in text


def test_a_kind_narrows_and_the_others_stay_offered():
    fabrik.gremium("Runde Teilhabe")
    Thema.objects.create(name="Teilhabe")

    text = suche(q="Teilhabe", art="thema").text

    assert "Gremien (1)" in text
    assert "Runde Teilhabe" not in text


def test_what_is_not_public_is_not_found():
    fabrik.gremium("Xylophon eins", sichtbarkeit="intern")
    fabrik.gremium("Xylophon zwei", veroeffentlichung="entwurf")
    fabrik.gremium("Offen", kontakt_email="xylophon@example.org")
    fabrik.organisation("Verein", notiz_intern="Xylophon")
    gremium = fabrik.gremium("Xylophon drei")
    assert "Xylophon drei" in suche(q="Xylophon").text

    gremium.veroeffentlichung = "zurueckgezogen"
    gremium.save()

    assert "Dazu wurde nichts gefunden" in suche(q="Xylophon").text


@pytest.mark.parametrize(
    "q", ["%", "_", "\\", '"', "(", "*", "NEAR(", "x" * 5000, "🙂", "\ud83d", "' OR 1=1 --"]
)
def test_hostile_questions_are_words(q):
    fabrik.gremium("Runder Tisch")

    assert "Runder Tisch" not in suche(q=q.encode("utf-8", "replace").decode()).text


def test_what_was_typed_is_escaped():
    antwort = Client().get("/suche/", {"q": "<script>alert(1)</script>"})

    assert "<script>alert" not in antwort.text
    assert "&lt;script&gt;alert" in antwort.text


def test_one_entry_and_three_need_the_same_queries(django_assert_num_queries):
    # With up to three hits another question is looked for, too.
    fabrik.gremium("Runde Teilhabe 1")
    fabrik.organisation("Verein Teilhabe 1")
    for zahl in (2, 3, 4):
        fabrik.gremium(f"Runde Teilhabe {zahl}")
        fabrik.organisation(f"Verein Teilhabe {zahl}")
        with django_assert_num_queries(6):
            assert f"Gremien ({zahl})" in suche(q="Teilhabe").text


def test_hits_of_one_name_are_told_apart_by_place_and_day():
    jena = Gebiet.objects.create(name="Jena", art="stadt", **fabrik.OEFFENTLICH)
    runde = fabrik.gremium("Klangrunde")
    runde.gebiete.add(
        jena, Gebiet.objects.create(name="Alfeld", art="stadt", sichtbarkeit="intern", **fabrik.OEFFENTLICH)
    )
    fabrik.sitzung(runde, datum=date(2031, 3, 7), titel="Klangsitzung")
    fabrik.sitzung(runde, datum=date(2032, 1, 1), datum_genauigkeit="jahr", titel="Klangsitzung")

    text = suche(q="Klang").text

    assert "Jena" in text
    assert "Alfeld" not in text
    assert "07.03.2031" in text
    assert "01.01.2032" not in text
    assert "2032" in text


def test_browsers_learn_how_to_search():
    antwort = Client().get("/suche/opensearch.xml")

    assert antwort["Content-Type"].startswith("application/opensearchdescription+xml")
    assert "http://testserver/suche/?q={searchTerms}" in antwort.text
    assert 'href="/suche/opensearch.xml"' in Client().get("/suche/").text


@pytest.fixture
def gezaehlt(settings, monkeypatch):
    """Count requests, as in operation."""
    cache = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "test-grenzen"}
    settings.CACHES = settings.CACHES | {"grenzen": cache}
    caches["grenzen"].clear()
    # A minute that does not end during the test.
    monkeypatch.setattr("netzwerk.lib.grenze.time.time", lambda: 1_800_000_000.0)


def test_too_many_questions_of_one_address_are_put_off(gezaehlt):
    besucher = Client(REMOTE_ADDR="192.0.2.7")
    for _ in range(JE_MINUTE):
        assert besucher.get("/suche/", {"q": "x"}).status_code == 200

    antwort = besucher.get("/suche/", {"q": "x"})

    assert antwort.status_code == 429
    assert antwort["Retry-After"] == "60"
    assert "no-store" in antwort["Cache-Control"]
    assert besucher.get("/suche/").status_code == 200
    assert besucher.get("/gremien/").status_code == 200
    assert Client(REMOTE_ADDR="192.0.2.8").get("/suche/", {"q": "x"}).status_code == 200


def test_a_network_of_one_household_counts_as_one(gezaehlt, monkeypatch):
    monkeypatch.setattr("sitzungen.views.suche.JE_MINUTE", 1)
    assert Client(REMOTE_ADDR="2001:db8::1").get("/suche/", {"q": "x"}).status_code == 200
    assert Client(REMOTE_ADDR="2001:db8::2").get("/suche/", {"q": "x"}).status_code == 429
    assert Client(REMOTE_ADDR="2001:db8:0:1::1").get("/suche/", {"q": "x"}).status_code == 200


def test_an_agenda_item_leads_to_its_place_and_only_a_public_one():
    offen = fabrik.sitzung(fabrik.gremium(), datum=date(2031, 3, 7))
    punkt = Tagesordnungspunkt.objects.create(sitzung=offen, titel="Xylophon offen", text="<p>Klang</p>")
    Tagesordnungspunkt.objects.create(sitzung=offen, titel="Xylophon zu", teil=Teil.NICHT_OEFFENTLICH)
    intern = fabrik.sitzung(fabrik.gremium(sichtbarkeit="intern"), datum=date(2031, 3, 7))
    Tagesordnungspunkt.objects.create(sitzung=intern, titel="Xylophon intern")

    seite = suche(q="Xylophon")

    assert seite.ziel("Xylophon offen") == f"/sitzungen/{offen.pk}/#top-{punkt.pk}"
    assert "Xylophon zu" not in seite.text
    assert "Xylophon intern" not in seite.text
    assert seite.text.count("Xylophon offen") == suche(q="Klang").text.count("Xylophon offen") == 1


@pytest.mark.parametrize("adresse", ["/", "/gremien/", "/suche/", "/impressum/"])
def test_every_public_page_has_a_search_in_its_head_and_in_its_menu(adresse):
    kopf = Client().get(adresse).text.split("</header>")[0]

    assert kopf.count('action="/suche/" method="get"') == kopf.count('name="q"') == 2
    assert kopf.index('id="suche-kopf"') < kopf.index('id="hauptnavigation"') < kopf.index('id="suche-menue"')


def test_suggestions_are_rows_of_what_is_public_and_lead_there():
    gremium = fabrik.gremium("Runde <Klang>")
    fabrik.gremium("Klangrunde intern", sichtbarkeit="intern")

    antwort = Client().get("/suche/vorschlaege/", {"q": "klan"})

    assert antwort.text.count("<li") == 1
    assert f'data-adresse="{gremium.get_absolute_url()}"' in antwort.text
    assert "Runde &lt;<mark>Klang</mark>&gt;" in antwort.text
    assert Client().get("/suche/vorschlaege/").text.strip() == ""


def test_a_hit_is_written_as_the_list_component_writes_it():
    zeile = {
        "titel": mark_safe("<mark>Runde</mark> &amp; Tisch"),
        "url": "/gremien/runde/?a=1&b=2",
        "badges": [("Gremium", "typ")],
        "meta": ["Jena", "<i>"],
        "text": "Es geht um <b>",
    }

    for anders in ({}, {"text": ""}, {"meta": []}):
        eintrag = zeile | anders
        soll = render_to_string("components/entry_list.html#zeile", {"eintrag": eintrag, "stufe": 3})
        assert zeile_html(eintrag) == re.sub(r">\s+<", "><", soll.strip())


def test_filters_combine_stand_in_the_address_and_go_one_by_one():
    stadt = Gebiet.objects.create(name="Herne", art="stadt", **fabrik.OEFFENTLICH)
    viertel = Gebiet.objects.create(name="Sodingen", art="stadtteil", parent=stadt, **fabrik.OEFFENTLICH)
    bildung = Thema.objects.create(name="Klangbildung")
    runde, verein = fabrik.gremium("Klangrunde"), fabrik.organisation("Klangverein")
    for eintrag, gebiet in ((runde, viertel), (verein, stadt)):
        eintrag.gebiete.add(gebiet)
        eintrag.themen.add(bildung)
    fabrik.gremium("Klangforum")
    fabrik.sitzung(runde, datum=date(2031, 3, 7), titel="Klangsitzung")
    fabrik.sitzung(runde, datum=date(2030, 3, 7), titel="Klangsitzung davor")

    in_herne = suche(q="Klang", gebiet="herne", thema="klangbildung")
    assert "Klangrunde" in in_herne.text
    assert "Klangverein" in in_herne.text
    assert "Klangforum" not in in_herne.text
    assert in_herne.ziel("Gebiet: Herne entfernen") == "?q=Klang&thema=klangbildung"
    assert "Gremien (1)" in in_herne.text

    nur_gremien = suche(q="Klang", gebiet="herne", art="gremium").text
    assert "Klangrunde" in nur_gremien
    assert "Klangverein" not in nur_gremien
    assert "Organisationen (1)" in nur_gremien

    in_sodingen = suche(q="Klang", gebiet="sodingen").text
    assert "Klangsitzung davor" in in_sodingen
    assert "Klangverein" not in in_sodingen
    assert "Klangsitzung davor" not in suche(q="Klang", gebiet="sodingen", jahr="2031").text


def test_what_a_body_is_about_counts_for_its_meetings_when_it_changes():
    gebiet = Gebiet.objects.create(name="Jena", art="stadt", **fabrik.OEFFENTLICH)
    runde = fabrik.gremium("Runde")
    fabrik.sitzung(runde, datum=date(2031, 3, 7), titel="Klangsitzung")
    assert "So eingegrenzt wurde nichts gefunden" in suche(q="Klangsitzung", gebiet="jena").text

    runde.gebiete.add(gebiet)

    assert "1 Treffer" in suche(q="Klangsitzung", gebiet="jena").text


@pytest.mark.parametrize(
    ("angabe", "hinweis"),
    [
        ({"art": "xyz"}, "Diesen Wert gibt es bei „Art“ nicht"),
        ({"jahr": "99999"}, "Diesen Wert gibt es bei „Jahr“ nicht"),
        ({"gebiet": "' OR 1=1"}, "Diesen Wert gibt es bei „Gebiet“ nicht"),
        ({"farbe": "rot"}, "Was es hier nicht gibt, wurde aus der Adresse weggelassen: „farbe“."),
        ({"utm_source": "x"}, ""),
    ],
)
def test_what_is_unknown_is_told(angabe, hinweis):
    fabrik.gremium("Klangrunde")

    text = suche(q="Klang", **angabe).text

    assert "Klangrunde" in text
    assert (hinweis in text) if hinweis else ("weggelassen" not in text)


def test_hits_are_paged_there_and_back(monkeypatch):
    monkeypatch.setattr("sitzungen.views.suche.TREFFER_JE_SEITE", 2)
    for zahl in range(1, 6):
        fabrik.gremium(f"Klangrunde {zahl}")

    gesehen, seite = [], suche(q="Klangrunde")
    for _ in range(3):
        gesehen.append([zahl for zahl in "12345" if f"Klangrunde {zahl}" in seite.text])
        if "Weiter" in seite.text:
            seite = Seite(Client().get(f"/suche/{seite.ziel('Weiter')}"))
    zurueck = Seite(Client().get(f"/suche/{seite.ziel('Zurück')}"))

    assert gesehen == [["1", "2"], ["3", "4"], ["5"]]
    assert "Klangrunde 3" in zurueck.text
    assert "5 Treffer" in zurueck.text


@pytest.mark.parametrize("cursor", ["x", "W10", "WzEsMl0", "WzEsIngiLDNd", "%00", "W251bGwsMSwieCJd"])
def test_a_cursor_of_nobody_leads_to_the_first_page(cursor):
    fabrik.gremium("Klangrunde")

    antwort = Client().get("/suche/", {"q": "Klang", "ab": cursor})

    assert antwort.status_code == 400


def test_too_many_hits_are_ranked_by_their_titles(monkeypatch):
    monkeypatch.setattr("sitzungen.suche.RANGFOLGE_BIS", 3)
    for zahl in range(6):
        fabrik.gremium(f"Runde {zahl}", beschreibung="<p>Klang und Ton</p>")
    fabrik.gremium("Ein Titel mit vielen Worten und Klang")

    seite = suche(q="Klang")

    assert "mehr als 3 Treffer" in seite.text
    assert "Ein Titel mit vielen Worten" in seite.text
    assert "Ein weiteres Wort grenzt die Suche ein" in seite.text
    assert "Gremien (" not in seite.text
    assert "mehr als 3 Treffer" in suche(q="Klang", art="gremium").text


@pytest.mark.parametrize(
    ("frage", "gemeint"),
    [
        ("Jugenhilfe", "Jugendhilfe"),
        ("Jugedhnilfe", "Jugendhilfe"),
        ("ugendhilfe", ""),
        ("Budnis Jena", "Bündnis Jena"),
        ("Bündnis Jenna", "Bündnis Jena"),
        ("Spielpaltz", "Spielplatz"),
        ("xqzw", ""),
        ("Spie", ""),
        ("Bündnis Lobeda", ""),
    ],
)
def test_a_mistyped_word_leads_to_the_one_that_was_meant(frage, gemeint):
    fabrik.gremium("Bündnis Jena", beschreibung="<p>Ein Spielplatz.</p>")
    fabrik.gremium("Runde Jugendhilfe")

    seite = suche(q=frage)

    assert ("Meinten Sie" in seite.text) == bool(gemeint)
    if gemeint:
        assert seite.ziel(gemeint) == f"?q={quote(gemeint)}"
        assert "0 Treffer" not in suche(q=gemeint).text


def test_another_question_never_tells_what_is_not_public():
    morgen = jetzt() + timedelta(days=1)
    fabrik.gremium("Xylophon intern", sichtbarkeit="intern")
    fabrik.gremium("Xylophon geplant", oeffentlich_ab=morgen)
    fabrik.organisation("Verein", notiz_intern="Xylophon", oeffentlich_ab=morgen)
    fabrik.gremium("Offen")

    assert "Meinten Sie" not in suche(q="Xylofon").text
    assert "Xylophon" not in Client().get("/suche/vorschlaege/", {"q": "Xylo"}).text

    fabrik.gremium("Xylophon offen")

    assert suche(q="Xylofphon").ziel("Xylophon") == "?q=Xylophon"


def test_another_question_needs_the_same_queries_however_many_words_there_are(django_assert_num_queries):
    for zahl in (1, 30):
        for nummer in range(zahl):
            fabrik.gremium(f"Jugendhilfe{'abcdefghijklmnopqrstuvwxyzäöü'[nummer % 29]}haus {nummer}")
        with django_assert_num_queries(8):
            assert "Meinten Sie" in suche(q="Jugenhilfeahaus").text


def test_the_server_takes_a_question_of_five_thousand_characters():
    zeile = f"GET /suche/?q={'x' * 5000} HTTP/1.1"

    assert runpy.run_path("deploy/gunicorn.conf.py")["limit_request_line"] > len(zeile)

from datetime import date

import pytest
from django.core.cache import caches
from django.test import Client

from netzwerk.models import Thema
from sitzungen.enums import Teil
from sitzungen.models import Tagesordnungspunkt
from sitzungen.views.suche import JE_MINUTE
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
    for zahl in (1, 2, 3):
        fabrik.gremium(f"Runde Teilhabe {zahl}")
        fabrik.organisation(f"Verein Teilhabe {zahl}")
        with django_assert_num_queries(6):
            assert f"Gremien ({zahl})" in suche(q="Teilhabe").text


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

"""The editorial page is put together from kept pieces; what changed is never among them."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from gremien.models import Gremienbeziehung, Netzwerkeintrag, Netzwerkseite
from gremien.views import netzwerk
from netzwerk.enums import Sichtbarkeit
from netzwerk.lib.fragmente import Merkliste
from netzwerk.models import Gebiet, Portal, Thema
from tests import fabrik
from tests.seiten import lesen

pytestmark = pytest.mark.django_db
ABEND = datetime(2026, 3, 2, 22, 59, tzinfo=UTC)


@pytest.fixture
def besucher():
    return Client(headers={"host": "localhost"})


@pytest.fixture
def seite():
    eigene = fabrik.organisation("Hausverein")
    Portal.objects.update(eigene_organisation=eigene)
    seite = Netzwerkseite.objects.create(
        organisation=eigene, einleitung="<p>Mit wem.</p>", **fabrik.OEFFENTLICH
    )
    for position, name in enumerate(("Beirat", "Unterrunde", "Bündnis")):
        gremium = fabrik.gremium(name, slug=name.lower().replace("ü", "ue"))
        Netzwerkeintrag.objects.create(seite=seite, gremium=gremium, position=position)
    return seite


def gremium(seite, name):
    return seite.eintraege.get(gremium__name=name).gremium


def ueberschriften(besucher):
    return [(stufe, text) for stufe, text in lesen(besucher, "/netzwerk/").ueberschriften if stufe > 1]


def test_the_same_rows_are_rendered_once(besucher, seite, monkeypatch):
    erste = besucher.get("/netzwerk/").content

    def nie(*args, **kwargs):
        raise AssertionError("rendered again")

    monkeypatch.setattr(netzwerk, "render_to_string", nie)
    monkeypatch.setattr(netzwerk, "stueck", nie)

    assert besucher.get("/netzwerk/").content == erste
    assert b"<!--" not in erste


@pytest.mark.parametrize("was", ["eintrag", "reihenfolge", "einleitung", "portal", "wir"])
def test_an_edit_shows_at_once(besucher, seite, was):
    vorher = lesen(besucher, "/netzwerk/").quelle
    if was == "eintrag":
        buendnis = gremium(seite, "Bündnis")
        buendnis.kurztext = "Geändert."
        buendnis.save()
    elif was == "reihenfolge":
        eintrag = seite.eintraege.get(gremium__name="Bündnis")
        eintrag.position = 0
        eintrag.save()
        seite.eintraege.exclude(pk=eintrag.pk).update(position=5)
    elif was == "einleitung":
        seite.einleitung = "<p>Geändert.</p>"
        seite.save()
    else:
        portal = Portal.objects.get()
        portal.name = portal.eigene_organisation.name = "Geändert"
        (portal if was == "portal" else portal.eigene_organisation).save()

    nachher = lesen(besucher, "/netzwerk/")

    assert nachher.quelle != vorher
    if was == "reihenfolge":
        assert next(text for stufe, text in nachher.ueberschriften if stufe == 2) == "Bündnis"
    else:
        assert "Geändert" in nachher.text


def test_an_entry_that_becomes_internal_is_gone_from_text_and_list(besucher, seite):
    assert lesen(besucher, "/netzwerk/").quelle.count("Bündnis") >= 2
    ziel = gremium(seite, "Bündnis")
    ziel.sichtbarkeit = Sichtbarkeit.INTERN
    ziel.save()

    quelle = lesen(besucher, "/netzwerk/").quelle
    assert "Bündnis</a>" not in quelle
    assert 'id="buendnis"' not in quelle
    assert 'href="#buendnis"' not in quelle


def test_planned_ends_and_midnight_show_without_an_edit(besucher, seite):
    with time_machine.travel(ABEND, tick=False) as uhr:
        oben, unten, weg = (gremium(seite, name) for name in ("Beirat", "Unterrunde", "Bündnis"))
        Gremienbeziehung.objects.create(
            von_gremium=unten, zu_gremium=oben, art="untergremium", bis=ABEND.date()
        )
        weg.oeffentlich_bis = ABEND + timedelta(seconds=30)
        weg.save()
        davor = ueberschriften(besucher)
        uhr.shift(timedelta(minutes=1))
        danach = ueberschriften(besucher)

    assert davor == [(2, "Beirat"), (3, "Unterrunde"), (2, "Bündnis")]
    assert danach == [(2, "Beirat"), (2, "Unterrunde")]


def test_each_address_of_the_portal_names_itself(besucher, seite):
    lesen(besucher, "/netzwerk/")
    antwort = Client(headers={"host": "127.0.0.1"}).get("/netzwerk/").content.decode()

    assert 'href="http://127.0.0.1/netzwerk/"' in antwort
    assert "http://localhost" not in antwort


def test_without_our_own_organisation_no_areas_page_is_shown_as_ours(besucher):
    Portal.objects.update(eigene_organisation=None)
    gebiet = Gebiet.objects.create(name="Jena", art="stadt")
    seite = Netzwerkseite.objects.create(
        titel="Netz in Jena", gebiet=gebiet, einleitung="<p>Nur Jena.</p>", **fabrik.OEFFENTLICH
    )
    Netzwerkeintrag.objects.create(seite=seite, gremium=fabrik.gremium("Jenaer Runde"))

    quelle = besucher.get("/netzwerk/").content.decode()
    assert "Nur Jena" not in quelle
    assert "entry__title" not in quelle


def test_without_a_portal_the_page_answers(besucher):
    Portal.objects.all().delete()

    assert "wird gerade eingerichtet" in besucher.get("/netzwerk/").content.decode()


def test_only_the_last_results_are_kept():
    liste, gemacht = Merkliste(2), []

    def hole(schluessel):
        return liste.hole(schluessel, lambda: gemacht.append(schluessel) or schluessel.upper())

    assert [hole(schluessel) for schluessel in "abacab"] == list("ABACAB")
    assert gemacht == ["a", "b", "c", "b"]


def test_a_new_topic_of_an_entry_is_offered_by_the_filter_at_once(besucher, seite):
    assert "Ganz neues Thema" not in besucher.get("/netzwerk/").content.decode()
    gremium(seite, "Beirat").themen.add(Thema.objects.create(name="Ganz neues Thema", slug="ganz-neu"))

    assert '<option value="ganz-neu">' in besucher.get("/netzwerk/").content.decode()

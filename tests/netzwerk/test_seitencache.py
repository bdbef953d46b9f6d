"""Cached public pages: quick while nothing changed, right as soon as something did."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import caches
from django.test import Client

from netzwerk import seitencache
from netzwerk.lib.dates import jetzt
from netzwerk.models import Organisation
from netzwerk.queries import inhaltsstand
from tests import fabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def besucher(settings):
    settings.CACHES = settings.CACHES | {
        name: {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": f"test-{name}",
            "OPTIONS": {"MAX_ENTRIES": 10},
        }
        for name in ("seiten", "eingegrenzt")
    }
    for name in ("seiten", "eingegrenzt"):
        caches[name].clear()
    return Client(headers={"host": "localhost"})


def test_an_unchanged_page_is_answered_with_304_after_one_query(besucher, django_assert_num_queries):
    etag = besucher.get("/organisationen/")["ETag"]

    with django_assert_num_queries(1):
        antwort = besucher.get("/organisationen/", headers={"if-none-match": etag})

    assert antwort.status_code == 304
    assert antwort["ETag"] == etag


def test_a_kept_page_needs_one_query_and_is_the_same(besucher, django_assert_num_queries):
    erste = besucher.get("/organisationen/")
    with django_assert_num_queries(1):
        zweite = besucher.get("/organisationen/")

    assert zweite.content == erste.content
    assert zweite["Content-Type"] == erste["Content-Type"]
    assert "Content-Security-Policy" in zweite


def test_an_edit_shows_to_the_next_visitor(besucher):
    organisation = fabrik.organisation("Alter Name")
    etag = besucher.get("/organisationen/")["ETag"]
    organisation.name = "Neuer Name"
    organisation.save()

    antwort = besucher.get("/organisationen/", headers={"if-none-match": etag})

    assert antwort.status_code == 200
    assert "Neuer Name" in antwort.content.decode()


@pytest.mark.parametrize("wie", ["loeschen", "zuordnen", "wertliste"])
def test_every_kind_of_write_raises_the_version(wie):
    from netzwerk.models import Thema

    organisation, thema = fabrik.organisation(), Thema.objects.create(name="Neues Thema")
    vorher = inhaltsstand()
    if wie == "loeschen":
        organisation.delete()
    elif wie == "zuordnen":
        organisation.themen.add(thema)
    else:
        thema.name = "Umbenannt"
        thema.save()

    assert str(inhaltsstand()) != str(vorher)


def test_a_planned_publication_shows_when_its_moment_has_passed(besucher):
    with time_machine.travel(datetime(2026, 3, 2, 10, 0, tzinfo=UTC), tick=False) as uhr:
        fabrik.organisation("Später Gast", oeffentlich_ab=jetzt() + timedelta(hours=1))
        vorher = besucher.get("/organisationen/")
        assert "Später Gast" not in vorher.content.decode()
        assert inhaltsstand().naechste_grenze == jetzt() + timedelta(hours=1)

        uhr.shift(timedelta(hours=1))
        nachher = besucher.get("/organisationen/", headers={"if-none-match": vorher["ETag"]})

    assert "Später Gast" in nachher.content.decode()


def test_version_tells_what_is_past_from_what_is_planned():
    from netzwerk.models import Inhaltsstand

    with time_machine.travel(datetime(2026, 3, 2, 10, 0, tzinfo=UTC), tick=False) as uhr:
        Inhaltsstand.objects.all().delete()
        for stunden in (-2, 1, 3):
            Inhaltsstand.objects.create(gilt_ab=jetzt() + timedelta(hours=stunden))
        letzter = Inhaltsstand.objects.create().pk
        staende = [inhaltsstand()]
        for _ in range(3):
            uhr.shift(timedelta(hours=1))
            staende.append(inhaltsstand())

    assert [stand.zahl for stand in staende] == [2, 3, 3, 4]
    assert {stand.letzter for stand in staende} == {letzter}
    assert [stand.seit.hour for stand in staende] == [10, 11, 11, 13]
    assert [stand.naechste_grenze.hour for stand in staende] == [11, 13, 13, 0]


def test_midnight_in_berlin_makes_a_new_version():
    with time_machine.travel(datetime(2026, 3, 2, 22, 59, 59, tzinfo=UTC), tick=False) as uhr:
        vorher = inhaltsstand()
        uhr.shift(timedelta(seconds=1))
        nachher = inhaltsstand()

    assert (vorher.tag.day, nachher.tag.day) == (2, 3)
    assert vorher.naechste_grenze == datetime(2026, 3, 2, 23, 0, tzinfo=UTC)


def test_nobody_else_may_keep_a_page_past_the_next_boundary(besucher):
    with time_machine.travel(datetime(2026, 3, 2, 22, 59, 59, 500_000, tzinfo=UTC), tick=False):
        antwort = besucher.get("/organisationen/")

    assert "s-maxage=0" in antwort["Cache-Control"]
    assert "s-maxage=2" in besucher.get("/organisationen/")["Cache-Control"]


def test_errors_are_not_kept(besucher):
    assert besucher.get("/organisationen/spaeter/").status_code == 404
    Organisation.objects.create(name="Später", slug="spaeter", veroeffentlichung="veroeffentlicht")

    assert besucher.get("/organisationen/spaeter/").status_code == 200


def test_a_bad_cursor_is_answered_kindly_through_the_cache(besucher):
    assert besucher.get("/organisationen/?ab=unsinn").status_code == 400


def test_who_knows_only_the_time_is_told_the_truth_too(besucher):
    """Programs without ETag ask by Last-Modified: unchanged, edited, and past midnight in Berlin."""
    with time_machine.travel(datetime(2026, 3, 2, 10, 0, tzinfo=UTC), tick=False) as uhr:
        organisation = fabrik.organisation("Alter Name")
        uhr.shift(timedelta(seconds=1))
        erste = besucher.get("/organisationen/")
        assert erste["Last-Modified"] == "Mon, 02 Mar 2026 10:00:00 GMT"

        def gefragt(seit):
            return besucher.get("/organisationen/", headers={"if-modified-since": seit})

        uhr.shift(timedelta(minutes=5))
        assert gefragt(erste["Last-Modified"]).status_code == 304
        organisation.name = "Neuer Name"
        organisation.save()
        uhr.shift(timedelta(seconds=1))
        zweite = gefragt(erste["Last-Modified"])
        assert (zweite.status_code, zweite["Last-Modified"]) == (200, "Mon, 02 Mar 2026 10:05:01 GMT")

        uhr.move_to(datetime(2026, 3, 2, 23, 30, tzinfo=UTC))
        dritte = gefragt(zweite["Last-Modified"])
        assert (dritte.status_code, dritte["Last-Modified"]) == (200, "Mon, 02 Mar 2026 23:00:00 GMT")


def test_a_page_is_named_by_its_second_only_when_that_is_over(besucher):
    with time_machine.travel(datetime(2026, 3, 2, 10, 0, tzinfo=UTC), tick=False) as uhr:
        organisation = fabrik.organisation("Erster Name")
        erste = besucher.get("/organisationen/")
        uhr.shift(timedelta(milliseconds=500))
        organisation.name = "Zweiter Name"
        organisation.save()
        uhr.shift(timedelta(minutes=1))

        zweite = besucher.get("/organisationen/")

    assert "Last-Modified" not in erste
    assert zweite["Last-Modified"] == "Mon, 02 Mar 2026 10:00:00 GMT"


def test_made_up_values_never_push_out_a_page(besucher, django_assert_num_queries):
    besucher.get("/organisationen/")
    for nummer in range(30):
        besucher.get(f"/organisationen/?art=unsinn-{nummer}")

    with django_assert_num_queries(1):
        besucher.get("/organisationen/")


def test_a_filtered_list_is_kept_too(besucher, django_assert_num_queries):
    besucher.get("/organisationen/?alle=1")
    with django_assert_num_queries(1):
        besucher.get("/organisationen/?alle=1")


def test_a_new_release_changes_the_time_of_every_page(besucher, monkeypatch):
    """Programs that know only the time must get the new pages, too."""
    mittag = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    with time_machine.travel(mittag, tick=False):
        vorher = besucher.get("/impressum/")
        neu = seitencache.Ausgabe("neu", mittag - timedelta(minutes=5))
        monkeypatch.setattr(seitencache, "ausgabe", lambda: neu)
        nachher = besucher.get("/impressum/", headers={"if-modified-since": vorher["Last-Modified"]})

    assert nachher.status_code == 200
    assert nachher["Last-Modified"] == "Mon, 02 Mar 2026 11:55:00 GMT"

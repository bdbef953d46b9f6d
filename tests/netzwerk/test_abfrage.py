"""Queries that are written once: the same rows and objects as Django's own, and no moment kept."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured

from netzwerk.lib.abfrage import Abfrage
from netzwerk.lib.dates import heute, jetzt
from netzwerk.models import Organisation
from netzwerk.queries import gebiete_liste
from tests import fabrik

pytestmark = pytest.mark.django_db
MITTAG = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


def bauen(name):
    return (
        Organisation.objects.oeffentlich()
        .filter(name=name)
        .select_related("art")
        .annotate(gebiete_json=gebiete_liste(organisationen=1))
        .order_by("id")
    )


def werte(objekt):
    return {name: wert for name, wert in vars(objekt).items() if name != "_state"}


def test_the_objects_are_those_of_the_query_itself():
    organisation = fabrik.organisation("Eine")
    fabrik.organisation("Andere")

    (gefunden,) = Abfrage(bauen).liste(name="Eine")
    (erwartet,) = bauen("Eine")

    assert gefunden == organisation
    assert werte(gefunden) == werte(erwartet)
    assert gefunden.gebiete_json == []
    assert (gefunden._state.adding, gefunden._state.db) == (False, "default")


def test_it_is_built_once_and_asks_the_database_each_time(django_assert_num_queries):
    gebaut = []
    abfrage = Abfrage(lambda name: gebaut.append(name) or bauen(name))
    abfrage.liste(name="Eine")
    fabrik.organisation("Eine")

    with django_assert_num_queries(2):
        assert [len(abfrage.liste(name=name)) for name in ("Eine", "Keine")] == [1, 0]
    assert len(gebaut) == 1


def test_what_is_public_is_told_by_the_moment_of_the_question():
    abfrage = Abfrage(bauen)
    with time_machine.travel(MITTAG, tick=False) as uhr:
        fabrik.organisation("Eine", oeffentlich_bis=jetzt() + timedelta(hours=1))
        davor = abfrage.liste(name="Eine")
        uhr.shift(timedelta(hours=1))
        danach = abfrage.liste(name="Eine")

    assert (len(davor), len(danach)) == (1, 0)


@pytest.mark.parametrize("uhr", [heute, jetzt])
def test_a_query_that_would_keep_its_moment_is_refused(uhr):
    abfrage = Abfrage(lambda: Organisation.objects.filter(geaendert_am__gte=uhr()))

    with pytest.raises(RuntimeError, match="parameters"):
        abfrage.liste()
    assert uhr() is not None, "afterwards the clock tells the time again"


def test_none_finds_nothing():
    fabrik.organisation("Ohne Elternteil")

    def oben(oben):
        return Organisation.objects.filter(parent=oben)

    assert Abfrage(oben).liste(oben=None) == []
    assert Abfrage(oben).erste(oben=None) is None


def test_rows_are_found_by_the_names_of_their_columns():
    organisation = fabrik.organisation("Eine")
    abfrage = Abfrage(bauen)
    (zeile,) = abfrage.zeilen(name="Eine")

    assert zeile[abfrage.stelle("id")] == organisation.pk
    assert zeile[abfrage.stelle("gebiete_json")] == "[]"
    assert {zeile: "a row can be a key"}[zeile]


def test_prefetching_is_refused():
    with pytest.raises(ImproperlyConfigured):
        Abfrage(lambda: Organisation.objects.prefetch_related("gebiete")).liste()

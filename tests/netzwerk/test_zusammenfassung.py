"""The migrations that take many steps at once do what the single steps did, and know who has them."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

ZUSAMMEN = {
    ("netzwerk", "0026_bestand_november_2026"),
    ("gremien", "0011_bestand_november_2026"),
    ("sitzungen", "0009_bestand_november_2026"),
}
ERSTE = {(app, "0001_grundbestand") for app in ("netzwerk", "gremien", "sitzungen")}
MITTEN = (
    ("gremien", "0004_uebernahmen"),
    ("netzwerk", "0010_inhaltsstand_mit_index"),
    ("sitzungen", "0003_vorlage_betrifft_gremien"),
)


def eingetragen(schritte):
    """Let the database remember just these migrations."""
    MigrationRecorder.Migration.objects.all().delete()
    MigrationRecorder.Migration.objects.bulk_create(
        MigrationRecorder.Migration(app=app, name=name) for app, name in schritte
    )


def plan():
    """Return the names of what an update would do; the history must be consistent."""
    ablauf = MigrationExecutor(connection)
    ablauf.loader.check_consistent_history(connection)
    return [
        (schritt.app_label, schritt.name)
        for schritt, _ in ablauf.migration_plan(ablauf.loader.graph.leaf_nodes())
    ]


def einzelne():
    """Return all steps without those that take several at once, in their order."""
    eingetragen(ERSTE)
    graph = MigrationLoader(connection).graph
    return [schritt for blatt in graph.leaf_nodes() for schritt in graph.forwards_plan(blatt)]


@pytest.mark.django_db
def test_the_single_steps_and_the_summary_end_in_the_same_tables():
    alle = MigrationLoader(connection)
    assert set(alle.graph.nodes) >= ZUSAMMEN
    eingetragen(ERSTE)
    schritte = MigrationLoader(connection)
    assert not set(schritte.graph.nodes) & ZUSAMMEN
    assert alle.project_state() == schritte.project_state()


@pytest.mark.django_db
def test_a_database_that_had_every_step_has_nothing_to_do():
    eingetragen(set(einzelne()))
    assert plan() == []


@pytest.mark.django_db
@pytest.mark.parametrize("naechster", MITTEN, ids=str)
def test_a_database_in_the_middle_goes_on_with_single_steps(naechster):
    alle = list(dict.fromkeys(einzelne()))
    getan = alle[: alle.index(naechster)]
    eingetragen(getan)
    offen = plan()
    assert naechster in offen
    assert not set(offen) & set(getan)
    begonnen = {app for app, _ in getan}
    assert not {app for app, _ in ZUSAMMEN & set(offen)} & begonnen


@pytest.mark.django_db
def test_a_new_database_takes_the_summary():
    eingetragen(())
    assert set(plan()) >= ZUSAMMEN
    assert not set(plan()) & (ERSTE | set(MITTEN))

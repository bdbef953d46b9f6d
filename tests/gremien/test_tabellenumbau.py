"""SQLite builds a table anew for most changes and drops what it does not know: no rule may be missing."""

import re
from collections import Counter
from datetime import date

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.loader import MigrationLoader

from tests import fabrik

UNSERE = ("netzwerk", "gremien", "sitzungen")
SQLITE = """
    SELECT type || ' ' || name, COALESCE(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'
"""
POSTGRESQL = """
    SELECT 'constraint ' || conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'trigger ' || tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
"""
REGELN = re.compile(
    r'CONSTRAINT "?\w+"?|\bCHECK\b|\bUNIQUE\b|\bREFERENCES\b|GENERATED ALWAYS|USING \w+|RAISE'
)


def regeln():
    """Return every table, index, trigger and constraint by name, with the rules that its SQL tells."""
    with connection.cursor() as cursor:
        cursor.execute(SQLITE if connection.vendor == "sqlite" else POSTGRESQL)
        return {name: Counter(REGELN.findall(sql)) for name, sql in cursor.fetchall()}


def umbauen(modell):
    """Do to a table what a later migration may do."""
    with connection.schema_editor() as schema_editor:
        if connection.vendor == "sqlite":
            schema_editor._remake_table(modell)
            return
        probe = models.CharField(max_length=10, null=True)
        probe.set_attributes_from_name("probe")
        probe.model = modell
        schema_editor.add_field(modell, probe)
        schema_editor.remove_field(modell, probe)


def abgelehnt(funktion):
    try:
        with transaction.atomic():
            funktion()
    except IntegrityError as fehler:
        return str(fehler)
    return ""


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_every_rule_survives_when_every_table_is_built_anew(client):
    # A test before may have emptied the tables of the models, but not those of the words.
    call_command("suchindex", verbosity=0)
    modelle = [
        modell
        for modell in MigrationLoader(connection).project_state().apps.get_models(include_auto_created=True)
        if modell._meta.app_label in UNSERE and modell._meta.managed
    ]
    vorher = regeln()
    eigene = [name for name in vorher if "gremien_mitgliedschaft_" in name]
    assert len(modelle) > 100
    assert len(vorher) > len(modelle)
    assert eigene

    for modell in modelle:
        umbauen(modell)

    nachher = regeln()
    assert {name: regel for name, regel in vorher.items() if nachher.get(name) != regel} == {}
    assert nachher.keys() == vorher.keys()
    # They are not only there, they work: the seat, a check, and the words of the search.
    gremium = fabrik.gremium("Umbauprobe Nord")
    sitz = fabrik.sitz(gremium)
    fabrik.mitgliedschaft(gremium, sitz=sitz, von=date(2026, 3, 1))
    assert "sitz" in abgelehnt(lambda: fabrik.mitgliedschaft(gremium, sitz=sitz, von=date(2026, 4, 1)))
    assert abgelehnt(lambda: fabrik.mitgliedschaft(gremium, von=date(2026, 3, 1), bis=date(2026, 2, 1)))
    for anfrage in ("Umbauprobe", "umbaupr", "mbauprob"):
        assert gremium.get_absolute_url() in client.get("/suche/", {"q": anfrage}).content.decode()

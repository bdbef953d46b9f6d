"""Operations for migrations."""

from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from django.contrib.postgres.operations import CreateExtension
from django.db import models
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import AddField, AlterField
from django.db.migrations.operations.models import (
    AddConstraint,
    AddIndex,
    CreateModel,
    DeleteModel,
    RemoveIndex,
)
from django.db.migrations.operations.special import RunPython
from django.db.migrations.state import ProjectState
from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce


class SpaltenAufEinmal(Operation):
    """Add one column to many tables at once; the classes are built once, not after each table.

    Every table may appear once: SQLite builds a table anew for its new column.
    """

    reduces_to_sql = True
    atomic = True

    def __init__(self, operations: list[AddField]) -> None:
        """Take the operations as ``makemigrations`` wrote them; ValueError for a table named twice."""
        self.operations = operations
        namen = [schritt.model_name.lower() for schritt in operations]
        if len(set(namen)) != len(namen):
            raise ValueError("SpaltenAufEinmal adds one column to a table.")

    def deconstruct(self) -> Any:
        """Return how to write this operation."""
        return type(self).__qualname__, [self.operations], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Apply all steps to the state; the classes are built once, when next asked for."""
        state.__dict__.pop("apps", None)
        for schritt in self.operations:
            schritt.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Add the columns."""
        for schritt in self.operations:
            schritt.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Remove the columns."""
        for schritt in self.operations:
            schritt.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Return what is shown while migrating."""
        return f"Add a column to {len(self.operations)} tables at once"


class TabellenAufEinmal(Operation):
    """Create all tables of an app's first migration at once, in their final form.

    Step by step, Django builds the classes of all connected models anew after each of the
    hundreds of steps (measured: 50 s for 130 models, against 3 s this way). Every step
    must concern a model that is created here, so the final form is all there is to make.
    """

    reduces_to_sql = True
    atomic = True

    def __init__(self, operations: list[Any]) -> None:
        """Take the operations as ``makemigrations`` wrote them.

        Raises TypeError for one that is more than a table, field, index or constraint of a new model.
        """
        self.operations = operations
        self.neue: list[str] = []
        for schritt in operations:
            if isinstance(schritt, CreateModel):
                self.neue.append(schritt.name)
            elif isinstance(schritt, DeleteModel):
                # Made anew by a later step.
                self.neue.remove(schritt.name)
        namen = {name.lower() for name in self.neue}
        for schritt in operations:
            if isinstance(schritt, (CreateModel, DeleteModel)):
                continue
            if (
                not isinstance(schritt, (AddField, AlterField, AddIndex, RemoveIndex, AddConstraint))
                or schritt.model_name.lower() not in namen
            ):
                raise TypeError(f"{schritt!r} does not fit into TabellenAufEinmal.")

    def deconstruct(self) -> Any:
        """Return how to write this operation."""
        return type(self).__qualname__, [self.operations], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Apply all steps to the state; the classes are built once, when next asked for."""
        state.__dict__.pop("apps", None)
        for schritt in self.operations:
            schritt.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Create the tables."""
        for name in self.neue:
            model = to_state.apps.get_model(app_label, name)
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.create_model(model)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Drop the tables."""
        for name in reversed(self.neue):
            model = from_state.apps.get_model(app_label, name)
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.delete_model(model)

    def describe(self) -> str:
        """Return what is shown while migrating."""
        return f"Create {len(self.neue)} tables at once"


def nacheinander(app: str, *namen: str) -> list[Operation]:
    """Return the steps of an app's migrations in their order, with what they did at once taken apart."""
    schritte: list[Operation] = []
    for name in namen:
        for schritt in import_module(f"{app}.migrations.{name}").Migration.operations:
            teile = isinstance(schritt, (SpaltenAufEinmal, TabellenAufEinmal))
            schritte += schritt.operations if teile else [schritt]
    return schritte


def zusammengefasst(app: str, *namen: str) -> list[Operation]:
    """Return what an app's first migrations come to: extensions, all tables in their final form, first rows.

    For a migration that ``replaces`` them. It repeats none of them: they stay for installations that
    have some of them, and remain the one place where their tables and texts are told.
    """
    schritte = nacheinander(app, *namen)
    erweiterungen = [schritt for schritt in schritte if isinstance(schritt, CreateExtension)]
    zeilen = [schritt for schritt in schritte if isinstance(schritt, RunPython)]
    tabellen = [schritt for schritt in schritte if schritt not in (*erweiterungen, *zeilen)]
    return [*erweiterungen, TabellenAufEinmal(tabellen), *zeilen]


def sichtbarkeit_2026_11(*modelle: str) -> list[SpaltenAufEinmal]:
    """Return the operations that give tables the two bounds of ``Inhalt`` as they were in November 2026.

    Migrations of three apps share them; another rule needs another function, this one stays.
    """
    immer, nie = datetime(1900, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
    lesbar = When(
        geloescht_am__isnull=True,
        sichtbarkeit="oeffentlich",
        veroeffentlichung__in=("veroeffentlicht", "archiviert"),
        then=Coalesce("oeffentlich_ab", Value(immer)),
    )
    spalten = {
        "sichtbar ab": Case(lesbar, default=Value(nie)),
        "sichtbar bis": Coalesce(F("oeffentlich_bis"), Value(nie)),
    }
    return [
        SpaltenAufEinmal(
            [
                AddField(
                    modell,
                    name.replace(" ", "_"),
                    models.GeneratedField(
                        expression=ausdruck,
                        output_field=models.DateTimeField(),
                        db_persist=True,
                        verbose_name=name,
                    ),
                )
                for modell in modelle
            ]
        )
        for name, ausdruck in spalten.items()
    ]

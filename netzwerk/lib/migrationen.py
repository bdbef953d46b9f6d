"""Operations for migrations."""

from typing import Any

from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import AddField
from django.db.migrations.operations.models import AddConstraint, AddIndex, CreateModel
from django.db.migrations.state import ProjectState


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
        self.neue = [schritt.name for schritt in operations if isinstance(schritt, CreateModel)]
        namen = {name.lower() for name in self.neue}
        for schritt in operations:
            if isinstance(schritt, CreateModel):
                continue
            if (
                not isinstance(schritt, (AddField, AddIndex, AddConstraint))
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

"""Database rules that both SQLite and PostgreSQL keep."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db.backends.ddl_references import Statement, Table
from django.db.models import F, Func, Model, Q
from django.db.models.constraints import BaseConstraint

SQLITE = "sqlite"


class _Tage(Func):
    """The days from one date to another, both included; an open side is endless."""

    function = "DATERANGE"
    output_field = DateRangeField()


class KeineUeberschneidung(BaseConstraint):
    """No two rows of one ``gruppe`` have overlapping periods ``von``–``bis`` (both included).

    An empty date is an open side; a row without ``gruppe``, or with a date in one of the
    ``ausser`` columns, is left alone. PostgreSQL keeps it as an exclusion constraint, SQLite
    by two triggers. SQLite loses bare triggers whenever Django rebuilds a table, so they are
    made as part of creating the table: every rebuild makes them anew.
    """

    def __init__(
        self,
        *,
        name: str,
        gruppe: str,
        von: str = "von",
        bis: str = "bis",
        ausser: tuple[str, ...] = (),
        violation_error_message: str | None = None,
        violation_error_code: str | None = None,
    ) -> None:
        """Take field names; ``ausser`` names nullable fields that must be empty to count."""
        self.gruppe, self.von, self.bis, self.ausser = gruppe, von, bis, tuple(ausser)
        super().__init__(
            name=name,
            violation_error_message=violation_error_message,
            violation_error_code=violation_error_code,
        )

    def _bedingung(self) -> Q:
        return Q(**{f"{self.gruppe}__isnull": False}, **{f"{feld}__isnull": True for feld in self.ausser})

    def _exclusion(self) -> ExclusionConstraint:
        grenzen = RangeBoundary(inclusive_lower=True, inclusive_upper=True)
        return ExclusionConstraint(
            name=self.name,
            expressions=[
                (F(self.gruppe), RangeOperators.EQUAL),
                (_Tage(F(self.von), F(self.bis), grenzen), RangeOperators.OVERLAPS),
            ],
            condition=self._bedingung(),
        )

    def _spalten(self, model: type[Model], *felder: str) -> list[str]:
        gefunden: list[Any] = [model._meta.get_field(feld) for feld in felder]
        return [feld.column for feld in gefunden]

    def _trigger(self, model: type[Model], schema_editor: Any, anlass: str) -> Statement:
        gruppe, von, bis = self._spalten(model, self.gruppe, self.von, self.bis)
        frei = self._spalten(model, *self.ausser)
        neu_zaehlt = " AND ".join(
            [f'NEW."{gruppe}" IS NOT NULL', *(f'NEW."{spalte}" IS NULL' for spalte in frei)]
        )
        alt_zaehlt = "".join(f' AND alt."{spalte}" IS NULL' for spalte in frei)
        return Statement(
            f'CREATE TRIGGER "{self.name}_{anlass}" BEFORE {anlass} ON %(table)s '  # noqa: S608
            f"WHEN {neu_zaehlt} AND EXISTS (SELECT 1 FROM %(table)s AS alt "
            f'WHERE alt."{gruppe}" = NEW."{gruppe}" AND alt."id" IS NOT NEW."id"{alt_zaehlt} '
            f"AND COALESCE(alt.\"{von}\", '0000-01-01') <= COALESCE(NEW.\"{bis}\", '9999-12-31') "
            f"AND COALESCE(NEW.\"{von}\", '0000-01-01') <= COALESCE(alt.\"{bis}\", '9999-12-31')) "
            f"BEGIN SELECT RAISE(ABORT, 'constraint failed: {self.name}'); END",
            table=Table(model._meta.db_table, schema_editor.quote_name),
        )

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return the SQL inside CREATE TABLE (PostgreSQL); on SQLite put the triggers after it."""
        if schema_editor.connection.vendor != SQLITE:
            return self._exclusion().constraint_sql(model, schema_editor)
        for anlass in ("INSERT", "UPDATE"):
            schema_editor.deferred_sql.append(self._trigger(model, schema_editor, anlass))
        return None

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return the SQL for an existing table; SQLite never asks, it rebuilds the table."""
        return self._exclusion().create_sql(model, schema_editor)

    def remove_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return the SQL that drops the rule; SQLite never asks, it rebuilds the table."""
        return self._exclusion().remove_sql(model, schema_editor)

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        """Raise ValidationError if another row of the group overlaps the instance's period."""
        if exclude and {self.gruppe, self.von, self.bis} & set(exclude):
            return
        gruppe = getattr(instance, model._meta.get_field(self.gruppe).attname)
        if gruppe is None or any(getattr(instance, feld) is not None for feld in self.ausser):
            return
        von, bis = getattr(instance, self.von), getattr(instance, self.bis)
        andere = model._base_manager.using(using).filter(self._bedingung(), **{self.gruppe: gruppe})
        andere = andere.exclude(pk=instance.pk)
        if bis is not None:
            andere = andere.filter(Q(**{f"{self.von}__isnull": True}) | Q(**{f"{self.von}__lte": bis}))
        if von is not None:
            andere = andere.filter(Q(**{f"{self.bis}__isnull": True}) | Q(**{f"{self.bis}__gte": von}))
        if andere.exists():
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def deconstruct(self) -> Any:
        """Return what a migration needs to make the same rule."""
        path, args, kwargs = super().deconstruct()
        kwargs |= {"gruppe": self.gruppe, "von": self.von, "bis": self.bis, "ausser": self.ausser}
        return path, args, kwargs

    def __eq__(self, other: object) -> bool:
        """Say whether both state the same rule, so that migrations see changes."""
        if isinstance(other, KeineUeberschneidung):
            return self.deconstruct() == other.deconstruct()
        return NotImplemented

    __hash__ = BaseConstraint.__hash__


def genau_eines(*felder: str) -> Q:
    """Return the condition that exactly one of the nullable fields is filled."""
    bedingung = Q()
    for gefuellt in felder:
        bedingung |= Q(**{f"{feld}__isnull": feld != gefuellt for feld in felder})
    return bedingung

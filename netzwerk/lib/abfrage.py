"""Queries whose SQL is written once per process.

Building and compiling the query of a page costs many times what the database needs to answer
it. An ``Abfrage`` builds it once, with places for what differs between two requests, and from
then on only fills them in. Nothing else changes: the rows become the same objects, and the
same condition says what is public. Before they become objects the rows can be compared: what
was made of a row once need not be made again.

The moment is such a place, too. ``dates.jetzt()`` and ``dates.heute()`` refuse to answer while
a query is built, so no query can keep the time at which it was compiled.
"""

import copy
import inspect
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, QuerySet

from netzwerk.lib import dates

Zeile = tuple[Any, ...]


class Platzhalter(Expression):
    """A value that is filled in when the query runs."""

    def __init__(self, name: str) -> None:
        """Take the name."""
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Return the place; the parameter is this expression itself until the query runs."""
        return "%s", [self]


JETZT = Platzhalter("jetzt")


def zeitpunkt() -> datetime | Platzhalter:
    """Return the present moment; its place while a query is built."""
    return JETZT if dates.im_bau.get() else dates.jetzt()


class Abfrage:
    """A query built once. Decorates the function that builds it.

    The function is called once, with a ``Platzhalter`` for each of its parameters, when the
    query is asked for the first time. A place holds one text, number, day or moment; None finds
    nothing. ``prefetch_related`` is not supported.
    """

    def __init__(self, bauen: Callable[..., QuerySet[Any]], stellen: Sequence[str] | None = None) -> None:
        """Keep the function; ``stellen`` names its places if its signature does not."""
        self.bauen = bauen
        self.stellen = inspect.signature(bauen).parameters if stellen is None else stellen
        self.__doc__ = bauen.__doc__

    def zeilen(self, **werte: Any) -> list[Zeile]:
        """Return the rows as the database gave them: cheap, comparable, hashable."""
        verbindung = connections[DEFAULT_DB_ALIAS]
        bereit = {
            name: _fuer_datenbank(wert, verbindung)
            for name, wert in (werte | {"jetzt": dates.jetzt()}).items()
        }
        _, _, sql, parameter = self._gebaut
        with verbindung.cursor() as cursor:
            cursor.execute(
                sql, [bereit[wert.name] if isinstance(wert, Platzhalter) else wert for wert in parameter]
            )
            gefunden: list[Zeile] = cursor.fetchall()
        return gefunden

    def objekte(self, zeilen: Iterable[Zeile]) -> list[Any]:
        """Return what rows of this query stand for, with joined records and annotations.

        Django makes them, as if the rows were the query's own result.
        """
        quelle, uebersetzer, _, _ = self._gebaut
        compiler = copy.copy(uebersetzer)
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        compiler.execute_sql = lambda *_, **__: [list(zeilen)]
        ergebnis = SimpleNamespace(
            db=DEFAULT_DB_ALIAS,
            model=quelle.model,
            query=SimpleNamespace(get_compiler=lambda **_: compiler),
            _fetch_mode=quelle._fetch_mode,  # noqa: SLF001 - what QuerySet hands to its iterable
            _known_related_objects={},
        )
        return list(quelle._iterable_class(ergebnis))  # noqa: SLF001 - what QuerySet itself calls

    def tupel(self, **werte: Any) -> list[Zeile]:
        """Return the rows of a ``values()`` query with Python's own values (one query)."""
        compiler = copy.copy(self._gebaut[1])
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        return list(compiler.results_iter([self.zeilen(**werte)], tuple_expected=True))

    def liste(self, **werte: Any) -> list[Any]:
        """Return the records (one query)."""
        return self.objekte(self.zeilen(**werte))

    def erste(self, **werte: Any) -> Any:
        """Return the first record or None; the query itself should end after one."""
        return next(iter(self.liste(**werte)), None)

    def stelle(self, name: str) -> int:
        """Return where in a row the column of a field (as the row keeps it) or an annotation stands."""
        return self._stellen[name]

    @cached_property
    def _stellen(self) -> dict[str, int]:
        _, compiler, _, _ = self._gebaut
        felder = {compiler.select[i][0].target.attname: i for i in compiler.klass_info["select_fields"]}
        return felder | dict(compiler.annotation_col_map)

    @cached_property
    def _gebaut(self) -> tuple[Any, Any, str, list[Any]]:
        """Build: the queryset, its compiler, its SQL and its parameters with their places."""
        marke = dates.im_bau.set(True)
        try:
            quelle: Any = self.bauen(**{name: Platzhalter(name) for name in self.stellen})
            compiler: Any = quelle.query.get_compiler(using=DEFAULT_DB_ALIAS)
            sql, parameter = compiler.as_sql()
        finally:
            dates.im_bau.reset(marke)
        if quelle._prefetch_related_lookups:  # noqa: SLF001 - nothing public tells
            raise ImproperlyConfigured("An Abfrage does not prefetch; ask a second query.")
        return quelle, compiler, sql, list(parameter)


def _fuer_datenbank(wert: Any, verbindung: Any) -> Any:
    """Return a value as the database compares it."""
    if isinstance(wert, datetime):
        return verbindung.ops.adapt_datetimefield_value(wert)
    if isinstance(wert, date):
        return verbindung.ops.adapt_datefield_value(wert)
    return wert

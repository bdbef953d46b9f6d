"""Full text on both databases: rows to be found, their words, and parts of words, kept up to date.

SQLite: FTS5 and a trigram table. PostgreSQL: tsvector with GIN and pg_trgm. Words come as
stems, parted by spaces. What is asked stands in ``volltext_fragen``.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import batched
from typing import Any, NamedTuple

from django.db import connection

from netzwerk.lib.suchworte import staemme

TEXTE, INHALTE, WORTLISTE = "netzwerk_suchtext", "netzwerk_suchinhalt", "netzwerk_suchwort"
# All words and marks of a row; on PostgreSQL those of title and names stand in a table of their own,
# which is small, so that walking through it is quick. SQLite has a column for them.
WORTE, TITELWORTE, TEILE = "netzwerk_suchworte", "netzwerk_suchtitelworte", "netzwerk_suchteile"
SQLITE = (
    # Stems are letters and digits already: no character may part them once more. The underline is
    # part of a mark ("_art_gremium") and never of a word. Nobody asks where in a text a word stands.
    (
        f"CREATE VIRTUAL TABLE {WORTE} USING fts5(titel, alles, "
        "tokenize = \"ascii tokenchars '_'\", prefix = '2 3 4', detail = column, columnsize = 0)"
    ),
    f"CREATE VIRTUAL TABLE {TEILE} USING fts5(wort, tokenize = 'trigram')",
)
POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    *(
        befehl
        for tabelle in (WORTE, TITELWORTE)
        for befehl in (
            f"CREATE TABLE {tabelle} (id bigint PRIMARY KEY, worte tsvector NOT NULL)",
            f"CREATE INDEX {tabelle}_worte ON {tabelle} USING gin (worte) WITH (fastupdate = off)",
        )
    ),
    f"CREATE INDEX {WORTLISTE}_teile ON {WORTLISTE} USING gin (wort gin_trgm_ops)",
)
SPERRE = 20261125
AUF_EINMAL = 500
# The place of a row: first by the words of its title, so many at most, then by its number.
TITEL_WORTE, STELLEN_JE_STUFE = 15, 1 << 40


class Zeile(NamedTuple):
    """A row of the index, in the order of its columns; the text comes last."""

    nummer: int
    art: str
    objekt_id: int
    ab: datetime
    bis: datetime
    titel: str
    adresse: str
    titelworte: str
    namenworte: str
    merkmale: str
    jahr: int | None
    text: str

    @property
    def platz(self) -> int:
        """Return the id: of many rows those with short titles are asked for first."""
        return min(len(self.titelworte.split()), TITEL_WORTE) * STELLEN_JE_STUFE + self.nummer

    def worte(self) -> set[str]:
        """Return every stem that leads to the row."""
        return {*self.titelworte.split(), *self.namenworte.split(), *staemme(self.text)}


def anlegen(schema_editor: Any) -> None:
    """Make the tables of the database's own kind; for a migration."""
    for befehl in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(befehl)


def entfernen(schema_editor: Any) -> None:
    """Take them away; for a migration backwards."""
    for tabelle in (TEILE, TITELWORTE, WORTE):
        schema_editor.execute(f"DROP TABLE IF EXISTS {tabelle}")


def holen(sql: str, werte: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return the rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(sql, list(werte))
        return list(cursor.fetchall())


def sperren() -> None:
    """Let one transaction at a time write: each reads what the one before committed."""
    if connection.vendor == "postgresql":
        holen("SELECT pg_advisory_xact_lock(%s)", [SPERRE])


def leeren() -> None:
    """Forget everything."""
    eigene = [TEILE] if connection.vendor == "sqlite" else [TITELWORTE]
    with connection.cursor() as cursor:
        for tabelle in (INHALTE, TEXTE, WORTLISTE, WORTE, *eigene):
            cursor.execute(f"DELETE FROM {tabelle}")


def fuellen(stuecke: Iterable[list[Zeile]]) -> int:
    """Put rows into an empty index and return how many; words are counted once, at the end."""
    worte: Counter[str] = Counter()
    anzahl = 0
    for zeilen in stuecke:
        mit_worten = [(zeile, zeile.worte()) for zeile in zeilen]
        _einfuegen(mit_worten)
        for _, woerter in mit_worten:
            worte.update(woerter)
        anzahl += len(zeilen)
    _zaehlen(worte)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"INSERT INTO {WORTE} ({WORTE}) VALUES ('optimize')")
        else:
            # Without figures the planner does not know which words are frequent.
            cursor.execute(f"ANALYZE {TEXTE}, {WORTE}, {TITELWORTE}, {WORTLISTE}")
    return anzahl


def ersetzen(weg: Iterable[Zeile], dazu: Iterable[Zeile]) -> None:
    """Take rows out and put others in; a changed row is in both."""
    weg, mit_worten = list(weg), [(zeile, zeile.worte()) for zeile in dazu]
    _loeschen([zeile.platz for zeile in weg])
    _einfuegen(mit_worten)
    unterschied: Counter[str] = Counter()
    for _, worte in mit_worten:
        unterschied.update(worte)
    for zeile in weg:
        unterschied.subtract(zeile.worte())
    _zaehlen({wort: zahl for wort, zahl in unterschied.items() if zahl})


def _loeschen(plaetze: list[int]) -> None:
    eigene = [(WORTE, "rowid")] if connection.vendor == "sqlite" else [(WORTE, "id"), (TITELWORTE, "id")]
    with connection.cursor() as cursor:
        for tabelle, schluessel in (*eigene, (INHALTE, "zeile_id"), (TEXTE, "id")):
            cursor.executemany(
                f"DELETE FROM {tabelle} WHERE {schluessel} = %s", [(platz,) for platz in plaetze]
            )


def _einfuegen(zeilen: list[tuple[Zeile, set[str]]]) -> None:
    if not zeilen:
        return
    spalten = ("id", *Zeile._fields[:-1])
    platzhalter = ", ".join(["%s"] * len(spalten))
    zeit = connection.ops.adapt_datetimefield_value
    schmal = [
        tuple(zeit(wert) if isinstance(wert, datetime) else wert for wert in (zeile.platz, *zeile[:-1]))
        for zeile, _ in zeilen
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {TEXTE} ({', '.join(spalten)}) VALUES ({platzhalter})", schmal)
        cursor.executemany(
            f"INSERT INTO {INHALTE} (zeile_id, text) VALUES (%s, %s)",
            [(zeile.platz, zeile.text) for zeile, _ in zeilen],
        )
    _worte_einfuegen(
        [
            (
                zeile.platz,
                f"{zeile.titelworte} {zeile.namenworte}",
                " ".join(sorted(worte)),
                zeile.merkmale,
            )
            for zeile, worte in zeilen
        ]
    )


def _worte_einfuegen(zeilen: list[tuple[int, str, str, str]]) -> None:
    """Put place, words of title and names, all words and marks into the tables of the database's kind."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(
                f"INSERT INTO {WORTE} (rowid, titel, alles) VALUES (%s, %s, %s)",
                [(platz, titel, f"{alles} {merkmale}") for platz, titel, alles, merkmale in zeilen],
            )
            return
        for tabelle, stelle in ((TITELWORTE, 1), (WORTE, 2)):
            cursor.executemany(
                f"INSERT INTO {tabelle} (id, worte) VALUES (%s, array_to_tsvector(%s))",
                [(zeile[0], f"{zeile[stelle]} {zeile[3]}".split()) for zeile in zeilen],
            )


def _zaehlen(unterschied: dict[str, int]) -> None:
    """Add to the number of entries in which words occur; words of none go."""
    for stueck in batched(sorted(unterschied.items()), AUF_EINMAL):
        worte = [wort for wort, _ in stueck]
        with connection.cursor() as cursor:
            neue = _unbekannte(worte) if connection.vendor == "sqlite" else []
            cursor.executemany(
                f"INSERT INTO {WORTLISTE} AS w (wort, rueckwaerts, anzahl) VALUES (%s, %s, %s) "
                "ON CONFLICT (wort) DO UPDATE SET anzahl = w.anzahl + excluded.anzahl",
                [(wort, wort[::-1], zahl) for wort, zahl in stueck],
            )
            platz = ", ".join(["%s"] * len(worte))
            weg = f"SELECT id FROM {WORTLISTE} WHERE anzahl <= 0 AND wort IN ({platz})"
            if connection.vendor == "sqlite":
                cursor.executemany(
                    f"INSERT OR REPLACE INTO {TEILE} (rowid, wort) "
                    f"SELECT id, wort FROM {WORTLISTE} WHERE wort = %s",
                    [(wort,) for wort in neue],
                )
                cursor.execute(f"DELETE FROM {TEILE} WHERE rowid IN ({weg})", worte)
            if any(zahl < 0 for _, zahl in stueck):
                cursor.execute(f"DELETE FROM {WORTLISTE} WHERE id IN ({weg})", worte)


def _unbekannte(worte: list[str]) -> list[str]:
    """Return those of the words that the list does not have."""
    platz = ", ".join(["%s"] * len(worte))
    bekannt = {wort for (wort,) in holen(f"SELECT wort FROM {WORTLISTE} WHERE wort IN ({platz})", worte)}
    return [wort for wort in worte if wort not in bekannt]

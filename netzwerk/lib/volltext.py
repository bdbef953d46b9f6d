"""Full text on both databases: rows to be found, their words, and parts of words.

SQLite: FTS5 and a trigram table. PostgreSQL: tsvector with GIN and pg_trgm. Words come as
stems, parted by spaces; a question is words, never syntax: nothing but letters and digits
is in a stem, and every word is quoted all the same. Parts are looked for in the list of all
words, which is small, and not in the texts.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import batched
from typing import Any, NamedTuple

from django.db import connection

from netzwerk.lib.suchworte import staemme

TEXTE, WORTLISTE = "netzwerk_suchtext", "netzwerk_suchwort"
WORTE, TEILE = "netzwerk_suchworte", "netzwerk_suchteile"
SQLITE = (
    # The underline is part of a mark ("_art_gremium") and never of a word.
    (
        f"CREATE VIRTUAL TABLE {WORTE} USING fts5(titel, alles, "
        "tokenize = \"unicode61 remove_diacritics 2 tokenchars '_'\", prefix = '2 3 4')"
    ),
    f"CREATE VIRTUAL TABLE {TEILE} USING fts5(wort, tokenize = 'trigram')",
)
POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    f"CREATE TABLE {WORTE} (id bigint PRIMARY KEY, titel tsvector NOT NULL, alles tsvector NOT NULL)",
    f"CREATE INDEX {WORTE}_titel ON {WORTE} USING gin (titel) WITH (fastupdate = off)",
    f"CREATE INDEX {WORTE}_alles ON {WORTE} USING gin (alles) WITH (fastupdate = off)",
    f"CREATE INDEX {WORTLISTE}_teile ON {WORTLISTE} USING gin (wort gin_trgm_ops)",
)
SPERRE = 20261125
# A word stands for this many others that hold it as a part, at most.
TEILE_HOECHSTENS = 100
# Shorter words are only looked for as a whole: too many begin with one letter.
ANFANG_AB = 2
AUF_EINMAL = 500


class Zeile(NamedTuple):
    """A row of the index, in the order of its columns."""

    id: int
    art: str
    objekt_id: int
    ab: datetime
    bis: datetime
    titel: str
    adresse: str
    titelworte: str
    namenworte: str
    merkmale: str
    text: str

    def worte(self) -> set[str]:
        """Return every stem that leads to the row."""
        return {*self.titelworte.split(), *self.namenworte.split(), *staemme(self.text)}


class Kandidat(NamedTuple):
    """A row that answers a question, with what its rank is made of."""

    id: int
    art: str
    objekt_id: int
    titel: str
    adresse: str
    titelworte: str
    namenworte: str


class Wortgruppe(NamedTuple):
    """A word that was asked for, and other words that hold it as a part."""

    wort: str
    andere: Sequence[str] = ()


def anlegen(schema_editor: Any) -> None:
    """Make the tables of the database's own kind; for a migration."""
    for befehl in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(befehl)


def entfernen(schema_editor: Any) -> None:
    """Take them away; for a migration backwards."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TABLE {TEILE}")
    schema_editor.execute(f"DROP TABLE {WORTE}")


# --- Writing ---------------------------------------------------------------------------------


def sperren() -> None:
    """Let one transaction at a time write: each reads what the one before committed."""
    if connection.vendor == "postgresql":
        _holen("SELECT pg_advisory_xact_lock(%s)", [SPERRE])


def leeren() -> None:
    """Forget everything."""
    eigene = [TEILE] if connection.vendor == "sqlite" else []
    with connection.cursor() as cursor:
        for tabelle in (TEXTE, WORTLISTE, WORTE, *eigene):
            cursor.execute(f"DELETE FROM {tabelle}")


def ersetzen(weg: Iterable[Zeile], dazu: Iterable[Zeile]) -> None:
    """Take rows out and put others in; a changed row is in both."""
    weg, mit_worten = list(weg), [(zeile, zeile.worte()) for zeile in dazu]
    _loeschen([zeile.id for zeile in weg])
    _einfuegen(mit_worten)
    unterschied: Counter[str] = Counter()
    for _, worte in mit_worten:
        unterschied.update(worte)
    for zeile in weg:
        unterschied.subtract(zeile.worte())
    _zaehlen({wort: zahl for wort, zahl in unterschied.items() if zahl})


def _loeschen(nummern: list[int]) -> None:
    spalte = "rowid" if connection.vendor == "sqlite" else "id"
    with connection.cursor() as cursor:
        for tabelle, schluessel in ((WORTE, spalte), (TEXTE, "id")):
            cursor.executemany(
                f"DELETE FROM {tabelle} WHERE {schluessel} = %s", [(nummer,) for nummer in nummern]
            )


def _einfuegen(zeilen: list[tuple[Zeile, set[str]]]) -> None:
    if not zeilen:
        return
    platz = ", ".join(["%s"] * len(Zeile._fields))
    if connection.vendor == "sqlite":
        worte = f"INSERT OR REPLACE INTO {WORTE} (rowid, titel, alles) VALUES (%s, %s, %s)"
    else:
        liste = "array_to_tsvector(string_to_array(%s, ' '))"
        worte = f"INSERT INTO {WORTE} (id, titel, alles) VALUES (%s, {liste}, {liste}) "
        worte += "ON CONFLICT (id) DO UPDATE SET titel = excluded.titel, alles = excluded.alles"
    zeit = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {TEXTE} ({', '.join(Zeile._fields)}) VALUES ({platz})",
            [
                tuple(zeit(wert) if isinstance(wert, datetime) else wert for wert in zeile)
                for zeile, _ in zeilen
            ],
        )
        cursor.executemany(
            worte,
            [
                (zeile.id, zeile.titelworte, " ".join([*sorted(woerter), *zeile.merkmale.split()]))
                for zeile, woerter in zeilen
            ],
        )


def _zaehlen(unterschied: dict[str, int]) -> None:
    """Add to the number of entries in which words occur; words of none go."""
    for stueck in batched(sorted(unterschied.items()), AUF_EINMAL):
        worte = [wort for wort, _ in stueck]
        platz = ", ".join(["%s"] * len(worte))
        bekannt = {wort for (wort,) in _holen(f"SELECT wort FROM {WORTLISTE} WHERE wort IN ({platz})", worte)}
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {WORTLISTE} AS w (wort, anzahl) VALUES (%s, %s) "
                "ON CONFLICT (wort) DO UPDATE SET anzahl = w.anzahl + excluded.anzahl",
                stueck,
            )
            weg = f"SELECT id FROM {WORTLISTE} WHERE anzahl <= 0 AND wort IN ({platz})"
            if connection.vendor == "sqlite":
                cursor.executemany(
                    f"INSERT OR REPLACE INTO {TEILE} (rowid, wort) "
                    f"SELECT id, wort FROM {WORTLISTE} WHERE wort = %s",
                    [(wort,) for wort in worte if wort not in bekannt],
                )
                cursor.execute(f"DELETE FROM {TEILE} WHERE rowid IN ({weg})", worte)
            cursor.execute(f"DELETE FROM {WORTLISTE} WHERE id IN ({weg})", worte)


# --- Asking ----------------------------------------------------------------------------------


def woerter_mit_teil(teil: str) -> list[str]:
    """Return the most frequent words that hold the letters, but not at their beginning."""
    if connection.vendor == "sqlite":
        bedingung = f"id IN (SELECT rowid FROM {TEILE} WHERE wort MATCH %s) AND wort NOT LIKE %s"
        werte = [f'"{teil}"', f"{teil}%"]
    else:
        bedingung, werte = "wort LIKE %s AND wort NOT LIKE %s", [f"%{teil}%", f"{teil}%"]
    byte = "BINARY" if connection.vendor == "sqlite" else '"C"'
    sql = f"SELECT wort FROM {WORTLISTE} WHERE {bedingung} ORDER BY anzahl DESC, wort COLLATE {byte} LIMIT %s"
    return [wort for (wort,) in _holen(sql, [*werte, TEILE_HOECHSTENS])]


def kandidaten(
    gruppen: Sequence[Wortgruppe],
    merkmale: Sequence[Sequence[str]],
    zeitpunkt: datetime,
    hoechstens: int,
    *,
    nur_titel: bool = False,
) -> list[Kandidat]:
    """Return rows that hold a word of each group and a mark of each list, in no order."""
    spalte = "titel" if nur_titel else "alles"
    if connection.vendor == "sqlite":
        frage = [_fts(spalte, gruppe) for gruppe in gruppen]
        frage += [f"alles : ({' OR '.join(f'"{m}"' for m in liste)})" for liste in merkmale]
        schluessel, bedingung, werte = "rowid", f"{WORTE} MATCH %s", [" AND ".join(frage)]
    else:
        teile = [f"{WORTE}.{spalte} @@ %s::tsquery"] * len(gruppen)
        teile += [f"{WORTE}.alles @@ %s::tsquery"] * len(merkmale)
        schluessel, bedingung = "id", " AND ".join(teile)
        werte = [_tsquery(gruppe) for gruppe in gruppen]
        werte += [" | ".join(f"'{m}'" for m in liste) for liste in merkmale]
    spalten = ", ".join(f"s.{name}" for name in Kandidat._fields)
    wann = connection.ops.adapt_datetimefield_value(zeitpunkt)
    sql = (
        f"SELECT {spalten} FROM {WORTE} JOIN {TEXTE} s ON s.id = {WORTE}.{schluessel} "
        f"WHERE {bedingung} AND s.ab <= %s AND s.bis > %s LIMIT %s"
    )
    return [Kandidat(*zeile) for zeile in _holen(sql, [*werte, wann, wann, hoechstens])]


def _fts(spalte: str, gruppe: Wortgruppe) -> str:
    stern = "*" if len(gruppe.wort) >= ANFANG_AB else ""
    worte = [f'"{gruppe.wort}"{stern}', *(f'"{wort}"' for wort in gruppe.andere)]
    return f"{spalte} : ({' OR '.join(worte)})"


def _tsquery(gruppe: Wortgruppe) -> str:
    stern = ":*" if len(gruppe.wort) >= ANFANG_AB else ""
    return " | ".join([f"'{gruppe.wort}'{stern}", *(f"'{wort}'" for wort in gruppe.andere)])


def _holen(sql: str, werte: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(werte))
        return list(cursor.fetchall())

"""What is asked of the full text, with the same answers from both databases.

A question is words, never syntax: nothing but letters and digits is in a stem, and every word
is quoted all the same. Parts of words are looked for in the list of all words, which is small,
and not in the texts. Rows come in the order of their places, so that where there are too many
each database gives the same ones.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connection

from netzwerk.lib.tippfehler import ausschnitt
from netzwerk.lib.volltext import TEILE, TEXTE, TITELWORTE, WORTE, WORTLISTE, holen

# A word stands for this many others that hold it as a part, at most.
TEILE_HOECHSTENS = 100
# Among so many words that begin or end alike is what was meant.
AEHNLICHE_HOECHSTENS = 400
# Shorter words are only looked for as a whole: too many begin with one letter.
ANFANG_AB = 2


class Kandidat(NamedTuple):
    """A row that answers a question, with what its rank is made of."""

    id: int
    art: str
    objekt_id: int
    titel: str
    adresse: str
    titelworte: str
    namenworte: str
    merkmale: str


class Wortgruppe(NamedTuple):
    """A word that was asked for, and other words that hold it as a part."""

    wort: str
    andere: Sequence[str] = ()


def woerter_mit_teil(teile: Sequence[str]) -> dict[str, list[str]]:
    """Return for each piece the most frequent words that hold it, but not at their beginning (one query)."""
    if not teile:
        return {}
    if connection.vendor == "sqlite":
        bedingung = f"id IN (SELECT rowid FROM {TEILE} WHERE wort MATCH %s)"
        muster = [f'"{teil}"' for teil in teile]
    else:
        bedingung = "wort LIKE %s"
        muster = [f"%{teil}%" for teil in teile]
    zweig = (
        f"SELECT * FROM (SELECT %s AS teil, wort, anzahl FROM {WORTLISTE} WHERE {bedingung} "
        f"AND wort NOT LIKE %s ORDER BY anzahl DESC, wort COLLATE {_byte()} LIMIT {TEILE_HOECHSTENS}) t"
    )
    sql = " UNION ALL ".join([zweig] * len(teile))
    gefunden: dict[str, list[str]] = {teil: [] for teil in teile}
    werte = [wert for teil, ganz in zip(teile, muster, strict=True) for wert in (teil, ganz, f"{teil}%")]
    for teil, wort, _ in sorted(holen(sql, werte), key=lambda zeile: (-zeile[2], zeile[1])):
        gefunden[teil].append(wort)
    return gefunden


def kandidaten(
    gruppen: Sequence[Wortgruppe],
    merkmale: Sequence[Sequence[str]],
    zeitpunkt: datetime,
    hoechstens: int,
    *,
    nur_titel: bool = False,
) -> list[Kandidat]:
    """Return the first rows, by their places, that hold a word of each group and a mark of each list.

    ``nur_titel``: title and names hold all the words.
    """
    if connection.vendor == "sqlite":
        spalte = "titel" if nur_titel else "alles"
        frage = [_fts(spalte, gruppe) for gruppe in gruppen]
        frage += [f"alles : ({' OR '.join(f'"{m}"' for m in liste)})" for liste in merkmale]
        # CROSS JOIN: first the words, then their rows.
        woher, schluessel, bedingung = f"{WORTE} CROSS JOIN", f"{WORTE}.rowid", f"{WORTE} MATCH %s"
        frage = [" AND ".join(frage)]
    else:
        tabelle = TITELWORTE if nur_titel else WORTE
        woher, schluessel, bedingung = f"{tabelle} JOIN", f"{tabelle}.id", f"{tabelle}.worte @@ %s::tsquery"
        teile = [_tsquery(gruppe) for gruppe in gruppen]
        teile += [" | ".join(f"'{m}'" for m in liste) for liste in merkmale]
        frage = [" & ".join(f"({teil})" for teil in teile)]
    spalten = ", ".join(f"s.{name}" for name in Kandidat._fields)
    wann = connection.ops.adapt_datetimefield_value(zeitpunkt)
    sql = (
        f"SELECT {spalten} FROM {woher} {TEXTE} s ON s.id = {schluessel} "
        f"WHERE {bedingung} AND s.ab <= %s AND s.bis > %s ORDER BY {schluessel} LIMIT %s"
    )
    return [Kandidat(*zeile) for zeile in holen(sql, [*frage, wann, wann, hoechstens])]


def _fts(spalte: str, gruppe: Wortgruppe) -> str:
    stern = "*" if len(gruppe.wort) >= ANFANG_AB else ""
    worte = [f'"{gruppe.wort}"{stern}', *(f'"{wort}"' for wort in gruppe.andere)]
    return f"{spalte} : ({' OR '.join(worte)})"


def _tsquery(gruppe: Wortgruppe) -> str:
    stern = ":*" if len(gruppe.wort) >= ANFANG_AB else ""
    return " | ".join([f"'{gruppe.wort}'{stern}", *(f"'{wort}'" for wort in gruppe.andere)])


def jahre_im_index() -> list[int]:
    """Return the years that rows have, latest first: one step through the index for each."""
    sql = (
        f"WITH RECURSIVE j (jahr) AS (SELECT MAX(jahr) FROM {TEXTE} UNION ALL "
        f"SELECT (SELECT MAX(jahr) FROM {TEXTE} WHERE jahr < j.jahr) FROM j WHERE j.jahr IS NOT NULL) "
        "SELECT jahr FROM j WHERE jahr IS NOT NULL"
    )
    return [jahr for (jahr,) in holen(sql, [])]


def aehnliche_woerter(gesucht: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
    """Return for each word those of the index that begin or end alike, and in how many entries (one query).

    The word itself is among them if the index has it.
    """
    if not gesucht:
        return {}
    zweige, werte = [], []
    for wort in gesucht:
        stueck = ausschnitt(wort)
        for spalte, anfang in (("wort", stueck.anfang), ("rueckwaerts", stueck.ende[::-1])):
            bedingung, grenzen = _beginnt_mit(spalte, anfang)
            zweige.append(
                f"SELECT * FROM (SELECT %s AS gefragt, wort, anzahl FROM {WORTLISTE} WHERE {bedingung} "
                f"AND LENGTH(wort) BETWEEN %s AND %s ORDER BY anzahl DESC, wort COLLATE {_byte()} "
                f"LIMIT {AEHNLICHE_HOECHSTENS}) t"
            )
            werte += [wort, *grenzen, stueck.kuerzestens, stueck.laengstens]
    gefunden: dict[str, list[tuple[str, int]]] = {wort: [] for wort in gesucht}
    for gefragt, wort, anzahl in holen(" UNION ALL ".join(zweige), werte):
        gefunden[gefragt].append((wort, anzahl))
    return gefunden


def _beginnt_mit(spalte: str, anfang: str) -> tuple[str, list[str]]:
    """Return a condition that an index answers: stems have no letter that LIKE would read."""
    if connection.vendor == "sqlite":
        return f"{spalte} >= %s AND {spalte} < %s", [anfang, f"{anfang}\U0010ffff"]
    return f"{spalte} LIKE %s", [f"{anfang}%"]


def _byte() -> str:
    """Return the collation that sorts by code points."""
    return "BINARY" if connection.vendor == "sqlite" else '"C"'

"""The search over everything public.

The index in the database gives at most ``RANGFOLGE_BIS`` candidates; they are ranked here, so
both databases answer alike. What a page shows of them is asked of ``oeffentlich()`` again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import OuterRef, Subquery, TextField, Value
from django.db.models.functions import Cast

from netzwerk.lib import volltext_fragen
from netzwerk.lib.abfrage import Abfrage
from netzwerk.lib.dates import jetzt
from netzwerk.lib.suchworte import TEIL_AB
from netzwerk.lib.volltext_fragen import Kandidat, Wortgruppe
from netzwerk.models import Suchinhalt
from netzwerk.suchindex import ARTEN, ARTEN_HOECHSTENS

# What a word counts in title and names, and whether it is the whole word, its beginning or a part.
TITEL, NAMEN = 9, 5
GANZ, ANFANG, TEIL = 4, 2, 1
RANGFOLGE_BIS = 500
# What tells hits of one name apart has so many columns.
DANEBEN = 2
# So many entries of one kind a page asks for at once.
GRUPPEN = (4, 20, RANGFOLGE_BIS)
# What hits are narrowed by → marks of which a row has to have one.
Merkmale = Mapping[str, Sequence[str]]
# In this order kinds are offered.
REIHENFOLGE = (
    "gremium",
    "organisation",
    "gebiet",
    "thema",
    "projekt",
    "bericht",
    "sitzung",
    "punkt",
    "vorlage",
    "beschluss",
    "dokument",
    "seite",
)


@dataclass(frozen=True)
class Ergebnis:
    """What answers a question, best first.

    ``mehr``: there is more than was ranked. ``ungefiltert``: what would answer without filters,
    None if that is too much to know.
    """

    treffer: list[Kandidat]
    mehr: bool = False
    ungefiltert: list[Kandidat] | None = None

    def je_art(self, merkmale: Merkmale) -> dict[str, int]:
        """Return how many of each kind all other filters leave, in the order of the kinds; {} if unknown."""
        andere = [liste for feld, liste in merkmale.items() if feld != "art"]
        anzahl = Counter(k.art for k in self.ungefiltert or () if traegt(k, andere))
        return {art: anzahl[art] for art in REIHENFOLGE if anzahl[art]}


def suchen(gesucht: list[str], merkmale: Merkmale | None = None) -> Ergebnis:
    """Return what answers the question and has a mark of each list; nothing for one without words."""
    if not gesucht:
        return Ergebnis([], ungefiltert=[])
    listen = list((merkmale or {}).values())
    teile = volltext_fragen.woerter_mit_teil([wort for wort in gesucht if len(wort) >= TEIL_AB])
    gruppen = [Wortgruppe(wort, teile.get(wort, ())) for wort in gesucht]
    alle = _kandidaten(gruppen, [])
    zu_viele = len(alle) > RANGFOLGE_BIS
    if zu_viele and listen:
        gefunden = _kandidaten(gruppen, listen)
    else:
        gefunden = [kandidat for kandidat in alle if traegt(kandidat, listen)]
    mehr = len(gefunden) > RANGFOLGE_BIS
    if mehr:
        # Too many to rank: those with all words in title and names must be among them.
        in_titeln = _kandidaten(gruppen, listen, nur_titel=True)
        gefunden = list(dict.fromkeys([*in_titeln, *gefunden]))[:RANGFOLGE_BIS]
    gefunden.sort(key=lambda kandidat: rang(kandidat, gesucht))
    return Ergebnis(gefunden, mehr, None if zu_viele else alle)


def traegt(kandidat: Kandidat, listen: Iterable[Sequence[str]]) -> bool:
    """Say whether a row has a mark of each list."""
    eigene = f" {kandidat.merkmale} "
    return all(any(f" {merkmal} " in eigene for merkmal in liste) for liste in listen)


def _kandidaten(gruppen: list[Wortgruppe], merkmale: Any, *, nur_titel: bool = False) -> list[Kandidat]:
    return volltext_fragen.kandidaten(gruppen, merkmale, jetzt(), RANGFOLGE_BIS + 1, nur_titel=nur_titel)


def rang(kandidat: Kandidat, gesucht: list[str]) -> tuple[int, int, str]:
    """Return what to sort by: the better, the less; a text counts one for each word."""
    titel, namen = f" {kandidat.titelworte} ", f" {kandidat.namenworte} "
    wert = sum(max(punkte(wort, titel) * TITEL, punkte(wort, namen) * NAMEN, 1) for wort in gesucht)
    return -wert, len(kandidat.titel), kandidat.adresse


def punkte(wort: str, feld: str) -> int:
    """Return how a word stands in the stems of a field, which begin and end with a space."""
    if wort not in feld:
        return 0
    if f" {wort} " in feld:
        return GANZ
    return ANFANG if f" {wort}" in feld else TEIL


class Treffer(NamedTuple):
    """A hit as a page shows it."""

    kandidat: Kandidat
    text: str
    daneben: list[str]


def mit_texten(treffer: list[Kandidat]) -> list[Treffer]:
    """Return the hits of a page with their texts; none that the public may not read now (one query)."""
    if not treffer:
        return []
    je_art = {art: [k.objekt_id for k in treffer if k.art == art] for art in sorted({k.art for k in treffer})}
    # A few sizes only, so that few queries are compiled; no entry has the number 0.
    groesse = next(stufe for stufe in GRUPPEN if stufe >= max(map(len, je_art.values())))
    werte = {
        f"{art}_{i}": (nummern + [0] * groesse)[i] for art, nummern in je_art.items() for i in range(groesse)
    }
    gelesen = {
        (art, pk): (text or "", [teil for teil in daneben if teil])
        for art, pk, text, *daneben in _lesbare(tuple(je_art), groesse).zeilen(**werte)
    }
    schluessel = [(k, gelesen.get((k.art, k.objekt_id))) for k in treffer]
    return [Treffer(k, *gefunden) for k, gefunden in schluessel if gefunden]


@lru_cache(maxsize=256)
def _lesbare(arten: tuple[str, ...], groesse: int) -> Abfrage:
    """Return the query for kind, number and text of the readable among so many entries of each kind."""
    namen = [f"{art}_{i}" for art in arten for i in range(groesse)]

    def bauen(**stellen: Any) -> Any:
        """Join the kinds."""
        erste, *andere = (
            _lesbare_einer_art(art, [stellen[f"{art}_{i}"] for i in range(groesse)]) for art in arten
        )
        return erste.union(*andere, all=True).order_by() if andere else erste

    return Abfrage(bauen, namen)


def _lesbare_einer_art(art: str, nummern: list[Any]) -> Any:
    suchart = ARTEN[art]
    zeile = OuterRef("pk") * ARTEN_HOECHSTENS + suchart.nummer
    daneben = [Cast(wert() if callable(wert) else wert, TextField()) for wert in suchart.daneben]
    leer = [Value("", output_field=TextField())] * (DANEBEN - len(daneben))
    return (
        suchart.lesbar()
        .filter(pk__in=nummern)
        .order_by()
        .values_list(
            Value(art, output_field=TextField()),
            "pk",
            Subquery(Suchinhalt.objects.filter(zeile__nummer=zeile).values("text")),
            *daneben,
            *leer,
        )
    )

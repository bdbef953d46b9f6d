"""The search over everything public.

The index in the database gives at most ``RANGFOLGE_BIS`` candidates; they are ranked here, so
both databases answer alike. What a page shows of them is asked of ``oeffentlich()`` again.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import TextField, Value

from netzwerk.lib import volltext
from netzwerk.lib.dates import jetzt
from netzwerk.lib.suchworte import TEIL_AB
from netzwerk.lib.volltext import Kandidat, Wortgruppe
from netzwerk.models import Suchtext
from netzwerk.suchindex import ARTEN

# What a word counts in title and names, and whether it is the whole word, its beginning or a part.
TITEL, NAMEN = 9, 5
GANZ, ANFANG, TEIL = 4, 2, 1
RANGFOLGE_BIS = 2000
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
    "seite",
)


@dataclass(frozen=True)
class Ergebnis:
    """What answers a question, best first; ``mehr``: there is more than was ranked."""

    treffer: list[Kandidat]
    mehr: bool = False

    def je_art(self) -> dict[str, int]:
        """Return how many of each kind were found, in the order of the kinds."""
        anzahl = Counter(kandidat.art for kandidat in self.treffer)
        return {art: anzahl[art] for art in REIHENFOLGE if anzahl[art]}


def suchen(gesucht: list[str], merkmale: Sequence[Sequence[str]] = ()) -> Ergebnis:
    """Return what answers the question and has a mark of each list; nothing for one without words."""
    if not gesucht:
        return Ergebnis([])
    gruppen = [
        Wortgruppe(wort, volltext.woerter_mit_teil(wort) if len(wort) >= TEIL_AB else ()) for wort in gesucht
    ]
    gefunden = _kandidaten(gruppen, merkmale)
    mehr = len(gefunden) > RANGFOLGE_BIS
    if mehr:
        # Too many to rank: those with all words in the title must be among them.
        in_titeln = _kandidaten(gruppen, merkmale, nur_titel=True)
        gefunden = list(dict.fromkeys([*in_titeln, *gefunden]))[:RANGFOLGE_BIS]
    return Ergebnis(sorted(gefunden, key=lambda kandidat: _rang(kandidat, gesucht)), mehr)


def _kandidaten(gruppen: list[Wortgruppe], merkmale: Any, *, nur_titel: bool = False) -> list[Kandidat]:
    return volltext.kandidaten(gruppen, merkmale, jetzt(), RANGFOLGE_BIS + 1, nur_titel=nur_titel)


def _rang(kandidat: Kandidat, gesucht: list[str]) -> tuple[int, int, str]:
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


def mit_texten(treffer: list[Kandidat]) -> list[tuple[Kandidat, str]]:
    """Return the hits of a page with their texts; none that the public may not read (two queries)."""
    if not treffer:
        return []
    texte = dict(Suchtext.objects.filter(pk__in=[k.id for k in treffer]).values_list("pk", "text"))
    lesbar = _lesbare(treffer)
    return [(k, texte[k.id]) for k in treffer if k.id in texte and (k.art, k.objekt_id) in lesbar]


def _lesbare(treffer: list[Kandidat]) -> set[tuple[str, int]]:
    """Return kind and number of the hits that the public may read now (one query)."""
    zweige = [
        ARTEN[art]
        .modell.objects.oeffentlich()
        .filter(pk__in=[k.objekt_id for k in treffer if k.art == art])
        .order_by()
        .annotate(s_art=Value(art, output_field=TextField()))
        .values_list("s_art", "pk")
        for art in sorted({k.art for k in treffer})
    ]
    return set(zweige[0].union(*zweige[1:], all=True).order_by("s_art"))

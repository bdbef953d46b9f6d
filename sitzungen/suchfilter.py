"""What hits are narrowed by: kind, area, topic and year."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache, partial
from typing import Any, ClassVar, NamedTuple

from django.db.models import BigIntegerField, CharField, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import QueryDict

from netzwerk.lib.abfrage import Abfrage
from netzwerk.lib.listenfilter import Listenfilter, Wahl, auswahl
from netzwerk.lib.text import sortierschluessel
from netzwerk.lib.volltext_fragen import Kandidat, jahre_im_index
from netzwerk.models import Gebiet, Suchtext, Thema
from netzwerk.suchindex import ARTEN
from sitzungen.suche import REIHENFOLGE, Ergebnis, Merkmale

FELDER = ("art", "gebiet", "thema", "jahr")


class Wert(NamedTuple):
    """An area or a topic; ``sortierung``: of an area; ``platz``: the area it lies in, or a topic's place."""

    feld: str
    pk: int
    slug: str
    name: str
    sortierung: str
    platz: int | None


@Abfrage
def gebiete_und_themen() -> QuerySet[Any]:
    """Return all areas and topics as rows of one kind."""
    return (
        _zeilen("gebiet", Gebiet.objects.oeffentlich().gelistet(), "sortierung", "parent_id")
        .union(_zeilen("thema", Thema.objects.oeffentlich(), "name", "position"), all=True)
        .order_by()
    )


def _zeilen(feld: str, werte: Any, sortierung: str, platz: str) -> Any:
    return werte.order_by().values_list(
        Value(feld, output_field=CharField()),
        "pk",
        "slug",
        "name",
        Cast(sortierung, TextField()),
        Cast(platz, BigIntegerField()),
    )


class Wertliste:
    """Areas and topics with the marks that stand for them: an area's parts stand for it, too."""

    def __init__(self, werte: Iterable[Wert]) -> None:
        """Put them in order and find the parts."""
        gebiete = sorted((w for w in werte if w.feld == "gebiet"), key=lambda w: (w.sortierung, w.pk))
        themen = sorted(
            (w for w in werte if w.feld == "thema"), key=lambda w: (w.platz, sortierschluessel(w.name))
        )
        self.je_feld = {"gebiet": gebiete, "thema": themen}
        self._teile: dict[int | None, list[int]] = defaultdict(list)
        for gebiet in gebiete:
            self._teile[gebiet.platz].append(gebiet.pk)
        self.marken = {
            (feld, wert.slug): [f"_{feld}_{pk}" for pk in self._mit_teilen(wert)]
            for feld, eigene in self.je_feld.items()
            for wert in eigene
        }

    def _mit_teilen(self, wert: Wert) -> list[int]:
        """Return the id of a topic; those of an area and of everything that lies in it."""
        gefunden = [wert.pk]
        if wert.feld == "gebiet":
            for pk in gefunden:
                gefunden += [teil for teil in self._teile[pk] if teil not in gefunden]
        return gefunden

    def wahl(self, feld: str, vorhanden: set[str] | None) -> Wahl:
        """Return address and name of areas or topics among the marks, in order; all for None."""
        return [
            (wert.slug, wert.name)
            for wert in self.je_feld[feld]
            if vorhanden is None or not vorhanden.isdisjoint(self.marken[feld, wert.slug])
        ]


@lru_cache(maxsize=4)
def wertliste(zeilen: tuple[tuple[Any, ...], ...]) -> Wertliste:
    """Return areas and topics from their rows: what was made of the same rows once is not made again."""
    return Wertliste([Wert(*zeile) for zeile in zeilen])


class Suchwahl:
    """What of an address narrows the hits, as marks of the index (one query)."""

    def __init__(self, data: QueryDict) -> None:
        """Read the address."""
        self.liste = wertliste(tuple(gebiete_und_themen.zeilen()))
        self.merkmale: Merkmale = {
            feld: marken for feld in FELDER if (marken := self._marken(feld, data.get(feld, "")))
        }

    def _marken(self, feld: str, gefragt: str) -> list[str]:
        """Return the marks of which a hit has to have one; none for what is not known."""
        if feld == "art":
            return [f"_art_{gefragt}"] if gefragt in ARTEN else []
        if feld == "jahr":
            return [f"_jahr_{gefragt}"] if ist_jahr(gefragt) else []
        return self.liste.marken.get((feld, gefragt), [])


def ist_jahr(text: str) -> bool:
    """Say whether a text is a year as marks write it."""
    return len(text) == len("2026") and text.isascii() and text.isdigit()


def _angebot(satz: Any, feld: str) -> Wahl:
    """Return what a field offers."""
    angebot: Wahl = satz.angebot[feld]
    return angebot


class Suchfilter(Listenfilter):
    """The filter of the search page: offers what occurs among the hits of the question alone."""

    WORTE = ("Treffer", "Treffer")
    BEHALTEN = ("q",)
    WERTE = {feld: partial(_angebot, feld=feld) for feld in FELDER}
    art = auswahl("Art")
    gebiet = auswahl("Gebiet")
    thema = auswahl("Thema")
    jahr = auswahl("Jahr")

    class Meta:
        model = Suchtext
        fields: ClassVar[list[str]] = []

    def __init__(self, data: QueryDict, wahl: Suchwahl, ergebnis: Ergebnis) -> None:
        """Offer what is there; what was chosen stays offered."""
        self.ergebnis, self.wahl = ergebnis, wahl
        self.angebot = auswahlen(wahl, ergebnis.ungefiltert)
        super().__init__(data, queryset=Suchtext.objects.none())

    @cached_property
    def anzahl(self) -> str:
        """Return how many hits there are, in words, as far as they were counted."""
        zahl = len(self.ergebnis.treffer)
        return f"mehr als {zahl} Treffer" if self.ergebnis.mehr else self.in_worten(zahl)

    @property
    def arten(self) -> list[tuple[str, str, int | None, bool]]:
        """Return address, word, number of hits (None: unknown) and whether chosen, for all and each kind."""
        anzahl = self.ergebnis.je_art(self.wahl.merkmale)
        gewaehlt = self.gewaehlt.get("art", "")
        alle = (self.ohne("art"), "Alles", sum(anzahl.values()) or None, not gewaehlt)
        bekannt = self.ergebnis.ungefiltert is not None
        arten = [
            (f"{self.ohne('art')}&art={art}", wort, anzahl.get(art, 0) if bekannt else None, art == gewaehlt)
            for art, wort in self.angebot["art"]
        ]
        return [alle, *(zeile for zeile in arten if zeile[2] != 0 or zeile[3])]


def auswahlen(wahl: Suchwahl, treffer: Iterable[Kandidat] | None) -> dict[str, Wahl]:
    """Return what each field offers among hits; everything the index knows for None."""
    marken = None if treffer is None else {m for k in treffer for m in k.merkmale.split()}
    mehr = {marke for liste in wahl.merkmale.values() for marke in liste[:1]}
    vorhanden = None if marken is None else marken | mehr
    if vorhanden is None:
        jahre = {str(jahr) for jahr in jahre_im_index()} | {m[6:] for m in mehr if m.startswith("_jahr_")}
    else:
        jahre = {marke[6:] for marke in vorhanden if marke.startswith("_jahr_")}
    return {
        "art": [
            (art, ARTEN[art].viele) for art in REIHENFOLGE if vorhanden is None or f"_art_{art}" in vorhanden
        ],
        "gebiet": wahl.liste.wahl("gebiet", vorhanden),
        "thema": wahl.liste.wahl("thema", vorhanden),
        "jahr": [(jahr, jahr) for jahr in sorted(jahre, reverse=True)],
    }

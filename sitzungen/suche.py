"""The search over everything public.

The index is made from what ``oeffentlich()`` returns and kept as long as the version of the
content (and the day) is the same, as pages are. So nothing internal can be in it, a planned
end needs no job, and both databases give the same hits.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.cache import caches
from django.db.models import F, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf

from gremien.models import Bericht, Berichtsabschnitt, Gremium, Projekt
from netzwerk.lib.suchworte import TEIL_AB, staemme
from netzwerk.lib.text import als_text
from netzwerk.models import Gebiet, Organisation, Seite, Thema
from netzwerk.queries import inhaltsstand
from sitzungen.models import Sitzung, Tagesordnungspunkt, Vorlage, Vorlagenabschnitt

# What a word counts in title, names and text; and whether it is the whole word, its beginning or a part.
GEWICHTE = (9, 5, 1)
GANZ, ANFANG, TEIL = 4, 2, 1

# Kind → rows, title, end of the address, names, texts.
QUELLEN: dict[str, tuple[Any, Any, Any, tuple[str, ...], tuple[str, ...]]] = {
    "gremium": (
        Gremium,
        "name",
        "slug",
        ("langname", "kurzname", "weitere_bezeichnungen"),
        ("kurztext", "beschreibung", "auftrag", "aufgaben"),
    ),
    "organisation": (Organisation, "name", "slug", ("kurzname",), ("kurztext", "beschreibung")),
    "gebiet": (Gebiet, "name", "slug", (), ("beschreibung",)),
    "thema": (Thema, "name", "slug", (), ("beschreibung",)),
    "projekt": (Projekt, "titel", "slug", (), ("kurztext", "beschreibung", "ergebnisse")),
    "bericht": (Bericht, "titel", "slug", ("untertitel",), ()),
    "sitzung": (Sitzung, Coalesce(NullIf("titel", Value("")), "gremium__name"), "id", ("ort",), ("hinweis",)),
    "punkt": (
        Tagesordnungspunkt,
        "titel",
        Concat(
            Cast("sitzung_id", TextField()),
            Value("/#top-"),
            Cast("pk", TextField()),
            output_field=TextField(),
        ),
        ("nummer",),
        ("text",),
    ),
    "vorlage": (Vorlage, "betreff", "pfad", ("kennung",), ("beschlussvorschlag", "sachverhalt")),
    "seite": (Seite, "titel", "slug", (), ("text",)),
}
# Kind → the word for one, for several, the path before the end of the address.
ARTEN = {
    "gremium": ("Gremium", "Gremien", "/gremien/"),
    "organisation": ("Organisation", "Organisationen", "/organisationen/"),
    "gebiet": ("Gebiet", "Gebiete", "/gebiete/"),
    "thema": ("Thema", "Themen", "/themen/"),
    "projekt": ("Projekt", "Projekte", "/projekte/"),
    "bericht": ("Bericht", "Berichte", "/berichte/"),
    "sitzung": ("Sitzung", "Sitzungen", "/sitzungen/"),
    "punkt": ("Tagesordnungspunkt", "Tagesordnungspunkte", "/sitzungen/"),
    "vorlage": ("Vorlage", "Vorlagen", "/vorlagen/"),
    "seite": ("Seite", "Seiten", "/"),
}


@dataclass(frozen=True)
class Fundstueck:
    """Something public that can be found; ``felder`` are the stems of title, names and text."""

    art: str
    titel: str
    adresse: str
    text: str
    felder: tuple[str, str, str]

    def punkte(self, gesucht: list[str]) -> int:
        """Return how well the entry answers the question, 0 if one of its words is missing."""
        je_wort = [
            max(punkte(wort, feld) * g for feld, g in zip(self.felder, GEWICHTE, strict=True))
            for wort in gesucht
        ]
        return sum(je_wort) if all(je_wort) else 0


def punkte(wort: str, feld: str) -> int:
    """Return how a word stands in the stems of a field, which begin and end with a space."""
    if f" {wort} " in feld:
        return GANZ
    if f" {wort}" in feld:
        return ANFANG
    return TEIL if len(wort) >= TEIL_AB and wort in feld else 0


def suchen(gesucht: list[str]) -> list[Fundstueck]:
    """Return what answers the question, best first; nothing for a question without words."""
    if not gesucht:
        return []
    bewertet = [(stueck.punkte(gesucht), stueck) for stueck in bestand()]
    treffer = [paar for paar in bewertet if paar[0]]
    return [
        stueck
        for _, stueck in sorted(treffer, key=lambda paar: (-paar[0], len(paar[1].titel), paar[1].adresse))
    ]


def je_art(treffer: list[Fundstueck]) -> dict[str, int]:
    """Return how many of each kind were found, in the order of the kinds."""
    anzahl = Counter(stueck.art for stueck in treffer)
    return {art: anzahl[art] for art in ARTEN if anzahl[art]}


def bestand() -> list[Fundstueck]:
    """Return everything that can be found in the present version (one query, or four if it is new)."""
    schluessel = f"suche|{inhaltsstand()}"
    stuecke = caches["seiten"].get(schluessel)
    if stuecke is None:
        stuecke = _lesen()
        caches["seiten"].set(schluessel, stuecke)
    return list(stuecke)


def _lesen() -> list[Fundstueck]:
    """Read everything public from the database (three queries)."""
    dazu = _abschnitte()
    zweige = [_zweig(art) for art in QUELLEN]
    zeilen = zweige[0].union(*zweige[1:], all=True).order_by("s_art", "s_nummer")
    return [
        _stueck(art, titel, ende, namen, f"{text} {dazu.get((art, nummer), '')}")
        for art, nummer, titel, ende, namen, text in zeilen
    ]


def _zweig(art: str) -> Any:
    """Return the rows of one kind as columns that fit the others'."""
    modell, titel, ende, namen, texte = QUELLEN[art]
    return (
        modell.objects.oeffentlich()
        .order_by()
        .annotate(
            s_art=Value(art, output_field=TextField()),
            s_nummer=F("pk"),
            s_titel=Cast(titel, TextField()),
            s_ende=Cast(ende, TextField()),
            s_namen=_zusammen(namen),
            s_text=_zusammen(texte),
        )
        .values_list("s_art", "s_nummer", "s_titel", "s_ende", "s_namen", "s_text")
    )


def _zusammen(felder: tuple[str, ...]) -> Any:
    """Return several columns as one text."""
    teile = [teil for feld in felder for teil in (Cast(feld, TextField()), Value(" "))]
    return Concat(*teile, output_field=TextField()) if teile else Value("", output_field=TextField())


def _abschnitte() -> dict[tuple[str, int], str]:
    """Return the sections of public reports and papers, by kind and number."""
    gesammelt: dict[tuple[str, int], str] = {}
    for art, modell, oben in (
        ("bericht", Berichtsabschnitt, Bericht),
        ("vorlage", Vorlagenabschnitt, Vorlage),
    ):
        zeilen: Any = modell._base_manager.filter(**{f"{art}__in": oben.objects.oeffentlich()})
        for nummer, ueberschrift, text in zeilen.order_by("position", "pk").values_list(
            f"{art}_id", "ueberschrift", "text"
        ):
            gesammelt[art, nummer] = f"{gesammelt.get((art, nummer), '')} {ueberschrift} {text}"
    return gesammelt


def _stueck(art: str, titel: str, ende: str, namen: str, html: str) -> Fundstueck:
    """Return an entry with its stems."""
    text = als_text(html)
    return Fundstueck(
        art=art,
        titel=titel,
        adresse=f"{ARTEN[art][2]}{ende}" + ("" if "#" in ende else "/"),
        text=text,
        felder=(_feld(titel), _feld(namen), _feld(text)),
    )


def _feld(text: str) -> str:
    return f" {' '.join(staemme(text))} "

"""Which proposals are in the registry already: the same name, abbreviation, word stems, or much alike."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from gremien.models import Gremium
from gremien.uebernahme.arten import ARTIKEL, KURZ
from gremien.uebernahme.vorschlag import Vorschlag, Was
from gremien.uebernahme.zeichen import zitat
from netzwerk.lib.suchworte import staemme
from netzwerk.models import Organisation

AEHNLICH = 0.86
KURZER_NAME = 8
# So many entries may share a word that makes them be compared.
GEMEINSAM = 60
NAMENSFELDER = ("vorname", "nachname", "name", "langname", "kurzname", "bezeichnung")
ZIFFERN = re.compile(r"\d+")
RECHTSFORM = re.compile(
    r"(?<!\w)(?:e\.?\s?V\.?|e\.?\s?G\.?|g?GmbH|gUG|UG|AöR|A\.?\s?d\.?\s?ö\.?\s?R\.?|KdöR|"
    r"Stiftung|eingetragener Verein|i\.?\s?Gr\.?|Dr\.|Prof\.)(?!\w)",
    re.IGNORECASE,
)
# What an abbreviation and its full word have in common.
GLEICH = {
    "ak": "arbeitskreis",
    "ag": "arbeitsgruppe",
    "lag": "landesarbeitsgemeinschaft",
    "bag": "bundesarbeitsgemeinschaft",
    "jha": "jugendhilfeausschuss",
}


@dataclass(frozen=True, slots=True)
class Treffer:
    """An existing entry that a proposal may be; ``sicher`` if it is the same name."""

    was: Was
    pk: int
    name: str
    grund: str
    sicher: bool


def schluessel(name: str) -> str:
    """Return the stems of a name in order, abbreviations spelled out, articles and brackets gone."""
    klein = [GLEICH.get(stamm, stamm) for stamm in staemme(name)]
    return " ".join(stamm for stamm in klein if stamm not in ARTIKEL)


def _bestand() -> list[tuple[Was, int, str, list[str]]]:
    """Return all entries that are not in the bin, with all their names (two queries)."""
    gremien = Gremium.objects.vorhanden().values_list("pk", "name", "langname", "kurzname")
    organisationen = Organisation.objects.vorhanden().values_list("pk", "name", "kurzname")
    return [
        *(
            (Was.GREMIUM, pk, name, [n for n in (name, *andere) if n and n not in KURZ])
            for pk, name, *andere in gremien
        ),
        *(
            (Was.ORGANISATION, pk, name, [n for n in (name, *andere) if n and n not in KURZ])
            for pk, name, *andere in organisationen
        ),
    ]


def _bester(
    namen: Iterable[str], bestand: list[tuple[Was, int, str, list[tuple[str, str]]]]
) -> Treffer | None:
    """Return the entry that fits best, or None."""
    eigene = [(name.casefold(), schluessel(name)) for name in namen if name and name not in KURZ]
    beste: tuple[float, Any] = (0.0, None)
    for was, pk, anzeige, ihre in bestand:
        for name, stamm in eigene:
            for ihr_name, ihr_stamm in ihre:
                if name == ihr_name:
                    return Treffer(was, pk, anzeige, f"Es gibt schon {zitat(anzeige)}.", sicher=True)
                wert = _gleichheit(stamm, ihr_stamm) if stamm else 0.0
                if wert > beste[0]:
                    beste = (wert, (was, pk, anzeige))
    if beste[1] is None or beste[0] < AEHNLICH:
        return None
    was, pk, anzeige = beste[1]
    gleich = beste[0] == 1
    worte = "Dieselben Wörter hat" if gleich else "Ähnlich heißt"
    return Treffer(was, pk, anzeige, f"{worte} {zitat(anzeige)}.", sicher=gleich)


def abgleichen(vorschlaege: Iterable[Vorschlag]) -> list[Treffer | None]:
    """Return for each proposal the existing entry that it may be; two queries however many there are."""
    bestand = [
        (was, pk, anzeige, [(name.casefold(), schluessel(name)) for name in namen])
        for was, pk, anzeige, namen in _bestand()
    ]
    return [_bester((v.name.wert, v.langname.wert, v.kurzname.wert), bestand) for v in vorschlaege]


@dataclass(frozen=True, slots=True)
class Paar:
    """Two entries of a kind that may be one, and why; ``sicher`` if only spelling tells them apart."""

    eins: int
    zwei: int
    grund: str
    sicher: bool


def ohne_rechtsform(name: str) -> str:
    """Return a name without its legal form and titles: "Der Verein e. V." → "Der Verein"."""
    return " ".join(RECHTSFORM.sub(" ", name).split()) or name


def doppelte(modell: type[Any], *, ausser: Collection[tuple[int, int]] = ()) -> list[Paar]:
    """Return the pairs of a kind that may be one entry, the surest first (a few queries for all).

    Names are compared as proposals are: stems in order, abbreviations spelled out, legal forms apart.
    Two that are known to be of different places are different.
    """
    namen = _namen_von(modell)
    orte = _orte_von(modell)
    je_stamm: dict[str, list[int]] = defaultdict(list)
    for pk, schluessel_ in namen.items():
        for wort in schluessel_ | {stamm for text in schluessel_ for stamm in text.split()}:
            je_stamm[wort].append(pk)
    gesehen, paare = set(ausser), []
    # A word that very many share tells nothing; who shares only such words is not alike.
    for nummern in (nummern for nummern in je_stamm.values() if 1 < len(nummern) <= GEMEINSAM):
        for eins, zwei in combinations(sorted(nummern), 2):
            if (eins, zwei) in gesehen:
                continue
            gesehen.add((eins, zwei))
            if orte.get(eins) and orte.get(zwei) and not orte[eins] & orte[zwei]:
                continue
            wert = max(_gleichheit(a, b) for a in namen[eins] for b in namen[zwei])
            if wert >= AEHNLICH:
                paare.append((wert, Paar(eins, zwei, _worte(wert), sicher=wert == 1)))
    paare.sort(key=lambda zeile: (-zeile[0], zeile[1].eins, zeile[1].zwei))
    return [paar for _, paar in paare]


def _worte(wert: float) -> str:
    return "derselbe Name, anders geschrieben" if wert == 1 else "sehr ähnlicher Name"


def _gleichheit(eine: str, andere: str) -> float:
    """Return how alike two keys are, 1 for the same; short ones are alike by chance."""
    if eine == andere:
        return 1.0
    # "Abteilung 1" and "Abteilung 2" are two.
    if min(len(eine), len(andere)) <= KURZER_NAME or ZIFFERN.findall(eine) != ZIFFERN.findall(andere):
        return 0.0
    vergleich = SequenceMatcher(None, eine, andere)
    return vergleich.ratio() if vergleich.real_quick_ratio() >= AEHNLICH else 0.0


def _namen_von(modell: type[Any]) -> dict[int, set[str]]:
    """Return the keys of all names of each entry that is not in the bin (one query)."""
    zeilen = modell._default_manager.all()
    zeilen = zeilen.vorhanden() if hasattr(zeilen, "vorhanden") else zeilen
    felder = [feld.name for feld in modell._meta.concrete_fields if feld.name in NAMENSFELDER]
    ergebnis: dict[int, set[str]] = {}
    for pk, *werte in zeilen.values_list("pk", *felder):
        # Of a person only the whole name says who it is.
        texte = [" ".join(filter(None, werte))] if "nachname" in felder else werte
        schluessel_ = {schluessel(ohne_rechtsform(text)) for text in texte if text and text not in KURZ}
        ergebnis[pk] = schluessel_ - {""}
    return {pk: texte for pk, texte in ergebnis.items() if texte}


def _orte_von(modell: type[Any]) -> dict[int, set[int]]:
    """Return the areas of each entry (one query); nothing for a kind without areas."""
    orte: dict[int, set[int]] = defaultdict(set)
    if any(feld.name == "gebiete" for feld in modell._meta.many_to_many):
        for pk, ort in modell._default_manager.filter(gebiete__isnull=False).values_list("pk", "gebiete"):
            orte[pk].add(ort)
    return orte


def bekannte_organisationen() -> tuple[str, ...]:
    """Return the names of all organisations, for the recognition in texts (one query)."""
    paare = Organisation.objects.vorhanden().values_list("name", "kurzname")
    return tuple(name for paar in paare for name in paar if name)

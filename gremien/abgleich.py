"""Which proposals are in the registry already: the same name, abbreviation, word stems, or much alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from gremien.models import Gremium
from gremien.uebernahme.arten import ARTIKEL, KURZ
from gremien.uebernahme.vorschlag import Vorschlag, Was
from gremien.uebernahme.zeichen import zitat
from netzwerk.lib.suchworte import staemme
from netzwerk.models import Organisation

AEHNLICH = 0.86
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
                if stamm and stamm == ihr_stamm:
                    wert = 1.0
                elif min(len(stamm), len(ihr_stamm)) > 8:  # noqa: PLR2004 - short names are alike by chance
                    vergleich = SequenceMatcher(None, stamm, ihr_stamm)
                    wert = vergleich.ratio() if vergleich.real_quick_ratio() >= AEHNLICH else 0
                else:
                    wert = 0
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


def bekannte_organisationen() -> tuple[str, ...]:
    """Return the names of all organisations, for the recognition in texts (one query)."""
    paare = Organisation.objects.vorhanden().values_list("name", "kurzname")
    return tuple(name for paar in paare for name in paar if name)

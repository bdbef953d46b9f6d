"""Which entries name web addresses, and where; upper floors tell of theirs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from netzwerk.models import Dokument, Organisation, Programm

IM_TEXT = re.compile(r'href="(https?://[^"]{1,500})"')
LAENGE = 500


@dataclass(frozen=True)
class Linkquelle:
    """Fields of a model that hold an address or formatted text; ``eintrag`` leads from a row to its entry."""

    modell: type[Any]
    adressen: tuple[str, ...] = ()
    texte: tuple[str, ...] = ()
    eintrag: str = ""

    def zeilen(self) -> Any:
        """Return the rows outside the bin that name any address."""
        zeilen = self.modell._default_manager.all()
        papierkorb = f"{self.eintrag}__geloescht_am" if self.eintrag else "geloescht_am"
        eigner = self.modell._meta.get_field(self.eintrag).related_model if self.eintrag else self.modell
        if any(feld.name == "geloescht_am" for feld in eigner._meta.fields):
            zeilen = zeilen.filter(**{f"{papierkorb}__isnull": True})
        return zeilen.select_related(self.eintrag) if self.eintrag else zeilen


QUELLEN: list[Linkquelle] = [
    Linkquelle(Dokument, ("webadresse",)),
    Linkquelle(Organisation, ("webadresse",), ("beschreibung",)),
    Linkquelle(Programm, ("webadresse",)),
]


def adressen_in(zeile: Any, quelle: Linkquelle) -> Iterator[str]:
    """Yield the web addresses that a row names."""
    for feld in quelle.adressen:
        wert = getattr(zeile, feld)
        if wert.startswith(("http://", "https://")):
            yield wert[:LAENGE]
    for feld in quelle.texte:
        yield from (unescape(adresse) for adresse in IM_TEXT.findall(getattr(zeile, feld)))


def fundstellen(nur: Iterable[str] | None = None) -> dict[str, list[Any]]:
    """Return web address → the entries that name it (all, or only the given addresses)."""
    gesucht = None if nur is None else set(nur)
    ergebnis: dict[str, list[Any]] = defaultdict(list)
    for quelle in QUELLEN:
        for zeile in quelle.zeilen():
            eintrag = getattr(zeile, quelle.eintrag) if quelle.eintrag else zeile
            for adresse in adressen_in(zeile, quelle):
                if (gesucht is None or adresse in gesucht) and eintrag not in ergebnis[adresse]:
                    ergebnis[adresse].append(eintrag)
    return dict(ergebnis)

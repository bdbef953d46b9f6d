"""The handbook: short chapters by task, written in ``handbuch.md``.

What stands there in [[…]] is the text of a link, button or field. A test opens the pages and finds each of
them, so the handbook cannot speak of what is not there.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TEXT = Path(__file__).with_name("handbuch.md")
# Text, and whether it is the name of something on a page.
Stueck = tuple[str, bool]


@dataclass(frozen=True)
class Kapitel:
    """One task: its place on the page, what it is called, and the steps in pieces."""

    anker: str
    titel: str
    schritte: list[list[Stueck]]

    @property
    def namen(self) -> list[str]:
        """Return the names of things on pages that the chapter speaks of."""
        return [stueck for schritt in self.schritte for stueck, ist_name in schritt if ist_name]


@cache
def handbuch() -> list[Kapitel]:
    """Return the chapters, read once."""
    _, *kapitel = re.split(r"^## ", TEXT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [_kapitel(text) for text in kapitel]


def _kapitel(text: str) -> Kapitel:
    kopf, *zeilen = text.splitlines()
    anker, _, titel = kopf.partition(" · ")
    return Kapitel(anker, titel, [_stuecke(zeile[2:]) for zeile in zeilen if zeile.startswith("- ")])


def _stuecke(schritt: str) -> list[Stueck]:
    return [(stueck, bool(nummer % 2)) for nummer, stueck in enumerate(re.split(r"\[\[(.+?)\]\]", schritt))]

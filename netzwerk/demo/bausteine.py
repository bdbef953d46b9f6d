"""Small parts that every file of demo data uses."""

from datetime import date
from typing import Any

from netzwerk.enums import Veroeffentlichung

# What everything has that a source tells: readable by all, and compared with the source on that day.
BELEGT: dict[str, Any] = {
    "veroeffentlichung": Veroeffentlichung.VEROEFFENTLICHT,
    "geprueft_am": date(2026, 11, 20),
}


def absaetze(*teile: str) -> str:
    """Return paragraphs (and lists) as one text to be formatted."""
    return "\n\n".join(teile)


def liste(*punkte: str) -> str:
    """Return items as a list to be formatted."""
    return "\n".join(f"- {punkt}" for punkt in punkte)

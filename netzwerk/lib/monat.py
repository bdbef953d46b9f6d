"""Months as a calendar shows them: whole weeks from Monday on, and the months beside."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from netzwerk.lib.dates import MONATE

# Years that a calendar leafs through; an address may ask for anything.
ERSTES_JAHR, LETZTES_JAHR = 1800, 2199


@dataclass(frozen=True, order=True)
class Monat:
    """A month of a year."""

    jahr: int
    monat: int

    @classmethod
    def von(cls, tag: date) -> Self:
        """Return the month that a day lies in."""
        return cls(tag.year, tag.month)

    @classmethod
    def lesen(cls, text: str) -> Self | None:
        """Return what an address says ("2026-11"), None if that is no month we leaf through."""
        treffer = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text)
        if treffer is None or not ERSTES_JAHR <= int(treffer[1]) <= LETZTES_JAHR:
            return None
        return cls(int(treffer[1]), int(treffer[2]))

    def __str__(self) -> str:
        return f"{self.jahr:04d}-{self.monat:02d}"

    @property
    def name(self) -> str:
        """Return the month in words: "November 2026"."""
        return f"{MONATE[self.monat - 1]} {self.jahr}"

    @property
    def erster(self) -> date:
        """Return the first day."""
        return date(self.jahr, self.monat, 1)

    @property
    def letzter(self) -> date:
        """Return the last day."""
        return date(self.jahr, self.monat, calendar.monthrange(self.jahr, self.monat)[1])

    @property
    def davor(self) -> Self:
        """Return the month before."""
        return type(self).von(self.erster - timedelta(days=1))

    @property
    def danach(self) -> Self:
        """Return the month after."""
        return type(self).von(self.letzter + timedelta(days=1))

    @property
    def wochen(self) -> list[list[date]]:
        """Return the weeks from Monday to Sunday that the month touches."""
        return calendar.Calendar().monthdatescalendar(self.jahr, self.monat)

"""How load and statistics are narrowed: whose bodies, where, on what, from when to when."""

from datetime import date
from functools import cached_property
from typing import Any

from gremien.vertretungen.filter import GREMIEN, Traegerfilter, bleibt
from netzwerk.filters import tag
from netzwerk.lib.dates import heute
from sitzungen.statistik import Statistik, statistik

JAHRE = 3


class Statistikfilter(Traegerfilter):
    """Bodies as in the matrix, and a period; without one the year so far."""

    von = tag("von", bleibt)
    bis = tag("bis", bleibt)

    @property
    def felder(self) -> list[Any]:
        """Return the fields that offer something, and both days."""
        return [*super().felder, self.form["von"], self.form["bis"]]

    @cached_property
    def zeitraum(self) -> tuple[date, date]:
        """Return first and last day; the wrong way round they are turned."""
        von: Any = self.gewaehlt.get("von")
        bis: Any = self.gewaehlt.get("bis")
        erster = von or (date(bis.year, 1, 1) if bis else date(heute().year, 1, 1))
        letzter = bis or (date(erster.year, 12, 31) if erster.year != heute().year else heute())
        return min(erster, letzter), max(erster, letzter)

    @property
    def jahre(self) -> list[tuple[str, str, bool]]:
        """Return ways to whole years: word, address, whether it is in force."""
        diese = heute().year
        wege = []
        for jahr in range(diese, diese - JAHRE, -1):
            spanne = date(jahr, 1, 1), date(jahr, 12, 31)
            url = self.adresse("von", "bis", von=spanne[0].isoformat(), bis=spanne[1].isoformat())
            wege.append((str(jahr), url, self.zeitraum == spanne))
        return wege

    @property
    def am(self) -> date:
        """Return the last day of the period."""
        return self.zeitraum[1]

    @cached_property
    def statistik(self) -> Statistik:
        """Return the statistics that are asked for."""
        return statistik(self.gremien[:GREMIEN], *self.zeitraum, self.traeger_nummern)

    @property
    def anzahl(self) -> str:
        """Return the result in a sentence."""
        return self.statistik.satz

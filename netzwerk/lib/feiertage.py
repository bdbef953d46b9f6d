"""Public holidays of the German Länder, as the laws stand since 2023.

Some twenty days, fixed or told by Easter, that change once in a decade: a library for all countries of
the world would be a thousand files for them. Days that hold in single municipalities only (Assumption
in Bavaria, Corpus Christi in parts of Saxony and Thuringia, the Augsburg Peace Festival) are left out.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from django.db.models import TextChoices


class Land(TextChoices):
    """The Länder by the letters of ISO 3166-2."""

    BW = "BW", "Baden-Württemberg"
    BY = "BY", "Bayern"
    BE = "BE", "Berlin"
    BB = "BB", "Brandenburg"
    HB = "HB", "Bremen"
    HH = "HH", "Hamburg"
    HE = "HE", "Hessen"
    MV = "MV", "Mecklenburg-Vorpommern"
    NI = "NI", "Niedersachsen"
    NW = "NW", "Nordrhein-Westfalen"
    RP = "RP", "Rheinland-Pfalz"
    SL = "SL", "Saarland"
    SN = "SN", "Sachsen"
    ST = "ST", "Sachsen-Anhalt"
    SH = "SH", "Schleswig-Holstein"
    TH = "TH", "Thüringen"


def ostern(jahr: int) -> date:
    """Return Easter Sunday of a year (the "anonymous" rule of the Gregorian calendar)."""
    jahrhundert, rest = divmod(jahr, 100)
    schalt, sonne = divmod(jahrhundert, 4)
    mond = (19 * (jahr % 19) + jahrhundert - schalt - (8 * jahrhundert + 13) // 25 + 15) % 30
    woche = (32 + 2 * sonne + 2 * (rest // 4) - mond - rest % 4) % 7
    spaet = (jahr % 19 + 11 * mond + 22 * woche) // 451
    monat, tag = divmod(mond + woche - 7 * spaet + 114, 31)
    return date(jahr, monat, tag + 1)


def _am(tag: int, monat: int) -> Callable[[int], date]:
    return lambda jahr: date(jahr, monat, tag)


def _nach_ostern(tage: int) -> Callable[[int], date]:
    return lambda jahr: ostern(jahr) + timedelta(days=tage)


def _busstag(jahr: int) -> date:
    """Return the Wednesday before the 23rd of November."""
    letzter = date(jahr, 11, 22)
    return letzter - timedelta(days=(letzter.weekday() - 2) % 7)


# Name: when it is, and in which Länder ("" for all of them).
FEIERTAGE: dict[str, tuple[Callable[[int], date], str]] = {
    "Neujahr": (_am(1, 1), ""),
    "Heilige Drei Könige": (_am(6, 1), "BW BY ST"),
    "Internationaler Frauentag": (_am(8, 3), "BE MV"),
    "Karfreitag": (_nach_ostern(-2), ""),
    "Ostersonntag": (_nach_ostern(0), "BB"),
    "Ostermontag": (_nach_ostern(1), ""),
    "Tag der Arbeit": (_am(1, 5), ""),
    "Christi Himmelfahrt": (_nach_ostern(39), ""),
    "Pfingstsonntag": (_nach_ostern(49), "BB"),
    "Pfingstmontag": (_nach_ostern(50), ""),
    "Fronleichnam": (_nach_ostern(60), "BW BY HE NW RP SL"),
    "Mariä Himmelfahrt": (_am(15, 8), "SL"),
    "Weltkindertag": (_am(20, 9), "TH"),
    "Tag der Deutschen Einheit": (_am(3, 10), ""),
    "Reformationstag": (_am(31, 10), "BB HB HH MV NI SN ST SH TH"),
    "Allerheiligen": (_am(1, 11), "BW BY NW RP SL"),
    "Buß- und Bettag": (_busstag, "SN"),
    "1. Weihnachtstag": (_am(25, 12), ""),
    "2. Weihnachtstag": (_am(26, 12), ""),
}


@lru_cache(maxsize=256)
def feiertage(jahr: int, land: Land) -> dict[date, str]:
    """Return the public holidays of a year in a Land with their names, in order."""
    tage = {wann(jahr): name for name, (wann, wo) in FEIERTAGE.items() if not wo or land.value in wo.split()}
    return dict(sorted(tage.items()))


def ist_werktag(tag: date, land: Land) -> bool:
    """Say whether a day is from Monday to Friday and no public holiday in the Land."""
    return tag.weekday() < 5 and tag not in feiertage(tag.year, land)  # noqa: PLR2004 - Saturday is 5

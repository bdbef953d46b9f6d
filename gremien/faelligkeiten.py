"""When reports fall due (DOMAIN c.7): pure functions of a rule and of days, without a database."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from gremien.enums import Pflichtregel, Pflichtstand

# So long before it falls due a duty stands on the desk.
VORLAUF = timedelta(weeks=8)
REGELMAESSIG = frozenset({Pflichtregel.QUARTAL, Pflichtregel.JAHR, Pflichtregel.BEGINN_UND_MITTE})
MONATE_IM_QUARTAL = 3


@dataclass(frozen=True)
class Vorgabe:
    """A rule with its days.

    ``tage`` are days that the calendar alone does not tell, with what they are: beginning and middle
    of a term, an event, a date. ``beginn`` and ``ende`` bound a repeated duty; both belong to it.
    """

    regel: str
    frist_tage: int = 0
    beginn: date = date.min
    ende: date = date.max
    tage: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, order=True)
class Termin:
    """One time that a report is owed: until when, counted from which day, about what."""

    faellig_am: date
    bezugstag: date
    zeitraum: str


def plus(tag: date, tage: int) -> date:
    """Return the day some days on, at most the last one there is."""
    return tag + timedelta(days=min(tage, (date.max - tag).days))


def quartal(tag: date) -> int:
    """Return the quarter of a day, 1 to 4."""
    return (tag.month - 1) // MONATE_IM_QUARTAL + 1


def quartalsenden(von: date, bis: date) -> list[date]:
    """Return the last days of all quarters between two days, both included."""
    enden = [
        date(jahr, monat, calendar.monthrange(jahr, monat)[1])
        for jahr in range(von.year, bis.year + 1)
        for monat in range(MONATE_IM_QUARTAL, 13, MONATE_IM_QUARTAL)
    ]
    return [ende for ende in enden if von <= ende <= bis]


def termine(vorgabe: Vorgabe, von: date, bis: date) -> list[Termin]:
    """Return what falls due between two days (both included), in order."""
    alle = [
        Termin(plus(tag, vorgabe.frist_tage), tag, worte)
        for tag, worte in _bezugstage(vorgabe, von, bis)
        if vorgabe.regel not in REGELMAESSIG or vorgabe.beginn <= tag <= vorgabe.ende
    ]
    return sorted({termin for termin in alle if von <= termin.faellig_am <= bis})


def _bezugstage(vorgabe: Vorgabe, von: date, bis: date) -> list[tuple[date, str]]:
    if vorgabe.regel not in {Pflichtregel.QUARTAL, Pflichtregel.JAHR}:
        return list(vorgabe.tage)
    # What falls due from ``von`` on may have ended long before.
    frueher = von - timedelta(days=min(vorgabe.frist_tage, (von - date.min).days))
    enden = quartalsenden(max(frueher, vorgabe.beginn), min(bis, vorgabe.ende))
    if vorgabe.regel == Pflichtregel.QUARTAL:
        return [(ende, f"{quartal(ende)}. Quartal {ende.year}") for ende in enden]
    return [(ende, str(ende.year)) for ende in enden if ende.month == 12]  # noqa: PLR2004 - December


def stand(faellig_am: date, heute: date, *, erfuellt: bool = False, ausgesetzt: bool = False) -> Pflichtstand:
    """Return how a report that is owed stands on a day. Delivered wins over suspended."""
    if erfuellt:
        return Pflichtstand.ERFUELLT
    if ausgesetzt:
        return Pflichtstand.AUSGESETZT
    if faellig_am < heute:
        return Pflichtstand.UEBERFAELLIG
    return Pflichtstand.FAELLIG if faellig_am <= heute + VORLAUF else Pflichtstand.SPAETER

"""Dates as precise as they are known: a day, a month or a year.

An unsharp date is stored as a real date (first day of the span for a beginning, last day
for an end) beside a precision, so that it sorts and compares, and is shown as it was given.
"""

import calendar
import re
from contextvars import ContextVar
from datetime import date, datetime

from django.db.models import TextChoices
from django.utils import timezone

MONATE = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
WOCHENTAGE = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]


class Genauigkeit(TextChoices):
    """How precisely a date is known."""

    TAG = "tag", "auf den Tag"
    MONAT = "monat", "auf den Monat"
    JAHR = "jahr", "auf das Jahr"


# True while ``netzwerk.lib.abfrage`` builds a query that later requests will use again.
im_bau: ContextVar[bool] = ContextVar("im_bau", default=False)


def heute() -> date:
    """Return today's date in Europe/Berlin, the day every rule of the portal goes by."""
    _nicht_im_bau()
    return timezone.localdate()


def jetzt() -> datetime:
    """Return the present moment, aware."""
    _nicht_im_bau()
    return timezone.now()


def _nicht_im_bau() -> None:
    """Refuse to tell the time to a query that is built once: it would keep it."""
    if im_bau.get():
        raise RuntimeError("A query built once must take its day and moment as parameters.")


def naechstes_jahr(tag: date, jahre: int = 1) -> date:
    """Return the same day some years on (the 28th for a 29th of February), at most the last day there is."""
    if tag.year + jahre > date.max.year:
        return date.max
    letzter = calendar.monthrange(tag.year + jahre, tag.month)[1]
    return tag.replace(year=tag.year + jahre, day=min(tag.day, letzter))


def in_monaten(tag: date, monate: int) -> date:
    """Return the same day some months on, or back for a negative number; at most the month's last day.

    The 31st of March minus one month is the last of February; there is none before 0001 or after 9999.
    """
    jahr, monat = divmod(tag.year * 12 + tag.month - 1 + monate, 12)
    if not date.min.year <= jahr <= date.max.year:
        return date.min if monate < 0 else date.max
    return date(jahr, monat + 1, min(tag.day, calendar.monthrange(jahr, monat + 1)[1]))


def anfang(tag: date, genauigkeit: str) -> date:
    """Return the first day of the span that the date stands for."""
    if genauigkeit == Genauigkeit.JAHR:
        return date(tag.year, 1, 1)
    if genauigkeit == Genauigkeit.MONAT:
        return tag.replace(day=1)
    return tag


def ende(tag: date, genauigkeit: str) -> date:
    """Return the last day of the span that the date stands for."""
    if genauigkeit == Genauigkeit.JAHR:
        return date(tag.year, 12, 31)
    if genauigkeit == Genauigkeit.MONAT:
        return tag.replace(day=calendar.monthrange(tag.year, tag.month)[1])
    return tag


def datum_text(tag: date | None, genauigkeit: str = Genauigkeit.TAG) -> str:
    """Return the German wording: "30.10.2007", "Februar 2008" or "2010"; "" without a date."""
    if tag is None:
        return ""
    if genauigkeit == Genauigkeit.JAHR:
        return f"{tag.year:04d}"
    if genauigkeit == Genauigkeit.MONAT:
        return f"{MONATE[tag.month - 1]} {tag.year:04d}"
    return f"{tag.day:02d}.{tag.month:02d}.{tag.year:04d}"


def spanne_text(von: str, bis: str) -> str:
    """Return "von–bis", "seit von", "bis bis" or "" for two dates already in words."""
    if von and bis:
        return von if von == bis else f"{von} – {bis}"
    if von:
        return f"seit {von}"
    return f"bis {bis}" if bis else ""


def jahre_text(von: int | None, bis: int | None) -> str:
    """Return "2016–2017", "2017", "ab 2015", "bis 2014" or "" for two years."""
    if von and bis:
        return str(von) if von == bis else f"{von}–{bis}"
    if von:
        return f"ab {von}"
    return f"bis {bis}" if bis else ""


def datum_lesen(text: str) -> date | None:
    """Return the day that an address or a date field says ("2025-06-30"), None if it is none.

    Stricter than ``date.fromisoformat``: no week dates, no digits of other scripts.
    """
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


MONATSANFAENGE = {name[:3].casefold(): nummer for nummer, name in enumerate(MONATE, 1)}
UNSCHARF = (
    (re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})"), (2, 1, 0)),
    (re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"), (0, 1, 2)),
    (re.compile(r"([0-9]{1,2})[./]([0-9]{4})"), (1, 0)),
    (re.compile(r"([0-9]{4})"), (0,)),
)
MONAT_JAHR = re.compile(r"([A-Za-zÄä]{3,9})\.?\s([0-9]{4})")


def unscharf_lesen(text: str) -> tuple[date, Genauigkeit] | None:
    """Return date and precision of what people type: "30.10.2007", "10/2007", "Februar 2008", "2010".

    The date is the first day of the span. None for anything else.
    """
    text = " ".join(text.split())
    if treffer := MONAT_JAHR.fullmatch(text):
        wort = treffer[1].casefold()
        monat = MONATSANFAENGE.get(wort[:3])
        passt = monat is not None and MONATE[monat - 1].casefold().startswith(wort)
        return _unscharf([int(treffer[2]), monat or 0]) if passt else None
    for muster, stellen in UNSCHARF:
        if treffer := muster.fullmatch(text):
            return _unscharf([int(treffer.groups()[stelle]) for stelle in stellen])
    return None


def _unscharf(teile: list[int]) -> tuple[date, Genauigkeit] | None:
    """Return year, month, day (as many as are known) as date and precision; None if there is no such day."""
    genauigkeit = (Genauigkeit.JAHR, Genauigkeit.MONAT, Genauigkeit.TAG)[len(teile) - 1]
    try:
        return date(*[*teile, 1, 1][:3]), genauigkeit
    except ValueError:
        return None

"""Calendars for other programs (iCalendar, RFC 5545), written by the library ``icalendar``."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vDuration, vText, vUri

# How often a program may ask again; pages behind it answer 304 as long as nothing changed.
ERNEUERN = timedelta(hours=6)
ORT = ZoneInfo("Europe/Berlin")
INHALTSTYP = "text/calendar; charset=utf-8"
# Summer time by its rule (Directive 2000/84/EC). The library lists single days up to 2038, an hour
# off RFC 5545 3.6.5, and other programs read such lists differently (icalendar 7.3, 2026-11).
ZEITZONE = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True)
class Termin:
    """One event. ``beginn`` is a day, or a moment with its time zone; ``ende`` likewise or None.

    ``kennung`` never changes, ``folge`` rises with each change: so a program that follows the
    calendar replaces the event instead of showing it twice (RFC 5545, 3.8.4.7 and 3.8.7.4).
    """

    kennung: str
    folge: int
    titel: str
    beginn: date
    ende: date | None
    ort: str
    text: str
    url: str
    abgesagt: bool
    geaendert: datetime


def kalender(name: str, termine: Iterable[Termin]) -> bytes:
    """Return the calendar as bytes, with the rules of the time zone of its events."""
    ziel = Calendar()
    ziel.add("prodid", "-//Unser Netzwerk//Termine//DE")
    ziel.add("version", "2.0")
    ziel.add("calscale", "GREGORIAN")
    ziel.add("name", vText(name))
    # What older programs read instead; the library escapes the values of such names only as vText.
    ziel.add("x-wr-calname", vText(name))
    ziel.add("refresh-interval", vDuration(ERNEUERN), parameters={"VALUE": "DURATION"})
    ziel.add("x-published-ttl", vDuration(ERNEUERN))
    ziel.add_component(Timezone.from_ical(ZEITZONE))
    for termin in termine:
        ziel.add_component(_ereignis(termin))
    return bytes(ziel.to_ical())


def _ereignis(termin: Termin) -> Event:
    """Return one event."""
    ereignis = Event()
    ereignis.add("uid", termin.kennung)
    ereignis.add("sequence", termin.folge)
    ereignis.add("dtstamp", termin.geaendert)
    ereignis.add("last-modified", termin.geaendert)
    ereignis.add("summary", vText(termin.titel))
    ereignis.add("dtstart", termin.beginn)
    if termin.ende is not None:
        ereignis.add("dtend", termin.ende)
    ereignis.add("status", "CANCELLED" if termin.abgesagt else "CONFIRMED")
    ereignis.add("transp", "TRANSPARENT" if termin.abgesagt else "OPAQUE")
    if termin.ort:
        ereignis.add("location", vText(termin.ort))
    if termin.text:
        ereignis.add("description", vText(termin.text))
    ereignis.add("url", vUri(termin.url))
    return ereignis

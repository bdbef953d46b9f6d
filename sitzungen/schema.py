"""Meetings in the words of schema.org; a pure function."""

from datetime import date, datetime, time
from typing import Any

from gremien.models import Gremium
from netzwerk.lib.dates import Genauigkeit
from netzwerk.lib.ics import ORT
from netzwerk.lib.jsonld import gefuellt, verweis
from netzwerk.schema import ORGANISATION
from sitzungen.enums import Sitzungsform, Sitzungsstatus
from sitzungen.models import Sitzung

STATUS = {
    Sitzungsstatus.ABGESAGT: "EventCancelled",
    Sitzungsstatus.ENTFALLEN: "EventCancelled",
    # The new meeting is an event of its own; schema.org keeps the old date for this state.
    Sitzungsstatus.VERLEGT: "EventPostponed",
}
FORM = {
    Sitzungsform.PRAESENZ: "OfflineEventAttendanceMode",
    Sitzungsform.DIGITAL: "OnlineEventAttendanceMode",
    Sitzungsform.HYBRID: "MixedEventAttendanceMode",
}


def sitzung_schema(sitzung: Any, wurzel: str) -> dict[str, Any]:
    """Return a meeting as an event, {} if its day is not known: an event without one is none.

    Needs ``sitzung_mit_listen``. The link to an online meeting is internal and stays so.
    """
    if sitzung.datum_genauigkeit != Genauigkeit.TAG:
        return {}
    url = f"{wurzel}{sitzung.get_absolute_url()}"
    return gefuellt(
        art="Event",
        kennung=url,
        name=sitzung.bezeichnung,
        url=url,
        startDate=zeitpunkt(sitzung.datum, sitzung.uhrzeit),
        endDate=ende(sitzung),
        eventStatus=f"https://schema.org/{STATUS.get(sitzung.status, 'EventScheduled')}",
        eventAttendanceMode=f"https://schema.org/{FORM[Sitzungsform(sitzung.form)]}",
        location=ort(sitzung, url),
        organizer=[_gremium(sitzung.gremium, wurzel)]
        + [verweis(ORGANISATION, z["name"], f"{wurzel}/gremien/{z['slug']}/") for z in sitzung.weitere_json],
        inLanguage="de",
    )


def zeitpunkt(tag: date, uhrzeit: time | None) -> str:
    """Return a day, or a moment with its offset, as ISO 8601 has it."""
    return (datetime.combine(tag, uhrzeit, tzinfo=ORT) if uhrzeit else tag).isoformat()


def ende(sitzung: Sitzung) -> str:
    """Return the end as far as it is known."""
    if sitzung.ende_uhrzeit:
        return zeitpunkt(sitzung.ende_datum or sitzung.datum, sitzung.ende_uhrzeit)
    return sitzung.ende_datum.isoformat() if sitzung.ende_datum else ""


def ort(sitzung: Sitzung, url: str) -> dict[str, Any]:
    """Return the place; of an online meeting the page that says how to take part."""
    if sitzung.form == Sitzungsform.DIGITAL:
        return gefuellt(art="VirtualLocation", url=url)
    name = ", ".join(teil for teil in (sitzung.ort, sitzung.raum) if teil)
    anschrift = " ".join(sitzung.anschrift.split())
    if not (name or anschrift):
        return {}
    return gefuellt(art="Place", name=name or anschrift, address=anschrift or name)


def _gremium(gremium: Gremium, wurzel: str) -> dict[str, Any]:
    return verweis(ORGANISATION, gremium.name, f"{wurzel}{gremium.get_absolute_url()}")

"""Meetings in other people's calendars: read by another program's parser, changed, moved, cancelled."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from django.test import Client

from netzwerk.enums import Sichtbarkeit, Veroeffentlichung
from netzwerk.lib.dates import Genauigkeit, heute
from netzwerk.models import Gebiet
from sitzungen.enums import Sitzungsstatus
from tests import fabrik

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


def gelesen(adresse="/sitzungen/termine.ics"):
    """Return the calendar as vobject understands it."""
    antwort = Client().get(adresse)
    assert antwort.status_code == 200
    assert antwort["Content-Type"] == "text/calendar; charset=utf-8"
    return vobject.readOne(antwort.content.decode())


def ereignisse(adresse="/sitzungen/termine.ics"):
    """Return UID → event."""
    kalender = gelesen(adresse)
    alle = list(kalender.contents.get("vevent", []))
    je_kennung = {ereignis.uid.value: ereignis for ereignis in alle}
    assert len(je_kennung) == len(alle)
    return je_kennung


def einziges(adresse="/sitzungen/termine.ics"):
    (ereignis,) = ereignisse(adresse).values()
    return ereignis


class Kalenderprogramm:
    """Follows a calendar as RFC 5545 says: the higher SEQUENCE of a UID wins."""

    def __init__(self):
        self.kennt = {}

    def holen(self):
        for kennung, ereignis in ereignisse().items():
            alt = self.kennt.get(kennung)
            if alt is None or int(ereignis.sequence.value) > int(alt.sequence.value):
                self.kennt[kennung] = ereignis
        return sorted(self.kennt.values(), key=lambda ereignis: ereignis.uid.value)


def test_a_meeting_stands_at_its_time_in_berlin_summer_and_winter():
    runde = fabrik.gremium("Runde", slug="runde")
    naechstes = heute().year + 1
    for monat in (1, 7):
        fabrik.sitzung(
            runde,
            datum=date(naechstes, monat, 13),
            uhrzeit=time(17),
            ende_uhrzeit=time(19, 30),
            ort="Rathaus",
            raum="Saal 1",
            status=Sitzungsstatus.TERMINIERT,
        )

    winter, sommer = sorted(ereignisse().values(), key=lambda ereignis: ereignis.dtstart.value)

    assert winter.dtstart.value == datetime(naechstes, 1, 13, 17, tzinfo=BERLIN)
    assert sommer.dtend.value == datetime(naechstes, 7, 13, 19, 30, tzinfo=BERLIN)
    assert [winter.dtstart.value.utcoffset(), sommer.dtstart.value.utcoffset()] == [
        timedelta(hours=1),
        timedelta(hours=2),
    ]
    assert winter.location.value == "Rathaus, Saal 1"
    assert winter.summary.value == "Runde"
    assert gelesen().vtimezone.tzid.value == "Europe/Berlin"


def test_a_day_without_a_time_takes_the_whole_day_and_a_month_none():
    runde = fabrik.gremium("Runde")
    tag = heute() + timedelta(days=10)
    fabrik.sitzung(runde, datum=tag)
    fabrik.sitzung(runde, datum=tag.replace(day=1), datum_genauigkeit=Genauigkeit.MONAT)

    ereignis = einziges()

    assert (ereignis.dtstart.value, ereignis.dtend.value) == (tag, tag + timedelta(days=1))


def test_a_program_that_follows_sees_a_changed_moved_and_cancelled_meeting_once_each():
    runde = fabrik.gremium("Runde")
    tag = heute() + timedelta(days=10)
    geaendert, verlegt, abgesagt = (
        fabrik.sitzung(runde, titel=titel, datum=tag, uhrzeit=time(9)) for titel in ("A", "B", "C")
    )
    programm = Kalenderprogramm()
    programm.holen()

    geaendert.uhrzeit = time(10)
    geaendert.save()
    verlegt.verlegt_auf = fabrik.sitzung(runde, titel="B", datum=tag + timedelta(days=7), uhrzeit=time(9))
    verlegt.status = Sitzungsstatus.VERLEGT
    verlegt.save()
    abgesagt.status, abgesagt.absagegrund = Sitzungsstatus.ABGESAGT, "Heizung defekt"
    abgesagt.save()

    stand = [
        (
            ereignis.summary.value,
            ereignis.status.value,
            ereignis.dtstart.value.day,
            ereignis.dtstart.value.hour,
        )
        for ereignis in programm.holen()
    ]
    assert stand == [
        ("A", "CONFIRMED", tag.day, 10),
        ("B", "CANCELLED", tag.day, 9),
        ("C", "CANCELLED", tag.day, 9),
        ("B", "CONFIRMED", (tag + timedelta(days=7)).day, 9),
    ]
    grund = next(e.description.value for e in programm.kennt.values() if e.summary.value == "C")
    assert "Heizung defekt" in grund


def test_a_body_has_its_own_calendar_with_joint_meetings():
    runde, andere = fabrik.gremium("Runde", slug="runde"), fabrik.gremium("Andere")
    tag = heute() + timedelta(days=3)
    fabrik.sitzung(runde, titel="eigene", datum=tag)
    fabrik.sitzung(andere, titel="gemeinsame", datum=tag).weitere_gremien.add(runde)
    fabrik.sitzung(andere, titel="fremde", datum=tag)

    titel = {ereignis.summary.value for ereignis in ereignisse("/gremien/runde/termine.ics").values()}

    assert titel == {"eigene", "gemeinsame"}
    assert Client().get("/gremien/gibt-es-nicht/termine.ics").status_code == 404


@pytest.mark.parametrize(
    "felder",
    [
        {"sichtbarkeit": Sichtbarkeit.INTERN},
        {"veroeffentlichung": Veroeffentlichung.ENTWURF},
        {"veroeffentlichung": Veroeffentlichung.ARCHIVIERT},
        {"status": Sitzungsstatus.ENTWURF},
    ],
    ids=str,
)
def test_what_the_public_may_not_read_is_in_no_calendar(felder):
    fabrik.sitzung(fabrik.gremium("Runde", slug="runde"), titel="GEHEIM", datum=heute(), **felder)

    assert ereignisse() == {}
    assert ereignisse("/gremien/runde/termine.ics") == {}


def test_a_narrowed_list_is_a_narrowed_calendar_that_says_so():
    herne = Gebiet.objects.create(name="Herne", slug="herne", art="stadt", **fabrik.OEFFENTLICH)
    runde, andere = fabrik.gremium("Runde"), fabrik.gremium("Andere")
    runde.gebiete.add(herne)
    for gremium in (runde, andere):
        fabrik.sitzung(gremium, datum=heute())

    assert einziges("/sitzungen/termine.ics?gebiet=herne").summary.value == "Runde"
    kalender = gelesen("/sitzungen/termine.ics?gebiet=herne")
    assert kalender.contents["x-wr-calname"][0].value.endswith("Gebiet: Herne")
    assert 'termine.ics?gebiet=herne"' in Client().get("/sitzungen/?gebiet=herne").text


@pytest.mark.parametrize("parameter", ["gebiet=gibt-es-nicht", "jahr=٢٠٢٦", "utm_source=x", "x=1"])
def test_what_a_calendar_does_not_know_is_left_out(parameter):
    fabrik.sitzung(fabrik.gremium("Runde"), datum=heute())

    assert einziges(f"/sitzungen/termine.ics?{parameter}").summary.value == "Runde"


def test_the_link_to_the_conference_is_for_members():
    fabrik.sitzung(fabrik.gremium("Runde"), datum=heute(), online_link="https://geheim.example.org/raum")

    assert b"geheim.example.org" not in Client().get("/sitzungen/termine.ics").content


def test_a_hostile_title_stays_a_title():
    boese = "Runde\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:falsch; a,b\\n" + "ä" * 120
    fabrik.sitzung(fabrik.gremium("Runde"), titel=boese, datum=heute())

    antwort = Client().get("/sitzungen/termine.ics")

    assert all(len(zeile) <= 75 for zeile in antwort.content.split(b"\r\n"))
    assert b"\r\nEND:VEVENT\r\nBEGIN:VEVENT" not in antwort.content
    assert "END:VEVENT" in einziges().summary.value


def test_one_meeting_and_three_need_the_same_queries(django_assert_num_queries):
    runde = fabrik.gremium("Runde", slug="runde")
    client = Client()
    for anzahl in (1, 3):
        while runde.sitzungen.count() < anzahl:
            fabrik.sitzung(runde, datum=heute())
        with django_assert_num_queries(3):
            client.get("/sitzungen/termine.ics")
        with django_assert_num_queries(4):
            client.get("/gremien/runde/termine.ics")

"""One's own calendar: behind a secret address, by the rights of the moment, without a cookie."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from gremien.models import Betreuung, Mitgliedschaft
from netzwerk.enums import Rolle, Sichtbarkeit
from netzwerk.models import Kalenderzugang
from tests import fabrik, intern

pytestmark = pytest.mark.django_db


@pytest.fixture
def runden():
    """Return an internal body of mine and a foreign one, each with an internal and a public meeting."""
    tag = timezone.localdate() + timedelta(days=10)
    meine = fabrik.gremium("Meine Runde", sichtbarkeit=Sichtbarkeit.INTERN)
    fremde = fabrik.gremium("Fremde Runde")
    for gremium in (meine, fremde):
        felder = {"datum": tag, "status": "terminiert"}
        fabrik.sitzung(gremium, titel=f"{gremium} intern", sichtbarkeit=Sichtbarkeit.INTERN, **felder)
        fabrik.sitzung(gremium, titel=f"{gremium} offen", **felder)
    fabrik.sitzung(meine, titel="Nur ein Entwurf", datum=tag, status="entwurf")
    fabrik.sitzung(fremde, titel="Gemeinsam", datum=tag, status="terminiert").weitere_gremien.add(meine)
    return meine, fremde


@pytest.fixture
def mitglied(runden):
    person = fabrik.person("Ich")
    fabrik.mitgliedschaft(runden[0], person=person)
    return intern.client(Rolle.MITGLIED, person=person)


def adressen(client, schritt="anlegen"):
    seite = client.post("/konto/kalender/", {"schritt": schritt}).text
    return re.findall(r"http://testserver(/konto/kalender/\S+\.ics)", seite)


def titel(adresse, client=None):
    antwort = (client or Client()).get(adresse)
    assert antwort["Content-Type"].startswith("text/calendar")
    assert not antwort.cookies
    return {str(ereignis["SUMMARY"]) for ereignis in Calendar.from_ical(antwort.content).walk("VEVENT")}


def test_a_member_gets_the_meetings_of_its_bodies_internal_ones_too(mitglied):
    meine, alle = adressen(mitglied)
    assert titel(meine) == {"Meine Runde intern", "Meine Runde offen", "Gemeinsam"}
    assert titel(alle) == {"Meine Runde intern", "Meine Runde offen", "Gemeinsam", "Fremde Runde offen"}
    # What the public cannot open leads into the staff area.
    assert b"/intern/sitzungen/" in Client().get(meine).content
    assert "no-store" in Client().get(meine)["Cache-Control"]


def test_the_rights_of_the_moment_count(mitglied):
    meine, _ = adressen(mitglied)
    Mitgliedschaft.objects.all().delete()
    assert titel(meine) == set()
    mitglied.konto.is_active = False
    mitglied.konto.save()
    assert Client().get(meine).status_code == 404


def test_only_the_newest_address_works_and_none_after_it_was_taken_back(mitglied):
    alte, _ = adressen(mitglied)
    neue, _ = adressen(mitglied)
    assert Client().get(alte).status_code == 404
    assert titel(neue)
    assert alte.split("/")[3] not in mitglied.get("/konto/kalender/").text
    assert neue.split("/")[3] not in mitglied.get("/konto/kalender/").text
    assert neue.split("/")[3] not in Kalenderzugang.objects.get().kennung

    mitglied.post("/konto/kalender/", {"schritt": "zurueckziehen"})
    assert Client().get(neue).status_code == 404
    assert not Kalenderzugang.objects.exists()


def test_wrong_addresses_are_no_calendar(mitglied):
    meine, _ = adressen(mitglied)
    for falsch in (
        meine.replace("meine.ics", "deine.ics"),
        "/konto/kalender/x/meine.ics",
        meine[:-9] + "ä/meine.ics",
    ):
        assert Client().get(falsch).status_code == 404


def test_entrusted_bodies_are_own_ones_and_the_cost_does_not_grow(runden, django_assert_max_num_queries):
    client = intern.client(Rolle.GREMIENBETREUUNG)
    Betreuung.objects.create(konto=client.konto, gremium=runden[1])
    meine, _ = adressen(client)
    assert titel(meine) == {"Fremde Runde intern", "Fremde Runde offen", "Gemeinsam"}
    for nummer in range(5):
        fabrik.sitzung(
            runden[1],
            titel=f"Noch {nummer}",
            datum=timezone.localdate() + timedelta(days=3),
            status="terminiert",
        )
    with django_assert_max_num_queries(11):
        assert len(titel(meine)) == 8

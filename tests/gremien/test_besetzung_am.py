"""The composition of a body on any day: seats follow the day, names follow the day and today."""

from datetime import date

import pytest
from django.test import Client

from gremien.models import Leitung
from netzwerk.enums import Namensgrundlage, Publikum
from netzwerk.lib.dates import datum_lesen, heute
from tests import fabrik
from tests.seiten import lesen

pytestmark = pytest.mark.django_db
FRUEH, SPAETER = date(2020, 1, 1), date(2024, 12, 31)


@pytest.fixture
def besucher():
    return Client(headers={"host": "localhost"})


@pytest.fixture
def gremium():
    return fabrik.gremium("Runde", slug="runde")


def person_mit_name(nachname, **grundlage):
    person = fabrik.person(nachname, namensnennung="name")
    person.einwilligungen.create(**{"erteilt_am": FRUEH, **grundlage})
    return person


def test_a_seat_is_taken_on_its_days_and_vacant_on_others(besucher, gremium):
    sitz = fabrik.sitz(gremium)
    fabrik.mitgliedschaft(gremium, sitz=sitz, person=person_mit_name("Frei"), von=FRUEH, bis=SPAETER)

    damals = lesen(besucher, "/gremien/runde/?am=2022-06-30")
    assert "Besetzung am 30.06.2022, nicht von heute" in damals.text
    assert "zurzeit unbesetzt" not in damals.text
    assert "zurzeit unbesetzt" in lesen(besucher, "/gremien/runde/").text


def test_a_former_holders_name_does_not_come_back(besucher, gremium):
    fabrik.mitgliedschaft(gremium, person=person_mit_name("Damalig"), von=FRUEH, bis=SPAETER)
    Leitung.objects.create(gremium=gremium, person=person_mit_name("Vorsitzend"), von=FRUEH, bis=SPAETER)

    damals = lesen(besucher, "/gremien/runde/?am=2022-06-30")
    assert "Mitglied" in damals.nach("nicht von heute")
    assert "Damalig" not in damals.quelle
    assert "Vorsitzend" not in damals.quelle


def test_who_still_sits_there_is_named_on_an_earlier_day_only_with_a_basis_on_both(besucher, gremium):
    fabrik.mitgliedschaft(gremium, person=person_mit_name("Immerda"), von=FRUEH)
    fabrik.mitgliedschaft(
        gremium, person=person_mit_name("Zurueckgezogen", widerrufen_am=date(2023, 1, 1)), von=FRUEH
    )

    damals = lesen(besucher, "/gremien/runde/?am=2022-06-30")
    assert "Immerda" in damals.text
    assert "Zurueckgezogen" not in damals.quelle
    assert "Immerda" not in lesen(besucher, "/gremien/runde/?am=2019-06-30").quelle


@pytest.mark.parametrize("text", ["2026-02-30", "2026-W09-1", "٢٠٢٢-٠٦-٣٠", "x" * 5000, "99999-01-01"])
def test_a_day_that_is_none_is_told_and_today_shown(besucher, gremium, text):
    fabrik.mitgliedschaft(gremium, person=person_mit_name("Immerda"), von=FRUEH)
    antwort = besucher.get("/gremien/runde/", {"am": text})

    assert antwort.status_code == 200
    assert "Diesen Tag gibt es nicht" in antwort.content.decode()
    assert "Immerda" in antwort.content.decode()
    assert datum_lesen(text) is None


@pytest.mark.parametrize("anderswo_von", [date(2019, 1, 1), date(2022, 1, 1)])
def test_a_name_by_office_does_not_outlive_the_mandate_even_elsewhere(besucher, gremium, anderswo_von):
    person = person_mit_name("Amtlich", grundlage=Namensgrundlage.AMT)
    anderes = fabrik.gremium("Andere", slug="andere")
    amt = fabrik.mitgliedschaft(gremium, person=person, von=FRUEH)
    sitz = fabrik.mitgliedschaft(anderes, person=person, von=anderswo_von)
    assert "Amtlich" in lesen(besucher, "/gremien/andere/").text

    amt.bis = SPAETER
    amt.save()
    assert "Amtlich" not in lesen(besucher, "/gremien/andere/").quelle
    assert sitz.anzeigename(heute(), Publikum.OEFFENTLICH) == ""
    assert sitz.anzeigename(date(2023, 1, 1), Publikum.OEFFENTLICH) == "Amtlich"

    person.einwilligungen.create(grundlage=Namensgrundlage.AMT, erteilt_am=date(2025, 1, 1))
    assert "Amtlich" in lesen(besucher, "/gremien/andere/").text


def test_the_end_of_a_leadership_ends_the_office_too(gremium):
    person = person_mit_name("Leitend", grundlage=Namensgrundlage.AMT)
    Leitung.objects.create(gremium=gremium, person=person, von=FRUEH, bis=SPAETER)
    sitz = fabrik.mitgliedschaft(gremium, person=person, von=FRUEH)

    assert sitz.anzeigename(heute(), Publikum.OEFFENTLICH) == ""

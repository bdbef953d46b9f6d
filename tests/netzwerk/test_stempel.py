"""``geaendert_am`` rises with whatever an entry shows: OParl clients synchronise on it."""

import datetime as dt

import pytest
import time_machine

from netzwerk.models import Einwilligung, Person, Zugehoerigkeit
from tests import fabrik

pytestmark = pytest.mark.django_db
FRUEHER = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
SPAETER = FRUEHER + dt.timedelta(days=1)


def stempel(eintrag):
    return type(eintrag)._base_manager.get(pk=eintrag.pk).geaendert_am


def test_a_membership_that_moves_changes_the_body_it_leaves_and_the_one_it_joins():
    with time_machine.travel(FRUEHER, tick=False):
        alt, neu, unbeteiligt = fabrik.gremium("Alt"), fabrik.gremium("Neu"), fabrik.gremium("Unbeteiligt")
        mitgliedschaft = fabrik.mitgliedschaft(alt)

    with time_machine.travel(SPAETER, tick=False):
        mitgliedschaft.gremium = neu
        mitgliedschaft.save()

    assert [stempel(gremium) for gremium in (alt, neu, unbeteiligt)] == [SPAETER, SPAETER, FRUEHER]


@pytest.mark.parametrize(
    "anlegen",
    [
        lambda person: Einwilligung.objects.create(person=person, erteilt_am=SPAETER.date()),
        lambda person: Zugehoerigkeit.objects.create(person=person, organisation=fabrik.organisation()),
    ],
    ids=["consent", "employment"],
)
def test_what_is_kept_of_a_person_changes_the_person(anlegen):
    with time_machine.travel(FRUEHER, tick=False):
        person = fabrik.person()

    with time_machine.travel(SPAETER, tick=False):
        anlegen(person)

    assert stempel(Person.objects.get(pk=person.pk)) == SPAETER

"""What must never be wrong in the tables of bodies, on SQLite and PostgreSQL alike."""

import itertools
import threading
import time
from datetime import date, timedelta
from unittest.mock import MagicMock

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gremien import actions
from gremien.actions import beziehung_setzen
from gremien.enums import Beziehungsart
from gremien.models import Gremienbeziehung, Leitung, Mitgliedschaft, Sitz
from netzwerk.lib.dates import jetzt
from netzwerk.models.zeitraum import aktiv_am
from tests import fabrik

pytestmark = pytest.mark.django_db
TAG = date(2026, 3, 1)


def abgelehnt(funktion):
    """Say whether the database refuses what the function writes."""
    try:
        with transaction.atomic():
            funktion()
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    ("erste", "zweite", "erwartet"),
    [
        ((None, None), (None, None), True),
        ((TAG, None), (date(2030, 1, 1), None), True),
        ((TAG, date(2026, 12, 31)), (date(2026, 12, 31), None), True),
        ((TAG, date(2026, 12, 31)), (date(2027, 1, 1), None), False),
        ((TAG, date(2026, 12, 31)), (None, date(2026, 2, 28)), False),
        ((date(2024, 2, 29), date(2024, 2, 29)), (date(2024, 2, 29), date(2024, 2, 29)), True),
        ((date(2024, 2, 29), date(2024, 2, 29)), (date(2024, 3, 1), None), False),
    ],
)
def test_two_holders_of_one_seat_on_one_day(erste, zweite, erwartet):
    gremium = fabrik.gremium()
    sitz = fabrik.sitz(gremium)
    fabrik.mitgliedschaft(gremium, sitz=sitz, von=erste[0], bis=erste[1])

    assert (
        abgelehnt(lambda: fabrik.mitgliedschaft(gremium, sitz=sitz, von=zweite[0], bis=zweite[1])) is erwartet
    )


def test_a_moved_period_is_refused_as_well():
    gremium = fabrik.gremium()
    sitz = fabrik.sitz(gremium)
    fabrik.mitgliedschaft(gremium, sitz=sitz, von=TAG, bis=date(2026, 6, 30))
    zweite = fabrik.mitgliedschaft(gremium, sitz=sitz, von=date(2026, 7, 1))
    zweite.von = date(2026, 6, 30)

    assert abgelehnt(zweite.save)


def test_the_form_names_the_other_holder():
    gremium = fabrik.gremium()
    sitz = fabrik.sitz(gremium)
    fabrik.mitgliedschaft(gremium, sitz=sitz, person=fabrik.person("Beispiel"), von=TAG)
    zweite = Mitgliedschaft(gremium=gremium, sitz=sitz, person=fabrik.person(), von=date(2026, 5, 1))

    with pytest.raises(ValidationError) as fehler:
        zweite.full_clean()

    assert fehler.value.message_dict["sitz"][0] == "Auf diesem Sitz sitzt schon Beispiel (seit 01.03.2026)."


def test_a_binned_membership_frees_its_seat():
    gremium = fabrik.gremium()
    sitz = fabrik.sitz(gremium)
    erste = fabrik.mitgliedschaft(gremium, sitz=sitz, von=TAG)
    erste.geloescht_am = jetzt()
    erste.save()
    fabrik.mitgliedschaft(gremium, sitz=sitz, von=TAG)
    erste.geloescht_am = None

    assert abgelehnt(erste.save)


def test_the_same_person_may_hold_different_seats_and_come_back():
    gremium = fabrik.gremium()
    erster, zweiter, person = fabrik.sitz(gremium), fabrik.sitz(gremium), fabrik.person()
    fabrik.mitgliedschaft(gremium, sitz=erster, person=person, von=TAG, bis=date(2026, 6, 30))
    fabrik.mitgliedschaft(gremium, sitz=erster, person=person, von=date(2026, 8, 1))
    fabrik.mitgliedschaft(gremium, sitz=zweiter, person=person, von=TAG)

    assert Mitgliedschaft.objects.aktiv_am(date(2026, 9, 1)).filter(person=person).count() == 2


@given(
    perioden=st.lists(
        st.tuples(
            st.none() | st.integers(0, 60),
            st.none() | st.integers(0, 60),
        ),
        max_size=8,
    )
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_no_seat_has_two_holders_on_a_day(perioden, db):
    with transaction.atomic():
        gremium = fabrik.gremium()
        sitz = fabrik.sitz(gremium)
        for von, laenge in perioden:
            beginn = None if von is None else TAG + timedelta(days=von)
            ende = None if laenge is None else (beginn or TAG) + timedelta(days=laenge)
            abgelehnt(lambda b=beginn, e=ende: fabrik.mitgliedschaft(gremium, sitz=sitz, von=b, bis=e))
        zeilen = list(Mitgliedschaft.objects.filter(sitz=sitz).values_list("von", "bis"))
        for tag in (TAG + timedelta(days=n) for n in range(-1, 125)):
            zahl = Mitgliedschaft.objects.filter(aktiv_am(tag), sitz=sitz).count()
            assert zahl <= 1, (tag, zeilen)
        transaction.set_rollback(True)


def test_end_before_start():
    gremium = fabrik.gremium()

    assert abgelehnt(lambda: fabrik.mitgliedschaft(gremium, von=TAG, bis=date(2026, 2, 28)))


def test_exactly_one_member_and_one_leader():
    gremium = fabrik.gremium()
    organisation = fabrik.organisation()

    assert abgelehnt(
        lambda: fabrik.mitgliedschaft(gremium, person=fabrik.person(), organisation=organisation)
    )
    assert abgelehnt(lambda: Leitung.objects.create(gremium=gremium))


def test_a_relation_to_itself():
    gremium = fabrik.gremium()

    assert abgelehnt(
        lambda: Gremienbeziehung.objects.create(
            von_gremium=gremium, zu_gremium=gremium, art=Beziehungsart.KOOPERATION
        )
    )


def unter(gremium, oberes):
    return beziehung_setzen(
        Gremienbeziehung(von_gremium=gremium, zu_gremium=oberes, art=Beziehungsart.UNTERGREMIUM)
    )


@pytest.mark.parametrize("dazwischen", [0, 3])
def test_a_body_under_itself_also_through_others(dazwischen):
    kette = [fabrik.gremium() for _ in range(dazwischen + 2)]
    for unten, oben in itertools.pairwise(kette):
        unter(unten, oben)

    with pytest.raises(ValidationError) as fehler:
        unter(kette[-1], kette[0])

    assert "Kreis" in str(fehler.value)
    assert Gremienbeziehung.objects.count() == dazwischen + 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize(("mit_sperre", "kreise"), [(True, 0), (False, 1)])
def test_two_halves_of_a_circle_written_at_the_same_moment(monkeypatch, mit_sperre, kreise):
    """Without the lock (and one transaction around look and write) both halves are written."""
    a, b = fabrik.gremium(), fabrik.gremium()
    start, geschrieben, gruende = threading.Barrier(2), [], []
    echt = actions.kein_kreis
    setzen = beziehung_setzen if mit_sperre else beziehung_setzen.__wrapped__
    if not mit_sperre:
        monkeypatch.setattr(actions, "Portal", MagicMock())

    def bedaechtig(beziehung):
        echt(beziehung)
        time.sleep(0.4)

    def schreiben(unteres, oberes):
        art = Beziehungsart.UNTERGREMIUM
        try:
            start.wait(timeout=20)
            setzen(Gremienbeziehung(von_gremium=unteres, zu_gremium=oberes, art=art))
            geschrieben.append(unteres)
        except ValidationError as fehler:
            gruende.append("Kreis" in str(fehler))
        finally:
            connection.close()

    monkeypatch.setattr(actions, "kein_kreis", bedaechtig)
    faeden = [threading.Thread(target=schreiben, args=paar) for paar in ((a, b), (b, a))]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join(timeout=60)

    assert len(geschrieben) == Gremienbeziehung.objects.count() == 1 + kreise
    assert gruende == [True] * (1 - kreise)


def test_cooperation_may_go_both_ways():
    a, b = fabrik.gremium(), fabrik.gremium()
    for von, zu in ((a, b), (b, a)):
        beziehung_setzen(Gremienbeziehung(von_gremium=von, zu_gremium=zu, art=Beziehungsart.KOOPERATION))

    assert Gremienbeziehung.objects.count() == 2


def test_the_same_relation_twice():
    a, b = fabrik.gremium(), fabrik.gremium()
    unter(a, b)

    assert abgelehnt(
        lambda: Gremienbeziehung.objects.create(von_gremium=a, zu_gremium=b, art=Beziehungsart.UNTERGREMIUM)
    )


def test_seat_numbers_are_unique_in_a_category():
    gremium = fabrik.gremium()
    sitz = fabrik.sitz(gremium, nummer=1)

    assert abgelehnt(lambda: Sitz.objects.create(kategorie=sitz.kategorie, nummer=1))

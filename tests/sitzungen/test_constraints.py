"""What must never be wrong in the tables of meetings and papers."""

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from tests import fabrik

pytestmark = pytest.mark.django_db


def test_a_paper_number_exists_once_in_a_council():
    stadt = fabrik.organisation("Stadt A")
    fabrik.vorlage(stadt, "2007/0590a")

    with pytest.raises(IntegrityError), transaction.atomic():
        fabrik.vorlage(stadt, "2007/0590A")


def test_two_councils_may_use_the_same_number_under_different_addresses():
    erste = fabrik.vorlage(fabrik.organisation("Stadt A"), "2007/0590")
    zweite = fabrik.vorlage(fabrik.organisation("Stadt B"), "2007/0590")

    assert erste.get_absolute_url() == "/vorlagen/2007/0590/"
    assert zweite.get_absolute_url() == "/vorlagen/stadt-b/2007/0590/"


def test_a_paper_keeps_its_address_when_its_number_changes():
    vorlage = fabrik.vorlage(fabrik.organisation("Stadt A"), "2007/0590")
    vorlage.kennung = "2007/0591"
    vorlage.save()

    assert vorlage.get_absolute_url() == "/vorlagen/2007/0590/"


def test_a_meeting_does_not_end_before_it_begins():
    gremium = fabrik.gremium()
    with pytest.raises(IntegrityError), transaction.atomic():
        fabrik.sitzung(gremium, datum=date(2026, 3, 2), ende_datum=date(2026, 3, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        fabrik.sitzung(gremium, datum=date(2026, 3, 2), uhrzeit=time(17), ende_uhrzeit=time(16))
    fabrik.sitzung(
        gremium, datum=date(2026, 3, 2), uhrzeit=time(17), ende_datum=date(2026, 3, 3), ende_uhrzeit=time(12)
    )

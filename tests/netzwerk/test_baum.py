"""Areas and units lie in one another, never in a circle: not even when two people write at once."""

import pytest
from django.core.exceptions import ValidationError

from netzwerk.actions import einordnen
from netzwerk.enums import Gebietsart
from netzwerk.models import Gebiet, Organisation
from tests import fabrik
from tests.verwaltung import adresse, eingaben

pytestmark = pytest.mark.django_db


def gebiet(name):
    return Gebiet.objects.create(name=name, art=Gebietsart.STADT, **fabrik.OEFFENTLICH)


@pytest.mark.parametrize("anlegen", [gebiet, fabrik.organisation], ids=["area", "unit"])
def test_two_halves_of_a_circle_are_refused_though_each_was_fine_when_it_was_read(anlegen):
    erste, zweite = anlegen("Erste"), anlegen("Zweite")
    erste_hand, zweite_hand = type(erste).objects.get(pk=erste.pk), type(erste).objects.get(pk=zweite.pk)
    erste_hand.parent, zweite_hand.parent = zweite, erste
    erste_hand.clean()
    zweite_hand.clean()

    einordnen(erste_hand)
    with pytest.raises(ValidationError, match="eigenen"):
        einordnen(zweite_hand)

    assert list(type(erste).objects.order_by("pk").values_list("parent", flat=True)) == [zweite.pk, None]


def test_the_administration_says_that_somebody_else_closed_the_circle_meanwhile(admin_client, monkeypatch):
    oben, unten = fabrik.organisation("Oben"), fabrik.organisation("Unten")

    def inzwischen(knoten, *, acting_user):
        oben.parent = unten
        oben.save()
        einordnen(knoten, acting_user=acting_user)

    monkeypatch.setattr("netzwerk.admin.organisation.einordnen", inzwischen)
    seite = adresse(Organisation, "change", unten.pk)
    antwort = admin_client.get(seite)

    antwort = admin_client.post(seite, eingaben(antwort, Organisation) | {"parent": oben.pk})

    assert antwort.status_code == 200
    assert "Eine Organisation kann nicht zu einer ihrer eigenen Einheiten gehören." in antwort.text

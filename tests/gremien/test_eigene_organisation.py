"""Our own organisation is named to the public only if the public may read its entry."""

import pytest
from django.test import Client

from gremien.models import Netzwerkeintrag, Netzwerkseite
from netzwerk.enums import Sichtbarkeit
from netzwerk.models import Portal
from tests import fabrik
from tests.seiten import lesen

pytestmark = pytest.mark.django_db
ADRESSEN = ("/", "/netzwerk/", "/gremien/runde/")


@pytest.fixture
def eigene():
    organisation = fabrik.organisation("MARKE Hausverein", kurzname="MARKE")
    Portal.objects.update(eigene_organisation=organisation)
    gremium = fabrik.gremium("Runde", slug="runde")
    fabrik.mitgliedschaft(gremium, organisation=organisation)
    seite = Netzwerkseite.objects.create(organisation=organisation, **fabrik.OEFFENTLICH)
    Netzwerkeintrag.objects.create(seite=seite, gremium=gremium, position=1)
    return organisation


@pytest.mark.parametrize("adresse", ADRESSEN)
def test_a_public_one_is_named(eigene, adresse):
    assert "MARKE Hausverein" in lesen(Client(headers={"host": "localhost"}), adresse).quelle


@pytest.mark.parametrize("adresse", ADRESSEN)
def test_an_internal_one_is_not(eigene, adresse):
    eigene.sichtbarkeit = Sichtbarkeit.INTERN
    eigene.save()

    seite = lesen(Client(headers={"host": "localhost"}), adresse)
    assert seite.status == 200
    assert "MARKE" not in seite.quelle

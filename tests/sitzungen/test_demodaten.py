"""The command demodaten begins with an empty registry, or with somebody's own entries."""

import io

import pytest
from django.core.management import call_command

from gremien.models import Gremium
from netzwerk.demo.konten import KONTEN, adresse
from netzwerk.enums import Rolle
from netzwerk.models import Demoeintrag, Konto, Portal, Seite
from tests import fabrik

pytestmark = pytest.mark.django_db


def demodaten(*optionen):
    ausgabe = io.StringIO()
    call_command("demodaten", *optionen, stdout=ausgabe)
    return ausgabe.getvalue()


def test_it_fills_an_empty_registry_and_names_the_accounts(monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORT", "ein-langes-Passwort")
    ausgabe = demodaten("--wenn-leer")
    assert "Passwort für alle: ein-langes-Passwort" in ausgabe
    for konto, _, rolle, _ in KONTEN:
        assert adresse(konto) in ausgabe
        gemacht = Konto.objects.get(email=adresse(konto))
        assert gemacht.check_password("ein-langes-Passwort")
        assert [gruppe.name for gruppe in gemacht.groups.all()] == [rolle]
        assert gemacht.is_staff == (rolle == Rolle.ADMIN)
        assert not gemacht.is_superuser
    assert Konto.objects.get(email="bericht@example.org").organisation.name == "Kreis Offenbach"
    mitglied = Konto.objects.get(email="mitglied@example.org").person
    assert mitglied.mitgliedschaften.get().gremium.name == "Fachausschuss Jugendförderung"
    betreut = Konto.objects.get(email="gremium@example.org").betreuungen.get().gremium
    assert betreut.slug == "jugendhilfeausschuss-marburg"


def test_it_leaves_a_registry_alone_that_is_not_empty():
    fabrik.organisation("Eigene")
    assert demodaten("--wenn-leer") == ""
    assert not Demoeintrag.objects.exists()


def test_what_people_wrote_before_stays_as_it_is():
    portal = Portal.objects.aktuelles()
    portal.untertitel = "Schon vorher geschrieben"
    portal.save()
    fabrik.gremium("Unser Kreis", slug="ak-jim")
    Konto.objects.create_user("admin@example.org", "mein-eigenes-Passwort")

    ausgabe = demodaten()

    portal.refresh_from_db()
    assert (portal.untertitel, portal.eigene_organisation) == ("Schon vorher geschrieben", None)
    assert "Vorführung" in Seite.objects.get(slug="impressum").text
    assert Gremium.objects.get(name="AK JIM").slug == "ak-jim-2"
    assert "Passwort für freigabe@example.org, redaktion@example.org" in ausgabe

    demodaten("--entfernen")

    assert Gremium.objects.get().name == "Unser Kreis"
    konto = Konto.objects.get()
    assert konto.check_password("mein-eigenes-Passwort")
    assert not konto.is_superuser
    assert Portal.objects.get().untertitel == "Schon vorher geschrieben"

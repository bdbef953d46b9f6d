"""The log tells who came in and whose rights changed, and no secret."""

import logging

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache

from netzwerk.enums import Rolle
from netzwerk.models import Konto

pytestmark = pytest.mark.django_db

PASSWORT = "ein-langes-Passwort"


@pytest.fixture
def konto():
    cache.clear()
    return Konto.objects.create_user("wer@example.org", PASSWORT)


@pytest.fixture
def zeilen(caplog):
    caplog.set_level(logging.INFO, logger="netzwerk.konten")
    return lambda: [satz.getMessage() for satz in caplog.records if satz.name == "netzwerk.konten"]


def test_coming_in_and_failing_to_are_told_without_secrets(client, konto, zeilen):
    client.post(
        "/konto/login/", {"login": konto.email, "password": "geheim-und-falsch\r\nKonto 1 angemeldet"}
    )
    assert zeilen()[-1] == "Anmeldung abgewiesen von 127.0.0.0"

    client.post("/konto/login/", {"login": konto.email, "password": PASSWORT})
    client.post("/konto/logout/")

    assert zeilen()[-2:] == [f"Konto {konto.pk} angemeldet von 127.0.0.0", f"Konto {konto.pk} abgemeldet"]
    alles = " ".join(zeilen())
    assert not any(wort in alles for wort in (PASSWORT, "geheim", konto.email, "\n"))


def test_rights_given_and_taken_are_told(konto, zeilen):
    rolle = Group.objects.get(name=Rolle.FREIGABE)
    konto.groups.add(rolle)
    konto.is_staff = True
    konto.save()
    konto.name = "Neuer Name"
    konto.save()
    konto.groups.remove(rolle)

    assert zeilen() == [
        f"Konto {konto.pk}: Rollen add [{rolle.pk}]",
        f"Konto {konto.pk}: is_staff True statt False durch Konto None",
        f"Konto {konto.pk}: Rollen remove [{rolle.pk}]",
    ]

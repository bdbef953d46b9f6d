"""What is due once a day: everything, each for itself."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from netzwerk import faellig
from netzwerk.lib import umgebung
from netzwerk.models import Thema

pytestmark = pytest.mark.django_db


@pytest.fixture
def nur(monkeypatch):
    """Let nothing be due but what the test registers."""
    monkeypatch.setattr(faellig, "FAELLIG", {})


@pytest.mark.usefixtures("nur")
def test_what_breaks_off_leaves_nothing_behind_and_stops_nobody(capsys, caplog):
    def bricht_ab():
        Thema.objects.create(name="Halbes")
        raise ValueError("kaputt")

    faellig.anmelden("Aufräumen", lambda: 2)
    faellig.anmelden("Melden", lambda: 3, rang=10)
    faellig.anmelden("Bricht ab", bricht_ab, rang=5)

    with pytest.raises(CommandError, match="Bricht ab"):
        call_command("taeglich")

    assert capsys.readouterr().out.splitlines() == ["Melden: 3", "Aufräumen: 2"]
    assert not Thema.objects.filter(name="Halbes").exists()
    assert "kaputt" in caplog.text


@pytest.mark.parametrize(
    ("wert", "hosts", "tls", "ergebnis"),
    [
        ("", ["*", ".example.org", "netz.example.org"], True, "https://netz.example.org"),
        ("", [], False, "http://localhost"),
        ("http://localhost:8104/", ["x"], True, "http://localhost:8104"),
    ],
)
def test_links_begin_with_the_address_of_the_portal(monkeypatch, wert, hosts, tls, ergebnis):
    monkeypatch.setenv("ADRESSE", wert)
    assert umgebung.adresse(hosts, tls=tls) == ergebnis


@pytest.mark.parametrize("wert", ["netz.example.org", "ftp://x", "https://", "https://x/?a=1"])
def test_an_address_that_is_none_is_told(monkeypatch, wert):
    monkeypatch.setenv("ADRESSE", wert)
    with pytest.raises(ImproperlyConfigured, match="ADRESSE"):
        umgebung.adresse([], tls=True)

"""Where one is logged in, and how that ends."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client

from netzwerk.lib.browser import browsername
from netzwerk.lib.grenze import verkuerzt
from netzwerk.models import Konto

pytestmark = pytest.mark.django_db

PASSWORT = "ein-langes-Passwort"
TELEFON = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1 Mobile Safari/604.1"
RECHNER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"


@pytest.fixture
def konto():
    return Konto.objects.create_user("wer@example.org", PASSWORT)


@pytest.fixture
def geraet(konto):
    """Return a way to log in from one more device."""

    def geraet(browser=RECHNER):
        client = Client(headers={"user-agent": browser})
        client.post("/konto/login/", {"login": konto.email, "password": PASSWORT})
        assert client.get("/konto/").status_code == 200
        return client

    return geraet


def drin(client):
    return client.get("/konto/").status_code == 200


def test_each_device_is_named_and_this_one_marked(geraet):
    geraet(TELEFON)
    seite = geraet(RECHNER).get("/konto/anmeldungen/").text

    assert seite.index("Firefox, Windows") < seite.index("dieses Gerät") < seite.index("Safari, iPhone")
    assert seite.count("dieses Gerät") == 1


def test_everywhere_else_is_logged_out(geraet):
    telefon, rechner = geraet(TELEFON), geraet()

    antwort = rechner.post("/konto/anmeldungen/", follow=True)

    assert "Sie sind überall sonst abgemeldet." in antwort.text
    assert "iPhone" not in antwort.text
    assert (drin(telefon), drin(rechner)) == (False, True)


def test_nobody_ends_the_logins_of_others(geraet):
    telefon = geraet()
    Konto.objects.create_user("andere@example.org", PASSWORT)
    andere = Client()
    andere.post("/konto/login/", {"login": "andere@example.org", "password": PASSWORT})

    andere.post("/konto/anmeldungen/")

    assert drin(telefon)


def test_a_new_password_ends_every_other_login(geraet):
    telefon, rechner = geraet(TELEFON), geraet()
    neu = {"oldpassword": PASSWORT, "password1": "ein-neues-Passwort", "password2": "ein-neues-Passwort"}

    rechner.post("/konto/password/change/", neu)

    assert (drin(telefon), drin(rechner)) == (False, True)
    seite = rechner.get("/konto/anmeldungen/").text
    assert "dieses Gerät" in seite
    assert "iPhone" not in seite
    assert Session.objects.count() == 1


def test_a_password_set_by_the_administration_ends_every_login(geraet, konto, admin_client):
    telefon = geraet()
    neu = {"usable_password": "true", "password1": "ein-neues-Passwort", "password2": "ein-neues-Passwort"}

    antwort = admin_client.post(f"/admin/netzwerk/konto/{konto.pk}/password/", neu)

    assert antwort.status_code == 302
    assert not drin(telefon)
    assert not UserSession.objects.filter(user=konto).exists()


def test_an_account_switched_on_again_finds_no_old_login(geraet, konto):
    telefon = geraet()
    konto.is_active = False
    konto.save()
    assert not drin(telefon)

    konto.is_active = True
    konto.save()
    assert not drin(telefon)
    assert not UserSession.objects.exists()


@pytest.mark.parametrize("anzahl", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(anzahl, geraet, django_assert_num_queries):
    clients = [geraet() for _ in range(anzahl)]
    with django_assert_num_queries(4):
        clients[0].get("/konto/anmeldungen/")


def test_reading_the_list_writes_nothing(geraet):
    client = geraet()
    geraet(TELEFON).post("/konto/logout/")
    vorher = list(UserSession.objects.values())

    assert "iPhone" not in client.get("/konto/anmeldungen/").text
    assert list(UserSession.objects.values()) == vorher
    call_command("taeglich")
    assert UserSession.objects.count() == 1


def test_of_addresses_only_the_network_is_kept(geraet):
    geraet()
    assert UserSession.objects.get().ip == "127.0.0.0"
    assert verkuerzt("203.0.113.77") == "203.0.113.0"
    assert verkuerzt("2001:db8:1:2:3::4") == "2001:db8:1::"


@pytest.mark.parametrize(
    ("angabe", "name"),
    [
        (TELEFON, "Safari, iPhone"),
        (RECHNER, "Firefox, Windows"),
        ("", "Unbekannter Browser"),
        ("curl", "Unbekannter Browser"),
    ],
)
def test_browsers_are_named_as_people_know_them(angabe, name):
    assert browsername(angabe) == name

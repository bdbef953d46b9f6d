"""The second factor: codes from an app, codes on paper, and whoever must have one."""

import json
import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.models import Group
from django.core import mail
from django.core.cache import cache
from django.test import Client

from netzwerk.enums import Rolle
from netzwerk.models import Konto
from tests.netzwerk.test_start import eine_zeile, starte  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db

PASSWORT = "ein-langes-Passwort"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def _kein_zaehler():
    cache.clear()


@pytest.fixture
def konto():
    return Konto.objects.create_user("wer@example.org", PASSWORT, name="Wer")


def anmelden(client, passwort=PASSWORT):
    return client.post("/konto/login/", {"login": "wer@example.org", "password": passwort}, follow=True)


def bestaetigen(client):
    """Say the password again, as before every step that matters."""
    client.post("/konto/reauthenticate/", {"password": PASSWORT})


def ziffern(geheimnis):
    return format_hotp_value(hotp_value(geheimnis, int(time.time()) // 30))


def einrichten(client):
    """Set up an app as a person does; return its secret."""
    anmelden(client)
    assert client.get("/konto/2fa/totp/activate/")["Location"].startswith("/konto/reauthenticate/")
    bestaetigen(client)
    seite = client.get("/konto/2fa/totp/activate/").text
    [geheimnis] = re.findall(r'<code class="qr__text">([A-Z2-7]+)</code>', seite)
    antwort = client.post("/konto/2fa/totp/activate/", {"code": ziffern(geheimnis)}, follow=True)
    assert "Codes für den Notfall" in antwort.text
    return geheimnis


def codes(client):
    return re.findall(r"<code>(\d{8})</code>", client.get("/konto/2fa/recovery-codes/").text)


def test_after_the_password_the_code_of_the_app_is_asked_for(client, konto):
    geheimnis = einrichten(client)
    neu = Client()

    seite = anmelden(neu)
    assert "Zweiter Schritt der Anmeldung" in seite.text
    assert neu.get("/konto/").status_code == 302
    falsch = neu.post("/konto/2fa/authenticate/", {"code": "000000"})
    assert "Das passt nicht." in falsch.text
    assert neu.get("/konto/").status_code == 302
    neu.post("/konto/2fa/authenticate/", {"code": ziffern(geheimnis)})
    assert neu.get("/konto/").status_code == 200


def test_a_code_of_the_app_is_good_once(client, konto):
    geheimnis = einrichten(client)
    erster, zweiter = Client(), Client()
    code = ziffern(geheimnis)
    for wer in (erster, zweiter):
        anmelden(wer)
        wer.post("/konto/2fa/authenticate/", {"code": code})

    assert [wer.get("/konto/").status_code for wer in (erster, zweiter)] == [200, 302]


def test_a_code_on_paper_is_good_once(client, konto):
    einrichten(client)
    zettel = codes(client)
    assert len(set(zettel)) == 10
    erster, zweiter = Client(), Client()
    for wer in (erster, zweiter):
        anmelden(wer)
        wer.post("/konto/2fa/authenticate/", {"code": zettel[0]})

    assert [wer.get("/konto/").status_code for wer in (erster, zweiter)] == [200, 302]
    assert zettel[0] not in codes(client)


def test_guessing_codes_is_limited(client, konto):
    geheimnis = einrichten(client)
    neu = Client()
    anmelden(neu)
    for _ in range(10):
        neu.post("/konto/2fa/authenticate/", {"code": "000000"})

    antwort = neu.post("/konto/2fa/authenticate/", {"code": ziffern(geheimnis)})

    assert "Zu viele Versuche" in antwort.text
    assert neu.get("/konto/").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_the_owner_is_told_of_changes_in_german(client, konto):
    einrichten(client)

    [brief] = mail.outbox
    assert brief.subject == "Zweiter Faktor: App eingerichtet"
    assert "Waren Sie das nicht?" in brief.body


def test_the_secret_does_not_stand_in_the_database(client, konto, settings):
    geheimnis = einrichten(client)
    zeilen = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert geheimnis not in zeilen
    assert Authenticator.objects.get(type="totp").wrap().validate_code(ziffern(geheimnis))

    # With another key no code fits, and nothing breaks.
    cache.clear()
    settings.SECRET_KEY = "ein-anderer-Schluessel-" + "x" * 40
    assert not Authenticator.objects.get(type="totp").wrap().validate_code(ziffern(geheimnis))
    cache.clear()
    settings.SECRET_KEY_FALLBACKS = ["nur-fuer-tests-" + "t" * 50]
    assert Authenticator.objects.get(type="totp").wrap().validate_code(ziffern(geheimnis))


# --- Whoever must have one -------------------------------------------------------------------------


def als(konto):
    client = Client()
    client.force_login(konto, backend=BACKEND)
    return client


@pytest.fixture
def leitung():
    konto = Konto.objects.create_superuser("leitung@example.org", PASSWORT)
    konto.groups.add(Group.objects.get(name=Rolle.ADMIN))
    return konto


@pytest.mark.parametrize("adresse", ["/admin/", "/admin/netzwerk/konto/", "/intern/postausgang/", "/konto/"])
def test_nothing_internal_opens_before_the_second_factor_is_set_up(adresse, leitung, settings):
    assert als(leitung).get(adresse).status_code == 200

    settings.ZWEITER_FAKTOR = [Rolle.ADMIN]
    for antwort in (als(leitung).get(adresse), als(leitung).post(adresse)):
        assert (antwort.status_code, antwort["Location"]) == (302, "/konto/2fa/")
    assert (
        "Für Ihre Rolle ist ein zweiter Faktor vorgeschrieben" in als(leitung).get(adresse, follow=True).text
    )

    TOTP.activate(leitung, "A" * 32)
    assert als(leitung).get(adresse).status_code == 200


def test_codes_on_paper_alone_are_no_second_factor(leitung, settings):
    settings.ZWEITER_FAKTOR = [Rolle.ADMIN]
    Authenticator.objects.create(user=leitung, type="recovery_codes", data={})
    assert als(leitung).get("/admin/").status_code == 302


def test_the_demand_follows_the_role_at_once(konto, settings):
    settings.ZWEITER_FAKTOR = [Rolle.FREIGABE]
    client = als(konto)
    assert client.get("/konto/").status_code == 200

    konto.groups.add(Group.objects.get(name=Rolle.FREIGABE))
    assert client.get("/konto/").status_code == 302
    konto.groups.clear()
    assert client.get("/konto/").status_code == 200


def test_whoever_must_have_one_may_still_set_it_up_and_leave(leitung, settings):
    settings.ZWEITER_FAKTOR = [Rolle.ADMIN]
    client = Client()
    client.post("/konto/login/", {"login": leitung.email, "password": PASSWORT})
    bestaetigen(client)
    assert client.get("/konto/2fa/totp/activate/").status_code == 200
    assert client.post("/admin/logout/").status_code == 302
    assert client.get("/konto/2fa/").status_code == 302


def test_public_pages_are_not_asked_and_carry_no_cookie(leitung, settings):
    settings.ZWEITER_FAKTOR = [Rolle.ADMIN]
    antwort = als(leitung).get("/gremien/")
    assert antwort.status_code == 200
    assert "Cookie" not in antwort.get("Vary", "")


def test_the_last_factor_of_such_a_role_stays(leitung, settings):
    settings.ZWEITER_FAKTOR = [Rolle.ADMIN]
    client = Client()
    client.post("/konto/login/", {"login": leitung.email, "password": PASSWORT})
    bestaetigen(client)
    TOTP.activate(leitung, "A" * 32)

    antwort = client.post("/konto/2fa/totp/deactivate/")

    assert "Richten Sie zuerst einen anderen ein." in antwort.text
    assert Authenticator.objects.filter(user=leitung).exists()
    settings.ZWEITER_FAKTOR = []
    client.post("/konto/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=leitung).exists()


def test_an_administrator_lets_in_who_lost_the_phone(leitung, konto):
    TOTP.activate(konto, "A" * 32)
    daten = {"action": "zweiten_faktor_entfernen", "_selected_action": [konto.pk]}

    als(leitung).post("/admin/netzwerk/konto/", daten)

    assert not Authenticator.objects.exists()
    [brief] = mail.outbox
    assert (brief.to, brief.subject) == ([konto.email], "Zweiter Faktor: entfernt")


def test_a_role_that_does_not_exist_is_refused_at_the_start(starte):  # noqa: F811
    eine_zeile(starte(ZWEITER_FAKTOR="Admin,Freigaben"), "ZWEITER_FAKTOR", "Freigaben", "Freigabe")


# --- Keys that are none ----------------------------------------------------------------------------

UNSINN = [
    "",
    "[]",
    "null",
    "{}",
    '"x"',
    "{",
    '{"response": []}',
    '{"response": {"userHandle": 5}}',
    '{"id": "x", "rawId": "x", "type": "public-key", "response": {"userHandle": "MQ"}}',
    '{"id": "x", "type": "public-key", "response": {"clientDataJSON": "e30", "userHandle": "/w"}}',
    '{"id": "\\u0000", "response": {"attestationObject": "AA", "clientDataJSON": "e30"}}',
    "[" * 5000,
]


@pytest.mark.parametrize("unsinn", UNSINN)
def test_nonsense_instead_of_a_key_opens_nothing_and_breaks_nothing(unsinn, client, konto):
    assert client.get("/konto/2fa/webauthn/login/", headers={"accept": "application/json"}).status_code == 200
    antwort = client.post("/konto/2fa/webauthn/login/", {"credential": unsinn}, follow=True)
    assert antwort.redirect_chain[-1][0] == "/konto/login/"
    assert client.get("/konto/").status_code == 302

    anmelden(client)
    bestaetigen(client)
    assert client.get("/konto/2fa/webauthn/add/").status_code == 200
    antwort = client.post("/konto/2fa/webauthn/add/", {"name": "Mein", "credential": unsinn})
    assert antwort.status_code == 200
    assert 'value="Mein"' in antwort.text
    assert client.post("/konto/2fa/webauthn/reauthenticate/", {"credential": unsinn}).status_code == 302
    assert not Authenticator.objects.exists()

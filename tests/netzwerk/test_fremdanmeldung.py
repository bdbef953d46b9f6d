"""Logging in with an account elsewhere, played without a network."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount

from netzwerk.fremdanmeldung import Fremdadapter
from netzwerk.models import Konto
from netzwerk.zweiter_faktor import Authenticator
from tests.netzwerk.test_start import eine_zeile, starte  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db

DIENST = "https://anmeldung.example.org"
ANFANG, RUECKKEHR = "/konto/oidc/dienst/login/", "/konto/oidc/dienst/login/callback/"
APP = {
    "provider_id": "dienst",
    "name": "Kreis-Konto",
    "client_id": "portal",
    "secret": "geheim",
    "settings": {"server_url": DIENST},
}
BESCHREIBUNG = {
    "issuer": DIENST,
    "authorization_endpoint": f"{DIENST}/auth",
    "token_endpoint": f"{DIENST}/token",
    "userinfo_endpoint": f"{DIENST}/wer",
    "jwks_uri": f"{DIENST}/schluessel",
    "token_endpoint_auth_methods_supported": ["client_secret_post"],
}


class Antwort:
    """What the service sends."""

    status_code, headers, text = 200, {"content-type": "application/json"}, ""

    def __init__(self, inhalt):
        self.inhalt = inhalt

    def json(self):
        return self.inhalt

    def raise_for_status(self):
        pass


class Leitung:
    """Plays the way to the service."""

    def __init__(self, angaben):
        self.angaben = angaben

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def get(self, url, **_):
        return Antwort(self.angaben if url.endswith("/wer") else BESCHREIBUNG)

    def request(self, method, url, **_):
        return Antwort({"access_token": "marke", "token_type": "Bearer"})


@pytest.fixture
def dienst(settings, monkeypatch):
    """Name a service; return what it says of whoever logs in there."""
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [APP]}}
    angaben = {"sub": "4711", "email": "wer@example.org", "email_verified": True}
    monkeypatch.setattr(Fremdadapter, "get_requests_session", lambda _: Leitung(angaben))
    return angaben


@pytest.fixture
def konto():
    return Konto.objects.create_user("wer@example.org", "ein-langes-Passwort")


def hin_und_zurueck(client, **frage):
    ziel = client.post(ANFANG, frage)["Location"]
    assert ziel.startswith(f"{DIENST}/auth?")
    werte = parse_qs(urlsplit(ziel).query)
    assert werte["code_challenge_method"] == ["S256"]
    return client.get(RUECKKEHR, {"code": "abc", "state": werte["state"][0]}, follow=True)


def drin(client):
    return client.get("/konto/").status_code == 200


def test_the_button_stands_there_only_when_a_service_is_named(client, dienst, settings):
    assert "Mit Kreis-Konto anmelden" in client.get("/konto/login/").text
    assert client.get(ANFANG).status_code == 200

    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    assert "Kreis-Konto" not in client.get("/konto/login/").text
    assert client.get(ANFANG).status_code == 404


def test_an_account_is_found_by_its_address_whatever_the_case(client, dienst, konto):
    dienst["email"] = "WER@Example.org"
    hin_und_zurueck(client)

    assert drin(client)
    assert not SocialAccount.objects.exists()
    konto.refresh_from_db()
    assert konto.has_usable_password()


@pytest.mark.parametrize("geprueft", [False, None, "true", 1])
def test_an_address_that_nobody_checked_opens_nothing(geprueft, client, dienst, konto):
    dienst["email_verified"] = geprueft
    antwort = hin_und_zurueck(client)

    assert "Konten werden eingerichtet" in antwort.text
    assert not drin(client)


def test_nobody_gets_an_account_by_having_one_there(client, dienst):
    antwort = hin_und_zurueck(client)

    assert "Konten werden eingerichtet" in antwort.text
    assert not Konto.objects.exists()


def test_an_account_that_is_switched_off_stays_shut(client, dienst, konto):
    konto.is_active = False
    konto.save()
    hin_und_zurueck(client)
    assert not drin(client)


def test_a_second_factor_is_asked_for_all_the_same(client, dienst, konto):
    Authenticator.objects.create(user=konto, type="totp", data={"secret": ""})
    antwort = hin_und_zurueck(client)

    assert "Zweiter Schritt der Anmeldung" in antwort.text
    assert not drin(client)


def test_no_account_elsewhere_is_tied_to_one_here(client, dienst, konto):
    client.force_login(konto, backend="django.contrib.auth.backends.ModelBackend")
    dienst["email"] = "andere@example.org"
    hin_und_zurueck(client, process="connect")
    assert not SocialAccount.objects.exists()


def test_an_answer_nobody_asked_for_is_refused(client, dienst, konto):
    antwort = client.get(RUECKKEHR, {"code": "abc", "state": "erfunden"})
    assert antwort.status_code < 500
    assert "Die Anmeldung hat nicht geklappt" in antwort.text
    assert not drin(client)


GANZ = {
    "OIDC_NAME": "Kreis-Konto",
    "OIDC_ADRESSE": DIENST,
    "OIDC_CLIENT_ID": "portal",
    "OIDC_GEHEIMNIS": "geheim",
}


@pytest.mark.parametrize("fehlt", GANZ)
def test_half_a_service_is_refused_at_the_start(fehlt, starte):  # noqa: F811
    eine_zeile(starte(**GANZ | {fehlt: ""}), fehlt)


@pytest.mark.parametrize("adresse", ["http://anmeldung.example.org", "quatsch", "https://x; script-src *"])
def test_an_unsafe_address_of_a_service_is_refused_at_the_start(adresse, starte):  # noqa: F811
    eine_zeile(starte(**GANZ | {"OIDC_ADRESSE": adresse}), "OIDC_ADRESSE", "https://")


def test_a_whole_service_is_taken(starte):  # noqa: F811
    assert starte(**GANZ).returncode == 0

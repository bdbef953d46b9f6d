"""A passkey in the browser: set up, used instead of the password, after it, and taken away."""

import re

import pytest
from playwright.sync_api import expect

SCHLUESSEL = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def _frisch(portal):
    """Start with fresh rate limits and without keys of other tests."""

    def aufraeumen():
        from allauth.mfa.models import Authenticator
        from django.core.cache import cache

        cache.clear()
        Authenticator.objects.all().delete()

    portal.frage(aufraeumen)
    yield
    portal.frage(aufraeumen)


@pytest.fixture
def geraet(page, context):
    """Put a device with a fingerprint reader beside the browser; return a way to speak to it."""
    cdp = context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    kennung = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": SCHLUESSEL})["authenticatorId"]

    def finger(richtig):
        cdp.send("WebAuthn.setUserVerified", {"authenticatorId": kennung, "isUserVerified": richtig})

    return finger


@pytest.fixture(autouse=True)
def verstoesse(page):
    """No page of a journey breaks the content security policy."""
    meldungen = []
    page.on("console", lambda zeile: meldungen.append(zeile.text) if zeile.type == "error" else None)
    page.on("pageerror", lambda fehler: meldungen.append(str(fehler)))
    yield
    assert meldungen == []


def anmelden(page, passwort):
    page.goto("/konto/login/")
    page.get_by_label("E-Mail").fill("freigabe@example.org")
    page.get_by_label("Passwort").fill(passwort)
    page.get_by_role("button", name="Anmelden", exact=True).click()


def abmelden(page):
    page.goto("/konto/logout/")
    page.get_by_role("button", name="Abmelden").click()


def einrichten(page, passwort, *, als_passkey=True):
    anmelden(page, passwort)
    expect(page).to_have_url(re.compile("/intern/$"))
    page.goto("/konto/")
    page.get_by_role("link", name="Zweiter Faktor").click()
    page.get_by_role("link", name="Schlüssel hinzufügen").click()
    page.get_by_label("Passwort").fill(passwort)
    page.get_by_role("button", name="Bestätigen").click()
    page.get_by_label("Name").fill("Mein Telefon")
    page.get_by_label("Auch statt des Passworts benutzen").set_checked(als_passkey)
    page.get_by_role("button", name="Hinzufügen").click()
    expect(page.get_by_role("heading", name="Codes für den Notfall")).to_be_visible()


def test_a_passkey_opens_the_account_without_a_password(page, passwort, geraet):
    einrichten(page, passwort)
    assert page.locator(".code-list li").count() == 10
    abmelden(page)

    page.goto("/konto/login/")
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    expect(page).to_have_url(re.compile("/intern/$"))
    expect(page.get_by_role("contentinfo")).to_contain_text("Demo: Freigabe")


def test_after_the_password_the_key_is_asked_for(page, passwort, geraet):
    einrichten(page, passwort, als_passkey=False)
    abmelden(page)

    anmelden(page, passwort)
    expect(page.get_by_role("heading", name="Zweiter Schritt der Anmeldung")).to_be_visible()
    page.get_by_role("button", name="Schlüssel benutzen").click()
    expect(page).to_have_url(re.compile("/intern/$"))


def test_the_wrong_finger_is_said_and_opens_nothing(page, passwort, geraet):
    einrichten(page, passwort)
    abmelden(page)
    geraet(False)

    page.goto("/konto/login/")
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    expect(page.get_by_role("alert")).to_contain_text("Das hat nicht geklappt.")
    page.goto("/konto/")
    expect(page).to_have_url(re.compile("/konto/login/"))


def test_a_key_is_renamed_and_taken_away(page, passwort, geraet):
    einrichten(page, passwort)
    page.goto("/konto/2fa/webauthn/")
    page.get_by_role("link", name=re.compile("Umbenennen.*Mein Telefon")).click()
    page.get_by_label("Name").fill("Altes Telefon")
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("link", name=re.compile("Entfernen.*Altes Telefon")).click()
    page.get_by_role("button", name="Entfernen").click()
    expect(page.get_by_role("status")).to_contain_text("Der Schlüssel ist entfernt.")
    expect(page.get_by_role("main")).to_contain_text("Noch kein Schlüssel")
    abmelden(page)

    anmelden(page, passwort)
    expect(page).to_have_url(re.compile("/intern/$"))


def test_without_javascript_an_app_is_the_way(browser, browser_context_args, passwort):
    context = browser.new_context(**browser_context_args | {"java_script_enabled": False})
    seite = context.new_page()
    seite.goto("/konto/login/")
    expect(seite.get_by_role("button", name="Mit Passkey anmelden")).to_be_hidden()
    anmelden(seite, passwort)
    seite.goto("/konto/2fa/webauthn/add/")
    seite.get_by_label("Passwort").fill(passwort)
    seite.get_by_role("button", name="Bestätigen").click()
    seite.get_by_role("link", name="Codes aus einer App").click()
    expect(seite.get_by_role("img", name="QR-Code")).to_be_visible()
    context.close()

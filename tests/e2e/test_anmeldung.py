"""Logging in and out, and a new password by mail, in the browser."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

NEU = "ein-neues-langes-Passwort"


@pytest.fixture(autouse=True)
def _kein_zaehler(portal):
    """Start every test with fresh rate limits."""
    from django.core.cache import cache

    portal.frage(cache.clear)


def anmelden(page, email, passwort):
    page.goto("/konto/login/")
    page.get_by_label("E-Mail").fill(email)
    page.get_by_label("Passwort").fill(passwort)
    page.get_by_role("button", name="Anmelden", exact=True).click()


def test_an_administrator_logs_in_to_the_desk_and_out_again(page, context, passwort):
    anmelden(page, "admin@example.org", passwort)
    expect(page).to_have_url(re.compile("/intern/$"))
    expect(page.get_by_role("heading", name="Schreibtisch")).to_be_visible()
    [sitzung] = [keks for keks in context.cookies() if keks["name"] == "sessionid"]
    assert sitzung["httpOnly"]

    page.goto("/konto/logout/")
    page.get_by_role("button", name="Abmelden").click()
    expect(page).to_have_url(re.compile("[0-9]/$"))
    assert [keks for keks in context.cookies() if keks["name"] == "sessionid"] == []

    # The old cookie opens nothing any more.
    context.add_cookies([{k: sitzung[k] for k in ("name", "value", "domain", "path")}])
    page.goto("/admin/")
    expect(page).to_have_url(re.compile("/konto/login/"))


def test_a_member_logs_in_to_the_desk_and_stays_out_of_the_admin(page, passwort):
    anmelden(page, "MITGLIED@example.org", passwort)
    expect(page).to_have_url(re.compile("/intern/$"))

    assert page.goto("/admin/").status == 403
    assert page.goto("/intern/stil/").status == 403


def test_a_wrong_password_is_named_and_the_address_stays_filled_in(page):
    anmelden(page, "admin@example.org", "falsch-falsch-falsch")

    expect(page.get_by_role("alert")).to_contain_text("E-Mail-Adresse und Passwort passen nicht zusammen.")
    assert page.get_by_label("E-Mail").input_value() == "admin@example.org"
    assert page.get_by_label("Passwort").input_value() == ""


def test_an_unknown_address_gets_the_same_answer(page):
    anmelden(page, "gibtesnicht@example.org", "falsch-falsch-falsch")
    expect(page.get_by_role("alert")).to_contain_text("E-Mail-Adresse und Passwort passen nicht zusammen.")


def test_a_field_left_empty_is_named_beside_it_and_on_top(page):
    page.goto("/konto/login/")
    page.get_by_role("button", name="Anmelden", exact=True).click()

    feld = page.get_by_label("E-Mail")
    expect(feld).to_have_attribute("aria-invalid", "true")
    beschreibung = feld.get_attribute("aria-describedby").split()
    texte = [page.locator(f"#{kennung}").inner_text() for kennung in beschreibung]
    assert any("Pflichtfeld" in text or "erforderlich" in text for text in texte), texte
    expect(page.get_by_role("alert")).to_be_visible()


def test_ten_wrong_passwords_are_enough_for_a_while(page, passwort):
    for _ in range(10):
        anmelden(page, "freigabe@example.org", "falsch-falsch-falsch")
    anmelden(page, "freigabe@example.org", passwort)

    expect(page.get_by_role("alert")).to_contain_text("Zu viele Versuche")


def test_a_forgotten_password_is_replaced_by_mail(page, passwort, portal):
    page.goto("/konto/login/")
    page.get_by_role("link", name="Passwort vergessen?").click()
    page.get_by_label("E-Mail").fill("redaktion@example.org")
    page.get_by_role("button", name="Link senden").click()
    expect(page.get_by_role("heading", name="Bitte sehen Sie in Ihr Postfach")).to_be_visible()

    [brief] = mail.outbox
    assert brief.to == ["redaktion@example.org"]
    [link] = re.findall(r"http\S+/konto/password/reset/key/\S+", brief.body)
    assert link.startswith(portal.adresse)
    assert passwort not in brief.body

    page.goto(link)
    for feld in page.locator("input[type=password]").all():
        feld.fill(NEU)
    page.get_by_role("button", name="Passwort speichern").click()
    expect(page.get_by_role("heading", name="Ihr Passwort ist geändert")).to_be_visible()

    anmelden(page, "redaktion@example.org", passwort)
    expect(page.get_by_role("alert")).to_contain_text("passen nicht zusammen")
    anmelden(page, "redaktion@example.org", NEU)
    expect(page).to_have_url(re.compile("/intern/$"))

    page.goto("/konto/logout/")
    page.get_by_role("button", name="Abmelden").click()
    page.goto(link)
    expect(page.get_by_role("heading", name="Dieser Link gilt nicht mehr")).to_be_visible()


def test_a_new_password_must_be_a_good_one(page):
    page.goto("/konto/password/reset/")
    page.get_by_label("E-Mail").fill("bericht@example.org")
    page.get_by_role("button", name="Link senden").click()
    page.wait_for_url("**/done/")
    [link] = re.findall(r"http\S+/konto/password/reset/key/\S+", mail.outbox[0].body)
    page.goto(link)
    for feld in page.locator("input[type=password]").all():
        feld.fill("zu-kurz")
    page.get_by_role("button", name="Passwort speichern").click()

    expect(page.get_by_role("alert")).to_contain_text("mindestens 12 Zeichen")
    expect(page.get_by_role("heading", name="Neues Passwort festlegen")).to_be_visible()


def test_an_unknown_address_is_told_the_same_and_sent_nothing(page):
    page.goto("/konto/password/reset/")
    page.get_by_label("E-Mail").fill("gibtesnicht@example.org")
    page.get_by_role("button", name="Link senden").click()

    expect(page.get_by_role("heading", name="Bitte sehen Sie in Ihr Postfach")).to_be_visible()
    assert mail.outbox == []

"""Mandates in the browser: a new term in few steps, a holder who changes while the deputy stays, axe."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import _anmeldung
from tests.e2e.test_axe import befunde


@pytest.fixture
def als_redaktion(context, portal):
    """Log the browser in as the demo's Redaktion, without the form."""
    keks = portal.frage(lambda: _anmeldung("redaktion@example.org"))
    context.add_cookies([keks | {"url": portal.adresse}])


@pytest.fixture
def nummern(portal):
    """Return the numbers of the demo's board, of its chair, and of the colleague who left."""

    def fragen():
        from gremien.models import Gremium, Mitgliedschaft
        from netzwerk.models import Person

        beirat = Gremium.objects.get(name__startswith="Schulbeirat")
        # The one of today: a journey before may have appointed another for a later term.
        vorsitz = Mitgliedschaft.objects.filter(gremium=beirat, rolle="vorsitz").earliest("von")
        return beirat.pk, vorsitz.pk, Person.objects.get(nachname="Rosengart").pk

    return portal.frage(fragen)


@pytest.mark.usefixtures("als_redaktion")
def test_a_seat_changes_while_the_deputy_stays_and_a_new_term_takes_few_steps(page, nummern):
    beirat, vorsitz, _ = nummern
    page.goto(f"/intern/gremien/{beirat}/besetzung/")
    expect(page.get_by_text("14 von 15 Sitzen besetzt")).to_be_visible()
    expect(page.get_by_text("Schulen: Gymnasium fehlt")).to_be_visible()
    page.goto(f"/intern/mandate/{vorsitz}/wechseln/")
    feld = page.get_by_role("combobox", name="Person")
    feld.press_sequentially("ingrid", delay=20)
    expect(page.locator(".suggestions [role=option]").first).to_be_visible()
    feld.press("ArrowDown")
    feld.press("Enter")
    page.get_by_label("Ab", exact=False).last.fill("01.12.2099")
    page.get_by_role("button", name="Vorschau").click()
    # The mandate ends before that day: told in words, nothing is lost.
    expect(
        page.get_by_role("heading", name="Das würde geschehen").or_(page.get_by_role("alert"))
    ).to_be_visible()
    page.get_by_label("Ab", exact=False).last.fill("01.12.2026")
    page.get_by_role("button", name="Wechseln").click()
    expect(page.get_by_role("status").first).to_contain_text("Person gewechselt")
    page.get_by_role("button", name="Rückgängig machen").click()
    expect(page.get_by_role("status").first).to_contain_text("Rückgängig gemacht")

    page.goto(f"/intern/gremien/{beirat}/neubestellung/")
    page.get_by_label("Beginn der neuen Amtszeit").fill("01.01.2040")
    page.get_by_role("button", name="Alle bestellen").click()
    expect(page.get_by_role("status").first).to_contain_text("Gremium neu bestellt")


@pytest.mark.usefixtures("als_redaktion")
def test_axe_finds_nothing_on_the_pages_of_mandates(page, nummern):
    beirat, vorsitz, abgang = nummern
    gefunden = {}
    for pfad in (
        f"/intern/gremien/{beirat}/besetzung/",
        f"/intern/gremien/{beirat}/neubestellung/",
        f"/intern/gremien/{beirat}/aufloesen/",
        f"/intern/mandate/{vorsitz}/verhindert/",
        f"/intern/mandate/{vorsitz}/beenden/",
        f"/intern/personen/{abgang}/ausscheiden/",
        f"/intern/personen/{abgang}/uebergabe/",
    ):
        page.goto(pfad)
        gefunden[pfad] = befunde(page)
    page.goto(f"/intern/mandate/{vorsitz}/beenden/")
    page.get_by_role("button", name="Beenden").click()
    expect(page.get_by_role("alert")).to_be_visible()
    gefunden["mit Fehlern"] = befunde(page)
    assert {pfad: liste for pfad, liste in gefunden.items() if liste} == {}

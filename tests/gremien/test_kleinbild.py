"""The small picture beside a body and an organisation: public neighbours, told in words, a way to more."""

import re

import pytest
from django.test import Client

from gremien.models import Gremienbeziehung, Leitung
from netzwerk.enums import Sichtbarkeit
from netzwerk.lib.netzklein import PUNKTE_HOECHSTENS, kleinbild
from netzwerk.models import Gebiet, Organisationsmitgliedschaft, Stelle
from tests import fabrik
from tests.seiten import lesen

INTERN = {"sichtbarkeit": Sichtbarkeit.INTERN}


@pytest.fixture
def besucher():
    return Client(headers={"host": "localhost"})


@pytest.fixture
def runde(db):
    runde = fabrik.gremium("Runde", slug="runde")
    fabrik.mitgliedschaft(runde, organisation=fabrik.organisation("Träger", slug="traeger"))
    return runde


def bild(seite):
    """Return where the small picture leads, what it says, and the names in it."""
    gefunden = re.search(
        r'<a class="netmini[^"]*" href="([^"]+)">\s*<svg [^>]*aria-label="([^"]+)">(.*?)</svg>',
        seite.quelle,
        re.DOTALL,
    )
    return (*gefunden.groups()[:2], set(re.findall("<title>([^<]+)", gefunden[3]))) if gefunden else None


def test_a_body_shows_who_sits_in_it_leads_it_and_stands_to_it(besucher, runde):
    fabrik.mitgliedschaft(runde, person=fabrik.person("MARKE"), im_auftrag_von=fabrik.organisation("Auftrag"))
    fabrik.mitgliedschaft(runde, mitglied_gremium=fabrik.gremium("Kreis"))
    Leitung.objects.create(gremium=runde, organisation=fabrik.organisation("Amt"))
    Gremienbeziehung.objects.create(von_gremium=runde, zu_gremium=fabrik.gremium("Ziel"), art="kooperation")

    assert bild(lesen(besucher, "/gremien/runde/")) == (
        "/netzwerk/karte/?um=gremium-runde",
        "Runde ist verbunden mit 2 Gremien und 3 Organisationen.",
        {"Träger", "Auftrag", "Kreis", "Amt", "Ziel"},
    )


def test_an_organisation_shows_where_it_sits_what_it_leads_and_its_federation(besucher, runde):
    traeger = runde.mitgliedschaften.get().organisation
    Leitung.objects.create(gremium=fabrik.gremium("Geleitet"), organisation=traeger)
    Organisationsmitgliedschaft.objects.create(organisation=traeger, verband=fabrik.organisation("Verband"))

    assert bild(lesen(besucher, "/organisationen/traeger/")) == (
        "/netzwerk/karte/?um=organisation-traeger",
        "Träger ist verbunden mit 2 Gremien und 1 Organisation.",
        {"Runde", "Geleitet", "Verband"},
    )


@pytest.mark.parametrize("was", ["organisation", "auftrag", "gremium", "mitgliedschaft", "leitung", "stelle"])
def test_nothing_that_is_internal_is_a_neighbour(besucher, runde, was):
    marke = fabrik.organisation("MARKE", **({} if was == "mitgliedschaft" else INTERN))
    if was == "organisation":
        fabrik.mitgliedschaft(runde, organisation=marke)
    elif was == "auftrag":
        fabrik.mitgliedschaft(runde, person=fabrik.person(), im_auftrag_von=marke)
    elif was == "gremium":
        geheim = fabrik.gremium("MARKE Kreis", **INTERN)
        fabrik.mitgliedschaft(runde, mitglied_gremium=geheim)
        fabrik.mitgliedschaft(geheim, organisation=runde.mitgliedschaften.first().organisation)
    elif was == "mitgliedschaft":
        fabrik.mitgliedschaft(runde, organisation=marke, **INTERN)
    elif was == "leitung":
        Leitung.objects.create(gremium=runde, organisation=marke)
    else:
        Leitung.objects.create(
            gremium=runde, stelle=Stelle.objects.create(bezeichnung="Leitung", organisation=marke)
        )

    for adresse, nachbar in (("/gremien/runde/", "Träger"), ("/organisationen/traeger/", "Runde")):
        seite = lesen(besucher, adresse)
        assert bild(seite)[2] == {nachbar}
        assert "MARKE" not in seite.quelle


def test_without_neighbours_and_looking_back_there_is_no_picture(besucher, runde):
    fabrik.gremium("Allein", slug="allein")

    assert bild(lesen(besucher, "/gremien/allein/")) is None
    assert bild(lesen(besucher, "/gremien/runde/?am=2020-01-01")) is None


def test_a_crowd_is_counted_but_not_drawn():
    viele = {("gremium", f"g-{nummer}"): f"G {nummer}" for nummer in range(PUNKTE_HOECHSTENS + 6)}
    klein = kleinbild("organisation-haus", "Haus", viele)

    assert len(klein["knoten"]) == PUNKTE_HOECHSTENS
    assert klein["text"] == f"Haus ist verbunden mit {PUNKTE_HOECHSTENS + 6} Gremien."


def test_an_area_shows_its_bodies_and_organisations_and_none_that_is_hidden(besucher, runde):
    ort = Gebiet.objects.create(name="Ort", slug="ort", art="stadt", **fabrik.OEFFENTLICH)
    teil = Gebiet.objects.create(name="Teil", art="stadtteil", parent=ort, **fabrik.OEFFENTLICH)
    runde.gebiete.add(teil)
    fabrik.organisation("Haus").gebiete.add(ort)
    fabrik.gremium("GEHEIM", **INTERN).gebiete.add(ort)

    assert bild(lesen(besucher, "/gebiete/ort/")) == (
        "/netzwerk/karte/?gebiet=ort",
        "Ort ist verbunden mit 1 Gremium und 1 Organisation.",
        {"Runde", "Haus"},
    )
    assert bild(lesen(besucher, "/gebiete/teil/"))[2] == {"Runde"}

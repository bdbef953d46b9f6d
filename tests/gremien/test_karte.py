"""The network picture: public, of its day, by area, around one entry, and as an equal table."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from gremien.models import Gremienbeziehung, Leitung
from netzwerk.enums import Namensnennung, Sichtbarkeit
from netzwerk.lib.dates import heute
from netzwerk.models import Gebiet, Stelle
from tests import fabrik
from tests.seiten import lesen

pytestmark = pytest.mark.django_db
KARTE = "/netzwerk/karte/"


@pytest.fixture
def besucher():
    return Client(headers={"host": "localhost"})


@pytest.fixture
def runde():
    runde = fabrik.gremium("Runde", slug="runde")
    fabrik.mitgliedschaft(runde, organisation=fabrik.organisation("Träger", slug="traeger"))
    return runde


def linien(seite):
    return seite.quelle.count("<line class=") - 4  # the legend has four


def test_points_lines_and_table_show_who_sits_where(besucher, runde):
    seite = lesen(besucher, KARTE)

    assert {"?um=gremium-runde", "?um=organisation-traeger"} <= {href for href, _ in seite.links}
    assert linien(seite) == 1
    assert seite.ziel("Runde") == "/gremien/runde/", "the table comes first"


def test_people_count_for_whom_they_sit_and_are_not_named(besucher, runde):
    haus = fabrik.organisation("Haus", slug="haus")
    fabrik.mitgliedschaft(runde, person=fabrik.person("MARKE"), im_auftrag_von=haus)
    Leitung.objects.create(
        gremium=runde, stelle=Stelle.objects.create(bezeichnung="MARKE", organisation=haus)
    )

    seite = lesen(besucher, KARTE)
    assert "?um=organisation-haus" in {href for href, _ in seite.links}
    assert "MARKE" not in seite.quelle


@pytest.mark.parametrize("was", ["gremium", "organisation", "auftrag", "mitgliedschaft", "leitung", "person"])
def test_nothing_that_is_internal_shows(besucher, runde, was):
    intern = {"sichtbarkeit": Sichtbarkeit.INTERN}
    marke = fabrik.organisation(
        "MARKE Haus", **(intern if was in {"organisation", "auftrag", "leitung"} else {})
    )
    if was == "gremium":
        fabrik.mitgliedschaft(fabrik.gremium("MARKE Kreis", **intern), organisation=marke)
    elif was == "organisation":
        fabrik.mitgliedschaft(runde, organisation=marke)
    elif was == "auftrag":
        fabrik.mitgliedschaft(runde, im_auftrag_von=marke)
    elif was == "mitgliedschaft":
        fabrik.mitgliedschaft(runde, organisation=marke, **intern)
    elif was == "leitung":
        Leitung.objects.create(gremium=runde, organisation=marke)
    else:
        person = fabrik.person(namensnennung=Namensnennung.GAR_NICHT)
        fabrik.mitgliedschaft(runde, person=person, im_auftrag_von=marke)

    seite = lesen(besucher, KARTE)
    assert linien(seite) == 1
    assert "MARKE" not in seite.quelle


def test_an_ended_membership_shows_in_its_year_only(besucher, runde):
    damals = heute().year - 3
    frueher = fabrik.organisation("Damals e. V.")
    fabrik.mitgliedschaft(runde, organisation=frueher, bis=heute().replace(year=damals + 1, month=6, day=30))

    assert "Damals e. V." not in lesen(besucher, KARTE).text
    assert "Damals e. V." in lesen(besucher, f"{KARTE}?jahr={damals}").text
    assert "Damals e. V." not in lesen(besucher, f"{KARTE}?jahr={damals + 1}").text


def test_a_body_that_is_newer_or_over_is_not_in_the_year(besucher, runde):
    runde.besteht_seit = heute() - timedelta(days=10)
    runde.save()
    zweite = fabrik.gremium("Zweite", lebensstand="beendet", lebensstand_seit=heute().replace(month=1, day=1))
    fabrik.mitgliedschaft(zweite, organisation=fabrik.organisation())

    davor = lesen(besucher, f"{KARTE}?jahr={heute().year - 2}").text
    assert "Runde" not in davor
    assert "Zweite" in davor
    assert "Zweite" not in lesen(besucher, KARTE).text


def test_around_an_entry_only_its_neighbours_show_with_a_way_back(besucher, runde):
    fern = fabrik.gremium("Fern")
    Gremienbeziehung.objects.create(von_gremium=fern, zu_gremium=fabrik.gremium("Ferner"), art="kooperation")

    seite = lesen(besucher, f"{KARTE}?um=gremium-runde")
    assert seite.titel(1) == ["Runde"]
    assert "Träger" in seite.text
    assert "Fern" not in seite.text.replace("Fernmelde", "")
    assert seite.ziel("Zurück zum ganzen Netz") == KARTE


def test_an_area_holds_what_lies_in_it(besucher, runde):
    kreis = Gebiet.objects.create(name="Kreis", slug="kreis", art="kreis", **fabrik.OEFFENTLICH)
    ort = Gebiet.objects.create(name="Ort", slug="ort", art="stadt", parent=kreis, **fabrik.OEFFENTLICH)
    hier = fabrik.gremium("Hier")
    hier.gebiete.add(ort)
    fabrik.mitgliedschaft(hier, organisation=fabrik.organisation("Verein"))

    seite = lesen(besucher, f"{KARTE}?gebiet=kreis")
    assert "Verein" in seite.text
    assert "Träger" not in seite.text


@pytest.mark.parametrize(
    "frage",
    [
        "jahr=abc",
        "jahr=99999",
        "jahr=%D9%A2%D9%A0%D9%A2%D9%A4",
        "gebiet=%00",
        "thema=nichts",
        "ebene='",
        "um=x",
        "was=1",
    ],
)
def test_what_nobody_knows_is_told(besucher, runde, frage):
    antwort = besucher.get(f"{KARTE}?{frage}")

    assert antwort.status_code in {200, 400}
    if antwort.status_code == 200:
        assert "notice--warnung" in antwort.text
        assert "Träger" in antwort.text


def test_marketing_parameters_are_ignored(besucher, runde):
    assert "notice--warnung" not in lesen(besucher, f"{KARTE}?utm_source=x").quelle


def test_the_table_sorts_by_number_or_name(besucher, runde):
    viel = fabrik.organisation("Zentrum")
    for gremium in (runde, fabrik.gremium("Zweite")):
        fabrik.mitgliedschaft(gremium, organisation=viel)

    def reihen(adresse):
        namen = re.findall(r'<th scope="row"><a [^>]*>([^<]+)</a>', lesen(besucher, adresse).quelle)
        return [name for name in namen if name in {"Träger", "Zentrum"}]

    assert reihen(KARTE) == ["Zentrum", "Träger"]
    assert reihen(f"{KARTE}?sortierung=name") == ["Träger", "Zentrum"]


def test_points_that_do_not_fit_are_told(besucher, runde, monkeypatch):
    assert "stehen nicht im Bild" not in lesen(besucher, KARTE).text
    fabrik.mitgliedschaft(runde, organisation=fabrik.organisation("Zentrum"))
    monkeypatch.setattr("gremien.netzanzeige.PUNKTE_HOECHSTENS", 1)

    assert "2 weitere stehen nicht im Bild" in lesen(besucher, KARTE).text


def test_the_picture_of_two_neighbours_has_no_empty_frame(besucher, runde):
    def flaeche(adresse):
        masse = re.search(r'<svg class="netmap" viewBox="0 0 (\d+) (\d+)"', lesen(besucher, adresse).quelle)
        return int(masse[1]) * int(masse[2])

    for nummer in range(40):
        fabrik.mitgliedschaft(
            fabrik.gremium(f"Kreis {nummer}"), organisation=fabrik.organisation(f"H {nummer}")
        )

    assert flaeche(f"{KARTE}?um=gremium-runde") < flaeche(KARTE) / 5


def test_the_table_has_every_line_of_the_picture_also_those_between_two_bodies(besucher, runde):
    zweite = fabrik.gremium("Zweite", slug="zweite")
    Gremienbeziehung.objects.create(von_gremium=runde, zu_gremium=zweite, art="kooperation")
    fabrik.mitgliedschaft(zweite, mitglied_gremium=runde)

    seite = lesen(besucher, KARTE)
    reihen = {
        re.search(r"<a [^>]*>([^<]+)</a></th><td>(\d)", reihe).groups(): re.findall(
            r'"muted">([^<]+):</span> <a href="([^"]+)"', reihe
        )
        for reihe in seite.quelle.split("<tr>")[2:]
    }
    traeger, runde_, zweite_ = "/organisationen/traeger/", "/gremien/runde/", "/gremien/zweite/"
    assert reihen == {
        ("Runde", "2"): [
            ("Mitgliedschaft", traeger),
            ("Beziehung zwischen Gremien", zweite_),
        ],
        ("Träger", "1"): [("Mitgliedschaft", runde_)],
        ("Zweite", "1"): [("Mitgliedschaft", runde_), ("Beziehung zwischen Gremien", runde_)],
    }
    assert linien(seite) == 2, "one line in the picture for each pair"


def test_each_town_or_county_with_three_entries_has_a_field_of_its_own(besucher, runde):
    kreis = Gebiet.objects.create(name="Kreis", slug="kreis", art="kreis", **fabrik.OEFFENTLICH)
    ort = Gebiet.objects.create(name="Ort", slug="ort", art="stadt", parent=kreis, **fabrik.OEFFENTLICH)
    teil = Gebiet.objects.create(name="Teil", slug="teil", art="stadtteil", parent=ort, **fabrik.OEFFENTLICH)
    for name, gebiete in {
        "Im Ort": [ort],
        "Im Teil": [teil],
        "Beide": [kreis, ort],
        "Im Kreis": [kreis],
    }.items():
        gremium = fabrik.gremium(name)
        gremium.gebiete.set(gebiete)
        fabrik.mitgliedschaft(gremium, organisation=fabrik.organisation(f"Träger {name}"))

    def listen(adresse):
        quelle = lesen(besucher, adresse).quelle
        return {
            re.search(r"<summary>([^<]+?) <", liste)[1]: set(
                re.findall(r'<a href="\?um=[^"]*">([^<]+)', liste)
            )
            for liste in quelle.split('<details class="netmap-list"')[1:]
        }

    felder = listen(KARTE)
    assert felder["Ort"] == {"Im Ort", "Im Teil", "Beide"}
    assert {"Im Kreis", "Runde", "Träger"} < felder["Überregional und weitere Orte"]
    assert "?gebiet=ort" in lesen(besucher, KARTE).quelle
    assert list(listen(f"{KARTE}?um=gremium-im-ort")) == ["Alle Einträge"]


def test_the_year_is_a_slider_within_the_years_that_are_known(besucher, runde):
    seite = lesen(besucher, f"{KARTE}?jahr={heute().year - 3}").quelle

    regler = re.search(r'<input [^>]*type="range"[^>]*>', seite)[0]
    assert f'min="{heute().year - 19}" max="{heute().year}"' in regler
    assert f'value="{heute().year - 3}"' in regler


def test_a_point_knows_the_way_to_its_neighbours(besucher, runde):
    pfade = re.findall(r'<path class="netmap__near" d="([^"]*)"', lesen(besucher, KARTE).quelle)

    assert [pfad.count("L") for pfad in pfade] == [1, 1]

"""What the sources tell of bodies, projects, reports finds them (DOMAIN b, S0 2, S1 2, S1 7, S2 7, S4 3)."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from gremien.models import Bericht, Gremium, Planfassung, Projekt, Projektbeteiligung
from netzwerk.enums import Sichtbarkeit
from netzwerk.models import Gebiet, Thema
from tests import fabrik
from tests.demo_fixtures import demo_des_moduls
from tests.seiten import Seite

__all__ = ["demo_des_moduls"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_des_moduls")]
IBBENBUEREN, DORTMUND, DORSTEN, LEER, IJAB = (
    "foerderplan-ibbenbueren",
    "foerderplan-dortmund",
    "integrierte-sozialplanung-dorsten",
    "jugendhilfeplanung-landkreis-leer",
    "internationale-jugendarbeit-im-plan",
)
JUSTIQ = "jugend-staerken-im-quartier"
Q4 = "kreis-offenbach-2014-q4"


FACHAUSSCHUESSE = [
    "Fachausschuss Erziehungs- und Eingliederungshilfe",
    "Fachausschuss Jugendförderung",
    "Fachausschuss Kinderbetreuung",
]
LANDESEBENE = [
    "Der Paritätische Wohlfahrtsverband Hessen",
    "LAG Soziale Brennpunkte Hessen",
    "LAG OKJA",
    "Bündnis kindgerechter Ganztag",
    "Bündnis für Soziale Stadt",
]


def gefunden(adresse):
    """Return the addresses of the rows of a list, in order."""
    antwort = Client().get(adresse)
    assert antwort.status_code == 200
    return [zeile["url"].strip("/").split("/")[1] for zeile in antwort.context["zeilen"]]


@pytest.mark.parametrize(
    ("wahl", "erwartet"),
    [
        ("methode=world-cafe", [IBBENBUEREN, DORTMUND]),
        ("organisation=ijab", [IJAB]),
        ("programm=jive", [IJAB]),
        ("jahr=2016", [DORTMUND, DORSTEN, IJAB, IBBENBUEREN]),
        ("jahr=2021", [IBBENBUEREN]),
        ("jahr=2016&methode=world-cafe&thema=", [IBBENBUEREN, DORTMUND]),
    ],
)
def test_projects_are_found_by_method_organisation_programme_and_year(wahl, erwartet):
    assert set(gefunden(f"/projekte/?{wahl}")) == set(erwartet)


def test_an_institute_finds_what_it_carries_out_each_once():
    projekt = Projekt.objects.get(slug=IJAB)
    Projektbeteiligung.objects.create(projekt=projekt, organisation=projekt.institut, art="partner")

    assert len(gefunden("/projekte/?organisation=inso")) == 5


def test_projects_stand_newest_first_by_their_own_year_then_that_of_their_plan():
    assert gefunden("/projekte/") == [
        projekt.slug for projekt in Projekt.objects.oeffentlich().gelistet().neueste_zuerst()
    ]
    assert gefunden("/projekte/")[0] == IBBENBUEREN


@pytest.mark.parametrize(
    "wahl",
    [
        "jahr=2014",
        "quartal=4",
        "organisation=kreis-offenbach",
        f"programm={JUSTIQ}",
        "zielgruppe=gefluechtete",
        f"jahr=2014&quartal=4&organisation=kreis-offenbach&programm={JUSTIQ}&zielgruppe=gefluechtete",
    ],
)
def test_reports_are_found_by_quarter_member_programme_and_target_group(wahl):
    Bericht.objects.create(
        titel="Anderer", organisation=fabrik.organisation("Anderswo"), jahr=2015, quartal=1,
        datum="2015-05-01", **fabrik.OEFFENTLICH,
    )  # fmt: skip

    assert gefunden("/berichte/?jahr=2015") == ["anderer"]
    assert gefunden(f"/berichte/?{wahl}") == [Q4]
    assert "JUGEND STÄRKEN im Quartier (JUSTiQ)" in Client().get("/berichte/").text


def test_only_what_occurs_in_public_rows_is_offered():
    geheim = fabrik.organisation("GEHEIM", sichtbarkeit=Sichtbarkeit.INTERN)
    fabrik.organisation("UNBETEILIGT")
    institut = Projekt.objects.get(slug=IJAB).institut
    entwurf = Projekt.objects.create(titel="Entwurf", institut=institut, von_jahr=1987)
    Planfassung.objects.create(projekt=entwurf, bezeichnung="Plan", von_jahr=1988, bis_jahr=1989)
    Projektbeteiligung.objects.create(
        projekt=Projekt.objects.get(slug=IJAB), organisation=geheim, art="partner"
    )

    filter_ = Client().get("/projekte/").context["filter"]
    wahl = {feld.name: [wort for _, wort in feld.field.choices] for feld in filter_.felder}
    assert not {"GEHEIM", "UNBETEILIGT"} & set(wahl["organisation"])
    assert wahl["jahr"][:3] == ["alle", "2021", "2020"]
    assert wahl["jahr"][-1] == "2011"
    assert wahl["methode"][0] == "alle"
    assert "World Café" in wahl["methode"]


def test_a_filter_never_tells_of_a_hidden_part():
    geheim = fabrik.organisation("GEHEIM", slug="geheim", sichtbarkeit=Sichtbarkeit.INTERN)
    Projektbeteiligung.objects.create(
        projekt=Projekt.objects.get(slug=IJAB), organisation=geheim, art="partner"
    )

    seite = Seite(Client().get("/projekte/?organisation=geheim"))
    assert "weggelassen" in seite.text
    assert seite.text.count("Projekte") > 1


def test_every_project_of_many_is_reached_page_by_page():
    institut = Projekt.objects.get(slug=IJAB).institut
    for nummer in range(205):
        Projekt.objects.create(
            titel=f"Vorhaben {nummer:03}",
            institut=institut,
            von_jahr=(2000, 2001, None)[nummer % 3],
            **fabrik.OEFFENTLICH,
        )
    adresse, namen = "/projekte/", []
    while adresse:
        antwort = Client().get(adresse)
        namen += [zeile["titel"] for zeile in antwort.context["zeilen"]]
        weiter = antwort.context["seite"].weiter_url
        adresse = f"/projekte/{weiter}" if weiter else ""

    assert len(namen) == len(set(namen)) == 210


@pytest.mark.parametrize(
    ("wahl", "erwartet"), [("art=fachausschuss", FACHAUSSCHUESSE), ("ebene=land", LANDESEBENE)]
)
def test_the_network_page_shows_exactly_what_fits(wahl, erwartet):
    seite = Seite(Client().get(f"/netzwerk/?{wahl}"))

    assert seite.titel(2)[: len(erwartet)] == erwartet
    assert [name for name in seite.titel(2) + seite.titel(3) if name not in erwartet] == []
    assert f"{len(erwartet)} Einträge" in seite.text


def test_a_body_found_without_the_one_above_it_says_where_it_belongs():
    seite = Seite(Client().get("/netzwerk/?art=fachausschuss"))
    assert seite.text.count("Untergremium von Jugendhilfeausschuss") == 3

    ganz = Seite(Client().get("/netzwerk/"))
    assert "Untergremium von" not in ganz.text
    assert len(ganz.titel(2) + ganz.titel(3)) == 21


def test_the_network_page_combines_filters_and_tells_what_it_does_not_know():
    nichts = Seite(Client().get("/netzwerk/?art=fachausschuss&ebene=land"))
    assert "0 Einträge" in nichts.text
    assert "Dazu passt hier nichts." in nichts.text

    falsch = Seite(Client().get("/netzwerk/?art=gibt-es-nicht&farbe=rot"))
    assert falsch.text.count("weggelassen") == 2
    assert len(falsch.titel(2) + falsch.titel(3)) == 21


def test_the_network_page_finds_by_topic():
    thema = Thema.objects.get_or_create(name="Kinderschutz")[0]
    Gremium.objects.get(slug="ak-jim").themen.set([thema])

    assert "AK JIM" in Seite(Client().get(f"/netzwerk/?thema={thema.slug}")).titel(2)


def test_bodies_are_found_by_target_group():
    assert "vernetzungsgruppe" in " ".join(gefunden("/gremien/?zielgruppe=kinder-und-jugendliche"))


def test_a_paused_body_leaves_the_list_but_is_found_by_its_state():
    ruhend = Gremium.objects.get(slug="ak-jim")
    ruhend.lebensstand = "ruhend"
    ruhend.save()

    assert "ak-jim" not in gefunden("/gremien/")
    assert "ak-jim" in gefunden("/gremien/?lebensstand=ruhend")
    assert "ak-jim" not in gefunden("/gremien/?alle=1&lebensstand=aktiv")


def test_sections_that_are_cut_lead_to_the_whole_list(monkeypatch):
    monkeypatch.setattr("netzwerk.anzeige.HOECHSTENS", 1)
    monkeypatch.setattr("gremien.templatetags.gremien_tags.HOECHSTENS", 1)
    monkeypatch.setattr("sitzungen.templatetags.sitzungen_tags.HOECHSTENS", 1)
    thema, gebiet = Thema.objects.create(name="Sache"), Gebiet.objects.get(slug="marburg")
    institut = Projekt.objects.get(slug=IJAB).institut
    for nummer in (1, 2):
        gremium, traeger = fabrik.gremium(f"Kreis {nummer}"), fabrik.organisation(f"Haus {nummer}")
        projekt = Projekt.objects.create(titel=f"Plan {nummer}", institut=institut, **fabrik.OEFFENTLICH)
        bericht = Bericht.objects.create(
            titel=f"Lage {nummer}", organisation=traeger, jahr=2020, datum="2020-05-01", **fabrik.OEFFENTLICH
        )
        for eintrag in (gremium, traeger, projekt, bericht):
            eintrag.themen.add(thema)
        for orte in (gremium.gebiete, traeger.gebiete, projekt.standorte, bericht.gebiete):
            orte.add(gebiet)

    for art, wert, worte in (
        ("thema", "sache", ("Gremien", "Organisationen", "Projekte", "Berichte")),
        ("gebiet", "marburg", ("Gremien", "Organisationen", "Projekte", "Berichte")),
    ):
        seite = Seite(Client().get(f"/{'themen' if art == 'thema' else 'gebiete'}/{wert}/"))
        for wort in worte:
            liste = f"/{wort.lower()}/?{art}={wert}"
            assert seite.ziel(f"Alle {wort} zeigen") == liste
            assert len(gefunden(liste)) >= 2
    assert gefunden("/berichte/?gebiet=marburg") == ["lage-2", "lage-1"]
    assert gefunden("/projekte/?gebiet=marburg") == ["plan-1", "plan-2"]


def test_a_section_that_is_whole_needs_no_way_to_the_rest():
    assert "Alle Gremien zeigen" not in Client().get("/gebiete/marburg/").text


@pytest.mark.parametrize("jahr", [1899, 2101, 32767])
def test_a_year_is_one_that_people_mean(jahr):
    projekt = Projekt(
        titel="Plan", institut=Projekt.objects.get(slug=IJAB).institut, von_jahr=jahr, bis_jahr=jahr
    )
    plan = Planfassung(
        projekt=Projekt.objects.get(slug=IJAB), bezeichnung="Plan", von_jahr=jahr, bis_jahr=jahr
    )
    bericht = Bericht(titel="Lage", organisation=projekt.institut, jahr=jahr, datum="2020-05-01")

    for eintrag, feld in (
        (projekt, "von_jahr"),
        (projekt, "bis_jahr"),
        (plan, "von_jahr"),
        (bericht, "jahr"),
    ):
        with pytest.raises(ValidationError) as fehler:
            eintrag.full_clean()
        assert feld in fehler.value.message_dict


def test_a_year_that_slipped_in_offers_no_thousand_years():
    Planfassung.objects.create(
        projekt=Projekt.objects.get(slug=IJAB), bezeichnung="Plan", von_jahr=1, bis_jahr=32767
    )

    jahre = Client().get("/projekte/").context["filter"].form["jahr"].field.choices
    assert len(list(jahre)) == 1 + 201


def test_the_filter_bar_is_folded_and_says_how_many_are_in_force():
    seite = Client().get("/berichte/?jahr=2014&quartal=4").text
    assert '<details class="filter no-print">' in seite
    assert "(2 aktiv)" in seite


# Issue 3, point 2: which filter belongs to which list.
GEHOERT = {
    "/gremien/": "art ebene gebiet thema zielgruppe organisation programm lebensstand",
    "/organisationen/": "art ebene gebiet thema",
    "/projekte/": "gebiet thema organisation jahr methode programm",
    "/berichte/": "art gebiet thema zielgruppe organisation jahr quartal programm",
    "/sitzungen/": "art gebiet thema jahr statt",
    "/vorlagen/": "art stand organisation gebiet thema jahr",
}


@pytest.mark.parametrize("liste", GEHOERT)
def test_each_filter_of_a_list_narrows_it_and_is_taken_away_by_itself(liste):
    ohne = Client().get(liste).context["filter"]
    assert set(ohne.form.fields) == set(GEHOERT[liste].split())
    for name, feld in ohne.form.fields.items():
        wert, wort = list(feld.choices)[1]
        antwort = Client().get(liste, {name: wert})
        assert antwort.context["filter"].chips == [(f"{feld.label}: {wort}", "?")]
        assert f"{feld.label}: {wort}" in Seite(antwort).text
        assert antwort.context["filter"].qs.count() <= ohne.qs.count()


@pytest.mark.parametrize(
    ("adresse", "erwartet"),
    [
        ("/gremien/?organisation=bamf", ["ag-sprache-und-integration", "runder-tisch-integration"]),
        ("/vorlagen/?organisation=stadt-herne&stand=abgeschlossen", ["2007"]),
        ("/berichte/?art=jahr", []),
    ],
)
def test_bodies_are_found_by_who_leads_them_and_papers_by_council_and_state(adresse, erwartet):
    assert gefunden(adresse) == erwartet


def test_a_body_is_found_by_the_organisation_that_sits_in_it_today():
    gremium, traeger = fabrik.gremium("Tisch"), fabrik.organisation("Haus Nord")
    fabrik.mitgliedschaft(gremium, organisation=traeger)
    fabrik.mitgliedschaft(fabrik.gremium("Früher"), organisation=traeger, bis="2020-01-01")

    assert gefunden("/gremien/?organisation=haus-nord") == ["tisch"]

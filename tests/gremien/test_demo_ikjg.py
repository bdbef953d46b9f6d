"""The demo data of source S0: IKJG's page "Unser Netzwerk" in Marburg."""

import pytest

from gremien.enums import Beziehungsart, Leitungsart, Mitgliedsrolle
from gremien.models import Gremienart, Gremium, Leitung, Mitgliedschaft, Netzwerkseite
from netzwerk.enums import Ebene, Publikum
from netzwerk.lib.dates import heute
from netzwerk.models import Organisation, Organisationsmitgliedschaft, Portal
from tests.demo_fixtures import demo_des_moduls

__all__ = ["demo_des_moduls"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_des_moduls")]

EINTRAEGE = [
    "Der Paritätische Wohlfahrtsverband Hessen",
    "LAG Soziale Brennpunkte Hessen",
    "LAG OKJA",
    "Bündnis kindgerechter Ganztag",
    "Bündnis für Soziale Stadt",
    "Lenkungsgruppe Sozialer Zusammenhalt, Stadt Marburg",
    "Steuerungsgruppe Sozialer Zusammenhalt",
    "Steuerungsgruppe GWA",
    "Runder Tisch Integration",
    "AG Sprache und Integration",
    "Jugendhilfeausschuss",
    "Fachausschuss Erziehungs- und Eingliederungshilfe",
    "Fachausschuss Jugendförderung",
    "Fachausschuss Kinderbetreuung",
    "AG 78 Kinderbetreuung",
    "AG 78 Prävention",
    "Aktionskreis Frauen und Arbeit",
    "AG Sozialberatung",
    "AK Wohnraumsicherung",
    "AK JIM",
    "Forum Jugendhilfe-Schule",
]
BEREICHE = {
    "fachausschuss-erziehungs-und-eingliederungshilfe": "die sozialräumlich verankerte Gemeinwesenarbeit",
    "fachausschuss-jugendfoerderung": "die sozialräumlich verankerte Jugendsozialarbeit",
    "fachausschuss-kinderbetreuung": (
        "die sozialräumlich verankerte Arbeit in der U3-Betreuung und einem Familienzentrum"
    ),
}


@pytest.fixture
def seite():
    return Netzwerkseite.objects.oeffentlich().get(organisation__slug="ikjg")


@pytest.fixture
def jha():
    return Gremium.objects.oeffentlich().get(slug="jugendhilfeausschuss-marburg")


def gremien_der_seite(seite):
    return Gremium.objects.filter(netzwerkeintraege__seite=seite)


def test_the_page_has_the_21_entries_of_the_source_in_its_order(seite):
    eintraege = seite.eintraege.oeffentlich().select_related("gremium", "organisation")
    assert [(eintrag.gremium or eintrag.organisation).name for eintrag in eintraege] == EINTRAEGE
    assert [eintrag.gremium is None for eintrag in eintraege] == [True] + [False] * 20
    assert seite.titel == "Unser Netzwerk"
    assert Portal.objects.aktuelles().eigene_organisation == seite.organisation


def test_every_entry_says_in_a_sentence_what_it_is(seite):
    assert all(gremium.kurztext and gremium.beschreibung for gremium in gremien_der_seite(seite))
    assert all("\u00a0" not in name for name in EINTRAEGE)


def test_the_federation_is_the_dachverband_of_ikjg():
    mitgliedschaft = Organisationsmitgliedschaft.objects.oeffentlich().get(organisation__slug="ikjg")
    assert mitgliedschaft.ist_dachverband
    assert mitgliedschaft.verband.name == EINTRAEGE[0]
    assert mitgliedschaft.verband.ebene == Ebene.LAND


def test_four_bodies_and_the_federation_work_at_the_level_of_the_state(seite):
    gremien = gremien_der_seite(seite).auf_ebene(Ebene.LAND).order_by("netzwerkeintraege__position")
    assert [gremium.name for gremium in gremien] == EINTRAEGE[1:5]
    assert gremien[1].ebenen_text == "Land, überregional"


def test_three_fachausschuesse_are_below_the_committee_and_keep_their_kind(jha):
    untere = Gremium.objects.filter(
        beziehungen__art=Beziehungsart.UNTERGREMIUM, beziehungen__zu_gremium=jha
    ).order_by("name")
    assert [gremium.name for gremium in untere] == EINTRAEGE[11:14]
    assert {gremium.art.name for gremium in untere} == {"Fachausschuss"}
    assert Gremienart.objects.get(name="Fachausschuss").gremien.count() == 3
    for gremium in untere:
        arten = set(gremium.beziehungen.filter(zu_gremium=jha).values_list("art", flat=True))
        assert arten == {Beziehungsart.UNTERGREMIUM, Beziehungsart.BERICHTET, Beziehungsart.AUFTRAG}


def test_the_two_ag_78_are_placed_at_the_committee_but_not_below_it(jha):
    angesiedelt = jha.gegenbeziehungen.filter(art=Beziehungsart.ANGESIEDELT)
    assert sorted(b.von_gremium.name for b in angesiedelt) == EINTRAEGE[14:16]
    assert {b.von_gremium.art.name for b in angesiedelt} == {"AG nach § 78 SGB VIII"}


def test_the_committee_keeps_the_words_of_the_source_and_names_the_law(jha):
    assert "beratendes Gremium" in jha.beschreibung
    assert jha.rechtsgrundlage == "§ 71 SGB VIII (Beschlussrecht)"
    vorsitz = jha.leitungen.get()
    assert vorsitz.art == Leitungsart.VORSITZ
    assert vorsitz.anzeigename(heute(), Publikum.OEFFENTLICH) == "Dezernentin"
    wir = jha.mitgliedschaften.oeffentlich().get(organisation__slug="ikjg")
    assert wir.funktion == "berichtendes, fachliches Mitglied"


@pytest.mark.parametrize(("slug", "bereich"), BEREICHE.items())
def test_a_colleague_is_seen_by_function_outside_and_by_name_inside(slug, bereich):
    mitgliedschaft = Mitgliedschaft.objects.oeffentlich().aktiv_am(heute()).get(gremium__slug=slug)
    assert mitgliedschaft.rolle == Mitgliedsrolle.GEWAEHLT
    assert mitgliedschaft.funktion == f"gewähltes Mitglied für {bereich}"
    assert mitgliedschaft.im_auftrag_von.slug == "ikjg"
    assert mitgliedschaft.anzeigename(heute(), Publikum.OEFFENTLICH) == ""
    assert "(erfunden)" in mitgliedschaft.anzeigename(heute(), Publikum.INTERN)
    assert mitgliedschaft.bis
    assert "(erfunden)" in str(mitgliedschaft.stellvertretungen.get().person)


def test_the_alliance_came_out_of_a_committee_that_is_only_a_stub():
    herkunft = Gremium.objects.oeffentlich().get(name="Landesjugendhilfeausschuss")
    assert [b.von_gremium.name for b in herkunft.gegenbeziehungen.all()] == ["Bündnis kindgerechter Ganztag"]
    assert herkunft.art.name == "Ausschuss"
    assert (herkunft.beschreibung, herkunft.ebene) == ("", "")


def test_the_alliance_for_soziale_stadt_counts_in_words_and_names_whom_it_addresses():
    buendnis = Gremium.objects.get(name="Bündnis für Soziale Stadt")
    assert buendnis.mitgliederzahl_text == "über 20 Kommunen"
    assert [art.text for art in buendnis.teilnehmende.all()] == [
        "über 20 Kommunen",
        "soziale Träger",
        "Unternehmen der Wohnungswirtschaft",
        "Wissenschaft",
        "zahlreiche Verbände und Initiativen aus Hessen",
    ]
    assert [adressat.text for adressat in buendnis.adressaten.all()] == [
        "Landesregierung",
        "politisch Verantwortliche",
        "Ministerien im Landtag",
    ]


def test_the_federal_office_leads_one_body_and_is_an_organisation():
    bamf = Organisation.objects.oeffentlich().get(kurzname="BAMF")
    assert [str(leitung.gremium) for leitung in Leitung.objects.filter(organisation=bamf)] == [
        "AG Sprache und Integration"
    ]


def test_printed_forms_of_names_stand_in_the_names():
    jim = Gremium.objects.get(name="AK JIM")
    assert jim.langname == "Arbeitskreis Jugend in Marburg"
    lag = Gremium.objects.get(name="LAG Soziale Brennpunkte Hessen")
    assert lag.langname == "Landesarbeitsgemeinschaft Soziale Brennpunkte Hessen"
    assert lag.weitere_bezeichnungen == "LAG (Landesarbeitsgemeinschaft Soziale Brennpunkte) Hessen"


def test_two_groups_belong_to_the_programme_and_the_forum_to_its_concept():
    gremien = Gremium.objects.filter(programme__name="Sozialer Zusammenhalt").order_by("name")
    assert [gremium.name for gremium in gremien] == EINTRAEGE[5:7]
    assert Gremium.objects.get(programme__name="Pädagogisches Handeln an Schule").name == EINTRAEGE[20]

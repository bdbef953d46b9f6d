"""The demo data of source S1: the page of Jena-Lobeda."""

import pytest
from PIL import Image

from gremien.enums import Lebensstand, Leitungsart
from gremien.models import Gremium, Mitgliedschaft, Netzwerkseite
from netzwerk.enums import Ebene, Publikum
from netzwerk.lib.dates import heute
from netzwerk.models import Bild
from tests.demo_fixtures import demo_des_moduls

__all__ = ["demo_des_moduls"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_des_moduls")]

# Heading and caption of each section; one has no picture.
ABSCHNITTE = [
    ("Vernetzungsgruppe Kinder- und Jugendarbeit", ["Ferien vor Ort mit Klex"]),
    ("Arbeitskreis Generationen", ["Veranstaltung des Generationennetzwerkes"]),
    ("Netzwerkrunde Arbeit mit Geflüchteten", []),
    ("Jenaer Integrationsbündnis", ["Bündnispartner Kindersprachbrücke"]),
    ("Thüringer Arbeitsgemeinschaft Stadtentwicklung", ["THASG-Mitglieder im Austausch"]),
]
THASG = "Thüringer Arbeitsgemeinschaft Soziale Stadtentwicklung und Gemeinwesenarbeit"


def test_the_page_has_five_sections_with_four_captions():
    seite = Netzwerkseite.objects.oeffentlich().get(gebiet__slug="jena-lobeda")
    assert seite.titel == "Netzwerke und Stadtteilaustausch"
    assert [
        (eintrag.gremium.name, [str(platz.bild) for platz in eintrag.gremium.bildplaetze.all()])
        for eintrag in seite.eintraege.all()
    ] == ABSCHNITTE


def test_pictures_are_ours_small_and_described():
    bilder = Bild.objects.oeffentlich()
    assert bilder.count() == 4
    assert not bilder.ohne_rechte().exists()
    for bild in bilder:
        assert (bild.breite, bild.hoehe) == (1200, 800)
        assert bild.alternativtext.startswith("Zeichnung: ")
        assert bild.rechte == "eigene Zeichnung, CC0"
        with bild.datei.open() as datei:
            assert Image.open(datei).format == "WEBP"
            assert datei.size < 60_000


def test_two_equals_lead_the_vernetzungsgruppe():
    gruppe = Gremium.objects.get(name=ABSCHNITTE[0][0])
    leitungen = gruppe.leitungen.oeffentlich()
    assert [leitung.anzeigename(heute(), Publikum.OEFFENTLICH) for leitung in leitungen] == [
        "Fachdienst Jugend und Bildung",
        "Stadtteilbüro Lobeda",
    ]
    assert {leitung.art for leitung in leitungen} == {Leitungsart.LEITUNG}
    assert [str(z) for z in gruppe.zielgruppen.all()] == ["Kinder und Jugendliche"]
    assert "Ferien vor Ort" in gruppe.beschreibung
    assert gruppe.rhythmus_text == "regelmäßig"


def test_the_network_of_generations_is_a_body_of_its_own():
    treffpunkt = Gremium.objects.oeffentlich().get(name="Treffpunkt Generationen Jena")
    traeger = treffpunkt.leitungen.get()
    assert (traeger.art, traeger.organisation.name) == (Leitungsart.TRAEGERSCHAFT, "ÜAG gGmbH")
    assert treffpunkt.ebene == Ebene.STADT
    kreis = Gremium.objects.get(name="Arbeitskreis Generationen")
    assert kreis.beziehungen.get().zu_gremium == treffpunkt
    assert kreis.leitungen.get().stelle.bezeichnung == "Sozialplanerin"


def test_kubus_is_supported_and_no_member():
    assert "/organisationen/kubus/" in Gremium.objects.get(name="Arbeitskreis Generationen").beschreibung
    assert not Mitgliedschaft.objects.filter(organisation__kurzname="KuBuS").exists()


def test_the_round_for_refugees_is_at_work():
    assert Gremium.objects.get(name=ABSCHNITTE[2][0]).lebensstand == Lebensstand.AKTIV


def test_the_alliance_has_the_partner_of_the_caption():
    buendnis = Gremium.objects.get(name="Jenaer Integrationsbündnis")
    assert [m.mitglied_name for m in buendnis.mitgliedschaften.oeffentlich()] == ["Kindersprachbrücke"]


def test_thasg_differs_in_heading_and_long_name_and_is_an_organisation_too():
    thasg = Gremium.objects.get(kurzname="THASG")
    assert (thasg.name, thasg.langname) == (ABSCHNITTE[4][0], THASG)
    assert thasg.zugleich_organisation.name == THASG
    assert (thasg.rechtsform, thasg.seit_text, thasg.ebene) == ("Verein", "2010", Ebene.LAND)
    verband = thasg.eigene_mitgliedschaften.get().gremium
    assert verband.name == "Bundesarbeitsgemeinschaft Soziale Stadtentwicklung und Gemeinwesenarbeit"

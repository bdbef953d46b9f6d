"""What a visitor reads on the demo: the statements of the five sources that need no search and no login."""

import itertools
import re

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from sitzungen.demo import alles_laden
from tests.seiten import lesen

pytestmark = pytest.mark.django_db
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
KUNDEN = [
    "Dorsten",
    "Ibbenbüren",
    "Landkreis Leer",
    "Dortmund",
    "Oldenburg",
    "Landkreis Rottweil",
    "Stolberg",
]
# Words of rows that are in the demo and must never reach a visitor.
NIE_OEFFENTLICH = ("GEHEIMSACHE", "3206", "Ehrig", "Erfundene Person der Demodaten")


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    medien = tmp_path_factory.mktemp("medien")
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=medien):
        alles_laden()
        yield medien
        transaction.set_rollback(True)


@pytest.fixture
def besucher():
    return Client(headers={"host": "localhost"})


# --- S0 IKJG -------------------------------------------------------------------------------------


def test_s0_1_the_network_page_shows_21_entries_in_the_order_of_the_source(besucher):
    seite = lesen(besucher, "/netzwerk/")
    ziele = [(seite.ziel(name), name) for name in EINTRAEGE]

    assert [
        text for ebene, text in seite.ueberschriften if ebene in {2, 3} and text in EINTRAEGE
    ] == EINTRAEGE
    assert len(seite.ueberschriften) == 1 + 21
    assert "Fachgremien" in seite.text.partition(EINTRAEGE[0])[0]
    for adresse, name in ziele:
        assert lesen(besucher, adresse).titel(1) == [name]


def test_s0_1_three_fachausschuesse_hang_under_the_jugendhilfeausschuss(besucher):
    seite = lesen(besucher, "/netzwerk/")

    assert seite.titel(3) == [name for name in EINTRAEGE if name.startswith("Fachausschuss")]
    assert len(seite.titel(2)) == 18


def test_s0_3_the_jugendhilfeausschuss_has_our_role_a_chair_without_a_name_and_three_bodies_under_it(
    besucher,
):
    seite = lesen(besucher, "/gremien/jugendhilfeausschuss-marburg/")

    assert "Unsere Rolle IKJG: berichtendes, fachliches Mitglied" in seite.text
    assert re.search(r"Vorsitz Dezernentin\s+Stadt Marburg", seite.text)
    assert "Hat Untergremien" in seite.text
    for name in EINTRAEGE[11:14]:
        fachausschuss = lesen(besucher, seite.ziel(name))
        assert fachausschuss.ziel("Jugendhilfeausschuss") == "/gremien/jugendhilfeausschuss-marburg/"
        assert "Ist Untergremium von" in fachausschuss.text


def test_s0_4_a_seat_shows_function_and_area_and_no_name(besucher):
    from gremien.models import Mitgliedschaft

    seite = lesen(besucher, "/gremien/fachausschuss-jugendfoerderung/")
    kolleginnen = [
        mitgliedschaft.person.nachname
        for mitgliedschaft in Mitgliedschaft.objects.filter(gremium__slug="fachausschuss-jugendfoerderung")
        if mitgliedschaft.person
    ]

    assert "gewähltes Mitglied für die sozialräumlich verankerte Jugendsozialarbeit" in seite.text
    assert kolleginnen
    assert [name for name in kolleginnen if name in seite.quelle] == []


def test_s0_5_the_alliance_comes_from_a_stub_that_lists_it(besucher):
    seite = lesen(besucher, "/gremien/buendnis-kindgerechter-ganztag/")
    herkunft = seite.ziel("Landesjugendhilfeausschuss")

    assert "Hervorgegangen aus" in seite.text
    assert (
        lesen(besucher, herkunft).ziel("Bündnis kindgerechter Ganztag")
        == "/gremien/buendnis-kindgerechter-ganztag/"
    )


def test_s0_6_participants_by_kind_and_addressees(besucher):
    seite = lesen(besucher, "/gremien/buendnis-fuer-soziale-stadt/")

    assert "über 20 Kommunen" in seite.nach("Es nehmen teil")
    for wort in ("Landesregierung", "politisch Verantwortliche", "Ministerien"):
        assert wort in seite.nach("An wen es sich richtet")


def test_s0_7_the_leader_links_to_all_it_leads(besucher):
    seite = lesen(besucher, "/gremien/ag-sprache-und-integration/")
    bamf = next(
        lesen(besucher, href)
        for href, text in seite.links
        if "Bundesamt für Migration und Flüchtlinge" in text
    )

    assert bamf.ziel("AG Sprache und Integration") == "/gremien/ag-sprache-und-integration/"
    assert "Leitet" in bamf.titel(2)


def test_s0_9_the_federation_stands_apart_as_an_organisation(besucher):
    seite = lesen(besucher, "/netzwerk/")

    assert seite.ziel(EINTRAEGE[0]).startswith("/organisationen/")
    assert seite.quelle.count("entry--apart") == 1


# --- S1 Jena-Lobeda ------------------------------------------------------------------------------


def test_s1_1_five_sections_four_images_with_their_captions(besucher):
    seite = lesen(besucher, "/gebiete/jena-lobeda/")
    abschnitte = [
        "Vernetzungsgruppe Kinder- und Jugendarbeit",
        "Arbeitskreis Generationen",
        "Netzwerkrunde Arbeit mit Geflüchteten",
        "Jenaer Integrationsbündnis",
        "Thüringer Arbeitsgemeinschaft Stadtentwicklung",
    ]

    assert seite.titel(3)[:5] == abschnitte
    assert len(seite.bilder) == 4
    assert all(alternativtext for _, alternativtext in seite.bilder)
    for unterschrift in (
        "Ferien vor Ort mit Klex",
        "Veranstaltung des Generationennetzwerkes",
        "Bündnispartner Kindersprachbrücke",
        "THASG-Mitglieder im Austausch",
    ):
        assert seite.quelle.count(f"<figcaption>{unterschrift} ") == 1
    ohne_bild = seite.quelle.partition('id="netzwerkrunde-arbeit-mit-gefluechteten"')[2].partition("</li>\n")[
        0
    ]
    assert "<figure" not in ohne_bild.partition("Jenaer Integrationsbündnis")[0]


def test_s1_2_two_equal_leads(besucher):
    seite = lesen(besucher, "/gremien/vernetzungsgruppe-kinder-und-jugendarbeit/")
    leitung = seite.nach("Wer dabei ist")

    assert re.match(
        r"\s*Leitung Fachdienst Jugend und Bildung\S*\s+Stadtteilbüro", leitung.replace(" Jena", "")
    )
    assert "Kinder und Jugendliche" in seite.text
    assert "Ferien vor Ort" in seite.text
    assert "Klex" in seite.text


def test_s1_3_the_network_inside_the_text_is_a_body_of_its_own(besucher):
    kreis = lesen(besucher, "/gremien/arbeitskreis-generationen/")
    netzwerk = lesen(besucher, "/gremien/treffpunkt-generationen-jena/")

    assert any(href == "/gremien/treffpunkt-generationen-jena/" for href, _ in kreis.links)
    assert re.search(r"Trägerschaft ÜAG gGmbH", netzwerk.text)
    assert "Stadt/Gemeinde" in netzwerk.text


def test_s1_4_thasg_is_an_association_since_2010_and_member_of_a_federal_one(besucher):
    seite = lesen(besucher, "/gremien/thueringer-arbeitsgemeinschaft-stadtentwicklung/")
    bund = "Bundesarbeitsgemeinschaft Soziale Stadtentwicklung und Gemeinwesenarbeit"

    assert "Besteht seit 2010" in seite.text
    assert "Verein/Verband" in seite.text
    assert re.search(r"Land\b", seite.text)
    assert f"Ist Mitglied in {bund}" in seite.text
    assert lesen(besucher, seite.ziel(bund)).titel(1) == [bund]


def test_thasg_has_one_page_under_two_addresses(besucher):
    from netzwerk.models import Organisation

    organisation = Organisation.objects.get(zugleich_gremium__isnull=False)
    antwort = besucher.get(organisation.get_absolute_url())

    assert antwort.status_code == 302
    assert antwort["Location"] == "/gremien/thueringer-arbeitsgemeinschaft-stadtentwicklung/"


# --- S2 IN/S/O -----------------------------------------------------------------------------------


def test_s2_1_five_projects_newest_first(besucher):
    seite = lesen(besucher, "/projekte/")

    assert [ziel for ziel, _ in seite.links if re.fullmatch(r"/projekte/[\w-]+/", ziel)] == [
        "/projekte/foerderplan-ibbenbueren/",
        "/projekte/foerderplan-dortmund/",
        "/projekte/integrierte-sozialplanung-dorsten/",
        "/projekte/jugendhilfeplanung-landkreis-leer/",
        "/projekte/internationale-jugendarbeit-im-plan/",
    ]
    for worte in (
        "Auftrag: Stadt Dorsten",
        "2016–2017",
        "Begleitung der Konzeptentwicklung",
        "gefördert: NRW hält",
    ):
        assert worte in seite.text


def test_s2_2_ijip(besucher):
    seite = lesen(besucher, "/projekte/internationale-jugendarbeit-im-plan/")

    assert "IJAB" in seite.nach("Koordination")
    for ort in ("Berlin Steglitz-Zehlendorf", "Bremen", "Essen", "Hamm", "Kreis Steinfurt", "Wiesbaden"):
        assert ort in seite.nach("Standorte")
    assert "Kinder- und Jugendplan des Bundes" in seite.nach("Gefördert durch")
    assert "JiVE. Jugendarbeit international – Vielfalt erleben" in seite.nach("Teil von")
    assert "Kommune goes International" in seite.nach("Knüpft an")
    assert "Projektzeitraum 2015–2016" in seite.text
    link = next(text for href, text in seite.links if href == "https://www.ijab.de/ijip/")
    assert link.endswith("(externer Link)")


def test_s2_3_ibbenbueren_has_two_plan_versions_and_no_project_period(besucher):
    seite = lesen(besucher, "/projekte/foerderplan-ibbenbueren/")
    plaene = seite.nach("Der Plan und seine Fortschreibung")

    assert re.search(r"gilt 2014–2017.*gilt 2018–2021 · schreibt den vorigen Plan fort", plaene)
    assert "Projektzeitraum" not in seite.text


def test_s2_4_leer_is_commissioned_by_its_committee_and_was_to_be_dealt_with_in_november_2017(besucher):
    seite = lesen(besucher, "/projekte/jugendhilfeplanung-landkreis-leer/")

    assert "Jugendhilfeausschuss" in seite.nach("Beauftragt durch")
    assert seite.ziel("Jugendhilfeausschuss") == "/gremien/jugendhilfeausschuss-leer/"
    assert "November 2017" in seite.nach("Beratung in Gremien")


def test_s2_5_seven_current_clients_those_without_project_are_plain(besucher):
    seite = lesen(besucher, "/projekte/")
    kunden = seite.nach("Aktuelle Kunden von IN/S/O")

    assert kunden.split(" Stimmt eine Angabe")[0].split() == " ".join(KUNDEN).split()
    assert [name for name in KUNDEN if seite.ziel(name)] == KUNDEN[:4]


# --- S3 Herne ------------------------------------------------------------------------------------


def test_s3_1_the_paper_with_all_header_fields(besucher):
    seite = lesen(besucher, "/vorlagen/2007/0590/")

    for feld, wert in (
        ("Betreff", "Durchführung von Stadtbezirkskonferenzen"),
        ("Status", "öffentlich"),
        ("Vorlage-Art", "öffentliche Beschlussvorlage"),
        ("Verfasser", "Herr Domer"),
        ("Federführend", "FB 42 - Kinder-Jugend-Familie"),
        ("Bearbeiter/-in", "Schweppe-Ziffling, Iris"),
    ):
        assert f"{feld} {wert}" in seite.text
    assert "Jugendhilfeausschuss Entscheidung, 30.10.2007: beschlossen" in seite.text
    assert seite.titel(3) == [
        "Begriffsklärung",
        "Selbstverständnis und Ziel",
        "Gesetzliche Aufträge zur Zusammenarbeit",
        "Anlässe zur Zusammenarbeit",
        "Inhalte der ersten Konferenz",
        "Zuständigkeiten für die Stadtbezirkskonferenzen innerhalb der Verwaltung",
        "Tagungsrhythmus und Berichtswesen",
        "Zeitplanung",
        "Beteiligte Akteure",
    ]
    assert "Anlagen keine Anlagen" in seite.text
    assert "Der Oberbürgermeister In Vertretung Gudrun Thierhoff (Stadträtin)" in seite.text
    assert seite.titel(2).count("Beschlussvorschlag") == 1
    assert "3206" not in seite.quelle


def test_s3_2_from_the_body_to_the_meeting_to_the_paper_and_back(besucher):
    gremium = lesen(besucher, "/gremien/jugendhilfeausschuss-herne/")
    vorlage = lesen(besucher, "/vorlagen/2007/0590/")
    sitzung_url, _, punkt = vorlage.ziel("30.10.2007").partition("#")
    sitzung = lesen(besucher, sitzung_url)
    assert f'id="{punkt}"' in sitzung.quelle, "the link leads to the agenda item"

    assert sitzung_url in [href for href, _ in gremium.links]
    assert (
        sitzung.ziel("Vorlage 2007/0590: Durchführung von Stadtbezirkskonferenzen") == "/vorlagen/2007/0590/"
    )
    assert sitzung.ziel("Jugendhilfeausschuss") == "/gremien/jugendhilfeausschuss-herne/"


def test_s3_3_four_planned_conferences_sodingen_first(besucher):
    sodingen = lesen(besucher, "/gremien/stadtbezirkskonferenz-sodingen/")
    assert "geplant" in sodingen.text
    assert "Februar 2008" in sodingen.nach("Wann es tagt")
    for bezirk in ("wanne", "eickel", "herne-mitte"):
        seite = lesen(besucher, f"/gremien/stadtbezirkskonferenz-{bezirk}/")
        assert "im Verlauf des Jahres 2008" in seite.text
        assert seite.ziel("2007/0590: Durchführung von Stadtbezirkskonferenzen") == "/vorlagen/2007/0590/"
        assert re.search(r"nach Auswertung der ersten Konferenz", seite.text)


def test_s3_4_sodingen_rhythm_invited_groups_and_team(besucher):
    seite = lesen(besucher, "/gremien/stadtbezirkskonferenz-sodingen/")
    team = lesen(besucher, seite.ziel("Organisationsteam Sodingen"))

    assert "Tagt maximal 2x im Jahr" in seite.text
    assert "pro Schultyp ein Vertreter" in seite.text
    for sitz in (
        "TeamleiterIn 42/3",
        "GruppenLeiterIn ASD",
        "LeiterIn Kita/Familienzentrum",
        "VertreterIn Freier Träger",
    ):
        assert sitz in team.text
    aufgaben = team.quelle.partition("<h2>Aufgaben</h2>")[2].partition("</ul>")[0]
    assert aufgaben.count("<li>") == 7


# --- S4 Kreis Offenbach --------------------------------------------------------------------------


def test_s4_1_the_alliance_with_its_number_and_its_one_named_member(besucher):
    seite = lesen(besucher, "/gremien/arbeitsgemeinschaft-weinheimer-initiative/")

    assert re.search(r"Mitglieder über 20 Städte\w* und Landkreise\w* \(Stand 201[45]\)", seite.text)
    assert "Kreis Offenbach" in seite.nach("Wer dabei ist")
    assert seite.ziel("Bericht 4. Quartal 2014") == "/berichte/kreis-offenbach-2014-q4/"


def test_s4_2_the_report_with_both_dates_three_sections_and_two_right_links(besucher):
    seite = lesen(besucher, "/berichte/kreis-offenbach-2014-q4/")

    assert seite.titel(1) == ["Bericht 4. Quartal 2014"]
    assert "Kreis Offenbach, 01.01.2015" in seite.text
    assert "Ulrike Jung-Turek Kreis Offenbach, 01.12.2014" in seite.text
    assert [titel for titel in seite.titel(2) if titel != "Auf einen Blick"] == [
        "Aktueller Bericht Kreis Offenbach",
        "JUGEND STÄRKEN im Quartier",
        "Hessisches Ausbildungs- und Qualifizierungsbudget ab 2015",
    ]
    adressen = {href for href, _ in seite.links}
    assert "http://www.jugend-staerken.de/232.html" in adressen
    assert (
        "https://www.wibank.de/de/Foerderprogramme/BildungUndBeschaeftigung/Ausbildungsbudget.html"
        in adressen
    )


# --- What never shows, and what every page costs ---------------------------------------------------


@pytest.fixture(scope="module")
def alle_seiten(demo, django_db_blocker):
    """Every page that a visitor can reach from the start page by following links, and its queries."""
    gelesen, offen = {}, ["/"]
    client = Client(headers={"host": "localhost"})
    with django_db_blocker.unblock():
        while offen:
            adresse = offen.pop()
            if adresse in gelesen:
                continue
            with CaptureQueriesContext(connection) as anfragen:
                gelesen[adresse] = lesen(client, adresse)
            gelesen[adresse].anfragen = len(anfragen)
            offen += [
                href.partition("#")[0]
                for href, _ in gelesen[adresse].links
                if href.startswith("/")
                # The form for hints sets a cookie (test_hinweis.py); calendars and feeds have no headings.
                and not href.startswith(("/konto/", "/medien/", "/hinweis/"))
                and not href.partition("?")[0].endswith((".ics", ".xml", ".pdf"))
            ]
    assert not client.cookies
    return gelesen


def test_s3_9_nothing_that_is_not_public_shows_anywhere(alle_seiten):
    assert len(alle_seiten) > 150
    assert {adresse: seite.status for adresse, seite in alle_seiten.items() if seite.status != 200} == {
        # THASG is a body and an organisation at once: one page, two addresses.
        "/organisationen/thasg/": 302
    }
    funde = {
        (adresse, wort)
        for adresse, seite in alle_seiten.items()
        for wort in NIE_OEFFENTLICH
        if wort in seite.quelle
    }
    assert funde == set()


def test_the_hidden_things_are_really_there_and_cannot_be_guessed(besucher):
    from gremien.models import Gremium
    from sitzungen.models import Sitzung, Vorlage

    for modell in (Gremium, Vorlage, Sitzung):
        versteckt = modell.objects.exclude(pk__in=modell.objects.oeffentlich().values("pk"))
        assert versteckt.exists(), modell
        for objekt in versteckt:
            antwort = besucher.get(objekt.get_absolute_url())
            assert antwort.status_code in {404, 410}, objekt
            assert "GEHEIMSACHE" not in antwort.content.decode()


def test_every_page_of_the_demo_needs_eight_queries_or_fewer(alle_seiten):
    zu_viele = {adresse: seite.anfragen for adresse, seite in alle_seiten.items() if seite.anfragen > 8}

    assert zu_viele == {}


def test_headings_never_skip_a_level_and_there_is_one_h1(alle_seiten):
    for adresse, seite in alle_seiten.items():
        if seite.status != 200:
            continue
        stufen = [ebene for ebene, _ in seite.ueberschriften]
        assert stufen.count(1) == 1, adresse
        assert all(b <= a + 1 for a, b in itertools.pairwise(stufen)), (adresse, seite.ueberschriften)

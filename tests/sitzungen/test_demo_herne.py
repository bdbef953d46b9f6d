"""The demo data of source S3: Herne's planned Stadtbezirkskonferenzen and the paper 2007/0590."""

from datetime import date

import pytest

from gremien.demo import herne as herne_gremien
from gremien.demo import inso as inso_gremien
from gremien.enums import Beziehungsart, Lebensstand, Leitungsart, Pflichtregel
from gremien.models import Berichtspflicht, Gremium, Leitung
from netzwerk.demo import gebiete
from netzwerk.demo import herne as herne_organisationen
from netzwerk.demo import inso as inso_organisationen
from netzwerk.lib.text import als_text
from sitzungen.demo import herne, inso
from sitzungen.enums import Ergebnis, Schrittstatus, Sitzungsstatus, Umsetzung, Zustaendigkeit
from sitzungen.models import Beschluss, Projektberatung, Sitzung, Vorlage
from tests.demo import geladen, noch_einmal

pytestmark = pytest.mark.django_db
TEILE = (
    gebiete,
    inso_organisationen,
    herne_organisationen,
    inso_gremien,
    herne_gremien,
    inso,
    herne,
)
STADTBEZIRKE = ("Sodingen", "Wanne", "Eickel", "Herne-Mitte")


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    with geladen(django_db_blocker, *TEILE) as lader:
        yield lader


@pytest.fixture
def vorlage():
    return Vorlage.objects.oeffentlich().get(kennung="2007/0590")


def konferenz(name):
    return Gremium.objects.oeffentlich().get(name=f"Stadtbezirkskonferenz {name}")


def test_header_of_the_paper_is_exact(vorlage):
    assert vorlage.get_absolute_url() == "/vorlagen/2007/0590/"
    assert vorlage.koerperschaft.name == "Stadt Herne"
    assert vorlage.betreff == "Durchführung von Stadtbezirkskonferenzen"
    assert vorlage.status_text == "öffentlich"
    assert vorlage.get_art_display() == "öffentliche Beschlussvorlage"
    assert vorlage.verfasser == "Herr Domer"
    assert vorlage.federfuehrend.name == "FB 42 - Kinder-Jugend-Familie"
    assert vorlage.bearbeiter == "Schweppe-Ziffling, Iris"
    assert vorlage.datum is None
    assert vorlage.anlagen.count() == 0
    assert vorlage.unterzeichnung.splitlines() == [
        "Der Oberbürgermeister",
        "In Vertretung",
        "Gudrun Thierhoff",
        "(Stadträtin)",
    ]
    assert vorlage.namen_grundlage == "veröffentlichte Vorlage im Ratsinformationssystem"


def test_extension_stands_in_the_internal_field_only(vorlage):
    assert vorlage.verfasser_telefon == "3206"
    andere = [
        str(getattr(zeile, feld.attname))
        for zeile in (vorlage, *vorlage.abschnitte.all(), *Sitzung.objects.all(), *Beschluss.objects.all())
        for feld in zeile._meta.fields
        if feld.attname != "verfasser_telefon"
        and not feld.attname.endswith(("_am", "_id"))
        and feld.name != "id"
    ]
    assert "Herr Domer" in andere
    assert [text for text in andere if "3206" in text] == []


def test_page_of_the_paper_shows_the_author_and_no_extension(vorlage, client):
    seite = client.get(vorlage.get_absolute_url()).content.decode()
    assert "Herr Domer" in seite
    assert "3206" not in seite


def test_nine_headings_without_bullets(vorlage):
    ueberschriften = [abschnitt.ueberschrift for abschnitt in vorlage.abschnitte.all()]
    assert ueberschriften == [
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


@pytest.mark.parametrize(
    ("ueberschrift", "punkte"),
    [
        ("Gesetzliche Aufträge zur Zusammenarbeit", 5),
        ("Anlässe zur Zusammenarbeit", 9),
        ("Inhalte der ersten Konferenz", 6),
        ("Zuständigkeiten für die Stadtbezirkskonferenzen innerhalb der Verwaltung", 4 + 7),
        ("Beteiligte Akteure", 7),
    ],
)
def test_lists_are_complete(vorlage, ueberschrift, punkte):
    assert vorlage.abschnitte.get(ueberschrift=ueberschrift).text.count("<li>") == punkte


def test_paper_keeps_both_orders_of_the_following_conferences(vorlage):
    assert "Eickel, Herne-Mitte und Wanne" in vorlage.beschlussvorschlag
    assert "Wanne, Eickel und Herne-Mitte" in vorlage.abschnitte.get(ueberschrift="Zeitplanung").text
    hinweis = Sitzung.objects.get(gremium=konferenz("Eickel")).hinweis
    assert "Eickel, Herne-Mitte und Wanne" in hinweis
    assert "Wanne, Eickel und Herne-Mitte" in hinweis


def test_course_leads_to_meeting_and_item_and_back(vorlage):
    (schritt,) = vorlage.beratungen.oeffentlich()
    assert schritt.gremium.get_absolute_url() == "/gremien/jugendhilfeausschuss-herne/"
    assert (schritt.zustaendigkeit, schritt.ergebnis, schritt.schrittstatus) == (
        Zustaendigkeit.ENTSCHEIDUNG,
        Ergebnis.BESCHLOSSEN,
        Schrittstatus.ERLEDIGT,
    )
    assert schritt.wann_text == "30.10.2007"
    assert schritt.punkt.sitzung == schritt.sitzung
    assert schritt.punkt.titel == "Durchführung von Stadtbezirkskonferenzen"
    assert schritt.punkt.ergebnis == Ergebnis.BESCHLOSSEN
    assert list(schritt.punkt.beratungen.all()) == [schritt]


def test_committee_met_twice_at_unknown_times():
    sitzungen = (
        Sitzung.objects.oeffentlich().filter(gremium__slug="jugendhilfeausschuss-herne").order_by("datum")
    )
    assert [(s.wann_text, s.zeit_text, s.status) for s in sitzungen] == [
        ("19.09.2007", "", Sitzungsstatus.DURCHGEFUEHRT),
        ("30.10.2007", "", Sitzungsstatus.DURCHGEFUEHRT),
    ]


def test_promise_is_kept_by_the_paper(vorlage):
    zusage = Beschluss.objects.oeffentlich().get(art="zusage")
    assert (zusage.datum, zusage.frist_text) == (date(2007, 9, 19), "nächste Sitzung")
    assert (zusage.umsetzung, zusage.erledigt_am) == (Umsetzung.UMGESETZT, date(2007, 10, 30))
    assert zusage.erledigt_durch == vorlage
    assert [notiz.umsetzung for notiz in zusage.statusnotizen.all()] == [Umsetzung.UMGESETZT]


def test_order_of_the_committee_is_open(vorlage):
    auftrag = Beschluss.objects.oeffentlich().get(art="auftrag")
    assert (auftrag.datum, auftrag.vorlage, auftrag.umsetzung) == (
        date(2007, 10, 30),
        vorlage,
        Umsetzung.OFFEN,
    )
    assert auftrag.wortlaut.startswith("<p>Sinngemäß:")


def test_four_conferences_are_planned_sodingen_first():
    konferenzen = Gremium.objects.oeffentlich().filter(art__name="Konferenz").order_by("id")
    assert [gremium.name for gremium in konferenzen] == [
        f"Stadtbezirkskonferenz {name}" for name in STADTBEZIRKE
    ]
    assert {gremium.lebensstand for gremium in konferenzen} == {Lebensstand.GEPLANT}
    assert [gremium.get_absolute_url() for gremium in konferenzen] == [
        "/gremien/stadtbezirkskonferenz-sodingen/",
        "/gremien/stadtbezirkskonferenz-wanne/",
        "/gremien/stadtbezirkskonferenz-eickel/",
        "/gremien/stadtbezirkskonferenz-herne-mitte/",
    ]
    termine = [Sitzung.objects.oeffentlich().get(gremium=gremium) for gremium in konferenzen]
    assert [(s.wann_text, s.voraussetzung) for s in termine] == [
        ("Februar 2008", ""),
        *[("im Verlauf des Jahres 2008", "nach Auswertung der ersten Konferenz")] * 3,
    ]


@pytest.mark.parametrize("name", STADTBEZIRKE)
def test_conference_has_rhythm_occasions_and_seven_invited_groups(name):
    gremium = konferenz(name)
    assert (gremium.rhythmus_text, gremium.rhythmus_max, gremium.rhythmus_einheit) == (
        "maximal 2x im Jahr",
        2,
        "jahr",
    )
    assert gremium.get_ebene_display() == "Stadtbezirk"
    assert gremium.rechtsgrundlage == "§ 7 KJFöG, § 5 Schul-G"
    assert gremium.aufgaben.count("<li>") == 9
    assert [gebiet.name for gebiet in gremium.gebiete.all()] == [name]
    regeln = [kategorie.regeltext for kategorie in gremium.sitzkategorien.all()]
    assert len(regeln) == 7
    assert regeln[1] == "pro Schultyp ein Vertreter der Schulen, möglichst die Schulleitung"
    assert "AGTE" in regeln[0]
    assert "AG der Wohlfahrtsverbände" in regeln[5]


@pytest.mark.parametrize("name", STADTBEZIRKE)
def test_team_below_each_conference_has_four_seats_and_seven_tasks(name):
    (beziehung,) = konferenz(name).gegenbeziehungen.oeffentlich().untergremien()
    team = beziehung.von_gremium
    assert (team.name, team.art.name) == (f"Organisationsteam {name}", "Organisationsteam")
    assert team.aufgaben.count("<li>") == 7
    mitglieder = team.mitgliedschaften.oeffentlich().mit_namen()
    assert [(m.stelle.bezeichnung, m.person) for m in mitglieder] == [
        ("TeamleiterIn 42/3", None),
        ("GruppenLeiterIn ASD", None),
        ("LeiterIn Kita/Familienzentrum", None),
        ("VertreterIn Freier Träger", None),
    ]
    assert [kategorie.soll_text for kategorie in team.sitzkategorien.all()] == ["1 Sitz"] * 4


def test_process_is_steered_by_three_positions():
    leitungen = Leitung.objects.oeffentlich().filter(art=Leitungsart.PROZESSSTEUERUNG)
    assert [leitung.stelle.bezeichnung for leitung in leitungen] == [
        "AbteilungsleiterIn 42/1",
        "AbteilungsleiterIn 42/3",
        "AbteilungsleiterIn 42/4",
    ]
    assert {leitung.gremium.name for leitung in leitungen} == {"Stadtbezirkskonferenzen Herne"}


def test_conferences_hang_below_their_common_frame():
    rahmen = Gremium.objects.get(slug="stadtbezirkskonferenzen-herne")
    unter = rahmen.gegenbeziehungen.filter(art=Beziehungsart.UNTERGREMIUM)
    assert {b.von_gremium.name for b in unter} == {f"Stadtbezirkskonferenz {name}" for name in STADTBEZIRKE}


def test_duties_to_report():
    einmal, immer = Berichtspflicht.objects.order_by("id")
    assert (einmal.regel, [g.name for g in einmal.empfaenger.all()]) == (
        Pflichtregel.NACH_EREIGNIS,
        ["Jugendhilfeausschuss"],
    )
    assert einmal.gremium == konferenz("Sodingen")
    assert immer.regel == Pflichtregel.BEGINN_UND_MITTE
    assert "zur Mitte und zum Beginn einer Legislaturperiode" in immer.wortlaut
    assert "außergewöhnlichen Entscheidungen oder Maßnahmen" in immer.ausnahme
    assert {gremium.name for gremium in immer.empfaenger.all()} == {
        "Jugendhilfeausschuss",
        "Rat der Stadt Herne",
        *(f"Bezirksvertretung {name}" for name in STADTBEZIRKE),
    }


def test_two_committees_of_one_name_have_addresses_of_their_own():
    namen = Gremium.objects.oeffentlich().filter(name="Jugendhilfeausschuss").values_list("slug", flat=True)
    assert set(namen) == {"jugendhilfeausschuss-herne", "jugendhilfeausschuss-leer"}


def test_leer_is_dealt_with_in_a_month_not_on_a_day():
    (beratung,) = Projektberatung.objects.oeffentlich()
    assert (beratung.wann_text, beratung.gremium.slug) == ("November 2017", "jugendhilfeausschuss-leer")


def test_misspelling_and_bullets_of_the_export_are_gone():
    texte = [als_text(zeile.text) for zeile in Vorlage.objects.get().abschnitte.all()]
    assert "Stadtbezirkskonferenzen" in " ".join(texte)
    assert not [text for text in texte if "Stadteilkonferenz" in text or text.startswith("§ ")]


def test_loading_again_makes_nothing_new():
    assert noch_einmal(*TEILE) == 0

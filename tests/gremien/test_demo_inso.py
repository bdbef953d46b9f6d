"""The demo data of source S2: IN/S/O, its five projects and seven clients."""

import pytest

from gremien.demo import inso
from gremien.enums import Beteiligungsart, Bezugsart
from gremien.models import Kunde, Methode, Planfassung, Projekt
from netzwerk.demo import gebiete
from netzwerk.demo import inso as inso_organisationen
from netzwerk.models import Dokument, Programm
from tests.demo import geladen, noch_einmal

pytestmark = pytest.mark.django_db
TEILE = (gebiete, inso_organisationen, inso)


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    with geladen(django_db_blocker, *TEILE) as lader:
        yield lader


def projekt(slug):
    return Projekt.objects.oeffentlich().get(slug=slug)


def programme(slug):
    bezuege = projekt(slug).programmbezuege.select_related("programm")
    return [(bezug.art, bezug.programm.name) for bezug in bezuege]


def test_five_projects_have_the_titles_and_addresses_of_the_source():
    assert dict(Projekt.objects.oeffentlich().order_by("id").values_list("slug", "titel")) == {
        "integrierte-sozialplanung-dorsten": (
            "Konzept und Umsetzung Integrierte Sozialplanung Stadt Dorsten, 2016-2017"
        ),
        "foerderplan-ibbenbueren": (
            "Begleitung der Stadt Ibbenbüren bei der Entwicklung des Kinder- und Jugendförderplans "
            "für die Jahre 2014-2017, Fortschreibung für die Jahre 2018-2021"
        ),
        "jugendhilfeplanung-landkreis-leer": "Sozialräumliche Jugendhilfeplanung im Landkreis Leer, 2017",
        "internationale-jugendarbeit-im-plan": "„Internationale Jugendarbeit im Plan“ mit IJAB, 2015-2016",
        "foerderplan-dortmund": (
            "Begleitung der Stadt Dortmund bei der Entwicklung des Kinder- und Jugendförderplans "
            "für die Jahre 2015 bis 2020"
        ),
    }
    assert {p.institut.name for p in Projekt.objects.select_related("institut")} == {"IN/S/O"}


def test_project_periods_are_told_only_where_the_source_does():
    assert {p.slug: p.zeitraum_text for p in Projekt.objects.all()} == {
        "integrierte-sozialplanung-dorsten": "2016–2017",
        "foerderplan-ibbenbueren": "",
        "jugendhilfeplanung-landkreis-leer": "2017",
        "internationale-jugendarbeit-im-plan": "2015–2016",
        "foerderplan-dortmund": "",
    }


def test_newest_project_comes_first_by_its_own_or_its_plans_period():
    assert [p.slug for p in Projekt.objects.oeffentlich().neueste_zuerst()] == [
        "foerderplan-ibbenbueren",
        "foerderplan-dortmund",
        "integrierte-sozialplanung-dorsten",
        "jugendhilfeplanung-landkreis-leer",
        "internationale-jugendarbeit-im-plan",
    ]


@pytest.mark.parametrize(
    ("slug", "erste", "zweite"),
    [
        ("foerderplan-ibbenbueren", "2014–2017", "2018–2021"),
        ("foerderplan-dortmund", "2011–2014", "2015–2020"),
    ],
)
def test_plan_versions_continue_each_other(slug, erste, zweite):
    alt, neu = projekt(slug).planfassungen.all()
    assert (alt.zeitraum_text, neu.zeitraum_text) == (erste, zweite)
    assert neu.fortschreibung_von == alt
    assert Planfassung.objects.count() == 4


def test_clients_commission_and_ijab_coordinates():
    def wer(art):
        return {
            p.slug: [b.organisation.name for b in p.beteiligungen.all() if b.art == art and b.organisation]
            for p in Projekt.objects.all()
        }

    assert wer(Beteiligungsart.AUFTRAGGEBER) == {
        "integrierte-sozialplanung-dorsten": ["Stadt Dorsten"],
        "foerderplan-ibbenbueren": ["Stadt Ibbenbüren"],
        "jugendhilfeplanung-landkreis-leer": ["Landkreis Leer"],
        "internationale-jugendarbeit-im-plan": [],
        "foerderplan-dortmund": ["Stadt Dortmund"],
    }
    assert wer(Beteiligungsart.KOORDINATION)["internationale-jugendarbeit-im-plan"] == [
        "Fachstelle für Internationale Jugendarbeit der Bundesrepublik Deutschland e. V."
    ]


def test_funding_is_named_for_dorsten_and_ijip_only():
    gefoerdert = {
        p.slug: [b.programm.name for b in p.programmbezuege.all() if b.art == Bezugsart.GEFOERDERT]
        for p in Projekt.objects.all()
    }
    assert {slug: namen for slug, namen in gefoerdert.items() if namen} == {
        "integrierte-sozialplanung-dorsten": ["NRW hält zusammen. Für ein Leben ohne Armut und Ausgrenzung"],
        "internationale-jugendarbeit-im-plan": ["Kinder- und Jugendplan des Bundes"],
    }


def test_initiatives_and_concepts_are_no_funding():
    assert (Bezugsart.IM_RAHMEN, "Wir machen MITte – Dorsten 2020") in programme(
        "integrierte-sozialplanung-dorsten"
    )
    assert programme("foerderplan-ibbenbueren") == [(Bezugsart.IM_RAHMEN, "Jugendgerechte Kommune")]
    ijip = programme("internationale-jugendarbeit-im-plan")
    assert (Bezugsart.TEIL_VON, "JiVE. Jugendarbeit international – Vielfalt erleben") in ijip
    assert (Bezugsart.KNUEPFT_AN, "Kommune goes International") in ijip
    assert Programm.objects.get(name="Kommune goes International").teil_von.kurzname == "JiVE"


def test_ijip_has_six_sites_in_the_order_of_the_source_and_a_download():
    ijip = projekt("internationale-jugendarbeit-im-plan")
    assert [gebiet.name for gebiet in ijip.standorte.all()] == [
        "Berlin Steglitz-Zehlendorf",
        "Bremen",
        "Essen",
        "Hamm",
        "Kreis Steinfurt",
        "Wiesbaden",
    ]
    (handreichung,) = ijip.dokumente.all()
    assert handreichung.titel == (
        "Internationale Jugendarbeit kommunal verankern – "
        "Instrumente der Jugendhilfeplanung erfolgreich nutzen"
    )
    assert handreichung.get_absolute_url() == "https://www.ijab.de/ijip/"


def test_world_cafe_is_one_method_of_two_projects():
    assert Methode.objects.filter(name__icontains="caf").count() == 1
    projekte = Methode.objects.get(name="World Café").projekte.values_list("slug", flat=True)
    assert set(projekte) == {"foerderplan-ibbenbueren", "foerderplan-dortmund"}


def test_dortmund_plan_is_an_honest_gap():
    (plan,) = projekt("foerderplan-dortmund").dokumente.all()
    assert (plan.titel, plan.fassung, plan.ist_fehlend) == ("Förderplan 2011 – 2014", "2011–2014", True)
    assert [d.titel for d in Dokument.objects.all() if d.ist_fehlend] == ["Förderplan 2011 – 2014"]


def test_leer_was_commissioned_by_its_own_jugendhilfeausschuss():
    gremium = projekt("jugendhilfeplanung-landkreis-leer").beauftragendes_gremium
    assert (gremium.name, gremium.get_absolute_url()) == (
        "Jugendhilfeausschuss",
        "/gremien/jugendhilfeausschuss-leer/",
    )


def test_seven_current_clients_in_the_order_of_the_source():
    kunden = Kunde.objects.oeffentlich().aktuell()
    assert [str(kunde) for kunde in kunden] == [
        "Dorsten",
        "Ibbenbüren",
        "Landkreis Leer",
        "Dortmund",
        "Oldenburg",
        "Landkreis Rottweil",
        "Stolberg",
    ]
    ohne_projekt = kunden.filter(organisation__projektbeteiligungen__isnull=True)
    assert [str(kunde) for kunde in ohne_projekt] == ["Oldenburg", "Landkreis Rottweil", "Stolberg"]


def test_loading_again_makes_nothing_new():
    assert noch_einmal(*TEILE) == 0

"""The demo data of source S4: the Weinheimer Initiative and the report of Kreis Offenbach."""

from datetime import date

import pytest
from django.core import serializers

from gremien.demo import offenbach
from gremien.models import Bericht, Berichtsabschnitt, Gremium
from netzwerk.demo import gebiete
from netzwerk.demo import offenbach as offenbach_organisationen
from netzwerk.models import Demoeintrag, Programm
from tests.demo import geladen, noch_einmal

pytestmark = pytest.mark.django_db
TEILE = (gebiete, offenbach_organisationen, offenbach)
JUSTIQ = "http://www.jugend-staerken.de/232.html"
WIBANK = "https://www.wibank.de/de/Foerderprogramme/BildungUndBeschaeftigung/Ausbildungsbudget.html"


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    with geladen(django_db_blocker, *TEILE) as lader:
        yield lader


@pytest.fixture
def bericht():
    return Bericht.objects.oeffentlich().get()


def test_verbund_counts_its_members_in_words_and_names_one():
    verbund = Gremium.objects.oeffentlich().get(name="Arbeitsgemeinschaft Weinheimer Initiative")
    assert verbund.art.name == "Arbeitsgemeinschaft"
    assert "über 20 Städten und Landkreisen" in verbund.kurztext
    assert verbund.mitgliederzahl_text == "über 20 Städte und Landkreise"
    assert verbund.mitgliederzahl_stand.year == 2015
    assert [m.mitglied_name for m in verbund.mitgliedschaften.oeffentlich()] == ["Kreis Offenbach"]


def test_report_keeps_both_dates_and_the_author_as_printed(bericht):
    assert bericht.titel == "Bericht 4. Quartal 2014"
    assert bericht.get_absolute_url() == "/berichte/kreis-offenbach-2014-q4/"
    assert (bericht.ortszeile, bericht.datum) == ("Kreis Offenbach", date(2015, 1, 1))
    assert (bericht.verfasser, bericht.verfasser_ort, bericht.verfasst_am) == (
        "Ulrike Jung-Turek",
        "Kreis Offenbach",
        date(2014, 12, 1),
    )
    assert bericht.namen_grundlage
    assert (bericht.zeitraum_text, str(bericht.organisation), str(bericht.verbund)) == (
        "4. Quartal 2014",
        "Kreis Offenbach",
        "Arbeitsgemeinschaft Weinheimer Initiative",
    )


def test_three_sections_under_three_headings(bericht):
    assert bericht.untertitel == "Aktueller Bericht Kreis Offenbach"
    assert [abschnitt.ueberschrift for abschnitt in bericht.abschnitte.all()] == [
        "",
        "JUGEND STÄRKEN im Quartier",
        "Hessisches Ausbildungs- und Qualifizierungsbudget ab 2015",
    ]


def test_both_links_are_whole(bericht):
    _, justiq, budget = (abschnitt.text for abschnitt in bericht.abschnitte.all())
    assert f'<a href="{JUSTIQ}" rel="noopener noreferrer">{JUSTIQ}</a>' in justiq
    assert f'<a href="{WIBANK}" rel="noopener noreferrer">{WIBANK}</a>' in budget
    assert f"{justiq}{budget}".count("<a ") == 2


def test_programmes_groups_and_places_can_be_filtered(bericht):
    assert {str(programm) for programm in bericht.programme.all()} == {
        "JUGEND STÄRKEN im Quartier (JUSTiQ)",
        "Hessisches Ausbildungs- und Qualifizierungsbudget",
    }
    assert "Geflüchtete" in {zielgruppe.name for zielgruppe in bericht.zielgruppen.all()}
    assert {gebiet.name for gebiet in bericht.gebiete.all()} == {"Kreis Offenbach", "Langen", "Dreieich"}
    justiq = Programm.objects.get(kurzname="JUSTiQ")
    assert (justiq.geber.name, justiq.rechtsbezug, justiq.webadresse) == (
        "Bundesjugendministerium",
        "§ 13 SGB VIII",
        JUSTIQ,
    )


def test_colleague_and_retirement_are_not_repeated():
    zeilen = [
        eintrag.inhaltstyp.get_object_for_this_type(pk=eintrag.objekt_id)
        for eintrag in Demoeintrag.objects.all()
    ]
    alles = serializers.serialize("json", zeilen, ensure_ascii=False)
    assert "Langen" in alles
    assert Berichtsabschnitt.objects.count() == 3
    for wort in ("Ehrig", "Harald", "Ruhestand", "Pionier", "Stützpunkt"):
        assert wort not in alles


def test_loading_again_makes_nothing_new():
    assert noch_einmal(*TEILE) == 0

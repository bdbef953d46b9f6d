"""What stands behind a public entry and is not public itself: nothing of it shows."""

from datetime import date

import pytest
from django.test import Client

from gremien.models import Leitung, Projekt
from netzwerk.enums import Namensnennung, Sichtbarkeit
from sitzungen.enums import Sitzungsstatus, Teil
from sitzungen.models import Beratung, Beschluss, Projektberatung, Tagesordnungspunkt
from tests import fabrik
from tests.seiten import lesen

pytestmark = pytest.mark.django_db
TAG = date(2031, 3, 7)


@pytest.fixture
def besucher():
    return Client(headers={"host": "localhost"})


@pytest.fixture
def gremium():
    return fabrik.gremium("Runde", slug="runde")


def beratung(gremium, **felder):
    vorlage = fabrik.vorlage(fabrik.organisation("Stadt"), "2031/1")
    wortlaut = {"beschlusswortlaut": "Wortlaut im Vertrauen", "ergebnis": "abgelehnt"}
    return Beratung.objects.create(
        vorlage=vorlage, gremium=gremium, zustaendigkeit="entscheidung", **wortlaut, **felder
    )


def test_an_open_step_shows_wording_result_and_day(besucher, gremium):
    beratung(gremium, sitzung=fabrik.sitzung(gremium, datum=TAG))

    for adresse in ("/vorlagen/2031/1/", "/gremien/runde/"):
        assert "abgelehnt" in lesen(besucher, adresse).text
    assert "Wortlaut im Vertrauen" in lesen(besucher, "/vorlagen/2031/1/").text


@pytest.mark.parametrize("warum", ["schritt", "punkt", "interne Sitzung", "Entwurf der Sitzung"])
def test_a_closed_step_shows_none_of_it(besucher, gremium, warum):
    felder = {
        "interne Sitzung": {"sichtbarkeit": Sichtbarkeit.INTERN},
        "Entwurf der Sitzung": {"status": Sitzungsstatus.ENTWURF},
    }.get(warum, {})
    sitzung = fabrik.sitzung(gremium, datum=TAG, **felder)
    punkt = None
    if warum == "punkt":
        punkt = Tagesordnungspunkt.objects.create(sitzung=sitzung, titel="P", teil=Teil.NICHT_OEFFENTLICH)
    teil = Teil.NICHT_OEFFENTLICH if warum == "schritt" else Teil.OEFFENTLICH
    beratung(gremium, sitzung=sitzung, punkt=punkt, teil=teil)

    seite = lesen(besucher, "/vorlagen/2031/1/")
    assert "Runde" in seite.text
    assert "abgelehnt" not in seite.text
    assert "Wortlaut im Vertrauen" not in seite.quelle
    gremienseite = lesen(besucher, "/gremien/runde/").nach("Vorgelegt und beschlossen")
    assert "abgelehnt" not in gremienseite
    assert "07.03.2031" not in gremienseite


def test_the_day_of_an_internal_meeting_does_not_show_beside_a_project(besucher, gremium):
    projekt = Projekt.objects.create(
        titel="Vorhaben", slug="vorhaben", institut=fabrik.organisation(), **fabrik.OEFFENTLICH
    )
    intern = fabrik.sitzung(gremium, datum=TAG, sichtbarkeit=Sichtbarkeit.INTERN)
    Projektberatung.objects.create(projekt=projekt, gremium=gremium, sitzung=intern)

    seite = lesen(besucher, "/projekte/vorhaben/")
    assert "Runde" in seite.text
    assert "07.03.2031" not in seite.quelle


def test_a_seat_taken_by_someone_hidden_is_not_called_vacant(besucher, gremium):
    frei, verdeckt = fabrik.sitz(gremium), fabrik.sitz(gremium)
    fabrik.mitgliedschaft(
        gremium, sitz=verdeckt, person=fabrik.person("Unsichtbar", namensnennung=Namensnennung.GAR_NICHT)
    )

    seite = lesen(besucher, "/gremien/runde/")
    assert seite.text.count("zurzeit unbesetzt") == 1
    assert "Unsichtbar" not in seite.quelle
    assert frei.pk != verdeckt.pk


def test_a_leader_who_wants_no_mention_has_none(besucher, gremium):
    person = fabrik.person("Unsichtbar", namensnennung=Namensnennung.GAR_NICHT)
    Leitung.objects.create(gremium=gremium, person=person, art="sprecher")

    assert "Sprecher*in" not in lesen(besucher, "/gremien/runde/").text


def test_a_decision_on_a_paper_without_a_step_of_the_body_still_shows(besucher, gremium):
    vorlage = fabrik.vorlage(fabrik.organisation("Stadt"), "2031/1")
    Beschluss.objects.create(
        gremium=gremium, vorlage=vorlage, datum=TAG, wortlaut="Anteil < 5 % genügt", **fabrik.OEFFENTLICH
    )

    assert "Anteil < 5 % genügt" in lesen(besucher, "/gremien/runde/").text


def test_a_year_is_not_over_before_its_end_and_the_time_of_day_counts(besucher, gremium):
    from datetime import time

    from netzwerk.lib.dates import heute
    from sitzungen.models import Sitzung

    dieses_jahr = fabrik.sitzung(gremium, datum=heute().replace(month=1, day=1), datum_genauigkeit="jahr")
    spaet = fabrik.sitzung(gremium, datum=TAG, uhrzeit=time(18))
    frueh = fabrik.sitzung(gremium, datum=TAG, uhrzeit=time(9))

    assert dieses_jahr in Sitzung.objects.kommend(heute())
    seite = lesen(besucher, "/sitzungen/")
    ziele = [href for href, _ in seite.links if href.startswith("/sitzungen/") and href[-2].isdigit()]
    assert ziele == [sitzung.get_absolute_url() for sitzung in (dieses_jahr, frueh, spaet)]


def test_an_area_in_a_circle_still_answers(besucher):
    from netzwerk.models import Gebiet

    a = Gebiet.objects.create(name="A", slug="a", art="stadt", **fabrik.OEFFENTLICH)
    b = Gebiet.objects.create(name="B", slug="b", art="stadt", parent=a, **fabrik.OEFFENTLICH)
    Gebiet.objects.filter(pk=a.pk).update(parent=b)

    assert lesen(besucher, "/gebiete/a/").titel(1) == ["A"]

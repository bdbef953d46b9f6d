"""What pages say of archived, ended, moved and empty things, and of decisions."""

from datetime import date

import pytest
from django.test import Client

from gremien.models import Bericht, Gremienbeziehung, Projekt
from netzwerk.models import Dokument, Gebiet, Thema
from sitzungen.models import Beratung, Beschluss, Tagesordnungspunkt
from tests import fabrik
from tests.seiten import lesen

pytestmark = pytest.mark.django_db
TAG = date(2025, 3, 7)
ARCHIVIERT = {**fabrik.OEFFENTLICH, "veroeffentlichung": "archiviert"}


@pytest.fixture
def besucher():
    return Client(headers={"host": "localhost"})


@pytest.fixture
def gremium():
    return fabrik.gremium("Runde", slug="runde")


def test_every_archived_entry_says_so_and_others_do_not(besucher, gremium):
    haus = fabrik.organisation("Haus", slug="haus")
    fabrik.gremium("Alt", slug="alt", **ARCHIVIERT)
    Projekt.objects.create(titel="P", slug="p", institut=haus, **ARCHIVIERT)
    Bericht.objects.create(
        titel="B", slug="b", organisation=haus, verbund=gremium, jahr=2020, datum=TAG, **ARCHIVIERT
    )
    Gebiet.objects.create(name="Ort", slug="ort", art="stadt", **ARCHIVIERT)
    sitzung = fabrik.sitzung(gremium, datum=TAG, **ARCHIVIERT)
    vorlage = fabrik.vorlage(haus, "2025/1", **ARCHIVIERT)

    for adresse in (
        "/gremien/alt/",
        "/projekte/p/",
        "/berichte/b/",
        "/gebiete/ort/",
        sitzung.get_absolute_url(),
        vorlage.get_absolute_url(),
    ):
        assert "Archivierter Eintrag" in lesen(besucher, adresse).text, adresse
    assert "Archivierter Eintrag" not in lesen(besucher, "/gremien/runde/").text


def test_an_ended_body_names_its_successor_on_top(besucher):
    alt = fabrik.gremium("Alt", slug="alt", lebensstand="beendet")
    neu = fabrik.gremium("Neu", slug="neu")
    Gremienbeziehung.objects.create(von_gremium=neu, zu_gremium=alt, art="nachfolge")

    seite = lesen(besucher, "/gremien/alt/")
    assert "tagt nicht mehr" in seite.text
    assert "Nachfolge: Neu" in seite.text
    assert "Nachfolge: Neu" not in lesen(besucher, "/gremien/neu/").text


def test_empty_topic_and_area_say_so_and_filled_ones_do_not(besucher, gremium):
    thema = Thema.objects.create(name="Sache", slug="sache")
    ort = Gebiet.objects.create(name="Ort", slug="ort", art="stadt", **fabrik.OEFFENTLICH)
    for adresse in ("/themen/sache/", "/gebiete/ort/"):
        assert "Hier ist noch nichts eingetragen." in lesen(besucher, adresse).text

    gremium.themen.add(thema)
    gremium.gebiete.add(ort)
    for adresse in ("/themen/sache/", "/gebiete/ort/"):
        seite = lesen(besucher, adresse)
        assert "Runde" in seite.text
        assert "Hier ist noch nichts eingetragen." not in seite.text


def test_the_wording_of_a_decision_is_text_not_heading(besucher, gremium):
    Beschluss.objects.create(
        gremium=gremium, datum=TAG, wortlaut="Der Träger soll berichten.", **fabrik.OEFFENTLICH
    )

    seite = lesen(besucher, "/gremien/runde/")
    assert "Der Träger soll berichten." in seite.nach("Vorgelegt und beschlossen")
    assert "Der Träger soll berichten." not in seite.titel(3)
    assert "Beschluss" in seite.titel(3)


def test_what_was_decided_comes_latest_first_and_undated_last(besucher, gremium):
    stadt = fabrik.organisation("Stadt")
    for nummer, termin in enumerate((None, date(2024, 1, 1), date(2026, 1, 1))):
        Beratung.objects.create(
            vorlage=fabrik.vorlage(stadt, f"V{nummer}"),
            gremium=gremium,
            termin=termin,
            zustaendigkeit="beratung",
        )
    Beschluss.objects.create(gremium=gremium, datum=TAG, wortlaut="W", **fabrik.OEFFENTLICH)

    titel = lesen(besucher, "/gremien/runde/").titel(3)
    gefunden = [worte.partition(":")[0] for worte in titel if worte[:1] == "V" or worte == "Beschluss"]
    assert gefunden == ["V2", "Beschluss", "V1", "V0"]


def test_a_moved_meeting_and_its_follow_up_name_each_other_unless_internal(besucher, gremium):
    neu = fabrik.sitzung(gremium, datum=date(2025, 4, 4))
    alt = fabrik.sitzung(gremium, datum=TAG, status="verlegt", verlegt_auf=neu)
    assert lesen(besucher, alt.get_absolute_url()).ziel("04.04.2025") == neu.get_absolute_url()
    assert lesen(besucher, neu.get_absolute_url()).ziel("07.03.2025") == alt.get_absolute_url()

    alt.sichtbarkeit = "intern"
    alt.save()
    assert "07.03.2025" not in lesen(besucher, neu.get_absolute_url()).quelle


def test_a_step_links_to_its_agenda_item_but_never_to_a_closed_one(besucher, gremium):
    sitzung = fabrik.sitzung(gremium, datum=TAG)
    vorlage = fabrik.vorlage(fabrik.organisation("Stadt"), "2025/1")
    offen = Tagesordnungspunkt.objects.create(sitzung=sitzung, titel="Offen")
    schritt = Beratung.objects.create(
        vorlage=vorlage, gremium=gremium, sitzung=sitzung, punkt=offen, zustaendigkeit="beratung"
    )
    assert lesen(besucher, "/vorlagen/2025/1/").ziel("07.03.2025").endswith(f"#top-{offen.pk}")

    schritt.punkt = Tagesordnungspunkt.objects.create(sitzung=sitzung, titel="Zu", teil="nicht_oeffentlich")
    schritt.save()
    assert "#top-" not in lesen(besucher, "/vorlagen/2025/1/").quelle


def test_a_document_without_file_says_its_version_and_that_once(besucher, gremium):
    gremium.dokumente.add(Dokument.objects.create(titel="Konzept", fassung="2014", **fabrik.OEFFENTLICH))

    assert "Konzept (2014, zurzeit nicht hinterlegt)" in lesen(besucher, "/gremien/runde/").text


def test_a_paper_and_the_bodies_it_concerns_name_each_other_if_both_are_public(besucher, gremium):
    intern = fabrik.gremium("Verdeckt", slug="verdeckt", sichtbarkeit="intern")
    vorlage = fabrik.vorlage(fabrik.organisation("Stadt"), "2025/1", betreff="Neue Runde")
    vorlage.betrifft.set([gremium, intern])

    seite = lesen(besucher, "/vorlagen/2025/1/")
    assert seite.ziel("Runde") == "/gremien/runde/"
    assert "Verdeckt" not in seite.quelle
    assert lesen(besucher, "/gremien/runde/").ziel("2025/1: Neue Runde") == "/vorlagen/2025/1/"

    vorlage.sichtbarkeit = "intern"
    vorlage.save()
    assert "Neue Runde" not in lesen(besucher, "/gremien/runde/").quelle


def test_a_paper_put_before_the_body_it_concerns_is_told_once(besucher, gremium):
    vorlage = fabrik.vorlage(fabrik.organisation("Stadt"), "2025/1", betreff="Neue Runde")
    vorlage.betrifft.add(gremium)
    Beratung.objects.create(vorlage=vorlage, gremium=gremium, zustaendigkeit="beratung")

    assert lesen(besucher, "/gremien/runde/").text.count("2025/1: Neue Runde") == 1

"""What search engines and previews read of a page beside its text."""

import json
from datetime import date, time
from html.parser import HTMLParser

import pytest
from django.test import Client

from gremien.enums import Beziehungsart, Funktion
from gremien.models import Bericht, Gremienbeziehung
from netzwerk.enums import Namensnennung, Sichtbarkeit
from sitzungen.enums import Sitzungsstatus
from tests import fabrik

pytestmark = pytest.mark.django_db
TAG = date(2031, 7, 9)


class Kopf(HTMLParser):
    """The head of a page: data blocks, meta and link elements."""

    def __init__(self, adresse):
        super().__init__()
        self.bloecke, self.meta, self.link, self.skripte, self._im_block = [], {}, {}, 0, False
        self.antwort = Client().get(adresse)
        assert self.antwort.status_code == 200
        self.feed(self.antwort.text)

    def handle_starttag(self, tag, attrs):
        felder = dict(attrs)
        self._im_block = felder.get("type") == "application/ld+json"
        self.skripte += tag == "script"
        if tag == "meta":
            self.meta[felder.get("property") or felder.get("name")] = felder.get("content")
        if tag == "link":
            self.link[felder["rel"]] = felder["href"]

    def handle_data(self, data):
        if self._im_block:
            self.bloecke.append(json.loads(data))
            self._im_block = False

    @property
    def block(self):
        (block,) = self.bloecke
        assert block["@context"] == "https://schema.org"
        assert block["@id"] == block["url"] == self.link["canonical"]
        return block


def test_a_body_tells_where_it_belongs_and_who_sits_in_it():
    oben = fabrik.gremium("Rat", slug="rat")
    runde = fabrik.gremium("Runde", slug="runde", kurzname="R")
    Gremienbeziehung.objects.create(von_gremium=runde, zu_gremium=oben, art=Beziehungsart.UNTERGREMIUM)
    fabrik.mitgliedschaft(runde, organisation=fabrik.organisation("Träger", slug="traeger"))

    block = Kopf("/gremien/runde/").block

    assert (block["@type"], block["name"], block["alternateName"]) == ("Organization", "Runde", ["R"])
    assert [oberes["name"] for oberes in block["parentOrganization"]] == ["Rat"]
    assert [mitglied["url"] for mitglied in block["member"]] == ["http://testserver/organisationen/traeger/"]
    assert [unteres["name"] for unteres in Kopf("/gremien/rat/").block["subOrganization"]] == ["Runde"]


def test_a_body_that_decides_by_law_is_part_of_government():
    felder = {"funktion": Funktion.BESCHLIESSEND, "rechtsgrundlage": "§ 71 SGB VIII"}
    fabrik.gremium("Ausschuss", slug="ausschuss", **felder)

    assert Kopf("/gremien/ausschuss/").block["@type"] == "GovernmentOrganization"


def test_nobody_is_named_and_nothing_internal_is_told():
    runde = fabrik.gremium("Runde", slug="runde", notiz_intern="GEHEIM")
    intern = fabrik.organisation("GEHEIM", sichtbarkeit=Sichtbarkeit.INTERN)
    fabrik.mitgliedschaft(runde, organisation=intern)
    person = fabrik.person("Musterfrau", namensnennung=Namensnennung.NAME)
    person.einwilligungen.create(erteilt_am=date(2020, 1, 1))
    fabrik.mitgliedschaft(runde, person=person)
    fabrik.sitzung(runde, pk=71, datum=TAG, online_link="https://geheim.example.org/")

    assert "Musterfrau" in Client().get("/gremien/runde/").text
    for adresse in ("/gremien/runde/", "/sitzungen/71/"):
        text = json.dumps(Kopf(adresse).block).lower()
        assert "geheim" not in text
        assert "musterfrau" not in text


def test_another_day_than_today_is_not_told_to_search_engines():
    fabrik.gremium("Runde", slug="runde")

    assert Kopf("/gremien/runde/?am=2020-01-01").bloecke == []


def test_an_organisation_tells_what_it_is_part_of():
    oben = fabrik.organisation("Stadt", slug="stadt")
    fabrik.organisation("Amt", slug="amt", parent=oben, anschrift="Markt 1\n12345 Beispiel")

    amt = Kopf("/organisationen/amt/").block

    assert [eintrag["name"] for eintrag in amt["parentOrganization"]] == ["Stadt"]
    assert amt["address"] == "Markt 1 12345 Beispiel"
    assert [eintrag["name"] for eintrag in Kopf("/organisationen/stadt/").block["subOrganization"]] == ["Amt"]


@pytest.mark.parametrize(
    ("status", "erwartet"),
    [
        (Sitzungsstatus.TERMINIERT, "EventScheduled"),
        (Sitzungsstatus.ABGESAGT, "EventCancelled"),
        (Sitzungsstatus.ENTFALLEN, "EventCancelled"),
        (Sitzungsstatus.VERLEGT, "EventPostponed"),
    ],
)
def test_a_meeting_has_what_an_event_needs(status, erwartet):
    runde = fabrik.gremium("Runde", slug="runde")
    zeiten = {"uhrzeit": time(17), "ende_uhrzeit": time(19)}
    fabrik.sitzung(runde, pk=71, datum=TAG, ort="Rathaus", raum="Saal 1", status=status, **zeiten)

    block = Kopf("/sitzungen/71/").block

    assert block["@type"] == "Event"
    assert (block["startDate"], block["endDate"]) == (
        "2031-07-09T17:00:00+02:00",
        "2031-07-09T19:00:00+02:00",
    )
    assert block["eventStatus"] == f"https://schema.org/{erwartet}"
    assert block["location"] == {"@type": "Place", "name": "Rathaus, Saal 1", "address": "Rathaus, Saal 1"}
    assert block["organizer"][0]["url"] == "http://testserver/gremien/runde/"


def test_a_meeting_without_a_day_is_no_event_and_one_without_time_has_a_day():
    runde = fabrik.gremium("Runde")
    fabrik.sitzung(runde, pk=71, datum=TAG.replace(day=1), datum_genauigkeit="monat")
    fabrik.sitzung(runde, pk=72, datum=TAG)

    assert Kopf("/sitzungen/71/").bloecke == []
    assert Kopf("/sitzungen/72/").block["startDate"] == "2031-07-09"


def test_a_report_names_who_reports():
    traeger = fabrik.organisation("Träger")
    Bericht.objects.create(
        titel="Lage",
        slug="lage",
        organisation=traeger,
        jahr=2031,
        datum=TAG,
        verfasser="V. Musterfrau",
        **fabrik.OEFFENTLICH,
    )

    block = Kopf("/berichte/lage/").block

    assert (block["@type"], block["headline"], block["datePublished"]) == ("Report", "Lage", "2031-07-09")
    assert block["publisher"]["name"] == "Träger"
    assert "Musterfrau" not in json.dumps(block)


def test_a_hostile_name_stays_a_name_in_data_and_previews():
    name = '</script><script>alert(1)</script> "><!-- & 🙂 العربية'
    fabrik.gremium(name, slug="runde", kurztext=name)

    kopf = Kopf("/gremien/runde/")

    assert kopf.block["name"] == name
    # The data block and the script of the search field: the name has made none.
    assert kopf.skripte == 2
    assert kopf.meta["og:title"] == name
    assert kopf.meta["og:description"] == name


def test_the_canonical_address_has_no_parameters():
    fabrik.gremium("Runde", slug="runde")

    assert Kopf("/gremien/?alle=1&utm_source=x").link["canonical"] == "http://testserver/gremien/"
    assert Kopf("/gremien/runde/").meta["og:url"] == "http://testserver/gremien/runde/"

"""Every list and page needs the same number of queries for one row as for three."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gremien.enums import Beteiligungsart, Beziehungsart, Leitungsart
from gremien.models import (
    Bericht,
    Berichtsabschnitt,
    Gremienbeziehung,
    Kunde,
    Leitung,
    Netzwerkeintrag,
    Netzwerkseite,
    Planfassung,
    Projekt,
    Projektbeteiligung,
)
from netzwerk.lib.dates import heute
from netzwerk.models import Gebiet, Portal, Stelle, Thema
from sitzungen.models import Beratung, Beschluss, Projektberatung, Tagesordnungspunkt
from tests import fabrik
from tests.seiten import Seite

pytestmark = pytest.mark.django_db
HEUTE = date(2026, 3, 2)


class Welt:
    """A body, an organisation, an area, a topic, a meeting, a paper and a project that rows are added to."""

    def __init__(self):
        self.organisation = fabrik.organisation("Träger", slug="traeger")
        self.gremium = fabrik.gremium("Runde", slug="runde")
        self.gebiet = Gebiet.objects.create(name="Ort", slug="ort", art="stadt", **fabrik.OEFFENTLICH)
        self.thema = Thema.objects.create(name="Sache", slug="sache")
        self.projekt = self._projekt("vorhaben")
        self.bericht = self._bericht("bericht", 1900)
        self.sitzung = fabrik.sitzung(self.gremium, datum=heute())
        self.vorlage = fabrik.vorlage(self.organisation, "2026/0001")
        Portal.objects.update(eigene_organisation=self.organisation)
        self.seite = Netzwerkseite.objects.create(organisation=self.organisation, **fabrik.OEFFENTLICH)
        self.gebietsseite = Netzwerkseite.objects.create(gebiet=self.gebiet, **fabrik.OEFFENTLICH)
        self.zahl = 0

    def _projekt(self, slug):
        return Projekt.objects.create(titel=slug, slug=slug, institut=self.organisation, **fabrik.OEFFENTLICH)

    def _bericht(self, slug, jahr):
        return Bericht.objects.create(
            titel=slug, slug=slug, organisation=self.organisation, verbund=self.gremium, jahr=jahr,
            datum=HEUTE, **fabrik.OEFFENTLICH,
        )  # fmt: skip

    def mehr(self):
        """Add one of everything to everything."""
        self.zahl += 1
        n, tag = self.zahl, heute() + timedelta(days=self.zahl)
        organisation, gremium = fabrik.organisation(f"Haus {n}"), fabrik.gremium(f"Kreis {n}")
        organisation.gebiete.add(self.gebiet)
        organisation.themen.add(self.thema)
        for ort in (gremium, self.gremium):
            ort.gebiete.add(self.gebiet)
            ort.themen.add(self.thema)
        stelle = Stelle.objects.create(bezeichnung=f"Leitung {n}", organisation=organisation)
        Leitung.objects.create(gremium=self.gremium, stelle=stelle, art=Leitungsart.LEITUNG)
        Leitung.objects.create(gremium=gremium, organisation=self.organisation)
        Leitung.objects.create(gremium=self.gremium, person=fabrik.person(namensnennung="name"))
        sitz = fabrik.sitz(self.gremium)
        person = fabrik.person(namensnennung="name")
        person.einwilligungen.create(erteilt_am=HEUTE - timedelta(days=400))
        fabrik.mitgliedschaft(self.gremium, sitz=sitz, person=person, im_auftrag_von=organisation)
        fabrik.mitgliedschaft(gremium, organisation=self.organisation)
        Gremienbeziehung.objects.create(
            von_gremium=gremium, zu_gremium=self.gremium, art=Beziehungsart.UNTERGREMIUM
        )
        Gebiet.objects.create(name=f"Teil {n}", art="stadtteil", parent=self.gebiet, **fabrik.OEFFENTLICH)
        Thema.objects.create(name=f"Sache {n}")
        for seite in (self.seite, self.gebietsseite):
            Netzwerkeintrag.objects.create(seite=seite, gremium=gremium, position=n)
        self._projekte(n, organisation)
        self._papiere(n, tag)

    def _projekte(self, n, organisation):
        neu = self._projekt(f"vorhaben-{n}")
        for projekt in (self.projekt, neu):
            Planfassung.objects.create(
                projekt=projekt, bezeichnung="Plan", von_jahr=2000 + n, bis_jahr=2001 + n
            )
            Projektbeteiligung.objects.create(
                projekt=projekt, organisation=organisation, art=Beteiligungsart.AUFTRAGGEBER
            )
            projekt.standorte.add(self.gebiet)
            projekt.themen.add(self.thema)
        Projektberatung.objects.create(projekt=self.projekt, gremium=self.gremium, termin=HEUTE)
        Kunde.objects.create(institut=self.organisation, organisation=organisation)
        Berichtsabschnitt.objects.create(bericht=self.bericht, position=n, text="Text")
        self._bericht(f"bericht-{n}", 2000 + n).themen.add(self.thema)

    def _papiere(self, n, tag):
        sitzung = fabrik.sitzung(self.gremium, datum=tag)
        punkt = Tagesordnungspunkt.objects.create(sitzung=self.sitzung, position=n, titel=f"Punkt {n}")
        vorlage = fabrik.vorlage(self.organisation, f"2026/9{n:03d}", federfuehrend=self.organisation)
        for papier in (vorlage, self.vorlage):
            papier.gebiete.add(self.gebiet)
            papier.themen.add(self.thema)
        Beratung.objects.create(
            vorlage=vorlage,
            gremium=self.gremium,
            sitzung=self.sitzung,
            punkt=punkt,
            zustaendigkeit="beratung",
        )
        Beratung.objects.create(vorlage=self.vorlage, gremium=self.gremium, sitzung=sitzung, position=n)
        Beschluss.objects.create(gremium=self.gremium, datum=HEUTE, wortlaut=f"W {n}", **fabrik.OEFFENTLICH)


def gelesen(adresse):
    """Return how many queries a page needs, and the page."""
    with CaptureQueriesContext(connection) as anfragen:
        antwort = Client(headers={"host": "localhost"}).get(adresse)
    assert antwort.status_code == 200, adresse
    return len(anfragen), Seite(antwort)


@pytest.mark.parametrize(
    "adresse",
    [
        "/",
        "/netzwerk/",
        "/netzwerk/karte/",
        "/gremien/",
        "/gremien/runde/",
        "/organisationen/",
        "/organisationen/traeger/",
        "/gebiete/",
        "/gebiete/ort/",
        "/themen/",
        "/themen/sache/",
        "/projekte/",
        "/projekte/vorhaben/",
        "/berichte/",
        "/berichte/bericht/",
        "/sitzungen/",
        "/sitzungen/?zeit=vergangen",
        "/sitzungen/{sitzung}/",
        "/vorlagen/",
        "/vorlagen/2026/0001/",
    ],
)
def test_one_row_and_three_rows_need_the_same_queries_and_eight_at_most(adresse):
    # SQLite is asked once a process whether it knows JSON.
    assert connection.features.supports_json_field
    welt = Welt()
    adresse = adresse.format(sitzung=welt.sitzung.pk)
    welt.mehr()
    eine, kurz = gelesen(adresse)
    welt.mehr()
    welt.mehr()
    drei, lang = gelesen(adresse)

    assert eine == drei
    assert drei <= 8
    if "vergangen" not in adresse:
        assert len(lang.text) > len(kurz.text), "three rows show more than one"

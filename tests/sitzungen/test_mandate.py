"""Mandates where they meet meetings and the outbox: absence, reminders, dissolution, handover, the desk."""

from datetime import time, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gremien.enums import Vertretungsart
from gremien.erinnern import mandate_erinnern, vorschlaege_erinnern
from gremien.models import (
    Betreuung,
    Gremienbeziehung,
    Handlung,
    Leitung,
    Mitgliedschaft,
    Sitz,
    Sitzkategorie,
    Stellvertretung,
)
from netzwerk.enums import Rolle
from netzwerk.lib.dates import heute, in_monaten
from netzwerk.models import Nachricht, Zugehoerigkeit
from sitzungen.models import Anwesenheit, Beschluss, Sitzung
from tests import fabrik
from tests.intern import client as intern_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def lage():
    """A body with two filled seats and a meeting next week; the first has two deputies."""
    gremium, traeger = fabrik.gremium("Runde"), fabrik.organisation("Träger")
    kategorie = Sitzkategorie.objects.create(gremium=gremium, bezeichnung="Sitze")
    sitze = [Sitz.objects.create(kategorie=kategorie, nummer=n) for n in (1, 2)]
    person, erste, zweite = (
        fabrik.person(n, email=f"{n.lower()}@example.org") for n in ("Anders", "Erste", "Zweite")
    )
    mandat = fabrik.mitgliedschaft(gremium, sitz=sitze[0], person=person, im_auftrag_von=traeger)
    anderes = fabrik.mitgliedschaft(gremium, sitz=sitze[1])
    for rang, wer in ((1, erste), (2, zweite)):
        Stellvertretung.objects.create(mitgliedschaft=mandat, person=wer, rang=rang)
    Stellvertretung.objects.create(mitgliedschaft=anderes, person=erste)
    tag = heute() + timedelta(days=7)
    sitzung = fabrik.sitzung(gremium, datum=tag, uhrzeit=time(17), ort="Rathaus", status="terminiert")
    mitglied = intern_client(Rolle.MITGLIED, person=person)
    redaktion = intern_client(Rolle.REDAKTION)
    adresse = reverse("intern_verhindert", args=[mandat.pk])
    return SimpleNamespace(**locals())


def melden(client, adresse, sitzung, **daten):
    return client.post(adresse, {"sitzung": sitzung.pk, "schritt": "melden"} | daten)


def test_i_am_prevented_and_the_deputy_and_the_meeting_know(lage, client):
    seite = lage.mitglied.get(lage.adresse)
    assert "Ich bin verhindert" in seite.text
    assert "Diese E-Mail geht an erste@example.org" in seite.text
    assert not Nachricht.objects.exists()
    assert not Anwesenheit.objects.exists()

    for _ in range(2):
        antwort = melden(lage.mitglied, lage.adresse, lage.sitzung, grund="GEHEIMSACHE krank")
        assert antwort.status_code == 302
    brief = Nachricht.objects.get()
    assert (brief.an, brief.antwort_an) == ("erste@example.org", lage.mitglied.konto.email)
    assert "17:00 Uhr" in brief.text
    assert "Rathaus" in brief.text
    assert "GEHEIMSACHE" not in brief.text
    zeile = Anwesenheit.objects.get()
    assert (zeile.status, zeile.vertretung, zeile.gemeldet_von) == (
        "vertreten",
        lage.erste,
        lage.mitglied.konto,
    )
    intern = lage.redaktion.get(reverse("intern_sitzungen_eintrag", args=[lage.sitzung.pk])).text
    assert "Anders: es vertritt <strong>Erste</strong>" in intern
    oeffentlich = client.get(lage.sitzung.get_absolute_url()).text
    assert not {"Anders", "Erste", "GEHEIMSACHE"} & set(
        oeffentlich.replace("<", " ").replace(">", " ").split()
    )


def test_whoever_steps_in_already_is_not_asked_twice(lage):
    andere = reverse("intern_verhindert", args=[lage.anderes.pk])
    melden(lage.redaktion, andere, lage.sitzung)
    melden(lage.mitglied, lage.adresse, lage.sitzung)
    assert [zeile.vertretung for zeile in Anwesenheit.objects.order_by("pk")] == [lage.erste, lage.zweite]
    assert set(Nachricht.objects.values_list("an", flat=True)) == {"erste@example.org", "zweite@example.org"}


def test_whoever_comes_after_all_frees_the_deputy(lage):
    melden(lage.mitglied, lage.adresse, lage.sitzung)
    lage.mitglied.post(lage.adresse, {"sitzung": lage.sitzung.pk, "schritt": "doch_da"})
    assert Anwesenheit.objects.get().status == "zugesagt"
    assert Nachricht.objects.order_by("-pk")[0].betreff.startswith("Doch keine Stellvertretung")
    melden(lage.mitglied, lage.adresse, lage.sitzung)
    assert Nachricht.objects.filter(an="erste@example.org").count() == 3


def test_an_organisation_that_chooses_freely_names_a_colleague(lage):
    lage.sitze[0].vertretungsart = Vertretungsart.FREI
    lage.sitze[0].save()
    kollegin = fabrik.person("Kollegin", email="kollegin@example.org")
    Zugehoerigkeit.objects.create(person=kollegin, organisation=lage.traeger)
    fremde = fabrik.person("Fremde")
    assert melden(lage.mitglied, lage.adresse, lage.sitzung, gewaehlt=fremde.pk).status_code == 422
    melden(lage.mitglied, lage.adresse, lage.sitzung, gewaehlt=kollegin.pk)
    assert Anwesenheit.objects.get().vertretung == kollegin
    assert Nachricht.objects.get().an == "kollegin@example.org"


def test_absence_belongs_to_oneself_and_to_meetings_of_the_body(lage):
    fremdes = reverse("intern_verhindert", args=[lage.anderes.pk])
    assert lage.mitglied.get(fremdes).status_code == 403
    assert melden(lage.mitglied, fremdes, lage.sitzung).status_code == 403
    andere = fabrik.sitzung(fabrik.gremium(), datum=lage.tag, status="terminiert")
    assert melden(lage.mitglied, lage.adresse, andere).status_code == 422
    for unsinn in ("", "abc", "9" * 40, "\x00"):
        assert lage.mitglied.post(lage.adresse, {"sitzung": unsinn}).status_code == 422
    lage.mandat.bis = heute() + timedelta(days=3)
    lage.mandat.save()
    antwort = melden(lage.mitglied, lage.adresse, lage.sitzung)
    assert (antwort.status_code, "schon geendet" in antwort.text) == (422, True)
    assert not Nachricht.objects.exists()


# --- Reminders -------------------------------------------------------------------------------------------


@pytest.fixture
def am(monkeypatch):
    """Return a function that makes it another day."""

    def stellen(tag):
        for modul in ("gremien.erinnern", "gremien.mandate.anstehend", "netzwerk.lib.dates"):
            monkeypatch.setattr(f"{modul}.heute", lambda: tag, raising=False)

    return stellen


def test_each_warning_is_sent_once_to_holder_colleague_and_lead(lage, am):
    ende = in_monaten(heute(), 8)
    lage.mandat.bis = ende
    lage.mandat.save()
    oben = fabrik.gremium("Oben")
    Gremienbeziehung.objects.create(von_gremium=lage.gremium, art="untergremium", zu_gremium=oben)
    betreuung = intern_client(Rolle.GREMIENBETREUUNG)
    Betreuung.objects.create(konto=betreuung.konto, gremium=oben)
    Leitung.objects.create(
        gremium=lage.gremium, art="vorsitz", person=fabrik.person(email="vorsitz@example.org")
    )
    empfang = {"anders@example.org", betreuung.konto.email, "vorsitz@example.org"}

    assert mandate_erinnern() == 0
    # Six months ahead, twice on the day, not for a week, then three and one month ahead.
    for tag, neue in (
        (in_monaten(ende, -6), 3),
        (in_monaten(ende, -6), 0),
        (in_monaten(ende, -6) + timedelta(days=8), 0),
        (in_monaten(ende, -3) + timedelta(days=5), 3),
        (in_monaten(ende, -1), 3),
        (ende, 0),
        (ende + timedelta(days=1), 0),
    ):
        am(tag)
        assert mandate_erinnern() == neue, tag
    assert set(Nachricht.objects.values_list("an", flat=True)) == empfang
    assert Nachricht.objects.count() == 9
    an_andere = Nachricht.objects.filter(an="vorsitz@example.org").first().text
    for seite in ("verlaengern", "abgeben"):
        assert f"/intern/mandate/{lage.mandat.pk}/{seite}/" in an_andere
    assert (
        f"/intern/mandate/{lage.mandat.pk}/wunsch/"
        in Nachricht.objects.filter(an="anders@example.org").first().text
    )


def test_a_job_that_slept_tells_only_what_is_due_now(lage, am):
    lage.mandat.bis = in_monaten(heute(), 8)
    lage.mandat.save()
    am(in_monaten(lage.mandat.bis, -1) + timedelta(days=3))
    assert mandate_erinnern() == 1
    assert mandate_erinnern() == 0


def test_what_the_links_in_the_mail_lead_to_shows_and_does_nothing(lage):
    lage.mandat.bis = heute() + timedelta(days=20)
    lage.mandat.save()
    for seite in ("verlaengern", "abgeben", "wunsch"):
        assert lage.redaktion.get(reverse(f"intern_mandat_{seite}", args=[lage.mandat.pk])).status_code == 200
    assert not Handlung.objects.exists()


def test_the_deadline_for_proposals_is_told_once(lage):
    lage.gremium.vorschlagsfrist = heute() + timedelta(days=30)
    lage.gremium.save()
    betreuung = intern_client(Rolle.GREMIENBETREUUNG)
    Betreuung.objects.create(konto=betreuung.konto, gremium=lage.gremium)
    assert [vorschlaege_erinnern(), vorschlaege_erinnern()] == [1, 0]


def test_the_desk_says_what_ends_what_is_vacant_and_what_is_to_be_looked_at(lage):
    lage.mandat.bis = heute() + timedelta(days=20)
    lage.mandat.save()
    Sitz.objects.create(kategorie=lage.kategorie, nummer=3)
    weg = fabrik.person("Weg")
    Zugehoerigkeit.objects.create(person=weg, organisation=lage.traeger, bis=heute() - timedelta(days=1))
    fabrik.mitgliedschaft(fabrik.gremium("AG"), person=weg, im_auftrag_von=lage.traeger)
    text = lage.redaktion.get(reverse("intern")).text
    for stelle in ("Mandate, die enden", "Anders, endet", "2 von 3 Sitzen besetzt", "Weg: Mandat prüfen"):
        assert stelle in text
    assert "Mandate, die enden" not in lage.mitglied.get(reverse("intern")).text


# --- Dissolution and handover ----------------------------------------------------------------------------


def test_a_dissolved_body_cancels_the_meetings_that_were_ticked_and_all_comes_back(lage):
    bleibt = fabrik.sitzung(lage.gremium, datum=lage.tag + timedelta(days=1), status="terminiert")
    adresse = reverse("intern_aufloesen", args=[lage.gremium.pk])
    seite = lage.redaktion.get(adresse)
    assert seite.text.count('name="absagen"') == 2
    daten = {"kennung": "einmal", "stand": seite.context["stand"], "am": f"{heute():%d.%m.%Y}"}
    vorschau = lage.redaktion.post(adresse, daten | {"absagen": [lage.sitzung.pk], "schritt": "vorschau"})
    assert "Status abgesagt" in vorschau.text
    assert lage.redaktion.post(adresse, daten | {"absagen": [lage.sitzung.pk]}).status_code == 302
    staende = dict(Sitzung.objects.values_list("pk", "status"))
    assert staende == {lage.sitzung.pk: "abgesagt", bleibt.pk: "terminiert"}
    lage.gremium.refresh_from_db()
    assert lage.gremium.lebensstand == "beendet"
    assert set(Mitgliedschaft.objects.values_list("endegrund", flat=True)) == {"aufloesung"}

    handlung = Handlung.objects.get()
    lage.redaktion.post(reverse("intern_handlung_zurueck", args=[handlung.pk]))
    assert set(Sitzung.objects.values_list("status", flat=True)) == {"terminiert"}
    assert set(Mitgliedschaft.objects.values_list("bis", flat=True)) == {None}


def test_the_handover_sheet_says_what_a_successor_must_know(lage):
    Beschluss.objects.create(
        gremium=lage.gremium,
        datum=heute(),
        wortlaut="Wir prüfen die Wege.",
        frist=heute() - timedelta(days=1),
    )
    fabrik.sitzung(
        lage.gremium, datum=heute() - timedelta(days=9), titel="Letzte Runde", status="durchgefuehrt"
    )
    lage.gremium.rhythmus_text = "alle zwei Monate"
    lage.gremium.save()
    text = lage.mitglied.get(reverse("intern_uebergabe", args=[lage.mandat.pk])).text
    for stelle in (
        "alle zwei Monate",
        "Rathaus",
        "Letzte Runde",
        "Wir prüfen die Wege.",
        "überfällig",
        "erste@example.org",
        "im Auftrag von",
    ):
        assert stelle in text
    assert lage.mitglied.get(reverse("intern_uebergabe", args=[lage.anderes.pk])).status_code == 403
    assert lage.mitglied.get(reverse("intern_uebergabe_person", args=[lage.person.pk])).status_code == 404


def test_a_leaver_s_sheet_has_all_mandates_in_the_same_number_of_queries(lage):
    adresse = reverse("intern_uebergabe_person", args=[lage.person.pk])
    with CaptureQueriesContext(connection) as eine:
        lage.redaktion.get(adresse)
    for nummer in range(2):
        fabrik.mitgliedschaft(fabrik.gremium(f"AG {nummer}"), person=lage.person)
    with CaptureQueriesContext(connection) as drei:
        text = lage.redaktion.get(adresse).text
    assert len(eine) == len(drei)
    assert text.count("<h3>Das Mandat</h3>") == 3


def test_the_sheet_comes_as_a_tagged_pdf(lage):
    antwort = lage.redaktion.get(reverse("intern_uebergabe_pdf", args=[lage.mandat.pk]))
    assert antwort["Content-Type"] == "application/pdf"
    assert antwort.content.startswith(b"%PDF-")
    assert antwort["Cache-Control"].count("no-store") == 1

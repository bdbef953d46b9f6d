"""Reports that are owed: seen, written, fulfilled, suspended, reminded of once (S3-6, S4-4 to S4-7)."""

import itertools
import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from gremien.models import Bericht, Berichtspflicht, Betreuung, Pflichtvermerk, Wahlperiode
from netzwerk.enums import Rolle, Veroeffentlichung
from netzwerk.models import Nachricht, Rueckmeldung
from sitzungen import erinnern, pflichten
from sitzungen.models import Pflichterfuellung
from sitzungen.pflichttermine import faellig_geworden
from tests import fabrik
from tests.intern import BACKEND, client, eingaben

pytestmark = pytest.mark.django_db
HEUTE = date(2026, 11, 25)
LISTE = "/intern/berichtspflichten/"
ERINNERN = f"{LISTE}erinnern/"


@pytest.fixture(autouse=True)
def _am_25_november():
    with time_machine.travel("2026-11-25 12:00:00+01:00", tick=False):
        yield


@pytest.fixture
def kreis():
    return fabrik.organisation("Kreis Offenbach", kontakt_email="kreis@example.org")


@pytest.fixture
def verbund():
    return fabrik.gremium("Weinheimer Initiative")


@pytest.fixture
def pflicht(kreis, verbund):
    neue = Berichtspflicht.objects.create(
        organisation=kreis, regel="quartal", frist_tage=14, gilt_ab=date(2026, 6, 1)
    )
    neue.empfaenger.add(verbund)
    return neue


@pytest.fixture
def berichtende(kreis):
    return client(Rolle.BERICHTERSTATTUNG, organisation=kreis)


@pytest.fixture
def freigabe():
    return client(Rolle.FREIGABE)


def bericht(kreis, verbund, **felder):
    return Bericht.objects.create(
        **{
            "titel": "Bericht 3. Quartal 2026",
            "organisation": kreis,
            "verbund": verbund,
            "jahr": 2026,
            "quartal": 3,
            "datum": date(2026, 10, 1),
            **felder,
        }
    )


def staende(konto):
    """Return period → state of what the account may read."""
    alle = pflichten.mit_allem(Berichtspflicht.objects.lesbar_fuer(konto))
    faellige = pflichten.faelligkeiten(alle, date(2026, 1, 1), date(2027, 2, 1), HEUTE)
    return {f.termin.zeitraum: f.stand.value for f in faellige}


# --- What is owed --------------------------------------------------------------------------------


def test_each_quarter_is_owed_until_its_report_is_published(pflicht, kreis, verbund, berichtende):
    konto = berichtende.konto
    assert staende(konto) == {
        "2. Quartal 2026": "ueberfaellig",
        "3. Quartal 2026": "ueberfaellig",
        "4. Quartal 2026": "faellig",
    }

    drittes = bericht(kreis, verbund)
    fremder = bericht(fabrik.organisation(), verbund, quartal=2, **fabrik.OEFFENTLICH)
    assert fremder.ist_oeffentlich()
    assert staende(konto)["3. Quartal 2026"] == "ueberfaellig"
    assert "Bericht: Entwurf" in berichtende.get(LISTE).text

    drittes.veroeffentlichung = Veroeffentlichung.VEROEFFENTLICHT
    drittes.save()
    Pflichtvermerk.objects.create(
        pflicht=pflicht, bezugstag=date(2026, 6, 30), ausgesetzt_grund="Stelle unbesetzt"
    )
    assert staende(konto) == {
        "2. Quartal 2026": "ausgesetzt",
        "3. Quartal 2026": "erfuellt",
        "4. Quartal 2026": "faellig",
    }
    seite = berichtende.get(f"{LISTE}?zeitraum=alle").text
    assert "Stelle unbesetzt" in seite
    assert "Bericht vom 01.10.2026" in seite


def test_duties_of_a_term_and_after_an_event_are_computed(freigabe):
    jha, rat = fabrik.gremium("Jugendhilfeausschuss"), fabrik.gremium("Rat")
    konferenz = fabrik.gremium("Konferenz Sodingen")
    einmal = Berichtspflicht.objects.create(
        gremium=konferenz, regel="nach_ereignis", frist_tage=28, gilt_ab=date(2026, 1, 1), wortlaut="Ergebnis"
    )
    einmal.empfaenger.add(jha)
    periode = Wahlperiode.objects.create(
        koerperschaft=fabrik.organisation("Herne"),
        name="2024–2028",
        von=date(2024, 2, 2),
        bis=date(2029, 10, 20),
    )
    immer = Berichtspflicht.objects.create(
        gremium=konferenz, regel="beginn_und_mitte", wahlperiode=periode, gilt_ab=date(2025, 1, 1)
    )
    immer.empfaenger.add(jha, rat)
    assert "wartet auf das Ereignis" in freigabe.get(LISTE).text
    # The middle of the term is eight weeks away.
    assert periode.mitte == date(2026, 12, 11)
    assert "Mitte: 2024–2028" in freigabe.get("/intern/").text
    assert staende(freigabe.konto) == {"Mitte: 2024–2028": "faellig"}

    fabrik.sitzung(konferenz, datum=date(2026, 9, 1), status="abgesagt")
    fabrik.sitzung(konferenz, datum=date(2025, 9, 1), status="durchgefuehrt")
    fabrik.sitzung(konferenz, datum=date(2026, 10, 8), status="durchgefuehrt")
    (offen, _) = pflichten.offene(freigabe.konto)
    assert (offen.termin.faellig_am, offen.stand.value) == (date(2026, 11, 5), "ueberfaellig")
    kette = freigabe.get(f"{LISTE}?gremium={jha.pk}").context["kette"]
    jha_glied = next(glied for glied in kette if glied["wer"] == jha)
    assert [(glied["wer"], glied["was"].stand.value) for glied in jha_glied["unter"]] == [
        (konferenz, "ueberfaellig")
    ]


def test_what_is_due_stands_in_ones_calendar_and_is_told_eight_weeks_before(pflicht, berichtende):
    angelegt = berichtende.post("/konto/kalender/", {"schritt": "anlegen"}).text
    (adresse, *_) = re.findall(r"http://testserver(/konto/kalender/\S+\.ics)", angelegt)
    ereignisse = Calendar.from_ical(Client().get(adresse).content).walk("VEVENT")
    assert [(str(e["SUMMARY"]), e["DTSTART"].dt) for e in ereignisse] == [
        ("Bericht fällig: 2. Quartal 2026 (Kreis Offenbach)", date(2026, 7, 14)),
        ("Bericht fällig: 3. Quartal 2026 (Kreis Offenbach)", date(2026, 10, 14)),
        ("Bericht fällig: 4. Quartal 2026 (Kreis Offenbach)", date(2027, 1, 14)),
    ]

    # 14.01.2027 less eight weeks is 19.11.2026: told once, in the span in which that day lies.
    tage = [datetime(2026, 11, tag, 12, tzinfo=UTC) for tag in (10, 18, 25)]
    gemeldet = [
        [meldung.titel for meldung in faellig_geworden(berichtende.konto, von, bis)]
        for von, bis in itertools.pairwise(tage)
    ]
    assert gemeldet == [[], ["Kreis Offenbach: 4. Quartal 2026, fällig am 14.01.2027"]]


@pytest.mark.parametrize(("stand", "erwartet"), [("entwurf", "ueberfaellig"), ("in_beratung", "erfuellt")])
def test_a_paper_fulfils_a_duty_once_it_is_released(freigabe, pflicht, kreis, stand, erwartet):
    papier = fabrik.vorlage(kreis, stand=stand)
    adresse = f"{LISTE}{pflicht.pk}/2026-06-30/"
    daten = {"vorlage": str(papier.pk), "vorlage_text": str(papier)}

    assert freigabe.post(adresse, daten).status_code == 302
    assert Pflichterfuellung.objects.get().vorlage == papier
    assert staende(freigabe.konto)["2. Quartal 2026"] == erwartet

    freigabe.post(adresse, {"abgegeben_am": "2026-07-01"})
    assert not Pflichterfuellung.objects.exists()
    assert staende(freigabe.konto)["2. Quartal 2026"] == "erfuellt"


def test_a_circle_of_duties_is_told_and_cut():
    a, b = fabrik.gremium("A"), fabrik.gremium("B")
    for von, an in ((a, b), (b, a)):
        neue = Berichtspflicht.objects.create(gremium=von, regel="bis_datum", faellig_am=HEUTE)
        neue.empfaenger.add(an)
    freigabe = client(Rolle.FREIGABE)

    kette = freigabe.get(LISTE).context["kette"]
    assert [(glied["wer"], [u["wer"] for u in glied["unter"]]) for glied in kette] == [(a, [b]), (b, [a])]


@pytest.mark.parametrize("frage", ["gremium=999", "gremium=abc", "zeitraum=2026-9", "zeitraum=٢٠٢٦"])
def test_nonsense_in_the_filter_is_left_out(freigabe, pflicht, frage):
    antwort = freigabe.get(f"{LISTE}?{frage}")
    assert antwort.status_code == 200
    assert antwort.context["anzahl"] == 3


@pytest.mark.parametrize("tag", ["2026-06-29", "2026-6-30", "9999-12-30", "x", "2026-02-30"])
def test_a_day_on_which_nothing_is_owed_is_not_there(freigabe, pflicht, tag):
    assert freigabe.get(f"{LISTE}{pflicht.pk}/{tag}/").status_code == 404
    assert freigabe.get(f"{LISTE}{'9' * 30}/2026-06-30/").status_code == 404


def test_the_list_asks_as_often_for_three_as_for_one(
    freigabe, pflicht, verbund, kreis, django_assert_num_queries
):
    def fragen():
        with django_assert_num_queries(anzahl) if anzahl else CaptureQueries() as gezaehlt:
            freigabe.get(f"{LISTE}?zeitraum=alle")
        return len(gezaehlt)

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def CaptureQueries():  # noqa: N802 - reads like the class it stands for
        return CaptureQueriesContext(connection)

    anzahl = 0
    bericht(kreis, verbund, **fabrik.OEFFENTLICH)
    anzahl = fragen()
    for nummer in range(3):
        weiterer = fabrik.organisation(f"Kreis {nummer}")
        neue = Berichtspflicht.objects.create(
            organisation=weiterer, regel="quartal", gilt_ab=HEUTE.replace(month=1)
        )
        neue.empfaenger.add(verbund, fabrik.gremium())
        Pflichtvermerk.objects.create(pflicht=neue, bezugstag=date(2026, 3, 31), ausgesetzt_grund="x")
    fragen()


# --- Who may see and remind ------------------------------------------------------------------------


def test_only_ones_own_duties_are_seen(pflicht, berichtende):
    anderer = Berichtspflicht.objects.create(
        organisation=fabrik.organisation("Anderer Kreis"), regel="quartal", gilt_ab=date(2026, 6, 1)
    )
    text = berichtende.get(LISTE).text
    assert "Kreis Offenbach" in text
    assert "Anderer Kreis" not in text
    assert berichtende.get(f"{LISTE}{anderer.pk}/2026-06-30/").status_code == 404
    assert berichtende.get(f"{LISTE}{pflicht.pk}/2026-06-30/").status_code == 200
    assert (
        berichtende.post(f"{LISTE}{pflicht.pk}/2026-06-30/", {"abgegeben_am": "2026-07-01"}).status_code
        == 403
    )
    assert berichtende.get(ERINNERN).status_code == 403

    betreuende = client(Rolle.GREMIENBETREUUNG)
    assert "Kreis Offenbach" not in betreuende.get(LISTE).text
    Betreuung.objects.create(konto=betreuende.konto, gremium=pflicht.empfaenger.get())
    assert "Kreis Offenbach" in betreuende.get(LISTE).text


def test_each_missing_report_is_reminded_of_once_for_ever(pflicht, berichtende, freigabe):
    vorschau = freigabe.get(ERINNERN)
    assert [zeile["an"] for zeile in vorschau.context["zeilen"]] == [[berichtende.konto.email]] * 3
    assert [zeile["gewaehlt"] for zeile in vorschau.context["zeilen"]] == [True, True, False]
    assert "fehlt noch ein Bericht an Weinheimer Initiative: 2. Quartal 2026." in vorschau.text

    kennungen = [f"{pflicht.pk}:2026-06-30", f"{pflicht.pk}:2026-09-30"]
    for _ in range(2):
        freigabe.post(ERINNERN, {"kennung": [*kennungen, "unsinn", "1:2026-02-30", f"{'9' * 30}:2026-06-30"]})
    assert [n.an for n in Nachricht.objects.all()] == [berichtende.konto.email] * 2
    assert Nachricht.objects.first().veranlasst_von == freigabe.konto
    assert "erinnert am 25.11.2026" in freigabe.get(LISTE).text
    # Texts of the outbox go after a while; the reminder stays sent.
    Nachricht.objects.all().delete()
    assert not erinnern.erinnern(pflicht, date(2026, 6, 30), wo="/", acting_user=freigabe.konto)


def test_without_an_account_the_office_is_reminded_and_without_an_office_nobody(pflicht, kreis, freigabe):
    (zeile, *_) = freigabe.get(ERINNERN).context["zeilen"]
    assert zeile["an"] == ["kreis@example.org"]

    kreis.kontakt_email = ""
    kreis.save()
    assert "Niemand zum Erinnern" in freigabe.get(ERINNERN).text
    freigabe.post(ERINNERN, {"kennung": f"{pflicht.pk}:2026-06-30"})
    assert not Nachricht.objects.exists()
    assert not Pflichtvermerk.objects.exists()


def test_what_came_meanwhile_is_not_reminded_of(pflicht, kreis, verbund, freigabe):
    bericht(kreis, verbund, **fabrik.OEFFENTLICH)
    freigabe.post(ERINNERN, {"kennung": f"{pflicht.pk}:2026-09-30"})
    assert not Nachricht.objects.exists()


# --- Writing a report ------------------------------------------------------------------------------


def test_a_member_writes_only_its_own_organisations_reports(berichtende, kreis, verbund):
    fremder = bericht(fabrik.organisation("Anderer Kreis"), verbund)
    assert berichtende.get(f"/intern/berichte/{fremder.pk}/").status_code == 404
    assert berichtende.post(f"/intern/berichte/{fremder.pk}/", {"titel": "x"}).status_code == 404
    assert berichtende.post(f"/intern/berichte/{fremder.pk}/papierkorb/").status_code == 404

    geheim = fabrik.organisation("GEHEIM", sichtbarkeit="intern")
    neu = berichtende.get(f"/intern/berichte/neu/?organisation={geheim.pk}&titel=Hallo")
    assert "GEHEIM" not in neu.text
    assert "Hallo" in neu.text
    daten = eingaben(neu) | {"organisation": str(geheim.pk), "organisation_text": "GEHEIM", "jahr": "2026"}
    assert berichtende.post("/intern/berichte/neu/", daten).status_code == 422
    assert not Bericht.objects.filter(organisation=geheim).exists()


def test_a_report_goes_from_last_quarters_headings_to_review_back_and_to_the_public(
    berichtende, freigabe, kreis, verbund, pflicht
):
    alt = bericht(kreis, verbund, quartal=2, titel="Bericht 2. Quartal 2026", ortszeile="Dietzenbach")
    for position, ueberschrift in enumerate(("", "Beratung", "Ausblick"), start=1):
        alt.abschnitte.create(position=position, ueberschrift=ueberschrift, text="Alter Text")

    # New: the next period, the headings without their texts.
    neu = berichtende.get("/intern/berichte/neu/")
    anfang = neu.context["formular"].initial
    assert (anfang["titel"], anfang["ortszeile"]) == ("Bericht 3. Quartal 2026", "Dietzenbach")
    berichtende.post("/intern/berichte/neu/", eingaben(neu) | {"verfasst_am": "2026-10-01"})
    neuer = Bericht.objects.get(quartal=3)
    assert [(a.ueberschrift, a.text) for a in neuer.abschnitte.all()] == [("Beratung", ""), ("Ausblick", "")]

    # A link with a bracket that does not close is a warning, not an error.
    seite = f"/intern/berichte/{neuer.pk}/"
    daten = eingaben(berichtende.get(seite)) | {
        "berichtsabschnitt-0-text": "Mehr (https://www.wibank.de/a.html",
        "verfasst_am": "2026-10-02",
    }
    gewarnt = berichtende.post(seite, daten)
    assert gewarnt.status_code == 422
    assert "geht eine Klammer" in gewarnt.text
    berichtende.post(seite, daten | {"trotzdem": "1"})
    assert 'href="https://www.wibank.de/a.html"' in neuer.abschnitte.first().text

    # To review, and back with a word.
    assert "veroeffentlichen" not in berichtende.get(seite).context["schritte"]
    berichtende.post(f"{seite}stand/", {"schritt": "einreichen"})
    assert "Zur Freigabe" in freigabe.get("/intern/").text
    freigabe.post(f"{seite}stand/", {"schritt": "zurueckgeben", "anmerkung": "Bitte den Ausblick ergänzen."})
    assert "Bitte den Ausblick ergänzen." in berichtende.get(seite).text
    assert "Bitte den Ausblick ergänzen." in berichtende.get("/intern/").text
    berichtende.post(f"{seite}stand/", {"schritt": "veroeffentlichen"})
    neuer.refresh_from_db()
    assert neuer.veroeffentlichung == Veroeffentlichung.ENTWURF
    assert Client().get(neuer.get_absolute_url()).status_code == 404

    # Published; a heading without a text stays away, both dates are told.
    berichtende.post(f"{seite}stand/", {"schritt": "einreichen"})
    freigabe.post(f"{seite}stand/", {"schritt": "veroeffentlichen"})
    assert not Rueckmeldung.objects.exists()
    oeffentlich = Client().get(neuer.get_absolute_url()).text
    assert "Dietzenbach, 25.11.2026" in oeffentlich
    assert "02.10.2026" in oeffentlich
    assert "Ausblick" not in oeffentlich
    assert "geändert am" not in oeffentlich

    # A later change waits for the release and is dated.
    daten = eingaben(berichtende.get(seite)) | {
        "berichtsabschnitt-1-text": "Es geht weiter.",
        "schritt": "einreichen",
    }
    assert berichtende.post(seite, daten).status_code == 302
    assert "Es geht weiter." not in Client().get(neuer.get_absolute_url()).text
    with time_machine.travel("2026-12-01 12:00:00+01:00", tick=False):
        freigabe.force_login(freigabe.konto, backend=BACKEND)
        freigabe.post(f"{seite}fassung/", {"schritt": "freigeben"})
        danach = Client().get(neuer.get_absolute_url()).text
    assert "Es geht weiter." in danach
    assert "geändert am 01.12.2026" in danach


def test_saving_without_a_change_dates_nothing(freigabe, kreis, verbund):
    fertig = bericht(kreis, verbund, **fabrik.OEFFENTLICH)
    seite = f"/intern/berichte/{fertig.pk}/"
    freigabe.post(seite, eingaben(freigabe.get(seite)))
    fertig.refresh_from_db()
    assert fertig.ueberarbeitet_am is None


def test_the_way_from_a_duty_to_its_report_is_filled_in(berichtende, pflicht, verbund):
    (zeile,) = [
        z
        for gruppe in berichtende.get(LISTE).context["gruppen"]
        for z in gruppe["zeilen"]
        if z["f"].termin.zeitraum == "4. Quartal 2026"
    ]
    formular = berichtende.get(zeile["schreiben"]).context["formular"]
    assert {name: formular.initial[name] for name in ("jahr", "quartal", "art", "verbund")} == {
        "jahr": "2026",
        "quartal": "4",
        "art": "quartal",
        "verbund": str(verbund.pk),
    }

"""Attendance, the yearly statistics, load: each rule with fixed dates, the pages, and who may see them."""

import io
from datetime import date, time
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from gremien.models import Betreuung, Sitz, Sitzkategorie, Stellvertretung
from netzwerk.enums import Rolle
from netzwerk.models import Gebiet, Portal, Thema, Zugehoerigkeit
from sitzungen.anwesenheit import erwartete, satz
from sitzungen.enums import Anwesenheitsstatus as Status
from sitzungen.models import Anwesenheit, Beschluss, Sitzung
from sitzungen.statistik import minuten, statistik
from tests import fabrik, intern

pytestmark = pytest.mark.django_db
VON, BIS = date(2026, 1, 1), date(2026, 12, 31)
SEITE, LAST = "/intern/statistik/", "/intern/auslastung/"


@pytest.fixture
def wir():
    organisation = fabrik.organisation("Unser Träger")
    Portal.objects.update_or_create(defaults={"eigene_organisation": organisation})
    return organisation


@pytest.fixture
def runde(wir):
    """Return a body with a member of ours who has a deputy, a colleague of hers, and a stranger."""
    gremium = fabrik.gremium("Runder Tisch")
    kategorie = Sitzkategorie.objects.create(gremium=gremium, bezeichnung="freie Träger", stimmrecht=True)
    sitz = Sitz.objects.create(kategorie=kategorie, entsendende_organisation=wir)
    eva = fabrik.person("Zander", vorname="Eva")
    mandat = fabrik.mitgliedschaft(gremium, sitz=sitz, person=eva, stunden_je_jahr=20)
    Stellvertretung.objects.create(mitgliedschaft=mandat, person=fabrik.person("Amann", vorname="Tim"))
    Zugehoerigkeit.objects.create(person=fabrik.person("Kollege"), organisation=wir)
    fabrik.mitgliedschaft(
        gremium, person=fabrik.person("Fremd"), im_auftrag_von=fabrik.organisation("Andere")
    )
    return gremium


@pytest.fixture
def mandat(runde):
    return runde.mitgliedschaften.get(person__nachname="Zander")


def sitzung(gremium, tag, **felder):
    zeiten = {"uhrzeit": time(17), "ende_uhrzeit": time(19), "status": "durchgefuehrt"}
    return fabrik.sitzung(gremium, datum=tag, **{**zeiten, **felder})


def war(mandat, bei, status, **felder):
    return Anwesenheit.objects.create(sitzung=bei, mitgliedschaft=mandat, status=status, **felder)


def zahlen(gremium, wir, von=VON, bis=BIS):
    (zeile,) = statistik([gremium], von, bis, frozenset({wir.pk})).zeilen
    return zeile


# --- The rules -----------------------------------------------------------------------------------


def test_meetings_held_attended_and_substituted_are_counted_once_each(runde, mandat, wir):
    for tag, status in (
        (1, Status.ANWESEND),
        (2, Status.VERTRETEN),
        (3, Status.ENTSCHULDIGT),
        (4, Status.FEHLT),
    ):
        war(mandat, sitzung(runde, date(2026, 3, tag)), status)
    sitzung(runde, date(2026, 3, 5))
    fremd = runde.mitgliedschaften.get(person__nachname="Fremd")
    war(fremd, sitzung(runde, date(2026, 3, 6)), Status.ANWESEND)
    # None of these was held.
    for status in ("terminiert", "eingeladen", "abgesagt", "verlegt", "entfallen", "entwurf"):
        sitzung(runde, date(2026, 3, 7), status=status)

    zeile = zahlen(runde, wir)
    assert (zeile.gehalten, zeile.besucht, zeile.vertreten, zeile.ohne_angabe) == (6, 1, 1, 2)
    assert zeile.stunden == 4
    alle = statistik([runde], VON, BIS, None).zeilen[0]
    assert (alle.besucht, alle.mandate) == (2, 2)


@pytest.mark.parametrize(
    ("tag", "zaehlt"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_both_days_of_a_period_belong_to_it(runde, mandat, wir, tag, zaehlt):
    war(mandat, sitzung(runde, tag), Status.ANWESEND)
    assert zahlen(runde, wir).besucht == zaehlt


def test_time_runs_from_coming_to_leaving_with_preparation(runde, mandat):
    bei = sitzung(runde, date(2026, 3, 1))

    def dauer(bei, **felder):
        return minuten(bei, Anwesenheit(sitzung=bei, mitgliedschaft=mandat, status=Status.ANWESEND, **felder))

    assert dauer(bei) == 120
    assert dauer(bei, von_uhrzeit=time(17, 30), bis_uhrzeit=time(18)) == 30
    assert dauer(bei, minuten_dazu=45) == 165
    assert dauer(sitzung(runde, date(2026, 3, 2), ende_uhrzeit=None)) == 120
    zwei_tage = sitzung(runde, date(2026, 3, 3), ende_datum=date(2026, 3, 4))
    assert dauer(zwei_tage) == 240
    # Came after the end that is written down: no time, but never less.
    assert dauer(bei, von_uhrzeit=time(20)) == 0


def test_a_joint_meeting_counts_for_each_body(runde, mandat, wir):
    andere = fabrik.gremium("Andere Runde")
    dort = fabrik.mitgliedschaft(andere, person=fabrik.person("Dort"), im_auftrag_von=wir)
    bei = sitzung(runde, date(2026, 3, 1))
    bei.weitere_gremien.add(andere)
    war(mandat, bei, Status.ENTSCHULDIGT)
    war(dort, bei, Status.ANWESEND)

    zeilen = {z.gremium: z for z in statistik([runde, andere], VON, BIS, frozenset({wir.pk})).zeilen}
    assert (zeilen[runde].gehalten, zeilen[runde].besucht) == (1, 0)
    assert (zeilen[andere].gehalten, zeilen[andere].besucht) == (1, 1)


def test_hours_agreed_on_are_shared_by_the_days_in_office(runde, mandat, wir):
    assert zahlen(runde, wir).ansatz == 20
    mandat.von, mandat.bis = date(2026, 1, 1), date(2026, 3, 14)  # 73 days, a fifth of the year
    mandat.save()
    assert zahlen(runde, wir).ansatz == Decimal(4)
    assert statistik([runde], date(2027, 1, 1), date(2027, 12, 31), frozenset({wir.pk})).zeilen == []


def test_whoever_left_us_counts_for_us_until_then(wir):
    gremium = fabrik.gremium("Offene Runde")
    ada = fabrik.person("Ada")
    Zugehoerigkeit.objects.create(person=ada, organisation=wir, bis=date(2026, 3, 31))
    mitglied = fabrik.mitgliedschaft(gremium, person=ada)
    for tag in (date(2026, 3, 31), date(2026, 4, 1)):
        war(mitglied, sitzung(gremium, tag), Status.ANWESEND)

    assert zahlen(gremium, wir, bis=date(2026, 6, 30)).besucht == 1


def test_the_sentences_say_what_the_numbers_say(runde, mandat, wir):
    assert zahlen(runde, wir).satz == "Runder Tisch: keine Sitzung in diesem Zeitraum."
    bei = sitzung(runde, date(2026, 3, 1))
    assert zahlen(runde, wir).satz == "Runder Tisch: 1 Sitzung, ohne Angabe zur Anwesenheit."
    war(mandat, bei, Status.ANWESEND, minuten_dazu=30)
    war(mandat, sitzung(runde, date(2026, 5, 1)), Status.VERTRETEN)
    war(mandat, sitzung(runde, date(2026, 6, 1)), Status.ENTSCHULDIGT)
    Beschluss.objects.create(
        gremium=runde, datum=date(2026, 3, 1), wortlaut="Ja.", erledigt_am=date(2026, 4, 1)
    )
    Beschluss.objects.create(gremium=runde, datum=date(2026, 3, 1), wortlaut="Nein.")
    assert zahlen(runde, wir).satz == (
        "Runder Tisch: 3 Sitzungen, wir waren einmal dabei und wir ließen uns einmal vertreten, "
        "zusammen 4,5 Stunden. Gefasst: 2 Beschlüsse und Aufträge, 1 davon erledigt."
    )


# --- Attendance ----------------------------------------------------------------------------------


def ausgefuellt(antwort, **angaben):
    """Return what a browser sends of the list, with some fields filled in otherwise."""
    daten = {"stand": antwort.context["stand"]}
    for _, formulare in antwort.context["gruppen"]:
        for form in formulare:
            daten |= {feld.html_name: feld.value() or "" for feld in form}
    return daten | angaben


def test_one_tap_keeps_that_all_were_there_and_the_meeting_was_held(runde, mandat):
    bei = sitzung(runde, date(2026, 3, 1), status="eingeladen")
    client = intern.client(Rolle.REDAKTION)
    adresse = f"/intern/sitzungen/{bei.pk}/anwesenheit/"
    seite = client.get(adresse)
    assert "Eva Zander" in seite.text

    assert client.post(adresse, ausgefuellt(seite)).status_code == 302
    assert set(bei.anwesenheiten.values_list("status", flat=True)) == {Status.ANWESEND}
    bei.refresh_from_db()
    assert bei.status == "durchgefuehrt"
    assert satz(erwartete(bei)) == "2 von 2 Mitgliedern anwesend oder vertreten, 1 von 1 mit Stimmrecht."
    # Sent once more nothing is written anew.
    client.post(adresse, ausgefuellt(client.get(adresse)))
    assert Anwesenheit.history.count() == 2


def test_exceptions_are_kept_and_nonsense_is_told(runde, mandat):
    bei = sitzung(runde, date(2026, 3, 1))
    client = intern.client(Rolle.REDAKTION)
    adresse = f"/intern/sitzungen/{bei.pk}/anwesenheit/"
    seite = client.get(adresse)
    feld = f"m{mandat.pk}"
    tim = fabrik.Person.objects.get(nachname="Amann")

    def senden(**angaben):
        return client.post(adresse, ausgefuellt(seite, **{f"{feld}-{k}": v for k, v in angaben.items()}))

    ohne = senden(status="vertreten")
    assert ohne.status_code == 422
    assert "wer vertreten hat" in ohne.text
    assert senden(status="unsinn").status_code == 422
    assert senden(status="vertreten", vertretung="p999999").status_code == 422
    assert senden(status="anwesend", von="19:00", bis="18:00").status_code == 422
    assert senden(status="anwesend", minuten_dazu="99999").status_code == 422
    assert not bei.anwesenheiten.exists()

    daten = {"status": "vertreten", "vertretung": f"p{tim.pk}", "von": "17:15", "minuten_dazu": "20"}
    assert senden(**daten).status_code == 302
    zeile = bei.anwesenheiten.get(mitgliedschaft=mandat)
    assert (zeile.status, zeile.vertretung, zeile.von_uhrzeit) == ("vertreten", tim, time(17, 15))
    # The form is older than what is stored now.
    veraltet = senden(status="fehlt")
    assert veraltet.status_code == 409
    assert "jemand anderes" in veraltet.text
    zeile.refresh_from_db()
    assert zeile.status == "vertreten"


def test_nobody_is_there_twice(runde, mandat, wir):
    tim = fabrik.Person.objects.get(nachname="Amann")
    zweites = fabrik.mitgliedschaft(runde, person=fabrik.person("Zweite"), im_auftrag_von=wir)
    Stellvertretung.objects.create(mitgliedschaft=zweites, person=tim)
    bei = sitzung(runde, date(2026, 3, 1))
    client = intern.client(Rolle.REDAKTION)
    adresse = f"/intern/sitzungen/{bei.pk}/anwesenheit/"
    doppelt = {
        f"m{pk}-{name}": wert
        for pk in (mandat.pk, zweites.pk)
        for name, wert in (("status", "vertreten"), ("vertretung", f"p{tim.pk}"))
    }

    antwort = client.post(adresse, ausgefuellt(client.get(adresse), **doppelt))
    assert antwort.status_code == 422
    assert "Jede Person zählt einmal" in antwort.text
    assert not bei.anwesenheiten.exists()


def test_before_its_day_and_without_the_right_nothing_is_filled_in(runde, mandat):
    spaeter = sitzung(runde, date(2099, 3, 1), status="terminiert")
    redaktion = intern.client(Rolle.REDAKTION)
    adresse = f"/intern/sitzungen/{spaeter.pk}/anwesenheit/"
    assert "Ab dem Tag der Sitzung" in redaktion.get(adresse).text
    redaktion.post(adresse, {f"m{mandat.pk}-status": "anwesend"})
    assert not Anwesenheit.objects.exists()

    bei = sitzung(runde, date(2026, 3, 1))
    adresse = f"/intern/sitzungen/{bei.pk}/anwesenheit/"
    assert intern.client(Rolle.MITGLIED, person=mandat.person).get(adresse).status_code == 403
    assert intern.client(Rolle.BERICHTERSTATTUNG).get(adresse).status_code == 404
    betreuung = intern.client(Rolle.GREMIENBETREUUNG)
    assert betreuung.get(adresse).status_code == 404
    Betreuung.objects.create(konto=betreuung.konto, gremium=runde)
    assert betreuung.get(adresse).status_code == 200


# --- The pages -----------------------------------------------------------------------------------


@pytest.fixture
def jahr(runde, mandat):
    """Return a year with something to count."""
    for monat, status in ((2, Status.ANWESEND), (4, Status.VERTRETEN)):
        war(mandat, sitzung(runde, date(2026, monat, 1)), status)
    runde.themen.add(Thema.objects.create(name="Spielplätze"))
    runde.gebiete.add(Gebiet.objects.create(name="Nordstadt", art="stadtteil", **fabrik.OEFFENTLICH))
    luecke = fabrik.gremium("Runde ohne uns")
    luecke.themen.add(Thema.objects.create(name="Verkehr"))
    luecke.gebiete.add(Gebiet.objects.get(name="Nordstadt"))
    return {"von": "2026-01-01", "bis": "2026-12-31"}


def test_the_year_as_page_and_in_every_file(jahr):
    client = intern.client(Rolle.REDAKTION)
    text = client.get(SEITE, jahr).text
    sagt = "Runder Tisch: 2 Sitzungen, wir waren einmal dabei und wir ließen uns einmal vertreten"
    assert sagt in text
    assert "Gremienarbeit 2026 – Unser Träger" in text
    assert "Runde ohne uns" not in text

    docx = Document(io.BytesIO(client.get(f"{SEITE}statistik.docx", jahr).content))
    assert any(sagt in absatz.text for absatz in docx.paragraphs)
    assert [zelle.text for zelle in docx.tables[0].rows[1].cells][:4] == ["Runder Tisch", "2", "1", "1"]
    assert docx.styles["Normal"].element.xpath(".//w:lang/@w:val") == ["de-DE"]
    mappe = load_workbook(io.BytesIO(client.get(f"{SEITE}statistik.xlsx", jahr).content))
    assert [zelle.value for zelle in mappe["Zahlen"][2]][:6] == ["Runder Tisch", 2, 1, 1, 0, 4]
    pdf = PdfReader(io.BytesIO(client.get(f"{SEITE}statistik.pdf", jahr).content))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "wir waren einmal dabei" in " ".join(pdf.pages[0].extract_text().split())
    assert client.get(f"{SEITE}statistik.exe").status_code == 404
    # Whoever may read no body gets a kind word.
    assert "Nichts zu zählen" in intern.client(Rolle.BERICHTERSTATTUNG).get(SEITE).text


@pytest.mark.parametrize(
    "unsinn", [{"von": "2026-02-30"}, {"bis": "99999-01-01"}, {"von": "x"}, {"organisation": "nein"}]
)
def test_nonsense_is_left_out_and_a_turned_period_is_turned_back(jahr, unsinn):
    client = intern.client(Rolle.REDAKTION)
    assert "weggelassen" in client.get(SEITE, unsinn).text
    gedreht = client.get(SEITE, {"von": "2026-12-31", "bis": "2026-01-01"})
    assert gedreht.context["statistik"].zeilen[0].gehalten == 2


def test_load_says_seats_hours_gaps_and_organisations(jahr):
    client = intern.client(Rolle.REDAKTION)
    antwort = client.get(LAST, {"stichtag": "2026-06-01"})
    tafeln = {tafel.titel: dict(tafel.zeilen) for tafel in antwort.context["tafeln"]}

    assert tafeln["Sitze je Person"] == {"Eva Zander": [1, 0, 0], "Tim Amann": [0, 1, 0]}
    assert tafeln["Stunden je Gremium"] == {"Runder Tisch": [20.0, 0.0, 0.0, 4.0]}
    assert tafeln["Themen × Gebiete"] == {"Spielplätze": ["1 von 1"], "Verkehr": ["Lücke: 0 von 1"]}
    assert tafeln["Organisationen"] == {"Unser Träger": [1, 0, 1], "Andere": [1, 0, 1]}
    mappe = load_workbook(
        io.BytesIO(client.get(f"{LAST}auslastung.xlsx", {"stichtag": "2026-06-01"}).content)
    )
    assert mappe.sheetnames == ["Sitze je Person", "Stunden je Gremium", "Themen x Gebiete", "Organisationen"]


def test_a_member_counts_only_in_her_own_bodies_and_nobody_outside_reads_attendance(jahr, runde, mandat, wir):
    fremde = fabrik.gremium("Fremde Runde")
    dort = fabrik.mitgliedschaft(fremde, person=fabrik.person("Dort"), im_auftrag_von=wir)
    war(dort, sitzung(fremde, date(2026, 3, 1)), Status.ANWESEND, grund_intern="GEHEIM")
    mitglied = intern.client(Rolle.MITGLIED, person=mandat.person)

    for adresse in (SEITE, LAST, f"{SEITE}?organisation=alle", f"{LAST}?organisation=alle"):
        text = mitglied.get(adresse, jahr if adresse == SEITE else {}).text
        assert "Fremde Runde" not in text
        assert "Dort" not in text
    bei = Sitzung.objects.filter(gremium=runde).first()
    oeffentlich = intern.Client().get(bei.get_absolute_url())
    assert oeffentlich.status_code == 200
    assert "Zander" not in oeffentlich.text
    assert "anwesend" not in oeffentlich.text


def anfragen(client, adresse):
    with CaptureQueriesContext(connection) as gezaehlt:
        assert client.get(adresse).status_code == 200
    return len(gezaehlt)


def test_more_bodies_meetings_and_members_ask_no_more(jahr, mandat, wir):
    client = intern.client(Rolle.REDAKTION)
    liste = f"/intern/sitzungen/{Sitzung.objects.first().pk}/anwesenheit/"
    adressen = (SEITE + "?von=2026-01-01&bis=2026-12-31", LAST, liste)
    vorher = {adresse: anfragen(client, adresse) for adresse in adressen}
    for _ in range(3):
        gremium = fabrik.gremium()
        for _ in range(3):
            mitglied = fabrik.mitgliedschaft(gremium, im_auftrag_von=wir)
            war(mitglied, sitzung(gremium, date(2026, 3, 1)), Status.ANWESEND)
    for _ in range(3):
        fabrik.mitgliedschaft(mandat.gremium, im_auftrag_von=wir)

    assert {adresse: anfragen(client, adresse) for adresse in adressen} == vorher

"""The pages of mandates: a body's composition, each act with preview and undo, roles, nonsense."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gremien.mandate.besetzung import besetzung
from gremien.models import (
    Betreuung,
    Handlung,
    Mandatsvorschlag,
    Mitgliedschaft,
    Sitz,
    Sitzkategorie,
    Stellvertretung,
)
from netzwerk.enums import Rolle
from netzwerk.lib.dates import heute
from netzwerk.models import Organisationsart, Person, Zugehoerigkeit
from tests import fabrik
from tests.intern import client as intern_client

pytestmark = pytest.mark.django_db

SITZE = 28


def gremium_mit(anzahl, *, frei=0, **felder):
    """Return a body and its seats, all filled but some."""
    gremium = fabrik.gremium(**felder)
    kategorie = Sitzkategorie.objects.create(gremium=gremium, bezeichnung="stimmberechtigt")
    sitze = [Sitz.objects.create(kategorie=kategorie, nummer=n + 1) for n in range(anzahl)]
    for sitz in sitze[: anzahl - frei]:
        fabrik.mitgliedschaft(gremium, sitz=sitz, von=date(2021, 1, 1), bis=date(2099, 12, 31))
    return gremium, sitze


@pytest.fixture
def redaktion():
    return intern_client(Rolle.REDAKTION)


def ausfuellen(client, adresse, **daten):
    """Fill in a page's form and send it; return the answer."""
    seite = client.get(adresse)
    assert seite.status_code == 200
    gesendet = {"kennung": seite.context["kennung"], "stand": seite.context["stand"]}
    for formular in seite.context["formulare"]:
        for feld in formular:
            wert = feld.value()
            if isinstance(wert, list):
                gesendet[feld.html_name] = wert
            elif wert not in (None, "", False) and not hasattr(wert, "pk"):
                gesendet[feld.html_name] = "on" if wert is True else wert
            elif hasattr(wert, "pk"):
                gesendet |= {feld.html_name: wert.pk, f"{feld.html_name}_text": str(wert)}
    return client.post(adresse, gesendet | daten)


def name(feld, wer):
    """Return what the browser sends of a picker."""
    return {feld: wer.pk, f"{feld}_text": str(wer)}


def zuruecknehmen(client):
    return client.post(reverse("intern_handlung_zurueck", args=[Handlung.objects.first().pk]))


# --- The composition -------------------------------------------------------------------------------------


def test_the_page_says_fourteen_of_fifteen_and_the_missing_kind_of_school(redaktion):
    gremium, sitze = gremium_mit(15, frei=1)
    sitze[0].kategorie.je_art.set([Organisationsart.objects.create(name="Gymnasialzweig")])
    text = redaktion.get(reverse("intern_besetzung", args=[gremium.pk])).text
    assert "14 von 15 Sitzen besetzt" in text
    assert "stimmberechtigt: Gymnasialzweig fehlt" in text
    assert f"?sitz={sitze[14].pk}" in text


def test_any_day_can_be_asked_for_and_nonsense_is_answered_kindly(redaktion):
    gremium, _ = gremium_mit(1)
    adresse = reverse("intern_besetzung", args=[gremium.pk])
    assert "Der einzige Sitz ist unbesetzt" in redaktion.get(adresse, {"am": "2020-12-31"}).text
    assert "Der einzige Sitz ist besetzt" in redaktion.get(adresse, {"am": "31.12.2099"}).text
    for unsinn in ("2026-02-30", "abc", "99999-01-01", "٢٠٢٦-01-01"):
        antwort = redaktion.get(adresse, {"am": unsinn})
        assert (antwort.status_code, "Diesen Tag gibt es nicht" in antwort.text) == (200, True)
    assert redaktion.get(f"/intern/gremien/{10**30}/besetzung/").status_code == 404


def test_the_page_asks_the_same_number_of_times_for_one_seat_and_for_many(redaktion):
    zahlen = []
    for anzahl in (1, 3):
        gremium, _ = gremium_mit(anzahl)
        for mandat in gremium.mitgliedschaften.all():
            Stellvertretung.objects.create(mitgliedschaft=mandat, person=fabrik.person())
        with CaptureQueriesContext(connection) as abfragen:
            redaktion.get(reverse("intern_besetzung", args=[gremium.pk]))
        zahlen.append(len(abfragen))
    assert zahlen[0] == zahlen[1]


def test_a_member_reads_the_composition_and_only_says_what_she_would_like():
    person = fabrik.person("Anders")
    gremium, sitze = gremium_mit(2, frei=2)
    mandat = fabrik.mitgliedschaft(gremium, sitz=sitze[0], person=person, bis=heute() + timedelta(days=20))
    fremdes = fabrik.mitgliedschaft(gremium, sitz=sitze[1])
    mitglied = intern_client(Rolle.MITGLIED, person=person)

    text = mitglied.get(reverse("intern_besetzung", args=[gremium.pk])).text
    assert "Ich bin verhindert" in text
    assert "Beenden" not in text
    assert mitglied.get(reverse("intern_mandat_beenden", args=[mandat.pk])).status_code == 403
    assert mitglied.get(reverse("intern_mandat_wunsch", args=[fremdes.pk])).status_code == 403
    assert mitglied.get(reverse("intern_besetzung", args=[fabrik.gremium().pk])).status_code == 404

    antwort = ausfuellen(mitglied, reverse("intern_mandat_wunsch", args=[mandat.pk]), wunsch="abgeben")
    assert antwort.status_code == 302
    assert "Möchte abgeben" in mitglied.get(antwort["Location"]).text
    assert Mitgliedschaft.objects.get(pk=mandat.pk).bis == mandat.bis


def test_whoever_looks_after_a_body_acts_there_and_nowhere_else():
    gremium, _ = gremium_mit(1)
    anderes, _ = gremium_mit(1)
    betreuung = intern_client(Rolle.GREMIENBETREUUNG)
    Betreuung.objects.create(konto=betreuung.konto, gremium=gremium)
    eigenes, fremdes = gremium.mitgliedschaften.get(), anderes.mitgliedschaften.get()
    adresse = reverse("intern_mandat_beenden", args=[eigenes.pk])
    assert ausfuellen(betreuung, adresse, am="01.12.2026").status_code == 302
    assert betreuung.get(reverse("intern_mandat_beenden", args=[fremdes.pk])).status_code == 404
    handlung = Handlung.objects.create(art="beenden", gremium=anderes)
    assert betreuung.post(reverse("intern_handlung_zurueck", args=[handlung.pk])).status_code == 404


# --- Acts ------------------------------------------------------------------------------------------------


def test_a_seat_is_filled_looked_at_first_and_taken_back(redaktion):
    gremium, (sitz,) = gremium_mit(1, frei=1)
    person = fabrik.person("Neu")
    adresse = f"{reverse('intern_bestellen', args=[gremium.pk])}?sitz={sitz.pk}"
    daten = name("person", person) | {"von": "06.2026", "bis": "2030"}

    vorschau = ausfuellen(redaktion, adresse, **daten, schritt="vorschau")
    assert "Neu: Neu, Mitglied auf stimmberechtigt Nr. 1, ab Juni 2026, bis 2030" in vorschau.text
    assert not Mitgliedschaft.objects.exists()

    antwort = ausfuellen(redaktion, adresse, **daten)
    assert "Rückgängig machen" in redaktion.get(antwort["Location"]).text
    mandat = Mitgliedschaft.objects.get()
    assert (mandat.sitz, mandat.von, mandat.bis) == (sitz, date(2026, 6, 1), date(2030, 12, 31))
    zuruecknehmen(redaktion)
    assert not Mitgliedschaft.objects.vorhanden().exists()


def test_the_same_form_sent_twice_acts_once(redaktion):
    gremium, person = fabrik.gremium(), fabrik.person("Neu")
    adresse = reverse("intern_bestellen", args=[gremium.pk])
    daten = name("person", person) | {"rolle": "mitglied", "kennung": "einmal", "stand": ""}
    daten["stand"] = redaktion.get(adresse).context["stand"]
    antworten = [redaktion.post(adresse, daten) for _ in range(2)]
    assert {a.status_code for a in antworten} == {302}
    assert Mitgliedschaft.objects.count() == 1


def test_a_form_older_than_what_is_stored_acts_only_when_it_is_sent_again(redaktion):
    gremium, _ = gremium_mit(1)
    mandat = gremium.mitgliedschaften.get()
    adresse = reverse("intern_mandat_beenden", args=[mandat.pk])
    alt = redaktion.get(adresse).context["stand"]
    mandat.notiz_intern = "Inzwischen geändert"
    mandat.save()
    daten = {"am": "01.12.2026", "grund": "ruecktritt", "stand": alt}
    antwort = redaktion.post(adresse, daten)
    assert (antwort.status_code, "Inzwischen hat jemand" in antwort.text) == (409, True)
    assert 'value="01.12.2026"' in antwort.text
    neu = redaktion.post(adresse, daten | {"stand": antwort.context["stand"]})
    assert neu.status_code == 302


@pytest.mark.parametrize(
    ("seite", "daten", "meldung"),
    [
        ("beenden", {"am": "30.02.2026"}, "Bitte ein Datum angeben"),
        ("beenden", {"am": "31.12.2020"}, "beginnt erst am 01.01.2021"),
        ("beenden", {"am": "31.12.2100"}, "endet schon 31.12.2099"),
        ("verlaengern", {"bis": "01.01.2050"}, "muss nach dem bisherigen liegen"),
        ("verlaengern", {"bis": "", "ohne_ende": ""}, "Bitte ein Datum angeben oder"),
        ("wechseln", {"ab": "01.12.2026"}, "Bitte genau eines angeben"),
        ("abgeben", {"ab": "01.12.2026", "person_text": "\u200b", "person": "abc"}, "Bitte genau eines"),
        ("ruhen", {"von": "2026-12-01", "bis": "2026-11-01"}, "darf nicht vor dem Beginn liegen"),
        ("vertretung", {"erste_text": "Unbekannt", "ab": "01.12.2026"}, "gibt es noch nicht"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_lost(redaktion, seite, daten, meldung):
    gremium, _ = gremium_mit(1)
    adresse = reverse(f"intern_mandat_{seite}", args=[gremium.mitgliedschaften.get().pk])
    antwort = ausfuellen(redaktion, adresse, **daten)
    assert (antwort.status_code, meldung in antwort.text) == (422, True)
    assert not Handlung.objects.exists()


def test_each_act_on_a_mandate_works_from_its_page(redaktion):
    gremium, _ = gremium_mit(1)
    mandat, neu = gremium.mitgliedschaften.get(), fabrik.person("Neu")
    wege = {
        "ruhen": {"von": "2026-12-01"},
        "vertretung": name("erste", neu) | {"ab": "01.12.2026"},
        "verlaengern": {"bis": "", "ohne_ende": "on"},
        "pruefen": {},
        "abgeben": name("person", neu) | {"ab": "01.12.2026", "vertretung_bleibt": "on"},
    }
    for seite, daten in wege.items():
        adresse = reverse(f"intern_mandat_{seite}", args=[mandat.pk])
        assert ausfuellen(redaktion, adresse, **daten).status_code == 302, seite
    assert besetzung(gremium, date(2026, 12, 1)).sitze[0].mandat.name == "Neu"
    while Handlung.objects.filter(stand="ausgefuehrt").exists():
        handlung = Handlung.objects.filter(stand="ausgefuehrt").first()
        antwort = redaktion.post(reverse("intern_handlung_zurueck", args=[handlung.pk]))
        assert antwort.status_code == 302
    wieder = Mitgliedschaft.objects.vorhanden().get()
    assert (wieder.pk, wieder.bis, wieder.ruht_von) == (mandat.pk, date(2099, 12, 31), None)
    assert not Stellvertretung.objects.exists()


def test_a_proposal_becomes_a_mandate_or_not(redaktion):
    gremium, (sitz,) = gremium_mit(1, frei=1)
    adresse = f"{reverse('intern_vorschlagen', args=[gremium.pk])}?sitz={sitz.pk}"
    for wer in (fabrik.person("Eine"), fabrik.person("Andere")):
        assert ausfuellen(redaktion, adresse, **name("person", wer)).status_code == 302
    eine, andere = Mandatsvorschlag.objects.all()
    text = redaktion.get(reverse("intern_besetzung", args=[gremium.pk])).text
    assert "Der einzige Sitz ist unbesetzt" in text
    assert "Vorgeschlagen: Eine" in text

    weg = f"{reverse('intern_bestellen', args=[gremium.pk])}?vorschlag={eine.pk}"
    assert ausfuellen(redaktion, weg).status_code == 302
    ablehnen = reverse("intern_vorschlag", args=[andere.pk])
    assert ausfuellen(redaktion, ablehnen, stand="abgelehnt").status_code in {302, 409}
    assert Mitgliedschaft.objects.get().person.nachname == "Eine"
    assert Mandatsvorschlag.objects.get(pk=eine.pk).stand == "bestellt"


def test_an_undo_after_a_change_shows_the_conflict(redaktion):
    gremium, _ = gremium_mit(1)
    mandat = gremium.mitgliedschaften.get()
    ausfuellen(redaktion, reverse("intern_mandat_beenden", args=[mandat.pk]), am="01.12.2026")
    mandat.refresh_from_db()
    mandat.bis = date(2026, 12, 24)
    mandat.save()
    antwort = zuruecknehmen(redaktion)
    assert antwort.status_code == 409
    assert re.search(r"<td>31.12.2099</td>\s*<td>01.12.2026</td>\s*<td>24.12.2026</td>", antwort.text)
    blatt = redaktion.get(reverse("intern_handlung", args=[Handlung.objects.first().pk]))
    assert "Seitdem geändert" in blatt.text


# --- Whole bodies and leavers ----------------------------------------------------------------------------


def test_a_body_of_28_seats_has_a_new_term_with_two_inputs(redaktion):
    gremium, sitze = gremium_mit(SITZE, frei=1)
    neue = fabrik.person("Neu")
    adresse = reverse("intern_neubestellung", args=[gremium.pk])
    prefix = f"s{sitze[27].pk}"
    antwort = ausfuellen(redaktion, adresse, von="01.01.2031", bis="2035", **name(f"{prefix}-person", neue))
    assert antwort.status_code == 302
    danach = besetzung(gremium, date(2031, 1, 1))
    assert [len(platz.inhaber) for platz in danach.sitze] == [1] * SITZE
    assert danach.sitze[27].mandat.name == "Neu"
    assert {platz.mandat.bis_text for platz in danach.sitze} == {"2035"}
    zuruecknehmen(redaktion)
    assert besetzung(gremium, date(2031, 1, 1)).sitze[27].mandat is None
    assert Mitgliedschaft.objects.vorhanden().count() == SITZE - 1


def test_a_leaver_with_five_mandates_is_decided_on_one_page(redaktion):
    traeger, weg, neu = fabrik.organisation("Träger"), fabrik.person("Weg"), fabrik.person("Neu")
    Zugehoerigkeit.objects.create(person=weg, organisation=traeger)
    mandate = [
        fabrik.mitgliedschaft(fabrik.gremium(f"AG {n}"), person=weg, im_auftrag_von=traeger) for n in range(5)
    ]
    adresse = reverse("intern_ausscheiden", args=[weg.pk])
    assert redaktion.get(adresse).text.count("bleibt vorerst, bitte prüfen") == 5
    antwort = ausfuellen(
        redaktion,
        adresse,
        letzter_tag="30.11.2026",
        **name(f"m{mandate[0].pk}-nachfolge", neu),
        **{f"m{mandate[1].pk}-was": "beenden"},
    )
    assert antwort.status_code == 302
    enden = dict(Mitgliedschaft.objects.filter(person=weg).values_list("pk", "bis"))
    tag = date(2026, 11, 30)
    assert [enden[m.pk] for m in mandate] == [tag, tag, None, None, None]
    geprueft = reverse("intern_besetzung", args=[mandate[4].gremium_id])
    assert "Mandat prüfen: gehört seit 30.11.2026" in redaktion.get(geprueft, {"am": "2026-12-01"}).text
    zuruecknehmen(redaktion)
    assert set(Mitgliedschaft.objects.vorhanden().values_list("bis", flat=True)) == {None}
    assert Zugehoerigkeit.objects.get().bis is None


def test_a_person_without_an_organisation_cannot_leave_one(redaktion):
    antwort = redaktion.get(reverse("intern_ausscheiden", args=[fabrik.person().pk]))
    assert "Bei keiner Organisation eingetragen" in antwort.text


def test_the_ends_of_terms_come_as_a_calendar(redaktion):
    gremium, _ = gremium_mit(2, vorschlagsfrist=heute() + timedelta(days=9))
    antwort = redaktion.get(reverse("intern_amtszeiten_ics", args=[gremium.pk]))
    assert antwort["Content-Type"].startswith("text/calendar")
    assert antwort.text.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20991231" in antwort.text


# --- Nothing of it is public -----------------------------------------------------------------------------


def test_proposals_pools_wishes_and_acts_stay_inside(client, redaktion):
    geheim = Person.objects.create(nachname="GEHEIMSACHE", namensnennung="name")
    gremium, (sitz, freier) = gremium_mit(2, frei=1)
    mandat = gremium.mitgliedschaften.get()
    Mandatsvorschlag.objects.create(sitz=freier, person=geheim, vorgeschlagen_am=heute())
    Stellvertretung.objects.create(kategorie=sitz.kategorie, person=geheim)
    Stellvertretung.objects.create(mitgliedschaft=mandat, person=geheim)
    ausfuellen(redaktion, reverse("intern_mandat_beenden", args=[mandat.pk]), am="01.12.2099")
    intern = redaktion.get(reverse("intern_besetzung", args=[gremium.pk])).text
    assert intern.count("GEHEIMSACHE") == 3
    adresse = gremium.get_absolute_url()
    for seite in (adresse, f"{adresse}?am={heute()}", "/suche/vorschlaege/?q=GEHEIMSACHE", "/gremien/"):
        antwort = client.get(seite)
        assert (antwort.status_code, "GEHEIMSACHE" in antwort.text) == (200, False)


def test_a_name_is_public_by_consent_and_only_in_office(client):
    person = Person.objects.create(nachname="Sichtbar", namensnennung="name")
    person.einwilligungen.create(erteilt_am=date(2021, 1, 1))
    gremium, (sitz,) = gremium_mit(1, frei=1, amt_bis_nachfolge=True)
    sitz.bereich = "die Jugendsozialarbeit"
    sitz.save()
    mandat = fabrik.mitgliedschaft(gremium, sitz=sitz, person=person, bis=heute())
    assert "Sichtbar" in client.get(gremium.get_absolute_url()).text
    mandat.bis = heute() - timedelta(days=1)
    mandat.save()
    text = client.get(gremium.get_absolute_url()).text
    assert "Sichtbar" not in text
    assert "die Jugendsozialarbeit" in text

"""Bodies in the admin: one rule for every writer, refusals in words."""

from datetime import date
from itertools import pairwise

import pytest
from django.contrib.auth.models import Permission

from gremien.models import (
    Bericht,
    Betreuung,
    Gremienart,
    Gremienbeziehung,
    Gremium,
    Leitung,
    Mitgliedschaft,
    Netzwerkeintrag,
    Netzwerkseite,
    Sitzkategorie,
    Teilnehmendenart,
)
from netzwerk.models import Gebiet, Konto, Portal
from tests import fabrik
from tests.verwaltung import adresse, eingaben, meldungen, senden, zeile

pytestmark = pytest.mark.django_db


@pytest.fixture
def verwalterin():
    return Konto.objects.create_superuser("admin@example.org", "geheim-geheim")


@pytest.fixture
def verwaltung(client, verwalterin):
    client.force_login(verwalterin)
    return client


# --- A body --------------------------------------------------------------------------------------


def test_three_fields_make_a_body(verwaltung):
    art = Gremienart.objects.first()
    antwort = senden(verwaltung, Gremium, name="AG 78\u00a0Prävention", art=art.pk, kurztext="Berät.")
    gremium = Gremium.objects.get()

    assert antwort.status_code == 302
    assert (gremium.name, gremium.slug, gremium.veroeffentlichung) == (
        "AG 78 Prävention",
        "ag-78-praevention",
        "entwurf",
    )
    assert gremium.history.get().history_user.email == "admin@example.org"


def test_a_taken_address_takes_the_place(verwaltung):
    fabrik.gremium("Jugendhilfeausschuss")
    marburg = Gebiet.objects.create(name="Marburg", art="stadt")
    felder = {"name": "Jugendhilfeausschuss", "art": Gremienart.objects.first().pk, "kurztext": "Berät."}
    senden(verwaltung, Gremium, **felder, gebiete=[marburg.pk])

    assert Gremium.objects.filter(slug="jugendhilfeausschuss-marburg").exists()


def test_a_second_body_of_a_name_is_saved_with_a_warning(verwaltung):
    fabrik.gremium("Runder Tisch")
    felder = {"name": "runder Tisch", "art": Gremienart.objects.first().pk, "kurztext": "Berät."}
    antwort = senden(verwaltung, Gremium, **felder)

    warnung = "Es gibt schon ein Gremium mit diesem Namen: Runder Tisch"
    assert warnung in verwaltung.get(antwort.url).text
    neues = Gremium.objects.get(name="runder Tisch")
    assert warnung not in verwaltung.get(senden(verwaltung, Gremium, neues, kurztext="Tagt.").url).text


def test_an_address_never_changes(verwaltung):
    gremium = fabrik.gremium("Runder Tisch")
    senden(verwaltung, Gremium, gremium, name="Großer Tisch", slug="grosser-tisch")
    gremium.refresh_from_db()

    assert (gremium.name, gremium.slug) == ("Großer Tisch", "runder-tisch")


def test_a_taken_address_is_refused(verwaltung):
    fabrik.gremium("Runder Tisch")
    antwort = senden(
        verwaltung, Gremium, name="X", art=Gremienart.objects.first().pk, kurztext="Y.", slug="runder-tisch"
    )

    assert antwort.context["adminform"].form.errors["slug"][0].startswith("Diese Adresse ist schon vergeben")
    umlaut = senden(
        verwaltung, Gremium, name="X", art=Gremienart.objects.first().pk, kurztext="Y.", slug="ein Tisch"
    )
    assert "Bitte eine gültige Adresse" in meldungen(umlaut)


@pytest.mark.parametrize(
    "felder",
    [
        {"rhythmus_min": 3, "rhythmus_max": 2},
        {"ebene": "land", "ebene_zweite": "land"},
        {
            "oeffentlich_ab_0": "02.01.2026",
            "oeffentlich_ab_1": "10:00",
            "oeffentlich_bis_0": "01.01.2026",
            "oeffentlich_bis_1": "10:00",
        },
        {"rhythmus_min": 99999999999999999999},
        {"rhythmus_min": -1},
        {"webadresse": "javascript:alert(1)"},
        {"besteht_seit": "30.02.2026"},
    ],
)
def test_what_cannot_be_is_refused_in_words(felder, verwaltung):
    antwort = senden(verwaltung, Gremium, fabrik.gremium(), **felder)

    assert antwort.status_code == 200
    assert meldungen(antwort)


# --- Relations -----------------------------------------------------------------------------------


def kette(*namen):
    """Make bodies each under the next."""
    gremien = [fabrik.gremium(name) for name in namen]
    for unten, oben in pairwise(gremien):
        Gremienbeziehung.objects.create(von_gremium=unten, art="untergremium", zu_gremium=oben)
    return gremien


def test_a_body_under_itself_through_others_is_refused_on_the_page_of_relations(verwaltung):
    erstes, *_, letztes = kette("A", "B", "C", "D")
    antwort = senden(
        verwaltung, Gremienbeziehung, von_gremium=letztes.pk, art="untergremium", zu_gremium=erstes.pk
    )

    assert "Das ergäbe einen Kreis" in meldungen(antwort)
    assert Gremienbeziehung.objects.count() == 3


def test_a_body_under_itself_through_others_is_refused_on_the_page_of_the_body(verwaltung):
    erstes, *_, letztes = kette("A", "B", "C", "D")
    neu = zeile(verwaltung, Gremium, letztes, "beziehungen", art="untergremium", zu_gremium=erstes.pk)
    antwort = senden(verwaltung, Gremium, letztes, name="Anders", **neu)
    letztes.refresh_from_db()

    assert antwort.status_code == 200
    assert "Das ergäbe einen Kreis" in meldungen(antwort)
    assert (letztes.name, Gremienbeziehung.objects.count()) == ("D", 3)
    assert antwort.context["adminform"].form["name"].value() == "Anders"


def test_two_new_rows_that_close_a_circle_together(verwaltung):
    a, b = fabrik.gremium("A"), fabrik.gremium("B")
    Gremienbeziehung.objects.create(von_gremium=b, art="nachfolge", zu_gremium=a)
    neu = zeile(verwaltung, Gremium, a, "beziehungen", art="nachfolge", zu_gremium=b.pk)

    assert "Kreis" in meldungen(senden(verwaltung, Gremium, a, **neu))


@pytest.mark.parametrize("praefix", ["beziehungen"])
def test_a_relation_to_itself_is_refused_in_words(praefix, verwaltung):
    gremium = fabrik.gremium()
    neu = zeile(verwaltung, Gremium, gremium, praefix, art="kooperation", zu_gremium=gremium.pk)

    assert "nicht zu sich selbst" in meldungen(senden(verwaltung, Gremium, gremium, **neu))


def test_a_body_nested_in_itself_is_told_apart_from_a_circle(verwaltung):
    gremium = fabrik.gremium()
    selbst = {"von_gremium": gremium.pk, "art": "untergremium", "zu_gremium": gremium.pk}
    antwort = senden(verwaltung, Gremienbeziehung, **selbst)

    assert meldungen(antwort) == "Ein Gremium steht nicht zu sich selbst in Beziehung."


def test_a_relation_twice_is_refused_in_words(verwaltung):
    unten, oben = kette("A", "B")
    neu = zeile(verwaltung, Gremium, unten, "beziehungen", art="untergremium", zu_gremium=oben.pk)

    assert "Diese Beziehung gibt es schon." in meldungen(senden(verwaltung, Gremium, unten, **neu))


def test_a_relation_is_written_by_the_action_with_who_did_it(verwaltung, verwalterin, monkeypatch):
    from gremien import forms
    from gremien.admin import beziehung

    aufrufe = []
    echt = beziehung.beziehung_setzen
    # The rows of a body write through the one, the page of a relation through the other.
    for modul in (forms, beziehung):
        monkeypatch.setattr(
            modul,
            "beziehung_setzen",
            lambda obj, *, acting_user: aufrufe.append(acting_user) or echt(obj, acting_user=acting_user),
        )
    unten, oben = fabrik.gremium(), fabrik.gremium()
    neu = zeile(verwaltung, Gremium, unten, "beziehungen", art="untergremium", zu_gremium=oben.pk)
    assert senden(verwaltung, Gremium, unten, **neu).status_code == 302
    assert (
        senden(verwaltung, Gremienbeziehung, Gremienbeziehung.objects.get(), quelle="Satzung").status_code
        == 302
    )

    assert aufrufe == [verwalterin, verwalterin]
    assert Gremienbeziehung.objects.get().history.first().history_user == verwalterin


def test_the_other_side_reads_it_the_other_way_round(verwaltung):
    _, oben = kette("Fachausschuss", "Jugendhilfeausschuss")
    seite = verwaltung.get(adresse(Gremium, "change", oben.pk)).text

    assert "hat Untergremien" in seite
    assert 'name="gegenbeziehungen-0-art"' not in seite


def test_bringing_back_a_state_that_would_close_a_circle_is_refused(verwaltung):
    unten, oben = kette("A", "B")
    beziehung = Gremienbeziehung.objects.get()
    beziehung.art = "kooperation"
    beziehung.save()
    Gremienbeziehung.objects.create(von_gremium=oben, art="untergremium", zu_gremium=unten)
    stand = beziehung.history.last()
    seite = adresse(Gremienbeziehung, "simple_history", beziehung.pk, stand.pk)
    antwort = verwaltung.post(seite, eingaben(verwaltung.get(seite), stand), follow=True)
    beziehung.refresh_from_db()

    assert antwort.status_code == 200
    assert "Kreis" in antwort.text
    assert beziehung.art == "kooperation"


# --- Periods -------------------------------------------------------------------------------------


def test_end_before_start_is_refused_in_words(verwaltung):
    gremium, organisation = fabrik.gremium(), fabrik.organisation()
    felder = {"art": "leitung", "organisation": organisation.pk, "von": "02.01.2026", "bis": "01.01.2026"}
    allein = senden(verwaltung, Leitung, gremium=gremium.pk, **felder)
    im_gremium = senden(
        verwaltung, Gremium, gremium, **zeile(verwaltung, Gremium, gremium, "leitungen", **felder)
    )

    assert "Das Ende darf nicht vor dem Beginn liegen." in meldungen(allein)
    assert "Das Ende darf nicht vor dem Beginn liegen." in meldungen(im_gremium)
    assert not Leitung.objects.exists()


def test_unsharp_days_cover_their_span(verwaltung):
    gremium = fabrik.gremium()
    felder = {
        "art": "leitung",
        "organisation": fabrik.organisation().pk,
        "von": "15.05.2020",
        "von_genauigkeit": "jahr",
        "bis": "02.02.2024",
        "bis_genauigkeit": "monat",
    }
    senden(verwaltung, Gremium, gremium, **zeile(verwaltung, Gremium, gremium, "leitungen", **felder))
    leitung = Leitung.objects.get()

    assert (leitung.von, leitung.bis) == (date(2020, 1, 1), date(2024, 2, 29))


def test_leadership_needs_exactly_one_leader(verwaltung):
    gremium = fabrik.gremium()
    for felder in ({}, {"organisation": fabrik.organisation().pk, "person": fabrik.person().pk}):
        neu = zeile(verwaltung, Gremium, gremium, "leitungen", art="vorsitz", **felder)
        assert "Bitte genau eines angeben" in meldungen(senden(verwaltung, Gremium, gremium, **neu))


# --- Seats (S0 11) -------------------------------------------------------------------------------


@pytest.fixture
def besetzt():
    """A seat with a holder since 2020."""
    gremium = fabrik.gremium("Jugendhilfeausschuss")
    sitz = fabrik.sitz(gremium)
    alt = fabrik.mitgliedschaft(gremium, sitz=sitz, person=fabrik.person("Alt"), von=date(2020, 1, 1))
    return gremium, sitz, alt


def test_a_colleague_is_followed_by_another_in_one_go(besetzt, verwaltung):
    gremium, sitz, alt = besetzt
    neu = fabrik.person("Neu")
    felder = zeile(
        verwaltung,
        Gremium,
        gremium,
        "mitgliedschaften",
        sitz=sitz.pk,
        person=neu.pk,
        von="01.03.2026",
        vorgaenger=alt.pk,
    )
    felder |= {"mitgliedschaften-0-bis": "28.02.2026", "mitgliedschaften-0-endegrund": "ruecktritt"}
    antwort = senden(verwaltung, Gremium, gremium, **felder)
    alt.refresh_from_db()
    nachfolge = Mitgliedschaft.objects.get(person=neu)

    assert antwort.status_code == 302, meldungen(antwort)
    assert (alt.person.nachname, alt.bis, alt.endegrund) == ("Alt", date(2026, 2, 28), "ruecktritt")
    assert (nachfolge.sitz, nachfolge.von, nachfolge.vorgaenger) == (sitz, date(2026, 3, 1), alt)


@pytest.fixture
def besetzt_im_auftrag():
    """Return the membership of a colleague who sits for IKJG."""
    gremium = fabrik.gremium("Jugendhilfeausschuss")
    ikjg = fabrik.organisation("Institut für Kinder- und Jugendhilfe", kurzname="IKJG")
    return fabrik.mitgliedschaft(
        gremium,
        sitz=fabrik.sitz(gremium),
        person=fabrik.person("Bach"),
        im_auftrag_von=ikjg,
        rolle="berichtend",
        bestellungsart="gewaehlt",
        von=date(2020, 1, 1),
        bis=date(2026, 2, 28),
    )


def test_who_follows_on_a_seat_sits_on_the_same_behalf(besetzt_im_auftrag, verwaltung):
    alt = besetzt_im_auftrag
    neue = {"gremium": alt.gremium_id, "sitz": alt.sitz_id, "person": fabrik.person("Roth").pk}
    antwort = senden(verwaltung, Mitgliedschaft, **neue, von="01.03.2026")
    liste = verwaltung.get(antwort.url).text
    neu = Mitgliedschaft.objects.exclude(pk=alt.pk).get()

    assert (neu.im_auftrag_von, neu.rolle, neu.vorgaenger) == (alt.im_auftrag_von, "berichtend", alt)
    assert neu.bestellungsart == alt.bestellungsart
    assert "Übernommen von der bisherigen Besetzung: im Auftrag von IKJG" in liste


def test_who_follows_in_a_row_of_the_body_keeps_our_role_public(besetzt_im_auftrag, verwaltung, client):
    alt = besetzt_im_auftrag
    neue = {"sitz": alt.sitz_id, "person": fabrik.person("Roth").pk, "von": "01.03.2026"}
    reihe = zeile(verwaltung, Gremium, alt.gremium, "mitgliedschaften", **neue)
    antwort = senden(verwaltung, Gremium, alt.gremium, **reihe)

    assert "im Auftrag von IKJG" in verwaltung.get(antwort.url).text
    assert Mitgliedschaft.objects.exclude(pk=alt.pk).get().im_auftrag_von == alt.im_auftrag_von
    Portal.objects.update(eigene_organisation=alt.im_auftrag_von)
    client.logout()
    assert "Unsere Rolle" in client.get(alt.gremium.get_absolute_url()).text


def test_what_is_said_of_a_follower_stays_as_said(besetzt_im_auftrag, verwaltung):
    alt, andere = besetzt_im_auftrag, fabrik.organisation()
    neue = {"gremium": alt.gremium_id, "sitz": alt.sitz_id, "person": fabrik.person("Roth").pk}
    angaben = {"im_auftrag_von": andere.pk, "rolle": "gast", "von": "01.03.2026"}
    senden(verwaltung, Mitgliedschaft, **neue, **angaben)
    neu = Mitgliedschaft.objects.exclude(pk=alt.pk).get()

    assert (neu.im_auftrag_von, neu.rolle) == (andere, "gast")


def test_two_holders_at_once_are_refused_and_it_says_who(besetzt, verwaltung):
    gremium, sitz, _ = besetzt
    felder = {"sitz": sitz.pk, "person": fabrik.person("Neu").pk, "von": "01.03.2026"}
    im_gremium = senden(
        verwaltung, Gremium, gremium, **zeile(verwaltung, Gremium, gremium, "mitgliedschaften", **felder)
    )
    allein = senden(verwaltung, Mitgliedschaft, gremium=gremium.pk, **felder)

    for antwort in (im_gremium, allein):
        assert "Auf diesem Sitz sitzt schon Alt (seit 01.01.2020)." in meldungen(antwort)
    assert Mitgliedschaft.objects.count() == 1


def test_two_new_holders_in_one_form_are_refused(verwaltung):
    gremium = fabrik.gremium()
    sitz = fabrik.sitz(gremium)
    eine = zeile(
        verwaltung, Gremium, gremium, "mitgliedschaften", sitz=sitz.pk, person=fabrik.person("Eins").pk
    )
    andere = {name.replace("-0-", "-1-"): wert for name, wert in eine.items() if "-0-" in name} | {
        "mitgliedschaften-1-person": fabrik.person("Zwei").pk,
        "mitgliedschaften-TOTAL_FORMS": 2,
    }
    antwort = senden(verwaltung, Gremium, gremium, **(eine | andere))

    assert "Auf diesem Sitz sitzt schon Eins" in meldungen(antwort)
    assert not Mitgliedschaft.objects.exists()


def test_a_seat_of_another_body_is_refused(besetzt, verwaltung):
    _, sitz, _ = besetzt
    antwort = senden(
        verwaltung, Mitgliedschaft, gremium=fabrik.gremium().pk, sitz=sitz.pk, person=fabrik.person().pk
    )

    assert "Dieser Sitz gehört zu einem anderen Gremium." in meldungen(antwort)


def test_a_membership_goes_to_the_bin_and_its_seat_is_free(besetzt, verwaltung):
    gremium, sitz, alt = besetzt
    antwort = senden(verwaltung, Gremium, gremium, **{"mitgliedschaften-0-DELETE": "on"})
    alt.refresh_from_db()
    assert antwort.status_code == 302
    assert alt.geloescht_am is not None

    fabrik.mitgliedschaft(gremium, sitz=sitz, person=fabrik.person("Neu"))
    zurueck = verwaltung.post(adresse(Mitgliedschaft, "wiederherstellen", alt.pk), follow=True)
    alt.refresh_from_db()
    assert "bleibt im Papierkorb. Auf diesem Sitz sitzt schon Neu" in zurueck.text
    assert alt.geloescht_am is not None


def test_a_category_in_use_is_not_deleted(besetzt, verwaltung):
    _, sitz, alt = besetzt
    antwort = verwaltung.post(adresse(Sitzkategorie, "delete", sitz.kategorie_id), {"post": "yes"})

    assert "wird noch verwendet" in antwort.text
    assert str(alt) in antwort.text.replace("&amp;", "&")


def test_a_plain_row_is_deleted_for_good(verwaltung):
    art = Teilnehmendenart.objects.create(gremium=fabrik.gremium(), text="Schulen")
    senden(verwaltung, Gremium, art.gremium, **{"teilnehmende-0-DELETE": "on"})

    assert not Teilnehmendenart.objects.exists()
    assert Teilnehmendenart.history.filter(history_type="-").exists()


# --- Order ---------------------------------------------------------------------------------------


def test_a_new_row_without_a_place_comes_last(verwaltung):
    seite = Netzwerkseite.objects.create(organisation=fabrik.organisation())
    for nummer in (1, 2):
        Netzwerkeintrag.objects.create(seite=seite, gremium=fabrik.gremium(), position=nummer)
    neues = fabrik.gremium("Neu")
    senden(
        verwaltung,
        Netzwerkseite,
        seite,
        **zeile(verwaltung, Netzwerkseite, seite, "eintraege", gremium=neues.pk),
    )

    assert [eintrag.position for eintrag in seite.eintraege.all()] == [1, 2, 3]
    assert seite.eintraege.last().gremium == neues


def test_an_entry_twice_on_a_page_is_refused(verwaltung):
    seite = Netzwerkseite.objects.create(organisation=fabrik.organisation())
    eintrag = Netzwerkeintrag.objects.create(seite=seite, gremium=fabrik.gremium(), position=1)
    neu = zeile(verwaltung, Netzwerkseite, seite, "eintraege", gremium=eintrag.gremium_id)
    antwort = senden(verwaltung, Netzwerkseite, seite, **neu)

    assert antwort.status_code == 200
    assert f"{eintrag.gremium} steht schon auf dieser Seite." in meldungen(antwort)
    assert Netzwerkeintrag.objects.count() == 1


# --- Reports -------------------------------------------------------------------------------------


def test_a_second_report_for_a_period_is_refused(verwaltung):
    organisation = fabrik.organisation()
    felder = {
        "titel": "Bericht",
        "organisation": organisation.pk,
        "jahr": 2026,
        "quartal": 1,
        "datum": "01.04.2026",
    }
    assert senden(verwaltung, Bericht, **felder).status_code == 302
    antwort = senden(verwaltung, Bericht, **felder)

    assert "Zu diesem Zeitraum gibt es schon einen Bericht" in meldungen(antwort)


@pytest.mark.parametrize("jahr", [99999, -1, 10**30, "abc", "٢٠٢٦"])
def test_bad_years_never_break(jahr, verwaltung):
    antwort = senden(
        verwaltung, Bericht, titel="B", organisation=fabrik.organisation().pk, jahr=jahr, datum="01.04.2026"
    )

    assert antwort.status_code in {200, 302}


# --- What upper floors offer ---------------------------------------------------------------------


def test_an_account_is_entrusted_with_bodies_on_its_own_page(verwaltung):
    konto = Konto.objects.create_user("gremium@example.org")
    gremium = fabrik.gremium()
    antwort = senden(
        verwaltung, Konto, konto, **zeile(verwaltung, Konto, konto, "betreuungen", gremium=gremium.pk)
    )

    assert antwort.status_code == 302
    assert Betreuung.objects.get().gremium == gremium


def test_a_foreign_row_smuggled_into_a_form_is_not_saved(verwaltung):
    eigenes, fremdes = fabrik.gremium("Eigen"), fabrik.gremium("Fremd")
    fremd = Leitung.objects.create(gremium=fremdes, organisation=fabrik.organisation(), art="leitung")
    Leitung.objects.create(gremium=eigenes, organisation=fabrik.organisation(), art="leitung")
    antwort = senden(
        verwaltung, Gremium, eigenes, **{"leitungen-0-id": fremd.pk, "leitungen-0-art": "vorsitz"}
    )
    fremd.refresh_from_db()

    assert antwort.status_code == 403
    assert (fremd.gremium, fremd.art) == (fremdes, "leitung")


def test_who_may_only_read_cannot_write(client):
    konto = Konto.objects.create_user("liest@example.org", is_staff=True)
    konto.user_permissions.set(Permission.objects.filter(codename="view_gremium"))
    client.force_login(konto)
    gremium = fabrik.gremium("Runde")

    assert client.get(adresse(Gremium, "change", gremium.pk)).status_code == 200
    assert client.post(adresse(Gremium, "change", gremium.pk), {"name": "X"}).status_code == 403
    assert client.post(adresse(Gremium, "delete", gremium.pk), {"post": "yes"}).status_code == 403
    assert client.post(adresse(Gremium, "wiederherstellen", gremium.pk)).status_code == 403


# --- A page that can be overseen -----------------------------------------------------------------


def test_each_fold_says_how_much_is_in_it_and_a_list_leads_to_it(verwaltung):
    gremium = fabrik.gremium("Runde", kurzname="R", langname="Runde der Stadt")
    for _ in range(3):
        fabrik.mitgliedschaft(gremium)

    antwort = verwaltung.get(adresse(Gremium, "change", gremium.pk))

    angaben, zeilen = antwort.context["inhalt"]
    assert ("fieldset-0-1-heading", "Namen (2)") in angaben[1]
    assert ("mitgliedschaften-heading", "Mitgliedschaften (3)") in zeilen[1]
    assert [name for _, name in zeilen[1] if name.startswith("Bilder")] == ["Bilder des Gremiums"]
    for kennung, _ in angaben[1] + zeilen[1]:
        assert f'id="{kennung}"' in antwort.text
        assert f'href="#{kennung}"' in antwort.text


def test_a_short_page_needs_no_list_of_contents(verwaltung):
    antwort = verwaltung.get(adresse(Gremienart, "change", Gremienart.objects.first().pk))

    assert not antwort.context.get("inhalt")
    assert 'class="inhalt"' not in antwort.text

"""The staff area, tried on bodies: writing, publishing, undoing, two at once, and who may."""

import csv
import io
import threading
import time
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from gremien.models import (
    Betreuung,
    Gremienart,
    Gremienbeziehung,
    Gremium,
    Mitgliedschaft,
    Netzwerkseite,
)
from netzwerk.enums import Rolle, Veroeffentlichung
from netzwerk.intern import stempel
from netzwerk.intern.bearbeitung import Bearbeitung
from netzwerk.models import Absendung, Arbeitsfassung, Organisation, Portal, Zwischenstand
from tests import fabrik
from tests.intern import client, eingaben

pytestmark = pytest.mark.django_db


@pytest.fixture
def redaktion():
    return client(Rolle.REDAKTION)


@pytest.fixture
def gremium():
    return fabrik.gremium("Runder Tisch", kurztext="Spricht über Wohnen.")


def seite(gremium):
    return f"/intern/gremien/{gremium.pk}/"


def vier_augen():
    portal = Portal.objects.first() or Portal()
    portal.vier_augen = True
    portal.save()


def neu(redaktion, **felder):
    art = Gremienart.objects.get_or_create(name="Arbeitskreis")[0]
    vorher = eingaben(redaktion.get("/intern/gremien/neu/"))
    return vorher | {"name": "Bündnis Wohnen", "art": str(art.pk), "kurztext": "Berät."} | felder


def test_a_body_is_made_with_three_fields_and_published_at_once(redaktion):
    antwort = redaktion.post("/intern/gremien/neu/", neu(redaktion, schritt="veroeffentlichen"))

    neues = Gremium.objects.get(name="Bündnis Wohnen")
    assert antwort["Location"] == seite(neues)
    assert neues.slug == "buendnis-wohnen"
    assert Client().get("/gremien/buendnis-wohnen/").status_code == 200
    assert neues.history.first().history_user == redaktion.konto


def test_a_new_body_is_a_draft_unless_one_says_otherwise(redaktion):
    redaktion.post("/intern/gremien/neu/", neu(redaktion))

    assert Gremium.objects.get(name="Bündnis Wohnen").veroeffentlichung == Veroeffentlichung.ENTWURF
    assert Client().get("/gremien/buendnis-wohnen/").status_code == 404


def test_the_same_form_sent_twice_makes_one_body(redaktion):
    daten = neu(redaktion)
    erste = redaktion.post("/intern/gremien/neu/", daten)
    zweite = redaktion.post("/intern/gremien/neu/", daten)

    assert erste["Location"] == zweite["Location"]
    assert Gremium.objects.filter(name="Bündnis Wohnen").count() == 1
    assert Absendung.objects.count() == 1


def test_what_was_typed_stays_when_something_is_missing(redaktion):
    antwort = redaktion.post("/intern/gremien/neu/", neu(redaktion, kurztext=""))

    assert antwort.status_code == 422
    assert 'value="Bündnis Wohnen"' in antwort.text
    assert "Noch nicht gespeichert" in antwort.text
    assert not Gremium.objects.filter(name="Bündnis Wohnen").exists()


def test_a_name_that_is_taken_is_a_warning_one_may_overrule(redaktion, gremium):
    daten = neu(redaktion, name=gremium.name)

    assert "Diesen Namen gibt es schon" in redaktion.post("/intern/gremien/neu/", daten).text
    redaktion.post("/intern/gremien/neu/", daten | {"trotzdem": "1"})
    assert Gremium.objects.filter(name=gremium.name).count() == 2


def test_fields_and_rows_are_saved_together(redaktion, gremium):
    traeger = fabrik.organisation("Träger e. V.")
    daten = eingaben(redaktion.get(seite(gremium)))
    daten |= {
        "kurztext": "Neu gesagt.",
        "besteht_seit": "Februar 2008",
        "mitgliedschaft-0-organisation": str(traeger.pk),
        "mitgliedschaft-0-organisation_text": traeger.name,
        "mitgliedschaft-0-von": "2014",
    }
    antwort = redaktion.post(seite(gremium), daten)

    assert antwort.status_code == 302, antwort.context["bearbeitung"].fehler
    gremium.refresh_from_db()
    assert (gremium.kurztext, gremium.seit_text) == ("Neu gesagt.", "Februar 2008")
    mitglied = gremium.mitgliedschaften.get()
    assert (mitglied.organisation, mitglied.zeitraum_text) == (traeger, "seit 2014")


def test_a_form_sent_back_unchanged_changes_nothing(redaktion, gremium):
    fabrik.mitgliedschaft(gremium, organisation=fabrik.organisation("Träger e. V."), von=date(2014, 1, 1))
    vorher = Mitgliedschaft.history.count()
    antwort = redaktion.post(seite(gremium), eingaben(redaktion.get(seite(gremium))))

    assert antwort.status_code == 302
    assert Mitgliedschaft.history.count() == vorher


def test_what_does_not_exist_yet_is_made_on_the_spot(redaktion, gremium):
    daten = eingaben(redaktion.get(seite(gremium)))
    daten |= {"gremienbeziehung-0-art": "untergremium", "gremienbeziehung-0-zu_gremium_text": "Rat der Stadt"}
    ohne = redaktion.post(seite(gremium), daten)
    assert "gibt es noch nicht" in ohne.text

    mit = redaktion.post(seite(gremium), daten | {"gremienbeziehung-0-zu_gremium_neu": "1"})
    assert mit.status_code == 302, mit.context["bearbeitung"].fehler
    rat = Gremium.objects.get(name="Rat der Stadt")
    assert rat.veroeffentlichung == Veroeffentlichung.ENTWURF
    assert Gremienbeziehung.objects.get().zu_gremium == rat


def test_a_typed_name_is_found_without_script(redaktion, gremium):
    traeger = fabrik.organisation("Müller Stiftung")
    daten = eingaben(redaktion.get(seite(gremium))) | {
        "mitgliedschaft-0-organisation_text": "müller stiftung"
    }
    redaktion.post(seite(gremium), daten)

    assert gremium.mitgliedschaften.get().organisation == traeger


def test_two_kinds_of_member_in_one_row_are_refused_beside_the_field(redaktion, gremium):
    daten = eingaben(redaktion.get(seite(gremium))) | {
        "mitgliedschaft-0-organisation_text": fabrik.organisation("Träger").name,
        "mitgliedschaft-0-person_text": str(fabrik.person("Kurz")),
    }
    antwort = redaktion.post(seite(gremium), daten)

    assert antwort.status_code == 422
    assert "Bitte genau eines angeben" in antwort.text
    assert '<details class="form-part" data-zeilen="mitgliedschaft" open>' in antwort.text
    assert '<details class="form-part" data-zeilen="leitung">' in antwort.text
    assert not gremium.mitgliedschaften.exists()


def test_a_circle_is_refused_and_nothing_is_half_saved(redaktion, gremium):
    oben = fabrik.gremium("Oben")
    Gremienbeziehung.objects.create(von_gremium=oben, zu_gremium=gremium, art="untergremium")
    daten = eingaben(redaktion.get(seite(gremium))) | {
        "kurztext": "Halb gespeichert",
        "gremienbeziehung-0-art": "untergremium",
        "gremienbeziehung-0-zu_gremium_text": "Oben",
    }
    antwort = redaktion.post(seite(gremium), daten)

    assert antwort.status_code == 422
    assert "Kreis" in antwort.text
    gremium.refresh_from_db()
    assert gremium.kurztext == "Spricht über Wohnen."


def test_one_row_more_without_script_keeps_what_was_typed(redaktion, gremium):
    daten = eingaben(redaktion.get(seite(gremium))) | {"name": "Getippt", "noch_eine": "mitgliedschaft"}
    antwort = redaktion.post(seite(gremium), daten)

    assert 'name="mitgliedschaft-TOTAL_FORMS" value="2"' in antwort.text
    assert '<details class="form-part" data-zeilen="mitgliedschaft" open>' in antwort.text
    assert 'value="Getippt"' in antwort.text
    assert "bitte prüfen" not in antwort.text


# --- Publishing --------------------------------------------------------------------------------


def test_with_four_eyes_a_change_of_a_public_entry_waits_for_the_release(redaktion, gremium):
    vier_augen()
    daten = eingaben(redaktion.get(seite(gremium))) | {"kurztext": "Wartet noch.", "schritt": "einreichen"}
    redaktion.post(seite(gremium), daten)

    gremium.refresh_from_db()
    assert gremium.kurztext == "Spricht über Wohnen."
    assert Arbeitsfassung.objects.get().zur_freigabe
    assert "Wartet noch." in redaktion.get(seite(gremium)).text

    freigabe = client(Rolle.FREIGABE)
    assert str(gremium) in freigabe.get("/intern/").text
    freigabe.post(f"{seite(gremium)}fassung/", {"schritt": "freigeben"})
    gremium.refresh_from_db()
    assert gremium.kurztext == "Wartet noch."
    assert not Arbeitsfassung.objects.exists()


def test_the_redaktion_does_not_release_with_four_eyes(redaktion, gremium):
    vier_augen()
    daten = eingaben(redaktion.get(seite(gremium))) | {"kurztext": "Wartet noch.", "schritt": "einreichen"}
    redaktion.post(seite(gremium), daten)

    assert redaktion.post(f"{seite(gremium)}fassung/", {"schritt": "freigeben"}).status_code == 403
    redaktion.post(f"{seite(gremium)}stand/", {"schritt": "zurueckziehen"})
    gremium.refresh_from_db()
    assert (gremium.kurztext, gremium.veroeffentlichung) == ("Spricht über Wohnen.", "veroeffentlicht")


def test_a_release_does_not_overwrite_what_was_saved_since(redaktion, gremium):
    vier_augen()
    daten = eingaben(redaktion.get(seite(gremium))) | {"kurztext": "Aus der Fassung", "schritt": "einreichen"}
    redaktion.post(seite(gremium), daten)
    freigabe = client(Rolle.FREIGABE)
    gremium.refresh_from_db()
    gremium.kurztext = "Inzwischen verbessert"
    gremium.save()

    antwort = freigabe.post(f"{seite(gremium)}fassung/", {"schritt": "freigeben"})
    assert antwort.status_code == 409
    assert ("In einem Satz", "Aus der Fassung", "Inzwischen verbessert") in [
        (u.label, u.meins, u.anderes) for u in antwort.context["konflikt"]
    ]
    # The page leads to the entry, where saving is meant.
    assert f'action="{seite(gremium)}"' in antwort.text
    freigabe.post(seite(gremium), eingaben(antwort) | {"stand": antwort.context["neuer_stand"]})
    gremium.refresh_from_db()
    assert gremium.kurztext == "Aus der Fassung"
    assert not Arbeitsfassung.objects.exists()


def test_whoever_opens_waiting_changes_that_rest_on_something_older_is_told_when_saving(redaktion, gremium):
    daten = eingaben(redaktion.get(seite(gremium))) | {"kurztext": "Aus der Fassung", "schritt": "fassung"}
    redaktion.post(seite(gremium), daten)
    gremium.refresh_from_db()
    gremium.kurztext = "Inzwischen verbessert"
    gremium.save()

    assert redaktion.post(seite(gremium), eingaben(redaktion.get(seite(gremium)))).status_code == 409


def test_changes_that_do_not_fit_any_more_are_shown_instead_of_released(redaktion, gremium):
    traeger = fabrik.organisation("Träger e. V.")
    daten = eingaben(redaktion.get(seite(gremium)))
    daten |= {"mitgliedschaft-0-organisation_text": traeger.name, "schritt": "fassung"}
    redaktion.post(seite(gremium), daten)
    traeger.delete()

    antwort = redaktion.post(f"{seite(gremium)}fassung/", {"schritt": "freigeben"})
    assert antwort.status_code == 409
    assert "gibt es noch nicht" in antwort.text
    assert Arbeitsfassung.objects.exists()


def test_a_withdrawn_entry_is_gone_and_comes_back(redaktion, gremium):
    redaktion.post(f"{seite(gremium)}stand/", {"schritt": "zurueckziehen"})
    assert Client().get(gremium.get_absolute_url()).status_code == 410

    redaktion.post(f"{seite(gremium)}stand/", {"schritt": "veroeffentlichen"})
    assert Client().get(gremium.get_absolute_url()).status_code == 200


def test_the_preview_shows_the_public_page_and_saves_nothing(redaktion):
    entwurf = fabrik.gremium("Geheimer Entwurf", veroeffentlichung="entwurf")
    daten = eingaben(redaktion.get(seite(entwurf))) | {"kurztext": "So sähe es aus.", "schritt": "vorschau"}
    antwort = redaktion.post(seite(entwurf), daten)

    assert antwort.status_code == 200
    assert "So sähe es aus." in antwort.text
    assert "Gespeichert ist nichts" in antwort.text
    entwurf.refresh_from_db()
    assert (entwurf.veroeffentlichung, entwurf.kurztext) == ("entwurf", "Geheimer Entwurf berät.")
    assert Client().get(entwurf.get_absolute_url()).status_code == 404


# --- Nothing is lost ---------------------------------------------------------------------------


def test_a_stale_save_shows_both_versions_and_lets_one_choose(redaktion, gremium):
    meine = eingaben(redaktion.get(seite(gremium))) | {"kurztext": "Meine Fassung"}
    andere = client(Rolle.FREIGABE)
    andere.post(seite(gremium), eingaben(andere.get(seite(gremium))) | {"kurztext": "Fassung der anderen"})

    antwort = redaktion.post(seite(gremium), meine)
    assert antwort.status_code == 409
    assert [(u.label, u.meins, u.anderes) for u in antwort.context["konflikt"]] == [
        ("In einem Satz", "Meine Fassung", "Fassung der anderen")
    ]
    gremium.refresh_from_db()
    assert gremium.kurztext == "Fassung der anderen"

    redaktion.post(seite(gremium), meine | {"stand": antwort.context["neuer_stand"]})
    gremium.refresh_from_db()
    assert gremium.kurztext == "Meine Fassung"


def test_a_member_added_meanwhile_is_named_in_the_conflict(redaktion, gremium):
    meine = eingaben(redaktion.get(seite(gremium)))
    fabrik.mitgliedschaft(gremium, organisation=fabrik.organisation("Dazugekommen"))

    antwort = redaktion.post(seite(gremium), meine)
    assert antwort.status_code == 409
    assert "Dazugekommen" in antwort.context["konflikt"][0].label


def test_input_of_an_ended_login_is_there_after_the_next_one(redaktion, gremium):
    daten = eingaben(redaktion.get(seite(gremium))) | {"kurztext": "Lange getippt."}
    fremd = Client()
    antwort = fremd.post(seite(gremium), daten)
    assert "/konto/login/" in antwort["Location"]

    fremd.force_login(redaktion.konto, backend="django.contrib.auth.backends.ModelBackend")
    text = fremd.get(seite(gremium)).text
    assert "Lange getippt." in text
    assert "Anmeldung war abgelaufen" in text


def test_input_is_kept_while_typing_until_it_is_saved(redaktion, gremium):
    daten = eingaben(redaktion.get(seite(gremium))) | {"kurztext": "Halb getippt"}
    assert redaktion.post(f"/intern/merken/?pfad={seite(gremium)}", daten).json() == {"gemerkt": True}
    assert "Halb getippt" in redaktion.get(seite(gremium)).text

    redaktion.post(seite(gremium), daten)
    assert not Zwischenstand.objects.exists()


def test_whoever_else_is_typing_is_named(redaktion, gremium):
    andere = client(Rolle.FREIGABE, "Frau Anders")
    andere.post(f"/intern/merken/?pfad={seite(gremium)}", {"name": "x"})

    assert "Frau Anders" in redaktion.get(seite(gremium)).text


def test_deleting_is_the_bin_with_a_way_back(redaktion, gremium):
    redaktion.post(f"{seite(gremium)}papierkorb/")
    assert "Rückgängig machen" in redaktion.get("/intern/gremien/").text
    assert gremium.name in redaktion.get("/intern/papierkorb/").text
    assert redaktion.get(seite(gremium)).status_code == 404

    redaktion.post(f"{seite(gremium)}papierkorb/", {"schritt": "zurueckholen"})
    assert redaktion.get(seite(gremium)).status_code == 200


def test_the_history_says_what_changed_and_brings_a_state_back(redaktion, gremium):
    redaktion.post(seite(gremium), eingaben(redaktion.get(seite(gremium))) | {"kurztext": "Danach"})
    text = redaktion.get(f"{seite(gremium)}verlauf/").text
    assert "Spricht über Wohnen." in text
    assert "Danach" in text

    erster = gremium.history.last()
    redaktion.post(f"{seite(gremium)}verlauf/", {"stand": erster.history_id})
    gremium.refresh_from_db()
    assert gremium.kurztext == "Spricht über Wohnen."
    assert gremium.history.first().history_user == redaktion.konto


def test_a_copy_is_a_draft_of_its_own(redaktion, gremium):
    redaktion.post(f"{seite(gremium)}kopieren/")

    kopie = Gremium.objects.get(name="Runder Tisch (Kopie)")
    assert (kopie.veroeffentlichung, kopie.kurztext) == ("entwurf", "Spricht über Wohnen.")
    assert kopie.slug != gremium.slug


# --- Who may -----------------------------------------------------------------------------------


def test_gremienbetreuung_writes_entrusted_bodies_and_all_below_and_knows_no_other(gremium):
    unter = fabrik.gremium("Unterausschuss")
    Gremienbeziehung.objects.create(von_gremium=unter, zu_gremium=gremium, art="untergremium")
    fremd = fabrik.gremium("Fremdes Gremium")
    betreuung = client(Rolle.GREMIENBETREUUNG)
    Betreuung.objects.create(konto=betreuung.konto, gremium=gremium)

    liste = betreuung.get("/intern/gremien/").text
    assert gremium.name in liste
    assert unter.name in liste
    assert fremd.name not in liste
    assert betreuung.get(seite(fremd)).status_code == 404
    assert betreuung.post(seite(fremd), {"name": "x"}).status_code == 404
    daten = eingaben(betreuung.get(seite(unter))) | {"kurztext": "Von der Betreuung", "schritt": "einreichen"}
    betreuung.post(seite(unter), daten)
    assert Arbeitsfassung.objects.get().objekt == unter


def test_a_removed_right_works_at_once(gremium):
    betreuung = client(Rolle.GREMIENBETREUUNG)
    Betreuung.objects.create(konto=betreuung.konto, gremium=gremium)
    assert betreuung.get(seite(gremium)).status_code == 200

    Betreuung.objects.all().delete()
    assert betreuung.get(seite(gremium)).status_code == 404
    betreuung.konto.groups.clear()
    assert betreuung.get("/intern/").status_code == 403


def test_a_member_reads_its_own_bodies_and_writes_nothing(gremium):
    person = fabrik.person("Mit")
    fabrik.mitgliedschaft(gremium, person=person)
    fremd = fabrik.gremium("Fremdes Gremium")
    mitglied = client(Rolle.MITGLIED, person=person)

    antwort = mitglied.get(seite(gremium))
    assert gremium.kurztext in antwort.text
    assert '<button class="button" name="schritt"' not in antwort.text
    assert mitglied.post(seite(gremium), {"name": "x"}).status_code == 403
    assert mitglied.get(seite(fremd)).status_code == 404


def test_reports_are_written_for_the_own_organisation_only():
    eigene, andere = fabrik.organisation("Kreis A"), fabrik.organisation("Kreis B")
    bericht = client(Rolle.BERICHTERSTATTUNG, organisation=eigene)
    daten = eingaben(bericht.get("/intern/berichte/neu/"))
    daten |= {"titel": "Bericht", "art": "quartal", "jahr": "2026", "datum": "2026-10-01"}
    fremd = daten | {"organisation": str(andere.pk), "organisation_text": andere.name}

    assert bericht.post("/intern/berichte/neu/", fremd).status_code == 422
    assert bericht.post("/intern/berichte/neu/", daten).status_code == 302
    assert Organisation.objects.get(berichte__titel="Bericht") == eigene


def test_whoever_reports_chooses_among_what_is_public_and_among_no_people():
    fabrik.organisation("Offene Stelle")
    fabrik.organisation("Verdeckte Stelle", sichtbarkeit="intern")
    fabrik.person("Stellmacher")
    eigene = fabrik.organisation("Kreis A", sichtbarkeit="intern")
    bericht = client(Rolle.BERICHTERSTATTUNG, organisation=eigene)
    betreuung = client(Rolle.GREMIENBETREUUNG)

    def vorschlaege(wer, nomen):
        return {t["text"] for t in wer.get(f"/intern/waehlen/{nomen}/?q=stell").json()["treffer"]}

    assert vorschlaege(bericht, "organisationen") == {"Offene Stelle"}
    assert vorschlaege(bericht, "personen") == set()
    assert vorschlaege(betreuung, "organisationen") == {"Offene Stelle", "Verdeckte Stelle"}
    assert vorschlaege(betreuung, "personen") == {"Stellmacher"}
    assert "Kreis A" in bericht.get("/intern/berichte/neu/").text


# --- Two at the same moment --------------------------------------------------------------------


@pytest.fixture
def langsam(monkeypatch):
    """Let each writer think between comparing and writing, so that both would have read the old state."""
    echt = Bearbeitung._schreiben

    def schreiben(self, felder):
        time.sleep(0.4)
        return echt(self, felder)

    monkeypatch.setattr(Bearbeitung, "_schreiben", schreiben)


def zugleich(gremium, *aenderungen):
    """Send forms that were opened before at the same moment; return the sorted codes of the answers."""
    start, codes = threading.Barrier(len(aenderungen)), []
    offen = []
    for nummer, eigene in enumerate(aenderungen):
        einer = client(Rolle.REDAKTION, f"eine{nummer}")
        offen.append((einer, eingaben(einer.get(seite(gremium))) | eigene))

    def abschicken(einer, daten):
        try:
            start.wait(timeout=20)
            codes.append(einer.post(seite(gremium), daten).status_code)
        finally:
            connection.close()

    faeden = [threading.Thread(target=abschicken, args=paar) for paar in offen]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join(timeout=60)
    return sorted(codes)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_at_the_same_moment_one_is_shown_both_versions(langsam):
    gremium = fabrik.gremium("Alter Name", kurztext="Alter Text")

    assert zugleich(gremium, {"name": "Neuer Name"}, {"kurztext": "Neuer Text"}) == [302, 409]
    gremium.refresh_from_db()
    assert (gremium.name, gremium.kurztext) in {("Neuer Name", "Alter Text"), ("Alter Name", "Neuer Text")}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_without_the_comparison_an_edit_is_lost(langsam, monkeypatch):
    monkeypatch.setattr(stempel, "unterschiede", lambda *_: None)
    gremium = fabrik.gremium("Alter Name", kurztext="Alter Text")

    assert zugleich(gremium, {"name": "Neuer Name"}, {"kurztext": "Neuer Text"}) == [302, 302]
    gremium.refresh_from_db()
    assert (gremium.name, gremium.kurztext) != ("Neuer Name", "Neuer Text")


@pytest.mark.parametrize("anzahl", [1, 3])
def test_lists_need_the_same_queries_for_any_number_of_rows(redaktion, anzahl, django_assert_num_queries):
    for _ in range(anzahl):
        fabrik.gremium()
    with django_assert_num_queries(5):
        assert redaktion.get(reverse("intern_gremien")).status_code == 200


@pytest.mark.parametrize("anzahl", [1, 3])
def test_the_form_needs_the_same_queries_for_any_number_of_members(
    redaktion, gremium, anzahl, django_assert_num_queries
):
    for _ in range(anzahl):
        fabrik.mitgliedschaft(gremium, organisation=fabrik.organisation())
    with django_assert_num_queries(37):
        assert redaktion.get(seite(gremium)).status_code == 200


def test_a_narrowed_list_is_a_table_that_no_spreadsheet_runs(redaktion, gremium):
    fabrik.gremium("=HYPERLINK(1)")
    fabrik.gremium("Fällt heraus", veroeffentlichung="entwurf")
    roh = redaktion.get("/intern/gremien/tabelle.csv?stand=veroeffentlicht").content

    zeilen = list(csv.reader(io.StringIO(roh.decode("utf-8-sig")), delimiter=";"))
    assert zeilen[0][:2] == ["Gremium", "Typ"]
    assert [zeile[0] for zeile in zeilen[1:]] == ["'=HYPERLINK(1)", "Runder Tisch"]
    mappe = load_workbook(io.BytesIO(redaktion.get("/intern/gremien/tabelle.xlsx?q=runder").content))
    assert [zelle.value for zelle in mappe.active["A"]] == ["Gremium", "Runder Tisch"]


def test_a_table_holds_only_what_the_account_may_read(gremium):
    mitglied = client(Rolle.MITGLIED)

    assert gremium.name not in mitglied.get("/intern/gremien/tabelle.csv").content.decode("utf-8-sig")


@pytest.mark.parametrize("frage", ["%00", "x" * 5000, '"(*\\%25_', "<script>"])
def test_hostile_questions_are_answered(redaktion, frage):
    for adresse in ("/intern/", "/intern/gremien/", "/intern/waehlen/gremien/"):
        assert redaktion.get(f"{adresse}?q={frage}").status_code in {200, 400}


@pytest.mark.parametrize(
    "felder",
    [
        {"name": "\u200b\u200b"},
        {"name": "a\x00b"},
        {"name": "x" * 5000},
        {"besteht_seit": "30.02.2026"},
        {"besteht_seit": "0001"},
        {"oeffentlich_ab": "99999-01-01T00:00"},
        {"rhythmus_min": "99999999999999999999"},
        {"art": "999999999999999999999999999999"},
        {"mitgliedschaft-TOTAL_FORMS": "abc"},
        {"mitgliedschaft-0-person": "9" * 30, "mitgliedschaft-0-person_text": "Niemand"},
        {"webadresse": "javascript:alert(1)"},
    ],
)
def test_nonsense_is_refused_in_words_and_kept(redaktion, gremium, felder):
    antwort = redaktion.post(seite(gremium), eingaben(redaktion.get(seite(gremium))) | felder)

    assert antwort.status_code == 422
    gremium.refresh_from_db()
    assert gremium.name == "Runder Tisch"


def test_an_entry_stands_once_on_an_editorial_page(redaktion, gremium):
    traeger = fabrik.organisation("Träger e. V.")
    blatt = Netzwerkseite.objects.create(organisation=traeger, **fabrik.OEFFENTLICH)
    blatt.eintraege.create(gremium=gremium, position=1)
    adresse = f"/intern/netzwerkseiten/{blatt.pk}/"
    daten = eingaben(redaktion.get(adresse)) | {"netzwerkeintrag-1-gremium_text": gremium.name}

    antwort = redaktion.post(adresse, daten)
    assert antwort.status_code == 422
    assert f"{gremium.name} steht schon auf dieser Seite." in antwort.text
    assert blatt.eintraege.count() == 1

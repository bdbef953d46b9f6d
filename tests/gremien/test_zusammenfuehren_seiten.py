"""The pages for merging duplicates: proposals, comparison, doing it, undoing it, hostile input."""

import pytest
from django.contrib.auth.models import Group

from gremien.abgleich import doppelte
from gremien.models import Gremium, Leitung
from netzwerk.enums import Rolle
from netzwerk.models import Gebiet, Konto, Organisation, Person, Thema, Verschieden, Zusammenfuehrung
from tests import fabrik, intern

pytestmark = pytest.mark.django_db
WURZEL = "/intern/zusammenfuehren/"


@pytest.fixture
def redaktion():
    return intern.client(Rolle.REDAKTION)


@pytest.fixture
def paar():
    return fabrik.organisation("Kinderhaus Müller e. V."), fabrik.organisation("Kinderhaus Mueller")


def seite(eins, zwei, art="organisationen"):
    return f"{WURZEL}{art}/{eins.pk}/{zwei.pk}/"


def namen(modell):
    zeilen = modell._base_manager.in_bulk()
    return {(frozenset({str(zeilen[p.eins]), str(zeilen[p.zwei])}), p.sicher) for p in doppelte(modell)}


def test_names_that_mean_the_same_are_found_and_others_are_not(subtests):
    for name in (
        "Verein für Kinder e.V.",
        "Verein für Kinder",
        "Verein fuer Kinder eV",
        "Verein für Senioren",
    ):
        fabrik.organisation(name)
    fabrik.organisation("Abteilung 42/1 Beratung")
    fabrik.organisation("Abteilung 42/3 Beratung")
    fabrik.organisation("AWO gGmbH")
    fabrik.organisation("AWO")
    with subtests.test("organisations: legal forms and umlauts apart"):
        sicher = {paar for paar, ist_sicher in namen(Organisation) if ist_sicher}
        assert len(sicher) == 4
        assert namen(Organisation) == {(paar, True) for paar in sicher}
    fabrik.gremium("AK Frühe Hilfen")
    fabrik.gremium("Arbeitskreis Frühe Hilfen")
    orte = [Gebiet.objects.create(name=n, art="stadt") for n in ("Herne", "Marburg")]
    for ort in orte:
        fabrik.gremium("Jugendhilfeausschuss").gebiete.add(ort)
    with subtests.test("bodies: abbreviations, but not two towns"):
        assert namen(Gremium) == {(frozenset({"AK Frühe Hilfen", "Arbeitskreis Frühe Hilfen"}), True)}
    fabrik.person("Müller", vorname="Änne")
    fabrik.person("Mueller", vorname="Aenne")
    fabrik.person("Müller", vorname="Bernd")
    with subtests.test("people: the whole name"):
        assert len(namen(Person)) == 1
    Thema.objects.create(name="Rodeln")
    Thema.objects.create(name="Ein Rodeln")
    with subtests.test("topics"):
        assert namen(Thema) == {(frozenset({"Rodeln", "Ein Rodeln"}), True)}


def test_the_list_proposes_compares_and_remembers_what_is_not_the_same(redaktion, paar):
    antwort = redaktion.get(WURZEL)
    assert antwort.context["anzahl"] == 1
    assert seite(*paar) in antwort.text

    redaktion.post(f"{seite(*paar)}verschieden/")
    redaktion.post(f"{seite(paar[1], paar[0])}verschieden/")
    assert Verschieden.objects.count() == 1
    antwort = redaktion.get(WURZEL)
    assert antwort.context["anzahl"] == 0
    assert "Doch vergleichen" in antwort.text
    redaktion.post(f"{seite(*paar)}verschieden/", {"schritt": "doch"})
    assert redaktion.get(WURZEL).context["anzahl"] == 1


@pytest.mark.parametrize("anzahl", [1, 3])
def test_the_list_needs_the_same_queries_for_any_number_of_pairs(
    redaktion, anzahl, django_assert_num_queries
):
    for nummer in range(anzahl):
        for endung in ("", " e.V."):
            fabrik.organisation(f"{'ABC'[nummer] * 12} Verein{endung}")
    redaktion.get(WURZEL)
    with django_assert_num_queries(10):
        assert redaktion.get(WURZEL).context["anzahl"] == anzahl


def test_two_entries_can_be_chosen_by_typing(redaktion, paar):
    antwort = redaktion.get(
        WURZEL, {"art": "organisationen", "bleibt_text": str(paar[0]), "geht_text": str(paar[1])}
    )
    assert (antwort.status_code, antwort["Location"]) == (302, seite(*paar))
    for geht in (str(paar[0]), "gibt es nicht", "", "\u202e"):
        antwort = redaktion.get(WURZEL, {"bleibt_text": str(paar[0]), "geht_text": geht})
        assert antwort.status_code == 422
        assert 'value="Kinderhaus Müller e. V."' in antwort.text


def test_merge_and_undo_by_the_pages(redaktion, client, paar):
    gut, alt = paar
    alt.kurztext, alt.kurzname, gut.kurzname = "Ein Haus.", "KHM", "KiHa"
    alt.save()
    gut.save()
    gremium = fabrik.gremium("Runde")
    Leitung.objects.create(gremium=gremium, organisation=alt)
    antwort = redaktion.get(seite(gut, alt))
    wahl = {feld["name"]: feld["wahl"] for feld in antwort.context["felder"]}
    assert wahl == {"name": "bleibt", "kurzname": "bleibt", "kurztext": "geht"}
    assert "führt danach auf Dauer" in antwort.text
    assert Organisation.objects.vorhanden().count() == 2

    daten = {"stand": antwort.context["stand"], "feld-kurztext": "geht", "feld-kurzname": "geht"}
    fertig = redaktion.post(seite(gut, alt), daten)
    noch_einmal = redaktion.post(seite(gut, alt), daten)

    vorgang = Zusammenfuehrung.objects.get()
    assert fertig["Location"] == noch_einmal["Location"] == f"{WURZEL}vorgang/{vorgang.pk}/"
    gut.refresh_from_db()
    assert (gut.kurztext, gut.kurzname, gut.name) == ("Ein Haus.", "KHM", "Kinderhaus Müller e. V.")
    assert gremium.leitungen.get().organisation == gut
    assert client.get(alt.get_absolute_url())["Location"] == gut.get_absolute_url()
    assert "Rückgängig machen" in redaktion.get(fertig["Location"]).text

    redaktion.post(fertig["Location"])
    gut.refresh_from_db()
    assert (gut.kurzname, gremium.leitungen.get().organisation) == ("KiHa", alt)
    assert client.get(alt.get_absolute_url()).status_code == 200
    assert "Wieder getrennt" in redaktion.get(fertig["Location"]).text


def test_what_was_changed_meanwhile_is_shown_first_and_the_choice_is_kept(redaktion, paar):
    gut, alt = paar
    antwort = redaktion.get(seite(gut, alt))
    gut.kurztext = "Neu"
    gut.save()
    antwort = redaktion.post(seite(gut, alt), {"stand": antwort.context["stand"], "feld-name": "geht"})

    assert antwort.status_code == 409
    assert "Inzwischen hat jemand" in antwort.text
    assert {f["name"]: f["wahl"] for f in antwort.context["felder"]}["name"] == "geht"
    assert not Zusammenfuehrung.objects.exists()


def test_undo_after_a_change_shows_it_and_can_leave_it(redaktion, paar):
    gut, alt = paar
    runde = fabrik.gremium("Runde")
    leitung = Leitung.objects.create(gremium=runde, organisation=alt)
    stand = redaktion.get(seite(gut, alt)).context["stand"]
    ort = redaktion.post(seite(gut, alt), {"stand": stand})["Location"]
    leitung.refresh_from_db()
    leitung.position = 7
    leitung.save()

    antwort = redaktion.post(ort)
    assert antwort.status_code == 409
    assert "Seither wurde etwas geändert" in antwort.text
    redaktion.post(ort, {"trotzdem": "1"})
    leitung.refresh_from_db()
    assert leitung.organisation == gut
    assert Organisation.objects.vorhanden().count() == 2


def test_a_conflict_is_told_and_nothing_is_written(redaktion, paar):
    for eintrag in paar:
        fabrik.vorlage(eintrag, "7/1")
    antwort = redaktion.get(seite(*paar))
    assert "Diese Nummer gibt es in der Körperschaft schon." in antwort.text
    assert "Zusammenführen</button>" not in antwort.text
    antwort = redaktion.post(seite(*paar), {"stand": antwort.context["stand"]})
    assert antwort.status_code == 422
    assert Organisation.objects.vorhanden().count() == 2


def test_two_people_with_accounts_are_told_before(redaktion):
    eins, zwei = fabrik.person("Muster", vorname="Ada"), fabrik.person("Muster", vorname="Ada")
    for nummer, person in enumerate((eins, zwei)):
        konto = Konto.objects.create_user(f"{nummer}@example.org", "x", person=person)
        konto.groups.add(Group.objects.get(name=Rolle.MITGLIED))

    assert "Konto" in " ".join(redaktion.get(seite(eins, zwei, "personen")).context["gruende"])


def test_hostile_addresses_and_input_are_answered(redaktion, paar, subtests):
    eins, zwei = paar
    grosse = "9" * 30
    for adresse in (
        seite(eins, eins),
        f"{WURZEL}organisationen/{eins.pk}/{grosse}/",
        f"{WURZEL}konten/{eins.pk}/{zwei.pk}/",
        f"{WURZEL}personen/{eins.pk}/{zwei.pk}/",
        f"{WURZEL}vorgang/{grosse}/",
        f"{WURZEL}vorgang/77/",
    ):
        with subtests.test(adresse=adresse):
            assert redaktion.get(adresse).status_code == 404
            assert redaktion.post(adresse, {"stand": "x"}).status_code == 404
    for pfad in (
        f"{seite(eins, eins)}verschieden/",
        f"{WURZEL}organisationen/{eins.pk}/{grosse}/verschieden/",
    ):
        with subtests.test(pfad=pfad):
            assert redaktion.post(pfad).status_code == 404
    with subtests.test("fields that do not exist, or may not be chosen"):
        stand = redaktion.get(seite(eins, zwei)).context["stand"]
        daten = {
            "stand": stand,
            "feld-slug": "geht",
            "feld-id": "geht",
            "feld-geloescht_am": "geht",
            "feld-\x01": "geht",
        }
        assert redaktion.post(seite(eins, zwei), daten).status_code == 302
        eins.refresh_from_db()
        assert (eins.slug, eins.geloescht_am) == ("kinderhaus-mueller-e-v", None)
    with subtests.test("unknown kind"):
        assert redaktion.get(WURZEL, {"art": "<script>"}).status_code == 200

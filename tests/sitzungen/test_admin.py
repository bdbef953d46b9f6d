"""Meetings and papers in the admin."""

from datetime import date

import pytest

from netzwerk.models import Konto
from sitzungen.models import Beratung, Sitzung, Tagesordnungspunkt, Vorlage, Vorlagenbezug
from tests import fabrik
from tests.verwaltung import adresse, meldungen, senden, zeile

pytestmark = pytest.mark.django_db


@pytest.fixture
def verwaltung(client):
    client.force_login(Konto.objects.create_superuser("admin@example.org", "geheim-geheim"))
    return client


@pytest.fixture
def herne():
    return fabrik.organisation("Stadt Herne")


# --- Papers --------------------------------------------------------------------------------------


def test_a_second_step_keeps_the_order_though_its_day_is_earlier(herne, verwaltung):
    """S3 10."""
    vorlage = fabrik.vorlage(herne, "2007/0590")
    jha, rat = fabrik.gremium("Jugendhilfeausschuss"), fabrik.gremium("Rat")
    Beratung.objects.create(
        vorlage=vorlage, gremium=jha, zustaendigkeit="entscheidung", termin=date(2007, 10, 30), position=1
    )
    neu = zeile(
        verwaltung,
        Vorlage,
        vorlage,
        "beratungen",
        gremium=rat.pk,
        zustaendigkeit="kenntnisnahme",
        termin="01.09.2007",
    )
    assert senden(verwaltung, Vorlage, vorlage, **neu).status_code == 302

    assert [schritt.gremium for schritt in vorlage.beratungen.all()] == [jha, rat]
    assert [schritt.position for schritt in vorlage.beratungen.all()] == [1, 2]


def test_a_number_twice_in_one_council_is_refused_in_words(herne, verwaltung):
    fabrik.vorlage(herne, "2007/0590a")
    felder = {"kennung": "2007/0590A", "betreff": "Noch einmal"}
    doppelt = senden(verwaltung, Vorlage, koerperschaft=herne.pk, **felder)
    anderswo = senden(verwaltung, Vorlage, koerperschaft=fabrik.organisation("Stadt Jena").pk, **felder)

    assert "Diese Nummer gibt es in der Körperschaft schon." in meldungen(doppelt)
    assert anderswo.status_code == 302
    assert set(Vorlage.objects.values_list("pfad", flat=True)) == {"2007/0590a", "stadt-jena/2007/0590a"}


def test_a_number_is_frozen_with_the_release(herne, verwaltung):
    entwurf, frei = fabrik.vorlage(herne, "1/26", stand="entwurf"), fabrik.vorlage(herne, "2/26")
    senden(verwaltung, Vorlage, entwurf, kennung="3/26", pfad="anders")
    senden(verwaltung, Vorlage, frei, kennung="4/26", pfad="anders", betreff="Neu")
    entwurf.refresh_from_db()
    frei.refresh_from_db()

    assert (entwurf.kennung, entwurf.pfad) == ("3/26", "1/26")
    assert (frei.kennung, frei.pfad, frei.betreff) == ("2/26", "2/26", "Neu")


def test_a_path_is_an_address(herne, verwaltung):
    senden(verwaltung, Vorlage, koerperschaft=herne.pk, kennung="1/26", betreff="X", pfad="../../Ä b/c")

    assert Vorlage.objects.get().pfad == "ae-b/c"


def test_a_paper_that_refers_to_itself_is_refused(herne, verwaltung):
    vorlage = fabrik.vorlage(herne)
    neu = zeile(verwaltung, Vorlage, vorlage, "bezuege", art="ergaenzung", zu_vorlage=vorlage.pk)

    assert "nicht auf sich selbst" in meldungen(senden(verwaltung, Vorlage, vorlage, **neu))


def test_references_of_others_are_read_the_other_way_round(herne, verwaltung):
    alt, neu = fabrik.vorlage(herne, "1/26"), fabrik.vorlage(herne, "2/26")
    Vorlagenbezug.objects.create(von_vorlage=neu, art="ergaenzung", zu_vorlage=alt)

    assert "ergänzt durch" in verwaltung.get(adresse(Vorlage, "change", alt.pk)).text


def test_a_meeting_of_another_body_is_refused_for_a_step(herne, verwaltung):
    vorlage = fabrik.vorlage(herne)
    sitzung = fabrik.sitzung(fabrik.gremium("Rat"), datum=date(2026, 3, 1))
    felder = {"gremium": fabrik.gremium("JHA").pk, "zustaendigkeit": "entscheidung", "sitzung": sitzung.pk}
    neu = zeile(verwaltung, Vorlage, vorlage, "beratungen", **felder)

    assert "keine des angegebenen Gremiums" in meldungen(senden(verwaltung, Vorlage, vorlage, **neu))


def test_a_paper_in_use_goes_to_the_bin_and_tells_who_uses_it(herne, verwaltung):
    alt, neu = fabrik.vorlage(herne, "1/26"), fabrik.vorlage(herne, "2/26", betreff="Ergänzung")
    Vorlagenbezug.objects.create(von_vorlage=neu, art="ergaenzung", zu_vorlage=alt)
    frage = verwaltung.get(adresse(Vorlage, "delete", alt.pk)).text
    verwaltung.post(adresse(Vorlage, "delete", alt.pk), {"post": "yes"})
    alt.refresh_from_db()

    assert "Verwendet wird der Eintrag von" in frage
    assert alt.geloescht_am is not None


# --- Meetings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("felder", "grund"),
    [
        ({"ende_datum": "28.02.2026"}, "Das Ende darf nicht vor dem Beginn liegen."),
        ({"uhrzeit": "17:00", "ende_uhrzeit": "16:00"}, "nicht enden, bevor sie beginnt"),
        ({"datum": "30.02.2026"}, "gültiges Datum"),
        ({"datum": "01.01.99999"}, "gültiges Datum"),
        ({"uhrzeit": "25:00"}, "gültige Uhrzeit"),
        ({"nummer": "9" * 30}, ""),
        ({"online_link": "javascript:alert(1)"}, "gültige Adresse"),
    ],
)
def test_what_cannot_be_is_refused_in_words(felder, grund, verwaltung):
    sitzung = fabrik.sitzung(fabrik.gremium(), datum=date(2026, 3, 1))
    antwort = senden(verwaltung, Sitzung, sitzung, **felder)

    assert antwort.status_code == 200
    assert meldungen(antwort)
    assert grund in meldungen(antwort)


def test_a_month_is_kept_as_a_month(verwaltung):
    senden(verwaltung, Sitzung, gremium=fabrik.gremium().pk, datum="29.02.2008", datum_genauigkeit="monat")
    sitzung = Sitzung.objects.get()

    assert (sitzung.datum, sitzung.wann_text) == (date(2008, 2, 1), "Februar 2008")


def test_an_agenda_is_written_on_the_meeting_s_page(verwaltung):
    sitzung = fabrik.sitzung(fabrik.gremium(), datum=date(2026, 3, 1))
    for titel in ("Begrüßung", "Bericht"):
        senden(
            verwaltung,
            Sitzung,
            sitzung,
            **zeile(verwaltung, Sitzung, sitzung, "tagesordnungspunkte", titel=titel),
        )

    punkte = Tagesordnungspunkt.objects.filter(sitzung=sitzung)
    assert [(punkt.position, punkt.titel) for punkt in punkte] == [(1, "Begrüßung"), (2, "Bericht")]


@pytest.mark.parametrize(
    "frage",
    [
        {"datum__year": "99999"},
        {"datum__year": "abc"},
        {"datum__month": "13", "datum__year": "2026"},
        {"datum__year": "0"},
    ],
)
def test_bad_days_in_the_list(frage, verwaltung):
    fabrik.sitzung(fabrik.gremium(), datum=date(2026, 3, 1))

    assert verwaltung.get(adresse(Sitzung, "changelist"), frage, follow=True).status_code in {200, 400}

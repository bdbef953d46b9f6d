"""Proposals are matched with what exists, taken over as a whole, and taken back as a whole."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gremien.abgleich import abgleichen, schluessel
from gremien.models import Gremienart, Gremienbeziehung, Gremium, Leitung, Netzwerkseite, Uebernahme
from gremien.uebernahme.vorschlag import Vermutung, Vorschlag, Was
from gremien.uebernehmen import Eintrag, Leitungsangabe, uebernehmen, zuruecknehmen
from netzwerk.actions.schreiben import Geaendert
from netzwerk.enums import Veroeffentlichung
from netzwerk.models import Konto, Organisation, Stelle
from tests import fabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def konto():
    return Konto.objects.create_user("redaktion@example.org", "x")


def felder(name, **andere):
    art = Gremienart.objects.get_or_create(name="Arbeitskreis")[0]
    return {"name": name, "kurztext": f"{name} berät.", "art": art, **andere}


def drei(bestehend=None):
    """Return a body above, one below with leaders, and an organisation."""
    return [
        Eintrag(felder=felder("Sozialausschuss")) if bestehend is None else Eintrag(bestehend=bestehend),
        Eintrag(
            felder=felder("Arbeitskreis Tanz"),
            oben=0,
            seit_jahr=2011,
            leitung=(
                Leitungsangabe("leitung", Was.ORGANISATION, "Tanzhaus"),
                Leitungsangabe("moderation", Was.STELLE, "Sozialplanerin"),
                Leitungsangabe("vorsitz", Was.PERSON, "Frau Muster"),
            ),
        ),
        Eintrag(was=Was.ORGANISATION, felder={"name": "Dachverband Nordtal"}),
    ]


def test_all_is_written_as_drafts_by_the_account(konto):
    seite = Netzwerkseite.objects.create(organisation=fabrik.organisation())
    uebernahme = Uebernahme.objects.create(rohtext="Frau Muster", vorschlaege=[{"name": "x"}])

    uebernahme = uebernehmen(uebernahme, drei(), seite=seite, acting_user=konto)

    tanz = Gremium.objects.get(name="Arbeitskreis Tanz")
    assert (tanz.veroeffentlichung, tanz.besteht_seit.year) == (Veroeffentlichung.ENTWURF, 2011)
    assert tanz.history.first().history_user == konto
    assert [str(leitung) for leitung in tanz.leitungen.all()] == [
        "Leitung: Tanzhaus",
        "Moderation: Sozialplanerin",
    ]
    assert str(tanz.beziehungen.get().zu_gremium) == "Sozialausschuss"
    assert [str(eintrag) for eintrag in seite.eintraege.all()] == [
        "Sozialausschuss",
        "Arbeitskreis Tanz",
        "Dachverband Nordtal",
    ]
    assert (uebernahme.rohtext, uebernahme.vorschlaege, len(uebernahme.zeilen)) == ("", [], 11)


def test_one_wrong_entry_and_nothing_is_written(konto):
    uebernahme = Uebernahme.objects.create(rohtext="Text")
    with pytest.raises(ValidationError):
        uebernehmen(uebernahme, [*drei(), Eintrag(felder=felder("\u200b"))], acting_user=konto)

    uebernahme.refresh_from_db()
    assert not Gremium.objects.exists()
    assert (uebernahme.rohtext, uebernahme.stand) == ("Text", "offen")


def test_sent_twice_it_is_done_once(konto):
    uebernahme = Uebernahme.objects.create()
    for _ in range(2):
        uebernehmen(uebernahme, drei(), acting_user=konto)

    assert Gremium.objects.count() == 2


def test_an_existing_entry_is_used_and_not_changed(konto):
    alt = fabrik.gremium("Sozialausschuss")
    uebernahme = uebernehmen(Uebernahme.objects.create(), drei(alt), acting_user=konto)

    assert Gremium.objects.filter(name="Sozialausschuss").count() == 1
    assert Gremienbeziehung.objects.get().zu_gremium == alt
    assert {"modell": "gremien.gremium", "id": alt.pk} not in [
        {k: zeile[k] for k in ("modell", "id")} for zeile in uebernahme.zeilen
    ]


def test_a_circle_is_refused_as_a_whole(konto):
    with pytest.raises(ValidationError):
        uebernehmen(
            Uebernahme.objects.create(),
            [Eintrag(felder=felder("A"), oben=1), Eintrag(felder=felder("B"), oben=0)],
            acting_user=konto,
        )
    assert not Gremium.objects.exists()


def test_undone_everything_new_is_gone_and_what_was_there_stays(konto):
    alt, tanzhaus = fabrik.gremium("Sozialausschuss"), fabrik.organisation("Tanzhaus")
    seite = Netzwerkseite.objects.create(organisation=fabrik.organisation())
    uebernahme = uebernehmen(Uebernahme.objects.create(), drei(alt), seite=seite, acting_user=konto)

    for _ in range(2):
        assert zuruecknehmen(uebernahme, acting_user=konto).stand == "zurueckgenommen"

    assert list(Gremium.objects.vorhanden()) == [alt]
    assert Gremium.objects.im_papierkorb().get().name == "Arbeitskreis Tanz"
    assert tanzhaus in Organisation.objects.vorhanden()
    assert not Organisation.objects.vorhanden().filter(name="Dachverband Nordtal").exists()
    assert not Stelle.objects.vorhanden().exists()
    assert [Gremienbeziehung.objects.count(), Leitung.objects.count(), seite.eintraege.count()] == [0, 0, 0]


def test_what_was_changed_since_refuses_the_undo_and_is_named(konto):
    uebernahme = uebernehmen(Uebernahme.objects.create(), drei(), acting_user=konto)
    tanz = Gremium.objects.get(name="Arbeitskreis Tanz")
    tanz.kurztext = "Jetzt anders."
    tanz.save()

    with pytest.raises(Geaendert, match="Arbeitskreis Tanz") as fehler:
        zuruecknehmen(uebernahme, acting_user=konto)

    assert fehler.value.zeilen == ["Arbeitskreis Tanz"]
    assert Gremium.objects.vorhanden().count() == 2


# --- Matching -------------------------------------------------------------------------------------


def treffer(name, langname=""):
    return abgleichen([Vorschlag(name=Vermutung(name), langname=Vermutung(langname))])[0]


@pytest.mark.parametrize(
    ("vorhanden", "name", "sicher"),
    [
        ({"name": "Runder Tisch Wohnen"}, "Runder Tisch Wohnen", True),
        ({"name": "Arbeitskreis Wohnraumsicherung"}, "AK Wohnraumsicherung", True),
        ({"name": "Jugendrunde", "kurzname": "JR Nord"}, "JR Nord", True),
        ({"name": "Netzwerk „Bewegte Stadt“"}, "Netzwerk Bewegte Stadt", True),
        ({"name": "Stadtteilkonferenz Hafenviertel"}, "Stadtteilkonferenz Hafen-Viertel", False),
    ],
)
def test_an_existing_body_is_found_by_its_names_and_words(vorhanden, name, sicher):
    gremium = fabrik.gremium(**vorhanden)
    fabrik.gremium("Fachausschuss Jugendförderung", kurzname="AK")

    gefunden = treffer(name)

    assert (gefunden.pk, gefunden.was, gefunden.sicher) == (gremium.pk, Was.GREMIUM, sicher)
    assert gremium.name in gefunden.grund


def test_other_names_and_what_is_in_the_bin_are_no_match(konto):
    fabrik.gremium("Fachausschuss Kinderbetreuung", kurzname="AG")
    fabrik.gremium("Runder Tisch", geloescht_am="2026-01-01T00:00Z")

    assert [treffer(n) for n in ("Fachausschuss Jugendförderung", "Runder Tisch", "AG")] == [None] * 3
    assert schluessel("Der AK Tanz") == schluessel("Arbeitskreis Tanz")


def test_matching_asks_twice_however_many_there_are():
    for anzahl in (1, 3):
        fabrik.gremium()
        with CaptureQueriesContext(connection) as abfragen:
            abgleichen([Vorschlag(name=Vermutung(f"Runde {i}")) for i in range(anzahl)])
        assert len(abfragen) == 2

"""Merging two entries that are one: nothing that points to it is forgotten, and all of it can be undone."""

import itertools
from contextlib import suppress
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from simple_history.models import HistoricalChanges

from gremien.enums import Beziehungsart
from gremien.models import (
    Gremienbeziehung,
    Gremium,
    Kunde,
    Leitung,
    Mitgliedschaft,
    Netzwerkseite,
    Stellvertretung,
)
from netzwerk.actions.beziehungen import beziehungen
from netzwerk.actions.trennen import Geaendert, trennen
from netzwerk.actions.zusammenfuehren import Unvereinbar, zusammenfuehren
from netzwerk.enums import Rolle
from netzwerk.models import (
    Arbeitsfassung,
    Einwilligung,
    Gebiet,
    Organisation,
    Organisationsmitgliedschaft,
    Person,
    Stelle,
    Thema,
    Zusammenfuehrung,
)
from tests import fabrik, intern

pytestmark = pytest.mark.django_db
NUMMER = itertools.count(1)


@pytest.fixture
def wer():
    return intern.konto(Rolle.REDAKTION)


def zustand(ausser=()):
    """Return every row of ours, but for stamps and computed fields, as an undo must bring it back."""
    return {
        (modell._meta.label, zeile.pk): {
            **{
                feld.attname: getattr(zeile, feld.attname)
                for feld in modell._meta.concrete_fields
                if not feld.generated and feld.name not in {"geaendert_am", "erstellt_am"}
            },
            **{
                feld.name: sorted(getattr(zeile, feld.name).values_list("pk", flat=True))
                for feld in modell._meta.many_to_many
            },
        }
        for modell in apps.get_models()
        if modell._meta.app_label in {"netzwerk", "gremien", "sitzungen"}
        and not issubclass(modell, HistoricalChanges)
        and modell._meta.model_name
        not in {"zusammenfuehrung", "inhaltsstand", "suchtext", "suchwort", *ausser}
        for zeile in modell._base_manager.all()
    }


def paar(modell):
    """Return two entries of a model."""
    if modell is Gremium:
        return fabrik.gremium("Runde Eins"), fabrik.gremium("Runde Zwei")
    if modell is Organisation:
        return fabrik.organisation("Verein Eins"), fabrik.organisation("Verein Zwei")
    if modell is Gebiet:
        return tuple(
            Gebiet.objects.create(name=n, art="stadt", **fabrik.OEFFENTLICH) for n in ("Eins", "Zwei")
        )
    if modell is Thema:
        return Thema.objects.create(name="Eins"), Thema.objects.create(name="Zwei")
    if modell is Stelle:
        return Stelle.objects.create(bezeichnung="Leitung A"), Stelle.objects.create(bezeichnung="Leitung B")
    return fabrik.person("Eins"), fabrik.person("Zwei")


@pytest.mark.parametrize("modell", [Organisation, Person, Gremium, Gebiet, Thema, Stelle])
def test_the_relations_are_all_that_the_database_knows(modell):
    """Walks the reverse relations, which Django itself finds, also those without a name."""
    erwartet = {
        (rel.field.model, rel.field.name)
        for rel in modell._meta.get_fields(include_hidden=True)
        if rel.auto_created
        and not rel.concrete
        and rel.is_relation
        and not issubclass(rel.field.model, HistoricalChanges)
        and not rel.field.model._meta.auto_created
        and not (rel.many_to_many and not rel.field.remote_field.through._meta.auto_created)
    }

    assert {(bez.modell, bez.feld.name) for bez in beziehungen(modell)} == erwartet
    assert len(erwartet) >= 1


def seite_von(organisation):
    return Netzwerkseite.objects.create(organisation=organisation)


def zeile_machen(bez, ziel):
    """Return a row that points to an entry by a relation, with whatever else it must have.

    Where one of several must be named, it is found by trying.
    """
    fest = {} if bez.ist_liste else {bez.feld.name: ziel}
    wahlfrei = [
        feld
        for feld in bez.modell._meta.concrete_fields
        if feld.related_model and feld.null and feld.name not in fest
    ]
    for dazu in ((), *((feld,) for feld in wahlfrei), *itertools.combinations(wahlfrei, 2)):
        with suppress(IntegrityError, ValidationError), transaction.atomic():
            zeile = zeile_ohne(bez.modell, **fest, **{feld.name: wert(feld) for feld in dazu})
            if bez.ist_liste:
                getattr(zeile, bez.feld.name).add(ziel)
            return zeile
    raise AssertionError(f"no way to make a row for {bez.titel}")


WERTE = {
    models.DateTimeField: datetime(2026, 3, 1, tzinfo=UTC),
    models.DateField: date(2026, 3, 1),
    models.TimeField: time(9),
    models.IntegerField: 2026,
    models.DecimalField: Decimal(1),
}
ZIELE = {
    "Bild": fabrik.bild,
    "Netzwerkseite": lambda: seite_von(fabrik.organisation()),
    "Person": fabrik.person,
    "Gremium": fabrik.gremium,
    "Organisation": fabrik.organisation,
    "Mitgliedschaft": lambda: fabrik.mitgliedschaft(fabrik.gremium()),
}


def wert(feld):
    """Return some value for a field that must have one."""
    if feld.related_model:
        ziel = feld.related_model
        return ZIELE.get(ziel.__name__, lambda: zeile_ohne(ziel))()
    if feld.choices:
        return feld.choices[0][0]
    return next((ergebnis for art, ergebnis in WERTE.items() if isinstance(feld, art)), f"Wort{next(NUMMER)}")


def zeile_ohne(modell, **felder):
    """Return a row with the given values and some value for each field that must have one."""
    if modell is Gremium and "art" not in felder:
        return fabrik.gremium(**felder)
    for feld in modell._meta.concrete_fields:
        gegeben = feld.name in felder or feld.primary_key or feld.generated or feld.has_default()
        if not (gegeben or feld.null or feld.blank):
            felder[feld.name] = wert(feld)
    return modell.objects.create(**felder)


@pytest.mark.parametrize("modell", [Organisation, Person, Gremium, Gebiet, Thema, Stelle])
def test_every_relation_moves_and_comes_back(modell, wer, subtests):
    for bez in beziehungen(modell):
        with subtests.test(bez.titel), transaction.atomic():
            bleibt, geht = paar(modell)
            zeile = zeile_machen(bez, geht)
            vorher = zustand()

            ablauf, vorgang = zusammenfuehren(modell, bleibt.pk, geht.pk, acting_user=wer)

            assert [z for z in bez.zeilen(bleibt) if z != geht] == [zeile]
            assert not bez.zeilen(geht).exists() or bez.feld.name == "ersetzt_durch"
            assert bez.titel in dict(ablauf.zieht_um)
            trennen(vorgang.pk, acting_user=wer)
            assert zustand() == vorher
            transaction.set_rollback(True)


def gleiches(ablauf):
    return [art for art, _ in ablauf.einmal]


def test_what_both_say_is_kept_once_with_all_that_either_says(wer):
    gut, alt, runde = (
        fabrik.organisation("Verein"),
        fabrik.organisation("Verein e.V."),
        fabrik.gremium("Runde"),
    )
    verband = fabrik.organisation("Verband")
    for wir in (gut, alt):
        Leitung.objects.create(gremium=runde, organisation=wir)
        Organisationsmitgliedschaft.objects.create(organisation=wir, verband=verband)
        Kunde.objects.create(institut=verband, organisation=wir, bezeichnung=wir.name)
        Stelle.objects.create(bezeichnung="Geschäftsführung", organisation=wir)
        seite_von(fabrik.organisation()).eintraege.create(organisation=wir)
    seite = seite_von(verband)
    for wir in (gut, alt):
        seite.eintraege.create(organisation=wir)
    bleibend = fabrik.mitgliedschaft(runde, organisation=gut)
    doppelt = fabrik.mitgliedschaft(runde, organisation=alt, von=date(2015, 1, 1), notiz_intern="kennt alle")
    stelle = Stelle.objects.get(organisation=alt)
    Stellvertretung.objects.create(mitgliedschaft=doppelt, stelle=stelle)
    frueher = fabrik.mitgliedschaft(runde, organisation=alt, von=date(2000, 1, 1), bis=date(2010, 1, 1))
    vorher = zustand()

    ablauf, vorgang = zusammenfuehren(Organisation, gut.pk, alt.pk, acting_user=wer)

    assert len(gleiches(ablauf)) == 6
    assert runde.leitungen.count() == verband.kunden.count() == gut.verbandsmitgliedschaften.count() == 1
    assert seite.eintraege.count() == 1
    bleibend.refresh_from_db()
    assert (bleibend.von, bleibend.notiz_intern) == (date(2015, 1, 1), "kennt alle")
    assert set(Mitgliedschaft.objects.vorhanden()) == {bleibend, frueher}
    vertretung = bleibend.stellvertretungen.get()
    assert vertretung.stelle == Stelle.objects.vorhanden().get()
    trennen(vorgang.pk, acting_user=wer)
    assert zustand() == vorher


def test_a_row_between_the_two_goes_and_comes_back(wer):
    eins, zwei = fabrik.gremium("Eins"), fabrik.gremium("Zwei")
    Gremienbeziehung.objects.create(von_gremium=zwei, zu_gremium=eins, art=Beziehungsart.UNTERGREMIUM)
    fabrik.mitgliedschaft(eins, mitglied_gremium=zwei)
    vorher = zustand()

    ablauf, vorgang = zusammenfuehren(Gremium, eins.pk, zwei.pk, acting_user=wer)

    assert len(ablauf.entfaellt) == 2
    assert not Gremienbeziehung.objects.exists()
    trennen(vorgang.pk, acting_user=wer)
    assert zustand() == vorher


def test_places_in_a_tree_stay_sound_and_a_circle_is_told_before(wer):
    oben, mitte, unten = (fabrik.organisation(name) for name in ("Oben", "Mitte", "Unten"))
    mitte.parent, unten.parent = oben, mitte
    mitte.save()
    unten.save()

    with pytest.raises(Unvereinbar, match="nicht zu einer ihrer eigenen Einheiten"):
        zusammenfuehren(Organisation, unten.pk, oben.pk, acting_user=wer)
    zusammenfuehren(Organisation, unten.pk, mitte.pk, acting_user=wer)
    unten.refresh_from_db()
    assert unten.parent == oben


def test_a_circle_of_bodies_is_told_before(wer):
    a, b, c = (fabrik.gremium(name) for name in "ABC")
    for von, zu in ((b, a), (c, b)):
        Gremienbeziehung.objects.create(von_gremium=von, zu_gremium=zu, art=Beziehungsart.UNTERGREMIUM)

    with pytest.raises(Unvereinbar, match="Kreis"):
        zusammenfuehren(Gremium, a.pk, c.pk, acting_user=wer)
    assert Gremium.objects.vorhanden().count() == 3


def test_what_only_a_person_can_decide_is_told_before_and_nothing_is_written(wer, subtests):
    eins, zwei = fabrik.organisation("Eins"), fabrik.organisation("Zwei")
    for wir in (eins, zwei):
        fabrik.vorlage(wir, "7/1")
        fabrik.gremium(f"Runde {wir}", zugleich_organisation=wir)
    Arbeitsfassung.objects.create(objekt=zwei, basis_stand=datetime(2026, 3, 1, tzinfo=UTC))
    vorher = zustand()

    with pytest.raises(Unvereinbar) as abgelehnt:
        zusammenfuehren(Organisation, eins.pk, zwei.pk, acting_user=wer)

    gruende = " ".join(abgelehnt.value.gruende)
    for wort in ("Diese Nummer gibt es", "Gremium · ist zugleich", "warten Änderungen"):
        with subtests.test(wort=wort):
            assert wort in gruende
    assert zustand() == vorher


def test_chosen_values_move_and_addresses_lead_to_what_stays(client, wer):
    gut = fabrik.organisation("Verein", kurzname="V", webadresse="https://a.example")
    alt = fabrik.organisation("Verein e.V.", kurzname="VEV", kontakt_email="v@example.org")
    alt.slug = "verein-ev-neu"
    alt.save()
    vorher = zustand()

    _, vorgang = zusammenfuehren(
        Organisation, gut.pk, alt.pk, nehmen={"kurzname", "kontakt_email"}, acting_user=wer
    )

    gut.refresh_from_db()
    assert (gut.kurzname, gut.kontakt_email, gut.webadresse) == ("VEV", "v@example.org", "https://a.example")
    ziele = [client.get(f"/organisationen/{slug}/")["Location"] for slug in ("verein-e-v", "verein-ev-neu")]
    assert ziele == ["/organisationen/verein/"] * 2
    trennen(vorgang.pk, acting_user=wer)
    assert zustand() == vorher
    assert client.get("/organisationen/verein-ev-neu/").status_code == 200


def test_a_value_that_may_stand_only_once_moves_too(wer):
    wir = fabrik.organisation()
    eins, zwei = fabrik.gremium("Eins"), fabrik.gremium("Zwei", zugleich_organisation=wir)
    _, vorgang = zusammenfuehren(Gremium, eins.pk, zwei.pk, nehmen={"zugleich_organisation"}, acting_user=wer)
    eins.refresh_from_db()
    assert eins.zugleich_organisation == wir
    trennen(vorgang.pk, acting_user=wer)
    zwei.refresh_from_db()
    assert zwei.zugleich_organisation == wir


def test_a_trial_leaves_nothing(wer):
    eins, zwei = fabrik.person("Eins"), fabrik.person("Zwei")
    fabrik.mitgliedschaft(fabrik.gremium(), person=zwei)
    vorher = zustand()
    ablauf, vorgang = zusammenfuehren(Person, eins.pk, zwei.pk, acting_user=wer, probe=True)
    assert (len(ablauf.zieht_um), vorgang) == (1, None)
    assert zustand() == vorher


def test_undo_stops_at_what_was_changed_and_can_leave_that(wer):
    eins, zwei = fabrik.person("Eins"), fabrik.person("Zwei")
    a, b = (fabrik.mitgliedschaft(fabrik.gremium(), person=zwei) for _ in "ab")
    Einwilligung.objects.create(person=zwei, erteilt_am=date(2026, 1, 1))
    _, vorgang = zusammenfuehren(Person, eins.pk, zwei.pk, acting_user=wer)
    a.refresh_from_db()
    a.notiz_intern = "inzwischen"
    a.save()

    with pytest.raises(Geaendert) as geaendert:
        trennen(vorgang.pk, acting_user=wer)
    assert geaendert.value.zeilen == [a]
    assert Zusammenfuehrung.objects.get().stand == "ausgefuehrt"
    trennen(vorgang.pk, trotzdem=True, acting_user=wer)
    for zeile in (a, b, zwei):
        zeile.refresh_from_db()
    assert (a.person, b.person, zwei.geloescht_am) == (eins, zwei, None)
    # A second time nothing happens.
    assert trennen(vorgang.pk, acting_user=wer).stand == "zurueckgenommen"


def test_what_is_in_the_bin_or_the_same_is_not_merged(wer):
    eins, zwei = fabrik.person("Eins"), fabrik.person("Zwei")
    zusammenfuehren(Person, eins.pk, zwei.pk, acting_user=wer)
    for paar_ in ((eins.pk, zwei.pk), (eins.pk, eins.pk), (eins.pk, 10**9)):
        with pytest.raises(Unvereinbar):
            zusammenfuehren(Person, *paar_, acting_user=wer)

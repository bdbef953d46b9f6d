"""Acts on mandates: what each writes, that it is one step, and that its undo restores exactly what was."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gremien.enums import Endegrund, Handlungsstand, Mandatsstand, Mitgliedsrolle
from gremien.handlungen import gremium as ganze
from gremien.handlungen import mandat as akte
from gremien.handlungen.mandat import Bestellung, Zeit
from gremien.handlungen.person import Mandatsplan, ausscheiden, mandate_im_auftrag
from gremien.handlungen.rahmen import vorschau, zuruecknehmen
from gremien.handlungen.worte import abweichungen, in_worten
from gremien.mandate.besetzung import besetzung
from gremien.models import (
    Gremium,
    Handlung,
    Leitung,
    Mandatsvorschlag,
    Mitgliedschaft,
    Sitz,
    Sitzkategorie,
    Stellvertretung,
)
from netzwerk.actions.schreiben import Geaendert
from netzwerk.lib.dates import Genauigkeit
from netzwerk.models import Konto, Zugehoerigkeit
from netzwerk.models.inhalt import MitPapierkorb
from tests import fabrik

pytestmark = pytest.mark.django_db

TAG, STICHTAG = date(2026, 4, 1), date(2026, 11, 25)
STEMPEL = {"geaendert_am", "erstellt_am"}
MODELLE = (Gremium, Mitgliedschaft, Stellvertretung, Zugehoerigkeit, Mandatsvorschlag, Leitung)


def zustand():
    """Return every visible row of what acts write, without stamps and what the database computes."""
    ergebnis = {}
    for modell in MODELLE:
        menge = modell._base_manager.all()
        if issubclass(modell, MitPapierkorb):
            menge = menge.filter(geloescht_am__isnull=True)
        felder = [f for f in modell._meta.concrete_fields if not f.generated and f.name not in STEMPEL]
        namen = [f.attname for f in felder]
        ergebnis |= {(modell.__name__, zeile["id"]): zeile for zeile in menge.values("id", *namen)}
    return ergebnis


@pytest.fixture
def lage():
    """A body of three seats of which two are filled, one with a deputy, on behalf of a carrier."""
    konto = Konto.objects.create_user("kollegin@example.org", "x", name="Kollegin")
    gremium, traeger = fabrik.gremium("Runde"), fabrik.organisation("Träger")
    kategorie = Sitzkategorie.objects.create(gremium=gremium, bezeichnung="stimmberechtigt")
    sitze = [Sitz.objects.create(kategorie=kategorie, nummer=n) for n in (1, 2, 3)]
    anders, quell, neu = (fabrik.person(name) for name in ("Anders", "Quell", "Neu"))
    Zugehoerigkeit.objects.create(person=anders, organisation=traeger)
    mandat = fabrik.mitgliedschaft(
        gremium,
        sitz=sitze[0],
        person=anders,
        im_auftrag_von=traeger,
        rolle=Mitgliedsrolle.VORSITZ,
        von=TAG,
        bis=date(2031, 3, 31),
    )
    Stellvertretung.objects.create(mitgliedschaft=mandat, person=quell, von=TAG, bis=date(2031, 3, 31))
    zweites = fabrik.mitgliedschaft(gremium, sitz=sitze[1], von=TAG)
    return SimpleNamespace(**locals())


def frisch(zeile):
    return type(zeile)._base_manager.get(pk=zeile.pk)


def rueckgaengig(handlung, konto, vorher):
    """Undo an act and see that nothing is different from before."""
    zuruecknehmen(handlung, acting_user=konto)
    assert zustand() == vorher
    assert frisch(handlung).stand == Handlungsstand.ZURUECKGENOMMEN
    zuruecknehmen(handlung, acting_user=konto)
    assert zustand() == vorher


def test_to_appoint_fills_a_seat_and_settles_the_proposal(lage):
    vorschlag = Mandatsvorschlag.objects.create(sitz=lage.sitze[2], person=lage.neu, vorgeschlagen_am=TAG)
    vorher = zustand()
    bestellung = Bestellung(lage.neu, von=Zeit(date(2026, 6, 1), Genauigkeit.MONAT))
    handlung = akte.bestellen(
        lage.gremium, bestellung, sitz=lage.sitze[2], vorschlag=vorschlag, acting_user=lage.konto
    )
    assert besetzung(lage.gremium, date(2026, 6, 1)).sitze[2].mandat.name == "Neu"
    assert frisch(vorschlag).stand == "bestellt"
    assert in_worten(handlung)[0] == "Neu: Neu, Mitglied auf stimmberechtigt Nr. 3, ab Juni 2026"
    neue = Mitgliedschaft.objects.get(person=lage.neu)
    assert (neue.history.first().history_user, neue.history.first().history_change_reason) == (
        lage.konto,
        "Mandat bestellt",
    )
    rueckgaengig(handlung, lage.konto, vorher)


def test_a_taken_seat_is_refused_with_its_holder(lage):
    with pytest.raises(ValidationError, match="Auf diesem Sitz sitzt schon Anders"):
        akte.bestellen(lage.gremium, Bestellung(lage.neu), sitz=lage.sitze[0], acting_user=lage.konto)
    assert not Handlung.objects.exists()


def test_to_end_ends_the_deputies_too_and_says_why(lage):
    vorher = zustand()
    handlung = akte.beenden(
        lage.mandat,
        am=Zeit(date(2026, 12, 1), Genauigkeit.MONAT),
        grund=Endegrund.RUECKTRITT,
        acting_user=lage.konto,
    )
    mandat = frisch(lage.mandat)
    assert (mandat.bis, mandat.bis_genauigkeit, mandat.endegrund) == (
        date(2026, 12, 31),
        "monat",
        "ruecktritt",
    )
    assert Stellvertretung.objects.get().bis == date(2026, 12, 31)
    assert "Endet Dezember 2026: Anders, Runde (Rücktritt)" in in_worten(handlung)
    rueckgaengig(handlung, lage.konto, vorher)


@pytest.mark.parametrize("tag", [date(2026, 3, 31), date(2031, 4, 1)])
def test_no_end_before_the_beginning_or_after_the_end(lage, tag):
    with pytest.raises(ValidationError, match=r"beginnt erst|endet schon"):
        akte.beenden(lage.mandat, am=Zeit(tag), grund="ruecktritt", acting_user=lage.konto)


def test_to_prolong_takes_the_deputies_along_and_no_seat_of_others(lage):
    vorher = zustand()
    handlung = akte.verlaengern(lage.mandat, bis=Zeit(date(2032, 3, 31)), acting_user=lage.konto)
    assert {frisch(lage.mandat).bis, Stellvertretung.objects.get().bis} == {date(2032, 3, 31)}
    rueckgaengig(handlung, lage.konto, vorher)

    fabrik.mitgliedschaft(lage.gremium, sitz=lage.sitze[0], von=date(2031, 4, 1))
    with pytest.raises(ValidationError, match="sitzt schon"):
        akte.verlaengern(lage.mandat, bis=None, acting_user=lage.konto)


def test_a_councillors_seat_changes_while_the_deputy_stays(lage):
    vorher = zustand()
    handlung = akte.wechseln(lage.mandat, lage.neu, ab=Zeit(STICHTAG), acting_user=lage.konto)
    platz = besetzung(lage.gremium, STICHTAG).sitze[0]
    nachfolgerin = platz.mandat.mitgliedschaft
    assert (platz.mandat.name, nachfolgerin.im_auftrag_von, nachfolgerin.vorgaenger) == (
        "Neu",
        lage.traeger,
        lage.mandat,
    )
    # An office is not inherited with the seat.
    assert nachfolgerin.rolle == Mitgliedsrolle.MITGLIED
    assert [v.person for v in platz.mandat.stellvertretungen] == [lage.quell]
    gestern = besetzung(lage.gremium, STICHTAG - timedelta(days=1)).sitze[0].mandat
    assert (gestern.name, [v.person for v in gestern.stellvertretungen]) == ("Anders", [lage.quell])
    rueckgaengig(handlung, lage.konto, vorher)


def test_a_deputy_who_takes_the_seat_is_her_own_deputy_no_more(lage):
    akte.wechseln(lage.mandat, lage.quell, ab=Zeit(STICHTAG), acting_user=lage.konto)
    assert besetzung(lage.gremium, STICHTAG).sitze[0].mandat.stellvertretungen == []


def test_a_seat_handed_over_goes_to_another_organisation(lage):
    andere, vorher = fabrik.organisation("Andere"), zustand()
    handlung = akte.uebergeben(
        lage.mandat,
        lage.neu,
        ab=Zeit(STICHTAG),
        grund=Endegrund.ABBERUFUNG,
        im_auftrag_von=andere,
        acting_user=lage.konto,
    )
    mandat = besetzung(lage.gremium, STICHTAG).sitze[0].mandat
    assert (mandat.name, mandat.einrichtung, mandat.stellvertretungen) == ("Neu", andere, [])
    rueckgaengig(handlung, lage.konto, vorher)
    with pytest.raises(ValidationError, match="hat dieses Mandat schon"):
        akte.wechseln(lage.mandat, lage.anders, ab=Zeit(STICHTAG), acting_user=lage.konto)


def test_deputies_are_settled_by_rank_and_nobody_is_overwritten(lage):
    vorher = zustand()
    handlung = akte.vertretung_regeln(
        lage.mandat, [lage.neu, lage.quell], ab=Zeit(STICHTAG), acting_user=lage.konto
    )
    mandat = besetzung(lage.gremium, STICHTAG).sitze[0].mandat
    assert [(v.rang, v.person) for v in mandat.stellvertretungen] == [(1, lage.neu), (2, lage.quell)]
    # Changed again before anybody began: nothing is left of it.
    zwischen = zustand()
    zweite = akte.vertretung_regeln(lage.mandat, [lage.quell], ab=Zeit(STICHTAG), acting_user=lage.konto)
    mandat = besetzung(lage.gremium, STICHTAG).sitze[0].mandat
    assert [(v.rang, v.person) for v in mandat.stellvertretungen] == [(1, lage.quell)]
    rueckgaengig(zweite, lage.konto, zwischen)
    # The last act is gone without a trace, so the one before can go as well.
    rueckgaengig(handlung, lage.konto, vorher)


def test_a_whole_body_is_appointed_for_a_new_term(lage):
    vorher = zustand()
    plaene = [
        ganze.Sitzplan(lage.sitze[0], lage.mandat, lage.anders),
        ganze.Sitzplan(lage.sitze[1], lage.zweites, None),
        ganze.Sitzplan(lage.sitze[2], None, lage.neu),
    ]
    handlung = ganze.neu_bestellen(
        lage.gremium,
        plaene,
        von=Zeit(date(2031, 4, 1)),
        bis=Zeit(date(2036, 3, 31)),
        bestellungsart="gewaehlt",
        acting_user=lage.konto,
    )
    danach = besetzung(lage.gremium, date(2031, 4, 1))
    assert [platz.mandat and platz.mandat.name for platz in danach.sitze] == ["Anders", None, "Neu"]
    assert [v.person for v in danach.sitze[0].mandat.stellvertretungen] == [lage.quell]
    assert danach.sitze[0].mandat.mitgliedschaft.rolle == Mitgliedsrolle.VORSITZ
    assert frisch(lage.zweites).bis == date(2031, 3, 31)
    rueckgaengig(handlung, lage.konto, vorher)


def test_a_new_term_is_all_or_nothing_and_names_every_seat_that_does_not_fit(lage):
    for nummer, person in ((0, "Blockade"), (1, "Sperre")):
        bis = date(2031, 12, 31)
        lage.zweites.bis = TAG
        lage.zweites.save()
        fabrik.mitgliedschaft(
            lage.gremium, sitz=lage.sitze[nummer], person=fabrik.person(person), von=date(2031, 4, 1), bis=bis
        )
    vorher = zustand()
    plaene = [ganze.Sitzplan(sitz, None, lage.neu) for sitz in lage.sitze]
    with pytest.raises(ValidationError) as fehler:
        ganze.neu_bestellen(
            lage.gremium, plaene, von=Zeit(date(2031, 6, 1)), bis=None, acting_user=lage.konto
        )
    assert len(fehler.value.messages) == 2
    assert zustand() == vorher


def test_a_dissolved_body_ends_its_mandates_and_cancels_those_to_come(lage):
    kuenftig = fabrik.mitgliedschaft(lage.gremium, sitz=lage.sitze[2], von=date(2027, 1, 1))
    Leitung.objects.create(gremium=lage.gremium, person=lage.anders)
    vorher = zustand()
    handlung = ganze.aufloesen(lage.gremium, am=Zeit(date(2026, 12, 31)), acting_user=lage.konto)
    gremium = frisch(lage.gremium)
    assert (gremium.lebensstand, gremium.lebensstand_seit) == ("beendet", date(2026, 12, 31))
    assert {m.endegrund for m in Mitgliedschaft.objects.vorhanden()} == {"aufloesung"}
    assert frisch(kuenftig).geloescht_am is not None
    assert besetzung(gremium, date(2027, 1, 1)).mandate == []
    rueckgaengig(handlung, lage.konto, vorher)


def test_a_leaver_s_mandates_are_decided_one_by_one_and_never_end_silently(lage):
    weitere = [
        fabrik.mitgliedschaft(fabrik.gremium(f"AG {n}"), person=lage.anders, im_auftrag_von=lage.traeger)
        for n in range(4)
    ]
    for_wen = mandate_im_auftrag(lage.anders, lage.traeger, Zeit(STICHTAG))
    assert {m.pk for m in for_wen} == {lage.mandat.pk, *(m.pk for m in weitere)}
    vorher = zustand()
    plaene = [
        Mandatsplan(lage.mandat, nachfolge=lage.neu),
        Mandatsplan(weitere[0], beenden=True),
        *(Mandatsplan(m) for m in weitere[1:]),
    ]
    handlung = ausscheiden(
        lage.anders, lage.traeger, plaene, letzter_tag=Zeit(STICHTAG), acting_user=lage.konto
    )
    morgen = STICHTAG + timedelta(days=1)
    assert besetzung(lage.gremium, morgen).sitze[0].mandat.name == "Neu"
    assert frisch(weitere[0]).bis == STICHTAG
    geblieben = [besetzung(m.gremium, morgen).mandate[0] for m in weitere[1:]]
    assert {(m.stand, m.pruefen) for m in geblieben} == {
        (Mandatsstand.AKTIV, "Mandat prüfen: gehört seit 25.11.2026 nicht mehr zu Träger")
    }
    akte.geprueft(weitere[1], am=morgen, acting_user=lage.konto)
    assert besetzung(weitere[1].gremium, morgen).mandate[0].pruefen == ""
    zuruecknehmen(Handlung.objects.first(), acting_user=lage.konto)
    rueckgaengig(handlung, lage.konto, vorher)


def test_a_preview_says_what_would_be_done_and_writes_nothing(lage):
    vorher = zustand()
    saetze = vorschau(lambda: akte.wechseln(lage.mandat, lage.neu, ab=Zeit(STICHTAG), acting_user=lage.konto))
    assert saetze == [
        "Endet 24.11.2026: Anders, Runde",
        "Endet 24.11.2026: Quell als 1. Stellvertretung für Anders",
        "Neu: Neu, Mitglied, im Auftrag von Träger auf stimmberechtigt Nr. 1, ab 25.11.2026, bis 31.03.2031",
        "Neu: Quell als 1. Stellvertretung für Neu, ab 25.11.2026, bis 31.03.2031",
    ]
    assert zustand() == vorher
    assert not Handlung.objects.exists()


def test_what_was_changed_since_is_shown_and_not_overwritten(lage):
    handlung = akte.beenden(lage.mandat, am=Zeit(STICHTAG), grund="ruecktritt", acting_user=lage.konto)
    mandat = frisch(lage.mandat)
    mandat.bis = date(2026, 12, 24)
    mandat._history_user = lage.konto
    mandat.save()
    with pytest.raises(Geaendert, match="Anders in Runde"):
        zuruecknehmen(handlung, acting_user=lage.konto)
    (abweichung,) = abweichungen(handlung)
    assert ("bis", "31.03.2031", "25.11.2026", "24.12.2026") in abweichung.felder
    assert abweichung.wer == "Kollegin"
    assert frisch(lage.mandat).bis == date(2026, 12, 24)


def test_an_act_that_changes_nothing_is_none(lage):
    with pytest.raises(ValidationError, match="schon so"):
        akte.ruhen(lage.mandat, von=None, bis=None, acting_user=lage.konto)


# --- Any sequence of acts ------------------------------------------------------------------------------

TAGE = st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 12, 31))
SCHRITTE = st.lists(
    st.tuples(
        st.sampled_from(["bestellen", "beenden", "verlaengern", "wechseln", "neu", "vertretung", "zurueck"]),
        st.integers(0, 5),
        TAGE,
        TAGE,
    ),
    min_size=2,
    max_size=7,
)


def schritt(lage, was, zahl, tag, ende):
    """Do a random act; return it, None if it was refused."""
    konto, sitz = lage.konto, lage.sitze[zahl % 3]
    mandate = list(Mitgliedschaft.objects.vorhanden().filter(gremium=lage.gremium).order_by("pk"))
    person = (lage.anders, lage.quell, lage.neu)[zahl % 3]
    if was == "bestellen":
        bestellung = Bestellung(person, von=Zeit(tag), bis=Zeit(max(tag, ende)))
        return akte.bestellen(lage.gremium, bestellung, sitz=sitz, acting_user=konto)
    if was == "neu":
        auf = {m.sitz_id: m for m in mandate if m.ist_aktiv_am(tag)}
        plaene = [ganze.Sitzplan(s, auf.get(s.pk), person) for s in lage.sitze]
        return ganze.neu_bestellen(lage.gremium, plaene, von=Zeit(tag), bis=None, acting_user=konto)
    mandat = mandate[zahl % len(mandate)]
    return {
        "beenden": lambda: akte.beenden(mandat, am=Zeit(tag), grund="ruecktritt", acting_user=konto),
        "verlaengern": lambda: akte.verlaengern(mandat, bis=Zeit(tag), acting_user=konto),
        "wechseln": lambda: akte.wechseln(mandat, person, ab=Zeit(tag), acting_user=konto),
        "vertretung": lambda: akte.vertretung_regeln(mandat, [person], ab=Zeit(tag), acting_user=konto),
    }[was]()


def keiner_doppelt():
    """See that no two memberships hold a seat on one day."""
    zeilen = list(Mitgliedschaft.objects.vorhanden().filter(sitz__isnull=False))
    for eine in zeilen:
        assert eine.von is None or eine.bis is None or eine.von <= eine.bis
        for andere in zeilen:
            if eine.pk < andere.pk and eine.sitz_id == andere.sitz_id:
                spaeter = max(eine.von or date.min, andere.von or date.min)
                assert spaeter > min(eine.bis or date.max, andere.bis or date.max)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(schritte=SCHRITTE)
def test_any_sequence_of_acts_keeps_the_rules_and_can_be_undone(lage, schritte):
    with transaction.atomic():
        staende, getan, gesehen = [], [], set()
        for was, *angaben in schritte:
            if was == "zurueck" and getan:
                zuruecknehmen(getan.pop(), acting_user=lage.konto)
                assert zustand() == staende.pop()
                continue
            vorher = zustand()
            try:
                with transaction.atomic():
                    handlung = schritt(lage, was if was != "zurueck" else "beenden", *angaben)
            except ValidationError:
                assert zustand() == vorher
                continue
            staende.append(vorher)
            getan.append(handlung)
            keiner_doppelt()
            # What was there once is there for ever, perhaps in the bin.
            gesehen |= set(Mitgliedschaft.objects.values_list("pk", flat=True))
            assert gesehen <= set(Mitgliedschaft._base_manager.values_list("pk", flat=True))
        while getan:
            zuruecknehmen(getan.pop(), acting_user=lage.konto)
            assert zustand() == staende.pop()
        transaction.set_rollback(True)

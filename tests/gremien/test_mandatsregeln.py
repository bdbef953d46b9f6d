"""The rules of mandates: states by date, compositions on any day, findings in sentences, who steps in."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gremien.enums import Anteil, Endegrund, Mandatsstand, Vertretungsart
from gremien.mandate.besetzung import besetzung, besetzungen, kollegium_von
from gremien.mandate.fristen import faellige_stufe, fristen, vorschlagsfrist_laeuft
from gremien.mandate.pruefung import Regel, befunde, maengel
from gremien.mandate.stand import stand_am, stand_text
from gremien.mandate.vertretung import ersatz_fuer
from gremien.models import Gremium, Mitgliedschaft, Sitz, Sitzkategorie, Stellvertretung, Wahlperiode
from netzwerk.lib.dates import Genauigkeit, heute, in_monaten
from netzwerk.models import Organisationsart, Zugehoerigkeit
from tests import fabrik

TAG = date(2026, 11, 25)
MORGEN = date(2026, 11, 26)
SCHULTYPEN = ("Grundschule", "Gymnasium", "Gesamtschule")


def zeile(von=None, bis=None, **felder):
    """Return a membership that needs no database."""
    return Mitgliedschaft(von=von, bis=bis, **felder)


STAENDE = [
    # from, to, day, what else, state
    (None, None, TAG, {}, "aktiv"),
    (date(2026, 11, 26), None, TAG, {}, "bestellt"),
    (TAG, None, TAG, {}, "aktiv"),
    (None, TAG, TAG, {}, "endend"),
    (None, date(2026, 11, 24), TAG, {}, "beendet"),
    (None, date(2027, 5, 25), TAG, {}, "endend"),
    (None, date(2027, 5, 26), TAG, {}, "aktiv"),
    # A leap day and the last of a month have no same day in other months.
    (None, date(2028, 2, 29), date(2027, 8, 29), {}, "endend"),
    (None, date(2028, 2, 29), date(2027, 8, 28), {}, "aktiv"),
    (None, date(2028, 2, 28), date(2027, 8, 31), {}, "endend"),
    (date(2028, 2, 29), date(2028, 2, 29), date(2028, 2, 29), {}, "endend"),
    (date(2028, 2, 29), date(2028, 2, 29), date(2028, 3, 1), {}, "beendet"),
    # The term is over, the successor is not seated.
    (None, date(2026, 3, 31), TAG, {"bleibt_im_amt": True}, "geschaeftsfuehrend"),
    (None, date(2026, 3, 31), TAG, {"bleibt_im_amt": True, "nachfolge_ab": TAG}, "beendet"),
    (None, date(2026, 3, 31), TAG, {"bleibt_im_amt": True, "nachfolge_ab": MORGEN}, "geschaeftsfuehrend"),
    (None, None, TAG, {"gremium_ruht": True}, "ruhend"),
]  # fmt: skip


@pytest.mark.parametrize(("von", "bis", "tag", "umstand", "stand"), STAENDE)
def test_the_state_follows_from_the_dates(von, bis, tag, umstand, stand):
    assert stand_am(zeile(von, bis), tag, **umstand) == stand


def test_only_a_term_that_ran_out_leaves_somebody_in_charge():
    for grund in Endegrund.values:
        stand = stand_am(zeile(None, date(2026, 3, 31), endegrund=grund), TAG, bleibt_im_amt=True)
        assert stand == ("geschaeftsfuehrend" if grund == Endegrund.ABLAUF else "beendet")
    periode = Wahlperiode(bis=date(2026, 3, 31), geschaeftsfuehrend_bis=date(2026, 11, 24))
    abgelaufen = zeile(None, date(2026, 3, 31), wahlperiode=periode)
    assert stand_am(abgelaufen, date(2026, 11, 24), bleibt_im_amt=True) == "geschaeftsfuehrend"
    assert stand_am(abgelaufen, TAG, bleibt_im_amt=True) == "beendet"


def test_a_term_that_ran_out_ends_no_open_mandate_silently():
    offen = zeile(wahlperiode=Wahlperiode(bis=date(2026, 3, 31)))
    stand = stand_am(offen, TAG)
    assert stand == Mandatsstand.ENDEND
    assert stand_text(offen, stand, TAG) == "Amtszeit seit 31.03.2026 abgelaufen"


@pytest.mark.parametrize(
    ("tag", "stand"),
    [
        (date(2026, 5, 31), "aktiv"),
        (date(2026, 6, 1), "ruhend"),
        (date(2026, 6, 30), "ruhend"),
        (date(2026, 7, 1), "aktiv"),
    ],
)
def test_both_ends_of_a_pause_belong_to_it(tag, stand):
    assert stand_am(zeile(ruht_von=date(2026, 6, 1), ruht_bis=date(2026, 6, 30)), tag) == stand


def test_states_are_said_in_words():
    def worte(stand, **felder):
        return stand_text(zeile(**felder), Mandatsstand(stand), TAG)

    unscharf = {"bis": date(2026, 12, 31), "bis_genauigkeit": Genauigkeit.JAHR}
    assert worte("endend", **unscharf) == "endet 2026"
    assert worte("aktiv", bis=date(2031, 3, 31)) == "aktiv bis 31.03.2031"
    assert worte("aktiv") == "aktiv, ohne Ende"
    assert worte("bestellt", von=date(2027, 4, 1)) == "bestellt, beginnt 01.04.2027"
    assert worte("beendet", bis=TAG, endegrund="ruecktritt") == "beendet 25.11.2026 (Rücktritt)"
    assert (
        worte("geschaeftsfuehrend", bis=date(2026, 3, 31)) == "geschäftsführend, Amtszeit endete 31.03.2026"
    )


def test_months_back_and_forth_keep_inside_the_month():
    assert in_monaten(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert in_monaten(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert in_monaten(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert in_monaten(date.max, 1) == date.max
    assert in_monaten(date.min, -1) == date.min


def test_the_day_changes_at_midnight_in_berlin(monkeypatch):
    letzter = zeile(bis=date(2026, 3, 28))
    for stunde, stand in ((22, "endend"), (23, "beendet")):
        # 23:00 UTC is midnight in Berlin while it is winter; the clocks change the night after.
        monkeypatch.setattr(timezone, "now", lambda h=stunde: datetime(2026, 3, 28, h, 0, tzinfo=UTC))
        assert stand_am(letzter, heute()) == stand


# --- Compositions ------------------------------------------------------------------------------------


def gremium_mit_sitzen(anzahl, **felder):
    """Return a body and its seats in one category."""
    gremium = fabrik.gremium(**felder)
    kategorie = Sitzkategorie.objects.create(gremium=gremium, bezeichnung="stimmberechtigt", stimmrecht=True)
    return gremium, [Sitz.objects.create(kategorie=kategorie, nummer=n + 1) for n in range(anzahl)]


def saetze(gremium, tag=TAG, regel=None):
    gefunden = befunde(besetzung(gremium, tag))
    return [befund.satz for befund in gefunden if regel is None or befund.regel == regel]


@pytest.mark.django_db
def test_fourteen_of_fifteen_seats_are_said_as_such():
    gremium, sitze = gremium_mit_sitzen(15)
    for sitz in sitze[:14]:
        fabrik.mitgliedschaft(gremium, sitz=sitz)
    fabrik.mitgliedschaft(gremium, sitz=sitze[14], bis=date(2026, 11, 24))

    assert saetze(gremium) == ["14 von 15 Sitzen besetzt"]
    assert saetze(gremium, date(2026, 11, 24)) == ["Alle 15 Sitze besetzt"]
    assert not maengel(besetzung(gremium, date(2020, 1, 1)))


@pytest.mark.django_db
def test_a_seat_has_who_was_is_and_will_be_there():
    gremium, (sitz,) = gremium_mit_sitzen(1)
    person = fabrik.person("Quell")
    frueher = fabrik.mitgliedschaft(gremium, sitz=sitz, person=person, bis=date(2020, 12, 31))
    jetzt = fabrik.mitgliedschaft(gremium, sitz=sitz, von=date(2021, 1, 1), bis=date(2026, 12, 31))
    wieder = fabrik.mitgliedschaft(gremium, sitz=sitz, person=person, von=date(2027, 1, 1))

    for tag, vorher, inhaber, kommend in (
        (date(2020, 12, 31), [], [frueher], [jetzt, wieder]),
        (TAG, [frueher], [jetzt], [wieder]),
        (date(2027, 1, 1), [jetzt, frueher], [wieder], []),
    ):
        (platz,) = besetzung(gremium, tag).sitze
        gefunden = (platz.vorher, platz.inhaber, platz.kommend)
        assert [[m.mitgliedschaft for m in teil] for teil in gefunden] == [vorher, inhaber, kommend]


@pytest.mark.django_db
def test_a_body_keeps_its_members_until_the_successor_is_seated():
    gremium, (sitz,) = gremium_mit_sitzen(1, amt_bis_nachfolge=True)
    fabrik.mitgliedschaft(gremium, sitz=sitz, bis=date(2026, 3, 31))
    assert saetze(gremium) == ["Der einzige Sitz ist besetzt, davon 1 geschäftsführend"]

    neue = fabrik.mitgliedschaft(gremium, sitz=sitz, von=TAG)
    (platz,) = besetzung(gremium, TAG).sitze
    assert [m.mitgliedschaft for m in platz.inhaber] == [neue]
    gremium.lebensstand = "beendet"
    neue.geloescht_am = timezone.now()
    neue.save()
    assert besetzung(gremium, TAG).mandate == []


@pytest.mark.django_db
def test_a_missing_kind_of_school_is_named():
    arten = [Organisationsart.objects.create(name=name) for name in SCHULTYPEN]
    gremium, sitze = gremium_mit_sitzen(3)
    sitze[0].kategorie.je_art.set(arten)
    schule = fabrik.organisation("Schule am Berg", art=arten[0])
    fabrik.mitgliedschaft(gremium, sitz=sitze[0], im_auftrag_von=schule)
    stelle_dort = fabrik.person()
    Zugehoerigkeit.objects.create(person=stelle_dort, organisation=fabrik.organisation(art=arten[2]))
    fabrik.mitgliedschaft(gremium, sitz=sitze[1], person=stelle_dort)
    assert saetze(gremium, regel=Regel.JE_ART) == ["stimmberechtigt: Gymnasium fehlt"]

    fabrik.mitgliedschaft(gremium, sitz=sitze[2], organisation=fabrik.organisation(art=arten[0]))
    assert saetze(gremium, regel=Regel.JE_ART) == [
        "stimmberechtigt: Gymnasium fehlt",
        "stimmberechtigt: Grundschule ist 2-mal vertreten",
    ]


@pytest.mark.django_db
def test_numbers_of_a_category_distinguish_none_from_not_said():
    gremium, sitze = gremium_mit_sitzen(1)
    kategorie = sitze[0].kategorie
    fabrik.mitgliedschaft(gremium, sitz=sitze[0])
    for mindestens, hoechstens, erwartet in (
        (None, None, []),
        (0, None, []),
        (None, 0, ["stimmberechtigt: 1 Sitze besetzt, höchstens 0 sind vorgesehen"]),
        (2, 2, ["stimmberechtigt: 1 von 2 Sitzen besetzt; 1 Sitz ist noch nicht angelegt"]),
        (3, None, ["stimmberechtigt: 1 von mindestens 3 Sitzen besetzt; 2 Sitze sind noch nicht angelegt"]),
    ):
        kategorie.soll_min, kategorie.soll_max = mindestens, hoechstens
        kategorie.save()
        assert saetze(gremium, regel=Regel.SOLL) == erwartet


@pytest.mark.django_db
def test_three_fifths_to_two_fifths_is_checked_where_a_body_asks_for_it():
    gremium, sitze = gremium_mit_sitzen(9)
    zweite = Sitzkategorie.objects.create(gremium=gremium, bezeichnung="freie Träger", position=1)
    for nummer in range(6):
        Sitz.objects.create(kategorie=zweite, nummer=nummer + 1)
    assert saetze(gremium, regel=Regel.VERHAELTNIS) == []

    for kategorie, anteil in ((sitze[0].kategorie, Anteil.DREI_FUENFTEL), (zweite, Anteil.ZWEI_FUENFTEL)):
        kategorie.anteil = anteil
        kategorie.save()
    assert saetze(gremium, regel=Regel.VERHAELTNIS) == [
        "Verhältnis 3/5 : 2/5 gewahrt (9 zu 6 Sitze), besetzt sind 0 zu 0"
    ]
    Sitz.objects.filter(kategorie=zweite, nummer=6).delete()
    assert "nicht gewahrt (9 zu 5 Sitze)" in saetze(gremium, regel=Regel.VERHAELTNIS)[0]


@pytest.mark.django_db
def test_an_institution_with_two_seats_is_named_where_it_may_have_one():
    gremium, sitze = gremium_mit_sitzen(2)
    traeger = fabrik.organisation("Träger")
    for sitz in sitze:
        fabrik.mitgliedschaft(gremium, sitz=sitz, im_auftrag_von=traeger)
    assert saetze(gremium, regel=Regel.EINRICHTUNG) == []
    gremium.ein_sitz_je_einrichtung = True
    assert saetze(gremium, regel=Regel.EINRICHTUNG) == [
        "Träger ist 2-mal vertreten; hier gilt: je Einrichtung nur ein Sitz"
    ]


@pytest.mark.django_db
def test_whoever_left_keeps_the_mandate_until_somebody_looked_at_it():
    gremium, (sitz,) = gremium_mit_sitzen(1)
    traeger, person = fabrik.organisation("Träger"), fabrik.person("Quell")
    arbeit = Zugehoerigkeit.objects.create(person=person, organisation=traeger, bis=date(2026, 10, 31))
    mandat = fabrik.mitgliedschaft(gremium, sitz=sitz, person=person, im_auftrag_von=traeger)
    erwartet = "Quell: Mandat prüfen: gehört seit 31.10.2026 nicht mehr zu Träger"
    assert saetze(gremium, regel=Regel.PRUEFEN) == [erwartet]
    assert saetze(gremium, date(2026, 10, 31), Regel.PRUEFEN) == []

    mandat.geprueft_am = date(2026, 11, 1)
    mandat.save()
    assert saetze(gremium, regel=Regel.PRUEFEN) == []
    mandat.geprueft_am, arbeit.bis = None, None
    mandat.save()
    arbeit.save()
    assert saetze(gremium, regel=Regel.PRUEFEN) == []


@pytest.mark.django_db
def test_the_number_of_queries_does_not_grow_with_seats_or_bodies():
    art = Organisationsart.objects.create(name="Prüfschule")

    def fuellen(anzahl):
        gremium, sitze = gremium_mit_sitzen(anzahl)
        sitze[0].kategorie.je_art.add(art)
        for sitz in sitze:
            person = fabrik.person()
            Zugehoerigkeit.objects.create(person=person, organisation=fabrik.organisation(art=art))
            mandat = fabrik.mitgliedschaft(gremium, sitz=sitz, person=person)
            Stellvertretung.objects.create(mitgliedschaft=mandat, person=fabrik.person())
            Stellvertretung.objects.create(kategorie=sitz.kategorie, person=fabrik.person())
        return gremium

    eines, drei = fuellen(1), [fuellen(3) for _ in range(3)]
    zahlen = []
    for gremien in ([eines], drei):
        with CaptureQueriesContext(connection) as abfragen:
            for stand in besetzungen(Gremium.objects.filter(pk__in=[g.pk for g in gremien]), TAG).values():
                befunde(stand)
                for mandat in stand.mandate:
                    assert "" not in {mandat.name, str(mandat.einrichtung), ersatz_fuer(stand, mandat).name}
        zahlen.append(len(abfragen))
    assert zahlen == [9, 9]


# --- Who steps in --------------------------------------------------------------------------------------


@pytest.fixture
def runde(db):
    """A body of two seats, both filled; the first is under test."""
    gremium, sitze = gremium_mit_sitzen(2)
    traeger = fabrik.organisation("Träger")
    mandat = fabrik.mitgliedschaft(gremium, sitz=sitze[0], im_auftrag_von=traeger)
    andere = fabrik.mitgliedschaft(gremium, sitz=sitze[1])

    def ersatz(art="", vergeben=(), tag=TAG):
        sitze[0].vertretungsart = art
        sitze[0].save()
        stand = besetzung(gremium, tag)
        kollegium = kollegium_von(traeger, tag)
        return ersatz_fuer(stand, stand.mandat(mandat.pk), vergeben=vergeben, kollegium=kollegium)

    return SimpleNamespace(sitz=sitze[0], mandat=mandat, andere=andere, traeger=traeger, ersatz=ersatz)


def test_the_first_personal_deputy_who_is_free_steps_in(runde):
    erste, zweite = fabrik.person("Erste"), fabrik.person("Zweite")
    for rang, person, bis in ((1, erste, date(2026, 12, 31)), (2, zweite, None)):
        Stellvertretung.objects.create(mitgliedschaft=runde.mandat, person=person, rang=rang, bis=bis)

    assert (runde.ersatz().person, runde.ersatz().satz) == (erste, "1. persönliche Stellvertretung")
    assert runde.ersatz(vergeben=[erste]).person == zweite
    assert runde.ersatz(tag=date(2027, 1, 1)).person == zweite
    assert runde.ersatz(vergeben=[erste, zweite]).satz.startswith("Alle benannten")
    assert not runde.ersatz(Vertretungsart.KEINE).gefunden


def test_whoever_has_a_seat_of_her_own_steps_in_for_nobody(runde):
    Stellvertretung.objects.create(mitgliedschaft=runde.mandat, person=runde.andere.person)
    assert not runde.ersatz().gefunden


def test_the_pool_is_asked_by_rank_and_by_organisation(runde):
    kategorie, fremd = runde.sitz.kategorie, fabrik.organisation()
    fremde, eigene, alle = (fabrik.person(name) for name in ("Fremde", "Eigene", "Alle"))
    for rang, person, fuer in ((1, fremde, fremd), (2, eigene, runde.traeger), (3, alle, None)):
        Stellvertretung.objects.create(kategorie=kategorie, person=person, rang=rang, fuer_organisation=fuer)

    for art in (Vertretungsart.POOL, ""):
        assert runde.ersatz(art).person == eigene
    assert runde.ersatz(Vertretungsart.POOL, [eigene]).person == alle
    assert runde.ersatz(Vertretungsart.PERSOENLICH).satz == "Eine Stellvertretung ist nicht benannt."


def test_an_organisation_that_chooses_freely_is_offered_its_people(runde):
    kollegin, weg = fabrik.person("Kollegin"), fabrik.person("Weg")
    Zugehoerigkeit.objects.create(person=kollegin, organisation=runde.traeger)
    Zugehoerigkeit.objects.create(person=weg, organisation=runde.traeger, bis=date(2026, 11, 24))
    ersatz = runde.ersatz(Vertretungsart.FREI)
    assert (ersatz.gefunden, ersatz.zur_wahl) == (False, (kollegin,))


# --- What is due ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "stufe"),
    [
        (date(2026, 8, 27), None),
        (date(2026, 8, 28), 6),
        (date(2026, 11, 27), 6),
        (date(2026, 11, 28), 3),
        (date(2027, 1, 28), 1),
        (date(2027, 2, 28), 1),
        (date(2027, 3, 1), None),
    ],
)
def test_a_warning_is_due_from_its_day_until_the_next(tag, stufe):
    assert faellige_stufe(Gremium(), date(2027, 2, 28), tag) == stufe


@pytest.mark.django_db
def test_a_mandate_with_a_successor_warns_no_more():
    gremium, sitze = gremium_mit_sitzen(2, erinnerung_monate="2")
    fabrik.mitgliedschaft(gremium, sitz=sitze[0], bis=date(2027, 1, 25))
    fabrik.mitgliedschaft(gremium, sitz=sitze[0], von=date(2027, 1, 26))
    warnt = fabrik.mitgliedschaft(gremium, sitz=sitze[1], bis=date(2027, 1, 25))
    assert [(f.mandat.mitgliedschaft, f.monate) for f in fristen(besetzung(gremium, TAG))] == [(warnt, 2)]
    assert fristen(besetzung(gremium, date(2026, 11, 24))) == []


def test_the_deadline_for_proposals_is_told_within_the_first_warning():
    gremium = Gremium(vorschlagsfrist=date(2027, 5, 25))
    assert vorschlagsfrist_laeuft(gremium, TAG)
    assert not vorschlagsfrist_laeuft(gremium, date(2026, 11, 24))
    assert not vorschlagsfrist_laeuft(gremium, date(2027, 5, 26))

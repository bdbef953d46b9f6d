"""When reports fall due: the calendar's own rules, tried on days nobody thought of."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gremien.enums import Pflichtregel, Pflichtstand
from gremien.faelligkeiten import VORLAUF, Vorgabe, plus, quartal, stand, termine

TAGE = st.dates(date(1900, 1, 1), date(2200, 12, 31))
FRISTEN = st.integers(0, 1500)
REGELN = st.sampled_from([Pflichtregel.QUARTAL, Pflichtregel.JAHR])
HEUTE = date(2026, 11, 25)


def ist_ende(tag, regel):
    """Say whether a quarter or year ends with the day, by its neighbours."""
    morgen = tag + timedelta(days=1)
    return morgen.day == 1 and morgen.month in ((1,) if regel == Pflichtregel.JAHR else (1, 4, 7, 10))


@given(tag=TAGE, frist=FRISTEN, regel=REGELN, davor=st.integers(0, 400), danach=st.integers(0, 400))
def test_a_day_is_counted_from_exactly_if_a_period_ends_with_it(tag, frist, regel, davor, danach):
    faellig = plus(tag, frist)
    gefunden = termine(
        Vorgabe(regel, frist), faellig - timedelta(days=davor), faellig + timedelta(days=danach)
    )

    assert (tag in [termin.bezugstag for termin in gefunden]) == ist_ende(tag, regel)
    assert gefunden == sorted(set(gefunden))
    assert all(termin.faellig_am - termin.bezugstag == timedelta(days=frist) for termin in gefunden)
    if regel == Pflichtregel.QUARTAL:
        assert all(f"{quartal(t.bezugstag)}. Quartal {t.bezugstag.year}" == t.zeitraum for t in gefunden)


@given(von=TAGE, mitte=st.integers(0, 2000), weite=st.integers(0, 2000), frist=FRISTEN, regel=REGELN)
def test_two_spans_side_by_side_hold_what_one_long_span_holds(von, mitte, weite, frist, regel):
    vorgabe = Vorgabe(regel, frist, beginn=von - timedelta(days=500))
    grenze, bis = von + timedelta(days=mitte), von + timedelta(days=mitte + weite + 1)
    ganz = termine(vorgabe, von, bis)

    assert termine(vorgabe, von, grenze) + termine(vorgabe, grenze + timedelta(days=1), bis) == ganz


@given(beginn=TAGE, dauer=st.integers(0, 3000), regel=REGELN, frist=FRISTEN)
def test_nothing_is_owed_of_periods_outside_the_duty(beginn, dauer, regel, frist):
    ende = beginn + timedelta(days=dauer)
    gefunden = termine(Vorgabe(regel, frist, beginn, ende), date(1890, 1, 1), date(2250, 1, 1))

    assert all(beginn <= termin.bezugstag <= ende for termin in gefunden)
    erwartet = dauer // 92 if regel == Pflichtregel.QUARTAL else dauer // 366
    assert len(gefunden) >= erwartet


@given(tag=st.dates(), frist=st.integers(0, 32767), regel=st.sampled_from(Pflichtregel))
def test_no_day_and_no_rule_breaks_it(tag, frist, regel):
    vorgabe = Vorgabe(regel, frist, tag, tag, ((tag, "Beginn"),))

    assert len(termine(vorgabe, date.min, date.max)) <= 1


def test_days_that_the_rule_brings_along_are_owed_once_each():
    tage = ((date(2026, 4, 1), "Beginn"), (date(2028, 9, 30), "Mitte"))
    vorgabe = Vorgabe(Pflichtregel.BEGINN_UND_MITTE, 14, date(2026, 4, 1), tage=tage)

    assert [(t.faellig_am, t.zeitraum) for t in termine(vorgabe, date(2026, 1, 1), date(2031, 1, 1))] == [
        (date(2026, 4, 15), "Beginn"),
        (date(2028, 10, 14), "Mitte"),
    ]
    # An event lies where it lies, whenever somebody wrote the duty down.
    ereignis = Vorgabe(Pflichtregel.NACH_EREIGNIS, 7, date(2026, 6, 1), tage=((date(2026, 2, 1), "E"),))
    assert [t.faellig_am for t in termine(ereignis, date(2026, 1, 1), date(2026, 12, 31))] == [
        date(2026, 2, 8)
    ]


@pytest.mark.parametrize(
    ("abstand", "erfuellt", "ausgesetzt", "erwartet"),
    [
        (timedelta(days=-1), False, False, Pflichtstand.UEBERFAELLIG),
        (timedelta(0), False, False, Pflichtstand.FAELLIG),
        (VORLAUF, False, False, Pflichtstand.FAELLIG),
        (VORLAUF + timedelta(days=1), False, False, Pflichtstand.SPAETER),
        (timedelta(days=-1), False, True, Pflichtstand.AUSGESETZT),
        (timedelta(days=-1), True, True, Pflichtstand.ERFUELLT),
    ],
)
def test_how_a_report_stands_follows_from_the_day(abstand, erfuellt, ausgesetzt, erwartet):
    assert stand(HEUTE + abstand, HEUTE, erfuellt=erfuellt, ausgesetzt=ausgesetzt) == erwartet

"""Public holidays of the Länder."""

from datetime import date

import pytest

from netzwerk.lib.feiertage import Land, feiertage, ist_werktag, ostern

BUNDESWEIT = 9


@pytest.mark.parametrize(
    ("jahr", "tag"),
    [
        (1961, (4, 2)),
        (2008, (3, 23)),
        (2024, (3, 31)),
        (2025, (4, 20)),
        (2026, (4, 5)),
        (2038, (4, 25)),
        (2049, (4, 18)),
    ],
)
def test_easter(jahr, tag):
    assert ostern(jahr) == date(jahr, *tag)


def test_each_land_has_those_of_all_and_its_own():
    namen = {land: set(feiertage(2026, land).values()) for land in Land}
    assert len(set.intersection(*namen.values())) == BUNDESWEIT
    assert {land: len(namen[land]) for land in ("HE", "NW", "TH", "BY", "BE", "SN")} == {
        "HE": 10, "NW": 11, "TH": 11, "BY": 12, "BE": 10, "SN": 11,
    }  # fmt: skip
    assert feiertage(2026, Land.HE)[date(2026, 6, 4)] == "Fronleichnam"
    assert feiertage(2026, Land.SN)[date(2026, 11, 18)] == "Buß- und Bettag"


def test_a_day_may_be_free_in_one_land_only():
    allerheiligen, samstag = date(2027, 11, 1), date(2026, 11, 28)
    assert [ist_werktag(allerheiligen, land) for land in (Land.NW, Land.HE)] == [False, True]
    assert not ist_werktag(samstag, Land.HE)

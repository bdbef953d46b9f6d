import random
import string

import pytest

from netzwerk.lib.tippfehler import LAENGE_AB, LANG_AB, abstand, ausschnitt, erlaubt, gemeint


@pytest.mark.parametrize(
    ("eines", "anderes", "weit"),
    [
        ("jugend", "jugend", 0),
        ("jugnd", "jugend", 1),
        ("jugennd", "jugend", 1),
        ("jugand", "jugend", 1),
        ("jugedn", "jugend", 1),
        ("jgugend", "jugend", 1),
        ("jgnd", "jugend", 2),
        ("kind", "jugend", 3),
        ("", "ab", 2),
    ],
)
def test_a_swap_is_one_slip(eines, anderes, weit):
    assert abstand(eines, anderes, 2) == weit
    assert abstand(anderes, eines, 2) == weit


def test_one_slip_in_any_place_leaves_an_end_where_it_is_looked_for():
    zufall = random.Random(1)  # noqa: S311 - the same words in each run
    for _ in range(3000):
        wort = "".join(zufall.choices(string.ascii_lowercase, k=zufall.randint(LAENGE_AB, LANG_AB + 6)))
        stelle = zufall.randrange(len(wort) - 1)
        neu = zufall.choice(string.ascii_lowercase)
        falsch = zufall.choice(
            [
                wort[:stelle] + wort[stelle + 1 :],
                wort[:stelle] + neu + wort[stelle:],
                wort[:stelle] + neu + wort[stelle + 1 :],
                wort[:stelle] + wort[stelle + 1] + wort[stelle] + wort[stelle + 2 :],
            ]
        )
        if not erlaubt(falsch):
            continue
        stueck = ausschnitt(falsch)
        assert wort.startswith(stueck.anfang) or wort.endswith(stueck.ende), (wort, falsch)
        assert stueck.kuerzestens <= len(wort) <= stueck.laengstens


def test_the_nearest_is_meant_then_the_most_frequent():
    woerter = [("haus", 9), ("maus", 20), ("hause", 50), ("laus", 20), ("krautsalat", 99)]

    assert gemeint("hauss", woerter, 3) == ["hause", "haus"]
    assert gemeint("aus", woerter, 3) == []
    assert gemeint("2007", [("2008", 5)], 3) == []
    assert gemeint("raus", woerter, 3) == ["laus", "maus", "haus"]

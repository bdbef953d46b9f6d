"""Where points of a network stand: the same each time, nearly the same after an edit, rooms apart."""

import math

import pytest

from netzwerk.lib.netzfelder import felder, reihen
from netzwerk.lib.netzlage import Platz, lage
from netzwerk.lib.netznamen import ZEICHEN_JE_ZEILE, textbreite, zeilen

PLATZ = Platz(seite=60, oben=12, unten=40)
PLAETZE = {f"punkt-{nummer}": PLATZ for nummer in range(30)}
KANTEN = {(f"punkt-{n}", f"punkt-{(n * 7 + 3) % 30}") for n in range(30) if n != (n * 7 + 3) % 30}
BREITE = 700.0


def treffen_sich(orte, plaetze):
    """Return the pairs of points whose rooms share something."""
    return [
        (a, b)
        for a in orte
        for b in orte
        if a < b
        and abs(orte[a][0] - orte[b][0]) < plaetze[a].seite + plaetze[b].seite - 1
        and orte[a][1] - plaetze[a].oben < orte[b][1] + plaetze[b].unten - 1
        and orte[b][1] - plaetze[b].oben < orte[a][1] + plaetze[a].unten - 1
    ]


def test_the_same_input_in_any_order_gives_the_same_places():
    umgekehrt = dict(reversed(PLAETZE.items()))

    assert lage(PLAETZE, KANTEN, BREITE) == lage(umgekehrt, set(KANTEN), BREITE)


@pytest.mark.parametrize("zahl", [1, 2, 30, 150])
def test_all_rooms_are_within_the_paper_and_none_meets_another(zahl):
    plaetze = {
        f"punkt-{n}": Platz(seite=20 + n * 7 % 90, oben=12, unten=20 + n % 3 * 17) for n in range(zahl)
    }
    kanten = {(f"punkt-{n}", f"punkt-{n // 2}") for n in range(1, zahl)}
    orte, hoehe = lage(plaetze, kanten, BREITE)

    assert len(orte) == zahl
    assert treffen_sich(orte, plaetze) == []
    for name, (x, y) in orte.items():
        assert plaetze[name].seite <= x <= BREITE - plaetze[name].seite
        assert plaetze[name].oben - 1 <= y <= hoehe - plaetze[name].unten + 1


def test_points_that_belong_together_stand_nearer_than_others():
    ketten = {(f"punkt-{n}", f"punkt-{n + 1}") for n in range(29) if n != 14}
    orte, _ = lage(PLAETZE, ketten, BREITE)
    nah = [math.dist(orte[a], orte[b]) for a, b in ketten]
    alle = [math.dist(orte[a], orte[b]) for a in orte for b in orte if a < b]

    assert sum(nah) / len(nah) < 0.7 * sum(alle) / len(alle)


def test_one_more_line_leaves_most_points_where_a_reader_looks_for_them():
    # A room is 120 wide: half of the points move less than a quarter of it as a rule, never half of it.
    vorher, _ = lage(PLAETZE, KANTEN, BREITE)
    mittlere = []
    neue = {(f"punkt-{n}", f"punkt-{(n * 11 + 5) % 30}") for n in range(0, 30, 2)} - KANTEN
    for neu in sorted(neue):
        nachher, _ = lage(PLAETZE, KANTEN | {neu}, BREITE)
        assert nachher != vorher
        mittlere.append(sorted(math.dist(vorher[name], nachher[name]) for name in PLAETZE)[15])

    assert len(mittlere) > 10
    assert sorted(mittlere)[len(mittlere) // 2] < 30
    assert max(mittlere) < 60


def test_an_empty_network_has_no_height():
    assert lage({}, set(), BREITE) == ({}, 0.0)


def test_fields_lie_two_in_a_row_the_large_ones_alone_and_never_over_each_other():
    groessen = {"Ort A": 20, "Ort B": 9, "Ort C": 25, "Ort D": 8, "Ort E": 90, "Rest": 3}
    gelegt = reihen(groessen)
    gefunden, hoehe = felder(gelegt, {name: 10.0 * zahl for name, zahl in groessen.items()}, 1000)

    assert gelegt == [["Ort E"], ["Ort A", "Ort C"], ["Ort B", "Ort D"], ["Rest"]]
    flaechen = list(gefunden.values())
    assert not any(
        a.x < b.x + b.breite and b.x < a.x + a.breite and a.y < b.y + b.hoehe and b.y < a.y + a.hoehe
        for nummer, a in enumerate(flaechen)
        for b in flaechen[:nummer]
    )
    assert max(feld.y + feld.hoehe for feld in flaechen) == hoehe


def test_one_point_more_leaves_the_order_of_the_fields():
    assert reihen({"Herne": 22, "Jena": 8, "Marburg": 18}) == reihen({"Herne": 22, "Jena": 9, "Marburg": 23})


@pytest.mark.parametrize(
    ("name", "erwartet"),
    [
        ("Stadt Herne", ["Stadt Herne"]),
        ("Stadtbezirkskonferenzen Herne", ["Stadtbezirkskonferenzen", "Herne"]),
        (
            "Fachausschuss Erziehungs- und Eingliederungshilfe",
            ["Fachausschuss", "Erziehungs- und", "Eingliederungshilfe"],
        ),
        ("Kinder-und-Jugendhilfe-Verein", ["Kinder-und-", "Jugendhilfe-Verein"]),
        ("eins " * 30, ["eins eins eins eins", "eins eins eins eins", "eins eins eins eins…"]),
        ("x" * 40, ["x" * 26 + "-", "x" * 14]),
        ("", []),
    ],
)
def test_names_break_into_lines_where_words_end(name, erwartet):
    assert zeilen(name) == erwartet


def test_wide_letters_need_more_room_than_narrow_ones():
    assert textbreite("m" * ZEICHEN_JE_ZEILE) > 2 * textbreite("i" * ZEICHEN_JE_ZEILE)

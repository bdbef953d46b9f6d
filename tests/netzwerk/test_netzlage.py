"""Where points of a network stand: the same each time, nearly the same after an edit, names apart."""

import math

import pytest

from netzwerk.lib.netzlage import BREITE, HOEHE, WICHTIGE, ZEICHENBREITE, ZEILENHOEHE, lage, schriften

GRUPPEN = {f"punkt-{nummer}": f"ort-{nummer % 4}" for nummer in range(60)}
KANTEN = {(f"punkt-{n}", f"punkt-{(n * 7 + 3) % 60}") for n in range(60) if n != (n * 7 + 3) % 60}


def test_the_same_input_in_any_order_gives_the_same_places():
    umgekehrt = dict(reversed(GRUPPEN.items()))

    assert lage(GRUPPEN, KANTEN) == lage(umgekehrt, KANTEN)


def test_all_points_are_within_the_picture_and_none_on_another():
    orte = list(lage(GRUPPEN, KANTEN).values())

    assert all(0 < x < BREITE and 0 < y < HOEHE for x, y in orte)
    assert min(math.dist(a, b) for i, a in enumerate(orte) for b in orte[:i]) > 18


@pytest.mark.parametrize("neu", [("punkt-0", "punkt-31"), ("punkt-5", "punkt-6"), ("punkt-20", "punkt-59")])
def test_one_more_line_moves_half_of_the_points_less_than_their_own_width(neu):
    # A point is 12 to 30 wide: a reader finds it where it was.
    vorher, nachher = lage(GRUPPEN, KANTEN), lage(GRUPPEN, KANTEN | {neu})
    wege = sorted(math.dist(vorher[name], nachher[name]) for name in GRUPPEN)

    assert neu not in KANTEN
    assert vorher != nachher
    assert wege[len(wege) // 2] < 12


def test_an_empty_network_and_a_single_point_have_places():
    assert lage({}, set()) == {}
    assert len(lage({"allein": ""}, set())) == 1


def test_names_meet_neither_each_other_nor_a_point():
    orte = lage(GRUPPEN, KANTEN)
    texte = dict.fromkeys(GRUPPEN, "Arbeitskreis Jugend")
    gesetzt = schriften(orte, texte, sorted(GRUPPEN))
    breit = len("Arbeitskreis Jugend") * ZEICHENBREITE
    links = {"start": 0, "middle": breit / 2, "end": breit}
    kaesten = [(s.x - links[s.lage], s.y) for s in gesetzt.values()]

    assert len(kaesten) > 20
    assert not any(
        abs(ax - bx) < breit and abs(ay - by) < ZEILENHOEHE
        for i, (ax, ay) in enumerate(kaesten)
        for bx, by in kaesten[:i]
    )
    assert "punkt-0" in gesetzt, "the most important point has its name"


def test_the_most_important_point_has_its_name_even_in_a_crowd():
    orte = {f"punkt-{n}": (400.0 + n % 9 * 20, 300.0 + n // 9 * 20) for n in range(81)}
    texte = dict.fromkeys(orte, "Arbeitskreis Jugend")

    assert "punkt-40" in schriften(orte, texte, ["punkt-40", *orte])
    assert "punkt-41" not in schriften(orte, texte, [*[*orte][:WICHTIGE], "punkt-41"])

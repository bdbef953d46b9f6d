"""What the take-over assistant reads, rule by rule; the texts are invented."""

import io
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from gremien.uebernahme.arten import art_bestimmen, artwort
from gremien.uebernahme.ebenen import ebenen_bestimmen
from gremien.uebernahme.leitung import leitungen_in
from gremien.uebernahme.lesen import VORSCHLAEGE_HOECHSTENS, datei_lesen, text_lesen
from gremien.uebernahme.merkmale import email_in, rhythmus_in, rolle_in, seit_in, webadresse_in
from gremien.uebernahme.namen import namen_bestimmen
from gremien.uebernahme.vorschlag import Lesefehler
from gremien.uebernahme.zeichen import geordnet, saetze
from tests.bench.uebernahme import messen
from tests.bench.uebernahme_seiten import SEITEN


@pytest.mark.parametrize("seite", SEITEN, ids=lambda seite: seite.stil)
def test_a_page_of_each_style_gives_its_entries(seite):
    masse = messen(text_lesen(seite.text), seite.erwartet)

    assert {ding: (richtig, soll) for ding, (richtig, _, soll) in masse.items()} == {
        ding: (soll, soll) for ding, (_, _, soll) in masse.items()
    }
    assert masse["Namen"][1] == len(seite.erwartet), "nothing that is no entry"


@pytest.mark.parametrize(
    ("name", "text", "art", "sicher"),
    [
        ("Runder Tisch Wohnen", "", "Runder Tisch", True),
        ("Fachausschuss Pflege", "", "Fachausschuss", True),
        ("Jugendhilfeausschuss", "", "Ausschuss", True),
        ("LAG Mädchenarbeit", "", "Landesarbeitsgemeinschaft", True),
        ("AG 78 Hilfen", "", "AG nach § 78 SGB VIII", True),
        ("AG nach § 78 SGB VIII Hilfen", "", "AG nach § 78 SGB VIII", True),
        ("AG Sport", "Die Arbeitsgemeinschaft plant.", "Arbeitsgemeinschaft", True),
        ("AG Sport", "Die Arbeitsgruppe plant.", "Arbeitsgruppe", True),
        ("AG Sport", "Wir planen Feste.", "Arbeitsgruppe", False),
        ("Präventionskreis", "", "Sonstiges Gremium", False),
        ("Haus der Vielfalt", "Ein Bündnis für alle.", "Bündnis", False),
        ("Haus der Vielfalt", "Wir planen Feste.", "", False),
    ],
)
def test_the_kind_is_said_by_the_words_of_the_field_and_doubt_is_marked(name, text, art, sicher):
    vermutung = art_bestimmen(name, text)

    assert (vermutung.wert, vermutung.sicher) == (art, sicher)
    assert vermutung.grund


@pytest.mark.parametrize(
    "titel",
    [
        "Fest des Stadtteilbündnisses",
        "Bündnispartner Regenbogen",
        "Landkreis Lindenau",
        "Ausflug mit dem Arbeitskreis",
        "Monat",
    ],
)
def test_a_word_of_the_field_that_is_not_the_head_names_no_body(titel):
    assert artwort(titel) is None


@pytest.mark.parametrize(
    ("titel", "text", "ebenen"),
    [
        ("Landesarbeitsgemeinschaft Tanz", "Sie arbeitet überregional.", ["land", "ueberregional"]),
        ("Runde", "Hier treffen sich Stadt und Landkreis.", ["region"]),
        ("Runde", "Das Bundesamt kommt dazu.", []),
        ("Arbeitskreis Tanz", "Ein Kreis von Menschen.", []),
        ("Stadtteilkonferenz", "Sie findet statt.", ["stadtteil"]),
    ],
)
def test_levels_follow_words_and_the_title_weighs_most(titel, text, ebenen):
    assert [str(e.wert) for e in ebenen_bestimmen(titel, text)] == ebenen


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Unter der Leitung des Jugendamtes wird geplant.", [("leitung", "Jugendamt", "organisation")]),
        ("Vorsitz: Frau Dr. Muster", [("vorsitz", "Frau Dr. Muster", "person")]),
        (
            "Das Netz in Trägerschaft der Brücke gGmbH hilft.",
            [("traegerschaft", "Brücke gGmbH", "organisation")],
        ),
        (
            "Die Leitung hat der Fachdienst Kultur gemeinsam mit dem Stadtteilbüro.",
            [("leitung", "Fachdienst Kultur", "organisation"), ("leitung", "Stadtteilbüro", "organisation")],
        ),
        ("Er tagt unter Leitung der Sozialplanerin.", [("leitung", "Sozialplanerin", "stelle")]),
        ("Die Verwaltung lädt alle ein.", [("einladung", "Verwaltung", "organisation")]),
        ("Alle nehmen an der Leitung teil.", []),
    ],
)
def test_leaders_are_named_in_their_basic_form_and_told_apart(text, erwartet):
    assert [(n.art.value, n.name, n.was.value) for _, n in leitungen_in(text)] == erwartet


@pytest.mark.parametrize(
    ("titel", "text", "name", "kurz", "lang"),
    [
        (
            "LAG (Landesarbeitsgemeinschaft Tanz) Nordtal",
            "",
            "LAG Tanz Nordtal",
            "LAG",
            "Landesarbeitsgemeinschaft Tanz Nordtal",
        ),
        ("Netzwerk Inklusive Bildung (NIB)", "", "Netzwerk Inklusive Bildung", "NIB", ""),
        ("AK RAD", "Der Arbeitskreis Raum für Dialog hilft.", "AK RAD", "", "Arbeitskreis Raum für Dialog"),
        (
            "Bündnis für Teilhabe",
            "Das Bündnis für eine Teilhabe in Nordtal ist jung.",
            "Bündnis für Teilhabe",
            "",
            "Bündnis für eine Teilhabe in Nordtal",
        ),
        ("RUNDER TISCH FÜR ALLE", "", "Runder Tisch für Alle", "", ""),
    ],
)
def test_names_are_split_and_expanded(titel, text, name, kurz, lang):
    namen = namen_bestimmen(titel, text)

    assert (namen.name.wert, namen.kurzname.wert, namen.langname.wert) == (name, kurz, lang)


def test_small_facts_keep_the_words_of_the_text():
    assert rhythmus_in("Er tagt maximal 2x im Jahr.").wert == "maximal 2x im Jahr"
    assert seit_in("Der Kreis besteht seit 2011.").wert == "2011"
    assert rolle_in("Wir sitzen als beratendes Mitglied dabei.").wert == "beratendes Mitglied"
    assert email_in("Schreiben Sie an runde@example.org.") == "runde@example.org"
    assert webadresse_in("Mehr (www.example.org/runde).") == "https://www.example.org/runde"


def test_strange_spaces_and_parted_words_are_put_in_order():
    assert geordnet("AG\u00a078\u200b Hil-\nfen\r\nKinder-\nund") == "AG 78 Hilfen\nKinder-\nund"
    assert geordnet("Bu\u0308ndnis") == "Bündnis"
    assert saetze("Er hilft z. B. am 3. Mai. Sie auch!") == ["Er hilft z. B. am 3. Mai.", "Sie auch!"]


def test_the_text_is_split_into_its_first_sentence_and_the_rest():
    vorschlag = text_lesen("Arbeitskreis Tanz\nEr plant Feste. Alle helfen mit.").vorschlaege[0]

    assert (vorschlag.kurztext, vorschlag.text) == ("Er plant Feste.", "Alle helfen mit.")


def test_sub_bodies_end_where_another_kind_begins_or_the_number_is_reached():
    text = (
        "Bauausschuss\nWichtig. Folgende zwei Arbeitsgruppen arbeiten zu:\n\n"
        "AG A\nText.\n\nAG B\nText.\n\nAG C\nText."
    )
    assert [v.oben for v in text_lesen(text).vorschlaege] == [None, 0, 0, None]


def test_a_body_hidden_in_a_text_is_mentioned_and_keeps_its_leader():
    text = "Arbeitskreis Tanz\nDas Netzwerk „Bewegte Stadt“ unter Trägerschaft der Brücke gGmbH hilft uns."
    vorschlag = text_lesen(text).vorschlaege[0]

    assert [e.wert for e in vorschlag.erwaehnt] == ["Netzwerk Bewegte Stadt"]
    assert vorschlag.leitung == []


# --- Files ----------------------------------------------------------------------------------------

ZEILEN = "Gremium;Typ;Ebene\nGroßer Tisch;Runder Tisch;Stadt/Gemeinde\nKöche;Arbeitskreis;Land\n"


@pytest.mark.parametrize("kodierung", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
@pytest.mark.parametrize("trenner", [";", ",", "\t"])
def test_a_table_is_read_in_every_usual_encoding_and_separator(kodierung, trenner):
    inhalt = ZEILEN.replace(";", trenner).encode(kodierung)

    vorschlaege = datei_lesen("liste.csv", inhalt).vorschlaege

    assert [(v.name.wert, v.art.wert, str(v.ebenen[0].wert)) for v in vorschlaege] == [
        ("Großer Tisch", "Runder Tisch", "stadt"),
        ("Köche", "Arbeitskreis", "land"),
    ]


def arbeitsmappe(zeilen):
    mappe = Workbook()
    for zeile in zeilen:
        mappe.active.append(zeile)
    ziel = io.BytesIO()
    mappe.save(ziel)
    return ziel.getvalue()


def test_a_workbook_is_read_and_columns_are_known_by_their_content():
    inhalt = arbeitsmappe([[1, None, "Forum Tanz"], [], [2, None, "Runder Tisch Musik"]])
    ergebnis = datei_lesen("x.xlsx", inhalt)

    assert [v.name.wert for v in ergebnis.vorschlaege] == ["Forum Tanz", "Runder Tisch Musik"]
    assert ergebnis.hinweise == ["Die Spalte 3 wurde nach ihrem Inhalt als Name gelesen."]


@pytest.mark.parametrize(
    ("inhalt", "meldung"),
    [
        (b"", "leer"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04kaputt", "beschädigt"),
        (b"\x89PNG\r\n", "Bild"),
        (b"abc\x00\x01\x02def", "keine Textdatei"),
        (b"x" * (2 * 1024 * 1024 + 1), "größer als 2 MB"),
        (arbeitsmappe([[]]), "leer"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(inhalt, meldung):
    with pytest.raises(Lesefehler, match=meldung):
        datei_lesen("datei.xlsx", inhalt)


def test_more_than_the_limit_is_said_and_cut():
    text = "".join(f"- Arbeitskreis Nummer {i}\n" for i in range(VORSCHLAEGE_HOECHSTENS + 5))
    ergebnis = text_lesen(text)

    assert len(ergebnis.vorschlaege) == VORSCHLAEGE_HOECHSTENS
    assert "305" in ergebnis.hinweise[0]


# --- Anything -------------------------------------------------------------------------------------

ZEICHEN = [
    "(",
    ")",
    "„",
    "“",
    "<p>",
    "<b>",
    "</li>",
    "<table>",
    ";",
    "\t",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "## ",
    "===",
]
WORTE = [
    "Arbeitskreis",
    "AG",
    "§ 78",
    "Folgende drei Ausschüsse:",
    "unter der Leitung des",
    "Vorsitz:",
    "Runden Tisch",
]
STUECKE = st.sampled_from([*ZEICHEN, *WORTE, "Der", "ist", ".", "\u00a0", "\x00", "\u202e"])


@settings(max_examples=250, deadline=None)
@given(st.lists(STUECKE | st.text(max_size=20), max_size=40).map("".join))
def test_no_text_is_too_strange_to_read(text):
    for vorschlag in text_lesen(text).vorschlaege:
        assert vorschlag.oben is None or vorschlag.oben >= 0
        assert len(vorschlag.kurztext) <= 400


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_end_in_anything_but_a_clear_refusal(inhalt):
    for name in ("x.csv", "x.html", "x.xlsx"):
        try:
            ergebnis = datei_lesen(name, inhalt)
        except Lesefehler:
            continue
        assert ergebnis.vorschlaege or ergebnis.hinweise


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Tanz", "Musik", "Sport", "Pflege", "Wohnen", "Bildung", "Umwelt", "Kultur"]),
        unique=True,
        min_size=2,
    ),
    st.sampled_from(["\n", "\n\n"]),
    st.sampled_from(["{}\n\n", "{}:\n\n", "## {}\n\n", "{}\n"]),
)
def test_the_order_of_the_page_is_kept_whatever_its_habits(themen, abstand, muster):
    text = "".join(
        muster.format(f"Arbeitskreis {t}") + f"Hier wird über vieles gesprochen, auch über {t}.\n{abstand}"
        for t in themen
    )
    namen = [v.name.wert for v in text_lesen(text).vorschlaege]

    assert namen == [f"Arbeitskreis {t}" for t in themen]
    assert all(text.index(a) < text.index(b) for a, b in pairwise(namen))


def test_hostile_text_is_read_in_bearable_time():
    for stueck in (
        "Der Arbeitskreis A und ",
        "„",
        "(",
        "A. ",
        "unter der Leitung des ",
        "<div>",
        "a@a.",
        "Arbeits-\n",
        "- ",
        "1 ",
    ):
        ergebnis = text_lesen(stueck * (40_000 // len(stueck)))
        assert len(ergebnis.vorschlaege) <= VORSCHLAEGE_HOECHSTENS

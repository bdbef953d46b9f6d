import pytest

from netzwerk.lib.suchworte import auszug, markiert, staemme, suchwoerter


@pytest.mark.parametrize(
    ("eines", "anderes"),
    [
        ("Kinder", "Kind"),
        ("Ausschüsse", "Ausschuss"),
        ("Buendnis", "Bündnis"),
        ("Bundnis", "Bündnis"),
        ("Mueller", "Müller"),
        ("Strasse", "Straße"),
        ("Gremien", "Gremium"),
        ("Themen", "Thema"),
        ("Expert*innen", "Expertinnen"),
        ("Teilnehmer:innen", "Teilnehmerinnen"),
        ("BU\u0308NDNIS", "bündnis"),
    ],
)
def test_what_means_the_same_has_one_stem(eines, anderes):
    assert staemme(eines) == staemme(anderes) != []


@pytest.mark.parametrize("frage", ['"(', "NEAR(", "%_\\", "* -", "🙂", "", "\u200b"])
def test_signs_are_no_syntax(frage):
    assert suchwoerter(frage) in ([], ["near"], ["_"])


def test_a_long_question_is_cut():
    assert len(suchwoerter(" ".join(f"wort{nummer}" for nummer in range(500)))) == 10


def test_marks_are_set_on_escaped_text():
    assert (
        markiert("<b>Kinder</b> & Eltern", ["kind"]) == "&lt;b&gt;<mark>Kinder</mark>&lt;/b&gt; &amp; Eltern"
    )


def test_an_excerpt_begins_near_the_first_word_found():
    text = "Vorher. " * 100 + "Der Jugendhilfeausschuss tagt. " + "Nachher. " * 100

    assert "<mark>Jugendhilfeausschuss</mark> tagt" in auszug(text, ["hilfeausschuss"])
    assert auszug(text, ["hilfeausschuss"]).startswith("… ")
    assert auszug("Kurz.", ["fehlt"]) == "Kurz."


def test_an_underscore_parts_words_and_endless_words_are_cut():
    from netzwerk.lib.suchworte import LAENGE_HOECHSTENS, staemme

    assert staemme("ordner_haus") == ["ordn", "haus"]
    assert [len(stamm) for stamm in staemme("x" * 5000)] == [LAENGE_HOECHSTENS]

"""The take-over assistant's screens: paste, correct, take over, undo; bad input is answered in words."""

import io
import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from gremien.models import Gremienart, Gremium, Netzwerkseite, Uebernahme
from netzwerk.enums import Rolle, Veroeffentlichung
from netzwerk.models import Konto
from tests import fabrik

pytestmark = pytest.mark.django_db

WEG = "/intern/uebernahme/"
SEITE = """
<h1>Unser Netzwerk</h1>
<h2>Arbeitskreis Tanz</h2>
<p>Der Arbeitskreis Tanz bringt alle Tanzgruppen der Stadt zusammen. Er trifft sich viermal im Jahr.</p>
<h2>Runder Tisch Wohnen</h2>
<p>Am Runden Tisch Wohnen beraten freie Träger über bezahlbare Wohnungen im Stadtteil.</p>
<h2>Netzwerk Frühe Wege</h2>
<p>Das Netzwerk Frühe Wege verbindet Kitas und Beratungsstellen im Landkreis.</p>
"""


@pytest.fixture
def redaktion(client):
    for name in ("Arbeitskreis", "Runder Tisch", "Netzwerk"):
        Gremienart.objects.get_or_create(name=name)
    konto = Konto.objects.create_user("redaktion@example.org", "x")
    konto.groups.add(Group.objects.get(name=Rolle.REDAKTION))
    client.force_login(konto, backend="django.contrib.auth.backends.ModelBackend")
    return client


def felder(html):
    """Return what a browser would send of the proposals on a page."""
    daten = {}
    for feld in BeautifulSoup(html, "html.parser").select("main [name^=v], main [name=seite]"):
        name = feld["name"]
        if feld.name == "textarea":
            daten[name] = feld.text.removeprefix("\n")  # as browsers do
        elif feld.name == "select":
            gewaehlt = feld.select_one("option[selected]")
            daten[name] = gewaehlt["value"] if gewaehlt else ""
        elif feld.get("type") in {"checkbox", "radio"}:
            if feld.has_attr("checked"):
                daten[name] = feld.get("value", "on")
        else:
            daten[name] = feld.get("value", "")
    return daten


def vorschau(client, text=SEITE, **daten):
    antwort = client.post(WEG, {"text": text, **daten})
    assert antwort.status_code == 302, antwort.text
    return antwort["Location"], client.get(antwort["Location"])


def test_a_pasted_page_becomes_drafts_in_order_and_is_undone(redaktion):
    seite = Netzwerkseite.objects.create(organisation=fabrik.organisation())
    ort, antwort = vorschau(redaktion, seite=seite.pk)
    daten = felder(antwort.text)
    assert [daten[f"v{i}-name"] for i in range(3)] == [
        "Arbeitskreis Tanz",
        "Runder Tisch Wohnen",
        "Netzwerk Frühe Wege",
    ]
    assert daten["v0-art"] == str(Gremienart.objects.get(name="Arbeitskreis").pk)
    assert daten["seite"] == str(seite.pk)
    assert not Gremium.objects.exists()

    ort = ort.partition("?")[0]
    fertig = redaktion.post(ort, daten | {"v0-name": "Arbeitskreis Tanz und Musik"}, follow=True)

    assert [str(eintrag) for eintrag in seite.eintraege.all()] == [
        "Arbeitskreis Tanz und Musik",
        "Runder Tisch Wohnen",
        "Netzwerk Frühe Wege",
    ]
    assert {g.veroeffentlichung for g in Gremium.objects.all()} == {Veroeffentlichung.ENTWURF}
    tanz = Gremium.objects.get(name="Arbeitskreis Tanz und Musik")
    assert f'href="/intern/gremien/{tanz.pk}/"' in fertig.text

    zurueck = redaktion.post(f"{ort}zurueck/", follow=True)

    assert "zurückgenommen" in zurueck.text
    assert not Gremium.objects.vorhanden().exists()
    assert not seite.eintraege.exists()


def test_what_is_not_ticked_stays_out_and_is_not_checked(redaktion):
    ort, antwort = vorschau(redaktion)
    daten = felder(antwort.text) | {"v0-name": "x" * 300, "v1-art": ""}
    del daten["v0-nehmen"], daten["v1-nehmen"]

    redaktion.post(ort, daten)

    assert [g.name for g in Gremium.objects.all()] == ["Netzwerk Frühe Wege"]


def test_errors_keep_everything_and_nothing_is_written(redaktion):
    ort, antwort = vorschau(redaktion)
    daten = felder(antwort.text) | {"v0-name": "", "v1-name": "Runder Tisch Mieten", "v2-text": "Neu gesagt."}

    antwort = redaktion.post(ort, daten)

    assert antwort.status_code == 422
    assert felder(antwort.text) == daten
    assert 'href="#id_v0-name"' in antwort.text
    assert not Gremium.objects.exists()


def test_nothing_ticked_and_a_circle_are_refused_in_words(redaktion):
    ort, antwort = vorschau(redaktion)
    daten = felder(antwort.text)
    keine = {name: wert for name, wert in daten.items() if not name.endswith("-nehmen")}
    assert "mindestens einen" in redaktion.post(ort, keine).text

    antwort = redaktion.post(ort, daten | {"v0-oben": "1", "v1-oben": "0"})

    assert antwort.status_code == 422
    assert 'role="alert"' in antwort.text
    assert not Gremium.objects.exists()


def test_an_existing_entry_is_proposed_and_used(redaktion):
    alt = fabrik.gremium("Runder Tisch Wohnen")
    ort, antwort = vorschau(redaktion)
    daten = felder(antwort.text)
    assert daten["v1-bestehend"] == f"gremium-{alt.pk}"

    redaktion.post(ort, daten)
    assert Gremium.objects.filter(name="Runder Tisch Wohnen").count() == 1

    ort, antwort = vorschau(redaktion)
    redaktion.post(ort, felder(antwort.text) | {"v1-bestehend": "neu"})
    assert Gremium.objects.filter(name="Runder Tisch Wohnen").count() == 2


def test_after_a_change_the_button_gives_way_to_words(redaktion):
    ort, antwort = vorschau(redaktion)
    redaktion.post(ort, felder(antwort.text))
    assert "Rückgängig machen" in redaktion.get(ort).text
    tanz = Gremium.objects.get(name="Arbeitskreis Tanz")
    tanz.kurztext = "Anders."
    tanz.save()

    assert "Rückgängig machen" not in redaktion.get(ort).text
    assert "Zurücknehmen geht nicht mehr" in redaktion.post(f"{ort}zurueck/", follow=True).text
    assert Gremium.objects.vorhanden().count() == 3


def mappe():
    ziel, buch = io.BytesIO(), Workbook()
    buch.active.append(["Name", "Beschreibung"])
    buch.active.append(["Arbeitskreis Tanz", "Der Arbeitskreis bringt Gruppen zusammen."])
    buch.save(ziel)
    return ziel.getvalue()


@pytest.mark.parametrize(
    ("name", "inhalt"),
    [
        ("liste.csv", b"Name;Beschreibung\nArbeitskreis Tanz;Er bringt Gruppen zusammen."),
        ("liste.xlsx", mappe()),
        ("seite.html", SEITE.encode()),
    ],
)
def test_a_file_is_read(redaktion, name, inhalt):
    _, antwort = vorschau(redaktion, "", datei=SimpleUploadedFile(name, inhalt))
    assert felder(antwort.text)["v0-name"] == "Arbeitskreis Tanz"


@pytest.mark.parametrize(
    "daten",
    [
        {},
        {"text": " \n "},
        {"text": "\x00<h2>Arbeitskreis</h2>"},
        {"text": "x" * 3_000_000},
        {"text": "<div>" * 20_000},
        {"text": "Guten Tag."},
        {"text": SEITE, "seite": "9" * 30},
        {"datei": ("a.xlsx", b"PK\x03\x04kaputt")},
        {"datei": ("a.txt", b"")},
        {"datei": ("a.txt", b"a\x00b" * 90)},
        {"datei": ("a.txt", b"x" * 3_000_000)},
        {"datei": ("a.pdf", b"%PDF-1.7")},
        {"text": SEITE, "datei": ("a.txt", b"Arbeitskreis Tanz")},
    ],
    ids=range(13),
)
def test_bad_input_is_answered_in_words_and_kept(redaktion, daten):
    if "datei" in daten:
        daten = daten | {"datei": SimpleUploadedFile(*daten["datei"])}
    antwort = redaktion.post(WEG, daten)

    assert antwort.status_code == 422
    assert 'role="alert"' in antwort.text
    assert not Uebernahme.objects.exists()
    if daten.get("text") == SEITE:
        assert "Runder Tisch Wohnen" in antwort.text


@pytest.mark.parametrize(
    "falsch",
    [
        {"v0-name": "\x00"},
        {"v0-name": "\u200b"},
        {"v0-art": "9" * 30},
        {"v0-oben": "-1"},
        {"v0-oben": "0"},
        {"v0-kurztext": "x" * 500},
        {"v0-ebene": "mond"},
        {"seite": "x"},
    ],
)
def test_bad_corrections_are_refused(redaktion, falsch):
    ort, antwort = vorschau(redaktion)
    antwort = redaktion.post(ort, felder(antwort.text) | falsch)
    assert antwort.status_code == 422
    assert not Gremium.objects.exists()


def test_a_number_without_a_row_is_not_found(redaktion):
    assert [redaktion.get(f"{WEG}{nummer}/").status_code for nummer in (77, 2**70)] == [404, 404]


def test_the_proposals_ask_as_often_for_one_as_for_three(redaktion):
    anzahlen = []
    for text in (SEITE.partition("<h2>Runder")[0], SEITE):
        ort, _ = vorschau(redaktion, text)
        with CaptureQueriesContext(connection) as abfragen:
            redaktion.get(ort)
        anzahlen.append(len(abfragen))
    assert anzahlen[0] == anzahlen[1] <= 12


def test_the_desk_leads_there_for_those_who_may(redaktion, client):
    assert f'href="{WEG}"' in redaktion.get("/intern/").text
    betreuung = Konto.objects.create_user("betreuung@example.org", "x")
    betreuung.groups.add(Group.objects.get(name=Rolle.GREMIENBETREUUNG))
    client.force_login(betreuung, backend="django.contrib.auth.backends.ModelBackend")
    assert not re.search(f'href="{WEG}"', client.get("/intern/").text)

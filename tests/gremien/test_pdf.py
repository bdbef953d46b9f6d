"""The editorial page and bodies as PDF: tagged, complete, without a word that is not public."""

import fcntl
import io
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.test import Client
from pypdf import PdfReader

from netzwerk.lib import pdf
from netzwerk.lib.dates import heute
from tests import fabrik
from tests.demo_fixtures import demo_des_moduls
from tests.sitzungen.test_besucher import EINTRAEGE, NIE_OEFFENTLICH

__all__ = ["demo_des_moduls"]
pytestmark = pytest.mark.django_db
NETZWERK = "/netzwerk/netzwerk.pdf"


@pytest.fixture
def merkt_sich(settings):
    """Keep PDFs, as in operation."""
    settings.CACHES = settings.CACHES | {
        "pdf": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pdf-test"}
    }
    caches["pdf"].clear()


@contextmanager
def ein_anderes_entsteht(settings):
    """Hold the lock as a process does that makes a PDF."""
    ordner = settings.VAR_DIR / "cache"
    ordner.mkdir(parents=True, exist_ok=True)
    with (ordner / "pdf.lock").open("w") as datei:
        fcntl.flock(datei, fcntl.LOCK_EX)
        yield


def gelesen(antwort):
    """Return the PDF of an answer and its text in one line, words parted at line ends joined."""
    assert antwort.status_code == 200
    leser = PdfReader(io.BytesIO(antwort.content))
    text = "\n".join(seite.extract_text() for seite in leser.pages)
    return leser, " ".join(text.replace("-\n", "").split())


def struktur(knoten):
    """Return the tags of the structure tree in reading order."""
    knoten = knoten.get_object()
    if not hasattr(knoten, "get"):
        return
    if "/S" in knoten:
        yield knoten["/S"]
    kinder = knoten.get("/K", [])
    for kind in kinder if isinstance(kinder, list) else [kinder]:
        if not isinstance(kind, int):
            yield from struktur(kind)


def bilder(leser):
    return sum(len(seite.images) for seite in leser.pages)


def schriften(leser):
    """Return the names of the fonts in a PDF."""
    return {
        schrift.get_object()["/BaseFont"].partition("+")[2]
        for seite in leser.pages
        for schrift in seite["/Resources"]["/Font"].values()
    }


def test_the_editorial_page_is_a_tagged_document_with_all_its_entries(demo_des_moduls):
    antwort = Client().get(NETZWERK)
    leser, text = gelesen(antwort)
    wurzel = leser.root_object
    marken = list(struktur(wurzel["/StructTreeRoot"]))

    assert antwort["Content-Type"] == "application/pdf"
    assert antwort["Content-Disposition"] == 'attachment; filename="netzwerk.pdf"'
    assert antwort["X-Robots-Tag"] == "noindex"
    assert wurzel["/Lang"] == "de"
    assert wurzel["/MarkInfo"]["/Marked"]
    assert wurzel["/ViewerPreferences"]["/DisplayDocTitle"]
    assert leser.metadata.title.startswith("Unser Netzwerk")
    # Contents, then the entries as headings and as bookmarks.
    assert marken.count("/H1") == 1
    assert marken.count("/H2") + marken.count("/H3") == len(EINTRAEGE) + 1
    lesezeichen = str(leser.outline)
    for name in EINTRAEGE:
        assert text.count(name) >= 2, name
        assert name in lesezeichen


def test_a_pdf_brings_our_font_and_no_word_that_is_not_public(demo_des_moduls):
    slugs = ["jugendhilfeausschuss-marburg", "stadtbezirkskonferenz-wanne"]
    blaetter = [gelesen(Client().get(adresse)) for adresse in [f"/gremien/{s}/gremium.pdf" for s in slugs]]
    blaetter.append(gelesen(Client().get(NETZWERK)))

    assert "Dezernentin" in blaetter[0][1]
    for leser, text in blaetter:
        assert schriften(leser)
        assert [name for name in schriften(leser) if not name.startswith("Atkinson-Hyperlegible-Next")] == []
        assert [wort for wort in NIE_OEFFENTLICH if wort in text] == []


def test_a_body_says_who_is_in_it_and_when_it_meets():
    runde = fabrik.gremium("Runde der Tafeln", slug="tafeln", kurztext="Teilt, was übrig ist.")
    fabrik.sitzung(runde, titel="Herbsttreffen", datum=heute() + timedelta(days=9))

    antwort = Client().get("/gremien/tafeln/gremium.pdf")
    leser, text = gelesen(antwort)

    assert antwort["Content-Disposition"] == 'attachment; filename="tafeln.pdf"'
    assert leser.metadata.title.startswith("Runde der Tafeln")
    assert "Teilt, was übrig ist." in text
    assert "Herbsttreffen" in text
    assert "http://testserver/gremien/tafeln/" in text


@pytest.mark.parametrize("adresse", ["/gremien/gibt-es-nicht/gremium.pdf", "/gremien/geheim/gremium.pdf"])
def test_what_is_not_public_has_no_pdf(adresse):
    fabrik.gremium("Geheime Runde", slug="geheim", sichtbarkeit="intern")

    assert Client().get(adresse).status_code == 404


def test_a_withdrawn_body_says_so_instead_of_a_pdf():
    fabrik.gremium("Runde", slug="runde", veroeffentlichung="zurueckgezogen")

    assert Client().get("/gremien/runde/gremium.pdf").status_code == 410


def test_the_pages_lead_to_their_pdf():
    fabrik.gremium("Runde", slug="runde")

    assert 'href="/netzwerk/netzwerk.pdf"' in Client().get("/netzwerk/").text
    assert 'href="/gremien/runde/gremium.pdf"' in Client().get("/gremien/runde/").text


def test_without_pango_a_readable_page_leads_to_the_print_view(monkeypatch, tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    fabrik.gremium("Runde", slug="runde")

    antwort = Client().get("/gremien/runde/gremium.pdf")

    assert antwort.status_code == 503
    assert "fehlt zurzeit das Programm" in antwort.text
    assert '<a class="button" href="/gremien/runde/">Zur Seite</a>' in antwort.text
    assert "no-store" in antwort["Cache-Control"]
    assert "Retry-After" not in antwort


def test_one_pdf_is_made_at_a_time(settings):
    with ein_anderes_entsteht(settings):
        antwort = Client().get(NETZWERK)

    assert antwort.status_code == 503
    assert antwort["Retry-After"] == "5"
    assert "Gerade wird eine andere PDF-Datei hergestellt." in antwort.text
    assert Client().get(NETZWERK).status_code == 200


def test_what_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(pdf, "HOECHSTENS_SEKUNDEN", 0.01)

    assert Client().get(NETZWERK).status_code == 503


def test_a_kept_pdf_is_not_made_again_until_its_words_change(merkt_sich, settings):
    runde = fabrik.gremium("Runde", slug="runde")
    client = Client()
    erstes = client.get("/gremien/runde/gremium.pdf").content

    with ein_anderes_entsteht(settings):
        assert client.get("/gremien/runde/gremium.pdf").content == erstes
        runde.kurztext = "Neu gefasst."
        runde.save()
        assert client.get("/gremien/runde/gremium.pdf").status_code == 503
    assert "Neu gefasst." in gelesen(client.get("/gremien/runde/gremium.pdf"))[1]


def test_public_pictures_are_in_it_and_a_lost_file_does_no_harm():
    bild = fabrik.bild()
    runde = fabrik.gremium("Runde", slug="runde")
    runde.bilder.add(bild)

    assert bilder(gelesen(Client().get("/gremien/runde/gremium.pdf"))[0]) == 1
    default_storage.delete(bild.datei.name)
    assert bilder(gelesen(Client().get("/gremien/runde/gremium.pdf"))[0]) == 0


def test_a_picture_somewhere_else_is_not_fetched():
    gesetzt = pdf.als_pdf(
        '<img src="http://127.0.0.1:9/fremd.png" alt="">', basis="http://testserver", bilder={}
    )

    assert gesetzt.startswith(b"%PDF")

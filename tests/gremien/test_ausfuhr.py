"""The editorial page for other places: Word, and a piece of HTML that harms no page."""

import io
from html.parser import HTMLParser

import pytest
from docx import Document

from gremien.models import Gremienbild, Netzwerkseite
from netzwerk.enums import Rolle
from netzwerk.models import Portal
from tests import fabrik, intern

pytestmark = pytest.mark.django_db


@pytest.fixture
def seite():
    wir = fabrik.organisation("Träger")
    Portal.objects.update_or_create(defaults={"eigene_organisation": wir})
    seite = Netzwerkseite.objects.create(
        organisation=wir,
        titel="Unser Netz",
        einleitung="<p>Mit <strong>allen</strong>.</p>",
        **fabrik.OEFFENTLICH,
    )
    runde = fabrik.gremium(
        'Runde <script>alert("x")</script>',
        beschreibung='<p>Mehr <a href="https://example.org/">dort</a>.</p><ul><li>eins</li><li>zwei</li></ul>',
    )
    Gremienbild.objects.create(gremium=runde, bild=fabrik.bild(bildunterschrift="Das Haus", urheber="Ada"))
    geheim = fabrik.gremium("GEHEIM", sichtbarkeit="intern")
    for nummer, gremium in enumerate((runde, geheim)):
        seite.eintraege.create(gremium=gremium, position=nummer)
    return seite


class Teile(HTMLParser):
    def __init__(self, quelle):
        super().__init__()
        self.alle = []
        self.feed(quelle)

    def handle_starttag(self, tag, attrs):
        self.alle.append((tag, dict(attrs)))


def test_the_piece_has_absolute_links_and_nothing_that_runs_or_clashes(client, seite):
    antwort = client.get("/netzwerk/baustein.html")
    teile = Teile(antwort.text)

    assert {tag for tag, _ in teile.alle} <= {
        "section",
        "h2",
        "h3",
        "h4",
        "p",
        "a",
        "ul",
        "li",
        "strong",
        "figure",
        "img",
        "figcaption",
    }
    merkmale = {name for _, attrs in teile.alle for name in attrs}
    assert not merkmale & {"id", "class", "style", "onclick"}
    ziele = [attrs.get("href") or attrs.get("src") for tag, attrs in teile.alle if tag in {"a", "img"}]
    assert len(ziele) == 4
    assert all(ziel.startswith(("http://testserver/", "https://example.org/")) for ziel in ziele)
    assert "Runde &lt;script&gt;" in antwort.text
    assert "GEHEIM" not in antwort.text
    assert antwort["X-Robots-Tag"] == "noindex"


def test_the_word_file_says_what_the_page_says(seite):
    redaktion = intern.client(Rolle.REDAKTION)
    datei = Document(io.BytesIO(redaktion.get("/intern/ausfuhr/netzwerk.docx").content))

    texte = {(absatz.style.name, absatz.text) for absatz in datei.paragraphs}
    assert ("Title", "Unser Netz") in texte
    assert ("Heading 1", 'Runde <script>alert("x")</script>') in texte
    assert {("List Bullet", "eins"), ("List Bullet", "zwei"), ("Normal", "Mehr dort.")} <= texte
    assert ("Caption", "Das Haus Bild: Ada") in texte
    assert not [text for _, text in texte if "GEHEIM" in text]
    links = [rel.target_ref for rel in datei.part.rels.values() if rel.is_external]
    assert "https://example.org/" in links
    assert any(link.startswith("http://testserver/gremien/") for link in links)
    assert datei.inline_shapes[0]._inline.docPr.get("descr") == "ein Haus"
    assert datei.core_properties.language == "de-DE"


def test_the_page_shows_the_piece_to_copy_and_works_without_any_entry():
    redaktion = intern.client(Rolle.REDAKTION)
    antwort = redaktion.get("/intern/ausfuhr/")
    assert "&lt;section lang=&quot;de&quot;&gt;" in antwort.text
    assert Document(io.BytesIO(redaktion.get("/intern/ausfuhr/netzwerk.docx").content)).paragraphs

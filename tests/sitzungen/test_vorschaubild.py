"""The picture beside a link in a message: of public entries, for any text, drawn once."""

import io
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client
from PIL import Image

from netzwerk.enums import Sichtbarkeit, Veroeffentlichung
from netzwerk.lib import vorschaubild
from sitzungen.views import vorschaubild as ansicht
from tests import fabrik

pytestmark = pytest.mark.django_db
TEXTE = {
    "empty": "",
    "one letter": "W",
    "a word without end": "Donaudampfschifffahrtsgesellschaft" * 20,
    "many words": "Arbeitsgemeinschaft der freien Träger " * 20,
    "other scripts": "الشبكة 网络 🙂 e\u0301 \u202eumgekehrt\u200b",
    "control characters": "a\x00b\x07\ud800",
}


def gelesen(inhalt):
    bild = Image.open(io.BytesIO(inhalt))
    bild.load()
    return bild


def bildadresse(seite):
    """Return the address of the picture that a page names."""
    gefunden = []

    class Kopf(HTMLParser):
        def handle_starttag(self, tag, attrs):
            felder = dict(attrs)
            if felder.get("property") == "og:image":
                gefunden.append(felder["content"])

    Kopf().feed(Client().get(seite).text)
    (adresse,) = gefunden
    return adresse


@pytest.mark.parametrize("titel", TEXTE.values(), ids=TEXTE.keys())
def test_any_text_makes_a_picture_of_the_same_size_and_bearable_weight(titel):
    inhalt = vorschaubild.zeichne(titel, titel, titel)

    assert gelesen(inhalt).size == (1200, 630)
    assert len(inhalt) < 60_000


@pytest.mark.parametrize("titel", [text for text in TEXTE.values() if "\ud800" not in text])
def test_every_line_fits_the_column(titel):
    grad, zeilen = vorschaubild.gesetzt(titel)

    assert len(zeilen) <= vorschaubild.ZEILEN
    art = vorschaubild.schrift(grad, vorschaubild.FETT)
    assert all(art.getlength(zeile) <= vorschaubild.TEXTBREITE for zeile in zeilen)


def test_a_short_title_is_shown_whole_and_a_long_one_says_that_it_goes_on():
    assert " ".join(vorschaubild.gesetzt("Bündnis für gute Bildung")[1]) == "Bündnis für gute Bildung"
    assert vorschaubild.gesetzt(TEXTE["many words"])[1][-1].endswith("…")


def test_pages_name_a_picture_that_is_there():
    runde = fabrik.gremium("Runde", slug="runde")
    sitzung = fabrik.sitzung(runde, datum=date(2031, 7, 9))
    vorlage = fabrik.vorlage(fabrik.organisation("Stadt", slug="stadt"), "2031/0007")
    seiten = ("/gremien/runde/", "/organisationen/stadt/", "/gremien/", "/", "/aktuell/")

    for seite in (*seiten, sitzung.get_absolute_url(), vorlage.get_absolute_url()):
        adresse = bildadresse(seite)
        assert adresse.startswith("http://testserver/vorschaubild/")
        teile = urlsplit(adresse)
        antwort = Client().get(f"{teile.path}?{teile.query}")
        assert (antwort.status_code, antwort["Content-Type"]) == (200, "image/png")
        assert gelesen(antwort.content).size == (1200, 630)


def test_an_edit_gives_the_picture_another_address():
    with time_machine.travel("2026-03-01", tick=False):
        runde = fabrik.gremium("Runde", slug="runde")
    vorher = bildadresse("/gremien/runde/")
    runde.name = "Andere Runde"
    runde.save()

    nachher = bildadresse("/gremien/runde/")
    assert vorher != nachher
    assert vorher.split("?")[0] == nachher.split("?")[0]


@pytest.mark.parametrize(
    "felder",
    [{"sichtbarkeit": Sichtbarkeit.INTERN}, {"veroeffentlichung": Veroeffentlichung.ENTWURF}],
    ids=["intern", "Entwurf"],
)
def test_what_is_not_public_has_no_picture(felder):
    fabrik.gremium("GEHEIM", slug="runde", **felder)

    assert Client().get("/vorschaubild/gremien/runde.png").status_code == 404


@pytest.mark.parametrize(
    "adresse",
    ["gremien/gibt-es-nicht", "sitzungen/abc", "sitzungen/" + "9" * 30, "personen/1", "vorlagen/a/b"],
)
def test_an_address_of_nothing_is_not_found(adresse):
    assert Client().get(f"/vorschaubild/{adresse}.png").status_code == 404


def test_a_picture_is_drawn_once_whatever_address_asks(monkeypatch, settings):
    ablage = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "vorschaubild"}
    settings.CACHES = settings.CACHES | {"seiten": ablage}
    fabrik.gremium("Runde", slug="runde")
    gezeichnet = []

    def zaehlend(*texte):
        gezeichnet.append(texte)
        return vorschaubild.zeichne(*texte)

    monkeypatch.setattr(ansicht, "zeichne", zaehlend)
    for version in ("1", "2", "3"):
        assert Client().get(f"/vorschaubild/gremien/runde.png?v={version}").status_code == 200

    assert len(gezeichnet) == 1


def test_a_robot_that_has_the_picture_gets_304():
    fabrik.gremium("Runde", slug="runde")
    marke = Client().get("/vorschaubild/gremien/runde.png")["ETag"]

    antwort = Client().get("/vorschaubild/gremien/runde.png", headers={"If-None-Match": marke})

    assert antwort.status_code == 304

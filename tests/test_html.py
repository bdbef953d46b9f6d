"""Every public page of the demo is valid HTML: what browsers repair, assistive programs may not.

Read with the parser of the HTML standard, which names each place it has to repair.
"""

from collections import Counter
from itertools import pairwise
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from django.test import Client
from tinyhtml5.parser import HTMLParser

from tests.demo_fixtures import demo_des_moduls

__all__ = ["demo_des_moduls"]
pytestmark = pytest.mark.django_db

XHTML = "{http://www.w3.org/1999/xhtml}"
ANFANG = ("/", "/konto/login/", "/konto/password/reset/", "/gremien/gibt-es-nicht/", "/gremien/?ab=kaputt")
VERWEISE = (
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "for",
    "popovertarget",
    "list",
)
BEDIENBAR = {"a", "button", "input", "select", "textarea", "summary", "label"}
OHNE_BESCHRIFTUNG = {"hidden", "submit", "button", "reset", "image"}
MINDESTENS_SEITEN = 150


def zerlegt(quelle):
    """Return the root of a page and the places the parser had to repair."""
    leser = HTMLParser()
    baum = leser.parse(quelle)
    return baum, [f"{fehler} in Zeile {zeile}" for (zeile, _), fehler, _ in leser.errors]


def name(element):
    return element.tag.removeprefix(XHTML) if isinstance(element.tag, str) else ""


def maengel(quelle):
    """Return in words what is wrong with a page."""
    baum, fehler = zerlegt(quelle)
    elemente = list(baum.iter())
    eltern = {kind: element for element in elemente for kind in element}
    return [
        *fehler,
        *kennungen(elemente),
        *beschriftungen(elemente, eltern),
        *ueberschriften(elemente),
        *verschachtelt(elemente, eltern),
        *leere_namen(elemente),
    ]


def kennungen(elemente):
    """Ids are there once, and what refers to one finds it."""
    alle = Counter(kennung for element in elemente if (kennung := element.get("id")) is not None)
    yield from (
        f"id {kennung} {zahl}-mal" for kennung, zahl in alle.items() if zahl > 1 or not kennung.strip()
    )
    for element in elemente:
        for art in VERWEISE:
            for ziel in (element.get(art) or "").split():
                if ziel not in alle:
                    yield f"{name(element)} {art} führt zu {ziel}"
        if (sprung := element.get("href") or "").startswith("#") and sprung[1:] not in alle:
            yield f"Sprung ins Leere: {sprung}"


def beschriftungen(elemente, eltern):
    """Every field has a name."""
    fuer = {element.get("for") for element in elemente if name(element) == "label"}
    for element in elemente:
        if name(element) not in {"input", "select", "textarea"} or element.get("type") in OHNE_BESCHRIFTUNG:
            continue
        in_label = any(name(vorfahr) == "label" for vorfahr in vorfahren(element, eltern))
        if element.get("id") not in fuer and not in_label and not benannt(element):
            yield f"Feld ohne Beschriftung: {element.get('name')}"


def ueberschriften(elemente):
    """One h1 at the top, then no level is left out."""
    stufen = [int(name(e)[1]) for e in elemente if name(e) in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    if stufen.count(1) != 1 or stufen[0] != 1:
        yield f"h1: {stufen}"
    yield from (f"h{davor} vor h{danach}" for davor, danach in pairwise(stufen) if danach > davor + 1)


def verschachtelt(elemente, eltern):
    """Nothing to press lies in something to press, and no block in a word."""
    for element in elemente:
        if name(element) not in BEDIENBAR - {"label"} and element.get("tabindex") is None:
            continue
        for vorfahr in vorfahren(element, eltern):
            erlaubt = name(vorfahr) == "label" and name(element) in {"input", "select", "textarea"}
            if name(vorfahr) in BEDIENBAR and not erlaubt:
                yield f"{name(element)} in {name(vorfahr)}"


def leere_namen(elemente):
    """What can be pressed and each picture says what it is."""
    for element in elemente:
        if name(element) in {"a", "button", "summary"} and not (
            "".join(element.itertext()).strip() or benannt(element)
        ):
            yield f"{name(element)} ohne Namen: {element.get('href')}"
        if name(element) == "img" and element.get("alt") is None:
            yield f"Bild ohne alt: {element.get('src')}"


def benannt(element):
    return bool((element.get("aria-label") or element.get("aria-labelledby") or "").strip())


def vorfahren(element, eltern):
    while (element := eltern.get(element)) is not None:
        yield element


def besucht(client):
    """Return address → source of every page that links lead to, one of each kind of parameters."""
    offen, bekannt, seiten = list(ANFANG), set(), {}
    while offen:
        adresse = offen.pop()
        teile = urlsplit(adresse)
        art = (
            (teile.path, frozenset(dict(parse_qsl(teile.query)))) if teile.path != "/hinweis/" else teile.path
        )
        if art in bekannt or teile.netloc or teile.path.startswith(("/admin/", "/static/", "/medien/")):
            continue
        bekannt.add(art)
        if teile.path.endswith(".pdf"):
            continue
        antwort = client.get(adresse)
        if not antwort.get("Content-Type", "").startswith("text/html") or antwort.status_code in {301, 302}:
            continue
        seiten[adresse] = antwort.text
        baum, _ = zerlegt(antwort.text)
        links = (e.get("href") for e in baum.iter() if name(e) == "a" and e.get("href"))
        offen += [urljoin(adresse, link).partition("#")[0] for link in links if ":" not in link.split("/")[0]]
    return seiten


GUT = """<!DOCTYPE html><html lang="de"><head><title>x</title></head><body><h1 id="a">A</h1>
<label for="f">Feld</label><input id="f" name="f"><p><a href="#a">hinauf</a></p>{}</body></html>"""


@pytest.mark.parametrize(
    ("falsch", "mangel"),
    [
        ("<p><div></div></p>", "unexpected-end-tag in Zeile 2"),
        ("<a href='/' href='/x'>x</a>", "duplicate-attribute in Zeile 2"),
        ("<h2 id='a'>B</h2>", "id a 2-mal"),
        ("<h3>B</h3>", "h1 vor h3"),
        ("<h1>B</h1>", "h1: [1, 1]"),
        ("<input name='q'>", "Feld ohne Beschriftung: q"),
        ("<label for='weg'>x</label>", "label for führt zu weg"),
        ("<p aria-describedby='a weg'>x</p>", "p aria-describedby führt zu weg"),
        ("<a href='#weg'>x</a>", "Sprung ins Leere: #weg"),
        ("<a href='/'><button>x</button></a>", "button in a"),
        ("<a href='/x/'> </a>", "a ohne Namen: /x/"),
        ("<img src='x.png'>", "Bild ohne alt: x.png"),
    ],
)
def test_a_mistake_is_found(falsch, mangel):
    assert maengel(GUT.format("")) == []
    assert maengel(GUT.format(falsch)) == [mangel]


def test_every_public_page_is_valid(demo_des_moduls, subtests):
    seiten = besucht(Client())

    assert len(seiten) > MINDESTENS_SEITEN
    for adresse, quelle in seiten.items():
        with subtests.test(adresse):
            assert maengel(quelle) == []

"""Bad input and the expected answer (SECURITY.md): never an error page, never a trace of the input."""

import base64
import itertools
import json
import re
import unicodedata
from datetime import date
from html.parser import HTMLParser

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import get_resolver
from hypothesis import example, given
from hypothesis import strategies as st

from gremien.models import Bericht, Gremienart, Gremium, Projekt
from netzwerk.lib.fields import Webadresse, sichtbarer_name
from netzwerk.lib.text import adressteil, bereinigt, formattext
from netzwerk.models import Dokument, Gebiet, Konto, Organisation, Thema
from tests import fabrik

pytestmark = pytest.mark.django_db

SKRIPT = "<script>alert(1)</script>"
TAG = date(2026, 3, 1)
LISTEN = ("/gremien/", "/organisationen/", "/projekte/", "/berichte/", "/sitzungen/", "/vorlagen/")
SEITEN = (
    "/",
    "/netzwerk/",
    "/netzwerk/karte/",
    *LISTEN,
    "/sitzungen/?zeit=vergangen",
    "/gebiete/",
    "/themen/",
    "/projekte/",
    "/impressum/",
    "/konto/login/",
    "/konto/password/reset/",
)
DETAILS = ("gremium", "organisation", "gebiet", "thema", "projekt", "bericht", "sitzung", "vorlage")
# What has a special meaning somewhere: LIKE, SQL, full-text search, HTML, templates, paths.
SONDERZEICHEN = (
    "%",
    "_",
    "\\",
    '"',
    "'",
    "(",
    "*",
    "NEAR(",
    "' OR 1=1 --",
    "a AND b NOT",
    "{{ 7*7777 }}",
    "%s%n",
    "../../etc/passwd",
    "\r\nSet-Cookie: x=1",
    "🙂🙂",
    "\u202eabc",
    "\ufeff",
    "١٢٣",
)


@pytest.fixture(scope="module")
def besucher():
    """Return a client for all: a new one would look through the static files first."""
    return Client(raise_request_exception=False)


@pytest.fixture
def eintraege():
    """Return kind → a public entry."""
    wir = fabrik.organisation("Träger")
    runde = fabrik.gremium("Runde")
    return {
        "gremium": runde,
        "organisation": wir,
        "gebiet": Gebiet.objects.create(name="Nordstadt", art="stadtteil", **fabrik.OEFFENTLICH),
        "thema": Thema.objects.create(name="Spielplätze"),
        "projekt": Projekt.objects.create(titel="Plan", institut=wir, **fabrik.OEFFENTLICH),
        "bericht": Bericht.objects.create(
            titel="Bericht", organisation=wir, jahr=2026, datum=TAG, **fabrik.OEFFENTLICH
        ),
        "sitzung": fabrik.sitzung(runde, datum=TAG, status="terminiert"),
        "vorlage": fabrik.vorlage(wir, "2026/0001"),
    }


# --- Addresses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "adresse",
    [
        "/gremien/%00/",
        "/vorlagen/2007/%00/",
        "/sitzungen/%00/",
        "/%00",
        "/gremien/?q=%00",
        "/gremien/?ab=%00",
        "/sitzungen/?zeit=%00",
        "/sitzungen/?monat=%00",
        "/?a=b%00c",
        "/gremien/?%00=1",
        "/konto/login/?next=%00",
        "/konto/password/reset/?x=%00",
        "/admin/login/?next=%00",
        "/medien/bilder/1/%00.png",
    ],
)
def test_a_nul_character_is_no_request(besucher, adresse):
    antwort = besucher.get(adresse)
    assert antwort.status_code == 400
    assert "Anfrage" in antwort.text


@pytest.mark.parametrize("feld", ["login", "password", "next"])
def test_a_nul_character_in_the_login_is_refused(besucher, feld):
    antwort = besucher.post("/konto/login/", {"login": "a@example.org", "password": "x" * 12, feld: "a\x00b"})
    assert antwort.status_code in {200, 400}
    assert "sessionid" not in antwort.cookies


def test_a_nul_character_in_the_name_of_a_field_is_ignored_or_refused(besucher):
    assert besucher.post("/konto/login/", {"lo\x00gin": "a@example.org"}).status_code in {200, 400}


@pytest.mark.parametrize(
    "nummer", ["9" * 30, "9" * 19, "0", "-1", "abc", "1e3", "1.5", "٤٢", "²", "1_0", "0x1"]
)
@pytest.mark.parametrize("form", ["/sitzungen/{}/", "/medien/bilder/{}/x.png", "/medien/dokumente/{}/x.pdf"])
def test_a_number_that_no_entry_has_is_not_found(besucher, form, nummer):
    assert besucher.get(form.format(nummer)).status_code == 404


def test_arabic_digits_are_no_second_address_of_an_entry(besucher, eintraege):
    nummer = str(eintraege["sitzung"].pk)
    arabisch = "".join(chr(0x660 + int(ziffer)) for ziffer in nummer)

    assert besucher.get(f"/sitzungen/{nummer}/").status_code == 200
    assert besucher.get(f"/sitzungen/{arabisch}/").status_code == 404
    assert besucher.get(f"/sitzungen/0{nummer}/").status_code in {200, 404}


@pytest.mark.parametrize(
    "form", ["/gremien/{}/", "/organisationen/{}/", "/gebiete/{}/", "/themen/{}/", "/vorlagen/{}/"]
)
@pytest.mark.parametrize(
    "teil", ["x" * 8000, "%F0%9F%99%82", "..%2f..%2fetc", "a%0d%0ab", "%E2%80%AE", "%ff", "a'b", "<b>"]
)
def test_an_address_that_no_entry_has_is_not_found(besucher, form, teil):
    antwort = besucher.get(form.format(teil))
    assert antwort.status_code == 404
    assert "<b>" not in antwort.text


@pytest.mark.parametrize(
    "adresse", ["//", "//gremien/", "/gremien//", "//example.com/", "/gremien/..//", "///"]
)
def test_doubled_slashes_lead_nowhere_else(besucher, adresse):
    antwort = besucher.generic("GET", adresse)
    assert antwort.status_code in {200, 301, 404}
    if antwort.status_code == 301:
        ziel = antwort["Location"]
        assert not ziel.startswith(("//", "/\\", "http"))


def test_an_address_without_its_last_slash_leads_to_the_page(besucher, eintraege):
    antwort = besucher.get("/gremien?alle=1")
    assert (antwort.status_code, antwort["Location"]) == (301, "/gremien/?alle=1")


# --- Parameters ----------------------------------------------------------------------------------


@pytest.mark.parametrize("adresse", SEITEN)
def test_unknown_and_long_parameters_change_nothing(besucher, eintraege, adresse):
    trenner = "&" if "?" in adresse else "?"
    for zusatz in (
        "q=" + "a" * 5000,
        "utm_source=x&fbclid=1",
        "page=0",
        "page=-1",
        "page=1000000000",
        "sort=gibtesnicht",
        "zeit=gestern",
        "alle=ja",
        "a[]=1&a[]=2",
        "=&&&=",
        "%ff=%fe",
        "q=%",
    ):
        assert besucher.get(adresse + trenner + zusatz).status_code == 200, zusatz


@pytest.mark.parametrize("name", ["q", "alle", "zeit", "x"])
@pytest.mark.parametrize("zeichen", SONDERZEICHEN)
def test_special_characters_in_a_parameter_have_no_meaning(besucher, eintraege, name, zeichen):
    for adresse in ("/gremien/", "/sitzungen/", "/konto/login/"):
        antwort = besucher.get(adresse, {name: zeichen})
        assert antwort.status_code == 200
        assert "54439" not in antwort.text
        assert "x" not in antwort.cookies


def test_markup_in_a_parameter_is_never_given_back(besucher, eintraege, subtests):
    for adresse in (
        *SEITEN,
        *(eintrag.get_absolute_url() for eintrag in eintraege.values()),
        "/gibt-es-nicht/",
    ):
        for name in ("q", "ab", "vor", "next", "zeit", "alle", SKRIPT):
            with subtests.test(adresse=adresse, name=name):
                trenner = "&" if "?" in adresse else "?"
                assert SKRIPT not in besucher.get(f"{adresse}{trenner}{name}={SKRIPT}").text


def test_markup_in_the_login_is_escaped(besucher):
    antwort = besucher.post(
        "/konto/login/", {"login": f'"{SKRIPT}', "password": SKRIPT, "next": f'/"{SKRIPT}'}
    )
    assert antwort.status_code == 200
    assert SKRIPT not in antwort.text
    assert "&lt;script&gt;" in antwort.text


def test_markup_in_names_is_escaped_on_every_page(besucher, subtests):
    art = Gremienart.objects.create(name=SKRIPT)
    wir = fabrik.organisation(f"Träger {SKRIPT}", kurztext=SKRIPT, anschrift=SKRIPT)
    runde = fabrik.gremium(f"Runde {SKRIPT}", kurztext=SKRIPT, art=art, rhythmus_text=SKRIPT)
    fabrik.mitgliedschaft(runde, organisation=wir)
    sitzung = fabrik.sitzung(runde, titel=SKRIPT, ort=SKRIPT, datum=date(2090, 1, 1), status="terminiert")
    sitzung.tagesordnungspunkte.create(titel=SKRIPT, nummer="1", position=1)
    seiten = [
        runde,
        wir,
        sitzung,
        fabrik.vorlage(wir, "7/1", betreff=SKRIPT, verfasser=SKRIPT, unterzeichnung=SKRIPT),
        Projekt.objects.create(titel=SKRIPT, institut=wir, **fabrik.OEFFENTLICH),
        Bericht.objects.create(
            titel=SKRIPT, organisation=wir, verfasser=SKRIPT, jahr=2026, datum=TAG, **fabrik.OEFFENTLICH
        ),
        Gebiet.objects.create(name=SKRIPT, art="stadt", **fabrik.OEFFENTLICH),
        Thema.objects.create(name=SKRIPT),
    ]
    for adresse in (
        *(seite.get_absolute_url() for seite in seiten),
        "/",
        "/gebiete/",
        "/themen/",
        "/projekte/",
        *LISTEN,
    ):
        with subtests.test(adresse=adresse):
            antwort = besucher.get(adresse)
            assert antwort.status_code == 200
            assert SKRIPT not in antwort.text
            if adresse != "/":
                assert "&lt;script&gt;alert(1)&lt;/script&gt;" in antwort.text


# --- Cursors -------------------------------------------------------------------------------------


def cursor(werte):
    """Return a cursor as the lists make them."""
    return base64.urlsafe_b64encode(json.dumps(werte).encode()).decode().rstrip("=")


SCHLECHTE_CURSOR = {
    "garbage": "kaputt",
    "no base64": "!!!!",
    "umlauts": "äöü",
    "no text": base64.urlsafe_b64encode(b"\xff\xfe").decode(),
    "no JSON": base64.urlsafe_b64encode(b"{").decode(),
    "a number": cursor(1),
    "an object": cursor({"a": 1}),
    "nothing": cursor(None),
    "an empty list": cursor([]),
    "too few": cursor(["a"]),
    "too many": cursor(["a", 1, 2]),
    "nested lists": cursor([["a"], [1]]),
    "nested deep": base64.urlsafe_b64encode(b"[" * 100_000).decode(),
    "null inside": cursor([None, None]),
    "floats": cursor([1.5, 1.5]),
    "not a number": base64.urlsafe_b64encode(b"[NaN, Infinity]").decode(),
    "truth": cursor([True, False]),
    "a huge id": cursor(["a", 10**30]),
    "a huge id of digits": base64.urlsafe_b64encode(b'["a", ' + b"9" * 6000 + b"]").decode(),
    "a negative huge id": cursor(["a", -(10**30)]),
    "an id just too big": cursor(["a", 2**63]),
    "a huge id as text": cursor(["a", "9" * 30]),
    "an id of letters": cursor(["a", "b"]),
    "an id of Arabic digits": cursor(["a", "١٢"]),
    "NUL inside": cursor(["a\x00b", 1]),
    "NUL in the id": cursor(["a", "1\x00"]),
    "a lone surrogate": base64.urlsafe_b64encode(b'["\\ud800", 1]').decode(),
    "a day that never was": cursor(["2026-02-30", 1]),
    "a week": cursor(["2026-W10-1", 1]),
    "year 99999": cursor(["99999-01-01", 1]),
}


@pytest.mark.parametrize("richtung", ["ab", "vor"])
@pytest.mark.parametrize("liste", LISTEN)
@pytest.mark.parametrize("name", SCHLECHTE_CURSOR)
def test_a_cursor_nobody_gave_out_leads_back_to_the_beginning(besucher, name, liste, richtung):
    antwort = besucher.get(liste, {richtung: SCHLECHTE_CURSOR[name]})

    if name in GUELTIG_ALS_NAME and liste in {"/gremien/", "/organisationen/"}:
        # Any text is a place in an alphabetical list.
        assert antwort.status_code == 200
        return
    assert antwort.status_code == 400
    assert f'href="{liste}"' in antwort.text
    assert "Zum Anfang der Liste" in antwort.text


GUELTIG_ALS_NAME = {"a day that never was", "a week", "year 99999"}


def test_the_cursor_of_another_list_leads_back_to_the_beginning(besucher):
    wir, runde = fabrik.organisation("Träger"), fabrik.gremium("Runde")
    for nummer in range(51):
        fabrik.gremium(f"Gremium {nummer:03}")
        fabrik.sitzung(runde, datum=date(2020, 1, 1 + nummer % 28), status="terminiert")
        fabrik.vorlage(wir)
    namen = weiter(besucher, "/gremien/")
    tage = weiter(besucher, "/sitzungen/", zeit="vergangen")

    assert besucher.get("/gremien/", {"ab": namen}).status_code == 200
    assert besucher.get("/sitzungen/", {"ab": tage}).status_code == 200
    assert besucher.get("/sitzungen/", {"ab": namen}).status_code == 400
    assert besucher.get("/vorlagen/", {"ab": namen}).status_code == 400


def weiter(client, liste, **parameter):
    """Return the cursor of the next page."""
    text = client.get(liste, parameter).text
    [wert] = {teil.split("&")[0].split('"')[0] for teil in text.split("ab=")[1:]}
    return wert


@given(st.text(max_size=60))
def test_no_text_as_a_cursor_breaks_a_list(besucher, text):
    for liste in ("/gremien/", "/vorlagen/"):
        assert besucher.get(liste, {"ab": text.replace("\x00", "")}).status_code in {200, 400}


@given(
    st.lists(
        st.one_of(st.integers(), st.text(), st.none(), st.floats(), st.booleans(), st.dates().map(str)),
        max_size=3,
    )
)
@example(["0001-01-01", 1])
@example(["9999-12-31", 2**63 - 1])
def test_no_values_in_a_cursor_break_a_list(besucher, werte):
    for liste in LISTEN:
        for richtung in ("ab", "vor"):
            assert besucher.get(liste, {richtung: cursor(werte)}).status_code in {200, 400}


# --- Hosts and methods ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["example.com", "localhost.example.com", "localhost:80@example.com", "a b", "[::", ""]
)
def test_a_foreign_host_is_refused_with_all_headers(besucher, host):
    antwort = besucher.get("/gremien/", headers={"host": host}) if host else besucher.get("/", SERVER_NAME="")
    assert antwort.status_code == 400
    assert "object-src 'none'" in antwort["Content-Security-Policy"]
    assert antwort["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in antwort["Content-Security-Policy"]
    assert antwort["Content-Type"] == "text/html; charset=utf-8"
    if host:
        assert host not in antwort.text


def test_a_forwarded_host_or_scheme_is_not_believed(besucher):
    antwort = besucher.get(
        "/konto/login/", headers={"x-forwarded-host": "example.com", "x-forwarded-proto": "https"}
    )
    assert antwort.status_code == 200
    assert "example.com" not in antwort.text
    assert not antwort.wsgi_request.is_secure()


def oeffentliche_adressen(eintraege):
    dokument = Dokument.objects.create(titel="Satzung", **fabrik.OEFFENTLICH)
    return [
        "/",
        "/netzwerk/",
        "/gesund/",
        *LISTEN,
        *(eintrag.get_absolute_url() for eintrag in eintraege.values()),
        "/gebiete/",
        "/themen/",
        "/projekte/",
        "/impressum/",
        f"/medien/dokumente/{dokument.pk}/x.pdf",
    ]


def test_public_pages_are_only_read(besucher, eintraege, subtests):
    vorher = Gremium.objects.count(), Organisation.objects.count()
    for adresse, methode in itertools.product(
        oeffentliche_adressen(eintraege), ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE")
    ):
        with subtests.test(adresse=adresse, methode=methode):
            antwort = besucher.generic(
                methode, adresse, data=b"name=x", content_type="application/x-www-form-urlencoded"
            )
            assert antwort.status_code == 405
            assert antwort["Allow"] == "GET, HEAD"
            assert "sessionid" not in antwort.cookies
    assert (Gremium.objects.count(), Organisation.objects.count()) == vorher


def test_asking_for_the_head_gives_the_head(besucher, eintraege, subtests):
    for adresse in oeffentliche_adressen(eintraege)[:-1]:
        with subtests.test(adresse=adresse):
            kopf, ganz = besucher.head(adresse), besucher.get(adresse)
            assert (kopf.status_code, kopf.content) == (200, b"")
            assert kopf["Content-Type"] == ganz["Content-Type"]
            assert ganz.content


# --- Names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("eingabe", "gespeichert"),
    [
        ("AG\u00a078", "AG 78"),
        ("\u00a0 AG  78\t", "AG 78"),
        ("Runder\u200b Tisch\ufeff", "Runder Tisch"),
        ("\u202eTisch\u202c", "Tisch"),
        ("Tisch\u2066\u2069", "Tisch"),
        ("Tisch\ud800", "Tisch"),
        ("Ti\x00sch\x07", "Tisch"),
        ("Zeile\r\nzwei", "Zeile zwei"),
        ("So\u00adzial", "Sozial"),
        ("Mu\u0308hle", "Mühle"),
        ("🙂", "🙂"),
    ],
)
def test_a_name_is_stored_as_it_is_seen(eingabe, gespeichert):
    assert bereinigt(eingabe) == gespeichert
    gremium = fabrik.gremium(eingabe)
    gremium.refresh_from_db()
    assert gremium.name == gespeichert


@pytest.mark.parametrize(
    "name", ["\u200b\u200d", " \u00a0\t", "\u202e", "\ud800", "\x00", "", "\u3164\u200b\ufeff"[1:]]
)
def test_a_name_that_cannot_be_seen_is_refused(name):
    with pytest.raises(ValidationError):
        sichtbarer_name(name)
    gremium = Gremium(name=name, kurztext="x", art=Gremienart.objects.first())
    with pytest.raises(ValidationError) as fehler:
        gremium.full_clean()
    assert "name" in fehler.value.message_dict


def test_the_same_name_in_both_forms_of_unicode_is_the_same_name():
    zerlegt, eins = unicodedata.normalize("NFD", "Müller Straße"), "Müller Straße"
    assert zerlegt != eins
    Thema.objects.create(name=zerlegt)

    assert Thema.objects.filter(name=eins).exists()
    assert Thema.objects.filter(name=zerlegt).exists()
    with pytest.raises(ValidationError):
        Thema(name=eins).full_clean()
    assert adressteil(zerlegt) == adressteil(eins) == "mueller-strasse"


@pytest.mark.parametrize(
    ("name", "adresse"),
    [
        ("Straße", "strasse"),
        ("AG 78 Prävention", "ag-78-praevention"),
        ("Übergang Schule/Beruf", "uebergang-schule-beruf"),
        ("../../etc", "etc"),
        ("Łódź", "lodz"),
        ("x" * 300, "x" * 80),
        ("a\r\nb", "a-b"),
    ],
)
def test_a_name_makes_an_address(name, adresse):
    assert adressteil(name) == adresse


def test_names_without_a_letter_get_addresses_of_their_own(besucher):
    erstes, zweites = fabrik.gremium("🙂🙂"), fabrik.gremium("!!!")
    assert (erstes.slug, zweites.slug) == ("gremium", "gremium-2")
    assert besucher.get(erstes.get_absolute_url()).status_code == 200
    assert "🙂🙂" in besucher.get(erstes.get_absolute_url()).text


@given(st.text())
def test_any_name_makes_an_address_that_the_portal_answers_to(text):
    teil = adressteil(text)
    assert teil.isascii()
    assert len(teil) <= 80
    assert not teil or get_resolver().resolve(f"/gremien/{teil}/").kwargs == {"slug": teil}


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    einmal = bereinigt(text)
    assert bereinigt(einmal) == einmal
    assert not {unicodedata.category(z) for z in einmal} & {"Cc", "Cf", "Cs", "Co", "Cn"}


# --- Addresses that people type ------------------------------------------------------------------

GEFAEHRLICH = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A&#x61vascript:alert(1)",
    "javascript:alert(1)//https://example.org",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "VBScript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://example.org/x",
    "ftp://example.org/",
    "//example.com/x",
]


@pytest.mark.parametrize(
    "adresse", [*GEFAEHRLICH, "mailto:a@example.org", "example", "https://", "https://exa mple.org/"]
)
def test_a_web_address_is_http_or_nothing(adresse):
    with pytest.raises(ValidationError):
        Webadresse().clean(adresse, None)


@pytest.mark.parametrize(
    "adresse", ["https://example.org/a?b=c#d", "http://xn--mller-kva.example/", "https://münchen.example/"]
)
def test_a_web_address_of_the_web_is_kept(adresse):
    assert Webadresse().clean(adresse, None) == adresse


# --- Rich text -----------------------------------------------------------------------------------

ERLAUBTE_TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "blockquote"}
XSS = [
    SKRIPT,
    "<p><script>alert(1)</script></p>",
    "<p onclick=alert(1)>x</p>",
    "<p/onmouseover=alert(1)>x</p>",
    '<a href="https://example.org" onfocus=alert(1) autofocus>x</a>',
    "<img src=x onerror=alert(1)>",
    "<p><img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<p><svg><script>alert(1)</script></svg>",
    "<p><math><mtext></p><style><img src onerror=alert(1)></style>",
    "<p><svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<p><noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<p><iframe src=javascript:alert(1)>",
    "<p><object data=javascript:alert(1)>",
    "<p><embed src=javascript:alert(1)>",
    "<p><form action=javascript:alert(1)><input type=submit>",
    "<p><base href=https://example.com/>",
    "<p><meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<p><link rel=stylesheet href=https://example.com/x.css>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<p><style>@import 'https://example.com/x.css';</style>",
    "<p><details open ontoggle=alert(1)>",
    "<p><video><source onerror=alert(1)></video>",
    "<p><template><script>alert(1)</script></template>",
    "<p><!--><script>alert(1)</script>-->",
    "<p><![CDATA[<script>alert(1)</script>]]>",
    "<p><<script>alert(1)//<</script>",
    "<p><scr<script>ipt>alert(1)</scr</script>ipt>",
    "<p><textarea></p><script>alert(1)</script></textarea>",
    "<p><title></p><script>alert(1)</script></title>",
    "<p><xmp></p><script>alert(1)</script></xmp>",
    '<a href="https://example.org/&quot; onclick=&quot;alert(1)">x</a>',
    "<p id=x name=getElementById class=menu-button>x</p>",
    '<a target=_blank href="https://example.org">x</a>',
    *(f'<a href="{adresse}">x</a>' for adresse in GEFAEHRLICH if '"' not in adresse),
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/<script>alert(1)</script>",
    "https://example.org/' onclick='alert(1)",
    '- https://example.org/"><script>alert(1)</script>',
]


class Gereinigt(HTMLParser):
    """Collects every tag and attribute of a text."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.ziele, self.andere = set(), [], set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, wert in attrs:
            if (tag, name) == ("a", "href"):
                self.ziele.append(wert)
            elif (tag, name, wert) != ("a", "rel", "noopener noreferrer"):
                self.andere.add((tag, name))


def pruefe_harmlos(text):
    """Fail unless what is stored of a text holds only what may be shown."""
    html = formattext(text)
    gefunden = Gereinigt(html)
    assert gefunden.tags <= ERLAUBTE_TAGS
    assert gefunden.andere == set()
    assert [
        ziel for ziel in gefunden.ziele if not ziel.startswith(("http://", "https://", "mailto:", "tel:"))
    ] == []
    assert formattext(html) == html
    return html


@pytest.mark.parametrize("text", XSS)
def test_nothing_of_an_attack_is_stored(text):
    html = pruefe_harmlos(text)
    assert "<script" not in html.lower()


@pytest.mark.parametrize("adresse", GEFAEHRLICH)
def test_a_dangerous_address_is_no_link(adresse):
    """The text of the link stays, so that something could leak."""
    html = formattext(f"<p><a href='{adresse}'>hier</a></p>")
    assert Gereinigt(html).ziele == []
    assert "hier" in html


def test_good_links_are_kept():
    html = formattext(
        '<p><a href="mailto:a@example.org">Mail</a> <a href="tel:+4912345">Tel</a> https://example.org/x</p>'
    )
    assert Gereinigt(html).ziele[:2] == ["mailto:a@example.org", "tel:+4912345"]
    assert Gereinigt(formattext("Siehe https://example.org/x.")).ziele == ["https://example.org/x"]


TEILE = """<p> </p> <a\xa0href=' javascript: '> " <script> </script> onclick= <svg> <style> </style>
<math> <!-- --> &lt; &#106; &#824; &amp;lt; https://example.org/ <b> <h1> <h3> <h4> - \x00 \ud800
\r\n < > & <ul><li> <div> ]]> \u2028 <table> <td> <template> \u0338 \u0301 //example.com/ mailto:
<br> <em> </em> <blockquote> ( ) [ ]"""
BAUSTEINE = st.sampled_from(
    ["\n\n", "\u00a0", " ", *(teil.replace("\xa0", " ") for teil in re.split("[ \n]", TEILE))]
)


@given(st.one_of(st.text(), st.lists(st.one_of(BAUSTEINE, st.text(max_size=5)), max_size=12).map("".join)))
@example("<p>\u0338")
@example("<p>a<\u0338b")
@example("- \n- ")
def test_any_text_becomes_harmless_and_stays_what_it_became(text):
    pruefe_harmlos(text)


def test_attacks_are_harmless_where_they_are_read(besucher):
    angriff = "<p onclick=alert(1)>Text<script>alert(1)</script><a href='javascript:alert(1)'>hier</a></p>"
    gremium = fabrik.gremium(beschreibung=angriff, auftrag=angriff, mitmachen=angriff)
    text = besucher.get(gremium.get_absolute_url()).text

    assert text.count("<p>Text<a") == 3
    assert "alert(1)" not in text


# --- Logging in ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "login",
    [
        "x" * 5000,
        "a@b",
        "@",
        "a@example.org\r\nBcc: b@example.org",
        "%",
        "🙂@example.org",
        "a" * 300 + "@example.org",
    ],
)
def test_a_bad_login_is_answered_by_the_form(besucher, login):
    antwort = besucher.post("/konto/login/", {"login": login, "password": "y" * 5000})
    assert antwort.status_code == 200
    assert "y" * 100 not in antwort.text


@pytest.mark.parametrize(
    "email", ["a@example.org\r\nBcc: b@example.org", "a@example.org\nb", "x" * 5000 + "@example.org", "@"]
)
def test_a_bad_address_for_a_new_password_is_answered_by_the_form(besucher, mailoutbox, email):
    Konto.objects.create_user("a@example.org", "ein-langes-Passwort")
    assert besucher.post("/konto/password/reset/", {"email": email}).status_code in {200, 302}
    assert [brief for brief in mailoutbox if brief.to != ["a@example.org"]] == []


def test_additional_fields_of_a_form_are_ignored(client):
    konto = Konto.objects.create_user("a@example.org", "ein-langes-Passwort")
    client.post(
        "/konto/login/",
        {"login": "a@example.org", "password": "ein-langes-Passwort", "is_staff": "1", "is_superuser": "1"},
    )
    konto.refresh_from_db()
    assert client.session["_auth_user_id"] == str(konto.pk)
    assert (konto.is_staff, konto.is_superuser) == (False, False)


def test_a_form_with_too_many_fields_or_bytes_is_refused_readably(besucher):
    viele = besucher.post("/konto/login/", {f"f{n}": "1" for n in range(5001)})
    assert viele.status_code == 400
    gross = besucher.post("/konto/login/", {"login": "x" * (6 * 1024 * 1024)})
    assert gross.status_code in {400, 413}
    assert "<h1" in gross.text

"""Headers of every kind of answer, cookies, redirects after login, and files (SECURITY.md 11–20, 25)."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from email.message import Message
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import OperationalError
from django.test import Client, override_settings
from django.urls import path
from PIL import Image

from netzwerk.models import Bild, Dokument, Konto
from netzwerk.urls import root
from tests import fabrik

pytestmark = pytest.mark.django_db

HAUS = Path(__file__).resolve().parent.parent
PASSWORT = "ein-langes-Passwort"
GEHEIM = "GEHEIMNIS-im-Fehlertext"


def _kaputt(request):
    raise RuntimeError(GEHEIM)


def _ohne_datenbank(request):
    raise OperationalError(GEHEIM)


def _verboten(request):
    raise PermissionDenied(GEHEIM)


class urls:  # noqa: N801 - stands in for a module
    """The portal's addresses and three that fail."""

    handler400, handler403 = root.handler400, root.handler403
    handler404, handler500 = root.handler404, root.handler500
    urlpatterns = [
        path("kaputt/", _kaputt),
        path("ohne-datenbank/", _ohne_datenbank),
        path("verboten/", _verboten),
        *root.urlpatterns,
    ]


@pytest.fixture(scope="module")
def besucher():
    """Return a client for all: a new one would look through the static files first."""
    with override_settings(ROOT_URLCONF=urls):
        yield Client(raise_request_exception=False)


@pytest.fixture
def verwaltung():
    client = Client()
    client.force_login(
        Konto.objects.create_superuser("admin@example.org", PASSWORT),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return client


def bild(**felder):
    ziel = io.BytesIO()
    Image.new("RGB", (4, 3), "teal").save(ziel, "PNG")
    datei = ContentFile(ziel.getvalue(), "haus.png")
    return Bild.objects.create(
        **{"alternativtext": "ein Haus", "datei": datei, **fabrik.OEFFENTLICH, **felder}
    )


def dokument(dateiname="", endung="pdf", **felder):
    datei = ContentFile(b"%PDF-1.7\n", f"x.{endung}")
    return Dokument.objects.create(
        **{"titel": "Satzung", "datei": datei, "dateiname": dateiname, **fabrik.OEFFENTLICH, **felder}
    )


def gelesen(antwort):
    """Return the answer, read to its end, so that a file is closed."""
    antwort.inhalt = antwort.getvalue()
    return antwort


def richtlinie(antwort):
    """Return directive → sources of the answer's policy."""
    teile = [teil.split() for teil in antwort["Content-Security-Policy"].split(";")]
    return {name: quellen for name, *quellen in filter(None, teile)}


# --- Every kind of answer ------------------------------------------------------------------------


@pytest.fixture
def antworten(besucher, verwaltung):
    """Return kind of answer → an answer."""
    weg = fabrik.gremium("Weg", veroeffentlichung="zurueckgezogen")
    runde, foto, satzung = fabrik.gremium("Runde"), bild(), dokument()
    etag = besucher.get(runde.get_absolute_url())["ETag"]
    return {
        "200": besucher.get("/"),
        "200 detail": besucher.get(runde.get_absolute_url()),
        "200 health": besucher.get("/gesund/"),
        "200 login": besucher.get("/konto/login/"),
        "200 admin": verwaltung.get("/admin/"),
        "200 style page": verwaltung.get("/intern/stil/"),
        "200 picture": besucher.get(foto.get_absolute_url()),
        "200 document": besucher.get(satzung.get_absolute_url()),
        "200 style sheet": besucher.get("/static/css/portal.css"),
        "200 script of the admin": besucher.get("/static/admin/js/core.js"),
        "301": besucher.get("/gremien"),
        "302": besucher.get("/admin/"),
        "304": besucher.get(runde.get_absolute_url(), headers={"if-none-match": etag}),
        "304 style sheet": besucher.get(
            "/static/css/portal.css",
            headers={"if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"},
        ),
        "400": besucher.get("/gremien/?ab=kaputt"),
        "400 NUL": besucher.get("/?q=%00"),
        "400 host": besucher.get("/", headers={"host": "example.com"}),
        "403": besucher.get("/verboten/"),
        "403 form": Client(enforce_csrf_checks=True).post("/konto/login/"),
        "404": besucher.get("/gibt-es-nicht/"),
        "404 picture": besucher.get("/medien/bilder/999/x.png"),
        "404 style sheet": besucher.get("/static/gibt-es-nicht.css"),
        "405": besucher.post("/"),
        "410": besucher.get(weg.get_absolute_url()),
        "500": besucher.get("/kaputt/"),
        "503": besucher.get("/ohne-datenbank/"),
    }


def test_every_answer_carries_its_policy(antworten, subtests):
    for art, antwort in antworten.items():
        gelesen(antwort)
        with subtests.test(art=art):
            assert str(antwort.status_code) == art.split()[0]
            regeln = richtlinie(antwort)
            assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "data:"} & {
                quelle for name, quellen in regeln.items() if name != "img-src" for quelle in quellen
            }
            if art in {"200 picture", "200 document"}:
                assert regeln == {"default-src": ["'none'"], "sandbox": []}
            else:
                assert regeln["default-src"] == ["'none'"]
                assert regeln["object-src"] == ["'none'"]
                assert regeln["base-uri"] == ["'none'"]
                assert regeln["frame-ancestors"] == ["'none'"]
                assert regeln["form-action"] == ["'self'"]
                assert regeln["script-src"] == ["'self'"]
                assert regeln["style-src"] == ["'self'"]


def test_every_answer_is_taken_for_what_it_says(antworten, subtests):
    for art, antwort in antworten.items():
        gelesen(antwort)
        with subtests.test(art=art):
            assert antwort["X-Content-Type-Options"] == "nosniff"
            assert antwort["Referrer-Policy"] == "strict-origin-when-cross-origin"
            assert antwort["Cross-Origin-Opener-Policy"] == "same-origin"
            assert "Access-Control-Allow-Origin" not in antwort
            assert "X-Powered-By" not in antwort
            if antwort.inhalt.startswith(b"<!"):
                assert antwort["Content-Type"] == "text/html; charset=utf-8"
                assert '<html lang="de"' in antwort.inhalt.decode()


def test_no_answer_tells_of_the_inside(antworten, subtests):
    for art, antwort in antworten.items():
        text = gelesen(antwort).inhalt.decode(errors="replace")
        with subtests.test(art=art):
            assert GEHEIM not in text
            assert "Traceback" not in text
            assert str(HAUS) not in text
            assert "DEBUG" not in text or "style sheet" in art or "script" in art


def test_an_error_leads_on_and_asks_for_no_database(besucher, django_assert_num_queries):
    for adresse, status in (("/kaputt/", 500), ("/ohne-datenbank/", 503), ("/?q=%00", 400)):
        with django_assert_num_queries(0):
            antwort = besucher.get(adresse)
        assert antwort.status_code == status
        assert 'href="/"' in antwort.text
        assert "no-store" in antwort["Cache-Control"]
    assert antwort.headers.get("Retry-After") is None
    assert int(besucher.get("/ohne-datenbank/")["Retry-After"]) > 0


# --- Cookies and caches --------------------------------------------------------------------------


def oeffentliche_adressen():
    wir, runde = fabrik.organisation("Träger"), fabrik.gremium("Runde")
    fabrik.gremium("Weg", slug="weg", veroeffentlichung="zurueckgezogen")
    sitzung = fabrik.sitzung(runde, datum=date(2026, 3, 1), status="terminiert")
    return [
        "/",
        "/netzwerk/",
        "/netzwerk/karte/",
        "/gremien/",
        "/gremien/?alle=1",
        "/organisationen/",
        "/gebiete/",
        "/themen/",
        "/projekte/",
        "/berichte/",
        "/sitzungen/",
        "/vorlagen/",
        "/impressum/",
        "/barrierefreiheit/",
        *(eintrag.get_absolute_url() for eintrag in (wir, runde, sitzung, fabrik.vorlage(wir))),
        "/gremien/gibt-es-nicht/",
        "/gremien/weg/",
        "/gremien/?ab=kaputt",
        "/gibt-es-nicht/",
    ]


@pytest.mark.parametrize(
    "keks", [{}, {"sessionid": "a" * 32, "csrftoken": "b" * 32, "messages": "c"}], ids=["ohne", "mit"]
)
def test_a_public_page_is_the_same_for_everyone(keks, subtests):
    client = Client()
    for adresse in oeffentliche_adressen():
        client.cookies.clear()
        for name, wert in keks.items():
            client.cookies[name] = wert
        antwort = client.get(adresse)
        with subtests.test(adresse=adresse):
            assert {name: m.value for name, m in antwort.cookies.items()} == {}
            assert "cookie" not in antwort.get("Vary", "").lower()
            assert "csrfmiddlewaretoken" not in antwort.text
            assert not antwort.wsgi_request.session.accessed


def test_a_public_page_looks_the_same_to_staff(verwaltung):
    """Names, messages or links of staff would end in a shared cache."""
    besucher = Client()
    for adresse in oeffentliche_adressen():
        assert verwaltung.get(adresse).content == besucher.get(adresse).content


def test_public_pages_may_be_kept_and_checked(besucher):
    for adresse in oeffentliche_adressen()[:17]:
        antwort = besucher.get(adresse)
        assert antwort["ETag"]
        assert antwort["Cache-Control"].startswith("public, max-age=0, s-maxage=")
        assert besucher.get(adresse, headers={"if-none-match": antwort["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "adresse",
    [
        "/konto/login/",
        "/konto/password/reset/",
        "/konto/password/reset/done/",
        "/konto/signup/",
        "/konto/inactive/",
    ],
)
def test_pages_of_accounts_are_kept_by_nobody(besucher, adresse):
    antwort = besucher.get(adresse)
    assert antwort.status_code == 200
    assert {"no-store", "private"} <= {teil.strip() for teil in antwort["Cache-Control"].split(",")}


def test_pages_for_staff_are_kept_by_nobody(verwaltung, subtests):
    gremium = fabrik.gremium("Runde")
    entwurf = bild(veroeffentlichung="entwurf")
    for adresse in (
        "/admin/",
        "/admin/gremien/gremium/",
        f"/admin/gremien/gremium/{gremium.pk}/change/",
        f"/admin/gremien/gremium/{gremium.pk}/history/",
        "/admin/autocomplete/?app_label=gremien&model_name=gremienbeziehung&field_name=von_gremium",
        "/intern/stil/",
        "/konto/",
        "/konto/password/change/",
        "/konto/logout/",
        entwurf.get_absolute_url(),
        "/admin/gibt/es/nicht/",
    ):
        with subtests.test(adresse=adresse):
            antwort = gelesen(verwaltung.get(adresse))
            assert antwort.status_code == (404 if "gibt" in adresse else 200)
            assert {"no-store", "private"} <= {teil.strip() for teil in antwort["Cache-Control"].split(",")}


def test_being_sent_to_the_login_is_kept_by_nobody(besucher):
    for adresse in ("/admin/", "/intern/stil/", "/konto/", "/konto/password/change/"):
        antwort = besucher.get(adresse)
        assert antwort.status_code == 302
        assert "no-store" in antwort.get("Cache-Control", "")


def test_cookies_of_a_login(client):
    Konto.objects.create_user("a@example.org", PASSWORT)
    formular = client.get("/konto/login/")
    assert list(formular.cookies) == ["csrftoken"]
    assert formular.cookies["csrftoken"]["samesite"] == "Lax"

    antwort = client.post("/konto/login/", {"login": "a@example.org", "password": PASSWORT})
    keks = antwort.cookies["sessionid"]
    assert (keks["httponly"], keks["samesite"], keks["domain"]) == (True, "Lax", "")
    assert keks["path"] == "/"


def test_the_session_is_another_after_login_and_gone_after_logout(client):
    Konto.objects.create_user("a@example.org", PASSWORT)
    client.get("/konto/password/reset/")
    vorher = client.session
    vorher["etwas"] = 1
    vorher.save()
    alter = vorher.session_key
    client.post("/konto/login/", {"login": "a@example.org", "password": PASSWORT})
    neuer = client.session.session_key
    assert neuer != alter

    client.post("/konto/logout/")
    client.cookies["sessionid"] = neuer
    assert client.get("/konto/").status_code == 302


# --- Transport -----------------------------------------------------------------------------------

FRAGE_MIT_TLS = """
import json, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "netzwerk.settings"
import django
django.setup()
from django.conf import settings
from django.test import Client
from django.test.utils import setup_test_environment
setup_test_environment()
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
from django.core.management import call_command
call_command("migrate", verbosity=0)
from netzwerk.models import Konto
Konto.objects.create_user("a@example.org", "ein-langes-Passwort")
client = Client()
offen = client.get("/gremien/?alle=1", headers={"host": "localhost"})
gelogen = client.get("/", headers={"host": "localhost", "x-forwarded-proto": "https"})
sicher = client.get("/gremien/", secure=True, headers={"host": "localhost"})
formular = client.get("/konto/login/", secure=True, headers={"host": "localhost"})
drin = client.post("/konto/login/", {"login": "a@example.org", "password": "ein-langes-Passwort"},
                   secure=True, headers={"host": "localhost"})
fremd = client.get("/", secure=True, headers={"host": "example.com"})
print(json.dumps({
    "offen": [offen.status_code, offen["Location"], offen.headers.get("Strict-Transport-Security")],
    "gelogen": gelogen.status_code,
    "hsts": [a.headers.get("Strict-Transport-Security") for a in (sicher, formular, drin, fremd)],
    "status": [sicher.status_code, formular.status_code, drin.status_code, fremd.status_code],
    "kekse": {name: {k: m[k] for k in ("secure", "httponly", "samesite", "path", "domain")}
              for a in (sicher, formular, drin) for name, m in a.cookies.items()},
}))
"""


def frage_mit_tls(tmp_path, **umgebung):
    """Return what a portal in production says, asked in a process of its own."""
    ergebnis = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", FRAGE_MIT_TLS],
        cwd=HAUS,
        env={
            "PATH": os.environ["PATH"],
            "SECRET_KEY": "s" * 60,
            "VAR_DIR": str(tmp_path),
            "DATABASE_URL": f"sqlite:///{tmp_path}/tls.sqlite3",
            **umgebung,
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert ergebnis.returncode == 0, ergebnis.stderr
    return json.loads(ergebnis.stdout.splitlines()[-1])


def test_with_tls_everything_is_secure(tmp_path):
    antwort = frage_mit_tls(tmp_path)

    assert antwort["offen"] == [301, "https://localhost/gremien/?alle=1", None]
    assert antwort["gelogen"] == 301, "a client's own word for TLS is not believed"
    assert antwort["status"] == [200, 200, 302, 400]
    for hsts in antwort["hsts"]:
        alter, *weitere = hsts.split("; ")
        assert int(alter.removeprefix("max-age=")) >= 60 * 60 * 24 * 365
        assert "includeSubDomains" in weitere
    assert set(antwort["kekse"]) >= {"__Host-csrf", "__Host-sitzung"}
    for name, keks in antwort["kekse"].items():
        assert (keks["secure"], keks["path"], keks["domain"], keks["samesite"]) == (True, "/", "", "Lax"), (
            name
        )
    assert antwort["kekse"]["__Host-sitzung"]["httponly"] is True
    assert {name for name in antwort["kekse"] if not name.startswith("__Host-")} <= {"messages"}


def test_behind_a_proxy_its_word_for_tls_is_believed(tmp_path):
    assert frage_mit_tls(tmp_path, HINTER_PROXY="1")["gelogen"] == 200


def test_without_tls_nothing_is_promised(besucher):
    antwort = besucher.get("/")
    assert antwort.status_code == 200
    assert "Strict-Transport-Security" not in antwort


# --- Where a login leads -------------------------------------------------------------------------

FREMDE = [
    "https://example.com/",
    "http://example.com/",
    "//example.com/",
    "///example.com/",
    "////example.com/",
    "/\\example.com/",
    "\\\\example.com/",
    "/\t/example.com/",
    "https:example.com",
    "https:///example.com",
    "http://testserver@example.com/",
    "http://testserver.example.com/",
    "javascript:alert(1)",
    "data:text/html,x",
    " //example.com/",
    "\x01https://example.com/",
    "/gremien/\r\nLocation: https://example.com/",
]


@pytest.mark.parametrize("ziel", FREMDE)
@pytest.mark.parametrize("art", ["adresse", "formular"])
def test_a_login_never_leads_to_another_host(besucher, ziel, art):
    Konto.objects.create_user("a@example.org", PASSWORT)
    besucher.cookies.clear()
    daten = {"login": "a@example.org", "password": PASSWORT}
    if art == "adresse":
        antwort = besucher.post("/konto/login/", daten, query_params={"next": ziel})
    else:
        antwort = besucher.post("/konto/login/", daten | {"next": ziel})
    assert antwort.status_code == 302
    assert "example.com" not in antwort["Location"] or antwort["Location"].startswith("/gremien/")
    assert antwort["Location"].startswith("/")
    assert not antwort["Location"].startswith(("//", "/\\", "/\t"))


def test_a_login_leads_where_one_wanted_to_go(besucher):
    Konto.objects.create_user("a@example.org", PASSWORT)
    besucher.cookies.clear()
    antwort = besucher.post(
        "/konto/login/", {"login": "a@example.org", "password": PASSWORT, "next": "/gremien/?alle=1"}
    )
    assert antwort["Location"] == "/gremien/?alle=1"


@pytest.mark.parametrize("ziel", FREMDE)
def test_the_form_never_carries_another_host(besucher, ziel):
    besucher.cookies.clear()
    for adresse in ("/konto/login/", "/admin/login/"):
        antwort = besucher.get(adresse, {"next": ziel})
        assert "https://example.com" not in antwort.get("Location", "")
        if antwort.status_code == 302:
            antwort = besucher.get(antwort["Location"])
        assert 'href="https://example.com' not in antwort.text
        assert 'action="https://example.com' not in antwort.text


@pytest.mark.parametrize("ziel", FREMDE)
def test_a_logout_never_leads_to_another_host(verwaltung, ziel):
    antwort = verwaltung.post("/konto/logout/", {"next": ziel})
    assert antwort.status_code == 302
    assert antwort["Location"].startswith("/")
    assert not antwort["Location"].startswith(("//", "/\\", "/\t"))


# --- Files ---------------------------------------------------------------------------------------


def test_a_public_picture_is_harmless(besucher):
    antwort = gelesen(besucher.get(bild().get_absolute_url()))

    assert antwort.status_code == 200
    assert antwort["Content-Type"] == "image/png"
    assert antwort["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert antwort["X-Content-Type-Options"] == "nosniff"
    assert antwort["Content-Disposition"].startswith("inline")
    assert antwort["Cache-Control"] == "public, max-age=3600"
    assert antwort.inhalt.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "weg",
    [{"veroeffentlichung": "entwurf"}, {"sichtbarkeit": "intern"}, {"veroeffentlichung": "zurueckgezogen"}],
)
def test_a_file_that_is_not_public_is_not_there(besucher, weg):
    besucher.cookies.clear()
    for datei in (bild(**weg), dokument(**weg)):
        adresse = datei.get_absolute_url()
        assert besucher.get(adresse).status_code == 404
        type(datei).objects.filter(pk=datei.pk).update(**fabrik.OEFFENTLICH, sichtbarkeit="oeffentlich")
        assert gelesen(besucher.get(adresse)).status_code == 200


def test_a_file_is_found_by_its_own_name_only(besucher):
    for datei in (bild(), dokument()):
        ordner, _, name = datei.get_absolute_url().rpartition("/")
        assert gelesen(besucher.get(f"{ordner}/{name}")).status_code == 200
        for falsch in (
            "x.png",
            name.upper(),
            f"{name}.html",
            "..%2f" + name,
            "%2e%2e",
            name + "%20",
            "a" * 300,
        ):
            assert besucher.get(f"{ordner}/{falsch}").status_code == 404
        assert len(name) > 32, "nobody guesses it"


def test_a_file_gone_from_the_disk_is_not_found(besucher):
    datei = bild()
    datei.datei.storage.delete(datei.datei.name)
    assert besucher.get(datei.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("dateiname", "erwartet"),
    [
        ("Satzung.pdf", "Satzung.pdf"),
        ("Geschäftsordnung Jugendhilfeausschuß.pdf", "Geschäftsordnung Jugendhilfeausschuß.pdf"),
        ('Die "große" Satzung.pdf', 'Die "große" Satzung.pdf'),
        ("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie: x=1.pdf"),
        ("a;filename=b.exe.pdf", "a;filename=b.exe.pdf"),
        ("gnp.exe\u202efdp.pdf", "gnp.exefdp.pdf"),
        ("🙂.pdf", "🙂.pdf"),
        # The ending is that of the file that was checked, whatever was typed.
        ("Satzung.exe", "Satzung.pdf"),
        ("Satzung", "Satzung.pdf"),
        ("100 % \\ ' %41.pdf", "100 % \\ ' %41.pdf"),
    ],
)
def test_a_document_is_saved_under_its_own_name(besucher, dateiname, erwartet):
    antwort = gelesen(besucher.get(dokument(dateiname).get_absolute_url()))
    kopf = antwort["Content-Disposition"]

    assert antwort.status_code == 200
    assert antwort["Content-Type"] == "application/pdf"
    assert antwort["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "Set-Cookie" not in antwort.headers
    assert antwort.cookies == {}
    assert kopf.startswith("attachment; ")
    assert kopf.isascii()
    assert "\r" not in kopf
    assert "\n" not in kopf
    assert _dateiname(kopf) == erwartet


def _dateiname(kopf):
    """Return the file name as a reader of RFC 6266 understands it."""
    nachricht = Message()
    nachricht["Content-Disposition"] = kopf
    return nachricht.get_filename()


def test_a_document_without_a_name_is_saved_as_a_pdf(besucher):
    antwort = gelesen(besucher.get(dokument().get_absolute_url()))
    assert antwort["Content-Disposition"].startswith("attachment; ")
    assert _dateiname(antwort["Content-Disposition"]).endswith(".pdf")


def test_a_document_that_lies_elsewhere_has_no_file_here(besucher):
    fern = Dokument.objects.create(
        titel="Plan", webadresse="https://example.org/plan.pdf", **fabrik.OEFFENTLICH
    )
    assert besucher.get(f"/medien/dokumente/{fern.pk}/plan.pdf").status_code == 404
    assert besucher.get(f"/medien/dokumente/{fern.pk}/").status_code == 404


@pytest.mark.parametrize(
    "adresse",
    [
        "/.git/config",
        "/.env",
        "/var/db.sqlite3",
        "/manage.py",
        "/static/../manage.py",
        "/static/%2e%2e/manage.py",
        "/static/",
        "/static/css/",
        "/medien/",
        "/medien/bilder/",
        "/netzwerk/settings.py",
        "/__debug__/",
    ],
)
def test_nothing_of_the_inside_lies_open(besucher, adresse):
    assert besucher.get(adresse).status_code == 404

"""One portal for all browser tests: the whole demo data, served by threads of this process.

It has a database file and media of its own, made once a run. Tests that empty the test
database therefore cannot disturb it, nor it them, in whatever order they run. Only the
server's threads (and what is passed to ``portal.frage``) see that file: a connection belongs
to its thread. The server and the tests share a process, so ``mail.outbox`` is the server's.
"""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.db import connections
from django.test import override_settings

PASSWORT = "ein-gutes-Demopasswort"


class _Anfragen(WSGIRequestHandler):
    """Answers without a line for each request."""

    def log_message(self, *_):
        pass


class _Server(ThreadedWSGIServer):
    """Gives each of its threads a connection to the portal's own database."""

    # Browsers ask for many files at once.
    request_queue_size = 64

    def __init__(self, datenbank):
        super().__init__(("127.0.0.1", 0), _Anfragen)
        self.datenbank = datenbank

    def process_request_thread(self, request, client_address):
        eigene_verbindung(self.datenbank)
        super().process_request_thread(request, client_address)


def eigene_verbindung(datenbank):
    """Let this thread's default connection lead to the file."""
    verbindung = connections.create_connection("default")
    verbindung.settings_dict = {**verbindung.settings_dict, "NAME": str(datenbank)}
    connections["default"] = verbindung


@dataclass
class Portal:
    """The running portal."""

    datenbank: str
    medien: str
    sperre: Any
    adresse: str = ""

    def frage(self, tun):
        """Return what the function returns when it is called with the portal's database."""

        def im_thread():
            eigene_verbindung(self.datenbank)
            try:
                return tun()
            finally:
                connections.close_all()

        with self.sperre.unblock(), ThreadPoolExecutor(1) as arbeit:
            return arbeit.submit(im_thread).result()


@pytest.fixture(scope="session")
def portal(tmp_path_factory, django_test_environment, django_db_blocker):
    """Serve the demo data from a database made for this run."""
    ordner = tmp_path_factory.mktemp("portal")
    portal = Portal(
        datenbank=str(ordner / "demo.sqlite3"), medien=str(ordner / "medien"), sperre=django_db_blocker
    )
    with override_settings(MEDIA_ROOT=portal.medien), pytest.MonkeyPatch.context() as umgebung:
        umgebung.setenv("DEMO_PASSWORT", PASSWORT)
        portal.frage(_einrichten)
    server = _Server(portal.datenbank)
    portal.adresse = f"http://localhost:{server.server_address[1]}"
    server.set_app(WSGIHandler())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield portal
    server.shutdown()
    thread.join()
    server.server_close()


def _einrichten():
    from sitzungen.demo import alles_laden

    call_command("migrate", verbosity=0)
    alles_laden()


@pytest.fixture(scope="session")
def base_url(portal):
    """Let ``page.goto("/netzwerk/")`` mean the portal."""
    return portal.adresse


@pytest.fixture(autouse=True)
def eigene_medien(settings, portal):
    """Serve the demo's media; elsewhere each test has media of its own."""
    settings.MEDIA_ROOT = portal.medien


@pytest.fixture(autouse=True)
def _server_darf_in_die_datenbank(django_db_blocker):
    """Lift the lock that pytest-django puts on all threads."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="session")
def orte(portal):
    """Return the addresses that hold a number made while loading."""
    return portal.frage(_orte)


def _orte():
    from gremien.models import Gremium
    from sitzungen.models import Sitzung

    sitzungen = Sitzung.objects.oeffentlich()
    return {
        "sitzung_herne": sitzungen.get(
            gremium__slug="jugendhilfeausschuss-herne", datum="2007-10-30"
        ).get_absolute_url(),
        "sitzung_abgesagt": sitzungen.filter(status="abgesagt").first().get_absolute_url(),
        "sitzung_kuenftig": sitzungen.filter(gremium__slug="jugendhilfeausschuss-marburg")
        .order_by("-datum")
        .first()
        .get_absolute_url(),
        "gremium_in_der_verwaltung": "/admin/gremien/gremium/{}/change/".format(
            Gremium.objects.get(slug="jugendhilfeausschuss-marburg").pk
        ),
    }


@pytest.fixture
def passwort():
    """Return the password of all demo accounts."""
    return PASSWORT


@pytest.fixture
def als_admin(context, portal):
    """Log the browser in as the demo's administrator, without the form."""
    context.add_cookies([portal.frage(lambda: _anmeldung("admin@example.org")) | {"url": portal.adresse}])


def _anmeldung(email):
    from django.conf import settings
    from django.test import Client

    from netzwerk.models import Konto

    client = Client()
    client.force_login(Konto.objects.get(email=email), backend=settings.AUTHENTICATION_BACKENDS[0])
    keks = client.cookies[settings.SESSION_COOKIE_NAME]
    return {"name": keks.key, "value": keks.value}

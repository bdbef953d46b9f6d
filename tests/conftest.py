"""What every test needs: no network, a browser that is found, no test that vanishes unseen."""

import ipaddress
import os
import shutil
import socket
from pathlib import Path

import hypothesis
import pytest

# Playwright runs an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

hypothesis.settings.register_profile("portal", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("portal")

E2E = Path(__file__).parent / "e2e"
BROWSER = ("chromium", "chromium-browser", "google-chrome")


def _auf_postgresql():
    return os.environ.get("TEST_DATABASE_URL", "").startswith(("postgres://", "postgresql://"))


def _mit_echten_commits(item):
    if {"transactional_db", "live_server"} & set(item.fixturenames):
        return True
    marke = item.get_closest_marker("django_db")
    return bool(marke and marke.kwargs.get("transaction"))


def pytest_collection_modifyitems(config, items):
    """Mark the browser tests; on PostgreSQL take them out by name instead of skipping them."""
    for item in items:
        if item.path.is_relative_to(E2E):
            item.add_marker(pytest.mark.e2e)
        if _mit_echten_commits(item):
            # Such a test empties the database behind it: the next one gets the first rows back.
            item.fixturenames.append("django_db_serialized_rollback")
    if not _auf_postgresql():
        return
    browser = [item for item in items if item.get_closest_marker("e2e")]
    if browser:
        config.hook.pytest_deselected(items=browser)
        items[:] = [item for item in items if item not in set(browser)]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """With KEINE_UEBERSPRUNGENEN=1 a skipped test fails the run."""
    melder = session.config.pluginmanager.get_plugin("terminalreporter")
    uebersprungen = melder.stats.get("skipped", []) if melder else []
    if uebersprungen and os.environ.get("KEINE_UEBERSPRUNGENEN") == "1":
        melder.write_line("")
        melder.write_line(f"{len(uebersprungen)} übersprungene Tests sind hier nicht erlaubt.", red=True)
        session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED


# --- No network ----------------------------------------------------------------------------------


def _ist_hier(host):
    if host in ("", "localhost", None):
        return True
    try:
        return ipaddress.ip_address(host.split("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def kein_netz():
    """Refuse every connection that leaves this machine, and every question for a name."""
    verbinden, verbinden_ex, fragen = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def pruefe(familie, host):
        if familie != socket.AF_UNIX and not _ist_hier(host):
            pytest.fail(f"Ein Test wollte ins Netz: {host}")

    def connect(self, adresse):
        pruefe(self.family, adresse[0])
        return verbinden(self, adresse)

    def connect_ex(self, adresse):
        pruefe(self.family, adresse[0])
        return verbinden_ex(self, adresse)

    def getaddrinfo(host, *args, **kwargs):
        pruefe(None, host.decode() if isinstance(host, bytes) else host)
        return fragen(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket.socket, "connect_ex", connect_ex)
        patch.setattr(socket, "getaddrinfo", getaddrinfo)
        yield


# --- The browser ---------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the system's Chromium, quietly and without a network."""
    pfad = next(filter(None, map(shutil.which, BROWSER)), None)
    if pfad is None:
        pytest.fail("Kein Chromium gefunden. Debian, Ubuntu: sudo apt install chromium", pytrace=False)
    return browser_type_launch_args | {
        "executable_path": pfad,
        "args": [
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
            # Chromium refuses its sandbox to root (as in a container).
            *(["--no-sandbox"] if os.geteuid() == 0 else []),
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Show the browser as a German visitor has it."""
    return browser_context_args | {"locale": "de-DE", "timezone_id": "Europe/Berlin"}


# --- Files ---------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def eigene_medien(settings, tmp_path):
    """Give each test media of its own."""
    settings.MEDIA_ROOT = tmp_path / "medien"

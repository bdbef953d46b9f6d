"""The start script and the settings: clear messages, nothing done twice, no traceback."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

WURZEL = Path(__file__).resolve().parents[2]
# Usually sh is one of the two.
SHELLS = sorted({Path(pfad).resolve() for pfad in map(shutil.which, ("dash", "bash", "sh")) if pfad})
WERKZEUGE = ("ls", "rm", "mkdir", "cat", "cksum", "tail", "mktemp", "env", "find")

# Plays a Python whose venv and pip only leave traces: no network, no real installation.
STUB = """#!/bin/sh
printf '%s\\n' "$*" >>"$SPUR"
case "$*" in
    *"import venv, ensurepip"*) exit "${{OHNE_VENV:-0}}" ;;
    "-m venv "*)
        [ -z "${{VENV_BRICHT:-}}" ] || {{ echo "Error: kein Platz" >&2; exit 1; }}
        mkdir -p .venv/bin .venv/lib/python3.12/site-packages/pip
        cat "$0" >.venv/bin/python && chmod +x .venv/bin/python ;;
    "-m pip "*) exit "${{PIP_BRICHT:-0}}" ;;
    "-c "*) exec "{python}" "$@" ;;
    --version) echo "Python 3.12.0" ;;
    "-m pytest"* | "manage.py "*) echo "lief: $*" ;;
    *) exit 9 ;;
esac
"""


def ausfuehrbar(pfad, text):
    pfad.parent.mkdir(parents=True, exist_ok=True)
    pfad.write_text(text)
    pfad.chmod(0o755)
    return pfad


class Rechner:
    """A checkout in a folder with spaces on a machine with the fewest tools."""

    def __init__(self, ordner, shell):
        self.wurzel = ordner / "Mein Portal"
        self.heim = ordner / "Heim von Jörg"
        self.bin = ordner / "bin"
        self.spur = ordner / "spur"
        self.shell = shell
        for neu in (self.wurzel, self.heim, self.bin):
            neu.mkdir()
        for name in ("portal", "manage.py", "requirements.txt", "requirements-dev.txt"):
            shutil.copy2(WURZEL / name, self.wurzel)
        for name in (*WERKZEUGE, "chmod", "sh"):
            (self.bin / name).symlink_to(shutil.which(name))
        self.spur.touch()

    def stub(self, pfad=None):
        return ausfuehrbar(pfad or self.bin / "python3.13", STUB.format(python=sys.executable))

    def portal(self, *args, **umgebung):
        env = {"PATH": str(self.bin), "HOME": str(self.heim), "SPUR": str(self.spur), "LANG": "C.UTF-8"}
        return subprocess.run(
            [self.shell, str(self.wurzel / "portal"), *args],
            env=env | umgebung,
            cwd=self.heim,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def spuren(self, anfang):
        return [zeile for zeile in self.spur.read_text().splitlines() if zeile.startswith(anfang)]


@pytest.fixture(params=SHELLS, ids=lambda shell: shell.name)
def rechner(tmp_path, request):
    return Rechner(tmp_path, request.param)


@pytest.fixture
def belegter_port():
    with socket.socket() as lauscher:
        lauscher.bind(("127.0.0.1", 0))
        lauscher.listen()
        yield str(lauscher.getsockname()[1])


def eine_zeile(lauf, *worte):
    """Check that the run failed with exactly one line that holds the words."""
    assert lauf.returncode == 1, lauf.stdout + lauf.stderr
    zeilen = lauf.stderr.splitlines()
    assert len(zeilen) == 1, lauf.stderr
    for wort in worte:
        assert wort in zeilen[0]


def test_without_verb_prints_help(rechner):
    lauf = rechner.portal()
    assert lauf.returncode == 0
    for verb in ("demo", "test", "check", "update", "start", "manage", "lock"):
        assert f"./portal {verb}" in lauf.stdout


def test_unknown_verb_fails(rechner):
    lauf = rechner.portal("tanze")
    assert lauf.returncode == 1
    assert "„tanze“ gibt es nicht" in lauf.stderr


def test_no_python(rechner):
    eine_zeile(rechner.portal("demo"), "Kein Python 3.12", "python3-venv")


def test_too_old_python_and_failing_shim_do_not_count(rechner):
    ausfuehrbar(rechner.bin / "python3", "#!/bin/sh\nexit 1\n")
    ausfuehrbar(rechner.bin / "python3.13", "#!/bin/sh\necho 'pyenv: version not installed' >&2\nexit 127\n")
    eine_zeile(rechner.portal("test"), "Kein Python 3.12")


def test_named_python_that_does_not_run(rechner):
    eine_zeile(rechner.portal("test", PYTHON="/nirgends/python3"), "/nirgends/python3", "lauffähiges")


def test_finds_pyenv_behind_failing_shims(rechner, belegter_port):
    ausfuehrbar(rechner.bin / "python3.13", "#!/bin/sh\nexit 127\n")
    rechner.stub(rechner.heim / ".pyenv/versions/3.12.9/bin/python3")
    eine_zeile(rechner.portal("demo", belegter_port), belegter_port, "belegt")


def test_venv_module_missing(rechner):
    rechner.stub()
    eine_zeile(rechner.portal("test", OHNE_VENV="1"), "„venv“", "apt install python3-venv")


def test_venv_fails(rechner):
    rechner.stub()
    lauf = rechner.portal("test", VENV_BRICHT="1")
    assert lauf.returncode == 1
    assert "python3-venv" in lauf.stderr.splitlines()[-1]
    assert "kein Platz" in lauf.stderr.splitlines()[-1]
    assert rechner.portal("test", "-q").stdout == "lief: -m pytest -q\n"


def test_installs_once_and_again_when_the_lock_changes(rechner):
    rechner.stub()
    for _ in range(2):
        assert rechner.portal("test", "-k", "a b").stdout == "lief: -m pytest -k a b\n"
    assert len(rechner.spuren("-m venv")) == 1
    assert len(rechner.spuren("-m pip install")) == 1
    with (rechner.wurzel / "requirements-dev.txt").open("a") as datei:
        datei.write("# neu\n")
    assert rechner.portal("test").returncode == 0
    assert len(rechner.spuren("-m venv")) == 1
    assert len(rechner.spuren("-m pip install")) == 2
    assert all("--require-hashes" in zeile for zeile in rechner.spuren("-m pip install"))


def test_development_lock_serves_the_other_verbs(rechner):
    rechner.stub()
    rechner.portal("test")
    assert rechner.portal("manage", "check").stdout == "lief: manage.py check\n"
    assert len(rechner.spuren("-m pip install")) == 1


def test_interrupted_installation_heals(rechner):
    rechner.stub()
    lauf = rechner.portal("test", PIP_BRICHT="1")
    assert lauf.returncode == 1
    assert "ließen sich nicht installieren" in lauf.stderr.splitlines()[-1]
    assert rechner.portal("test", "-q").stdout == "lief: -m pytest -q\n"
    assert len(rechner.spuren("-m venv")) == 2


def test_half_made_environment_heals(rechner):
    rechner.stub()
    ausfuehrbar(rechner.wurzel / ".venv/bin/python", "#!/bin/sh\nexit 1\n")
    assert rechner.portal("test", "-q").stdout == "lief: -m pytest -q\n"


def test_does_not_disturb_another_installation(rechner):
    rechner.stub()
    (rechner.wurzel / ".venv").mkdir()
    (rechner.wurzel / ".venv/.im-bau").write_text(f"{os.getpid()}\n")
    eine_zeile(rechner.portal("test"), "anderer Aufruf", str(os.getpid()))


@pytest.mark.parametrize("port", ["acht", "0", "65536", "-1", "80 80", "8000x", "123456789012345678901"])
def test_bad_port(rechner, port):
    eine_zeile(rechner.portal("demo", port), "kein Port", "65535")


def test_busy_port(rechner, belegter_port):
    rechner.stub()
    eine_zeile(rechner.portal("demo", belegter_port), belegter_port, "belegt")
    assert not (rechner.wurzel / ".venv").exists()


def test_unwritable_checkout(rechner):
    rechner.stub()
    rechner.wurzel.chmod(0o555)
    eine_zeile(rechner.portal("test"), "nicht beschreibbar")
    rechner.wurzel.chmod(0o755)


def test_unwritable_var(rechner, tmp_path):
    rechner.stub()
    var = tmp_path / "nur lesen"
    var.mkdir(mode=0o555)
    eine_zeile(rechner.portal("demo", VAR_DIR=str(var)), "nur lesen", "nicht beschreibbar", "VAR_DIR")


# --- Settings from the environment -----------------------------------------------------------------

STARTER = {
    "manage.py": ["manage.py", "check"],
    "bereitstellen": ["manage.py", "bereitstellen"],
    "wsgi": ["-c", "import netzwerk.wsgi"],
    "gunicorn": ["-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "-b", "127.0.0.1:0", "netzwerk.wsgi"],
}
GUT = {"SECRET_KEY": "k" * 60, "DEBUG": "0", "TLS": "0"}


jeder_starter = pytest.mark.parametrize("starter", STARTER)


@pytest.fixture
def starte(tmp_path):
    def starte(starter="manage.py", **umgebung):
        env = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "LANG": "C.UTF-8"} | GUT | umgebung
        return subprocess.run(
            [sys.executable, *STARTER[starter]],
            env={name: wert for name, wert in env.items() if wert is not None},
            cwd=WURZEL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return starte


@jeder_starter
def test_bad_database_url(starte, starter):
    eine_zeile(starte(starter, DATABASE_URL="quatsch"), "DATABASE_URL", "postgresql://")


@pytest.mark.parametrize("url", ["mysql://a@b/c", "postgresql://", "postgresql://rechner:port/x"])
def test_address_of_no_database(starte, url):
    eine_zeile(starte(DATABASE_URL=url), "DATABASE_URL", "postgresql://")


def test_database_that_does_not_answer(starte):
    lauf = starte("bereitstellen", DATABASE_URL="postgresql://niemand@127.0.0.1:1/nichts")
    eine_zeile(lauf, "Datenbank ist nicht erreichbar")


@jeder_starter
def test_missing_secret_key(starte, starter):
    eine_zeile(starte(starter, SECRET_KEY=None), "SECRET_KEY fehlt")


@jeder_starter
def test_read_only_var(starte, starter, tmp_path):
    var = tmp_path / "var"
    var.mkdir(mode=0o555)
    eine_zeile(starte(starter, VAR_DIR=str(var)), str(var), "nicht beschreibbar")


def test_switch_that_means_nothing(starte):
    eine_zeile(starte(TLS="vielleicht"), "TLS", "vielleicht")


def test_bad_mail_url(starte):
    eine_zeile(starte(MAIL_URL="http://post.example.org"), "MAIL_URL", "smtp://")


def test_number_of_workers_that_is_none(starte):
    eine_zeile(starte("gunicorn", WORKERS="viele"), "WORKERS", "viele")


@pytest.mark.parametrize("adresse", ["", "postgresql://portal@127.0.0.1/portal"])
def test_processes_keep_their_connection(monkeypatch, tmp_path, adresse):
    from netzwerk.lib.umgebung import datenbank

    monkeypatch.setenv("DATABASE_URL", adresse)

    assert datenbank("DATABASE_URL", tmp_path)["CONN_MAX_AGE"] is None

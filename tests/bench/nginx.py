"""Print what the shared cache gives: ``deploy/nginx.conf`` with a local nginx before real workers."""

import http.client
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[2]
SEITE = "/netzwerk/"
ANFRAGEN, ADRESSEN = 2000, 2000
NAME = "localhost"
# Longer than a page may be kept without asking.
ABGELAUFEN = 2.2
BEARBEITEN = """
from gremien.models import Netzwerkseite
from netzwerk.queries import aktuelles_portal
seite = Netzwerkseite.objects.get(organisation=aktuelles_portal.erste().eigene_organisation_id)
seite.titel = "Gerade bearbeitet"
seite.save()
"""


def freier_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as steckdose:
        steckdose.bind(("127.0.0.1", 0))
        return int(steckdose.getsockname()[1])


def nginx_einstellungen(ordner: Path, port: int, portal: int) -> str:
    """Return the project's own file with the ports and folders of this run, without TLS."""
    text = (WURZEL / "deploy" / "nginx.conf").read_text()
    text = re.sub(r"server \{\s+listen 80;.*?\n\}\n", "", text, flags=re.DOTALL)
    text = re.sub(r"\n\s+(ssl_\w+ .*|listen \[::\].*);", "", text)
    for hier, dort in {
        "listen 443 ssl http2": f"listen 127.0.0.1:{port}",
        "netzwerk.example.org": NAME,
        "/var/cache/nginx/portal": f"{ordner}/cache",
        "/var/lib/portal": str(ordner),
        "127.0.0.1:8000": f"127.0.0.1:{portal}",
    }.items():
        text = text.replace(hier, dort)
    temp = "".join(
        f"{art}_temp_path {ordner}/{art};" for art in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    nutzer = "user root;" if os.geteuid() == 0 else ""
    return (
        f"{nutzer} daemon off; worker_processes 1; pid {ordner}/nginx.pid; error_log {ordner}/fehler.log;"
        f"events {{}} http {{ {temp} access_log off; keepalive_requests 100000;"
        f"types {{ text/css css; text/html html; }}\n{text}\n}}"
    )


@contextmanager
def laufend(befehl: list[str], port: int, **angaben: object) -> Iterator[None]:
    """Run a server until the block ends; waits until it answers."""
    prozess = subprocess.Popen(befehl, **angaben)  # type: ignore[call-overload]
    try:
        for _ in range(300):
            if prozess.poll() is not None:
                sys.exit(f"{befehl[0]} endete sofort.")
            with socket.socket() as steckdose:
                if steckdose.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield
    finally:
        prozess.terminate()
        prozess.wait(timeout=20)


class Besucher:
    """One visitor with a kept connection."""

    def __init__(self, port: int) -> None:
        """Connect at the first question."""
        self.verbindung = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def frage(self, adresse: str, **kopf: str) -> tuple[str, bytes]:
        """Return what the cache said of itself, and the page."""
        self.verbindung.request("GET", adresse, headers={"Host": NAME, **kopf})
        antwort = self.verbindung.getresponse()
        inhalt = antwort.read()
        if antwort.status != http.client.OK:
            sys.exit(f"{adresse}: {antwort.status}")
        return antwort.headers.get("X-Cache-Status", ""), inhalt

    def zeiten(self, adressen: list[str]) -> tuple[list[float], dict[str, int]]:
        """Ask for each address; return milliseconds each, and how often the cache said what."""
        gebraucht, staende = [], {}
        for adresse in adressen:
            beginn = time.perf_counter()
            stand, _ = self.frage(adresse)
            gebraucht.append((time.perf_counter() - beginn) * 1000)
            staende[stand] = staende.get(stand, 0) + 1
        return gebraucht, staende


def zeile(titel: str, zeiten: list[float], staende: dict[str, int]) -> None:
    """Print one measurement."""
    von = ", ".join(f"{zahl} {stand or 'ohne'}" for stand, zahl in sorted(staende.items()))
    print(
        f"  {titel:<44}{statistics.median(zeiten):7.3f} ms{sorted(zeiten)[len(zeiten) * 99 // 100]:9.3f} ms"
        f"{1000 * len(zeiten) / sum(zeiten):9.0f}/s   {von}"
    )


def messen(besucher: Besucher, ordner: Path, umgebung: dict[str, str]) -> None:
    """Measure and print."""
    _, inhalt = besucher.frage(SEITE)
    (ordner / "static" / "gleich.html").write_bytes(inhalt)
    print(f"{SEITE}, {len(inhalt)} Bytes; Median, 99 %, Anfragen je Sekunde, Stand des Speichers")
    zeile("Datei derselben Größe, von nginx", *besucher.zeiten(["/static/gleich.html"] * ANFRAGEN))
    zeile("Seite, aus dem Speicher von nginx", *besucher.zeiten([SEITE] * ANFRAGEN))
    adressen = [f"{SEITE}?utm_id={nummer}" for nummer in range(ADRESSEN)]
    zeile(f"{ADRESSEN} Adressen, zum ersten Mal", *besucher.zeiten(adressen))
    time.sleep(ABGELAUFEN)
    zeile(f"{ADRESSEN} Adressen, abgelaufen (304 vom Portal)", *besucher.zeiten(adressen))
    zeile(f"{SEITE} danach", *besucher.zeiten([SEITE] * ANFRAGEN))
    for adresse, kopf in ((SEITE, {"Cookie": "sitzung=1"}), ("/konto/login/", {})):
        stand, _ = besucher.frage(adresse, **kopf)
        print(f"  {adresse} {'mit Cookie' if kopf else ''}: {stand or 'am Speicher vorbei'}")
    bearbeiten(besucher, umgebung)


def bearbeiten(besucher: Besucher, umgebung: dict[str, str]) -> None:
    """Edit the page and print how long the old one was still shown."""
    befehl = [sys.executable, "manage.py", "shell", "-v0", "-c", BEARBEITEN]
    aenderung = subprocess.Popen(befehl, cwd=WURZEL, env=umgebung)
    while aenderung.poll() is None:
        besucher.frage(SEITE)
        time.sleep(0.02)
    if aenderung.returncode:
        sys.exit("Die Bearbeitung ist nicht gelungen.")
    gespeichert = time.perf_counter()
    while b"Gerade bearbeitet" not in besucher.frage(SEITE)[1]:
        time.sleep(0.02)
    print(f"  Eine Bearbeitung erschien {time.perf_counter() - gespeichert:.2f} s, nachdem sie fertig war")


def main() -> None:
    """Set up a portal of its own with both servers, measure, remove it."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        sys.exit("nginx wurde nicht gefunden.")
    with tempfile.TemporaryDirectory(prefix="portal-nginx-") as name:
        ordner, port, portal = Path(name), freier_port(), freier_port()
        umgebung = {
            "PATH": os.environ["PATH"],
            "SECRET_KEY": "nur-fuer-die-messung-" + "m" * 40,
            "VAR_DIR": name,
            "TLS": "0",
            "HINTER_PROXY": "1",
            "BIND": f"127.0.0.1:{portal}",
        }
        for befehl in ("bereitstellen", "demodaten"):
            subprocess.run(
                [sys.executable, "manage.py", befehl, "-v0"],
                cwd=WURZEL,
                env=umgebung,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        einstellungen = ordner / "nginx.conf"
        einstellungen.write_text(nginx_einstellungen(ordner, port, portal))
        server = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "netzwerk.wsgi"]
        with (
            laufend(server, portal, cwd=WURZEL, env=umgebung),
            laufend([nginx, "-c", str(einstellungen), "-p", name], port),
        ):
            messen(Besucher(port), ordner, umgebung)


if __name__ == "__main__":
    main()

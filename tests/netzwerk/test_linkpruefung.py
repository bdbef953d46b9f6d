"""Links are asked whether they are still there: safely, by the queue, never while a visitor waits."""

import io
import socket
import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from gremien.models import Planfassung, Projekt
from gremien.projekthinweise import hinweise, letztes_jahr
from netzwerk.actions import links
from netzwerk.enums import Linkstand, Rolle
from netzwerk.lib import abruf
from netzwerk.lib.abruf import abrufen, ist_oeffentlich
from netzwerk.lib.dates import jetzt
from netzwerk.models import Dokument, Linkbefund, Programm
from tests import fabrik
from tests.intern import client, eingaben

STATUS = {"/da": 200, "/weg": 404, "/fort": 410, "/kaputt": 500, "/zu": 403}
UMLEITUNG = {
    "/umgezogen": (301, "/da"),
    "/vorlaeufig": (302, "/da"),
    "/kreis": (301, "/kreis"),
    "/hinein": (302, "http://127.0.0.1/geheim"),
    "/datei": (302, "file:///etc/passwd"),
}


class Antworten(BaseHTTPRequestHandler):
    """Answers as the tables say."""

    gefragt = []

    def do_HEAD(self):
        self.gefragt.append((self.command, self.path))
        if self.path == "/langsam":
            for _ in range(40):
                self.wfile.write(b"H")
                time.sleep(0.05)
            return
        if self.path == "/nur-get" and self.command == "HEAD":
            self.send_response(405)
        elif self.path in UMLEITUNG:
            status, ziel = UMLEITUNG[self.path]
            self.send_response(status)
            self.send_header("Location", ziel)
        else:
            self.send_response(STATUS.get(self.path, 200))
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def website():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Antworten)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def frage(adresse, **angaben):
    return abrufen(adresse, nur_oeffentliche=False, **angaben)


@pytest.mark.parametrize(
    ("pfad", "status", "ziel", "dauerhaft"),
    [
        ("/da", 200, "/da", False),
        ("/weg", 404, "/weg", False),
        ("/nur-get", 200, "/nur-get", False),
        ("/umgezogen", 200, "/da", True),
        ("/vorlaeufig", 200, "/da", False),
        ("/Straße?q=ä b", 200, "/Straße?q=ä b", False),
    ],
)
def test_the_answer_says_whether_it_is_there_or_has_moved(website, pfad, status, ziel, dauerhaft):
    antwort = frage(website + pfad)
    assert (antwort.status, antwort.ziel, antwort.dauerhaft) == (status, website + ziel, dauerhaft)


@pytest.mark.parametrize(
    ("adresse", "grund"),
    [
        ("{}/kreis", "immer weiter"),
        ("{}/datei", "Nur http und https"),
        ("ftp://example.org/", "Nur http und https"),
        ("http://", "Nur http und https"),
        ("http://wer:geheim@127.0.0.1/", "Zugangsdaten"),
        ("http://127.0.0.1:1/", "nicht erreichbar"),
        ("https://127.0.0.1:1/", "nicht erreichbar"),
        ("http://[kaputt/", "nicht erreichbar"),
        ("http://127.0.0.1:99999/", "nicht erreichbar"),
        ("{}/a\r\nX: y", ""),
    ],
)
def test_whatever_goes_wrong_is_told_and_never_raised(website, adresse, grund):
    antwort = frage(adresse.format(website))
    assert grund in antwort.fehler


def test_a_server_that_drips_does_not_hold_us(website):
    beginn = time.monotonic()
    assert frage(f"{website}/langsam", zeit=0.4).fehler
    assert time.monotonic() - beginn < 4


@pytest.mark.parametrize(
    ("ip", "erwartet"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::1", False),
        ("unsinn", False),
    ],
)
def test_only_public_addresses_are_asked(ip, erwartet):
    assert ist_oeffentlich(ip) is erwartet


def test_the_guard_stands_before_every_step_and_connects_to_what_it_looked_at(website, monkeypatch):
    Antworten.gefragt.clear()
    assert abrufen(f"{website}/da").verboten  # an unusual port
    assert abrufen("http://127.0.0.1/").fehler == "Die Adresse führt nicht ins öffentliche Netz."
    assert abrufen("http://localhost/").verboten
    assert Antworten.gefragt == []

    # A public website leads into our own network.
    wirklich, port = abruf._verbinden, int(website.rpartition(":")[2])

    def verbinden(name, anschluss, **angaben):
        if name == "draussen.example":
            return socket.create_connection(("127.0.0.1", port), timeout=5)
        return wirklich(name, anschluss, **angaben)

    monkeypatch.setattr(abruf, "_verbinden", verbinden)
    antwort = abrufen("http://draussen.example/hinein")
    assert (antwort.verboten, antwort.status) == (True, None)
    assert {pfad for _, pfad in Antworten.gefragt} == {"/hinein"}

    # One private address among several is enough to stay away.
    monkeypatch.setattr(abruf, "_verbinden", wirklich)
    eintraege = [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: eintraege)
    assert abrufen("http://zwei.example/").verboten


# --- What is kept of it ---------------------------------------------------------------------------


@pytest.fixture
def projekt(db, website):
    ergebnis = Projekt.objects.create(
        titel="Plan",
        institut=fabrik.organisation("Institut", webadresse=f"{website}/da"),
        beschreibung=f"Mehr: {website}/umgezogen",
        **fabrik.OEFFENTLICH,
    )
    ergebnis.dokumente.add(Dokument.objects.create(titel="Bericht", webadresse=f"{website}/weg"))
    return ergebnis


def pruefen():
    links.links_abgleichen()
    links.links_der_reihe_nach(nur_oeffentliche=False)
    return {b.adresse.rpartition("/")[2]: b.stand for b in Linkbefund.objects.all()}


@pytest.mark.django_db
def test_dead_and_moved_links_are_listed_by_project_and_on_the_desk(projekt, website):
    Programm.objects.create(name="Programm", webadresse=f"{website}/fort")
    assert pruefen() == {"da": "erreichbar", "umgezogen": "umgezogen", "weg": "tot", "fort": "tot"}

    redaktion = client(Rolle.REDAKTION)
    seite = redaktion.get("/intern/linkpruefung/")
    (gruppe,) = seite.context["projekte"]
    assert [b.adresse for b in gruppe["befunde"]] == [f"{website}/umgezogen", f"{website}/weg"]
    assert [gruppe["name"] for gruppe in seite.context["andere"]] == ["Programm"]
    assert f"jetzt {website}/da, geprüft" in seite.text
    assert "Links, die ins Leere führen" in redaktion.get("/intern/").text
    auf_der_seite = redaktion.get(f"/intern/projekte/{projekt.pk}/").text
    assert f"Link {website}/weg: führt ins Leere (Antwort 404)." in auf_der_seite

    # A link that nobody names any more is forgotten.
    Dokument.objects.all().delete()
    assert "weg" not in pruefen()


@pytest.mark.django_db
def test_a_visitor_never_makes_the_portal_ask(projekt):
    Antworten.gefragt.clear()
    assert "Mehr:" in Client().get(projekt.get_absolute_url()).text
    client(Rolle.REDAKTION).get(f"/intern/projekte/{projekt.pk}/")
    assert (Antworten.gefragt, Linkbefund.objects.count()) == ([], 0)


@pytest.mark.django_db
def test_a_server_that_is_away_is_believed_dead_on_the_third_day(projekt, website):
    Dokument.objects.create(titel="Fern", webadresse=f"{website}/kaputt")
    Dokument.objects.create(titel="Zu", webadresse=f"{website}/zu")
    staende = []
    for tag in range(4):
        with time_machine.travel(jetzt() + timedelta(days=tag, hours=tag)):
            staende.append(pruefen()["kaputt"])
            # The same day nobody asks again.
            assert links.links_der_reihe_nach(nur_oeffentliche=False) == 0
    assert staende == ["unklar", "unklar", "tot", "tot"]
    assert Linkbefund.objects.get(adresse=f"{website}/zu").stand == Linkstand.ERREICHBAR


@pytest.mark.django_db
def test_the_command_asks_by_the_queue_or_at_once(projekt, website, monkeypatch):
    monkeypatch.setattr(links, "abrufen", lambda adresse, **_: frage(adresse))
    ausgabe = io.StringIO()
    call_command("linkpruefung", stdout=ausgabe)
    assert Linkbefund.objects.filter(geprueft_am=None).count() == 0
    assert "Warteschlange" in ausgabe.getvalue()

    Linkbefund.objects.all().delete()
    call_command("linkpruefung", "--jetzt", stdout=ausgabe)
    assert f"{website}/weg: führt ins Leere (Antwort 404)" in ausgabe.getvalue()
    redaktion = client(Rolle.REDAKTION)
    assert redaktion.post("/intern/linkpruefung/").status_code == 302


# --- Downloads and plans of projects ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "jahr"), [("2011–2014", 2014), ("Stand 3/2019", 2019), ("", None), ("12014", None)]
)
def test_the_last_year_of_a_version_counts(text, jahr):
    assert letztes_jahr(text) == jahr


@pytest.mark.django_db
def test_a_download_without_an_address_and_older_than_its_plan_is_warned_of():
    """S2-6: "aktuell", Stand 2011–2014, no address."""
    dortmund = Projekt.objects.create(titel="Dortmund", institut=fabrik.organisation())
    dortmund.dokumente.add(Dokument.objects.create(titel="aktueller Plan", fassung="2011–2014"))
    for von, bis in ((2011, 2014), (2015, 2020)):
        Planfassung.objects.create(projekt=dortmund, bezeichnung="Förderplan", von_jahr=von, bis_jahr=bis)

    (satz,) = hinweise(dortmund)
    assert satz.startswith("Download „aktueller Plan“: weder Datei noch Webadresse ist hinterlegt; ")
    assert satz.endswith("Stand 2011–2014, der neueste Plan gilt 2015–2020.")
    assert satz in client(Rolle.REDAKTION).get(f"/intern/projekte/{dortmund.pk}/").text


@pytest.mark.django_db
def test_a_plan_continues_another_of_the_same_project_only():
    redaktion = client(Rolle.REDAKTION)
    eines, anderes = (Projekt.objects.create(titel=t, institut=fabrik.organisation()) for t in "AB")
    alt, neu, fremd = (
        Planfassung.objects.create(projekt=p, bezeichnung="Plan", von_jahr=von, bis_jahr=von + 3)
        for p, von in ((eines, 2014), (eines, 2018), (anderes, 2010))
    )
    seite = f"/intern/projekte/{eines.pk}/"
    daten = eingaben(redaktion.get(seite))
    falsch = redaktion.post(seite, daten | {"planfassung-1-fortschreibung_von": str(fremd.pk)})
    assert falsch.status_code == 422

    antwort = redaktion.post(seite, daten | {"planfassung-1-fortschreibung_von": str(alt.pk)})
    assert antwort.status_code == 302
    neu.refresh_from_db()
    assert neu.fortschreibung_von == alt

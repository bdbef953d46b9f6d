"""Asks a web address whether it is still there, and nothing else.

Addresses are typed by people, so none may lead into our own network: only http and https, only the usual
ports, only names of which every address is public, looked at once and connected to as looked at, the same
after each redirect. Nothing of an answer is read but its head; nobody waits longer than a few seconds.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

ZEIT = 8.0
UMLEITUNGEN = 5
PORTS = {"http": 80, "https": 443}
DAUERHAFT = {301, 308}
UMLEITEND = DAUERHAFT | {302, 303, 307}
# Some servers refuse to tell the head alone.
FEHLER_AB = 400
KENNUNG = "Linkpruefung (Unser Netzwerk)"
NICHT_ERREICHBAR = "Die Website ist nicht erreichbar."
GRUENDE = (
    (ssl.SSLError, "Das Zertifikat der Website stimmt nicht."),
    (socket.gaierror, "Diesen Namen gibt es nicht."),
    (TimeoutError, "Keine Antwort in einigen Sekunden."),
)
ZEICHEN = "/%:=&?~#+!$,;'@()*[]"


class Verboten(ValueError):
    """The address leads where we do not go; the message says why, in words for staff."""


@dataclass(frozen=True)
class Antwort:
    """What came of asking: the status (None without an answer), where it led, and what went wrong."""

    status: int | None = None
    ziel: str = ""
    dauerhaft: bool = False
    fehler: str = ""
    verboten: bool = False


def ist_oeffentlich(adresse: str) -> bool:
    """Say whether an IP address belongs to the public internet, whatever it is wrapped in."""
    try:
        ip = ipaddress.ip_address(adresse.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        innen = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            innen.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if any(eine is not None and not eine.is_global for eine in innen):
            return False
    return ip.is_global and not ip.is_multicast


def abrufen(adresse: str, *, nur_oeffentliche: bool = True, zeit: float = ZEIT) -> Antwort:
    """Return what a web address answers, after at most a few redirects. Raises nothing.

    ``nur_oeffentliche=False`` is for tests with a server of their own.
    """
    dauerhaft, ziel = True, adresse
    try:
        for _ in range(UMLEITUNGEN + 1):
            status, weiter = _fragen(ziel, nur_oeffentliche=nur_oeffentliche, zeit=zeit)
            if status not in UMLEITEND or not weiter:
                return Antwort(status, ziel, dauerhaft=dauerhaft and ziel != adresse)
            dauerhaft = dauerhaft and status in DAUERHAFT
            ziel = urljoin(ziel, weiter)
    except (OSError, http.client.HTTPException, ValueError) as fehler:
        return Antwort(ziel=ziel, fehler=_grund(fehler), verboten=isinstance(fehler, Verboten))
    return Antwort(ziel=ziel, fehler="Die Adresse leitet immer weiter um.")


def _grund(fehler: Exception) -> str:
    if isinstance(fehler, Verboten):
        return str(fehler)
    return next((worte for art, worte in GRUENDE if isinstance(fehler, art)), NICHT_ERREICHBAR)


def _fragen(adresse: str, *, nur_oeffentliche: bool, zeit: float) -> tuple[int, str]:
    """Return the status and where the answer leads on."""
    status, weiter = _eine("HEAD", adresse, nur_oeffentliche=nur_oeffentliche, zeit=zeit)
    if status >= FEHLER_AB:
        status, weiter = _eine("GET", adresse, nur_oeffentliche=nur_oeffentliche, zeit=zeit)
    return status, weiter


def _eine(methode: str, adresse: str, *, nur_oeffentliche: bool, zeit: float) -> tuple[int, str]:
    teile = urlsplit(adresse)
    if teile.scheme not in PORTS or not teile.hostname:
        raise Verboten("Nur http und https werden geprüft.")
    if teile.username or teile.password:
        raise Verboten("Adressen mit Zugangsdaten werden nicht geprüft.")
    name = teile.hostname.encode("idna").decode("ascii")
    port = teile.port or PORTS[teile.scheme]
    if nur_oeffentliche and port != PORTS[teile.scheme]:
        raise Verboten("Nur die üblichen Anschlüsse werden geprüft.")
    leitungen = [_verbinden(name, port, nur_oeffentliche=nur_oeffentliche, zeit=zeit)]
    # A server that sends a byte now and then does not hold us for ever.
    uhr = threading.Timer(zeit, lambda: _schliessen(leitungen[-1]))
    uhr.daemon = True
    uhr.start()
    verbindung = http.client.HTTPConnection(name, port, timeout=zeit)
    try:
        if teile.scheme == "https":
            leitungen.append(ssl.create_default_context().wrap_socket(leitungen[0], server_hostname=name))
        verbindung.sock = leitungen[-1]
        pfad = quote(teile.path or "/", safe=ZEICHEN) + (
            f"?{quote(teile.query, safe=ZEICHEN)}" if teile.query else ""
        )
        verbindung.request(methode, pfad, headers={"User-Agent": KENNUNG, "Accept": "*/*"})
        with verbindung.getresponse() as antwort:
            return antwort.status, antwort.getheader("Location") or ""
    finally:
        uhr.cancel()
        verbindung.close()
        leitungen[-1].close()


def _verbinden(name: str, port: int, *, nur_oeffentliche: bool, zeit: float) -> socket.socket:
    """Return a connection to one of the addresses that were looked at: a name may change its mind."""
    gefunden = [eintrag[4][0] for eintrag in socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)]
    if nur_oeffentliche and not all(ist_oeffentlich(str(ip)) for ip in gefunden):
        raise Verboten("Die Adresse führt nicht ins öffentliche Netz.")
    return socket.create_connection((str(gefunden[0]), port), timeout=zeit)


def _schliessen(leitung: socket.socket) -> None:
    try:
        leitung.shutdown(socket.SHUT_RDWR)
    except OSError:
        return

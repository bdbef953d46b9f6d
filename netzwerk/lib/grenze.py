"""How often one address may ask for what costs much."""

import ipaddress
import time

from allauth.account.adapter import get_adapter
from django.core.cache import caches
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

MINUTE = 60
# Providers give a household a whole network of IPv6 addresses.
NETZ_V6 = 64


class ZuVieleAnfragen(Exception):
    """Somebody asked too often: answered with 429."""


def zaehlen(request: HttpRequest, zweck: str, je_minute: int) -> None:
    """Count a request. Raises ZuVieleAnfragen beyond so many of one address in a minute.

    Kept in the memory of the process: counting must cost less than what it protects, and a GET
    must not write to the database.
    """
    schluessel = f"{zweck}|{anschluss(request)}|{int(time.time()) // MINUTE}"
    zaehler = caches["grenzen"]
    if not zaehler.add(schluessel, 1, MINUTE) and zaehler.incr(schluessel) > je_minute:
        raise ZuVieleAnfragen(zweck)


def verkuerzt(adresse: str) -> str:
    """Return an address without the part that names one household."""
    teil = 24 if ipaddress.ip_address(adresse).version == 4 else 48  # noqa: PLR2004 - versions of IP
    return str(ipaddress.ip_network((adresse, teil), strict=False).network_address)


def anschrift(request: HttpRequest | None) -> str:
    """Return where a request comes from as logs may keep it; "?" when nobody knows."""
    try:
        adresse = get_adapter().get_client_ip(request) if request is not None else ""
    except PermissionDenied:
        # A socket without a proxy, or a program: writing a log must not refuse anybody.
        adresse = ""
    return verkuerzt(adresse) if adresse else "?"


def anschluss(request: HttpRequest) -> str:
    """Return whose request it is: an IPv4 address or a network of IPv6."""
    adresse = ipaddress.ip_address(get_adapter().get_client_ip(request))
    if isinstance(adresse, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((adresse, NETZ_V6), strict=False))
    return str(adresse)

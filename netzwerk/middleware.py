"""Requests that no view needs to see."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from netzwerk.lib.antworten import Entfernt, Umgezogen
from netzwerk.lib.grenze import MINUTE, ZuVieleAnfragen
from netzwerk.lib.paging import UngueltigerCursor
from netzwerk.views.fehler import nicht_lesbar, ohne_kontext, zurueckgezogen

# "deadlock_detected" among the codes of PostgreSQL.
VERKLEMMT = "40P01"
VERSUCHE = 3


class EingabePruefung:
    """Refuse NUL characters in path, query and cookies: PostgreSQL cannot store them.

    Forms refuse them field by field.

    Without this the same request is a 500 there and a 200 on SQLite.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 400 (through SuspiciousOperation) or pass on."""
        keks = any("\x00" in wert for wert in request.COOKIES.values())
        if keks or "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise SuspiciousOperation("NUL character in the address")
        return self.get_response(request)


class NichtAufheben:
    """Let nobody keep an answer that depends on who asks (OWASP ASVS 14.3.2).

    Whoever looked at the session made such an answer; public pages never do.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Stamp the answer, unless its view said itself how long it may be kept."""
        antwort = self.get_response(request)
        sitzung = getattr(request, "session", None)
        if sitzung is not None and sitzung.accessed and not antwort.has_header("Cache-Control"):
            add_never_cache_headers(antwort)
        return antwort


class EntfernteEintraege:
    """Turn ``Entfernt`` into 410, ``Umgezogen`` into 301, a bad cursor into 400, too many requests into 429.

    Each answer is readable.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Return the readable answer, or None for any other exception."""
        if isinstance(exception, Entfernt):
            return zurueckgezogen(
                request, nachfolger_url=exception.nachfolger_url, nachfolger_text=exception.nachfolger_text
            )
        if isinstance(exception, Umgezogen):
            return weiter(request, exception)
        if isinstance(exception, UngueltigerCursor):
            return nicht_lesbar(request, weiter_url=request.path, weiter_text="Zum Anfang der Liste")
        if isinstance(exception, ZuVieleAnfragen):
            antwort = ohne_kontext(429)
            antwort["Retry-After"] = str(MINUTE)
            return antwort
        return None


class NocheinmalNachVerklemmung:
    """Let a view run again whose transaction PostgreSQL ended: it and another waited for each other.

    Two pages whose rows point to each other lock them in opposite order when both are saved at
    once. The one that goes on commits; the other wrote nothing, so it begins anew and compares anew.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """Remember the view."""
        setattr(request, "ansicht", (view_func, view_args, view_kwargs))  # noqa: B010 - no field of its own
        return None

    def process_exception(self, request: Any, exception: Exception) -> HttpResponseBase | None:
        """Return what the view answers when it runs again; None for any other exception."""
        for _ in range(VERSUCHE):
            if not verklemmt(exception) or connection.in_atomic_block:
                return None
            for datei in request.FILES.values():
                datei.seek(0)
            ansicht, args, kwargs = request.ansicht
            try:
                antwort: HttpResponseBase = ansicht(request, *args, **kwargs)
            except OperationalError as fehler:
                exception = fehler
            else:
                return antwort
        return None


def verklemmt(fehler: BaseException) -> bool:
    """Say whether PostgreSQL ended a transaction so that another could go on."""
    return isinstance(fehler, OperationalError) and getattr(fehler.__cause__, "sqlstate", "") == VERKLEMMT


def weiter(request: HttpRequest, umgezogen: Umgezogen) -> HttpResponseBase:
    """Return 301 to the same page (file, calendar, picture) under the entry's present address."""
    weg: Any = request.resolver_match
    ziel = reverse(weg.view_name, kwargs=weg.kwargs | {umgezogen.feld: umgezogen.wert})
    frage = request.META.get("QUERY_STRING", "")
    antwort = HttpResponsePermanentRedirect(f"{ziel}?{frage}" if frage else ziel)
    # An entry may take its old address back; no browser must send people in circles then.
    antwort["Cache-Control"] = "public, max-age=0, s-maxage=2, must-revalidate"
    return antwort

"""Public pages, kept as long as the content is the same.

The key is the version of the content and the day, so an edit shows at once and nothing has
to be thrown away. A browser that has the page already gets 304 before anything is rendered.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http.response import HttpResponseNotModified
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from netzwerk.lib.dates import jetzt
from netzwerk.lib.oeffentlich import ist_oeffentliche_seite
from netzwerk.queries import Stand, inhaltsstand

# Behind a shared cache an edit shows within two seconds.
GETEILT_SEKUNDEN = 2
# Longer addresses are asked once and would only push others out.
ADRESSE_HOECHSTENS = 200
PARAMETER = {
    "ab",
    "vor",
    "alle",
    "zeit",
    "monat",
    "art",
    "statt",
    "stand",
    "gebiet",
    "thema",
    "ebene",
    "jahr",
    "methode",
    "organisation",
    "programm",
    "zielgruppe",
    "quartal",
    "lebensstand",
    "um",
    "sortierung",
}


@dataclass(frozen=True)
class Seite:
    """A public page in one version: its validator is its key, too."""

    stand: Stand
    etag: str
    geaendert: int | None
    behalten: bool
    # Anyone can make up values and cursors without end: they push out each other, never a plain page.
    ablage: str


class Seitencache:
    """Answer public pages from the cache; innermost, so headers of the others are made anew."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on; keep and stamp the page that a public view made."""
        antwort = self.get_response(request)
        seite: Seite | None = getattr(request, "oeffentliche_seite", None)
        if seite is None or not isinstance(antwort, HttpResponse) or antwort.status_code != HTTPStatus.OK:
            return antwort
        # Only what is nothing but content and type: a PDF has more headers and a store of its own.
        nur_inhalt = not antwort.cookies and not antwort.has_header("Content-Disposition")
        if seite.behalten and nur_inhalt and request.method == "GET":
            caches[seite.ablage].set(seite.etag, (antwort.content, antwort["Content-Type"]))
        return gestempelt(antwort, seite)

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        """Return 304 or the kept page; None if the view has to make it (or is no public page)."""
        if not ist_oeffentliche_seite(view_func) or request.method not in {"GET", "HEAD"}:
            return None
        seite = seite_fuer(request)
        unveraendert = get_conditional_response(request, etag=seite.etag, last_modified=seite.geaendert)
        if isinstance(unveraendert, HttpResponseNotModified):
            return gestempelt(unveraendert, seite)
        behalten = caches[seite.ablage].get(seite.etag) if seite.behalten else None
        if behalten is not None:
            inhalt, art = behalten
            return gestempelt(HttpResponse(inhalt, content_type=art), seite)
        setattr(request, "oeffentliche_seite", seite)  # noqa: B010 - a request has no such field of its own
        return None


def gestempelt(antwort: HttpResponse, seite: Seite) -> HttpResponse:
    """Return the answer with its validator and how long others may keep it."""
    bis_grenze = max(0, int((seite.stand.naechste_grenze - jetzt()).total_seconds()))
    antwort["ETag"] = seite.etag
    if seite.geaendert is not None:
        antwort["Last-Modified"] = _http_datum(seite.geaendert)
    antwort["Cache-Control"] = (
        f"public, max-age=0, s-maxage={min(GETEILT_SEKUNDEN, bis_grenze)}, must-revalidate"
    )
    return antwort


# The same moment for every page until somebody writes.
_http_datum = lru_cache(maxsize=4)(http_date)


def seite_fuer(request: HttpRequest) -> Seite:
    """Return what the request asks for, in the present version (one query)."""
    stand, adresse = inhaltsstand(), request.get_full_path()
    programm = ausgabe()
    worte = f"{programm.kennung}|{stand}|{request.get_host()}|{adresse}"
    etag = f'"{hashlib.sha256(worte.encode()).hexdigest()[:24]}"'
    return Seite(
        stand=stand,
        etag=etag,
        geaendert=volle_sekunde(max(stand.seit, programm.seit) if programm.seit <= jetzt() else stand.seit),
        behalten=len(adresse) <= ADRESSE_HOECHSTENS and request.GET.keys() <= PARAMETER,
        ablage="eingegrenzt" if request.GET else "seiten",
    )


def volle_sekunde(seit: datetime) -> int | None:
    """Return since when a page is as it is, in seconds since 1970; None while that second lasts.

    HTTP dates have no parts of a second, so a page named by a second that is not over could
    change once more under the same name (RFC 9110, 8.8.2.2).
    """
    sekunde = int(seit.timestamp())
    return sekunde if int(jetzt().timestamp()) > sekunde else None


@dataclass(frozen=True)
class Ausgabe:
    """A release of the program: what tells it from the next, and since when it is here."""

    kennung: str
    seit: datetime


@lru_cache(maxsize=1)
def ausgabe() -> Ausgabe:
    """Return the release of templates, styles and code that runs."""
    ordner = [
        settings.BASE_DIR / name for name in ("templates", "static", "netzwerk", "gremien", "sitzungen")
    ]
    dateien = sorted(
        datei for wurzel in ordner for datei in Path(wurzel).rglob("*.*") if datei.suffix != ".pyc"
    )
    zeiten = [(datei.name, datei.stat().st_mtime_ns) for datei in dateien if datei.is_file()]
    marken = "|".join(f"{name}{zeit}" for name, zeit in zeiten)
    return Ausgabe(
        kennung=hashlib.sha256(marken.encode()).hexdigest()[:12],
        seit=datetime.fromtimestamp(max(zeit for _, zeit in zeiten) / 1e9, UTC),
    )

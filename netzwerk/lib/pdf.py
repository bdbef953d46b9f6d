"""PDF of our own pages: set in a process of its own, one at a time, kept by what went into it."""

import fcntl
import hashlib
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from netzwerk.lib import pdf_satz
from netzwerk.lib.antworten import wurzel

# A page of 21 entries takes about two seconds; what takes this long will not end well.
HOECHSTENS_SEKUNDEN = 25
BESETZT_SEKUNDEN = 5

protokoll = logging.getLogger(__name__)


class PdfFehlt(Exception):
    """This machine cannot make PDFs: WeasyPrint or Pango under it is missing."""


class PdfBesetzt(Exception):
    """Another PDF is being made, or this one took too long: come again."""


def pdf_antwort(
    request: HttpRequest,
    vorlage: str,
    kontext: dict[str, Any],
    *,
    bilder: dict[str, str],
    seite: str,
    merken: bool = True,
) -> HttpResponse:
    """Return a page as PDF to download, or a readable 503 that leads to its print view.

    ``bilder`` holds the pictures that may be in it, path to stored name: none but those the caller
    found to be public. ``seite`` is the path of the page itself. What is internal is not kept
    (``merken``): nobody should find names of people beside the database.
    """
    html = render_to_string(vorlage, kontext | {"seite_url": f"{wurzel(request)}{seite}"}, request=request)
    try:
        inhalt = als_pdf(html, basis=wurzel(request), bilder=bilder, merken=merken)
    except (PdfFehlt, PdfBesetzt) as grund:
        fehlt = isinstance(grund, PdfFehlt)
        antwort = render(request, "netzwerk/pdf_fehlt.html", {"fehlt": fehlt, "seite": seite}, status=503)
        add_never_cache_headers(antwort)
        if not fehlt:
            antwort["Retry-After"] = str(BESETZT_SEKUNDEN)
        return antwort
    antwort = HttpResponse(inhalt, content_type="application/pdf")
    name = f"{seite.strip('/').rsplit('/', 1)[-1]}.pdf"
    antwort["Content-Disposition"] = f'attachment; filename="{name}"'
    # The page itself is what search engines should lead to.
    antwort["X-Robots-Tag"] = "noindex"
    return antwort


def als_pdf(html: str, *, basis: str, bilder: dict[str, str], merken: bool = True) -> bytes:
    """Return the HTML as PDF, set once for the same words and pictures.

    Raises PdfFehlt or PdfBesetzt.
    """
    schluessel = hashlib.sha256("\x00".join((html, pdf_satz.stil(), *bilder.values())).encode()).hexdigest()
    inhalt: bytes | None = caches["pdf"].get(schluessel) if merken else None
    if inhalt is None:
        with _nur_eines(), _auf_platte(bilder, basis) as dateien:
            inhalt = _gesetzt({"html": html, "basis": basis, "dateien": dateien})
        if merken:
            caches["pdf"].set(schluessel, inhalt)
    return inhalt


def _gesetzt(auftrag: dict[str, object]) -> bytes:
    """Return what the typesetter made of the job."""
    ordner = settings.VAR_DIR / "cache"
    try:
        lauf = subprocess.run(  # noqa: S603 - a program of ours, no word from outside in its arguments
            [sys.executable, "-m", pdf_satz.__name__],
            input=json.dumps(auftrag).encode(),
            capture_output=True,
            cwd=settings.BASE_DIR,
            # An account of a service has no home where fonts could be listed.
            env=os.environ | {"XDG_CACHE_HOME": str(ordner)},
            timeout=HOECHSTENS_SEKUNDEN,
            check=False,
        )
    except subprocess.TimeoutExpired:
        protokoll.warning("A PDF took longer than %s seconds", HOECHSTENS_SEKUNDEN)
        raise PdfBesetzt from None
    if lauf.returncode == pdf_satz.FEHLT:
        protokoll.warning("No PDF without Pango (README): %s", lauf.stderr.decode(errors="replace")[:300])
        raise PdfFehlt
    if lauf.returncode:
        raise RuntimeError(lauf.stderr.decode(errors="replace"))
    return lauf.stdout


@contextmanager
def _nur_eines() -> Iterator[None]:
    """Let one PDF be made at a time on this machine, so that workers are left for pages."""
    ordner = settings.VAR_DIR / "cache"
    ordner.mkdir(parents=True, exist_ok=True)
    with (ordner / "pdf.lock").open("w") as datei:
        try:
            fcntl.flock(datei, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PdfBesetzt from None
        yield


@contextmanager
def _auf_platte(bilder: dict[str, str], basis: str) -> Iterator[dict[str, str]]:
    """Copy pictures from the storage, wherever that is; yield address → file. What is gone is left out."""
    with tempfile.TemporaryDirectory(prefix="pdf-") as ordner:
        dateien = {}
        for nummer, (pfad, name) in enumerate(bilder.items()):
            kopie = Path(ordner) / str(nummer)
            try:
                with default_storage.open(name, "rb") as quelle, kopie.open("wb") as ziel:
                    shutil.copyfileobj(quelle, ziel)
            except FileNotFoundError:
                continue
            dateien[f"{basis}{pfad}"] = str(kopie)
        yield dateien

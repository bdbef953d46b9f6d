"""Files, handed out only after a check, under a policy that makes them harmless."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.core.cache import caches
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from netzwerk import rules, zweiter_faktor
from netzwerk.intern import rechte
from netzwerk.lib.images import groessen, verkleinert
from netzwerk.models import Bild, Dokument

STUECK = 64 * 1024
SANDKASTEN = "default-src 'none'; sandbox"


@require_safe
def bild(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """Hand out a public image; any other only to staff, who see it beside its words."""
    objekt, ist_oeffentlich = _bild(request, pk)
    antwort = _ausliefern(objekt.datei, name)
    return antwort if ist_oeffentlich else _nur_hier(antwort)


@require_safe
def bild_groesse(request: HttpRequest, pk: int, breite: int, stamm: str) -> HttpResponseBase:
    """Hand out an image in one of its widths, made once and kept. Raises Http404 for any other width."""
    objekt, ist_oeffentlich = _bild(request, pk)
    gespeichert = objekt.datei.name or ""
    if Path(gespeichert).stem != stamm or breite not in groessen(objekt.breite):
        raise Http404
    # Stored names never come twice.
    schluessel = f"{stamm}:{breite}"
    inhalt = caches["bilder"].get(schluessel)
    if inhalt is None:
        try:
            with objekt.datei.open("rb") as datei:
                inhalt = verkleinert(datei, breite)
        except OSError:
            raise Http404 from None
        caches["bilder"].set(schluessel, inhalt)
    antwort = _gesichert(HttpResponse(inhalt, content_type="image/webp"))
    return antwort if ist_oeffentlich else _nur_hier(antwort)


@require_safe
def dokument(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """Hand out a public document, or an internal one to whoever may read it, under its own name."""
    objekt = Dokument.objects.oeffentlich().filter(pk=pk).first()
    if objekt is not None:
        return _dokument(request, objekt, name)
    konto: Any = request.user
    if not rules.darf_herein(konto) or zweiter_faktor.fehlt(konto):
        raise Http404
    objekt = get_object_or_404(rechte.lesbar(Dokument, konto), pk=pk)
    return _nur_hier(_dokument(request, objekt, name))


def _dokument(request: HttpRequest, objekt: Dokument, name: str) -> HttpResponseBase:
    """Return a document as a download; a video for the player of the page."""
    if objekt.ist_video:
        return teilweise(request, _ausliefern(objekt.datei, name))
    return _ausliefern(objekt.datei, name, als_anhang=True, dateiname=objekt.ladename)


def _bild(request: HttpRequest, pk: int) -> tuple[Bild, bool]:
    """Return an image and whether it is public. Raises Http404 for one that the account may not see."""
    oeffentlich = Bild.objects.oeffentlich().filter(pk=pk).first()
    if oeffentlich is not None:
        return oeffentlich, True
    konto: Any = request.user
    darf = rules.liest_alles(konto) or (konto.is_staff and konto.has_perm("netzwerk.view_bild"))
    if not darf or zweiter_faktor.fehlt(konto):
        raise Http404
    return get_object_or_404(Bild, pk=pk), False


def _nur_hier(antwort: HttpResponseBase) -> HttpResponseBase:
    antwort["Cache-Control"] = "private, no-store"
    return antwort


def teilweise(request: HttpRequest, antwort: Any) -> HttpResponseBase:
    """Return the part of a file that is asked for: players fetch a video piece by piece (RFC 9110, 14).

    One range only; anything else is answered with the whole, as the standard allows.
    """
    if antwort.status_code != HTTPStatus.OK:
        return antwort
    groesse = int(antwort["Content-Length"])
    antwort["Accept-Ranges"] = "bytes"
    gefragt = re.fullmatch(r"bytes=([0-9]{0,15})-([0-9]{0,15})", request.headers.get("Range", ""))
    if gefragt is None or not any(gefragt.groups()):
        return antwort
    von, bis = gefragt.groups()
    erstes = int(von) if von else max(0, groesse - int(bis))
    letztes = min(int(bis), groesse - 1) if von and bis else groesse - 1
    if erstes > letztes or erstes >= groesse:
        antwort.file_to_stream.close()
        return HttpResponse(
            status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers={"Content-Range": f"bytes */{groesse}"}
        )
    datei = antwort.file_to_stream
    datei.seek(erstes)
    antwort.streaming_content = stuecke(datei, letztes - erstes + 1)
    antwort.status_code = HTTPStatus.PARTIAL_CONTENT
    antwort["Content-Length"] = str(letztes - erstes + 1)
    antwort["Content-Range"] = f"bytes {erstes}-{letztes}/{groesse}"
    return antwort


def stuecke(datei: Any, rest: int) -> Iterator[bytes]:
    """Yield so many bytes of a file, in pieces."""
    while rest > 0 and (stueck := datei.read(min(rest, STUECK))):
        rest -= len(stueck)
        yield stueck


def _ausliefern(
    datei: FieldFile, name: str, *, als_anhang: bool = False, dateiname: str = ""
) -> HttpResponseBase:
    """Return the stored file; Http404 if it is gone or asked for by another name."""
    gespeichert: Any = datei.name or ""
    if not gespeichert or gespeichert.rsplit("/", 1)[-1] != name:
        raise Http404
    try:
        antwort = FileResponse(datei.open("rb"), as_attachment=als_anhang, filename=dateiname or name)
    except FileNotFoundError:
        raise Http404 from None
    return _gesichert(antwort)


def _gesichert(antwort: HttpResponseBase) -> HttpResponseBase:
    antwort["Content-Security-Policy"] = SANDKASTEN
    # Stored names never come twice, but an entry may be withdrawn: an hour, no longer.
    antwort["Cache-Control"] = "public, max-age=3600"
    return antwort

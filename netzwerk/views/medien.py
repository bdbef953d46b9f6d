"""Files, handed out only after a check, under a policy that makes them harmless."""

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
        return _ausliefern(objekt.datei, name, als_anhang=True, dateiname=objekt.ladename)
    konto: Any = request.user
    if not rules.darf_herein(konto) or zweiter_faktor.fehlt(konto):
        raise Http404
    objekt = get_object_or_404(rechte.lesbar(Dokument, konto), pk=pk)
    return _nur_hier(_ausliefern(objekt.datei, name, als_anhang=True, dateiname=objekt.ladename))


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

"""Files, handed out only after a check, under a policy that makes them harmless."""

from typing import Any

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from netzwerk import zweiter_faktor
from netzwerk.models import Bild, Dokument

SANDKASTEN = "default-src 'none'; sandbox"


@require_safe
def bild(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """Hand out a public image; any other only to staff, who see it beside its words in the admin."""
    oeffentlich = Bild.objects.oeffentlich().filter(pk=pk).first()
    if oeffentlich is not None:
        return _ausliefern(oeffentlich.datei, name)
    konto: Any = request.user
    if not (konto.is_staff and konto.has_perm("netzwerk.view_bild")) or zweiter_faktor.fehlt(konto):
        raise Http404
    antwort = _ausliefern(get_object_or_404(Bild, pk=pk).datei, name)
    antwort["Cache-Control"] = "private, no-store"
    return antwort


@require_safe
def dokument(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """Hand out a public document as a download under its own name."""
    objekt = get_object_or_404(Dokument.objects.oeffentlich(), pk=pk)
    return _ausliefern(objekt.datei, name, als_anhang=True, dateiname=objekt.ladename)


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
    antwort["Content-Security-Policy"] = SANDKASTEN
    # Stored names never come twice, but an entry may be withdrawn: an hour, no longer.
    antwort["Cache-Control"] = "public, max-age=3600"
    return antwort

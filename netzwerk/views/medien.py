"""Files, handed out only after a check, under a policy that makes them harmless."""

from typing import Any

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from netzwerk.models import Bild, Dokument

SANDKASTEN = "default-src 'none'; sandbox"


@require_safe
def bild(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """Hand out a public image."""
    return _ausliefern(get_object_or_404(Bild.objects.oeffentlich(), pk=pk).datei, name)


@require_safe
def dokument(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """Hand out a public document as a download under its own name."""
    objekt = get_object_or_404(Dokument.objects.oeffentlich(), pk=pk)
    return _ausliefern(objekt.datei, name, als_anhang=True, dateiname=objekt.dateiname)


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

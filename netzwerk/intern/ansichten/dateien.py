"""Files that an entry had before: the history keeps their names, the storage keeps them."""

from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.urls import reverse

from netzwerk.intern import rechte
from netzwerk.intern.ansichten.basis import Bereichsseite

SANDKASTEN = "default-src 'none'; sandbox"


def fruehere_dateien(objekt: Any, adresse: str) -> list[dict[str, Any]]:
    """Return the files that an entry had before its present one, the latest first: ``{wann, url}``."""
    gesehen, ergebnis = {objekt.datei.name or "", ""}, []
    for stand in objekt.history.order_by("-history_date", "-history_id").only("datei", "history_date"):
        name = str(stand.datei or "")
        if name not in gesehen:
            gesehen.add(name)
            ergebnis.append(
                {"wann": stand.history_date, "url": reverse(adresse, args=[objekt.pk, stand.history_id])}
            )
    return ergebnis


class FruehereDatei(Bereichsseite):
    """Hands out a file that was replaced, to whoever may write the entry."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int, stand: int) -> HttpResponseBase:
        """Return the file of a state. Raises Http404 without one, PermissionDenied for whoever only reads."""
        objekt = self.lesbares(pk)
        if not rechte.darf_bearbeiten(request.user, objekt):
            raise PermissionDenied
        frueher = objekt.history.filter(history_id=stand).first() if stand < 2**63 else None
        name = str(frueher.datei or "") if frueher else ""
        try:
            if not name or not default_storage.exists(name):
                raise Http404
            antwort = FileResponse(default_storage.open(name, "rb"), as_attachment=True)
        except (FileNotFoundError, SuspiciousFileOperation):
            raise Http404 from None
        antwort["Content-Security-Policy"] = SANDKASTEN
        return antwort

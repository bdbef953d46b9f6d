"""Pages of the staff area that belong to no single noun: input kept meanwhile, the bin."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from netzwerk import rules
from netzwerk.intern.ansichten.basis import MERKBAR, Intern
from netzwerk.intern.bearbeitung import nur_eingaben
from netzwerk.intern.bereich import alle
from netzwerk.models import Zwischenstand

JE_NOMEN = 50
PFAD_ZEICHEN = 200


class Merken(Intern):
    """Keeps what is typed into a form, while one goes on typing."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep the input of the page named by ``pfad``. Raises Http404 for what is no form of ours."""
        pfad = request.GET.get("pfad", "")
        if not pfad.startswith("/intern/") or len(pfad) > PFAD_ZEICHEN:
            raise Http404
        eingaben = nur_eingaben(request.POST)
        if sum(len(wert) for werte in eingaben.values() for wert in werte) > MERKBAR:
            return JsonResponse({"gemerkt": False}, status=413)
        zeile, _ = Zwischenstand.objects.get_or_create(konto=request.user, pfad=pfad)  # type: ignore[misc]
        zeile.daten = eingaben
        zeile.save()
        return JsonResponse({"gemerkt": True})


class Papierkorb(Intern):
    """What lies in the bin, of every noun the account may write."""

    vorlage = "intern/papierkorb.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the latest of each noun (one query a noun)."""
        gruppen: list[dict[str, Any]] = []
        for bereich in alle():
            zeilen = bereich.modell._default_manager.all()
            if not hasattr(zeilen, "im_papierkorb"):
                continue
            zeilen = zeilen.im_papierkorb()
            if hasattr(zeilen, "bearbeitbar_fuer"):
                zeilen = zeilen.bearbeitbar_fuer(request.user)
            elif not rules.schreibt_alles(request.user):
                continue
            eintraege = list(bereich.mit_namen(zeilen).order_by("-geloescht_am")[:JE_NOMEN])
            if eintraege:
                gruppen.append(
                    {
                        "bereich": bereich,
                        "zeilen": [
                            {"name": str(e), "seit": e.geloescht_am, "url": bereich.url("papierkorb", e.pk)}
                            for e in eintraege
                        ],
                    }
                )
        return self.zeigen({"gruppen": gruppen})

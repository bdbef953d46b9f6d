"""The desk: what waits, what changed, and ways to everything."""

from django.http import HttpRequest, HttpResponse

from netzwerk.intern import werkzeuge
from netzwerk.intern.ansichten.basis import Intern
from sitzungen import schreibtisch


class Schreibtisch(Intern):
    """Where work begins."""

    vorlage = "intern/schreibtisch.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show what waits for this account, and what it may make and find."""
        frage = request.GET.get("q", "")[:200]
        if frage.strip():
            return self.zeigen({"frage": frage, "treffer": schreibtisch.gefunden(request.user, frage)})
        return self.zeigen(
            {
                "wartet": schreibtisch.wartet(request.user),
                "anlegbar": schreibtisch.anlegbar(request.user),
                "werkzeuge": werkzeuge.fuer(request.user),
                "zuletzt": schreibtisch.zuletzt(request.user),
                "eigene": schreibtisch.eigene_sitzungen(request.user),
            }
        )

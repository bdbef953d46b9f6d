"""The handbook in the staff area."""

from django.http import HttpRequest, HttpResponse

from netzwerk.intern.ansichten.basis import Intern
from sitzungen.handbuch import handbuch


class Hilfe(Intern):
    """All chapters on one page, so that one can search and print them."""

    vorlage = "intern/hilfe.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        return self.zeigen({"kapitel": handbuch()})

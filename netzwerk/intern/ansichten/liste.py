"""The list of a noun, with search and paging; and the suggestions beside fields."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from netzwerk import rules
from netzwerk.enums import Veroeffentlichung
from netzwerk.intern import rechte, waehlen
from netzwerk.intern.ansichten.basis import Bereichsseite, Intern
from netzwerk.intern.bereich import mit_name
from netzwerk.lib.paging import blaettern

SUCHE_ZEICHEN = 200


class Liste(Bereichsseite):
    """All entries of a noun that the account may read."""

    vorlage = "intern/liste.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show a page of the list."""
        frage = request.GET.get("q", "")[:SUCHE_ZEICHEN]
        zeilen = self.bereich.mit_namen(rechte.lesbar(self.bereich.modell, request.user))
        if frage.strip():
            zeilen = zeilen.filter(waehlen.bedingung(waehlen.suchfelder(self.bereich.modell), frage))
        stand = request.GET.get("stand", "")
        hat_stand = any(feld.name == "veroeffentlichung" for feld in self.bereich.modell._meta.fields)
        if hat_stand and stand in Veroeffentlichung.values:
            zeilen = zeilen.filter(veroeffentlichung=stand)
        seite = blaettern(request, zeilen, self.bereich.ordnung)
        return self.zeigen(
            {
                "bereich": self.bereich,
                "frage": frage,
                "seite": seite,
                "zeilen": [self._zeile(zeile) for zeile in seite.zeilen],
                "darf_anlegen": rechte.darf_anlegen(self.bereich, request.user),
                "staende": Veroeffentlichung.choices if hat_stand else [],
                "stand": stand,
            }
        )

    def _zeile(self, zeile: Any) -> dict[str, Any]:
        return {
            "name": str(zeile),
            "url": self.bereich.url(pk=zeile.pk),
            "stand": zeile.get_veroeffentlichung_display() if hasattr(zeile, "veroeffentlichung") else "",
            "intern": getattr(zeile, "sichtbarkeit", "") == "intern",
            "werte": [spalte.wert(zeile) or "" for spalte in self.bereich.spalten],
        }


class Waehlen(Intern):
    """Suggestions for a field that points to an entry."""

    darf = staticmethod(rules.darf_waehlen)
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, name: str) -> HttpResponse:
        """Return a few entries that fit what is typed, as JSON."""
        bereich = mit_name(name)
        if bereich is None:
            raise Http404
        frage = request.GET.get("q", "")[:SUCHE_ZEICHEN]
        gefunden = waehlen.treffer(rechte.waehlbar(bereich.modell, request.user), frage)
        return JsonResponse({"treffer": [{"nummer": zeile.pk, "text": str(zeile)} for zeile in gefunden]})

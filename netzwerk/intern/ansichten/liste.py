"""The list of a noun, with search and paging; and the suggestions beside fields."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from netzwerk import rules
from netzwerk.enums import Veroeffentlichung
from netzwerk.intern import rechte, waehlen
from netzwerk.intern.ansichten.basis import Bereichsseite, Intern
from netzwerk.intern.bereich import mit_name
from netzwerk.lib import tabular
from netzwerk.lib.dates import heute
from netzwerk.lib.paging import blaettern

SUCHE_ZEICHEN = 200
# More than a spreadsheet is pleasant with.
ZEILEN = 20_000


class Eingegrenzt(Bereichsseite):
    """Entries of a noun that the account may read, narrowed by the address (?q=, ?stand=)."""

    http_method_names = ["get", "head", "options"]

    @property
    def frage(self) -> str:
        """Return what is searched for."""
        return self.request.GET.get("q", "")[:SUCHE_ZEICHEN]

    @property
    def hat_stand(self) -> bool:
        """Say whether the noun can be published."""
        return any(feld.name == "veroeffentlichung" for feld in self.bereich.modell._meta.fields)

    def eintraege(self) -> Any:
        """Return the rows with what their names and columns need."""
        zeilen = self.bereich.mit_namen(rechte.lesbar(self.bereich.modell, self.request.user))
        if self.frage.strip():
            zeilen = zeilen.filter(waehlen.bedingung(waehlen.suchfelder(self.bereich.modell), self.frage))
        stand = self.request.GET.get("stand", "")
        if self.hat_stand and stand in Veroeffentlichung.values:
            zeilen = zeilen.filter(veroeffentlichung=stand)
        return zeilen


class Liste(Eingegrenzt):
    """The list of a noun."""

    vorlage = "intern/liste.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show a page of the list."""
        seite = blaettern(request, self.eintraege(), self.bereich.ordnung)
        return self.zeigen(
            {
                "bereich": self.bereich,
                "frage": self.frage,
                "seite": seite,
                "zeilen": [self._zeile(zeile) for zeile in seite.zeilen],
                "darf_anlegen": rechte.darf_anlegen(self.bereich, request.user),
                "staende": Veroeffentlichung.choices if self.hat_stand else [],
                "stand": request.GET.get("stand", ""),
                "auswahl": request.GET.urlencode(),
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


class Tabelle(Eingegrenzt):
    """The narrowed list as a file for a spreadsheet."""

    def get(self, request: HttpRequest, endung: str) -> HttpResponse:
        """Return the list as CSV or XLSX. Raises Http404 for another ending."""
        if endung not in {"csv", "xlsx"}:
            raise Http404
        kopf = [self.bereich.einzahl, *(spalte.titel for spalte in self.bereich.spalten)]
        kopf += ["Veröffentlichung", "Sichtbarkeit"] if self.hat_stand else []
        zeilen = [self._zeile(zeile) for zeile in self.eintraege().order_by(*self.bereich.ordnung)[:ZEILEN]]
        inhalt = (
            tabular.als_csv(kopf, zeilen)
            if endung == "csv"
            else tabular.als_xlsx(self.bereich.mehrzahl, kopf, zeilen)
        )
        typ = tabular.CSV_TYP if endung == "csv" else tabular.XLSX_TYP
        name = f"{self.bereich.name}-{heute().isoformat()}.{endung}"
        return tabular.datei_antwort(inhalt, typ, name)

    def _zeile(self, zeile: Any) -> list[object]:
        werte: list[object] = [str(zeile), *(spalte.wert(zeile) for spalte in self.bereich.spalten)]
        if self.hat_stand:
            werte += [zeile.get_veroeffentlichung_display(), zeile.get_sichtbarkeit_display()]
        return werte


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

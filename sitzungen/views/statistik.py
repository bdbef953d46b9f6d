"""Statistics for the yearly report, load and coverage; both for the staff."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from gremien.vertretungen.filter import Vertretungsfilter
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.lib import tabular
from netzwerk.lib.pdf import pdf_antwort
from sitzungen import auslastung, statistikdateien
from sitzungen.statistikfilter import Statistikfilter


def mit_auswahl(request: HttpRequest, name: str, endung: str) -> str:
    """Return the address of a file with the filters in force."""
    auswahl = f"?{urlencode(list(request.GET.items()))}" if request.GET else ""
    return f"{reverse(name, args=[endung])}{auswahl}"


class Statistikseite(Intern):
    """A period of an organisation in its bodies: table and sentences."""

    vorlage = "intern/statistik/seite.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        namen = (("docx", "Word"), ("xlsx", "Excel"), ("pdf", "PDF"))
        dateien = [(wort, mit_auswahl(request, "intern_statistik_datei", endung)) for endung, wort in namen]
        return self.zeigen(self.kontext() | {"dateien": dateien})

    def kontext(self) -> dict[str, Any]:
        """Return what page and files show."""
        filter_ = Statistikfilter(self.request.GET, konto=self.request.user)
        statistik = filter_.statistik
        wer = f" – {filter_.traeger}" if filter_.traeger is not None else ""
        hoechstens = max((zeile.gehalten for zeile in statistik.zeilen), default=0)
        return {
            "filter": filter_,
            "statistik": statistik,
            "titel": f"Gremienarbeit {statistikdateien.zeitraum(*filter_.zeitraum)}{wer}",
            "kopf": statistikdateien.KOPF,
            "zeilen": [
                (zeile, [statistikdateien.text(zahl) for zahl in statistikdateien.zahlen(zeile)])
                for zeile in statistik.zeilen
            ],
            "hoechstens": hoechstens,
            "stand": filter_.am,
        }


class Statistikdatei(Statistikseite):
    """The same as a file."""

    def get(self, request: HttpRequest, endung: str) -> HttpResponse:  # type: ignore[override]
        """Return DOCX, XLSX or PDF. Raises Http404 for another ending."""
        kontext = self.kontext()
        statistik, titel = kontext["statistik"], kontext["titel"]
        name = f"gremienarbeit-{statistik.von.isoformat()}-{statistik.bis.isoformat()}.{endung}"
        if endung == "docx":
            inhalt = statistikdateien.als_docx(statistik, titel)
            return tabular.datei_antwort(inhalt, statistikdateien.DOCX_TYP, name)
        if endung == "xlsx":
            return tabular.datei_antwort(statistikdateien.als_xlsx(statistik), tabular.XLSX_TYP, name)
        if endung != "pdf":
            raise Http404
        return pdf_antwort(
            request,
            "intern/statistik/pdf.html",
            kontext,
            bilder={},
            seite=reverse("intern_statistik"),
            merken=False,
        )


class Auslastung(Intern):
    """Who has how many seats, what bodies cost, where the gaps are."""

    vorlage = "intern/statistik/auslastung.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        filter_ = Vertretungsfilter(request.GET, konto=request.user)
        kontext = {
            "filter": filter_,
            "tafeln": auslastung.tafeln(filter_),
            "datei": mit_auswahl(request, "intern_auslastung_datei", "xlsx"),
        }
        return self.zeigen(kontext)


class Auslastungsdatei(Intern):
    """The same as a file, a sheet for each table."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, endung: str) -> HttpResponse:
        """Return XLSX. Raises Http404 for another ending."""
        if endung != "xlsx":
            raise Http404
        filter_ = Vertretungsfilter(request.GET, konto=request.user)
        blaetter = [tafel.als_blatt() for tafel in auslastung.tafeln(filter_)]
        name = f"auslastung-{filter_.am.isoformat()}.xlsx"
        return tabular.datei_antwort(tabular.als_mappe(blaetter), tabular.XLSX_TYP, name)

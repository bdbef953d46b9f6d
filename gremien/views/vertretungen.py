"""Who sits where for us: as a page, as PDF for A3, as files for spreadsheets."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from gremien.vertretungen import tabellen
from gremien.vertretungen.filter import GREMIEN, Vertretungsfilter
from gremien.vertretungen.matrix import Zeile
from netzwerk import rules
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.intern.bereich import mit_name
from netzwerk.lib import tabular
from netzwerk.lib.pdf import pdf_antwort

# A wider table is no help on a screen; lists and files hold everything.
FELDER = 20_000
# Columns of a sheet of A3 across that can be read at arm's length.
BLATT = 9
NOMEN = {"p": "personen", "s": "stellen", "o": "organisationen"}


class Vertretungen(Intern):
    """The matrix, as the address narrows it."""

    vorlage = "intern/vertretungen/seite.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it."""
        filter_ = Vertretungsfilter(request.GET, konto=request.user)
        return self.zeigen(self.kontext(filter_) | {"dateien": _dateien(request)})

    def kontext(self, filter_: Vertretungsfilter) -> dict[str, Any]:
        """Return what page and PDF show."""
        matrix = filter_.matrix
        darf = rules.liest_alles(self.request.user)
        return {
            "filter": filter_,
            "matrix": matrix,
            "je_organisation": filter_.je_organisation,
            "ueberschrift": _ueberschrift(filter_),
            "spalten": [(g, reverse("intern_besetzung", args=[g.pk])) for g in matrix.spalten],
            "zeilen": [(z, _url(z) if darf else "", zellen) for z, zellen in matrix.je_zeile()],
            "listen": [(z, _url(z) if darf else "", zellen) for z, zellen in matrix.als_listen()],
            "zu_gross": matrix.felder > FELDER,
            "ansichten": _ansichten(filter_),
            "hinweis": _hinweis(filter_),
        }


class Datei(Vertretungen):
    """The same as a file."""

    def get(self, request: HttpRequest, endung: str) -> HttpResponse:  # type: ignore[override]
        """Return PDF, XLSX or CSV. Raises Http404 for another ending."""
        filter_ = Vertretungsfilter(request.GET, konto=request.user)
        if endung == "pdf":
            return self._pdf(request, filter_)
        matrix = filter_.matrix
        liste = tabellen.liste(matrix)
        if endung == "csv":
            inhalt, typ = tabular.als_csv(tabellen.KOPF, liste), tabular.CSV_TYP
        elif endung == "xlsx":
            raster = tabellen.raster(matrix, mit_namen=filter_.je_organisation)
            inhalt = tabular.als_mappe([("Matrix", *raster), ("Liste", tabellen.KOPF, liste)])
            typ = tabular.XLSX_TYP
        else:
            raise Http404
        return tabular.datei_antwort(inhalt, typ, f"vertretungen-{filter_.am.isoformat()}.{endung}")

    def _pdf(self, request: HttpRequest, filter_: Vertretungsfilter) -> HttpResponse:
        blaetter = [
            {"matrix": blatt, "zeilen": list(blatt.je_zeile())} for blatt in filter_.matrix.blaetter(BLATT)
        ]
        kontext = self.kontext(filter_) | {"blaetter": blaetter, "stand": filter_.am}
        vorlage = "intern/vertretungen/pdf.html"
        # Names of people are not kept beside the database.
        return pdf_antwort(
            request, vorlage, kontext, bilder={}, seite=reverse("intern_vertretungen"), merken=False
        )


def _ueberschrift(filter_: Vertretungsfilter) -> str:
    if filter_.traeger is None:
        return "Wer sitzt wo"
    return "Wer sitzt für uns wo" if filter_.traeger == filter_.wir else f"Wer sitzt wo für {filter_.traeger}"


def _hinweis(filter_: Vertretungsfilter) -> str:
    if not filter_.zu_viele:
        return ""
    return f"Gezeigt werden die ersten {GREMIEN} Gremien. Bitte grenzen Sie die Auswahl ein."


def _ansichten(filter_: Vertretungsfilter) -> list[tuple[str, str, bool]]:
    wege: tuple[tuple[str, dict[str, str]], ...] = (
        ("Personen und Stellen", {}),
        ("Organisationen", {"ansicht": "organisationen"}),
    )
    return [
        (wort, filter_.adresse(**angaben), filter_.je_organisation == bool(angaben)) for wort, angaben in wege
    ]


def _dateien(request: HttpRequest) -> list[tuple[str, str]]:
    auswahl = f"?{urlencode(list(request.GET.items()))}" if request.GET else ""
    namen = (("pdf", "PDF zum Drucken (A3 quer)"), ("xlsx", "Excel"), ("csv", "CSV"))
    return [(wort, reverse("intern_vertretungen_datei", args=[endung]) + auswahl) for endung, wort in namen]


def _url(zeile: Zeile) -> str:
    """Return the page of who a row is, "" if it has none."""
    nomen = mit_name(NOMEN.get(zeile.schluessel[0], ""))
    return nomen.url(pk=int(zeile.schluessel[1:])) if nomen else ""

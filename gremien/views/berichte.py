"""Public pages of reports."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gremien import anzeige, queries
from gremien.filters import BerichtFilter
from gremien.models import Bericht
from gremien.schema import bericht_schema
from netzwerk.anzeige import bild_fuer_seite
from netzwerk.lib.antworten import oeffentlich_oder_weg, wurzel
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.paging import blaettern
from netzwerk.lib.text import als_html


@oeffentliche_seite
def bericht_liste(request: HttpRequest) -> HttpResponse:
    """Show the reports, latest first."""
    berichte = Bericht.objects.oeffentlich().gelistet().fuer_liste()
    filter_ = BerichtFilter(request.GET, queryset=berichte, request=request)
    seite = blaettern(request, filter_.qs, ordnung=filter_.sortierung.ordnung)
    return render(
        request,
        "gremien/bericht_liste.html",
        {
            "bereich": "berichte",
            "filter": filter_,
            "seite": seite,
            "zeilen": [anzeige.bericht_zeile(bericht) for bericht in seite.zeilen],
        },
    )


@oeffentliche_seite
def bericht_seite(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a report with its sections and both dates."""
    bericht = oeffentlich_oder_weg(queries.bericht_mit_listen(), slug=slug)
    abschnitte = [
        {
            "ueberschrift": abschnitt.ueberschrift,
            "text": als_html(abschnitt.text, unter=2 if abschnitt.ueberschrift else 1),
            "bild": bild_fuer_seite(abschnitt.bild),
        }
        for abschnitt in bericht.abschnitte.select_related("bild")
        # A heading taken over from the last report to which nothing was written.
        if abschnitt.text or abschnitt.bild
    ]
    return render(
        request,
        "gremien/bericht.html",
        {
            "bereich": "berichte",
            "bericht": bericht,
            "abschnitte": abschnitte,
            "fakten": anzeige.bericht_fakten(bericht),
            "schema": bericht_schema(bericht, wurzel(request)),
        },
    )

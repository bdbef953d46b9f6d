"""Public pages of projects."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gremien import anzeige, queries
from gremien.filters import ProjektFilter
from netzwerk.anzeige import bild_fuer_seite, dokumente
from netzwerk.lib.antworten import oeffentlich_oder_weg
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.paging import blaettern
from netzwerk.lib.text import als_html


@oeffentliche_seite
def projekt_liste(request: HttpRequest) -> HttpResponse:
    """Show the projects, newest first, and the current clients."""
    projekte = queries.projekt_mit_listen().oeffentlich().gelistet().mit_sortierjahr()
    filter_ = ProjektFilter(request.GET, queryset=projekte, request=request)
    seite = blaettern(request, filter_.qs, ordnung=filter_.sortierung.ordnung)
    kunden: dict[str, list[anzeige.Zeile]] = defaultdict(list)
    for kunde, mit_projekt in queries.kunden():
        url = kunde.organisation.get_absolute_url() if mit_projekt else ""
        kunden[kunde.institut.name].append({"titel": str(kunde), "url": url})
    return render(
        request,
        "gremien/projekt_liste.html",
        {
            "bereich": "projekte",
            "filter": filter_,
            "seite": seite,
            "zeilen": [anzeige.projekt_zeile(projekt) for projekt in seite.zeilen],
            "kunden": dict(kunden),
        },
    )


@oeffentliche_seite
def projekt_seite(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a project; consultations in bodies come from above by a tag."""
    projekt = oeffentlich_oder_weg(queries.projekt_mit_listen(), slug=slug)
    return render(
        request,
        "gremien/projekt.html",
        {
            "bereich": "projekte",
            "projekt": projekt,
            "bild": bild_fuer_seite(projekt.bild),
            "beschreibung": als_html(projekt.beschreibung, unter=1),
            "ergebnisse": als_html(projekt.ergebnisse),
            "fakten": anzeige.projekt_fakten(projekt),
            "plaene": anzeige.planfassungen(projekt),
            "dokumente": dokumente(projekt),
        },
    )

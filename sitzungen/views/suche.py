"""The search page and its description for browsers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from netzwerk.lib.antworten import wurzel
from netzwerk.lib.grenze import zaehlen
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.suchworte import auszug, markiert, suchwoerter
from netzwerk.lib.text import bereinigt
from sitzungen.suche import ARTEN, Fundstueck, je_art, suchen

TREFFER_HOECHSTENS = 50
FRAGE_HOECHSTENS = 200
# Offices share an address, so a limit for people must be far above what one person types.
JE_MINUTE = 120


@oeffentliche_seite
def suche(request: HttpRequest) -> HttpResponse:
    """Show what answers ?q=, best first; ?art= narrows it to a kind."""
    frage = bereinigt(request.GET.get("q", ""))[:FRAGE_HOECHSTENS]
    gesucht = suchwoerter(frage)
    if gesucht:
        zaehlen(request, "suche", JE_MINUTE)
    alle = suchen(gesucht)
    arten = je_art(alle)
    art = request.GET.get("art", "")
    gewaehlt = art if art in arten else ""
    treffer = [stueck for stueck in alle if gewaehlt in {"", stueck.art}]
    return render(
        request,
        "sitzungen/suche.html",
        {
            "bereich": "suche",
            "frage": frage,
            "gesucht": gesucht,
            "unbekannt": art not in {"", *ARTEN},
            "gewaehlt": gewaehlt,
            "arten": [(name, ARTEN[name][1], anzahl) for name, anzahl in arten.items()],
            "alle_anzahl": len(alle),
            "anzahl": len(treffer),
            "zeilen": [zeile(stueck, gesucht) for stueck in treffer[:TREFFER_HOECHSTENS]],
        },
    )


def zeile(stueck: Fundstueck, gesucht: list[str]) -> dict[str, object]:
    """Return a hit as a row of the list."""
    return {
        "titel": markiert(stueck.titel, gesucht),
        "url": stueck.adresse,
        "badges": [(ARTEN[stueck.art][0], "typ")],
        "text": auszug(stueck.text, gesucht),
    }


@oeffentliche_seite
def opensearch(request: HttpRequest) -> HttpResponse:
    """Tell browsers how to search here (OpenSearch 1.1)."""
    return render(
        request,
        "sitzungen/opensearch.xml",
        {"wurzel": wurzel(request)},
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )

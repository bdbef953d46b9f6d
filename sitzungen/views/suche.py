"""The search page and its description for browsers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from netzwerk.lib.antworten import wurzel
from netzwerk.lib.grenze import zaehlen
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.suchworte import auszug, markiert, suchwoerter
from netzwerk.lib.text import bereinigt
from netzwerk.lib.volltext import Kandidat
from netzwerk.suchindex import ARTEN
from sitzungen.suche import RANGFOLGE_BIS, REIHENFOLGE, mit_texten, suchen

TREFFER_HOECHSTENS = 50
FRAGE_HOECHSTENS = 200
# Offices share an address, so a limit for people must be far above what one person types.
JE_MINUTE = 120
# Who types asks at every pause.
VORSCHLAEGE_JE_MINUTE = 600
VORSCHLAEGE_HOECHSTENS = 8


@oeffentliche_seite
def suche(request: HttpRequest) -> HttpResponse:
    """Show what answers ?q=, best first; ?art= narrows it to a kind."""
    frage = bereinigt(request.GET.get("q", ""))[:FRAGE_HOECHSTENS]
    gesucht = suchwoerter(frage)
    if gesucht:
        zaehlen(request, "suche", JE_MINUTE)
    art = request.GET.get("art", "")
    alle = suchen(gesucht)
    arten: dict[str, int | None] = dict.fromkeys(REIHENFOLGE) if alle.mehr else {**alle.je_art()}
    gewaehlt = art if art in arten else ""
    ergebnis = suchen(gesucht, [[f"_art_{gewaehlt}"]]) if gewaehlt else alle
    return render(
        request,
        "sitzungen/suche.html",
        {
            "bereich": "suche",
            "frage": frage,
            "gesucht": gesucht,
            "unbekannt": art not in {"", *ARTEN},
            "gewaehlt": gewaehlt,
            "arten": [(name, ARTEN[name].viele, anzahl) for name, anzahl in arten.items()],
            "alle_anzahl": zahl(len(alle.treffer), mehr=alle.mehr),
            "anzahl": zahl(len(ergebnis.treffer), mehr=ergebnis.mehr),
            "gekuerzt": len(ergebnis.treffer) > TREFFER_HOECHSTENS,
            "zeilen": [
                zeile(kandidat, text, gesucht)
                for kandidat, text in mit_texten(ergebnis.treffer[:TREFFER_HOECHSTENS])
            ],
        },
    )


def zahl(anzahl: int, *, mehr: bool) -> str:
    """Return how many there are, as far as they were counted."""
    return f"mehr als {RANGFOLGE_BIS:,}".replace(",", ".") if mehr else str(anzahl)


def zeile(kandidat: Kandidat, text: str, gesucht: list[str]) -> dict[str, object]:
    """Return a hit as a row of the list."""
    return {
        "titel": markiert(kandidat.titel, gesucht),
        "url": kandidat.adresse,
        "badges": [(ARTEN[kandidat.art].eine, "typ")],
        "text": auszug(text, gesucht),
    }


@oeffentliche_seite
def vorschlaege(request: HttpRequest) -> HttpResponse:
    """Return the best hits for what was typed so far, as rows of a list (HTML)."""
    gesucht = suchwoerter(bereinigt(request.GET.get("q", ""))[:FRAGE_HOECHSTENS])
    if gesucht:
        zaehlen(request, "vorschlaege", VORSCHLAEGE_JE_MINUTE)
    treffer = mit_texten(suchen(gesucht).treffer[:VORSCHLAEGE_HOECHSTENS])
    zeilen = [
        {"titel": markiert(k.titel, gesucht), "adresse": k.adresse, "art": ARTEN[k.art].eine}
        for k, _ in treffer
    ]
    antwort = render(request, "sitzungen/_vorschlaege.html", {"vorschlaege": zeilen})
    antwort["X-Robots-Tag"] = "noindex"
    return antwort


@oeffentliche_seite
def opensearch(request: HttpRequest) -> HttpResponse:
    """Tell browsers how to search here (OpenSearch 1.1)."""
    return render(
        request,
        "sitzungen/opensearch.xml",
        {"wurzel": wurzel(request)},
        content_type="application/opensearchdescription+xml; charset=utf-8",
    )

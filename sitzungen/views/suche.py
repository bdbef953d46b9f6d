"""The search page and its description for browsers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString

from netzwerk.lib.antworten import wurzel
from netzwerk.lib.grenze import zaehlen
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.paging import blaettern_in
from netzwerk.lib.suchworte import auszug, markiert, suchwoerter
from netzwerk.lib.text import bereinigt
from netzwerk.lib.volltext_fragen import Kandidat
from netzwerk.suchindex import ARTEN
from sitzungen.meinten_sie import WENIGE, andere_frage
from sitzungen.suche import Ergebnis, mit_texten, rang, suchen
from sitzungen.suchfilter import Suchfilter, Suchwahl

TREFFER_JE_SEITE = 20
FRAGE_HOECHSTENS = 200
# Offices share an address, so a limit for people must be far above what one person types.
JE_MINUTE = 120
# Who types asks at every pause.
VORSCHLAEGE_JE_MINUTE = 600
VORSCHLAEGE_HOECHSTENS = 8


@oeffentliche_seite
def suche(request: HttpRequest) -> HttpResponse:
    """Show what answers ?q=, best first; ?art=, ?gebiet=, ?thema= and ?jahr= narrow it."""
    frage, gesucht = gefragt(request, "suche", JE_MINUTE)
    inhalt: dict[str, object] = {"bereich": "suche", "frage": frage}
    if gesucht:
        wahl = Suchwahl(request.GET)
        ergebnis = suchen(gesucht, wahl.merkmale)
        seite = blaettern_in(
            request, ergebnis.treffer, lambda kandidat: rang(kandidat, gesucht), TREFFER_JE_SEITE
        )
        inhalt |= {
            "filter": Suchfilter(request.GET, wahl, ergebnis),
            "seite": seite,
            "zeilen": [
                {"html": zeile_html(zeile(kandidat, text, gesucht))}
                for kandidat, text in mit_texten(seite.zeilen)
            ],
            "ende": ergebnis.mehr and not seite.weiter_url,
            "meinten_sie": meinten_sie(frage, gesucht, ergebnis),
        }
    return render(request, "sitzungen/suche.html", inhalt)


def meinten_sie(frage: str, gesucht: list[str], ergebnis: Ergebnis) -> str:
    """Return another question if this one, without its filters, has few answers."""
    treffer = ergebnis.ungefiltert
    if treffer is None or len(treffer) > WENIGE:
        return ""
    return andere_frage(frage, gesucht, hat_treffer=bool(treffer))


def gefragt(request: HttpRequest, zweck: str, je_minute: int) -> tuple[str, list[str]]:
    """Return what was asked and its words; raises ZuVieleAnfragen."""
    frage = bereinigt(request.GET.get("q", ""))[:FRAGE_HOECHSTENS]
    gesucht = suchwoerter(frage)
    if gesucht:
        zaehlen(request, zweck, je_minute)
    return frage, gesucht


def zeile(kandidat: Kandidat, text: str, gesucht: list[str]) -> dict[str, object]:
    """Return a hit as a row of the list."""
    return {
        "titel": markiert(kandidat.titel, gesucht),
        "url": kandidat.adresse,
        "badges": [(ARTEN[kandidat.art].eine, "typ")],
        "text": auszug(text, gesucht),
    }


def zeile_html(zeile: dict[str, Any]) -> SafeString:
    """Return a row as ``components/entry_list.html`` writes it; its template took most of the time."""
    ((art, marke),) = zeile["badges"]
    text = format_html('<div class="entry__text">{}</div>', zeile["text"]) if zeile["text"] else ""
    return format_html(
        '<li class="entry"><h3 class="entry__title"><a href="{}">{}</a></h3><div class="entry__side">'
        '<ul class="badges"><li><span class="badge badge--{}">{}</span></li></ul></div>{}</li>',
        zeile["url"],
        zeile["titel"],
        marke,
        art,
        text,
    )


@oeffentliche_seite
def vorschlaege(request: HttpRequest) -> HttpResponse:
    """Return the best hits for what was typed so far, as rows of a list (HTML)."""
    _, gesucht = gefragt(request, "vorschlaege", VORSCHLAEGE_JE_MINUTE)
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

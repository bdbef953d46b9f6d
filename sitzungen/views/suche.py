"""The search page and its description for browsers."""

import re
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from netzwerk.lib.antworten import wurzel
from netzwerk.lib.dates import datum_text
from netzwerk.lib.grenze import zaehlen
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.paging import blaettern_in
from netzwerk.lib.suchworte import auszug, markiert, suchwoerter
from netzwerk.lib.text import bereinigt
from netzwerk.suchindex import ARTEN
from sitzungen.meinten_sie import WENIGE, andere_frage
from sitzungen.suche import Ergebnis, Treffer, mit_texten, rang, suchen
from sitzungen.suchfilter import Suchfilter, Suchwahl

TREFFER_JE_SEITE = 20
FRAGE_HOECHSTENS = 200
# Offices share an address, so a limit for people must be far above what one person types.
JE_MINUTE = 120
# Who types asks at every pause.
VORSCHLAEGE_JE_MINUTE = 600
VORSCHLAEGE_HOECHSTENS = 8
ISO_DATUM = re.compile(r"\d{4}-\d{2}-\d{2}")


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
            "zeilen": [{"html": zeile_html(zeile(treffer, gesucht))} for treffer in mit_texten(seite.zeilen)],
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


def zeile(treffer: Treffer, gesucht: list[str]) -> dict[str, Any]:
    """Return a hit as a row of the list."""
    kandidat = treffer.kandidat
    return {
        "titel": markiert(kandidat.titel, gesucht),
        "url": kandidat.adresse,
        "badges": [(ARTEN[kandidat.art].eine, "typ")],
        "meta": [lesbar(teil) for teil in treffer.daneben],
        "text": auszug(treffer.text, gesucht),
    }


def lesbar(teil: str) -> str:
    """Return a date as it is written here, any other text as it is."""
    return datum_text(date.fromisoformat(teil)) if ISO_DATUM.fullmatch(teil) else teil


def zeile_html(zeile: dict[str, Any]) -> SafeString:
    """Return a row as ``components/entry_list.html`` writes it; its template took most of the time."""
    ((art, marke),) = zeile["badges"]
    teile = format_html_join("", "<li>{}</li>", ((teil,) for teil in zeile["meta"]))
    meta = format_html('<ul class="meta">{}</ul>', teile) if teile else ""
    text = format_html('<div class="entry__text">{}</div>', zeile["text"]) if zeile["text"] else ""
    return format_html(
        '<li class="entry"><h3 class="entry__title"><a href="{}">{}</a></h3><div class="entry__side">'
        '<ul class="badges"><li><span class="badge badge--{}">{}</span></li></ul>{}</div>{}</li>',
        zeile["url"],
        zeile["titel"],
        marke,
        art,
        meta,
        text,
    )


@oeffentliche_seite
def vorschlaege(request: HttpRequest) -> HttpResponse:
    """Return the best hits for what was typed so far, as rows of a list (HTML)."""
    _, gesucht = gefragt(request, "vorschlaege", VORSCHLAEGE_JE_MINUTE)
    zeilen = [
        {
            "titel": markiert(k.titel, gesucht),
            "adresse": k.adresse,
            "art": " · ".join([ARTEN[k.art].eine, *map(lesbar, daneben)]),
        }
        for k, _, daneben in mit_texten(suchen(gesucht).treffer[:VORSCHLAEGE_HOECHSTENS])
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

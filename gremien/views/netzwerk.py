"""The editorial page "Unser Netzwerk": pieces of HTML, each made once for the rows it shows.

The rows are the keys. They are asked for anew each time, under the condition of this moment, so
an edit, a planned end and midnight show at once; only what is made of the same rows is kept.
"""

from collections import defaultdict
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from gremien import anzeige, queries
from gremien.filters import NetzwerkFilter, netzwerkseite_mit_wahl
from gremien.models import Netzwerkeintrag, Netzwerkseite
from netzwerk.lib.abfrage import Zeile
from netzwerk.lib.dates import heute
from netzwerk.lib.fragmente import Merkliste
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.text import als_html
from netzwerk.models import Portal
from netzwerk.queries import aktuelles_portal

# The row of an entry, and the same of the entries under it.
type Knoten = tuple[Zeile, tuple[Knoten, ...]]

STUFE = 2
# What nobody can type: names are escaped, and cleaned text has no comments.
ZIELE, ZEILEN = mark_safe("<!--ziele-->"), mark_safe("<!--zeilen-->")
_seiten: Merkliste[bytes] = Merkliste(8)
_rahmen: Merkliste[tuple[str, ...]] = Merkliste(32)
_stuecke: Merkliste[tuple[str, str]] = Merkliste(512)


@oeffentliche_seite
def netzwerk(request: HttpRequest) -> HttpResponse:
    """Show the editorial page of the portal's own organisation."""
    if request.GET:
        return eingegrenzt(request)
    portal, seite, zeilen = netzwerk_zeilen()
    adresse = (request.scheme, request.get_host(), request.path)
    return HttpResponse(
        _seiten.hole((adresse, portal, seite, *zeilen), lambda: gesetzt(request, portal, seite, zeilen))
    )


def gesetzt(request: HttpRequest, portal: Zeile | None, seite: Zeile | None, zeilen: list[Zeile]) -> bytes:
    """Return the page, put together from its frame and its entries."""
    stuecke = [_stuecke.hole(knoten, partial(stueck, knoten)) for knoten in geschachtelt(zeilen)]
    adresse = (request.scheme, request.get_host(), request.path)
    vorn, mitte, hinten = _rahmen.hole(
        (adresse, portal, seite, bool(zeilen)),
        lambda: rahmen(request, portal, seite, gefuellt=bool(zeilen)),
    )
    html = (vorn, *(zeile for zeile, _ in stuecke), mitte, *(ziel for _, ziel in stuecke), hinten)
    return "".join(html).encode()


def eingegrenzt(request: HttpRequest) -> HttpResponse:
    """Show the entries that a filter leaves, made anew."""
    kontext = netzwerk_kontext()
    filter_ = seitenfilter(request, kontext["seite"])
    if filter_.chips:
        kontext["ziele"] = anzeige.netzwerktreffer(kontext["eintraege"], filter_.treffer)
    zeilen = anzeige.netzwerk_html(kontext["ziele"], stufe=STUFE)
    return render(request, "gremien/netzwerk.html", kontext | {"filter": filter_, "zeilen": zeilen})


def seitenfilter(request: HttpRequest, seite: Netzwerkseite | None) -> NetzwerkFilter:
    """Return the filter of the page."""
    eintraege = Netzwerkeintrag.objects.oeffentlich().filter(seite=seite)
    return NetzwerkFilter(request.GET, queryset=eintraege)


def netzwerk_zeilen() -> tuple[Zeile | None, Zeile | None, list[Zeile]]:
    """Return the rows of the portal, its editorial page and the entries (three queries at most)."""
    portal = next(iter(aktuelles_portal.zeilen()), None)
    if portal is None:
        return None, None, []
    eigene = portal[aktuelles_portal.stelle("eigene_organisation_id")]
    seite = next(iter(netzwerkseite_mit_wahl.zeilen(organisation=eigene)), None)
    if seite is None:
        return portal, None, []
    nummer = seite[netzwerkseite_mit_wahl.stelle("id")]
    return portal, seite, queries.eintraege_der_seite.zeilen(seite=nummer, stichtag=heute())


def geschachtelt(zeilen: list[Zeile]) -> tuple[Knoten, ...]:
    """Return the rows in their order, bodies under their own (as ``anzeige.netzwerkzeilen``)."""
    if not zeilen:
        return ()
    gremium, oben = map(queries.eintraege_der_seite.stelle, ("gremium_id", "oben"))
    auf_seite = {zeile[gremium] for zeile in zeilen} - {None}
    unter: dict[Any, list[Zeile]] = defaultdict(list)
    for zeile in zeilen:
        unter[zeile[oben] if zeile[oben] in auf_seite else None].append(zeile)

    def knoten(zeile: Zeile) -> Knoten:
        kinder = unter[zeile[gremium]] if zeile[gremium] is not None else []
        return zeile, tuple(map(knoten, kinder))

    return tuple(map(knoten, unter[None]))


def stueck(knoten: Knoten) -> tuple[str, str]:
    """Return an entry with those under it as HTML: in the text, and under "Auf dieser Seite"."""
    zeile = _zeile(knoten)
    (html,) = anzeige.netzwerk_html([zeile], stufe=STUFE)
    return html, render_to_string("gremien/_netzwerkziel.html", {"zeile": zeile})


def _zeile(knoten: Knoten) -> anzeige.Zeile:
    (eintrag,) = queries.eintraege_der_seite.objekte([knoten[0]])
    return anzeige.eintrag_zeile(eintrag) | {"unter": [_zeile(kind) for kind in knoten[1]]}


def rahmen(
    request: HttpRequest, portal: Zeile | None, seite: Zeile | None, *, gefuellt: bool
) -> tuple[str, ...]:
    """Return the page in three parts, without its entries and without their list."""
    kontext = seite_kontext(portal, seite) | {"ziele_html": ZIELE, "zeilen": [ZEILEN] if gefuellt else []}
    kontext["filter"] = seitenfilter(request, kontext["seite"])
    html = render_to_string("gremien/netzwerk.html", kontext, request)
    if not gefuellt:
        return html, "", ""
    vorn, rest = html.split(ZEILEN)
    return (vorn, *rest.split(ZIELE))


def seite_kontext(portal: Zeile | None, seite: Zeile | None) -> dict[str, Any]:
    """Return what the page shows besides its entries."""
    objekt = netzwerkseite_mit_wahl.objekte([seite])[0] if seite else None
    return {
        "bereich": "netzwerk",
        "portal": aktuelles_portal.objekte([portal])[0] if portal else Portal(),
        "seite": objekt,
        "einleitung": als_html(objekt.einleitung, unter=1) if objekt else "",
    }


def netzwerk_kontext() -> dict[str, Any]:
    """Return what the editorial page of the portal's own organisation shows, entries and all."""
    portal, seite, zeilen = netzwerk_zeilen()
    eintraege = queries.eintraege_der_seite.objekte(zeilen) if zeilen else []
    return seite_kontext(portal, seite) | {
        "eintraege": eintraege,
        "ziele": anzeige.netzwerkzeilen(eintraege),
    }

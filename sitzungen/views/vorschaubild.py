"""Pictures that messages show beside a link to a page (Open Graph)."""

import hashlib
from typing import Any

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse

from gremien.models import Bericht, Gremium, Projekt
from netzwerk.lib.antworten import oeffentlich_oder_weg
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.vorschaubild import ZEICHNUNG, zeichne
from netzwerk.models import Gebiet, Organisation, Portal, Thema
from sitzungen.models import Sitzung, Vorlage

ARTEN: dict[str, tuple[Any, str]] = {
    "gremien": (Gremium, "Gremium"),
    "organisationen": (Organisation, "Organisation"),
    "gebiete": (Gebiet, "Gebiet"),
    "themen": (Thema, "Thema"),
    "projekte": (Projekt, "Projekt"),
    "berichte": (Bericht, "Bericht"),
    "sitzungen": (Sitzung, "Sitzung"),
    "vorlagen": (Vorlage, "Vorlage"),
}


@oeffentliche_seite
def bild_des_eintrags(request: HttpRequest, art: str, **suche: Any) -> HttpResponse:
    """Return the picture of a public entry; ``suche`` is its slug, path or id from the address."""
    modell, dachzeile = ARTEN[art]
    objekt = oeffentlich_oder_weg(modell.objects.all(), **suche)
    return _antwort(dachzeile, str(objekt), Portal.objects.aktuelles().name)


@oeffentliche_seite
def bild_des_portals(request: HttpRequest) -> HttpResponse:
    """Return the picture of every page that is not about one entry."""
    portal = Portal.objects.aktuelles()
    return _antwort(portal.betreiber, portal.name, portal.untertitel)


def _antwort(*texte: str) -> HttpResponse:
    """Return the picture, drawn once for the same words whatever address asks for it."""
    worte = "\x00".join((ZEICHNUNG, *texte)).encode("utf-8", "replace")
    schluessel = f"vorschaubild:{hashlib.sha256(worte).hexdigest()}"
    inhalt = caches["seiten"].get(schluessel)
    if inhalt is None:
        inhalt = zeichne(*texte)
        caches["seiten"].set(schluessel, inhalt)
    return HttpResponse(inhalt, content_type="image/png")

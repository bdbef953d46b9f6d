"""Public pages of bodies."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gremien import anzeige, queries
from gremien.enums import Lebensstand
from gremien.filters import GremiumFilter
from gremien.models import Gremium
from gremien.netznachbarn import nachbarn_des_gremiums
from gremien.schema import gremium_schema
from netzwerk.anzeige import dokumente, listenzeilen
from netzwerk.lib.antworten import weg, wurzel
from netzwerk.lib.dates import datum_lesen, heute
from netzwerk.lib.netzklein import kleinbild
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.paging import blaettern
from netzwerk.lib.text import als_html
from netzwerk.models import Portal
from netzwerk.queries import aktuelles_portal


@oeffentliche_seite
def gremium_liste(request: HttpRequest) -> HttpResponse:
    """Show the bodies that work or are planned, A to Z; the others on demand, or if a state is asked for."""
    alle = request.GET.get("alle") == "1" or request.GET.get("lebensstand") in Lebensstand.values
    gremien = Gremium.objects.oeffentlich().gelistet().fuer_liste()
    gezeigt = gremien if alle else gremien.taetig()
    filter_ = GremiumFilter(request.GET, queryset=gezeigt, request=request)
    seite = blaettern(request, filter_.qs, ordnung=filter_.sortierung.ordnung)
    return render(
        request,
        "gremien/gremium_liste.html",
        {
            "bereich": "gremien",
            "alle": alle,
            "filter": filter_,
            "seite": seite,
            "zeilen": listenzeilen(seite.zeilen, anzeige.gremium_zeile, filter_.sortierung),
        },
    )


@oeffentliche_seite
def gremium_seite(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a body: what it is, who is in it; meetings and papers come from above by tags."""
    gefragt = request.GET.get("am", "")
    kontext = gremium_kontext(slug, gefragt)
    # A look back is for people; search engines are told of today.
    heutig = kontext["tag"]["stichtag"] == heute()
    schema = gremium_schema(kontext["gremium"], kontext["mitglieder"], wurzel(request)) if heutig else None
    return render(
        request,
        "gremien/gremium.html",
        kontext | {"schema": schema, "klein": gremium_kleinbild(kontext) if heutig else None},
    )


def gremium_kleinbild(kontext: dict[str, Any]) -> dict[str, Any] | None:
    """Return the small picture of what is joined to a body."""
    gremium = kontext["gremium"]
    nachbarn = nachbarn_des_gremiums(gremium, kontext["mitglieder"], kontext["leitungen"])
    return kleinbild(f"gremium-{gremium.slug}", gremium.name, nachbarn)


def gremium_kontext(slug: str, gefragt: str = "") -> dict[str, Any]:
    """Return what the page of a body shows, on the day that was asked for, else today.

    Raises Entfernt or Http404 for a body that is not public.
    """
    stichtag = datum_lesen(gefragt) or heute()
    gremium = queries.gremium_mit_adresse.erste(slug=slug, stichtag=stichtag, tag=heute()) or weg(
        Gremium, queries.nachfolger, slug=slug
    )
    mitglieder = queries.besetzung_am.liste(gremium=gremium.pk, stichtag=stichtag)
    leitungen = queries.leitung_am.liste(gremium=gremium.pk, stichtag=stichtag)
    queries.grundlagen_nachladen([*leitungen, *mitglieder])
    portal = aktuelles_portal.erste() or Portal()
    orte = [gebiet["name"] for gebiet in gremium.gebiete_json[:2]]
    return {
        "bereich": "gremien",
        "portal": portal,
        "gremium": gremium,
        "mitglieder": mitglieder,
        "leitungen": leitungen,
        "badges": anzeige.gremium_badges(gremium),
        "dachzeile": " · ".join(["Gremium", *orte]),
        "ort": ", ".join(orte),
        "texte": gremium_texte(gremium),
        "fakten": anzeige.gremium_fakten(gremium),
        "beziehungen": anzeige.beziehungen(gremium),
        "nachfolger": anzeige.nachfolger(gremium),
        "leitung": anzeige.leitungsgruppen(leitungen, stichtag),
        "tag": anzeige.besetzungstag(gefragt, stichtag),
        "rollen": anzeige.eigene_rollen(mitglieder, portal.wir.pk if portal.wir else None),
        "besetzung": anzeige.besetzung(gremium, mitglieder, stichtag),
        "teilnehmende": anzeige.teilnehmende(gremium),
        "adressaten": anzeige.adressaten(gremium),
        "bilder": [anzeige.bild(zeile) for zeile in gremium.bilder_json],
        "dokumente": dokumente(gremium),
    }


def gremium_texte(gremium: Any) -> list[tuple[str, str]]:
    """Return the headed texts of a body that are filled."""
    paare = (
        ("", gremium.beschreibung),
        ("Auftrag und Ziel", gremium.auftrag),
        ("Aufgaben", gremium.aufgaben),
        ("Warum wir dabei sind", gremium.nutzen),
        ("Mitmachen", gremium.mitmachen),
    )
    return [(titel, als_html(text, unter=2 if titel else 1)) for titel, text in paare if text]

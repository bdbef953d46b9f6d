"""What pages of the floor below show of bodies, reports and projects: one or two queries a tag."""

from typing import Any

from django import template
from django.db.models import Q

from gremien import anzeige, queries
from gremien.models import Bericht, Gremium
from gremien.netznachbarn import nachbarn_im_gebiet
from netzwerk.anzeige import HOECHSTENS, gekuerzt
from netzwerk.lib.dates import heute
from netzwerk.lib.netzklein import ART_ORGANISATION, kleinbild
from netzwerk.lib.text import als_html
from netzwerk.models import Gebiet, Organisation, Thema

register = template.Library()
IM_GEBIET = "nachbarn_im_gebiet"


@register.inclusion_tag("gremien/_projekte.html")
def organisation_projekte(organisation: Organisation) -> dict[str, Any]:
    """Show the projects an organisation carries out or takes part in (one query)."""
    projekte = queries.projekt_mit_listen().oeffentlich().gelistet()
    passend = projekte.filter(Q(institut=organisation) | Q(pk__in=_beteiligt(organisation)))
    return _projekte(passend, f"organisation={organisation.slug}")


def _beteiligt(organisation: Organisation) -> Any:
    return organisation.projektbeteiligungen.values("projekt")


def _projekte(projekte: Any, wahl: str) -> dict[str, Any]:
    zeilen = [anzeige.projekt_zeile(projekt) for projekt in projekte.neueste_zuerst()[: HOECHSTENS + 1]]
    return gekuerzt(zeilen, f"/projekte/?{wahl}")


@register.inclusion_tag("gremien/_projekte.html")
def gebiet_projekte(gebiet: Gebiet) -> dict[str, Any]:
    """Show the projects of an area (one query)."""
    return _projekte(
        queries.projekt_mit_listen().oeffentlich().gelistet().filter(standorte=gebiet),
        f"gebiet={gebiet.slug}",
    )


@register.inclusion_tag("gremien/_projekte.html")
def thema_projekte(thema: Thema) -> dict[str, Any]:
    """Show the projects on a topic (one query)."""
    return _projekte(
        queries.projekt_mit_listen().oeffentlich().gelistet().filter(themen=thema), f"thema={thema.slug}"
    )


@register.inclusion_tag("gremien/_gebiet_netzwerk.html", takes_context=True)
def gebiet_netzwerk(context: Any, gebiet: Gebiet, nummern: list[int]) -> dict[str, Any]:
    """Show an area's editorial page, if it has one, then the other bodies of it and its parts.

    ``nummern`` holds the ids of the area and its parts. Two queries. What is shown is kept for
    ``gebiet_kleinbild``, which asks nothing.
    """
    eintraege = list(queries.netzwerkeintraege(heute(), seite__gebiet=gebiet).select_related("seite"))
    seite = eintraege[0].seite if eintraege else None
    genannt = [eintrag.gremium_id for eintrag in eintraege if eintrag.gremium_id]
    weitere = queries.gremien_in(nummern).exclude(pk__in=genannt)[: HOECHSTENS + 1]
    context.render_context[IM_GEBIET] = nachbarn_im_gebiet(eintraege, weitere)
    zeilen = [anzeige.gremium_zeile(gremium) for gremium in weitere]
    return gekuerzt(zeilen, f"/gremien/?gebiet={gebiet.slug}") | {
        "seite": seite,
        "einleitung": als_html(seite.einleitung) if seite else "",
        "eintraege": anzeige.netzwerk_html(anzeige.netzwerkzeilen(eintraege), stufe=3),
        "titel": "Weitere Gremien" if seite else "Gremien",
    }


@register.inclusion_tag("gremien/_gebiet_kleinbild.html", takes_context=True)
def gebiet_kleinbild(context: Any, gebiet: Gebiet, organisationen: list[dict[str, Any]]) -> dict[str, Any]:
    """Show the small picture of an area: its bodies and organisations, as far as the page shows them."""
    nachbarn = context.render_context.get(IM_GEBIET, {}) | {
        (ART_ORGANISATION, zeile["url"].split("/")[2]): zeile["titel"] for zeile in organisationen
    }
    karte = f"/netzwerk/karte/?gebiet={gebiet.slug}"
    return {"klein": kleinbild(f"gebiet-{gebiet.slug}", gebiet.name, nachbarn, karte)}


@register.inclusion_tag("gremien/_gremien.html")
def thema_gremien(thema: Thema) -> dict[str, Any]:
    """Show the bodies that work on a topic (one query)."""
    gremien = Gremium.objects.oeffentlich().gelistet().taetig().filter(themen=thema).fuer_liste()
    zeilen = [anzeige.gremium_zeile(gremium) for gremium in gremien[: HOECHSTENS + 1]]
    return gekuerzt(zeilen, f"/gremien/?thema={thema.slug}") | {"titel": "Gremien"}


@register.inclusion_tag("gremien/_berichte.html")
def thema_berichte(thema: Thema) -> dict[str, Any]:
    """Show the reports on a topic (one query)."""
    berichte = Bericht.objects.oeffentlich().gelistet().filter(themen=thema).fuer_liste()[: HOECHSTENS + 1]
    zeilen = [anzeige.bericht_zeile(bericht) for bericht in berichte]
    return gekuerzt(zeilen, f"/berichte/?thema={thema.slug}")

"""What pages of the floors below show of meetings and papers: one query a tag."""

from typing import Any

from django import template
from django.db.models import Exists, OuterRef

from gremien.anzeige import bericht_zeile
from gremien.models import Gremium, Projekt
from netzwerk.anzeige import HOECHSTENS, gekuerzt
from netzwerk.lib.dates import heute
from netzwerk.models import Gebiet, Organisation, Thema
from sitzungen import anzeige, queries
from sitzungen.models import Projektberatung, Sitzung

register = template.Library()
KOMMENDE, VERGANGENE = 3, 3
VORLAGEN = 50


@register.inclusion_tag("sitzungen/_gremium_sitzungen.html", takes_context=True)
def gremium_sitzungen(context: Any, gremium: Gremium) -> dict[str, Any]:
    """Show the next and the latest meetings of a body."""
    sitzungen = queries.sitzungen_des_gremiums.liste(gremium=gremium.pk)
    kommend = [sitzung for sitzung in reversed(sitzungen) if not sitzung.ist_vorbei(heute())]
    vergangen = [sitzung for sitzung in sitzungen if sitzung.ist_vorbei(heute())][:VERGANGENE]
    return {
        "gremium": gremium,
        "host": context["request"].get_host(),
        "kommend": [anzeige.sitzung_termin(sitzung, mit_gremium=False) for sitzung in kommend[:KOMMENDE]],
        "spaeter": [anzeige.sitzung_termin(sitzung, mit_gremium=False) for sitzung in kommend[KOMMENDE:]],
        "vergangen": [anzeige.sitzung_termin(sitzung, mit_gremium=False) for sitzung in vergangen],
    }


@register.inclusion_tag("sitzungen/_vorgaenge.html")
def gremium_vorgaenge(gremium: Gremium) -> dict[str, Any]:
    """Show what was put before a body and decided."""
    return {
        "titel": "Vorgelegt und beschlossen",
        "alle_url": "",
        "zeilen": [anzeige.vorgang_zeile(vorgang) for vorgang in queries.vorgaenge(gremium)],
    }


@register.inclusion_tag("sitzungen/_vorgaenge.html")
def organisation_vorlagen(organisation: Organisation) -> dict[str, Any]:
    """Show the papers an organisation has charge of."""
    return _vorlagen("", federfuehrend=organisation)


@register.inclusion_tag("sitzungen/_gebiet_papiere.html")
def gebiet_berichte_und_vorlagen(gebiet: Gebiet) -> dict[str, Any]:
    """Show the reports from an area and the papers about it (one query)."""
    berichte, vorlagen = queries.papiere_des_gebiets(gebiet, HOECHSTENS + 1)
    return {
        "berichte": gekuerzt([bericht_zeile(eine) for eine in berichte], f"/berichte/?gebiet={gebiet.slug}"),
        "vorlagen": gekuerzt(
            [anzeige.vorlage_zeile(eine) for eine in vorlagen], f"/vorlagen/?gebiet={gebiet.slug}"
        ),
    }


@register.inclusion_tag("sitzungen/_vorgaenge.html")
def thema_vorlagen(thema: Thema) -> dict[str, Any]:
    """Show the papers on a topic."""
    return _vorlagen(f"/vorlagen/?thema={thema.slug}", themen=thema)


def _vorlagen(alle_url: str, **suche: Any) -> dict[str, Any]:
    vorlagen = queries.vorlagen_liste().filter(**suche).order_by("-sortierdatum", "-id")[: VORLAGEN + 1]
    zeilen = [anzeige.vorlage_zeile(vorlage) for vorlage in vorlagen]
    return {
        "titel": "Vorlagen",
        "zeilen": zeilen[:VORLAGEN],
        "alle_url": alle_url if len(zeilen) > VORLAGEN else "",
    }


@register.inclusion_tag("sitzungen/_projekt_beratungen.html")
def projekt_beratungen(projekt: Projekt) -> dict[str, Any]:
    """Show in which bodies a project was or is to be dealt with."""
    offen = Sitzung.objects.oeffentlich().filter(pk=OuterRef("sitzung_id"))
    beratungen = (
        Projektberatung.objects.oeffentlich()
        .filter(projekt=projekt)
        .select_related("gremium", "sitzung")
        .annotate(sitzung_offen=Exists(offen))
    )
    return {
        "schritte": [
            {
                "titel": beratung.gremium.name,
                "url": beratung.gremium.get_absolute_url(),
                "aufgabe": beratung.zweck,
                "datum": beratung.wann_text if beratung.sitzung_offen or beratung.sitzung is None else "",
            }
            for beratung in beratungen
        ]
    }

"""Public pages of the top floor: start, meetings and papers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gremien.anzeige import netzwerkzeilen
from gremien.queries import eintraege_der_seite, netzwerkseite
from netzwerk.anzeige import dokumente, gebaerdenvideo, listenzeilen
from netzwerk.lib.antworten import oeffentlich_oder_weg, weg, wurzel
from netzwerk.lib.dates import heute
from netzwerk.lib.netzbild import Punkt, strahlenbild
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.paging import blaettern, entschluesselt, verschluesselt
from netzwerk.lib.text import als_html
from netzwerk.models import Portal
from netzwerk.queries import aktuelles_portal
from sitzungen import anzeige, queries
from sitzungen.enums import Teil
from sitzungen.filters import VorlageFilter
from sitzungen.models import Vorlage
from sitzungen.schema import sitzung_schema

AENDERUNGEN_AUF_START = 5
AENDERUNGEN = 50
PUNKTE_IM_BILD = 20


@oeffentliche_seite
def start(request: HttpRequest) -> HttpResponse:
    """Show what this is, the network at a glance, the next meetings and the latest papers."""
    portal = aktuelles_portal.erste() or Portal()
    termine = queries.kommende_sitzungen(heute())
    vorlagen = queries.neueste_vorlagen.liste()
    return render(
        request,
        "sitzungen/start.html",
        {
            "portal": portal,
            "begruessung": als_html(portal.begruessung, unter=1),
            "netz": netzbild(portal),
            "gebaerdenvideo": gebaerdenvideo(portal.gebaerdenvideo_id),
            "termine": [anzeige.sitzung_termin(sitzung) for sitzung in termine],
            "neues": [
                anzeige.aenderung_zeile(aenderung) for aenderung in queries.aenderungen(AENDERUNGEN_AUF_START)
            ],
            "vorlagen": [anzeige.vorlage_zeile(vorlage) for vorlage in vorlagen],
        },
    )


def netzbild(portal: Portal) -> dict[str, object] | None:
    """Return the picture of our own network from the editorial page, None without one."""
    seite = netzwerkseite.erste(organisation=portal.eigene_organisation_id)
    if seite is None:
        return None
    wir = portal.wir
    name = wir.name if wir else portal.name
    zeilen = netzwerkzeilen(eintraege_der_seite.liste(seite=seite.pk, stichtag=heute()))
    punkte = [punkt(zeile) for zeile in zeilen[:PUNKTE_IM_BILD]]
    anzahl = sum(1 + len(ziel.kinder) for ziel in punkte)
    titel = (
        f"{(wir.kurzname if wir else '') or name} und {anzahl} Gremien und Verbände, in denen wir mitarbeiten"
    )
    return strahlenbild(Punkt(name, wir.get_absolute_url() if wir else "/netzwerk/", punkte), titel)


def punkt(zeile: anzeige.Zeile) -> Punkt:
    """Return a point of the picture for an entry of the editorial page."""
    return Punkt(zeile["kurz"], zeile["url"], [punkt(kind) for kind in zeile["unter"]])


@oeffentliche_seite
def aktuell(request: HttpRequest) -> HttpResponse:
    """Show what is new or changed, latest first, by days, page by page."""
    ab, vor = request.GET.get("ab", ""), request.GET.get("vor", "")
    stelle: Any = tuple(entschluesselt(vor or ab, list(queries.STELLE))) if ab or vor else None
    gefunden = queries.aenderungen(AENDERUNGEN + 1, stelle, davor=bool(vor))
    mehr = len(gefunden) > AENDERUNGEN
    gezeigt = gefunden[-AENDERUNGEN:] if vor else gefunden[:AENDERUNGEN]
    return render(
        request,
        "sitzungen/aktuell.html",
        {
            "bereich": "aktuell",
            "tage": anzeige.nach_tagen(gezeigt),
            "neuere_url": _weg("vor", gezeigt[:1]) if (mehr if vor else ab) else "",
            "aeltere_url": _weg("ab", gezeigt[-1:]) if vor or mehr else "",
            "geblaettert": bool(stelle),
        },
    )


def _weg(richtung: str, rand: list[queries.Aenderung]) -> str:
    """Return the address of the page beside a row, "" without one."""
    stellen = [verschluesselt([zeile.moment, zeile.was, zeile.id]) for zeile in rand]
    return f"?{richtung}={stellen[0]}" if stellen else ""


@oeffentliche_seite
def sitzung_seite(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a meeting with its agenda; non-public items are only places in it."""
    sitzung = oeffentlich_oder_weg(queries.sitzung_mit_listen(), pk=pk)
    geschlossen = sitzung.tagesordnungspunkte.filter(teil=Teil.NICHT_OEFFENTLICH).values_list(
        "position", "nummer"
    )
    return render(
        request,
        "sitzungen/sitzung.html",
        {
            "bereich": "sitzungen",
            "sitzung": sitzung,
            "vergangen": sitzung.ist_vorbei(heute()),
            "badges": anzeige.sitzung_badges(sitzung),
            "fakten": anzeige.sitzung_fakten(sitzung),
            "hinweis": als_html(sitzung.hinweis, unter=1),
            "punkte": anzeige.tagesordnung(queries.tagesordnung(sitzung), list(geschlossen)),
            "dokumente": dokumente(sitzung),
            "schema": sitzung_schema(sitzung, wurzel(request)),
        },
    )


@oeffentliche_seite
def vorlage_liste(request: HttpRequest) -> HttpResponse:
    """Show the papers, latest first."""
    filter_ = VorlageFilter(request.GET, queryset=queries.vorlagen_liste(), request=request)
    seite = blaettern(request, filter_.qs, ordnung=filter_.sortierung.ordnung)
    return render(
        request,
        "sitzungen/vorlage_liste.html",
        {
            "bereich": "vorlagen",
            "filter": filter_,
            "seite": seite,
            "zeilen": listenzeilen(seite.zeilen, anzeige.vorlage_zeile, filter_.sortierung),
        },
    )


@oeffentliche_seite
def vorlage_seite(request: HttpRequest, pfad: str) -> HttpResponse:
    """Show a paper: header fields, Beratungsfolge, proposal, sections, attachments, signature."""
    vorlage = queries.vorlage_mit_adresse.erste(pfad=pfad) or weg(Vorlage, pfad=pfad)
    return render(
        request,
        "sitzungen/vorlage.html",
        {
            "bereich": "vorlagen",
            "vorlage": vorlage,
            "fakten": anzeige.vorlage_fakten(vorlage),
            "schritte": [
                anzeige.schritt(beratung) for beratung in queries.beratungsfolge.liste(vorlage=vorlage.pk)
            ],
            "beschlussvorschlag": als_html(vorlage.beschlussvorschlag),
            "sachverhalt": als_html(vorlage.sachverhalt),
            "abschnitte": anzeige.abschnitte(vorlage),
            "auswirkungen": als_html(vorlage.finanzielle_auswirkungen),
            "dokumente": dokumente(vorlage),
        },
    )

"""Meetings as calendars, changes as a feed: what other programs ask for."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from gremien.models import Gremium
from netzwerk.lib.antworten import oeffentlich_oder_weg
from netzwerk.lib.dates import Genauigkeit, heute
from netzwerk.lib.ics import INHALTSTYP, ORT, Termin, kalender
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.models import Portal
from sitzungen.anzeige import aenderung_zeile
from sitzungen.filters import SitzungFilter
from sitzungen.models import Sitzung
from sitzungen.queries import aenderungen

# Programs keep what they have seen; what is older than this is on the pages.
RUECKBLICK = timedelta(days=365)
TERMINE_HOECHSTENS = 2000
AENDERUNGEN = 50


@oeffentliche_seite
def alle_termine(request: HttpRequest) -> HttpResponse:
    """Return all meetings of the last year and to come as a calendar; narrowed as their list is."""
    portal = Portal.objects.aktuelles()
    name, sitzungen = f"{portal.name}: Sitzungen", fuer_kalender()
    if request.GET:
        filter_ = SitzungFilter(request.GET, queryset=sitzungen, request=request)
        sitzungen = filter_.qs
        name = ", ".join([name, *(text for text, _ in filter_.chips)])
    return _antwort(request, portal, name, sitzungen)


@oeffentliche_seite
def termine_des_gremiums(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the meetings of one body, led or joint, as a calendar."""
    gremium = oeffentlich_oder_weg(Gremium.objects.all(), slug=slug)
    eigene = Q(gremium=gremium) | Q(pk__in=gremium.gemeinsame_sitzungen.values("pk"))
    portal = Portal.objects.aktuelles()
    return _antwort(request, portal, f"{gremium.kurzname or gremium.name}: Sitzungen", fuer_kalender(eigene))


def fuer_kalender(bedingung: Q | None = None) -> Any:
    """Return the public meetings that stand on a day, each with the number of its changes.

    "Februar 2008" stays out: a calendar would have to invent a day. Pages show it.
    """
    return mit_tag(Sitzung.objects.oeffentlich().gelistet().filter(bedingung or Q()))


def mit_tag(sitzungen: Any) -> Any:
    """Return those of the meetings that a calendar can show, with what it needs."""
    staende = Sitzung.history.filter(id=OuterRef("pk")).order_by().values("id")
    return (
        sitzungen.filter(datum_genauigkeit=Genauigkeit.TAG, datum__gte=heute() - RUECKBLICK)
        .select_related("gremium")
        .annotate(staende=Coalesce(Subquery(staende.annotate(zahl=Count("pk")).values("zahl")), 1))
        .order_by("datum", "uhrzeit", "id")
    )


def _antwort(request: HttpRequest, portal: Portal, name: str, sitzungen: Any) -> HttpResponse:
    """Return meetings as an answer that calendar programs understand."""
    termine = (
        termin(sitzung, request.build_absolute_uri("/"), kennmarke(portal))
        for sitzung in sitzungen[:TERMINE_HOECHSTENS]
    )
    return HttpResponse(kalender(name, termine), content_type=INHALTSTYP)


def kennmarke(portal: Portal) -> str:
    """Return what tells this registry's identifiers from others'; it stays when the portal moves."""
    return f"{portal.erstellt_am:%Y%m%d%H%M%S}.unser-netzwerk" if portal.pk else "unser-netzwerk"


def termin(sitzung: Any, wurzel: str, marke: str, pfad: str = "") -> Termin:
    """Return a meeting as an event; ``wurzel`` is the portal's address with its last slash.

    ``pfad`` leads to its page in the staff area if the public has none.
    """
    pfad = pfad or sitzung.get_absolute_url()
    orte = (sitzung.ort, sitzung.raum, " ".join(sitzung.anschrift.split()))
    return Termin(
        kennung=f"sitzung-{sitzung.pk}@{marke}",
        # Each saved change leaves a state in the history, so the count only rises.
        folge=sitzung.staende - 1,
        titel=sitzung.bezeichnung,
        beginn=beginn(sitzung),
        ende=ende(sitzung),
        ort=", ".join(ort for ort in orte if ort),
        text=beschreibung(sitzung, wurzel, pfad),
        url=f"{wurzel.rstrip('/')}{pfad}",
        abgesagt=sitzung.ist_ausgefallen,
        geaendert=sitzung.geaendert_am,
    )


def beginn(sitzung: Sitzung) -> date:
    """Return the moment a meeting begins, or its day if the time is not known."""
    if sitzung.uhrzeit is None:
        return sitzung.datum
    return datetime.combine(sitzung.datum, sitzung.uhrzeit, tzinfo=ORT)


def ende(sitzung: Sitzung) -> date | None:
    """Return the end: a moment for a moment, for days the day after the last one (RFC 5545, 3.6.1)."""
    letzter = sitzung.ende_datum or sitzung.datum
    if sitzung.uhrzeit is None:
        return letzter + timedelta(days=1)
    if sitzung.ende_uhrzeit is None:
        return None
    return datetime.combine(letzter, sitzung.ende_uhrzeit, tzinfo=ORT)


def beschreibung(sitzung: Sitzung, wurzel: str, pfad: str) -> str:
    """Return the body, what became of the meeting, and where to read more."""
    teile = [sitzung.gremium.name if sitzung.titel else ""]
    if sitzung.ist_ausgefallen:
        grund = f": {sitzung.absagegrund}" if sitzung.absagegrund else ""
        teile.append(f"{sitzung.get_status_display().capitalize()}{grund}")
    teile.append(f"Tagesordnung und Unterlagen: {wurzel.rstrip('/')}{pfad}")
    return "\n".join(teil for teil in teile if teil)


@oeffentliche_seite
def aenderungen_als_feed(request: HttpRequest) -> HttpResponse:
    """Return what is new or changed as an Atom feed (RFC 4287)."""
    portal = Portal.objects.aktuelles()
    wurzel = request.build_absolute_uri("/").rstrip("/")
    feed = Atom1Feed(
        title=f"{portal.name}: Aktuell",
        link=f"{wurzel}/aktuell/",
        description=portal.untertitel,
        language="de",
        author_name=portal.betreiber or portal.name,
        feed_url=f"{wurzel}/aktuell/feed.xml",
        feed_guid=f"tag:{kennmarke(portal)},2026:aktuell",
    )
    for aenderung in aenderungen(AENDERUNGEN):
        zeile = aenderung_zeile(aenderung)
        feed.add_item(
            title=zeile["titel"],
            link=f"{wurzel}{zeile['url']}",
            # A summary is HTML to its readers; a name is not.
            description=escape(" · ".join([wort for wort, _ in zeile["badges"]] + zeile["meta"])),
            unique_id=f"tag:{kennmarke(portal)},2026:{aenderung.was}-{aenderung.id}",
            pubdate=aenderung.angelegt,
            updateddate=aenderung.moment,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")

"""Public pages of the ground floor: organisations, areas, topics and duty pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from netzwerk import anzeige, queries
from netzwerk.enums import Gebietsart
from netzwerk.filters import OrganisationFilter
from netzwerk.lib.antworten import oeffentlich_oder_weg, verweise
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.paging import blaettern
from netzwerk.lib.text import als_html
from netzwerk.models import Gebiet, Organisation, Portal, Seite, Thema


@oeffentliche_seite
def organisation_liste(request: HttpRequest) -> HttpResponse:
    """Show the organisations, A to Z."""
    organisationen = Organisation.objects.oeffentlich().gelistet().fuer_liste()
    filter_ = OrganisationFilter(request.GET, queryset=organisationen, request=request)
    seite = blaettern(request, filter_.qs, ordnung=filter_.sortierung.ordnung)
    zeilen = anzeige.listenzeilen(seite.zeilen, anzeige.organisation_zeile, filter_.sortierung)
    return render(
        request,
        "netzwerk/organisation_liste.html",
        {"bereich": "organisationen", "filter": filter_, "seite": seite, "zeilen": zeilen},
    )


@oeffentliche_seite
def gebiet_liste(request: HttpRequest) -> HttpResponse:
    """Show all areas as a tree, widest first."""
    gebiete = list(Gebiet.objects.oeffentlich().gelistet().order_by("sortierung"))
    return render(
        request, "netzwerk/gebiet_liste.html", {"bereich": "gebiete", "zeilen": gebietsbaum(gebiete)}
    )


def gebietsbaum(gebiete: list[Gebiet]) -> list[anzeige.Zeile]:
    """Return the areas as nested rows; one whose upper area is not shown stands on top."""
    zeilen: dict[int, anzeige.Zeile] = {
        gebiet.pk: {
            "titel": gebiet.name,
            "url": gebiet.get_absolute_url(),
            "meta": [Gebietsart(gebiet.art).label],
            "unter": [],
        }
        for gebiet in gebiete
    }
    oberste: list[anzeige.Zeile] = []
    for gebiet in gebiete:
        ziel = zeilen[gebiet.parent_id]["unter"] if gebiet.parent_id in zeilen else oberste
        ziel.append(zeilen[gebiet.pk])
    return oberste


@oeffentliche_seite
def gebiet_seite(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an area: its network, bodies, organisations and projects (by tags from above)."""
    baum = queries.Gebietsbaum()
    gebiet = baum.mit_adresse(slug) or oeffentlich_oder_weg(Gebiet.objects.all(), slug=slug)
    kinder = [kind for kind in baum.kinder(gebiet) if not kind.ist_archiviert]
    return render(
        request,
        "netzwerk/gebiet.html",
        {
            "bereich": "gebiete",
            "gebiet": gebiet,
            "beschreibung": als_html(gebiet.beschreibung, unter=1),
            "pfad": [
                ("Gebiete", "/gebiete/"),
                *((vorfahr.name, vorfahr.get_absolute_url()) for vorfahr in baum.vorfahren(gebiet)),
                (gebiet.name, ""),
            ],
            "teile": verweise([(kind.name, kind.get_absolute_url()) for kind in kinder]),
            "nummern": baum.nummern(gebiet),
            "organisationen": _organisationszeilen(f"gebiet={gebiet.slug}", gebiete=gebiet),
        },
    )


@oeffentliche_seite
def thema_liste(request: HttpRequest) -> HttpResponse:
    """Show all topics."""
    zeilen = [{"titel": thema.name, "url": thema.get_absolute_url()} for thema in Thema.objects.oeffentlich()]
    return render(request, "netzwerk/thema_liste.html", {"bereich": "themen", "zeilen": zeilen})


@oeffentliche_seite
def thema_seite(request: HttpRequest, slug: str) -> HttpResponse:
    """Show everything on one topic (by tags from above)."""
    thema = oeffentlich_oder_weg(Thema.objects.all(), slug=slug)
    return render(
        request,
        "netzwerk/thema.html",
        {
            "bereich": "themen",
            "thema": thema,
            "beschreibung": als_html(thema.beschreibung, unter=1),
            "organisationen": _organisationszeilen(f"thema={thema.slug}", themen=thema),
        },
    )


def _organisationszeilen(wahl: str, **suche: object) -> dict[str, object]:
    """Return rows of the public organisations that fit, and where all of very many are."""
    organisationen = Organisation.objects.oeffentlich().gelistet().filter(**suche).fuer_liste()
    zeilen = [anzeige.organisation_zeile(zeile) for zeile in organisationen[: anzeige.HOECHSTENS + 1]]
    return anzeige.gekuerzt(zeilen, f"/organisationen/?{wahl}")


@oeffentliche_seite
def seite(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a duty page."""
    pflichtseite = get_object_or_404(Seite.objects.oeffentlich(), slug=slug)
    portal = Portal.objects.aktuelles()
    return render(
        request,
        "netzwerk/seite.html",
        {
            "seite": pflichtseite,
            "gebaerdenvideo": anzeige.gebaerdenvideo(pflichtseite.gebaerdenvideo_id),
            "text": als_html(pflichtseite.text, unter=1),
            "portal": portal,
            "durchsetzungsstelle": als_html(portal.durchsetzungsstelle, unter=2),
        },
    )

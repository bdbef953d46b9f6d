"""The outbox: what the portal sent, what waits, what failed; in the demo, shown instead of sent."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from netzwerk import rules
from netzwerk.actions.post import nachricht_erneut_senden
from netzwerk.enums import Nachrichtenstand
from netzwerk.lib.paging import GANZZAHL_HOECHSTENS, blaettern
from netzwerk.models import Nachricht

MARKEN: dict[str, str] = {Nachrichtenstand.GESCHEITERT: "warnung", Nachrichtenstand.WARTET: "status"}


def _pruefe(request: HttpRequest) -> None:
    """Let administrators in; in the demo everyone who is logged in. Raises PermissionDenied."""
    if not (settings.POST_ZEIGEN or rules.ist_admin(request.user)):
        raise PermissionDenied


def _finde(nummer: int) -> Nachricht:
    """Return the message. Raises Http404."""
    nachricht = Nachricht.objects.filter(pk=min(nummer, GANZZAHL_HOECHSTENS)).first()
    if nachricht is None:
        raise Http404
    return nachricht


@never_cache
@require_safe
@login_required
def postausgang(request: HttpRequest) -> HttpResponse:
    """List the messages, newest first, or those of one state (?stand=gescheitert)."""
    _pruefe(request)
    nachrichten = Nachricht.objects.defer("text", "html")
    stand = request.GET.get("stand", "")
    unbekannt = bool(stand) and stand not in Nachrichtenstand.values
    if stand and not unbekannt:
        nachrichten = nachrichten.filter(stand=stand)
    seite = blaettern(request, nachrichten, ("-id",))
    kontext = {
        "eintraege": [_zeile(nachricht) for nachricht in seite.zeilen],
        "seite": seite,
        "staende": Nachrichtenstand.choices,
        "stand": "" if unbekannt else stand,
        "unbekannt": unbekannt,
        "wird_gezeigt": settings.POST_ZEIGEN,
    }
    return render(request, "netzwerk/postausgang.html", kontext)


def _zeile(nachricht: Nachricht) -> dict[str, Any]:
    """Return a message as a row of the list."""
    return {
        "titel": nachricht.betreff,
        "url": f"{nachricht.pk}/",
        "badges": [(nachricht.get_stand_display(), MARKEN.get(nachricht.stand, "neutral"))],
        "meta": [nachricht.an, f"{localtime(nachricht.erstellt_am):%d.%m.%Y, %H:%M} Uhr"],
        "text": nachricht.fehler,
    }


@never_cache
@require_safe
@login_required
def nachricht(request: HttpRequest, nummer: int) -> HttpResponse:
    """Show one message; a personal link is shown in the demo only."""
    _pruefe(request)
    gefunden = _finde(nummer)
    fertig = gefunden.stand in {Nachrichtenstand.GESENDET, Nachrichtenstand.GESCHEITERT}
    kontext = {
        "nachricht": gefunden,
        "anhaenge": gefunden.anhaenge.values_list("name", flat=True),
        "lesbar": not gefunden.geleert_am and (settings.POST_ZEIGEN or not gefunden.vertraulich),
        "sendbar": fertig and not gefunden.geleert_am,
        "badges": [(gefunden.get_stand_display(), MARKEN.get(gefunden.stand, "neutral"))],
    }
    return render(request, "netzwerk/nachricht.html", kontext)


@never_cache
@require_http_methods(["POST"])
@login_required
def erneut_senden(request: HttpRequest, nummer: int) -> HttpResponse:
    """Send a message again."""
    _pruefe(request)
    if nachricht_erneut_senden(_finde(nummer), acting_user=request.user):
        messages.success(request, "Die Nachricht wird noch einmal gesendet.")
    else:
        messages.warning(request, "Diese Nachricht lässt sich nicht noch einmal senden.")
    return redirect("nachricht", nummer)

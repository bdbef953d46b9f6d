"""The outbox: what the portal sent, what waits, what failed; in the demo, shown instead of sent."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import localtime

from netzwerk import rules
from netzwerk.actions.post import nachricht_erneut_senden
from netzwerk.enums import Nachrichtenstand
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.lib.paging import GANZZAHL_HOECHSTENS, blaettern
from netzwerk.models import Nachricht

MARKEN: dict[str, str] = {Nachrichtenstand.GESCHEITERT: "warnung", Nachrichtenstand.WARTET: "status"}


def darf_sehen(konto: Any) -> bool:
    """Say whether the account may see the outbox: administrators; in the demo everyone who is logged in."""
    return settings.POST_ZEIGEN or rules.ist_admin(konto)


class Post(Intern):
    """A page of the outbox."""

    darf = staticmethod(darf_sehen)

    @staticmethod
    def finde(nummer: int) -> Nachricht:
        """Return the message. Raises Http404."""
        nachricht = Nachricht.objects.filter(pk=min(nummer, GANZZAHL_HOECHSTENS)).first()
        if nachricht is None:
            raise Http404
        return nachricht


class Postausgang(Post):
    """The list of messages."""

    vorlage = "netzwerk/postausgang.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """List the messages, newest first, or those of one state (?stand=gescheitert)."""
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
        return self.zeigen(kontext)


def _zeile(nachricht: Nachricht) -> dict[str, Any]:
    """Return a message as a row of the list."""
    return {
        "titel": nachricht.betreff,
        "url": reverse("nachricht", args=[nachricht.pk]),
        "badges": [(nachricht.get_stand_display(), MARKEN.get(nachricht.stand, "neutral"))],
        "meta": [nachricht.an, f"{localtime(nachricht.erstellt_am):%d.%m.%Y, %H:%M} Uhr"],
        "text": nachricht.fehler,
    }


class Einzelne(Post):
    """One message; a personal link is shown in the demo only."""

    vorlage = "netzwerk/nachricht.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, nummer: int) -> HttpResponse:
        """Show it."""
        gefunden = self.finde(nummer)
        fertig = gefunden.stand in {Nachrichtenstand.GESENDET, Nachrichtenstand.GESCHEITERT}
        kontext = {
            "nachricht": gefunden,
            "anhaenge": gefunden.anhaenge.values_list("name", flat=True),
            "lesbar": not gefunden.geleert_am and (settings.POST_ZEIGEN or not gefunden.vertraulich),
            "sendbar": fertig and not gefunden.geleert_am,
            "badges": [(gefunden.get_stand_display(), MARKEN.get(gefunden.stand, "neutral"))],
        }
        return self.zeigen(kontext)


class ErneutSenden(Post):
    """Sends a message again."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, nummer: int) -> HttpResponse:
        """Send it."""
        if nachricht_erneut_senden(self.finde(nummer), acting_user=request.user):
            messages.success(request, "Die Nachricht wird noch einmal gesendet.")
        else:
            messages.warning(request, "Diese Nachricht lässt sich nicht noch einmal senden.")
        return HttpResponseRedirect(reverse("nachricht", args=[nummer]))

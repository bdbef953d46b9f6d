"""The page on which one makes the secret address of one's calendar, takes it back, and makes another."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from netzwerk.lib.dates import heute, jetzt
from netzwerk.lib.geheimlink import fingerabdruck, neue_marke
from netzwerk.models import Kalenderzugang
from sitzungen.eigene import ALLE, MEINE, sitzungen_von


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def mein_kalender(request: Any) -> HttpResponse:
    """Show whether there is an address; a new one is shown once, in the answer to its making."""
    adressen: list[tuple[str, str]] = []
    if request.method == "POST" and request.POST.get("schritt") == "zurueckziehen":
        Kalenderzugang.objects.filter(konto=request.user).delete()
        messages.success(request, "Die Adresse gilt nicht mehr.")
        return redirect("mein_kalender")
    if request.method == "POST":
        adressen = _neue_adressen(request)
    kontext = {
        "zugang": Kalenderzugang.objects.filter(konto=request.user).first(),
        "adressen": adressen,
        "anzahl": sitzungen_von(request.user, MEINE).kommend(heute()).count(),
    }
    return render(request, "account/kalender.html", kontext)


def _neue_adressen(request: HttpRequest) -> list[tuple[str, str]]:
    """Make a new secret, so that the one before opens nothing; return what is behind it."""
    marke = neue_marke()
    Kalenderzugang.objects.update_or_create(
        konto=request.user, defaults={"kennung": fingerabdruck(marke), "erstellt_am": jetzt()}
    )
    return [
        (titel, request.build_absolute_uri(reverse("kalender_feed", args=[marke, umfang])))
        for titel, umfang in (
            ("Sitzungen meiner Gremien", MEINE),
            ("Alle Sitzungen, die ich lesen darf", ALLE),
        )
    ]

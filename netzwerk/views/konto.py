"""The pages of the own account: who one is here, where to go, and where one is logged in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from netzwerk.anmeldungen import anmeldungen_beenden, laufende_anmeldungen
from netzwerk.lib.browser import browsername


@never_cache
@require_safe
@login_required
def uebersicht(request: HttpRequest) -> HttpResponse:
    """Show the own account: name, roles, ways on."""
    rollen = request.user.groups.order_by("name").values_list("name", flat=True)
    return render(request, "account/uebersicht.html", {"rollen": list(rollen)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def anmeldungen(request: Any) -> HttpResponse:
    """Show where the account is logged in; on POST end it everywhere else."""
    diese = request.session.session_key
    if request.method == "POST":
        anzahl = anmeldungen_beenden(request.user, ausser=diese)
        text = "Sie sind überall sonst abgemeldet." if anzahl else "Sie waren nur hier angemeldet."
        messages.success(request, text)
        return redirect("anmeldungen")
    liste = [
        {
            "browser": browsername(sitzung.user_agent),
            "seit": sitzung.created_at,
            "hier": sitzung.session_key == diese,
        }
        for sitzung in laufende_anmeldungen(request.user)
    ]
    return render(request, "account/anmeldungen.html", {"anmeldungen": liste})

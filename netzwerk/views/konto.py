"""The page where people land who logged in: who they are here, and where to go."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
@login_required
def uebersicht(request: HttpRequest) -> HttpResponse:
    """Show the own account: name, roles, ways on."""
    rollen = request.user.groups.order_by("name").values_list("name", flat=True)
    return render(request, "account/uebersicht.html", {"rollen": list(rollen)})

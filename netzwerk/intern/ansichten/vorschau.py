"""How the public will see an entry: saved and published inside a transaction that never holds."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve

from netzwerk.enums import Sichtbarkeit, Veroeffentlichung
from netzwerk.lib.admin.zeilen import Ablehnung

OHNE = "Für diesen Eintrag gibt es keine öffentliche Seite."
GRUND = "So sähe ihn niemand: Dazu müsste auch öffentlich sein, wozu er gehört."


def vorschau(request: HttpRequest, bearbeitung: Any) -> HttpResponse:
    """Return the public page of the entry as the form has it; nothing is saved."""
    try:
        with transaction.atomic():
            antwort = _seite(request, bearbeitung)
            transaction.set_rollback(True)
    except Ablehnung as ablehnung:
        antwort = _hinweis(request, " ".join(ablehnung.meldungen()))
    return antwort


def _seite(request: HttpRequest, bearbeitung: Any) -> HttpResponse:
    felder: dict[str, Any] = {}
    if hasattr(bearbeitung.bereich.modell, "veroeffentlichung"):
        felder = {
            "veroeffentlichung": Veroeffentlichung.VEROEFFENTLICHT,
            "sichtbarkeit": Sichtbarkeit.OEFFENTLICH,
            "oeffentlich_ab": None,
            "oeffentlich_bis": None,
        }
    objekt = bearbeitung.speichern(**felder)
    if not hasattr(objekt, "get_absolute_url"):
        return _hinweis(request, OHNE)
    try:
        ziel = resolve(objekt.get_absolute_url())
        antwort: HttpResponse = ziel.func(_besucher(request, objekt), *ziel.args, **ziel.kwargs)
    except (Http404, Resolver404):
        return _hinweis(request, GRUND)
    if antwort.status_code != 200 or b"<main" not in antwort.content:  # noqa: PLR2004
        return _hinweis(request, OHNE)
    band = render_to_string("intern/vorschauband.html").encode()
    return HttpResponse(antwort.content.replace(b"<main", band + b"<main", 1))


def _besucher(request: HttpRequest, objekt: Any) -> HttpRequest:
    """Return a request as a visitor would make it."""
    anfrage = HttpRequest()
    anfrage.META, anfrage.method = dict(request.META), "GET"
    anfrage.path = anfrage.path_info = objekt.get_absolute_url()
    anfrage.META["QUERY_STRING"] = ""
    anfrage.user = AnonymousUser()
    return anfrage


def _hinweis(request: HttpRequest, text: str) -> HttpResponse:
    return render(request, "intern/vorschau_ohne.html", {"text": text})

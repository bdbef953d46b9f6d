"""Answers when something is wrong, each a readable German page.

Pages for broken requests and a broken server are rendered without the request: no context
processor runs, so neither database nor session is needed.
"""

import sys

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

NOTTEXT = (
    '<!doctype html><html lang="de"><meta charset="utf-8"><title>Fehler</title>'
    "<h1>Hier ist etwas schiefgegangen</h1><p>Der Fehler liegt bei uns, nicht bei Ihnen. "
    'Bitte versuchen Sie es in einigen Minuten noch einmal.</p><p><a href="/">Zur Startseite</a></p></html>'
)


def ohne_kontext(status: int) -> HttpResponse:
    """Return the page of a status without request, so without context processors."""
    antwort = HttpResponse(render_to_string(f"{status}.html"), status=status)
    add_never_cache_headers(antwort)
    return antwort


def handler400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer a request that makes no sense; even its host may be wrong. An endless upload is told as such."""
    return ohne_kontext(413 if isinstance(exception, RequestDataTooBig) else 400)


def handler403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer someone who may not."""
    antwort = render(request, "403.html", status=403)
    add_never_cache_headers(antwort)
    return antwort


def handler404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer an address that leads nowhere; say nothing of why."""
    return render(request, "404.html", status=404)


def handler500(request: HttpRequest) -> HttpResponse:
    """Answer after an error of ours; plain text when not even the page can be made.

    A database that is away is no fault of the program: 503, come again.
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return nicht_erreichbar(request)
    try:
        return ohne_kontext(500)
    except (TemplateDoesNotExist, TemplateSyntaxError, ValueError):
        # ValueError: a static file is missing in the manifest.
        return HttpResponseServerError(NOTTEXT)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was open too long or came from elsewhere."""
    antwort = render(request, "403_csrf.html", status=403)
    add_never_cache_headers(antwort)
    return antwort


def zurueckgezogen(
    request: HttpRequest, *, nachfolger_url: str = "", nachfolger_text: str = ""
) -> HttpResponse:
    """Answer 410 for a withdrawn entry, with the way to its successor."""
    kontext = {"nachfolger_url": nachfolger_url, "nachfolger_text": nachfolger_text}
    return render(request, "410.html", kontext, status=410)


def nicht_lesbar(request: HttpRequest, *, weiter_url: str, weiter_text: str) -> HttpResponse:
    """Answer 400 for a bad parameter (such as a cursor), with the way back to a working page."""
    kontext = {"weiter_url": weiter_url, "weiter_text": weiter_text}
    return render(request, "400.html", kontext, status=400)


def nicht_erreichbar(request: HttpRequest, *, sekunden: int = 60) -> HttpResponse:
    """Answer 503 while the database is away or under maintenance."""
    antwort = ohne_kontext(503)
    antwort["Retry-After"] = str(sekunden)
    return antwort

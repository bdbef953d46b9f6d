"""The form for visitors' hints: the only public page that sets a cookie."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from netzwerk.actions import hinweis_annehmen
from netzwerk.forms import HinweisFormular

SEITE_LAENGE = 300


def seite_von(request: HttpRequest) -> str:
    """Return the page of ours that the hint is about, "" for anything else."""
    seite = request.GET.get("seite", "")
    eigene = seite.startswith("/") and url_has_allowed_host_and_scheme(seite, allowed_hosts=None)
    return seite if eigene and len(seite) <= SEITE_LAENGE else ""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def hinweis(request: HttpRequest) -> HttpResponse:
    """Show the form, take a hint; a refusal keeps what was typed."""
    seite = seite_von(request)
    if request.method != "POST":
        return _formular(request, HinweisFormular(), seite)
    formular = HinweisFormular(request.POST)
    if not formular.is_valid():
        return _formular(request, formular, seite)
    if not ratelimit.consume(request, action="hinweis"):
        formular.add_error(
            None,
            "Von Ihrem Anschluss kamen gerade viele Hinweise. Bitte versuchen Sie es in einer Stunde noch "
            "einmal; Ihr Text steht noch da.",
        )
        return _formular(request, formular, seite, status=429)
    formular.instance.seite = seite
    hinweis_annehmen(formular.instance)
    return redirect(f"{reverse('hinweis_danke')}?{urlencode({'seite': seite})}")


def _formular(request: HttpRequest, formular: HinweisFormular, seite: str, status: int = 200) -> HttpResponse:
    return render(request, "netzwerk/hinweis.html", {"form": formular, "seite": seite}, status=status)


@never_cache
@require_safe
def danke(request: HttpRequest) -> HttpResponse:
    """Thank, and lead back."""
    return render(request, "netzwerk/hinweis_danke.html", {"seite": seite_von(request)})

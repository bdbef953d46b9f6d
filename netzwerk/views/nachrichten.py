"""How often one is told of what; and the link in each mail that ends it (a GET shows, a POST acts)."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from netzwerk import meldungen
from netzwerk.enums import Takt


class Takte(forms.Form):
    """One choice for each kind of event that the account can be told of."""

    def __init__(self, *args: Any, konto: Any, **kwargs: Any) -> None:
        """Ask for what the account may know of."""
        super().__init__(*args, **kwargs)
        gewaehlt = meldungen.einstellungen(konto) if not self.is_bound else {}
        for art in meldungen.arten_fuer(konto):
            self.fields[art.name] = forms.ChoiceField(
                label=art.titel,
                help_text=art.hilfe,
                choices=Takt.choices,
                initial=gewaehlt[art.name].takt if gewaehlt else None,
            )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def nachrichten(request: HttpRequest) -> HttpResponse:
    """Show and keep the choices."""
    formular = Takte(request.POST if request.method == "POST" else None, konto=request.user)
    if request.method == "POST" and formular.is_valid():
        meldungen.takt_setzen(request.user, formular.cleaned_data)
        messages.success(request, "Gespeichert.")
        return redirect("nachrichten")
    status = 422 if formular.is_bound else 200
    return render(request, "account/nachrichten.html", {"form": formular}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def abbestellen(request: HttpRequest, marke: str) -> HttpResponse:
    """Show what the link ends; on POST end it, or everything. Raises Http404 for a link that is none."""
    wer = meldungen.abbesteller(marke)
    if wer is None:
        raise Http404
    konto, arten = wer
    if request.method == "POST":
        alles = request.POST.get("was") == "alles"
        meldungen.abbestellen(konto, [art.name for art in (meldungen.arten_fuer(konto) if alles else arten)])
    kontext = {"arten": arten, "fertig": request.method == "POST"}
    return render(request, "account/abbestellen.html", kontext)

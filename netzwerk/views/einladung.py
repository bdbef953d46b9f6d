"""The page behind the link of an invitation: a GET shows, a POST opens the account, once."""

from typing import Any

from allauth.account.fields import PasswordField, SetPasswordField
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from netzwerk.actions.konten import UngueltigeEinladung, einladung_annehmen, einladung_zu
from netzwerk.lib.grenze import zaehlen
from netzwerk.models import Konto

VORLAGE = "account/einladung.html"
PASSKEY = "passkey"
JE_MINUTE = 20


class Eroeffnung(forms.Form):
    """How somebody is called and logs in; whoever takes a key needs no password."""

    name = forms.CharField(label="Ihr Name", max_length=200, help_text="So sehen Sie die anderen im Portal.")
    password1 = SetPasswordField(label="Passwort")
    password2 = PasswordField(label="Passwort noch einmal", autocomplete="new-password")

    def __init__(self, *args: Any, konto: Konto, mit_passwort: bool = True, **kwargs: Any) -> None:
        """Take whose account it is: a password must not resemble name or address."""
        super().__init__(*args, **kwargs)
        passwort: Any = self.fields["password1"]
        passwort.user = konto
        for name in ("password1", "password2"):
            if not mit_passwort:
                self.fields[name] = forms.CharField(
                    label=self.fields[name].label, required=False, widget=forms.PasswordInput
                )
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["name"].widget.attrs["autocomplete"] = "name"

    def clean(self) -> dict[str, Any]:
        """Compare what was typed twice."""
        daten: dict[str, Any] = super().clean() or {}
        erstes, zweites = daten.get("password1"), daten.get("password2")
        if erstes and zweites and erstes != zweites:
            self.add_error("password2", "Die beiden Passwörter sind verschieden.")
        return daten


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def einladung(request: HttpRequest, marke: str) -> HttpResponse:
    """Show the form, or open the account and log in. Wrong, used and old links answer alike (404)."""
    gefunden = einladung_zu(marke)
    if gefunden is None:
        return _ungueltig(request)
    konto = gefunden.konto
    if request.method != "POST":
        return _seite(request, konto, Eroeffnung(konto=konto, initial={"name": konto.name}))
    passkey = request.POST.get("weg") == PASSKEY
    formular = Eroeffnung(request.POST, konto=konto, mit_passwort=not passkey)
    if formular.is_valid() and not ratelimit.consume(request, action="einladung"):
        formular.add_error(None, "Zu viele Versuche in kurzer Zeit. Bitte warten Sie ein paar Minuten.")
        return _seite(request, konto, formular, status=429)
    if not formular.is_valid():
        return _seite(request, konto, formular, status=422)
    return _eroeffnen(request, marke, formular.cleaned_data, passkey=passkey)


def _eroeffnen(request: HttpRequest, marke: str, daten: dict[str, Any], *, passkey: bool) -> HttpResponse:
    """Open the account and log in."""
    passwort = None if passkey else daten["password1"]
    try:
        konto = einladung_annehmen(marke, name=daten["name"], passwort=passwort)
    except UngueltigeEinladung:
        return _ungueltig(request)
    record_authentication(request, konto, method="einladung")
    ziel = reverse("mfa_add_webauthn" if passkey else "konto")
    return perform_login(request, konto, email_verification="none", redirect_url=ziel)


def _ungueltig(request: HttpRequest) -> HttpResponse:
    """Answer all links that do not work alike. Raises ZuVieleAnfragen for whoever tries many."""
    zaehlen(request, "einladung", JE_MINUTE)
    return render(request, VORLAGE, {"form": None}, status=404)


def _seite(request: HttpRequest, konto: Konto, formular: Eroeffnung, status: int = 200) -> HttpResponse:
    return render(request, VORLAGE, {"form": formular, "konto": konto}, status=status)

"""Hints of visitors in the staff area: listed, taken up, finished with a note, opened again."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localtime

from netzwerk import rules
from netzwerk.actions import hinweis_stand_setzen
from netzwerk.enums import Hinweisstand
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.lib.paging import blaettern
from netzwerk.models import Hinweis

MARKEN: dict[str, str] = {Hinweisstand.NEU: "warnung", Hinweisstand.IN_ARBEIT: "status"}
OFFENE = "offen"


class Notiz(forms.Form):
    """What was done about a hint, for colleagues."""

    notiz = forms.CharField(
        label="Notiz",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Was wurde geprüft oder geändert? Nur für Kolleginnen und Kollegen.",
    )


class Hinweise(Intern):
    """The list of hints: open ones, unless asked otherwise."""

    vorlage = "intern/hinweise.html"
    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show a page of the list (?stand=)."""
        stand = request.GET.get("stand", OFFENE)
        zeilen = Hinweis.objects.all()
        if stand in Hinweisstand.values:
            zeilen = zeilen.filter(stand=stand)
        elif stand:
            stand, zeilen = OFFENE, zeilen.offen()
        seite = blaettern(request, zeilen, ("-id",))
        kontext = {
            "eintraege": [_zeile(hinweis) for hinweis in seite.zeilen],
            "seite": seite,
            "stand": stand,
            "staende": [(OFFENE, "offen"), *Hinweisstand.choices, ("", "alle")],
        }
        return self.zeigen(kontext)


def _zeile(hinweis: Hinweis) -> dict[str, Any]:
    text = " ".join(hinweis.text.split())
    return {
        "titel": f"{text[:100]} …" if len(text) > 100 else text,  # noqa: PLR2004 - a line of a list
        "url": reverse("intern_hinweis", args=[hinweis.pk]),
        "badges": [(hinweis.get_stand_display(), MARKEN.get(hinweis.stand, "neutral"))],
        "meta": [
            hinweis.get_anliegen_display(),
            hinweis.seite or "ohne Seite",
            f"{localtime(hinweis.erstellt_am):%d.%m.%Y}",
        ],
    }


class EinHinweis(Intern):
    """One hint, and what became of it."""

    vorlage = "intern/hinweis.html"
    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show it."""
        hinweis = self._finde(pk)
        return self._seite(hinweis, Notiz(self.unterbrochenes(), initial={"notiz": hinweis.notiz}))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep the note, and the state if a button says one; the way back is a button of its own."""
        hinweis = self._finde(pk)
        formular = Notiz(request.POST)
        if not formular.is_valid():
            return self._seite(hinweis, formular, status=422)
        stand = request.POST.get("schritt", "")
        if stand not in Hinweisstand.values:
            stand = hinweis.stand
        hinweis_stand_setzen(hinweis, stand, acting_user=request.user, notiz=formular.cleaned_data["notiz"])
        if stand == Hinweisstand.ERLEDIGT:
            messages.success(request, "Erledigt. Es lässt sich mit „Wieder öffnen“ zurücknehmen.")
        else:
            messages.success(request, "Gespeichert.")
        return HttpResponseRedirect(reverse("intern_hinweis", args=[hinweis.pk]))

    def _finde(self, pk: int) -> Hinweis:
        return get_object_or_404(Hinweis.objects.select_related("bearbeitet_von"), pk=pk if pk < 2**63 else 0)

    def _seite(self, hinweis: Hinweis, formular: Notiz, status: int = 200) -> HttpResponse:
        kontext = {
            "hinweis": hinweis,
            "form": formular,
            "badges": [(hinweis.get_stand_display(), MARKEN.get(hinweis.stand, "neutral"))],
        }
        return self.zeigen(kontext, status=status)

"""The take-over assistant in the staff area: paste, look through, done – and undone."""

from typing import Any

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode

from gremien.enums import Uebernahmestand
from gremien.models import Uebernahme
from gremien.uebernahme_formular import Eingabeformular, Seitenwahl, vorschlagsformulare
from gremien.uebernehmen import geaendertes, uebernehmen, zuruecknehmen
from netzwerk import rules
from netzwerk.actions.schreiben import Geaendert
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.intern.bereich import bereich_von

UNGUELTIG = 422
LETZTE = 5
GRENZE = 2**63


class Beginn(Intern):
    """Step 1: what to take over."""

    vorlage = "intern/uebernahme/beginn.html"
    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the empty form, or what was typed before the login ended."""
        return self._seite(Eingabeformular(self.unterbrochenes()))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Read it and lead to the proposals."""
        formular = Eingabeformular(request.POST, request.FILES)
        if not formular.is_valid():
            return self._seite(formular, status=UNGUELTIG)
        uebernahme = formular.festhalten(request.user)
        if hinweise := formular.cleaned_data["ergebnis"].hinweise:
            messages.warning(request, " ".join(hinweise))
        seite = formular.cleaned_data.get("seite")
        frage = f"?{urlencode({'seite': seite.pk})}" if seite else ""
        return HttpResponseRedirect(f"{_adresse(uebernahme)}{frage}")

    def _seite(self, formular: Eingabeformular, status: int = 200) -> HttpResponse:
        return self.zeigen({"form": formular, "letzte": Uebernahme.objects.all()[:LETZTE]}, status=status)


class Durchsicht(Intern):
    """Step 2, the proposals, as long as nothing is written; then step 3, what was."""

    vorlage = "intern/uebernahme/durchsicht.html"
    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the proposals, or the entries that were made of them."""
        uebernahme = _uebernahme(pk)
        if uebernahme.stand != Uebernahmestand.OFFEN:
            return self._fertig(uebernahme)
        daten = self.unterbrochenes()
        seite = request.GET.get("seite", "")
        wahl = Seitenwahl(daten, initial={"seite": seite if seite.isascii() and seite.isdecimal() else ""})
        return self._vorschlaege(uebernahme, vorschlagsformulare(uebernahme, daten), wahl)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take the ticked proposals over, or show what is wrong beside what was typed."""
        uebernahme = _uebernahme(pk)
        if uebernahme.stand != Uebernahmestand.OFFEN:
            return HttpResponseRedirect(_adresse(uebernahme))
        formulare = vorschlagsformulare(uebernahme, request.POST)
        wahl = Seitenwahl(request.POST)
        fehler: list[str] = []
        if all([wahl.is_valid(), *(formular.is_valid() for formular in formulare)]):
            genommen = [formular for formular in formulare if formular.cleaned_data["nehmen"]]
            stellen = {formular.nummer: stelle for stelle, formular in enumerate(genommen)}
            if not genommen:
                fehler.append("Bitte wählen Sie mindestens einen Eintrag aus.")
            else:
                try:
                    eintraege = [formular.eintrag(stellen) for formular in genommen]
                    uebernehmen(
                        uebernahme, eintraege, seite=wahl.cleaned_data["seite"], acting_user=request.user
                    )
                    return HttpResponseRedirect(_adresse(uebernahme))
                except ValidationError as grund:
                    fehler += grund.messages
        return self._vorschlaege(uebernahme, formulare, wahl, fehler=fehler, status=UNGUELTIG)

    def _vorschlaege(
        self,
        uebernahme: Uebernahme,
        formulare: list[Any],
        wahl: Seitenwahl,
        *,
        fehler: list[str] | None = None,
        status: int = 200,
    ) -> HttpResponse:
        falsch = [formular for formular in formulare if formular.errors]
        kontext = {
            "uebernahme": uebernahme,
            "formulare": formulare,
            "wahl": wahl,
            "fehler": fehler,
            "falsch": falsch,
            "unsicher": sum(formular.unsicher for formular in formulare),
        }
        return self.zeigen(kontext, status=status)

    def _fertig(self, uebernahme: Uebernahme) -> HttpResponse:
        self.vorlage = "intern/uebernahme/fertig.html"
        fertig = uebernahme.stand == Uebernahmestand.UEBERNOMMEN
        kontext = {
            "uebernahme": uebernahme,
            "fertig": fertig,
            "eintraege": _eintraege(uebernahme) if fertig else [],
            "geaendert": geaendertes(uebernahme) if fertig else [],
        }
        return self.zeigen(kontext)


class Zurueck(Intern):
    """Takes a whole take-over back."""

    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Undo it, or say in words why not."""
        uebernahme = _uebernahme(pk)
        try:
            zuruecknehmen(uebernahme, acting_user=request.user)
        except Geaendert as grund:
            messages.error(request, str(grund))
        except ValidationError as grund:
            messages.error(request, " ".join(grund.messages))
        return HttpResponseRedirect(_adresse(uebernahme))


def _uebernahme(pk: int) -> Uebernahme:
    """Return the take-over. Raises Http404 if there is none."""
    return get_object_or_404(Uebernahme, pk=pk if pk < GRENZE else 0)


def _adresse(uebernahme: Uebernahme) -> str:
    return reverse("intern_uebernahme_durchsicht", args=[uebernahme.pk])


def _eintraege(uebernahme: Uebernahme) -> list[dict[str, str]]:
    """Return the entries that were written, in order, each with its page (a query a model)."""
    nummern: dict[str, list[int]] = {}
    for zeile in uebernahme.zeilen:
        nummern.setdefault(zeile["modell"], []).append(zeile["id"])
    eintraege = []
    for name, pks in nummern.items():
        modell: Any = apps.get_model(name)
        bereich = bereich_von(modell)
        if bereich is None:
            continue
        zeilen = modell._base_manager.in_bulk(pks)
        eintraege += [
            {"name": str(zeilen[pk]), "art": bereich.einzahl, "url": bereich.url(pk=pk)}
            for pk in pks
            if pk in zeilen
        ]
    return eintraege

"""Who was at a meeting, filled in on a phone."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from netzwerk.intern import rechte
from netzwerk.intern.ansichten.basis import Bereichsseite
from sitzungen import anwesenheit, nomen
from sitzungen.anwesenheitsformular import Anwesenheitsformular

UNGUELTIG, KONFLIKT = 422, 409
VERALTET = (
    "Inzwischen hat jemand anderes hier etwas eingetragen. Ihre Angaben stehen noch da: Bitte vergleichen "
    "Sie und speichern Sie noch einmal."
)


class Anwesenheitsliste(Bereichsseite):
    """The expected members of a meeting; whoever may write the meeting fills it in."""

    bereich = nomen.SITZUNG
    vorlage = "intern/anwesenheit.html"
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the list."""
        self.sitzung = self.bearbeitbares(pk)
        self.erwartete = anwesenheit.erwartete(self.sitzung)
        return self._seite([Anwesenheitsformular(erwartet=e) for e in self.erwartete])

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep it."""
        self.sitzung = self.bearbeitbares(pk)
        if not anwesenheit.ist_so_weit(self.sitzung):
            return HttpResponseRedirect(request.path)
        self.erwartete = anwesenheit.erwartete(self.sitzung)
        formulare = [Anwesenheitsformular(request.POST, erwartet=e) for e in self.erwartete]
        if not all([form.is_valid() for form in formulare]):  # noqa: C419 - every form is to say its errors
            return self._seite(
                formulare, falsch=[form for form in formulare if form.errors], status=UNGUELTIG
            )
        try:
            anwesenheit.eintragen(
                self.sitzung,
                [form.eintrag() for form in formulare],
                alter_stand=request.POST.get("stand", ""),
                durchgefuehrt=rechte.darf_freigeben(request.user, self.sitzung),
                acting_user=request.user,
            )
        except anwesenheit.Veraltet:
            return self._seite(formulare, fehler=[VERALTET], status=KONFLIKT)
        except ValidationError as grund:
            return self._seite(formulare, fehler=grund.messages, status=UNGUELTIG)
        messages.success(request, "Gespeichert.")
        return HttpResponseRedirect(request.path)

    def _seite(
        self, formulare: list[Any], *, falsch: Any = None, fehler: Any = None, status: int = 200
    ) -> HttpResponse:
        gruppen = groupby(formulare, key=lambda form: form.erwartet.gruppe)
        kontext = {
            "bereich": self.bereich,
            "sitzung": self.sitzung,
            "gruppen": [(name, list(forms)) for name, forms in gruppen],
            "satz": anwesenheit.satz(self.erwartete),
            "stand": anwesenheit.stand(self.sitzung),
            "so_weit": anwesenheit.ist_so_weit(self.sitzung),
            "falsch": falsch or [],
            "fehler": fehler or [],
        }
        return self.zeigen(kontext, status=status)

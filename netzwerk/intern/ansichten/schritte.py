"""What is done with an entry by a button: publish, release, copy, into the bin and back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html

from netzwerk import actions
from netzwerk.enums import Veroeffentlichung
from netzwerk.intern import fassung, rechte, stempel
from netzwerk.intern.ansichten.basis import Bereichsseite
from netzwerk.intern.ansichten.eintrag import KONFLIKT, Eintrag
from netzwerk.intern.freigabe import lesbarkeit, moegliche
from netzwerk.intern.kopie import kopieren
from netzwerk.intern.rueckmeldung import rueckmelden, rueckmeldung_vergessen
from netzwerk.lib.admin.zeilen import Ablehnung
from netzwerk.models import Arbeitsfassung


class Stand(Bereichsseite):
    """One step on the way of an entry to the public or back."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take the step. Raises PermissionDenied for one that the account may not take now."""
        objekt = self.bearbeitbares(pk)
        schritt = moegliche(request.user, objekt).get(request.POST.get("schritt", ""))
        if schritt is None:
            messages.error(request, "Dieser Schritt ist gerade nicht möglich.")
        else:
            with transaction.atomic():
                actions.veroeffentlichung_setzen(objekt, schritt.nach, acting_user=request.user)
                if schritt.nach == Veroeffentlichung.ENTWURF:
                    rueckmelden(objekt, request.POST.get("anmerkung", ""), acting_user=request.user)
                elif schritt.nach == Veroeffentlichung.VEROEFFENTLICHT:
                    rueckmeldung_vergessen(objekt)
            objekt.refresh_from_db()
            messages.success(
                request,
                f"„{objekt}“ ist jetzt {objekt.get_veroeffentlichung_display()}. {lesbarkeit(objekt)}",
            )
        return HttpResponseRedirect(self.bereich.url(pk=pk))


class Fassung(Eintrag):
    """Release the pending changes of a published entry, give them back, or throw them away."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do what the button says; changes that do not fit any more are shown with what is wrong."""
        with self.gesperrtes(pk) as objekt:
            offen = fassung.fassung_von(objekt)
            schritt = request.POST.get("schritt", "")
            if offen is None:
                messages.error(request, "Hier wartet keine Änderung mehr.")
            elif schritt == "freigeben":
                return self._freigeben(objekt, offen)
            elif schritt == "zurueckgeben":
                offen.zur_freigabe, offen.anmerkung = False, request.POST.get("anmerkung", "")
                offen.save()
                messages.success(request, "Zurückgegeben, mit Ihrer Anmerkung.")
            elif schritt == "verwerfen":
                offen.delete()
                messages.success(request, "Verworfen. Öffentlich hat sich nichts geändert.")
        return HttpResponseRedirect(self.bereich.url(pk=pk))

    def _freigeben(self, objekt: Any, offen: Arbeitsfassung) -> HttpResponse:
        """Apply the changes; show them beside what is stored if that is newer or they do not fit."""
        if not rechte.darf_freigeben(self.request.user, objekt):
            raise PermissionDenied
        bearbeitung = fassung.bearbeitung_von(self.bereich, objekt, offen, self.request.user)
        unterschiede = stempel.unterschiede(bearbeitung, offen.basis_stand.isoformat())
        if unterschiede is not None or not bearbeitung.gueltig:
            return self.formular(bearbeitung, status=KONFLIKT, konflikt=unterschiede)
        try:
            fassung.fassung_freigeben(bearbeitung, offen)
        except Ablehnung:
            return self.formular(bearbeitung, status=KONFLIKT)
        messages.success(self.request, "Freigegeben. Die Änderungen sind jetzt öffentlich.")
        return HttpResponseRedirect(self.bereich.url(pk=objekt.pk))


class Kopieren(Bereichsseite):
    """Makes a draft out of an entry."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Copy the entry and lead to the copy. Raises PermissionDenied for whoever may not make one."""
        objekt = self.lesbares(pk)
        if not rechte.darf_anlegen(self.bereich, request.user):
            raise PermissionDenied
        try:
            kopie = kopieren(objekt, acting_user=request.user)
        except ValidationError as fehler:
            messages.error(request, f"Dieser Eintrag lässt sich nicht kopieren. {' '.join(fehler.messages)}")
            return HttpResponseRedirect(self.bereich.url(pk=pk))
        messages.success(request, "Das ist die Kopie, ein Entwurf. Bitte passen Sie Namen und Angaben an.")
        return HttpResponseRedirect(self.bereich.url(pk=kopie.pk))


class Papierkorb(Bereichsseite):
    """Puts an entry into the bin, and takes it out again."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do it; there is a way back, so nobody is asked twice."""
        if request.POST.get("schritt") == "zurueckholen":
            return self._zurueck(request, pk)
        objekt = self.bearbeitbares(pk)
        if not hasattr(objekt, "geloescht_am"):
            raise Http404
        if fassung.braucht_fassung(request.user, objekt):
            raise PermissionDenied
        actions.in_den_papierkorb(objekt, acting_user=request.user)
        messages.success(
            request,
            format_html(
                '„{}“ liegt jetzt im Papierkorb. <button class="button button--plain" form="rueckgaengig" '
                'formaction="{}" name="schritt" value="zurueckholen">Rückgängig machen</button>',
                objekt,
                self.bereich.url("papierkorb", pk),
            ),
            extra_tags="sicher",
        )
        return HttpResponseRedirect(self.bereich.url())

    def _zurueck(self, request: HttpRequest, pk: int) -> HttpResponse:
        objekt: Any = self.bereich.modell._default_manager.filter(pk=min(pk, 2**63 - 1)).first()
        if objekt is None or not hasattr(objekt, "geloescht_am"):
            raise Http404
        if not rechte.darf_zurueckholen(request.user, objekt):
            raise PermissionDenied
        try:
            actions.wiederherstellen(objekt, acting_user=request.user)
        except ValidationError as fehler:
            messages.error(request, f"„{objekt}“ bleibt im Papierkorb. {' '.join(fehler.messages)}")
            return HttpResponseRedirect(self.bereich.url())
        messages.success(request, f"„{objekt}“ ist wieder da.")
        return HttpResponseRedirect(self.bereich.url(pk=pk))

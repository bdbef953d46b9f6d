"""Mandates where they meet meetings: absence, dissolution, handover. Staff pages."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from gremien.handlungsseite import Gremiumshandlung, adresse, mandat_oder_404
from gremien.mandate import zugang
from gremien.models import Handlung
from netzwerk.intern import rechte
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.intern.felder import nummer
from netzwerk.lib.dates import heute
from netzwerk.lib.pdf import pdf_antwort
from netzwerk.models import Person
from sitzungen import aufloesung, uebergabeblatt, verhinderung
from sitzungen.mandatsformulare import Absagenformular, Verhinderungsformular

UNGUELTIG = 422
GRENZE = 2**63


class Verhindert(Intern):
    """A member cannot come to a meeting: which one, who steps in, what she is told; then it is done."""

    vorlage = "intern/mandate/verhindert.html"
    http_method_names = ["get", "head", "post", "options"]

    def _laden(self, pk: int) -> None:
        """Load the mandate. Raises Http404, or PermissionDenied unless it is one's own or one may act."""
        self.mandat = mandat_oder_404(self.request.user, pk)
        konto = self.request.user
        if not (zugang.ist_eigenes(konto, self.mandat) or zugang.darf_handeln(konto, self.mandat.gremium)):
            raise PermissionDenied
        self.sitzungen = verhinderung.kommende_sitzungen(self.mandat.gremium)

    def _sitzung(self, gefragt: Any) -> Any:
        pk = nummer(gefragt)
        return next((sitzung for sitzung in self.sitzungen if sitzung.pk == pk), None)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the meetings to come, or what would happen for the one that was chosen."""
        self._laden(pk)
        gefragt = self._sitzung(request.GET.get("sitzung"))
        return self._seite(gefragt or next(iter(self.sitzungen), None))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do it; the mail goes out with it."""
        self._laden(pk)
        sitzung = self._sitzung(request.POST.get("sitzung"))
        if sitzung is None:
            return self._seite(None, fehler=["Bitte wählen Sie eine Sitzung."], status=UNGUELTIG)
        if request.POST.get("schritt") == "doch_da":
            verhinderung.doch_da(sitzung, self.mandat, acting_user=request.user)
            messages.success(request, "Vermerkt: Das Mitglied kommt doch selbst.")
            return HttpResponseRedirect(f"{request.path}?sitzung={sitzung.pk}")
        try:
            lage = verhinderung.fall(sitzung, self.mandat)
            form = Verhinderungsformular(request.POST, ersatz=lage.ersatz)
            if not form.is_valid():
                return self._seite(sitzung, form=form, status=UNGUELTIG)
            daten = form.cleaned_data
            verhinderung.verhindert_melden(
                sitzung,
                self.mandat,
                gewaehlt=daten.get("gewaehlt"),
                grund=daten["grund"],
                acting_user=request.user,
            )
        except ValidationError as grund:
            return self._seite(sitzung, fehler=grund.messages, status=UNGUELTIG)
        messages.success(request, "Gemeldet. Die Sitzung weiß Bescheid.")
        return HttpResponseRedirect(f"{request.path}?sitzung={sitzung.pk}")

    def _seite(
        self, sitzung: Any, *, form: Any = None, fehler: Any = None, status: int = 200
    ) -> HttpResponse:
        lage = brief = None
        if sitzung is not None:
            try:
                lage = verhinderung.fall(sitzung, self.mandat)
            except ValidationError as grund:
                fehler = [*(fehler or []), *grund.messages]
        if lage is not None and not lage.ist_fort:
            form = form or Verhinderungsformular(ersatz=lage.ersatz)
            wer = lage.ersatz.person or lage.ersatz.stelle or next(iter(lage.ersatz.zur_wahl), None)
            brief = verhinderung.brief(sitzung, self.mandat, wer)
        kontext = {
            "mandat": self.mandat,
            "sitzungen": self.sitzungen,
            "sitzung": sitzung,
            "fall": lage,
            "form": form,
            "brief": brief,
            "fehler": fehler,
            "eigenes": zugang.ist_eigenes(self.request.user, self.mandat),
            "zurueck": adresse(self.mandat.gremium),
        }
        return self.zeigen(kontext, status=status)


class Aufloesen(Gremiumshandlung):
    """Dissolves a body; which of its meetings to come are cancelled is proposed and can be changed."""

    vorlage = "intern/mandate/aufloesen.html"
    titel, knopf = "Gremium auflösen", "Auflösen"
    hinweis = "Alle Mandate und Leitungen enden an diesem Tag. Die Seite des Gremiums bleibt und sagt es."

    def laden(self, pk: int) -> None:
        """Load the body. Raises PermissionDenied for whoever may not change what is public of it, too."""
        super().laden(pk)
        if self.gremium.ist_oeffentlich() and not rechte.darf_freigeben(self.request.user, self.gremium):
            raise PermissionDenied

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form with the meetings to come, all ticked."""
        sitzungen = aufloesung.eigene_kommende(self.gremium)
        return [Absagenformular(daten, konto=self.request.user, sitzungen=sitzungen)]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Dissolve it."""
        return aufloesung.gremium_aufloesen(
            self.gremium,
            am=formulare[0].tag(),
            absagen=formulare[0].cleaned_data["absagen"],
            acting_user=self.request.user,
        )


class Uebergabe(Intern):
    """The handover sheet of one mandate."""

    vorlage = "intern/mandate/uebergabe.html"
    http_method_names = ["get", "head", "options"]

    def kontext(self, pk: int) -> dict[str, Any]:
        """Return what the sheet says. Raises Http404, or PermissionDenied unless own or one may act."""
        mandat = mandat_oder_404(self.request.user, pk)
        konto = self.request.user
        if not (zugang.ist_eigenes(konto, mandat) or zugang.darf_handeln(konto, mandat.gremium)):
            raise PermissionDenied
        return {
            "titel": f"Übergabe: {mandat.gremium}",
            "wer": mandat.mitglied_name,
            "blaetter": uebergabeblatt.blaetter([mandat], heute()),
            "zurueck": adresse(mandat.gremium),
            "pdf": reverse("intern_uebergabe_pdf", args=[pk]),
        }

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show it."""
        return self.zeigen(self.kontext(pk) | {"stand": heute()})


class UebergabePdf(Uebergabe):
    """The same as tagged PDF."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Return it."""
        kontext = self.kontext(pk)
        seite = request.path.rsplit("/", 1)[0] + "/"
        return pdf_antwort(
            request, "intern/mandate/uebergabe_pdf.html", kontext | {"stand": heute()}, bilder={}, seite=seite
        )


class UebergabePerson(Uebergabe):
    """The handover sheet of all mandates of a leaver."""

    def kontext(self, pk: int) -> dict[str, Any]:
        """Return what the sheet says. Raises Http404 for a person that the account may not read."""
        person = rechte.lesbar(Person, self.request.user).filter(pk=min(pk, GRENZE - 1)).first()
        if person is None:
            raise Http404
        mandate = uebergabeblatt.mandate_von(person, heute())
        return {
            "titel": f"Übergabe: {person}",
            "wer": str(person),
            "blaetter": uebergabeblatt.blaetter(mandate, heute()),
            "zurueck": reverse("intern_personen_eintrag", args=[pk]),
            "pdf": reverse("intern_uebergabe_person_pdf", args=[pk]),
        }


class UebergabePersonPdf(UebergabePerson, UebergabePdf):
    """The same as tagged PDF."""

    get = UebergabePdf.get

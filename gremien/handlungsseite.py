"""A page for an act: fill in, look at what would happen, do it, undo it."""

import secrets
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from gremien.handlungen.rahmen import vorschau
from gremien.mandate import zugang
from gremien.models import Gremium, Handlung, Mitgliedschaft
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.lib.admin.zeilen import Ablehnung
from netzwerk.models import Absendung

UNGUELTIG, KONFLIKT = 422, 409
KENNUNG_ZEICHEN = 40
# A page of the top floor, which this one must not name.
SCHREIBTISCH = "/intern/"
VERALTET = (
    "Inzwischen hat jemand anderes hier etwas geändert. Es ist noch nichts geschehen: "
    "Bitte sehen Sie nach, was jetzt gilt, und senden Sie noch einmal."
)


class Handlungsseite(Intern):
    """GET shows the form, POST previews or acts. Subclasses say what is acted on, by what form, and how."""

    vorlage = "intern/mandate/handlung.html"
    http_method_names = ["get", "head", "post", "options"]
    titel = ""
    hinweis = ""
    knopf = "Ausführen"
    gremium: Gremium | None = None

    # --- What subclasses say ---

    def laden(self, pk: int) -> None:
        """Load what is acted on. Raises Http404 or PermissionDenied."""
        raise NotImplementedError

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the forms of the page, the first is the main one."""
        raise NotImplementedError

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Do it; raises ValidationError."""
        raise NotImplementedError

    def stand(self) -> str:
        """Return the version of what the page shows."""
        raise NotImplementedError

    def ziel(self) -> str:
        """Return where the act leads."""
        return adresse(self.gremium) if self.gremium is not None else SCHREIBTISCH

    def weiteres(self) -> dict[str, Any]:
        """Return what else the page shows."""
        return {}

    # --- What all do ---

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the form, or what was typed before the login ended."""
        self.laden(pk)
        return self.seite(self.formulare(self.unterbrochenes()))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Preview the act, or do it; the same form sent twice acts once."""
        self.laden(pk)
        schon = Absendung.objects.filter(kennung=self.kennung()).first()
        if schon is not None:
            return HttpResponseRedirect(schon.ziel)
        formulare = self.formulare(request.POST)
        # Each is asked, so that all errors are told at once.
        if sum(not formular.is_valid() for formular in formulare):
            return self.seite(formulare, status=UNGUELTIG)
        if request.POST.get("stand", "") != self.stand():
            return self.seite(formulare, fehler=[VERALTET], status=KONFLIKT)
        return self._versuchen(formulare)

    def _versuchen(self, formulare: list[Any]) -> HttpResponse:
        try:
            if self.request.POST.get("schritt") == "vorschau":
                return self.seite(formulare, saetze=vorschau(lambda: self.handeln(formulare)))
            return self._ausfuehren(formulare)
        except ValidationError as grund:
            return self.seite(formulare, fehler=grund.messages, status=UNGUELTIG)
        except Ablehnung as grund:
            return self.seite(formulare, fehler=[str(grund)], status=UNGUELTIG)

    def _ausfuehren(self, formulare: list[Any]) -> HttpResponse:
        try:
            with transaction.atomic():
                handlung = self.handeln(formulare)
                Absendung.objects.create(kennung=self.kennung(), ziel=self.ziel())
        except IntegrityError:
            # The same form came a second time at the same moment, or a seat was taken just now.
            schon = Absendung.objects.filter(kennung=self.kennung()).first()
            if schon is not None:
                return HttpResponseRedirect(schon.ziel)
            return self.seite(formulare, fehler=[VERALTET], status=KONFLIKT)
        if zugang.handlung_fuer(self.request.user, handlung.pk) is not None:
            rueckgaengig_anbieten(self.request, handlung)
        else:
            messages.success(self.request, f"{handlung.get_art_display()}: gespeichert.")
        return HttpResponseRedirect(self.ziel())

    def kennung(self) -> str:
        """Return the mark of the form that was sent, or a new one."""
        return self.request.POST.get("kennung", "")[:KENNUNG_ZEICHEN] or secrets.token_hex(8)

    def seite(
        self,
        formulare: list[Any],
        *,
        fehler: list[str] | None = None,
        saetze: list[str] | None = None,
        status: int = 200,
    ) -> HttpResponse:
        """Return the page with its forms."""
        kontext = {
            "titel": self.titel,
            "hinweis": self.hinweis,
            "knopf": self.knopf,
            "gremium": self.gremium,
            "formulare": formulare,
            "form": formulare[0],
            "fehler": fehler,
            "falsch": [formular for formular in formulare if formular.errors],
            "saetze": saetze,
            "kennung": self.kennung(),
            "stand": self.stand(),
            "zurueck": self.ziel(),
        }
        return self.zeigen(kontext | self.weiteres(), status=status)


class Gremiumshandlung(Handlungsseite):
    """An act on a body."""

    gremium: Gremium

    def laden(self, pk: int) -> None:
        """Load the body. Raises Http404 for one that may not be read, PermissionDenied if not written."""
        self.gremium = gremium_oder_404(self.request.user, pk)
        if not zugang.darf_handeln(self.request.user, self.gremium):
            raise PermissionDenied

    def stand(self) -> str:
        """Return the body's stamp, which rises with its mandates."""
        return self.gremium.geaendert_am.isoformat()


class Mandatshandlung(Handlungsseite):
    """An act on one mandate."""

    gremium: Gremium
    mandat: Mitgliedschaft

    def laden(self, pk: int) -> None:
        """Load the mandate. Raises Http404 for one that may not be read, PermissionDenied if not written."""
        self.mandat = mandat_oder_404(self.request.user, pk)
        self.gremium = self.mandat.gremium
        if not zugang.darf_handeln(self.request.user, self.gremium):
            raise PermissionDenied

    def stand(self) -> str:
        """Return the mandate's stamp."""
        return self.mandat.geaendert_am.isoformat()

    def weiteres(self) -> dict[str, Any]:
        """Show whose mandate it is."""
        return {"mandat": self.mandat}


def adresse(gremium: Gremium) -> str:
    """Return the path of a body's page of mandates."""
    return reverse("intern_besetzung", args=[gremium.pk])


def gremium_oder_404(konto: Any, pk: int) -> Gremium:
    """Return the body. Raises Http404 for one that the account must not know of."""
    gremium = zugang.gremium_fuer(konto, pk)
    if gremium is None:
        raise Http404
    return gremium


def mandat_oder_404(konto: Any, pk: int) -> Mitgliedschaft:
    """Return the mandate. Raises Http404 for one that the account must not know of."""
    mandat = zugang.mandat_fuer(konto, pk)
    if mandat is None:
        raise Http404
    return mandat


def rueckgaengig_anbieten(request: HttpRequest, handlung: Handlung) -> None:
    """Say what was done, with the way back."""
    messages.success(
        request,
        format_html(
            '{}. <button class="button button--plain" form="rueckgaengig" formaction="{}">'
            'Rückgängig machen</button> <a href="{}">Was genau?</a>',
            handlung.get_art_display(),
            reverse("intern_handlung_zurueck", args=[handlung.pk]),
            reverse("intern_handlung", args=[handlung.pk]),
        ),
        extra_tags="sicher",
    )

"""Accounts in the staff area, for Admin alone: invite, change, close, open again."""

from typing import Any

from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from gremien.betreuen import konto_ausstatten, konto_einladen
from gremien.konten_formular import Einladungsformular, Kontoangaben, Uebergabeformular
from netzwerk import rules, zweiter_faktor
from netzwerk.actions import konten as taten
from netzwerk.anmeldungen import anmeldungen_beenden, laufende_anmeldungen
from netzwerk.enums import Kontostand
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.lib.dates import jetzt
from netzwerk.lib.paging import blaettern
from netzwerk.models import Konto
from netzwerk.uebergabe import verantwortung

UNGUELTIG = 422
FRAGE_ZEICHEN = 200
OFFENE_EINLADUNG = {Kontostand.EINGELADEN, Kontostand.ABGELAUFEN, Kontostand.ZURUECKGEZOGEN}
MARKEN: dict[str, str] = {
    Kontostand.AKTIV: "status",
    Kontostand.EINGELADEN: "neutral",
    Kontostand.ABGELAUFEN: "warnung",
    Kontostand.ZURUECKGEZOGEN: "warnung",
    Kontostand.GESCHLOSSEN: "intern",
}
ZU_VIELE = "Sie haben gerade viele Einladungen verschickt. Bitte warten Sie eine Stunde."


def alle_konten() -> Any:
    """Return the accounts with what a row says of them (two queries)."""
    faktor = Authenticator.objects.filter(user=OuterRef("pk"), type__in=zweiter_faktor.FAKTOREN)
    zeilen = Konto.objects.mit_kontostand(jetzt()).annotate(hat_faktor=Exists(faktor))
    return zeilen.select_related("person", "organisation", "einladung").prefetch_related("groups")


def _zeile(konto: Any) -> dict[str, Any]:
    return {
        "name": str(konto),
        "email": konto.email if konto.name else "",
        "url": reverse("intern_konto", args=[konto.pk]),
        "rollen": ", ".join(sorted(gruppe.name for gruppe in konto.groups.all())),
        "zuletzt": konto.last_login,
        "faktor": "ja" if konto.hat_faktor else ("fehlt noch" if zweiter_faktor.verlangt(konto) else "nein"),
        "stand": Kontostand(konto.kontostand).label,
        "marke": MARKEN[konto.kontostand],
    }


class Konten(Intern):
    """The list of accounts."""

    vorlage = "intern/konten/liste.html"
    darf = staticmethod(rules.ist_admin)
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show a page of the list (?q=, ?stand=)."""
        frage, stand = request.GET.get("q", "")[:FRAGE_ZEICHEN].strip(), request.GET.get("stand", "")
        konten = alle_konten()
        if frage:
            konten = konten.filter(Q(name__icontains=frage) | Q(email__icontains=frage))
        if stand in Kontostand.values:
            konten = konten.filter(kontostand=stand)
        seite = blaettern(request, konten, ("email", "id"))
        kontext = {
            "zeilen": [_zeile(konto) for konto in seite.zeilen],
            "seite": seite,
            "suchwort": frage,
            "stand": stand,
            "staende": Kontostand.choices,
        }
        return self.zeigen(kontext)


class Einladen(Intern):
    """Invite somebody."""

    vorlage = "intern/konten/einladen.html"
    darf = staticmethod(rules.ist_admin)
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the empty form, or what was typed before the login ended."""
        return self.zeigen({"form": Einladungsformular(self.unterbrochenes())})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Make the account and send the link."""
        formular = Einladungsformular(request.POST)
        if not formular.is_valid():
            return self.zeigen({"form": formular}, status=UNGUELTIG)
        if not ratelimit.consume(request, action="einladen", user=request.user):
            formular.add_error(None, ZU_VIELE)
            return self.zeigen({"form": formular}, status=429)
        try:
            konto = konto_einladen(acting_user=request.user, **formular.cleaned_data)
        except ValidationError as fehler:
            formular.add_error(None, fehler.messages)
            return self.zeigen({"form": formular}, status=UNGUELTIG)
        messages.success(request, f"Einladung an {konto.email} verschickt.")
        return HttpResponseRedirect(reverse("intern_konto", args=[konto.pk]))


class Kontoseite(Intern):
    """Pages of one account; full administrators are changed by their like alone."""

    darf = staticmethod(rules.ist_admin)

    def finde(self, pk: int) -> Any:
        """Return the account. Raises Http404."""
        return get_object_or_404(alle_konten(), pk=pk if pk < 2**63 else 0)

    def zum_aendern(self, pk: int) -> Any:
        """Return the account to change it. Raises Http404, or PermissionDenied."""
        konto = self.finde(pk)
        if not darf_aendern(self.request.user, konto):
            raise PermissionDenied
        return konto

    def zurueck(self, konto: Konto) -> HttpResponse:
        """Lead to the page of the account."""
        return HttpResponseRedirect(reverse("intern_konto", args=[konto.pk]))


def darf_aendern(wer: Any, konto: Konto) -> bool:
    """Say whether an Admin may change the account."""
    return wer.is_superuser or not konto.is_superuser


class Einzelnes(Kontoseite):
    """One account: what it is and may do, and what can be done with it."""

    vorlage = "intern/konten/konto.html"
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show it, with the form if it may be changed."""
        konto = self.finde(pk)
        anfang = {
            "name": konto.name,
            "rollen": [gruppe.name for gruppe in konto.groups.all()],
            "gremien": list(konto.betreuungen.values_list("gremium", flat=True)),
            "organisation": konto.organisation,
            "person": konto.person,
        }
        return self._seite(konto, Kontoangaben(self.unterbrochenes(), initial=anfang, konto=konto))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Change roles and what belongs to them; rights taken away end with the next request."""
        konto = self.zum_aendern(pk)
        formular = Kontoangaben(request.POST, konto=konto)
        if formular.is_valid():
            try:
                konto_ausstatten(konto, acting_user=request.user, **formular.cleaned_data)
            except ValidationError as fehler:
                formular.add_error(None, fehler.messages)
            else:
                messages.success(request, "Gespeichert. Was das Konto nicht mehr darf, gilt ab sofort.")
                return self.zurueck(konto)
        return self._seite(konto, formular, status=UNGUELTIG)

    def _seite(self, konto: Any, formular: Kontoangaben, status: int = 200) -> HttpResponse:
        schliessung = konto.schliessungen.filter(zurueckgenommen_am=None).select_related("nachfolge").first()
        kontext = {
            "gezeigtes": konto,
            "zeile": _zeile(konto),
            "form": formular if darf_aendern(self.request.user, konto) else None,
            "eingeladen": konto.kontostand in OFFENE_EINLADUNG,
            "einladung_offen": konto.kontostand in {Kontostand.EINGELADEN, Kontostand.ABGELAUFEN},
            "geschlossen": konto.kontostand == Kontostand.GESCHLOSSEN,
            "schliessung": schliessung,
            "ist_eigenes": konto.pk == self.request.user.pk,
            "anmeldungen": laufende_anmeldungen(konto).count(),
        }
        return self.zeigen(kontext, status=status)


class Schliessen(Kontoseite):
    """Close an account: who takes over, shown before it is done."""

    vorlage = "intern/konten/schliessen.html"
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show what the account is responsible for, and ask who takes over."""
        konto = self.zum_aendern(pk)
        return self._seite(konto, Uebergabeformular(konto=konto))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Close it."""
        konto = self.zum_aendern(pk)
        formular = Uebergabeformular(request.POST, konto=konto)
        if formular.is_valid():
            nachfolge = formular.cleaned_data["nachfolge"]
            try:
                schliessung = taten.konto_schliessen(konto, nachfolge=nachfolge, acting_user=request.user)
            except ValidationError as fehler:
                formular.add_error(None, fehler.messages)
            else:
                messages.success(request, _geschlossen(len(schliessung.zeilen), nachfolge))
                self._warnen(konto, nachfolge)
                return self.zurueck(konto)
        return self._seite(konto, formular, status=UNGUELTIG)

    def _warnen(self, konto: Konto, nachfolge: Konto | None) -> None:
        """Tell that entrusted bodies are worth nothing without the role."""
        if nachfolge is None or not nachfolge.betreuungen.exists():
            return
        if not (rules.betreut_gremien | rules.schreibt_alles)(nachfolge):
            text = "hat die Rolle Gremienbetreuung nicht und darf die Gremien noch nicht bearbeiten."
            messages.warning(self.request, f"{nachfolge} {text}")

    def _seite(self, konto: Any, formular: Uebergabeformular, status: int = 200) -> HttpResponse:
        zustaendig = [(titel, [str(zeile) for zeile in zeilen]) for titel, zeilen in verantwortung(konto)]
        return self.zeigen({"gezeigtes": konto, "form": formular, "zustaendig": zustaendig}, status=status)


def _geschlossen(anzahl: int, nachfolge: Konto | None) -> str:
    if nachfolge is None:
        return "Das Konto ist geschlossen, alle Anmeldungen sind beendet."
    was = "1 Zuständigkeit" if anzahl == 1 else f"{anzahl} Zuständigkeiten"
    return f"Das Konto ist geschlossen, alle Anmeldungen sind beendet. {nachfolge} übernimmt {was}."


class Tat(Kontoseite):
    """What is done with an account by a button."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do it and lead back. Unknown steps change nothing."""
        konto = self.zum_aendern(pk)
        schritte = {
            "einladen": self._einladen,
            "zurueckziehen": self._zurueckziehen,
            "oeffnen": self._oeffnen,
            "abmelden": self._abmelden,
        }
        schritt = schritte.get(request.POST.get("schritt", ""))
        if schritt is not None:
            schritt(konto)
        return self.zurueck(konto)

    def _einladen(self, konto: Any) -> None:
        if konto.kontostand not in OFFENE_EINLADUNG:
            messages.info(self.request, "Dieses Konto braucht keine Einladung mehr.")
        elif not ratelimit.consume(self.request, action="einladen", user=self.request.user):
            messages.warning(self.request, ZU_VIELE)
        else:
            taten.einladen(konto, acting_user=self.request.user)
            messages.success(
                self.request, f"Neue Einladung an {konto.email} verschickt. Der alte Link gilt nicht mehr."
            )

    def _zurueckziehen(self, konto: Any) -> None:
        if taten.einladung_zurueckziehen(konto, acting_user=self.request.user):
            messages.success(self.request, "Einladung zurückgezogen. Der Link gilt nicht mehr.")

    def _oeffnen(self, konto: Any) -> None:
        if konto.kontostand != Kontostand.GESCHLOSSEN:
            messages.info(self.request, "Dieses Konto ist nicht geschlossen.")
            return
        zurueck, anderswo = taten.konto_oeffnen(konto, acting_user=self.request.user)
        text = "Das Konto ist wieder offen."
        if zurueck:
            text += f" Zurückgegeben: {zurueck} {'Zuständigkeit' if zurueck == 1 else 'Zuständigkeiten'}."
        messages.success(self.request, text)
        if anderswo:
            messages.warning(
                self.request, f"Inzwischen bei anderen und dort geblieben: {', '.join(anderswo)}."
            )

    def _abmelden(self, konto: Any) -> None:
        ausser = self.request.session.session_key or "" if konto.pk == self.request.user.pk else ""
        anzahl = anmeldungen_beenden(konto, ausser=ausser)
        text = f"Beendete Anmeldungen: {anzahl}." if anzahl else "Das Konto war nirgends angemeldet."
        messages.success(self.request, text)

"""The admin's frame: its name, its groups, its door, and the writers its pages share."""

from collections import defaultdict
from collections.abc import Callable
from functools import update_wrapper
from typing import Any, cast

from django.contrib.admin import AdminSite
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import DataError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.i18n import JavaScriptCatalog

from netzwerk import actions
from netzwerk.lib.admin import Gruppe
from netzwerk.models import Hinweis, Seite
from netzwerk.models.portal import ERKLAERUNG

WEITERES = Gruppe(90, "Weiteres")


def aufgaben(konto: Any) -> list[tuple[str, str]]:
    """Return what waits for an account as (words, address): open hints, a review that is due."""
    wartend = []
    if konto.has_perm("netzwerk.view_hinweis") and (zahl := Hinweis.objects.offen().count()):
        worte = "Ein Hinweis ist offen." if zahl == 1 else f"{zahl} Hinweise sind offen."
        wartend.append((worte, reverse("admin:netzwerk_hinweis_changelist")))
    if konto.has_perm("netzwerk.change_seite"):
        wartend += [
            (
                "Die Erklärung zur Barrierefreiheit muss geprüft werden (jedes Jahr einmal).",
                reverse("admin:netzwerk_seite_change", args=[seite.pk]),
            )
            for seite in Seite.objects.filter(slug=ERKLAERUNG)
            if seite.pruefung_faellig
        ]
    return wartend


class Verwaltung(AdminSite):
    """Groups entries by what they are about, lets people in by their account, and writes by the actions."""

    site_title = "Unser Netzwerk – Verwaltung"
    site_header = "Unser Netzwerk – Verwaltung"
    index_title = "Was möchten Sie bearbeiten?"
    empty_value_display = "–"

    in_den_papierkorb = staticmethod(actions.in_den_papierkorb)
    wiederherstellen = staticmethod(actions.wiederherstellen)
    veroeffentlichung_setzen = staticmethod(actions.veroeffentlichung_setzen)

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.angebotene_inlines: dict[type, list[type]] = defaultdict(list)

    def inline_anbieten(self, modell: type, *inlines: type) -> None:
        """Put rows of an upper app on the page of a lower app's entry."""
        self.angebotene_inlines[modell] += inlines

    # --- The door --------------------------------------------------------------------------

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Lead to the one login. Raises PermissionDenied for accounts that may not enter."""
        ziel = request.GET.get("next", "")
        sicher = request.is_secure()
        if not url_has_allowed_host_and_scheme(ziel, {request.get_host()}, require_https=sicher):
            ziel = reverse("admin:index")
        if self.has_permission(request):
            return HttpResponseRedirect(ziel)
        if request.user.is_authenticated:
            raise PermissionDenied
        return HttpResponseRedirect(f"{resolve_url('account_login')}?{urlencode({'next': ziel})}")

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Lead to the account's own page."""
        return redirect("account_change_password")

    def i18n_javascript(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Return the words of the admin's scripts, with ours for those that Django says in English."""
        return JavaScriptCatalog.as_view(packages=["django.contrib.admin", "netzwerk"])(request)

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        """Answer 400 to numbers that no database column holds; which one fails depends on the database."""

        def geprueft(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                antwort = view(request, *args, **kwargs)
                # Fields ask the database while they are shown, so show them here.
                return antwort.render() if isinstance(antwort, TemplateResponse) else antwort
            except (OverflowError, DataError) as fehler:
                raise BadRequest("A number out of range") from fehler

        return super().admin_view(update_wrapper(geprueft, view), cacheable)

    # --- The start page --------------------------------------------------------------------

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """Show first what waits to be done by this account."""
        zusatz = {"aufgaben": aufgaben(request.user)} | (extra_context or {})
        return super().index(request, zusatz)

    # --- The groups ------------------------------------------------------------------------

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> Any:
        """Return the groups; for one app, Django's list."""
        apps = super().get_app_list(request, app_label)
        if app_label is not None:
            return apps
        eintraege = {eintrag["model"]: eintrag for app in apps for eintrag in app["models"]}
        gruppen: dict[Gruppe, list[Any]] = defaultdict(list)
        for modell, verwalter in sorted(self._registry.items(), key=self._platz):
            if modell in eintraege:
                eintraege[modell]["name"] = getattr(verwalter, "name", eintraege[modell]["name"])
                gruppen[getattr(verwalter, "gruppe", WEITERES)].append(eintraege[modell])
        return [self._gruppe(gruppe, gruppen[gruppe]) for gruppe in sorted(gruppen)]

    @staticmethod
    def _platz(eintrag: tuple[Any, Any]) -> int:
        return getattr(eintrag[1], "platz", 50)

    @staticmethod
    def _gruppe(gruppe: Gruppe, eintraege: list[Any]) -> dict[str, Any]:
        schluessel = f"gruppe-{gruppe.rang}"
        erster = cast("str", eintraege[0]["object_name"]).lower()
        return {
            "name": gruppe.name,
            "app_label": schluessel,
            # The id of the group's first row (see admin/app_list.html).
            "app_url": f"{reverse('admin:index')}#{schluessel}-{erster}",
            "has_module_perms": True,
            "models": eintraege,
        }

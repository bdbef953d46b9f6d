"""What all pages of the staff area have in common: the door, the menu, and that nothing typed is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render, resolve_url
from django.utils.cache import add_never_cache_headers
from django.views import View

from netzwerk import rules
from netzwerk.intern import rechte
from netzwerk.intern.bereich import Bereich, alle
from netzwerk.lib.konflikt import sperren

UNTERBROCHEN = "unterbrochen"
MERKBAR = 300_000
HAUPTNOMEN = 100


def menue(konto: Any) -> dict[str, list[Bereich]]:
    """Return the nouns for the menu: the main ones, and the rest."""
    sichtbar = [
        bereich
        for bereich in alle()
        if rules.liest_alles(konto) or hasattr(bereich.modell._default_manager.all(), "lesbar_fuer")
    ]
    return {
        "haupt": [bereich for bereich in sichtbar if bereich.rang < HAUPTNOMEN],
        "weitere": [bereich for bereich in sichtbar if bereich.rang >= HAUPTNOMEN],
    }


class Intern(View):
    """A page behind the login; whoever has no role here gets 403."""

    vorlage = ""
    darf: Any = staticmethod(rules.darf_herein)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in whoever may; remember what someone typed whose login had ended meanwhile."""
        if not request.user.is_authenticated:
            return self._zur_anmeldung(request)
        if not self.darf(request.user):
            raise PermissionDenied
        antwort = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(antwort)
        return antwort

    @staticmethod
    def _zur_anmeldung(request: HttpRequest) -> HttpResponse:
        ziel = request.get_full_path()
        if request.method == "POST":
            ziel = request.path
            roh = request.POST.urlencode()
            if len(roh) <= MERKBAR:
                request.session[UNTERBROCHEN] = {"pfad": request.path, "daten": roh}
        return HttpResponseRedirect(f"{resolve_url('account_login')}?{urlencode({'next': ziel})}")

    def unterbrochenes(self) -> QueryDict | None:
        """Return what was typed on this page before the login ended, once."""
        gemerkt = self.request.session.get(UNTERBROCHEN)
        if not gemerkt or gemerkt.get("pfad") != self.request.path:
            return None
        del self.request.session[UNTERBROCHEN]
        return QueryDict(gemerkt["daten"])

    def zeigen(self, kontext: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """Return the page with menu and account."""
        gemeinsam = {"menue": menue(self.request.user), "konto": self.request.user}
        return render(self.request, self.vorlage, gemeinsam | kontext, status=status)


class Bereichsseite(Intern):
    """A page of one noun."""

    bereich: Any = None  # set by as_view

    def lesbares(self, pk: int) -> Any:
        """Return the entry. Raises Http404 for what the account must not know of, too."""
        zeilen = self.bereich.mit_namen(rechte.lesbar(self.bereich.modell, self.request.user))
        objekt = zeilen.filter(pk=_nummer(pk)).first()
        if objekt is None:
            raise Http404
        return objekt

    def bearbeitbares(self, pk: int) -> Any:
        """Return the entry to write it. Raises Http404 for what may not be read, else PermissionDenied."""
        objekt = self.lesbares(pk)
        if not rechte.darf_bearbeiten(self.request.user, objekt):
            raise PermissionDenied
        return objekt

    @contextmanager
    def gesperrtes(self, pk: int) -> Iterator[Any]:
        """Yield the entry to write it; nobody else writes it meanwhile, so a comparison stays true."""
        with transaction.atomic():
            sperren(self.bearbeitbares(pk))
            yield self.bearbeitbares(pk)


def _nummer(pk: int) -> int:
    """Return the number. Raises Http404 for one that no row can have."""
    if pk >= 2**63:
        raise Http404
    return pk

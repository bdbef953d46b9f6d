"""Who may what, in words: the roles, and one account with its reasons."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from gremien.models import Betreuung, Gremium
from netzwerk import rules
from netzwerk.enums import Rolle
from netzwerk.intern import auskunft, rechte
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.models import Konto

JE_NOMEN = 12


def rollen() -> list[dict[str, Any]]:
    """Return what each role may do, from little to much."""
    return [
        {
            "name": rolle.value,
            "saetze": auskunft.saetze(auskunft.probe(rolle)),
            "eigen": auskunft.EIGEN.get(rolle, ""),
        }
        for rolle in Rolle
    ]


def begruendet(konto: Konto) -> list[dict[str, Any]]:
    """Return what the account may do by each of its roles, and which rows are its own."""
    anvertraut = set(Betreuung.objects.filter(konto=konto).values_list("gremium", flat=True))
    ergebnis = []
    for rolle in Rolle:
        if rolle not in rules.rollen(konto):
            continue
        versuch = auskunft.probe(rolle, konto)
        ergebnis.append(
            {
                "name": rolle.value,
                "saetze": auskunft.saetze(versuch),
                "eigen": auskunft.EIGEN.get(rolle, ""),
                "eigene": [_gruppe(*paar, anvertraut) for paar in auskunft.eigene(versuch)],
            }
        )
    return ergebnis


def _gruppe(bereich: Any, zeilen: Any, anvertraut: set[int]) -> dict[str, Any]:
    """Return the account's own rows of a noun; bodies say why they are among them."""
    erste = list(zeilen.order_by(*bereich.ordnung)[: JE_NOMEN + 1])
    return {
        "titel": bereich.mehrzahl,
        "zeilen": [
            {
                "name": str(zeile),
                "url": bereich.url(pk=zeile.pk),
                "grund": _grund(zeile, anvertraut) if bereich.modell is Gremium else "",
            }
            for zeile in erste[:JE_NOMEN]
        ],
        "mehr": bereich.url() if len(erste) > JE_NOMEN else "",
    }


def _grund(gremium: Gremium, anvertraut: set[int]) -> str:
    if gremium.pk in anvertraut:
        return "anvertraut"
    return "unter einem anvertrauten Gremium" if anvertraut else "Mitglied"


class Rechte(Intern):
    """What the roles may do, and oneself; for everyone who is logged in."""

    vorlage = "intern/rechte.html"
    darf = staticmethod(lambda konto: konto.is_authenticated)
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Show it; another account to Admin alone. Raises Http404 to everyone else."""
        konto = self._konto(request.user, pk)
        kontext = {
            "gezeigtes": konto,
            "ist_eigenes": konto.pk == request.user.pk,
            "befugnisse": begruendet(konto),
            "rollen": rollen() if pk is None else [],
            "konten": self._andere(request),
            "suchwort": request.GET.get("wen", "")[:200],
            "darf_nachsehen": rules.ist_admin(request.user),
            "vier_augen": rechte.vier_augen(),
        }
        return self.zeigen(kontext)

    def _konto(self, wer: Any, pk: int | None) -> Konto:
        if pk is None or pk == wer.pk:
            return wer
        if not rules.ist_admin(wer):
            raise Http404
        return get_object_or_404(Konto, pk=pk if pk < 2**63 else 0)

    def _andere(self, request: HttpRequest) -> list[Konto] | None:
        """Return the accounts that an Admin looks for, None when nobody is looked for."""
        wen = request.GET.get("wen", "")[:200].strip()
        if not wen or not rules.ist_admin(request.user):
            return None
        gefunden = Konto.objects.filter(name__icontains=wen) | Konto.objects.filter(email__icontains=wen)
        return list(gefunden.order_by("email")[:JE_NOMEN])

"""The calendar of one account: its meetings, internal ones too, behind a secret address.

Calendar programs do not log in, so the address is the key: no cookie, no session. What it shows is asked
anew each time, by the rights that the account has at that moment.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from gremien.models import Gremium
from netzwerk.intern import rechte
from netzwerk.intern.bereich import bereich_von
from netzwerk.lib.geheimlink import fingerabdruck
from netzwerk.lib.grenze import zaehlen
from netzwerk.lib.ics import INHALTSTYP, kalender
from netzwerk.models import Kalenderzugang, Konto, Portal
from sitzungen.enums import Sitzungsstatus
from sitzungen.feeds import TERMINE_HOECHSTENS, kennmarke, mit_tag, termin
from sitzungen.models import Sitzung

MEINE, ALLE = "meine", "alle"
FEHLVERSUCHE = 30


def termine_von(konto: Konto, umfang: str) -> Any:
    """Return the meetings of the account's own bodies, or all that it may read; mere drafts are no dates yet."""
    oeffentlich = Sitzung.objects.oeffentlich()
    lesbar = Q(pk__in=rechte.lesbar(Sitzung, konto).values("pk")) | Q(pk__in=oeffentlich.values("pk"))
    zeilen = Sitzung.objects.vorhanden().filter(lesbar).exclude(status=Sitzungsstatus.ENTWURF)
    if umfang == MEINE:
        eigene = Gremium.objects.vorhanden().eigene_von(konto).values("pk")
        gemeinsam = Sitzung.objects.filter(weitere_gremien__in=eigene)
        zeilen = zeilen.filter(Q(gremium__in=eigene) | Q(pk__in=gemeinsam.values("pk")))
    return mit_tag(zeilen).annotate(fuer_alle=Exists(oeffentlich.filter(pk=OuterRef("pk"))))


@require_safe
def feed(request: HttpRequest, marke: str, umfang: str) -> HttpResponse:
    """Return the calendar. Raises Http404 for wrong, old and revoked addresses alike."""
    zugang = Kalenderzugang.objects.filter(kennung=fingerabdruck(marke), konto__is_active=True)
    gefunden = zugang.select_related("konto").first()
    if gefunden is None or umfang not in {MEINE, ALLE}:
        zaehlen(request, "kalender", FEHLVERSUCHE)
        raise Http404
    portal, bereich = Portal.objects.aktuelles(), bereich_von(Sitzung)
    wurzel, eigene = request.build_absolute_uri("/"), kennmarke(portal)
    termine = (
        termin(
            sitzung, wurzel, eigene, "" if sitzung.fuer_alle or not bereich else bereich.url(pk=sitzung.pk)
        )
        for sitzung in termine_von(gefunden.konto, umfang)[:TERMINE_HOECHSTENS]
    )
    name = f"{portal.name}: {'meine Sitzungen' if umfang == MEINE else 'alle Sitzungen'}"
    antwort = HttpResponse(kalender(name, termine), content_type=INHALTSTYP)
    add_never_cache_headers(antwort)
    return antwort

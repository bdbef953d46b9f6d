"""The calendar of one account: its meetings, internal ones too, and reports due, behind a secret address.

Calendar programs do not log in, so the address is the key: no cookie, no session. What it shows is asked
anew each time, by the rights that the account has at that moment.
"""

from itertools import chain

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from netzwerk.intern.bereich import bereich_von
from netzwerk.lib.geheimlink import fingerabdruck
from netzwerk.lib.grenze import zaehlen
from netzwerk.lib.ics import INHALTSTYP, kalender
from netzwerk.models import Kalenderzugang, Portal
from sitzungen import pflichttermine
from sitzungen.eigene import ALLE, MEINE, sitzungen_von
from sitzungen.feeds import TERMINE_HOECHSTENS, kennmarke, mit_tag, termin
from sitzungen.models import Sitzung

FEHLVERSUCHE = 30


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
    oeffentliche = Sitzung.objects.oeffentlich().filter(pk=OuterRef("pk"))
    sitzungen = mit_tag(sitzungen_von(gefunden.konto, umfang)).annotate(fuer_alle=Exists(oeffentliche))
    termine = (
        termin(
            sitzung, wurzel, eigene, "" if sitzung.fuer_alle or not bereich else bereich.url(pk=sitzung.pk)
        )
        for sitzung in sitzungen[:TERMINE_HOECHSTENS]
    )
    berichte = pflichttermine.termine(gefunden.konto, wurzel, eigene)
    name = f"{portal.name}: {'meine Sitzungen' if umfang == MEINE else 'alle Sitzungen'}"
    antwort = HttpResponse(kalender(name, chain(termine, berichte)), content_type=INHALTSTYP)
    add_never_cache_headers(antwort)
    return antwort

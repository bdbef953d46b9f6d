"""The meetings of one account: of its own bodies, or all that it may read."""

from typing import Any

from django.db.models import Q

from gremien.models import Gremium
from netzwerk.intern import rechte
from sitzungen.enums import Sitzungsstatus
from sitzungen.models import Sitzung

MEINE, ALLE = "meine", "alle"


def sitzungen_von(konto: Any, umfang: str) -> Any:
    """Return what the account may read of its own bodies, or of all; mere drafts are no dates yet."""
    oeffentlich = Sitzung.objects.oeffentlich()
    lesbar = Q(pk__in=rechte.lesbar(Sitzung, konto).values("pk")) | Q(pk__in=oeffentlich.values("pk"))
    zeilen = Sitzung.objects.vorhanden().filter(lesbar).exclude(status=Sitzungsstatus.ENTWURF)
    if umfang == ALLE:
        return zeilen
    eigene = Gremium.objects.vorhanden().eigene_von(konto).values("pk")
    gemeinsam = Sitzung.objects.filter(weitere_gremien__in=eigene)
    return zeilen.filter(Q(gremium__in=eigene) | Q(pk__in=gemeinsam.values("pk")))

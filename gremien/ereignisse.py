"""Events of bodies that an account is told of: memberships that end soon."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localtime

from gremien.models import Gremium, Mitgliedschaft
from netzwerk import rules
from netzwerk.enums import Takt
from netzwerk.intern.bereich import bereich_von
from netzwerk.meldungen import Ereignisart, Meldung

# Time enough to find somebody.
VORHER = timedelta(weeks=8)


def enden(konto: Any, von: datetime, bis: datetime) -> list[Meldung]:
    """Return the memberships, in bodies that the account may write, that end in eight weeks or sooner."""
    ab, ende = (localtime(moment).date() + VORHER for moment in (von, bis))
    zeilen = Mitgliedschaft.objects.vorhanden().filter(
        bis__gte=ab, bis__lt=ende, gremium__in=Gremium.objects.vorhanden().bearbeitbar_fuer(konto)
    )
    bereich: Any = bereich_von(Gremium)
    return [
        Meldung(
            f"{zeile.gremium}: ein Platz endet am {zeile.bis:%d.%m.%Y}",
            bereich.url(pk=zeile.gremium_id),
            bis,
        )
        for zeile in zeilen.select_related("gremium").order_by("bis", "pk")
    ]


ARTEN = (
    Ereignisart(
        "enden",
        "Was bald endet",
        rules.schreibt_alles | rules.betreut_gremien,
        enden,
        vorgabe=Takt.WOECHENTLICH,
        rang=35,
        hilfe="Mitgliedschaften, die in acht Wochen enden.",
    ),
)

"""A body is dissolved and its meetings to come are cancelled: one act, taken back as one."""

from collections.abc import Iterable
from typing import Any

from gremien.enums import Handlungsart
from gremien.handlungen.gremium import aufloesung_schreiben
from gremien.handlungen.mandat import Zeit
from gremien.handlungen.rahmen import akt
from gremien.models import Gremium, Handlung
from netzwerk.lib.dates import heute
from sitzungen.enums import AUSGEFALLEN, Sitzungsstatus
from sitzungen.models import Sitzung

GRUND = "Das Gremium wurde aufgelöst."


def eigene_kommende(gremium: Gremium) -> list[Sitzung]:
    """Return the meetings to come that the body leads and that are not cancelled."""
    menge = Sitzung.objects.vorhanden().filter(gremium=gremium).exclude(status__in=AUSGEFALLEN)
    return list(menge.kommend(heute()).select_related("gremium"))


def gremium_aufloesen(
    gremium: Gremium, *, am: Zeit, absagen: Iterable[Sitzung] = (), acting_user: Any
) -> Handlung:
    """Dissolve a body and cancel the chosen meetings. Raises ValidationError."""
    with akt(Handlungsart.AUFLOESEN, gremium=gremium, acting_user=acting_user) as laufend:
        aufloesung_schreiben(laufend, am=am)
        for sitzung in absagen:
            laufend.schreiber.aendern(sitzung, status=Sitzungsstatus.ABGESAGT, absagegrund=GRUND)
    return laufend.handlung

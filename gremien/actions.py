"""Writes of several steps on bodies; each is atomic and knows who did it."""

from typing import Any

from django.db import transaction

from gremien.models import Bericht, Berichtsabschnitt, Gremienbeziehung
from gremien.models.beziehung import kein_kreis
from netzwerk.models import Portal


@transaction.atomic
def beziehung_setzen(beziehung: Gremienbeziehung, *, acting_user: Any = None) -> Gremienbeziehung:
    """Save a relation and return it; raises ValidationError if it would close a circle.

    Two people could each add half of a circle at the same time, so writers of relations
    wait for each other: PostgreSQL at the portal's row, SQLite by its one writer.
    """
    list(Portal.objects.select_for_update().order_by("pk")[:1])
    beziehung.full_clean()
    kein_kreis(beziehung)
    setattr(beziehung, "_history_user", acting_user)  # noqa: B010 - the name django-simple-history reads
    beziehung.save()
    return beziehung


@transaction.atomic
def ueberschriften_uebernehmen(bericht: Bericht, *, acting_user: Any) -> int:
    """Give a new report the headings of the one before, without their texts; return how many there were."""
    vorher = Bericht.objects.letzter(bericht.organisation_id, vor=bericht)
    if vorher is None:
        return 0
    ueberschriften = [abschnitt for abschnitt in vorher.abschnitte.all() if abschnitt.ueberschrift]
    for alter in ueberschriften:
        neuer = Berichtsabschnitt(bericht=bericht, position=alter.position, ueberschrift=alter.ueberschrift)
        vars(neuer)["_history_user"] = acting_user
        neuer.save()
    return len(ueberschriften)

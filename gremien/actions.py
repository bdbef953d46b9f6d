"""Writes of several steps on bodies; each is atomic and knows who did it."""

from typing import Any

from django.db import transaction

from gremien.models import Gremienbeziehung
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

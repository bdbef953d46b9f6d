"""What all acts share: the lock, what is kept for the undo, the preview, the undo itself."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from gremien.enums import Handlungsart, Handlungsstand
from gremien.handlungen.worte import in_worten
from gremien.models import Gremium, Handlung
from netzwerk.actions import schreiben
from netzwerk.actions.schreiben import Schreiber
from netzwerk.lib.dates import jetzt
from netzwerk.suchindex import gesammelt


def sperren(gremien: Iterable[int]) -> None:
    """Let nobody else write these bodies until the end of the transaction, in one order for all acts."""
    menge = Gremium.objects.filter(pk__in=set(gremien)).order_by("pk")
    list(menge.select_for_update().values_list("pk"))


class Akt:
    """An act under way: its rows are written by ``schreiber``; ``handlung`` is there when it is done."""

    def __init__(self, art: Handlungsart, gremium: Gremium | None, acting_user: Any) -> None:
        self.art, self.gremium, self.acting_user = art, gremium, acting_user
        self.schreiber = Schreiber(acting_user, grund=str(art.label))
        self.handlung = Handlung()

    def abschliessen(self) -> None:
        """Keep what was written. Raises ValidationError for an act that changed nothing."""
        zeilen = self.schreiber.zeilen()
        if not zeilen:
            raise ValidationError("Das ist schon so; es gibt nichts zu ändern.")
        self.handlung = Handlung.objects.create(
            art=self.art, gremium=self.gremium, zeilen=zeilen, konto=self.acting_user
        )


@contextmanager
def akt(
    art: Handlungsart, *, gremium: Gremium | None, acting_user: Any, gremien: Iterable[int] = ()
) -> Iterator[Akt]:
    """Run an act as a whole under the lock of its bodies, and keep what it wrote."""
    with transaction.atomic(), gesammelt():
        sperren([*gremien, *([gremium.pk] if gremium is not None else [])])
        laufend = Akt(art, gremium, acting_user)
        yield laufend
        laufend.abschliessen()


def vorschau(ausfuehren: Callable[[], Handlung]) -> list[str]:
    """Return in sentences what an act would do; nothing of it stays. Raises ValidationError like the act."""
    with transaction.atomic():
        saetze = in_worten(ausfuehren())
        transaction.set_rollback(True)
    return saetze


@transaction.atomic
def zuruecknehmen(handlung: Handlung, *, acting_user: Any) -> Handlung:
    """Undo an act; raises Geaendert if its rows were changed since. Sent twice it is done once."""
    sperren(_gremien(handlung))
    handlung = Handlung.objects.select_for_update().get(pk=handlung.pk)
    if handlung.stand == Handlungsstand.ZURUECKGENOMMEN:
        return handlung
    grund = f"Rückgängig: {handlung.get_art_display()}"
    with gesammelt():
        schreiben.zuruecknehmen(handlung.zeilen, acting_user=acting_user, grund=grund)
    handlung.stand, handlung.zurueckgenommen_am = Handlungsstand.ZURUECKGENOMMEN, jetzt()
    handlung.save()
    return handlung


def _gremien(handlung: Handlung) -> set[int]:
    """Return the bodies whose rows an act wrote."""
    nummern = {handlung.gremium_id} if handlung.gremium_id else set()
    stand = schreiben.stand_heute(handlung.zeilen)
    for _, zeile in (*stand.unberuehrt, *stand.geaendert):
        if getattr(zeile, "gremium_id", None):
            nummern.add(zeile.gremium_id)
    return nummern

"""Pending changes of a published entry: kept as typed, released in one step (DESIGN 9, Arbeitsfassung)."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import QueryDict

from netzwerk.enums import Veroeffentlichung
from netzwerk.intern import rechte
from netzwerk.intern.bearbeitung import Bearbeitung, als_daten, nur_eingaben
from netzwerk.models import Arbeitsfassung, Zwischenstand

OEFFENTLICHE = (Veroeffentlichung.VEROEFFENTLICHT, Veroeffentlichung.ARCHIVIERT)


def braucht_fassung(konto: Any, objekt: Any) -> bool:
    """Say whether changes wait for a release: the entry is public and the account may not release."""
    stand = getattr(objekt, "veroeffentlichung", None)
    return stand in OEFFENTLICHE and not rechte.darf_freigeben(konto, objekt)


def fassung_von(objekt: Any) -> Arbeitsfassung | None:
    """Return the pending changes of an entry, or None."""
    typ = ContentType.objects.get_for_model(objekt)
    return (
        Arbeitsfassung.objects.filter(inhaltstyp=typ, objekt_id=objekt.pk)
        .select_related("bearbeitet_von")
        .first()
    )


@transaction.atomic
def fassung_speichern(
    objekt: Any, daten: QueryDict, *, zur_freigabe: bool, anmerkung: str, acting_user: Any
) -> Any:
    """Keep checked input as the pending changes of an entry; return them."""
    fassung = fassung_von(objekt) or Arbeitsfassung(
        inhaltstyp=ContentType.objects.get_for_model(objekt),
        objekt_id=objekt.pk,
    )
    # Whoever saves has seen what is stored: a stale form was refused before.
    fassung.basis_stand = objekt.geaendert_am
    fassung.daten = nur_eingaben(daten)
    fassung.zur_freigabe, fassung.anmerkung = zur_freigabe, anmerkung
    fassung.bearbeitet_von = acting_user
    fassung.save()
    return fassung


def bearbeitung_von(bereich: Any, objekt: Any, fassung: Arbeitsfassung, konto: Any) -> Bearbeitung:
    """Return the forms of an entry as the pending changes have them."""
    return Bearbeitung(bereich, konto, objekt, als_daten(fassung.daten))


@transaction.atomic
def fassung_freigeben(bearbeitung: Bearbeitung, fassung: Arbeitsfassung) -> None:
    """Apply pending changes that were found valid. Raises Ablehnung if they were refused."""
    bearbeitung.speichern()
    fassung.delete()


def zwischenstand_vergessen(konto: Any, pfad: str) -> None:
    """Forget what was typed on a page: it has been saved."""
    Zwischenstand.objects.filter(konto=konto, pfad=pfad).delete()

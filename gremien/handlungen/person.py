"""A person leaves an organisation: her work there ends, each of her mandates is decided on or looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from gremien.enums import Endegrund, Handlungsart
from gremien.handlungen.mandat import (
    TAG,
    Zeit,
    ende_setzen,
    frisch,
    nachfolgen,
    wie_bisher,
)
from gremien.handlungen.rahmen import akt
from gremien.models import Handlung, Mitgliedschaft
from netzwerk.models import Organisation, Person, Stelle, Zugehoerigkeit


@dataclass(frozen=True, slots=True)
class Mandatsplan:
    """What becomes of a mandate: it goes to ``nachfolge``, it ends, or (neither) it is to be looked at."""

    mitgliedschaft: Mitgliedschaft
    beenden: bool = False
    nachfolge: Person | Stelle | None = None


def mandate_im_auftrag(person: Person, organisation: Organisation, ab: Zeit) -> list[Mitgliedschaft]:
    """Return the mandates that the person holds for the organisation on the day or later, body by body."""
    fuer = Q(im_auftrag_von=organisation) | Q(
        im_auftrag_von__isnull=True, sitz__entsendende_organisation=organisation
    )
    zeilen = Mitgliedschaft.objects.vorhanden().filter(fuer, person=person)
    offen = zeilen.filter(Q(bis__isnull=True) | Q(bis__gt=ab.letzter))
    return list(
        offen.mit_namen().select_related("gremium", "wahlperiode").order_by("gremium__sortierung", "pk")
    )


def ausscheiden(
    person: Person,
    organisation: Organisation,
    plaene: Iterable[Mandatsplan],
    *,
    letzter_tag: Zeit,
    acting_user: Any,
) -> Handlung:
    """Let a person leave an organisation; mandates that no plan ends stay and ask to be looked at."""
    plaene = list(plaene)
    gremien = [plan.mitgliedschaft.gremium_id for plan in plaene]
    tag = letzter_tag.letzter
    with akt(Handlungsart.AUSSCHEIDEN, gremium=None, acting_user=acting_user, gremien=gremien) as laufend:
        dort = Zugehoerigkeit.objects.select_for_update(of=("self",)).filter(
            Q(von__isnull=True) | Q(von__lte=tag),
            Q(bis__isnull=True) | Q(bis__gt=tag),
            person=person,
            organisation=organisation,
        )
        zeilen = list(dort.select_related("person", "organisation").order_by("pk"))
        if not zeilen and not plaene:
            raise ValidationError(f"{person} gehört nach diesem Tag ohnehin nicht zu {organisation}.")
        for zeile in zeilen:
            laufend.schreiber.aendern(zeile, bis=tag, bis_genauigkeit=letzter_tag.genauigkeit)
        for plan in plaene:
            mandat = frisch(plan.mitgliedschaft)
            grund = Endegrund.ARBEITGEBERWECHSEL
            if plan.nachfolge is not None:
                ab, neue = Zeit(tag + TAG), wie_bisher(mandat, plan.nachfolge)
                nachfolgen(laufend, mandat, neue, ab=ab, grund=grund, vertretung_bleibt=True)
            elif plan.beenden:
                ende_setzen(laufend, mandat, am=letzter_tag, grund=grund)
    return laufend.handlung

"""Who follows on a seat takes over what belongs to the seat, unless something else is said."""

from typing import Any

from django.db.models import F, Q

from gremien.enums import AEMTER
from gremien.models import Mitgliedschaft
from netzwerk.lib.admin import Hauptformular, Zeilenformular

WER = ("person_id", "stelle_id", "organisation_id", "mitglied_gremium_id")


def bisherige_besetzung(neu: Mitgliedschaft) -> Mitgliedschaft | None:
    """Return who held the seat last before, None if nobody did."""
    andere = Mitgliedschaft.objects.vorhanden().filter(sitz=neu.sitz_id).exclude(pk=neu.pk)
    if neu.von is not None:
        andere = andere.filter(Q(von__isnull=True) | Q(von__lte=neu.von))
    return andere.select_related("im_auftrag_von").order_by(F("von").desc(nulls_last=True), "-pk").first()


class Nachfolge:
    """For forms of memberships: fills what was left empty in a new one on a seat held before."""

    instance: Any
    fields: Any
    errors: Any
    cleaned_data: Any
    changed_data: Any

    def _post_clean(self) -> None:
        super()._post_clean()
        neu = self.instance
        neu.hinweise = []
        if neu.pk is None and neu.sitz_id and not self.errors:
            bisher = bisherige_besetzung(neu)
            uebernommen = self._uebernehmen(neu, bisher) if bisher is not None else []
            if uebernommen:
                neu.hinweise = [f"Übernommen von der bisherigen Besetzung: {', '.join(uebernommen)}."]

    def _uebernehmen(self, neu: Mitgliedschaft, bisher: Mitgliedschaft) -> list[str]:
        """Fill what is empty; return it in words."""
        worte = []
        if not neu.im_auftrag_von_id and bisher.im_auftrag_von is not None:
            neu.im_auftrag_von = bisher.im_auftrag_von
            auftrag = bisher.im_auftrag_von
            worte.append(f"im Auftrag von {auftrag.kurzname or auftrag.name}")
        if "rolle" not in self.changed_data and bisher.rolle not in {neu.rolle, *AEMTER}:
            neu.rolle = bisher.rolle
            worte.append(f"Rolle {bisher.get_rolle_display()}")
        if not neu.bestellungsart and bisher.bestellungsart:
            neu.bestellungsart = bisher.bestellungsart
            worte.append(f"Bestellung {bisher.get_bestellungsart_display()}")
        if not neu.vorgaenger_id and any(getattr(neu, wer) != getattr(bisher, wer) for wer in WER):
            neu.vorgaenger = bisher
            worte.append(f"Nachfolge von {bisher.mitglied_name}")
        return worte


class Mitgliedschaftsformular(Nachfolge, Hauptformular):
    """A membership on its own page."""


class Mitgliedschaftszeile(Nachfolge, Zeilenformular):
    """A membership as a row."""

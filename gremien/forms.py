"""Rows of bodies and editorial pages, checked as they are written, in the admin and the staff area alike."""

from typing import Any

from django.core.exceptions import ValidationError

from gremien.actions import beziehung_setzen
from gremien.models import Netzwerkeintrag
from netzwerk.lib.admin import Zeilenformset


class Beziehungsformset(Zeilenformset):
    """Writes under the lock that keeps circles out."""

    def schreiben(self, objekt: Any) -> None:
        """Let the action write."""
        beziehung_setzen(objekt, acting_user=self.acting_user)


class Eintragsformset(Zeilenformset):
    """Says which entry stands on the page already, beside the row."""

    def validate_unique(self) -> None:
        """Leave doubles to the writing of the rows, which knows which one comes second."""

    def schreiben(self, objekt: Any) -> None:
        """Write an entry once a page."""
        andere = Netzwerkeintrag.objects.filter(seite=objekt.seite).exclude(pk=objekt.pk)
        for feld in ("gremium", "organisation"):
            ziel = getattr(objekt, feld)
            if ziel is not None and andere.filter(**{feld: ziel}).exists():
                raise ValidationError({feld: f"{ziel} steht schon auf dieser Seite."})
        super().schreiben(objekt)

"""Make rows of demo data once, remember which, and take them away again."""

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from netzwerk.models import Demoeintrag

# Stands for a row that was made once and has been deleted since: it is not made again.
FEHLT = object()


class Demolader:
    """Adds what is missing and never touches a row that exists, so edits stay.

    Every row has a key ("gremium/jha-marburg"); ``Demoeintrag`` remembers what it became.
    """

    def __init__(self) -> None:
        """Load what earlier runs made."""
        self._objekte: dict[str, Any] = {}
        self._neu: list[Demoeintrag] = []
        je_modell: dict[int, list[Demoeintrag]] = defaultdict(list)
        for eintrag in Demoeintrag.objects.all():
            je_modell[eintrag.inhaltstyp_id].append(eintrag)
        for inhaltstyp_id, eintraege in je_modell.items():
            modell: Any = ContentType.objects.get_for_id(inhaltstyp_id).model_class()
            vorhanden = modell._base_manager.in_bulk([eintrag.objekt_id for eintrag in eintraege])
            for eintrag in eintraege:
                self._objekte[eintrag.schluessel] = vorhanden.get(eintrag.objekt_id, FEHLT)

    def __getitem__(self, schluessel: str) -> Any:
        """Return the object of a key made earlier; raises KeyError for a key nobody made."""
        return self._objekte[schluessel]

    def anlegen(self, schluessel: str, modell: type[models.Model], **felder: Any) -> Any:
        """Return the object of the key, made now if it never was.

        Many-to-many fields take a list. Rows are checked like a form's (``full_clean``).
        FEHLT if the row, or one it depends on, was deleted since.
        """
        if schluessel in self._objekte:
            return self._objekte[schluessel]
        viele = {feld.name for feld in modell._meta.many_to_many}
        einfach = {name: wert for name, wert in felder.items() if name not in viele}
        if any(wert is FEHLT for wert in einfach.values()):
            return self._merken(schluessel, FEHLT)
        objekt = modell(**einfach)
        objekt.full_clean(validate_unique=False, validate_constraints=False)
        objekt.save()
        for name in viele & felder.keys():
            getattr(objekt, name).set([wert for wert in felder[name] if wert is not FEHLT])
        self._neu.append(
            Demoeintrag(
                schluessel=schluessel, inhaltstyp=ContentType.objects.get_for_model(modell), objekt_id=objekt.pk
            )
        )
        return self._merken(schluessel, objekt)

    def _merken(self, schluessel: str, objekt: Any) -> Any:
        self._objekte[schluessel] = objekt
        return objekt

    def abschliessen(self) -> int:
        """Write down what was made; return how many rows that are."""
        Demoeintrag.objects.bulk_create(self._neu)
        anzahl, self._neu = len(self._neu), []
        return anzahl

"""Make rows of demo data once, remember which, and take them away again."""

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from netzwerk.lib.verlaufsbeginn import verlauf_schreiben
from netzwerk.models import Demoeintrag
from netzwerk.models.adresse import fruehere

# Stands for a row that was made once and has been deleted since: it is not made again.
FEHLT = object()
GRUND = "Demodaten"


class Demolader:
    """Adds what is missing and never touches a row that exists, so edits stay.

    Every row has a key ("gremium/jha-marburg"); ``Demoeintrag`` remembers what it became.
    """

    def __init__(self) -> None:
        """Load what earlier runs made."""
        self._objekte: dict[str, Any] = {}
        self._neu: list[Demoeintrag] = []
        self._ohne_verlauf: list[Any] = []
        self._werte: dict[Any, dict[str, Any]] = {}
        self._adressen: dict[type[models.Model], set[str]] = {}
        je_modell: dict[int, list[Demoeintrag]] = defaultdict(list)
        for eintrag in Demoeintrag.objects.all():
            je_modell[eintrag.inhaltstyp_id].append(eintrag)
        for inhaltstyp_id, eintraege in je_modell.items():
            modell: Any = ContentType.objects.get_for_id(inhaltstyp_id).model_class()
            vorhanden = modell._base_manager.in_bulk([eintrag.objekt_id for eintrag in eintraege])
            for eintrag in eintraege:
                self._objekte[eintrag.schluessel] = vorhanden.get(eintrag.objekt_id, FEHLT)

    def __contains__(self, schluessel: str) -> bool:
        """Say whether a row of this key was ever made."""
        return schluessel in self._objekte

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
            return self.merken(schluessel, FEHLT)
        if einfach.get("slug"):
            einfach["slug"] = self._freie_adresse(modell, einfach["slug"])
        objekt = modell(**einfach)
        # What a row points to was made just now: the database checks that, too.
        verweise = {feld.name for feld in modell._meta.fields if feld.is_relation}
        objekt.full_clean(exclude=verweise, validate_unique=False, validate_constraints=False)
        gefuellt = {name: ohne_fehlende(felder[name]) for name in felder if name in viele}
        self._speichern(objekt, {name: werte for name, werte in gefuellt.items() if werte})
        return self.eintragen(schluessel, objekt)

    def eintragen(self, schluessel: str, objekt: Any) -> Any:
        """Remember a row that was made or set up now, and return it."""
        inhaltstyp = ContentType.objects.get_for_model(objekt)
        self._neu.append(Demoeintrag(schluessel=schluessel, inhaltstyp=inhaltstyp, objekt_id=objekt.pk))
        return self.merken(schluessel, objekt)

    def wert(self, modell: Any, name: str) -> Any:
        """Return a value of a list (topic, kind of body …) by its name; made if it is not there."""
        if modell not in self._werte:
            self._werte[modell] = {wert.name: wert for wert in modell._base_manager.all()}
        werte = self._werte[modell]
        if name not in werte:
            werte[name] = self.anlegen(f"wert/{modell._meta.model_name}/{name}", modell, name=name)
        return werte[name]

    def werte(self, modell: Any, *namen: str) -> list[Any]:
        """Return several values of a list by their names."""
        return [self.wert(modell, name) for name in namen]

    def _speichern(self, objekt: Any, listen: dict[str, list[Any]]) -> None:
        """Save with the lists; the history follows for all rows together."""
        objekt.skip_history_when_saving = True
        objekt.save()
        for name, werte in listen.items():
            getattr(objekt, name).set(werte)
        self._ohne_verlauf.append(objekt)

    def _freie_adresse(self, modell: type[models.Model], adresse: str) -> str:
        """Return the address, or "" (one is made up) if an entry of somebody else has it."""
        if modell not in self._adressen:
            vergeben = set(modell._base_manager.values_list("slug", flat=True))
            self._adressen[modell] = vergeben | fruehere(modell, "").keys()
        if adresse in self._adressen[modell]:
            return ""
        self._adressen[modell].add(adresse)
        return adresse

    def merken(self, schluessel: str, objekt: Any) -> Any:
        """Let the key stand for an object that is not (or no longer) made by the demo data."""
        self._objekte[schluessel] = objekt
        return objekt

    def neue_arten(self) -> list[str]:
        """Return the kind of every row made in this run, in words."""
        modelle: list[Any] = [eintrag.inhaltstyp.model_class() for eintrag in self._neu]
        return [str(modell._meta.verbose_name_plural) for modell in modelle]

    def abschliessen(self) -> int:
        """Write down what was made, and its history; return how many rows that are."""
        verlauf_schreiben(self._ohne_verlauf, GRUND)
        for objekt in self._ohne_verlauf:
            del objekt.skip_history_when_saving
        self._ohne_verlauf = []
        Demoeintrag.objects.bulk_create(self._neu)
        anzahl, self._neu = len(self._neu), []
        return anzahl


def ohne_fehlende(objekte: list[Any]) -> list[Any]:
    """Return the objects that were not deleted since."""
    return [objekt for objekt in objekte if objekt is not FEHLT]

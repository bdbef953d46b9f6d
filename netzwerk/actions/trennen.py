"""Taking a merger back: every step in turn, last first, while nobody changed what it wrote."""

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.db.models import Max

from netzwerk.actions.zusammenfuehren import gesperrt
from netzwerk.enums import Zusammenfuehrungsstand
from netzwerk.models import FruehereAdresse, Zusammenfuehrung

GRUND = "Zusammenführung zurückgenommen"
# Kept by the portal itself.
EIGENES = {"id", "erstellt_am", "geaendert_am"}
Ort = tuple[str, int]


class Geaendert(Exception):
    """The merger cannot be taken back as a whole: rows were changed since."""

    def __init__(self, zeilen: list[Any]) -> None:
        super().__init__("Seit dem Zusammenführen wurde etwas geändert.")
        self.zeilen = zeilen


def geaendertes(vorgang: Zusammenfuehrung) -> dict[Ort, Any]:
    """Return model and number → row (None if it is gone) of what was changed since (two queries a model)."""
    ergebnis: dict[Ort, Any] = {}
    for label, staende in vorgang.staende.items():
        modell: Any = apps.get_model(label)
        if not hasattr(modell, "history"):
            continue
        heute = dict(
            modell.history.filter(id__in=[int(pk) for pk in staende])
            .order_by()
            .values_list("id")
            .annotate(Max("history_id"))
        )
        neu = [int(pk) for pk, stand in staende.items() if heute.get(int(pk)) != stand]
        zeilen = modell._base_manager.in_bulk(neu)
        ergebnis |= {(label, pk): zeilen.get(pk) for pk in neu}
    return ergebnis


class _Ruecklauf:
    """Takes steps back."""

    def __init__(self, vorgang: Zusammenfuehrung, acting_user: Any) -> None:
        self.vorgang, self.konto = vorgang, acting_user
        self.arten: dict[str, Any] = {
            "feld": self._feld,
            "liste": self._liste,
            "eigene": self._eigene,
            "stand": self._stand,
            "geloescht": self._geloescht,
            "adresse": self._adresse,
        }

    def schritt(self, schritt: dict[str, Any]) -> None:
        """Take one step back."""
        self.arten[schritt["art"]](apps.get_model(schritt["modell"]), schritt)

    def _sichern(self, zeile: Any) -> None:
        vars(zeile).update({"_history_user": self.konto, "_change_reason": GRUND})
        zeile.save()

    def _feld(self, modell: Any, schritt: dict[str, Any]) -> None:
        zeile = modell._base_manager.get(pk=schritt["id"])
        setattr(zeile, schritt["feld"], schritt["von"])
        self._sichern(zeile)

    def _liste(self, modell: Any, schritt: dict[str, Any]) -> None:
        zeile = modell._base_manager.get(pk=schritt["id"])
        liste = getattr(zeile, schritt["feld"])
        if schritt["zu"] is not None:
            liste.remove(schritt["zu"])
        liste.add(schritt["von"])

    def _eigene(self, modell: Any, schritt: dict[str, Any]) -> None:
        getattr(modell._base_manager.get(pk=schritt["id"]), schritt["feld"]).remove(*schritt["dazu"])

    def _stand(self, modell: Any, schritt: dict[str, Any]) -> None:
        zeile = modell._base_manager.get(pk=schritt["id"])
        stand = modell.history.get(history_id=schritt["davor"])
        for feld in stand.tracked_fields:
            if feld.name not in EIGENES and not isinstance(feld, models.FileField):
                setattr(zeile, feld.attname, getattr(stand, feld.attname))
        self._sichern(zeile)

    def _geloescht(self, modell: Any, schritt: dict[str, Any]) -> None:
        zeile = modell.history.filter(id=schritt["id"], history_type="-").first().instance
        self._sichern(zeile)
        for name, nummern in schritt["listen"].items():
            getattr(zeile, name).set(nummern)

    def _adresse(self, modell: Any, schritt: dict[str, Any]) -> None:
        typ = ContentType.objects.get_for_model(modell)
        for alte in FruehereAdresse.objects.filter(inhaltstyp=typ, wert=schritt["wert"]):
            if schritt.get("neu"):
                alte.delete()
            else:
                alte.objekt_id = schritt["id"]
                alte.save()


def trennen(nummer: int, *, trotzdem: bool = False, acting_user: Any) -> Zusammenfuehrung:
    """Take a merger back. Raises Geaendert if rows were changed since; ``trotzdem`` leaves those as they are.

    Raises ValidationError if the entry that went can come back no more, or something took a place.
    """
    modell: Any = Zusammenfuehrung.objects.get(pk=nummer).inhaltstyp.model_class()
    try:
        with gesperrt(modell):
            vorgang = Zusammenfuehrung.objects.select_for_update().get(pk=nummer)
            if vorgang.stand == Zusammenfuehrungsstand.ZURUECKGENOMMEN:
                return vorgang
            geaendert = geaendertes(vorgang)
            if (modell._meta.label_lower, vorgang.geht_id) in geaendert:
                raise ValidationError("Der Eintrag, der aufging, wurde seither selbst geändert.")
            if geaendert and not trotzdem:
                raise Geaendert(list(geaendert.values()))
            ruecklauf = _Ruecklauf(vorgang, acting_user)
            for schritt in reversed(vorgang.schritte):
                if (schritt["modell"], schritt["id"]) not in geaendert:
                    ruecklauf.schritt(schritt)
            vorgang.stand = Zusammenfuehrungsstand.ZURUECKGENOMMEN
            vorgang.save()
            return vorgang
    except IntegrityError:
        raise ValidationError(
            "Inzwischen steht dem etwas im Weg; es bleibt beim Zusammengeführten."
        ) from None

"""What belongs to the registry as a whole, for the file that holds all of it."""

from django.apps import apps
from django.db import models
from simple_history.models import HistoricalChanges

from netzwerk.lib import registerdatei
from netzwerk.models import Datensatz, FruehereAdresse, Verschieden

# No content, but part of the registry: where entries were, and which are not the same.
AUCH: tuple[type[models.Model], ...] = (FruehereAdresse, Verschieden)


def registermodelle() -> list[type[models.Model]]:
    """Return every model of the registry, by name.

    A record belongs to it unless it says otherwise (``im_register``) or is about an account.
    """
    modelle = [
        modell
        for modell in apps.get_models()
        if not issubclass(modell, HistoricalChanges)
        and (modell in AUCH or (issubclass(modell, Datensatz) and modell.im_register))
        and not any(registerdatei.ist_konto(feld) and not feld.null for feld in modell._meta.concrete_fields)
    ]
    return sorted(modelle, key=lambda modell: modell._meta.label_lower)


def zeilen() -> dict[str, list[registerdatei.Zeile]]:
    """Return model → rows as the file has them."""
    return {modell._meta.label_lower: registerdatei.zeilen_von(modell) for modell in registermodelle()}

"""A copy of an entry, as a draft of its own."""

from typing import Any

from django.db import transaction

from netzwerk.enums import Veroeffentlichung
from netzwerk.lib.fields import Adressteil

# Of this entry alone, not of a copy.
EIGENES = {"oeffentlich_ab", "oeffentlich_bis", "geprueft_am", "geloescht_am", "erstellt_am"}
ANHANG = " (Kopie)"
NAMENSFELDER = ("name", "titel", "betreff", "nachname", "bezeichnung")


@transaction.atomic
def kopieren(objekt: Any, *, acting_user: Any) -> Any:
    """Return a new draft with the values of an entry and its lists, without its rows. Raises ValidationError.

    What may stand only once (a file, a number, "ist zugleich") does not come along.
    """
    kopie = type(objekt)()
    for feld in objekt._meta.concrete_fields:
        einmalig = feld.unique or feld.generated or isinstance(feld, Adressteil)
        if not (feld.primary_key or einmalig or feld.name in EIGENES):
            setattr(kopie, feld.attname, getattr(objekt, feld.attname))
    if hasattr(kopie, "veroeffentlichung"):
        kopie.veroeffentlichung = Veroeffentlichung.ENTWURF
    felder = {feld.name: feld for feld in kopie._meta.concrete_fields}
    name = next((name for name in NAMENSFELDER if name in felder), None)
    if name:
        setattr(kopie, name, f"{getattr(objekt, name)[: felder[name].max_length - len(ANHANG)]}{ANHANG}")
    vars(kopie)["_history_user"] = acting_user
    kopie.full_clean(exclude=["slug"])
    kopie.save()
    for feld in objekt._meta.many_to_many:
        if feld.remote_field.through._meta.auto_created:
            getattr(kopie, feld.name).set(getattr(objekt, feld.name).all())
    return kopie

"""Two people at once: whether a form is older than what is stored, what differs, who else is typing."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from netzwerk.intern.lesesicht import feld_text
from netzwerk.lib.dates import jetzt
from netzwerk.models import Zwischenstand

GLEICHZEITIG = timedelta(minutes=10)


@dataclass(frozen=True)
class Unterschied:
    """One field of which both versions say something else."""

    label: str
    meins: str
    anderes: str


def stempel(objekt: Any) -> str:
    """Return the version of an entry that a form carries along."""
    return objekt.geaendert_am.isoformat() if objekt.pk else ""


def unterschiede(bearbeitung: Any, stand: str) -> list[Unterschied] | None:
    """Return what differs between the form and what is stored, None if the form is not older than that.

    The stored values are what somebody else saved since the form was opened.
    """
    objekt = bearbeitung.objekt
    if stand == stempel(objekt):
        return None
    frisch = type(bearbeitung)(
        bearbeitung.bereich, bearbeitung.konto, type(objekt)._base_manager.get(pk=objekt.pk)
    )
    ergebnis = _verschieden(bearbeitung.formular, frisch.formular, "")
    for meiner, anderer in zip(bearbeitung.zeilen, frisch.zeilen, strict=True):
        gespeichert = {form.instance.pk: form for form in anderer.initial_forms}
        for form in meiner.initial_forms:
            gegenueber = gespeichert.pop(form.instance.pk, None)
            if gegenueber is not None:
                ergebnis += _verschieden(form, gegenueber, f"{meiner.art.titel}, {form.instance}: ")
        ergebnis += [
            Unterschied(f"{meiner.art.titel}: {form.instance}", "–", "neu hinzugekommen")
            for form in gespeichert.values()
        ]
    return ergebnis


def _verschieden(meine: Any, gespeicherte: Any, davor: str) -> list[Unterschied]:
    return [
        Unterschied(f"{davor}{feld.label}", meins, anderes)
        for feld in meine
        if feld.name in gespeicherte.fields
        and not feld.is_hidden
        and (meins := feld_text(feld)) != (anderes := feld_text(gespeicherte[feld.name]))
    ]


def andere_hier(konto: Any, pfad: str) -> list[str]:
    """Return the names of others who are typing on the page right now."""
    zeilen = Zwischenstand.objects.filter(pfad=pfad, geaendert_am__gt=jetzt() - GLEICHZEITIG)
    return [str(zeile.konto) for zeile in zeilen.exclude(konto=konto.pk).select_related("konto")]

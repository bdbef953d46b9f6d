"""Take the demo data away again, and leave everything that people added."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from netzwerk.demo.portal import zuruecksetzen
from netzwerk.models import Arbeitsfassung, Datensatz, Demoeintrag, Konto, Portal, Rueckmeldung, Seite
from netzwerk.suchindex import gesammelt

# A row: its model and its id.
Zeile = tuple[Any, int]
# For every row: the rows that need it.
Bedarf = dict[Zeile, set[Zeile]]
# The demo data only filled these in; the rows belong to every installation.
BLEIBEND = (Portal, Seite)


@dataclass
class Entfernt:
    """What went, and which demo rows had to stay with the name of what needs them."""

    anzahl: int = 0
    geblieben: list[str] = field(default_factory=list)


@transaction.atomic
@gesammelt()
def entfernen() -> Entfernt:
    """Delete the rows of the demo data with their history and files.

    A row that something added by people needs stays, and so does what that row needs.
    """
    eintraege = [eintrag for eintrag in Demoeintrag.objects.all() if _modell(eintrag) not in BLEIBEND]
    objekte = _objekte(eintraege)
    ikjg = next((eintrag for eintrag in eintraege if eintrag.schluessel == "organisation/ikjg"), None)
    zuruecksetzen(objekte.get((_modell(ikjg), ikjg.objekt_id)) if ikjg else None)
    bedarf = _bedarf(objekte)
    bleibt = _was_bleibt(bedarf, objekte.keys())
    dateien = [datei for zeile in objekte if zeile not in bleibt for datei in _dateien(objekte[zeile])]
    with _ohne_verlauf():
        for modell, nummern in _gruppen(bedarf, objekte.keys() - bleibt):
            modell._base_manager.filter(pk__in=nummern).delete()
    _spuren_loeschen([(_modell(eintrag), eintrag.objekt_id) for eintrag in eintraege], bleibt)
    behalten = [eintrag.pk for eintrag in eintraege if (_modell(eintrag), eintrag.objekt_id) in bleibt]
    Demoeintrag.objects.exclude(pk__in=behalten).delete()
    transaction.on_commit(lambda: _dateien_loeschen(dateien))
    return Entfernt(
        len(objekte) - len(bleibt),
        [_begruendung(zeile, objekte, bedarf) for zeile in objekte if zeile in bleibt],
    )


@contextmanager
def _ohne_verlauf() -> Iterator[None]:
    """Write no history meanwhile, for it goes, too. Holds for the whole process: only for a command."""
    vorher = getattr(settings, "SIMPLE_HISTORY_ENABLED", True)
    settings.SIMPLE_HISTORY_ENABLED = False
    try:
        yield
    finally:
        settings.SIMPLE_HISTORY_ENABLED = vorher


def _modell(eintrag: Demoeintrag) -> Any:
    return ContentType.objects.get_for_id(eintrag.inhaltstyp_id).model_class()


def _objekte(eintraege: Iterable[Demoeintrag]) -> dict[Zeile, Any]:
    """Return the rows that still exist, in the order in which they were made."""
    zeilen = [(_modell(eintrag), eintrag.objekt_id) for eintrag in eintraege]
    vorhanden = {
        modell: modell._base_manager.in_bulk(nummern) for modell, nummern in _je_modell(zeilen).items()
    }
    return {
        (modell, nummer): vorhanden[modell][nummer]
        for modell, nummer in zeilen
        if nummer in vorhanden[modell]
    }


def _bedarf(objekte: Iterable[Zeile]) -> Bedarf:
    """Return for every row which rows need it: they point to it and cannot do without it."""
    nummern = _je_modell(objekte)
    bedarf: Bedarf = defaultdict(set)
    for modell in apps.get_models(include_auto_created=True):
        for feld in modell._meta.fields:
            ziel = feld.related_model
            if ziel in nummern and _haelt_fest(modell, feld, ziel):
                quelle, von = _quelle(modell)
                zeilen = modell._base_manager.filter(**{f"{feld.name}__in": nummern[ziel]})
                for wer, wen in zeilen.values_list(von, feld.attname):
                    if (quelle, wer) != (ziel, wen):
                        bedarf[ziel, wen].add((quelle, wer))
    return bedarf


def _haelt_fest(modell: Any, feld: Any, ziel: Any) -> bool:
    """Say whether a row of the model needs the row its field points to."""
    art = feld.remote_field.on_delete
    if art in {models.PROTECT, models.RESTRICT}:
        return True
    # Marks and entrusted bodies go with the account; an index goes with what it indexes.
    return art is models.CASCADE and ziel is not Konto and issubclass(_quelle(modell)[0], Datensatz)


def _quelle(modell: Any) -> tuple[Any, str]:
    """Return whose rows these are and by which column: a row of a list belongs to the list's owner."""
    besitzer = modell._meta.auto_created
    if not besitzer:
        return modell, "pk"
    liste = next(feld for feld in besitzer._meta.many_to_many if feld.remote_field.through is modell)
    return besitzer, f"{liste.m2m_field_name()}_id"


def _was_bleibt(bedarf: Bedarf, objekte: Iterable[Zeile]) -> set[Zeile]:
    """Return the demo rows that something else needs, directly or through others."""
    eigene = set(objekte)
    bleibt: set[Zeile] = set()
    neu = {zeile for zeile in eigene if bedarf[zeile] - eigene}
    while neu:
        bleibt |= neu
        neu = {zeile for zeile in eigene - bleibt if bedarf[zeile] & bleibt}
    return bleibt


def _gruppen(bedarf: Bedarf, zeilen: AbstractSet[Zeile]) -> Iterator[tuple[Any, list[int]]]:
    """Return the rows in groups of one model, each after all rows that need one of it."""
    reihenfolge = TopologicalSorter({zeile: bedarf[zeile] & zeilen for zeile in zeilen})
    reihenfolge.prepare()
    while reihenfolge.is_active():
        frei = reihenfolge.get_ready()
        yield from _je_modell(frei).items()
        reihenfolge.done(*frei)


def _je_modell(zeilen: Iterable[Zeile]) -> dict[Any, list[int]]:
    """Return the ids of each model."""
    nummern: dict[Any, list[int]] = defaultdict(list)
    for modell, nummer in zeilen:
        nummern[modell].append(nummer)
    return nummern


def _spuren_loeschen(zeilen: Iterable[Zeile], ausser: set[Zeile]) -> None:
    """Delete history and pending drafts of the rows."""
    for modell, weg in _je_modell(set(zeilen) - ausser).items():
        for nebenbei in (Arbeitsfassung, Rueckmeldung):
            typ = ContentType.objects.get_for_model(modell)
            nebenbei._base_manager.filter(inhaltstyp=typ, objekt_id__in=weg).delete()
        verlauf = modell.history.filter(**{f"{modell._meta.pk.name}__in": weg})
        for beziehung in verlauf.model._meta.related_objects:
            beziehung.related_model._base_manager.filter(**{f"{beziehung.field.name}__in": verlauf}).delete()
        verlauf.delete()


def _dateien(objekt: Any) -> list[Any]:
    """Return the stored files of a row as (storage, name)."""
    felder = [feld for feld in objekt._meta.fields if isinstance(feld, models.FileField)]
    werte = [getattr(objekt, feld.name) for feld in felder]
    return [(wert.storage, wert.name) for wert in werte if wert]


def _dateien_loeschen(dateien: Iterable[Any]) -> None:
    for ablage, name in dateien:
        ablage.delete(name)


def _begruendung(zeile: Zeile, objekte: dict[Zeile, Any], bedarf: Bedarf) -> str:
    """Return in words what stays and for whose sake."""
    modell, nummer = min(bedarf[zeile], key=lambda wer: wer in objekte)
    grund = objekte.get((modell, nummer)) or modell._base_manager.get(pk=nummer)
    return f"{_benannt(objekte[zeile])}, gebraucht von {_benannt(grund)}"


def _benannt(objekt: Any) -> str:
    return f"{objekt._meta.verbose_name} „{objekt}“"

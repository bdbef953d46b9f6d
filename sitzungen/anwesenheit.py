"""Who was at a meeting: the list of the seats of that day, filled in within a minute and kept at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from gremien.mandate.besetzung import Besetzung, Gruppe, Mandat, besetzungen
from netzwerk.lib.dates import heute
from netzwerk.models import Person, Stelle, Zugehoerigkeit
from sitzungen.enums import Anwesenheitsstatus, Sitzungsstatus
from sitzungen.models import Anwesenheit, Sitzung

WAR_DA = (Anwesenheitsstatus.ANWESEND, Anwesenheitsstatus.VERTRETEN)
GEHALTEN = (Sitzungsstatus.LAEUFT, Sitzungsstatus.DURCHGEFUEHRT, Sitzungsstatus.ABGESCHLOSSEN)
VORHER = (Sitzungsstatus.TERMINIERT, Sitzungsstatus.EINGELADEN)


class Veraltet(Exception):
    """Somebody else filled in the list meanwhile."""


@dataclass(frozen=True, slots=True)
class Erwartet:
    """A member that the meeting expects: what is known of it, and who may step in."""

    mandat: Mandat
    gruppe: str
    zeile: Anwesenheit | None
    ersatz: tuple[Person | Stelle, ...]


@dataclass(frozen=True, slots=True)
class Eintrag:
    """What was filled in for a member."""

    mandat: Mandat
    status: str
    vertretung: Person | Stelle | None = None
    von: time | None = None
    bis: time | None = None
    minuten_dazu: int | None = None


def erwartete(sitzung: Sitzung) -> list[Erwartet]:
    """Return the members of the meeting's bodies on its day, by category and seat."""
    gremien = [sitzung.gremium, *sitzung.weitere_gremien.all()]
    staende = besetzungen(gremien, sitzung.datum)
    zeilen = {zeile.mitgliedschaft_id: zeile for zeile in sitzung.anwesenheiten.mit_namen()}
    kollegium = _kollegium(staende.values(), sitzung)
    gefunden = []
    for stand in staende.values():
        davor = f"{stand.gremium}: " if len(gremien) > 1 else ""
        for gruppe in stand.gruppen:
            name = gruppe.kategorie.bezeichnung if gruppe.kategorie is not None else "Mitglieder"
            gefunden += [
                Erwartet(
                    mandat,
                    f"{davor}{name}",
                    zeilen.get(mandat.pk),
                    _ersatz(gruppe, mandat, kollegium, zeilen),
                )
                for platz in gruppe.besetzt
                for mandat in platz.inhaber
            ]
    return gefunden


def _kollegium(staende: Iterable[Besetzung], sitzung: Sitzung) -> dict[int, list[Person]]:
    """Return organisation → who works there on the day, for all institutions at once."""
    nummern = {m.einrichtung.pk for stand in staende for m in stand.mandate if m.einrichtung is not None}
    zeilen = Zugehoerigkeit.objects.aktiv_am(sitzung.datum).filter(organisation__in=nummern)
    je_organisation = defaultdict(list)
    for zeile in zeilen.filter(person__geloescht_am__isnull=True).select_related("person"):
        je_organisation[zeile.organisation_id].append(zeile.person)
    return je_organisation


def _ersatz(
    gruppe: Gruppe, mandat: Mandat, kollegium: dict[int, list[Person]], zeilen: dict[int, Anwesenheit]
) -> tuple[Person | Stelle, ...]:
    """Return who can have stepped in: personal deputies, the pool, colleagues; each once."""
    einrichtung = mandat.einrichtung
    pool = [
        zeile
        for zeile in gruppe.pool
        if zeile.fuer_organisation_id is None
        or (einrichtung is not None and zeile.fuer_organisation_id == einrichtung.pk)
    ]
    kollegen = kollegium.get(einrichtung.pk, []) if einrichtung is not None else []
    wahl = [zeile.person or zeile.stelle for zeile in (*mandat.stellvertretungen, *pool)]
    gemeldet = zeilen.get(mandat.pk)
    if gemeldet is not None and gemeldet.vertretung is not None:
        wahl.insert(0, gemeldet.vertretung)
    selbst = mandat.mitgliedschaft.wer
    return tuple(dict.fromkeys(wer for wer in (*wahl, *kollegen) if wer is not None and wer != selbst))


def stand(sitzung: Sitzung) -> str:
    """Return the version of what is known of the meeting's attendance."""
    zeilen = sitzung.anwesenheiten.order_by("pk").values_list("pk", "geaendert_am")
    return sha256(repr(list(zeilen)).encode()).hexdigest()[:20]


def ist_so_weit(sitzung: Sitzung) -> bool:
    """Say whether attendance can be filled in: from the day of the meeting on, if it takes place."""
    return sitzung.datum <= heute() and not sitzung.ist_ausgefallen


@transaction.atomic
def eintragen(
    sitzung: Sitzung, eintraege: list[Eintrag], *, alter_stand: str, durchgefuehrt: bool, acting_user: Any
) -> None:
    """Keep who was there, each member once; the meeting was held then, if the account may say so.

    Raises Veraltet if somebody else did meanwhile, ValidationError if a person would be there twice.
    """
    Sitzung.objects.select_for_update(of=("self",)).get(pk=sitzung.pk)
    if stand(sitzung) != alter_stand:
        raise Veraltet
    einmal_pruefen(eintraege)
    bisher = {zeile.mitgliedschaft_id: zeile for zeile in sitzung.anwesenheiten.all()}
    for eintrag in eintraege:
        zeile = bisher.get(eintrag.mandat.pk) or Anwesenheit(
            sitzung=sitzung, mitgliedschaft=eintrag.mandat.mitgliedschaft
        )
        _uebernehmen(zeile, eintrag, acting_user)
    if durchgefuehrt and sitzung.status in VORHER:
        sitzung.status = Sitzungsstatus.DURCHGEFUEHRT
        vars(sitzung)["_history_user"] = acting_user
        sitzung.save()


def einmal_pruefen(eintraege: list[Eintrag]) -> None:
    """Raise ValidationError if somebody is there for two members, or as a member and for another."""
    gesehen = {e.mandat.mitgliedschaft.wer for e in eintraege if e.status == Anwesenheitsstatus.ANWESEND}
    for eintrag in eintraege:
        wer = eintrag.vertretung
        if wer is None:
            continue
        if wer in gesehen:
            raise ValidationError(
                f"{wer} ist selbst da oder vertritt schon jemanden: Jede Person zählt einmal."
            )
        gesehen.add(wer)


def _uebernehmen(zeile: Anwesenheit, eintrag: Eintrag, acting_user: Any) -> None:
    wer = eintrag.vertretung
    neu = {
        "status": eintrag.status,
        "vertretung_person": wer if isinstance(wer, Person) else None,
        "vertretung_stelle": wer if isinstance(wer, Stelle) else None,
        "von_uhrzeit": eintrag.von,
        "bis_uhrzeit": eintrag.bis,
        "minuten_dazu": eintrag.minuten_dazu,
    }
    if zeile.pk and all(getattr(zeile, name) == wert for name, wert in neu.items()):
        return
    for name, wert in neu.items():
        setattr(zeile, name, wert)
    vars(zeile)["_history_user"] = acting_user
    zeile.full_clean()
    zeile.save()


def satz(liste: list[Erwartet]) -> str:
    """Return in a sentence how many were there, and how many of those who vote."""
    da = [e for e in liste if e.zeile is not None and e.zeile.status in WAR_DA]
    stimmen = [e for e in liste if e.mandat.stimmrecht]
    if not any(e.zeile is not None for e in liste):
        return ""
    text = f"{len(da)} von {len(liste)} Mitgliedern anwesend oder vertreten"
    if not stimmen:
        return f"{text}."
    return f"{text}, {sum(e in da for e in stimmen)} von {len(stimmen)} mit Stimmrecht."

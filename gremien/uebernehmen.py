"""Taking proposals over in one transaction, and taking all of it back while nobody changed it.

Everything goes through ``save`` and the actions of the noun, so history, search and stamps hold.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from gremien.actions import beziehung_setzen
from gremien.enums import Beziehungsart, Uebernahmestand
from gremien.models import (
    Gremienbeziehung,
    Gremium,
    Leitung,
    Netzwerkeintrag,
    Netzwerkseite,
    Uebernahme,
)
from gremien.uebernahme.vorschlag import Was
from netzwerk.actions import schreiben
from netzwerk.actions.schreiben import Schreiber, stand_heute
from netzwerk.lib.dates import Genauigkeit, jetzt
from netzwerk.models import Organisation, Portal, Stelle

QUELLE = "Übernommen aus einer Seite oder Tabelle"
SCHON = "Diese Übernahme ist schon abgeschlossen."


@dataclass(frozen=True, slots=True)
class Leitungsangabe:
    """Who leads: an existing organisation, or a name of which a stub is made if it is unknown."""

    art: str
    was: Was
    name: str = ""
    organisation: Organisation | None = None


@dataclass(frozen=True, slots=True)
class Eintrag:
    """A corrected proposal: fields of a new entry, or an existing one. ``oben``: place in the list."""

    was: Was = Was.GREMIUM
    felder: dict[str, Any] = field(default_factory=dict)
    bestehend: Gremium | Organisation | None = None
    leitung: tuple[Leitungsangabe, ...] = ()
    oben: int | None = None
    seit_jahr: int | None = None


class _Schreiber(Schreiber):
    """Writes the rows of a take-over."""

    def beziehung(self, von: Gremium, zu: Gremium) -> None:
        """Put a body under another, unless it is there already."""
        art = Beziehungsart.UNTERGREMIUM
        if not Gremienbeziehung.objects.filter(von_gremium=von, zu_gremium=zu, art=art).exists():
            beziehung = Gremienbeziehung(von_gremium=von, zu_gremium=zu, art=art, quelle=QUELLE)
            self.neu(beziehung_setzen(beziehung, acting_user=self.acting_user))

    def eintrag(self, eintrag: Eintrag) -> Gremium | Organisation:
        """Return the entry, a new draft unless it exists."""
        if eintrag.bestehend is not None:
            return eintrag.bestehend
        if eintrag.was == Was.ORGANISATION:
            return self.anlegen(Organisation(**eintrag.felder))
        gremium = Gremium(**eintrag.felder)
        if eintrag.seit_jahr:
            gremium.besteht_seit = date(eintrag.seit_jahr, 1, 1)
            gremium.besteht_seit_genauigkeit = Genauigkeit.JAHR
        return self.anlegen(gremium)

    def leitung(self, gremium: Gremium, angaben: Iterable[Leitungsangabe]) -> None:
        """Write who leads a new body; people are never made from a pasted page."""
        for position, angabe in enumerate(angaben):
            ziel: dict[str, Any] = {}
            if angabe.organisation is not None:
                ziel = {"organisation": angabe.organisation}
            elif angabe.was == Was.STELLE:
                ziel = {"stelle": self._bekannt(Stelle, "bezeichnung", angabe.name)}
            elif angabe.was == Was.ORGANISATION:
                ziel = {"organisation": self._bekannt(Organisation, "name", angabe.name)}
            if ziel:
                self.anlegen(Leitung(gremium=gremium, art=angabe.art, position=position, **ziel))

    def _bekannt(self, modell: Any, feld: str, name: str) -> Any:
        """Return the row of a name, a stub if there is none."""
        vorhanden = modell.objects.vorhanden().filter(**{f"{feld}__iexact": name}).order_by("pk").first()
        return vorhanden or self.anlegen(modell(**{feld: name}))


def _auf_die_seite(schreiber: _Schreiber, seite: Netzwerkseite, eintraege: Iterable[Any]) -> None:
    """Add the entries to an editorial page, after what is there and in their order."""
    letzte = Netzwerkeintrag.objects.filter(seite=seite).aggregate(letzte=Max("position"))["letzte"]
    position = -1 if letzte is None else letzte
    for eintrag in eintraege:
        ziel = {"gremium" if isinstance(eintrag, Gremium) else "organisation": eintrag}
        if not Netzwerkeintrag.objects.filter(seite=seite, **ziel).exists():
            position += 1
            schreiber.anlegen(Netzwerkeintrag(seite=seite, position=position, **ziel))


@transaction.atomic
def uebernehmen(
    uebernahme: Uebernahme,
    eintraege: list[Eintrag],
    *,
    seite: Netzwerkseite | None = None,
    acting_user: Any,
) -> Uebernahme:
    """Write all entries as drafts, or none; raises ValidationError. Sent twice it is done once."""
    # First the lock that beziehung_setzen takes, so that two take-overs never wait for each other.
    list(Portal.objects.select_for_update().order_by("pk")[:1])
    uebernahme = Uebernahme.objects.select_for_update().get(pk=uebernahme.pk)
    if uebernahme.stand == Uebernahmestand.UEBERNOMMEN:
        return uebernahme
    if uebernahme.stand != Uebernahmestand.OFFEN:
        raise ValidationError(SCHON)
    schreiber = _Schreiber(acting_user)
    geschrieben = [schreiber.eintrag(eintrag) for eintrag in eintraege]
    for eintrag, zeile in zip(eintraege, geschrieben, strict=True):
        if not isinstance(zeile, Gremium):
            continue
        if eintrag.bestehend is None:
            schreiber.leitung(zeile, eintrag.leitung)
        oben = geschrieben[eintrag.oben] if eintrag.oben is not None else None
        if isinstance(oben, Gremium) and oben.pk != zeile.pk:
            schreiber.beziehung(zeile, oben)
    if seite is not None:
        _auf_die_seite(schreiber, seite, geschrieben)
    uebernahme.stand = Uebernahmestand.UEBERNOMMEN
    uebernahme.uebernommen_am = jetzt()
    uebernahme.konto = acting_user
    uebernahme.zeilen = schreiber.zeilen()
    uebernahme.rohtext, uebernahme.vorschlaege = "", []
    uebernahme.save()
    return uebernahme


def geaendertes(uebernahme: Uebernahme) -> list[str]:
    """Return the names of the written rows that were changed since; then there is no way back."""
    return stand_heute(uebernahme.zeilen).namen


@transaction.atomic
def zuruecknehmen(uebernahme: Uebernahme, *, acting_user: Any) -> Uebernahme:
    """Take a whole take-over back: entries go to the bin, relations go; raises Geaendert otherwise."""
    list(Portal.objects.select_for_update().order_by("pk")[:1])
    uebernahme = Uebernahme.objects.select_for_update().get(pk=uebernahme.pk)
    if uebernahme.stand == Uebernahmestand.ZURUECKGENOMMEN:
        return uebernahme
    if uebernahme.stand != Uebernahmestand.UEBERNOMMEN:
        raise ValidationError("Diese Übernahme hat noch nichts geschrieben.")
    schreiben.zuruecknehmen(uebernahme.zeilen, acting_user=acting_user)
    uebernahme.stand = Uebernahmestand.ZURUECKGENOMMEN
    uebernahme.save()
    return uebernahme

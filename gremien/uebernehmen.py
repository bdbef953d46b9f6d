"""Taking proposals over in one transaction, and taking all of it back while nobody changed it.

Everything goes through ``save`` and the actions of the noun, so history, search and stamps hold.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
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
from netzwerk.actions import in_den_papierkorb
from netzwerk.lib.dates import Genauigkeit, jetzt
from netzwerk.models import Organisation, Portal, Stelle
from netzwerk.models.inhalt import MitPapierkorb

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


class Geaendert(Exception):
    """The take-over cannot be undone: rows were changed since; ``zeilen`` names them."""

    def __init__(self, zeilen: list[str]) -> None:
        super().__init__("Seit der Übernahme wurde etwas geändert: " + ", ".join(zeilen))
        self.zeilen = zeilen


class _Schreiber:
    """Writes rows for an account and remembers each that is new."""

    def __init__(self, acting_user: Any) -> None:
        self.acting_user = acting_user
        self.neu: list[models.Model] = []

    def sichern(self, zeile: Any) -> Any:
        """Check and save a new row."""
        setattr(zeile, "_history_user", self.acting_user)  # noqa: B010 - the name django-simple-history reads
        zeile.full_clean()
        zeile.save()
        self.neu.append(zeile)
        return zeile

    def beziehung(self, von: Gremium, zu: Gremium) -> None:
        """Put a body under another, unless it is there already."""
        art = Beziehungsart.UNTERGREMIUM
        if not Gremienbeziehung.objects.filter(von_gremium=von, zu_gremium=zu, art=art).exists():
            beziehung = Gremienbeziehung(von_gremium=von, zu_gremium=zu, art=art, quelle=QUELLE)
            self.neu.append(beziehung_setzen(beziehung, acting_user=self.acting_user))

    def eintrag(self, eintrag: Eintrag) -> Gremium | Organisation:
        """Return the entry, a new draft unless it exists."""
        if eintrag.bestehend is not None:
            return eintrag.bestehend
        if eintrag.was == Was.ORGANISATION:
            return self.sichern(Organisation(**eintrag.felder))
        gremium = Gremium(**eintrag.felder)
        if eintrag.seit_jahr:
            gremium.besteht_seit = date(eintrag.seit_jahr, 1, 1)
            gremium.besteht_seit_genauigkeit = Genauigkeit.JAHR
        return self.sichern(gremium)

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
                self.sichern(Leitung(gremium=gremium, art=angabe.art, position=position, **ziel))

    def _bekannt(self, modell: Any, feld: str, name: str) -> Any:
        """Return the row of a name, a stub if there is none."""
        vorhanden = modell.objects.vorhanden().filter(**{f"{feld}__iexact": name}).order_by("pk").first()
        return vorhanden or self.sichern(modell(**{feld: name}))


def _kennzeichen(zeile: Any) -> dict[str, Any]:
    """Return what is remembered of a written row: which it is, and its stamp."""
    stempel = type(zeile)._base_manager.values_list("geaendert_am", flat=True).get(pk=zeile.pk)
    return {"modell": zeile._meta.label_lower, "id": zeile.pk, "stand": stempel.isoformat()}


def _auf_die_seite(schreiber: _Schreiber, seite: Netzwerkseite, eintraege: Iterable[Any]) -> None:
    """Add the entries to an editorial page, after what is there and in their order."""
    letzte = Netzwerkeintrag.objects.filter(seite=seite).aggregate(letzte=Max("position"))["letzte"]
    position = -1 if letzte is None else letzte
    for eintrag in eintraege:
        ziel = {"gremium" if isinstance(eintrag, Gremium) else "organisation": eintrag}
        if not Netzwerkeintrag.objects.filter(seite=seite, **ziel).exists():
            position += 1
            schreiber.sichern(Netzwerkeintrag(seite=seite, position=position, **ziel))


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
    uebernahme.zeilen = [_kennzeichen(zeile) for zeile in schreiber.neu]
    uebernahme.rohtext, uebernahme.vorschlaege = "", []
    uebernahme.save()
    return uebernahme


def _stand_heute(uebernahme: Uebernahme) -> tuple[list[Any], list[str]]:
    """Return the written rows that are unchanged, in order, and the names of the others (a query a model)."""
    nummern: dict[str, list[int]] = {}
    for kennzeichen in uebernahme.zeilen:
        nummern.setdefault(kennzeichen["modell"], []).append(kennzeichen["id"])
    heute = {name: apps.get_model(name)._base_manager.in_bulk(pks) for name, pks in nummern.items()}
    zeilen: list[Any] = []
    geaendert: list[str] = []
    for kennzeichen in uebernahme.zeilen:
        zeile: Any = heute[kennzeichen["modell"]].get(kennzeichen["id"])
        if zeile is None:
            geaendert.append(f"{apps.get_model(kennzeichen['modell'])._meta.verbose_name} (gelöscht)")
        elif zeile.geaendert_am.isoformat() != kennzeichen["stand"]:
            geaendert.append(str(zeile))
        else:
            zeilen.append(zeile)
    return zeilen, list(dict.fromkeys(geaendert))


def geaendertes(uebernahme: Uebernahme) -> list[str]:
    """Return the names of the written rows that were changed since; then there is no way back."""
    return _stand_heute(uebernahme)[1]


@transaction.atomic
def zuruecknehmen(uebernahme: Uebernahme, *, acting_user: Any) -> Uebernahme:
    """Take a whole take-over back: entries go to the bin, relations go; raises Geaendert otherwise."""
    list(Portal.objects.select_for_update().order_by("pk")[:1])
    uebernahme = Uebernahme.objects.select_for_update().get(pk=uebernahme.pk)
    if uebernahme.stand == Uebernahmestand.ZURUECKGENOMMEN:
        return uebernahme
    if uebernahme.stand != Uebernahmestand.UEBERNOMMEN:
        raise ValidationError("Diese Übernahme hat noch nichts geschrieben.")
    zeilen, geaendert = _stand_heute(uebernahme)
    if geaendert:
        raise Geaendert(geaendert)
    # Last written first: what points to others goes before them.
    for zeile in reversed(zeilen):
        if isinstance(zeile, MitPapierkorb):
            in_den_papierkorb(zeile, acting_user=acting_user)
        else:
            setattr(zeile, "_history_user", acting_user)  # noqa: B010 - as above
            zeile.delete()
    uebernahme.stand = Uebernahmestand.ZURUECKGENOMMEN
    uebernahme.save()
    return uebernahme

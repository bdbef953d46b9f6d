"""Two entries that are one: everything that points to the one moves to the other, in one transaction."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max

from netzwerk import suchindex
from netzwerk.actions.beziehungen import Beziehung, auffuellen, beziehungen, ohne_andere, sagt_dasselbe
from netzwerk.lib.dates import jetzt
from netzwerk.models import Arbeitsfassung, FruehereAdresse, Inhalt, Portal, Verschieden, Zusammenfuehrung
from netzwerk.models.adresse import adresse_merken, adressfeld

GRUND = "Zusammengeführt"


class Unvereinbar(Exception):
    """Two entries cannot be merged as they are; ``gruende`` says in words what stands against it."""

    def __init__(self, gruende: list[str]) -> None:
        super().__init__(" ".join(gruende))
        self.gruende = gruende


class _Probe(Exception):
    """Takes back what was only tried."""


@dataclass
class Ablauf:
    """What a merger does, in words: pairs of what it is called and which row it is."""

    zieht_um: list[tuple[str, str]] = field(default_factory=list)
    einmal: list[tuple[str, str]] = field(default_factory=list)
    entfaellt: list[tuple[str, str]] = field(default_factory=list)


@contextmanager
def gesperrt(modell: type[models.Model], *nummern: int) -> Iterator[dict[int, Any]]:
    """Yield the entries by number, locked in one order after the lock that keeps circles out."""
    with transaction.atomic(), suchindex.gesammelt():
        list(Portal.objects.select_for_update().order_by("pk")[:1])
        zeilen = modell._base_manager.select_for_update().filter(pk__in=nummern).order_by("pk")
        yield {zeile.pk: zeile for zeile in zeilen}


def letzter_stand(zeile: Any) -> int | None:
    """Return the number of the latest state in the history of a row, None if it has no history."""
    if not hasattr(type(zeile), "history"):
        return None
    return type(zeile).history.filter(id=zeile.pk).aggregate(letzter=Max("history_id"))["letzter"]


class Lauf:
    """Merges one entry into another and remembers each step."""

    def __init__(self, acting_user: Any) -> None:
        """Take who does it."""
        self.konto = acting_user
        self.ablauf = Ablauf()
        self.schritte: list[dict[str, Any]] = []
        self.gruende: list[str] = []
        self._beruehrt: list[Any] = []
        self._kanten: list[Any] = []
        self._eigene_verweise: list[Any] = []

    # --- Writing a row, and remembering it ---------------------------------------------------------

    def sichern(self, zeile: Any) -> None:
        """Save a row with who and why."""
        vars(zeile).update({"_history_user": self.konto, "_change_reason": GRUND})
        zeile.save()

    def merken(self, art: str, zeile: Any, **angaben: Any) -> None:
        """Remember a step."""
        self.schritte.append({"art": art, "modell": zeile._meta.label_lower, "id": zeile.pk, **angaben})
        self._beruehrt.append(zeile)

    def davor(self, zeile: Any) -> int | None:
        """Return the state of a row before it is written; a row without one gets it now."""
        stand = letzter_stand(zeile)
        if stand is None and hasattr(type(zeile), "history"):
            self.sichern(zeile)
            stand = letzter_stand(zeile)
        return stand

    def staende(self) -> dict[str, dict[str, int | None]]:
        """Return model → number → latest state of each row that was written and is still there."""
        ergebnis: dict[str, dict[str, int | None]] = {}
        for zeile in self._beruehrt:
            if zeile.pk is not None:
                ergebnis.setdefault(zeile._meta.label_lower, {})[str(zeile.pk)] = letzter_stand(zeile)
        return ergebnis

    # --- What points to the entry that goes ----------------------------------------------------------

    def umhaengen(self, bleibt: Any, geht: Any) -> None:
        """Let everything that points to the one point to the other."""
        for beziehung in beziehungen(type(bleibt)):
            for zeile in beziehung.zeilen(geht):
                if beziehung.ist_liste:
                    self._liste(beziehung, zeile, bleibt, geht)
                elif type(zeile) is type(bleibt) and zeile.pk in {bleibt.pk, geht.pk}:
                    self._eigene_verweise += [beziehung.feld] if zeile.pk == bleibt.pk else []
                else:
                    self._zeile(beziehung, zeile, bleibt, geht)
        self._eigene_listen(bleibt, geht)

    def _liste(self, beziehung: Beziehung, zeile: Any, bleibt: Any, geht: Any) -> None:
        vars(zeile).update({"_history_user": self.konto, "_change_reason": GRUND})
        liste = getattr(zeile, beziehung.feld.name)
        schon = liste.filter(pk=bleibt.pk).exists()
        liste.remove(geht)
        liste.add(bleibt)
        self.merken("liste", zeile, feld=beziehung.feld.name, von=geht.pk, zu=None if schon else bleibt.pk)
        (self.ablauf.einmal if schon else self.ablauf.zieht_um).append((beziehung.titel, str(zeile)))

    def _eigene_listen(self, bleibt: Any, geht: Any) -> None:
        for feld in type(bleibt)._meta.many_to_many:
            if not feld.remote_field.through._meta.auto_created:
                continue
            liste = getattr(bleibt, feld.name)
            schon = set(liste.values_list("pk", flat=True))
            dazu = [pk for pk in getattr(geht, feld.name).values_list("pk", flat=True) if pk not in schon]
            if dazu:
                liste.add(*dazu)
                self.merken("eigene", bleibt, feld=feld.name, dazu=dazu)
                self.ablauf.zieht_um.append((str(feld.verbose_name), f"{len(dazu)} dazu"))

    def _zeile(self, beziehung: Beziehung, zeile: Any, bleibt: Any, geht: Any) -> None:
        """Move one row; one that would say again what is said is kept once."""
        name, stelle = str(zeile), beziehung.feld.attname
        setattr(zeile, stelle, bleibt.pk)
        doppelt = self._doppelt(beziehung, zeile, bleibt)
        if doppelt is not None:
            setattr(zeile, stelle, geht.pk)
            self._zusammenlegen(doppelt, zeile)
            self.ablauf.einmal.append((beziehung.titel, name))
            return
        if beziehung.feld.name in ohne_andere(type(bleibt), zeile) and verletzt(zeile):
            self._zu_sich_selbst(beziehung, zeile, geht, name)
            return
        gruende = verletzt(zeile)
        if gruende:
            self.gruende += [f"{beziehung.titel}, „{name}“: {grund}" for grund in gruende]
            return
        self.sichern(zeile)
        self.merken("feld", zeile, feld=stelle, von=geht.pk, zu=bleibt.pk)
        self.ablauf.zieht_um.append((beziehung.titel, name))
        zeigt = [feld for feld in type(zeile)._meta.concrete_fields if feld.related_model is type(bleibt)]
        if len(zeigt) > 1 or type(zeile) is type(bleibt):
            self._kanten.append(zeile)

    def _zu_sich_selbst(self, beziehung: Beziehung, zeile: Any, geht: Any, name: str) -> None:
        """Let a row go that would lead from the entry to itself; an entry only loses the reference."""
        setattr(zeile, beziehung.feld.attname, geht.pk)
        if isinstance(zeile, Inhalt):
            self.gruende.append(f"{beziehung.titel}, „{name}“: Das zeigte dann auf sich selbst.")
            return
        self._weglegen(zeile)
        self.ablauf.entfaellt.append((beziehung.titel, name))

    def _doppelt(self, beziehung: Beziehung, zeile: Any, bleibt: Any) -> Any:
        """Return a row of the entry that stays that makes this one needless, None if there is none."""
        if isinstance(zeile, Inhalt) or getattr(zeile, "geloescht_am", None) or not _ist_zeile(zeile):
            return None
        andere = [
            andere
            for andere in beziehung.zeilen(bleibt).exclude(pk=zeile.pk)
            if getattr(andere, "geloescht_am", None) is None
        ]
        gleich = next((andere for andere in andere if sagt_dasselbe(andere, zeile)), None)
        return gleich or next((a for a in andere if _steht_im_weg(a, zeile)), None)

    def _zusammenlegen(self, bleibt: Any, geht: Any) -> None:
        """Keep one of two rows that say the same, with all that either of them says."""
        davor = self.davor(bleibt)
        self.umhaengen(bleibt, geht)
        self._weglegen(geht)
        if auffuellen(bleibt, geht) and not verletzt(bleibt):
            self.sichern(bleibt)
            self.merken("stand", bleibt, davor=davor)

    def _weglegen(self, zeile: Any) -> None:
        listen = {
            feld.name: list(getattr(zeile, feld.name).values_list("pk", flat=True))
            for feld in type(zeile)._meta.many_to_many
        }
        if hasattr(zeile, "geloescht_am"):
            davor = self.davor(zeile)
            zeile.geloescht_am = jetzt()
            self.sichern(zeile)
            self.merken("stand", zeile, davor=davor)
            return
        self.merken("geloescht", zeile, listen=listen)
        vars(zeile).update({"_history_user": self.konto, "_change_reason": GRUND})
        zeile.delete()

    # --- The two entries themselves -------------------------------------------------------------------

    def eintraege(self, bleibt: Any, geht: Any, nehmen: Collection[str]) -> None:
        """Take over the chosen values, let the one go and its address lead to the other."""
        davor, davor_geht = self.davor(bleibt), self.davor(geht)
        self._werte(bleibt, geht, nehmen)
        for feld in self._eigene_verweise:
            if getattr(bleibt, feld.attname) == geht.pk:
                wert = getattr(geht, feld.attname)
                setattr(bleibt, feld.attname, None if wert == bleibt.pk else wert)
        self._gehen(bleibt, geht, davor_geht)
        self.gruende += _meldungen(bleibt.full_clean)
        if not self.gruende:
            self.sichern(bleibt)
            self.merken("stand", bleibt, davor=davor)
        for zeile in [*self._kanten, bleibt] if not self.gruende else []:
            zeile.refresh_from_db()
            self.gruende += [f"„{zeile}“: {grund}" for grund in _meldungen(zeile.clean)]

    @staticmethod
    def _werte(bleibt: Any, geht: Any, nehmen: Collection[str]) -> None:
        for feld in type(bleibt)._meta.concrete_fields:
            if feld.name in nehmen and not feld.primary_key:
                setattr(bleibt, feld.attname, getattr(geht, feld.attname))
                genauigkeit = f"{feld.name}_genauigkeit"
                if hasattr(bleibt, genauigkeit):
                    setattr(bleibt, genauigkeit, getattr(geht, genauigkeit))
                if feld.unique and feld.null:
                    setattr(geht, feld.attname, None)

    def _gehen(self, bleibt: Any, geht: Any, davor: int | None) -> None:
        self._adressen(bleibt, geht)
        if hasattr(geht, "geloescht_am"):
            geht.geloescht_am = jetzt()
            if hasattr(geht, "ersetzt_durch_id"):
                geht.ersetzt_durch = bleibt
            self.sichern(geht)
            self.merken("stand", geht, davor=davor)
        else:
            self._weglegen(geht)

    def _adressen(self, bleibt: Any, geht: Any) -> None:
        feld = adressfeld(type(geht))
        if feld is None:
            return
        typ = ContentType.objects.get_for_model(geht)
        for alte in FruehereAdresse.objects.filter(inhaltstyp=typ, objekt_id=geht.pk):
            alte.objekt_id = bleibt.pk
            alte.save()
            self.merken("adresse", geht, wert=alte.wert)
        if not isinstance(geht, Inhalt) or geht.war_je_lesbar():
            wert = getattr(geht, feld.attname)
            adresse_merken(geht, wert, ziel=bleibt.pk)
            self.merken("adresse", geht, wert=wert, neu=True)


def _ist_zeile(zeile: Any) -> bool:
    """Say whether a row may be kept once: it belongs to entries, is no account, and has a history."""
    return hasattr(type(zeile), "history") and getattr(zeile, "zeigt_auf", None) is not None


def _meldungen(pruefen: Any) -> list[str]:
    """Return what a check says against a row."""
    try:
        pruefen()
    except ValidationError as fehler:
        return list(fehler.messages)
    return []


def verletzt(zeile: Any) -> list[str]:
    """Return which rules of the database a row would break."""
    return _meldungen(zeile.validate_unique) + _meldungen(zeile.validate_constraints)


def _steht_im_weg(andere: Any, zeile: Any) -> bool:
    """Say whether a rule of the database forbids a row because of another one like it."""
    regeln = [regel for regel in zeile._meta.constraints if isinstance(regel, models.UniqueConstraint)]
    return any(
        regel.fields and all(getattr(andere, name) == getattr(zeile, name) for name in regel.fields)
        for regel in regeln
    )


def _hindernisse(bleibt: Any, geht: Any) -> list[str]:
    """Return what stands against a merger before anything is moved."""
    typ = ContentType.objects.get_for_model(geht)
    if not Arbeitsfassung.objects.filter(inhaltstyp=typ, objekt_id=geht.pk).exists():
        return []
    return [f"Zu „{geht}“ warten Änderungen. Bitte geben Sie sie erst frei oder verwerfen Sie sie."]


def zusammenfuehren(
    modell: type[models.Model],
    bleibt_id: int,
    geht_id: int,
    *,
    nehmen: Collection[str] = (),
    acting_user: Any,
    probe: bool = False,
) -> tuple[Ablauf, Zusammenfuehrung | None]:
    """Merge one entry into another; ``nehmen`` names the fields whose value comes from the one that goes.

    ``probe`` does it and takes it back at once, so a preview cannot say anything else than what happens.
    Raises Unvereinbar, with all reasons, and leaves everything as it was.
    """
    lauf, vorgang = Lauf(acting_user), None
    with suppress(_Probe), gesperrt(modell, bleibt_id, geht_id) as zeilen:
        if bleibt_id == geht_id or len(zeilen) != 2:  # noqa: PLR2004
            raise Unvereinbar(["Einen der beiden Einträge gibt es nicht mehr."])
        bleibt, geht = zeilen[bleibt_id], zeilen[geht_id]
        if any(getattr(zeile, "geloescht_am", None) for zeile in zeilen.values()):
            raise Unvereinbar(["Einer der beiden Einträge liegt schon im Papierkorb."])
        lauf.gruende += _hindernisse(bleibt, geht)
        lauf.umhaengen(bleibt, geht)
        lauf.eintraege(bleibt, geht, nehmen)
        if lauf.gruende:
            raise Unvereinbar(list(dict.fromkeys(lauf.gruende)))
        if probe:
            raise _Probe
        vorgang = Zusammenfuehrung.objects.create(
            inhaltstyp=ContentType.objects.get_for_model(modell),
            bleibt_id=bleibt_id,
            geht_id=geht_id,
            schritte=lauf.schritte,
            staende=lauf.staende(),
            konto=acting_user,
        )
    return lauf.ablauf, vorgang


def verschieden_merken(modell: type[models.Model], eins: int, zwei: int) -> None:
    """Remember that two entries are not the same."""
    typ = ContentType.objects.get_for_model(modell)
    Verschieden.objects.get_or_create(inhaltstyp=typ, eins_id=min(eins, zwei), zwei_id=max(eins, zwei))


def verschieden_vergessen(modell: type[models.Model], eins: int, zwei: int) -> None:
    """Let two entries be proposed again."""
    typ = ContentType.objects.get_for_model(modell)
    Verschieden.objects.filter(inhaltstyp=typ, eins_id=min(eins, zwei), zwei_id=max(eins, zwei)).delete()

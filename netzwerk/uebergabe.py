"""What an account is responsible for, and handing it to another: each floor registers its part.

    uebergabe.anmelden(Zustaendigkeit("Anvertraute Gremien", Betreuung, einmalig=("gremium",)))

Handing over writes the other account into one field of the row, so nobody's edit is lost, neither there nor
on the way back. What the other has already (``einmalig``) stays where it is.
"""

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models


@dataclass(frozen=True)
class Zustaendigkeit:
    """Rows that name an account in a field. ``nur``: which of them are still of interest."""

    titel: str
    modell: type[models.Model]
    feld: str = "konto"
    einmalig: tuple[str, ...] = ()
    nur: models.Q = field(default_factory=models.Q)
    verbunden: tuple[str, ...] = ()

    def zeilen(self, konto: Any) -> Any:
        """Return the rows of an account."""
        zeilen = self.modell._default_manager.filter(self.nur, **{self.feld: konto})
        return zeilen.select_related(*self.verbunden) if self.verbunden else zeilen

    def uebergebbar(self, von: Any, an: Any) -> list[Any]:
        """Return the rows that the other account does not have already."""
        vorhanden = {self._marke(zeile) for zeile in self.zeilen(an)} if self.einmalig else set()
        return [
            zeile for zeile in self.zeilen(von) if not self.einmalig or self._marke(zeile) not in vorhanden
        ]

    def _marke(self, zeile: Any) -> tuple[Any, ...]:
        return tuple(getattr(zeile, zeile._meta.get_field(name).attname) for name in self.einmalig)


ZUSTAENDIGKEITEN: list[Zustaendigkeit] = []


def anmelden(*zustaendigkeiten: Zustaendigkeit) -> None:
    """Make known what an account can be responsible for."""
    ZUSTAENDIGKEITEN.extend(neu for neu in zustaendigkeiten if neu not in ZUSTAENDIGKEITEN)


def verantwortung(konto: Any) -> list[tuple[str, list[Any]]]:
    """Return title and rows of everything the account is responsible for (one query a kind)."""
    paare = [(eintrag.titel, list(eintrag.zeilen(konto))) for eintrag in ZUSTAENDIGKEITEN]
    return [(titel, zeilen) for titel, zeilen in paare if zeilen]


def uebergeben(von: Any, an: Any, *, acting_user: Any) -> list[dict[str, Any]]:
    """Hand everything to another account; return which rows, as ``zurueckgeben`` takes them."""
    uebergeben: list[dict[str, Any]] = []
    for zustaendigkeit in ZUSTAENDIGKEITEN:
        for zeile in zustaendigkeit.uebergebbar(von, an):
            _setzen(zeile, zustaendigkeit.feld, an, acting_user)
            uebergeben.append(
                {"modell": zeile._meta.label_lower, "id": zeile.pk, "feld": zustaendigkeit.feld}
            )
    return uebergeben


def zurueckgeben(
    zeilen: list[dict[str, Any]], *, von: Any, an: Any, acting_user: Any
) -> tuple[int, list[str]]:
    """Give rows back that still are with whom they were handed to; return how many, and names of the rest."""
    zurueck, anderswo = 0, []
    for kennzeichen in zeilen:
        modell = apps.get_model(kennzeichen["modell"])
        zeile = modell._default_manager.filter(pk=kennzeichen["id"]).first()
        if zeile is None or von is None:
            anderswo.append(str(zeile or modell._meta.verbose_name))
            continue
        jetzt_bei = getattr(zeile, zeile._meta.get_field(kennzeichen["feld"]).attname)
        if jetzt_bei != von.pk:
            anderswo.append(str(zeile))
            continue
        _setzen(zeile, kennzeichen["feld"], an, acting_user)
        zurueck += 1
    return zurueck, anderswo


def _setzen(zeile: Any, feld: str, konto: Any, acting_user: Any) -> None:
    vars(zeile)["_history_user"] = acting_user
    setattr(zeile, feld, konto)
    zeile.save()

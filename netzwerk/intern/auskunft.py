"""Who may what, in words, asked of the very predicates and querysets that decide (``rules``, ``rechte``).

A role is tried by an account that has it and nothing else; how far it reaches is read from the query that
the noun's ``lesbar_fuer`` and ``bearbeitbar_fuer`` give for it. No table of rights is written down here.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections

from netzwerk import rules
from netzwerk.enums import Rolle
from netzwerk.intern import rechte, werkzeuge
from netzwerk.intern.bereich import Bereich, alle
from netzwerk.lib.text import aufgezaehlt
from netzwerk.models import Konto

# No row has this number: a role is tried without anything of its own.
NIEMAND = -1
ALLES, EIGENES, NICHTS = "alle", "eigene", "keine"
# What "own" means, by the role that makes it so.
EIGEN = {
    Rolle.MITGLIED: "Eigene sind die Gremien, in denen die Person des Kontos Mitglied ist.",
    Rolle.BERICHTERSTATTUNG: "Eigene sind die Berichte der Organisation, für die das Konto berichtet.",
    Rolle.GREMIENBETREUUNG: "Eigene sind die anvertrauten Gremien und alle darunter.",
}


@dataclass(frozen=True)
class Satz:
    """One kind of doing and how far it reaches, in words."""

    tun: str
    worte: str


def probe(rolle: str, konto: Konto | None = None) -> Konto:
    """Return an account with one role, and with what another one stands for and is entrusted with."""
    versuch = Konto(
        pk=konto.pk if konto else NIEMAND,
        person_id=konto.person_id if konto else NIEMAND,
        organisation_id=konto.organisation_id if konto else NIEMAND,
        is_active=True,
        is_staff=konto.is_staff if konto else rolle == Rolle.ADMIN,
    )
    vars(versuch)["_rollen"] = frozenset({rolle})
    return versuch


def umfang(zeilen: Any, grundmenge: Any) -> str:
    """Return whether a query gives all rows, some, or can give none; asks nothing of the database."""
    if zeilen.query.where == grundmenge.query.where:
        return ALLES
    try:
        zeilen.query.get_compiler(connection=connections[zeilen.db]).as_sql()
    except EmptyResultSet:
        return NICHTS
    return EIGENES


def _grundmenge(bereich: Bereich) -> Any:
    zeilen = bereich.modell._default_manager.all()
    return zeilen.vorhanden() if hasattr(zeilen, "vorhanden") else zeilen


def liest(bereich: Bereich, konto: Any) -> str:
    """Return how much of a noun the account reads in the staff area."""
    return umfang(rechte.lesbar(bereich.modell, konto), _grundmenge(bereich))


def schreibt(bereich: Bereich, konto: Any) -> str:
    """Return how much of a noun the account writes."""
    return umfang(rechte.bearbeitbar(bereich.modell, konto), _grundmenge(bereich))


def gibt_frei(bereich: Bereich, konto: Any) -> str:
    """Return how much of a noun the account releases; nouns without a state need none."""
    if not any(feld.name == "veroeffentlichung" for feld in bereich.modell._meta.fields):
        return NICHTS
    if rechte.darf_freigeben(konto, bereich.modell()):
        return ALLES
    zeilen = _grundmenge(bereich)
    return umfang(zeilen.freigebbar_fuer(konto), zeilen) if hasattr(zeilen, "freigebbar_fuer") else NICHTS


def legt_an(bereich: Bereich, konto: Any) -> str:
    """Return whether the account makes entries of a noun."""
    return ALLES if rechte.darf_anlegen(bereich, konto) else NICHTS


TUN = (
    ("Liest im Arbeitsbereich", liest),
    ("Schreibt", schreibt),
    ("Legt neu an", legt_an),
    ("Gibt frei", gibt_frei),
)


def _worte(befund: dict[str, list[str]], frage: Any) -> str:
    """Return how far something reaches over all nouns."""
    ganz, teils, nicht = befund[ALLES], befund[EIGENES], befund[NICHTS]
    if frage is gibt_frei:
        # What has no state is neither here nor there.
        nicht = []
    if not ganz and not teils:
        return "nichts"
    if not teils and not nicht:
        return "alles"
    teile = [f"alle {aufgezaehlt(ganz)}"] if ganz and frage is not legt_an else []
    teile += [aufgezaehlt(ganz)] if ganz and frage is legt_an else []
    teile += [f"nur die eigenen: {aufgezaehlt(teils)}"] if teils else []
    return "; ".join(teile)


def saetze(konto: Any) -> list[Satz]:
    """Return what an account with one role may do, each kind of doing a sentence."""
    ergebnis = []
    for tun, frage in TUN:
        befund: dict[str, list[str]] = {ALLES: [], EIGENES: [], NICHTS: []}
        for bereich in alle():
            befund[frage(bereich, konto)].append(bereich.mehrzahl)
        ergebnis.append(Satz(tun, _worte(befund, frage)))
    mehr = [werkzeug.tun for werkzeug in werkzeuge.fuer(konto)]
    if mehr:
        ergebnis.append(Satz("Außerdem", "; ".join(mehr)))
    if konto.is_staff and rules.ist_admin(konto):
        ergebnis.append(Satz("Verwaltung", "darf alles, auch Wertelisten, Einstellungen und Löschen"))
    return ergebnis


def eigene(konto: Any) -> list[tuple[Bereich, Any]]:
    """Return the nouns of which the account reads only its own, each with those rows."""
    return [
        (bereich, bereich.mit_namen(rechte.lesbar(bereich.modell, konto)))
        for bereich in alle()
        if liest(bereich, konto) == EIGENES
    ]

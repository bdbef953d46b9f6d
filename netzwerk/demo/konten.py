"""The six demo accounts; one password for all, from the environment or made up."""

import os
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import Group

from netzwerk.actions.konten import EINLADUNG_TAGE
from netzwerk.demo.lader import FEHLT, GRUND, Demolader
from netzwerk.enums import Rolle
from netzwerk.lib.dates import jetzt
from netzwerk.lib.geheimlink import fingerabdruck, neue_marke
from netzwerk.models import Einladung, Konto, Schliessung
from netzwerk.protokoll import still

# Part before the @, shown name, role, what one may do with it.
KONTEN = (
    ("admin", "Demo: Admin", Rolle.ADMIN, "darf alles, auch in der Verwaltung"),
    ("freigabe", "Demo: Freigabe", Rolle.FREIGABE, "bearbeitet und gibt frei"),
    ("redaktion", "Demo: Redaktion", Rolle.REDAKTION, "bearbeitet alle Einträge"),
    (
        "gremium",
        "Demo: Gremienbetreuung",
        Rolle.GREMIENBETREUUNG,
        "betreut den Jugendhilfeausschuss in Marburg",
    ),
    (
        "bericht",
        "Demo: Berichterstattung",
        Rolle.BERICHTERSTATTUNG,
        "schreibt die Berichte des Kreises Offenbach",
    ),
    ("mitglied", "Demo: Mitglied", Rolle.MITGLIED, "liest die eigenen Gremien von innen"),
)
VERBUNDEN = {
    "bericht": {"organisation": "organisation/kreis-offenbach"},
    "mitglied": {"person": "person/jale-sommerfeld"},
}


def adresse(konto: str) -> str:
    """Return the login of a demo account."""
    return f"{konto}@example.org"


@dataclass
class Zugaenge:
    """What became of the accounts: whose password is the one named."""

    passwort: str = ""
    neu: list[str] = field(default_factory=list)
    geaendert: list[str] = field(default_factory=list)


@still()
def laden(lader: Demolader) -> Zugaenge:
    """Make the accounts that are missing; give the old ones DEMO_PASSWORT if it is set and differs."""
    vorgabe = os.environ.get("DEMO_PASSWORT", "")
    zugaenge = Zugaenge(passwort=vorgabe)
    vergeben = set(Konto.objects.values_list("email", flat=True))
    verschluesselt = ""
    for konto, name, rolle, _ in KONTEN:
        schluessel = f"konto/{konto}"
        if schluessel in lader:
            continue
        if adresse(konto) in vergeben:
            lader.merken(schluessel, FEHLT)
            continue
        if not verschluesselt:
            zugaenge.passwort = vorgabe or secrets.token_urlsafe(12)
            verschluesselt = make_password(zugaenge.passwort)
        lader.anlegen(
            schluessel,
            Konto,
            email=adresse(konto),
            name=name,
            password=verschluesselt,
            is_staff=rolle == Rolle.ADMIN,
            groups=[Group.objects.get_or_create(name=rolle)[0]],
            **{feld: lader[ziel] for feld, ziel in VERBUNDEN.get(konto, {}).items() if ist_da(lader, ziel)},
        )
        zugaenge.neu.append(adresse(konto))
    _weitere_zustaende(lader)
    if vorgabe:
        zugaenge.geaendert = _passwort_setzen(lader, vorgabe, ausser=zugaenge.neu)
    return zugaenge


def _weitere_zustaende(lader: Demolader) -> None:
    """Make accounts that nobody logs in with: one invited, one closed, so that the list shows them."""
    for konto, name in (("eingeladen", "Demo: Eingeladen"), ("ausgeschieden", "Demo: Ausgeschieden")):
        schluessel = f"konto/{konto}"
        if schluessel in lader or Konto.objects.filter(email=adresse(konto)).exists():
            continue
        neues = lader.anlegen(
            schluessel,
            Konto,
            email=adresse(konto),
            name=name,
            password=make_password(None),
            is_active=False,
            groups=[Group.objects.get_or_create(name=Rolle.REDAKTION)[0]],
        )
        if konto == "eingeladen":
            # Nobody knows this link: a new one is sent by a button, and then stands in the outbox.
            kennung, bis = fingerabdruck(neue_marke()), jetzt() + timedelta(days=EINLADUNG_TAGE)
            Einladung.objects.create(konto=neues, kennung=kennung, gueltig_bis=bis)
        else:
            Schliessung.objects.create(konto=neues)


def ist_da(lader: Demolader, schluessel: str) -> bool:
    """Say whether the row of a key exists; an account is made without it, too."""
    return schluessel in lader and lader[schluessel] is not FEHLT


def _passwort_setzen(lader: Demolader, passwort: str, ausser: list[str]) -> list[str]:
    """Give the password to the accounts that have another one; return their addresses."""
    konten: list[Any] = [lader[f"konto/{konto}"] for konto, *_ in KONTEN]
    alte = [konto for konto in konten if konto is not FEHLT and konto.email not in ausser]
    # Most share one stored value; each costs half a second to compare.
    passt = {wert: check_password(passwort, wert) for wert in {konto.password for konto in alte}}
    andere = [konto for konto in alte if not passt[konto.password]]
    verschluesselt = make_password(passwort) if andere else ""
    for konto in andere:
        konto.password = verschluesselt
        konto._change_reason = GRUND  # noqa: SLF001 - documented by simple_history
        konto.save(update_fields=["password"])
    return [konto.email for konto in andere]

"""The members of a body on a day as lists for the office: a mailing list, and a sheet to sign."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from gremien.enums import Mitgliedsrolle
from gremien.mandate.besetzung import Besetzung, Gruppe, Mandat

# Mail programs and browsers cut longer addresses.
MAILTO_ZEICHEN = 1_800
OHNE_SITZ = "0"


@dataclass(frozen=True, slots=True)
class Eintrag:
    """Somebody on a list: who, for whom, as what, and the official address ("" if none is known)."""

    name: str
    fuer: str
    rolle: str
    email: str


@dataclass(slots=True)
class Liste:
    """The people of one category of seats."""

    schluessel: str
    titel: str
    gewaehlt: bool
    eintraege: list[Eintrag] = field(default_factory=list)


def listen(stand: Besetzung, *, nur: Collection[str] = (), mit_vertretung: bool = False) -> list[Liste]:
    """Return who is in a body, by category of seats; ``nur`` names the chosen ones (none: all)."""
    ergebnis = []
    for gruppe in stand.gruppen:
        schluessel = str(gruppe.kategorie.pk) if gruppe.kategorie else OHNE_SITZ
        titel = gruppe.kategorie.bezeichnung if gruppe.kategorie else "Ohne festen Sitz"
        liste = Liste(schluessel, titel, gewaehlt=not nur or schluessel in nur)
        liste.eintraege = _eintraege(gruppe, mit_vertretung=mit_vertretung)
        if liste.eintraege:
            ergebnis.append(liste)
    return ergebnis


def _eintraege(gruppe: Gruppe, *, mit_vertretung: bool) -> list[Eintrag]:
    eintraege = []
    for platz in gruppe.plaetze:
        for mandat in platz.inhaber:
            eintraege.append(_mitglied(mandat))
            if mit_vertretung:
                eintraege += [
                    _vertretung(zeile, f"Vertretung von {mandat.name}") for zeile in mandat.stellvertretungen
                ]
    if mit_vertretung:
        eintraege += [_vertretung(zeile, "Vertretung (Pool)") for zeile in gruppe.pool]
    return eintraege


def _mitglied(mandat: Mandat) -> Eintrag:
    mitgliedschaft = mandat.mitgliedschaft
    fuer = mitgliedschaft.im_auftrag_von or mandat.einrichtung
    if fuer is None and mitgliedschaft.stelle is not None:
        fuer = mitgliedschaft.stelle.organisation
    rolle = mitgliedschaft.get_rolle_display()
    adresse: str = (
        getattr(mitgliedschaft.person, "email", "")
        or getattr(mitgliedschaft.organisation, "kontakt_email", "")
        or getattr(mitgliedschaft.mitglied_gremium, "kontakt_email", "")
    )
    schlicht = mitgliedschaft.rolle == Mitgliedsrolle.MITGLIED
    return Eintrag(mandat.name, str(fuer or ""), "" if schlicht else rolle, adresse)


def _vertretung(zeile: Any, rolle: str) -> Eintrag:
    wer = zeile.person or zeile.stelle
    return Eintrag(str(wer), str(zeile.fuer_organisation or ""), rolle, getattr(zeile.person, "email", ""))


def adressen(listen_: list[Liste]) -> list[str]:
    """Return the official addresses of the chosen lists, each once, in their order."""
    gefunden = [e.email for liste in listen_ if liste.gewaehlt for e in liste.eintraege if e.email]
    return list({adresse.casefold(): adresse for adresse in gefunden}.values())


def ohne_adresse(listen_: list[Liste]) -> list[str]:
    """Return whom the mailing list does not reach."""
    return [e.name for liste in listen_ if liste.gewaehlt for e in liste.eintraege if not e.email]


def mailto(adressen_: list[str], betreff: str) -> list[str]:
    """Return links that open a message with the addresses as blind copies; several if they are many."""
    kopf = f"mailto:?subject={quote(betreff)}&bcc="
    links, gruppe = [], ""
    for adresse in (quote(adresse, safe="@") for adresse in adressen_):
        if gruppe and len(kopf) + len(gruppe) + len(adresse) >= MAILTO_ZEICHEN:
            links.append(kopf + gruppe)
            gruppe = ""
        gruppe += f",{adresse}" if gruppe else adresse
    return [*links, kopf + gruppe] if gruppe else links

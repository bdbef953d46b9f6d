"""What the pages for merging duplicates show: proposals, both entries side by side, what was done."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist

from gremien import nomen as gremien_nomen
from gremien.abgleich import Paar, doppelte
from netzwerk.intern import nomen, rechte
from netzwerk.intern.bereich import Bereich
from netzwerk.intern.felder import Verweis
from netzwerk.intern.freigabe import ist_oeffentlich
from netzwerk.intern.lesesicht import feld_text
from netzwerk.models import Verschieden

BEREICHE = {
    bereich.name: bereich
    for bereich in (
        nomen.ORGANISATION,
        nomen.PERSON,
        gremien_nomen.GREMIUM,
        nomen.STELLE,
        nomen.GEBIET,
        nomen.THEMA,
    )
}
# Of an entry itself: its address stays, its state is not chosen here.
OHNE_WAHL = {"slug", "ersetzt_durch", "position"}
BLEIBT, GEHT = "bleibt", "geht"


@dataclass(frozen=True)
class Vorschlag:
    """A pair that may be one entry, as a list shows it; the first is the one that would stay."""

    paar: Paar
    eintraege: tuple[dict[str, Any], dict[str, Any]]

    @property
    def bleibt(self) -> int:
        """Return the number of the entry that would stay."""
        return self.eintraege[0]["pk"]

    @property
    def geht(self) -> int:
        """Return the number of the entry that would go."""
        return self.eintraege[1]["pk"]


def gemerkte(bereich: Bereich) -> list[tuple[int, int]]:
    """Return the pairs that are known to be different."""
    typ = ContentType.objects.get_for_model(bereich.modell)
    return list(Verschieden.objects.filter(inhaltstyp=typ).values_list("eins_id", "zwei_id"))


def vorschlaege(bereich: Bereich, hoechstens: int) -> tuple[list[Vorschlag], int]:
    """Return the first proposals and how many there are (the same queries for any number)."""
    paare = doppelte(bereich.modell, ausser=gemerkte(bereich))
    gezeigt = paare[:hoechstens]
    eintraege = _eintraege(bereich, {pk for paar in gezeigt for pk in (paar.eins, paar.zwei)})
    ergebnis = []
    for paar in gezeigt:
        eins, zwei = sorted(
            (eintraege[paar.eins], eintraege[paar.zwei]),
            key=lambda eintrag: (not eintrag["sichtbar"], eintrag["pk"]),
        )
        ergebnis.append(Vorschlag(paar, (eins, zwei)))
    return ergebnis, len(paare)


def verschiedene(bereich: Bereich, hoechstens: int) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return the latest pairs that are known to be different and are still there."""
    paare = gemerkte(bereich)[:hoechstens]
    eintraege = _eintraege(bereich, {pk for paar in paare for pk in paar})
    return [(eintraege[a], eintraege[b]) for a, b in paare if a in eintraege and b in eintraege]


def _eintraege(bereich: Bereich, nummern: set[int]) -> dict[int, dict[str, Any]]:
    """Return number → name, address and what a list says beside it."""
    zeilen = bereich.mit_namen(bereich.modell._default_manager.filter(pk__in=nummern))
    return {
        zeile.pk: {
            "pk": zeile.pk,
            "name": str(zeile),
            "url": bereich.url(pk=zeile.pk),
            "sichtbar": getattr(zeile, "veroeffentlichung", "") == "veroeffentlicht",
            "werte": [text for spalte in bereich.spalten if (text := str(spalte.wert(zeile) or ""))]
            + ([zeile.get_veroeffentlichung_display()] if hasattr(zeile, "veroeffentlichung") else []),
        }
        for zeile in zeilen
    }


class Paarwahl(forms.Form):
    """Two entries of a kind, found by typing."""

    def __init__(self, bereich: Bereich, konto: Any, *args: Any, **kwargs: Any) -> None:
        """Take the kind and who chooses."""
        super().__init__(*args, **kwargs)
        for name, titel in ((BLEIBT, "Bleibt"), (GEHT, "Geht darin auf")):
            feld = Verweis(modell=bereich.modell, anlegbar=False, label=titel)
            feld.auswahl = rechte.waehlbar(bereich.modell, konto)
            self.fields[name] = feld

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError for the same entry twice."""
        daten: dict[str, Any] = super().clean() or {}
        if daten.get(BLEIBT) and daten.get(BLEIBT) == daten.get(GEHT):
            self.add_error(GEHT, "Bitte zwei verschiedene Einträge wählen.")
        return daten


def gegenueber(bereich: Bereich, konto: Any, bleibt: Any, geht: Any, daten: Any) -> list[dict[str, Any]]:
    """Return the fields in which both differ: name, label, both values in words, and which is chosen.

    What only one of them says is chosen beforehand; otherwise the entry that stays says it.
    """
    rechts = bereich.formular(instance=geht, konto=konto)
    ergebnis = []
    for feld in bereich.formular(instance=bleibt, konto=konto):
        if feld.name in OHNE_WAHL or not _waehlbar(bereich, feld.name):
            continue
        texte = feld_text(feld), feld_text(rechts[feld.name])
        if texte[0] != texte[1]:
            vorwahl = GEHT if texte[0] == "–" else BLEIBT
            gewaehlt = daten.get(f"feld-{feld.name}", vorwahl) if daten else vorwahl
            ergebnis.append(
                {
                    "name": feld.name,
                    "label": feld.label,
                    "bleibt": texte[0],
                    "geht": texte[1],
                    "wahl": gewaehlt if gewaehlt in {BLEIBT, GEHT} else vorwahl,
                }
            )
    return ergebnis


def _waehlbar(bereich: Bereich, name: str) -> bool:
    """Say whether one of two values has to be chosen: lists are joined instead."""
    try:
        return not bereich.modell._meta.get_field(name).many_to_many
    except FieldDoesNotExist:
        return False


def adresshinweis(bleibt: Any, geht: Any) -> tuple[str, str]:
    """Return kind and text of the note on the address of the entry that goes."""
    if not hasattr(geht, "get_absolute_url") or not (
        ist_oeffentlich(geht) or not hasattr(geht, "veroeffentlichung")
    ):
        return "", ""
    if hasattr(bleibt, "veroeffentlichung") and not ist_oeffentlich(bleibt):
        text = f"„{geht}“ ist öffentlich, „{bleibt}“ nicht: Danach ist keiner von beiden öffentlich zu sehen."
        return "warnung", f"{text} Tauschen Sie, oder veröffentlichen Sie erst den Eintrag, der bleibt."
    alt, neu = geht.get_absolute_url(), bleibt.get_absolute_url()
    return "info", f"Die Adresse {alt} führt danach auf Dauer zu {neu}."

"""What staff should look at on a project: downloads without a file, old ones, links that lead nowhere."""

import re
from collections.abc import Iterable
from typing import Any

from gremien.models import Projekt
from netzwerk.linkquellen import QUELLEN, adressen_in
from netzwerk.models import Dokument, Linkbefund, Programm

JAHR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


def letztes_jahr(text: str) -> int | None:
    """Return the last year that a text names ("2011–2014"), None without one."""
    jahre = [int(treffer) for treffer in JAHR.findall(text)]
    return max(jahre, default=None)


def zum_dokument(dokument: Dokument, plaene: Iterable[Any]) -> str:
    """Return what is wrong with a download, in one sentence; "" if nothing is.

    It says its own state in its version or title; a plan that begins later is newer (S2-6).
    """
    fehlt = "weder Datei noch Webadresse ist hinterlegt" if dokument.ist_fehlend else ""
    stand = letztes_jahr(f"{dokument.fassung} {dokument.titel}")
    neuester = max(plaene, key=lambda plan: plan.von_jahr, default=None)
    alt = ""
    if stand and neuester is not None and stand < neuester.von_jahr:
        alt = f"Stand {dokument.fassung or stand}, der neueste Plan gilt {neuester.zeitraum_text}"
    gruende = "; ".join(grund for grund in (fehlt, alt) if grund)
    return f"Download „{dokument.titel}“: {gruende}." if gruende else ""


def adressen(projekt: Projekt, dokumente: Iterable[Dokument]) -> set[str]:
    """Return the web addresses that the project's page shows."""
    zeilen: list[Any] = [
        projekt,
        *dokumente,
        *Programm.objects.filter(projektbezuege__projekt=projekt),
    ]
    return {
        adresse
        for zeile in zeilen
        for quelle in QUELLEN
        if quelle.modell is type(zeile)
        for adresse in adressen_in(zeile, quelle)
    }


def hinweise(projekt: Projekt) -> list[str]:
    """Return what staff should look at, in sentences."""
    dokumente = list(Dokument.objects.vorhanden().filter(projekte=projekt))
    plaene = list(projekt.planfassungen.all())
    saetze = [satz for dokument in dokumente if (satz := zum_dokument(dokument, plaene))]
    befunde = Linkbefund.objects.auffaellig().filter(adresse__in=adressen(projekt, dokumente))
    return saetze + [f"Link {befund.adresse}: {befund.worte}." for befund in befunde]

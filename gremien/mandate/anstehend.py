"""What asks for attention in bodies: mandates that end, vacant seats, mandates to look at, proposals."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from gremien.mandate.besetzung import Mandat, besetzungen
from gremien.mandate.fristen import Frist, fristen, vorschlagsfrist_laeuft
from gremien.mandate.pruefung import besetzt_satz
from gremien.models import Gremium, Mitgliedschaft, Sitz
from gremien.models.mitgliedschaft import besetzt_am
from gremien.validators import MONATE_HOECHSTENS
from netzwerk.lib.dates import in_monaten
from netzwerk.models import Zugehoerigkeit


@dataclass
class Anstehendes:
    """What was found, soonest first."""

    enden: list[Frist] = field(default_factory=list)
    # Body, and in a sentence how many of its seats are filled.
    unbesetzt: list[tuple[Gremium, str]] = field(default_factory=list)
    pruefen: list[tuple[Gremium, Mandat]] = field(default_factory=list)
    vorschlaege: list[Gremium] = field(default_factory=list)


def mit_endenden(gremien: Any, stichtag: date) -> Any:
    """Return the bodies in which a mandate may have to be warned of."""
    spaetestens = in_monaten(stichtag, MONATE_HOECHSTENS)
    endet = Mitgliedschaft.objects.vorhanden().filter(
        Q(bis__range=(stichtag, spaetestens))
        | Q(bis__isnull=True, wahlperiode__bis__range=(stichtag, spaetestens))
    )
    return gremien.taetig().filter(pk__in=endet.values("gremium"))


def endende(gremien: Any, stichtag: date) -> list[Frist]:
    """Return of which mandates of the bodies a warning is due, soonest first."""
    staende = besetzungen(mit_endenden(gremien, stichtag), stichtag).values()
    alle = [frist for stand in staende for frist in fristen(stand)]
    return sorted(alle, key=lambda frist: (frist.ende, frist.mandat.pk))


def anstehendes(gremien: Any, stichtag: date, hoechstens: int) -> Anstehendes:
    """Return what asks for attention, at most so many bodies of each kind (constant queries)."""
    taetige = gremien.taetig()
    wege = (
        mit_endenden(gremien, stichtag),
        taetige.filter(pk__in=_mit_freiem_sitz(stichtag)),
        taetige.filter(pk__in=_mit_abgang(stichtag)),
        taetige.filter(vorschlagsfrist__gte=stichtag),
    )
    gefunden = {gremium.pk: gremium for menge in wege for gremium in menge[:hoechstens]}
    ergebnis = Anstehendes()
    for stand in besetzungen(gefunden.values(), stichtag).values():
        ergebnis.enden += fristen(stand)
        if any(not platz.inhaber for platz in stand.sitze):
            ergebnis.unbesetzt.append((stand.gremium, besetzt_satz(stand)))
        ergebnis.pruefen += [(stand.gremium, mandat) for mandat in stand.mandate if mandat.pruefen]
        if vorschlagsfrist_laeuft(stand.gremium, stichtag):
            ergebnis.vorschlaege.append(stand.gremium)
    ergebnis.enden.sort(key=lambda frist: (frist.ende, frist.mandat.pk))
    return ergebnis


def _mit_freiem_sitz(stichtag: date) -> Any:
    return Sitz.objects.filter(~besetzt_am(stichtag)).values("kategorie__gremium")


def _mit_abgang(stichtag: date) -> Any:
    """Return the bodies of mandates whose holder worked for whoever sent her, and does no more."""
    dort = Zugehoerigkeit.objects.filter(person=OuterRef("person"))
    dort = dort.filter(
        Q(organisation=OuterRef("im_auftrag_von"))
        | Q(organisation=OuterRef("sitz__entsendende_organisation"))
    )
    mandate = Mitgliedschaft.objects.aktiv_am(stichtag).filter(
        Exists(dort.filter(bis__lt=stichtag)), ~Exists(dort.aktiv_am(stichtag))
    )
    return mandate.values("gremium")

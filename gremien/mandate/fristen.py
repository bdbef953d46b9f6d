"""What ends, and when somebody is to be told: 6, 3 and 1 month ahead, or as the body says. Pure."""

from dataclasses import dataclass
from datetime import date

from gremien.mandate.besetzung import Besetzung, Mandat, Platz
from gremien.mandate.stand import letzter_tag
from gremien.models import Gremium
from gremien.validators import monate
from netzwerk.lib.dates import in_monaten


@dataclass(frozen=True, slots=True)
class Frist:
    """A mandate that ends soon: on which day, and which warning is due."""

    gremium: Gremium
    platz: Platz
    mandat: Mandat
    ende: date
    monate: int


def stufen(gremium: Gremium) -> list[int]:
    """Return the months ahead at which the body warns, longest first; none for a list nobody can read."""
    try:
        return monate(gremium.erinnerung_monate)
    except ValueError:
        return []


def faellige_stufe(gremium: Gremium, ende: date, stichtag: date) -> int | None:
    """Return which warning is due on the day: the latest whose time has come; None before and afterwards.

    A job that did not run for a week tells what is due now and nothing that is past.
    """
    if ende < stichtag:
        return None
    erreicht = [stufe for stufe in stufen(gremium) if in_monaten(ende, -stufe) <= stichtag]
    return min(erreicht, default=None)


def fristen(besetzung: Besetzung) -> list[Frist]:
    """Return the mandates of which a warning is due and no successor is appointed, soonest first."""
    gefunden = []
    for platz in besetzung.plaetze:
        for mandat in platz.inhaber:
            ende = letzter_tag(mandat.mitgliedschaft)
            if ende is None or platz.kommend:
                continue
            stufe = faellige_stufe(besetzung.gremium, ende, besetzung.stichtag)
            if stufe is not None:
                gefunden.append(Frist(besetzung.gremium, platz, mandat, ende, stufe))
    return sorted(gefunden, key=lambda frist: (frist.ende, frist.mandat.pk))


def vorschlagsfrist_laeuft(gremium: Gremium, stichtag: date) -> bool:
    """Say whether the deadline for proposals is near enough to tell: within the body's first warning."""
    frist = gremium.vorschlagsfrist
    if frist is None or frist < stichtag:
        return False
    return in_monaten(frist, -max(stufen(gremium), default=0)) <= stichtag

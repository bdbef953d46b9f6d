"""Whole weeks around the day of loading, and the marks of everything invented."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from gremien.enums import Sitzungsoeffentlichkeit
from netzwerk.enums import Veroeffentlichung
from netzwerk.lib.feiertage import Land, ist_werktag

ERFUNDEN = "Erfundenes Beispiel der Demodaten."
ZUSATZ = "(erfundenes Beispiel)"
SICHTBAR: dict[str, Any] = {"veroeffentlichung": Veroeffentlichung.VEROEFFENTLICHT}

MONTAG, DIENSTAG, MITTWOCH, DONNERSTAG, FREITAG = range(5)
NICHT_OEFFENTLICH = Sitzungsoeffentlichkeit.NICHT_OEFFENTLICH
GEMISCHT = Sitzungsoeffentlichkeit.GEMISCHT


@dataclass(frozen=True)
class Reihe:
    """The meetings of one body; ``wochen`` count from the week of loading, which has none."""

    name: str
    wochentag: int
    beginn: time
    ende: time
    ort: str
    raum: str
    oeffentlichkeit: Sitzungsoeffentlichkeit
    wochen: tuple[int, ...]


def _alle(abstand: int, erste: int) -> tuple[int, ...]:
    """Return every n-th week of the two years, never the present one."""
    return tuple(woche for woche in range(erste, 53, abstand) if woche)


REIHEN: dict[str, Reihe] = {
    "jha-marburg": Reihe(
        "Jugendhilfeausschuss",
        MITTWOCH,
        time(17),
        time(19, 30),
        "Rathaus (Beispielort)",
        "Sitzungssaal",
        GEMISCHT,
        _alle(12, -50),
    ),
    "fachausschuss-jugendfoerderung": Reihe(
        "Fachausschuss Jugendförderung",
        DIENSTAG,
        time(14),
        time(16),
        "Jugendhaus (Beispielort)",
        "Saal",
        NICHT_OEFFENTLICH,
        _alle(12, -47),
    ),
    "fachausschuss-kinderbetreuung": Reihe(
        "Fachausschuss Kinderbetreuung",
        DONNERSTAG,
        time(9, 30),
        time(11, 30),
        "Familienzentrum (Beispielort)",
        "Gruppenraum 1",
        NICHT_OEFFENTLICH,
        _alle(12, -46),
    ),
    "fachausschuss-erziehungs-und-eingliederungshilfe": Reihe(
        "Fachausschuss Erziehungs- und Eingliederungshilfe",
        MONTAG,
        time(14),
        time(16),
        "Beratungshaus (Beispielort)",
        "Besprechungsraum 2",
        NICHT_OEFFENTLICH,
        _alle(12, -45),
    ),
    "steuerungsgruppe-gwa": Reihe(
        "Steuerungsgruppe GWA",
        FREITAG,
        time(10),
        time(12),
        "Stadtteilzentrum (Beispielort)",
        "Mehrzweckraum",
        NICHT_OEFFENTLICH,
        _alle(8, -48),
    ),
    "ak-jim": Reihe(
        "AK JIM",
        DIENSTAG,
        time(10),
        time(12),
        "Jugendzentrum (Beispielort)",
        "Café",
        NICHT_OEFFENTLICH,
        _alle(6, -49),
    ),
    "forum-jugendhilfe-schule": Reihe(
        "Forum Jugendhilfe-Schule",
        MITTWOCH,
        time(14, 30),
        time(17),
        "Schule (Beispielort)",
        "Aula",
        NICHT_OEFFENTLICH,
        (-31, -5, 21, 47),
    ),
    "lenkungsgruppe-sozialer-zusammenhalt": Reihe(
        "Lenkungsgruppe Sozialer Zusammenhalt",
        MONTAG,
        time(15),
        time(17),
        "Rathaus (Beispielort)",
        "Raum 3",
        NICHT_OEFFENTLICH,
        (-40, -13, 12, 38),
    ),
}


def sitzungstag(gremium: str, woche: int, heute: date) -> date:
    """Return the day on which a body meets in a week: its own one, or a working day near it."""
    montag = heute - timedelta(days=heute.weekday())
    return arbeitstag(montag + timedelta(weeks=woche, days=REIHEN[gremium].wochentag))


def arbeitstag(tag: date) -> date:
    """Return the day or that of the same week nearest to it on which people in Hessen meet."""
    montag = tag - timedelta(days=tag.weekday())
    woche = [montag + timedelta(days=nummer) for nummer in range(5)]
    moegliche = [kandidat for kandidat in woche if _frei(kandidat)]
    return min(moegliche, key=lambda kandidat: abs(kandidat - tag))


def _frei(tag: date) -> bool:
    """Say whether people meet on a day; on two more days than the law names nobody does."""
    return ist_werktag(tag, Land.HE) and (tag.month, tag.day) not in {(12, 24), (12, 31)}

"""Whether a body is complete on a day, said in sentences. Pure: judges what ``besetzung`` loaded."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from gremien.enums import Anteil, Mandatsstand, Vertretungsart
from gremien.mandate.besetzung import Besetzung, Gruppe
from gremien.models import Sitzkategorie

DREI, ZWEI = 3, 2


class Regel(StrEnum):
    """Which rule a finding is about."""

    BESETZT = "besetzt"
    SOLL = "soll"
    JE_ART = "je_art"
    VERHAELTNIS = "verhaeltnis"
    EINRICHTUNG = "einrichtung"
    DOPPELT = "doppelt"
    VERTRETUNG = "vertretung"
    PRUEFEN = "pruefen"


@dataclass(frozen=True, slots=True)
class Befund:
    """What one rule says of a body on a day."""

    regel: Regel
    satz: str
    in_ordnung: bool
    kategorie: Sitzkategorie | None = None


def befunde(besetzung: Besetzung) -> list[Befund]:
    """Return what the rules say; rules that the body does not ask for say nothing."""
    ergebnis = list(_besetzt(besetzung))
    for gruppe in besetzung.gruppen:
        if gruppe.kategorie is not None:
            ergebnis += _soll(gruppe, gruppe.kategorie)
            ergebnis += _je_art(gruppe, gruppe.kategorie)
    ergebnis += _verhaeltnis(besetzung)
    ergebnis += _einrichtungen(besetzung)
    ergebnis += _doppelt(besetzung)
    ergebnis += _vertretung(besetzung)
    ergebnis += _pruefen(besetzung)
    return ergebnis


def maengel(besetzung: Besetzung) -> list[Befund]:
    """Return only what is not in order."""
    return [befund for befund in befunde(besetzung) if not befund.in_ordnung]


def besetzt_satz(besetzung: Besetzung) -> str:
    """Return how many seats are filled: "14 von 15 Sitzen besetzt"; "" for a body without seats."""
    sitze = besetzung.sitze
    if not sitze:
        return ""
    voll = sum(1 for platz in sitze if platz.inhaber)
    if len(sitze) == 1:
        satz = "Der einzige Sitz ist besetzt" if voll else "Der einzige Sitz ist unbesetzt"
    elif voll == len(sitze):
        satz = f"Alle {voll} Sitze besetzt"
    else:
        satz = f"{voll} von {len(sitze)} Sitzen besetzt"
    staende = Counter(platz.mandat.stand for platz in sitze if platz.mandat)
    teile = [
        f"{staende[stand]} {wort}"
        for stand, wort in (
            (Mandatsstand.GESCHAEFTSFUEHREND, "geschäftsführend"),
            (Mandatsstand.RUHEND, "ruhend"),
        )
        if staende[stand]
    ]
    return f"{satz}, davon {und(teile)}" if teile else satz


def und(worte: Iterable[str]) -> str:
    """Return words as a German list: "A, B und C"."""
    liste = list(worte)
    return " und ".join(teil for teil in (", ".join(liste[:-1]), *liste[-1:]) if teil)


def _besetzt(besetzung: Besetzung) -> Iterator[Befund]:
    if satz := besetzt_satz(besetzung):
        yield Befund(Regel.BESETZT, satz, all(platz.inhaber for platz in besetzung.sitze))


def _soll(gruppe: Gruppe, kategorie: Sitzkategorie) -> Iterator[Befund]:
    """Compare with the numbers of the category: an empty one was not said, 0 means none."""
    ist, mindestens, hoechstens = len(gruppe.besetzt), kategorie.soll_min, kategorie.soll_max
    name = kategorie.bezeichnung
    if mindestens is not None and ist < mindestens:
        wort = "" if mindestens == hoechstens else "mindestens "
        sitze = "Sitz" if mindestens == 1 else "Sitzen"
        satz = f"{name}: {ist} von {wort}{mindestens} {sitze} besetzt"
        if fehlende := max(mindestens - len(gruppe.plaetze), 0):
            satz += f"; {fehlende} {'Sitz ist' if fehlende == 1 else 'Sitze sind'} noch nicht angelegt"
        yield Befund(Regel.SOLL, satz, in_ordnung=False, kategorie=kategorie)
    elif hoechstens is not None and ist > hoechstens:
        satz = f"{name}: {ist} Sitze besetzt, höchstens {hoechstens} sind vorgesehen"
        yield Befund(Regel.SOLL, satz, in_ordnung=False, kategorie=kategorie)


def _je_art(gruppe: Gruppe, kategorie: Sitzkategorie) -> Iterator[Befund]:
    """Look for the kinds of institution of which each must be represented: "Gymnasium fehlt"."""
    verlangt = list(kategorie.je_art.all())
    if not verlangt:
        return
    vorhanden = Counter(
        platz.mandat.einrichtung.art_id
        for platz in gruppe.besetzt
        if platz.mandat and platz.mandat.einrichtung
    )
    fehlend = [art.name for art in verlangt if not vorhanden[art.pk]]
    if fehlend:
        satz = f"{kategorie.bezeichnung}: {und(fehlend)} {'fehlt' if len(fehlend) == 1 else 'fehlen'}"
        yield Befund(Regel.JE_ART, satz, in_ordnung=False, kategorie=kategorie)
    for art in verlangt:
        if vorhanden[art.pk] > 1:
            satz = f"{kategorie.bezeichnung}: {art.name} ist {vorhanden[art.pk]}-mal vertreten"
            yield Befund(Regel.JE_ART, satz, in_ordnung=False, kategorie=kategorie)
    if not fehlend:
        satz = f"{kategorie.bezeichnung}: alle {len(verlangt)} Arten vertreten"
        yield Befund(Regel.JE_ART, satz, in_ordnung=True, kategorie=kategorie)


def _verhaeltnis(besetzung: Besetzung) -> Iterator[Befund]:
    """Compare the votes of the council and of the free carriers: 3/5 to 2/5 (§ 71 SGB VIII)."""
    sitze: Counter[str] = Counter()
    voll: Counter[str] = Counter()
    for gruppe in besetzung.gruppen:
        if gruppe.kategorie is None or not gruppe.kategorie.anteil:
            continue
        vorgesehen = gruppe.kategorie.soll_min
        sitze[gruppe.kategorie.anteil] += len(gruppe.plaetze) if vorgesehen is None else vorgesehen
        voll[gruppe.kategorie.anteil] += len(gruppe.besetzt)
    if not sitze:
        return
    drei, zwei = sitze[Anteil.DREI_FUENFTEL], sitze[Anteil.ZWEI_FUENFTEL]
    stimmt = drei * ZWEI == zwei * DREI
    satz = f"Verhältnis 3/5 : 2/5 {'gewahrt' if stimmt else 'nicht gewahrt'} ({drei} zu {zwei} Sitze)"
    besetzte = (voll[Anteil.DREI_FUENFTEL], voll[Anteil.ZWEI_FUENFTEL])
    if besetzte != (drei, zwei):
        satz += f", besetzt sind {besetzte[0]} zu {besetzte[1]}"
    yield Befund(Regel.VERHAELTNIS, satz, in_ordnung=stimmt)


def _einrichtungen(besetzung: Besetzung) -> Iterator[Befund]:
    if not besetzung.gremium.ein_sitz_je_einrichtung:
        return
    zahl = Counter(str(mandat.einrichtung) for mandat in besetzung.mandate if mandat.einrichtung is not None)
    for name, mal in sorted(zahl.items()):
        if mal > 1:
            satz = f"{name} ist {mal}-mal vertreten; hier gilt: je Einrichtung nur ein Sitz"
            yield Befund(Regel.EINRICHTUNG, satz, in_ordnung=False)


def _doppelt(besetzung: Besetzung) -> Iterator[Befund]:
    """Tell of a seat with two holders; the database refuses that, so this judges unsaved plans."""
    for platz in besetzung.sitze:
        if len(platz.inhaber) > 1 and platz.sitz is not None:
            namen = und(mandat.name for mandat in platz.inhaber)
            satz = f"{platz.sitz.kategorie.bezeichnung} {platz.name} ist doppelt besetzt: {namen}"
            yield Befund(Regel.DOPPELT, satz, in_ordnung=False, kategorie=platz.sitz.kategorie)


def _vertretung(besetzung: Besetzung) -> Iterator[Befund]:
    """Name the seats that have a personal deputy by rule and none on the day."""
    fehlend: dict[str, list[str]] = defaultdict(list)
    for platz in besetzung.sitze:
        if platz.sitz is None or platz.mandat is None or platz.mandat.stellvertretungen:
            continue
        if platz.sitz.vertretungsart == Vertretungsart.PERSOENLICH:
            fehlend[platz.sitz.kategorie.bezeichnung].append(platz.mandat.name)
    for bezeichnung, namen in fehlend.items():
        yield Befund(Regel.VERTRETUNG, f"{bezeichnung}: ohne Stellvertretung {und(namen)}", in_ordnung=False)


def _pruefen(besetzung: Besetzung) -> Iterator[Befund]:
    for mandat in besetzung.mandate:
        if mandat.pruefen:
            yield Befund(Regel.PRUEFEN, f"{mandat.name}: {mandat.pruefen}", in_ordnung=False)

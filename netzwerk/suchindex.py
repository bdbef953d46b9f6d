"""The search index: which kinds of entries can be found, how their rows are made, and when.

Each app registers its kinds. A row stands for what ``oeffentlich()`` allows at the first
moment at which the entry and all it depends on are visible, so a planned publication or end
needs no job. Receivers call ``vormerken`` and ``schreiben``; nothing else writes.
"""

import threading
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import batched
from typing import Any

from django.db import transaction
from django.db.models import DateTimeField, Exists, F, Model, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, Greatest, Least

from netzwerk.lib import volltext
from netzwerk.lib.dates import jetzt
from netzwerk.lib.suchworte import staemme
from netzwerk.lib.text import als_text
from netzwerk.lib.volltext import AUF_EINMAL, Zeile
from netzwerk.models import Inhalt, Suchtext
from netzwerk.models.inhalt import IMMER, NIE

# An entry's row has the number: the entry's × ARTEN_HOECHSTENS + its kind's.
ARTEN_HOECHSTENS = 32


@dataclass(frozen=True)
class Suchart:
    """A kind of entries that can be found.

    ``nummer`` is stored and never given twice; ``vor`` and ``ende`` make the address;
    ``ueber`` are the relations on which it also depends whether the public may read the entry.
    """

    nummer: int
    name: str
    modell: Any
    eine: str
    viele: str
    vor: str
    ende: Any
    titel: Any
    namen: tuple[str, ...] = ()
    texte: tuple[str, ...] = ()
    ueber: tuple[str, ...] = ()
    # A model of sections (heading and text), and its relation to the entry.
    abschnitte: tuple[Any, str] | None = None
    jahr: str = ""
    # Mark → the many-to-many field whose targets it names; the entry's own, or that of one in ``ueber``.
    listen: tuple[tuple[str, str], ...] = ()
    # The mark that the entry itself stands for.
    selbst: str = ""
    # Kinds and relations of entries that show it: it is found while the public may read one of them.
    getragen: tuple[tuple[str, str], ...] = ()
    # Called with the numbers of the entries that belong into the index, and of all that are written.
    vorher: Callable[[Collection[int], Collection[int]], None] | None = None
    # What ends an address.
    schluss: str = "/"
    # What tells hits of one name apart, asked when they are shown: up to two texts or ISO dates;
    # a function where the moment matters.
    daneben: tuple[Any, ...] = ()

    def nummer_fuer(self, objekt_id: int) -> int:
        """Return the number of the row of an entry."""
        return objekt_id * ARTEN_HOECHSTENS + self.nummer

    def zu_finden(self) -> Any:
        """Return the entries that belong into the index, with ``s_titel``, ``s_ab`` and ``s_bis``."""
        vor = [""] if issubclass(self.modell, Inhalt) else []
        if not self.getragen:
            vor += [f"{weg}__" for weg in self.ueber if issubclass(_ziel(self.modell, weg), Inhalt)]
        ab = [Coalesce(f"{weg}sichtbar_ab", Value(IMMER)) for weg in vor]
        bis = [Coalesce(f"{weg}sichtbar_bis", Value(NIE)) for weg in vor]
        if self.getragen:
            ab.append(_grenze(Least, self._traeger("s_ab", NIE), IMMER))
            bis.append(_grenze(Greatest, self._traeger("-s_bis", IMMER), NIE))
        basis = self.modell.objects.order_by().annotate(
            s_titel=Cast(self.titel, TextField()),
            s_ab=_grenze(Greatest, ab, IMMER),
            s_bis=_grenze(Least, bis, NIE),
        )
        lesbar = basis.oeffentlich(F("s_ab")) if vor else basis.oeffentlich()
        return lesbar.filter(s_bis__gt=jetzt(), s_ab__lt=F("s_bis"))

    def _traeger(self, grenze: str, sonst: datetime) -> list[Any]:
        """Return the first or last moment at which the public may read an entry that shows this one."""
        feld = grenze.removeprefix("-")
        return [
            Coalesce(
                Subquery(
                    ARTEN[name].zu_finden().filter(**{weg: OuterRef("pk")}).order_by(grenze).values(feld)[:1]
                ),
                Value(sonst),
                output_field=DateTimeField(),
            )
            for name, weg in self.getragen
        ]

    def lesbar(self) -> Any:
        """Return the entries that the public may read now."""
        eintraege = self.modell.objects.oeffentlich()
        if not self.getragen:
            return eintraege
        gezeigt: Any = Q()
        for name, weg in self.getragen:
            gezeigt |= Exists(ARTEN[name].modell.objects.oeffentlich().filter(**{weg: OuterRef("pk")}))
        return eintraege.filter(gezeigt)


def _ziel(modell: Any, weg: str) -> Any:
    """Return the model at the end of a relation ("punkt__sitzung")."""
    for name in weg.split("__"):
        modell = modell._meta.get_field(name).related_model
    return modell


def _grenze(welche: Any, teile: list[Any], sonst: datetime) -> Any:
    """Return the latest or earliest of several bounds."""
    if not teile:
        return Value(sonst, output_field=DateTimeField())
    return teile[0] if len(teile) == 1 else welche(*teile)


# --- The kinds -------------------------------------------------------------------------------

ARTEN: dict[str, Suchart] = {}
_je_modell: dict[Any, Suchart] = {}
# What is written → the kinds whose entries depend on it, and by which relation.
_abhaengig: dict[Any, list[tuple[Suchart, str]]] = defaultdict(list)
_abschnitte: dict[Any, list[tuple[Suchart, str]]] = defaultdict(list)
_gelistet: dict[Any, list[tuple[Suchart, str]]] = defaultdict(list)


def anmelden(*arten: Suchart) -> None:
    """Let entries of these kinds be found; ValueError for a number given twice."""
    for art in arten:
        if art.nummer in {andere.nummer for andere in ARTEN.values()} or art.nummer >= ARTEN_HOECHSTENS:
            raise ValueError(f"{art.name} needs a number of its own below {ARTEN_HOECHSTENS}.")
        ARTEN[art.name] = art
        _je_modell[art.modell] = art
        for weg in art.ueber:
            _abhaengig[_ziel(art.modell, weg)].append((art, weg))
        if art.abschnitte:
            _abschnitte[art.abschnitte[0]].append((art, art.abschnitte[1]))
        for _, feld in art.listen:
            _gelistet[_ziel(art.modell, feld)].append((art, feld))


# --- Rows ------------------------------------------------------------------------------------


def zeilen(art: Suchart, nummern: Iterable[int]) -> list[Zeile]:
    """Return the rows of those of the entries that belong into the index."""
    nummern = list(nummern)
    if art.vorher:
        art.vorher(list(art.zu_finden().filter(pk__in=nummern).values_list("pk", flat=True)), nummern)
    dazu, merkmale = _abschnittstexte(art, nummern), _merkmale(art, nummern)
    eintraege = (
        art.zu_finden()
        .filter(pk__in=nummern)
        .annotate(
            s_ende=Cast(art.ende, TextField()), s_namen=_zusammen(art.namen), s_text=_zusammen(art.texte)
        )
        .values_list("pk", "s_ab", "s_bis", "s_titel", "s_ende", "s_namen", "s_text")
    )
    return [
        Zeile(
            nummer=art.nummer_fuer(pk),
            art=art.name,
            objekt_id=pk,
            ab=ab,
            bis=bis,
            titel=titel,
            adresse=f"{art.vor}{ende}" + ("" if "#" in ende else art.schluss),
            titelworte=" ".join(staemme(titel)),
            namenworte=" ".join(staemme(namen)),
            merkmale=als_merkmale(art, merkmale[pk]),
            jahr=_jahr(merkmale[pk]),
            text=als_text(f"{html} {dazu[pk]}"),
        )
        for pk, ab, bis, titel, ende, namen, html in eintraege
        # A document of which there is only the title leads nowhere.
        if ende
    ]


def als_merkmale(art: Suchart, merkmale: set[str]) -> str:
    """Return the marks of an entry as its row keeps them."""
    return " ".join([f"_art_{art.name}", *sorted(merkmale)])


def _jahr(merkmale: set[str]) -> int | None:
    """Return the year among marks."""
    return next((int(m.removeprefix("_jahr_")) for m in merkmale if m.startswith("_jahr_")), None)


def _zusammen(felder: tuple[str, ...]) -> Any:
    """Return several columns as one text."""
    teile = [teil for feld in felder for teil in (Cast(feld, TextField()), Value(" "))]
    return Concat(*teile, output_field=TextField()) if teile else Value("", output_field=TextField())


def _abschnittstexte(art: Suchart, nummern: list[int]) -> dict[int, str]:
    """Return the sections of each entry as one text."""
    gesammelt: dict[int, str] = defaultdict(str)
    if art.abschnitte:
        modell, fk = art.abschnitte
        abschnitte = modell._base_manager.filter(**{f"{fk}__in": nummern}).order_by("position", "pk")
        for pk, ueberschrift, text in abschnitte.values_list(f"{fk}_id", "ueberschrift", "text"):
            gesammelt[pk] += f"<p>{ueberschrift}</p> {text}"
    return gesammelt


def _merkmale(art: Suchart, nummern: list[int]) -> dict[int, set[str]]:
    """Return the marks of each entry: its topics and areas, its year."""
    gesammelt: dict[int, set[str]] = defaultdict(set)
    eintraege = art.modell._base_manager.filter(pk__in=nummern).order_by()
    wege = [
        *art.listen,
        *([("jahr", art.jahr)] if art.jahr else []),
        *([(art.selbst, "pk")] if art.selbst else []),
    ]
    for merkmal, weg in wege:
        for pk, wert in eintraege.values_list("pk", weg):
            if wert is not None:
                gesammelt[pk].add(f"_{merkmal}_{wert}")
    return gesammelt


# --- Writing ---------------------------------------------------------------------------------


class _Vorgemerkt(threading.local):
    """What was written and is not yet in the index."""

    def __init__(self) -> None:
        self.gesammelt = 0
        self.eintraege: set[tuple[str, int]] = set()
        self.traeger: set[tuple[Any, int]] = set()


_vorgemerkt = _Vorgemerkt()


def vormerken(instance: Model, *, wird_geloescht: bool = False) -> None:
    """Remember which rows a written (or soon deleted) record bears on."""
    modell, pk = type(instance), instance.pk
    if modell in _je_modell:
        _vorgemerkt.eintraege.add((_je_modell[modell].name, pk))
    for art, fk in _abschnitte.get(modell, ()):
        _vorgemerkt.eintraege.add((art.name, getattr(instance, f"{fk}_id")))
    if modell in _abhaengig:
        _vorgemerkt.traeger.add((modell, pk))
    if wird_geloescht:
        for art, weg in _abhaengig.get(modell, ()):
            if art.getragen:
                unten = art.modell._base_manager.filter(**{weg: pk})
                nummern_vormerken(art.modell, unten.values_list("pk", flat=True))
        for art, feld in _gelistet.get(modell, ()):
            nummern_vormerken(
                art.modell, art.modell._base_manager.filter(**{feld: pk}).values_list("pk", flat=True)
            )


def nummern_vormerken(modell: Any, nummern: Iterable[int]) -> None:
    """Remember entries of a model, and what depends on them, by their numbers."""
    nummern = list(nummern)
    if modell in _je_modell:
        _vorgemerkt.eintraege.update((_je_modell[modell].name, nummer) for nummer in nummern)
    if modell in _abhaengig:
        _vorgemerkt.traeger.update((modell, nummer) for nummer in nummern)


@contextmanager
def gesammelt() -> Iterator[None]:
    """Write the index once, at the end, for everything that happens within; inside of one transaction."""
    _vorgemerkt.gesammelt += 1
    try:
        yield
    except BaseException:
        _vorgemerkt.eintraege.clear()
        _vorgemerkt.traeger.clear()
        raise
    finally:
        _vorgemerkt.gesammelt -= 1
    schreiben()


def schreiben() -> None:
    """Bring the rows of all that was remembered up to date, in the transaction of whoever wrote."""
    if _vorgemerkt.gesammelt or not (_vorgemerkt.eintraege or _vorgemerkt.traeger):
        return
    eintraege, traeger = _vorgemerkt.eintraege, _vorgemerkt.traeger
    _vorgemerkt.eintraege, _vorgemerkt.traeger = set(), set()
    with transaction.atomic():
        volltext.sperren()
        nummern: dict[str, set[int]] = defaultdict(set)
        for name, pk in eintraege:
            nummern[name].add(pk)
        for art, weg, oben in _je_beziehung(traeger):
            nummern[art.name].update(_veraltete(art, weg, oben))
        for name, gruppe in nummern.items():
            for stueck in batched(sorted(gruppe), AUF_EINMAL):
                _abgleichen(ARTEN[name], stueck)


def _je_beziehung(traeger: set[tuple[Any, int]]) -> Iterator[tuple[Suchart, str, list[int]]]:
    """Yield each kind that depends on written records, by which relation and on which of them."""
    je_modell: dict[Any, list[int]] = defaultdict(list)
    for modell, pk in traeger:
        je_modell[modell].append(pk)
    for modell, nummern in je_modell.items():
        for art, weg in _abhaengig[modell]:
            yield art, weg, nummern


def _veraltete(art: Suchart, weg: str, oben: list[int]) -> list[int]:
    """Return the entries below written records whose row came, went, or has another title, time or mark."""
    veraltet: list[int] = []
    for stueck in batched(oben, AUF_EINMAL):
        unten = {f"{weg}__in": stueck}
        alle = list(art.modell._base_manager.filter(**unten).values_list("pk", flat=True))
        if not alle:
            continue
        merkmale = _merkmale(art, alle)
        soll = {
            pk: (*werte, als_merkmale(art, merkmale[pk]))
            for pk, *werte in art.zu_finden().filter(**unten).values_list("pk", "s_titel", "s_ab", "s_bis")
        }
        ist: dict[int, Any] = {}
        for gruppe in batched(alle, AUF_EINMAL):
            reihen = Suchtext.objects.filter(nummer__in=[art.nummer_fuer(pk) for pk in gruppe])
            werte = reihen.values_list("objekt_id", "titel", "ab", "bis", "merkmale")
            ist |= {pk: tuple(w) for pk, *w in werte}
        veraltet += [pk for pk in alle if soll.get(pk) != ist.get(pk)]
    return veraltet


def _abgleichen(art: Suchart, nummern: Iterable[int]) -> None:
    """Let the index hold what the entries say now; rows that are right stay untouched."""
    nummern = list(nummern)
    reihen = Suchtext.objects.filter(nummer__in=[art.nummer_fuer(pk) for pk in nummern])
    alt = {zeile.nummer: zeile for zeile in _geschrieben(reihen)}
    neu = {zeile.nummer: zeile for zeile in zeilen(art, nummern)}
    volltext.ersetzen(
        [zeile for nummer, zeile in alt.items() if neu.get(nummer) != zeile],
        [zeile for nummer, zeile in neu.items() if alt.get(nummer) != zeile],
    )


def _geschrieben(reihen: Any) -> list[Zeile]:
    """Return rows as they stand in the index."""
    return [Zeile(*werte) for werte in reihen.values_list(*Zeile._fields[:-1], "inhalt__text")]


@transaction.atomic
def neu_aufbauen() -> int:
    """Make the whole index anew and return how many rows it has."""
    volltext.sperren()
    volltext.leeren()
    return volltext.fuellen(_alle_zeilen())


def _alle_zeilen() -> Iterator[list[Zeile]]:
    """Yield all rows that belong into the index, piece by piece."""
    for art in ARTEN.values():
        alle = art.modell._base_manager.order_by("pk").values_list("pk", flat=True)
        for stueck in batched(alle.iterator(chunk_size=2000), AUF_EINMAL):
            yield zeilen(art, stueck)


def aufbauen_wenn_leer(**kwargs: Any) -> None:
    """Make the index if there is none, as after the migration that brought it."""
    if not Suchtext.objects.exists():
        neu_aufbauen()


def abgelaufene_loeschen() -> int:
    """Take out what is over by itself; it was not found any more, and need not be kept."""
    weg = _geschrieben(Suchtext.objects.filter(bis__lte=jetzt()))
    with transaction.atomic():
        volltext.sperren()
        volltext.ersetzen(weg, [])
    return len(weg)

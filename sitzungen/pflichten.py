"""Who owes whom a report, until when, delivered or overdue: duties, reports, papers and meetings together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate

from gremien.enums import Berichtsart, Pflichtregel, Pflichtstand
from gremien.faelligkeiten import VORLAUF, Termin, plus, quartal, stand
from gremien.models import Bericht, Berichtspflicht, Pflichtvermerk
from netzwerk.intern import rechte
from netzwerk.lib.dates import datum_text, heute
from netzwerk.models.inhalt import LESBAR
from sitzungen.models import Pflichterfuellung, Sitzung
from sitzungen.models.pflichterfuellung import GEHALTEN

# What was never given stays on the list so long.
RUECKSCHAU = timedelta(days=3 * 366)
OFFENE = (Pflichtstand.UEBERFAELLIG, Pflichtstand.FAELLIG)
ARTEN = {Pflichtregel.QUARTAL: Berichtsart.QUARTAL, Pflichtregel.JAHR: Berichtsart.JAHR}


@dataclass
class Faelligkeit:
    """One time that a report is owed, with what came of it."""

    pflicht: Berichtspflicht
    termin: Termin
    stichtag: date
    vermerk: Pflichtvermerk | None = None
    erfuellung: Pflichterfuellung | None = None
    bericht: Bericht | None = None

    @cached_property
    def stand(self) -> Pflichtstand:
        """Return whether it is delivered, suspended, due or overdue."""
        return stand(
            self.termin.faellig_am,
            self.stichtag,
            erfuellt=bool(self.abgegeben),
            ausgesetzt=bool(self.vermerk and self.vermerk.ausgesetzt_grund),
        )

    @property
    def bericht_liegt_vor(self) -> bool:
        """Say whether the report is published."""
        return self.bericht is not None and self.bericht.veroeffentlichung in LESBAR

    @cached_property
    def abgegeben(self) -> str:
        """Return by what it was delivered, in words; "" if it was not."""
        if self.bericht is not None and self.bericht_liegt_vor:
            return f"Bericht vom {datum_text(self.bericht.datum)}"
        if self.erfuellung is not None and self.erfuellung.gilt:
            return str(self.erfuellung.vorlage or self.erfuellung.sitzung)
        if self.vermerk is not None and self.vermerk.abgegeben_am:
            return f"am {datum_text(self.vermerk.abgegeben_am)} auf anderem Weg"
        return ""

    @property
    def in_arbeit(self) -> str:
        """Return how far a report is that is not published yet, "" without one."""
        if self.bericht is None or self.bericht_liegt_vor:
            return ""
        return f"Bericht: {self.bericht.get_veroeffentlichung_display()}"

    @property
    def empfaenger(self) -> list[Any]:
        """Return the bodies that wait for the report (fetched with the duty)."""
        return list(self.pflicht.empfaenger.all())

    @property
    def an(self) -> str:
        """Return who waits for the report, in words."""
        return ", ".join(str(gremium) for gremium in self.empfaenger)

    @property
    def was(self) -> str:
        """Return what is owed: the period, or the rule where the period says nothing."""
        return self.termin.zeitraum or self.pflicht.wortlaut or self.pflicht.get_regel_display()

    @property
    def kennung(self) -> str:
        """Return the mark of this time in forms and addresses."""
        return f"{self.pflicht.pk}:{self.termin.bezugstag.isoformat()}"


def mit_allem(pflichten: QuerySet[Berichtspflicht]) -> QuerySet[Berichtspflicht]:
    """Return the duties with everything that their times need; a fixed number of queries."""
    gehalten = Sitzung.objects.vorhanden().filter(
        gremium=OuterRef("gremium"),
        status__in=GEHALTEN,
        datum__gte=OuterRef("gilt_seit"),
    )
    return (
        pflichten.select_related("gremium", "organisation", "wahlperiode")
        .prefetch_related(
            "empfaenger",
            Prefetch(
                "vermerke", Pflichtvermerk.objects.select_related("bericht__organisation", "bericht__verbund")
            ),
            Prefetch("erfuellungen", Pflichterfuellung.objects.select_related("vorlage", "sitzung__gremium")),
        )
        .annotate(gilt_seit=Coalesce("gilt_ab", TruncDate("erstellt_am")))
        .annotate(erste_sitzung=Subquery(gehalten.order_by("datum").values("datum")[:1]))
    )


def _berichte(pflichten: Iterable[Berichtspflicht]) -> dict[tuple[Any, ...], list[Bericht]]:
    """Return organisation, kind, year, quarter → reports, of organisations that owe some (one query)."""
    je_zeitraum: dict[tuple[Any, ...], list[Bericht]] = defaultdict(list)
    schuldner = {pflicht.organisation_id for pflicht in pflichten if pflicht.regel in ARTEN} - {None}
    if schuldner:
        berichte = Bericht.objects.vorhanden().filter(
            organisation__in=schuldner, art__in=ARTEN.values(), ergaenzung_zu__isnull=True
        )
        for bericht in berichte.select_related("organisation", "verbund"):
            je_zeitraum[bericht.organisation_id, bericht.art, bericht.jahr, bericht.quartal].append(bericht)
    return je_zeitraum


def _passender(pflicht: Berichtspflicht, tag: date, berichte: Any) -> Bericht | None:
    """Return the report of the duty's period to one of its recipients, None without one."""
    if pflicht.regel not in ARTEN:
        return None
    regel = Pflichtregel(pflicht.regel)
    nummer = quartal(tag) if regel == Pflichtregel.QUARTAL else None
    an = {gremium.pk for gremium in pflicht.empfaenger.all()}
    gefunden = berichte.get((pflicht.organisation_id, ARTEN[regel], tag.year, nummer), ())
    return next((bericht for bericht in gefunden if bericht.verbund_id in an or not an), None)


def faelligkeiten(pflichten: Iterable[Any], von: date, bis: date, stichtag: date) -> list[Faelligkeit]:
    """Return all times between two days at which the duties fall due, in order. Needs ``mit_allem``."""
    pflichten = list(pflichten)
    berichte = _berichte(pflichten)
    ergebnis = []
    for pflicht in pflichten:
        vermerke = {vermerk.bezugstag: vermerk for vermerk in pflicht.vermerke.all()}
        erfuellungen = {zeile.bezugstag: zeile for zeile in pflicht.erfuellungen.all()}
        for termin in pflicht.termine(von, bis, pflicht.erste_sitzung):
            vermerk = vermerke.get(termin.bezugstag)
            eigener = vermerk.bericht if vermerk and vermerk.bericht_id else None
            if eigener is not None and eigener.geloescht_am:
                eigener = None
            ergebnis.append(
                Faelligkeit(
                    pflicht,
                    termin,
                    stichtag,
                    vermerk,
                    erfuellungen.get(termin.bezugstag),
                    eigener or _passender(pflicht, termin.bezugstag, berichte),
                )
            )
    return sorted(ergebnis, key=lambda f: (f.termin, str(f.pflicht.schuldner), f.pflicht.pk))


def offene(konto: Any, pflichten: QuerySet[Berichtspflicht] | None = None) -> list[Faelligkeit]:
    """Return what is overdue or due within eight weeks, of what the account may read."""
    if pflichten is None:
        pflichten = rechte.lesbar(Berichtspflicht, konto)
    tag = heute()
    alle = faelligkeiten(mit_allem(pflichten), tag - RUECKSCHAU, tag + VORLAUF, tag)
    return [faelligkeit for faelligkeit in alle if faelligkeit.stand in OFFENE]


def eine(pflicht: Berichtspflicht, bezugstag: date) -> Faelligkeit | None:
    """Return the time of a duty that counts from the day, None if there is none."""
    (voll,) = mit_allem(Berichtspflicht.objects.filter(pk=pflicht.pk))
    tag = plus(bezugstag, voll.frist_tage)
    return next(
        (f for f in faelligkeiten([voll], tag, tag, heute()) if f.termin.bezugstag == bezugstag), None
    )


def ohne_termin(pflichten: QuerySet[Any]) -> list[tuple[Berichtspflicht, str]]:
    """Return the duties that have no day yet, each with what is missing. Needs ``mit_allem``."""
    fehlt = {
        Pflichtregel.NACH_EREIGNIS: ("wartet auf das Ereignis", ("ereignis_am", "erste_sitzung")),
        Pflichtregel.BEGINN_UND_MITTE: ("es fehlt die Wahlperiode", ("wahlperiode_id",)),
        Pflichtregel.BIS_DATUM: ("es fehlt das Datum", ("faellig_am",)),
    }
    ergebnis = []
    for pflicht in pflichten:
        worte, felder = fehlt.get(Pflichtregel(pflicht.regel), ("", ()))
        if worte and not any(getattr(pflicht, feld) for feld in felder):
            ergebnis.append((pflicht, worte))
    return ergebnis

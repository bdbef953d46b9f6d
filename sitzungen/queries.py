"""Reads over meetings, papers and decisions."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    DateTimeField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Greatest

from gremien.models import Bericht, Gremium, Projekt
from netzwerk.lib.abfrage import Abfrage
from netzwerk.lib.dates import Genauigkeit, anfang, heute
from netzwerk.lib.json_listen import JsonListe
from netzwerk.lib.monat import Monat
from netzwerk.models import Gebiet, Organisation
from netzwerk.queries import dokumente_liste, gebiete_liste, themen_liste
from sitzungen.models import (
    Beratung,
    Beschluss,
    Sitzung,
    Tagesordnungspunkt,
    Vorlage,
    Vorlagenabschnitt,
    Vorlagenbezug,
)
from sitzungen.models.sitzung import KOMMENDE

VORGAENGE_AUF_SEITE = 30
SITZUNGEN_AUF_SEITE = 300
AUF_START = 5
# Days that one meeting spans at most, to be found in the month it reaches into.
TAGE_EINER_SITZUNG = timedelta(days=60)


@Abfrage
def sitzungen_des_gremiums(gremium: int) -> QuerySet[Sitzung]:
    """Return the public meetings of a body, led or joint, latest first."""
    gemeinsame = Sitzung.objects.oeffentlich().filter(weitere_gremien=gremium).order_by().values("pk")
    return (
        Sitzung.objects.oeffentlich()
        .filter(Q(gremium=gremium) | Q(pk__in=gemeinsame))
        .fuer_liste()
        .order_by("-datum", "-uhrzeit", "-id")[:SITZUNGEN_AUF_SEITE]
    )


def sitzungen_im_monat(monat: Monat) -> Any:
    """Return the public meetings of a month in order, also those that reach into it or are known by year."""
    return (
        Sitzung.objects.oeffentlich()
        .gelistet()
        .filter(
            Q(datum__range=(monat.erster, monat.letzter))
            | Q(
                datum__range=(monat.erster - TAGE_EINER_SITZUNG, monat.erster - timedelta(days=1)),
                ende_datum__gte=monat.erster,
            )
            | Q(datum=date(monat.jahr, 1, 1), datum_genauigkeit=Genauigkeit.JAHR)
        )
        .fuer_liste()
        .order_by(*KOMMENDE)
    )


def monate_mit_sitzungen() -> tuple[Monat, Monat]:
    """Return the first and the last month to leaf to: those with a meeting, and the present (one query)."""
    sitzungen = Sitzung.objects.oeffentlich().gelistet()
    erste, letzte = (sitzungen.order_by(weg).values("pk")[:1] for weg in ("datum", "-datum"))
    raender = sitzungen.filter(Q(pk=Subquery(erste)) | Q(pk=Subquery(letzte)))
    monate = [Monat.von(tag) for tag in (heute(), *raender.values_list("datum", flat=True))]
    return min(monate), max(monate)


def vorgaenge(gremium: Gremium) -> list[dict[str, Any]]:
    """Return what was put before a body and decided, latest first (one query)."""
    namen = ("was", "tag", "genauigkeit", "titel", "zusatz", "adresse", "ausgang")
    return [dict(zip(namen, zeile, strict=True)) for zeile in _vorgaenge.tupel(gremium=gremium.pk)]


@Abfrage
def _vorgaenge(gremium: int) -> Any:
    """Return the rows of ``vorgaenge``.

    Columns: was ("vorlage", "beschluss" or "betrifft"), tag, genauigkeit, titel, zusatz, adresse,
    ausgang. A decision on a paper is told by the paper's row.
    """
    beratungen = (
        Beratung.objects.oeffentlich()
        .offen()
        .filter(gremium=gremium)
        .order_by()
        .values(
            was=Value("vorlage", output_field=CharField()),
            tag=Coalesce("sitzung__datum", "termin", output_field=DateField()),
            genauigkeit=Cast(Coalesce("sitzung__datum_genauigkeit", "termin_genauigkeit"), TextField()),
            titel=Cast("vorlage__betreff", TextField()),
            zusatz=Cast("vorlage__kennung", TextField()),
            adresse=Cast("vorlage__pfad", TextField()),
            ausgang=Cast("ergebnis", TextField()),
        )
    )
    beschluesse = (
        Beschluss.objects.oeffentlich()
        .gelistet()
        .filter(gremium=gremium)
        .exclude(vorlage__beratungen__gremium=gremium)
        .order_by()
        .values(
            was=Value("beschluss", output_field=CharField()),
            tag=F("datum"),
            genauigkeit=Value("tag", output_field=TextField()),
            titel=Cast("wortlaut", TextField()),
            zusatz=Cast("art", TextField()),
            adresse=Cast("nummer", TextField()),
            ausgang=Cast("umsetzung", TextField()),
        )
    )
    betreffend = (
        Vorlage.objects.oeffentlich()
        .gelistet()
        .filter(betrifft=gremium)
        .exclude(beratungen__gremium=gremium)
        .order_by()
        .values(
            was=Value("betrifft", output_field=CharField()),
            tag=F("datum"),
            genauigkeit=Value("tag", output_field=TextField()),
            titel=Cast("betreff", TextField()),
            zusatz=Cast("kennung", TextField()),
            adresse=Cast("pfad", TextField()),
            ausgang=Cast("stand", TextField()),
        )
    )
    zusammen = beratungen.union(beschluesse, betreffend, all=True)
    return zusammen.order_by(F("tag").desc(nulls_last=True), "was", "zusatz")[:VORGAENGE_AUF_SEITE]


def sitzung_mit_listen() -> QuerySet[Sitzung]:
    """Return meetings with the short lists of their page."""
    aussen = OuterRef("pk")
    termin = {"id": "id", "datum": "datum", "genauigkeit": "datum_genauigkeit"}
    return Sitzung.objects.select_related("gremium__art").annotate(
        weitere_json=JsonListe(
            Gremium.objects.oeffentlich().filter(gemeinsame_sitzungen=aussen).order_by("sortierung"),
            name="name",
            slug="slug",
        ),
        dokumente_json=dokumente_liste(sitzungen=aussen),
        verlegt_json=JsonListe(Sitzung.objects.oeffentlich().filter(pk=OuterRef("verlegt_auf_id")), **termin),
        verlegt_von_json=JsonListe(
            Sitzung.objects.oeffentlich().filter(verlegt_auf=aussen).order_by("datum", "id"), **termin
        ),
    )


def tagesordnung(sitzung: Sitzung) -> list[Tagesordnungspunkt]:
    """Return the public items of a meeting in their order, each with its papers."""
    return list(
        sitzung.tagesordnungspunkte.oeffentlich().annotate(
            vorlagen_json=JsonListe(
                Beratung.objects.oeffentlich().filter(punkt=OuterRef("pk")).order_by("position"),
                kennung=F("vorlage__kennung"),
                betreff=F("vorlage__betreff"),
                pfad=F("vorlage__pfad"),
            )
        )
    )


def vorlage_mit_listen() -> Any:
    """Return papers with the short lists of their page."""
    aussen = OuterRef("pk")
    bezuege = Vorlagenbezug.objects.oeffentlich()
    return Vorlage.objects.select_related("koerperschaft").annotate(
        gebiete_json=gebiete_liste(vorlagen=aussen),
        themen_json=themen_liste(vorlagen=aussen),
        dokumente_json=dokumente_liste(vorlagen=aussen),
        betrifft_json=JsonListe(
            Gremium.objects.oeffentlich().filter(betreffende_vorlagen=aussen).order_by("sortierung"),
            name="name",
            slug="slug",
        ),
        federfuehrend_json=JsonListe(
            Organisation.objects.oeffentlich().filter(pk=OuterRef("federfuehrend_id")),
            name="name",
            slug="slug",
        ),
        abschnitte_json=JsonListe(
            Vorlagenabschnitt.objects.filter(vorlage=aussen).order_by("position", "id"),
            ueberschrift="ueberschrift",
            text="text",
        ),
        bezuege_json=JsonListe(
            bezuege.filter(von_vorlage=aussen).order_by("id"),
            art="art",
            kennung=F("zu_vorlage__kennung"),
            betreff=F("zu_vorlage__betreff"),
            pfad=F("zu_vorlage__pfad"),
        ),
        gegenbezuege_json=JsonListe(
            bezuege.filter(zu_vorlage=aussen).order_by("id"),
            art="art",
            kennung=F("von_vorlage__kennung"),
            betreff=F("von_vorlage__betreff"),
            pfad=F("von_vorlage__pfad"),
        ),
    )


@Abfrage
def vorlage_mit_adresse(pfad: str) -> QuerySet[Vorlage]:
    """Return the public paper with an address, as ``vorlage_mit_listen`` does."""
    return vorlage_mit_listen().oeffentlich().filter(pfad=pfad)[:1]


@Abfrage
def beratungsfolge(vorlage: int) -> QuerySet[Beratung]:
    """Return the public steps of a paper in their stored order, with what may be linked."""
    sitzung = Sitzung.objects.oeffentlich().filter(pk=OuterRef("sitzung_id"))
    return (
        Beratung.objects.filter(vorlage=vorlage)
        .oeffentlich()
        .select_related("gremium", "sitzung__gremium")
        .annotate(
            sitzung_offen=Exists(sitzung),
            ergebnis_offen=Exists(Beratung.objects.oeffentlich().offen().filter(pk=OuterRef("pk"))),
            verwiesen_json=JsonListe(
                Gremium.objects.oeffentlich().filter(pk=OuterRef("verwiesen_an_id")), name="name", slug="slug"
            ),
        )
        .order_by("position", "id")
    )


def kommende_sitzungen(tag: date) -> list[Sitzung]:
    """Return the next public meetings."""
    monat, jahr = (anfang(tag, genauigkeit) for genauigkeit in (Genauigkeit.MONAT, Genauigkeit.JAHR))
    return _kommende.liste(tag=tag, monat=monat, jahr=jahr)


@Abfrage
def _kommende(tag: date, monat: date, jahr: date) -> QuerySet[Sitzung]:
    sitzungen = Sitzung.objects.oeffentlich().gelistet().stattfindend().kommend(tag, monat, jahr)
    return sitzungen.fuer_liste()[:AUF_START]


@Abfrage
def neueste_vorlagen() -> QuerySet[Vorlage]:
    """Return the latest public papers."""
    return vorlagen_liste().order_by("-sortierdatum", "-id")[:AUF_START]


def vorlagen_liste() -> Any:
    """Return the public papers as lists show them."""
    return Vorlage.objects.oeffentlich().gelistet().fuer_liste()


def papiere_des_gebiets(gebiet: Gebiet, hoechstens: int) -> tuple[list[Bericht], list[Vorlage]]:
    """Return the reports from an area and the papers about it as rows show them (one query)."""
    im_gebiet = {"gebiete": OuterRef("pk")}
    berichte = Bericht.objects.oeffentlich().gelistet().filter(**im_gebiet).order_by("-datum", "-id")
    vorlagen = vorlagen_liste().filter(**im_gebiet).order_by("-sortierdatum", "-id")
    felder = {
        "berichte_json": ("titel", "slug", "art", "jahr", "quartal", "datum"),
        "vorlagen_json": ("kennung", "betreff", "pfad", "art", "stand", "datum"),
    }
    zeile = (
        Gebiet.objects.oeffentlich()
        .filter(pk=gebiet.pk)
        .values(
            berichte_json=JsonListe(
                berichte[:hoechstens],
                **{name: name for name in felder["berichte_json"]},
                traeger=F("organisation__name"),
                an=F("verbund__name"),
            ),
            vorlagen_json=JsonListe(
                vorlagen[:hoechstens],
                **{name: name for name in felder["vorlagen_json"]},
                traeger=F("koerperschaft__name"),
            ),
        )
        .first()
    ) or {name: [] for name in felder}
    return [_bericht(**werte) for werte in zeile["berichte_json"]], [
        _vorlage(**werte) for werte in zeile["vorlagen_json"]
    ]


def _bericht(traeger: str, an: str | None, datum: str, **felder: Any) -> Bericht:
    """Return a report with what a row shows of it; not to be saved."""
    verbund = Gremium(name=an) if an else None
    return Bericht(
        organisation=Organisation(name=traeger), verbund=verbund, datum=date.fromisoformat(datum), **felder
    )


def _vorlage(traeger: str, datum: str | None, **felder: Any) -> Vorlage:
    """Return a paper with what a row shows of it; not to be saved."""
    tag = date.fromisoformat(datum) if datum else None
    return Vorlage(koerperschaft=Organisation(name=traeger), datum=tag, **felder)


@dataclass(frozen=True)
class Aenderung:
    """Something public that is new or changed; ``was`` is a key of ``AENDERBAR``, ``tag`` a meeting's day."""

    was: str
    id: int
    titel: str
    zusatz: str
    adresse: str
    stand: str
    tag: date | None
    angelegt: datetime
    moment: datetime

    @property
    def ist_neu(self) -> bool:
        """Say whether the entry appeared then; what was filled in within the hour is not a change."""
        return self.moment - self.angelegt < timedelta(hours=1)


# Kind → its rows and the fields with title, something beside it, the end of the address, the state.
AENDERBAR: dict[str, tuple[Any, str, str, str, str]] = {
    "gremium": (Gremium, "name", "art__name", "slug", "lebensstand"),
    "organisation": (Organisation, "name", "kurzname", "slug", "rechtsform"),
    "projekt": (Projekt, "titel", "institut__name", "slug", "titel"),
    "bericht": (Bericht, "titel", "organisation__name", "slug", "titel"),
    "sitzung": (Sitzung, "titel", "gremium__name", "id", "status"),
    "vorlage": (Vorlage, "betreff", "kennung", "pfad", "stand"),
}


# What a cursor of this list holds: moment, kind and number of a row.
STELLE = (DateTimeField(), TextField(), BigIntegerField())
Stelle = tuple[datetime, str, int]


def aenderungen(hoechstens: int, jenseits: Stelle | None = None, *, davor: bool = False) -> list[Aenderung]:
    """Return what of the public entries is new or changed, latest first (one query).

    An entry counts from the moment the public could read it, if that was planned for later.
    ``jenseits``: only what stands after that row, or before it.
    """
    if jenseits is None and not davor:
        return [Aenderung(*zeile) for zeile in _neueste(hoechstens).tupel()]
    gefunden = [Aenderung(*zeile) for zeile in _alle_aenderungen(hoechstens, jenseits, davor=davor)]
    return gefunden[::-1] if davor else gefunden


@lru_cache
def _neueste(hoechstens: int) -> Abfrage:
    """Return the query for the beginning of the list, of a number of rows."""
    return Abfrage(lambda: _alle_aenderungen(hoechstens, None, davor=False))


def _alle_aenderungen(hoechstens: int, jenseits: Stelle | None, *, davor: bool) -> Any:
    """Return the rows of ``aenderungen`` in the order of the database."""
    zweige = [_aenderungen(was, hoechstens, jenseits, davor=davor) for was in AENDERBAR]
    ordnung = ("moment", "-was", "eintrag") if davor else ("-moment", "was", "-eintrag")
    return zweige[0].union(*zweige[1:], all=True).order_by(*ordnung)[:hoechstens]


def _jenseits(was: str, stelle: Stelle | None, *, davor: bool) -> Q:
    """Return the condition for the rows of one kind after (or before) a row of the list."""
    if stelle is None:
        return Q()
    moment, art, nummer = stelle
    weiter = "gt" if davor else "lt"
    gleich = Q(moment=moment)
    if was == art:
        return Q(**{f"moment__{weiter}e": moment}) & (
            Q(**{f"moment__{weiter}": moment}) | gleich & Q(**{f"id__{weiter}": nummer})
        )
    return Q(**{f"moment__{weiter}{'e' if (was > art) != davor else ''}": moment})


def _aenderungen(was: str, hoechstens: int, jenseits: Stelle | None, *, davor: bool) -> Any:
    """Return the latest changes of one kind, as columns that fit the others'."""
    modell, titel, zusatz, adresse, stand = AENDERBAR[was]
    texte = {"t": titel, "z": zusatz, "a": adresse, "s": stand}
    nummern = (
        modell.objects.oeffentlich()
        .gelistet()
        .filter(_jenseits(was, jenseits, davor=davor))
        .order_by(*(("moment", "id") if davor else ("-moment", "-id")))
        .values("id")[:hoechstens]
    )
    return (
        modell.objects.filter(pk__in=nummern)
        .order_by()
        .annotate(
            was=Value(was, output_field=TextField()),
            eintrag=F("id"),
            angelegt=Greatest("erstellt_am", "sichtbar_ab"),
            tag=Cast("datum" if was == "sitzung" else Value(None), DateField()),
            **{name: Cast(feld, TextField()) for name, feld in texte.items()},
        )
        .values_list("was", "eintrag", "t", "z", "a", "s", "tag", "angelegt", "moment")
    )

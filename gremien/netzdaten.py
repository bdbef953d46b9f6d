"""Reads of the network picture: public points and the lines between them on a day (three queries)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, CharField, F, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce

from gremien.enums import Lebensstand
from gremien.models import Gremienbeziehung, Gremium, Leitung, Mitgliedschaft
from netzwerk.enums import Mitgliedsstatus
from netzwerk.models import Organisation, Organisationsmitgliedschaft
from netzwerk.queries import gebiete_liste, themen_liste

# Longer names give way to the short name, if there is one.
NAME_HOECHSTENS = 30


@dataclass
class Knoten:
    """A body or an organisation, as the picture shows it."""

    schluessel: str
    art: str
    titel: str
    kurz: str
    url: str
    sortierung: str
    ebenen: set[str]
    gebiete: list[dict[str, Any]]
    themen: set[str]


@dataclass
class Netz:
    """Points by key, and for each pair of points how they belong together."""

    knoten: dict[str, Knoten]
    kanten: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def nachbarn(self) -> dict[str, set[str]]:
        """Return the points that each point is joined to."""
        gefunden: dict[str, set[str]] = defaultdict(set)
        for a, b in self.kanten:
            gefunden[a].add(b)
            gefunden[b].add(a)
        return gefunden

    def ausschnitt(self, schluessel: set[str]) -> "Netz":
        """Return the part of the network between some of its points."""
        return Netz(
            {name: knoten for name, knoten in self.knoten.items() if name in schluessel},
            {paar: arten for paar, arten in self.kanten.items() if schluessel.issuperset(paar)},
        )


def netz_am(stichtag: date) -> Netz:
    """Return everything public that was joined to something else on the day."""
    gremien, organisationen = _gremien(stichtag), _organisationen()
    namen = {("g", gremium.pk): f"gremium-{gremium.slug}" for gremium in gremien}
    # A federation that is also a body has one page, hence one point.
    zugleich = {gremium.zugleich_organisation_id: f"gremium-{gremium.slug}" for gremium in gremien}
    knoten = {f"gremium-{gremium.slug}": _knoten(gremium, "gremium") for gremium in gremien}
    for organisation in organisationen:
        name = zugleich.get(organisation.pk) or f"organisation-{organisation.slug}"
        namen["o", organisation.pk] = name
        knoten.setdefault(name, _knoten(organisation, "organisation"))
    netz = Netz(knoten)
    for art, organisation_id, gremium_id, ziel, ziel_id in _zeilen(stichtag):
        a = namen.get(("o", organisation_id)) or namen.get(("g", gremium_id))
        b = namen.get((ziel, ziel_id))
        # What is not public is no point, so nothing leads to it.
        if a and b and a != b:
            netz.kanten.setdefault((min(a, b), max(a, b)), set()).add(art)
    return netz.ausschnitt({name for paar in netz.kanten for name in paar})


def _gremien(stichtag: date) -> list[Any]:
    """Return the public bodies that existed on the day, with areas and topics."""
    gremien = (
        Gremium.objects.oeffentlich()
        .gelistet()
        .annotate(
            gebiete_json=gebiete_liste(gremien=OuterRef("pk")),
            themen_json=themen_liste(gremien=OuterRef("pk")),
        )
        .order_by("sortierung", "id")
    )
    return [gremium for gremium in gremien if bestand_am(gremium, stichtag)]


def bestand_am(gremium: Gremium, stichtag: date) -> bool:
    """Say whether the body existed on the day, as far as its dates are known."""
    if gremium.besteht_seit and gremium.besteht_seit > stichtag:
        return False
    if gremium.lebensstand != Lebensstand.BEENDET:
        return True
    return gremium.lebensstand_seit is not None and gremium.lebensstand_seit > stichtag


def _organisationen() -> QuerySet[Any]:
    """Return the public organisations with areas and topics."""
    return (
        Organisation.objects.oeffentlich()
        .gelistet()
        .annotate(
            gebiete_json=gebiete_liste(organisationen=OuterRef("pk")),
            themen_json=themen_liste(organisationen=OuterRef("pk")),
        )
        .order_by("sortierung", "id")
    )


def _knoten(eintrag: Any, art: str) -> Knoten:
    """Return the point of an entry."""
    return Knoten(
        schluessel=f"{art}-{eintrag.slug}",
        art=art,
        titel=str(eintrag),
        kurz=eintrag.name if len(eintrag.name) <= NAME_HOECHSTENS else eintrag.kurzname or eintrag.name,
        url=eintrag.get_absolute_url(),
        sortierung=eintrag.sortierung,
        ebenen={eintrag.ebene, getattr(eintrag, "ebene_zweite", "")} - {""},
        gebiete=eintrag.gebiete_json,
        themen={thema["slug"] for thema in eintrag.themen_json},
    )


def _zeilen(stichtag: date) -> Any:
    """Return kind, source (organisation, body) and target of every public line of the day (one query)."""
    null = Value(0, output_field=BigIntegerField())
    mitglieder = Mitgliedschaft.objects.oeffentlich().aktiv_am(stichtag)
    leitungen = Leitung.objects.oeffentlich().aktiv_am(stichtag)
    beziehungen = Gremienbeziehung.objects.oeffentlich().aktiv_am(stichtag)
    verbaende = (
        Organisationsmitgliedschaft.objects.oeffentlich()
        .aktiv_am(stichtag)
        .filter(status=Mitgliedsstatus.MITGLIED)
    )
    auftrag = Coalesce("organisation", "im_auftrag_von", "stelle__organisation", 0)
    traeger = Coalesce("organisation", "stelle__organisation", 0)
    anderes, leitendes = Coalesce("mitglied_gremium", 0), Coalesce("leitendes_gremium", 0)
    return (
        _spalten(mitglieder, "mitglied", (auftrag, anderes), ("g", "gremium_id"))
        .union(
            _spalten(leitungen, "leitung", (traeger, leitendes), ("g", "gremium_id")),
            _spalten(beziehungen, "beziehung", (null, F("von_gremium_id")), ("g", "zu_gremium_id")),
            _spalten(verbaende, "verband", (F("organisation_id"), null), ("o", "verband_id")),
        )
        .order_by()
    )


def _spalten(zeilen: Any, art: str, quelle: tuple[Any, Any], ziel: tuple[str, str]) -> Any:
    """Return rows of one table in the columns that all lines share."""
    return zeilen.order_by().values_list(
        Value(art, output_field=CharField()),
        *quelle,
        Value(ziel[0], output_field=CharField()),
        F(ziel[1]),
    )

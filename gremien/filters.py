"""Filters of the middle floor's lists."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce, Concat

from gremien.enums import Berichtsart, Lebensstand
from gremien.models import (
    Bericht,
    Gremienart,
    Gremium,
    Methode,
    Netzwerkeintrag,
    Netzwerkseite,
    Planfassung,
    Projekt,
)
from gremien.models.projekt import NEUESTE_ZUERST
from gremien.queries import leitungen_der_organisation, rollen_der_organisation
from netzwerk.enums import Ebene
from netzwerk.filters import Gebietsfilter, gebiete
from netzwerk.lib.abfrage import Abfrage
from netzwerk.lib.dates import heute
from netzwerk.lib.json_listen import JsonListe
from netzwerk.lib.listenfilter import NACH_NAME, ZULETZT_GEAENDERT, Listenfilter, Sortierung, auswahl
from netzwerk.lib.vorkommen import Wahl, zweig
from netzwerk.models import Organisation, Programm, Thema, Zielgruppe
from netzwerk.validators import ERSTES_JAHR, LETZTES_JAHR

QUARTALE = [(str(quartal), f"{quartal}. Quartal") for quartal in range(1, 5)]
PROGRAMMNAME = Case(
    When(kurzname="", then="name"),
    default=Concat("name", Value(" ("), "kurzname", Value(")"), output_field=TextField()),
    output_field=TextField(),
)


class GremiumFilter(Gebietsfilter):
    """Bodies by kind, level, area, topic, target group, state, programme and who leads or sits in them."""

    WORTE = ("Gremium", "Gremien")
    SORTIERUNGEN = (NACH_NAME, ZULETZT_GEAENDERT)
    WERTE = {"gebiet": gebiete}

    art = auswahl("Art", field_name="art__slug")
    ebene = auswahl("Ebene", choices=Ebene.choices, method="auf_ebene")
    thema = auswahl("Thema", field_name="themen__slug")
    zielgruppe = auswahl("Zielgruppe", field_name="zielgruppen__slug")
    organisation = auswahl("Organisation", method="mit_organisation")
    programm = auswahl("Programm", field_name="programme__slug")
    lebensstand = auswahl("Stand", choices=Lebensstand.choices)

    class Meta:
        model = Gremium
        fields: ClassVar[list[str]] = []

    def zweige(self) -> Iterable[QuerySet[Any]]:
        """Return what occurs among the bodies."""
        return [
            zweig("art", Gremienart.objects.oeffentlich().filter(self.bei("art"))),
            zweig("thema", Thema.objects.oeffentlich().filter(self.bei("themen"))),
            zweig("zielgruppe", Zielgruppe.objects.oeffentlich().filter(self.bei("zielgruppen"))),
            zweig("organisation", Organisation.objects.oeffentlich().filter(self._wirkt_mit())),
            programme(self.bei("programme")),
        ]

    def _wirkt_mit(self) -> Q:
        """Return the condition that an organisation of an outer query leads a listed body or sits in one."""
        aussen, gremien = OuterRef("pk"), self.bestand.values("pk")
        return Q(Exists(leitungen_der_organisation(aussen, heute()).filter(gremium__in=gremien))) | Q(
            Exists(rollen_der_organisation(aussen, heute()).filter(gremium__in=gremien))
        )

    def mit_organisation(self, queryset: Any, name: str, slug: str) -> Any:
        """Return the bodies that an organisation leads or sits in today."""
        organisation = Organisation.objects.oeffentlich().filter(slug=slug).values("pk")[:1]
        leitet = leitungen_der_organisation(Subquery(organisation), heute()).values("gremium")
        sitzt = rollen_der_organisation(Subquery(organisation), heute()).values("gremium")
        return queryset.filter(Q(pk__in=leitet.order_by()) | Q(pk__in=sitzt.order_by()))

    def auf_ebene(self, queryset: Any, name: str, ebene: str) -> Any:
        """Return the bodies of a level."""
        return queryset.auf_ebene(ebene)


def netzwerkwahl(gremien: QuerySet[Any]) -> tuple[QuerySet[Any], QuerySet[Any]]:
    """Return the kinds and the topics that occur among the bodies of an editorial page."""
    # Not with Exists: that would walk the page once for every kind and topic there is.
    return (
        Gremienart.objects.oeffentlich().filter(pk__in=gremien.order_by().values("art")),
        Thema.objects.oeffentlich().filter(pk__in=gremien.order_by().values("themen")),
    )


@Abfrage
def netzwerkseite_mit_wahl(organisation: int | None) -> QuerySet[Netzwerkseite]:
    """Return the row of an organisation's editorial page with all that its filter offers."""
    gremien = Gremium.objects.oeffentlich().filter(netzwerkeintraege__seite__organisation=organisation)
    arten, themen_ = (
        JsonListe(werte.order_by("position", "id"), slug="slug", name="name")
        for werte in netzwerkwahl(gremien)
    )
    seite = Netzwerkseite.objects.oeffentlich().filter(organisation=organisation)
    return seite.annotate(arten_json=arten, themen_json=themen_)[:1]


class NetzwerkFilter(Listenfilter):
    """Entries of an editorial page that are bodies, by kind, level and topic."""

    WORTE = ("Eintrag", "Einträge")

    art = auswahl("Art", field_name="gremium__art__slug")
    ebene = auswahl("Ebene", choices=Ebene.choices, method="auf_ebene")
    thema = auswahl("Thema", field_name="gremium__themen__slug")

    class Meta:
        model = Netzwerkeintrag
        fields: ClassVar[list[str]] = []

    def zweige(self) -> Iterable[QuerySet[Any]]:
        """Return what occurs among the bodies of the page."""
        arten, themen_ = netzwerkwahl(
            Gremium.objects.oeffentlich().filter(netzwerkeintraege__in=self.queryset)
        )
        return [zweig("art", arten), zweig("thema", themen_)]

    @cached_property
    def treffer(self) -> set[int]:
        """Return the ids of the entries that fit (one query)."""
        return set(self.qs.values_list("pk", flat=True))

    @cached_property
    def anzahl(self) -> str:
        """Return how many entries fit, "" for the whole page."""
        return self.in_worten(len(self.treffer)) if self.chips else ""

    def auf_ebene(self, queryset: Any, name: str, ebene: str) -> Any:
        """Return the entries of a level; a federation has one, too."""
        return queryset.filter(
            Q(gremium__ebene=ebene) | Q(gremium__ebene_zweite=ebene) | Q(organisation__ebene=ebene)
        )


def programme(bedingung: Any) -> QuerySet[Any]:
    """Return the programmes that occur, with the short names people say ("JUSTiQ")."""
    return zweig("programm", Programm.objects.oeffentlich().filter(bedingung), wort=PROGRAMMNAME)


class ProjektFilter(Gebietsfilter):
    """Projects by method, organisation (whatever its part), year, programme, area and topic."""

    GEBIET = "standorte"
    WORTE = ("Projekt", "Projekte")
    SORTIERUNGEN = (
        Sortierung("jahr", "neueste zuerst", NEUESTE_ZUERST),
        Sortierung("plan", "Planzeitraum", ("-planjahr", "sortierung", "id")),
        Sortierung("kunde", "Kunde", ("kundenname", "sortierung", "id")),
        Sortierung("titel", "Titel", ("sortierung", "id")),
    )
    WERTE = {"gebiet": gebiete, "jahr": lambda filter_: jahre_der_spannen(filter_.vorkommen.get("jahr", []))}

    methode = auswahl("Methode", field_name="methoden__slug")
    organisation = auswahl("Organisation", method="mit_organisation")
    jahr = auswahl("Jahr", method="im_jahr")
    programm = auswahl("Programm", method="mit_programm")
    thema = auswahl("Thema", field_name="themen__slug")

    class Meta:
        model = Projekt
        fields: ClassVar[list[str]] = []

    def zweige(self) -> Iterable[QuerySet[Any]]:
        """Return what occurs among the projects; years as spans of the projects and their plans."""
        organisationen = Organisation.objects.oeffentlich()
        plaene = Planfassung.objects.filter(projekt__in=self.bestand.values("pk"))
        eigene = self.bestand.annotate(
            erstes=Coalesce("von_jahr", "bis_jahr"), letztes=Coalesce("bis_jahr", "von_jahr")
        )
        return [
            zweig("methode", Methode.objects.oeffentlich().filter(self.bei("methoden"))),
            zweig("organisation", organisationen.filter(self.bei("institut"))),
            zweig("organisation", organisationen.filter(self.bei("beteiligungen__organisation"))),
            zweig("jahr", eigene, wert="erstes", wort="letztes"),
            zweig("jahr", plaene, wert="von_jahr", wort="bis_jahr"),
            programme(self.bei("programmbezuege__programm")),
            zweig("thema", Thema.objects.oeffentlich().filter(self.bei("themen"))),
        ]

    def mit_organisation(self, queryset: Any, name: str, slug: str) -> Any:
        """Return the projects that an organisation carries out or takes part in."""
        beteiligt = self.bestand.filter(beteiligungen__organisation__slug=slug)
        return queryset.filter(Q(institut__slug=slug) | Q(pk__in=beteiligt.values("pk")))

    def im_jahr(self, queryset: Any, name: str, jahr: str) -> Any:
        """Return the projects that ran in a year, or whose plan was valid then."""
        geplant = self.bestand.filter(planfassungen__von_jahr__lte=jahr, planfassungen__bis_jahr__gte=jahr)
        lief = Q(erstes__lte=jahr, letztes__gte=jahr)
        return queryset.alias(
            erstes=Coalesce("von_jahr", "bis_jahr"), letztes=Coalesce("bis_jahr", "von_jahr")
        ).filter(lief | Q(pk__in=geplant.values("pk")))

    def mit_programm(self, queryset: Any, name: str, slug: str) -> Any:
        """Return the projects that refer to a programme, each once."""
        return queryset.filter(pk__in=self.bestand.filter(programmbezuege__programm__slug=slug).values("pk"))


def spanne(von: int, bis: int) -> range:
    """Return the years of a span, without what an import may bring and nobody lives to see."""
    return range(max(von, ERSTES_JAHR), min(bis, LETZTES_JAHR) + 1)


def jahre_der_spannen(spannen: Wahl) -> Wahl:
    """Return all years of some spans (first and last as text), latest first."""
    jahre = {jahr for von, bis in spannen for jahr in spanne(int(von), int(bis))}
    return [(str(jahr), str(jahr)) for jahr in sorted(jahre, reverse=True)]


class BerichtFilter(Gebietsfilter):
    """Reports by kind, year, quarter, who reports, programme, target group, area and topic."""

    WORTE = ("Bericht", "Berichte")
    SORTIERUNGEN = (
        Sortierung("datum", "neueste zuerst", ("-datum", "-id")),
        Sortierung("zeitraum", "Berichtszeitraum", ("-zeitraum", "-datum", "-id")),
        Sortierung("mitglied", "Mitglied", ("mitglied", "-datum", "-id")),
    )
    WERTE = {"gebiet": gebiete, "jahr": lambda filter_: filter_.vorkommen.get("jahr", [])[::-1]}

    art = auswahl("Art", choices=Berichtsart.choices)
    jahr = auswahl("Jahr")
    quartal = auswahl("Quartal", choices=QUARTALE)
    organisation = auswahl("Mitglied", field_name="organisation__slug")
    programm = auswahl("Programm", field_name="programme__slug")
    zielgruppe = auswahl("Zielgruppe", field_name="zielgruppen__slug")
    thema = auswahl("Thema", field_name="themen__slug")

    class Meta:
        model = Bericht
        fields: ClassVar[list[str]] = []

    def zweige(self) -> Iterable[QuerySet[Any]]:
        """Return what occurs among the reports."""
        return [
            zweig("jahr", self.bestand, wert="jahr", wort="jahr"),
            zweig("organisation", Organisation.objects.oeffentlich().filter(self.bei("organisation"))),
            programme(self.bei("programme")),
            zweig("zielgruppe", Zielgruppe.objects.oeffentlich().filter(self.bei("zielgruppen"))),
            zweig("thema", Thema.objects.oeffentlich().filter(self.bei("themen"))),
        ]

"""Filters of the top floor's lists."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import QuerySet

from gremien.models import Gremienart
from netzwerk.filters import Gebietsfilter, gebiete, jahre, themen
from netzwerk.lib.listenfilter import ZULETZT_GEAENDERT, Sortierung, auswahl
from netzwerk.lib.vorkommen import zweig
from netzwerk.models import Organisation
from sitzungen.enums import AUSGEFALLEN, NICHT_FREIGEGEBEN, Vorlagenart, Vorlagenstand
from sitzungen.models import Sitzung, Vorlage

STAENDE = [(stand.value, stand.label) for stand in Vorlagenstand if stand not in NICHT_FREIGEGEBEN]
FINDET_STATT = [("ja", "findet statt"), ("nein", "abgesagt, verlegt oder entfallen")]


class SitzungFilter(Gebietsfilter):
    """Meetings by year and by kind, area and topic of their body; ``statt``: whether they take place."""

    GEBIET = "gremium__gebiete"
    WORTE = ("Sitzung", "Sitzungen")
    WERTE = {
        "gebiet": gebiete,
        "thema": themen,
        "jahr": lambda _: jahre(Sitzung.objects.oeffentlich().gelistet(), "datum"),
    }

    art = auswahl("Gremienart", field_name="gremium__art__slug")
    thema = auswahl("Thema", field_name="gremium__themen__slug")
    jahr = auswahl("Jahr", field_name="datum__year")
    statt = auswahl("Stand", choices=FINDET_STATT, method="nach_stand")

    class Meta:
        model = Sitzung
        fields: ClassVar[list[str]] = []

    def zweige(self) -> Iterable[QuerySet[Any]]:
        """Return the kinds of bodies that meet."""
        return [zweig("art", Gremienart.objects.oeffentlich().filter(self.bei("gremium__art")))]

    def nach_stand(self, queryset: Any, name: str, wert: str) -> Any:
        """Return the meetings that take place, or those that do not."""
        return queryset.filter(status__in=AUSGEFALLEN) if wert == "nein" else queryset.stattfindend()


class MonatFilter(SitzungFilter):
    """Meetings of one month: the year is said by it."""

    WERTE = {name: werte for name, werte in SitzungFilter.WERTE.items() if name != "jahr"}

    jahr = None


class VorlageFilter(Gebietsfilter):
    """Papers by kind, state, council, year, area and topic."""

    WORTE = ("Vorlage", "Vorlagen")
    SORTIERUNGEN = (
        Sortierung("datum", "neueste zuerst", ("-sortierdatum", "-id")),
        Sortierung("nummer", "Nummer", ("sortierung", "id")),
        ZULETZT_GEAENDERT,
    )
    WERTE = {
        "gebiet": gebiete,
        "thema": themen,
        "jahr": lambda _: jahre(Vorlage.objects.oeffentlich().gelistet(), "datum"),
    }

    art = auswahl("Art", choices=Vorlagenart.choices)
    stand = auswahl("Stand", choices=STAENDE)
    organisation = auswahl("Körperschaft", field_name="koerperschaft__slug")
    thema = auswahl("Thema", field_name="themen__slug")
    jahr = auswahl("Jahr", field_name="datum__year")

    class Meta:
        model = Vorlage
        fields: ClassVar[list[str]] = []

    def zweige(self) -> Iterable[QuerySet[Any]]:
        """Return the councils that have papers."""
        return [zweig("organisation", Organisation.objects.oeffentlich().filter(self.bei("koerperschaft")))]

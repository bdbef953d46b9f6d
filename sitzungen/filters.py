"""Filters of the top floor's lists."""

from typing import Any, ClassVar

from netzwerk.filters import Gebietsfilter, gebiete, jahre, themen
from netzwerk.lib.listenfilter import ZULETZT_GEAENDERT, Sortierung, auswahl
from sitzungen.enums import AUSGEFALLEN, Vorlagenart
from sitzungen.models import Sitzung, Vorlage

FINDET_STATT = [("ja", "findet statt"), ("nein", "abgesagt, verlegt oder entfallen")]


class SitzungFilter(Gebietsfilter):
    """Meetings by year and by the area and topic of their body; ``statt``: whether they take place."""

    GEBIET = "gremium__gebiete"
    WORTE = ("Sitzung", "Sitzungen")
    WERTE = {
        "gebiet": gebiete,
        "thema": themen,
        "jahr": lambda _: jahre(Sitzung.objects.oeffentlich().gelistet(), "datum"),
    }

    thema = auswahl("Thema", field_name="gremium__themen__slug")
    jahr = auswahl("Jahr", field_name="datum__year")
    statt = auswahl("Stand", choices=FINDET_STATT, method="nach_stand")

    class Meta:
        model = Sitzung
        fields: ClassVar[list[str]] = []

    def nach_stand(self, queryset: Any, name: str, wert: str) -> Any:
        """Return the meetings that take place, or those that do not."""
        return queryset.filter(status__in=AUSGEFALLEN) if wert == "nein" else queryset.stattfindend()


class MonatFilter(SitzungFilter):
    """Meetings of one month: the year is said by it."""

    WERTE = {name: werte for name, werte in SitzungFilter.WERTE.items() if name != "jahr"}

    jahr = None


class VorlageFilter(Gebietsfilter):
    """Papers by kind, year, area and topic."""

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
    thema = auswahl("Thema", field_name="themen__slug")
    jahr = auswahl("Jahr", field_name="datum__year")

    class Meta:
        model = Vorlage
        fields: ClassVar[list[str]] = []

"""Filters of the middle floor's lists."""

from typing import Any, ClassVar

from gremien.models import Gremienart, Gremium
from netzwerk.enums import Ebene
from netzwerk.filters import Gebietsfilter, gebiete, themen
from netzwerk.lib.listenfilter import auswahl


class GremiumFilter(Gebietsfilter):
    """Bodies by kind, level, area and topic; a body may work on two levels."""

    WORTE = ("Gremium", "Gremien")
    WERTE = {
        "art": lambda _: list(Gremienart.objects.oeffentlich().values_list("slug", "name")),
        "gebiet": gebiete,
        "thema": themen,
    }

    art = auswahl("Art", field_name="art__slug")
    ebene = auswahl("Ebene", choices=Ebene.choices, method="auf_ebene")
    thema = auswahl("Thema", field_name="themen__slug")

    class Meta:
        model = Gremium
        fields: ClassVar[list[str]] = []

    def auf_ebene(self, queryset: Any, name: str, ebene: str) -> Any:
        """Return the bodies of a level."""
        return queryset.auf_ebene(ebene)

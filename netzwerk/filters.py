"""Filters of the ground floor's lists, and the choices that lists of all floors share."""

from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.forms import DateField, DateInput
from django_filters import DateFilter

from netzwerk.enums import Ebene
from netzwerk.lib.dates import Genauigkeit, unscharf_lesen
from netzwerk.lib.listenfilter import NACH_NAME, ZULETZT_GEAENDERT, Listenfilter, Wahl, auswahl
from netzwerk.models import Organisation, Organisationsart, Thema
from netzwerk.queries import Gebietsbaum
from netzwerk.validators import ERSTES_JAHR, LETZTES_JAHR


def themen(satz: Any) -> Wahl:
    """Return all topics (one query)."""
    return list(Thema.objects.oeffentlich().order_by("position", "name").values_list("slug", "name"))


def gebiete(satz: "Gebietsfilter") -> Wahl:
    """Return all areas, in German order (one query)."""
    return [(gebiet.slug, gebiet.name) for gebiet in satz.baum.gebiete if not gebiet.ist_archiviert]


def jahre(zeilen: Any, feld: str) -> Wahl:
    """Return the years that rows have, latest first (one query); a mistyped one adds no more than itself."""
    tage = zeilen.order_by().dates(feld, "year", order="DESC")
    return [(f"{tag.year:04d}", f"{tag.year:04d}") for tag in tage]


class Tagesfeld(DateField):
    """A day as browsers send it, or as people type it ("31.12.2026"), of a year that can be meant."""

    def to_python(self, value: Any) -> Any:
        """Return the day, None for nothing. Raises ValidationError for what is none."""
        gelesen = unscharf_lesen(str(value)) if value else None
        if value and (gelesen is None or gelesen[1] != Genauigkeit.TAG):
            raise ValidationError("Bitte einen Tag angeben, zum Beispiel 31.12.2026.")
        tag = gelesen[0] if gelesen else None
        if tag is not None and not ERSTES_JAHR <= tag.year <= LETZTES_JAHR:
            raise ValidationError(f"Bitte ein Jahr zwischen {ERSTES_JAHR} und {LETZTES_JAHR} angeben.")
        return tag


class Tagesfilter(DateFilter):
    """A filter by a day."""

    field_class = Tagesfeld


def tag(label: str, method: Any) -> Tagesfilter:
    """Return a filter by a day."""
    return Tagesfilter(
        label=label, method=method, widget=DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class Gebietsfilter(Listenfilter):
    """A filter by area: what lies in it counts, too. ``GEBIET`` leads to the areas of a row."""

    GEBIET: ClassVar[str] = "gebiete"

    gebiet = auswahl("Gebiet", method="im_gebiet")

    @cached_property
    def baum(self) -> Gebietsbaum:
        """Return all areas (one query)."""
        return Gebietsbaum()

    def im_gebiet(self, queryset: Any, name: str, slug: str) -> Any:
        """Return the rows in an area or in what lies in it."""
        gebiet = self.baum.mit_adresse(slug)
        nummern = self.baum.nummern(gebiet) if gebiet else []
        darin = queryset.model.objects.filter(**{f"{self.GEBIET}__in": nummern})
        return queryset.filter(pk__in=darin.values("pk"))


class OrganisationFilter(Gebietsfilter):
    """Organisations by kind, level, area and topic."""

    WORTE = ("Organisation", "Organisationen")
    SORTIERUNGEN = (NACH_NAME, ZULETZT_GEAENDERT)
    WERTE = {
        "art": lambda _: list(Organisationsart.objects.oeffentlich().values_list("slug", "name")),
        "gebiet": gebiete,
        "thema": themen,
    }

    art = auswahl("Art", field_name="art__slug")
    ebene = auswahl("Ebene", choices=Ebene.choices)
    thema = auswahl("Thema", field_name="themen__slug")

    class Meta:
        model = Organisation
        fields: ClassVar[list[str]] = []

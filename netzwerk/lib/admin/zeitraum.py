"""Periods in lists and forms of the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from netzwerk.lib.dates import heute

VON_BIS = (("von", "von_genauigkeit"), ("bis", "bis_genauigkeit"))


class Zeitraumfilter(admin.SimpleListFilter):
    """What holds today, what is over, what is yet to come."""

    title = "Zeitraum"
    parameter_name = "zeitraum"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices."""
        return [("heute", "gilt heute"), ("vorbei", "vorbei"), ("kuenftig", "künftig")]

    def queryset(self, request: Any, queryset: QuerySet) -> QuerySet:
        """Return the rows of the choice."""
        tag = heute()
        if self.value() == "heute":
            return queryset.exclude(bis__lt=tag).exclude(von__gt=tag)
        if self.value() == "vorbei":
            return queryset.filter(bis__lt=tag)
        return queryset.filter(von__gt=tag) if self.value() == "kuenftig" else queryset

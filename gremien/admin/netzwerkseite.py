"""The editorial pages and their entries."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError

from gremien.admin.gruppen import GREMIEN
from gremien.models import Netzwerkeintrag, Netzwerkseite
from netzwerk.lib.admin import VEROEFFENTLICHUNG, Einzelheit, Inhaltadmin, Tabelle, Zeilenformset


class Eintragsformset(Zeilenformset):
    """Says which entry stands on the page already, beside the row."""

    def validate_unique(self) -> None:
        """Leave doubles to the writing of the rows, which knows which one comes second."""

    def schreiben(self, objekt: Any) -> None:
        """Write an entry once a page."""
        andere = Netzwerkeintrag.objects.filter(seite=objekt.seite).exclude(pk=objekt.pk)
        for feld in ("gremium", "organisation"):
            ziel = getattr(objekt, feld)
            if ziel is not None and andere.filter(**{feld: ziel}).exists():
                raise ValidationError({feld: f"{ziel} steht schon auf dieser Seite."})
        super().schreiben(objekt)


class Eintraege(Tabelle):
    """Entries in the order of the page."""

    model = Netzwerkeintrag
    formset = Eintragsformset
    classes = ()
    fields = ("position", "gremium", "organisation")
    verbunden = ("seite", "gremium", "organisation")


@admin.register(Netzwerkseite)
class NetzwerkseiteAdmin(Inhaltadmin):
    """Pages "Unser Netzwerk"."""

    gruppe = GREMIEN
    platz = 20
    list_display = ("titel", "organisation", "gebiet", "veroeffentlichung", "sichtbarkeit")
    list_select_related = ("organisation", "gebiet")
    search_fields = ("titel", "organisation__name", "gebiet__name")
    inlines = (Eintraege,)
    fieldsets = (
        (None, {"fields": ("titel", ("veroeffentlichung", "sichtbarkeit"))}),
        (
            "Wessen Seite",
            {"description": "Bitte genau eines ausfüllen.", "fields": ("organisation", "gebiet")},
        ),
        ("Einleitung", {"fields": ("einleitung",)}),
        VEROEFFENTLICHUNG,
    )


@admin.register(Netzwerkeintrag)
class NetzwerkeintragAdmin(Einzelheit):
    """Entries of pages."""

    gruppe = GREMIEN
    list_display = ("__str__", "seite", "position")
    list_select_related = ("gremium", "organisation", "seite__organisation", "seite__gebiet")
    search_fields = ("gremium__name", "organisation__name")
    fields = ("seite", "position", "gremium", "organisation")

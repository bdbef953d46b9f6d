"""The editorial pages and their entries."""

from django.contrib import admin

from gremien.admin.gruppen import GREMIEN
from gremien.forms import Eintragsformset
from gremien.models import Netzwerkeintrag, Netzwerkseite
from netzwerk.lib.admin import VEROEFFENTLICHUNG, Einzelheit, Inhaltadmin, Tabelle


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

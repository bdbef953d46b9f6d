"""Value lists, programmes and initiatives."""

from django.contrib import admin

from netzwerk.lib.admin import VON_BIS, Verwendetadmin, Wertadmin, Zeitraumfilter
from netzwerk.models import Organisationsart, Programm, Thema, Zielgruppe


@admin.register(Organisationsart, Zielgruppe)
class SchlichterWertAdmin(Wertadmin):
    """Values that are nothing but a name."""


@admin.register(Thema)
class ThemaAdmin(Wertadmin):
    """Topics have a page and so a text."""

    fields = ("name", "position", "slug", "beschreibung")


@admin.register(Programm)
class ProgrammAdmin(Verwendetadmin):
    """Funding programmes, initiatives, concepts."""

    gruppe = Wertadmin.gruppe
    list_display = ("name", "kurzname", "art", "geber", "zeitraum_text")
    list_filter = ("art", Zeitraumfilter, "ebene")
    list_select_related = ("geber",)
    search_fields = ("name", "kurzname")
    fieldsets = (
        (None, {"fields": ("name", "kurzname", "art", "geber")}),
        (
            "Weitere Angaben",
            {
                "classes": ["collapse"],
                "fields": ("ebene", "rechtsbezug", "webadresse", "teil_von", *VON_BIS, "slug"),
            },
        ),
    )

"""Decisions and what became of them."""

from django.contrib import admin

from netzwerk.lib.admin import VEROEFFENTLICHUNG, Einzelheit, Inhaltadmin, Tabelle
from sitzungen.admin.gruppen import SITZUNGEN
from sitzungen.models import Beschluss, Statusnotiz


class Statusnotizen(Tabelle):
    """Dated notes."""

    model = Statusnotiz
    classes = ()
    fields = ("datum", "umsetzung", "text")


@admin.register(Beschluss)
class BeschlussAdmin(Inhaltadmin):
    """Decisions, orders, promises."""

    gruppe = SITZUNGEN
    list_display = (
        "__str__",
        "nummer",
        "umsetzung",
        "frist",
        "verantwortlich",
        "veroeffentlichung",
        "sichtbarkeit",
    )
    list_filter = (*Inhaltadmin.list_filter, "art", "umsetzung")
    list_select_related = ("gremium", "verantwortlich", "vorlage", "punkt", "erledigt_durch")
    search_fields = ("nummer", "wortlaut", "gremium__name")
    date_hierarchy = "datum"
    inlines = (Statusnotizen,)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "gremium",
                    ("art", "nummer"),
                    "datum",
                    "wortlaut",
                    ("veroeffentlichung", "sichtbarkeit"),
                )
            },
        ),
        ("Woher", {"classes": ["collapse"], "fields": ("punkt", "vorlage")}),
        (
            "Umsetzung",
            {
                "classes": ["collapse"],
                "fields": (
                    "umsetzung",
                    "verantwortlich",
                    ("frist", "frist_genauigkeit", "frist_text"),
                    "erledigt_am",
                    "erledigt_durch",
                ),
            },
        ),
        VEROEFFENTLICHUNG,
    )


@admin.register(Statusnotiz)
class StatusnotizAdmin(Einzelheit):
    """Notes."""

    gruppe = SITZUNGEN
    list_display = ("datum", "beschluss", "umsetzung", "text")
    list_display_links = ("datum", "beschluss")
    list_select_related = ("beschluss__gremium",)
    search_fields = ("text",)
    fields = ("beschluss", "datum", "umsetzung", "text")

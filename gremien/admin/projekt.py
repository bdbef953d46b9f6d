"""Projects, plans, clients."""

from django.contrib import admin

from gremien.admin.gruppen import BERICHTE
from gremien.models import Kunde, Planfassung, Programmbezug, Projekt, Projektbeteiligung
from netzwerk.lib.admin import VEROEFFENTLICHUNG, Einzelheit, Grundadmin, Inhaltadmin, Tabelle
from netzwerk.models import Organisation


class Planfassungen(Tabelle):
    """Versions of the plan."""

    model = Planfassung
    fields = ("bezeichnung", "von_jahr", "bis_jahr", "fortschreibung_von")
    verbunden = ("projekt",)


class Beteiligungen(Tabelle):
    """Who takes part."""

    model = Projektbeteiligung
    fields = ("art", "organisation", "text", "position")
    verbunden = ("projekt", "organisation")


class Programmbezuege(Tabelle):
    """Programmes the project refers to."""

    model = Programmbezug
    fields = ("art", "programm")
    verbunden = ("projekt", "programm")


class Kunden(Tabelle):
    """The clients of an institute."""

    model = Kunde
    fk_name = "institut"
    fields = ("organisation", "bezeichnung", "aktuell", "position")
    verbunden = ("institut", "organisation")


admin.site.inline_anbieten(Organisation, Kunden)  # type: ignore[attr-defined]


@admin.register(Projekt)
class ProjektAdmin(Inhaltadmin):
    """Projects."""

    gruppe = BERICHTE
    list_display = ("titel", "institut", "zeitraum_text", "rolle", "veroeffentlichung", "sichtbarkeit")
    list_filter = (*Inhaltadmin.list_filter, "methoden")
    list_select_related = ("institut",)
    search_fields = ("titel", "institut__name", "slug")
    inlines = (Planfassungen, Beteiligungen, Programmbezuege)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "titel",
                    "institut",
                    "kurztext",
                    ("von_jahr", "bis_jahr"),
                    ("veroeffentlichung", "sichtbarkeit"),
                )
            },
        ),
        (
            "Beschreibung",
            {"classes": ["collapse"], "fields": ("rolle", "beschreibung", "ergebnisse", "bild")},
        ),
        (
            "Einordnung",
            {
                "classes": ["collapse"],
                "fields": (
                    "standorte",
                    "themen",
                    "methoden",
                    "dokumente",
                    "beauftragendes_gremium",
                    "vorgaenger",
                    "slug",
                ),
            },
        ),
        VEROEFFENTLICHUNG,
    )


@admin.register(Kunde)
class KundeAdmin(Grundadmin):
    """Clients."""

    gruppe = BERICHTE
    list_display = ("organisation", "bezeichnung", "institut", "aktuell", "position")
    list_filter = ("aktuell",)
    list_select_related = ("organisation", "institut")
    search_fields = ("organisation__name", "bezeichnung", "institut__name")
    fields = ("institut", "organisation", "bezeichnung", "aktuell", "position")


@admin.register(Planfassung)
class PlanfassungAdmin(Einzelheit):
    """Versions of plans."""

    gruppe = BERICHTE
    list_display = ("bezeichnung", "projekt", "zeitraum_text")
    list_select_related = ("projekt",)
    search_fields = ("bezeichnung", "projekt__titel")
    fields = ("projekt", "bezeichnung", "von_jahr", "bis_jahr", "fortschreibung_von")


@admin.register(Projektbeteiligung)
class ProjektbeteiligungAdmin(Einzelheit):
    """Who takes part in projects."""

    gruppe = BERICHTE
    list_display = ("projekt", "art", "organisation", "text")
    list_filter = ("art",)
    list_select_related = ("projekt", "organisation")
    search_fields = ("projekt__titel", "organisation__name", "text")
    fields = ("projekt", "art", "organisation", "text", "position")


@admin.register(Programmbezug)
class ProgrammbezugAdmin(Einzelheit):
    """Programmes of projects."""

    gruppe = BERICHTE
    list_display = ("projekt", "art", "programm")
    list_filter = ("art",)
    list_select_related = ("projekt", "programm")
    search_fields = ("projekt__titel", "programm__name")
    fields = ("projekt", "art", "programm")

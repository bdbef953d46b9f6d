"""Meetings, agenda items, and projects in meetings."""

from django.contrib import admin

from gremien.models import Projekt
from netzwerk.lib.admin import VEROEFFENTLICHUNG, Bloecke, Grundadmin, Inhaltadmin, Tabelle
from sitzungen.admin.gruppen import SITZUNGEN
from sitzungen.models import Anwesenheit, Projektberatung, Sitzung, Tagesordnungspunkt


class Tagesordnung(Bloecke):
    """Agenda items of a meeting."""

    model = Tagesordnungspunkt
    classes = ()
    fields = (("position", "nummer", "teil"), "titel", ("art", "ergebnis", "berichterstattung"), "text")
    verbunden = ("sitzung", "berichterstattung__organisation")


class ProjektWirdBeraten(Tabelle):
    """Where a project is dealt with."""

    model = Projektberatung
    fields = ("gremium", "sitzung", "termin", "termin_genauigkeit", "zweck")
    verbunden = ("projekt", "gremium", "sitzung__gremium")


admin.site.inline_anbieten(Projekt, ProjektWirdBeraten)  # type: ignore[attr-defined]


@admin.register(Sitzung)
class SitzungAdmin(Inhaltadmin):
    """Meetings."""

    gruppe = SITZUNGEN
    platz = 10
    list_display = (
        "bezeichnung",
        "wann_text",
        "zeit_text",
        "ort",
        "status",
        "veroeffentlichung",
        "sichtbarkeit",
    )
    list_filter = (*Inhaltadmin.list_filter, "status", "anlass")
    list_select_related = ("gremium",)
    search_fields = ("titel", "gremium__name", "gremium__kurzname", "ort", "termin_text")
    date_hierarchy = "datum"
    inlines = (Tagesordnung,)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "gremium",
                    ("datum", "datum_genauigkeit"),
                    ("uhrzeit", "ende_uhrzeit"),
                    ("ort", "raum"),
                    ("status", "oeffentlichkeit"),
                    ("veroeffentlichung", "sichtbarkeit"),
                )
            },
        ),
        (
            "Weitere Angaben",
            {
                "classes": ["collapse"],
                "fields": (
                    "titel",
                    ("nummer", "anlass"),
                    "weitere_gremien",
                    "termin_text",
                    "ende_datum",
                    "anschrift",
                    ("form", "online_link"),
                    "voraussetzung",
                    "hinweis",
                    "dokumente",
                ),
            },
        ),
        ("Absage oder Verlegung", {"classes": ["collapse"], "fields": ("absagegrund", "verlegt_auf")}),
        VEROEFFENTLICHUNG,
    )

    @admin.display(description="Sitzung")
    def bezeichnung(self, sitzung: Sitzung) -> str:
        """Return the meeting's name."""
        return sitzung.bezeichnung

    @admin.display(description="Uhrzeit")
    def zeit_text(self, sitzung: Sitzung) -> str:
        """Return the time of day in words."""
        return sitzung.zeit_text or "–"


@admin.register(Tagesordnungspunkt)
class TagesordnungspunktAdmin(Grundadmin):
    """Agenda items."""

    gruppe = SITZUNGEN
    list_display = ("nummer", "titel", "sitzung", "teil", "art", "ergebnis")
    list_display_links = ("titel",)
    list_filter = ("teil", "art", "ergebnis")
    list_select_related = ("sitzung__gremium", "berichterstattung__organisation")
    search_fields = ("titel", "nummer", "sitzung__gremium__name")
    fields = (
        "sitzung",
        ("position", "nummer"),
        "titel",
        ("teil", "art", "ergebnis"),
        "text",
        "berichterstattung",
    )


@admin.register(Projektberatung)
class ProjektberatungAdmin(Grundadmin):
    """Projects in bodies."""

    gruppe = SITZUNGEN
    list_display = ("projekt", "gremium", "wann_text", "zweck")
    list_select_related = ("projekt", "gremium", "sitzung__gremium")
    search_fields = ("projekt__titel", "gremium__name", "zweck")
    fields = ("projekt", "gremium", "sitzung", ("termin", "termin_genauigkeit"), "zweck")


@admin.register(Anwesenheit)
class AnwesenheitAdmin(Grundadmin):
    """Who comes to meetings, and who steps in."""

    gruppe = SITZUNGEN
    list_display = ("mitglied", "sitzung", "status", "vertretung_person", "vertretung_stelle")
    list_filter = ("status",)
    list_select_related = (
        "sitzung__gremium",
        "mitgliedschaft__person",
        "mitgliedschaft__stelle__organisation",
        "mitgliedschaft__organisation",
        "mitgliedschaft__mitglied_gremium",
        "vertretung_person",
        "vertretung_stelle__organisation",
    )
    search_fields = ("mitgliedschaft__person__nachname", "sitzung__gremium__name")
    fields = (
        "sitzung",
        "mitgliedschaft",
        "status",
        ("vertretung_person", "vertretung_stelle"),
        ("von_uhrzeit", "bis_uhrzeit", "minuten_dazu"),
        "grund_intern",
    )

    @admin.display(description="Mitglied")
    def mitglied(self, anwesenheit: Anwesenheit) -> str:
        """Return the member's name."""
        return anwesenheit.mitgliedschaft.mitglied_name

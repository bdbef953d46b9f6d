"""Reports and the duty to report."""

from django.contrib import admin

from gremien.admin.gruppen import BERICHTE
from gremien.models import Bericht, Berichtsabschnitt, Berichtspflicht, Pflichtvermerk
from netzwerk.lib.admin import VEROEFFENTLICHUNG, Bloecke, Einzelheit, Grundadmin, Inhaltadmin, Tabelle


class Abschnitte(Bloecke):
    """Sections of a report."""

    model = Berichtsabschnitt
    classes = ()
    fields = ("ueberschrift", "text", ("bild", "position"))
    verbunden = ("bild",)


class Pflichten(Tabelle):
    """What a body has to report."""

    model = Berichtspflicht
    fk_name = "gremium"
    fields = ("regel", "empfaenger", "wahlperiode", "frist_tage", "faellig_am", "wortlaut")
    verbunden = ("gremium", "organisation")


@admin.register(Bericht)
class BerichtAdmin(Inhaltadmin):
    """Reports."""

    gruppe = BERICHTE
    auswahl = ()
    list_display = ("titel", "organisation", "verbund", "zeitraum_text", "datum", "veroeffentlichung")
    list_filter = (*Inhaltadmin.list_filter, "art", "jahr", "quartal")
    list_select_related = ("organisation", "verbund")
    search_fields = ("titel", "untertitel", "organisation__name", "verbund__name")
    date_hierarchy = "datum"
    inlines = (Abschnitte,)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "titel",
                    "organisation",
                    "verbund",
                    ("art", "jahr", "quartal"),
                    ("datum", "ueberarbeitet_am", "ortszeile"),
                    ("veroeffentlichung", "sichtbarkeit"),
                )
            },
        ),
        (
            "Verfasst von",
            {
                "classes": ["collapse"],
                "fields": ("verfasser", "verfasser_ort", "verfasst_am", "namen_grundlage"),
            },
        ),
        (
            "Einordnung",
            {
                "classes": ["collapse"],
                "fields": (
                    "untertitel",
                    "themen",
                    "zielgruppen",
                    "programme",
                    "gebiete",
                    "ergaenzung_zu",
                    "slug",
                ),
            },
        ),
        VEROEFFENTLICHUNG,
    )


@admin.register(Berichtsabschnitt)
class BerichtsabschnittAdmin(Einzelheit):
    """Sections."""

    gruppe = BERICHTE
    list_display = ("__str__", "bericht", "position")
    list_select_related = ("bericht__organisation", "bild")
    search_fields = ("ueberschrift", "bericht__titel")
    fields = ("bericht", "ueberschrift", "text", "bild", "position")


@admin.register(Berichtspflicht)
class BerichtspflichtAdmin(Grundadmin):
    """Duties."""

    gruppe = BERICHTE
    list_display = ("__str__", "regel", "faellig_am", "wahlperiode")
    list_filter = ("regel",)
    list_select_related = ("gremium", "organisation", "wahlperiode__koerperschaft")
    search_fields = ("gremium__name", "organisation__name", "wortlaut")
    fieldsets = (
        (
            "Wer berichtet",
            {"description": "Bitte genau eines ausfüllen.", "fields": ("gremium", "organisation")},
        ),
        (None, {"fields": ("empfaenger", "regel", "wortlaut")}),
        (
            "Frist",
            {
                "fields": (
                    ("frist_tage", "wahlperiode"),
                    ("faellig_am", "ereignis_am"),
                    ("gilt_ab", "gilt_bis"),
                    "ausnahme",
                )
            },
        ),
    )


@admin.register(Pflichtvermerk)
class PflichtvermerkAdmin(Grundadmin):
    """What is noted of single times of duties."""

    gruppe = BERICHTE
    list_display = ("__str__", "bericht", "abgegeben_am", "ausgesetzt_grund", "erinnert_am")
    list_select_related = ("pflicht__gremium", "pflicht__organisation", "bericht__organisation")
    search_fields = ("pflicht__gremium__name", "pflicht__organisation__name", "ausgesetzt_grund")
    fields = ("pflicht", "bezugstag", "bericht", "abgegeben_am", "ausgesetzt_grund")

"""Reports and the duty to report."""

from django.contrib import admin

from gremien.admin.gruppen import BERICHTE
from gremien.models import Bericht, Berichtsabschnitt, Berichtspflicht
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
                    ("datum", "ortszeile"),
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
        ("Frist", {"fields": ("wahlperiode", "frist_tage", "faellig_am", "ausnahme")}),
    )

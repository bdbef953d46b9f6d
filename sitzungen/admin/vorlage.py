"""Papers, their sections, references and way through the bodies."""

from typing import Any

from django.contrib import admin

from netzwerk.lib.admin import (
    VEROEFFENTLICHUNG,
    Bloecke,
    Einzelheit,
    Grundadmin,
    Hauptformular,
    Inhaltadmin,
    Tabelle,
)
from netzwerk.lib.admin.zeilen import Lesezeilen
from sitzungen.admin.gruppen import SITZUNGEN
from sitzungen.enums import NICHT_FREIGEGEBEN, Vorlagenbezugsart
from sitzungen.models import Beratung, Vorlage, Vorlagenabschnitt, Vorlagenbezug
from sitzungen.models.vorlage import pfad_aus


class Abschnitte(Bloecke):
    """Headed sections of a paper."""

    model = Vorlagenabschnitt
    fields = ("ueberschrift", "text", "position")


class Beratungsfolge(Bloecke):
    """Steps of a paper in their stored order."""

    model = Beratung
    classes = ()
    fields = (
        ("position", "gremium", "zustaendigkeit"),
        ("sitzung", "punkt"),
        ("termin", "termin_genauigkeit"),
        ("teil", "schrittstatus", "ergebnis"),
        "verwiesen_an",
        "beschlusswortlaut",
    )
    verbunden = ("vorlage", "gremium", "sitzung__gremium", "punkt", "verwiesen_an")


class Bezuege(Tabelle):
    """Papers this one refers to."""

    model = Vorlagenbezug
    fk_name = "von_vorlage"
    fields = ("art", "zu_vorlage")
    verbunden = ("von_vorlage", "zu_vorlage")


class Gegenbezuege(Lesezeilen):
    """Papers that refer to this one; changed on their page."""

    model = Vorlagenbezug
    fk_name = "zu_vorlage"
    verbose_name_plural = "Bezüge anderer Vorlagen hierher"
    fields = ("umkehrung", "von_vorlage")
    readonly_fields = ("umkehrung",)
    verbunden = ("von_vorlage", "zu_vorlage")

    @admin.display(description="Bezug")
    def umkehrung(self, bezug: Vorlagenbezug) -> str:
        """Return how this paper says it."""
        return Vorlagenbezugsart(bezug.art).umkehrung


class Vorlagenformular(Hauptformular):
    """Keeps the path an address."""

    def clean_pfad(self) -> str:
        """Return the path in the only spelling that addresses have."""
        return pfad_aus(self.cleaned_data["pfad"])


@admin.register(Vorlage)
class VorlageAdmin(Inhaltadmin):
    """Papers."""

    gruppe = SITZUNGEN
    platz = 20
    form = Vorlagenformular
    nur_beim_anlegen = ("pfad",)
    list_display = (
        "kennung",
        "betreff",
        "koerperschaft",
        "art",
        "stand",
        "datum",
        "veroeffentlichung",
        "sichtbarkeit",
    )
    list_filter = (*Inhaltadmin.list_filter, "stand", "art")
    list_select_related = ("koerperschaft", "federfuehrend")
    search_fields = ("kennung", "betreff", "koerperschaft__name")
    date_hierarchy = "datum"
    inlines = (Beratungsfolge, Abschnitte, Bezuege, Gegenbezuege)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("koerperschaft", "kennung"),
                    "betreff",
                    ("art", "stand"),
                    "datum",
                    ("veroeffentlichung", "sichtbarkeit"),
                )
            },
        ),
        ("Text", {"fields": ("beschlussvorschlag", "sachverhalt")}),
        (
            "Wer",
            {
                "classes": ["collapse"],
                "fields": (
                    ("verfasser", "verfasser_telefon"),
                    "federfuehrend",
                    "bearbeiter",
                    "unterzeichnung",
                    "namen_grundlage",
                ),
            },
        ),
        (
            "Weitere Angaben",
            {
                "classes": ["collapse"],
                "fields": (
                    "rechtsgrundlagen",
                    "finanzielle_auswirkungen",
                    "gebiete",
                    "themen",
                    "betrifft",
                    "anlagen",
                    "pfad",
                ),
            },
        ),
        VEROEFFENTLICHUNG,
    )

    def get_readonly_fields(self, request: Any, obj: Any = None) -> tuple[str, ...]:
        """Freeze the number with the release."""
        fest = super().get_readonly_fields(request, obj)
        return (*fest, "kennung") if obj is not None and obj.stand not in NICHT_FREIGEGEBEN else fest


@admin.register(Beratung)
class BeratungAdmin(Grundadmin):
    """Steps."""

    gruppe = SITZUNGEN
    list_display = (
        "vorlage",
        "position",
        "gremium",
        "zustaendigkeit",
        "wann_text",
        "schrittstatus",
        "ergebnis",
    )
    list_filter = ("zustaendigkeit", "schrittstatus", "ergebnis")
    list_select_related = ("vorlage", "gremium", "sitzung__gremium", "punkt", "verwiesen_an")
    search_fields = ("vorlage__kennung", "vorlage__betreff", "gremium__name")
    fields = ("vorlage", *Beratungsfolge.fields)


@admin.register(Vorlagenabschnitt)
class VorlagenabschnittAdmin(Einzelheit):
    """Sections."""

    gruppe = SITZUNGEN
    list_display = ("ueberschrift", "vorlage", "position")
    list_select_related = ("vorlage",)
    search_fields = ("ueberschrift", "vorlage__kennung", "vorlage__betreff")
    fields = ("vorlage", "ueberschrift", "text", "position")


@admin.register(Vorlagenbezug)
class VorlagenbezugAdmin(Einzelheit):
    """References."""

    gruppe = SITZUNGEN
    list_display = ("von_vorlage", "art", "zu_vorlage")
    list_filter = ("art",)
    list_select_related = ("von_vorlage", "zu_vorlage")
    search_fields = ("von_vorlage__kennung", "zu_vorlage__kennung")
    fields = ("von_vorlage", "art", "zu_vorlage")

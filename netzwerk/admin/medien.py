"""Images and documents."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.utils.safestring import SafeString

from netzwerk.admin.gruppen import MEDIEN
from netzwerk.forms import BereinigteBilddatei, DateinameVomUpload
from netzwerk.lib.admin import VEROEFFENTLICHUNG, Hauptformular, Inhaltadmin, vorschau
from netzwerk.models import Bild, Dokument

DATEINAME_LAENGE = 200


class Bildformular(BereinigteBilddatei, Hauptformular):
    """Keeps only the pixels of an upload."""


class Rechtefilter(admin.SimpleListFilter):
    """Finds images of which nobody wrote down who made them or on what terms."""

    title = "Angaben zu Rechten"
    parameter_name = "rechte_fehlen"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        """Return the one choice."""
        return [("ja", "ohne Angaben zu Rechten")]

    def queryset(self, request: Any, queryset: QuerySet) -> QuerySet:
        """Return the rows of the choice."""
        return queryset.ohne_rechte() if self.value() == "ja" else queryset  # type: ignore[attr-defined]


@admin.register(Bild)
class BildAdmin(Inhaltadmin):
    """Images with caption, text and rights."""

    gruppe = MEDIEN
    form = Bildformular
    list_per_page = 25
    list_display = (
        "klein",
        "__str__",
        "alternativtext",
        "urheber",
        "rechte",
        "veroeffentlichung",
        "sichtbarkeit",
    )
    list_display_links = ("__str__",)
    list_filter = (Rechtefilter, *Inhaltadmin.list_filter)
    search_fields = ("alternativtext", "bildunterschrift", "urheber")
    readonly_fields = ("klein",)
    fieldsets = (
        (None, {"fields": ("klein", "datei", "alternativtext", "bildunterschrift", "urheber", "rechte")}),
        (None, {"fields": (("veroeffentlichung", "sichtbarkeit"),)}),
        VEROEFFENTLICHUNG,
    )

    @admin.display(description="Vorschau")
    def klein(self, bild: Bild) -> SafeString | str:
        """Return a small picture."""
        return vorschau(bild.get_absolute_url(), bild.breite, bild.hoehe) if bild.pk and bild.datei else "–"


class Dokumentformular(DateinameVomUpload, Hauptformular):
    """Names an upload by its own name unless another is given."""


class Fehlendfilter(admin.SimpleListFilter):
    """Finds titles with nothing behind them."""

    title = "Datei oder Webadresse"
    parameter_name = "fehlt"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        """Return the one choice."""
        return [("ja", "nichts hinterlegt")]

    def queryset(self, request: Any, queryset: QuerySet) -> QuerySet:
        """Return the rows of the choice."""
        return queryset.filter(datei="", webadresse="") if self.value() == "ja" else queryset


@admin.register(Dokument)
class DokumentAdmin(Inhaltadmin):
    """Documents: files of ours or links."""

    gruppe = MEDIEN
    form = Dokumentformular
    list_display = ("titel", "art", "fassung", "hinterlegt", "veroeffentlichung", "sichtbarkeit")
    list_filter = (Fehlendfilter, *Inhaltadmin.list_filter, "art")
    search_fields = ("titel", "dateiname", "fassung")
    fieldsets = (
        (None, {"fields": ("titel", "art", "datei", "webadresse", ("veroeffentlichung", "sichtbarkeit"))}),
        (
            "Weitere Angaben",
            {"classes": ["collapse"], "fields": ("fassung", ("gueltig_ab", "gueltig_bis"), "dateiname")},
        ),
        VEROEFFENTLICHUNG,
    )

    @admin.display(description="hinterlegt")
    def hinterlegt(self, dokument: Dokument) -> str:
        """Return what is behind the title."""
        if dokument.ist_fehlend:
            return "⚠ nichts hinterlegt"
        return "Datei" if dokument.datei else "Webadresse"

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Warn of a title with nothing behind it; that is allowed, but seldom meant."""
        super().save_model(request, obj, form, change)
        if obj.ist_fehlend:
            self.message_user(
                request, f"Zu „{obj}“ ist nichts hinterlegt: weder Datei noch Webadresse.", messages.WARNING
            )

"""Relations between bodies and who leads them; relations are written by the action alone."""

from typing import Any

from django.contrib import admin

from gremien.actions import beziehung_setzen
from gremien.admin.gruppen import GREMIEN
from gremien.enums import Beziehungsart
from gremien.forms import Beziehungsformset
from gremien.models import Gremienbeziehung, Leitung
from netzwerk.lib.admin import VON_BIS, Grundadmin, Tabelle, Zeitraumfilter
from netzwerk.lib.admin.zeilen import Lesezeilen

LEITENDE = ("organisation", "stelle__organisation", "person", "leitendes_gremium")


class Beziehungen(Tabelle):
    """What a body says of its relations."""

    model = Gremienbeziehung
    fk_name = "von_gremium"
    formset = Beziehungsformset
    verbose_name_plural = "Beziehungen zu anderen Gremien"
    fields = ("art", "zu_gremium", *VON_BIS, "quelle")
    verbunden = ("von_gremium", "zu_gremium")


class Gegenbeziehungen(Lesezeilen):
    """What others say of their relations to the body; changed on their page."""

    model = Gremienbeziehung
    fk_name = "zu_gremium"
    verbose_name_plural = "Beziehungen anderer Gremien hierher"
    fields = ("umkehrung", "von_gremium", "zeitraum_text", "quelle")
    readonly_fields = ("umkehrung", "zeitraum_text")
    verbunden = ("von_gremium", "zu_gremium")

    @admin.display(description="Beziehung")
    def umkehrung(self, beziehung: Gremienbeziehung) -> str:
        """Return how this body says it."""
        return Beziehungsart(beziehung.art).umkehrung


class Leitungen(Tabelle):
    """Who leads the body."""

    model = Leitung
    fk_name = "gremium"
    fields = ("art", "organisation", "stelle", "person", "leitendes_gremium", *VON_BIS, "position")
    verbunden = ("gremium", *LEITENDE)


@admin.register(Gremienbeziehung)
class GremienbeziehungAdmin(Grundadmin):
    """All relations."""

    gruppe = GREMIEN
    auswahl = ()
    list_display = ("von_gremium", "art", "zu_gremium", "zeitraum_text")
    list_filter = ("art", Zeitraumfilter)
    list_select_related = ("von_gremium", "zu_gremium")
    search_fields = ("von_gremium__name", "von_gremium__kurzname", "zu_gremium__name", "zu_gremium__kurzname")
    fields = ("von_gremium", "art", "zu_gremium", *VON_BIS, "quelle")

    def schreiben(self, request: Any, obj: Any) -> None:
        """Let the action write."""
        beziehung_setzen(obj, acting_user=request.user)


@admin.register(Leitung)
class LeitungAdmin(Grundadmin):
    """All leaders."""

    gruppe = GREMIEN
    list_display = ("gremium", "art", "wer", "zeitraum_text")
    list_filter = ("art", Zeitraumfilter)
    list_select_related = ("gremium", *LEITENDE)
    search_fields = ("gremium__name", "organisation__name", "stelle__bezeichnung", "person__nachname")
    fieldsets = (
        (None, {"fields": ("gremium", "art")}),
        (
            "Wer leitet",
            {
                "description": "Bitte genau eines ausfüllen.",
                "fields": ("organisation", "stelle", "person", "leitendes_gremium"),
            },
        ),
        ("Zeitraum und Reihenfolge", {"classes": ["collapse"], "fields": (*VON_BIS, "position")}),
    )

    @admin.display(description="wer")
    def wer(self, leitung: Leitung) -> str:
        """Return the leader's name."""
        return str(leitung.person or leitung.stelle or leitung.organisation or leitung.leitendes_gremium)

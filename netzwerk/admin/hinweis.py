"""Hints of visitors: a list of tasks."""

from typing import Any

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from netzwerk.actions import hinweis_stand_setzen
from netzwerk.admin.gruppen import PORTAL
from netzwerk.enums import Hinweisstand
from netzwerk.lib.admin import Grundadmin
from netzwerk.models import Hinweis


@admin.register(Hinweis)
class HinweisAdmin(Grundadmin):
    """What visitors wrote is read; how far it is, is kept."""

    gruppe = PORTAL
    platz = 5
    list_display = ("anliegen", "betrifft", "anfang", "stand", "erstellt_am", "bearbeitet_von")
    list_filter = ("stand", "anliegen")
    list_select_related = ("bearbeitet_von",)
    search_fields = ("text", "seite")
    fields = (
        "anliegen",
        "betrifft",
        "text",
        "name",
        "email",
        "stand",
        "notiz",
        "erledigt_am",
        "bearbeitet_von",
    )
    readonly_fields = (
        "anliegen",
        "betrifft",
        "text",
        "name",
        "email",
        "erledigt_am",
        "bearbeitet_von",
    )
    actions = ("als_erledigt",)

    @admin.display(description="Seite", ordering="seite")
    def betrifft(self, hinweis: Hinweis) -> str | SafeString:
        """Return a link to the page the hint is about."""
        if not hinweis.seite:
            return self.admin_site.empty_value_display
        return format_html('<a href="{}">{}</a>', hinweis.seite, hinweis.seite)

    @admin.display(description="Hinweis")
    def anfang(self, hinweis: Hinweis) -> str:
        """Return the first words."""
        return Truncator(hinweis.text).chars(80)

    @admin.action(description="Als erledigt ablegen", permissions=["change"])
    def als_erledigt(self, request: Any, queryset: Any) -> None:
        """Finish the chosen hints."""
        for hinweis in queryset:
            hinweis_stand_setzen(hinweis, Hinweisstand.ERLEDIGT, acting_user=request.user)
        self.message_user(request, "Die Hinweise sind als erledigt abgelegt.")

    def schreiben(self, request: Any, obj: Any) -> None:
        """Keep who said how far it is, and the note."""
        super().schreiben(request, obj)
        hinweis_stand_setzen(obj, obj.stand, acting_user=request.user)

    def has_add_permission(self, request: Any) -> bool:
        """Visitors write them."""
        return False

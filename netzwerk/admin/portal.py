"""The portal's own record, its duty pages, and drafts."""

from typing import Any

from django.contrib import admin

from netzwerk.admin.gruppen import PORTAL
from netzwerk.lib.admin import Grundadmin
from netzwerk.models import Arbeitsfassung, Portal, Seite


@admin.register(Portal)
class PortalAdmin(Grundadmin):
    """Site settings; there is one row."""

    gruppe = PORTAL
    list_display = ("name", "eigene_organisation", "betreiber", "kontakt_email")
    list_select_related = ("eigene_organisation",)
    fields = (
        "name",
        "untertitel",
        "begruessung",
        "eigene_organisation",
        "betreiber",
        "kontakt_email",
        "durchsetzungsstelle",
        "gebaerdenvideo",
    )

    def has_add_permission(self, request: Any) -> bool:
        """Only where the one row is missing."""
        return super().has_add_permission(request) and not Portal.objects.exists()

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Keep the portal."""
        return False


@admin.register(Seite)
class SeiteAdmin(Grundadmin):
    """The duty pages: their texts are edited, none comes or goes."""

    gruppe = PORTAL
    list_display = ("titel", "slug", "stand", "geprueft_am", "geaendert_am")
    search_fields = ("titel",)
    textzeilen = 24
    fields = ("titel", "text", "gebaerdenvideo", "stand", "geprueft_am", "position", "slug")
    readonly_fields = ("slug",)

    def has_add_permission(self, request: Any) -> bool:
        """Allow none: a page needs an address that is served."""
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Keep what the law wants."""
        return False


@admin.register(Arbeitsfassung)
class ArbeitsfassungAdmin(Grundadmin):
    """Pending changes: seen here, written and released in the staff area."""

    gruppe = PORTAL
    list_display = ("eintrag", "inhaltstyp", "bearbeitet_von", "zur_freigabe", "geaendert_am")
    list_filter = ("zur_freigabe",)
    list_select_related = ("inhaltstyp", "bearbeitet_von")
    fields = (
        "inhaltstyp",
        "objekt_id",
        "bearbeitet_von",
        "zur_freigabe",
        "basis_stand",
        "anmerkung",
        "daten",
    )

    def get_queryset(self, request: Any) -> Any:
        """Fetch the entries, one query a kind."""
        return super().get_queryset(request).prefetch_related("objekt")

    @admin.display(description="Eintrag")
    def eintrag(self, fassung: Arbeitsfassung) -> str:
        """Return the name of the entry."""
        return str(fassung.objekt or f"Nr. {fassung.objekt_id}")

    def has_add_permission(self, request: Any) -> bool:
        """Not here."""
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Not here."""
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Not here."""
        return False

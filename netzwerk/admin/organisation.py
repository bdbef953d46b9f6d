"""Organisations, their memberships in federations, and areas."""

from typing import Any

from django.contrib import admin

from netzwerk.actions import einordnen
from netzwerk.admin.gruppen import ORGANISATIONEN
from netzwerk.lib.admin import VEROEFFENTLICHUNG, VON_BIS, Grundadmin, Inhaltadmin, Tabelle, Zeitraumfilter
from netzwerk.models import Gebiet, Organisation, Organisationsmitgliedschaft, Stelle


class Verbaende(Tabelle):
    """The federations an organisation belongs to."""

    model = Organisationsmitgliedschaft
    fk_name = "organisation"
    verbose_name_plural = "Mitglied in Verbänden"
    fields = ("verband", "status", "ist_dachverband", *VON_BIS)
    verbunden = ("organisation", "verband")


class Mitgliedsorganisationen(Tabelle):
    """The organisations that belong to a federation."""

    model = Organisationsmitgliedschaft
    fk_name = "verband"
    verbose_name_plural = "Mitglieder dieses Verbands"
    fields = ("organisation", "status", "ist_dachverband", *VON_BIS)
    verbunden = ("organisation", "verband")


class Stellen(Tabelle):
    """The positions of an organisation."""

    model = Stelle
    fields = ("bezeichnung", "sichtbarkeit")
    verbunden = ("organisation",)


class Baumadmin(Inhaltadmin):
    """Entries that lie in one another; written under the lock that keeps circles out."""

    def schreiben(self, request: Any, obj: Any) -> None:
        """Let the action write."""
        einordnen(obj, acting_user=request.user)


@admin.register(Organisation)
class OrganisationAdmin(Baumadmin):
    """Organisations with their units."""

    gruppe = ORGANISATIONEN
    platz = 10
    list_display = ("name", "kurzname", "art", "parent", "veroeffentlichung", "sichtbarkeit", "geaendert_am")
    list_filter = (*Inhaltadmin.list_filter, "art", "ebene", "anerkannt_75")
    list_select_related = ("art", "parent")
    search_fields = ("name", "kurzname", "slug")
    inlines = (Verbaende, Mitgliedsorganisationen, Stellen)
    fieldsets = (
        (None, {"fields": ("name", "kurzname", "art", "kurztext", ("veroeffentlichung", "sichtbarkeit"))}),
        (
            "Einordnung",
            {
                "classes": ["collapse"],
                "fields": ("parent", "ebene", "gebiete", "themen", "rechtsform", "anerkannt_75"),
            },
        ),
        ("Beschreibung", {"classes": ["collapse"], "fields": ("beschreibung",)}),
        (
            "Kontakt",
            {
                "classes": ["collapse"],
                "fields": ("webadresse", "kontakt_email", "kontakt_telefon", "anschrift"),
            },
        ),
        VEROEFFENTLICHUNG,
        ("Adresse und Notiz", {"classes": ["collapse"], "fields": ("slug", "notiz_intern")}),
    )


@admin.register(Organisationsmitgliedschaft)
class OrganisationsmitgliedschaftAdmin(Grundadmin):
    """Memberships in federations."""

    gruppe = ORGANISATIONEN
    list_display = ("organisation", "verband", "status", "ist_dachverband", "zeitraum_text")
    list_filter = (Zeitraumfilter, "status", "ist_dachverband")
    list_select_related = ("organisation", "verband")
    search_fields = ("organisation__name", "organisation__kurzname", "verband__name", "verband__kurzname")
    fields = ("organisation", "verband", "status", "ist_dachverband", *VON_BIS)


@admin.register(Gebiet)
class GebietAdmin(Baumadmin):
    """Areas as a tree."""

    gruppe = ORGANISATIONEN
    list_display = ("name", "art", "parent", "veroeffentlichung", "sichtbarkeit")
    list_filter = (*Inhaltadmin.list_filter, "art")
    list_select_related = ("parent",)
    search_fields = ("name", "slug")
    fieldsets = (
        (None, {"fields": ("name", "art", "parent", ("veroeffentlichung", "sichtbarkeit"))}),
        ("Beschreibung und Adresse", {"classes": ["collapse"], "fields": ("beschreibung", "slug")}),
        VEROEFFENTLICHUNG,
    )

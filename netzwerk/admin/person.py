"""People, positions, who works where, and on what basis a name may be public."""

from typing import Any

from django.contrib import admin

from netzwerk.admin.gruppen import ORGANISATIONEN
from netzwerk.lib.admin import VON_BIS, Grundadmin, Papierkorbadmin, Tabelle, Zeitraumfilter
from netzwerk.lib.dates import heute
from netzwerk.models import Einwilligung, Person, Stelle, Zugehoerigkeit

NAMENSHINWEIS = (
    "Der Name erscheint öffentlich nur, wenn hier „Name“ gewählt ist und unten eine Grundlage "
    "(Einwilligung oder öffentliches Amt) gilt, und nur während der Amtszeit. Sonst steht dort die Funktion."
)


class Zugehoerigkeiten(Tabelle):
    """Where a person works."""

    model = Zugehoerigkeit
    fields = ("organisation", "stelle", "funktion", *VON_BIS)
    verbunden = ("person", "organisation", "stelle__organisation")


class Einwilligungen(Tabelle):
    """Why a person's name may be public."""

    model = Einwilligung
    classes = ()
    fields = ("grundlage", "erteilt_am", "gilt_bis", "widerrufen_am", "nachweis")


@admin.register(Person)
class PersonAdmin(Papierkorbadmin):
    """People; internal unless a basis for the name stands."""

    gruppe = ORGANISATIONEN
    platz = 20
    list_display = ("listenname", "titel", "namensnennung", "name_oeffentlich", "email", "geaendert_am")
    list_filter = ("namensnennung",)
    search_fields = ("nachname", "vorname", "email")
    inlines = (Einwilligungen, Zugehoerigkeiten)
    fieldsets = (
        (None, {"fields": (("vorname", "nachname"), ("email", "telefon"))}),
        ("Name in der Öffentlichkeit", {"description": NAMENSHINWEIS, "fields": ("namensnennung",)}),
        (
            "Weitere Angaben",
            {
                "classes": ["collapse"],
                "fields": (("anrede", "titel", "namenszusatz"), "bild", "notiz_intern"),
            },
        ),
    )

    def get_queryset(self, request: Any) -> Any:
        """Fetch the bases of all shown names at once."""
        return super().get_queryset(request).prefetch_related("einwilligungen")

    @admin.display(description="Name", ordering="sortierung")
    def listenname(self, person: Person) -> str:
        """Return the name as it is sorted."""
        return person.listenname

    @admin.display(description="heute öffentlich lesbar")
    def name_oeffentlich(self, person: Person) -> str:
        """Return what the public may read today."""
        return person.anzeigename(heute(), "oeffentlich") or "kein Name"


@admin.register(Einwilligung)
class EinwilligungAdmin(Grundadmin):
    """Bases of names."""

    gruppe = ORGANISATIONEN
    list_display = ("person", "grundlage", "erteilt_am", "gilt_bis", "widerrufen_am")
    list_filter = ("grundlage",)
    list_select_related = ("person",)
    search_fields = ("person__nachname", "person__vorname", "nachweis")
    date_hierarchy = "erteilt_am"
    fields = ("person", "grundlage", "erteilt_am", "gilt_bis", "widerrufen_am", "nachweis")


@admin.register(Stelle)
class StelleAdmin(Papierkorbadmin):
    """Positions without a name."""

    gruppe = ORGANISATIONEN
    list_display = ("bezeichnung", "organisation", "sichtbarkeit")
    list_filter = ("sichtbarkeit",)
    list_select_related = ("organisation",)
    search_fields = ("bezeichnung", "organisation__name", "organisation__kurzname")
    fields = ("bezeichnung", "organisation", "sichtbarkeit")


@admin.register(Zugehoerigkeit)
class ZugehoerigkeitAdmin(Grundadmin):
    """Who works where."""

    gruppe = ORGANISATIONEN
    list_display = ("person", "organisation", "stelle", "funktion", "zeitraum_text")
    list_filter = (Zeitraumfilter,)
    list_select_related = ("person", "organisation", "stelle__organisation")
    search_fields = ("person__nachname", "person__vorname", "organisation__name", "funktion")
    fields = ("person", "organisation", "stelle", "funktion", *VON_BIS)

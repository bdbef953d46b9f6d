"""Bodies with everything that belongs to them."""

from typing import Any

from django.contrib import admin

from gremien.admin.bericht import Pflichten
from gremien.admin.beziehung import Beziehungen, Gegenbeziehungen, Leitungen
from gremien.admin.gruppen import GREMIEN
from gremien.admin.mitgliedschaft import Betreuungen, Mitgliedschaften, Sitzkategorien
from gremien.models import (
    Adressat,
    FruehererName,
    Gremienart,
    Gremienbild,
    Gremium,
    Methode,
    Teilnehmendenart,
)
from netzwerk.actions import adresse_mit_ort
from netzwerk.lib.admin import (
    VEROEFFENTLICHUNG,
    VON_BIS,
    Einzelheit,
    Hauptformular,
    Inhaltadmin,
    Tabelle,
    Wertadmin,
)

ZU = ("collapse",)
GLEICHNAMIGE = 5


class FruehereNamen(Tabelle):
    """Names the body had before."""

    model = FruehererName
    fields = ("name", *VON_BIS)


class Bilder(Tabelle):
    """Images of the body in their order."""

    model = Gremienbild
    fields = ("bild", "position")
    verbunden = ("bild",)


class Teilnehmende(Tabelle):
    """Who takes part, by kind."""

    model = Teilnehmendenart
    fields = ("text", "organisationsart", "ebene", "position")
    verbunden = ("organisationsart",)


class Adressaten(Tabelle):
    """Whom the body addresses."""

    model = Adressat
    fields = ("text", "organisation", "position")
    verbunden = ("organisation",)


class Gremiumformular(Hauptformular):
    """A new body whose address is taken takes its place into the address."""

    def clean(self) -> Any:
        """Make the address from name and place when none is given."""
        daten = super().clean()
        gegeben = self.cleaned_data
        if (
            "slug" in self.fields
            and "slug" not in self.errors
            and not gegeben.get("slug")
            and gegeben.get("name")
        ):
            gebiet = next(iter(gegeben.get("gebiete") or ()), None)
            gegeben["slug"] = adresse_mit_ort(Gremium, gegeben["name"], gebiet.name if gebiet else "")
        self.instance.hinweise = self._gleichnamige(gegeben.get("name", ""))
        return daten

    def _gleichnamige(self, name: str) -> list[str]:
        """Warn of other bodies of a name that was just given."""
        if not name or "name" not in self.changed_data:
            return []
        andere = Gremium.objects.vorhanden().filter(name__iexact=name).exclude(pk=self.instance.pk)
        namen = [f"{gremium} ({gremium.slug})" for gremium in andere[:GLEICHNAMIGE]]
        return [f"Es gibt schon ein Gremium mit diesem Namen: {', '.join(namen)}."] if namen else []


@admin.register(Gremium)
class GremiumAdmin(Inhaltadmin):
    """Bodies: name, kind and one sentence are enough."""

    gruppe = GREMIEN
    platz = 10
    form = Gremiumformular
    list_display = (
        "name",
        "kurzname",
        "art",
        "ebene",
        "lebensstand",
        "veroeffentlichung",
        "sichtbarkeit",
        "geaendert_am",
    )
    list_filter = (*Inhaltadmin.list_filter, "lebensstand", "ebene", "art")
    list_select_related = ("art",)
    search_fields = ("name", "langname", "kurzname", "slug")
    inlines = (
        Leitungen,
        Beziehungen,
        Gegenbeziehungen,
        Sitzkategorien,
        Mitgliedschaften,
        Teilnehmende,
        Adressaten,
        Bilder,
        FruehereNamen,
        Pflichten,
        Betreuungen,
    )
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "name",
                    "art",
                    "kurztext",
                    ("ebene", "ebene_zweite"),
                    ("veroeffentlichung", "sichtbarkeit"),
                )
            },
        ),
        (
            "Namen",
            {
                "classes": ZU,
                "fields": ("kurzname", "langname", "weitere_bezeichnungen", "slug", "zugleich_organisation"),
            },
        ),
        (
            "Einordnung",
            {
                "classes": ZU,
                "fields": (
                    "gebiete",
                    "themen",
                    "zielgruppen",
                    "programme",
                    ("funktion", "zugang"),
                    ("rechtsform", "rechtsgrundlage"),
                ),
            },
        ),
        (
            "Beschreibung",
            {"classes": ZU, "fields": ("beschreibung", "auftrag", "aufgaben", "nutzen", "mitmachen")},
        ),
        (
            "Sitzungen und Mitglieder",
            {
                "classes": ZU,
                "fields": (
                    "oeffentlichkeit",
                    "rhythmus_text",
                    ("rhythmus_min", "rhythmus_max", "rhythmus_einheit"),
                    "mitgliederzahl_text",
                    ("mitgliederzahl_stand", "mitgliederzahl_stand_genauigkeit"),
                ),
            },
        ),
        (
            "Regeln für Mandate",
            {
                "classes": ZU,
                "fields": (
                    ("ein_sitz_je_einrichtung", "amt_bis_nachfolge"),
                    "erinnerung_monate",
                    ("wahl_am", "vorschlagsfrist"),
                ),
            },
        ),
        (
            "Stand",
            {
                "classes": ZU,
                "fields": (
                    "lebensstand",
                    ("lebensstand_seit", "lebensstand_seit_genauigkeit"),
                    ("besteht_seit", "besteht_seit_genauigkeit"),
                ),
            },
        ),
        ("Kontakt und Dokumente", {"classes": ZU, "fields": ("kontakt_email", "webadresse", "dokumente")}),
        VEROEFFENTLICHUNG,
        ("Interne Notiz", {"classes": ZU, "fields": ("notiz_intern",)}),
    )


@admin.register(Gremienart, Methode)
class SchlichterWertAdmin(Wertadmin):
    """Values that are nothing but a name."""


@admin.register(FruehererName)
class FruehererNameAdmin(Einzelheit):
    """Former names."""

    gruppe = GREMIEN
    list_display = ("name", "gremium", "zeitraum_text")
    list_select_related = ("gremium",)
    search_fields = ("name", "gremium__name")
    fields = ("gremium", "name", *VON_BIS)


@admin.register(Gremienbild)
class GremienbildAdmin(Einzelheit):
    """Places of images."""

    gruppe = GREMIEN
    list_display = ("bild", "gremium", "position")
    list_select_related = ("bild", "gremium")
    fields = ("gremium", "bild", "position")


@admin.register(Teilnehmendenart)
class TeilnehmendenartAdmin(Einzelheit):
    """Who takes part, by kind."""

    gruppe = GREMIEN
    list_display = ("text", "gremium", "organisationsart", "ebene")
    list_select_related = ("gremium", "organisationsart")
    search_fields = ("text", "gremium__name")
    fields = ("gremium", "text", "organisationsart", "ebene", "position")


@admin.register(Adressat)
class AdressatAdmin(Einzelheit):
    """Whom bodies address."""

    gruppe = GREMIEN
    list_display = ("text", "gremium", "organisation")
    list_select_related = ("gremium", "organisation")
    search_fields = ("text", "gremium__name")
    fields = ("gremium", "text", "organisation", "position")

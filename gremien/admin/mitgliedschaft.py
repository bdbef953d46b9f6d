"""Seats, who sits in them, who steps in, terms, and which account looks after which body."""

from django.contrib import admin

from gremien.admin.beziehung import LEITENDE
from gremien.admin.gruppen import GREMIEN
from gremien.admin.nachfolge import Mitgliedschaftsformular, Mitgliedschaftszeile
from gremien.models import (
    Betreuung,
    Leitung,
    Mandatsvorschlag,
    Mitgliedschaft,
    Sitz,
    Sitzkategorie,
    Stellvertretung,
    Wahlperiode,
)
from netzwerk.lib.admin import VON_BIS, Bloecke, Grundadmin, Papierkorbadmin, Tabelle, Zeitraumfilter
from netzwerk.models import Konto, Organisation, Person

WER = ("person", "stelle", "organisation", "mitglied_gremium")
NAMEN = (
    "gremium",
    "person",
    "stelle__organisation",
    "organisation",
    "mitglied_gremium",
    "im_auftrag_von",
    "sitz__kategorie__gremium",
)
EINES = "Bitte genau eines ausfüllen."
WECHSEL = (
    "Bei einem Wechsel: bisherige Mitgliedschaft mit „bis“ beenden und eine neue beginnen. "
    "So bleibt nachlesbar, wer wann auf dem Sitz war."
)


class Sitzkategorien(Tabelle):
    """Groups of seats of a body; the seats stand on the page of their group."""

    model = Sitzkategorie
    fields = (
        "bezeichnung",
        "stimmrecht",
        "soll_min",
        "soll_max",
        "organisationsart",
        "regeltext",
        "position",
    )
    verbunden = ("gremium", "organisationsart")


class Sitze(Tabelle):
    """Seats of a group."""

    model = Sitz
    classes = ()
    fields = (
        "nummer",
        "bereich",
        "vorschlagende_organisation",
        "entsendende_organisation",
        "kraft_amtes",
        "vertretungsart",
    )
    verbunden = ("kategorie__gremium", "vorschlagende_organisation", "entsendende_organisation")


class Mitgliedschaften(Bloecke):
    """Who sits in a body."""

    model = Mitgliedschaft
    form = Mitgliedschaftszeile
    fk_name = "gremium"
    verbunden = NAMEN
    fieldsets = (
        (None, {"description": WECHSEL, "fields": ("sitz", (*WER,), ("rolle", "im_auftrag_von"), *VON_BIS)}),
        (None, {"fields": (("vorgaenger", "endegrund", "sichtbarkeit"),)}),
    )


class Mitgliedschaftszeilen(Tabelle):
    """Where someone sits."""

    model = Mitgliedschaft
    form = Mitgliedschaftszeile
    fields = ("gremium", "rolle", "sitz", "im_auftrag_von", *VON_BIS, "sichtbarkeit")
    verbunden = NAMEN


class PersonSitzt(Mitgliedschaftszeilen):
    """Where a person sits."""

    fk_name = "person"


class OrganisationSitzt(Mitgliedschaftszeilen):
    """Where an organisation sits."""

    fk_name = "organisation"


class Auftraege(Mitgliedschaftszeilen):
    """Who sits somewhere on behalf of an organisation."""

    fk_name = "im_auftrag_von"
    verbose_name_plural = "Mitgliedschaften im Auftrag dieser Organisation"
    fields = ("person", "stelle", "gremium", "rolle", "sitz", *VON_BIS)


class Leitungszeilen(Tabelle):
    """What someone leads."""

    model = Leitung
    verbose_name_plural = "leitet"
    fields = ("gremium", "art", *VON_BIS)
    verbunden = ("gremium", *LEITENDE)


class OrganisationLeitet(Leitungszeilen):
    """What an organisation leads."""

    fk_name = "organisation"


class PersonLeitet(Leitungszeilen):
    """What a person leads."""

    fk_name = "person"


class Stellvertretungen(Tabelle):
    """Who steps in."""

    model = Stellvertretung
    classes = ()
    fields = ("rang", "person", "stelle", *VON_BIS)
    verbunden = ("person", "stelle__organisation")


class Pool(Tabelle):
    """Who steps in for any member of a category of seats."""

    model = Stellvertretung
    verbose_name_plural = "Pool der Stellvertretungen"
    fields = ("rang", "person", "stelle", "fuer_organisation", *VON_BIS)
    verbunden = ("kategorie__gremium", "person", "stelle__organisation", "fuer_organisation")


class Betreuungen(Tabelle):
    """Which accounts look after a body."""

    model = Betreuung
    fields = ("konto",)
    verbunden = ("konto", "gremium")


class KontoBetreut(Tabelle):
    """Which bodies an account looks after."""

    model = Betreuung
    verbose_name_plural = "betreut die Gremien (und alles darunter)"
    classes = ()
    fields = ("gremium",)
    verbunden = ("konto", "gremium")


admin.site.inline_anbieten(Konto, KontoBetreut)  # type: ignore[attr-defined]
admin.site.inline_anbieten(Person, PersonSitzt, PersonLeitet)  # type: ignore[attr-defined]
admin.site.inline_anbieten(Organisation, OrganisationSitzt, Auftraege, OrganisationLeitet)  # type: ignore[attr-defined]


@admin.register(Mitgliedschaft)
class MitgliedschaftAdmin(Papierkorbadmin):
    """All memberships."""

    gruppe = GREMIEN
    platz = 30
    form = Mitgliedschaftsformular
    list_display = (
        "mitglied",
        "gremium",
        "rolle",
        "sitz",
        "im_auftrag_von",
        "zeitraum_text",
        "sichtbarkeit",
    )
    list_filter = (Zeitraumfilter, "rolle", "sichtbarkeit")
    list_select_related = NAMEN
    search_fields = (
        "gremium__name",
        "gremium__kurzname",
        "person__nachname",
        "person__vorname",
        "stelle__bezeichnung",
        "organisation__name",
        "mitglied_gremium__name",
    )
    inlines = (Stellvertretungen,)
    fieldsets = (
        (None, {"fields": ("gremium", "sitz", "rolle", "im_auftrag_von")}),
        ("Wer ist Mitglied", {"description": EINES, "fields": WER}),
        ("Zeitraum", {"description": WECHSEL, "fields": (*VON_BIS, "endegrund", "vorgaenger")}),
        (
            "Bestellung",
            {
                "classes": ["collapse"],
                "fields": ("bestellungsart", "bestellt_am", "bestellt_durch", "wahlperiode", "stimmrecht"),
            },
        ),
        (
            "Pause und Wechsel",
            {"classes": ["collapse"], "fields": (("ruht_von", "ruht_bis"), "geprueft_am", "wunsch")},
        ),
        (
            "Sichtbarkeit und Notiz",
            {"classes": ["collapse"], "fields": ("sichtbarkeit", "stunden_je_jahr", "notiz_intern")},
        ),
    )

    @admin.display(description="Mitglied")
    def mitglied(self, mitgliedschaft: Mitgliedschaft) -> str:
        """Return the member's name."""
        return mitgliedschaft.mitglied_name


@admin.register(Stellvertretung)
class StellvertretungAdmin(Grundadmin):
    """All deputies."""

    gruppe = GREMIEN
    list_display = ("mitgliedschaft", "kategorie", "rang", "person", "stelle", "zeitraum_text")
    list_filter = (Zeitraumfilter,)
    list_select_related = (
        "kategorie__gremium",
        *(f"mitgliedschaft__{name}" for name in NAMEN),
        "person",
        "stelle__organisation",
    )
    search_fields = (
        "person__nachname",
        "stelle__bezeichnung",
        "mitgliedschaft__gremium__name",
        "kategorie__gremium__name",
    )
    fields = ("mitgliedschaft", "kategorie", "fuer_organisation", "rang", "person", "stelle", *VON_BIS)


@admin.register(Sitzkategorie)
class SitzkategorieAdmin(Grundadmin):
    """Groups of seats."""

    gruppe = GREMIEN
    list_display = ("bezeichnung", "gremium", "stimmrecht", "sollzahl", "organisationsart")
    list_filter = ("stimmrecht",)
    list_select_related = ("gremium", "organisationsart")
    search_fields = ("bezeichnung", "gremium__name", "gremium__kurzname")
    inlines = (Sitze, Pool)
    fieldsets = (
        (None, {"fields": ("gremium", "bezeichnung", "stimmrecht", ("soll_min", "soll_max"))}),
        (
            "Regel",
            {
                "classes": ["collapse"],
                "fields": (
                    "organisationsart",
                    "je_art",
                    "anteil",
                    "regeltext",
                    "rechtsgrundlage",
                    "position",
                ),
            },
        ),
    )

    @admin.display(description="Sitze")
    def sollzahl(self, kategorie: Sitzkategorie) -> str:
        """Return how many seats there should be."""
        return kategorie.soll_text or "–"


@admin.register(Sitz)
class SitzAdmin(Grundadmin):
    """Seats."""

    gruppe = GREMIEN
    list_display = ("kategorie", "nummer", "bereich", "entsendende_organisation", "kraft_amtes")
    list_filter = ("kraft_amtes", "vertretungsart")
    list_select_related = ("kategorie__gremium", "vorschlagende_organisation", "entsendende_organisation")
    search_fields = (
        "bereich",
        "kategorie__bezeichnung",
        "kategorie__gremium__name",
        "kategorie__gremium__kurzname",
    )
    fields = (
        "kategorie",
        "nummer",
        "bereich",
        "vorschlagende_organisation",
        "entsendende_organisation",
        "kraft_amtes",
        "vertretungsart",
    )


@admin.register(Mandatsvorschlag)
class MandatsvorschlagAdmin(Grundadmin):
    """Who was proposed for seats."""

    gruppe = GREMIEN
    list_display = ("__str__", "sitz", "vorschlagende_organisation", "vorgeschlagen_am", "stand")
    list_filter = ("stand",)
    list_select_related = (
        "sitz__kategorie__gremium",
        "person",
        "stelle__organisation",
        "organisation",
        "vorschlagende_organisation",
    )
    search_fields = ("person__nachname", "organisation__name", "sitz__kategorie__gremium__name")
    fields = (
        "sitz",
        "person",
        "stelle",
        "organisation",
        "vorschlagende_organisation",
        "vorgeschlagen_am",
        "stand",
    )


@admin.register(Wahlperiode)
class WahlperiodeAdmin(Grundadmin):
    """Terms."""

    gruppe = GREMIEN
    list_display = ("name", "koerperschaft", "zeitraum_text")
    list_filter = (Zeitraumfilter,)
    list_select_related = ("koerperschaft",)
    search_fields = ("name", "koerperschaft__name")
    fields = ("koerperschaft", "name", *VON_BIS, "geschaeftsfuehrend_bis")


@admin.register(Betreuung)
class BetreuungAdmin(Grundadmin):
    """Which account looks after which body."""

    gruppe = GREMIEN
    list_display = ("konto", "gremium")
    list_select_related = ("konto", "gremium")
    search_fields = ("konto__email", "konto__name", "gremium__name")
    fields = ("konto", "gremium")

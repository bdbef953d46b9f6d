"""Reads over several models of the ground floor."""

from typing import Any

from django.db.models import F, OuterRef, QuerySet

from netzwerk.lib.json_listen import JsonListe
from netzwerk.models import Bild, Dokument, Gebiet, Organisation, Organisationsmitgliedschaft, Thema


def gebiete_liste(**suche: Any) -> JsonListe:
    """Return the public areas of an outer row as a JSON list."""
    return JsonListe(
        Gebiet.objects.oeffentlich().filter(**suche).order_by("sortierung"),
        name="name",
        slug="slug",
        art="art",
    )


def themen_liste(**suche: Any) -> JsonListe:
    """Return the topics of an outer row as a JSON list."""
    return JsonListe(
        Thema.objects.oeffentlich().filter(**suche).order_by("position"), name="name", slug="slug"
    )


def dokumente_liste(**suche: Any) -> JsonListe:
    """Return the public documents of an outer row as a JSON list."""
    return JsonListe(
        Dokument.objects.oeffentlich().filter(**suche).order_by("sortierung"),
        id="id",
        titel="titel",
        fassung="fassung",
        art="art",
        datei="datei",
        webadresse="webadresse",
    )


def bilder_liste(sortierung: str, **suche: Any) -> JsonListe:
    """Return the public images of an outer row as a JSON list, in the order of a field."""
    return JsonListe(
        Bild.objects.oeffentlich().filter(**suche).order_by(sortierung, "id"),
        id="id",
        datei="datei",
        breite="breite",
        hoehe="hoehe",
        alternativtext="alternativtext",
        bildunterschrift="bildunterschrift",
        urheber="urheber",
    )


def organisation_mit_listen() -> QuerySet[Organisation]:
    """Return organisations with the short lists of their page: units, federations, members, areas, topics."""
    aussen = OuterRef("pk")
    mitgliedschaften = Organisationsmitgliedschaft.objects.oeffentlich()
    return Organisation.objects.select_related("art").annotate(
        oben_json=JsonListe(
            Organisation.objects.oeffentlich().filter(pk=OuterRef("parent_id")), name="name", slug="slug"
        ),
        gebiete_json=gebiete_liste(organisationen=aussen),
        themen_json=themen_liste(organisationen=aussen),
        einheiten_json=JsonListe(
            Organisation.objects.oeffentlich().filter(parent=aussen).order_by("sortierung"),
            name="name",
            slug="slug",
        ),
        verbaende_json=JsonListe(
            mitgliedschaften.filter(organisation=aussen).order_by("verband__sortierung"),
            name=F("verband__name"),
            slug=F("verband__slug"),
            dach=F("ist_dachverband"),
        ),
        mitglieder_json=JsonListe(
            mitgliedschaften.filter(verband=aussen).order_by("organisation__sortierung"),
            name=F("organisation__name"),
            slug=F("organisation__slug"),
        ),
    )


def vorfahren(gebiet: Gebiet) -> list[Gebiet]:
    """Return the public areas that an area lies in, widest first (one query)."""
    return list(Gebiet.objects.ancestors(gebiet).oeffentlich())


def nachkommen_nummern(gebiet: Gebiet) -> list[int]:
    """Return the ids of an area and everything public that lies in it (one query)."""
    return list(
        Gebiet.objects.descendants(gebiet, include_self=True).oeffentlich().values_list("pk", flat=True)
    )

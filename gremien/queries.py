"""Reads over several models of bodies, reports and projects."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery, prefetch_related_objects

from gremien.models import (
    Adressat,
    Bericht,
    FruehererName,
    Gremienbeziehung,
    Gremium,
    Kunde,
    Leitung,
    Methode,
    Mitgliedschaft,
    Netzwerkeintrag,
    Netzwerkseite,
    Planfassung,
    Programmbezug,
    Projekt,
    Projektbeteiligung,
    Sitz,
    Sitzkategorie,
    Teilnehmendenart,
)
from gremien.models.amt import grundlagen_mit_amtsende
from gremien.models.mitgliedschaft import besetzt_am
from netzwerk.lib.abfrage import Abfrage
from netzwerk.lib.json_listen import JsonListe
from netzwerk.models import Organisation, Programm, Zielgruppe
from netzwerk.models.inhalt import oeffentlich_oder_leer
from netzwerk.queries import bilder_liste, dokumente_liste, gebiete_liste, themen_liste

BERICHTE_AUF_SEITE = 12


def gremium_mit_listen(stichtag: date, tag: date) -> Any:
    """Return bodies with the short lists of their page, all in one query.

    ``stichtag`` is the day for which seats are called taken or vacant, ``tag`` is today.
    """
    aussen = OuterRef("pk")
    beziehungen = Gremienbeziehung.objects.oeffentlich()
    beziehung = {
        "art": "art",
        "von": "von",
        "von_g": "von_genauigkeit",
        "bis": "bis",
        "bis_g": "bis_genauigkeit",
    }
    return Gremium.objects.select_related("art", "zugleich_organisation").annotate(
        gebiete_json=gebiete_liste(gremien=aussen),
        themen_json=themen_liste(gremien=aussen),
        zielgruppen_json=JsonListe(
            Zielgruppe.objects.oeffentlich().filter(gremien=aussen).order_by("position"), name="name"
        ),
        programme_json=JsonListe(
            Programm.objects.oeffentlich().filter(gremien=aussen).order_by("sortierung"),
            name="name",
            webadresse="webadresse",
        ),
        dokumente_json=dokumente_liste(gremien=aussen),
        bilder_json=bilder_liste("gremienplaetze__position", gremienplaetze__gremium=aussen),
        namen_json=JsonListe(
            FruehererName.objects.filter(gremium=aussen).order_by("-bis"),
            name="name",
            bis="bis",
            bis_g="bis_genauigkeit",
        ),
        teilnehmende_json=JsonListe(
            Teilnehmendenart.objects.filter(gremium=aussen).order_by("position"), text="text", ebene="ebene"
        ),
        adressaten_json=JsonListe(
            Adressat.objects.filter(oeffentlich_oder_leer("organisation"), gremium=aussen).order_by(
                "position"
            ),
            text="text",
            slug=F("organisation__slug"),
        ),
        kategorien_json=JsonListe(
            Sitzkategorie.objects.oeffentlich().filter(gremium=aussen).order_by("position"),
            id="id",
            bezeichnung="bezeichnung",
            regeltext="regeltext",
            stimmrecht="stimmrecht",
            soll_min="soll_min",
            soll_max="soll_max",
        ),
        sitze_json=JsonListe(
            Sitz.objects.oeffentlich()
            .filter(kategorie__gremium=aussen)
            .order_by("kategorie__position", "nummer"),
            id="id",
            kategorie=F("kategorie_id"),
            bereich="bereich",
            besetzt=besetzt_am(stichtag),
        ),
        beziehungen_json=JsonListe(
            beziehungen.filter(von_gremium=aussen).order_by("zu_gremium__sortierung"),
            name=F("zu_gremium__name"),
            slug=F("zu_gremium__slug"),
            **beziehung,
        ),
        gegenbeziehungen_json=JsonListe(
            beziehungen.filter(zu_gremium=aussen).order_by("von_gremium__sortierung"),
            name=F("von_gremium__name"),
            slug=F("von_gremium__slug"),
            **beziehung,
        ),
        mitglied_in_json=JsonListe(
            Mitgliedschaft.objects.oeffentlich()
            .aktiv_am(tag)
            .filter(
                Q(mitglied_gremium=aussen)
                | Q(organisation__isnull=False, organisation=OuterRef("zugleich_organisation_id"))
            )
            .order_by("gremium__sortierung"),
            name=F("gremium__name"),
            slug=F("gremium__slug"),
            **{schluessel: feld for schluessel, feld in beziehung.items() if schluessel != "art"},
        ),
        berichte_json=JsonListe(
            Bericht.objects.oeffentlich()
            .gelistet()
            .filter(verbund=aussen)
            .order_by("-jahr", "-quartal", "-id")[:BERICHTE_AUF_SEITE],
            titel="titel",
            slug="slug",
            organisation=F("organisation__name"),
        ),
    )


@Abfrage
def gremium_mit_adresse(slug: str, stichtag: date, tag: date) -> QuerySet[Gremium]:
    """Return the public body with an address, as ``gremium_mit_listen`` does."""
    return gremium_mit_listen(stichtag, tag).oeffentlich().filter(slug=slug)[:1]


def nachfolger(gremium: Gremium) -> Gremium | None:
    """Return the public body that succeeded one, or None."""
    return (
        Gremium.objects.oeffentlich()
        .filter(beziehungen__zu_gremium=gremium, beziehungen__art="nachfolge")
        .order_by("-pk")
        .first()
    )


@Abfrage
def leitung_am(gremium: int, stichtag: date) -> QuerySet[Leitung]:
    """Return who leads the body on a day, as the public may read it, with names loaded."""
    return Leitung.objects.filter(gremium=gremium).oeffentlich().aktiv_am(stichtag).mit_namen()


@Abfrage
def besetzung_am(gremium: int, stichtag: date) -> QuerySet[Mitgliedschaft]:
    """Return who sits in the body on a day, as the public may read it, by category and seat."""
    return (
        Mitgliedschaft.objects.filter(gremium=gremium)
        .oeffentlich()
        .aktiv_am(stichtag)
        .mit_namen()
        .annotate(
            auftrag_json=JsonListe(
                Organisation.objects.oeffentlich().filter(pk=OuterRef("im_auftrag_von_id")),
                name="name",
                slug="slug",
            )
        )
        .order_by(F("sitz__kategorie__position").asc(nulls_last=True), "sitz__nummer", "id")
    )


def grundlagen_nachladen(zeilen: Iterable[Leitung | Mitgliedschaft]) -> None:
    """Fetch for all people in the rows on what basis their names may be shown (one query)."""
    grundlagen = Prefetch("einwilligungen", queryset=grundlagen_mit_amtsende())
    prefetch_related_objects([zeile.person for zeile in zeilen if zeile.person], grundlagen)


def rollen_der_organisation(organisation: Any, stichtag: date) -> QuerySet[Mitgliedschaft]:
    """Return where an organisation sits on a day, itself or by someone on its behalf."""
    return (
        Mitgliedschaft.objects.oeffentlich()
        .aktiv_am(stichtag)
        .fuer_organisation(organisation)
        .select_related("gremium__art", "sitz")
        .order_by("gremium__sortierung", "id")
    )


def leitungen_der_organisation(organisation: Any, stichtag: date) -> QuerySet[Leitung]:
    """Return which bodies an organisation leads on a day, itself or by one of its positions."""
    return (
        Leitung.objects.oeffentlich()
        .aktiv_am(stichtag)
        .filter(Q(organisation=organisation) | Q(stelle__organisation=organisation))
        .select_related("gremium__art")
        .order_by("gremium__sortierung", "position")
    )


@Abfrage
def netzwerkseite(organisation: int | None) -> QuerySet[Netzwerkseite]:
    """Return the public editorial page of an organisation; there is none without an organisation."""
    return Netzwerkseite.objects.oeffentlich().filter(organisation=organisation)[:1]


def _spalten_des_eintrags() -> list[str]:
    """Return the fields of a body or an organisation that an editorial page shows."""
    beide = (
        "name",
        "kurzname",
        "slug",
        "kurztext",
        "beschreibung",
        "ebene",
        "veroeffentlichung",
        "art__name",
    )
    gremium = ("ebene_zweite", "lebensstand", "lebensstand_seit", "lebensstand_seit_genauigkeit")
    return [
        "seite_id",
        *(f"organisation__{feld}" for feld in beide),
        *(f"gremium__{feld}" for feld in beide + gremium),
    ]


def netzwerkeintraege(stichtag: date, **suche: Any) -> QuerySet[Netzwerkeintrag]:
    """Return the public entries of an editorial page in their order, with what such a page shows of each.

    Each has its kind, its images, and ``oben``: the id of the body it is under on the day,
    if that body stands on the page, too.
    """
    oben = (
        Gremienbeziehung.objects.oeffentlich()
        .aktiv_am(stichtag)
        .untergremien()
        .filter(von_gremium=OuterRef("gremium"), zu_gremium__netzwerkeintraege__seite=OuterRef("seite"))
        .order_by("id")
    )
    return (
        Netzwerkeintrag.objects.oeffentlich()
        .filter(**suche)
        .select_related("gremium__art", "organisation__art")
        # A third of the columns: a row of the page is a key, and every date in it is read by Python.
        .only(*_spalten_des_eintrags())
        .annotate(
            bilder_json=bilder_liste("gremienplaetze__position", gremienplaetze__gremium=OuterRef("gremium")),
            oben=Subquery(oben.values("zu_gremium")[:1]),
        )
        .order_by("position", "id")
    )


@Abfrage
def eintraege_der_seite(seite: int, stichtag: date) -> QuerySet[Netzwerkeintrag]:
    """Return what ``netzwerkeintraege`` returns for one page."""
    return netzwerkeintraege(stichtag, seite=seite)


def projekt_mit_listen() -> Any:
    """Return projects with the short lists of their page and rows."""
    aussen = OuterRef("pk")
    plaene = Planfassung.objects.filter(projekt=aussen).order_by("von_jahr")
    beteiligungen = Projektbeteiligung.objects.filter(oeffentlich_oder_leer("organisation"), projekt=aussen)
    return Projekt.objects.select_related("institut", "bild").annotate(
        standorte_json=gebiete_liste(projekte=aussen),
        themen_json=themen_liste(projekte=aussen),
        dokumente_json=dokumente_liste(projekte=aussen),
        plaene_json=JsonListe(
            plaene,
            bezeichnung="bezeichnung",
            von="von_jahr",
            bis="bis_jahr",
            folgt=F("fortschreibung_von_id"),
        ),
        beteiligungen_json=JsonListe(
            beteiligungen.order_by("position", "id"),
            art="art",
            text="text",
            name=F("organisation__name"),
            slug=F("organisation__slug"),
        ),
        programme_json=JsonListe(
            Programmbezug.objects.filter(projekt=aussen).order_by("id"),
            art="art",
            name=F("programm__name"),
            webadresse=F("programm__webadresse"),
        ),
        gremium_json=JsonListe(
            Gremium.objects.oeffentlich().filter(pk=OuterRef("beauftragendes_gremium_id")),
            name="name",
            slug="slug",
        ),
        vorgaenger_json=JsonListe(
            Projekt.objects.oeffentlich().filter(pk=OuterRef("vorgaenger_id")), name="titel", slug="slug"
        ),
        methoden_json=JsonListe(
            Methode.objects.oeffentlich().filter(projekte=aussen).order_by("position"), name="name"
        ),
    )


def kunden() -> list[tuple[Kunde, bool]]:
    """Return the current public clients, each with whether a public project names it."""
    liste = list(Kunde.objects.oeffentlich().aktuell().select_related("organisation", "institut"))
    mit_projekt = set(
        Projekt.objects.oeffentlich()
        .filter(beteiligungen__organisation__in=[kunde.organisation_id for kunde in liste])
        .values_list("beteiligungen__organisation_id", flat=True)
    )
    return [(kunde, kunde.organisation_id in mit_projekt) for kunde in liste]


def bericht_mit_listen() -> QuerySet[Bericht]:
    """Return reports with the short lists of their page."""
    aussen = OuterRef("pk")
    return Bericht.objects.select_related("organisation", "verbund", "ergaenzung_zu").annotate(
        themen_json=themen_liste(berichte=aussen),
        gebiete_json=gebiete_liste(berichte=aussen),
        zielgruppen_json=JsonListe(
            Zielgruppe.objects.oeffentlich().filter(berichte=aussen).order_by("position"), name="name"
        ),
        programme_json=JsonListe(
            Programm.objects.oeffentlich().filter(berichte=aussen).order_by("sortierung"),
            name="name",
            kurzname="kurzname",
            webadresse="webadresse",
            rechtsbezug="rechtsbezug",
        ),
    )


def gremien_in(gebiete: list[int]) -> QuerySet[Gremium]:
    """Return the public bodies of any of the areas that work or are planned."""
    return (
        Gremium.objects.oeffentlich().gelistet().taetig().filter(gebiete__in=gebiete).fuer_liste().distinct()
    )

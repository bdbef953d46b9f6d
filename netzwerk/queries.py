"""Reads over several models of the ground floor."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import F, OuterRef, QuerySet
from django.utils.timezone import make_aware

from netzwerk.lib.abfrage import Abfrage
from netzwerk.lib.dates import heute, jetzt
from netzwerk.lib.json_listen import JsonListe
from netzwerk.models import (
    Bild,
    Dokument,
    Gebiet,
    Organisation,
    Organisationsmitgliedschaft,
    Portal,
    Thema,
)


@Abfrage
def aktuelles_portal() -> QuerySet[Portal]:
    """Return the portal's record with its organisation."""
    return Portal.objects.mit_organisation()


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
        gueltig_ab="gueltig_ab",
        gueltig_bis="gueltig_bis",
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


@dataclass(frozen=True)
class Stand:
    """The version of everything a visitor can see, and when it changes by itself next."""

    zahl: int
    letzter: int
    tag: date
    seit: datetime
    naechste_grenze: datetime

    def __str__(self) -> str:
        # The moment, too: a number that was rolled back (a preview) comes a second time.
        return f"{self.zahl}-{self.letzter}-{self.seit:%d%H%M%S%f}-{self.tag.isoformat()}"


# Asked before every public page, so it is written out: building it from the model costs ten times as much.
# What is past is counted as all rows but the planned ones. The last id may be that of a planned
# row: it came with a write of its own, which counts anyway. SQLite is quick at the ends of an index
# (0.01 ms against 1.1 ms for 2,500 rows), PostgreSQL at one walk (0.23 ms against 0.39 ms).
STAND_SQL = {
    "sqlite": """
        SELECT (SELECT COUNT(*) FROM netzwerk_inhaltsstand)
               - (SELECT COUNT(*) FROM netzwerk_inhaltsstand WHERE gilt_ab > %s),
               (SELECT MAX(id) FROM netzwerk_inhaltsstand),
               (SELECT MAX(erstellt_am) FROM netzwerk_inhaltsstand WHERE gilt_ab IS NULL),
               (SELECT MAX(gilt_ab) FROM netzwerk_inhaltsstand WHERE gilt_ab <= %s),
               (SELECT MIN(gilt_ab) FROM netzwerk_inhaltsstand WHERE gilt_ab > %s)
    """,
    "postgresql": """
        SELECT COUNT(*) - COUNT(*) FILTER (WHERE gilt_ab > %s),
               MAX(id),
               MAX(erstellt_am) FILTER (WHERE gilt_ab IS NULL),
               MAX(gilt_ab) FILTER (WHERE gilt_ab <= %s),
               MIN(gilt_ab) FILTER (WHERE gilt_ab > %s)
        FROM netzwerk_inhaltsstand
    """,
}


def inhaltsstand() -> Stand:
    """Return the present version (one query).

    It rises with every write, with every planned publication or end that passes, and at
    midnight (Europe/Berlin), when mandates begin and end.
    """
    jetzt_db = connection.ops.adapt_datetimefield_value(jetzt())
    with connection.cursor() as cursor:
        cursor.execute(STAND_SQL[connection.vendor], [jetzt_db] * 3)
        zahl, letzter, geschrieben, erreicht, grenze = cursor.fetchone()
    tag = heute()
    beginn, mitternacht = _grenzen(tag)
    return Stand(
        zahl=zahl,
        letzter=letzter or 0,
        tag=tag,
        seit=max(beginn, _moment(geschrieben) or beginn, _moment(erreicht) or beginn),
        naechste_grenze=min(mitternacht, _moment(grenze) or mitternacht),
    )


@lru_cache(maxsize=2)
def _grenzen(tag: date) -> tuple[datetime, datetime]:
    """Return when a day begins and ends in Europe/Berlin."""
    beginn, ende = (make_aware(datetime.combine(tag + timedelta(days=tage), time.min)) for tage in (0, 1))
    return beginn, ende


def _moment(wert: datetime | str | None) -> datetime | None:
    """Return a moment as the database gave it; SQLite keeps it as text, in UTC."""
    return datetime.fromisoformat(wert).replace(tzinfo=UTC) if isinstance(wert, str) else wert


class Gebietsbaum:
    """All public areas, fetched at once: a registry has hundreds of them, a page asks three ways."""

    def __init__(self) -> None:
        """Fetch them, in German order (one query)."""
        self.gebiete = list(Gebiet.objects.oeffentlich().order_by("sortierung", "id"))
        self._je_nummer = {gebiet.pk: gebiet for gebiet in self.gebiete}
        self._kinder: dict[int | None, list[Gebiet]] = defaultdict(list)
        for gebiet in self.gebiete:
            self._kinder[gebiet.parent_id].append(gebiet)

    def mit_adresse(self, slug: str) -> Gebiet | None:
        """Return the area with the address, None if the public knows none."""
        return next((gebiet for gebiet in self.gebiete if gebiet.slug == slug), None)

    def kinder(self, gebiet: Gebiet) -> list[Gebiet]:
        """Return the areas that lie directly in one."""
        return self._kinder[gebiet.pk]

    def vorfahren(self, gebiet: Gebiet) -> list[Gebiet]:
        """Return the areas that one lies in, widest first."""
        kette: list[Gebiet] = []
        oben = self._je_nummer.get(gebiet.parent_id)
        while oben is not None and oben not in kette:
            kette.insert(0, oben)
            oben = self._je_nummer.get(oben.parent_id)
        return kette

    def nummern(self, gebiet: Gebiet) -> list[int]:
        """Return the ids of an area and of everything that lies in it."""
        gefunden, offen = [], [gebiet]
        while offen:
            naechstes = offen.pop()
            if naechstes.pk not in gefunden:
                gefunden.append(naechstes.pk)
                offen += self._kinder[naechstes.pk]
        return gefunden

"""Bodies and reports in the words of schema.org; pure functions, one per type.

People are left out on purpose: a page forgets a name at midnight, a search engine does not.
"""

from typing import Any

from gremien.enums import Beziehungsart, Funktion
from gremien.models import Bericht, Gremium, Mitgliedschaft
from netzwerk.lib.jsonld import gefuellt, verweis
from netzwerk.schema import ORGANISATION

ENTSCHEIDEND = (Funktion.BESCHLIESSEND, Funktion.VORBERATEND)


def gremium_art(gremium: Gremium) -> str:
    """Return the type: what decides, or prepares decisions, by law is part of government."""
    staatlich = gremium.rechtsgrundlage and gremium.funktion in ENTSCHEIDEND
    return "GovernmentOrganization" if staatlich else ORGANISATION


def gremium_schema(gremium: Any, mitglieder: list[Mitgliedschaft], wurzel: str) -> dict[str, Any]:
    """Return a body with what it belongs to and which organisations and bodies sit in it.

    Needs ``gremium_mit_listen``; ``mitglieder`` comes from ``besetzung_am`` of the present day.
    """
    url = f"{wurzel}{gremium.get_absolute_url()}"
    oben = [zeile for zeile in gremium.beziehungen_json if _besteht_als_untergremium(zeile)]
    unten = [zeile for zeile in gremium.gegenbeziehungen_json if _besteht_als_untergremium(zeile)]
    return gefuellt(
        art=gremium_art(gremium),
        kennung=url,
        name=gremium.name,
        legalName=gremium.langname,
        alternateName=[gremium.kurzname] if gremium.kurzname else [],
        description=gremium.kurztext,
        url=url,
        sameAs=gremium.webadresse,
        email=gremium.kontakt_email,
        areaServed=[gebiet["name"] for gebiet in gremium.gebiete_json],
        parentOrganization=gremien(oben, wurzel),
        subOrganization=gremien(unten, wurzel),
        memberOf=gremien(gremium.mitglied_in_json, wurzel),
        member=[
            verweis(ORGANISATION, wer.name, f"{wurzel}{wer.get_absolute_url()}")
            for mitglied in mitglieder
            if (wer := mitglied.organisation or mitglied.mitglied_gremium)
        ],
    )


def gremien(zeilen: list[dict[str, Any]], wurzel: str) -> list[dict[str, Any]]:
    """Return mentions of bodies fetched as a JSON list with name and slug."""
    return [verweis(ORGANISATION, zeile["name"], f"{wurzel}/gremien/{zeile['slug']}/") for zeile in zeilen]


def _besteht_als_untergremium(zeile: dict[str, Any]) -> bool:
    """Say whether a relation of a JSON row nests one body under the other, with no end to it."""
    return zeile["art"] == Beziehungsart.UNTERGREMIUM and not zeile["bis"]


def bericht_schema(bericht: Bericht, wurzel: str) -> dict[str, Any]:
    """Return a report; who wrote it is printed there and not repeated here."""
    url = f"{wurzel}{bericht.get_absolute_url()}"
    organisation = bericht.organisation
    herausgeber = verweis(ORGANISATION, organisation.name, f"{wurzel}{organisation.get_absolute_url()}")
    return gefuellt(
        art="Report",
        kennung=url,
        name=bericht.titel,
        headline=bericht.titel,
        alternativeHeadline=bericht.untertitel,
        url=url,
        inLanguage="de",
        datePublished=bericht.datum.isoformat(),
        dateModified=bericht.geaendert_am.isoformat(),
        author=herausgeber,
        publisher=herausgeber,
    )

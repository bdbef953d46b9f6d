"""Organisations in the words of schema.org; pure functions, one per type.

``wurzel`` is the portal's address without its last slash. What is said here is on the page as well.
"""

from typing import Any

from netzwerk.lib.jsonld import gefuellt, verweis

ORGANISATION = "Organization"


def organisation_schema(organisation: Any, wurzel: str) -> dict[str, Any]:
    """Return an organisation with its federations and units; needs ``organisation_mit_listen``."""
    url = f"{wurzel}{organisation.get_absolute_url()}"
    return gefuellt(
        art=ORGANISATION,
        kennung=url,
        name=organisation.name,
        alternateName=organisation.kurzname,
        description=organisation.kurztext,
        url=url,
        sameAs=organisation.webadresse,
        email=organisation.kontakt_email,
        telephone=organisation.kontakt_telefon,
        address=" ".join(organisation.anschrift.split()),
        areaServed=[gebiet["name"] for gebiet in organisation.gebiete_json],
        parentOrganization=organisationen(organisation.oben_json, wurzel),
        subOrganization=organisationen(organisation.einheiten_json, wurzel),
        memberOf=organisationen(organisation.verbaende_json, wurzel),
        member=organisationen(organisation.mitglieder_json, wurzel),
    )


def organisationen(zeilen: list[dict[str, Any]], wurzel: str) -> list[dict[str, Any]]:
    """Return mentions of organisations fetched as a JSON list with name and slug."""
    return [
        verweis(ORGANISATION, zeile["name"], f"{wurzel}/organisationen/{zeile['slug']}/") for zeile in zeilen
    ]

"""How organisations, areas and documents are said on pages: rows and facts for the components."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from netzwerk.enums import Ebene
from netzwerk.lib.antworten import verweis
from netzwerk.models import Organisation

Zeile = dict[str, Any]


def organisation_zeile(organisation: Any) -> Zeile:
    """Return the row of a list; needs ``fuer_liste()``."""
    return {
        "titel": organisation.name,
        "url": organisation.get_absolute_url(),
        "badges": organisation_badges(organisation),
        "meta": [f"gehört zu {organisation.oben_name}"] if organisation.oben_name else [],
        "text": organisation.kurztext,
    }


def organisation_badges(organisation: Organisation) -> list[tuple[str, str]]:
    """Return kind and level; the same everywhere."""
    badges = [(organisation.art.name, "typ")] if organisation.art else []
    return [*badges, (organisation.get_ebene_display(), "ebene")] if organisation.ebene else badges


def gebiet_verweise(gebiete: list[dict[str, Any]]) -> list[SafeString]:
    """Return links for areas fetched as a JSON list with name and slug."""
    return [verweis(gebiet["name"], f"/gebiete/{gebiet['slug']}/") for gebiet in gebiete]


def thema_verweise(themen: list[dict[str, Any]]) -> list[SafeString]:
    """Return links for topics fetched as a JSON list with name and slug."""
    return [verweis(thema["name"], f"/themen/{thema['slug']}/") for thema in themen]


def dokument_verweis(dokument: dict[str, Any]) -> SafeString:
    """Return a link to a document fetched as a JSON list; says honestly if nothing is behind it."""
    titel = f"{dokument['titel']} ({dokument['fassung']})" if dokument["fassung"] else dokument["titel"]
    if dokument["datei"]:
        datei = dokument["datei"].rsplit("/", 1)[-1]
        return verweis(titel, f"/medien/dokumente/{dokument['id']}/{datei}")
    if dokument["webadresse"]:
        return aussenlink(dokument["webadresse"], titel)
    return format_html('{} <span class="muted">(zurzeit nicht hinterlegt)</span>', titel)


def ebene_name(wert: str) -> str:
    """Return the words for a stored level, "" for none."""
    return Ebene(wert).label if wert else ""


def aussenlink(url: str, text: str = "") -> SafeString:
    """Return a link that leaves the portal and says so, empty without an address."""
    if not url:
        return SafeString()
    text = text or url.removeprefix("https://").removeprefix("http://").rstrip("/")
    return format_html(
        '<a class="external" href="{}" rel="noopener">{}<span class="icon icon--external" aria-hidden="true">'
        '</span><span class="visually-hidden"> (externer Link)</span></a>',
        url,
        text,
    )


def mail_verweis(adresse: str) -> SafeString:
    """Return a mail link, empty without an address."""
    return verweis(adresse, f"mailto:{adresse}") if adresse else SafeString()

"""How organisations, areas and documents are said on pages: rows and facts for the components."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from netzwerk.lib.antworten import verweis, verweise
from netzwerk.lib.dates import datum_text, jetzt, spanne_text
from netzwerk.lib.listenfilter import ZULETZT_GEAENDERT, Sortierung
from netzwerk.models import Dokument, Organisation
from netzwerk.validators import VIDEOS

Zeile = dict[str, Any]
# So many rows stand in a section of another page; the rest is in the list.
HOECHSTENS = 200


def listenzeilen(
    eintraege: Iterable[Any], zeile: Callable[[Any], Zeile], sortierung: Sortierung
) -> list[Zeile]:
    """Return the rows of a list; sorted by their latest change they say when that was."""
    if sortierung != ZULETZT_GEAENDERT:
        return [zeile(eintrag) for eintrag in eintraege]
    return [
        (angaben := zeile(eintrag))
        | {
            "meta": [
                *angaben.get("meta", []),
                f"geändert am {datum_text(localtime(eintrag.moment).date())}",
            ]
        }
        for eintrag in eintraege
    ]


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


def geltung(dokument: dict[str, Any]) -> str:
    """Return from when until when a document holds: "gilt bis 31.12.2017", "" if nobody said so."""
    von, bis = (
        datum_text(date.fromisoformat(wert)) if (wert := dokument[seite]) else ""
        for seite in ("gueltig_ab", "gueltig_bis")
    )
    spanne = spanne_text(von, bis)
    return f"gilt {spanne}" if spanne else ""


def dokument_verweis(dokument: dict[str, Any]) -> SafeString:
    """Return a link to a document fetched as a JSON list; says honestly if nothing is behind it."""
    zusatz = ", ".join(teil for teil in (dokument["fassung"], geltung(dokument)) if teil)
    titel = f"{dokument['titel']} ({zusatz})" if zusatz else dokument["titel"]
    if dokument["datei"]:
        datei = dokument["datei"].rsplit("/", 1)[-1]
        return verweis(titel, f"/medien/dokumente/{dokument['id']}/{datei}")
    if dokument["webadresse"]:
        return aussenlink(dokument["webadresse"], titel)
    fehlt = f"{zusatz}, zurzeit nicht hinterlegt" if zusatz else "zurzeit nicht hinterlegt"
    return format_html('{} <span class="muted">({})</span>', dokument["titel"], fehlt)


def gebaerdenvideo(nummer: int | None) -> Zeile | None:
    """Return a video in sign language for the component ``sign_video``, None without one (one query)."""
    dokument = Dokument.objects.oeffentlich().filter(pk=nummer).first() if nummer else None
    if dokument is None or dokument.ist_fehlend:
        return None
    endung = Path(dokument.datei.name or "").suffix.lower()
    return {
        "titel": dokument.titel,
        "url": dokument.get_absolute_url(),
        "typ": VIDEOS[endung][0] if endung in VIDEOS else "",
    }


def dokumente(objekt: Any) -> list[SafeString]:
    """Return the documents of an entry fetched with its lists."""
    return [dokument_verweis(zeile) for zeile in objekt.dokumente_json]


def aussenlink(url: str, text: str = "") -> SafeString:
    """Return a link that leaves the portal and says so, empty without an address."""
    if not url.startswith(("http://", "https://")):
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
    return verweis(adresse, "mailto:" + quote(adresse, safe="@")) if adresse else SafeString()


def organisation_fakten(organisation: Any) -> list[Zeile]:
    """Return label and value of what is known; needs ``organisation_mit_listen``."""
    return [
        {"label": "Kurzname", "wert": organisation.kurzname},
        {"label": "Rechtsform", "wert": organisation.rechtsform},
        {"label": "Gehört zu", "werte": _organisationen(organisation.oben_json)},
        {"label": "Verbände", "werte": _organisationen(organisation.verbaende_json)},
        {"label": "Einheiten und Einrichtungen", "werte": _organisationen(organisation.einheiten_json)},
        {"label": "Mitglieder", "werte": _organisationen(organisation.mitglieder_json)},
        {"label": "Gebiete", "werte": gebiet_verweise(organisation.gebiete_json)},
        {"label": "Themen", "werte": thema_verweise(organisation.themen_json)},
        {"label": "Anerkennung", "wert": "anerkannt nach § 75 SGB VIII" if organisation.anerkannt_75 else ""},
        {"label": "Webseite", "wert": aussenlink(organisation.webadresse)},
        {"label": "E-Mail", "wert": mail_verweis(organisation.kontakt_email)},
        {"label": "Telefon", "wert": organisation.kontakt_telefon},
        {"label": "Anschrift", "wert": organisation.anschrift},
    ]


def _organisationen(liste: list[dict[str, str]]) -> list[str]:
    return list(verweise([(zeile["name"], f"/organisationen/{zeile['slug']}/") for zeile in liste]))


def gekuerzt(zeilen: list[Zeile], alle_url: str) -> dict[str, Any]:
    """Return the first rows of a section, and where all are if there are more (``HOECHSTENS`` + 1 read)."""
    return {"zeilen": zeilen[:HOECHSTENS], "alle_url": alle_url if len(zeilen) > HOECHSTENS else ""}


def bild_fuer_seite(bild: Any) -> Zeile | None:
    """Return a loaded image for the component ``figure``; None without one that the public may see."""
    if bild is None or not bild.sichtbar_ab <= jetzt() < bild.sichtbar_bis:
        return None
    return {
        "src": bild.get_absolute_url(),
        "srcset": bild.srcset,
        "alt": bild.alternativtext,
        "width": bild.breite,
        "height": bild.hoehe,
        "unterschrift": bild.bildunterschrift,
        "urheber": bild.urheber,
    }

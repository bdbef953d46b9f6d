"""What is joined to an entry, from what its page has loaded already: no query of its own."""

from collections.abc import Iterable
from typing import Any

from netzwerk.lib.netzklein import ART_GREMIUM, ART_ORGANISATION, Nachbarn


def nachbarn_des_gremiums(gremium: Any, mitglieder: Iterable[Any], leitungen: Iterable[Any]) -> Nachbarn:
    """Return who sits in a body, leads it or stands to it.

    Needs ``gremium_mit_listen``, ``besetzung_am`` and ``leitung_am``, which hold public rows only.
    """
    gefunden: Nachbarn = {}
    for zeile in (*mitglieder, *leitungen):
        _merke(gefunden, ART_ORGANISATION, zeile.organisation or (zeile.stelle and zeile.stelle.organisation))
    for mitglied in mitglieder:
        _merke(gefunden, ART_GREMIUM, mitglied.mitglied_gremium)
        gefunden |= {
            (ART_ORGANISATION, auftrag["slug"]): auftrag["name"] for auftrag in mitglied.auftrag_json
        }
    for leitung in leitungen:
        _merke(gefunden, ART_GREMIUM, leitung.leitendes_gremium)
    for verweis in (*gremium.beziehungen_json, *gremium.gegenbeziehungen_json, *gremium.mitglied_in_json):
        gefunden[ART_GREMIUM, verweis["slug"]] = verweis["name"]
    return gefunden


def nachbarn_der_organisation(organisation: Any, gremien: Iterable[Any]) -> Nachbarn:
    """Return the bodies an organisation sits in or leads, and its federations and members."""
    gefunden: Nachbarn = {}
    for gremium in gremien:
        _merke(gefunden, ART_GREMIUM, gremium)
    for zeile in (*organisation.verbaende_json, *organisation.mitglieder_json):
        gefunden[ART_ORGANISATION, zeile["slug"]] = zeile["name"]
    return gefunden


def nachbarn_im_gebiet(eintraege: Iterable[Any], gremien: Iterable[Any]) -> Nachbarn:
    """Return the bodies and organisations of an area's editorial page, and its other bodies."""
    gefunden: Nachbarn = {}
    for eintrag in eintraege:
        _merke(gefunden, ART_GREMIUM, eintrag.gremium)
        _merke(gefunden, ART_ORGANISATION, eintrag.organisation)
    for gremium in gremien:
        _merke(gefunden, ART_GREMIUM, gremium)
    return gefunden


def _merke(gefunden: Nachbarn, art: str, eintrag: Any) -> None:
    """Add an entry, if there is one."""
    if eintrag:
        gefunden[art, eintrag.slug] = eintrag.name

"""The network picture: everyone who works together, as points and lines, and as a table."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from gremien.netzanzeige import ARTEN, Inseln, bild, tabelle
from gremien.netzdaten import Netz, netz_am
from gremien.netzinseln import inseln
from netzwerk.enums import Ebene
from netzwerk.lib.dates import heute
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.models import Thema
from netzwerk.queries import Gebietsbaum

JAHRE_ZURUECK = 20
FILTER = ("gebiet", "thema", "ebene", "jahr")
BEKANNT = {*FILTER, "um", "sortierung"}


@oeffentliche_seite
def karte(request: HttpRequest) -> HttpResponse:
    """Show the network of a day, whole or around one entry; a filter nobody knows is told."""
    baum, themen = Gebietsbaum(), list(Thema.objects.oeffentlich())
    wahl, hinweise = gelesen(request.GET, baum, {thema.slug for thema in themen})
    jahr = int(wahl["jahr"]) if wahl["jahr"] else heute().year
    netz = gefiltert(netz_am(stichtag(jahr)), wahl, baum)
    mitte = netz.knoten.get(request.GET.get("um", ""))
    if request.GET.get("um") and mitte is None:
        hinweise.append("Dieser Eintrag hat hier keine Verbindung. Sie sehen das ganze Netz.")
    if mitte:
        netz = netz.ausschnitt({mitte.schluessel, *netz.nachbarn()[mitte.schluessel]})
    nach_name = request.GET.get("sortierung") == "name"
    return render(
        request,
        "gremien/karte.html",
        {
            "bereich": "netzwerk",
            "bild": bild(
                netz,
                felder(netz, wahl, baum, ganz=mitte is None),
                mitte.schluessel if mitte else "",
                adresse(wahl).partition("?")[2],
            ),
            "mitte": mitte,
            "tabelle": tabelle(netz, nach_name),
            "nach_name": nach_name,
            "zurueck": adresse(wahl),
            "jahr": jahr,
            "jahre": [
                (zahl, adresse(wahl | {"jahr": str(zahl)}, request.GET.get("um", "") if mitte else ""))
                for zahl in reversed(jahre())
            ],
            "wahl": wahl,
            "gebiete": baum.gebiete,
            "themen": themen,
            "ebenen": Ebene.choices,
            "arten": ARTEN.items(),
            "hinweise": hinweise,
        },
    )


def jahre() -> range:
    """Return the years that can be looked at, this one first."""
    return range(heute().year, heute().year - JAHRE_ZURUECK, -1)


def stichtag(jahr: int) -> date:
    """Return the day a year is shown by: today, or the last day of an earlier year."""
    return heute() if jahr == heute().year else date(jahr, 12, 31)


def gelesen(daten: QueryDict, baum: Gebietsbaum, themen: set[str]) -> tuple[dict[str, str], list[str]]:
    """Return the filters that are understood ("" for none), and a hint for each that is not."""
    erlaubt: dict[str, Any] = {
        "gebiet": {gebiet.slug for gebiet in baum.gebiete},
        "thema": themen,
        "ebene": set(Ebene.values),
        "jahr": {str(jahr) for jahr in jahre()},
    }
    wahl = {name: wert if (wert := daten.get(name, "")) in erlaubt[name] else "" for name in FILTER}
    hinweise = [
        f"Der Filter „{name}“ hat diesen Wert nicht und wurde weggelassen."
        for name in FILTER
        if daten.get(name) and not wahl[name]
    ]
    if any(name not in BEKANNT and not name.startswith("utm_") for name in daten):
        hinweise.append("Die Adresse enthält einen Filter, den es nicht gibt. Er wurde weggelassen.")
    return wahl, hinweise


def gefiltert(netz: Netz, wahl: dict[str, str], baum: Gebietsbaum) -> Netz:
    """Return the bodies that fit the filters, with everyone in them; an area holds what lies in it."""
    if not (wahl["gebiet"] or wahl["thema"] or wahl["ebene"]):
        return netz
    gebiet = baum.mit_adresse(wahl["gebiet"])
    nummern = set(baum.nummern(gebiet)) if gebiet else set()
    slugs = {ort.slug for ort in baum.gebiete if ort.pk in nummern}
    passend = {
        name
        for name, knoten in netz.knoten.items()
        if (not gebiet or slugs & {ort["slug"] for ort in knoten.gebiete})
        and (not wahl["thema"] or wahl["thema"] in knoten.themen)
        and (not wahl["ebene"] or wahl["ebene"] in knoten.ebenen)
    }
    nachbarn = netz.nachbarn()
    return netz.ausschnitt(passend | {anderer for name in passend for anderer in nachbarn[name]})


def felder(netz: Netz, wahl: dict[str, str], baum: Gebietsbaum, *, ganz: bool) -> Inseln:
    """Return a field for each town and county; around one entry all stands in one."""
    if not ganz:
        return Inseln(dict.fromkeys(netz.knoten, ""), {"": ""}, {})
    gruppen, titel = inseln(netz, baum)
    return Inseln(gruppen, titel, {slug: adresse(wahl | {"gebiet": slug}) for slug in titel if slug})


def adresse(wahl: dict[str, str], um: str = "") -> str:
    """Return the address of the picture with these filters."""
    daten = QueryDict(mutable=True)
    for name, wert in (wahl | {"um": um}).items():
        if wert:
            daten[name] = wert
    return f"/netzwerk/karte/?{daten.urlencode()}" if daten else "/netzwerk/karte/"

"""The meetings as a list and as a month."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from netzwerk.lib.dates import WOCHENTAGE, Genauigkeit, datum_text, heute
from netzwerk.lib.monat import Monat
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.paging import blaettern
from sitzungen import anzeige, queries
from sitzungen.filters import MonatFilter, SitzungFilter
from sitzungen.models import Sitzung
from sitzungen.models.sitzung import KOMMENDE, VERGANGENE

# More than a month of any town holds; a page has an end.
TERMINE_IM_MONAT = 400


@oeffentliche_seite
def sitzung_liste(request: HttpRequest) -> HttpResponse:
    """Show the meetings: the coming ones, with ?zeit=vergangen the past, with ?monat=2026-11 a month."""
    gefragt = request.GET.get("monat", "")
    monat = Monat.lesen(gefragt)
    return monat_seite(request, monat) if monat else liste(request, falscher_monat=bool(gefragt))


def liste(request: HttpRequest, *, falscher_monat: bool) -> HttpResponse:
    """Show the coming meetings, next first, or the past ones, latest first; under their months."""
    vergangen = request.GET.get("zeit") == "vergangen"
    sitzungen = Sitzung.objects.oeffentlich().gelistet().fuer_liste()
    zeitlich = sitzungen.vergangen(heute()) if vergangen else sitzungen.kommend(heute())
    angaben = request.GET.copy()
    angaben.pop("monat", None)
    filter_ = SitzungFilter(angaben, queryset=zeitlich, request=request)
    if falscher_monat:
        filter_.hinweise.append("Diesen Monat gibt es hier nicht; gezeigt wird die Liste.")
    seite = blaettern(request, filter_.qs, ordnung=VERGANGENE if vergangen else KOMMENDE)
    return render(
        request,
        "sitzungen/sitzung_liste.html",
        {
            "bereich": "sitzungen",
            "vergangen": vergangen,
            "filter": filter_,
            "ansichten": ansichten(filter_, "vergangen" if vergangen else "kommend", monat_der_wahl(filter_)),
            "seite": seite,
            "monate": nach_monaten(seite.zeilen),
        },
    )


def monat_der_wahl(filter_: SitzungFilter) -> Monat:
    """Return the month to open from a list: the present one, or the first of the year that is chosen."""
    jahr = filter_.gewaehlt.get("jahr")
    return Monat(int(jahr), 1) if jahr else Monat.von(heute())


def ansichten(filter_: SitzungFilter, jetzt: str, monat: Monat) -> list[tuple[str, str, bool]]:
    """Return the ways to look at the meetings with the same filters: word, address, whether it is this."""
    wege = (
        ("kommend", "Kommende", filter_.adresse()),
        ("vergangen", "Vergangene", filter_.adresse(zeit="vergangen")),
        ("monat", "Monat", filter_.adresse("jahr", monat=str(monat))),
    )
    return [(wort, adresse, name == jetzt) for name, wort, adresse in wege]


def nach_monaten(sitzungen: list[Sitzung]) -> dict[str, list[anzeige.Zeile]]:
    """Return the rows of meetings under their month, or their year if no more is known; in their order."""
    monate: dict[str, list[anzeige.Zeile]] = defaultdict(list)
    for sitzung in sitzungen:
        nur_jahr = sitzung.datum_genauigkeit == Genauigkeit.JAHR
        name = datum_text(sitzung.datum, Genauigkeit.JAHR if nur_jahr else Genauigkeit.MONAT)
        monate[f"Im Jahr {name}" if nur_jahr else name].append(anzeige.sitzung_termin(sitzung))
    return dict(monate)


def monat_seite(request: HttpRequest, monat: Monat) -> HttpResponse:
    """Show one month as a table of its days; what has no day stands beneath."""
    filter_ = MonatFilter(request.GET, queryset=queries.sitzungen_im_monat(monat), request=request)
    sitzungen = list(filter_.qs[: TERMINE_IM_MONAT + 1])
    filter_.anzahl = f"{filter_.in_worten(min(len(sitzungen), TERMINE_IM_MONAT))} im {monat.name}"
    ohne_tag = [sitzung for sitzung in sitzungen if sitzung.datum_genauigkeit != Genauigkeit.TAG]
    erster, letzter = queries.monate_mit_sitzungen()
    return render(
        request,
        "sitzungen/sitzung_monat.html",
        {
            "bereich": "sitzungen",
            "monat": monat,
            "filter": filter_,
            "ansichten": ansichten(filter_, "monat", monat),
            "heute": monat != Monat.von(heute()) and filter_.adresse(monat=str(Monat.von(heute()))),
            "davor": erster < monat and (monat.davor.name, filter_.adresse(monat=str(monat.davor))),
            "danach": letzter > monat and (monat.danach.name, filter_.adresse(monat=str(monat.danach))),
            "wochentage": [(name[:2], name) for name in WOCHENTAGE],
            "wochen": wochen(monat, sitzungen[:TERMINE_IM_MONAT]),
            "hat_tage": len(ohne_tag) < len(sitzungen),
            "ohne_tag": [anzeige.sitzung_termin(sitzung) for sitzung in ohne_tag],
            "gekuerzt": len(sitzungen) > TERMINE_IM_MONAT,
        },
    )


def wochen(monat: Monat, sitzungen: list[Sitzung]) -> list[list[dict[str, Any]]]:
    """Return the weeks of a month with their days for the component ``month``."""
    je_tag: dict[date, list[dict[str, Any]]] = defaultdict(list)
    for sitzung in sitzungen:
        for tag in tage(sitzung, monat):
            je_tag[tag].append(anzeige.sitzung_im_monat(sitzung))
    return [
        [
            {
                "datum": tag,
                "wochentag": WOCHENTAGE[tag.weekday()],
                "im_monat": Monat.von(tag) == monat,
                "heute": tag == heute(),
                "termine": je_tag[tag] if Monat.von(tag) == monat else [],
            }
            for tag in woche
        ]
        for woche in monat.wochen
    ]


def tage(sitzung: Sitzung, monat: Monat) -> list[date]:
    """Return the days of a month on which a meeting is held; none for one without a day."""
    if sitzung.datum_genauigkeit != Genauigkeit.TAG:
        return []
    erster = max(sitzung.datum, monat.erster)
    letzter = min(sitzung.ende_datum or sitzung.datum, monat.letzter)
    return [erster + timedelta(days=nummer) for nummer in range((letzter - erster).days + 1)]

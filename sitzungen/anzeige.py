"""How meetings, agendas, papers and decisions are said on pages: rows and facts for the components."""

from datetime import date
from itertools import groupby
from typing import Any

from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.timezone import localtime

from gremien.enums import Sitzungsoeffentlichkeit
from netzwerk.anzeige import Zeile, gebiet_verweise, thema_verweise
from netzwerk.lib.antworten import verweis
from netzwerk.lib.dates import Genauigkeit, datum_text, heute
from netzwerk.lib.text import als_html, als_text
from sitzungen.enums import (
    AUSGEFALLEN,
    Beschlussart,
    Ergebnis,
    Punktart,
    Schrittstatus,
    Sitzungsstatus,
    Umsetzung,
    Vorlagenbezugsart,
    Vorlagenstand,
)
from sitzungen.models import Beratung, Sitzung, Tagesordnungspunkt, Vorlage
from sitzungen.queries import Aenderung

# What the mark beside a step looks like; the words say the same.
ZUSTAND = {
    Ergebnis.ABGELEHNT: "abgelehnt",
    Ergebnis.ZURUECKGEZOGEN: "zurueckgezogen",
    Ergebnis.ABGESETZT: "zurueckgezogen",
    Ergebnis.VERTAGT: "laufend",
    Ergebnis.VERWIESEN: "laufend",
}
# Nobody noted whether it took place.
NUR_GEPLANT = (Sitzungsstatus.TERMINIERT, Sitzungsstatus.EINGELADEN)
WORTE_IM_AUSZUG = 60
STATUS_ZEIGEN = (
    Sitzungsstatus.ABGESAGT,
    Sitzungsstatus.VERLEGT,
    Sitzungsstatus.ENTFALLEN,
    Sitzungsstatus.LAEUFT,
)


def sitzung_termin(sitzung: Sitzung, *, mit_gremium: bool = True) -> Zeile:
    """Return a meeting for the component ``meeting``; needs ``fuer_liste()``."""
    tagesgenau = sitzung.datum_genauigkeit == Genauigkeit.TAG
    gremium = (sitzung.gremium.langname or sitzung.gremium.name) if mit_gremium else ""
    gremium = "" if gremium == sitzung.bezeichnung else gremium
    return {
        "datum": sitzung.datum,
        "datum_text": "" if tagesgenau and not sitzung.termin_text else sitzung.wann_text,
        "titel": sitzung.bezeichnung,
        "url": sitzung.get_absolute_url(),
        "meta": [teil for teil in (gremium, sitzung.zeit_text, sitzung.ort, sitzung.voraussetzung) if teil],
        "badges": sitzung_badges(sitzung),
        "abgesagt": sitzung.ist_ausgefallen,
    }


def sitzung_im_monat(sitzung: Sitzung) -> Zeile:
    """Return a meeting as a day of a month shows it; needs ``fuer_liste()``."""
    return {
        "titel": sitzung.titel or sitzung.gremium.kurzname or sitzung.gremium.name,
        "zeit": f"{sitzung.uhrzeit:%H:%M} Uhr" if sitzung.uhrzeit else "",
        "url": sitzung.get_absolute_url(),
        "ausgefallen": sitzung.get_status_display() if sitzung.ist_ausgefallen else "",
    }


def sitzung_badges(sitzung: Sitzung) -> list[tuple[str, str]]:
    """Return what is unusual about a meeting, and whether it is public."""
    badges = []
    if sitzung.status in STATUS_ZEIGEN:
        badges.append((sitzung.get_status_display(), "warnung"))
    if sitzung.status in NUR_GEPLANT and sitzung.ist_vorbei(heute()):
        badges.append(("war geplant", "neutral"))
    if sitzung.anlass != "ordentlich":
        badges.append((sitzung.get_anlass_display(), "neutral"))
    if sitzung.oeffentlichkeit != Sitzungsoeffentlichkeit.UNBEKANNT:
        badges.append((sitzung.get_oeffentlichkeit_display(), "neutral"))
    return badges


def sitzung_fakten(sitzung: Any) -> list[Zeile]:
    """Return label and value of what is known about a meeting; needs ``sitzung_mit_listen``."""
    weitere = [verweis(zeile["name"], f"/gremien/{zeile['slug']}/") for zeile in sitzung.weitere_json]
    return [
        {"label": "Gremium", "wert": verweis(sitzung.gremium.name, sitzung.gremium.get_absolute_url())},
        {"label": "Gemeinsam mit", "werte": weitere},
        {"label": "Termin", "wert": sitzung.wann_text},
        {"label": "Uhrzeit", "wert": sitzung.zeit_text},
        {"label": "Ort", "wert": ", ".join(teil for teil in (sitzung.ort, sitzung.raum) if teil)},
        {"label": "Anschrift", "wert": sitzung.anschrift},
        {"label": "Form", "wert": "" if sitzung.form == "praesenz" else sitzung.get_form_display()},
        {"label": "Anlass", "wert": sitzung.get_anlass_display()},
        {
            "label": "Öffentlichkeit",
            "wert": ""
            if sitzung.oeffentlichkeit == Sitzungsoeffentlichkeit.UNBEKANNT
            else sitzung.get_oeffentlichkeit_display(),
        },
        {"label": "Status", "wert": sitzung.get_status_display()},
        {"label": "Voraussetzung", "wert": sitzung.voraussetzung},
        {"label": "Verlegt auf", "werte": _termine(sitzung.verlegt_json)},
        {"label": "Verlegt vom", "werte": _termine(sitzung.verlegt_von_json)},
    ]


def _termine(zeilen: list[dict[str, Any]]) -> list[SafeString]:
    """Return links to meetings fetched as a JSON list, by their day."""
    return [
        verweis(
            datum_text(date.fromisoformat(zeile["datum"]), zeile["genauigkeit"]), f"/sitzungen/{zeile['id']}/"
        )
        for zeile in zeilen
    ]


def tagesordnung(punkte: list[Tagesordnungspunkt], geschlossen: list[tuple[int, str]]) -> list[Zeile]:
    """Return the agenda for the component ``agenda``: public items, and places of the others.

    ``geschlossen`` holds position and number of non-public items: nothing else of them is shown.
    """
    zeilen = [(punkt.position, punkt_zeile(punkt)) for punkt in punkte]
    zeilen += [
        (position, {"nummer": nummer, "titel": "Nicht öffentlicher Punkt", "nichtoeffentlich": True})
        for position, nummer in geschlossen
    ]
    return [zeile for _, zeile in sorted(zeilen, key=lambda paar: paar[0])]


def punkt_anker(nummer: int) -> str:
    """Return the anchor of an agenda item on its meeting's page."""
    return f"top-{nummer}"


def punkt_zeile(punkt: Any) -> Zeile:
    """Return one public agenda item; needs ``queries.tagesordnung``."""
    vorlagen = [
        verweis(f"Vorlage {zeile['kennung']}: {zeile['betreff']}", f"/vorlagen/{zeile['pfad']}/")
        for zeile in punkt.vorlagen_json
    ]
    art = "" if punkt.art == Punktart.BERATUNG else punkt.get_art_display()
    return {
        "nummer": punkt.nummer,
        "anker": punkt_anker(punkt.pk),
        "titel": punkt.titel,
        "meta": [teil for teil in (art, *vorlagen) if teil],
        "text": als_html(punkt.text),
        "badges": ergebnis_badges(punkt.ergebnis),
    }


def ergebnis_badges(ergebnis: str) -> list[tuple[str, str]]:
    """Return a result as a badge, green only for a yes; empty without one."""
    if not ergebnis:
        return []
    art = {"erledigt": "status", "abgelehnt": "warnung"}.get(
        ZUSTAND.get(Ergebnis(ergebnis), "erledigt"), "neutral"
    )
    return [(Ergebnis(ergebnis).label, art)]


def vorgang_zeile(vorgang: dict[str, Any]) -> Zeile:
    """Return one row of ``queries.vorgaenge``."""
    tag = datum_text(vorgang["tag"], vorgang["genauigkeit"])
    if vorgang["was"] == "vorlage":
        return {
            "titel": f"{vorgang['zusatz']}: {vorgang['titel']}",
            "url": f"/vorlagen/{vorgang['adresse']}/",
            "meta": [teil for teil in (tag, "Vorlage") if teil],
            "badges": ergebnis_badges(vorgang["ausgang"]) or [("geplant", "neutral")],
        }
    if vorgang["was"] == "betrifft":
        return {
            "titel": f"{vorgang['zusatz']}: {vorgang['titel']}",
            "url": f"/vorlagen/{vorgang['adresse']}/",
            "meta": [teil for teil in (tag, "Vorlage über dieses Gremium") if teil],
            "badges": [(Vorlagenstand(vorgang["ausgang"]).label, "neutral")],
        }
    return {
        "titel": " ".join(
            teil for teil in (Beschlussart(vorgang["zusatz"]).label, vorgang["adresse"]) if teil
        ),
        "meta": [tag] if tag else [],
        "text": Truncator(als_text(vorgang["titel"])).words(WORTE_IM_AUSZUG, truncate=" …"),
        "badges": [(Umsetzung(vorgang["ausgang"]).label, "neutral")],
    }


def vorlage_zeile(vorlage: Vorlage) -> Zeile:
    """Return the row of a list; needs ``fuer_liste()``."""
    return {
        "titel": f"{vorlage.kennung}: {vorlage.betreff}",
        "url": vorlage.get_absolute_url(),
        "badges": [(vorlage.get_art_display(), "typ"), (vorlage.get_stand_display(), "neutral")],
        "meta": [teil for teil in (vorlage.koerperschaft.name, datum_text(vorlage.datum)) if teil],
    }


def vorlage_fakten(vorlage: Any) -> list[Zeile]:
    """Return the header fields of a paper as printed; never the author's telephone."""
    federfuehrend = [
        verweis(zeile["name"], f"/organisationen/{zeile['slug']}/") for zeile in vorlage.federfuehrend_json
    ]
    return [
        {"label": "Betreff", "wert": vorlage.betreff},
        {"label": "Status", "wert": vorlage.status_text},
        {"label": "Vorlage-Art", "wert": vorlage.get_art_display()},
        {"label": "Verfasser", "wert": vorlage.verfasser},
        {"label": "Federführend", "werte": federfuehrend},
        {"label": "Bearbeiter/-in", "wert": vorlage.bearbeiter},
        {"label": "Datum", "wert": datum_text(vorlage.datum)},
        {"label": "Stand", "wert": vorlage.get_stand_display()},
        {
            "label": "Körperschaft",
            "wert": verweis(vorlage.koerperschaft.name, vorlage.koerperschaft.get_absolute_url()),
        },
        {"label": "Rechtsgrundlagen", "wert": vorlage.rechtsgrundlagen},
        {
            "label": "Betrifft",
            "werte": [
                verweis(zeile["name"], f"/gremien/{zeile['slug']}/") for zeile in vorlage.betrifft_json
            ],
        },
        {"label": "Gebiete", "werte": gebiet_verweise(vorlage.gebiete_json)},
        {"label": "Themen", "werte": thema_verweise(vorlage.themen_json)},
        *_bezuege(vorlage),
    ]


def _bezuege(vorlage: Any) -> list[Zeile]:
    """Return how a paper refers to others, from its side."""
    hin = [(Vorlagenbezugsart(zeile["art"]).label, zeile) for zeile in vorlage.bezuege_json]
    her = [(Vorlagenbezugsart(zeile["art"]).umkehrung, zeile) for zeile in vorlage.gegenbezuege_json]
    return [
        {
            "label": label[:1].upper() + label[1:],
            "wert": verweis(f"{zeile['kennung']}: {zeile['betreff']}", f"/vorlagen/{zeile['pfad']}/"),
        }
        for label, zeile in (*hin, *her)
    ]


def schritt(beratung: Any) -> Zeile:
    """Return one step for the component ``course``; needs ``queries.beratungsfolge``.

    Wording and result of a step that is closed in any way are not shown.
    """
    sitzung = beratung.sitzung if beratung.sitzung_offen else None
    wann = beratung.wann_text if sitzung or beratung.sitzung is None else ""
    url = sitzung.get_absolute_url() if sitzung else ""
    if url and beratung.punkt_id and beratung.ergebnis_offen:
        url += f"#{punkt_anker(beratung.punkt_id)}"
    return {
        "titel": beratung.gremium.name,
        "url": beratung.gremium.get_absolute_url(),
        "aufgabe": beratung.get_zustaendigkeit_display(),
        "datum": verweis(wann, url),
        "ergebnis": ergebnis_text(beratung) if beratung.ergebnis_offen else "nicht öffentlich",
        "text": als_html(beratung.beschlusswortlaut) if beratung.ergebnis_offen else "",
        "zustand": zustand(beratung) if beratung.ergebnis_offen else "geplant",
    }


def ergebnis_text(beratung: Any) -> str:
    """Return the state of a step in words: its result, else how far it has come."""
    if not beratung.ergebnis:
        return beratung.get_schrittstatus_display()
    ziel = beratung.verwiesen_json[0]["name"] if beratung.verwiesen_json else ""
    return f"{beratung.get_ergebnis_display()} an {ziel}" if ziel else beratung.get_ergebnis_display()


def zustand(beratung: Beratung) -> str:
    """Return the look of a step's mark."""
    if beratung.ergebnis:
        return ZUSTAND.get(Ergebnis(beratung.ergebnis), "erledigt")
    return "laufend" if beratung.schrittstatus == Schrittstatus.AUF_TAGESORDNUNG else "geplant"


def abschnitte(vorlage: Any) -> list[Zeile]:
    """Return the headed sections of a paper in their order."""
    return [
        {"ueberschrift": zeile["ueberschrift"], "text": als_html(zeile["text"])}
        for zeile in vorlage.abschnitte_json
    ]


# Kind of a changed entry → its name and its address.
AENDERUNGSARTEN = {
    "gremium": ("Gremium", "/gremien/{}/"),
    "organisation": ("Organisation", "/organisationen/{}/"),
    "projekt": ("Projekt", "/projekte/{}/"),
    "bericht": ("Bericht", "/berichte/{}/"),
    "sitzung": ("Sitzung", "/sitzungen/{}/"),
    "vorlage": ("Vorlage", "/vorlagen/{}/"),
}


def aenderung_zeile(aenderung: Aenderung) -> Zeile:
    """Return the row of a new or changed entry."""
    art, adresse = AENDERUNGSARTEN[aenderung.was]
    return {
        "titel": aenderung.titel or aenderung.zusatz,
        "url": adresse.format(aenderung.adresse),
        "badges": [(art, "typ"), *aenderung_stand(aenderung)],
        "meta": [
            teil for teil in (datum_text(aenderung.tag), aenderung.zusatz if aenderung.titel else "") if teil
        ],
    }


def aenderung_stand(aenderung: Aenderung) -> list[tuple[str, str]]:
    """Return badges that say what happened: new, changed, and whether a meeting is off."""
    badges = [("neu", "status") if aenderung.ist_neu else ("geändert", "neutral")]
    if aenderung.was == "sitzung" and aenderung.stand in AUSGEFALLEN:
        badges.append((Sitzungsstatus(aenderung.stand).label, "warnung"))
    return badges


def nach_tagen(aenderungen: list[Aenderung]) -> list[tuple[str, list[Zeile]]]:
    """Return rows under their days in Berlin, in the order they come."""
    tage = groupby(aenderungen, key=lambda aenderung: localtime(aenderung.moment).date())
    return [(datum_text(tag), [aenderung_zeile(zeile) for zeile in zeilen]) for tag, zeilen in tage]

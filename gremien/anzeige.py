"""How bodies, seats, reports and projects are said on pages: rows and facts for the components."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from gremien.enums import Beteiligungsart, Beziehungsart, Bezugsart, Lebensstand, Rhythmus, Teilnehmerebene
from gremien.models import Bericht, Gremium, Leitung, Mitgliedschaft, Sitzkategorie
from netzwerk.anzeige import (
    Zeile,
    aussenlink,
    gebiet_verweise,
    mail_verweis,
    organisation_badges,
    thema_verweise,
)
from netzwerk.enums import Publikum
from netzwerk.lib.antworten import verweis
from netzwerk.lib.dates import datum_lesen, datum_text, heute, jahre_text, spanne_text
from netzwerk.lib.fragmente import fragment
from netzwerk.lib.text import als_html
from netzwerk.models.medien import srcset


def gremium_badges(gremium: Gremium) -> list[tuple[str, str]]:
    """Return kind, levels and, if it is not simply active, state; the same everywhere."""
    badges = [(gremium.art.name, "typ")]
    badges += [
        (ebene, "ebene")
        for ebene in (gremium.get_ebene_display(), gremium.get_ebene_zweite_display())
        if ebene
    ]
    if gremium.lebensstand != Lebensstand.AKTIV:
        badges.append((gremium.lebensstand_text, "neutral" if gremium.ist_taetig else "warnung"))
    if gremium.ist_archiviert:
        badges.append(("archiviert", "warnung"))
    return badges


def gremium_zeile(gremium: Gremium) -> Zeile:
    """Return the row of a list; needs ``fuer_liste()``."""
    return {
        "titel": gremium.name,
        "url": gremium.get_absolute_url(),
        "badges": gremium_badges(gremium),
        "meta": [gremium.langname] if gremium.langname else [],
        "text": gremium.kurztext,
    }


def _von_bis(zeile: dict[str, Any]) -> str:
    """Return the period of a JSON row in words."""
    teile = [
        datum_text(date.fromisoformat(zeile[seite]), zeile[f"{seite}_g"]) if zeile[seite] else ""
        for seite in ("von", "bis")
    ]
    return spanne_text(*teile)


def _gremium_verweis(zeile: dict[str, Any]) -> SafeString:
    """Return a link to a body of a JSON row, with its period behind it."""
    zeit = _von_bis(zeile)
    link = verweis(zeile["name"], f"/gremien/{zeile['slug']}/")
    return format_html('{} <span class="facts__note">({})</span>', link, zeit) if zeit else link


def beziehungen(gremium: Any) -> list[Zeile]:
    """Return how a body stands to others, said from its side; needs ``gremium_mit_listen``."""
    gruppen: dict[str, list[SafeString]] = defaultdict(list)
    reihenfolge = [Beziehungsart.UNTERGREMIUM.umkehrung]
    for zeile in gremium.beziehungen_json:
        gruppen[Beziehungsart(zeile["art"]).label].append(_gremium_verweis(zeile))
    for zeile in gremium.gegenbeziehungen_json:
        gruppen[Beziehungsart(zeile["art"]).umkehrung].append(_gremium_verweis(zeile))
    for zeile in gremium.mitglied_in_json:
        gruppen["ist Mitglied in"].append(_gremium_verweis(zeile))
    labels = sorted(gruppen, key=lambda label: label not in reihenfolge)
    return _zusammengefasst([(label, gruppen[label]) for label in labels])


def nachfolger(gremium: Any) -> list[SafeString]:
    """Return links to the bodies that took a body's place; needs ``gremium_mit_listen``."""
    return [
        _gremium_verweis(zeile)
        for zeile in gremium.gegenbeziehungen_json
        if zeile["art"] == Beziehungsart.NACHFOLGE
    ]


def _zusammengefasst(gruppen: list[tuple[str, list[SafeString]]]) -> list[Zeile]:
    """Return the groups as facts; those about the same bodies are said together."""
    je_ziel: dict[tuple[SafeString, ...], list[str]] = {}
    for label, werte in gruppen:
        je_ziel.setdefault(tuple(werte), []).append(label)
    return [
        {"label": grossgeschrieben(" · ".join(labels)), "werte": list(werte)}
        for werte, labels in je_ziel.items()
    ]


def grossgeschrieben(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def gremium_fakten(gremium: Any) -> list[Zeile]:
    """Return label and value of what is known about a body; needs ``gremium_mit_listen``."""
    stand = datum_text(gremium.mitgliederzahl_stand, gremium.mitgliederzahl_stand_genauigkeit)
    return [
        {"label": "Voller Name", "wert": gremium.langname},
        {"label": "Kurzname", "wert": gremium.kurzname},
        {"label": "Auch genannt", "wert": gremium.weitere_bezeichnungen},
        {"label": "Frühere Namen", "werte": [name["name"] for name in gremium.namen_json]},
        {"label": "Funktion", "wert": gremium.get_funktion_display()},
        {"label": "Gebiete", "werte": gebiet_verweise(gremium.gebiete_json)},
        {"label": "Themen", "werte": thema_verweise(gremium.themen_json)},
        {"label": "Zielgruppen", "werte": [zeile["name"] for zeile in gremium.zielgruppen_json]},
        {"label": "Programme", "werte": [programm(zeile) for zeile in gremium.programme_json]},
        {"label": "Zugang", "wert": gremium.get_zugang_display()},
        {"label": "Rechtsform", "wert": gremium.rechtsform},
        {"label": "Rechtsgrundlage", "wert": gremium.rechtsgrundlage},
        {"label": "Besteht seit", "wert": gremium.seit_text},
        {
            "label": "Mitglieder",
            "wert": gremium.mitgliederzahl_text,
            "zusatz": f"Stand {stand}" if stand else "",
        },
        {"label": "Tagt", "wert": gremium.rhythmus_text or rhythmus(gremium)},
        {"label": "Sitzungen", "wert": oeffentlichkeit(gremium)},
        {"label": "Webseite", "wert": aussenlink(gremium.webadresse)},
        {"label": "Kontakt", "wert": mail_verweis(gremium.kontakt_email)},
    ]


def oeffentlichkeit(gremium: Gremium) -> str:
    """Return whether meetings are public, "" if nobody knows."""
    return "" if gremium.oeffentlichkeit == "unbekannt" else gremium.get_oeffentlichkeit_display()


def rhythmus(gremium: Gremium) -> str:
    """Return how often a body meets, from its numbers: "2 bis 4 Mal im Jahr"."""
    if not gremium.rhythmus_einheit:
        return ""
    einheit = Rhythmus(gremium.rhythmus_einheit).label
    von, bis = gremium.rhythmus_min, gremium.rhythmus_max
    if von and bis:
        return f"{von} Mal {einheit}" if von == bis else f"{von} bis {bis} Mal {einheit}"
    if von:
        return f"mindestens {von} Mal {einheit}"
    return f"höchstens {bis} Mal {einheit}" if bis else ""


def programm(zeile: dict[str, Any]) -> SafeString:
    """Return a programme of a JSON row, linked outward if it has an address."""
    return aussenlink(zeile["webadresse"], zeile["name"]) or verweis(zeile["name"], "")


def leitungsgruppen(leitungen: list[Leitung], stichtag: date) -> list[Zeile]:
    """Return who leads, grouped by kind of leadership, in the stored order."""
    gruppen: dict[str, list[Zeile]] = {}
    for leitung in leitungen:
        gruppen.setdefault(leitung.get_art_display(), []).append(leitung_person(leitung, stichtag))
    return [{"titel": art, "personen": personen} for art, personen in gruppen.items()]


def leitung_person(leitung: Leitung, stichtag: date) -> Zeile:
    """Return one leader for the component ``people``."""
    if leitung.organisation:
        return {"name": verweis(leitung.organisation.name, leitung.organisation.get_absolute_url())}
    if leitung.leitendes_gremium:
        return {"name": verweis(leitung.leitendes_gremium.name, leitung.leitendes_gremium.get_absolute_url())}
    if leitung.stelle:
        organisation = leitung.stelle.organisation
        return {
            "funktion": leitung.stelle.bezeichnung,
            "fuer": organisation.name if organisation else "",
            "fuer_url": organisation.get_absolute_url() if organisation else "",
        }
    return {
        "name": oeffentlicher_name(leitung, stichtag),
        "funktion": leitung.get_art_display(),
    }


def besetzungstag(gefragt: str, stichtag: date) -> Zeile:
    """Return what the form "Besetzung an einem anderen Tag" holds and says.

    ``gefragt`` is what stood in the address, kept as typed; ``stichtag`` the day that is shown.
    """
    return {
        "gefragt": gefragt[:10],
        "heute": heute(),
        "stichtag": stichtag,
        "ist_anderer": stichtag != heute(),
        "wann": "" if stichtag == heute() else "an diesem Tag",
        "unlesbar": bool(gefragt) and datum_lesen(gefragt) is None,
    }


def oeffentlicher_name(zeile: Leitung | Mitgliedschaft, stichtag: date) -> str:
    """Return the person's name if the public may read it on the day and today as well.

    Looking back must not bring back the name of someone whose office or consent has ended.
    """
    heutiger = zeile.anzeigename(heute(), Publikum.OEFFENTLICH)
    return heutiger if zeile.anzeigename(stichtag, Publikum.OEFFENTLICH) else ""


def besetzung(gremium: Any, mitglieder: list[Mitgliedschaft], stichtag: date) -> list[Zeile]:
    """Return who sits in a body by seat category, vacant seats included.

    Needs ``gremium_mit_listen`` and ``besetzung_am``. A category that no seat was made for
    still shows its rule.
    """
    je_kategorie: dict[int | None, list[Zeile]] = defaultdict(list)
    besetzt = set()
    for mitglied in mitglieder:
        kategorie = mitglied.sitz.kategorie_id if mitglied.sitz else None
        je_kategorie[kategorie].append(mitglied_person(mitglied, stichtag))
        besetzt.add(mitglied.sitz_id)
    for sitz in gremium.sitze_json:
        if sitz["id"] not in besetzt:
            # A seat may be taken by someone of whom the public reads nothing.
            je_kategorie[sitz["kategorie"]].append(
                {"funktion": sitz["bereich"] or "Sitz", "frei": not sitz["besetzt"]}
            )
    gruppen = [_kategorie(zeile, je_kategorie.pop(zeile["id"], [])) for zeile in gremium.kategorien_json]
    ohne_sitz = je_kategorie.pop(None, [])
    if ohne_sitz:
        gruppen.append(
            {"titel": "Mitglieder" if not gruppen else "Weitere Mitglieder", "personen": ohne_sitz}
        )
    return gruppen


def _kategorie(zeile: dict[str, Any], personen: list[Zeile]) -> Zeile:
    """Return one seat category with its rule and people."""
    kategorie = Sitzkategorie(soll_min=zeile["soll_min"], soll_max=zeile["soll_max"])
    stimme = {True: "stimmberechtigt", False: "ohne Stimmrecht"}.get(zeile["stimmrecht"], "")
    regel = "" if zeile["regeltext"] == zeile["bezeichnung"] else zeile["regeltext"]
    return {
        "titel": zeile["bezeichnung"],
        "meta": [teil for teil in (kategorie.soll_text, stimme, regel) if teil],
        "personen": personen,
    }


def mitglied_person(mitglied: Any, stichtag: date) -> Zeile:
    """Return one member for the component ``people``; a name only if the public may read it."""
    auftrag = mitglied.auftrag_json[0] if mitglied.auftrag_json else None
    zeile: Zeile = {
        "funktion": mitglied.funktion,
        "fuer": auftrag["name"] if auftrag else "",
        "fuer_url": f"/organisationen/{auftrag['slug']}/" if auftrag else "",
    }
    if mitglied.organisation:
        return zeile | {"name": verweis(mitglied.organisation.name, mitglied.organisation.get_absolute_url())}
    if mitglied.mitglied_gremium:
        ziel = mitglied.mitglied_gremium
        return zeile | {"name": verweis(ziel.name, ziel.get_absolute_url())}
    if mitglied.stelle:
        stelle = mitglied.stelle
        return zeile | {
            "name": stelle.bezeichnung,
            "fuer": zeile["fuer"] or (stelle.organisation.name if stelle.organisation else ""),
        }
    return zeile | {"name": oeffentlicher_name(mitglied, stichtag)}


def eigene_rollen(mitglieder: list[Mitgliedschaft], eigene_organisation_id: int | None) -> list[str]:
    """Return our roles in a body in words: role and area, never a colleague's name."""
    return [
        mitglied.funktion
        for mitglied in mitglieder
        if eigene_organisation_id is not None
        and eigene_organisation_id in {mitglied.organisation_id, mitglied.im_auftrag_von_id}
    ]


def teilnehmende(gremium: Any) -> list[str]:
    """Return who takes part by kind: "Leitungen der freien Träger (Leitungsebene)"."""
    return [
        f"{zeile['text']} ({Teilnehmerebene(zeile['ebene']).label})" if zeile["ebene"] else zeile["text"]
        for zeile in gremium.teilnehmende_json
    ]


def adressaten(gremium: Any) -> list[SafeString]:
    """Return whom a body addresses, linked where it is an organisation of the registry."""
    return [
        verweis(zeile["text"], f"/organisationen/{zeile['slug']}/" if zeile["slug"] else "")
        for zeile in gremium.adressaten_json
    ]


def bild(zeile: dict[str, Any]) -> Zeile:
    """Return an image of a JSON row for the component ``figure``."""
    return {
        "src": f"/medien/bilder/{zeile['id']}/{zeile['datei'].rsplit('/', 1)[-1]}",
        "srcset": srcset(zeile["id"], zeile["datei"], zeile["breite"]),
        "datei": zeile["datei"],
        "alt": zeile["alternativtext"],
        "width": zeile["breite"],
        "height": zeile["hoehe"],
        "unterschrift": zeile["bildunterschrift"],
        "urheber": zeile["urheber"],
    }


def eintrag_zeile(eintrag: Any) -> Zeile:
    """Return one entry of an editorial page; needs ``netzwerkeintraege``."""
    ziel = eintrag.gremium or eintrag.organisation
    return {
        "titel": ziel.name,
        "kurz": ziel.kurzname or ziel.name,
        "url": ziel.get_absolute_url(),
        "anker": ziel.slug,
        "badges": gremium_badges(ziel) if eintrag.gremium else organisation_badges(ziel),
        "text": ziel.kurztext,
        "beschreibung": als_html(ziel.beschreibung),
        "bilder": [bild(zeile) for zeile in eintrag.bilder_json],
        "dachverband": eintrag.organisation is not None,
        "unter": [],
    }


def netzwerkzeilen(eintraege: list[Any]) -> list[Zeile]:
    """Return the entries of an editorial page in their order, bodies nested under their own.

    Needs ``queries.netzwerkeintraege``.
    """
    zeilen = {eintrag.pk: eintrag_zeile(eintrag) for eintrag in eintraege}
    je_gremium = {eintrag.gremium_id: zeilen[eintrag.pk] for eintrag in eintraege if eintrag.gremium_id}
    oberste: list[Zeile] = []
    for eintrag in eintraege:
        oben = je_gremium.get(eintrag.oben)
        (oben["unter"] if oben else oberste).append(zeilen[eintrag.pk])
    return oberste


def netzwerktreffer(eintraege: list[Any], treffer: set[int]) -> list[Zeile]:
    """Return some entries of an editorial page, each saying which entry of the page it is under.

    Needs ``queries.netzwerkeintraege``; ``treffer`` are the ids of the entries.
    """
    je_gremium = {eintrag.gremium_id: eintrag.gremium for eintrag in eintraege if eintrag.gremium}
    zeilen = []
    for eintrag in eintraege:
        if eintrag.pk in treffer:
            oben = je_gremium.get(eintrag.oben)
            von = {"name": oben.name, "url": oben.get_absolute_url()} if oben else None
            zeilen.append(eintrag_zeile(eintrag) | {"untergremium_von": von})
    return zeilen


def netzwerk_html(zeilen: list[Zeile], stufe: int) -> list[SafeString]:
    """Return the entries of an editorial page as HTML, headings from the given level on."""
    return [
        fragment("gremien/_netzwerkzeile.html", {"zeile": zeile, "stufe": stufe, "unterstufe": stufe + 1})
        for zeile in zeilen
    ]


def bericht_zeile(bericht: Bericht) -> Zeile:
    """Return the row of a list; needs ``fuer_liste()``."""
    return {
        "titel": bericht.titel,
        "url": bericht.get_absolute_url(),
        "meta": [
            teil
            for teil in (
                bericht.organisation.name,
                bericht.zeitraum_text if bericht.zeitraum_text not in bericht.titel else "",
                bericht.verbund.name if bericht.verbund else "",
                datum_text(bericht.datum),
            )
            if teil
        ],
        "badges": [(bericht.get_art_display(), "typ")],
    }


def bericht_fakten(bericht: Any) -> list[Zeile]:
    """Return label and value of what is known about a report; needs ``bericht_mit_listen``."""
    programme = [
        {
            "name": f"{zeile['name']} ({zeile['kurzname']})" if zeile["kurzname"] else zeile["name"],
            **_adresse(zeile),
        }
        for zeile in bericht.programme_json
    ]
    return [
        {
            "label": "Berichtet",
            "wert": verweis(bericht.organisation.name, bericht.organisation.get_absolute_url()),
        },
        {
            "label": "An",
            "wert": verweis(bericht.verbund.name, bericht.verbund.get_absolute_url())
            if bericht.verbund
            else "",
        },
        {"label": "Zeitraum", "wert": bericht.zeitraum_text},
        {"label": "Art", "wert": bericht.get_art_display()},
        {"label": "Veröffentlicht", "wert": datum_text(bericht.datum)},
        {"label": "Verfasst", "wert": datum_text(bericht.verfasst_am)},
        {"label": "Programme", "werte": [programm(zeile) for zeile in programme]},
        {"label": "Zielgruppen", "werte": [zeile["name"] for zeile in bericht.zielgruppen_json]},
        {"label": "Themen", "werte": thema_verweise(bericht.themen_json)},
        {"label": "Orte", "werte": gebiet_verweise(bericht.gebiete_json)},
    ]


def _adresse(zeile: dict[str, Any]) -> dict[str, Any]:
    return {"webadresse": zeile["webadresse"]}


def beteiligte(projekt: Any, art: str) -> list[SafeString]:
    """Return who takes a part of a kind in a project; needs ``projekt_mit_listen``."""
    return [
        verweis(zeile["name"] or zeile["text"], f"/organisationen/{zeile['slug']}/" if zeile["slug"] else "")
        for zeile in projekt.beteiligungen_json
        if zeile["art"] == art
    ]


def bezuege(projekt: Any, art: str) -> list[SafeString]:
    """Return the programmes of one kind of reference; needs ``projekt_mit_listen``."""
    return [programm(zeile) for zeile in projekt.programme_json if zeile["art"] == art]


def projekt_zeile(projekt: Any) -> Zeile:
    """Return the row of a list; needs ``projekt_mit_listen``."""
    auftraggeber = [zeile["name"] for zeile in projekt.beteiligungen_json if zeile["art"] == "auftraggeber"]
    koordination = [zeile["name"] for zeile in projekt.beteiligungen_json if zeile["art"] == "koordination"]
    plaene = [jahre_text(zeile["von"], zeile["bis"]) for zeile in projekt.plaene_json]
    return {
        "titel": projekt.titel,
        "url": projekt.get_absolute_url(),
        "badges": [(projekt.zeitraum_text, "neutral")] if projekt.zeitraum_text else [],
        "meta": [
            teil
            for teil in (
                f"Auftrag: {', '.join(filter(None, auftraggeber))}" if any(auftraggeber) else "",
                f"Koordination: {', '.join(filter(None, koordination))}" if any(koordination) else "",
                f"durchgeführt von {projekt.institut.name}",
                projekt.rolle,
                f"Plan {', '.join(plaene)}" if plaene else "",
                *(
                    f"gefördert: {zeile['name']}"
                    for zeile in projekt.programme_json
                    if zeile["art"] == "gefoerdert"
                ),
            )
            if teil
        ],
        "text": projekt.kurztext,
    }


def projekt_fakten(projekt: Any) -> list[Zeile]:
    """Return label and value of what is known about a project; needs ``projekt_mit_listen``."""
    gremium = [verweis(zeile["name"], f"/gremien/{zeile['slug']}/") for zeile in projekt.gremium_json]
    vorgaenger = [verweis(zeile["name"], f"/projekte/{zeile['slug']}/") for zeile in projekt.vorgaenger_json]
    return [
        {"label": "Auftrag", "werte": beteiligte(projekt, Beteiligungsart.AUFTRAGGEBER)},
        {"label": "Beauftragt durch", "werte": gremium},
        {
            "label": "Durchgeführt von",
            "wert": verweis(projekt.institut.name, projekt.institut.get_absolute_url()),
        },
        {"label": "Rolle", "wert": projekt.rolle},
        {"label": "Projektzeitraum", "wert": projekt.zeitraum_text},
        {"label": "Gefördert durch", "werte": bezuege(projekt, Bezugsart.GEFOERDERT)},
        {"label": "Teil von", "werte": bezuege(projekt, Bezugsart.TEIL_VON)},
        {"label": "Knüpft an", "werte": bezuege(projekt, Bezugsart.KNUEPFT_AN)},
        {"label": "Im Rahmen von", "werte": bezuege(projekt, Bezugsart.IM_RAHMEN)},
        {"label": "Koordination", "werte": beteiligte(projekt, Beteiligungsart.KOORDINATION)},
        {"label": "Partner", "werte": beteiligte(projekt, Beteiligungsart.PARTNER)},
        {"label": "Beteiligte", "werte": beteiligte(projekt, Beteiligungsart.BETEILIGT)},
        {"label": "Standorte", "werte": gebiet_verweise(projekt.standorte_json)},
        {"label": "Methoden", "werte": [zeile["name"] for zeile in projekt.methoden_json]},
        {"label": "Themen", "werte": thema_verweise(projekt.themen_json)},
        {"label": "Setzt fort", "werte": vorgaenger},
    ]


def planfassungen(projekt: Any) -> list[Zeile]:
    """Return the versions of the plan, oldest first; a later one says that it continues the earlier."""
    return [
        {
            "titel": zeile["bezeichnung"],
            "zeitraum": jahre_text(zeile["von"], zeile["bis"]),
            "fortschreibung": zeile["folgt"] is not None,
        }
        for zeile in projekt.plaene_json
    ]


def sitz_zeile(mitglied: Mitgliedschaft) -> Zeile:
    """Return a body that an organisation sits in, and as what."""
    return _rolle(mitglied.gremium, grossgeschrieben(mitglied.funktion))


def leitung_zeile(leitung: Leitung) -> Zeile:
    """Return a body that an organisation leads, and how."""
    return _rolle(leitung.gremium, leitung.get_art_display())


def _rolle(gremium: Gremium, text: str) -> Zeile:
    """Return a body with the role that someone has in it."""
    return {
        "titel": gremium.name,
        "url": gremium.get_absolute_url(),
        "badges": gremium_badges(gremium),
        "text": text,
    }

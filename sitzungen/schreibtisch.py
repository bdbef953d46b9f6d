"""What stands on the desk of an account, each part one question; only what the account may read."""

from itertools import chain
from typing import Any

from django.db.models import Q
from django.urls import reverse

from gremien.mandate.anstehend import anstehendes
from gremien.models import Gremium
from netzwerk import rules
from netzwerk.enums import Hinweisstand, Veroeffentlichung
from netzwerk.intern import rechte, waehlen
from netzwerk.intern.bereich import Bereich, alle, bereich_von
from netzwerk.intern.ereignisse import PRUEFEN_NACH
from netzwerk.lib.dates import heute
from netzwerk.linkquellen import fundstellen
from netzwerk.models import Arbeitsfassung, Hinweis, Inhalt, Linkbefund, Rueckmeldung
from sitzungen import pflichten
from sitzungen.models import Beschluss, Sitzung

JE_LISTE = 8
ENTWURF = {"veroeffentlichung": Veroeffentlichung.ENTWURF}
ERLEDIGT = ("umgesetzt", "zur_kenntnis", "aufgehoben", "nicht_umsetzbar")


def _inhalte(konto: Any) -> list[tuple[Bereich, Any]]:
    """Return each publishable noun with the rows that the account may write."""
    return [
        (bereich, rechte.bearbeitbar(bereich.modell, konto))
        for bereich in alle()
        if issubclass(bereich.modell, Inhalt)
        and (
            rules.schreibt_alles(konto) or hasattr(bereich.modell._default_manager.all(), "bearbeitbar_fuer")
        )
    ]


def _zeilen(bereich: Bereich, zeilen: Any) -> list[dict[str, Any]]:
    verbunden = bereich.mit_namen(zeilen)
    return [
        {
            "art": bereich.einzahl,
            "name": str(zeile),
            "url": bereich.url(pk=zeile.pk),
            "wann": zeile.geaendert_am,
        }
        for zeile in verbunden.order_by("-geaendert_am")[:JE_LISTE]
    ]


def _sammeln(konto: Any, bedingung: Q) -> list[dict[str, Any]]:
    zeilen = chain.from_iterable(
        _zeilen(bereich, menge.filter(bedingung)) for bereich, menge in _inhalte(konto)
    )
    return sorted(zeilen, key=lambda zeile: zeile["wann"], reverse=True)[: JE_LISTE * 2]


def wartet(konto: Any) -> list[dict[str, Any]]:
    """Return the lists of what waits for the account, those with nothing left out."""
    ungeprueft = Q(veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT) & (
        Q(geprueft_am__lt=heute() - PRUEFEN_NACH)
        | Q(geprueft_am__isnull=True, erstellt_am__date__lt=heute() - PRUEFEN_NACH)
    )
    listen = [
        {"titel": "Zur Freigabe", "zeilen": _freizugeben(konto)},
        {"titel": "Hinweise von Besucherinnen und Besuchern", "zeilen": _hinweise(konto)},
        {"titel": "Aufträge über der Frist", "zeilen": _ueberfaellige(konto)},
        *_mandate(konto),
        {"titel": "Zurückgegeben mit Rückmeldung", "zeilen": _zurueckgegebenes(konto)},
        {"titel": "Berichte, die fällig sind", "zeilen": _faellige_berichte(konto)},
        {"titel": "Links, die ins Leere führen", "zeilen": _tote_links(konto)},
        {"titel": "Entwürfe", "zeilen": _sammeln(konto, Q(veroeffentlichung=Veroeffentlichung.ENTWURF))},
        {"titel": "Seit einem Jahr nicht geprüft", "zeilen": _sammeln(konto, ungeprueft)},
    ]
    return [liste for liste in listen if liste["zeilen"]]


def _freizugeben(konto: Any) -> list[dict[str, Any]]:
    """Return entries and pending changes that wait for a release by this account, or its own that wait."""
    if not rules.schreibt_alles(konto):
        return []
    eintraege = _sammeln(konto, Q(veroeffentlichung=Veroeffentlichung.ZUR_FREIGABE))
    offene = Arbeitsfassung.objects.filter(zur_freigabe=True).select_related("inhaltstyp", "bearbeitet_von")
    offene = offene.prefetch_related("objekt")
    for fassung in offene[:JE_LISTE]:
        bereich = bereich_von(fassung.objekt)
        if bereich is not None:
            eintraege.append(
                {
                    "art": f"Änderung: {bereich.einzahl}",
                    "name": str(fassung.objekt),
                    "url": bereich.url(pk=fassung.objekt_id),
                    "wann": fassung.geaendert_am,
                }
            )
    return eintraege


def _hinweise(konto: Any) -> list[dict[str, Any]]:
    if not rules.schreibt_alles(konto):
        return []
    offene = Hinweis.objects.exclude(stand=Hinweisstand.ERLEDIGT).order_by("-erstellt_am")[:JE_LISTE]
    return [
        {
            "art": h.get_anliegen_display(),
            "name": h.text[:120],
            "url": reverse("intern_hinweis", args=[h.pk]),
            "wann": h.erstellt_am,
        }
        for h in offene
    ]


def _mandate(konto: Any) -> list[dict[str, Any]]:
    """Return what asks for attention in the bodies that the account may write."""
    if not (rules.schreibt_alles(konto) or rules.betreut_gremien(konto)):
        return []
    stand = anstehendes(Gremium.objects.vorhanden().bearbeitbar_fuer(konto), heute(), JE_LISTE)

    def zeile(gremium: Gremium, name: str, wann: Any = None) -> dict[str, Any]:
        return {
            "art": str(gremium),
            "name": name,
            "url": reverse("intern_besetzung", args=[gremium.pk]),
            "wann": wann,
        }

    listen = {
        "Mandate, die enden": [
            zeile(f.gremium, f"{f.mandat.name}, {f.mandat.stand_text}", f.ende) for f in stand.enden
        ],
        "Mandate zu prüfen": [zeile(g, f"{m.name}: {m.pruefen}") for g, m in stand.pruefen],
        "Unbesetzte Sitze": [zeile(g, satz) for g, satz in stand.unbesetzt],
        "Vorschläge für Wahlen": [
            zeile(g, "Vorschläge einreichen", g.vorschlagsfrist) for g in stand.vorschlaege
        ],
    }
    return [{"titel": titel, "zeilen": zeilen[:JE_LISTE]} for titel, zeilen in listen.items()]


def _ueberfaellige(konto: Any) -> list[dict[str, Any]]:
    zeilen = rechte.lesbar(Beschluss, konto).filter(frist__lt=heute()).exclude(umsetzung__in=ERLEDIGT)
    zeilen = zeilen.select_related("gremium", "vorlage", "punkt", "verantwortlich", "erledigt_durch")
    bereich = bereich_von(Beschluss)
    return [
        {
            "art": str(b.gremium),
            "name": str(b),
            "url": bereich.url(pk=b.pk) if bereich else "",
            "wann": b.frist,
        }
        for b in zeilen.order_by("frist")[:JE_LISTE]
    ]


def _zurueckgegebenes(konto: Any) -> list[dict[str, Any]]:
    """Return drafts that a reviewer gave back with a word, of those the account may write."""
    eintraege = []
    zeilen = Rueckmeldung.objects.select_related("inhaltstyp", "konto").prefetch_related("objekt")
    schreibbar = {bereich.modell: menge for bereich, menge in _inhalte(konto)}
    for zeile in zeilen[: JE_LISTE * 4]:
        objekt, bereich = zeile.objekt, bereich_von(zeile.inhaltstyp.model_class())
        menge = schreibbar.get(bereich.modell) if bereich and objekt is not None else None
        if menge is not None and bereich is not None and menge.filter(pk=objekt.pk, **ENTWURF).exists():
            eintraege.append(
                {
                    "art": zeile.text[:120],
                    "name": str(objekt),
                    "url": bereich.url(pk=objekt.pk),
                    "wann": zeile.erstellt_am,
                }
            )
    return eintraege[:JE_LISTE]


def _faellige_berichte(konto: Any) -> list[dict[str, Any]]:
    """Return reports that are overdue or due within eight weeks."""
    return [
        {
            "art": f"{f.pflicht.schuldner} · {f.stand.label}",
            "name": f.was,
            "url": reverse("intern_berichtspflicht", args=[f.pflicht.pk, f.termin.bezugstag.isoformat()]),
            "wann": f.termin.faellig_am,
        }
        for f in pflichten.offene(konto)[:JE_LISTE]
    ]


def _tote_links(konto: Any) -> list[dict[str, Any]]:
    """Return entries with a link that leads nowhere or has moved, for whoever writes everything."""
    if not rules.schreibt_alles(konto):
        return []
    befunde = {befund.adresse: befund for befund in Linkbefund.objects.auffaellig()[: JE_LISTE * 2]}
    zeilen = []
    for adresse, eintraege in fundstellen(befunde).items() if befunde else ():
        for eintrag in eintraege:
            bereich = bereich_von(eintrag)
            zeilen.append(
                {
                    "art": f"{befunde[adresse].get_stand_display()}: {adresse[:80]}",
                    "name": str(eintrag),
                    "url": bereich.url(pk=eintrag.pk) if bereich else "",
                    "wann": befunde[adresse].geprueft_am,
                }
            )
    return zeilen[:JE_LISTE]


def anlegbar(konto: Any) -> list[Bereich]:
    """Return the nouns of which the account may make an entry."""
    return [bereich for bereich in alle() if rechte.darf_anlegen(bereich, konto)]


def zuletzt(konto: Any) -> list[dict[str, Any]]:
    """Return what changed lately."""
    return _sammeln(konto, Q())[:JE_LISTE]


def eigene_sitzungen(konto: Any) -> list[dict[str, Any]]:
    """Return the next meetings that the account may read."""
    zeilen = rechte.lesbar(Sitzung, konto).kommend(heute()).select_related("gremium")[:JE_LISTE]
    bereich = bereich_von(Sitzung)
    return [
        {
            "art": s.wann_text,
            "name": str(s.gremium),
            "url": bereich.url(pk=s.pk) if bereich else "",
            "wann": None,
        }
        for s in zeilen
    ]


def gefunden(konto: Any, frage: str) -> list[dict[str, Any]]:
    """Return what fits a question, noun by noun, of all that the account may read."""
    gruppen = []
    for bereich in alle():
        if not rules.liest_alles(konto) and not hasattr(bereich.modell._default_manager.all(), "lesbar_fuer"):
            continue
        zeilen = waehlen.treffer(rechte.lesbar(bereich.modell, konto), frage)
        if zeilen:
            gruppen.append(
                {
                    "titel": bereich.mehrzahl,
                    "zeilen": [{"name": str(zeile), "url": bereich.url(pk=zeile.pk)} for zeile in zeilen],
                }
            )
    return gruppen

"""The invented meetings of two years, and the agendas of those near today or with a paper."""

from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile

from netzwerk.demo.lader import Demolader
from netzwerk.demo.merkblatt import einfaches_pdf
from netzwerk.enums import Dokumentart, Sichtbarkeit
from netzwerk.models import Dokument
from sitzungen.demo.erfunden_kalender import (
    ERFUNDEN,
    REIHEN,
    SICHTBAR,
    ZUSATZ,
    Reihe,
    arbeitstag,
    sitzungstag,
)
from sitzungen.demo.erfunden_papiere import PAPIERE
from sitzungen.enums import Anlass, Ergebnis, Punktart, Sitzungsform, Sitzungsstatus, Teil
from sitzungen.models import Sitzung, Tagesordnungspunkt

# Weeks back and ahead in which every meeting has an agenda.
TAGESORDNUNG_AB, TAGESORDNUNG_BIS = -8, 4
EINGELADEN_BIS = 2
ABGESCHLOSSEN_VOR = -12

MERKBLATT = [
    "Ferienspiele: was Familien wissen sollten",
    "Für die Ferienspiele melden sich Kinder von sechs bis zwölf Jahren bis Ende Mai an.",
    "Ausflüge in den Kletterwald und in die Sternwarte gehören dazu; das Mittagessen ist frei.",
    "Dieses Merkblatt ist erfunden. Gesucht wird auch nach dem, was in ihm steht.",
]
# What is different about a meeting.
BESONDERES: dict[tuple[str, int], dict[str, Any]] = {
    ("ak-jim", -25): {"status": Sitzungsstatus.ENTFALLEN, "absagegrund": "Zu wenige Anmeldungen."},
    ("ak-jim", 5): {
        "status": Sitzungsstatus.ABGESAGT,
        "absagegrund": "Der Raum wird renoviert; der nächste Termin bleibt.",
    },
    ("steuerungsgruppe-gwa", 8): {"status": Sitzungsstatus.VERLEGT},
    ("steuerungsgruppe-gwa", -16): {
        "form": Sitzungsform.HYBRID,
        "online_link": "https://example.org/GEHEIMSACHE-KONFERENZ",
    },
    ("fachausschuss-jugendfoerderung", -35): {"anlass": Anlass.GEMEINSAM},
    ("forum-jugendhilfe-schule", 47): {"anlass": Anlass.KLAUSUR},
    ("jha-marburg", -50): {"anlass": Anlass.KONSTITUIEREND},
    ("jha-marburg", 10): {
        "hinweis": f"{ERFUNDEN} Der öffentliche Teil beginnt um 17:00 Uhr, Gäste sind willkommen."
    },
}
GEMEINSAM_MIT = {("fachausschuss-jugendfoerderung", -35): "fachausschuss-kinderbetreuung"}
VERLEGT = ("steuerungsgruppe-gwa", 8, 9)
# Non-public items: key, title, kind.
NICHT_OEFFENTLICHE_PUNKTE: dict[tuple[str, int], tuple[tuple[str, str, Punktart], ...]] = {
    ("jha-marburg", -2): (
        ("personal", "GEHEIMSACHE-PERSONAL: Besetzung einer Leitung", Punktart.BERATUNG),
        ("vertrag", "GEHEIMSACHE-VERTRAG: Miete eines Beispielraums", Punktart.BERATUNG),
    ),
    ("jha-marburg", 10): (("grundstueck", "GEHEIMSACHE-GRUNDSTUECK: Kauf", Punktart.BERATUNG),),
}


def laden(lader: Demolader, heute: date) -> None:
    """Make the meetings, then their agendas."""
    lader.anlegen(
        "dokument/erfunden-intern",
        Dokument,
        titel="GEHEIMSACHE-DOKUMENT",
        art=Dokumentart.PRAESENTATION,
        webadresse="https://example.org/GEHEIMSACHE-DATEI",
        sichtbarkeit=Sichtbarkeit.INTERN,
        **SICHTBAR,
    )
    if "dokument/erfunden-merkblatt" not in lader:
        lader.anlegen(
            "dokument/erfunden-merkblatt",
            Dokument,
            titel=f"Merkblatt Ferienspiele {ZUSATZ}",
            art=Dokumentart.SONSTIGES,
            datei=ContentFile(einfaches_pdf(MERKBLATT), name="merkblatt-ferienspiele.pdf"),
            dateiname="merkblatt-ferienspiele.pdf",
            **SICHTBAR,
        )
    gremium, von, auf = VERLEGT
    neuer_termin = _sitzung(lader, gremium, auf, heute)
    for kennung, reihe in REIHEN.items():
        for woche in reihe.wochen:
            verlegt_auf = neuer_termin if (kennung, woche) == (gremium, von) else None
            _sitzung(lader, kennung, woche, heute, verlegt_auf=verlegt_auf)
    papiere = _papiere_je_sitzung()
    for kennung, reihe in REIHEN.items():
        for woche in reihe.wochen:
            _tagesordnung(lader, kennung, woche, papiere.get((kennung, woche), []))


def _sitzung(lader: Demolader, gremium: str, woche: int, heute: date, *, verlegt_auf: Any = None) -> Any:
    reihe = REIHEN[gremium]
    felder = {"status": _status(woche), **BESONDERES.get((gremium, woche), {})}
    tag = sitzungstag(gremium, woche, heute)
    if felder.get("anlass") == Anlass.KLAUSUR:
        felder["ende_datum"] = arbeitstag(tag + timedelta(days=1))
    partner = GEMEINSAM_MIT.get((gremium, woche))
    if partner:
        felder["weitere_gremien"] = [lader[f"gremium/{partner}"]]
    if (gremium, woche) == ("jha-marburg", -2):
        felder["dokumente"] = [lader["dokument/erfunden-intern"], lader["dokument/erfunden-merkblatt"]]
    return lader.anlegen(
        f"sitzung/erfunden/{gremium}/{woche}",
        Sitzung,
        gremium=lader[f"gremium/{gremium}"],
        titel=f"{reihe.name} {ZUSATZ}",
        datum=tag,
        uhrzeit=reihe.beginn,
        ende_uhrzeit=reihe.ende,
        ort=reihe.ort,
        raum=reihe.raum,
        oeffentlichkeit=reihe.oeffentlichkeit,
        verlegt_auf=verlegt_auf,
        **{"hinweis": ERFUNDEN, **felder},
        **SICHTBAR,
    )


def _status(woche: int) -> Sitzungsstatus:
    if woche < ABGESCHLOSSEN_VOR:
        return Sitzungsstatus.ABGESCHLOSSEN
    if woche < 0:
        return Sitzungsstatus.DURCHGEFUEHRT
    return Sitzungsstatus.EINGELADEN if woche <= EINGELADEN_BIS else Sitzungsstatus.TERMINIERT


def _papiere_je_sitzung() -> dict[tuple[str, int], list[tuple[str, str, str]]]:
    """Return for each meeting the papers on it: key of the item, title, result."""
    papiere: dict[tuple[str, int], list[tuple[str, str, str]]] = {}
    for kennung, papier in PAPIERE.items():
        for schritt in papier.schritte:
            if schritt.punkt or schritt.vorgesehen:
                continue
            punkt = (f"vorlage-{kennung}", papier.betreff, schritt.ergebnis)
            papiere.setdefault((schritt.gremium, schritt.woche), []).append(punkt)
    return papiere


def _tagesordnung(lader: Demolader, gremium: str, woche: int, papiere: list[tuple[str, str, str]]) -> None:
    """Make the items of one meeting: formalities, papers, news, and last what is not public."""
    besonderes = BESONDERES.get((gremium, woche), {})
    nahe = TAGESORDNUNG_AB <= woche <= TAGESORDNUNG_BIS
    if "status" in besonderes or not (papiere or nahe):
        return
    genehmigt = Ergebnis.BESCHLOSSEN if woche < 0 else ""
    punkte: list[tuple[str, str, Punktart, str]] = [
        ("beginn", "Begrüßung und Tagesordnung", Punktart.REGULARIEN, ""),
        ("niederschrift", "Niederschrift der letzten Sitzung", Punktart.REGULARIEN, genehmigt),
        *((schluessel, titel, Punktart.BERATUNG, ergebnis) for schluessel, titel, ergebnis in papiere),
        ("mitteilungen", *_mitteilungen(REIHEN[gremium]), ""),
        ("verschiedenes", "Verschiedenes", Punktart.VERSCHIEDENES, ""),
    ]
    geheim = NICHT_OEFFENTLICHE_PUNKTE.get((gremium, woche), ())
    vor = "Ö " if geheim else ""
    for nummer, (schluessel, titel, art, ergebnis) in enumerate(punkte, start=1):
        felder = {"titel": titel, "art": art, "ergebnis": ergebnis, "nummer": f"{vor}{nummer}"}
        _punkt(lader, gremium, woche, schluessel, {**felder, "position": nummer})
    for nummer, (schluessel, titel, art) in enumerate(geheim, start=1):
        felder = {"titel": titel, "art": art, "teil": Teil.NICHT_OEFFENTLICH, "nummer": f"N {nummer}"}
        _punkt(lader, gremium, woche, schluessel, {**felder, "position": len(punkte) + nummer})


def _mitteilungen(reihe: Reihe) -> tuple[str, Punktart]:
    if reihe.name == "Jugendhilfeausschuss":
        return "Mitteilungen der Verwaltung", Punktart.MITTEILUNG
    return "Berichte aus den Einrichtungen", Punktart.BERICHT


def _punkt(lader: Demolader, gremium: str, woche: int, schluessel: str, felder: dict[str, Any]) -> None:
    lader.anlegen(
        f"punkt/erfunden/{gremium}/{woche}/{schluessel}",
        Tagesordnungspunkt,
        sitzung=lader[f"sitzung/erfunden/{gremium}/{woche}"],
        **felder,
    )

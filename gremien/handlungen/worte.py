"""What an act did or would do, in sentences; and what has changed since."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Prefetch

from gremien.models import Handlung, Mandatsvorschlag, Mitgliedschaft, Stellvertretung
from netzwerk.actions.schreiben import NACHHER, VORHER, WEG, stand_heute
from netzwerk.lib.dates import datum_text

OHNE = "–"


def in_worten(handlung: Handlung) -> list[str]:
    """Return a sentence for each row that the act wrote."""
    stand = stand_heute(handlung.zeilen)
    nachgeladen = _nachladen([zeile for _, zeile in stand.unberuehrt])
    return [
        _satz(merkmal, nachgeladen.get((merkmal["modell"], merkmal["id"]), zeile))
        for merkmal, zeile in stand.unberuehrt
    ]


def _nachladen(zeilen: list[Any]) -> dict[tuple[str, int], Any]:
    """Return the rows with what their names need, fetched in a query or two a model."""
    mitglieder = Mitgliedschaft.objects.mit_namen().select_related("gremium")
    vertretungen = Stellvertretung.objects.mit_namen().select_related("kategorie__gremium")
    vorschlaege = Mandatsvorschlag.objects.select_related(
        "person", "stelle__organisation", "organisation", "sitz__kategorie__gremium"
    )
    mengen: tuple[Any, ...] = (
        mitglieder,
        vertretungen.prefetch_related(Prefetch("mitgliedschaft", mitglieder)),
        vorschlaege,
    )
    ergebnis: dict[tuple[str, int], Any] = {}
    for menge in mengen:
        nummern = [zeile.pk for zeile in zeilen if isinstance(zeile, menge.model)]
        if nummern:
            ergebnis |= {(z._meta.label_lower, z.pk): z for z in menge.filter(pk__in=nummern)}
    return ergebnis


def _satz(merkmal: dict[str, Any], zeile: Any) -> str:
    if WEG in merkmal:
        return (
            f"Entfällt: {apps.get_model(merkmal['modell'])._meta.verbose_name}, die noch nicht begonnen hatte"
        )
    neu = VORHER not in merkmal
    if isinstance(zeile, Mitgliedschaft):
        return _mitglied_neu(zeile) if neu else _mitglied(zeile, merkmal[VORHER])
    if isinstance(zeile, Stellvertretung):
        fuer = zeile.mitgliedschaft.mitglied_name if zeile.mitgliedschaft else zeile.kategorie
        wer = f"{zeile.person or zeile.stelle} als {zeile.rang}. Stellvertretung für {fuer}"
        if neu:
            return f"Neu: {wer}{_zeit(zeile)}"
        return f"Endet {datum_text(zeile.bis, zeile.bis_genauigkeit) or 'nicht mehr'}: {wer}"
    if neu:
        return f"Neu: {zeile._meta.verbose_name} {zeile}"
    return f"{zeile._meta.verbose_name} {zeile}: {', '.join(_aenderungen(merkmal, zeile))}"


def _mitglied_neu(zeile: Mitgliedschaft) -> str:
    sitz = f" auf {_sitzname(zeile)}" if zeile.sitz else ""
    auftrag = f", im Auftrag von {zeile.im_auftrag_von}" if zeile.im_auftrag_von else ""
    return f"Neu: {zeile.mitglied_name}, {zeile.get_rolle_display()}{auftrag}{sitz}{_zeit(zeile)}"


def _mitglied(zeile: Mitgliedschaft, vorher: dict[str, Any]) -> str:
    """Say what happened to a mandate: the first of the changed fields that tells it."""
    was = next((wort for feld, wort in WORTE if feld in vorher), None)
    return (
        f"{was(zeile) if was else 'Geändert'}: {zeile.mitglied_name}, {zeile.gremium}{_grund(zeile, vorher)}"
    )


def _ende(zeile: Mitgliedschaft) -> str:
    return f"Endet {datum_text(zeile.bis, zeile.bis_genauigkeit)}" if zeile.bis else "Ohne Ende"


def _ruhe(zeile: Mitgliedschaft) -> str:
    von, bis = datum_text(zeile.ruht_von), datum_text(zeile.ruht_bis)
    wann = " ".join(teil for teil in (von and f"ab {von}", bis and f"bis {bis}") if teil)
    return f"Ruht {wann or 'nicht mehr'}"


def _grund(zeile: Mitgliedschaft, vorher: dict[str, Any]) -> str:
    return f" ({zeile.get_endegrund_display()})" if "bis" in vorher and zeile.bis and zeile.endegrund else ""


WORTE: tuple[tuple[str, Callable[[Mitgliedschaft], str]], ...] = (
    ("bis", _ende),
    ("ruht_von", _ruhe),
    ("ruht_bis", _ruhe),
    ("geprueft_am", lambda _: "Geprüft, das Mandat bleibt"),
    ("geloescht_am", lambda _: "Wird nicht angetreten"),
    ("wunsch", lambda zeile: f"Wunsch „{zeile.get_wunsch_display() or 'keiner'}“"),
)


def _sitzname(zeile: Mitgliedschaft) -> str:
    sitz = zeile.sitz
    return f"{sitz.kategorie.bezeichnung} Nr. {sitz.nummer}" if sitz else ""


def _zeit(zeile: Any) -> str:
    von = datum_text(zeile.von, zeile.von_genauigkeit)
    bis = datum_text(zeile.bis, zeile.bis_genauigkeit)
    return "".join(teil for teil in (von and f", ab {von}", bis and f", bis {bis}") if teil)


def _aenderungen(merkmal: dict[str, Any], zeile: Any) -> list[str]:
    """Return the changed fields with their new values, those of precision left out."""
    return [
        f"{zeile._meta.get_field(name).verbose_name} {wert_text(zeile, name, wert)}"
        for name, wert in merkmal[NACHHER].items()
        if not name.endswith("_genauigkeit")
    ]


def wert_text(zeile: Any, name: str, wert: str | None) -> str:
    """Return a kept value as people read it."""
    feld = zeile._meta.get_field(name)
    if wert in (None, ""):
        return OHNE
    if feld.is_relation:
        ziel = feld.related_model._base_manager.filter(pk=wert).first()
        return str(ziel or OHNE)
    gelesen = feld.to_python(wert)
    if feld.choices:
        return str(dict(feld.flatchoices).get(gelesen, gelesen))
    return datum_text(gelesen) if isinstance(gelesen, date) else str(gelesen)


@dataclass(frozen=True, slots=True)
class Abweichung:
    """A row that was changed since the act: one line for each field, or that it is gone."""

    name: str
    # Field, before the act, by the act, now.
    felder: list[tuple[str, str, str, str]]
    wer: str = ""
    wann: Any = None


def abweichungen(handlung: Handlung) -> list[Abweichung]:
    """Return what was changed since the act, so that nobody overwrites it unseen."""
    ergebnis = []
    for merkmal, zeile in stand_heute(handlung.zeilen).geaendert:
        if zeile is None:
            name = str(apps.get_model(merkmal["modell"])._meta.verbose_name)
            ergebnis.append(Abweichung(f"{name} (gelöscht)", []))
            continue
        felder = [
            (
                str(zeile._meta.get_field(feld).verbose_name),
                wert_text(zeile, feld, wert),
                wert_text(zeile, feld, merkmal[NACHHER].get(feld)),
                wert_text(zeile, feld, _jetzt(zeile, feld)),
            )
            for feld, wert in merkmal.get(VORHER, {}).items()
            if not feld.endswith("_genauigkeit")
        ]
        letzte = zeile.history.select_related("history_user").first() if hasattr(zeile, "history") else None
        wer = str(letzte.history_user or "") if letzte else ""
        ergebnis.append(Abweichung(str(zeile), felder, wer, letzte.history_date if letzte else None))
    return ergebnis


def _jetzt(zeile: Any, name: str) -> str | None:
    feld = zeile._meta.get_field(name)
    return None if getattr(zeile, feld.attname) is None else str(feld.value_to_string(zeile))

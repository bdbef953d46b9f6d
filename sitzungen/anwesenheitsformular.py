"""One member on the list of attendance."""

from typing import Any

from django import forms

from netzwerk.models import Person, Stelle
from sitzungen.anwesenheit import Eintrag, Erwartet
from sitzungen.enums import Anwesenheitsstatus

WAHL = [
    (Anwesenheitsstatus.ANWESEND, "da"),
    (Anwesenheitsstatus.VERTRETEN, "vertreten"),
    (Anwesenheitsstatus.ENTSCHULDIGT, "entschuldigt"),
    (Anwesenheitsstatus.FEHLT, "fehlt"),
]
MINUTEN = 24 * 60


def kennung(wer: Person | Stelle) -> str:
    """Return how a choice names a person or position."""
    return f"{'p' if isinstance(wer, Person) else 's'}{wer.pk}"


class Anwesenheitsformular(forms.Form):
    """There, represented, excused or absent; times only where they differ from the meeting's."""

    status = forms.ChoiceField(label="Anwesenheit", choices=WAHL, widget=forms.RadioSelect)
    vertretung = forms.ChoiceField(label="vertreten durch", required=False)
    von = forms.TimeField(label="da ab", required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    bis = forms.TimeField(label="da bis", required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    minuten_dazu = forms.IntegerField(
        label="Minuten für Vorbereitung und Weg", required=False, min_value=0, max_value=MINUTEN
    )

    def __init__(self, daten: Any = None, *, erwartet: Erwartet) -> None:
        """Offer who may have stepped in; whoever told nothing was there."""
        zeile = erwartet.zeile
        anfang: dict[str, Any] = {"status": Anwesenheitsstatus.ANWESEND}
        if zeile is not None:
            bekannt = zeile.status in dict(WAHL)
            anfang = {
                "status": zeile.status if bekannt else Anwesenheitsstatus.ANWESEND,
                "vertretung": kennung(zeile.vertretung) if zeile.vertretung is not None else "",
                "von": zeile.von_uhrzeit,
                "bis": zeile.bis_uhrzeit,
                "minuten_dazu": zeile.minuten_dazu,
            }
        super().__init__(daten, prefix=f"m{erwartet.mandat.pk}", initial=anfang)
        self.erwartet = erwartet
        self.titel = erwartet.mandat.name
        self.je_kennung = {kennung(wer): wer for wer in erwartet.ersatz}
        feld: Any = self.fields["vertretung"]
        feld.choices = [("", "– bitte wählen –"), *((k, str(wer)) for k, wer in self.je_kennung.items())]

    @property
    def hat_zeiten(self) -> bool:
        """Say whether something stands in the part that is folded away."""
        return any(self[name].value() not in (None, "") for name in ("von", "bis", "minuten_dazu"))

    def clean(self) -> dict[str, Any]:
        """Let only a represented member have a deputy, and let nobody leave before coming."""
        daten: dict[str, Any] = super().clean() or {}
        if daten.get("status") != Anwesenheitsstatus.VERTRETEN:
            daten["vertretung"] = ""
        elif not daten.get("vertretung") and "vertretung" not in self.errors and self.je_kennung:
            self.add_error("vertretung", "Bitte wählen Sie, wer vertreten hat, oder „entschuldigt“.")
        if (von := daten.get("von")) and (bis := daten.get("bis")) and bis < von:
            self.add_error("bis", "Das Ende liegt vor dem Beginn.")
        return daten

    def eintrag(self) -> Eintrag:
        """Return what was filled in."""
        daten = self.cleaned_data
        return Eintrag(
            self.erwartet.mandat,
            daten["status"],
            self.je_kennung.get(daten["vertretung"]),
            daten["von"],
            daten["bis"],
            daten["minuten_dazu"],
        )

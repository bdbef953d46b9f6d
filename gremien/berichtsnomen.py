"""Reports and duties to report as the staff area shows and edits them."""

from typing import Any

from django import forms

from gremien.actions import ueberschriften_uebernehmen
from gremien.enums import Berichtsart, Pflichtregel
from gremien.models import Bericht, Berichtsabschnitt, Berichtspflicht
from netzwerk import rules
from netzwerk.intern.bereich import Bereich, Spalte
from netzwerk.intern.formular import Abschnitt, Eintragsformular, Zeile
from netzwerk.intern.nomen import ADRESSE, VEROEFFENTLICHUNG
from netzwerk.intern.zeilen import Zeilen
from netzwerk.lib.dates import heute
from netzwerk.lib.linkform import linkwarnungen
from netzwerk.models import Organisation
from netzwerk.models.inhalt import LESBAR

QUARTALE = 4
WER_WEM = (("Wer wem welchen Bericht schuldet", "/intern/berichtspflichten/"),)


def naechstes_quartal(jahr: int, quartal: int) -> tuple[int, int]:
    """Return year and number of the quarter after this one."""
    return (jahr + 1, 1) if quartal == QUARTALE else (jahr, quartal + 1)


class Berichtsformular(Eintragsformular):
    """Reports; whoever writes for one organisation writes for no other."""

    NEU = (
        "titel",
        "organisation",
        "verbund",
        "art",
        "jahr",
        "quartal",
        "datum",
        "ortszeile",
        "ueberschriften",
    )
    ABSCHNITTE = (
        Abschnitt(
            "Das Wichtigste",
            (
                "titel",
                "untertitel",
                "organisation",
                "verbund",
                "art",
                "jahr",
                "quartal",
                "datum",
                "ortszeile",
                "ueberschriften",
            ),
            offen=True,
        ),
        Abschnitt("Verfasst von", ("verfasser", "verfasser_ort", "verfasst_am", "namen_grundlage")),
        Abschnitt("Einordnung", ("themen", "zielgruppen", "programme", "gebiete", "ergaenzung_zu")),
        VEROEFFENTLICHUNG,
        ADRESSE,
    )

    ueberschriften = forms.BooleanField(
        label="Überschriften des letzten Berichts übernehmen",
        help_text="Die Abschnitte kommen ohne ihren Text.",
        required=False,
        initial=True,
    )

    class Meta(Eintragsformular.Meta):
        model = Bericht

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave whoever writes for one organisation only that one; begin where the last report ended."""
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            del self.fields["ueberschriften"]
        if not rules.schreibt_alles(self.konto):
            eigene: Any = self.fields["organisation"]
            eigene.auswahl = Organisation.objects.vorhanden().filter(pk=self.konto.organisation_id)
            eigene.darf_anlegen = False
            if self.instance.pk is None:
                self.initial |= self._anfang()

    def _anfang(self) -> dict[str, Any]:
        """Return what a new report of the account's organisation most likely says."""
        anfang: dict[str, Any] = {"organisation": self.konto.organisation, "datum": heute()}
        letzter = Bericht.objects.letzter(self.konto.organisation_id)
        if letzter is None:
            return anfang
        gleich = ("verbund", "art", "ortszeile", "verfasser_ort")
        anfang |= {name: getattr(letzter, name) for name in gleich}
        if letzter.art == Berichtsart.QUARTAL and letzter.quartal:
            jahr, quartal = naechstes_quartal(letzter.jahr, letzter.quartal)
            anfang |= {"jahr": jahr, "quartal": quartal, "titel": f"Bericht {quartal}. Quartal {jahr}"}
        return anfang

    def vor_dem_schreiben(self, *, geaendert: bool) -> None:
        """Date what is changed after it was published."""
        if geaendert and self.instance.pk and self.instance.veroeffentlichung in LESBAR:
            self.instance.ueberarbeitet_am = heute()

    def nach_dem_anlegen(self) -> str:
        """Take the headings of the report before; return what was done in words."""
        if not self.cleaned_data.get("ueberschriften"):
            return ""
        anzahl = ueberschriften_uebernehmen(self.instance, acting_user=self.konto)
        return f"{anzahl} Abschnitte mit Überschriften kamen aus dem letzten Bericht mit." if anzahl else ""


class Abschnittszeile(Zeile):
    """A section; links that look wrong are told, not refused."""

    @property
    def warnungen(self) -> list[str]:
        """Warn of links that were probably typed wrongly."""
        text = self["text"].data if self.is_bound else ""
        return linkwarnungen(text or "") if self.has_changed() else []


BERICHT = Bereich(
    name="berichte",
    modell=Bericht,
    formular=Berichtsformular,
    suchfelder=("titel", "untertitel", "organisation__name", "verbund__name"),
    rang=60,
    ordnung=("-jahr", "-id"),
    verbunden=("organisation", "verbund"),
    spalten=(Spalte("Organisation", lambda b: b.organisation), Spalte("Zeit", lambda b: b.zeitraum_text)),
    neu_fuer=rules.schreibt_berichte,
    mehr=WER_WEM,
    zeilen=(
        Zeilen(
            Berichtsabschnitt,
            "Abschnitte",
            ("ueberschrift", "text", "bild", "position"),
            fk="bericht",
            formular=Abschnittszeile,
            verbunden=("bild",),
            offen=True,
        ),
    ),
)


class Pflichtformular(Eintragsformular):
    """Duties to report: who, to whom, by which rule."""

    NEU = ("gremium", "organisation", "empfaenger", "regel", "frist_tage", "wortlaut", "gilt_ab")
    ABSCHNITTE = (
        Abschnitt(
            "Wer wem berichtet",
            ("gremium", "organisation", "empfaenger"),
            offen=True,
            hilfe="Bitte genau eines: ein Gremium oder eine Organisation.",
        ),
        Abschnitt(
            "Wann",
            (
                "regel",
                "frist_tage",
                "wahlperiode",
                "ereignis_am",
                "faellig_am",
                "gilt_ab",
                "gilt_bis",
            ),
            offen=True,
        ),
        Abschnitt("Wortlaut", ("wortlaut", "ausnahme"), offen=True),
    )

    class Meta(Eintragsformular.Meta):
        model = Berichtspflicht

    @property
    def warnungen(self) -> list[str]:
        """Warn of a rule from which no day follows."""
        braucht = {
            Pflichtregel.BEGINN_UND_MITTE: ("wahlperiode", "Ohne Wahlperiode ergibt sich kein Termin."),
            Pflichtregel.BIS_DATUM: ("faellig_am", "Ohne „fällig am“ gibt es keinen Termin."),
        }
        feld, text = braucht.get(self.cleaned_data.get("regel", ""), ("", ""))
        return [text] if feld in self.fields and not self.cleaned_data.get(feld) else []


PFLICHT = Bereich(
    name="pflichten",
    modell=Berichtspflicht,
    formular=Pflichtformular,
    suchfelder=("gremium__name", "organisation__name", "wortlaut"),
    rang=155,
    ordnung=("-id",),
    verbunden=("gremium", "organisation", "wahlperiode__koerperschaft"),
    mehr=WER_WEM,
    spalten=(Spalte("Regel", lambda p: p.get_regel_display()), Spalte("Wortlaut", lambda p: p.wortlaut)),
)

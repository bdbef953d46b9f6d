"""Forms of the acts on mandates."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from gremien.enums import Bestellungsart, Endegrund, Mandatswunsch, Mitgliedsrolle, Vorschlagsstand
from gremien.handlungen.gremium import Sitzplan
from gremien.handlungen.mandat import Bestellung, Mitglied, Zeit
from gremien.handlungen.person import Mandatsplan
from gremien.mandate.besetzung import Besetzung, Platz
from gremien.models import Gremium, Mandatsvorschlag, Mitgliedschaft, Sitz, Wahlperiode
from netzwerk.intern import rechte
from netzwerk.intern.felder import UnscharfesDatum, Verweis, stumpf_speichern
from netzwerk.models import Organisation, Person, Stelle

WER = ("person", "stelle", "organisation", "mitglied_gremium")
EINES = "Bitte genau eines angeben: Person, Stelle oder Organisation."
OHNE_ANGABE = ("", "– keine Angabe –")


def zeit(paar: Any) -> Any:
    """Return the date of a field as acts take it, None for an empty one."""
    return Zeit(*paar) if paar else None


class Tag(forms.DateField):
    """A day, typed or chosen."""

    def __init__(self, **kwargs: Any) -> None:
        """Offer the browser's calendar."""
        eingabe = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=eingabe, input_formats=["%Y-%m-%d", "%d.%m.%Y"], **kwargs)

    def to_python(self, value: Any) -> Any:
        """Return the day. Raises ValidationError for other digits than ours, which Python would read, too."""
        if isinstance(value, str) and not value.isascii():
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class Periodenfeld(forms.ModelChoiceField):
    """A term, if there is one."""

    def __init__(self) -> None:
        """Offer all terms; which they are is asked when the form is shown."""
        zeilen = Wahlperiode.objects.select_related("koerperschaft")
        super().__init__(zeilen, label="Wahlperiode", required=False, empty_label="– keine –")


class Handlungsformular(forms.Form):
    """What all acts have in common: who fills it in may choose from what he may see."""

    def __init__(self, *args: Any, konto: Any, **kwargs: Any) -> None:
        """Tell the fields what the account may choose from."""
        super().__init__(*args, **kwargs)
        for feld in self.fields.values():
            if isinstance(feld, Verweis):
                feld.auswahl = rechte.waehlbar(feld.modell, konto)

    def eines(self, namen: tuple[str, ...]) -> Mitglied | None:
        """Return the one that was named of several fields; adds an error unless it is exactly one."""
        genannt = [wert for name in namen if name in self.fields and (wert := self.cleaned_data.get(name))]
        if not self.errors and len(genannt) != 1:
            self.add_error(next(name for name in namen if name in self.fields), EINES)
        return genannt[0] if len(genannt) == 1 else None

    def gespeichert(self, name: str) -> Any:
        """Return the entry of a field, saved now if it was made on the spot."""
        return stumpf_speichern(self.cleaned_data.get(name))


class Werformular(Handlungsformular):
    """Names one person or position; subclasses add organisations and the rest."""

    person = Verweis(modell=Person, label="Person", required=False)
    stelle = Verweis(modell=Stelle, label="oder Stelle", required=False)

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError unless exactly one is named."""
        daten = super().clean() or {}
        self.eines(WER)
        return daten

    def wer(self) -> Any:
        """Return who was named, saved if made on the spot."""
        return next(self.gespeichert(name) for name in WER if self.cleaned_data.get(name))


class Sitzwahl(Werformular):
    """Names a seat of a body besides."""

    sitz = forms.ModelChoiceField(Sitz.objects.none(), label="Sitz", empty_label=None)
    organisation = Verweis(modell=Organisation, label="oder Organisation", required=False)

    def __init__(self, *args: Any, gremium: Gremium, plaetze: list[Platz], **kwargs: Any) -> None:
        """Offer the seats of the body, each with who holds it."""
        super().__init__(*args, **kwargs)
        sitze: Any = self.fields["sitz"]
        sitze.queryset = Sitz.objects.filter(kategorie__gremium=gremium).select_related("kategorie__gremium")
        leer = [] if sitze.required else [("", "– kein fester Sitz –")]
        sitze.choices = [*leer, *((p.sitz.pk, _platzname(p)) for p in plaetze if p.sitz)]


class Bestellformular(Sitzwahl):
    """Appoint somebody."""

    field_order = ("sitz", "person", "stelle", "organisation", "im_auftrag_von", "rolle", "von", "bis")

    sitz = forms.ModelChoiceField(Sitz.objects.none(), label="Sitz", required=False)
    im_auftrag_von = Verweis(modell=Organisation, label="im Auftrag von", required=False)
    rolle = forms.ChoiceField(label="Rolle", choices=Mitgliedsrolle.choices, initial=Mitgliedsrolle.MITGLIED)
    von = UnscharfesDatum(label="von", required=False)
    bis = UnscharfesDatum(label="bis", required=False)
    bestellungsart = forms.ChoiceField(
        label="Bestellung", choices=(OHNE_ANGABE, *Bestellungsart.choices), required=False
    )
    bestellt_am = Tag(label="bestellt am", required=False)
    wahlperiode = Periodenfeld()

    def bestellung(self) -> Bestellung:
        """Return the appointment; entries made on the spot are saved."""
        daten = self.cleaned_data
        return Bestellung(
            wer=self.wer(),
            von=zeit(daten["von"]),
            bis=zeit(daten["bis"]),
            im_auftrag_von=self.gespeichert("im_auftrag_von"),
            rolle=daten["rolle"],
            bestellungsart=daten["bestellungsart"],
            bestellt_am=daten["bestellt_am"],
            wahlperiode=daten["wahlperiode"],
        )


def _platzname(platz: Platz) -> str:
    sitz = platz.sitz
    wer = platz.mandat.name if platz.mandat else "unbesetzt"
    return f"{sitz.kategorie.bezeichnung} {platz.name} – {wer}" if sitz else wer


class Beendenformular(Handlungsformular):
    """End a mandate."""

    am = UnscharfesDatum(label="letzter Tag")
    grund = forms.ChoiceField(label="Grund", choices=Endegrund.choices, initial=Endegrund.RUECKTRITT)


class Verlaengernformular(Handlungsformular):
    """Prolong a mandate."""

    bis = UnscharfesDatum(label="neues Ende", required=False)
    ohne_ende = forms.BooleanField(label="ohne Ende", required=False)

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError unless there is a day, or none is meant."""
        daten = super().clean() or {}
        if not self.errors and bool(daten.get("bis")) == bool(daten.get("ohne_ende")):
            raise ValidationError({"bis": "Bitte ein Datum angeben oder „ohne Ende“ wählen."})
        return daten


class Uebergebenformular(Werformular):
    """Hand a seat over."""

    organisation = Verweis(modell=Organisation, label="oder Organisation", required=False)
    im_auftrag_von = Verweis(modell=Organisation, label="im Auftrag von", required=False)
    ab = UnscharfesDatum(label="ab")
    grund = forms.ChoiceField(
        label="Grund", choices=(OHNE_ANGABE, *Endegrund.choices), required=False, initial=Endegrund.RUECKTRITT
    )
    vertretung_bleibt = forms.BooleanField(label="die Stellvertretungen bleiben", required=False)


class Wechselformular(Werformular):
    """Change the person."""

    ab = UnscharfesDatum(label="ab")
    grund = forms.ChoiceField(label="Grund", choices=(OHNE_ANGABE, *Endegrund.choices), required=False)


class Vertretungsformular(Handlungsformular):
    """Say who steps in."""

    erste = Verweis(modell=Person, label="1. Stellvertretung", required=False)
    zweite = Verweis(modell=Person, label="2. Stellvertretung", required=False)
    dritte = Verweis(modell=Person, label="3. Stellvertretung", required=False)
    ab = UnscharfesDatum(label="ab")

    def personen(self) -> list[Any]:
        """Return who was named, in order."""
        return [wer for name in ("erste", "zweite", "dritte") if (wer := self.gespeichert(name))]


class Ruheformular(Handlungsformular):
    """Let a mandate pause."""

    von = Tag(label="ruht von", required=False)
    bis = Tag(
        label="letzter Tag der Pause", required=False, help_text="Beides leer: Das Mandat ruht nicht mehr."
    )

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError for a pause that ends before it begins."""
        daten = super().clean() or {}
        if (von := daten.get("von")) and (bis := daten.get("bis")) and bis < von:
            raise ValidationError({"bis": "Das Ende darf nicht vor dem Beginn liegen."})
        return daten


class Leerformular(Handlungsformular):
    """An act that asks for nothing."""


class Vorschlagsformular(Sitzwahl):
    """Propose somebody for a seat."""

    field_order = ("sitz", "person", "stelle", "organisation")
    vorschlagende_organisation = Verweis(modell=Organisation, label="vorgeschlagen von", required=False)
    vorgeschlagen_am = Tag(label="vorgeschlagen am")

    def vorschlag(self) -> Mandatsvorschlag:
        """Return the proposal, unsaved; entries made on the spot are saved."""
        return Mandatsvorschlag(
            sitz=self.cleaned_data["sitz"],
            vorgeschlagen_am=self.cleaned_data["vorgeschlagen_am"],
            vorschlagende_organisation=self.gespeichert("vorschlagende_organisation"),
            **{name: self.gespeichert(name) for name in WER if self.cleaned_data.get(name)},
        )


class Wunschformular(Handlungsformular):
    """What the holder would like."""

    wunsch = forms.ChoiceField(
        label="Wie soll es weitergehen?", choices=Mandatswunsch.choices, widget=forms.RadioSelect
    )


class Erledigungsformular(Handlungsformular):
    """What became of a proposal."""

    stand = forms.ChoiceField(
        label="Der Vorschlag ist",
        choices=[
            (stand.value, stand.label)
            for stand in (Vorschlagsstand.ABGELEHNT, Vorschlagsstand.ZURUECKGEZOGEN)
        ],
        widget=forms.RadioSelect,
    )


class Aufloesungsformular(Handlungsformular):
    """Dissolve a body."""

    am = UnscharfesDatum(label="letzter Tag")


class Amtszeitformular(Handlungsformular):
    """What is the same for all seats of a new term."""

    von = UnscharfesDatum(label="Beginn der neuen Amtszeit")
    bis = UnscharfesDatum(label="Ende", required=False)
    wahlperiode = Periodenfeld()
    bestellungsart = forms.ChoiceField(
        label="Bestellung", choices=(("", "wie bisher"), *Bestellungsart.choices), required=False
    )
    bestellt_am = Tag(label="bestellt am", required=False)


BLEIBT, ANDERS, LEER = "bleibt", "anders", "leer"


class Sitzformular(Handlungsformular):
    """One seat in a new term: who is there stays, somebody else comes, or nobody."""

    was = forms.ChoiceField(label="Besetzung", widget=forms.RadioSelect)
    person = Verweis(modell=Person, label="neue Person", required=False)
    organisation = Verweis(modell=Organisation, label="oder Organisation", required=False)
    vertretung_bleibt = forms.BooleanField(label="Stellvertretungen übernehmen", required=False, initial=True)

    def __init__(self, *args: Any, platz: Platz, **kwargs: Any) -> None:
        """Fill in who holds the seat."""
        self.platz, self.bisher = platz, platz.mandat or (platz.vorher[0] if platz.vorher else None)
        super().__init__(*args, **kwargs)
        was: Any = self.fields["was"]
        bleibt = [(BLEIBT, f"{self.bisher.name} bleibt")] if self.bisher else []
        was.choices = [*bleibt, (ANDERS, "neu besetzen"), (LEER, "bleibt leer")]
        self.initial.setdefault("was", BLEIBT if platz.mandat else LEER)
        if not (platz.mandat and platz.mandat.stellvertretungen):
            del self.fields["vertretung_bleibt"]

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError unless a new holder is named where there shall be one."""
        daten = super().clean() or {}
        # Whoever types a name means it, whatever is ticked.
        if not self.errors and (daten.get("person") or daten.get("organisation")):
            daten["was"] = ANDERS
        if daten.get("was") == ANDERS:
            self.eines(("person", "organisation"))
        return daten

    def plan(self) -> Sitzplan:
        """Return what becomes of the seat."""
        daten = self.cleaned_data
        wer: Mitglied | None = None
        if daten["was"] == BLEIBT and self.bisher is not None:
            wer = self.bisher.mitgliedschaft.wer
        elif daten["was"] == ANDERS:
            wer = self.gespeichert("person") or self.gespeichert("organisation")
        bisher = self.bisher.mitgliedschaft if self.bisher is not None else None
        return Sitzplan(self.platz.sitz, bisher, wer, daten.get("vertretung_bleibt", False))


def sitzformulare(besetzung: Besetzung, *, konto: Any, daten: Any = None) -> list[Sitzformular]:
    """Return a form for each seat, then for each member without one."""
    plaetze = [platz for platz in besetzung.plaetze if platz.sitz is not None or platz.inhaber]
    return [
        Sitzformular(
            daten,
            konto=konto,
            platz=platz,
            prefix=f"s{platz.sitz.pk}" if platz.sitz else f"m{platz.inhaber[0].pk}",
        )
        for platz in plaetze
    ]


class Abgangsformular(Handlungsformular):
    """Who leaves what, and when."""

    letzter_tag = UnscharfesDatum(label="letzter Tag dort")


PRUEFEN, BEENDEN, UEBERGEBEN = "pruefen", "beenden", "uebergeben"


class Mandatsformular(Handlungsformular):
    """What becomes of one mandate of a leaver; nothing ends unless somebody says so."""

    was = forms.ChoiceField(
        label="Was wird daraus?",
        widget=forms.RadioSelect,
        initial=PRUEFEN,
        choices=(
            (PRUEFEN, "bleibt vorerst, bitte prüfen"),
            (UEBERGEBEN, "geht an eine andere Person"),
            (BEENDEN, "endet am selben Tag"),
        ),
    )
    nachfolge = Verweis(modell=Person, label="Nachfolge", required=False)

    def __init__(self, *args: Any, mandat: Mitgliedschaft, **kwargs: Any) -> None:
        """Take the mandate."""
        self.mandat = mandat
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError unless there is a successor where one is meant."""
        daten = super().clean() or {}
        if daten.get("nachfolge"):
            daten["was"] = UEBERGEBEN
        elif daten.get("was") == UEBERGEBEN and not self.errors:
            raise ValidationError({"nachfolge": "Bitte sagen, wer das Mandat übernimmt."})
        return daten

    def plan(self) -> Mandatsplan:
        """Return what becomes of the mandate."""
        was = self.cleaned_data["was"]
        nachfolge = self.gespeichert("nachfolge") if was == UEBERGEBEN else None
        return Mandatsplan(self.mandat, beenden=was == BEENDEN, nachfolge=nachfolge)

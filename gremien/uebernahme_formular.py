"""Forms of the take-over assistant: what to read, and each proposal as it may be corrected."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict

from gremien.abgleich import Treffer, abgleichen, bekannte_organisationen
from gremien.enums import Leitungsart
from gremien.models import Gremienart, Gremium, Netzwerkseite, Uebernahme
from gremien.uebernahme.lesen import ZEICHEN_HOECHSTENS, datei_lesen, text_lesen
from gremien.uebernahme.vorschlag import Ergebnis, Leitungsnennung, Lesefehler, Vermutung, Vorschlag, Was
from gremien.uebernehmen import Eintrag, Leitungsangabe
from netzwerk.enums import Ebene
from netzwerk.lib.text import bereinigt
from netzwerk.models import Organisation

NEU = "neu"
# Longer lists to choose the body above from offer only what the page itself puts above others.
ALLE_ZUR_WAHL = 40
ARTEN = ((Was.GREMIUM, "Gremium"), (Was.ORGANISATION, "Organisation"))


def aus_json(daten: dict[str, Any]) -> Vorschlag:
    """Return the proposal that was kept as plain values."""
    werte: dict[str, Any] = {}
    for name, wert in daten.items():
        if name == "leitung":
            werte[name] = [Leitungsnennung(**nennung) for nennung in wert]
        elif isinstance(wert, dict):
            werte[name] = Vermutung(**wert)
        elif isinstance(wert, list):
            werte[name] = [Vermutung(**vermutung) for vermutung in wert]
        else:
            werte[name] = wert
    return Vorschlag(**werte)


class Eingabeformular(forms.Form):
    """A page pasted, or a file; and where the entries shall stand."""

    text = forms.CharField(
        label="Seite oder Tabelle einfügen",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Markieren Sie die Seite im Browser oder die Zellen der Tabelle, kopieren Sie sie und "
        "fügen Sie sie hier ein.",
    )
    datei = forms.FileField(
        label="oder eine Datei",
        required=False,
        allow_empty_file=True,
        help_text="TXT, HTML, CSV oder XLSX, höchstens 2 MB.",
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm,.csv,.tsv,.xlsx"}),
    )
    seite = forms.ModelChoiceField(
        Netzwerkseite.objects.none(),
        label="auf die Netzwerkseite setzen",
        required=False,
        empty_label="auf keine",
        help_text="Die Einträge stehen dann dort, in der Reihenfolge der Vorlage.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the pages that are not in the bin."""
        super().__init__(*args, **kwargs)
        self.fields["seite"].queryset = seiten()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Read what was given. Raises ValidationError with the reason why it cannot be read."""
        daten = super().clean() or {}
        if self.errors:
            return daten
        datei, text = daten.get("datei"), daten.get("text") or ""
        feld = "datei" if datei else "text"
        if not datei and not text.strip():
            raise ValidationError({"text": "Bitte fügen Sie Text ein oder wählen Sie eine Datei."})
        if datei and text.strip():
            raise ValidationError({"datei": "Bitte entweder Text einfügen oder eine Datei wählen."})
        try:
            ergebnis = self._gelesen(datei, text)
        except Lesefehler as fehler:
            raise ValidationError({feld: str(fehler)}) from None
        if not ergebnis.vorschlaege:
            raise ValidationError({feld: " ".join(ergebnis.hinweise)})
        daten["ergebnis"] = ergebnis
        return daten

    @staticmethod
    def _gelesen(datei: Any, text: str) -> Ergebnis:
        if not datei:
            return text_lesen(text, bekannte_organisationen())
        if datei.size > ZEICHEN_HOECHSTENS:
            raise Lesefehler("Die Datei ist größer als 2 MB.")
        return datei_lesen(datei.name, datei.read(), bekannte_organisationen())

    def festhalten(self, konto: Any) -> Uebernahme:
        """Keep what was pasted and what was made of it."""
        daten = self.cleaned_data
        ergebnis, datei = daten["ergebnis"], daten.get("datei")
        titel = bereinigt(ergebnis.titel or (datei.name if datei else ""))[:200]
        return Uebernahme.objects.create(
            titel=titel,
            rohtext=daten.get("text") or "",
            vorschlaege=[asdict(vorschlag) for vorschlag in ergebnis.vorschlaege],
            konto=konto,
        )


def seiten() -> Any:
    """Return the editorial pages to choose from."""
    return Netzwerkseite.objects.vorhanden().select_related("organisation", "gebiet")


class Seitenwahl(forms.Form):
    """On which editorial page the entries shall stand."""

    seite = forms.ModelChoiceField(
        Netzwerkseite.objects.none(),
        label="auf die Netzwerkseite setzen",
        required=False,
        empty_label="auf keine",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the pages that are not in the bin."""
        super().__init__(*args, **kwargs)
        self.fields["seite"].queryset = seiten()  # type: ignore[attr-defined]


class Vorschlagsformular(forms.Form):
    """One proposal. What is not ticked is not checked either."""

    nehmen = forms.BooleanField(label="übernehmen", required=False)
    bestehend = forms.ChoiceField(label="Gibt es das schon?", required=False, widget=forms.RadioSelect)
    name = forms.CharField(label="Name", max_length=250, required=False)
    was = forms.ChoiceField(label="Eintrag als", choices=ARTEN, required=False)
    art = forms.ChoiceField(label="Typ", required=False)
    ebene = forms.ChoiceField(label="Ebene", choices=(("", "keine Angabe"), *Ebene.choices), required=False)
    ebene_zweite = forms.ChoiceField(
        label="zweite Ebene", choices=(("", "keine"), *Ebene.choices), required=False
    )
    oben = forms.ChoiceField(label="gehört als Untergremium zu", required=False)
    kurztext = forms.CharField(
        label="in einem Satz", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    text = forms.CharField(label="Beschreibung", required=False, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(
        self,
        vorschlag: Vorschlag,
        treffer: Treffer | None,
        daten: Any,
        *,
        nummer: int,
        arten: list[tuple[int, str]],
        oben: list[tuple[int, str]],
    ) -> None:
        """Take the proposal, the entry it may be, and the lists to choose from, common to all."""
        self.vorschlag, self.treffer, self.nummer = vorschlag, treffer, nummer
        super().__init__(daten, prefix=f"v{nummer}", use_required_attribute=False)
        felder: dict[str, Any] = self.fields
        felder["art"].choices = (("", "bitte wählen"), *((pk, name) for pk, name in arten))
        felder["oben"].choices = (
            ("", "keinem aus dieser Liste"),
            *((str(i), name) for i, name in oben if i != self.nummer),
        )
        if treffer is None:
            del felder["bestehend"]
        else:
            felder["bestehend"].choices = (
                (NEU, "nein, neu anlegen"),
                (f"{treffer.was}-{treffer.pk}", f"ja, es ist „{treffer.name}“"),
            )
        if len(vorschlag.ebenen) < 2:  # noqa: PLR2004 - the second guess
            del felder["ebene_zweite"]
        self.initial = self._vermutet({name: pk for pk, name in arten})

    def _vermutet(self, arten: dict[str, int]) -> dict[str, Any]:
        v, treffer = self.vorschlag, self.treffer
        ebenen = [ebene.wert for ebene in v.ebenen]
        return {
            "nehmen": True,
            "bestehend": f"{treffer.was}-{treffer.pk}" if treffer and treffer.sicher else NEU,
            "name": v.name.wert,
            "was": v.was.wert if v.was.wert == Was.ORGANISATION else Was.GREMIUM,
            "art": arten.get(v.art.wert, ""),
            "ebene": ebenen[0] if ebenen else "",
            "ebene_zweite": ebenen[1] if len(ebenen) > 1 else "",
            "oben": "" if v.oben is None else str(v.oben),
            "kurztext": v.kurztext,
            "text": v.text,
        }

    @property
    def gruende(self) -> list[dict[str, Any]]:
        """Return why each guess was made, and whether it is uncertain."""
        v = self.vorschlag
        paare = [
            ("Name", v.name),
            ("Eintrag als", v.was),
            ("Typ", v.art),
            *(("Ebene", ebene) for ebene in v.ebenen),
            ("Gehört zu", v.oben_grund),
        ]
        return [
            {"was": was, "grund": vermutung.grund, "unsicher": not vermutung.sicher}
            for was, vermutung in paare
            if vermutung.wert and (vermutung.grund or not vermutung.sicher)
        ]

    @property
    def ausserdem(self) -> list[str]:
        """Return in words what else a new entry gets from the page."""
        felder = self._nebenfelder()
        namen = (
            ("kurzname", "Kurzname"),
            ("langname", "voller Name"),
            ("weitere_bezeichnungen", "weitere Bezeichnungen"),
            ("rhythmus_text", "Sitzungsrhythmus"),
            ("mitgliederzahl_text", "Zahl der Mitglieder"),
            ("webadresse", "Webadresse"),
            ("kontakt_email", "E-Mail"),
        )
        zeilen = [f"{wort}: {felder[name]}" for name, wort in namen if felder.get(name)]
        if jahr := self._jahr():
            zeilen.append(f"besteht seit: {jahr}")
        personen = sum(n.was == Was.PERSON for n in self.vorschlag.leitung)
        zeilen += [f"{Leitungsart(n.art).label}: {n.name}" for n in self._leitung()]
        if personen:
            zeilen.append("Genannte Personen werden nicht übernommen; bitte selbst eintragen.")
        return zeilen

    @property
    def unsicher(self) -> bool:
        """Say whether any guess is uncertain."""
        return any(grund["unsicher"] for grund in self.gruende)

    def _nebenfelder(self) -> dict[str, str]:
        """Return what has no field of its own in the form, as far as the entry can hold it."""
        v = self.vorschlag
        roh = {
            "kurzname": v.kurzname.wert,
            "langname": v.langname.wert,
            "weitere_bezeichnungen": v.weitere,
            "rhythmus_text": v.rhythmus.wert,
            "mitgliederzahl_text": v.mitgliederzahl.wert,
            "webadresse": v.webadresse,
            "kontakt_email": v.email,
        }
        felder = {}
        for name, wert in roh.items():
            try:
                if wert:
                    felder[name] = Gremium._meta.get_field(name).clean(wert, None)  # type: ignore[union-attr]
            except ValidationError:
                continue
        return felder

    def _jahr(self) -> int | None:
        wert = self.vorschlag.seit.wert
        return int(wert) if wert.isascii() and wert.isdecimal() and len(wert) == 4 and wert > "1000" else None  # noqa: PLR2004 - a year

    def _leitung(self) -> list[Leitungsangabe]:
        laenge = {Was.STELLE: 150, Was.ORGANISATION: 250}
        return [
            Leitungsangabe(n.art, Was(n.was), n.name)
            for n in self.vorschlag.leitung
            if n.art in Leitungsart.values and n.name and len(n.name) <= laenge.get(Was(n.was), 0)
        ]

    def full_clean(self) -> None:
        """Forget errors of what is not taken over."""
        super().full_clean()
        if self.is_bound and not self.cleaned_data.get("nehmen"):
            self._errors = ErrorDict()

    def clean(self) -> dict[str, Any]:
        """Require of a new entry what its model requires."""
        daten = super().clean() or {}
        if not daten.get("nehmen") or daten.get("bestehend", NEU) not in {NEU, ""}:
            return daten
        gremium = daten.get("was") != Was.ORGANISATION
        if "name" not in self.errors and not bereinigt(daten.get("name", "")):
            self.add_error("name", "Bitte einen Namen mit sichtbaren Zeichen eingeben.")
        if gremium and "art" not in self.errors and not daten.get("art"):
            self.add_error("art", "Bitte einen Typ wählen.")
        if gremium and "kurztext" not in self.errors and not bereinigt(daten.get("kurztext", "")):
            self.add_error("kurztext", "Bitte in einem Satz sagen, worum es geht.")
        if daten.get("ebene_zweite") and daten.get("ebene_zweite") == daten.get("ebene"):
            self.add_error("ebene_zweite", "Die zweite Ebene ist dieselbe wie die erste.")
        return daten

    def eintrag(self, stellen: dict[int, int]) -> Eintrag:
        """Return the corrected entry; ``stellen``: number of a proposal → place among those taken."""
        daten = self.cleaned_data
        oben = stellen.get(int(daten["oben"])) if daten.get("oben") else None
        if daten.get("bestehend", NEU) not in {NEU, ""}:
            treffer: Any = self.treffer
            modell: Any = Organisation if treffer.was == Was.ORGANISATION else Gremium
            bestehend = modell.objects.vorhanden().filter(pk=treffer.pk).first()
            if bestehend is None:
                raise ValidationError(f"„{treffer.name}“ gibt es nicht mehr.")
            return Eintrag(was=treffer.was, bestehend=bestehend, oben=oben)
        felder = {
            "name": daten["name"],
            "kurztext": daten["kurztext"],
            "beschreibung": daten["text"],
            "ebene": daten["ebene"],
        }
        neben = self._nebenfelder()
        if daten["was"] == Was.ORGANISATION:
            mit = {name: neben[name] for name in ("kurzname", "webadresse", "kontakt_email") if name in neben}
            return Eintrag(was=Was.ORGANISATION, felder=felder | mit)
        felder |= {"art_id": int(daten["art"]), "ebene_zweite": daten.get("ebene_zweite", "")}
        return Eintrag(
            felder=felder | neben, leitung=tuple(self._leitung()), oben=oben, seit_jahr=self._jahr()
        )


def vorschlagsformulare(uebernahme: Uebernahme, daten: Any = None) -> list[Vorschlagsformular]:
    """Return a form for each proposal (three queries however many there are)."""
    vorschlaege = [aus_json(werte) for werte in uebernahme.vorschlaege]
    arten = list(Gremienart.objects.values_list("pk", "name"))
    oben = [(i, v.name.wert) for i, v in enumerate(vorschlaege)]
    if len(oben) > ALLE_ZUR_WAHL:
        genannt = {v.oben for v in vorschlaege}
        oben = [(i, name) for i, name in oben if i in genannt]
    paare = zip(vorschlaege, abgleichen(vorschlaege), strict=True)
    return [
        Vorschlagsformular(vorschlag, treffer, daten, nummer=nummer, arten=arten, oben=oben)
        for nummer, (vorschlag, treffer) in enumerate(paare)
    ]

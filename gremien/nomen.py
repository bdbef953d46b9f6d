"""The nouns of the middle floor as the staff area shows and edits them."""

from typing import Any

from django import forms

from gremien.forms import Beziehungsformset, Eintragsformset
from gremien.models import (
    Adressat,
    Berichtspflicht,
    FruehererName,
    Gremienart,
    Gremienbeziehung,
    Gremienbild,
    Gremium,
    Kunde,
    Leitung,
    Mitgliedschaft,
    Netzwerkeintrag,
    Netzwerkseite,
    Planfassung,
    Programmbezug,
    Projekt,
    Projektbeteiligung,
    Sitz,
    Sitzkategorie,
    Stellvertretung,
    Teilnehmendenart,
    Wahlperiode,
)
from gremien.projekthinweise import hinweise
from netzwerk.actions import adresse_mit_ort
from netzwerk.intern.bereich import Bereich, Spalte
from netzwerk.intern.formular import Abschnitt, Eintragsformular, Zeile
from netzwerk.intern.nomen import ADRESSE, VEROEFFENTLICHUNG, gleichnamige
from netzwerk.intern.zeilen import Zeilen
from netzwerk.lib.admin.zeilen import Zeilenformset

LEITENDE = ("organisation", "stelle", "person", "leitendes_gremium")
MITGLIEDER = ("person", "stelle", "organisation", "mitglied_gremium")
MITGLIED_VERBUNDEN = (
    "gremium",
    "person",
    "stelle__organisation",
    "organisation",
    "mitglied_gremium",
    "im_auftrag_von",
    "sitz__kategorie__gremium",
)
SONSTIGES = "sonstiges Gremium"


class Mitgliedschaftszeile(Zeile):
    """Who sits in the body; the seats to choose from are those of the body."""

    sitz = forms.ModelChoiceField(
        queryset=Sitz.objects.none(),
        required=False,
        label="Sitz",
        help_text="Bleibt bei offenen Runden leer.",
    )

    def __init__(self, *args: Any, sitze: Any = None, **kwargs: Any) -> None:
        """Take the seats of the body, fetched once for all rows."""
        super().__init__(*args, **kwargs)
        feld: Any = self.fields["sitz"]
        if sitze is not None:
            feld.queryset = sitze.queryset
            feld.choices = sitze.auswahl

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError unless exactly one member is named."""
        daten: dict[str, Any] = super().clean() or {}
        genannt = [name for name in MITGLIEDER if name in self.fields and daten.get(name)]
        if not self.errors and len(genannt) != 1:
            stelle = genannt[1] if genannt else "person"
            self.add_error(stelle, "Bitte genau eines angeben: Person, Stelle, Organisation oder Gremium.")
        return daten


class Sitzauswahl:
    """The seats of a body as choices, asked once."""

    def __init__(self, gremium: Gremium) -> None:
        """Fetch them."""
        self.queryset = Sitz.objects.filter(kategorie__gremium=gremium).select_related("kategorie")
        self.auswahl = [
            ("", "– kein fester Sitz –"),
            *(
                (
                    sitz.pk,
                    " · ".join(
                        t for t in (f"{sitz.kategorie.bezeichnung} Nr. {sitz.nummer}", sitz.bereich) if t
                    ),
                )
                for sitz in self.queryset
            ),
        ]


class Mitgliedschaftsformset(Zeilenformset):
    """Hands all rows the seats of the body."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Add the seats."""
        if "_sitze" not in vars(self):
            self._sitze = Sitzauswahl(self.instance)
        return {**super().get_form_kwargs(index), "sitze": self._sitze}


class Gremiumsformular(Eintragsformular):
    """Bodies: name, kind and one sentence are enough."""

    NEU = ("name", "art", "kurztext", "ebene", "gebiete")
    ABSCHNITTE = (
        Abschnitt("Das Wichtigste", ("name", "art", "kurztext", "ebene", "ebene_zweite"), offen=True),
        Abschnitt("Namen", ("kurzname", "langname", "weitere_bezeichnungen", "zugleich_organisation")),
        Abschnitt(
            "Einordnung",
            (
                "gebiete",
                "themen",
                "zielgruppen",
                "programme",
                "funktion",
                "zugang",
                "rechtsform",
                "rechtsgrundlage",
            ),
        ),
        Abschnitt("Beschreibung", ("beschreibung", "auftrag", "aufgaben", "nutzen", "mitmachen")),
        Abschnitt(
            "Sitzungen und Zahl der Mitglieder",
            (
                "oeffentlichkeit",
                "rhythmus_text",
                "rhythmus_min",
                "rhythmus_max",
                "rhythmus_einheit",
                "mitgliederzahl_text",
                "mitgliederzahl_stand",
            ),
        ),
        Abschnitt(
            "Regeln für Mandate",
            (
                "ein_sitz_je_einrichtung",
                "amt_bis_nachfolge",
                "erinnerung_monate",
                "wahl_am",
                "vorschlagsfrist",
            ),
        ),
        Abschnitt("Stand des Gremiums", ("lebensstand", "lebensstand_seit", "besteht_seit")),
        Abschnitt("Kontakt und Dokumente", ("kontakt_email", "webadresse", "dokumente")),
        VEROEFFENTLICHUNG,
        ADRESSE,
        Abschnitt("Interne Notiz", ("notiz_intern",)),
    )

    class Meta(Eintragsformular.Meta):
        model = Gremium

    def clean(self) -> Any:
        """Give a new body an address; a taken one takes the place into it."""
        daten = super().clean()
        name = self.cleaned_data.get("name")
        if self.instance.pk is None and name:
            gebiet = next(iter(self.cleaned_data.get("gebiete") or ()), None)
            self.instance.slug = adresse_mit_ort(Gremium, name, gebiet.name if gebiet else "")
        return daten

    @property
    def warnungen(self) -> list[str]:
        """Warn of another body of the same name."""
        return gleichnamige(self)


def gremium_aus(text: str) -> Gremium:
    """Return an unsaved stub of a body that was only mentioned."""
    art = Gremienart.objects.filter(name__iexact=SONSTIGES).first() or Gremienart.objects.create(
        name=SONSTIGES
    )
    return Gremium(name=text, art=art, kurztext="Noch nicht beschrieben.")


GREMIUM = Bereich(
    name="gremien",
    modell=Gremium,
    formular=Gremiumsformular,
    suchfelder=("name", "langname", "kurzname"),
    rang=10,
    beiblatt="intern/beiblatt/gremium.html",
    verbunden=("art",),
    spalten=(
        Spalte("Typ", lambda g: g.art),
        Spalte("Ebene", lambda g: g.ebenen_text),
        Spalte("Stand", lambda g: g.get_lebensstand_display()),
    ),
    zeilen=(
        Zeilen(
            Mitgliedschaft,
            "Mitglieder",
            ("sitz", *MITGLIEDER, "rolle", "im_auftrag_von", "von", "bis", "endegrund", "sichtbarkeit"),
            fk="gremium",
            formular=Mitgliedschaftszeile,
            formset=Mitgliedschaftsformset,
            verbunden=MITGLIED_VERBUNDEN,
            hilfe="Bei einem Wechsel: die bisherige Mitgliedschaft mit „bis“ beenden und eine neue beginnen. "
            "So bleibt nachlesbar, wer wann dabei war.",
            hoechstens=300,
        ),
        Zeilen(
            Leitung,
            "Leitung",
            ("art", *LEITENDE, "von", "bis"),
            fk="gremium",
            verbunden=("gremium", "organisation", "stelle__organisation", "person", "leitendes_gremium"),
            hilfe="Je Zeile genau eines: Organisation, Stelle, Person oder ein anderes Gremium.",
        ),
        Zeilen(
            Gremienbeziehung,
            "Beziehungen zu anderen Gremien",
            ("art", "zu_gremium", "von", "bis", "quelle"),
            fk="von_gremium",
            formset=Beziehungsformset,
            verbunden=("von_gremium", "zu_gremium"),
            hilfe="Zum Beispiel „ist Untergremium von“. Was es noch nicht gibt, lässt sich gleich anlegen.",
        ),
        Zeilen(
            Sitzkategorie,
            "Sitzkategorien",
            (
                "bezeichnung",
                "stimmrecht",
                "soll_min",
                "soll_max",
                "organisationsart",
                "regeltext",
                "position",
            ),
            fk="gremium",
            verbunden=("gremium", "organisationsart"),
            hilfe="Welche Arten von Sitzen es gibt und wie viele. "
            "Die einzelnen Sitze stehen auf der Seite der Kategorie.",
        ),
        Zeilen(
            Teilnehmendenart,
            "Teilnehmende nach Art",
            ("text", "organisationsart", "ebene", "position"),
            fk="gremium",
            verbunden=("organisationsart",),
        ),
        Zeilen(
            Adressat,
            "An wen sich das Gremium richtet",
            ("text", "organisation", "position"),
            fk="gremium",
            verbunden=("organisation",),
        ),
        Zeilen(Gremienbild, "Bilder", ("bild", "position"), fk="gremium", verbunden=("bild",)),
        Zeilen(FruehererName, "Frühere Namen", ("name", "von", "bis"), fk="gremium"),
        Zeilen(
            Berichtspflicht,
            "Berichtspflichten",
            (
                "regel",
                "empfaenger",
                "wahlperiode",
                "frist_tage",
                "faellig_am",
                "ereignis_am",
                "gilt_ab",
                "gilt_bis",
                "wortlaut",
                "ausnahme",
            ),
            fk="gremium",
            verbunden=("gremium", "organisation", "wahlperiode__koerperschaft"),
        ),
    ),
    stumpf=gremium_aus,
)


class Kategorieformular(Eintragsformular):
    """Seat categories."""

    class Meta(Eintragsformular.Meta):
        model = Sitzkategorie
        fields = (
            "gremium",
            "bezeichnung",
            "stimmrecht",
            "soll_min",
            "soll_max",
            "organisationsart",
            "je_art",
            "anteil",
            "regeltext",
        )


KATEGORIE = Bereich(
    name="sitzkategorien",
    modell=Sitzkategorie,
    formular=Kategorieformular,
    suchfelder=("bezeichnung", "gremium__name"),
    rang=150,
    ordnung=("-id",),
    verbunden=("gremium",),
    spalten=(Spalte("Gremium", lambda k: k.gremium), Spalte("Soll", lambda k: k.soll_text)),
    zeilen=(
        Zeilen(
            Sitz,
            "Sitze",
            (
                "nummer",
                "bereich",
                "vorschlagende_organisation",
                "entsendende_organisation",
                "kraft_amtes",
                "vertretungsart",
            ),
            fk="kategorie",
            verbunden=("kategorie__gremium", "vorschlagende_organisation", "entsendende_organisation"),
            offen=True,
        ),
        Zeilen(
            Stellvertretung,
            "Pool der Stellvertretungen",
            ("rang", "person", "stelle", "fuer_organisation", "von", "bis"),
            fk="kategorie",
            verbunden=("kategorie__gremium", "person", "stelle__organisation", "fuer_organisation"),
            hilfe="Wer für jedes Mitglied dieser Kategorie einspringen kann, nach Rang. "
            "„Nur für“: wenn jede Fraktion oder jeder Träger einen eigenen Pool hat.",
        ),
    ),
)


class Wahlperiodenformular(Eintragsformular):
    """Terms."""

    class Meta(Eintragsformular.Meta):
        model = Wahlperiode
        fields = ("koerperschaft", "name", "von", "bis", "geschaeftsfuehrend_bis")


WAHLPERIODE = Bereich(
    name="wahlperioden",
    modell=Wahlperiode,
    formular=Wahlperiodenformular,
    suchfelder=("name", "koerperschaft__name"),
    rang=160,
    ordnung=("-id",),
    verbunden=("koerperschaft",),
    spalten=(Spalte("Zeitraum", lambda w: w.zeitraum_text),),
)


class Netzwerkseitenformular(Eintragsformular):
    """Editorial pages."""

    class Meta(Eintragsformular.Meta):
        model = Netzwerkseite

    ABSCHNITTE = (
        Abschnitt("Seite", ("titel", "organisation", "gebiet", "einleitung"), offen=True),
        VEROEFFENTLICHUNG,
    )


NETZWERKSEITE = Bereich(
    name="netzwerkseiten",
    modell=Netzwerkseite,
    formular=Netzwerkseitenformular,
    suchfelder=("titel", "organisation__name", "gebiet__name"),
    rang=105,
    ordnung=("id",),
    verbunden=("organisation", "gebiet"),
    spalten=(Spalte("von", lambda s: s.organisation or s.gebiet),),
    zeilen=(
        Zeilen(
            Netzwerkeintrag,
            "Einträge in ihrer Reihenfolge",
            ("position", "gremium", "organisation"),
            fk="seite",
            formset=Eintragsformset,
            verbunden=("seite__organisation", "seite__gebiet", "gremium", "organisation"),
            offen=True,
        ),
    ),
)


class Planzeile(Zeile):
    """A version of a plan; it continues one of the same project."""

    fortschreibung_von = forms.ModelChoiceField(
        queryset=Planfassung.objects.none(),
        required=False,
        label="Fortschreibung von",
        empty_label="– ist keine Fortschreibung –",
    )

    def __init__(self, *args: Any, plaene: Any = None, **kwargs: Any) -> None:
        """Take the plans of the project, fetched once for all rows."""
        super().__init__(*args, **kwargs)
        if plaene is not None:
            feld: Any = self.fields["fortschreibung_von"]
            feld.queryset = plaene
            leer = feld.empty_label
            feld.choices = [("", leer), *((p.pk, str(p)) for p in plaene if p.pk != self.instance.pk)]


class Planformset(Zeilenformset):
    """Hands all rows the plans of the project."""

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Add the plans."""
        if "_plaene" not in vars(self):
            self._plaene = Planfassung.objects.filter(projekt=self.instance).order_by("von_jahr", "pk")
        return {**super().get_form_kwargs(index), "plaene": self._plaene}


class Projektformular(Eintragsformular):
    """Projects."""

    NEU = ("titel", "institut", "kurztext", "von_jahr", "bis_jahr")
    ABSCHNITTE = (
        Abschnitt(
            "Das Wichtigste", ("titel", "institut", "kurztext", "von_jahr", "bis_jahr", "rolle"), offen=True
        ),
        Abschnitt("Beschreibung", ("beschreibung", "ergebnisse", "bild")),
        Abschnitt(
            "Einordnung",
            ("standorte", "themen", "methoden", "dokumente", "beauftragendes_gremium", "vorgaenger"),
        ),
        VEROEFFENTLICHUNG,
        ADRESSE,
    )

    class Meta(Eintragsformular.Meta):
        model = Projekt


PROJEKT = Bereich(
    name="projekte",
    modell=Projekt,
    formular=Projektformular,
    suchfelder=("titel", "institut__name"),
    rang=70,
    ordnung=("-id",),
    verbunden=("institut",),
    hinweise=hinweise,
    mehr=(("Links, die ins Leere führen", "/intern/linkpruefung/"),),
    spalten=(Spalte("Institut", lambda p: p.institut), Spalte("Zeit", lambda p: p.zeitraum_text)),
    zeilen=(
        Zeilen(
            Projektbeteiligung,
            "Beteiligte",
            ("art", "organisation", "text", "position"),
            fk="projekt",
            verbunden=("projekt", "organisation"),
        ),
        Zeilen(
            Planfassung,
            "Planfassungen",
            ("bezeichnung", "von_jahr", "bis_jahr", "fortschreibung_von"),
            fk="projekt",
            formular=Planzeile,
            formset=Planformset,
            hilfe="Für welche Jahre der Plan gilt; das ist nicht der Zeitraum des Projekts.",
        ),
        Zeilen(
            Programmbezug,
            "Förderung und Programme",
            ("art", "programm"),
            fk="projekt",
            verbunden=("projekt", "programm"),
        ),
    ),
)


class Kundenformular(Eintragsformular):
    """Clients."""

    class Meta(Eintragsformular.Meta):
        model = Kunde
        fields = ("institut", "organisation", "bezeichnung", "aktuell", "position")


KUNDE = Bereich(
    name="kunden",
    modell=Kunde,
    formular=Kundenformular,
    suchfelder=("organisation__name", "bezeichnung"),
    rang=170,
    ordnung=("position", "id"),
    verbunden=("institut", "organisation"),
    spalten=(
        Spalte("Institut", lambda k: k.institut),
        Spalte("aktuell", lambda k: "ja" if k.aktuell else "nein"),
    ),
)

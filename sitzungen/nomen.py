"""The nouns of the top floor as the staff area shows and edits them."""

from typing import Any

from django import forms

from netzwerk import rules
from netzwerk.intern.bereich import Bereich, Spalte
from netzwerk.intern.formular import Abschnitt, Eintragsformular, Zeile
from netzwerk.intern.nomen import ADRESSE, VEROEFFENTLICHUNG
from netzwerk.intern.zeilen import Zeilen
from sitzungen.enums import NICHT_FREIGEGEBEN
from sitzungen.models import (
    Anwesenheit,
    Beratung,
    Beschluss,
    Sitzung,
    Statusnotiz,
    Tagesordnungspunkt,
    Vorlage,
    Vorlagenabschnitt,
    Vorlagenbezug,
)


class Sitzungsformular(Eintragsformular):
    """Meetings: body and date are enough."""

    NEU = ("gremium", "datum", "uhrzeit", "ende_uhrzeit", "ort", "raum", "oeffentlichkeit")
    ABSCHNITTE = (
        Abschnitt(
            "Das Wichtigste",
            ("gremium", "datum", "uhrzeit", "ende_uhrzeit", "ort", "raum", "status", "oeffentlichkeit"),
            offen=True,
        ),
        Abschnitt(
            "Weitere Angaben",
            (
                "titel",
                "nummer",
                "anlass",
                "weitere_gremien",
                "termin_text",
                "ende_datum",
                "anschrift",
                "form",
                "online_link",
                "voraussetzung",
                "hinweis",
                "dokumente",
            ),
        ),
        Abschnitt("Absage oder Verlegung", ("absagegrund", "verlegt_auf")),
        VEROEFFENTLICHUNG,
    )

    class Meta(Eintragsformular.Meta):
        model = Sitzung

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave whoever looks after bodies only those."""
        super().__init__(*args, **kwargs)
        if not rules.schreibt_alles(self.konto):
            feld: Any = self.fields["gremium"]
            feld.auswahl = feld.auswahl.bearbeitbar_fuer(self.konto)
            feld.darf_anlegen = False


SITZUNG = Bereich(
    name="sitzungen",
    modell=Sitzung,
    formular=Sitzungsformular,
    suchfelder=("titel", "gremium__name", "gremium__kurzname", "ort"),
    rang=40,
    beiblatt="intern/beiblatt/sitzung.html",
    beiblatt_daten=lambda s, _: list(Anwesenheit.objects.filter(sitzung=s).verhindert().mit_namen()),
    ordnung=("-datum", "-id"),
    verbunden=("gremium",),
    spalten=(
        Spalte("wann", lambda s: s.wann_text),
        Spalte("Ort", lambda s: s.ort),
        Spalte("Status", lambda s: s.get_status_display()),
    ),
    neu_fuer=rules.betreut_gremien,
    zeilen=(
        Zeilen(
            Tagesordnungspunkt,
            "Tagesordnung",
            ("position", "nummer", "titel", "teil", "art", "ergebnis", "berichterstattung", "text"),
            fk="sitzung",
            verbunden=("sitzung__gremium", "berichterstattung__organisation"),
            offen=True,
        ),
    ),
)


class Vorlagenformular(Eintragsformular):
    """Papers; the number is frozen with the release."""

    NEU = ("koerperschaft", "kennung", "betreff", "art", "datum")
    ABSCHNITTE = (
        Abschnitt(
            "Das Wichtigste", ("koerperschaft", "kennung", "betreff", "art", "stand", "datum"), offen=True
        ),
        Abschnitt("Text", ("beschlussvorschlag", "sachverhalt")),
        Abschnitt(
            "Wer",
            (
                "verfasser",
                "verfasser_telefon",
                "federfuehrend",
                "bearbeiter",
                "unterzeichnung",
                "namen_grundlage",
            ),
        ),
        Abschnitt(
            "Weitere Angaben",
            ("rechtsgrundlagen", "finanzielle_auswirkungen", "gebiete", "themen", "betrifft", "anlagen"),
        ),
        VEROEFFENTLICHUNG,
        Abschnitt(ADRESSE.titel, ("pfad",), hilfe=ADRESSE.hilfe),
    )

    class Meta(Eintragsformular.Meta):
        model = Vorlage

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Freeze the number of a released paper."""
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.stand not in NICHT_FREIGEGEBEN:
            self.fields["kennung"].disabled = True


class Beratungszeile(Zeile):
    """A step; the agenda items to choose from are those of its meeting."""

    punkt = forms.ModelChoiceField(
        queryset=Tagesordnungspunkt.objects.none(), required=False, label="Tagesordnungspunkt"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the items of the meeting that is stored."""
        super().__init__(*args, **kwargs)
        feld: Any = self.fields["punkt"]
        if self.instance.sitzung_id:
            feld.queryset = Tagesordnungspunkt.objects.filter(sitzung=self.instance.sitzung_id)
        else:
            del self.fields["punkt"]


VORLAGE = Bereich(
    name="vorlagen",
    modell=Vorlage,
    formular=Vorlagenformular,
    suchfelder=("kennung", "betreff", "koerperschaft__name"),
    rang=50,
    ordnung=("-id",),
    verbunden=("koerperschaft",),
    spalten=(
        Spalte("Art", lambda v: v.get_art_display()),
        Spalte("Stand", lambda v: v.get_stand_display()),
        Spalte("Körperschaft", lambda v: v.koerperschaft),
    ),
    zeilen=(
        Zeilen(
            Beratung,
            "Beratungsfolge",
            (
                "position",
                "gremium",
                "zustaendigkeit",
                "sitzung",
                "punkt",
                "termin",
                "teil",
                "schrittstatus",
                "ergebnis",
                "verwiesen_an",
                "beschlusswortlaut",
            ),
            fk="vorlage",
            formular=Beratungszeile,
            verbunden=("vorlage", "gremium", "sitzung__gremium", "punkt", "verwiesen_an"),
            offen=True,
        ),
        Zeilen(Vorlagenabschnitt, "Abschnitte", ("ueberschrift", "text", "position"), fk="vorlage"),
        Zeilen(
            Vorlagenbezug,
            "Bezüge auf andere Vorlagen",
            ("art", "zu_vorlage"),
            fk="von_vorlage",
            verbunden=("von_vorlage", "zu_vorlage"),
        ),
    ),
)


class Beschlussformular(Eintragsformular):
    """Decisions."""

    NEU = ("gremium", "art", "datum", "wortlaut", "verantwortlich", "frist")
    ABSCHNITTE = (
        Abschnitt("Das Wichtigste", ("gremium", "art", "nummer", "datum", "wortlaut", "vorlage"), offen=True),
        Abschnitt(
            "Umsetzung",
            ("umsetzung", "verantwortlich", "frist", "frist_text", "erledigt_am", "erledigt_durch"),
            offen=True,
        ),
        VEROEFFENTLICHUNG,
    )

    class Meta(Eintragsformular.Meta):
        model = Beschluss


BESCHLUSS = Bereich(
    name="beschluesse",
    modell=Beschluss,
    formular=Beschlussformular,
    suchfelder=("nummer", "wortlaut", "gremium__name"),
    rang=55,
    ordnung=("-id",),
    verbunden=("gremium", "verantwortlich", "vorlage", "punkt", "erledigt_durch"),
    spalten=(
        Spalte("Gremium", lambda b: b.gremium),
        Spalte("Umsetzung", lambda b: b.get_umsetzung_display()),
    ),
    zeilen=(
        Zeilen(
            Statusnotiz, "Notizen zur Umsetzung", ("datum", "umsetzung", "text"), fk="beschluss", offen=True
        ),
    ),
)

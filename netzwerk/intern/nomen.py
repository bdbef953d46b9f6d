"""The nouns of the ground floor as the staff area shows and edits them."""

from typing import Any

from netzwerk import actions
from netzwerk.forms import BereinigteBilddatei, DateinameVomUpload
from netzwerk.intern.bereich import Bereich, Spalte
from netzwerk.intern.formular import Abschnitt, Eintragsformular
from netzwerk.intern.zeilen import Zeilen
from netzwerk.models import (
    Bild,
    Dokument,
    Einwilligung,
    Gebiet,
    Organisation,
    Organisationsmitgliedschaft,
    Person,
    Programm,
    Seite,
    Stelle,
    Thema,
    Zugehoerigkeit,
)

GEPLANT = ("oeffentlich_ab", "oeffentlich_bis", "geprueft_am")
VEROEFFENTLICHUNG = Abschnitt(
    "Sichtbarkeit und Zeitplan",
    ("sichtbarkeit", *GEPLANT, "ersetzt_durch"),
    hilfe="Öffentlich wird ein Eintrag mit „Veröffentlichen“. Hier steht, für wen er ist, von wann bis wann "
    "und wohin seine Adresse führt, wenn er zurückgezogen ist.",
)
ADRESSE = Abschnitt(
    "Adresse der Seite",
    ("slug",),
    hilfe="Wird sie geändert, führt die bisherige Adresse auf Dauer hierher.",
)


class Baumformular(Eintragsformular):
    """An entry that lies in others of its kind; saved under the lock that keeps circles out."""

    def save(self, commit: bool = True) -> Any:
        """Let the action write. Raises ValidationError if that closed a circle."""
        if not commit:
            return super().save(commit=False)
        actions.einordnen(self.instance, acting_user=self.konto)
        self.save_m2m()
        return self.instance

    def save_m2m(self) -> None:
        """Write the lists."""
        self._save_m2m()  # type: ignore[attr-defined]


class Organisationsformular(Baumformular):
    """Organisations: a name is enough."""

    NEU = ("name", "kurzname", "art", "kurztext", "parent", "gebiete")
    ABSCHNITTE = (
        Abschnitt("Das Wichtigste", ("name", "kurzname", "art", "kurztext"), offen=True),
        Abschnitt("Einordnung", ("parent", "ebene", "gebiete", "themen", "rechtsform", "anerkannt_75")),
        Abschnitt("Beschreibung", ("beschreibung",)),
        Abschnitt("Kontakt", ("webadresse", "kontakt_email", "kontakt_telefon", "anschrift")),
        VEROEFFENTLICHUNG,
        ADRESSE,
        Abschnitt("Interne Notiz", ("notiz_intern",)),
    )

    class Meta(Eintragsformular.Meta):
        model = Organisation

    @property
    def warnungen(self) -> list[str]:
        """Warn of another organisation of the same name."""
        return gleichnamige(self)


def gleichnamige(formular: Any, hoechstens: int = 5) -> list[str]:
    """Return a warning if other entries have the name that was just typed."""
    if "name" not in formular.changed_data or not formular.cleaned_data.get("name"):
        return []
    andere = type(formular.instance).objects.vorhanden().filter(name__iexact=formular.cleaned_data["name"])
    namen = [str(eintrag) for eintrag in andere.exclude(pk=formular.instance.pk)[:hoechstens]]
    return [f"Diesen Namen gibt es schon: {', '.join(namen)}."] if namen else []


ORGANISATION = Bereich(
    name="organisationen",
    modell=Organisation,
    formular=Organisationsformular,
    suchfelder=("name", "kurzname"),
    rang=20,
    verbunden=("art", "parent"),
    spalten=(Spalte("Art", lambda o: o.art), Spalte("gehört zu", lambda o: o.parent)),
    zeilen=(
        Zeilen(
            Organisationsmitgliedschaft,
            "Mitglied in Verbänden",
            ("verband", "status", "ist_dachverband", "von", "bis"),
            fk="organisation",
            verbunden=("organisation", "verband"),
        ),
        Zeilen(
            Organisationsmitgliedschaft,
            "Mitglieder dieses Verbands",
            ("organisation", "status", "ist_dachverband", "von", "bis"),
            fk="verband",
            verbunden=("organisation", "verband"),
            praefix="mitglieder",
        ),
        Zeilen(
            Stelle,
            "Stellen ohne Namen",
            ("bezeichnung", "sichtbarkeit"),
            fk="organisation",
            verbunden=("organisation",),
            hilfe="Funktionen wie „Dezernentin“, die leiten oder einen Sitz haben können, "
            "ohne dass eine Person genannt wird.",
        ),
    ),
    stumpf=lambda text: Organisation(name=text),
)


class Personenformular(Eintragsformular):
    """People; internal unless a basis for the name stands."""

    NEU = ("vorname", "nachname", "email", "telefon")
    ABSCHNITTE = (
        Abschnitt("Das Wichtigste", ("vorname", "nachname", "email", "telefon"), offen=True),
        Abschnitt(
            "Name in der Öffentlichkeit",
            ("namensnennung",),
            hilfe="Der Name erscheint nur, wenn hier „Name“ gewählt ist und unten eine Grundlage gilt, "
            "und nur während der Amtszeit.",
        ),
        Abschnitt("Weitere Angaben", ("anrede", "titel", "namenszusatz", "notiz_intern")),
    )

    class Meta(Eintragsformular.Meta):
        model = Person


def person_aus(text: str) -> Person:
    """Return an unsaved person: the last word is the family name."""
    vorname, _, nachname = text.rpartition(" ")
    return Person(vorname=vorname, nachname=nachname)


PERSON = Bereich(
    name="personen",
    modell=Person,
    formular=Personenformular,
    suchfelder=("nachname", "vorname", "email"),
    rang=30,
    beiblatt="intern/beiblatt/person.html",
    spalten=(
        Spalte("öffentlich", lambda p: p.get_namensnennung_display()),
        Spalte("E-Mail", lambda p: p.email),
    ),
    zeilen=(
        Zeilen(
            Zugehoerigkeit,
            "Arbeitet bei",
            ("organisation", "stelle", "funktion", "von", "bis"),
            fk="person",
            verbunden=("person", "organisation", "stelle__organisation"),
            offen=True,
        ),
        Zeilen(
            Einwilligung,
            "Grundlagen der Namensnennung",
            ("grundlage", "erteilt_am", "gilt_bis", "widerrufen_am", "nachweis"),
            fk="person",
        ),
    ),
    stumpf=person_aus,
)


class Stellenformular(Eintragsformular):
    """Positions."""

    class Meta(Eintragsformular.Meta):
        model = Stelle
        fields = ("bezeichnung", "organisation", "sichtbarkeit")


STELLE = Bereich(
    name="stellen",
    modell=Stelle,
    formular=Stellenformular,
    suchfelder=("bezeichnung", "organisation__name"),
    rang=110,
    verbunden=("organisation",),
    spalten=(Spalte("Organisation", lambda s: s.organisation),),
    stumpf=lambda text: Stelle(bezeichnung=text),
)


class Gebietsformular(Baumformular):
    """Areas."""

    NEU = ("name", "art", "parent")
    ABSCHNITTE = (
        Abschnitt("Das Wichtigste", ("name", "art", "parent"), offen=True),
        Abschnitt("Beschreibung", ("beschreibung",)),
        VEROEFFENTLICHUNG,
        ADRESSE,
    )

    class Meta(Eintragsformular.Meta):
        model = Gebiet


GEBIET = Bereich(
    name="gebiete",
    modell=Gebiet,
    formular=Gebietsformular,
    suchfelder=("name",),
    rang=120,
    verbunden=("parent",),
    spalten=(Spalte("Art", lambda g: g.get_art_display()), Spalte("liegt in", lambda g: g.parent)),
)


class Themenformular(Eintragsformular):
    """Topics."""

    class Meta(Eintragsformular.Meta):
        model = Thema
        fields = ("name", "beschreibung", "position", "slug")


THEMA = Bereich(
    name="themen",
    modell=Thema,
    formular=Themenformular,
    suchfelder=("name",),
    rang=130,
    ordnung=("position", "name", "id"),
)


class Programmformular(Eintragsformular):
    """Funding programmes, initiatives, concepts."""

    ABSCHNITTE = (
        Abschnitt("Das Wichtigste", ("name", "kurzname", "art", "geber"), offen=True),
        Abschnitt("Weitere Angaben", ("ebene", "rechtsbezug", "webadresse", "teil_von", "von", "bis")),
    )

    class Meta(Eintragsformular.Meta):
        model = Programm


PROGRAMM = Bereich(
    name="programme",
    modell=Programm,
    formular=Programmformular,
    suchfelder=("name", "kurzname"),
    rang=140,
    verbunden=("geber",),
    spalten=(Spalte("Art", lambda p: p.get_art_display()), Spalte("Geber", lambda p: p.geber)),
    stumpf=lambda text: Programm(name=text),
)


class Bildformular(BereinigteBilddatei, Eintragsformular):
    """Images; of an upload only the pixels are kept."""

    NEU = ("datei", "alternativtext", "bildunterschrift", "urheber", "rechte")
    ABSCHNITTE = (
        Abschnitt("Bild", ("datei", "alternativtext", "bildunterschrift", "urheber", "rechte"), offen=True),
        VEROEFFENTLICHUNG,
    )

    class Meta(Eintragsformular.Meta):
        model = Bild


BILD = Bereich(
    name="bilder",
    modell=Bild,
    formular=Bildformular,
    suchfelder=("alternativtext", "bildunterschrift", "urheber"),
    rang=80,
    ordnung=("-id",),
    spalten=(
        Spalte("Alternativtext", lambda b: b.alternativtext),
        Spalte("Rechte", lambda b: b.rechte if b.rechte and b.urheber else "Angaben fehlen"),
    ),
)


class Dokumentformular(DateinameVomUpload, Eintragsformular):
    """Documents: a file of ours or a link; an upload is named by its own name."""

    NEU = ("titel", "art", "datei", "webadresse", "fassung")
    ABSCHNITTE = (
        Abschnitt("Dokument", ("titel", "art", "datei", "webadresse"), offen=True),
        Abschnitt("Weitere Angaben", ("fassung", "gueltig_ab", "gueltig_bis", "dateiname")),
        VEROEFFENTLICHUNG,
    )

    class Meta(Eintragsformular.Meta):
        model = Dokument

    @property
    def warnungen(self) -> list[str]:
        """Warn of a title with nothing behind it."""
        fehlt = not self.cleaned_data.get("datei") and not self.cleaned_data.get("webadresse")
        return ["Zu diesem Titel ist nichts hinterlegt: weder Datei noch Webadresse."] if fehlt else []


DOKUMENT = Bereich(
    name="dokumente",
    modell=Dokument,
    formular=Dokumentformular,
    suchfelder=("titel", "dateiname", "fassung"),
    rang=90,
    spalten=(
        Spalte("Art", lambda d: d.get_art_display()),
        Spalte("hinterlegt", lambda d: "nichts" if d.ist_fehlend else ("Datei" if d.datei else "Webadresse")),
    ),
)


class Seitenformular(Eintragsformular):
    """Duty pages."""

    class Meta(Eintragsformular.Meta):
        model = Seite
        fields = ("titel", "text", "gebaerdenvideo", "stand")


SEITE = Bereich(
    name="seiten",
    modell=Seite,
    formular=Seitenformular,
    suchfelder=("titel",),
    rang=190,
    ordnung=("position", "id"),
    spalten=(Spalte("Stand", lambda s: s.stand),),
)

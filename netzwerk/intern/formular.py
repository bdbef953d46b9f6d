"""The form of an entry in the staff area: few fields first, the rest folded; crispy sets it in parts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q
from django.forms.models import ModelFormMetaclass

from netzwerk import rules
from netzwerk.intern import felder, rechte
from netzwerk.lib.admin.felder import ADRESSFEHLER, FORMATHILFE, Formattextfeld, vorstellbarer_zeitpunkt
from netzwerk.lib.admin.zeilen import POSITIONSHILFE, Hauptformular, Zeilenformular
from netzwerk.lib.dates import Genauigkeit
from netzwerk.lib.fields import Adressteil, Formattext
from netzwerk.models.thema import Wert


@dataclass(frozen=True)
class Abschnitt:
    """A part of a form: heading and fields; folded unless it is open or a field of it was refused."""

    titel: str
    felder: tuple[str, ...]
    offen: bool = False
    hilfe: str = ""


class Teil(Fieldset):
    """How crispy sets a part."""

    template = "%s/layout/teil.html"

    def __init__(self, abschnitt: Abschnitt, namen: list[str], *, offen: bool, ausgefuellt: int) -> None:
        """Take the part, its fields on this form, whether it is open, and how many fields say something."""
        super().__init__(abschnitt.titel, *namen)
        self.abschnitt, self.offen, self.ausgefuellt = abschnitt, offen, ausgefuellt

    def render(self, form: Any, context: Any, template_pack: str = "", **kwargs: Any) -> Any:
        """Hand the template what it shows beside the fields."""
        with context.push(teil=self.abschnitt, offen=self.offen, ausgefuellt=self.ausgefuellt):
            return super().render(form, context, template_pack or "portal", **kwargs)


def hat_genauigkeit(modell: type[models.Model], name: str) -> bool:
    """Say whether a date is known to the day, month or year."""
    try:
        modell._meta.get_field(f"{name}_genauigkeit")
    except FieldDoesNotExist:
        return False
    return True


def formularfeld(feld: models.Field, **kwargs: Any) -> forms.Field | None:
    """Return the form's field for a model's field, in the ways of the staff area."""
    name = str(feld.verbose_name)
    angaben: dict[str, Any] = {
        "label": name[:1].upper() + name[1:],
        "help_text": feld.help_text,
        "required": not feld.blank,
    }
    for passt, bauen in BAUWEISEN:
        if passt(feld):
            return bauen(feld, angaben)
    if isinstance(feld, models.TextField):
        kwargs["widget"] = forms.Textarea(attrs={"rows": 4})
    if isinstance(feld, models.FileField):
        # The server makes the stored name: the name of the upload may be as long as it likes.
        kwargs["max_length"] = None
    ergebnis: Any = feld.formfield(**kwargs)
    if ergebnis is not None:
        ergebnis.label = angaben["label"]
    return ergebnis


def _zeitpunkt(feld: Any, angaben: dict[str, Any]) -> forms.Field:
    eingabe = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    formate = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d.%m.%Y %H:%M"]
    return forms.DateTimeField(
        widget=eingabe, input_formats=formate, validators=[vorstellbarer_zeitpunkt], **angaben
    )


def _tag(feld: Any, angaben: dict[str, Any]) -> forms.Field:
    eingabe = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=eingabe, input_formats=["%Y-%m-%d", "%d.%m.%Y"], **angaben)


def _formattext(feld: Any, angaben: dict[str, Any]) -> forms.Field:
    angaben["help_text"] = angaben["help_text"] or FORMATHILFE
    return Formattextfeld(widget=forms.Textarea(attrs={"rows": 8}), **angaben)


def _liste(feld: Any, angaben: dict[str, Any]) -> forms.Field:
    if _ist_werteliste(feld):
        return feld.formfield(label=angaben["label"], widget=felder.Ankreuzliste())
    return felder.Verweisliste(modell=feld.related_model, **angaben)


def _ja_nein(feld: Any, angaben: dict[str, Any]) -> forms.Field:
    auswahl = forms.Select(choices=[("", "– keine Angabe –"), ("true", "ja"), ("false", "nein")])
    return forms.NullBooleanField(label=angaben["label"], help_text=angaben["help_text"], widget=auswahl)


def _ist_werteliste(feld: Any) -> bool:
    """Say whether a relation leads to a short list that administrators keep."""
    return isinstance(feld.related_model, type) and issubclass(feld.related_model, Wert)


# Which fields are built how; the first that fits.
BAUWEISEN: tuple[tuple[Callable[[Any], bool], Callable[[Any, dict[str, Any]], forms.Field | None]], ...] = (
    (
        lambda feld: isinstance(feld, models.DateField) and hat_genauigkeit(feld.model, feld.name),
        lambda _, angaben: felder.UnscharfesDatum(**angaben),
    ),
    (
        lambda feld: isinstance(feld, Adressteil),
        lambda feld, angaben: feld.formfield(label=angaben["label"], error_messages=ADRESSFEHLER),
    ),
    (lambda feld: isinstance(feld, models.DateTimeField), _zeitpunkt),
    (lambda feld: isinstance(feld, models.DateField), _tag),
    (lambda feld: isinstance(feld, Formattext), _formattext),
    (
        lambda feld: isinstance(feld, models.ForeignKey) and not _ist_werteliste(feld),
        lambda feld, angaben: felder.Verweis(modell=feld.related_model, **angaben),
    ),
    (lambda feld: isinstance(feld, models.ManyToManyField), _liste),
    (lambda feld: isinstance(feld, models.BooleanField) and feld.null, _ja_nein),
)


class Verweisregeln:
    """What entries and rows have in common: what can be chosen, dates with precision, stubs."""

    formularfeld = staticmethod(formularfeld)
    fields: dict[str, Any]
    instance: Any
    cleaned_data: dict[str, Any]
    initial: Any

    def vorbereiten(self, konto: Any) -> None:
        """Tell the fields what the account may choose from, and dates how precise they are."""
        for name, feld in self.fields.items():
            if isinstance(feld, felder.Verweis):
                feld.auswahl = self.waehlbar(feld.modell, konto, name)
                # The loaded entry instead of its number saves a query for each field.
                if self.instance.pk and self.instance._state.fields_cache.get(name):
                    self.initial[name] = getattr(self.instance, name)
            elif isinstance(feld, felder.Verweisliste):
                feld.queryset = self.waehlbar(feld.modell, konto, name)
            elif isinstance(feld, felder.UnscharfesDatum) and self.initial.get(name):
                self.initial[name] = (self.initial[name], getattr(self.instance, f"{name}_genauigkeit"))

    def waehlbar(self, modell: type[Any], konto: Any, name: str) -> Any:
        """Return what the account may choose from in a field, and what is chosen there already."""
        zeilen = rechte.waehlbar(modell, konto)
        gewaehlt = self.initial.get(name)
        if not gewaehlt or rules.waehlt_alles(konto):
            return zeilen
        nummern = gewaehlt if isinstance(gewaehlt, list | tuple) else [gewaehlt]
        schon = modell._default_manager.filter(pk__in=[getattr(wert, "pk", wert) for wert in nummern])
        return modell._default_manager.filter(Q(pk__in=zeilen.values("pk")) | Q(pk__in=schon.values("pk")))

    def daten_setzen(self) -> None:
        """Take dates apart into date and precision before the row gets its values."""
        for name, feld in self.fields.items():
            if isinstance(feld, felder.UnscharfesDatum) and name in self.cleaned_data:
                paar = self.cleaned_data[name]
                self.cleaned_data[name] = paar[0] if paar else None
                setattr(self.instance, f"{name}_genauigkeit", paar[1] if paar else Genauigkeit.TAG)

    def stuempfe(self) -> list[tuple[str, Any]]:
        """Return name of the field and entry for each entry that is to be made on the spot."""
        return [
            (name, objekt)
            for name, feld in self.fields.items()
            if isinstance(feld, felder.Verweis)
            and (objekt := self.cleaned_data.get(name)) is not None
            and objekt.pk is None
        ]

    def _get_validation_exclusions(self) -> set[str]:
        """Leave out what is to be made on the spot: it was checked as itself and has no number yet."""
        ausser: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return ausser | {name for name, _ in self.stuempfe()}

    def stuempfe_speichern(self) -> None:
        """Save what is to be made on the spot and point to it."""
        for name, objekt in self.stuempfe():
            setattr(self.instance, name, felder.stumpf_speichern(objekt))


class Formularklasse(ModelFormMetaclass):
    """Makes forms whose fields are those that their parts name, so that they are named once."""

    def __new__(mcs, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> Any:
        """Return the class; ``Meta.fields`` wins if a form without parts names them."""
        meta = attrs.get("Meta")
        if meta is not None and attrs.get("ABSCHNITTE") and not hasattr(meta, "fields"):
            meta.fields = tuple(feld for teil in attrs["ABSCHNITTE"] for feld in teil.felder)
        return super().__new__(mcs, name, bases, attrs)


class Eintragsformular(Verweisregeln, Hauptformular, metaclass=Formularklasse):
    """The form of one noun; a subclass names its model and its parts, or its fields if it has no parts."""

    ABSCHNITTE: ClassVar[tuple[Abschnitt, ...]] = ()
    # Shown when an entry is made: few fields, the rest waits on its page.
    NEU: ClassVar[tuple[str, ...]] = ()

    class Meta:
        formfield_callback = formularfeld

    def __init__(self, *args: Any, konto: Any, **kwargs: Any) -> None:
        """Take who fills it in."""
        self.konto = konto
        super().__init__(*args, **kwargs)
        self.vorbereiten(konto)

    def _post_clean(self) -> None:
        self.daten_setzen()
        super()._post_clean()  # type: ignore[misc]

    @property
    def warnungen(self) -> list[str]:
        """Return what is only unusual: one may save it all the same (``trotzdem``)."""
        return []

    def vor_dem_schreiben(self, *, geaendert: bool) -> None:
        """Set what follows from the form; ``geaendert`` says whether it or a row of it differs."""

    def nach_dem_anlegen(self) -> str:
        """Do what follows when the entry was just made, in the same transaction; return it in words."""
        return ""

    def abschnitte(self) -> list[Abschnitt]:
        """Return the parts with at least one field on this form; all fields in one if there are no parts."""
        teile = self.ABSCHNITTE or (Abschnitt("Angaben", tuple(self.fields), offen=True),)
        return [teil for teil in teile if any(name in self.fields for name in teil.felder)]

    @property
    def helper(self) -> FormHelper:
        """Return how crispy sets the form: parts, no form tag, no media."""
        teile = []
        for abschnitt in self.abschnitte():
            namen = [name for name in abschnitt.felder if name in self.fields]
            falsch = any(name in self.errors for name in namen) if self.is_bound else False
            voll = sum(1 for name in namen if self[name].value() not in (None, "", [], False))
            teile.append(Teil(abschnitt, namen, offen=abschnitt.offen or falsch, ausgefuellt=voll))
        helper = FormHelper()
        helper.form_tag, helper.include_media, helper.disable_csrf = False, False, True
        helper.form_show_errors = False
        helper.layout = Layout(*teile)
        return helper


class Zeile(Verweisregeln, Zeilenformular):
    """The form of a row that belongs to an entry."""

    class Meta:
        formfield_callback = formularfeld

    def __init__(self, *args: Any, konto: Any = None, **kwargs: Any) -> None:
        """Take who fills it in; a row without a place goes to the end."""
        super().__init__(*args, **kwargs)
        self.vorbereiten(konto)
        if "position" in self.fields:
            self.fields["position"].required = False
            self.fields["position"].help_text = POSITIONSHILFE

    @property
    def warnungen(self) -> list[str]:
        """Return what is only unusual, as the entry's form does."""
        return []

    def _post_clean(self) -> None:
        self.daten_setzen()
        super()._post_clean()

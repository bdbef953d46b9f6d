"""Forms and rows of the admin: checked when they are written, refused in words, never with a broken page.

Rows of a form are checked in the order in which they are written, each against what the
database then holds. So a seat's holder may be ended and the next one begun in one go, while
two holders at once are refused. Whatever is refused rolls everything back and shows the form
again as it was typed, with the reason beside the row.
"""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Max, Model
from django.forms.models import BaseInlineFormSet, InlineForeignKeyField, construct_instance

from netzwerk.lib.admin.felder import Ablagewidget, Feldregeln
from netzwerk.lib.text import adressteil

WIDERSPRUCH = "Das widerspricht einem anderen Eintrag, der inzwischen da ist. Bitte prüfen Sie die Angaben."
VERSCHWUNDEN = "Eine Zeile gibt es nicht mehr. Bitte laden Sie die Seite neu."
ZWEI = 2
POSITIONSHILFE = "0 oder leer bei neuen Zeilen: ans Ende."


class Ablehnung(Exception):
    """Something was refused while it was written: by prefix of the formset and number of the row."""

    def __init__(self, fehler: dict[str, dict[int, ValidationError]]) -> None:
        self.fehler = fehler
        super().__init__(fehler)

    def meldungen(self) -> list[str]:
        """Return the reasons in words."""
        return [
            text for zeilen in self.fehler.values() for fehler in zeilen.values() for text in fehler.messages
        ]

    @classmethod
    def des_eintrags(cls, fehler: ValidationError) -> "Ablehnung":
        """Return the refusal of the entry itself."""
        return cls({"": {0: fehler}})


def fehler_eintragen(formular: Any, fehler: ValidationError) -> None:
    """Put each message beside its field; what has no field on the form stands above it."""
    for name, meldungen in fehler.update_error_dict({}).items():
        formular.add_error(name if name in formular.fields else None, meldungen)


def _namen(ausdruck: Any) -> set[str]:
    if isinstance(ausdruck, models.F):
        return {vars(ausdruck)["name"]}
    return {name for teil in ausdruck.get_source_expressions() if teil for name in _namen(teil)}


def genannte_felder(regel: Any) -> set[str]:
    """Return the names of the fields that a constraint speaks of."""
    if isinstance(regel, models.CheckConstraint):
        return set(cast("models.Q", regel.condition).referenced_base_fields)
    if isinstance(regel, models.UniqueConstraint):
        return {*regel.fields, *(name for ausdruck in regel.expressions for name in _namen(ausdruck))}
    return {getattr(regel, "gruppe", "")}


class Hauptformular(forms.ModelForm):
    """The form of an entry."""

    ablehnung: ValidationError | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for feld in self.fields.values():
            if isinstance(feld.widget, Ablagewidget) and self.instance.pk:
                feld.widget.adresse = self.instance.get_absolute_url()

    def clean_slug(self) -> str:
        """Return the address in the only spelling that addresses have."""
        return adressteil(self.cleaned_data["slug"])

    def validate_constraints(self) -> None:
        """Check rules that name fields outside the form, too; Django would leave them out.

        Such a field (``geloescht_am``) holds what the row holds. What breaks a rule is said
        beside a field that the rule names: of two the second (the end after the beginning), of
        more the first (one of several).
        """
        ausser = set(self.errors)
        for modell, regeln in self.instance.get_constraints():
            for regel in regeln:
                try:
                    regel.validate(modell, self.instance, exclude=ausser)
                except ValidationError as fehler:
                    genannt = genannte_felder(regel)
                    felder = [name for name in self.fields if name in genannt]
                    stelle = felder[0 if len(felder) > ZWEI else -1] if felder else None
                    self._update_errors(ValidationError({stelle or NON_FIELD_ERRORS: fehler}))  # type: ignore[attr-defined]

    def clean(self) -> Any:
        """Repeat what was refused while the entry was written."""
        daten = super().clean()
        if self.ablehnung is not None:
            fehler_eintragen(self, self.ablehnung)
        return daten


class Zeilenformular(forms.ModelForm):
    """The form of a row: its fields are checked at once, its place among the others when it is written."""

    def _post_clean(self) -> None:
        ausser = self._get_validation_exclusions()  # type: ignore[attr-defined]
        ausser |= {name for name, feld in self.fields.items() if isinstance(feld, InlineForeignKeyField)}
        try:
            self.instance = construct_instance(self, self.instance, self._meta.fields, self._meta.exclude)
            self.instance.clean_fields(exclude=ausser)
        except ValidationError as fehler:
            self._update_errors(fehler)  # type: ignore[attr-defined]


class Zeilenformset(BaseInlineFormSet):
    """Rows that are checked as they are written."""

    model: type[Model]

    def __init__(
        self,
        *args: Any,
        ablehnung: dict[int, ValidationError] | None = None,
        acting_user: Any = None,
        weglegen: Callable[..., Any] | None = None,
        **kwargs: Any,
    ) -> None:
        self.ablehnung = ablehnung or {}
        self.acting_user = acting_user
        self.weglegen = weglegen
        self.fehler: dict[int, ValidationError] = {}
        super().__init__(*args, **kwargs)

    def clean(self) -> None:
        """Repeat what was refused while the rows were written; refuse rows of other entries.

        Raises PermissionDenied for those.
        """
        super().clean()
        for formular in self.initial_forms:
            if formular.instance.pk is None:
                self._fremde_zeile(formular)
        for nummer, fehler in self.ablehnung.items():
            fehler_eintragen(self.forms[nummer], fehler)

    def _fremde_zeile(self, formular: Any) -> None:
        nummer = str(formular.data.get(formular.add_prefix(self.model._meta.pk.name), ""))
        if nummer.isdecimal() and self.model._base_manager.filter(pk=nummer).exists():
            raise PermissionDenied
        raise ValidationError(VERSCHWUNDEN)

    def schreiben(self, objekt: Model) -> None:
        """Check and save one row; raises ValidationError."""
        objekt.full_clean()
        objekt.save()

    def _versuchen(self, formular: Any) -> Any:
        objekt = formular.save(commit=False)
        try:
            with transaction.atomic():
                self.schreiben(objekt)
                formular.save_m2m()
        except ValidationError as fehler:
            self.fehler[self.forms.index(formular)] = fehler
        except IntegrityError:
            self.fehler[self.forms.index(formular)] = ValidationError(WIDERSPRUCH)
        return objekt

    def _ans_ende(self, formular: Any, *, neu: bool) -> None:
        """Give a row without a place the last one; 0 counts as none only in new rows."""
        position = formular.instance.position if "position" in formular.fields else 1
        if position or (position == 0 and not neu):
            return
        geschwister = self.model._base_manager.filter(**{self.fk.name: self.instance})
        formular.instance.position = (geschwister.aggregate(Max("position"))["position__max"] or 0) + 1

    def save_new(self, form: Any, commit: bool = True) -> Any:
        """Write a new row."""
        if not commit:
            return super().save_new(form, commit=False)
        setattr(form.instance, self.fk.name, self.instance)
        self._ans_ende(form, neu=True)
        return self._versuchen(form)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Any:
        """Write a changed row."""
        if not commit:
            return super().save_existing(form, obj, commit=False)
        self._ans_ende(form, neu=False)
        return self._versuchen(form)

    def delete_existing(self, obj: Any, commit: bool = True) -> None:
        """Put a row into the bin if there is one for its kind, else delete it."""
        if commit and self.weglegen is not None and hasattr(obj, "geloescht_am"):
            self.weglegen(obj, acting_user=self.acting_user)
        else:
            super().delete_existing(obj, commit=commit)

    def save(self, commit: bool = True) -> Any:
        """Write all rows. Raises Ablehnung if one was refused."""
        ergebnis = super().save(commit=commit)
        if self.fehler:
            raise Ablehnung({self.prefix or "": self.fehler})
        return ergebnis


class Zeilenregeln(Feldregeln):
    """What both kinds of inlines have in common.

    ``verbunden`` names the relations that the rows' names need.
    """

    model: Any
    formset = Zeilenformset
    form = Zeilenformular
    extra = 0
    show_change_link = True
    classes: tuple[str, ...] = ("collapse",)
    auswahl: tuple[str, ...] = ()
    textzeilen = 4
    verbunden: tuple[str, ...] = ()

    def get_queryset(self, request: Any) -> Any:
        """Return the rows outside the bin with what their names need."""
        zeilen = super().get_queryset(request)
        if any(feld.name == "geloescht_am" for feld in self.opts.fields):
            zeilen = zeilen.filter(geloescht_am__isnull=True)
        return zeilen.select_related(*self.verbunden) if self.verbunden else zeilen

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Say what an empty place in the order means."""
        if db_field.name == "position":
            kwargs |= {"help_text": POSITIONSHILFE, "required": False}
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class Tabelle(Zeilenregeln, admin.TabularInline):
    """Rows with a few short fields."""


class Bloecke(Zeilenregeln, admin.StackedInline):
    """Rows with many or long fields."""


class Lesezeilen(Tabelle):
    """Rows that are only shown: the other side keeps them."""

    def has_add_permission(self, request: Any, obj: Any = None) -> bool:
        """Nobody adds here."""
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Nobody changes here."""
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Nobody deletes here."""
        return False

"""The page of an entry: whatever was refused is in sight, and each fold says how much is in it."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.helpers import AdminForm, Fieldset
from django.contrib.admin.utils import flatten
from django.utils.text import capfirst

# So many parts can be overseen without a list of them.
UEBERSCHAUBAR = 6


def mit_anzahl(name: str, anzahl: int) -> str:
    """Return a heading with the number of what stands under it; nothing needs no number."""
    return f"{name} ({anzahl})" if anzahl else name


def _werte(wert: Any) -> Any:
    return wert if isinstance(wert, list | tuple) else [wert]


def inhalt(abschnitte: Any, saetze: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the contents of a long page: headings of groups, each with ids and names of its parts."""
    felder = [
        (f"fieldset-0-{nummer}-heading", abschnitt.name)
        for nummer, abschnitt in enumerate(abschnitte)
        if abschnitt.name
    ]
    zeilen = [(f"{satz.formset.prefix}-heading", capfirst(satz.opts.verbose_name_plural)) for satz in saetze]
    gruppen = [(name, teile) for name, teile in (("Angaben", felder), ("Was dazugehört", zeilen)) if teile]
    return gruppen if len(felder) + len(zeilen) >= UEBERSCHAUBAR else []


class Abschnitt(Fieldset):
    """A part of the form; it opens if one of its fields was refused or changed by somebody else.

    Django compares with the names of rows and so never opens for fields side by side.
    """

    fields: Any

    def __init__(self, form: Any, name: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(form, name, *args, **kwargs)
        if name and "collapse" in self.classes:
            self.name = mit_anzahl(str(name), self.ausgefuellt())

    def ausgefuellt(self) -> int:
        """Return how many fields hold something."""
        felder = [name for name in flatten(self.fields) if name in self.form.fields]
        return sum(bool(list(filter(None, _werte(self.form[name].value())))) for name in felder)

    @property
    def is_collapsible(self) -> bool:
        """Say whether the part may be folded."""
        offen = {*self.form.errors, *getattr(self.form, "offen", ())}
        return "collapse" in self.classes and not set(flatten(self.fields)) & offen


class Abschnitte(AdminForm):
    """A form in parts of ours."""

    def __iter__(self) -> Iterator[Abschnitt]:
        angaben: Any
        for name, angaben in self.fieldsets:
            yield Abschnitt(
                self.form,
                name,
                readonly_fields=self.readonly_fields,
                model_admin=self.model_admin,
                **angaben,
            )

    @classmethod
    def von(cls, formular: Any) -> "Abschnitte":
        """Return Django's form in parts of ours."""
        unseres = cls(formular.form, formular.fieldsets, {}, formular.readonly_fields, formular.model_admin)
        unseres.prepopulated_fields = formular.prepopulated_fields
        return unseres

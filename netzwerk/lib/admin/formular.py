"""The page of an entry: whatever was refused is in sight."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.helpers import AdminForm, Fieldset
from django.contrib.admin.utils import flatten


class Abschnitt(Fieldset):
    """A part of the form; it opens if one of its fields was refused or changed by somebody else.

    Django compares with the names of rows and so never opens for fields side by side.
    """

    fields: Any

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

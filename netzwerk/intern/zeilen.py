"""Rows that belong to an entry and are edited on its page: members, leaders, sections, images."""

from dataclasses import dataclass
from typing import Any

from django.forms.models import inlineformset_factory

from netzwerk.lib.admin.zeilen import Zeilenformset


@dataclass(frozen=True)
class Zeilen:
    """One kind of rows: its model, what is typed, and its place on the page.

    ``felder`` names the fields, of a date with precision only the date; ``fk`` the field that leads
    to the entry, ``verbunden`` what the rows' names need. ``praefix`` tells two kinds of one model apart.
    """

    modell: type[Any]
    titel: str
    felder: tuple[str, ...]
    fk: str
    hilfe: str = ""
    formular: type[Any] | None = None
    formset: type[Zeilenformset] = Zeilenformset
    verbunden: tuple[str, ...] = ()
    hoechstens: int = 400
    offen: bool = False
    praefix: str = ""

    @property
    def kennung(self) -> str:
        """Return the prefix of the rows in the form."""
        return self.praefix or self.modell._meta.model_name or ""

    def klasse(self, eltern: type[Any], grundformular: type[Any]) -> Any:
        """Return the class of the rows' forms."""
        return inlineformset_factory(
            eltern,
            self.modell,
            form=self.formular or grundformular,
            formset=self.formset,
            fk_name=self.fk,
            fields=self.felder,
            extra=1,
            can_delete=True,
            max_num=self.hoechstens,
            absolute_max=self.hoechstens + 50,
            formfield_callback=grundformular.formularfeld,
        )

    def zeilen(self) -> Any:
        """Return the rows outside the bin, with what their names need."""
        zeilen = self.modell._default_manager.all()
        if any(feld.name == "geloescht_am" for feld in self.modell._meta.fields):
            zeilen = zeilen.filter(geloescht_am__isnull=True)
        return zeilen.select_related(*self.verbunden) if self.verbunden else zeilen

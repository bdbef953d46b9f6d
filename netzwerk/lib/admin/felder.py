"""How fields look in the admin: rich text as plain text, files behind their check, search for long lists."""

import html
import re
from datetime import datetime
from typing import Any, NamedTuple

from django import forms
from django.contrib import admin
from django.contrib.admin.exceptions import NotRegistered
from django.contrib.admin.widgets import AdminFileWidget, AdminTextareaWidget, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import format_html
from django.utils.safestring import SafeString

from netzwerk.lib.fields import Adressteil, Formattext
from netzwerk.lib.text import formattext

FORMATHILFE = (
    "Leerzeile = neuer Absatz, „- “ am Zeilenanfang = Liste, Webadressen werden Links; "
    "HTML-Auszeichnung wird bereinigt."
)
ADRESSFEHLER = {
    "invalid": "Bitte eine gültige Adresse eingeben: nur a–z, Ziffern und Bindestriche.",
    "unique": "Diese Adresse ist schon vergeben. Leer lassen: Es wird eine freie gebildet.",
}
JAHRE = (1900, 2200)
_EINFACH = re.compile(r"</?(?:p|ul|li)>|<br>")
_ZEICHEN = {"<li>": "- ", "</li>": "\n", "<br>": "\n", "</p>": "\n\n", "</ul>": "\n"}
_VERWEIS = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>')


def als_eingabe(markup: str) -> str:
    """Return stored rich text as people type it; the markup itself where plain text cannot say the same.

    What comes back is proved by the way back: typed again it gives the same markup.
    """
    text = _VERWEIS.sub(lambda t: t[2] if t[1] == t[2] else t[0], markup)
    if "<" in _EINFACH.sub("", text):
        return markup
    for zeichen, ersatz in _ZEICHEN.items():
        text = text.replace(zeichen, ersatz)
    text = html.unescape(_EINFACH.sub("", text)).strip()
    return text if formattext(text) == markup else markup


def vorstellbarer_zeitpunkt(wert: datetime) -> None:
    """Raise ValidationError for a moment no calendar of ours reaches; databases differ in what they bear."""
    if not JAHRE[0] <= wert.year <= JAHRE[1]:
        raise ValidationError(f"Bitte ein Jahr zwischen {JAHRE[0]} und {JAHRE[1]} angeben.")


class Formattextfeld(forms.CharField):
    """Rich text in a text area; what is not changed counts as unchanged in both spellings."""

    def prepare_value(self, value: Any) -> Any:
        """Show the stored markup as typed text."""
        return als_eingabe(value) if isinstance(value, str) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what would be stored."""
        return formattext(initial or "") != formattext(data or "")


class _Verweis(NamedTuple):
    url: str
    name: str

    def __str__(self) -> str:
        return self.name


class Ablagewidget(AdminFileWidget):
    """Lead to a stored file by the object's own address: the view behind it checks who may see it."""

    adresse = ""

    def get_context(self, name: str, value: Any, attrs: Any) -> Any:
        """Replace the storage's address, which leads nowhere."""
        kontext = super().get_context(name, value, attrs)
        if kontext["widget"]["is_initial"]:
            kontext["widget"]["value"] = _Verweis(self.adresse, value.name.rpartition("/")[2])
        return kontext


def vorschau(adresse: str, breite: int, hoehe: int, *, hoechstens: int = 120) -> SafeString:
    """Return a small picture without inline style; it stands beside its description, so alt is empty."""
    faktor = hoechstens / max(breite, hoehe, 1)
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="" loading="lazy" class="vorschau">',
        adresse,
        max(1, round(breite * faktor)),
        max(1, round(hoehe * faktor)),
    )


class Feldregeln:
    """For ModelAdmin and inlines alike: fields of relations search; rich text has its own field.

    ``auswahl`` names relations that stay a plain list because their table is short.
    """

    opts: Any
    admin_site: Any
    auswahl: tuple[str, ...] = ("art",)
    textzeilen = 8

    @admin.display(description="Zeitraum")
    def zeitraum_text(self, zeile: Any) -> str:
        """Return the period in words."""
        return zeile.zeitraum_text or "–"

    @admin.display(description="Termin")
    def wann_text(self, zeile: Any) -> str:
        """Return when, in words."""
        return zeile.wann_text or "–"

    def _suchbar(self, feld: Any) -> bool:
        if not feld.is_relation or feld.name in self.auswahl:
            return False
        try:
            return bool(self.admin_site.get_model_admin(feld.remote_field.model).search_fields)
        except NotRegistered:
            return False

    def get_autocomplete_fields(self, request: Any) -> list[str]:
        """Return every relation whose table can be searched."""
        felder = (*self.opts.fields, *self.opts.many_to_many)
        return [feld.name for feld in felder if self._suchbar(feld)]

    def get_field_queryset(self, db: Any, db_field: Any, request: Any) -> Any:
        """Let the other side's admin say how its rows are read, with what their names need."""
        try:
            andere = self.admin_site.get_model_admin(db_field.remote_field.model)
        except NotRegistered:
            return None
        return andere.get_queryset(request)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Give rich text its field, widget and help."""
        if isinstance(db_field, Formattext):
            kwargs |= {
                "form_class": Formattextfeld,
                "widget": AdminTextareaWidget(attrs={"rows": self.textzeilen}),
                "help_text": f"{db_field.help_text} {FORMATHILFE}".strip(),
            }
            return db_field.formfield(**kwargs)
        if isinstance(db_field, models.FileField):
            # The stored name is made by the server, so that of the upload may be long.
            kwargs |= {"widget": Ablagewidget, "max_length": None}
        if isinstance(db_field, Adressteil):
            kwargs |= {"error_messages": ADRESSFEHLER}
        feld = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(feld, forms.Field) and isinstance(feld.widget, RelatedFieldWidgetWrapper):
            # Deleting what is chosen is no part of choosing.
            feld.widget.can_delete_related = False
        if isinstance(db_field, models.DateTimeField) and feld is not None:
            feld.validators = [*feld.validators, vorstellbarer_zeitpunkt]
        return feld

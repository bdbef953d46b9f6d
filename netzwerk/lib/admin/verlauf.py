"""The history of an entry and of the rows that belong to it, in words people read."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.forms.models import _get_foreign_key
from django.http import Http404, HttpRequest
from django.utils.formats import localize
from django.utils.timezone import localtime
from simple_history.admin import SimpleHistoryAdmin
from simple_history.template_utils import HistoricalRecordContextHelper

from netzwerk.lib.text import als_text

# They change with every save and say nothing.
OHNE_AUSSAGE = {"geaendert_am", "sortierung"}
ZEILEN = 60
ZIFFERN = 18


def ist_nummer(text: str) -> bool:
    """Say whether a row can have this number."""
    return text.isascii() and text.isdecimal() and len(text) <= ZIFFERN


def nummer_oder_404(text: str) -> None:
    """Raise Http404 for what cannot be the number of a row."""
    if not ist_nummer(text):
        raise Http404


class Verlaufshelfer(HistoricalRecordContextHelper):
    """Says values as forms say them."""

    def context_for_delta_changes(self, delta: Any) -> list[dict[str, Any]]:
        """Return the changes without those that say nothing."""
        delta.changes[:] = [aenderung for aenderung in delta.changes if aenderung.field not in OHNE_AUSSAGE]
        return super().context_for_delta_changes(delta)

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        """Return the words for a stored value."""
        feld = self.model._meta.get_field(change.field)
        if isinstance(feld, models.ManyToManyField):
            namen = super().prepare_delta_change_value(change, value)
            return ", ".join(sorted(str(name) for name in namen)) or "–"
        if value is None or value == "":
            return "–"
        if isinstance(value, bool):
            return "ja" if value else "nein"
        if isinstance(feld, models.DateTimeField):
            return localize(localtime(value))
        if isinstance(feld, models.TextField):
            return als_text(str(value))
        auswahl = dict(getattr(feld, "flatchoices", ()) or ())
        return str(auswahl[value]) if value in auswahl else localize(value)


def _bezeichnung(zeile: Any) -> str:
    """Return the name of an earlier state; what it referred to may be gone."""
    try:
        return str(zeile.instance)
    except ObjectDoesNotExist:
        return f"Nr. {zeile.instance.pk}"


class Verlaufsadmin(SimpleHistoryAdmin):
    """History with the rows of the entry."""

    object_history_template = "admin/verlauf.html"
    object_history_list_template = "admin/verlauf_liste.html"
    object_history_form_template = "admin/stand.html"
    history_list_per_page = 50

    def history_form_view_title(self, request: HttpRequest, obj: Any) -> str:
        """Return which state this is, and what the button does."""
        wann = localize(localtime(vars(obj)["_history"].history_date))
        return (
            f"Stand vom {wann}"
            if self.revert_disabled(request, obj)
            else f"Stand vom {wann} wiederherstellen"
        )

    def get_historical_record_context_helper(self, request: HttpRequest, historical_record: Any) -> Any:
        """Return our way of saying changes."""
        return Verlaufshelfer(self.model, historical_record)

    def get_history_queryset(self, request: Any, history_manager: Any, pk_name: str, object_id: Any) -> Any:
        """Return the states with all that their changes name (without any relation Django 6.1 objects)."""
        felder = [
            feld.name for feld in history_manager.model.tracked_fields if feld.many_to_one or feld.one_to_one
        ]
        return history_manager.filter(**{pk_name: object_id}).select_related("history_user", *felder)

    def history_view(self, request: Any, object_id: str, extra_context: Any = None) -> Any:
        """Show the history of the entry and, below, of its rows."""
        nummer = unquote(object_id)
        nummer_oder_404(nummer)
        kontext = {"zeilen": self.zeilenverlauf(request, nummer)} | (extra_context or {})
        return super().history_view(request, object_id, kontext)

    def zeilenverlauf(self, request: Any, nummer: str) -> list[dict[str, Any]]:
        """Return the latest changes of the rows that belong to an entry; one query a kind of row."""
        eintraege = []
        for inline in self.get_inlines(request, None):
            darf_lesen = inline(self.model, self.admin_site).has_view_permission(request)
            if not darf_lesen or not hasattr(inline.model, "history"):
                continue
            schluessel = _get_foreign_key(self.model, inline.model, fk_name=inline.fk_name)
            zeilen = inline.model.history.filter(**{schluessel.attname: nummer}).select_related(
                "history_user"
            )
            eintraege += [(zeile.history_date, inline, zeile) for zeile in zeilen[:ZEILEN]]
        eintraege.sort(key=lambda eintrag: eintrag[0], reverse=True)
        return [
            {
                "art": inline.verbose_name or inline.model._meta.verbose_name,
                "was": _bezeichnung(zeile),
                "wann": wann,
                "wie": zeile.get_history_type_display(),
                "wer": zeile.history_user,
            }
            for wann, inline, zeile in eintraege[:ZEILEN]
        ]

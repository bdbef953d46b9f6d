"""A form opened before somebody else wrote is shown again with both versions (``lib/konflikt.py``)."""

from copy import copy
from typing import Any

from django.contrib.admin.options import TO_FIELD_VAR, ActionLocation
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest

from netzwerk.lib import konflikt
from netzwerk.lib.admin.verlauf import Verlaufsadmin
from netzwerk.lib.admin.zeilen import Ablehnung

SPEICHERN = ("_save", "_continue", "_addanother")


class Konfliktadmin(Verlaufsadmin):
    """Compares what is sent with what was shown and with what is stored by now."""

    def changeform_view(
        self, request: Any, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Compare before writing, under a lock that holds until all is written."""
        if request.method != "POST" or object_id is None or self._ist_aktion(request):
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            self._abgleichen(request, object_id)
            return super().changeform_view(request, object_id, form_url, extra_context)

    @staticmethod
    def _ist_aktion(request: HttpRequest) -> bool:
        """Say whether one of the actions was sent, not the form."""
        aktion = f"{ActionLocation.CHANGE_FORM.value}-action"
        return aktion in request.POST and not any(name in request.POST for name in SPEICHERN)

    def _abgleichen(self, request: Any, object_id: str) -> None:
        """Let the form go on with what came of the comparison; refuse it if there are differences."""
        feld = request.POST.get(TO_FIELD_VAR, request.GET.get(TO_FIELD_VAR))
        if feld and not self.to_field_allowed(request, feld):
            return
        objekt = self.get_object(request, unquote(object_id), feld)
        if objekt is None or not self.has_change_permission(request, objekt):
            return
        konflikt.sperren(objekt)
        objekt = self.get_object(request, unquote(object_id), feld)
        abgleich = konflikt.abgleichen(objekt, self._formulare(request, objekt), request.POST, request.FILES)
        request.POST = abgleich.daten
        request.abgleich = abgleich
        if abgleich.abweichungen:
            request.ablehnung = Ablehnung.des_eintrags(ValidationError(konflikt.MELDUNG))

    def _formulare(self, request: Any, objekt: Any) -> list[Any]:
        """Return the form and the rows of an entry as they are now, without what was sent."""
        felder = flatten_fieldsets(self.get_fieldsets(request, objekt))
        formular = self.get_form(request, objekt, change=True, fields=felder)
        lesend = copy(request)
        lesend.method = "GET"
        saetze, inlines = self._create_formsets(lesend, objekt, change=True)
        return [
            formular(instance=objekt),
            *(
                satz
                for satz, inline in zip(saetze, inlines, strict=True)
                if inline.has_change_permission(request, objekt)
                or inline.has_delete_permission(request, objekt)
            ),
        ]

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Put the stamp into the form, the differences above it, and open where they are."""
        objekt, abgleich = kwargs.get("obj"), getattr(request, "abgleich", None)
        if objekt is not None and kwargs.get("change"):
            stempel = abgleich.stempel if abgleich else konflikt.stempel(objekt, self._gezeigte(context))
            context["stempelfeld"] = konflikt.stempelfeld(stempel)
        abweichungen = abgleich.abweichungen if abgleich else ()
        if abweichungen:
            context |= {"abgleich": abgleich, "errors": None}
            namen = {abweichung.name for abweichung in abweichungen}
            context["adminform"].form.offen = namen
            for satz in context["inline_admin_formsets"]:
                if any(name.startswith(f"{satz.formset.prefix}-") for name in namen):
                    satz.is_collapsible = False
        antwort = super().render_change_form(request, context, *args, **kwargs)
        if abweichungen:
            antwort.status_code = 409
        return antwort

    @staticmethod
    def _gezeigte(context: Any) -> list[Any]:
        return [
            context["adminform"].form,
            *(
                satz.formset
                for satz in context["inline_admin_formsets"]
                if satz.has_change_permission or satz.has_delete_permission
            ),
        ]

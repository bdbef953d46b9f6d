"""Entries that go to the bin instead of being deleted, and their way to the public."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import ActionLocation
from django.contrib.admin.utils import get_deleted_objects, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from netzwerk.lib.admin.basis import Grundadmin

VEROEFFENTLICHUNG = (
    "Veröffentlichung",
    {
        "classes": ["collapse"],
        "fields": (("oeffentlich_ab", "oeffentlich_bis"), "geprueft_am", "ersetzt_durch"),
    },
)


class Papierkorbfilter(admin.SimpleListFilter):
    """Leaves out what is in the bin unless one asks for it."""

    title = "Papierkorb"
    parameter_name = "papierkorb"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        """Return the choices beside the default."""
        return [("ja", "im Papierkorb"), ("alle", "beides")]

    def choices(self, changelist: Any) -> Any:
        """Call the default what it is."""
        vorgabe, *weitere = super().choices(changelist)
        yield vorgabe | {"display": "nicht im Papierkorb"}
        yield from weitere

    def queryset(self, request: Any, queryset: QuerySet) -> QuerySet:
        """Return the rows of the choice."""
        if self.value() == "alle":
            return queryset
        return queryset.filter(geloescht_am__isnull=self.value() != "ja")


class Papierkorbadmin(Grundadmin):
    """Deleting means the bin, with a way back."""

    actions = ["weglegen_auswahl", "zurueckholen_auswahl"]

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Put the bin first."""
        return (Papierkorbfilter, *super().get_list_filter(request))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Leave what is in the bin already."""
        return super().has_delete_permission(request, obj) and getattr(obj, "geloescht_am", None) is None

    def get_actions(self, request: Any, action_location: Any = ActionLocation.CHANGE_LIST) -> Any:
        """Offer what makes sense for the shown rows; nothing here deletes for good."""
        aktionen = super().get_actions(request, action_location=action_location)
        aktionen.pop("delete_selected", None)
        ansicht = request.GET.get("papierkorb")
        if ansicht == "ja":
            aktionen = {name: aktion for name, aktion in aktionen.items() if name == "zurueckholen_auswahl"}
        elif ansicht != "alle":
            aktionen.pop("zurueckholen_auswahl", None)
        return aktionen

    # --- Into the bin ----------------------------------------------------------------------

    def delete_model(self, request: Any, obj: Any) -> None:
        """Put the entry into the bin."""
        self.admin_site.in_den_papierkorb(obj, acting_user=request.user)

    def delete_queryset(self, request: Any, queryset: QuerySet) -> None:
        """Put the entries into the bin, each with its history."""
        for objekt in queryset:
            self.delete_model(request, objekt)

    def get_deleted_objects(self, objs: Any, request: Any) -> Any:
        """Say what goes to the bin: the entry alone, so nothing forbids it."""
        namen = [str(objekt) for objekt in objs]
        return namen, {self.opts.verbose_name_plural: len(namen)}, set(), []

    def delete_view(self, request: Any, object_id: str, extra_context: Any = None) -> Any:
        """Tell, too, who uses the entry."""
        verwendet: list[str] = []
        if request.method == "GET":
            objekt = self.get_object(request, unquote(object_id))
            verwendet = get_deleted_objects([objekt], request, self.admin_site)[3] if objekt else []
        kontext = {"papierkorb": True, "verwendet": verwendet} | (extra_context or {})
        return super().delete_view(request, object_id, kontext)

    def response_delete(self, request: Any, obj_display: str, obj_id: Any) -> HttpResponse:
        """Say where the entry is, with the way back."""
        if "_popup" in request.POST:
            return super().response_delete(request, obj_display, obj_id)
        self.message_user(
            request,
            format_html(
                '„{}“ liegt jetzt im Papierkorb. <a href="{}">Rückgängig machen</a>',
                obj_display,
                self._adresse("wiederherstellen", obj_id),
            ),
            messages.SUCCESS,
        )
        return HttpResponseRedirect(self._adresse("changelist"))

    @admin.action(description="In den Papierkorb legen", permissions=["delete"])
    def weglegen_auswahl(self, request: Any, queryset: QuerySet) -> None:
        """Put the chosen entries into the bin."""
        zeilen = list(queryset.filter(geloescht_am__isnull=True))
        self.log_deletions(request, queryset.filter(geloescht_am__isnull=True))
        for objekt in zeilen:
            self.delete_model(request, objekt)
        self.message_user(
            request,
            format_html(
                '{} liegen jetzt im Papierkorb. <a href="{}?papierkorb=ja">Zum Papierkorb</a>',
                "1 Eintrag" if len(zeilen) == 1 else f"{len(zeilen)} Einträge",
                self._adresse("changelist"),
            ),
            messages.SUCCESS,
        )

    # --- And back --------------------------------------------------------------------------

    @admin.action(description="Wiederherstellen", permissions=["change"])
    def zurueckholen_auswahl(self, request: Any, queryset: QuerySet) -> None:
        """Take the chosen entries out of the bin."""
        zeilen = [
            zeile
            for zeile in queryset.filter(geloescht_am__isnull=False)
            if self.zurueckholen(request, zeile)
        ]
        if zeilen:
            self.message_user(request, f"Wiederhergestellt: {', '.join(map(str, zeilen))}.", messages.SUCCESS)

    def zurueckholen(self, request: Any, objekt: Any) -> bool:
        """Take an entry out of the bin; say why, if that cannot be."""
        try:
            self.admin_site.wiederherstellen(objekt, acting_user=request.user)
        except ValidationError as fehler:
            grund = " ".join(fehler.messages)
            self.message_user(request, f"„{objekt}“ bleibt im Papierkorb. {grund}", messages.ERROR)
            return False
        self.log_change(request, objekt, "Aus dem Papierkorb wiederhergestellt.")
        return True

    def wiederherstellen_view(self, request: Any, object_id: str) -> HttpResponse:
        """Ask on GET, act on POST."""
        objekt = self.get_object(request, unquote(object_id))
        if objekt is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_change_permission(request, objekt):
            raise PermissionDenied
        if objekt.geloescht_am is None:
            return HttpResponseRedirect(self._adresse("change", objekt.pk))
        if request.method == "POST":
            if self.zurueckholen(request, objekt):
                self.message_user(request, f"„{objekt}“ ist wiederhergestellt.", messages.SUCCESS)
            return HttpResponseRedirect(self._adresse("change", objekt.pk))
        kontext = {
            **self.admin_site.each_context(request),
            "title": "Wiederherstellen",
            "subtitle": str(objekt),
            "objekt": objekt,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/wiederherstellen.html", kontext)

    def get_urls(self) -> list[URLPattern]:
        """Add the way back."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_wiederherstellen"
        ansicht = self.admin_site.admin_view(self.wiederherstellen_view)
        return [path("<path:object_id>/wiederherstellen/", ansicht, name=name), *super().get_urls()]

    def _adresse(self, ziel: str, *args: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{ziel}", args=args)


class Inhaltadmin(Papierkorbadmin):
    """Something that can be published."""

    list_filter: Any = ("veroeffentlichung", "sichtbarkeit")
    actions = ["veroeffentlichen", "zurueckziehen", "archivieren", *Papierkorbadmin.actions]

    def response_add(self, request: Any, obj: Any, post_url_continue: Any = None) -> Any:
        """Say, too, who can read it now."""
        request.gespeichert = obj
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: Any, obj: Any) -> Any:
        """Say, too, who can read it now."""
        request.gespeichert = obj
        return super().response_change(request, obj)

    def message_user(self, request: Any, message: Any, level: Any = messages.INFO, **kwargs: Any) -> None:
        """Add to the word of success who can read the entry."""
        gespeichert = getattr(request, "gespeichert", None)
        if gespeichert is not None and level == messages.SUCCESS:
            message = format_html("{} {}", message, self._lesbarkeit(gespeichert))
        super().message_user(request, message, level, **kwargs)

    def _lesbarkeit(self, obj: Any) -> str:
        if obj.veroeffentlichung == "entwurf":
            return "Der Eintrag ist als Entwurf gespeichert, noch nicht öffentlich."
        if not obj.ist_oeffentlich():
            return "Der Eintrag ist nicht öffentlich."
        adresse = self.get_view_on_site_url(obj)
        return format_html('<a href="{}">Zur öffentlichen Seite</a>', adresse) if adresse else ""

    @admin.action(description="Veröffentlichen", permissions=["change"])
    def veroeffentlichen(self, request: Any, queryset: QuerySet) -> None:
        """Publish the chosen entries."""
        self._setzen(request, queryset, "veroeffentlicht")

    @admin.action(description="Zurückziehen", permissions=["change"])
    def zurueckziehen(self, request: Any, queryset: QuerySet) -> None:
        """Withdraw the chosen entries."""
        self._setzen(request, queryset, "zurueckgezogen")

    @admin.action(description="Archivieren", permissions=["change"])
    def archivieren(self, request: Any, queryset: QuerySet) -> None:
        """Archive the chosen entries."""
        self._setzen(request, queryset, "archiviert")

    def _setzen(self, request: Any, queryset: QuerySet, stand: str) -> None:
        name = dict(self.opts.get_field("veroeffentlichung").flatchoices)[stand]
        betroffen = list(queryset.filter(geloescht_am__isnull=True).exclude(veroeffentlichung=stand))
        for objekt in betroffen:
            self.admin_site.veroeffentlichung_setzen(objekt, stand, acting_user=request.user)
            self.log_change(request, objekt, f"Jetzt {name}.")
        anzahl = "1 Eintrag ist" if len(betroffen) == 1 else f"{len(betroffen)} Einträge sind"
        self.message_user(request, f"{anzahl} jetzt {name}.", messages.SUCCESS)

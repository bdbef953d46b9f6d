"""The base of every admin page: search, refusals in words, history, addresses that stay."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.contrib.admin.utils import get_deleted_objects
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from netzwerk.lib.admin.felder import Feldregeln
from netzwerk.lib.admin.formular import Abschnitte, inhalt, mit_anzahl
from netzwerk.lib.admin.konflikt import Konfliktadmin
from netzwerk.lib.admin.verlauf import ist_nummer, nummer_oder_404
from netzwerk.lib.admin.zeilen import WIDERSPRUCH, Ablehnung, Hauptformular
from netzwerk.lib.fields import Adressteil

SUCHE_ZEICHEN, SUCHE_WORTE = 200, 8
# More than this many users of a value help nobody.
VERWENDUNGEN = 30


class Gruppe(NamedTuple):
    """A heading of the start page; headings are sorted by rank."""

    rang: int
    name: str


class Grundadmin(Feldregeln, Konfliktadmin):
    """What every page of the admin has in common."""

    gruppe = Gruppe(90, "Weiteres")
    # Entries of a group are sorted by place, then as they were registered.
    platz = 50
    form = Hauptformular
    list_per_page = 50
    list_max_show_all = 200
    list_select_related: tuple[str, ...] = ()
    show_full_result_count = False
    # Fields that can be written only when an entry is made.
    nur_beim_anlegen: tuple[str, ...] = ()

    # --- Reading ---------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> Any:
        """Return the rows with what their names need, for lists and search alike."""
        zeilen = super().get_queryset(request)
        verbunden = self.list_select_related
        return zeilen.select_related(*verbunden) if verbunden else zeilen

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """Return the row, None for what cannot be its number."""
        return super().get_object(request, object_id, from_field) if ist_nummer(object_id) else None

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        """Search for the first few words: thousands would make a condition no database takes."""
        worte = search_term[:SUCHE_ZEICHEN].split()[:SUCHE_WORTE]
        zeilen, doppelt = super().get_search_results(request, queryset, " ".join(worte))
        if self.ist_auswahl(request) and any(feld.name == "geloescht_am" for feld in self.opts.fields):
            zeilen = zeilen.filter(geloescht_am__isnull=True)
        return zeilen, doppelt

    @staticmethod
    def ist_auswahl(request: HttpRequest) -> bool:
        """Say whether a field asks for rows to choose from."""
        return request.resolver_match is not None and request.resolver_match.url_name == "autocomplete"

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """Return the path of the public page, if the public can read it."""
        if obj is None or not hasattr(obj, "get_absolute_url"):
            return None
        if hasattr(obj, "ist_oeffentlich") and not obj.ist_oeffentlich():
            return None
        return obj.get_absolute_url() or None

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """Add what upper apps offer for this model."""
        return [*super().get_inlines(request, obj), *self.admin_site.angebotene_inlines[self.model]]

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Open what was refused; list what a long page holds."""
        context["adminform"] = Abschnitte.von(context["adminform"])
        if kwargs.get("change"):
            context["inhalt"] = inhalt(context["adminform"], context["inline_admin_formsets"])
        return super().render_change_form(request, context, *args, **kwargs)

    def render_history_view(self, request: Any, template: str, context: Any, **kwargs: Any) -> Any:
        """Open what was refused; the list of states has no form."""
        if "adminform" in context:
            context["adminform"] = Abschnitte.von(context["adminform"])
        return super().render_history_view(request, template, context, **kwargs)

    def get_inline_formsets(self, request: Any, formsets: Any, inline_instances: Any, *args: Any) -> Any:
        """Say how many rows there are; open those refused as a whole, too (Django opens for single ones)."""
        zeilen = super().get_inline_formsets(request, formsets, inline_instances, *args)
        for satz in zeilen:
            name = str(satz.opts.verbose_name_plural)
            satz.opts.verbose_name_plural = mit_anzahl(name, len(satz.formset.initial_forms))
            if satz.non_form_errors():
                satz.is_collapsible = False
        return zeilen

    # --- Writing ---------------------------------------------------------------------------

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Keep addresses once they are given."""
        fest = super().get_readonly_fields(request, obj)
        if obj is None:
            return tuple(fest)
        adressen = [feld.name for feld in self.opts.fields if isinstance(feld, Adressteil)]
        return tuple(dict.fromkeys((*fest, *self.nur_beim_anlegen, *adressen)))

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Hand the form what was refused in the first attempt."""
        formular = super().get_form(request, obj, change=change, **kwargs)
        ablehnung = getattr(request, "ablehnung", None)
        if ablehnung is not None:
            formular.ablehnung = ablehnung.fehler.get("", {}).get(0)
        return formular

    def get_formset_kwargs(self, request: Any, obj: Any, inline: Any, prefix: str) -> Any:
        """Tell the rows who writes, and what was refused in the first attempt."""
        angaben = super().get_formset_kwargs(request, obj, inline, prefix)
        ablehnung = getattr(request, "ablehnung", None)
        return angaben | {
            "acting_user": request.user,
            "weglegen": self.admin_site.in_den_papierkorb,
            "ablehnung": ablehnung.fehler.get(prefix) if ablehnung is not None else None,
        }

    def schreiben(self, request: Any, obj: Any) -> None:
        """Save the entry; another writer may be set in its place. May raise ValidationError."""
        vars(obj)["_history_user"] = request.user
        obj.save()

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Save the entry. Raises Ablehnung if it was refused."""
        try:
            self.schreiben(request, obj)
        except ValidationError as fehler:
            raise Ablehnung.des_eintrags(fehler) from fehler

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """Save the rows, then say what the forms have to say of what was saved (``hinweise``)."""
        super().save_related(request, form, formsets, change)
        neu = [zeile for satz in formsets for zeile in getattr(satz, "new_objects", ())]
        for objekt in (form.instance, *neu):
            for hinweis in getattr(objekt, "hinweise", ()):
                self.message_user(request, hinweis, messages.WARNING)

    def changeform_view(
        self, request: Any, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Show the form again, as it was typed, if writing it was refused."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Ablehnung as ablehnung:
            request.ablehnung = ablehnung
        except IntegrityError:
            request.ablehnung = Ablehnung.des_eintrags(ValidationError(WIDERSPRUCH))
        return super().changeform_view(request, object_id, form_url, extra_context)

    def history_form_view(
        self, request: Any, object_id: str, version_id: str, extra_context: Any = None
    ) -> Any:
        """Bring an earlier state back, or say why not."""
        nummer_oder_404(object_id)
        nummer_oder_404(version_id)
        try:
            with transaction.atomic():
                return super().history_form_view(request, object_id, version_id, extra_context)
        except Ablehnung as ablehnung:
            gruende = " ".join(ablehnung.meldungen())
        except IntegrityError:
            gruende = WIDERSPRUCH
        text = f"Dieser Stand lässt sich nicht wiederherstellen. {gruende}"
        self.message_user(request, text, messages.ERROR)
        return HttpResponseRedirect(request.path)

    def response_action(self, request: Any, queryset: Any, **kwargs: Any) -> Any:
        """Leave out numbers that no row can have."""
        post = request.POST.copy()
        gewaehlt = post.getlist("_selected_action")
        post.setlist("_selected_action", [nummer for nummer in gewaehlt if ist_nummer(nummer)])
        request.POST = post
        return super().response_action(request, queryset, **kwargs)


class Einzelheit(Grundadmin):
    """A row that is kept on the page of another entry; it has a page of its own but stays out of the menu."""

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        """Stay out of the menu."""
        return {}


class Verwendetadmin(Grundadmin):
    """A value that cannot be deleted while anything uses it, be it by a list of several."""

    def get_deleted_objects(self, objs: Any, request: Any) -> Any:
        """Count users by many-to-many relations among what forbids the deletion."""
        betroffen, anzahl, rechte, geschuetzt = get_deleted_objects(objs, request, self.admin_site)
        for beziehung in self.opts.related_objects:
            if beziehung.many_to_many:
                geschuetzt += self._verwendungen(beziehung, objs)
        return betroffen, anzahl, rechte, geschuetzt

    @staticmethod
    def _verwendungen(beziehung: Any, objs: Any) -> list[str]:
        modell = beziehung.related_model
        name = modell._meta.verbose_name
        zeilen = modell._base_manager.filter(**{f"{beziehung.field.name}__in": objs}).distinct()
        adresse = f"admin:{modell._meta.label_lower.replace('.', '_')}_change"
        return [
            format_html('{}: <a href="{}">{}</a>', name, reverse(adresse, args=[zeile.pk]), zeile)
            for zeile in zeilen[:VERWENDUNGEN]
        ]


class Wertadmin(Verwendetadmin):
    """A value list that administrators keep."""

    gruppe = Gruppe(60, "Wertelisten")
    list_display = ("name", "position", "slug")
    search_fields = ("name",)
    fields: Any = ("name", "position", "slug")

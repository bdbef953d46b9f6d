"""Accounts and roles: invited by a link, switched off instead of deleted."""

from http import HTTPStatus
from typing import Any

from allauth.account import admin as allauth_admin
from allauth.account.forms import ResetPasswordForm
from allauth.mfa import admin as faktoren_admin
from allauth.socialaccount import admin as fremde_admin
from allauth.usersessions import admin as sitzungen_admin
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django_tasks_db import admin as tasks_admin

from netzwerk import zweiter_faktor
from netzwerk.actions import alte_anmeldungen_vergessen
from netzwerk.actions.konten import LETZTES, faktoren_entfernen
from netzwerk.admin.gruppen import PORTAL
from netzwerk.anmeldungen import anmeldungen_beenden
from netzwerk.enums import Rolle
from netzwerk.lib.admin import Grundadmin, Hauptformular
from netzwerk.models import Konto
from netzwerk.rechte import verwaltet

# These are kept by the program; pages of their own would only confuse.
admin.site.unregister(tasks_admin.DBTaskResult)
admin.site.unregister(allauth_admin.EmailAddress)
admin.site.unregister(faktoren_admin.Authenticator)
admin.site.unregister(sitzungen_admin.UserSession)
admin.site.unregister((fremde_admin.SocialAccount, fremde_admin.SocialApp, fremde_admin.SocialToken))
admin.site.unregister(Group)


class NeuesKonto(Hauptformular, AdminUserCreationForm):
    """An account with or without a password; without one its owner sets it by a link."""

    class Meta:
        model = Konto
        fields = ("email", "name")


class Kontoformular(Hauptformular):
    """An account; somebody must be left who can give roles."""

    def clean(self) -> Any:
        """Keep the last administrator."""
        daten = super().clean()
        war = Konto.objects.verwaltende().filter(pk=self.instance.pk).exists()
        andere = Konto.objects.verwaltende().exclude(pk=self.instance.pk).exists()
        if war and not andere and not self._bleibt():
            raise ValidationError(LETZTES)
        return daten

    def _bleibt(self) -> bool:
        """Say whether the account as typed still is an administrator; what is not on the form stays."""
        gegeben = self.cleaned_data
        rollen = {rolle.name for rolle in gegeben.get("groups", ())}
        schalter = [gegeben.get(name, getattr(self.instance, name)) for name in ("is_active", "is_staff")]
        voll = gegeben.get("is_superuser", self.instance.is_superuser)
        return all(schalter) and (voll or "groups" not in self.fields or Rolle.ADMIN in rollen)


@admin.register(Konto)
class KontoAdmin(Grundadmin, UserAdmin):
    """Accounts. Passwords are set, never shown, not even as a digest."""

    gruppe = PORTAL
    form = Kontoformular
    add_form = NeuesKonto
    list_display = (
        "email",
        "name",
        "rollen",
        "person",
        "organisation",
        "is_active",
        "is_staff",
        "last_login",
    )
    list_filter = ("is_active", "is_staff", "groups")
    list_select_related = ("person", "organisation")
    search_fields = ("email", "name")
    ordering = ("email",)
    filter_horizontal = ()
    actions = ["passwort_link_senden", "zweiten_faktor_entfernen"]
    add_fieldsets = ((None, {"fields": ("email", "name", "usable_password", "password1", "password2")}),)
    fieldsets = (
        (None, {"fields": ("email", "name", "passwort", "zweiter_faktor", "is_active", "groups")}),
        ("Steht für", {"fields": ("person", "organisation")}),
        (
            "Verwaltung",
            {
                "classes": ["collapse"],
                "description": "Wer in die Verwaltung darf. Mit der Rolle Admin gilt das für alles darin.",
                "fields": ("is_staff", "is_superuser", "last_login", "date_joined"),
            },
        ),
    )

    def get_queryset(self, request: Any) -> Any:
        """Fetch the roles of all shown accounts at once."""
        return super().get_queryset(request).prefetch_related("groups")

    def get_readonly_fields(self, request: Any, obj: Any = None) -> tuple[str, ...]:
        """Let nobody raise themselves: roles are given by Admins, all rights by full administrators."""
        fest = [
            *super().get_readonly_fields(request, obj),
            "passwort",
            "zweiter_faktor",
            "last_login",
            "date_joined",
        ]
        if not request.user.is_superuser:
            fest.append("is_superuser")
        if not verwaltet(request.user):
            fest += ("is_staff", "groups")
        return tuple(fest)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Show the few roles as boxes."""
        if db_field.name == "groups":
            kwargs |= {
                "widget": forms.CheckboxSelectMultiple,
                "label": "Rollen",
                "help_text": "Was ein Konto darf, folgt aus seinen Rollen.",
            }
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Full administrators are changed by their like alone; who could set their password would be one."""
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def revert_disabled(self, request: Any, obj: Any = None) -> bool:
        """Offer earlier states to full administrators only: they may hold rights taken away since."""
        return not request.user.is_superuser or super().revert_disabled(request, obj)

    def history_form_view(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Refuse to bring back what is not offered."""
        if request.method == "POST" and self.revert_disabled(request):
            raise PermissionDenied
        return super().history_form_view(request, *args, **kwargs)

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Accounts are switched off: the history keeps who did what."""
        return False

    @admin.display(description="Rollen")
    def rollen(self, konto: Konto) -> str:
        """Return the roles in words."""
        return ", ".join(sorted(rolle.name for rolle in konto.groups.all())) or "–"

    @admin.display(description="Passwort")
    def passwort(self, konto: Konto) -> SafeString:
        """Return whether there is one, and the way to set it."""
        return format_html(
            '{} <a href="{}">Passwort setzen</a>',
            "Gesetzt." if konto.has_usable_password() else "Nicht gesetzt: Anmelden ist noch nicht möglich.",
            reverse("admin:auth_user_password_change", args=[konto.pk]),
        )

    @admin.display(description="Zweiter Faktor")
    def zweiter_faktor(self, konto: Konto) -> str:
        """Return whether there is one, or should be."""
        if zweiter_faktor.vorhanden(konto):
            return "Eingerichtet."
        if zweiter_faktor.verlangt(konto):
            return "Nicht eingerichtet, aber vorgeschrieben: wird bei der nächsten Anmeldung verlangt."
        return "Nicht eingerichtet."

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Save; a changed address closes the old door."""
        super().save_model(request, obj, form, change)
        if change and "email" in form.changed_data:
            alte_anmeldungen_vergessen(obj)

    def user_change_password(self, request: Any, id: str, form_url: str = "") -> Any:  # noqa: A002 - Django's name
        """Set a password; whoever used the old one is logged out."""
        antwort = super().user_change_password(request, id, form_url)
        if request.method == "POST" and antwort.status_code == HTTPStatus.FOUND:
            konto = get_object_or_404(Konto, pk=id)
            anmeldungen_beenden(konto, ausser=request.session.session_key if konto == request.user else "")
        return antwort

    @admin.action(description="Link zum Setzen des Passworts senden", permissions=["change"])
    def passwort_link_senden(self, request: Any, queryset: QuerySet) -> None:
        """Send each chosen account the same link that it could ask for itself."""
        gesendet = []
        for konto in queryset.filter(is_active=True):
            formular = ResetPasswordForm({"email": konto.email})
            if formular.is_valid():
                formular.save(request)
                gesendet.append(konto.email)
        text = f"Gesendet an: {', '.join(gesendet)}." if gesendet else "Kein aktives Konto gewählt."
        self.message_user(request, text, messages.SUCCESS if gesendet else messages.WARNING)

    @admin.action(description="Zweiten Faktor entfernen (Gerät verloren)", permissions=["change"])
    def zweiten_faktor_entfernen(self, request: Any, queryset: QuerySet) -> None:
        """Let somebody in again who lost phone and keys."""
        entfernt = [
            konto.email
            for konto in queryset
            if self.has_change_permission(request, konto)
            and faktoren_entfernen(konto, acting_user=request.user)
        ]
        text = (
            f"Zweiter Faktor entfernt: {', '.join(entfernt)}." if entfernt else "Da war keiner zu entfernen."
        )
        self.message_user(request, text, messages.SUCCESS if entfernt else messages.WARNING)


@admin.register(Group)
class RolleAdmin(admin.ModelAdmin):
    """The roles are part of the program; here one sees who has them."""

    gruppe = PORTAL
    name = "Rollen"
    list_display = ("name", "anzahl")
    search_fields = ("name",)
    fields = ("name", "konten")
    readonly_fields = ("konten",)

    def get_queryset(self, request: Any) -> Any:
        """Count the accounts."""
        return super().get_queryset(request).annotate(kontenzahl=Count("user"))

    @admin.display(description="Konten", ordering="kontenzahl")
    def anzahl(self, rolle: Any) -> int:
        """Return how many accounts have the role."""
        return rolle.kontenzahl

    @admin.display(description="Konten")
    def konten(self, rolle: Group) -> str:
        """Return which accounts have the role."""
        return ", ".join(konto.email for konto in Konto.objects.filter(groups=rolle)) or "–"

    def has_add_permission(self, request: Any) -> bool:
        """Not here."""
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Not here."""
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Not here."""
        return False

"""The second factor: for whom it is demanded, and how allauth's part of it behaves here."""

from collections.abc import Callable
from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from netzwerk import rules
from netzwerk.lib.verschluesselung import NichtLesbar, entschluesseln, verschluesseln
from netzwerk.models import Portal

ZWECK = "zweiter Faktor"
# Codes on paper replace a factor that got lost; alone they are none.
FAKTOREN = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
BEREICHE = ("admin/", "intern/")
FREI = ("admin:logout",)


def vorhanden(konto: Any) -> bool:
    """Say whether an account has a second factor."""
    return Authenticator.objects.filter(user=konto.pk, type__in=FAKTOREN).exists()


def verlangt(konto: Any) -> bool:
    """Say whether one of the account's roles demands a second factor (setting ZWEITER_FAKTOR)."""
    return bool(settings.ZWEITER_FAKTOR) and not rules.rollen(konto).isdisjoint(settings.ZWEITER_FAKTOR)


def fehlt(konto: Any) -> bool:
    """Say whether an account that must have a second factor has none yet."""
    return konto.is_authenticated and verlangt(konto) and not vorhanden(konto)


class Verlangt:
    """Lead whoever still needs a second factor to the page that sets it up, before anything internal."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_view(self, request: Any, *_: Any) -> HttpResponseBase | None:
        """Redirect, or tell the page that sets it up why one came. Public pages are not asked."""
        if not settings.ZWEITER_FAKTOR:
            return None
        ziel = request.resolver_match
        if ziel.view_name == "mfa_index":
            request.zweiter_faktor_fehlt = fehlt(request.user)
            return None
        innen = ziel.route.startswith(BEREICHE) or ziel.view_name == "konto"
        if innen and ziel.view_name not in FREI and fehlt(request.user):
            return redirect("mfa_index")
        return None


class Faktoradapter(DefaultMFAAdapter):
    """Our answers to allauth's questions."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": (
            "Für Ihre Rolle ist ein zweiter Faktor vorgeschrieben. Richten Sie zuerst einen anderen ein."
        ),
        "cannot_generate_recovery_codes": "Codes für den Notfall gibt es erst mit einem zweiten Faktor.",
        "incorrect_code": "Das passt nicht. Bitte versuchen Sie es noch einmal.",
    }

    def _get_site_name(self) -> str:
        """Return the name under which apps and keys list the portal."""
        return Portal.objects.aktuelles().name

    def encrypt(self, text: str) -> str:
        """Return a secret as it is stored: a backup holds nothing that makes codes."""
        return verschluesseln(text, ZWECK)

    def decrypt(self, encrypted_text: str) -> str:
        """Return a stored secret; after a change of SECRET_KEY one that no code fits."""
        try:
            return entschluesseln(encrypted_text, ZWECK)
        except NichtLesbar:
            return generate_totp_secret()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last factor of an account that must have one."""
        andere = Authenticator.objects.filter(user=authenticator.user, type__in=FAKTOREN)
        return not verlangt(authenticator.user) or andere.exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's name
        """Return a name for a new key."""
        anzahl = Authenticator.objects.filter(user=user, type=type).count()
        return f"Schlüssel {anzahl + 1}"

"""How accounts behave: people are invited, they do not sign up; messages say "Sie"."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest
from django.urls import reverse

from netzwerk import rules
from netzwerk.actions.post import nachricht_senden

# Whoever reads one of these can take over the account.
MIT_LINK = {"account/email/password_reset_key"}


class Kontoadapter(DefaultAccountAdapter):
    """Our answers to allauth's questions."""

    # allauth's German mixes "du" into these.
    error_messages: ClassVar[dict[str, str]] = {
        **DefaultAccountAdapter.error_messages,
        "cannot_remove_primary_email": "Ihre erste E-Mail-Adresse können Sie nicht entfernen.",
        "email_password_mismatch": "E-Mail-Adresse und Passwort passen nicht zusammen.",
        "enter_current_password": "Bitte geben Sie Ihr jetziges Passwort ein.",
        "incorrect_password": "Das Passwort stimmt nicht.",
        "max_email_addresses": "Mehr als %d E-Mail-Adressen sind nicht möglich.",
        "rate_limited": "Zu viele Anfragen in kurzer Zeit. Bitte warten Sie ein paar Minuten.",
        "select_only_one": "Bitte wählen Sie nur eines aus.",
        "too_many_login_attempts": (
            "Zu viele Versuche. Bitte warten Sie ein paar Minuten und melden Sie sich dann noch einmal an."
        ),
        "unverified_primary_email": "Ihre E-Mail-Adresse muss zuerst bestätigt werden.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead those with a role into the staff area, everyone else to their account."""
        return "/intern/" if rules.darf_herein(request.user) else reverse("konto")

    def format_email_subject(self, subject: str) -> str:
        """Return the subject as it is: the host in brackets helps nobody."""
        return subject

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write into the outbox; what holds a personal link stays between the portal and its reader."""
        anfrage = allauth_context.request
        inhalt = {"request": anfrage, "email": email, "current_site": get_current_site(anfrage)} | context
        brief = self.render_mail(template_prefix, email, inhalt)
        nachricht_senden(
            an=email,
            betreff=str(brief.subject),
            text=str(brief.body),
            vertraulich=template_prefix in MIT_LINK,
        )

"""Logging in with an account elsewhere: only people who have one here, found by a checked address."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.shortcuts import redirect

from netzwerk.models import Konto


class Fremdadapter(DefaultSocialAccountAdapter):
    """Our answers to allauth's questions."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody gets an account here by having one there."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find the account by the address each time, so that a changed one closes the old door.

        Raises ImmediateHttpResponse when an account there is to be tied to one here: that is not done.
        """
        if sociallogin.state.get("process") not in {None, "", "login"}:
            raise ImmediateHttpResponse(redirect("konto"))
        konto = _konto(sociallogin.email_addresses)
        if konto is not None:
            sociallogin.user = konto


def _konto(adressen: list[Any]) -> Konto | None:
    """Return the account of an address that the service has checked; a mere claim is none."""
    geprueft = {adresse.email for adresse in adressen if adresse.verified is True}
    if len(geprueft) != 1:
        return None
    return Konto.objects.filter(email__iexact=geprueft.pop()).first()

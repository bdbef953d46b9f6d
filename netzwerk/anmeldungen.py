"""Where an account is logged in, and the end of that.

Django looks at password and state of the account on every request, so a session that should not
be any more opens nothing. Ending it as well makes sure that none comes back to life with an account
that is switched on again.
"""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet

from netzwerk.lib.dates import jetzt
from netzwerk.models import Konto


def laufende_anmeldungen(konto: Konto | AnonymousUser) -> QuerySet[UserSession]:
    """Return the logins of an account that still hold, the newest first."""
    laufend = Session.objects.filter(expire_date__gt=jetzt()).values("session_key")
    return UserSession.objects.filter(user=konto.pk, session_key__in=laufend).order_by("-created_at", "-pk")


@transaction.atomic
def anmeldungen_beenden(konto: Konto, *, ausser: str = "") -> int:
    """End all logins of an account but one; return how many held."""
    alle = UserSession.objects.filter(user=konto).exclude(session_key=ausser)
    schluessel = list(alle.values_list("session_key", flat=True))
    anzahl, _ = Session.objects.filter(session_key__in=schluessel).delete()
    alle.delete()
    return anzahl


def nach_passwortwechsel(user: Konto, request: Any = None, **_: Any) -> None:
    """Receive allauth's signals: a new password ends every login but the one it was set in."""
    hier = request.session.session_key if request is not None and request.user.is_authenticated else ""
    anmeldungen_beenden(user, ausser=hier or "")


@transaction.atomic
def vergangene_anmeldungen_vergessen() -> int:
    """Erase what is kept of sessions that are over; return how many. Safe to repeat."""
    Session.objects.filter(expire_date__lte=jetzt()).delete()
    anzahl, _ = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return anzahl

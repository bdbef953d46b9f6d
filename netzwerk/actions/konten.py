"""Accounts: what is done to them beside their own pages."""

import logging
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction

from netzwerk.actions.post import nachricht_senden
from netzwerk.models import Konto

logger = logging.getLogger(__name__)


@transaction.atomic
def faktoren_entfernen(konto: Konto, *, acting_user: Any) -> bool:
    """Take away an account's second factor, tell its owner, and say whether there was one."""
    anzahl, _ = Authenticator.objects.filter(user=konto).delete()
    if not anzahl:
        return False
    nachricht_senden(
        an=konto.email,
        betreff="Zweiter Faktor: entfernt",
        text=(
            "Guten Tag,\n\ndie Verwaltung des Portals hat den zweiten Faktor Ihres Kontos entfernt. "
            "Bei der Anmeldung genügt jetzt das Passwort. Haben Sie nicht darum gebeten? "
            "Dann wenden Sie sich bitte sofort an die Verwaltung."
        ),
        acting_user=acting_user,
    )
    logger.warning("Konto %s: zweiter Faktor entfernt durch Konto %s", konto.pk, acting_user.pk)
    return True

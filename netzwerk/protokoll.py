"""What is written down about accounts: who came in, who failed to, whose rights changed. Never a secret.

Accounts are named by their number: a log is read by more people than the register of accounts, and a
mistyped password must not end up in it as an address.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import m2m_changed, post_save

from netzwerk.lib.grenze import anschrift
from netzwerk.models import Konto

logger = logging.getLogger("netzwerk.konten")

RECHTE = ("is_active", "is_staff", "is_superuser")


def verbinden() -> None:
    """Connect the receivers; called once when the apps are ready."""
    user_logged_in.connect(angemeldet, dispatch_uid="protokoll_angemeldet")
    user_logged_out.connect(abgemeldet, dispatch_uid="protokoll_abgemeldet")
    user_login_failed.connect(abgewiesen, dispatch_uid="protokoll_abgewiesen")
    m2m_changed.connect(rollen_geaendert, sender=Konto.groups.through, dispatch_uid="protokoll_rollen")
    post_save.connect(konto_gespeichert, sender=Konto.history.model, dispatch_uid="protokoll_konto")


@contextmanager
def still() -> Iterator[None]:
    """Say nothing of invented accounts: it would hide what the demo prints."""
    stufe = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(stufe)


def angemeldet(request: Any, user: Konto, **_: Any) -> None:
    """Write down who logged in."""
    logger.info("Konto %s angemeldet von %s", user.pk, anschrift(request))


def abgemeldet(request: Any, user: Konto | None, **_: Any) -> None:
    """Write down who logged out."""
    if user is not None:
        logger.info("Konto %s abgemeldet", user.pk)


def abgewiesen(request: Any = None, **_: Any) -> None:
    """Write down that somebody did not get in; not what was typed."""
    logger.warning("Anmeldung abgewiesen von %s", anschrift(request))


def rollen_geaendert(instance: Any, action: str, pk_set: set[int] | None, **_: Any) -> None:
    """Write down which roles an account got or lost."""
    if action in {"post_add", "post_remove", "post_clear"}:
        logger.warning(
            "Konto %s: Rollen %s %s", instance.pk, action.removeprefix("post_"), sorted(pk_set or ())
        )


def konto_gespeichert(instance: Any, raw: bool = False, **_: Any) -> None:
    """Write down what changed of the switches that give rights, and who changed it."""
    frueher = None if raw else instance.prev_record
    if frueher is None:
        return
    for feld in RECHTE:
        alt, neu = getattr(frueher, feld), getattr(instance, feld)
        if alt != neu:
            logger.warning(
                "Konto %s: %s %s statt %s durch Konto %s",
                instance.id,
                feld,
                neu,
                alt,
                instance.history_user_id,
            )


def register_ausgefuehrt(konto: Any, request: Any) -> None:
    """Write down who took the whole registry along."""
    logger.warning("Konto %s: Register ausgeführt von %s", konto.pk, anschrift(request))

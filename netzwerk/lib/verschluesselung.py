"""Texts that must not stand readable in the database or in a backup."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class NichtLesbar(Exception):
    """The text was encrypted with a SECRET_KEY that is not known any more."""


def verschluesseln(text: str, zweck: str) -> str:
    """Return the text encrypted with SECRET_KEY, for one purpose."""
    return _schloss(zweck).encrypt(text.encode()).decode()


def entschluesseln(text: str, zweck: str) -> str:
    """Return the text again. Raises NichtLesbar if no known key fits."""
    try:
        return _schloss(zweck).decrypt(text.encode()).decode()
    except InvalidToken:
        raise NichtLesbar(zweck) from None


def _schloss(zweck: str) -> MultiFernet:
    schluessel = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_ableiten(str(geheimnis), zweck)) for geheimnis in schluessel])


def _ableiten(geheimnis: str, zweck: str) -> bytes:
    """Return a key of 32 bytes: SECRET_KEY is long and random, so one round is enough."""
    return base64.urlsafe_b64encode(hashlib.sha256(f"{zweck}|{geheimnis}".encode()).digest())

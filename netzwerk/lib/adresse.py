"""Addresses for mails: whole ones, without a request."""

from django.conf import settings


def absolut(pfad: str) -> str:
    """Return the whole address of a path of the portal."""
    return f"{settings.ADRESSE}{pfad}"

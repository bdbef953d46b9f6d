"""What makes a view a public page."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

Ansicht = Callable[..., HttpResponseBase]


def oeffentliche_seite(ansicht: Any) -> Ansicht:
    """Mark a view as a public page: it answers GET and HEAD, the same to everyone.

    It must not ask who is looking (no user, session, message or CSRF token), so the middleware
    ``Seitencache`` may keep its answer as long as the content is the same.
    """
    # Nothing is written here, so a POST is refused for its method, not for a missing token.
    seite = csrf_exempt(require_safe(ansicht))
    seite.oeffentliche_seite = True
    return seite


def ist_oeffentliche_seite(ansicht: Any) -> bool:
    """Say whether a view was marked."""
    return getattr(ansicht, "oeffentliche_seite", False)

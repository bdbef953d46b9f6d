"""What every template may ask for."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from netzwerk.models import Portal
from netzwerk.queries import aktuelles_portal


def portal(request: HttpRequest) -> dict[str, Any]:
    """Return the portal's record; fetched only when a template asks, once a request."""
    return {"portal": SimpleLazyObject(lambda: aktuelles_portal.erste() or Portal())}

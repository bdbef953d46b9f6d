"""What every template may ask for."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from netzwerk.models import Portal


def portal(request: HttpRequest) -> dict[str, Any]:
    """Return the portal's record; fetched only when a template asks, once a request."""
    return {"portal": SimpleLazyObject(Portal.objects.aktuelles)}

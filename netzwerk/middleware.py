"""Requests that no view needs to see."""

from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponseBase


class EingabePruefung:
    """Refuse NUL characters in path, query and form: PostgreSQL cannot store them.

    Without this the same request is a 500 there and a 200 on SQLite.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Keep the next step."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer 400 (through SuspiciousOperation) or pass on."""
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise SuspiciousOperation("NUL character in the address")
        return self.get_response(request)

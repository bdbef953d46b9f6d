"""Answers that public views share."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString


class Entfernt(Exception):
    """The entry was public once and is no more: answered with 410 and a way on."""

    def __init__(self, nachfolger_url: str = "", nachfolger_text: str = "") -> None:
        """Take the address and name of the successor, if there is one."""
        super().__init__(nachfolger_url)
        self.nachfolger_url, self.nachfolger_text = nachfolger_url, nachfolger_text


def oeffentlich_oder_weg(queryset: Any, nachfolger: Callable[[Any], Any] | None = None, **suche: Any) -> Any:
    """Return the one public entry that fits the search; ``queryset`` is not narrowed yet.

    ``nachfolger`` finds the public entry that took a vanished one's place, or None. Raises
    Entfernt for what was public once, Http404 for everything else, known or unknown alike:
    nobody learns that an internal entry exists.
    """
    objekt = queryset.oeffentlich().filter(**suche).first()
    if objekt is not None:
        return objekt
    frueher = queryset.model.objects.war_oeffentlich().filter(**suche).first()
    if frueher is None or not frueher.war_je_lesbar():
        raise Http404
    neu = nachfolger(frueher) if nachfolger else None
    raise Entfernt(neu.get_absolute_url(), str(neu)) if neu else Entfernt


def wurzel(request: HttpRequest) -> str:
    """Return the portal's address without its last slash: what other programs read is absolute."""
    return request.build_absolute_uri("/").rstrip("/")


def verweis(text: str, url: str) -> SafeString:
    """Return a link, or just the text without an address."""
    return format_html('<a href="{}">{}</a>', url, text) if url else format_html("{}", text)


def verweise(paare: list[tuple[str, str]]) -> list[SafeString]:
    """Return links for (text, url) pairs."""
    return [verweis(text, url) for text, url in paare]

"""Answers that public views share."""

from collections.abc import Callable
from typing import Any, NoReturn

from django.http import Http404, HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString


class Entfernt(Exception):
    """The entry was public once and is no more: answered with 410 and a way on."""

    def __init__(self, nachfolger_url: str = "", nachfolger_text: str = "") -> None:
        """Take the address and name of the successor, if there is one."""
        super().__init__(nachfolger_url)
        self.nachfolger_url, self.nachfolger_text = nachfolger_url, nachfolger_text


class Umgezogen(Exception):
    """The entry has another address now: answered with 301 to the same page at ``wert``."""

    def __init__(self, feld: str, wert: str) -> None:
        """Take the field that names the entry in addresses, and its present value."""
        super().__init__(wert)
        self.feld, self.wert = feld, wert


def oeffentlich_oder_weg(queryset: Any, nachfolger: Callable[[Any], Any] | None = None, **suche: Any) -> Any:
    """Return the one public entry that fits the search; ``queryset`` is not narrowed yet.

    ``nachfolger`` finds the public entry that took a vanished one's place where nobody named one.
    Raises Umgezogen for an old address, Entfernt for what was public once, Http404 for everything
    else, known or unknown alike: nobody learns that an internal entry exists.
    """
    return queryset.oeffentlich().filter(**suche).first() or weg(queryset.model, nachfolger, **suche)


def weg(modell: Any, nachfolger: Callable[[Any], Any] | None = None, **suche: Any) -> NoReturn:
    """Raise what ``oeffentlich_oder_weg`` raises for an entry that no visitor may read."""
    alle = modell.objects.all()
    umgezogen = alle.umgezogen(**suche)
    if umgezogen is not None:
        feld = next(iter(suche))
        if alle.oeffentlich().filter(pk=umgezogen.pk).exists():
            raise Umgezogen(feld, getattr(umgezogen, feld))
        suche = {"pk": umgezogen.pk}
    frueher = alle.war_hier(**suche)
    if frueher is None:
        raise Http404
    raise _entfernt(frueher, nachfolger)


def _entfernt(frueher: Any, nachfolger: Callable[[Any], Any] | None) -> Entfernt:
    """Return the exception for a vanished entry, with its successor: a named one first."""
    genannt = frueher.oeffentlicher_nachfolger() if hasattr(frueher, "oeffentlicher_nachfolger") else None
    neu = genannt or (nachfolger(frueher) if nachfolger else None)
    return Entfernt(neu.get_absolute_url(), str(neu)) if neu else Entfernt()


def wurzel(request: HttpRequest) -> str:
    """Return the portal's address without its last slash: what other programs read is absolute."""
    return request.build_absolute_uri("/").rstrip("/")


def verweis(text: str, url: str) -> SafeString:
    """Return a link, or just the text without an address."""
    return format_html('<a href="{}">{}</a>', url, text) if url else format_html("{}", text)


def verweise(paare: list[tuple[str, str]]) -> list[SafeString]:
    """Return links for (text, url) pairs."""
    return [verweis(text, url) for text, url in paare]

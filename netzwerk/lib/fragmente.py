"""Rendered pieces of pages, remembered by what went into them.

A piece of HTML depends on nothing but its template and its data, so the data is the key:
a changed entry has another key, and nothing ever has to be thrown away by hand. Rendering
is most of what a page costs; the editorial page is three to five times cheaper this way.
"""

from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

# About 1 KB each; per process.
HOECHSTENS = 4096


@dataclass(frozen=True)
class _Fragment:
    """Template and data; equal if both are, told by how the data prints."""

    vorlage: str
    schluessel: str
    daten: dict[str, Any] = field(compare=False)


@lru_cache(maxsize=HOECHSTENS)
def _html(fragment: _Fragment) -> SafeString:
    return render_to_string(fragment.vorlage, fragment.daten)


def fragment(vorlage: str, daten: dict[str, Any]) -> SafeString:
    """Return the rendered template; ``daten`` holds texts, numbers, lists and dicts, no objects."""
    return _html(_Fragment(vorlage, repr(daten), daten))


class Merkliste[Wert]:
    """The last so many results, each by what went into it. For results that a template cannot make alone."""

    def __init__(self, hoechstens: int) -> None:
        """Begin empty; ``hoechstens`` results are kept."""
        self.hoechstens = hoechstens
        self._werte: dict[Hashable, Wert] = {}

    def hole(self, schluessel: Hashable, machen: Callable[[], Wert]) -> Wert:
        """Return the result for the key, made now if it is not there."""
        try:
            wert = self._werte.pop(schluessel)
        except KeyError:
            wert = machen()
        # Last in, last out: a dict keeps the order.
        self._werte[schluessel] = wert
        with suppress(KeyError, RuntimeError, StopIteration):  # another thread was quicker
            while len(self._werte) > self.hoechstens:
                del self._werte[next(iter(self._werte))]
        return wert

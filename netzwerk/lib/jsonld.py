"""Structured data for search engines (JSON-LD 1.1, schema.org), as data blocks of a page."""

import json
from typing import Any

from django.utils.safestring import SafeString

# A title may hold "</script>" or "<!--"; as escapes they mean the same and end nothing (HTML 4.12.1.3).
# The two separators end a line in older readers of scripts.
ENTSCHAERFT = {ord(zeichen): f"\\u{ord(zeichen):04x}" for zeichen in "<>&\u2028\u2029"}
KONTEXT = "https://schema.org"


def datenblock(daten: dict[str, Any]) -> SafeString:
    """Return an object of schema.org as a data block, which no browser runs and the strict CSP allows."""
    text = json.dumps({"@context": KONTEXT, **daten}, ensure_ascii=False).translate(ENTSCHAERFT)
    return SafeString(f'<script type="application/ld+json">{text}</script>')


def gefuellt(**felder: Any) -> dict[str, Any]:
    """Return the fields that hold something; ``art`` and ``kennung`` become "@type" and "@id"."""
    namen = {"art": "@type", "kennung": "@id"}
    return {namen.get(name, name): wert for name, wert in felder.items() if wert not in ("", None, [], {})}


def verweis(art: str, name: str, url: str) -> dict[str, Any]:
    """Return a short mention of an object that has a page of its own."""
    return gefuellt(art=art, kennung=url, name=name, url=url)

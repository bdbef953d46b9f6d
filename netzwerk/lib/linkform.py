"""Web addresses as people type them: what looks wrong is told, never refused, and never fetched."""

import re
from urllib.parse import urlsplit

HOECHSTENS = 5
ZEIGEN = 80
# Anything that was probably meant to be an address.
GEMEINT = re.compile(r"(?i)\b(?:h?t{1,3}ps?(?::|/)/?/?|www\.)[^\s<>\"'“”„]{3,}")
RICHTIG = re.compile(r"(?i)https?://[^/]")
KLAMMERN = (("(", ")"), ("[", "]"), ("„", "“"))


def linkwarnungen(text: str) -> list[str]:
    """Return what looks wrong with the web addresses in a typed text, in words; at most a few."""
    warnungen: list[str] = []
    for zeile in re.sub(r"<[^<>]*>", " ", text).splitlines():
        gemeinte = [treffer.group().rstrip(".,;:!?)]") for treffer in GEMEINT.finditer(zeile)]
        if gemeinte:
            warnungen += [warnung for adresse in gemeinte if (warnung := _adresse(adresse))]
            warnungen += _klammern(zeile, gemeinte[0])
    return list(dict.fromkeys(warnungen))[:HOECHSTENS]


def _adresse(adresse: str) -> str:
    kurz = adresse[:ZEIGEN]
    if adresse.lower().startswith("www."):
        return f"„{kurz}“ wird kein Link. Bitte mit https:// davor schreiben."
    if not RICHTIG.match(adresse):
        return f"„{kurz}“ wird kein Link: Eine Adresse beginnt mit https:// oder http://."
    try:
        name = urlsplit(adresse).hostname or ""
    except ValueError:
        return f"„{kurz}“ ist keine richtige Webadresse."
    if "." not in name.strip(".") or ".." in name:
        return f"„{kurz}“: Dem Namen der Website fehlt ein Teil, zum Beispiel „.de“."
    return ""


def _klammern(zeile: str, adresse: str) -> list[str]:
    return [
        f"Bei „{adresse[:ZEIGEN]}“ geht eine Klammer oder ein Anführungszeichen nicht auf: {auf} … {zu}"
        for auf, zu in KLAMMERN
        if zeile.count(auf) != zeile.count(zu)
    ]

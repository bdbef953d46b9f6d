"""Checks of the middle floor, shared by clean(), forms and imports."""

from django.core.exceptions import ValidationError

# A message is remembered for a year (``netzwerk.actions.post``), so none may be due longer before.
MONATE_HOECHSTENS = 11


def monate(text: str) -> list[int]:
    """Return the months that a list like "6, 3, 1" names, longest first. Raises ValueError for others."""
    teile = [teil for teil in text.replace(";", ",").replace(",", " ").split() if teil]
    if not all(teil.isascii() and teil.isdecimal() for teil in teile):
        raise ValueError(text)
    zahlen = {int(teil) for teil in teile if len(teil) < len("100")}
    if len(zahlen) != len(set(teile)) or not all(1 <= zahl <= MONATE_HOECHSTENS for zahl in zahlen):
        raise ValueError(text)
    return sorted(zahlen, reverse=True)


def monatsliste(text: str) -> None:
    """Raise ValidationError unless the text lists months."""
    try:
        monate(text)
    except ValueError:
        meldung = f"Bitte Monate von 1 bis {MONATE_HOECHSTENS} angeben, zum Beispiel „6, 3, 1“."
        raise ValidationError(meldung) from None

"""Small facts in a text: how often, since when, how many, our own role, addresses."""

import re

from gremien.uebernahme.vorschlag import Vermutung
from gremien.uebernahme.zeichen import zitat

ZAHL = (
    r"(?:\d{1,2}|ein|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|ein- bis zwei|zwei- bis drei|drei- bis vier)"
)
RHYTHMUS = re.compile(
    rf"\b(?:(?:maximal|mindestens|etwa|ca\.|rund|in der Regel|höchstens|bis zu)\s)?(?:{ZAHL}(?:\s?(?:bis|-|–)\s?{ZAHL})?(?:\s?[xX×]|[\s-]?[mM]al)"
    r"(?:\s(?:im|pro|je|jährlich|monatlich)(?:\s(?:Jahr|Monat|Quartal|Halbjahr|Woche))?)"
    r"|(?:alle|jede[nrs]?)\s(?:\w+\s)?(?:Wochen?|Monate?|Quartal|Montag|Dienstag|Mittwoch|Donnerstag|Freitag)(?:\s(?:im Monat|eines Monats|des Monats))?)"
    r"|\b(?:viertel|halb|zwei)?(?:jährlich|monatlich|wöchentlich)\b|\bquartalsweise\b|\bquartalsmäßig\b|\b(?:in\s)?(?:un)?regelmäßige[nm]?\sAbständen\b"
)  # fmt: skip
REGELMAESSIG = re.compile(r"\b(?:sich|tagt|trifft)\s(?:\w+\s)?(regelmäßig)\b")
SEIT = re.compile(
    r"\b(?:besteht|existiert|gibt es|arbeitet|tagt|trifft sich|aktiv)\s(?:bereits\s|schon\s)?seit\s(?:dem\s|Anfang\s|Ende\s|Mitte\s)?"
    r"(?:Jahr\s)?(?:\w+\s)?((?:19|20)\d\d)\b|\b[Gg]egründet\s*:?\s*(?:wurde\s|im\s|am\s|in\s|Jahr\s|Jahre\s|\d{1,2}\.\s?){0,3}(?:\w+\s)?((?:19|20)\d\d)\b"
    r"|\b((?:19|20)\d\d)\s(?:wurde\s\w+\s)?(?:gegründet|ins Leben gerufen)\b|\b[Ss]eit\s(?:dem\sJahr\s)?((?:19|20)\d\d)\b|\bwurde\s(?:im\sJahre?\s)?((?:19|20)\d\d)\s(?:\w+\s)?gegründet"
)  # fmt: skip
ZAHL_MITGLIEDER = re.compile(
    r"\b(?:aus\s)?((?:über|mehr als|rund|etwa|ca\.|knapp|fast)\s\d{1,4}\s(?:[a-zäöü]+n?\s)?[A-ZÄÖÜ]\w+|\d{1,3}\s(?:stimmberechtigte[n]?\s)?(?:Mitglieder|Organisationen|Einrichtungen|Träger|Kommunen|Vereine)n?)"
)
ROLLE = re.compile(
    r"\b(?:als\s((?:[a-zäöü]+(?:es|e|er)?,?\s){0,3}(?:Mitglied|Gast)(?!er|lied))|"
    r"ist\s((?:gewähltes|stimmberechtigtes|beratendes|ständiges|berufenes|benanntes)\s(?:[a-zäöü]+,?\s)?Mitglied(?:\sfür\s[^.;]{3,120})?)|"
    r"sind\s(?:wir\s)?((?:[a-zäöü]+es\s)?(?:Gründungs)?[Mm]itglied)\b)"
)
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?![\w@])")
WEB = re.compile(
    r"\bhttps?://[^\s<>\"'“”„()\[\]]{3,400}|\bwww\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"'“”„()\[\]]{0,300})?"
)


def rhythmus_in(text: str) -> Vermutung:
    """Return how often a body meets, in the words of the text."""
    treffer = RHYTHMUS.search(text)
    if treffer:
        return Vermutung(treffer.group().strip()[:120], f"Im Text steht {zitat(treffer.group())}.")
    regel = REGELMAESSIG.search(text)
    return (
        Vermutung(regel[1], f"Im Text steht {zitat(regel.group())}.", sicher=False) if regel else Vermutung()
    )


def seit_in(text: str) -> Vermutung:
    """Return the year since when a body exists."""
    treffer = SEIT.search(text)
    if not treffer:
        return Vermutung()
    jahr = next(gruppe for gruppe in treffer.groups() if gruppe)
    return Vermutung(jahr, f"Im Text steht {zitat(treffer.group())}.", sicher=treffer[4] is None)


def mitgliederzahl_in(text: str) -> Vermutung:
    """Return how many take part, in the words of the text."""
    treffer = ZAHL_MITGLIEDER.search(text)
    return (
        Vermutung(treffer[1][:120], f"Im Text steht {zitat(treffer.group())}.", sicher=False)
        if treffer
        else Vermutung()
    )


def rolle_in(text: str) -> Vermutung:
    """Return our own role in a body, in the words of the text."""
    treffer = ROLLE.search(text)
    if not treffer:
        return Vermutung()
    wort = next(gruppe for gruppe in treffer.groups() if gruppe)
    return Vermutung(wort.strip()[:160], f"Im Text steht {zitat(treffer.group())}.")


def email_in(text: str) -> str:
    """Return the first e-mail address of a text, "" if none."""
    treffer = MAIL.search(text)
    return treffer.group().rstrip(".") if treffer else ""


def webadresse_in(text: str) -> str:
    """Return the first web address of a text, "" if none."""
    treffer = WEB.search(text)
    if not treffer:
        return ""
    adresse = treffer.group().rstrip(".,;:!?")
    return adresse if adresse.startswith("http") else f"https://{adresse}"

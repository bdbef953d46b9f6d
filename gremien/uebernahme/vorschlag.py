"""What the assistant hands over: guesses with their reason, gathered in proposals."""

from dataclasses import dataclass, field
from enum import StrEnum


class Was(StrEnum):
    """What a name stands for."""

    GREMIUM = "gremium"
    ORGANISATION = "organisation"
    STELLE = "stelle"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Vermutung:
    """A guessed value, the quoted words it rests on, and whether it is certain."""

    wert: str = ""
    grund: str = ""
    sicher: bool = True

    def __bool__(self) -> bool:
        """Say whether there is a value."""
        return bool(self.wert)


@dataclass(frozen=True, slots=True)
class Leitungsnennung:
    """Someone named as leading a body; ``art`` is a value of ``Leitungsart``."""

    art: str
    name: str
    was: Was
    grund: str
    sicher: bool = True


@dataclass(slots=True)
class Vorschlag:
    """A proposed entry. ``oben`` is the place of the body it is under, among the proposals."""

    name: Vermutung
    was: Vermutung = field(default_factory=lambda: Vermutung(Was.GREMIUM))
    ueberschrift: str = ""
    kurzname: Vermutung = field(default_factory=Vermutung)
    langname: Vermutung = field(default_factory=Vermutung)
    weitere: str = ""
    art: Vermutung = field(default_factory=Vermutung)
    ebenen: list[Vermutung] = field(default_factory=list)
    kurztext: str = ""
    text: str = ""
    leitung: list[Leitungsnennung] = field(default_factory=list)
    organisationen: list[Vermutung] = field(default_factory=list)
    erwaehnt: list[Vermutung] = field(default_factory=list)
    rolle: Vermutung = field(default_factory=Vermutung)
    rhythmus: Vermutung = field(default_factory=Vermutung)
    seit: Vermutung = field(default_factory=Vermutung)
    mitgliederzahl: Vermutung = field(default_factory=Vermutung)
    webadresse: str = ""
    email: str = ""
    bildunterschriften: list[Vermutung] = field(default_factory=list)
    oben: int | None = None
    oben_grund: Vermutung = field(default_factory=Vermutung)


@dataclass(slots=True)
class Ergebnis:
    """What was read: the page's title and introduction, the proposals in order, and hints in words."""

    titel: str = ""
    einleitung: str = ""
    vorschlaege: list[Vorschlag] = field(default_factory=list)
    hinweise: list[str] = field(default_factory=list)


class Lesefehler(Exception):
    """What was given cannot be read; the message says why, to whoever gave it."""

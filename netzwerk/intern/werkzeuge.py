"""Pages of the staff area beside the nouns, each registered by its floor; desk and page of rights go by it.

    werkzeuge.anmelden(Werkzeug("Konten", "intern_konten", "Konten anlegen, ändern und schließen"))

Who may open one is asked of its view (``darf``), so no list can say anything else.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import resolve, reverse


@dataclass(frozen=True)
class Werkzeug:
    """A page: what its link says, the name of its route, and what one can do there."""

    titel: str
    route: str
    tun: str
    rang: int = 50

    @property
    def url(self) -> str:
        """Return the path."""
        return reverse(self.route)

    def darf(self, konto: Any) -> bool:
        """Say whether the account may open the page, as the page itself says."""
        ansicht: Any = resolve(self.url).func
        return bool(ansicht.view_class.darf(konto))


WERKZEUGE: dict[str, Werkzeug] = {}


def anmelden(*werkzeuge: Werkzeug) -> None:
    """Make pages known."""
    WERKZEUGE.update({werkzeug.route: werkzeug for werkzeug in werkzeuge})


def fuer(konto: Any) -> list[Werkzeug]:
    """Return the pages that the account may open, in the order of the menu."""
    sortiert = sorted(WERKZEUGE.values(), key=lambda werkzeug: (werkzeug.rang, werkzeug.titel))
    return [werkzeug for werkzeug in sortiert if werkzeug.darf(konto)]

"""This floor's part of the demo data, and the loading of all three floors."""

from collections import Counter
from dataclasses import dataclass

from django.db import transaction

from gremien.demo import laden as gremien_laden
from netzwerk.demo import konten
from netzwerk.demo import laden as netzwerk_laden
from netzwerk.demo.lader import Demolader
from netzwerk.suchindex import gesammelt
from sitzungen.demo import erfunden, herne, inso


@dataclass
class Bilanz:
    """What was added: how many rows, how many of each kind, and the accounts."""

    anzahl: int
    je_art: list[tuple[str, int]]
    zugaenge: konten.Zugaenge


def laden(lader: Demolader) -> None:
    """Make what is missing on this floor."""
    for teil in (herne, inso, erfunden):
        teil.laden(lader)


@transaction.atomic
def alles_laden() -> Bilanz:
    """Add all demo data that is missing, from the ground up; all or nothing."""
    lader = Demolader()
    with gesammelt():
        netzwerk_laden(lader)
        zugaenge = konten.laden(lader)
        gremien_laden(lader)
        laden(lader)
    arten = Counter(lader.neue_arten())
    return Bilanz(lader.abschliessen(), arten.most_common(), zugaenge)

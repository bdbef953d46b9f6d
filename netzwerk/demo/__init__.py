"""This floor's part of the demo data: areas, organisations, people, pictures, the portal itself."""

from netzwerk.demo import bilder, gebiete, herne, ikjg, inso, lobeda, offenbach, personen, portal
from netzwerk.demo.lader import Demolader


def laden(lader: Demolader) -> None:
    """Make what is missing; areas first, since everything lies in one."""
    for teil in (gebiete, ikjg, lobeda, inso, herne, offenbach, bilder, personen, portal):
        teil.laden(lader)

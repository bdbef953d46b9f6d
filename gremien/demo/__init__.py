"""This floor's part of the demo data: bodies, seats, projects and reports of the five sources."""

from gremien.demo import herne, ikjg, inso, lobeda, mandate, offenbach, personen, vertretungen
from netzwerk.demo.lader import Demolader


def laden(lader: Demolader) -> None:
    """Make what is missing; the invented people sit in bodies made before."""
    for teil in (ikjg, lobeda, inso, herne, offenbach, personen, mandate, vertretungen):
        teil.laden(lader)

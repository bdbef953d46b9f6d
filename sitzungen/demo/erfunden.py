"""The invented layer: meetings, papers and decisions in Marburg, and what must stay hidden.

Nothing here comes from a source. Whatever a reader sees of it says so, and whatever the
public must never see holds the word GEHEIMSACHE, which tests look for in every page.
"""

from netzwerk.demo.lader import Demolader
from netzwerk.lib.dates import heute
from sitzungen.demo import (
    erfunden_anwesenheit,
    erfunden_doppeltes,
    erfunden_fassung,
    erfunden_gremien,
    erfunden_internes,
    erfunden_links,
    erfunden_pflichten,
    erfunden_sitzungen,
    erfunden_vorlagen,
)


def laden(lader: Demolader) -> None:
    """Make the invented layer around today's date; the bodies of Marburg must be there."""
    tag = heute()
    erfunden_gremien.laden(lader, tag)
    erfunden_doppeltes.laden(lader)
    erfunden_sitzungen.laden(lader, tag)
    erfunden_anwesenheit.laden(lader, tag)
    erfunden_vorlagen.laden(lader, tag)
    erfunden_pflichten.laden(lader, tag)
    erfunden_links.laden(lader)
    erfunden_internes.laden(lader, tag)
    erfunden_fassung.laden(lader)

"""Demo data for the tests of one module: loaded once, gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from netzwerk.demo.lader import Demolader


@contextmanager
def geladen(blocker, *teile) -> Iterator[Demolader]:
    """Load the parts (modules with ``laden``) for the tests of a module."""
    with blocker.unblock(), transaction.atomic():
        lader = Demolader()
        for teil in teile:
            teil.laden(lader)
        lader.abschliessen()
        yield lader
        transaction.set_rollback(True)


def noch_einmal(*teile) -> int:
    """Load the parts again and return how many rows are new."""
    lader = Demolader()
    for teil in teile:
        teil.laden(lader)
    return lader.abschliessen()

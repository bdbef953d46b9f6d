"""What is due once a day: each floor registers its part (``apps.ready``), ``manage.py taeglich`` does all.

    faellig.anmelden("Erinnerungen an Berichte", erinnern, rang=30)

``tun`` takes nothing and returns how many rows it dealt with. It must be safe to run twice, late, or not
for a week: it asks the database what is due and not done yet ("message with this ``schluessel``" is a good
mark), never "since yesterday". Each runs in a transaction of its own, so one that breaks takes nothing
else with it. ``rang`` sorts: below 50 what tells people something, 50 and more what tidies up.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import transaction

logger = logging.getLogger(__name__)
AUFRAEUMEN = 50


@dataclass(frozen=True)
class Faelliges:
    """One thing that is due: what it is called in the command's answer, and what does it."""

    titel: str
    tun: Callable[[], int]
    rang: int


FAELLIG: dict[str, Faelliges] = {}


def anmelden(titel: str, tun: Callable[[], int], *, rang: int = AUFRAEUMEN) -> None:
    """Let something be done every day."""
    FAELLIG[titel] = Faelliges(titel, tun, rang)


def erledigen() -> Iterator[tuple[str, int | None]]:
    """Do everything that is due; yield its title and how much it was, None for what broke off."""
    for faelliges in sorted(FAELLIG.values(), key=lambda eintrag: (eintrag.rang, eintrag.titel)):
        try:
            with transaction.atomic():
                anzahl = faelliges.tun()
        except Exception:
            # Whatever broke: the others are due all the same, and the log says why.
            logger.exception("Täglich Fälliges gescheitert: %s", faelliges.titel)
            yield faelliges.titel, None
        else:
            yield faelliges.titel, anzahl

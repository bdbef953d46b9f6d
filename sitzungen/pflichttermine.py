"""Reports that fall due within eight weeks, as events of one's calendar and of one's messages."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from gremien.faelligkeiten import VORLAUF
from netzwerk.lib.ics import Termin
from netzwerk.meldungen import Meldung
from sitzungen.pflichten import Faelligkeit, offene


def _pfad(faelligkeit: Faelligkeit) -> str:
    angaben = [faelligkeit.pflicht.pk, faelligkeit.termin.bezugstag.isoformat()]
    return reverse("intern_berichtspflicht", args=angaben)


def termine(konto: Any, wurzel: str, marke: str) -> Iterator[Termin]:
    """Yield what is overdue or due soon as days of a calendar; ``wurzel`` is the portal's address."""
    for faelligkeit in offene(konto):
        pflicht, termin = faelligkeit.pflicht, faelligkeit.termin
        yield Termin(
            kennung=f"bericht-{pflicht.pk}-{termin.bezugstag.isoformat()}@{marke}",
            # Rises with each change of the duty, as programs expect.
            folge=int((pflicht.geaendert_am - pflicht.erstellt_am).total_seconds()) // 60,
            titel=f"Bericht fällig: {faelligkeit.was} ({pflicht.schuldner})",
            beginn=termin.faellig_am,
            ende=termin.faellig_am + timedelta(days=1),
            ort="",
            text=f"An {faelligkeit.an}" if faelligkeit.an else "",
            url=f"{wurzel.rstrip('/')}{_pfad(faelligkeit)}",
            abgesagt=False,
            geaendert=pflicht.geaendert_am,
        )


def faellig_geworden(konto: Any, von: datetime, bis: datetime) -> list[Meldung]:
    """Return the reports that came within eight weeks of their day between two moments."""
    ab, ende = (localtime(moment).date() + VORLAUF for moment in (von, bis))
    return [
        Meldung(
            f"{faelligkeit.pflicht.schuldner}: {faelligkeit.was}, fällig am "
            f"{faelligkeit.termin.faellig_am:%d.%m.%Y}",
            _pfad(faelligkeit),
            bis,
        )
        for faelligkeit in offene(konto)
        if ab < faelligkeit.termin.faellig_am <= ende
    ]

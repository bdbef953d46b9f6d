"""The ends of mandates as a calendar, internal: it names people."""

from collections import defaultdict
from datetime import date, timedelta

from django.urls import reverse

from gremien.mandate.besetzung import besetzung
from gremien.mandate.pruefung import und
from gremien.mandate.stand import letzter_tag
from gremien.models import Gremium
from netzwerk.lib.dates import heute, jetzt
from netzwerk.lib.ics import Termin, kalender


def amtszeitenkalender(gremium: Gremium, rechner: str, wurzel: str) -> bytes:
    """Return an event for each day on which mandates of the body end, and for its deadline of proposals."""
    url = f"{wurzel}{reverse('intern_besetzung', args=[gremium.pk])}"
    je_tag: dict[date, list[str]] = defaultdict(list)
    for mandat in besetzung(gremium, heute()).mandate:
        ende = letzter_tag(mandat.mitgliedschaft)
        if ende is not None and ende >= heute():
            je_tag[ende].append(mandat.name)
    termine = [
        _termin(
            f"amtszeit-{gremium.pk}-{tag:%Y%m%d}@{rechner}",
            f"Amtszeit endet: {gremium}",
            tag,
            und(namen),
            url,
        )
        for tag, namen in sorted(je_tag.items())
    ]
    if gremium.vorschlagsfrist is not None and gremium.vorschlagsfrist >= heute():
        kennung = f"vorschlag-{gremium.pk}@{rechner}"
        termine.append(
            _termin(kennung, f"Vorschläge einreichen: {gremium}", gremium.vorschlagsfrist, "", url)
        )
    return kalender(f"{gremium}: Enden der Amtszeiten", termine)


def _termin(kennung: str, titel: str, tag: date, text: str, url: str) -> Termin:
    return Termin(
        kennung=kennung,
        folge=0,
        titel=titel,
        beginn=tag,
        ende=tag + timedelta(days=1),
        ort="",
        text=text,
        url=url,
        abgesagt=False,
        geaendert=jetzt(),
    )

"""An invented project that nobody may read yet, with a link that leads nowhere, as the last check found."""

from datetime import timedelta

from gremien.models import Projekt
from netzwerk.demo.lader import FEHLT, Demolader
from netzwerk.enums import Dokumentart, Linkstand
from netzwerk.lib.dates import jetzt
from netzwerk.models import Dokument, Linkbefund

ADRESSE = "https://www.example.org/spielraumplan-2019.pdf"


def laden(lader: Demolader) -> None:
    """Make the project, its document, and what was found."""
    neu = "dokument/erfunden-spielraumplan" not in lader
    dokument = lader.anlegen(
        "dokument/erfunden-spielraumplan",
        Dokument,
        titel="GEHEIMSACHE-SPIELRAUMPLAN (erfunden)",
        art=Dokumentart.PLAN,
        fassung="2019",
        webadresse=ADRESSE,
    )
    lader.anlegen(
        "projekt/erfunden-spielraumplan",
        Projekt,
        titel="GEHEIMSACHE-PROJEKT Spielraumplan (erfunden)",
        institut=lader["organisation/inso"],
        kurztext="GEHEIMSACHE: ein erfundenes Projekt im Entwurf.",
        dokumente=[dokument],
    )
    if neu and dokument is not FEHLT:
        Linkbefund.objects.get_or_create(
            adresse=ADRESSE,
            defaults={
                "stand": Linkstand.TOT,
                "status": 404,
                "geprueft_am": jetzt() - timedelta(hours=6),
            },
        )

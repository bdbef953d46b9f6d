"""Bring all rows and all media back from one archive."""

import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from netzwerk.actions.post import wartende_anhalten
from netzwerk.lib.sicherung import Sicherungsfehler, pruefe, pruefe_stand, zurueckspielen
from netzwerk.models import Inhaltsstand
from netzwerk.suchindex import neu_aufbauen


class Command(BaseCommand):
    """``manage.py zurueckspielen ARCHIV [--ersetzen] [--nur-pruefen]``."""

    help = "Spielt eine Sicherung von Datenbank und Medien zurück."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the archive and what may happen."""
        parser.add_argument("archiv", type=Path, help="Archivdatei, die „sichern“ geschrieben hat.")
        parser.add_argument(
            "--ersetzen",
            action="store_true",
            help="Vorhandene Daten und Medien durch die Sicherung ersetzen.",
        )
        parser.add_argument(
            "--nur-pruefen",
            action="store_true",
            help="Nur prüfen, ob die Sicherung vollständig ist und passt.",
        )

    def handle(
        self, *args: Any, archiv: Path, ersetzen: bool = False, nur_pruefen: bool = False, **options: Any
    ) -> None:
        """Restore and say what came back."""
        try:
            if nur_pruefen:
                manifest = pruefe(archiv)
                pruefe_stand(manifest)
            else:
                manifest = zurueckspielen(archiv, ersetzen=ersetzen, danach=nach_dem_zurueckspielen)
        except Sicherungsfehler as fehler:
            raise CommandError(str(fehler)) from fehler
        getan = "geprüft, alles vollständig" if nur_pruefen else "zurückgespielt"
        self.stdout.write(
            f"{archiv} vom {manifest.erstellt[:16].replace('T', ' ')}: {manifest.zeilen} Zeilen und "
            f"{len(manifest.medien)} Mediendateien {getan}."
        )


def nach_dem_zurueckspielen() -> None:
    """Do what must be done in the same moment."""
    neuer_inhaltsstand()
    wartende_anhalten()
    neu_aufbauen()


def neuer_inhaltsstand() -> None:
    """Let the version of the content jump above any it ever had.

    Otherwise it would be counted up to numbers a second time, and browsers would keep pages
    they have under the same number. The clock is ahead of every counter.
    """
    Inhaltsstand.objects.create(pk=int(time.time() * 1000))

"""Write all rows and all media into one archive."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from netzwerk.lib.sicherung import Sicherungsfehler, sichern


class Command(BaseCommand):
    """``manage.py sichern [ZIEL]``."""

    help = "Sichert die Datenbank und alle Medien in eine Archivdatei."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the target: a file, or a folder that gets a dated file."""
        parser.add_argument(
            "ziel",
            nargs="?",
            type=Path,
            help="Archivdatei (….tar.gz) oder Ordner; Vorgabe ist der Ordner „sicherungen“ in VAR_DIR.",
        )

    def handle(self, *args: Any, ziel: Path | None = None, **options: Any) -> None:
        """Write the archive and say what is in it."""
        ziel = ziel or Path(settings.VAR_DIR) / "sicherungen"
        if not ziel.name.endswith((".tar.gz", ".tgz")):
            ziel /= f"unser-netzwerk-{timezone.localtime():%Y-%m-%d-%H%M%S}.tar.gz"
        try:
            manifest = sichern(ziel)
        except Sicherungsfehler as fehler:
            raise CommandError(str(fehler)) from fehler
        self.stdout.write(
            f"{ziel}: {manifest.zeilen} Zeilen und {len(manifest.medien)} Mediendateien gesichert."
        )

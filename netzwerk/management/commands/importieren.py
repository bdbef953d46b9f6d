"""Read a registry in that ``exportieren`` wrote."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from netzwerk.imports import Einfuhrfehler, einfuehren, einlesen


class Command(BaseCommand):
    """``manage.py importieren DATEI``."""

    help = "Liest eine Ausfuhr ein: in ein neues Portal ganz, in das eigene nur, was verschieden ist."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("datei", type=Path, help="Datei, die „exportieren“ geschrieben hat.")

    def handle(self, *args: Any, datei: Path, **options: Any) -> None:
        """Read it in, all or nothing, and say what came of it."""
        try:
            bilanz = einfuehren(einlesen(datei.read_bytes()))
        except OSError as fehler:
            raise CommandError(f"{datei} lässt sich nicht lesen: {fehler.strerror}") from fehler
        except Einfuhrfehler as fehler:
            raise CommandError(f"Nichts wurde geändert.\n{fehler}") from fehler
        self.stdout.write(
            f"{bilanz.neu.total()} Zeilen neu, {bilanz.geaendert.total()} geändert, "
            f"{bilanz.gleich} unverändert, {bilanz.dateien} Dateien neu."
        )

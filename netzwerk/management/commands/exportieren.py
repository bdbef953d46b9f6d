"""Write the complete registry into one JSON file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from netzwerk.exports import als_json, ausfuhr
from netzwerk.lib.dates import heute


class Command(BaseCommand):
    """``manage.py exportieren [ZIEL] [--ohne-dateien]``."""

    help = "Schreibt das ganze Register in eine JSON-Datei, ohne Konten, Anmeldungen und Verlauf."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the target."""
        parser.add_argument("ziel", nargs="?", type=Path, help="Datei; Vorgabe: register-TT.json hier.")
        parser.add_argument(
            "--ohne-dateien", action="store_true", help="Bilder und Dokumente nur nennen, nicht mitnehmen."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it and say how much it is."""
        ziel = options["ziel"] or Path(f"register-{heute().isoformat()}.json")
        daten = ausfuhr(mit_dateien=not options["ohne_dateien"])
        try:
            ziel.write_bytes(als_json(daten))
        except OSError as fehler:
            raise CommandError(f"{ziel} lässt sich nicht schreiben: {fehler.strerror}") from fehler
        zahl = sum(map(len, daten["zeilen"].values()))
        self.stdout.write(f"{ziel}: {zahl} Zeilen und {len(daten['dateien'])} Dateien ausgeführt.")

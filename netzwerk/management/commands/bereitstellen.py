"""Bring database and static files up to date, in one process; quick when nothing is to do."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor


class Command(BaseCommand):
    """``manage.py bereitstellen [--demo] [--pruefen]``."""

    help = "Bringt Datenbank und statische Dateien auf den Stand des Programms."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what else is wanted."""
        parser.add_argument(
            "--demo",
            action="store_true",
            help="Danach die Beispieldaten laden, wenn noch nichts eingetragen ist.",
        )
        parser.add_argument("--pruefen", action="store_true", help="Nur sagen, ob etwas zu tun wäre.")

    def handle(self, *args: Any, demo: bool = False, pruefen: bool = False, **options: Any) -> None:
        """Do what is due. Raises CommandError if the database cannot be reached, or with
        --pruefen if something is due.
        """
        try:
            offen = offene_migrationen()
        except OperationalError as fehler:
            zeile = (str(fehler).strip().splitlines() or ["keine Antwort"])[0]
            raise CommandError(f"Die Datenbank ist nicht erreichbar: {zeile}") from None
        summe = fingerabdruck()
        statisch = not merkzettel().is_file() or merkzettel().read_text() != summe
        if pruefen:
            if offen or statisch:
                raise CommandError(
                    "Datenbank oder statische Dateien sind veraltet. Bitte ausführen: ./portal update"
                )
            return
        # Most of collecting is compressing, which does not keep the database waiting.
        with ThreadPoolExecutor(max_workers=1) as nebenher:
            sammeln = nebenher.submit(sammle_statische_dateien, summe) if statisch else None
            if offen:
                self.stdout.write("Richte die Datenbank ein …")
                call_command("migrate", interactive=False, verbosity=0)
            if demo:
                call_command("demodaten", "--wenn-leer")
            if sammeln:
                sammeln.result()


def offene_migrationen() -> bool:
    """Say whether the database lacks a migration. Raises OperationalError if it is not reachable."""
    ablauf = MigrationExecutor(connection)
    return bool(ablauf.migration_plan(ablauf.loader.graph.leaf_nodes()))


def sammle_statische_dateien(summe: str) -> None:
    """Collect and compress the static files, then remember which."""
    call_command("collectstatic", interactive=False, verbosity=0)
    merkzettel().write_text(summe)


def merkzettel() -> Path:
    """Return the file that remembers which static files were collected (not served itself)."""
    return Path(f"{settings.STATIC_ROOT}.stand")


def fingerabdruck() -> str:
    """Return a checksum over name, size and time of every static file and how they are stored."""
    summe = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, ablage in sorted(finder.list([]), key=lambda paar: paar[0]):
            stand = Path(ablage.path(name)).stat()
            summe.update(f"\n{name} {stand.st_size} {stand.st_mtime_ns}".encode())
    return summe.hexdigest()

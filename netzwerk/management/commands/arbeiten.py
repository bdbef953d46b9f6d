"""The worker beside the web server: sends mail and does slow work, until told to stop."""

import logging
import os
import signal
import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error, close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from netzwerk.actions.post import post_nachsehen
from netzwerk.meldungen import sofort_melden

logger = logging.getLogger(__name__)

PAUSE = 1.0
# So often is looked for what the queue forgot.
NACHSEHEN = 60.0
# So long a database that is away is left alone.
OHNE_DATENBANK = 5.0


class Command(BaseCommand):
    """``manage.py arbeiten [--solange PROZESS] [--einmal]``."""

    help = "Arbeitet die Warteschlange ab: verschickt Nachrichten und tut, was lange dauert."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how long to go on."""
        parser.add_argument(
            "--solange", type=int, help="Enden, sobald es den Prozess mit dieser Nummer nicht mehr gibt."
        )
        parser.add_argument("--einmal", action="store_true", help="Tun, was jetzt ansteht, und enden.")

    def handle(self, *args: Any, solange: int | None = None, einmal: bool = False, **options: Any) -> None:
        """Work."""
        arbeiter = Arbeiter()
        if einmal:
            sofort_melden()
            post_nachsehen()
            arbeiter.run()
            return
        for zeichen in (signal.SIGINT, signal.SIGTERM):
            signal.signal(zeichen, arbeiter.shutdown)
        arbeiter.dauernd(solange)


class Arbeiter(Worker):
    """The queue's worker, patient with a database that is away."""

    def __init__(self) -> None:
        super().__init__(
            queue_names=["default"],
            interval=PAUSE,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )

    def shutdown(self, signum: int, frame: Any) -> None:
        """Finish the task at hand, or end at once."""
        self.running = False
        if not self.running_task:
            sys.exit(0)

    def dauernd(self, solange: int | None) -> None:
        """Do what is due, again and again."""
        nachsehen_ab = 0.0
        while self.running and (solange is None or lebt(solange)):
            pause = PAUSE
            try:
                close_old_connections()
                if time.monotonic() >= nachsehen_ab:
                    sofort_melden()
                    post_nachsehen()
                    nachsehen_ab = time.monotonic() + NACHSEHEN
                # Only a look: taking a task locks the database file for everyone.
                if DBTaskResult.objects.ready().exists():
                    self.run()
            except Error as fehler:
                logger.warning("Die Datenbank antwortet nicht (%s).", type(fehler).__name__)
                pause = OHNE_DATENBANK
            time.sleep(pause)


def lebt(prozess: int) -> bool:
    """Say whether there is a process of this number."""
    try:
        os.kill(prozess, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True

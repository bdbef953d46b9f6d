"""What is due once a day; safe to run twice, late or not at all for a week."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django_tasks_db.models import DBTaskResult

from netzwerk.actions import erledigte_hinweise_loeschen
from netzwerk.actions.post import alte_nachrichten_leeren, post_nachsehen
from netzwerk.anmeldungen import vergangene_anmeldungen_vergessen
from netzwerk.lib.dates import jetzt
from netzwerk.suchindex import abgelaufene_loeschen

# What the queue has done is of no interest after a week.
AUFGABEN_TAGE = 7


class Command(BaseCommand):
    """Erase what was kept long enough."""

    help = "Erledigt, was täglich fällig ist: löscht Altes, sieht nach der Post, räumt die Suche auf."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say what was done."""
        anzahl = erledigte_hinweise_loeschen()
        self.stdout.write(f"Gelöschte Hinweise: {anzahl}")
        self.stdout.write(f"Geleerte Nachrichten: {alte_nachrichten_leeren()}")
        self.stdout.write(f"Nachrichten mit ungewissem Ausgang: {post_nachsehen()}")
        self.stdout.write(f"Aus der Suche genommen: {abgelaufene_loeschen()}")
        self.stdout.write(f"Vergessene Anmeldungen: {vergangene_anmeldungen_vergessen()}")
        aufgaben_vergessen()


def aufgaben_vergessen() -> None:
    """Forget what the queue did; rows are the queue's own, so without history."""
    grenze = jetzt() - timedelta(days=AUFGABEN_TAGE)
    DBTaskResult.objects.finished().filter(finished_at__lt=grenze).delete()

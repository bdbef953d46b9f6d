"""What is due once a day; safe to run twice, late or not at all for a week."""

from typing import Any

from django.core.management.base import BaseCommand

from netzwerk.actions import erledigte_hinweise_loeschen


class Command(BaseCommand):
    """Erase what was kept long enough."""

    help = "Erledigt, was täglich fällig ist: löscht Hinweise, die lange erledigt sind."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say what was done."""
        anzahl = erledigte_hinweise_loeschen()
        self.stdout.write(f"Gelöschte Hinweise: {anzahl}")

"""What is due once a day; safe to run twice, late or not at all for a week."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from netzwerk import faellig


class Command(BaseCommand):
    """Do what every floor has registered (``netzwerk/faellig.py``)."""

    help = "Erledigt, was täglich fällig ist: meldet, erinnert, löscht Altes, sieht nach der Post."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say what was done. Raises CommandError if a part broke off; the others are done."""
        gescheitert = []
        for titel, anzahl in faellig.erledigen():
            if anzahl is None:
                gescheitert.append(titel)
            else:
                self.stdout.write(f"{titel}: {anzahl}")
        if gescheitert:
            msg = f"Nicht erledigt (siehe Protokolldatei): {', '.join(gescheitert)}"
            raise CommandError(msg)

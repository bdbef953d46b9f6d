"""Make the search index anew."""

from typing import Any

from django.core.management.base import BaseCommand

from netzwerk.suchindex import neu_aufbauen


class Command(BaseCommand):
    """``manage.py suchindex``."""

    help = "Baut den Suchindex neu auf. Nötig ist das nur nach Eingriffen an der Datenbank selbst."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say how many entries can be found."""
        self.stdout.write(f"Suchindex neu aufgebaut: {neu_aufbauen()} Einträge.")

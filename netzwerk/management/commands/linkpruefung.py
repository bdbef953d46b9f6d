"""Ask the web addresses that entries name whether they are still there."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from netzwerk.actions.links import links_abgleichen, links_der_reihe_nach, links_pruefen
from netzwerk.models import Linkbefund


class Command(BaseCommand):
    """``manage.py linkpruefung [--jetzt]``."""

    help = "Prüft die Webadressen der Einträge; durch die Warteschlange, mit --jetzt sofort."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to wait for it."""
        parser.add_argument("--jetzt", action="store_true", help="Hier prüfen, nicht in der Warteschlange.")

    def handle(self, *args: Any, jetzt: bool = False, **options: Any) -> None:
        """Do it and say what was found."""
        if not jetzt:
            links_pruefen.enqueue()
            self.stdout.write("Die Prüfung läuft in der Warteschlange.")
            return
        links_abgleichen()
        self.stdout.write(f"Geprüft: {links_der_reihe_nach()}")
        for befund in Linkbefund.objects.auffaellig():
            self.stdout.write(f"{befund.adresse}: {befund.worte}")

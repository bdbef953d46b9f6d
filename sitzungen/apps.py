"""Configuration of the top floor."""

from django.apps import AppConfig


class SitzungenConfig(AppConfig):
    """Meetings, papers and decisions."""

    name = "sitzungen"
    verbose_name = "Sitzungen und Vorlagen"

    def ready(self) -> None:
        """Let entries of this floor be found."""
        from netzwerk.suchindex import anmelden
        from sitzungen.sucharten import SUCHARTEN

        anmelden(*SUCHARTEN)

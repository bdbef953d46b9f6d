"""Configuration of the middle floor."""

from django.apps import AppConfig


class GremienConfig(AppConfig):
    """Bodies and who sits in them."""

    name = "gremien"
    verbose_name = "Gremien, Berichte und Projekte"

    def ready(self) -> None:
        """Let entries of this floor be found."""
        from gremien.sucharten import SUCHARTEN
        from netzwerk.suchindex import anmelden

        anmelden(*SUCHARTEN)

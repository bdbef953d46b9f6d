"""Configuration of the top floor."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SitzungenConfig(AppConfig):
    """Meetings, papers and decisions."""

    name = "sitzungen"
    verbose_name = "Sitzungen und Vorlagen"

    def ready(self) -> None:
        """Let entries of this floor be found."""
        from netzwerk import meldungen
        from netzwerk.suchindex import anmelden, aufbauen_wenn_leer
        from sitzungen.ereignisse import ARTEN
        from sitzungen.sucharten import SUCHARTEN

        anmelden(*SUCHARTEN)
        meldungen.anmelden(*ARTEN)
        # All floors have their tables now.
        post_migrate.connect(aufbauen_wenn_leer, sender=self)

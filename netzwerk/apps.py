"""Configuration of the ground floor."""

from django.apps import AppConfig


class NetzwerkConfig(AppConfig):
    """Organisations, people and the frame."""

    name = "netzwerk"
    verbose_name = "Organisationen und Personen"

    def ready(self) -> None:
        """Say blank choices in German, connect the one receiver module, let entries be found."""
        from django.db.models import fields

        from netzwerk import aufraeumen, protokoll, receivers, suchindex
        from netzwerk.sucharten import SUCHARTEN

        # Django 6.1 shows an English word for the empty choice.
        fields.BLANK_CHOICE_LABEL = "– keine Angabe –"
        receivers.verbinden()
        protokoll.verbinden()
        suchindex.anmelden(*SUCHARTEN)
        aufraeumen.anmelden()

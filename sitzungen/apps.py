"""Configuration of the top floor."""

from django.apps import AppConfig


class SitzungenConfig(AppConfig):
    """Meetings, papers and decisions."""

    name = "sitzungen"
    verbose_name = "Sitzungen und Vorlagen"

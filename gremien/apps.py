"""Configuration of the middle floor."""

from django.apps import AppConfig


class GremienConfig(AppConfig):
    """Bodies and who sits in them."""

    name = "gremien"
    verbose_name = "Gremien, Berichte und Projekte"

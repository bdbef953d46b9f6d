"""Admin pages of the top floor; importing a topic registers its models."""

from sitzungen.admin import beschluss, sitzung, vorlage

__all__ = ["beschluss", "sitzung", "vorlage"]

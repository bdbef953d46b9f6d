"""Admin pages of the top floor; importing a topic registers its models."""

from sitzungen.admin import beschluss, pflichterfuellung, sitzung, vorlage

__all__ = ["beschluss", "pflichterfuellung", "sitzung", "vorlage"]

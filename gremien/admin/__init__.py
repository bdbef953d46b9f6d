"""Admin pages of the middle floor; importing a topic registers its models."""

from gremien.admin import bericht, beziehung, gremium, mitgliedschaft, netzwerkseite, projekt

__all__ = ["bericht", "beziehung", "gremium", "mitgliedschaft", "netzwerkseite", "projekt"]

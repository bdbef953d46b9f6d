"""Admin pages of the ground floor; importing a topic registers its models."""

from netzwerk.admin import konto, medien, organisation, person, portal, werte

__all__ = ["konto", "medien", "organisation", "person", "portal", "werte"]

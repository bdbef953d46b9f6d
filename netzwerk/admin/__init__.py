"""Admin pages of the ground floor; importing a topic registers its models."""

from netzwerk.admin import hinweis, konto, medien, organisation, person, portal, werte

__all__ = ["hinweis", "konto", "medien", "organisation", "person", "portal", "werte"]

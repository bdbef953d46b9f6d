"""The heading of the admin's start page that this app brings."""

from netzwerk.lib.admin import Gruppe

SITZUNGEN = Gruppe(40, "Sitzungen und Vorlagen")

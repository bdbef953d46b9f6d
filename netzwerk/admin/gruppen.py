"""Headings of the admin's start page that this app brings."""

from netzwerk.lib.admin import Gruppe

ORGANISATIONEN = Gruppe(10, "Organisationen und Personen")
MEDIEN = Gruppe(50, "Bilder und Dokumente")
PORTAL = Gruppe(70, "Portal und Konten")

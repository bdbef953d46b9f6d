"""Headings of the admin's start page that this app brings."""

from netzwerk.lib.admin import Gruppe

GREMIEN = Gruppe(20, "Gremien und Mitgliedschaften")
BERICHTE = Gruppe(30, "Berichte und Projekte")

"""Shared ground of the three admin modules. Knows no model: everything is asked of the object itself."""

from netzwerk.lib.admin.basis import Einzelheit, Grundadmin, Gruppe, Verwendetadmin, Wertadmin
from netzwerk.lib.admin.felder import Ablagewidget, Formattextfeld, vorschau
from netzwerk.lib.admin.papierkorb import VEROEFFENTLICHUNG, Inhaltadmin, Papierkorbadmin
from netzwerk.lib.admin.zeilen import (
    Ablehnung,
    Bloecke,
    Hauptformular,
    Tabelle,
    Zeilenformset,
    Zeilenformular,
)
from netzwerk.lib.admin.zeitraum import VON_BIS, Zeitraumfilter

__all__ = [
    "VEROEFFENTLICHUNG",
    "VON_BIS",
    "Ablagewidget",
    "Ablehnung",
    "Bloecke",
    "Einzelheit",
    "Formattextfeld",
    "Grundadmin",
    "Gruppe",
    "Hauptformular",
    "Inhaltadmin",
    "Papierkorbadmin",
    "Tabelle",
    "Verwendetadmin",
    "Wertadmin",
    "Zeilenformset",
    "Zeilenformular",
    "Zeitraumfilter",
    "vorschau",
]

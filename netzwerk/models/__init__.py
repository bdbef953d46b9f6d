"""Models of the ground floor, one topic a file."""

from netzwerk.models.adresse import FruehereAdresse
from netzwerk.models.arbeitsstand import Absendung, Zwischenstand
from netzwerk.models.gebiet import Gebiet
from netzwerk.models.hinweis import Hinweis
from netzwerk.models.inhalt import Datensatz, Inhalt
from netzwerk.models.konto import Konto
from netzwerk.models.medien import Bild, Dokument
from netzwerk.models.nachricht import Nachricht, Nachrichtenanhang
from netzwerk.models.organisation import Organisation, Organisationsart, Organisationsmitgliedschaft
from netzwerk.models.person import Einwilligung, Person, Stelle, Zugehoerigkeit
from netzwerk.models.portal import Arbeitsfassung, Demoeintrag, Inhaltsstand, Portal, Seite
from netzwerk.models.suche import Suchtext, Suchwort
from netzwerk.models.thema import Programm, Thema, Zielgruppe

__all__ = [
    "Absendung",
    "Arbeitsfassung",
    "Bild",
    "Datensatz",
    "Demoeintrag",
    "Dokument",
    "Einwilligung",
    "FruehereAdresse",
    "Gebiet",
    "Hinweis",
    "Inhalt",
    "Inhaltsstand",
    "Konto",
    "Nachricht",
    "Nachrichtenanhang",
    "Organisation",
    "Organisationsart",
    "Organisationsmitgliedschaft",
    "Person",
    "Portal",
    "Programm",
    "Seite",
    "Stelle",
    "Suchtext",
    "Suchwort",
    "Thema",
    "Zielgruppe",
    "Zugehoerigkeit",
    "Zwischenstand",
]

"""Models of the ground floor, one topic a file."""

from netzwerk.models.adresse import FruehereAdresse
from netzwerk.models.arbeitsstand import Absendung, Rueckmeldung, Zwischenstand
from netzwerk.models.gebiet import Gebiet
from netzwerk.models.hinweis import Hinweis
from netzwerk.models.inhalt import Datensatz, Inhalt
from netzwerk.models.konto import Konto
from netzwerk.models.link import Linkbefund
from netzwerk.models.medien import Bild, Dokument, Dokumenttext
from netzwerk.models.nachricht import Nachricht, Nachrichtenanhang
from netzwerk.models.organisation import Organisation, Organisationsart, Organisationsmitgliedschaft
from netzwerk.models.person import Einwilligung, Person, Stelle, Zugehoerigkeit
from netzwerk.models.portal import Arbeitsfassung, Demoeintrag, Inhaltsstand, Portal, Seite
from netzwerk.models.suche import Suchinhalt, Suchtext, Suchwort
from netzwerk.models.thema import Programm, Thema, Zielgruppe
from netzwerk.models.zugang import Benachrichtigung, Einladung, Kalenderzugang, Schliessung
from netzwerk.models.zusammenfuehrung import Verschieden, Zusammenfuehrung

__all__ = [
    "Absendung",
    "Arbeitsfassung",
    "Benachrichtigung",
    "Bild",
    "Datensatz",
    "Demoeintrag",
    "Dokument",
    "Dokumenttext",
    "Einladung",
    "Einwilligung",
    "FruehereAdresse",
    "Gebiet",
    "Hinweis",
    "Inhalt",
    "Inhaltsstand",
    "Kalenderzugang",
    "Konto",
    "Linkbefund",
    "Nachricht",
    "Nachrichtenanhang",
    "Organisation",
    "Organisationsart",
    "Organisationsmitgliedschaft",
    "Person",
    "Portal",
    "Programm",
    "Rueckmeldung",
    "Schliessung",
    "Seite",
    "Stelle",
    "Suchinhalt",
    "Suchtext",
    "Suchwort",
    "Thema",
    "Verschieden",
    "Zielgruppe",
    "Zugehoerigkeit",
    "Zusammenfuehrung",
    "Zwischenstand",
]

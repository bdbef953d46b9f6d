"""Models of the middle floor, one topic a file."""

from gremien.models.bericht import Bericht, Berichtsabschnitt
from gremien.models.berichtspflicht import Berichtspflicht, Pflichtvermerk
from gremien.models.beziehung import Gremienbeziehung, Leitung
from gremien.models.gremium import (
    Adressat,
    FruehererName,
    Gremienart,
    Gremienbild,
    Gremium,
    Teilnehmendenart,
)
from gremien.models.handlung import Handlung
from gremien.models.mitgliedschaft import Betreuung, Mitgliedschaft, Stellvertretung
from gremien.models.netzwerkseite import Netzwerkeintrag, Netzwerkseite
from gremien.models.projekt import Kunde, Methode, Planfassung, Programmbezug, Projekt, Projektbeteiligung
from gremien.models.sitz import Sitz, Sitzkategorie
from gremien.models.uebernahme import Uebernahme
from gremien.models.vorschlag import Mandatsvorschlag
from gremien.models.wahlperiode import Wahlperiode

__all__ = [
    "Adressat",
    "Bericht",
    "Berichtsabschnitt",
    "Berichtspflicht",
    "Betreuung",
    "FruehererName",
    "Gremienart",
    "Gremienbeziehung",
    "Gremienbild",
    "Gremium",
    "Handlung",
    "Kunde",
    "Leitung",
    "Mandatsvorschlag",
    "Methode",
    "Mitgliedschaft",
    "Netzwerkeintrag",
    "Netzwerkseite",
    "Pflichtvermerk",
    "Planfassung",
    "Programmbezug",
    "Projekt",
    "Projektbeteiligung",
    "Sitz",
    "Sitzkategorie",
    "Stellvertretung",
    "Teilnehmendenart",
    "Uebernahme",
    "Wahlperiode",
]

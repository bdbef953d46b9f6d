"""Models of the top floor, one topic a file."""

from sitzungen.models.anwesenheit import Anwesenheit
from sitzungen.models.beschluss import Beschluss, Statusnotiz
from sitzungen.models.pflichterfuellung import Pflichterfuellung
from sitzungen.models.projektberatung import Projektberatung
from sitzungen.models.sitzung import Sitzung
from sitzungen.models.tagesordnung import Tagesordnungspunkt
from sitzungen.models.vorlage import Beratung, Vorlage, Vorlagenabschnitt, Vorlagenbezug

__all__ = [
    "Anwesenheit",
    "Beratung",
    "Beschluss",
    "Pflichterfuellung",
    "Projektberatung",
    "Sitzung",
    "Statusnotiz",
    "Tagesordnungspunkt",
    "Vorlage",
    "Vorlagenabschnitt",
    "Vorlagenbezug",
]

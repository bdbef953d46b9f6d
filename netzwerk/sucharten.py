"""What of this floor can be found."""

from netzwerk.models import Gebiet, Organisation, Seite, Thema
from netzwerk.suchindex import Suchart

GEBIET_UND_THEMA = (("gebiet", "gebiete"), ("thema", "themen"))

SUCHARTEN = (
    Suchart(
        nummer=2,
        name="organisation",
        modell=Organisation,
        eine="Organisation",
        viele="Organisationen",
        vor="/organisationen/",
        ende="slug",
        titel="name",
        namen=("kurzname",),
        texte=("kurztext", "beschreibung"),
        listen=GEBIET_UND_THEMA,
    ),
    Suchart(
        nummer=3,
        name="gebiet",
        modell=Gebiet,
        eine="Gebiet",
        viele="Gebiete",
        vor="/gebiete/",
        ende="slug",
        titel="name",
        texte=("beschreibung",),
        selbst="gebiet",
    ),
    Suchart(
        nummer=4,
        name="thema",
        modell=Thema,
        eine="Thema",
        viele="Themen",
        vor="/themen/",
        ende="slug",
        titel="name",
        texte=("beschreibung",),
        selbst="thema",
    ),
    Suchart(
        nummer=10,
        name="seite",
        modell=Seite,
        eine="Seite",
        viele="Seiten",
        vor="/",
        ende="slug",
        titel="titel",
        texte=("text",),
    ),
)

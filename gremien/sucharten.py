"""What of this floor can be found."""

from gremien.models import Bericht, Berichtsabschnitt, Gremium, Projekt
from netzwerk.suchindex import Suchart

SUCHARTEN = (
    Suchart(
        nummer=1,
        name="gremium",
        modell=Gremium,
        eine="Gremium",
        viele="Gremien",
        vor="/gremien/",
        ende="slug",
        titel="name",
        namen=("langname", "kurzname", "weitere_bezeichnungen"),
        texte=("kurztext", "beschreibung", "auftrag", "aufgaben"),
        listen=(("gebiet", "gebiete"), ("thema", "themen")),
    ),
    Suchart(
        nummer=5,
        name="projekt",
        modell=Projekt,
        eine="Projekt",
        viele="Projekte",
        vor="/projekte/",
        ende="slug",
        titel="titel",
        texte=("kurztext", "beschreibung", "ergebnisse"),
        ueber=("institut",),
        jahr="von_jahr",
        listen=(("gebiet", "standorte"), ("thema", "themen")),
    ),
    Suchart(
        nummer=6,
        name="bericht",
        modell=Bericht,
        eine="Bericht",
        viele="Berichte",
        vor="/berichte/",
        ende="slug",
        titel="titel",
        namen=("untertitel",),
        ueber=("organisation", "verbund"),
        abschnitte=(Berichtsabschnitt, "bericht"),
        jahr="jahr",
        listen=(("gebiet", "gebiete"), ("thema", "themen")),
    ),
)

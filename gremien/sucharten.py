"""What of this floor can be found."""

from django.db.models import OuterRef, Subquery

from gremien.models import Bericht, Berichtsabschnitt, Gremium, Projekt
from netzwerk.models import Gebiet
from netzwerk.suchindex import Suchart


def _erstes_gebiet() -> Subquery:
    """Return the first area of a body, which tells it from others of its name."""
    gebiete = Gebiet.objects.oeffentlich().filter(gremien=OuterRef("pk"))
    return Subquery(gebiete.order_by("sortierung").values("name")[:1])


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
        daneben=(_erstes_gebiet,),
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
        daneben=("organisation__name", "jahr"),
        listen=(("gebiet", "gebiete"), ("thema", "themen")),
    ),
)

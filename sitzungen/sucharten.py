"""What of this floor can be found."""

from django.db.models import TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf

from netzwerk.suchindex import Suchart
from sitzungen.models import Sitzung, Tagesordnungspunkt, Vorlage, Vorlagenabschnitt

SUCHARTEN = (
    Suchart(
        nummer=7,
        name="sitzung",
        modell=Sitzung,
        eine="Sitzung",
        viele="Sitzungen",
        vor="/sitzungen/",
        ende="id",
        titel=Coalesce(NullIf("titel", Value("")), "gremium__name"),
        namen=("ort",),
        texte=("hinweis",),
        ueber=("gremium",),
        jahr="datum__year",
        listen=(("gebiet", "gremium__gebiete"), ("thema", "gremium__themen")),
    ),
    Suchart(
        nummer=8,
        name="punkt",
        modell=Tagesordnungspunkt,
        eine="Tagesordnungspunkt",
        viele="Tagesordnungspunkte",
        vor="/sitzungen/",
        ende=Concat(
            Cast("sitzung_id", TextField()),
            Value("/#top-"),
            Cast("pk", TextField()),
            output_field=TextField(),
        ),
        titel="titel",
        namen=("nummer",),
        texte=("text",),
        ueber=("sitzung", "sitzung__gremium"),
        jahr="sitzung__datum__year",
        listen=(("gebiet", "sitzung__gremium__gebiete"), ("thema", "sitzung__gremium__themen")),
    ),
    Suchart(
        nummer=9,
        name="vorlage",
        modell=Vorlage,
        eine="Vorlage",
        viele="Vorlagen",
        vor="/vorlagen/",
        ende="pfad",
        titel="betreff",
        namen=("kennung",),
        texte=("beschlussvorschlag", "sachverhalt"),
        ueber=("koerperschaft",),
        abschnitte=(Vorlagenabschnitt, "vorlage"),
        jahr="datum__year",
        listen=(("gebiet", "gebiete"), ("thema", "themen")),
    ),
)

"""What of this floor can be found."""

from typing import Any

from django.db.models import Case, Q, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, Replace

from netzwerk.dokumenttexte import nachfuehren
from netzwerk.lib.dates import Genauigkeit
from netzwerk.models import Dokument
from netzwerk.suchindex import Suchart
from sitzungen.enums import Beschlussart
from sitzungen.models import Beschluss, Sitzung, Tagesordnungspunkt, Vorlage, Vorlagenabschnitt


def _tag(feld: str) -> Any:
    """Return the day of a date as text, of an unsharp one the year."""
    return Case(
        When(**{f"{feld}_genauigkeit": Genauigkeit.TAG}, then=Cast(feld, TextField())),
        default=Cast(f"{feld}__year", TextField()),
        output_field=TextField(),
    )


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
        daneben=(_tag("datum"),),
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
        daneben=("sitzung__gremium__name", _tag("sitzung__datum")),
        listen=(("gebiet", "sitzung__gremium__gebiete"), ("thema", "sitzung__gremium__themen")),
    ),
    Suchart(
        nummer=9,
        daneben=("kennung", "datum"),
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
    Suchart(
        nummer=11,
        name="beschluss",
        modell=Beschluss,
        eine="Beschluss",
        viele="Beschlüsse",
        vor="/",
        ende=Case(
            When(
                vorlage__isnull=False,
                then=Concat(Value("vorlagen/"), "vorlage__pfad", output_field=TextField()),
            ),
            default=Concat(
                Value("gremien/"), "gremium__slug", Value("/#vorgaenge"), output_field=TextField()
            ),
            output_field=TextField(),
        ),
        titel=Concat(
            Case(
                *(When(art=art, then=Value(str(wort))) for art, wort in Beschlussart.choices),
                output_field=TextField(),
            ),
            Value(" "),
            Case(
                When(~Q(nummer=""), then=Concat("nummer", Value(" "), output_field=TextField())),
                default=Value(""),
                output_field=TextField(),
            ),
            Value("– "),
            "gremium__name",
            output_field=TextField(),
        ),
        texte=("wortlaut",),
        daneben=("datum",),
        ueber=(
            "gremium",
            "punkt",
            "punkt__sitzung",
            "punkt__sitzung__gremium",
            "vorlage",
            "vorlage__koerperschaft",
        ),
        jahr="datum__year",
        listen=(("gebiet", "gremium__gebiete"), ("thema", "gremium__themen")),
    ),
    Suchart(
        nummer=12,
        name="dokument",
        modell=Dokument,
        eine="Dokument",
        viele="Dokumente",
        vor="",
        ende=Case(
            When(
                ~Q(datei=""),
                then=Concat(
                    Value("/medien/dokumente/"),
                    Cast("pk", TextField()),
                    Value("/"),
                    Replace(
                        Cast("datei", TextField()),
                        Value("dokumente/"),
                        Value(""),
                        output_field=TextField(),
                    ),
                    output_field=TextField(),
                ),
            ),
            default=Cast("webadresse", TextField()),
            output_field=TextField(),
        ),
        titel="titel",
        namen=("dateiname", "fassung"),
        texte=("gelesen__text",),
        ueber=(
            "gremien",
            "projekte",
            "projekte__institut",
            "sitzungen",
            "sitzungen__gremium",
            "vorlagen",
            "vorlagen__koerperschaft",
        ),
        getragen=(
            ("gremium", "dokumente"),
            ("projekt", "dokumente"),
            ("sitzung", "dokumente"),
            ("vorlage", "anlagen"),
        ),
        vorher=nachfuehren,
        schluss="",
    ),
)

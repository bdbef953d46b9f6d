"""Short ways to rows that tests need; a field left out has a plain value."""

import io
import itertools
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gremien.models import Gremienart, Gremium, Mitgliedschaft, Sitz, Sitzkategorie
from netzwerk.enums import Veroeffentlichung
from netzwerk.models import Bild, Organisation, Person
from sitzungen.models import Sitzung, Vorlage

_nummer = itertools.count(1)
OEFFENTLICH = {"veroeffentlichung": Veroeffentlichung.VEROEFFENTLICHT}


def gremium(name: str = "", **felder: Any) -> Gremium:
    """Return a published body."""
    name = name or f"Gremium {next(_nummer)}"
    art = felder.pop("art", None) or Gremienart.objects.get_or_create(name="Arbeitskreis")[0]
    return Gremium.objects.create(
        **{"name": name, "kurztext": f"{name} berät.", "art": art, **OEFFENTLICH, **felder}
    )


def organisation(name: str = "", **felder: Any) -> Organisation:
    """Return a published organisation."""
    return Organisation.objects.create(
        **{"name": name or f"Organisation {next(_nummer)}", **OEFFENTLICH, **felder}
    )


def person(nachname: str = "", **felder: Any) -> Person:
    """Return a person."""
    return Person.objects.create(nachname=nachname or f"Person{next(_nummer)}", **felder)


def bild(**felder: Any) -> Bild:
    """Return a published picture with a file."""
    inhalt = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(inhalt, "PNG")
    datei = SimpleUploadedFile("bild.png", inhalt.getvalue())
    return Bild.objects.create(**{"alternativtext": "ein Haus", "datei": datei, **OEFFENTLICH, **felder})


def sitz(in_gremium: Gremium, **felder: Any) -> Sitz:
    """Return a seat in a category of its own."""
    kategorie = felder.pop("kategorie", None) or Sitzkategorie.objects.create(
        gremium=in_gremium, bezeichnung=f"Kategorie {next(_nummer)}", position=next(_nummer)
    )
    return Sitz.objects.create(kategorie=kategorie, **felder)


def mitgliedschaft(in_gremium: Gremium, **felder: Any) -> Mitgliedschaft:
    """Return a membership, of a new person unless another member is given."""
    if not {"person", "stelle", "organisation", "mitglied_gremium"} & felder.keys():
        felder["person"] = person()
    return Mitgliedschaft.objects.create(gremium=in_gremium, **felder)


def sitzung(in_gremium: Gremium, **felder: Any) -> Sitzung:
    """Return a published meeting."""
    return Sitzung.objects.create(**{"gremium": in_gremium, **OEFFENTLICH, **felder})


def vorlage(koerperschaft: Organisation, kennung: str = "", **felder: Any) -> Vorlage:
    """Return a published, released paper."""
    return Vorlage.objects.create(
        **{
            "koerperschaft": koerperschaft,
            "kennung": kennung or f"2026/{next(_nummer):04d}",
            "betreff": "Bericht zur Lage",
            "stand": "in_beratung",
            **OEFFENTLICH,
            **felder,
        }
    )

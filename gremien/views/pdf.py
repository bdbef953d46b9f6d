"""The editorial page and the page of a body as tagged PDF: the same data as on the screen."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse

from gremien.anzeige import Zeile
from gremien.views.netzwerk import netzwerk_kontext
from gremien.views.public import gremium_kontext
from netzwerk.lib.dates import heute
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.pdf import pdf_antwort


@oeffentliche_seite
def netzwerk(request: HttpRequest) -> HttpResponse:
    """Return the editorial page with a table of contents."""
    kontext = netzwerk_kontext() | {"stand": heute()}
    bilder = dateien(bild for zeile in aller_ebenen(kontext["ziele"]) for bild in zeile["bilder"])
    return pdf_antwort(request, "gremien/pdf/netzwerk.html", kontext, bilder=bilder, seite="/netzwerk/")


@oeffentliche_seite
def gremium(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the page of a body as it is today."""
    kontext = gremium_kontext(slug) | {"stand": heute()}
    return pdf_antwort(
        request,
        "gremien/pdf/gremium.html",
        kontext,
        bilder=dateien(kontext["bilder"]),
        seite=kontext["gremium"].get_absolute_url(),
    )


def aller_ebenen(zeilen: list[Zeile]) -> Iterable[Zeile]:
    """Return the rows and the rows nested in them."""
    for zeile in zeilen:
        yield zeile
        yield from aller_ebenen(zeile["unter"])


def dateien(bilder: Iterable[Zeile]) -> dict[str, str]:
    """Return path → stored name of public pictures."""
    return {bild["src"]: bild["datei"] for bild in bilder}

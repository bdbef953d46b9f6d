"""What search engines ask for: which public pages there are and since when they are as they are."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemaps
from django.http import HttpRequest, HttpResponse

from gremien.models import Bericht, Gremium, Projekt
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.models import Gebiet, Organisation, Thema
from sitzungen.models import Sitzung, Vorlage

# Addresses of one file; the protocol allows 50,000 (sitemaps.org).
ADRESSEN = 10_000
EINGAENGE = (
    "/",
    "/netzwerk/",
    "/gremien/",
    "/organisationen/",
    "/gebiete/",
    "/themen/",
    "/projekte/",
    "/berichte/",
    "/sitzungen/",
    "/vorlagen/",
    "/aktuell/",
    "/leichte-sprache/",
)


class Eingaenge(Sitemap):
    """Pages that are always there."""

    def items(self) -> list[str]:
        """Return their addresses."""
        return list(EINGAENGE)

    def location(self, item: str) -> str:
        """Return the address itself."""
        return item


class Eintraege(Sitemap):
    """Public entries of one kind; what is archived stays readable but is not looked for."""

    limit = ADRESSEN

    def __init__(self, modell: Any) -> None:
        """Take the model; its rows are asked for anew with each request."""
        self.modell = modell

    def items(self) -> Any:
        """Return the rows in an order that stays."""
        zeilen = self.modell.objects.oeffentlich()
        return (zeilen.gelistet() if hasattr(zeilen, "gelistet") else zeilen).order_by("pk")

    def lastmod(self, item: Any) -> datetime:
        """Return since when the page is as it is."""
        return item.geaendert_am


TEILE: dict[str, Any] = {
    "eingaenge": Eingaenge(),
    "gremien": Eintraege(Gremium),
    "organisationen": Eintraege(Organisation),
    "gebiete": Eintraege(Gebiet),
    "themen": Eintraege(Thema),
    "projekte": Eintraege(Projekt),
    "berichte": Eintraege(Bericht),
    "sitzungen": Eintraege(Sitzung),
    "vorlagen": Eintraege(Vorlage),
}


@oeffentliche_seite
def verzeichnis(request: HttpRequest) -> HttpResponse:
    """Return the list of parts."""
    return sitemaps.index(request, TEILE, sitemap_url_name="sitemap_teil")


@oeffentliche_seite
def teil(request: HttpRequest, section: str) -> HttpResponse:
    """Return the pages of one part; Http404 for a part there is not."""
    return sitemaps.sitemap(request, TEILE, section=section)


@oeffentliche_seite
def robots(request: HttpRequest) -> HttpResponse:
    """Tell robots what is not for them, and where the list is."""
    zeilen = (
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /intern/",
        "Disallow: /konto/",
        "Disallow: /suche/",
        # The pages themselves say the same, and each PDF costs seconds.
        "Disallow: /netzwerk/netzwerk.pdf",
        "Disallow: /gremien/*/gremium.pdf",
        "",
        f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}",
    )
    return HttpResponse("\n".join(zeilen) + "\n", content_type="text/plain; charset=utf-8")

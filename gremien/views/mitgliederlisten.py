"""Mailing list and sheet of attendance of a body, for whoever may read its internal view."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.http import urlencode

from gremien import mitgliederlisten
from gremien.handlungsseite import gremium_oder_404
from gremien.mandate.besetzung import besetzung
from gremien.mandatsformulare import Tag
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.lib import tabular
from netzwerk.lib.dates import heute
from netzwerk.lib.pdf import pdf_antwort
from netzwerk.models import Portal

LEERE_ZEILEN, LEERE_HOECHSTENS = 4, 40


class Mitgliederliste(Intern):
    """What both have in common: the body, the day, and who is chosen by the address."""

    http_method_names = ["get", "head", "options"]

    def laden(self, pk: int) -> dict[str, Any]:
        """Return the lists of a body. Raises Http404 for one that the account must not know of."""
        gremium = gremium_oder_404(self.request.user, pk)
        frage = self.request.GET
        tag, lesbar = heute(), True
        try:
            tag = Tag(required=False).clean(frage.get("am", "")[:20].replace("\x00", "")) or tag
        except ValidationError:
            lesbar = False
        mit_vertretung = frage.get("vertretung") == "1"
        listen = mitgliederlisten.listen(
            besetzung(gremium, tag), nur=frage.getlist("kategorie"), mit_vertretung=mit_vertretung
        )
        return {
            "gremium": gremium,
            "tag": tag,
            "unlesbar": not lesbar,
            "listen": listen,
            "gewaehlte": [liste for liste in listen if liste.gewaehlt],
            "mit_vertretung": mit_vertretung,
            "auswahl": self._auswahl(listen, tag, mit_vertretung=mit_vertretung),
        }

    def _auswahl(self, listen: list[Any], tag: Any, *, mit_vertretung: bool) -> str:
        """Return the choice as the end of an address: only what was understood."""
        paare = [("am", tag.isoformat())]
        if any(not liste.gewaehlt for liste in listen):
            paare += [("kategorie", liste.schluessel) for liste in listen if liste.gewaehlt]
        if mit_vertretung:
            paare.append(("vertretung", "1"))
        return urlencode(paare)


class Verteiler(Mitgliederliste):
    """The official addresses, to copy or to write to."""

    vorlage = "intern/mitglieder/verteiler.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show them."""
        kontext = self.laden(pk)
        adressen = mitgliederlisten.adressen(kontext["listen"])
        return self.zeigen(
            kontext
            | {
                "adressen": adressen,
                "links": mitgliederlisten.mailto(adressen, str(kontext["gremium"])),
                "ohne": mitgliederlisten.ohne_adresse(kontext["listen"]),
            }
        )


class Verteilertabelle(Mitgliederliste):
    """The same as a table."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Return it as CSV."""
        kontext = self.laden(pk)
        kopf = ["Sitzkategorie", "Name", "für", "Rolle", "E-Mail"]
        zeilen: list[list[object]] = [
            [liste.titel, e.name, e.fuer, e.rolle, e.email]
            for liste in kontext["gewaehlte"]
            for e in liste.eintraege
        ]
        name = f"verteiler-{kontext['gremium'].slug}.csv"
        return HttpResponse(
            tabular.als_csv(kopf, zeilen),
            content_type=tabular.CSV_TYP,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class Anwesenheit(Mitgliederliste):
    """A sheet to sign, to print from the browser."""

    vorlage = "intern/mitglieder/anwesenheit.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show it."""
        return self.zeigen(self.laden(pk) | self.leere())

    def leere(self) -> dict[str, Any]:
        """Return how many empty rows there are for guests."""
        text = self.request.GET.get("leer", "")
        zahl = int(text) if text.isascii() and text.isdecimal() and len(text) <= 3 else LEERE_ZEILEN  # noqa: PLR2004
        return {"leer": min(zahl, LEERE_HOECHSTENS), "leere": range(min(zahl, LEERE_HOECHSTENS))}


class AnwesenheitPdf(Anwesenheit):
    """The sheet as tagged PDF."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Return it; it is made anew each time, since it names people."""
        kontext = self.laden(pk) | self.leere() | {"portal": Portal.objects.aktuelles(), "stand": heute()}
        seite = request.path.replace("anwesenheit.pdf", "anwesenheit/")
        return pdf_antwort(
            request, "gremien/pdf/anwesenheit.html", kontext, bilder={}, seite=seite, merken=False
        )

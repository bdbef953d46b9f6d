"""The public page of an organisation: it shows where the organisation sits, so it lives here."""

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gremien import anzeige, queries
from gremien.models import Gremium
from gremien.netznachbarn import nachbarn_der_organisation
from netzwerk.anzeige import organisation_badges, organisation_fakten
from netzwerk.lib.antworten import oeffentlich_oder_weg, wurzel
from netzwerk.lib.dates import heute
from netzwerk.lib.netzklein import kleinbild
from netzwerk.lib.oeffentlich import oeffentliche_seite
from netzwerk.lib.text import als_html
from netzwerk.queries import organisation_mit_listen
from netzwerk.schema import organisation_schema

HOECHSTENS = 200


@oeffentliche_seite
def organisation_seite(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an organisation; one that is a body at the same time shares that body's page."""
    zugleich = Gremium.objects.oeffentlich().filter(zugleich_organisation=OuterRef("pk"))
    organisationen = organisation_mit_listen().annotate(zugleich_slug=Subquery(zugleich.values("slug")[:1]))
    organisation = oeffentlich_oder_weg(organisationen, slug=slug)
    if organisation.zugleich_slug:
        return redirect("gremium", slug=organisation.zugleich_slug)
    sitze = list(queries.rollen_der_organisation(organisation, heute())[:HOECHSTENS])
    leitungen = list(queries.leitungen_der_organisation(organisation, heute())[:HOECHSTENS])
    nachbarn = nachbarn_der_organisation(
        organisation, [*(sitz.gremium for sitz in sitze), *(leitung.gremium for leitung in leitungen)]
    )
    return render(
        request,
        "gremien/organisation.html",
        {
            "bereich": "organisationen",
            "organisation": organisation,
            "beschreibung": als_html(organisation.beschreibung, unter=1),
            "badges": organisation_badges(organisation),
            "sitze": [anzeige.sitz_zeile(mitglied) for mitglied in sitze],
            "leitungen": [anzeige.leitung_zeile(leitung) for leitung in leitungen],
            "klein": kleinbild(f"organisation-{organisation.slug}", organisation.name, nachbarn),
            "fakten": organisation_fakten(organisation),
            "schema": organisation_schema(organisation, wurzel(request)),
        },
    )

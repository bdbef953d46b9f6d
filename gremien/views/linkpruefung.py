"""Links that lead nowhere or have moved, by project and by entry."""

from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from gremien.models import Projekt
from netzwerk import rules
from netzwerk.actions.links import links_pruefen
from netzwerk.intern import rechte
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.intern.bereich import bereich_von
from netzwerk.lib.text import sortierschluessel
from netzwerk.linkquellen import fundstellen
from netzwerk.models import Dokument, Linkbefund, Programm


class Linkpruefung(Intern):
    """What the last check found; a button has it done again by the queue."""

    vorlage = "intern/linkpruefung.html"
    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the list."""
        befunde = {befund.adresse: befund for befund in Linkbefund.objects.auffaellig()}
        projekte, andere = nach_eintrag(befunde, request.user)
        return self.zeigen(
            {
                "projekte": projekte,
                "andere": andere,
                "anzahl": len(befunde),
                "geprueft": Linkbefund.objects.exclude(geprueft_am=None).count(),
                "zuletzt": Linkbefund.objects.exclude(geprueft_am=None).order_by("-geprueft_am").first(),
            }
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Have the links checked that are due."""
        links_pruefen.enqueue()
        messages.success(request, "Die Prüfung läuft. Laden Sie die Seite in einigen Minuten neu.")
        return HttpResponseRedirect(request.path)


def nach_eintrag(befunde: dict[str, Linkbefund], konto: Any) -> tuple[list[Any], list[Any]]:
    """Return what was found, by project and by any other entry: lists of ``{name, url, befunde}``."""
    je_eintrag: dict[Any, list[Linkbefund]] = defaultdict(list)
    for adresse, eintraege in fundstellen(befunde).items():
        for eintrag in eintraege:
            je_eintrag[eintrag].append(befunde[adresse])
    je_projekt: dict[Any, list[Linkbefund]] = defaultdict(list)
    paare = _projekte(je_eintrag, konto)
    for projekt, eintrag in paare:
        je_projekt[projekt] += [befund for befund in je_eintrag[eintrag] if befund not in je_projekt[projekt]]
    in_projekten = {eintrag for _, eintrag in paare}
    return _gruppen(je_projekt), _gruppen({e: b for e, b in je_eintrag.items() if e not in in_projekten})


def _projekte(je_eintrag: dict[Any, Any], konto: Any) -> list[tuple[Any, Any]]:
    """Return each project with each entry of the list that it shows: itself, a document, a programme."""
    projekte = rechte.lesbar(Projekt, konto)
    paare: list[tuple[Any, Any]] = [
        (eintrag, eintrag) for eintrag in je_eintrag if isinstance(eintrag, Projekt)
    ]
    for art, weg in ((Dokument, "dokumente"), (Programm, "programmbezuege__programm")):
        eintraege = {eintrag.pk: eintrag for eintrag in je_eintrag if isinstance(eintrag, art)}
        zeigende = projekte.filter(**{f"{weg}__in": eintraege}).annotate(gezeigtes=F(weg))
        paare += [(projekt, eintraege[projekt.gezeigtes]) for projekt in zeigende]
    return paare


def _gruppen(je_eintrag: dict[Any, list[Linkbefund]]) -> list[dict[str, Any]]:
    gruppen: list[dict[str, Any]] = []
    for eintrag, befunde in je_eintrag.items():
        bereich = bereich_von(eintrag)
        gruppen.append(
            {
                "name": str(eintrag),
                "art": bereich.einzahl if bereich else "",
                "url": bereich.url(pk=eintrag.pk) if bereich else "",
                "befunde": sorted(befunde, key=str),
            }
        )
    return sorted(gruppen, key=lambda gruppe: sortierschluessel(gruppe["name"]))

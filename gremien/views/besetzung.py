"""A body's page of mandates, the acts on the whole body, and the undo of any act."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from gremien import mandatsformulare as formulare
from gremien.handlungen import gremium as ganze
from gremien.handlungen import mandat as akte
from gremien.handlungen.person import ausscheiden, mandate_im_auftrag
from gremien.handlungen.rahmen import zuruecknehmen
from gremien.handlungen.worte import abweichungen, in_worten
from gremien.handlungsseite import (
    SCHREIBTISCH,
    Gremiumshandlung,
    Handlungsseite,
    adresse,
    gremium_oder_404,
)
from gremien.mandate import zugang
from gremien.mandate.besetzung import Besetzung, besetzung
from gremien.mandate.fristen import vorschlagsfrist_laeuft
from gremien.mandate.pruefung import befunde
from gremien.mandatsformulare import zeit
from gremien.models import Handlung, Mandatsvorschlag
from netzwerk import rules
from netzwerk.actions.schreiben import Geaendert
from netzwerk.intern import rechte
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.intern.felder import nummer
from netzwerk.lib.dates import heute
from netzwerk.models import Organisation, Person

LETZTE = 5
GRENZE = 2**63


class Besetzungsseite(Intern):
    """Who sits in a body on a day, what is missing, and every act from there."""

    vorlage = "intern/mandate/besetzung.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the composition of the day."""
        gremium = gremium_oder_404(request.user, pk)
        gefragt = request.GET.get("am", "")
        stichtag = _tag(gefragt)
        stand = besetzung(gremium, stichtag or heute())
        darf = zugang.darf_handeln(request.user, gremium)
        kontext = {
            "gremium": gremium,
            "besetzung": stand,
            "befunde": befunde(stand),
            "stichtag": stand.stichtag,
            "heute": heute(),
            "unlesbar": bool(gefragt) and stichtag is None,
            "darf": darf,
            "eigene": {m.pk for m in stand.mandate if zugang.ist_eigenes(request.user, m.mitgliedschaft)},
            "vorschlagsfrist": vorschlagsfrist_laeuft(gremium, heute()),
            "letzte": zugang.letzte_handlungen(gremium, LETZTE) if darf else [],
        }
        return self.zeigen(kontext)


def _tag(text: str) -> date | None:
    """Return the day that was asked for, None for what is none."""
    feld = formulare.Tag(required=False)
    try:
        return feld.clean(text[:20].replace("\x00", ""))
    except formulare.ValidationError:
        return None


class Bestellen(Gremiumshandlung):
    """Appoints somebody, to a seat or to an open round."""

    titel, knopf = "Mandat bestellen", "Bestellen"

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form; the address may name the seat or the proposal."""
        plaetze = besetzung(self.gremium, heute()).sitze
        vorschlag = self._vorschlag()
        anfang: dict[str, Any] = {"sitz": nummer(self.request.GET.get("sitz"))}
        if vorschlag is not None:
            anfang = {"sitz": vorschlag.sitz_id, "person": vorschlag.person, "stelle": vorschlag.stelle}
            anfang["organisation"] = vorschlag.organisation
        platz = next((p for p in plaetze if p.sitz is not None and p.sitz.pk == anfang["sitz"]), None)
        if platz is not None and platz.sitz is not None:
            anfang["im_auftrag_von"] = platz.sitz.entsendende_organisation
        return [
            formulare.Bestellformular(
                daten, konto=self.request.user, gremium=self.gremium, plaetze=plaetze, initial=anfang
            )
        ]

    def _vorschlag(self) -> Mandatsvorschlag | None:
        pk = nummer(self.request.GET.get("vorschlag"))
        return zugang.vorschlag_fuer(self.request.user, pk) if pk else None

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Appoint."""
        form = formulare[0]
        return akte.bestellen(
            self.gremium,
            form.bestellung(),
            sitz=form.cleaned_data["sitz"],
            vorschlag=self._vorschlag(),
            acting_user=self.request.user,
        )


class Vorschlagen(Gremiumshandlung):
    """Keeps who was proposed for a seat."""

    titel, knopf = "Für einen Sitz vorschlagen", "Vorschlagen"
    hinweis = "Ein Vorschlag ist intern. Erst die Bestellung macht daraus ein Mandat."

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form."""
        anfang = {"sitz": nummer(self.request.GET.get("sitz")), "vorgeschlagen_am": heute()}
        plaetze = besetzung(self.gremium, heute()).sitze
        return [
            formulare.Vorschlagsformular(
                daten, konto=self.request.user, gremium=self.gremium, plaetze=plaetze, initial=anfang
            )
        ]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Keep it."""
        return akte.vorschlagen(formulare[0].vorschlag(), acting_user=self.request.user)


class Neubestellung(Gremiumshandlung):
    """Appoints a whole body for a new term: one page with all seats, filled in as they are."""

    vorlage = "intern/mandate/neubestellung.html"
    titel, knopf = "Für eine neue Amtszeit bestellen", "Alle bestellen"
    stand_heute: Besetzung

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form of the term and one for each seat."""
        self.stand_heute = besetzung(self.gremium, heute())
        konto = self.request.user
        return [
            formulare.Amtszeitformular(daten, konto=konto),
            *formulare.sitzformulare(self.stand_heute, konto=konto, daten=daten),
        ]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Appoint all."""
        kopf, *sitze = formulare
        daten = kopf.cleaned_data
        return ganze.neu_bestellen(
            self.gremium,
            [sitz.plan() for sitz in sitze],
            von=zeit(daten["von"]),
            bis=zeit(daten["bis"]),
            wahlperiode=daten["wahlperiode"],
            bestellungsart=daten["bestellungsart"],
            bestellt_am=daten["bestellt_am"],
            acting_user=self.request.user,
        )


class Ausscheiden(Handlungsseite):
    """A person leaves an organisation; each of her mandates is decided on."""

    vorlage = "intern/mandate/ausscheiden.html"
    titel, knopf = "Eine Person scheidet aus", "Speichern"
    darf = staticmethod(rules.schreibt_alles)
    person: Person
    organisation: Organisation | None

    def laden(self, pk: int) -> None:
        """Load the person, and the organisation that she leaves. Raises Http404."""
        person = rechte.bearbeitbar(Person, self.request.user).filter(pk=min(pk, GRENZE - 1)).first()
        if person is None:
            raise Http404
        self.person = person
        dort = person.zugehoerigkeiten.filter(Q(bis__isnull=True) | Q(bis__gte=heute()))
        self.auswahl = list(dict.fromkeys(z.organisation for z in dort.select_related("organisation")))
        gefragt = nummer(self.request.GET.get("organisation"))
        passend = [o for o in self.auswahl if o.pk == gefragt] or self.auswahl
        self.organisation = passend[0] if passend else None

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form of the last day and one for each mandate."""
        konto, organisation = self.request.user, self.organisation
        mandate = mandate_im_auftrag(self.person, organisation, akte.Zeit(heute())) if organisation else []
        return [
            formulare.Abgangsformular(daten, konto=konto),
            *(formulare.Mandatsformular(daten, konto=konto, mandat=m, prefix=f"m{m.pk}") for m in mandate),
        ]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Let her leave."""
        if self.organisation is None:
            raise PermissionDenied
        kopf, *mandate = formulare
        return ausscheiden(
            self.person,
            self.organisation,
            [formular.plan() for formular in mandate],
            letzter_tag=zeit(kopf.cleaned_data["letzter_tag"]),
            acting_user=self.request.user,
        )

    def stand(self) -> str:
        """Return the person's stamp, which rises with where she works."""
        return self.person.geaendert_am.isoformat()

    def ziel(self) -> str:
        """Return the person's page."""
        return reverse("intern_personen_eintrag", args=[self.person.pk])

    def weiteres(self) -> dict[str, Any]:
        """Show who leaves what."""
        return {"person": self.person, "organisation": self.organisation, "auswahl": self.auswahl}


class Handlungsblatt(Intern):
    """What an act did, and what was changed since."""

    vorlage = "intern/mandate/handlungsblatt.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show it. Raises Http404 for one that the account may not undo."""
        handlung = zugang.handlung_fuer(request.user, pk)
        if handlung is None:
            raise Http404
        return self.zeigen(_blatt(handlung))


def _blatt(handlung: Handlung) -> dict[str, Any]:
    return {
        "handlung": handlung,
        "saetze": in_worten(handlung),
        "abweichungen": abweichungen(handlung) if handlung.stand == "ausgefuehrt" else [],
        "ziel": adresse(handlung.gremium) if handlung.gremium else SCHREIBTISCH,
    }


class Zurueck(Handlungsblatt):
    """Undoes an act, or shows what was changed since."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Undo it, or answer with the conflict. Raises Http404."""
        handlung = zugang.handlung_fuer(request.user, pk)
        if handlung is None:
            raise Http404
        try:
            zuruecknehmen(handlung, acting_user=request.user)
        except Geaendert:
            return self.zeigen(_blatt(handlung) | {"konflikt": True}, status=409)
        messages.success(request, f"Rückgängig gemacht: {handlung.get_art_display()}.")
        return HttpResponseRedirect(_blatt(handlung)["ziel"])

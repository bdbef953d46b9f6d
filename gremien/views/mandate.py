"""The acts on one mandate, each a page."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from gremien import mandatsformulare as formulare
from gremien.handlungen import mandat as akte
from gremien.handlungsseite import Handlungsseite, Mandatshandlung, gremium_oder_404, mandat_oder_404
from gremien.mandate import zugang
from gremien.mandate.kalender import amtszeitenkalender
from gremien.mandate.stand import letzter_tag_text
from gremien.mandatsformulare import zeit
from gremien.models import Handlung, Mandatsvorschlag
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.lib.antworten import wurzel
from netzwerk.lib.dates import heute, naechstes_jahr
from netzwerk.lib.ics import INHALTSTYP


class Beenden(Mandatshandlung):
    """Ends a mandate."""

    titel, knopf = "Mandat beenden", "Beenden"

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form."""
        return [formulare.Beendenformular(daten, konto=self.request.user)]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """End it."""
        daten = formulare[0].cleaned_data
        return akte.beenden(
            self.mandat, am=zeit(daten["am"]), grund=daten["grund"], acting_user=self.request.user
        )


class Verlaengern(Mandatshandlung):
    """Prolongs a mandate."""

    titel, knopf = "Mandat verlängern", "Verlängern"

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form with the end as long again after this one, as a proposal."""
        return [formulare.Verlaengernformular(daten, konto=self.request.user, initial=self._vorschlag())]

    def _vorschlag(self) -> dict[str, Any]:
        von, bis = self.mandat.von, self.mandat.bis
        if bis is None:
            return {}
        jahre = max(1, round((bis - von).days / 365.25)) if von is not None else 1
        return {"bis": (naechstes_jahr(bis, jahre), self.mandat.bis_genauigkeit)}

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Prolong it."""
        bis = zeit(formulare[0].cleaned_data["bis"])
        return akte.verlaengern(self.mandat, bis=bis, acting_user=self.request.user)


class Uebergeben(Mandatshandlung):
    """Hands a seat over."""

    titel, knopf = "Sitz übergeben", "Übergeben"
    hinweis = "Das bisherige Mandat endet am Tag davor. Das neue läuft bis zum selben Ende."

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form."""
        anfang = {"im_auftrag_von": self.mandat.im_auftrag_von}
        return [formulare.Uebergebenformular(daten, konto=self.request.user, initial=anfang)]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Hand it over."""
        form = formulare[0]
        return akte.uebergeben(
            self.mandat,
            form.wer(),
            ab=zeit(form.cleaned_data["ab"]),
            grund=form.cleaned_data["grund"],
            im_auftrag_von=form.gespeichert("im_auftrag_von"),
            vertretung_bleibt=form.cleaned_data["vertretung_bleibt"],
            acting_user=self.request.user,
        )


class Wechseln(Mandatshandlung):
    """Changes the person; the organisation stays."""

    titel, knopf = "Person wechseln", "Wechseln"
    hinweis = "Für wen das Mandat ausgeübt wird und wer vertritt, bleibt, wie es ist."

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form."""
        return [formulare.Wechselformular(daten, konto=self.request.user)]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Change her."""
        form = formulare[0]
        daten = form.cleaned_data
        return akte.wechseln(
            self.mandat, form.wer(), ab=zeit(daten["ab"]), grund=daten["grund"], acting_user=self.request.user
        )


class Vertretung(Mandatshandlung):
    """Says who steps in."""

    titel, knopf = "Stellvertretung regeln", "Speichern"
    hinweis = "Wer nicht mehr genannt ist, vertritt bis zum Tag davor. Was war, bleibt nachlesbar."

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form with who steps in today."""
        jetzige = {
            v.rang: v.person for v in self.mandat.stellvertretungen.mit_namen() if v.ist_aktiv_am(heute())
        }
        anfang = {name: jetzige.get(rang) for rang, name in enumerate(("erste", "zweite", "dritte"), start=1)}
        return [
            formulare.Vertretungsformular(
                daten, konto=self.request.user, initial=anfang | {"ab": (heute(), "tag")}
            )
        ]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Settle it."""
        form = formulare[0]
        return akte.vertretung_regeln(
            self.mandat, form.personen(), ab=zeit(form.cleaned_data["ab"]), acting_user=self.request.user
        )


class Ruhen(Mandatshandlung):
    """Lets a mandate pause."""

    titel, knopf = "Mandat ruhen lassen", "Speichern"

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form."""
        anfang = {"von": self.mandat.ruht_von or heute(), "bis": self.mandat.ruht_bis}
        return [formulare.Ruheformular(daten, konto=self.request.user, initial=anfang)]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Let it pause."""
        daten = formulare[0].cleaned_data
        return akte.ruhen(self.mandat, von=daten["von"], bis=daten["bis"], acting_user=self.request.user)


class Pruefen(Mandatshandlung):
    """Says that a mandate stays although its holder left whoever sent her."""

    titel, knopf = "Mandat geprüft", "Das Mandat bleibt"
    hinweis = (
        "Wer es hat, gehört nicht mehr zu der Organisation, die es vergeben hat. Soll es trotzdem bleiben?"
    )

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return an empty form."""
        return [formulare.Leerformular(daten, konto=self.request.user)]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Keep that it was looked at."""
        return akte.geprueft(self.mandat, am=heute(), acting_user=self.request.user)

    def weiteres(self) -> dict[str, Any]:
        """Show until when it lasts."""
        return {"mandat": self.mandat, "bis": letzter_tag_text(self.mandat)}


class Wunsch(Mandatshandlung):
    """The holder says what she would like when it ends; whoever acts on the body may note it, too."""

    titel, knopf = "Verlängern oder abgeben?", "Absenden"
    hinweis = "Ihr Wunsch steht dann bei der Besetzung. Es entscheiden, die das Gremium betreuen."

    def laden(self, pk: int) -> None:
        """Load the mandate. Raises Http404 if it may not be read, PermissionDenied for those of others."""
        self.mandat = mandat_oder_404(self.request.user, pk)
        self.gremium = self.mandat.gremium
        if not (
            zugang.ist_eigenes(self.request.user, self.mandat)
            or zugang.darf_handeln(self.request.user, self.gremium)
        ):
            raise PermissionDenied

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form."""
        anfang = {"wunsch": self.mandat.wunsch}
        return [formulare.Wunschformular(daten, konto=self.request.user, initial=anfang)]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Keep it."""
        wunsch = formulare[0].cleaned_data["wunsch"]
        return akte.wunsch_sagen(self.mandat, wunsch, acting_user=self.request.user)


class Vorschlagserledigung(Handlungsseite):
    """Says that a proposal was refused or withdrawn."""

    titel = "Vorschlag erledigen"
    vorschlag: Mandatsvorschlag

    def laden(self, pk: int) -> None:
        """Load the proposal. Raises Http404 for one that the account may not write."""
        gefunden = zugang.vorschlag_fuer(self.request.user, pk)
        if gefunden is None:
            raise Http404
        self.vorschlag, self.gremium = gefunden, gefunden.sitz.kategorie.gremium

    def formulare(self, daten: Any = None) -> list[Any]:
        """Return the form."""
        return [formulare.Erledigungsformular(daten, konto=self.request.user)]

    def handeln(self, formulare: list[Any]) -> Handlung:
        """Keep it."""
        stand = formulare[0].cleaned_data["stand"]
        return akte.vorschlag_erledigen(self.vorschlag, stand, acting_user=self.request.user)

    def stand(self) -> str:
        """Return the proposal's stamp."""
        return self.vorschlag.geaendert_am.isoformat()

    def weiteres(self) -> dict[str, Any]:
        """Show who was proposed."""
        return {"betrifft": str(self.vorschlag)}


class Amtszeiten(Intern):
    """The ends of the mandates of a body as a calendar file."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Return an event for each day on which mandates end, with the first warning as its reminder."""
        gremium = gremium_oder_404(request.user, pk)
        inhalt = amtszeitenkalender(gremium, request.get_host(), wurzel(request))
        antwort = HttpResponse(inhalt, content_type=INHALTSTYP)
        antwort["Content-Disposition"] = 'attachment; filename="amtszeiten.ics"'
        return antwort

"""Merging duplicates in the staff area: proposals, both side by side, done – and undone."""

from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from gremien import zusammenfuehrung
from gremien.zusammenfuehrung import BEREICHE, GEHT, Paarwahl
from netzwerk import rules
from netzwerk.actions.trennen import Geaendert, geaendertes, trennen
from netzwerk.actions.zusammenfuehren import (
    Ablauf,
    Unvereinbar,
    verschieden_merken,
    verschieden_vergessen,
    zusammenfuehren,
)
from netzwerk.enums import Zusammenfuehrungsstand
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.intern.bereich import Bereich, bereich_von
from netzwerk.models import Zusammenfuehrung

GEZEIGT, LETZTE = 40, 8
KONFLIKT, UNGUELTIG = 409, 422
GRENZE = 2**63


def _bereich(name: str) -> Bereich:
    """Return the noun of an address. Raises Http404 for one that is not merged."""
    if name not in BEREICHE:
        raise Http404
    return BEREICHE[name]


class Uebersicht(Intern):
    """Proposals of one noun, and the choice of any two entries."""

    vorlage = "intern/zusammenfuehren/uebersicht.html"
    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the proposals; two chosen entries lead to their comparison."""
        bereich = BEREICHE.get(request.GET.get("art", ""), BEREICHE["organisationen"])
        gewaehlt = {"bleibt", "bleibt_text"} & request.GET.keys()
        wahl = Paarwahl(bereich, request.user, request.GET if gewaehlt else None)
        if gewaehlt and wahl.is_valid():
            paar = [wahl.cleaned_data[name].pk for name in ("bleibt", "geht")]
            return HttpResponseRedirect(
                reverse("intern_zusammenfuehren_durchsicht", args=[bereich.name, *paar])
            )
        vorschlaege, anzahl = zusammenfuehrung.vorschlaege(bereich, GEZEIGT)
        typ = ContentType.objects.get_for_model(bereich.modell)
        kontext = {
            "art": bereich,
            "arten": list(BEREICHE.values()),
            "wahl": wahl,
            "vorschlaege": vorschlaege,
            "anzahl": anzahl,
            "verschiedene": zusammenfuehrung.verschiedene(bereich, LETZTE),
            "letzte": Zusammenfuehrung.objects.filter(inhaltstyp=typ).select_related("konto")[:LETZTE],
        }
        return self.zeigen(kontext, status=UNGUELTIG if gewaehlt else 200)


class Durchsicht(Intern):
    """Two entries side by side: which value stays, what moves."""

    vorlage = "intern/zusammenfuehren/durchsicht.html"
    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, name: str, bleibt: int, geht: int) -> HttpResponse:
        """Show what would happen; it is tried and taken back at once."""
        return self._seite(_bereich(name), bleibt, geht)

    def post(self, request: HttpRequest, name: str, bleibt: int, geht: int) -> HttpResponse:
        """Merge; sent twice it is done once, and not over what somebody changed meanwhile."""
        bereich = _bereich(name)
        typ = ContentType.objects.get_for_model(bereich.modell)
        schon = Zusammenfuehrung.objects.filter(
            inhaltstyp=typ, bleibt_id=bleibt, geht_id=geht, stand=Zusammenfuehrungsstand.AUSGEFUEHRT
        ).first()
        if schon is not None:
            return HttpResponseRedirect(_adresse(schon))
        eins, zwei = self._eintrag(bereich, bleibt), self._eintrag(bereich, geht)
        if request.POST.get("stand") != _stand(eins, zwei):
            return self._seite(bereich, bleibt, geht, status=KONFLIKT)
        try:
            _, vorgang = zusammenfuehren(
                bereich.modell, bleibt, geht, nehmen=self._nehmen(bereich), acting_user=request.user
            )
        except Unvereinbar:
            return self._seite(bereich, bleibt, geht, status=UNGUELTIG)
        messages.success(request, f"„{zwei}“ ist jetzt Teil von „{eins}“.")
        return HttpResponseRedirect(_adresse(vorgang))

    def _eintrag(self, bereich: Bereich, pk: int) -> Any:
        zeilen = bereich.modell._default_manager.all()
        zeilen = zeilen.vorhanden() if hasattr(zeilen, "vorhanden") else zeilen
        return get_object_or_404(bereich.mit_namen(zeilen), pk=pk if pk < GRENZE else 0)

    def _nehmen(self, bereich: Bereich) -> set[str]:
        """Return the fields whose value comes from the entry that goes."""
        felder = set(bereich.formular.base_fields) - zusammenfuehrung.OHNE_WAHL
        return {name for name in felder if self.request.POST.get(f"feld-{name}") == GEHT}

    def _seite(self, bereich: Bereich, bleibt: int, geht: int, *, status: int = 200) -> HttpResponse:
        if bleibt == geht:
            raise Http404
        eins, zwei = self._eintrag(bereich, bleibt), self._eintrag(bereich, geht)
        daten = self.request.POST if self.request.method == "POST" else None
        felder = zusammenfuehrung.gegenueber(bereich, self.request.user, eins, zwei, daten)
        nehmen = {feld["name"] for feld in felder if feld["wahl"] == GEHT}
        ablauf, gruende = Ablauf(), []
        try:
            ablauf, _ = zusammenfuehren(
                bereich.modell, bleibt, geht, nehmen=nehmen, acting_user=self.request.user, probe=True
            )
        except Unvereinbar as unvereinbar:
            gruende = unvereinbar.gruende
        hinweisart, hinweis = zusammenfuehrung.adresshinweis(eins, zwei)
        kontext = {
            "art": bereich,
            "bleibt": eins,
            "geht": zwei,
            "felder": felder,
            "ablauf": ablauf,
            "gruende": gruende,
            "veraltet": status == KONFLIKT,
            "stand": _stand(eins, zwei),
            "hinweis": hinweis,
            "hinweisart": hinweisart,
        }
        return self.zeigen(kontext, status=status)


class Nichtdasselbe(Intern):
    """Remembers that two entries are different, or forgets it."""

    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, name: str, eins: int, zwei: int) -> HttpResponse:
        """Do it and lead back to the proposals."""
        bereich = _bereich(name)
        da = bereich.modell._default_manager.filter(pk__in=[pk for pk in (eins, zwei) if pk < GRENZE])
        if eins == zwei or da.count() != 2:  # noqa: PLR2004
            raise Http404
        if request.POST.get("schritt") == "doch":
            verschieden_vergessen(bereich.modell, eins, zwei)
            messages.success(request, "Dieses Paar wird wieder vorgeschlagen.")
        else:
            verschieden_merken(bereich.modell, eins, zwei)
            messages.success(request, "Gemerkt: Das sind zwei. Dieses Paar wird nicht mehr vorgeschlagen.")
        return HttpResponseRedirect(f"{reverse('intern_zusammenfuehren')}?art={bereich.name}")


class Vorgang(Intern):
    """What a merger did, with the way back."""

    vorlage = "intern/zusammenfuehren/vorgang.html"
    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show it."""
        return self._seite(_vorgang(pk))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take it back, or show what was changed since and let one decide."""
        vorgang = _vorgang(pk)
        try:
            vorgang = trennen(
                vorgang.pk, trotzdem=request.POST.get("trotzdem") == "1", acting_user=request.user
            )
        except Geaendert:
            return self._seite(vorgang, status=KONFLIKT)
        except ValidationError as grund:
            messages.error(request, " ".join(grund.messages))
        return HttpResponseRedirect(_adresse(vorgang))

    def _seite(self, vorgang: Zusammenfuehrung, status: int = 200) -> HttpResponse:
        modell: Any = vorgang.inhaltstyp.model_class()
        bereich: Any = bereich_von(modell)
        zeilen = modell._base_manager.in_bulk([vorgang.bleibt_id, vorgang.geht_id])
        fertig = vorgang.stand == Zusammenfuehrungsstand.AUSGEFUEHRT
        geaendert = geaendertes(vorgang) if fertig else {}
        kontext = {
            "art": bereich,
            "vorgang": vorgang,
            "fertig": fertig,
            "bleibt": zeilen.get(vorgang.bleibt_id),
            "bleibt_url": bereich.url(pk=vorgang.bleibt_id),
            "geht": zeilen.get(vorgang.geht_id),
            "geht_url": bereich.url(pk=vorgang.geht_id),
            "zahl": sum(schritt["art"] in {"feld", "liste"} for schritt in vorgang.schritte),
            "geaendert": [_zeile(ort, zeile) for ort, zeile in geaendert.items()],
        }
        return self.zeigen(kontext, status=status)


def _zeile(ort: tuple[str, int], zeile: Any) -> dict[str, str]:
    """Return a changed row in words, with the way to its history if it has a page."""
    bereich = bereich_von(zeile) if zeile is not None else None
    return {
        "art": str(zeile._meta.verbose_name) if zeile is not None else "",
        "name": str(zeile) if zeile is not None else f"gelöscht (Nr. {ort[1]})",
        "url": bereich.url("verlauf", zeile.pk) if bereich else "",
    }


def _vorgang(pk: int) -> Zusammenfuehrung:
    """Return the merger. Raises Http404 if there is none."""
    return get_object_or_404(
        Zusammenfuehrung.objects.select_related("inhaltstyp", "konto"), pk=pk if pk < GRENZE else 0
    )


def _adresse(vorgang: Any) -> str:
    return reverse("intern_zusammenfuehren_vorgang", args=[vorgang.pk])


def _stand(eins: Any, zwei: Any) -> str:
    """Return the version of both entries that the page carries along."""
    return f"{eins.geaendert_am.isoformat()}|{zwei.geaendert_am.isoformat()}"

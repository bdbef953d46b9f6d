"""Reports that are owed: the list, the reminders with their preview, and one time with what fulfils it."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from gremien.enums import Pflichtregel, Pflichtstand
from gremien.faelligkeiten import VORLAUF
from gremien.models import Bericht, Berichtspflicht, Gremium
from netzwerk import rules
from netzwerk.intern import rechte
from netzwerk.intern.ansichten.basis import Intern
from netzwerk.intern.bereich import bereich_von
from netzwerk.intern.felder import Verweis, nummer
from netzwerk.lib.dates import datum_lesen, heute
from sitzungen import erinnern, pflichten
from sitzungen.models import Sitzung, Vorlage
from sitzungen.pflichtkette import kette

UNGUELTIG = 422
JAHR = re.compile(r"[0-9]{4}")
QUARTAL = re.compile(r"[0-9]{4}-[1-4]")
BADGES = {
    Pflichtstand.UEBERFAELLIG: "warnung",
    Pflichtstand.FAELLIG: "typ",
    Pflichtstand.ERFUELLT: "status",
    Pflichtstand.AUSGESETZT: "intern",
}


def zeitraeume() -> list[tuple[str, str]]:
    """Return what the list can be narrowed to, as value and words."""
    jahr = heute().year
    auswahl = [("", "was jetzt zählt: überfällig oder in acht Wochen fällig"), ("alle", "alle Termine")]
    for eines in range(jahr + 1, jahr - 3, -1):
        auswahl.append((str(eines), f"fällig {eines}"))
        auswahl += [(f"{eines}-{q}", f"fällig im {q}. Quartal {eines}") for q in range(4, 0, -1)]
    return auswahl


def spanne(zeitraum: str) -> tuple[date, date]:
    """Return the first and last day of a choice."""
    tag = heute()
    if QUARTAL.fullmatch(zeitraum):
        jahr, quartal = int(zeitraum[:4]), int(zeitraum[5])
        folgt = date(jahr + quartal // 4, quartal % 4 * 3 + 1, 1)
        return date(jahr, quartal * 3 - 2, 1), folgt - timedelta(days=1)
    if JAHR.fullmatch(zeitraum):
        return date(int(zeitraum), 1, 1), date(int(zeitraum), 12, 31)
    return tag - pflichten.RUECKSCHAU, tag + (timedelta(days=366) if zeitraum else VORLAUF)


def zeile(konto: Any, faelligkeit: pflichten.Faelligkeit) -> dict[str, Any]:
    """Return one time as the list shows it."""
    pflicht = faelligkeit.pflicht
    return {
        "f": faelligkeit,
        "badge": BADGES.get(faelligkeit.stand, "neutral"),
        "url": reverse("intern_berichtspflicht", args=[pflicht.pk, faelligkeit.termin.bezugstag.isoformat()]),
        "schreiben": _schreiben(konto, faelligkeit),
        "bericht": _bericht_url(konto, faelligkeit.bericht),
    }


def _schreiben(konto: Any, faelligkeit: pflichten.Faelligkeit) -> str:
    """Return the way to a new report that is filled in for this time; "" if there is nothing to write."""
    pflicht = faelligkeit.pflicht
    eigene = rules.schreibt_berichte(konto) and konto.organisation_id == pflicht.organisation_id
    art = pflichten.ARTEN.get(Pflichtregel(pflicht.regel))
    offen = faelligkeit.stand in pflichten.OFFENE and faelligkeit.bericht is None
    if not (art and offen and pflicht.organisation_id and (eigene or rules.schreibt_alles(konto))):
        return ""
    angaben: dict[str, str | int] = {
        "organisation": pflicht.organisation_id,
        "art": art.value,
        "jahr": faelligkeit.termin.bezugstag.year,
        "titel": f"Bericht {faelligkeit.termin.zeitraum}",
    }
    if art == pflichten.Berichtsart.QUARTAL:
        angaben["quartal"] = pflichten.quartal(faelligkeit.termin.bezugstag)
    if faelligkeit.empfaenger:
        angaben["verbund"] = faelligkeit.empfaenger[0].pk
    return f"{reverse('intern_berichte_neu')}?{urlencode(angaben)}"


def _bericht_url(konto: Any, bericht: Bericht | None) -> str:
    if bericht is None:
        return ""
    bereich = bereich_von(Bericht)
    if bereich and (rules.schreibt_alles(konto) or konto.organisation_id == bericht.organisation_id):
        return bereich.url(pk=bericht.pk)
    return bericht.get_absolute_url() if bericht.ist_oeffentlich() else ""


class Uebersicht(Intern):
    """Who owes whom which report, until when; delivered, due, overdue or suspended."""

    vorlage = "intern/pflichten/liste.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the list, narrowed by body and period."""
        auswahl = zeitraeume()
        zeitraum = request.GET.get("zeitraum", "")
        zeitraum = zeitraum if zeitraum in dict(auswahl) else ""
        alle = pflichten.mit_allem(rechte.lesbar(Berichtspflicht, request.user))
        von, bis = spanne(zeitraum)
        faellige = pflichten.faelligkeiten(alle, von, bis, heute())
        gremien = self._gremien(faellige)
        gremium = gremien.get(nummer(request.GET.get("gremium")) or 0)
        gezeigt = [f for f in faellige if zeitraum or f.stand in pflichten.OFFENE]
        gruppen = self._gruppen(gezeigt, gremium)
        return self.zeigen(
            {
                "zeitraeume": auswahl,
                "zeitraum": zeitraum,
                "gremien": sorted(gremien.values(), key=lambda g: g.sortierung),
                "gremium": gremium,
                "gruppen": gruppen,
                "anzahl": sum(len(gruppe["zeilen"]) for gruppe in gruppen),
                "kette": kette(f for f in faellige if gremium is None or _betrifft(f, gremium)),
                "warten": pflichten.ohne_termin(alle),
                "darf_erinnern": rules.schreibt_alles(request.user),
                "zu_erinnern": any(_erinnerbar(f) for f in gezeigt),
                "pflichten": bereich_von(Berichtspflicht) if rules.schreibt_alles(request.user) else None,
                "auswahl": request.GET.urlencode(),
            }
        )

    @staticmethod
    def _gremien(faellige: list[pflichten.Faelligkeit]) -> dict[int, Gremium]:
        gremien = {g.pk: g for f in faellige for g in f.empfaenger}
        return gremien | {f.pflicht.gremium.pk: f.pflicht.gremium for f in faellige if f.pflicht.gremium}

    def _gruppen(self, faellige: list[pflichten.Faelligkeit], gremium: Any) -> list[dict[str, Any]]:
        if gremium is None:
            gruppen = [("", faellige)]
        else:
            gruppen = [
                (f"{gremium} berichtet", [f for f in faellige if f.pflicht.gremium_id == gremium.pk]),
                (f"{gremium} erhält Berichte", [f for f in faellige if gremium in f.empfaenger]),
            ]
        return [
            {"titel": titel, "zeilen": [zeile(self.request.user, f) for f in menge]}
            for titel, menge in gruppen
            if menge
        ]


def _betrifft(faelligkeit: pflichten.Faelligkeit, gremium: Gremium) -> bool:
    return faelligkeit.pflicht.gremium_id == gremium.pk or gremium in faelligkeit.empfaenger


def _erinnerbar(faelligkeit: pflichten.Faelligkeit) -> bool:
    vermerk = faelligkeit.vermerk
    return faelligkeit.stand in pflichten.OFFENE and not (vermerk and vermerk.erinnert_am)


class Erinnern(Intern):
    """Shows the reminders before they go, and sends those that are ticked; each once for ever."""

    vorlage = "intern/pflichten/erinnern.html"
    darf = staticmethod(rules.schreibt_alles)
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show who would get what."""
        gremium = nummer(request.GET.get("gremium"))
        nur = request.GET.get("nur", "")
        faellige = [
            f
            for f in pflichten.offene(request.user)
            if _erinnerbar(f)
            and (not nur or f.kennung == nur)
            and (not gremium or gremium == f.pflicht.gremium_id or gremium in {g.pk for g in f.empfaenger})
        ]
        an = erinnern.adressen(faellige)
        return self.zeigen(
            {
                "zeilen": [
                    {
                        "f": f,
                        "an": an[f.pflicht.pk],
                        "betreff": erinnern.betreff(f),
                        "text": erinnern.text(f, self._wo()),
                        "gewaehlt": bool(nur) or f.stand == Pflichtstand.UEBERFAELLIG,
                    }
                    for f in faellige
                ]
            }
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Send what is ticked."""
        erinnert = 0
        for kennung in request.POST.getlist("kennung"):
            pk, _, tag = kennung.partition(":")
            pflicht = Berichtspflicht.objects.filter(pk=nummer(pk) or 0).first()
            bezugstag = datum_lesen(tag)
            if pflicht is not None and bezugstag is not None:
                erinnert += erinnern.erinnern(pflicht, bezugstag, wo=self._wo(), acting_user=request.user)
        if erinnert:
            messages.success(request, f"{erinnert} Erinnerung{'' if erinnert == 1 else 'en'} auf dem Weg.")
        else:
            messages.info(request, "Niemand war zu erinnern: Alle haben schon eine Nachricht oder abgegeben.")
        return HttpResponseRedirect(reverse("intern_berichtspflichten"))

    def _wo(self) -> str:
        return self.request.build_absolute_uri(reverse("intern_berichtspflichten"))


class Vermerkformular(forms.Form):
    """What fulfils a report that is owed, or why it is suspended."""

    bericht = Verweis(
        modell=Bericht,
        label="Erfüllt durch den Bericht",
        required=False,
        anlegbar=False,
        help_text="Nur nötig, wenn der Bericht nicht von selbst gefunden wird.",
    )
    vorlage = Verweis(modell=Vorlage, label="Erfüllt durch die Vorlage", required=False, anlegbar=False)
    sitzung = Verweis(modell=Sitzung, label="Berichtet in der Sitzung", required=False, anlegbar=False)
    abgegeben_am = forms.DateField(
        label="Auf anderem Weg abgegeben am",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
    )
    ausgesetzt_grund = forms.CharField(
        label="Ausgesetzt, weil",
        required=False,
        max_length=300,
        help_text="Mit Grund wird dieser Termin nicht mehr angemahnt.",
    )

    def __init__(self, *args: Any, konto: Any, **kwargs: Any) -> None:
        """Offer what the account may choose."""
        super().__init__(*args, **kwargs)
        for feld in self.fields.values():
            if isinstance(feld, Verweis):
                feld.auswahl = rechte.waehlbar(feld.modell, konto)


class Termin(Intern):
    """One report that is owed."""

    vorlage = "intern/pflichten/termin.html"
    http_method_names = ["get", "head", "post", "options"]

    def _faelligkeit(self, pk: int, tag: str) -> pflichten.Faelligkeit:
        """Return it. Raises Http404 for what there is not, or what the account must not know of."""
        bezugstag = datum_lesen(tag)
        lesbare = rechte.lesbar(Berichtspflicht, self.request.user)
        pflicht = lesbare.filter(pk=pk).first() if pk < 2**63 else None
        faelligkeit = pflichten.eine(pflicht, bezugstag) if pflicht and bezugstag else None
        if faelligkeit is None:
            raise Http404
        return faelligkeit

    def get(self, request: HttpRequest, pk: int, tag: str) -> HttpResponse:
        """Show it, with the form for whoever may note something."""
        faelligkeit = self._faelligkeit(pk, tag)
        return self._seite(faelligkeit, self._formular(faelligkeit))

    def post(self, request: HttpRequest, pk: int, tag: str) -> HttpResponse:
        """Note it. Raises PermissionDenied for whoever may only read."""
        faelligkeit = self._faelligkeit(pk, tag)
        formular = self._formular(faelligkeit, request.POST)
        if formular is None:
            raise PermissionDenied
        if not formular.is_valid():
            return self._seite(faelligkeit, formular, status=UNGUELTIG)
        erinnern.vermerken(
            faelligkeit.pflicht,
            faelligkeit.termin.bezugstag,
            formular.cleaned_data,
            acting_user=request.user,
        )
        messages.success(request, "Vermerkt.")
        return HttpResponseRedirect(request.path)

    def _formular(self, faelligkeit: pflichten.Faelligkeit, daten: Any = None) -> Vermerkformular | None:
        if not rechte.darf_bearbeiten(self.request.user, faelligkeit.pflicht):
            return None
        vermerk, erfuellung = faelligkeit.vermerk, faelligkeit.erfuellung
        anfang = {name: getattr(vermerk, name) for name in erinnern.VERMERKT} if vermerk else {}
        anfang |= {name: getattr(erfuellung, name) for name in erinnern.ERFUELLT} if erfuellung else {}
        return Vermerkformular(daten, initial=anfang, konto=self.request.user)

    def _seite(self, faelligkeit: Any, formular: Any, status: int = 200) -> HttpResponse:
        return self.zeigen(
            {
                "f": faelligkeit,
                "zeile": zeile(self.request.user, faelligkeit),
                "form": formular,
                "darf_erinnern": rules.schreibt_alles(self.request.user) and _erinnerbar(faelligkeit),
            },
            status=status,
        )

"""The page of an entry, where it is read, edited and sent on its way; and the page that makes one."""

import secrets
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from netzwerk.enums import Veroeffentlichung
from netzwerk.intern import fassung, rechte, stempel
from netzwerk.intern.ansichten.basis import Bereichsseite
from netzwerk.intern.ansichten.dateien import fruehere_dateien
from netzwerk.intern.ansichten.vorschau import vorschau
from netzwerk.intern.bearbeitung import Bearbeitung, als_daten
from netzwerk.intern.felder import Verweis, Verweisliste, nummer
from netzwerk.intern.freigabe import ist_oeffentlich, lesbarkeit, moegliche
from netzwerk.intern.lesesicht import lesesicht
from netzwerk.intern.rueckmeldung import rueckmeldung_vergessen, rueckmeldung_von
from netzwerk.lib.admin.zeilen import Ablehnung
from netzwerk.models import Absendung, Zwischenstand

ZUERST_PRUEFEN = 422
KONFLIKT = 409
KENNUNG_ZEICHEN = 40
ABGELAUFEN = (
    "Ihre Anmeldung war abgelaufen. Was Sie getippt hatten, steht noch hier; bitte speichern Sie es jetzt."
)


class Formularseite(Bereichsseite):
    """What both pages share: input that was kept, previews, one row more, warnings."""

    vorlage = "intern/eintrag.html"

    def kennung(self) -> str:
        """Return the mark of the form that was sent, or a new one."""
        return self.request.POST.get("kennung", "")[:KENNUNG_ZEICHEN] or secrets.token_hex(8)

    def gemerktes(self) -> tuple[QueryDict | None, str]:
        """Return input that waits for this page, and in words why it does."""
        unterbrochen = self.unterbrochenes()
        if unterbrochen is not None:
            return (
                unterbrochen,
                ABGELAUFEN,
            )
        zwischen = Zwischenstand.objects.filter(konto=self.request.user.pk, pfad=self.request.path).first()
        if zwischen is not None:
            return als_daten(zwischen.daten), "Das hatten Sie getippt und noch nicht gespeichert."
        return None, ""

    def steuern(self, bearbeitung: Bearbeitung) -> HttpResponse | None:
        """Answer what is no saving: one row more, a preview, input to be forgotten. None for a save."""
        mehr = self.request.POST.get("noch_eine", "")
        if mehr in {satz.prefix for satz in bearbeitung.zeilen}:
            bearbeitung.eine_mehr(mehr)
            return self.formular(bearbeitung)
        schritt = self.request.POST.get("schritt", "")
        if schritt == "verwerfen":
            fassung.zwischenstand_vergessen(self.request.user, self.request.path)
            messages.success(self.request, "Verworfen. Hier steht wieder, was gespeichert ist.")
            return HttpResponseRedirect(self.request.path)
        if schritt == "vorschau" and bearbeitung.gueltig:
            return vorschau(self.request, bearbeitung)
        return None

    def erst_pruefen(self, bearbeitung: Bearbeitung) -> HttpResponse | None:
        """Show the form again with errors, or with what is unusual and not yet confirmed."""
        if not bearbeitung.gueltig:
            return self.formular(bearbeitung, status=ZUERST_PRUEFEN)
        warnungen = bearbeitung.warnungen
        if warnungen and self.request.POST.get("trotzdem") != "1":
            return self.formular(bearbeitung, status=ZUERST_PRUEFEN, warnungen=warnungen)
        return None

    def formular(self, bearbeitung: Bearbeitung, *, status: int = 200, **kontext: Any) -> HttpResponse:
        """Return the page with the forms."""
        return self.zeigen(
            {
                "bereich": self.bereich,
                "objekt": bearbeitung.objekt,
                "bearbeitung": bearbeitung,
                "formular": bearbeitung.formular,
                "kennung": self.kennung(),
            }
            | self.weiteres(bearbeitung)
            | kontext,
            status=status,
        )

    def weiteres(self, bearbeitung: Bearbeitung) -> dict[str, Any]:
        """Return what else the page shows."""
        return {}


class Neu(Formularseite):
    """Makes an entry: few fields; everything else on its page."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse whoever may not make one. Raises PermissionDenied."""
        drinnen = request.user.is_authenticated and self.darf(request.user)
        if drinnen and not rechte.darf_anlegen(self.bereich, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the empty form, or what was typed before."""
        daten, grund = self.gemerktes()
        bearbeitung = Bearbeitung(self.bereich, request.user, None, daten)
        bearbeitung.formular.initial |= self._vorgaben(bearbeitung.formular)
        return self.formular(bearbeitung, gemerkt=grund)

    def _vorgaben(self, formular: Any) -> dict[str, str]:
        """Return what the address fills in; it names no entry that the account may not choose."""
        return {
            name: wert
            for name, wert in self.request.GET.dict().items()
            if name in formular.fields and darf_vorgeben(formular.fields[name], wert)
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """Make the entry; the same form sent twice leads to the one that was made."""
        bearbeitung = Bearbeitung(self.bereich, request.user, None, request.POST, request.FILES)
        schon = Absendung.objects.filter(kennung=self.kennung()).first()
        if schon is not None:
            return HttpResponseRedirect(schon.ziel)
        antwort = self.steuern(bearbeitung) or self.erst_pruefen(bearbeitung)
        if antwort is not None:
            return antwort
        return self._anlegen(bearbeitung)

    def _anlegen(self, bearbeitung: Bearbeitung) -> HttpResponse:
        try:
            with transaction.atomic():
                objekt = bearbeitung.speichern()
                self._stand_setzen(objekt)
                dazu = bearbeitung.formular.nach_dem_anlegen()
                Absendung.objects.create(kennung=self.kennung(), ziel=self.bereich.url(pk=objekt.pk))
        except Ablehnung:
            return self.formular(bearbeitung, status=ZUERST_PRUEFEN)
        except IntegrityError:
            # The same form came a second time at the same moment.
            return HttpResponseRedirect(Absendung.objects.get(kennung=self.kennung()).ziel)
        fassung.zwischenstand_vergessen(self.request.user, self.request.path)
        messages.success(self.request, f"„{objekt}“ ist angelegt. {lesbarkeit(objekt)} {dazu}".strip())
        return HttpResponseRedirect(self.bereich.url(pk=objekt.pk))

    def _stand_setzen(self, objekt: Any) -> None:
        name = self.request.POST.get("schritt", "")
        schritt = moegliche(self.request.user, objekt).get(name)
        if schritt is not None:
            objekt.veroeffentlichung = schritt.nach
            objekt.save()

    def weiteres(self, bearbeitung: Bearbeitung) -> dict[str, Any]:
        """Tell whether the new entry may be published at once."""
        leer = self.bereich.modell()
        return {"schritte": moegliche(self.request.user, leer), "neu": True}


class Eintrag(Formularseite):
    """An entry: its forms for whoever may write it, its values in words for whoever may only read it."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the entry as it is, or with what waits to be released or saved."""
        objekt = self.lesbares(pk)
        if not rechte.darf_bearbeiten(request.user, objekt):
            bearbeitung = Bearbeitung(self.bereich, request.user, objekt)
            return self.formular(bearbeitung, lesesicht=lesesicht(bearbeitung))
        daten, grund = self.gemerktes()
        offen = fassung.fassung_von(objekt)
        if daten is None and offen is not None:
            daten = als_daten(offen.daten)
        return self.formular(Bearbeitung(self.bereich, request.user, objekt, daten), gemerkt=grund)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Save the entry, or its pending changes if it is public and the account may not release."""
        with self.gesperrtes(pk) as objekt:
            bearbeitung = Bearbeitung(self.bereich, request.user, objekt, request.POST, request.FILES)
            antwort = (
                self.steuern(bearbeitung) or self.erst_pruefen(bearbeitung) or self._veraltet(bearbeitung)
            )
            return antwort or self._schreiben(bearbeitung, request.POST.get("schritt", ""))

    def _schreiben(self, bearbeitung: Bearbeitung, schritt: str) -> HttpResponse:
        if fassung.braucht_fassung(self.request.user, bearbeitung.objekt) or schritt == "fassung":
            return self._als_fassung(bearbeitung.objekt, einreichen=schritt == "einreichen")
        return self._speichern(bearbeitung, schritt)

    def _veraltet(self, bearbeitung: Bearbeitung) -> HttpResponse | None:
        """Show both versions if somebody saved meanwhile and the account has not seen it."""
        unterschiede = stempel.unterschiede(bearbeitung, self.request.POST.get("stand", ""))
        if unterschiede is None:
            return None
        return self.formular(bearbeitung, status=KONFLIKT, konflikt=unterschiede)

    def _als_fassung(self, objekt: Any, *, einreichen: bool) -> HttpResponse:
        daten, anmerkung = self.request.POST, self.request.POST.get("anmerkung", "")
        fassung.fassung_speichern(
            objekt, daten, zur_freigabe=einreichen, anmerkung=anmerkung, acting_user=self.request.user
        )
        fassung.zwischenstand_vergessen(self.request.user, self.request.path)
        was = (
            "Ihre Änderungen liegen jetzt bei der Freigabe."
            if einreichen
            else "Als Arbeitsfassung gespeichert."
        )
        messages.success(self.request, f"{was} Öffentlich steht weiter der bisherige Stand.")
        return HttpResponseRedirect(self.request.path)

    def _speichern(self, bearbeitung: Bearbeitung, name: str) -> HttpResponse:
        offen = fassung.fassung_von(bearbeitung.objekt)
        schritt = moegliche(self.request.user, bearbeitung.objekt).get(name)
        felder = {"veroeffentlichung": schritt.nach} if schritt else {}
        try:
            with transaction.atomic():
                objekt = bearbeitung.speichern(**felder)
                if offen is not None:
                    offen.delete()
                if schritt and schritt.nach == Veroeffentlichung.VEROEFFENTLICHT:
                    rueckmeldung_vergessen(objekt)
        except Ablehnung:
            return self.formular(bearbeitung, status=ZUERST_PRUEFEN)
        fassung.zwischenstand_vergessen(self.request.user, self.request.path)
        messages.success(self.request, f"Gespeichert. {lesbarkeit(objekt)}")
        return HttpResponseRedirect(self.request.path)

    def weiteres(self, bearbeitung: Bearbeitung) -> dict[str, Any]:
        """Add what stands beside the form: steps, pending changes, who else is here."""
        objekt, konto = bearbeitung.objekt, self.request.user
        offen, sichtbar = fassung.fassung_von(objekt), ist_oeffentlich(objekt)
        zeigt_fassung = offen is not None and bearbeitung.formular.is_bound
        beruht_auf = offen.basis_stand.isoformat() if offen and zeigt_fassung else stempel.stempel(objekt)
        return {
            "stand": self.request.POST.get("stand", "") or beruht_auf,
            "neuer_stand": stempel.stempel(objekt),
            "schritte": moegliche(konto, objekt),
            "rueckmeldung": rueckmeldung_von(objekt),
            "hinweise": self.bereich.hinweise(objekt) if self.bereich.hinweise else [],
            "dateien": fruehere_dateien(objekt, f"intern_{self.bereich.name}_datei")
            if hasattr(objekt, "datei")
            else [],
            "fassung": offen,
            "lesbarkeit": lesbarkeit(objekt, sichtbar=sichtbar),
            "braucht_fassung": fassung.braucht_fassung(konto, objekt),
            "darf_freigeben": rechte.darf_freigeben(konto, objekt),
            "oeffentlich": objekt.get_absolute_url() if sichtbar else "",
            "andere": stempel.andere_hier(konto, self.request.path),
            "hat_papierkorb": hasattr(objekt, "geloescht_am"),
            "beiblatt": self.bereich.beiblatt_daten(objekt, konto) if self.bereich.beiblatt_daten else None,
        }


def darf_vorgeben(feld: Any, wert: str) -> bool:
    """Say whether the address may fill in the field so."""
    if isinstance(feld, Verweis):
        pk = nummer(wert)
        return pk is not None and feld.auswahl.filter(pk=pk).exists()
    return not isinstance(feld, Verweisliste)

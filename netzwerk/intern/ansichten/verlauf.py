"""The history of an entry in words, side by side; any state can be brought back."""

from itertools import zip_longest
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from netzwerk.intern import fassung, rechte
from netzwerk.intern.ansichten.basis import Bereichsseite
from netzwerk.intern.felder import nummer
from netzwerk.lib.admin.verlauf import OHNE_AUSSAGE, Verlaufshelfer
from netzwerk.lib.admin.zeilen import WIDERSPRUCH

STAENDE = 60
ZEILEN = 60
# Kept by the portal itself.
EIGENES = {"id", "erstellt_am", "geaendert_am", "slug", "sortierung", "geloescht_am", "veroeffentlichung"}


class Verlauf(Bereichsseite):
    """Who changed what and when; POST brings a state back."""

    vorlage = "intern/verlauf.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the states, the latest first."""
        objekt = self.lesbares(pk)
        if not rechte.darf_bearbeiten(request.user, objekt):
            raise PermissionDenied
        return self.zeigen(
            {
                "bereich": self.bereich,
                "objekt": objekt,
                "staende": staende(objekt),
                "zeilen": zeilenverlauf(self.bereich, objekt),
                "darf_zurueck": not fassung.braucht_fassung(request.user, objekt),
            }
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Bring the values of an earlier state back."""
        objekt = self.bearbeitbares(pk)
        if fassung.braucht_fassung(request.user, objekt):
            raise PermissionDenied
        gesucht = nummer(request.POST.get("stand", ""))
        stand = objekt.history.filter(history_id=gesucht).first() if gesucht else None
        if stand is None:
            raise Http404
        try:
            zurueckholen(objekt, stand, acting_user=request.user)
        except ValidationError as fehler:
            messages.error(
                request, f"Dieser Stand lässt sich nicht wiederherstellen. {' '.join(fehler.messages)}"
            )
            return HttpResponseRedirect(request.path)
        messages.success(request, "Der frühere Stand gilt wieder. Auch das steht jetzt im Verlauf.")
        return HttpResponseRedirect(self.bereich.url(pk=pk))


def _verbunden(historie: Any) -> list[str]:
    return [feld.name for feld in historie.tracked_fields if feld.many_to_one or feld.one_to_one]


def staende(objekt: Any) -> list[dict[str, Any]]:
    """Return the states of an entry: who, when, and what before and after."""
    historie = objekt.history.model
    zeilen = list(objekt.history.select_related("history_user", *_verbunden(historie))[: STAENDE + 1])
    helfer = Verlaufshelfer(type(objekt), None)
    ergebnis = []
    for stand, davor in zip_longest(zeilen, zeilen[1:]):
        aenderungen = []
        if davor is not None:
            delta = stand.diff_against(davor, foreign_keys_are_objs=True)
            aenderungen = [
                {
                    "label": objekt._meta.get_field(aenderung.field).verbose_name,
                    "vorher": helfer.prepare_delta_change_value(aenderung, aenderung.old),
                    "nachher": helfer.prepare_delta_change_value(aenderung, aenderung.new),
                }
                for aenderung in delta.changes
                if aenderung.field not in OHNE_AUSSAGE
            ]
        ergebnis.append({"stand": stand, "aenderungen": aenderungen, "erster": davor is None})
    return ergebnis[:STAENDE]


def zeilenverlauf(bereich: Any, objekt: Any) -> list[dict[str, Any]]:
    """Return the latest changes of the rows that belong to an entry, one query a kind."""
    ergebnis = []
    for art in bereich.zeilen:
        if not hasattr(art.modell, "history"):
            continue
        zeilen = art.modell.history.filter(**{f"{art.fk}_id": objekt.pk})
        verbunden = _verbunden(art.modell.history.model)
        for zeile in zeilen.select_related("history_user", *verbunden)[:ZEILEN]:
            ergebnis.append(
                {
                    "art": art.titel,
                    "was": _name(zeile),
                    "wie": zeile.get_history_type_display(),
                    "wann": zeile.history_date,
                    "wer": zeile.history_user,
                }
            )
    ergebnis.sort(key=lambda zeile: zeile["wann"], reverse=True)
    return ergebnis[:ZEILEN]


def _name(zeile: Any) -> str:
    """Return what a state of a row was called; what it referred to may be gone."""
    try:
        return str(zeile.instance)
    except ObjectDoesNotExist:
        return f"Nr. {zeile.instance.pk}"


@transaction.atomic
def _schreiben(objekt: Any, stand: Any, acting_user: Any) -> None:
    frisch = type(objekt)._base_manager.select_for_update().get(pk=objekt.pk)
    for feld in stand.tracked_fields:
        if feld.name in EIGENES or isinstance(feld, models.FileField):
            continue
        setattr(frisch, feld.attname, getattr(stand, feld.attname))
    vars(frisch).update(
        {"_history_user": acting_user, "_change_reason": f"Stand {stand.history_id} wiederhergestellt"}
    )
    frisch.full_clean()
    frisch.save()


def zurueckholen(objekt: Any, stand: Any, *, acting_user: Any) -> None:
    """Give an entry the values of an earlier state. Raises ValidationError if they are not possible now."""
    try:
        _schreiben(objekt, stand, acting_user)
    except (IntegrityError, ObjectDoesNotExist):
        raise ValidationError(WIDERSPRUCH) from None

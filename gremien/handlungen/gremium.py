"""Acts on a whole body: a new term for all seats, and its dissolution."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from gremien.enums import Endegrund, Handlungsart, Lebensstand
from gremien.handlungen.mandat import (
    TAG,
    Bestellung,
    Mitglied,
    Zeit,
    ende_setzen,
    fortsetzen,
    frisch,
    wie_bisher,
)
from gremien.handlungen.rahmen import Akt, akt
from gremien.models import Gremium, Handlung, Leitung, Mitgliedschaft, Sitz, Stellvertretung
from netzwerk.lib.dates import Genauigkeit, datum_text, jetzt


@dataclass(frozen=True, slots=True)
class Sitzplan:
    """Who shall hold a seat (None: an open round) in the new term; nobody for ``wer`` None."""

    sitz: Sitz | None
    bisher: Mitgliedschaft | None
    wer: Mitglied | None
    vertretung_bleibt: bool = True


def neu_bestellen(
    gremium: Gremium,
    plaene: Iterable[Sitzplan],
    *,
    von: Zeit,
    bis: Zeit | None,
    wahlperiode: Any = None,
    bestellungsart: str = "",
    bestellt_am: date | None = None,
    bestellt_durch: Gremium | None = None,
    acting_user: Any,
) -> Handlung:
    """Appoint a whole body for a new term: who was there ends the day before, also where nobody follows."""
    gemeinsam = {"von": von, "bis": bis, "wahlperiode": wahlperiode}
    gemeinsam |= {"bestellt_am": bestellt_am, "bestellt_durch": bestellt_durch}
    if bestellungsart:
        gemeinsam["bestellungsart"] = bestellungsart
    with akt(Handlungsart.NEU_BESTELLEN, gremium=gremium, acting_user=acting_user) as laufend:
        fehler: list[str] = []
        for plan in plaene:
            try:
                _sitz_bestellen(laufend, gremium, plan, gemeinsam)
            except ValidationError as grund:
                fehler += grund.messages
        if fehler:
            raise ValidationError(list(dict.fromkeys(fehler)))
    return laufend.handlung


def _sitz_bestellen(laufend: Akt, gremium: Gremium, plan: Sitzplan, gemeinsam: dict[str, Any]) -> None:
    von: Zeit = gemeinsam["von"]
    bisher = frisch(plan.bisher) if plan.bisher is not None else None
    if bisher is not None and (bisher.von is not None and bisher.von >= von.erster):
        beginn = datum_text(bisher.von, bisher.von_genauigkeit)
        raise ValidationError(f"{bisher.mitglied_name} ist schon ab {beginn} bestellt.")
    if bisher is not None and (bisher.bis is None or bisher.bis >= von.erster):
        ende_setzen(laufend, bisher, am=Zeit(von.erster - TAG), grund=Endegrund.ABLAUF)
    if plan.wer is None:
        return
    bestellung = wie_bisher(bisher, plan.wer) if bisher is not None else Bestellung(plan.wer)
    if bisher is None and plan.sitz is not None:
        bestellung = replace(bestellung, im_auftrag_von=plan.sitz.entsendende_organisation)
    nachfolge = bisher if bisher is not None and bisher.wer != plan.wer else None
    neue = laufend.schreiber.anlegen(
        replace(bestellung, **gemeinsam).mitgliedschaft(gremium, plan.sitz, nachfolge)
    )
    if bisher is not None and plan.vertretung_bleibt:
        vertretungen = Stellvertretung.objects.filter(mitgliedschaft=bisher).mit_namen()
        fortsetzen(laufend, vertretungen, neue, ausser=plan.wer)


def aufloesen(gremium: Gremium, *, am: Zeit, acting_user: Any) -> Handlung:
    """Dissolve a body: its mandates and leadership end on the day, what was to begin later does not."""
    with akt(Handlungsart.AUFLOESEN, gremium=gremium, acting_user=acting_user) as laufend:
        aufloesung_schreiben(laufend, am=am)
    return laufend.handlung


def aufloesung_schreiben(laufend: Akt, *, am: Zeit) -> None:
    """Dissolve the body of an act that does more besides (the floor above cancels meetings)."""
    gremium = Gremium.objects.select_for_update(of=("self",)).get(pk=laufend.gremium.pk)  # type: ignore[union-attr]
    if gremium.lebensstand == Lebensstand.BEENDET:
        raise ValidationError("Dieses Gremium ist schon beendet.")
    letzter = am.letzter
    for zeile in _mandate(gremium):
        if zeile.von is not None and zeile.von > letzter:
            laufend.schreiber.aendern(zeile, geloescht_am=jetzt())
        elif zeile.bis is None or zeile.bis > letzter:
            ende_setzen(laufend, zeile, am=am, grund=Endegrund.AUFLOESUNG)
    for leitung in Leitung.objects.filter(gremium=gremium).mit_namen().select_related("gremium"):
        begonnen = leitung.von is None or leitung.von <= letzter
        if begonnen and (leitung.bis is None or leitung.bis > letzter):
            laufend.schreiber.aendern(leitung, bis=letzter, bis_genauigkeit=am.genauigkeit)
    for vertretung in Stellvertretung.objects.filter(kategorie__gremium=gremium).mit_namen():
        begonnen = vertretung.von is None or vertretung.von <= letzter
        if begonnen and (vertretung.bis is None or vertretung.bis > letzter):
            laufend.schreiber.aendern(vertretung, bis=letzter, bis_genauigkeit=am.genauigkeit)
    laufend.schreiber.aendern(
        gremium,
        lebensstand=Lebensstand.BEENDET,
        lebensstand_seit=letzter,
        lebensstand_seit_genauigkeit=am.genauigkeit or Genauigkeit.TAG,
    )


def _mandate(gremium: Gremium) -> list[Mitgliedschaft]:
    menge = Mitgliedschaft.objects.vorhanden().select_for_update(of=("self",)).filter(gremium=gremium)
    return list(menge.mit_namen().select_related("gremium", "wahlperiode").order_by("pk"))

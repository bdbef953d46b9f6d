"""Acts on one mandate: appoint, end, prolong, hand over, change the person, pause, look at, name deputies."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError

from gremien.enums import AEMTER, Handlungsart, Mitgliedsrolle, Vorschlagsstand
from gremien.handlungen.rahmen import Akt, akt
from gremien.models import Gremium, Handlung, Mandatsvorschlag, Mitgliedschaft, Sitz, Stellvertretung
from netzwerk.lib.dates import Genauigkeit, anfang, datum_text, ende
from netzwerk.models import Organisation, Person, Stelle

TAG = timedelta(days=1)
Mitglied = Person | Stelle | Organisation | Gremium
ANGABEN = (
    "im_auftrag_von",
    "rolle",
    "stimmrecht",
    "bestellungsart",
    "bestellt_am",
    "bestellt_durch",
    "wahlperiode",
)
FELDER = {"person": Person, "stelle": Stelle, "organisation": Organisation, "mitglied_gremium": Gremium}


@dataclass(frozen=True, slots=True)
class Zeit:
    """A date as precisely as it is known."""

    tag: date
    genauigkeit: str = Genauigkeit.TAG

    @property
    def erster(self) -> date:
        """Return the first day it may mean."""
        return anfang(self.tag, self.genauigkeit)

    @property
    def letzter(self) -> date:
        """Return the last day it may mean."""
        return ende(self.tag, self.genauigkeit)


@dataclass(frozen=True, slots=True)
class Bestellung:
    """Who is appointed, how, and for how long."""

    wer: Mitglied
    von: Zeit | None = None
    bis: Zeit | None = None
    im_auftrag_von: Organisation | None = None
    rolle: str = Mitgliedsrolle.MITGLIED
    stimmrecht: bool | None = None
    bestellungsart: str = ""
    bestellt_am: date | None = None
    bestellt_durch: Gremium | None = None
    wahlperiode: Any = None
    sichtbarkeit: str = ""

    def mitgliedschaft(
        self, gremium: Gremium, sitz: Sitz | None, vorgaenger: Mitgliedschaft | None
    ) -> Mitgliedschaft:
        """Return the membership that comes of it, unsaved."""
        (feld,) = (name for name, modell in FELDER.items() if isinstance(self.wer, modell))
        felder: dict[str, Any] = {name: getattr(self, name) for name in ANGABEN}
        for name in ("von", "bis"):
            zeit: Zeit | None = getattr(self, name)
            if zeit is not None:
                felder |= {name: zeit.tag, f"{name}_genauigkeit": zeit.genauigkeit}
        if self.sichtbarkeit:
            felder["sichtbarkeit"] = self.sichtbarkeit
        return Mitgliedschaft(gremium=gremium, sitz=sitz, vorgaenger=vorgaenger, **{feld: self.wer}, **felder)


def wie_bisher(mitgliedschaft: Mitgliedschaft, wer: Mitglied | None = None) -> Bestellung:
    """Return the appointment that continues a mandate: what belongs to the seat stays, offices do not."""
    bleibt = wer is None or wer == mitgliedschaft.wer
    rolle = mitgliedschaft.rolle if bleibt or mitgliedschaft.rolle not in AEMTER else Mitgliedsrolle.MITGLIED
    return Bestellung(
        wer=wer or mitgliedschaft.wer,
        bis=Zeit(mitgliedschaft.bis, mitgliedschaft.bis_genauigkeit) if mitgliedschaft.bis else None,
        im_auftrag_von=mitgliedschaft.im_auftrag_von,
        rolle=rolle,
        stimmrecht=mitgliedschaft.stimmrecht,
        bestellungsart=mitgliedschaft.bestellungsart,
        wahlperiode=mitgliedschaft.wahlperiode,
        sichtbarkeit=mitgliedschaft.sichtbarkeit,
    )


def frisch(mitgliedschaft: Mitgliedschaft) -> Mitgliedschaft:
    """Return the row as it stands now, under the lock of its body. Raises ValidationError if it is gone."""
    menge = Mitgliedschaft.objects.vorhanden().select_for_update(of=("self",))
    zeile: Mitgliedschaft | None = (
        menge.mit_namen().select_related("gremium", "wahlperiode").filter(pk=mitgliedschaft.pk).first()
    )
    if zeile is None:
        raise ValidationError("Dieses Mandat gibt es nicht mehr.")
    return zeile


def bestellen(
    gremium: Gremium,
    bestellung: Bestellung,
    *,
    sitz: Sitz | None = None,
    vorschlag: Mandatsvorschlag | None = None,
    acting_user: Any,
) -> Handlung:
    """Appoint somebody, to a seat or to an open round; other proposals for the seat stay open."""
    with akt(Handlungsart.BESTELLEN, gremium=gremium, acting_user=acting_user) as laufend:
        neue = laufend.schreiber.anlegen(
            bestellung.mitgliedschaft(gremium, sitz, _vorgaenger(sitz, bestellung))
        )
        if vorschlag is not None:
            laufend.schreiber.aendern(vorschlag, stand=Vorschlagsstand.BESTELLT, mitgliedschaft=neue)
    return laufend.handlung


def _vorgaenger(sitz: Sitz | None, bestellung: Bestellung) -> Mitgliedschaft | None:
    """Return who held the seat last, unless it is the same."""
    if sitz is None:
        return None
    fruehere = Mitgliedschaft.objects.vorhanden().filter(sitz=sitz, bis__isnull=False)
    if bestellung.von is not None:
        fruehere = fruehere.filter(bis__lt=bestellung.von.erster)
    letzte: Mitgliedschaft | None = fruehere.mit_namen().order_by("bis", "pk").last()
    return letzte if letzte is not None and letzte.wer != bestellung.wer else None


def beenden(mitgliedschaft: Mitgliedschaft, *, am: Zeit, grund: str, acting_user: Any) -> Handlung:
    """End a mandate on a day, with the reason; its deputies end with it."""
    with akt(Handlungsart.BEENDEN, gremium=mitgliedschaft.gremium, acting_user=acting_user) as laufend:
        ende_setzen(laufend, frisch(mitgliedschaft), am=am, grund=grund)
    return laufend.handlung


def ende_setzen(laufend: Akt, zeile: Mitgliedschaft, *, am: Zeit, grund: str) -> None:
    """End a mandate within an act. Raises ValidationError if it ends earlier already or begins later."""
    letzter = am.letzter
    if zeile.von is not None and letzter < zeile.von:
        beginn = datum_text(zeile.von, zeile.von_genauigkeit)
        raise ValidationError(f"Das Mandat von {zeile.mitglied_name} beginnt erst am {beginn}.")
    if zeile.bis is not None and zeile.bis < letzter:
        bis = datum_text(zeile.bis, zeile.bis_genauigkeit)
        raise ValidationError(f"Das Mandat von {zeile.mitglied_name} endet schon {bis}.")
    laufend.schreiber.aendern(zeile, bis=letzter, bis_genauigkeit=am.genauigkeit, endegrund=grund, wunsch="")
    for vertretung in _vertretungen(zeile):
        if vertretung.von is not None and vertretung.von > letzter:
            continue
        if vertretung.bis is None or vertretung.bis > letzter:
            laufend.schreiber.aendern(vertretung, bis=letzter, bis_genauigkeit=am.genauigkeit)


def _vertretungen(zeile: Mitgliedschaft) -> list[Stellvertretung]:
    return list(Stellvertretung.objects.filter(mitgliedschaft=zeile).mit_namen())


def verlaengern(mitgliedschaft: Mitgliedschaft, *, bis: Zeit | None, acting_user: Any) -> Handlung:
    """Let a mandate last longer, without an end for None; deputies who ended with it go on, too."""
    with akt(Handlungsart.VERLAENGERN, gremium=mitgliedschaft.gremium, acting_user=acting_user) as laufend:
        zeile = frisch(mitgliedschaft)
        if zeile.bis is None or (bis is not None and bis.letzter <= zeile.bis):
            raise ValidationError("Das neue Ende muss nach dem bisherigen liegen.")
        neues = {
            "bis": bis.letzter if bis else None,
            "bis_genauigkeit": bis.genauigkeit if bis else Genauigkeit.TAG,
        }
        mit_ende = [vertretung for vertretung in _vertretungen(zeile) if vertretung.bis == zeile.bis]
        laufend.schreiber.aendern(zeile, endegrund="", wunsch="", **neues)
        for vertretung in mit_ende:
            laufend.schreiber.aendern(vertretung, **neues)
    return laufend.handlung


def uebergeben(
    mitgliedschaft: Mitgliedschaft,
    wer: Mitglied,
    *,
    ab: Zeit,
    grund: str,
    im_auftrag_von: Organisation | None = None,
    vertretung_bleibt: bool = False,
    acting_user: Any,
) -> Handlung:
    """Hand a seat over: the holder ends the day before, the successor begins, for the rest of the term."""
    with akt(Handlungsart.UEBERGEBEN, gremium=mitgliedschaft.gremium, acting_user=acting_user) as laufend:
        zeile = frisch(mitgliedschaft)
        neue = replace(wie_bisher(zeile, wer), im_auftrag_von=im_auftrag_von)
        nachfolgen(laufend, zeile, neue, ab=ab, grund=grund, vertretung_bleibt=vertretung_bleibt)
    return laufend.handlung


def wechseln(
    mitgliedschaft: Mitgliedschaft,
    wer: Person | Stelle,
    *,
    ab: Zeit,
    grund: str = "",
    acting_user: Any,
) -> Handlung:
    """Change the person; on whose behalf and who steps in stay as they are."""
    with akt(Handlungsart.WECHSELN, gremium=mitgliedschaft.gremium, acting_user=acting_user) as laufend:
        zeile = frisch(mitgliedschaft)
        nachfolgen(laufend, zeile, wie_bisher(zeile, wer), ab=ab, grund=grund, vertretung_bleibt=True)
    return laufend.handlung


def nachfolgen(
    laufend: Akt,
    zeile: Mitgliedschaft,
    neue: Bestellung,
    *,
    ab: Zeit,
    grund: str,
    vertretung_bleibt: bool,
) -> Mitgliedschaft:
    """End a mandate the day before and begin another on its place, within an act; return the new one."""
    if neue.wer == zeile.wer:
        raise ValidationError(
            f"{zeile.mitglied_name} hat dieses Mandat schon. Zum Verlängern gibt es „Verlängern“."
        )
    if zeile.bis is not None and zeile.bis < ab.erster:
        neue = replace(neue, bis=None)
    else:
        ende_setzen(laufend, zeile, am=Zeit(ab.erster - TAG), grund=grund)
    vertretungen = _vertretungen(zeile) if vertretung_bleibt else []
    nachfolgerin = laufend.schreiber.anlegen(
        replace(neue, von=ab).mitgliedschaft(zeile.gremium, zeile.sitz, zeile)
    )
    fortsetzen(laufend, vertretungen, nachfolgerin, ausser=neue.wer)
    return nachfolgerin


def fortsetzen(
    laufend: Akt, vertretungen: Iterable[Stellvertretung], neue: Mitgliedschaft, *, ausser: Any = None
) -> None:
    """Let the deputies of a mandate go on under the one that follows; whoever has the seat now is none."""
    for vertretung in vertretungen:
        vorbei = vertretung.bis is not None and neue.von is not None and vertretung.bis < neue.von - TAG
        if vorbei or ausser in {vertretung.person, vertretung.stelle}:
            continue
        laufend.schreiber.anlegen(
            Stellvertretung(
                mitgliedschaft=neue,
                person=vertretung.person,
                stelle=vertretung.stelle,
                rang=vertretung.rang,
                von=neue.von,
                von_genauigkeit=neue.von_genauigkeit,
                bis=neue.bis,
                bis_genauigkeit=neue.bis_genauigkeit,
            )
        )


def ruhen(
    mitgliedschaft: Mitgliedschaft, *, von: date | None, bis: date | None, acting_user: Any
) -> Handlung:
    """Let a mandate pause for a time; without dates it pauses no more."""
    with akt(Handlungsart.RUHEN, gremium=mitgliedschaft.gremium, acting_user=acting_user) as laufend:
        laufend.schreiber.aendern(frisch(mitgliedschaft), ruht_von=von, ruht_bis=bis)
    return laufend.handlung


def geprueft(mitgliedschaft: Mitgliedschaft, *, am: date, acting_user: Any) -> Handlung:
    """Say that somebody looked at a mandate whose holder left, and that it stays."""
    with akt(Handlungsart.PRUEFEN, gremium=mitgliedschaft.gremium, acting_user=acting_user) as laufend:
        laufend.schreiber.aendern(frisch(mitgliedschaft), geprueft_am=am)
    return laufend.handlung


def wunsch_sagen(mitgliedschaft: Mitgliedschaft, wunsch: str, *, acting_user: Any) -> Handlung:
    """Keep what the holder would like when the mandate ends; nothing else changes."""
    with akt(Handlungsart.WUNSCH, gremium=mitgliedschaft.gremium, acting_user=acting_user) as laufend:
        laufend.schreiber.aendern(frisch(mitgliedschaft), wunsch=wunsch)
    return laufend.handlung


def vertretung_regeln(
    mitgliedschaft: Mitgliedschaft, personen: list[Person | Stelle], *, ab: Zeit, acting_user: Any
) -> Handlung:
    """Say who steps in from a day on, first to third; whoever is named no more ends the day before."""
    with akt(Handlungsart.VERTRETUNG, gremium=mitgliedschaft.gremium, acting_user=acting_user) as laufend:
        zeile = frisch(mitgliedschaft)
        if len(set(personen)) != len(personen) or zeile.wer in personen:
            raise ValidationError(
                "Jede Person kann nur einmal genannt werden, und nicht das Mitglied selbst."
            )
        rang: dict[Any, int] = {wer: nummer for nummer, wer in enumerate(personen, start=1)}
        for vertretung in _vertretungen(zeile):
            wer = vertretung.person or vertretung.stelle
            if vertretung.bis is not None and vertretung.bis < ab.erster:
                continue
            if rang.get(wer) == vertretung.rang:
                del rang[wer]
                continue
            if vertretung.von is not None and vertretung.von >= ab.erster:
                # She has not begun, so there is nothing to end.
                laufend.schreiber.entfernen(vertretung)
            else:
                laufend.schreiber.aendern(vertretung, bis=ab.erster - TAG, bis_genauigkeit=Genauigkeit.TAG)
        for wer, nummer in rang.items():
            feld = "person" if isinstance(wer, Person) else "stelle"
            laufend.schreiber.anlegen(
                Stellvertretung(
                    mitgliedschaft=zeile,
                    rang=nummer,
                    von=ab.tag,
                    von_genauigkeit=ab.genauigkeit,
                    bis=zeile.bis,
                    bis_genauigkeit=zeile.bis_genauigkeit,
                    **{feld: wer},
                )
            )
    return laufend.handlung


def vorschlagen(vorschlag: Mandatsvorschlag, *, acting_user: Any) -> Handlung:
    """Keep who was proposed for a seat."""
    gremium = vorschlag.sitz.kategorie.gremium
    with akt(Handlungsart.VORSCHLAGEN, gremium=gremium, acting_user=acting_user) as laufend:
        laufend.schreiber.anlegen(vorschlag)
    return laufend.handlung


def vorschlag_erledigen(vorschlag: Mandatsvorschlag, stand: str, *, acting_user: Any) -> Handlung:
    """Say that a proposal was refused or withdrawn."""
    gremium = vorschlag.sitz.kategorie.gremium
    with akt(Handlungsart.VORSCHLAGEN, gremium=gremium, acting_user=acting_user) as laufend:
        laufend.schreiber.aendern(vorschlag, stand=stand)
    return laufend.handlung

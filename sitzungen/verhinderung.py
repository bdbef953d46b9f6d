"""A member cannot come: who steps in on that day is found, told by mail, and known to the meeting."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from gremien.mandate.besetzung import Besetzung, besetzung, kollegium_von
from gremien.mandate.vertretung import Ersatz, ersatz_fuer
from gremien.models import Gremium, Mitgliedschaft
from netzwerk.actions.post import nachricht_senden
from netzwerk.lib.adresse import absolut
from netzwerk.lib.dates import heute
from netzwerk.models import Person, Stelle
from sitzungen.enums import AUSGEFALLEN, Anwesenheitsstatus
from sitzungen.models import Anwesenheit, Sitzung

KOMMENDE = 12
FORT = (Anwesenheitsstatus.VERTRETEN, Anwesenheitsstatus.ENTSCHULDIGT)


@dataclass(frozen=True, slots=True)
class Brief:
    """What the deputy is told, as it is shown before it is sent."""

    an: str
    betreff: str
    text: str


@dataclass(frozen=True, slots=True)
class Fall:
    """A member, a meeting, and who would step in."""

    sitzung: Sitzung
    mitgliedschaft: Mitgliedschaft
    ersatz: Ersatz
    gemeldet: Anwesenheit | None

    @property
    def ist_fort(self) -> bool:
        """Say whether it is known already that the member does not come."""
        return self.gemeldet is not None and self.gemeldet.status in FORT


def kommende_sitzungen(gremium: Gremium) -> list[Sitzung]:
    """Return the next meetings of a body, joint ones, too."""
    eigene = Q(gremium=gremium) | Q(pk__in=gremium.gemeinsame_sitzungen.values("pk"))
    menge = Sitzung.objects.vorhanden().filter(eigene).exclude(status__in=AUSGEFALLEN)
    return list(menge.kommend(heute()).select_related("gremium")[:KOMMENDE])


def fall(sitzung: Sitzung, mitgliedschaft: Mitgliedschaft) -> Fall:
    """Return who would step in for a member at a meeting. Raises ValidationError if it is no member then."""
    stand: Besetzung = besetzung(mitgliedschaft.gremium, sitzung.datum)
    mandat = stand.mandat(mitgliedschaft.pk)
    if mandat is None:
        raise ValidationError("An diesem Tag hat das Mandat noch nicht begonnen oder schon geendet.")
    zeilen = list(Anwesenheit.objects.filter(sitzung=sitzung).mit_namen())
    gemeldet = next((zeile for zeile in zeilen if zeile.mitgliedschaft_id == mitgliedschaft.pk), None)
    vergeben = [wer for zeile in zeilen if zeile is not gemeldet and (wer := zeile.vertretung) is not None]
    kollegium = kollegium_von(mandat.einrichtung, sitzung.datum)
    ersatz = ersatz_fuer(stand, mandat, vergeben=vergeben, kollegium=kollegium)
    return Fall(sitzung, mitgliedschaft, ersatz, gemeldet)


def brief(sitzung: Sitzung, mitgliedschaft: Mitgliedschaft, wer: Person | Stelle | None) -> Brief | None:
    """Return what the deputy is told; None without an address to write to."""
    an = wer.email if isinstance(wer, Person) else ""
    if not an:
        return None
    wann = ", ".join(teil for teil in (sitzung.wann_text, sitzung.zeit_text) if teil)
    wo = ", ".join(teil for teil in (sitzung.ort, sitzung.raum) if teil)
    zeilen = [
        f"Guten Tag {wer},",
        "",
        f"{mitgliedschaft.mitglied_name} ist verhindert. Bitte übernehmen Sie die Stellvertretung.",
        "",
        f"Gremium: {mitgliedschaft.gremium}",
        f"Sitzung: {sitzung.bezeichnung}",
        f"Wann: {wann}",
        *([f"Wo: {wo}"] if wo else []),
        "",
        f"Unterlagen und Tagesordnung: {absolut(f'/intern/sitzungen/{sitzung.pk}/')}",
        "",
        "Können Sie nicht, antworten Sie bitte auf diese E-Mail.",
    ]
    return Brief(an, f"Stellvertretung am {sitzung.wann_text}: {mitgliedschaft.gremium}", "\n".join(zeilen))


@transaction.atomic
def verhindert_melden(
    sitzung: Sitzung,
    mitgliedschaft: Mitgliedschaft,
    *,
    gewaehlt: Person | None = None,
    grund: str = "",
    acting_user: Any,
) -> Anwesenheit:
    """Keep that a member cannot come and tell whoever steps in, once each. Raises ValidationError.

    ``gewaehlt``: whom the organisation chose, where it may. Sent twice it is done once.
    """
    # Two absences at the same moment wait for each other, so that nobody steps in twice.
    Sitzung.objects.select_for_update(of=("self",)).get(pk=sitzung.pk)
    lage = fall(sitzung, mitgliedschaft)
    if lage.ist_fort and lage.gemeldet is not None:
        return lage.gemeldet
    wer: Person | Stelle | None = lage.ersatz.person or lage.ersatz.stelle
    if gewaehlt is not None:
        if gewaehlt not in lage.ersatz.zur_wahl:
            raise ValidationError("Diese Person kann an diesem Tag nicht vertreten.")
        wer = gewaehlt
    zeile = lage.gemeldet or Anwesenheit(sitzung=sitzung, mitgliedschaft=mitgliedschaft)
    zeile.status = Anwesenheitsstatus.VERTRETEN if wer else Anwesenheitsstatus.ENTSCHULDIGT
    zeile.vertretung_person = wer if isinstance(wer, Person) else None
    zeile.vertretung_stelle = wer if isinstance(wer, Stelle) else None
    zeile.grund_intern, zeile.gemeldet_von = grund, acting_user
    _speichern(zeile, acting_user)
    _schreiben(brief(sitzung, mitgliedschaft, wer), zeile, acting_user, "verhindert")
    return zeile


@transaction.atomic
def doch_da(sitzung: Sitzung, mitgliedschaft: Mitgliedschaft, *, acting_user: Any) -> None:
    """Keep that a member comes after all, and tell whoever would have stepped in."""
    zeile = (
        Anwesenheit.objects.select_for_update(of=("self",))
        .mit_namen()
        .filter(sitzung=sitzung, mitgliedschaft=mitgliedschaft)
        .first()
    )
    if zeile is None or zeile.status not in FORT:
        return
    absage = _absage(sitzung, mitgliedschaft, zeile.vertretung_person)
    _schreiben(absage, zeile, acting_user, "doch-da")
    zeile.status, zeile.grund_intern = Anwesenheitsstatus.ZUGESAGT, ""
    zeile.vertretung_person = zeile.vertretung_stelle = None
    _speichern(zeile, acting_user)


def _absage(sitzung: Sitzung, mitgliedschaft: Mitgliedschaft, wer: Person | None) -> Brief | None:
    if wer is None or not wer.email:
        return None
    text = (
        f"Guten Tag {wer},\n\n{mitgliedschaft.mitglied_name} kommt nun doch selbst zur Sitzung "
        f"„{sitzung.bezeichnung}“ ({sitzung.wann_text}). Sie müssen nicht vertreten.\n"
    )
    return Brief(wer.email, f"Doch keine Stellvertretung am {sitzung.wann_text}", text)


def _speichern(zeile: Anwesenheit, acting_user: Any) -> None:
    vars(zeile)["_history_user"] = acting_user
    zeile.full_clean()
    zeile.save()


def _schreiben(brief_: Brief | None, zeile: Anwesenheit, acting_user: Any, anlass: str) -> None:
    """Send a mail once for each time that the absence was told: a click too many writes none."""
    if brief_ is None:
        return
    nachricht_senden(
        an=brief_.an,
        betreff=brief_.betreff,
        text=brief_.text,
        antwort_an=acting_user.email,
        schluessel=f"{anlass}/{zeile.pk}/{zeile.history.count()}",
        acting_user=acting_user,
    )

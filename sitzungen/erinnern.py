"""What is done about a report that is owed: remind once, note that it came or that it is suspended."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from gremien.models import Berichtspflicht, Betreuung, Pflichtvermerk
from netzwerk.actions.post import nachricht_senden
from netzwerk.enums import Rolle
from netzwerk.lib.dates import datum_text, heute, jetzt
from netzwerk.models import Konto
from sitzungen.models import Pflichterfuellung
from sitzungen.pflichten import OFFENE, Faelligkeit, eine

SCHLUESSEL = 200
VERMERKT = ("bericht", "abgegeben_am", "ausgesetzt_grund")
ERFUELLT = ("vorlage", "sitzung")


def adressen(faellige: Iterable[Faelligkeit]) -> dict[int, list[str]]:
    """Return duty → who is written to: the accounts that report for it, else the office of whoever owes.

    Two queries, however many there are.
    """
    pflichten = {faelligkeit.pflicht.pk: faelligkeit.pflicht for faelligkeit in faellige}
    organisationen = {pflicht.organisation_id for pflicht in pflichten.values()} - {None}
    gremien = {pflicht.gremium_id for pflicht in pflichten.values()} - {None}
    je_schuldner: dict[tuple[int | None, int | None], set[str]] = defaultdict(set)
    berichtende = Konto.objects.filter(
        organisation__in=organisationen, is_active=True, groups__name=Rolle.BERICHTERSTATTUNG
    )
    for organisation, email in berichtende.values_list("organisation", "email"):
        je_schuldner[None, organisation].add(email)
    betreuende = Betreuung.objects.filter(
        gremium__in=gremien, konto__is_active=True, konto__groups__name=Rolle.GREMIENBETREUUNG
    )
    for gremium, email in betreuende.values_list("gremium", "konto__email"):
        je_schuldner[gremium, None].add(email)
    return {
        pk: sorted(je_schuldner[pflicht.gremium_id, pflicht.organisation_id])
        or [adresse for adresse in (pflicht.schuldner.kontakt_email,) if adresse]
        for pk, pflicht in pflichten.items()
    }


def betreff(faelligkeit: Faelligkeit) -> str:
    """Return the subject of the reminder, on one line."""
    return f"Erinnerung: Bericht {faelligkeit.was}"[:190]


def text(faelligkeit: Faelligkeit, wo: str) -> str:
    """Return the reminder; ``wo`` is the address of the list of duties."""
    verb = "war" if faelligkeit.termin.faellig_am < heute() else "ist"
    an = f" an {faelligkeit.an}" if faelligkeit.empfaenger else ""
    return (
        "Guten Tag,\n\n"
        f"von {faelligkeit.pflicht.schuldner} fehlt noch ein Bericht{an}: {faelligkeit.was}. "
        f"Fällig {verb} er am {datum_text(faelligkeit.termin.faellig_am)}.\n\n"
        f"Was ansteht und wo Sie den Bericht schreiben, steht hier:\n{wo}\n\n"
        "Ist er schon unterwegs, ist diese Nachricht erledigt.\n"
    )


@transaction.atomic
def erinnern(pflicht: Berichtspflicht, bezugstag: date, *, wo: str, acting_user: Any) -> bool:
    """Remind whoever owes a report, once for ever; say whether a reminder went out just now.

    Two clicks at the same moment wait for each other at the duty's row.
    """
    sperren(pflicht)
    faelligkeit = eine(pflicht, bezugstag)
    if faelligkeit is None or faelligkeit.stand not in OFFENE:
        return False
    ziele = adressen([faelligkeit])[pflicht.pk]
    vermerk = faelligkeit.vermerk or Pflichtvermerk(pflicht=pflicht, bezugstag=bezugstag)
    if vermerk.erinnert_am or not ziele:
        return False
    for ziel in ziele:
        nachricht_senden(
            an=ziel,
            betreff=betreff(faelligkeit),
            text=text(faelligkeit, wo),
            schluessel=f"pflicht:{faelligkeit.kennung}:{ziel}"[:SCHLUESSEL],
            acting_user=acting_user,
        )
    vermerk.erinnert_am, vermerk.erinnert_von = jetzt(), acting_user
    vars(vermerk)["_history_user"] = acting_user
    vermerk.save()
    return True


@transaction.atomic
def vermerken(
    pflicht: Berichtspflicht, bezugstag: date, angaben: dict[str, Any], *, acting_user: Any
) -> None:
    """Note what fulfils or suspends a report that is owed; what is empty takes the note away."""
    sperren(pflicht)
    vermerk = Pflichtvermerk.objects.filter(pflicht=pflicht, bezugstag=bezugstag).first()
    vermerk = vermerk or Pflichtvermerk(pflicht=pflicht, bezugstag=bezugstag)
    _setzen(vermerk, {name: angaben[name] for name in VERMERKT}, acting_user)
    erfuellung = Pflichterfuellung.objects.filter(pflicht=pflicht, bezugstag=bezugstag).first()
    if angaben["vorlage"] or angaben["sitzung"]:
        erfuellung = erfuellung or Pflichterfuellung(pflicht=pflicht, bezugstag=bezugstag)
        _setzen(erfuellung, {name: angaben[name] for name in ERFUELLT}, acting_user)
    elif erfuellung is not None:
        erfuellung.delete()


def _setzen(zeile: Any, felder: dict[str, Any], acting_user: Any) -> None:
    for name, wert in felder.items():
        setattr(zeile, name, wert)
    vars(zeile)["_history_user"] = acting_user
    zeile.save()


def sperren(pflicht: Berichtspflicht) -> None:
    """Let nobody else note or remind about the duty until the end of the transaction."""
    list(Berichtspflicht.objects.select_for_update().filter(pk=pflicht.pk).values_list("pk"))

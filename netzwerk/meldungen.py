"""What an account is told by mail, at once or as a digest: each floor registers kinds of events.

    meldungen.anmelden(Ereignisart("enden", "Mandate, die bald enden", rules.liest_alles, sammeln))

``sammeln(konto, von, bis)`` returns what happened after ``von`` and up to ``bis`` that concerns the account
and that it may read. Nothing is written when something happens: the moment up to which an account was told
is kept (``Benachrichtigung``), so a run that comes twice tells nothing twice, and one that comes a week late
tells everything once.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localtime

from netzwerk.actions.post import nachricht_senden
from netzwerk.enums import Takt
from netzwerk.lib.adresse import absolut
from netzwerk.lib.dates import jetzt
from netzwerk.models import Benachrichtigung, Konto, Portal

logger = logging.getLogger(__name__)

# Whoever writes stamps a row a little before it can be seen: what is this young is told next time.
NACHLAUF = timedelta(minutes=1)
JE_ART = 25
SALZ = "abbestellen"


@dataclass(frozen=True)
class Meldung:
    """One thing to tell: what, where to read it, and when it happened."""

    titel: str
    pfad: str
    wann: datetime


@dataclass(frozen=True)
class Ereignisart:
    """A kind of event. ``darf`` says for whom it is; ``vorgabe`` how often unless they choose."""

    name: str
    titel: str
    darf: Any
    sammeln: Callable[[Any, datetime, datetime], Iterable[Meldung]]
    vorgabe: str = Takt.TAEGLICH
    hilfe: str = ""
    rang: int = 50


ARTEN: dict[str, Ereignisart] = {}


def anmelden(*arten: Ereignisart) -> None:
    """Make kinds of events known."""
    ARTEN.update({art.name: art for art in arten})


def arten_fuer(konto: Any) -> list[Ereignisart]:
    """Return the kinds of events that the account can be told of."""
    return [art for art in sorted(ARTEN.values(), key=lambda art: (art.rang, art.titel)) if art.darf(konto)]


def einstellungen(konto: Any, *, anlegen: bool = False) -> dict[str, Benachrichtigung]:
    """Return kind → setting of the account; what it never chose begins now with what is usual."""
    vorhanden = {zeile.art: zeile for zeile in Benachrichtigung.objects.filter(konto=konto)}
    for art in arten_fuer(konto):
        if art.name not in vorhanden:
            vorhanden[art.name] = Benachrichtigung(konto=konto, art=art.name, takt=art.vorgabe)
            if anlegen:
                vorhanden[art.name].save()
    return vorhanden


@transaction.atomic
def takt_setzen(konto: Any, takte: dict[str, str]) -> None:
    """Choose how often the account is told; what begins again does not tell of the time between."""
    _sperren(konto)
    for art, zeile in einstellungen(konto, anlegen=True).items():
        takt = takte.get(art, zeile.takt)
        if takt == zeile.takt:
            continue
        if zeile.takt == Takt.NIE:
            zeile.gemeldet_bis = jetzt()
        zeile.takt = takt
        zeile.save()


def ist_faellig(takt: str, gemeldet_bis: datetime, moment: datetime) -> bool:
    """Say whether it is time: on another day, in another week, or always."""
    zuletzt, nun = localtime(gemeldet_bis).date(), localtime(moment).date()
    if takt == Takt.TAEGLICH:
        return zuletzt < nun
    if takt == Takt.WOECHENTLICH:
        return zuletzt < nun and zuletzt.isocalendar()[:2] != nun.isocalendar()[:2]
    return takt == Takt.SOFORT


def melden(*, nur_sofort: bool = False) -> int:
    """Tell every account what is due; return how many mails that are. Safe to run twice, or late."""
    konten = Konto.objects.filter(is_active=True)
    if nur_sofort:
        konten = konten.filter(benachrichtigungen__takt=Takt.SOFORT).distinct()
    gesendet = 0
    for konto in konten.order_by("pk"):
        try:
            gesendet += _melden(konto, nur_sofort=nur_sofort)
        except Exception:
            # One account that breaks must not keep the others from their mail.
            logger.exception("Zusammenfassung für Konto %s gescheitert", konto.pk)
    return gesendet


def sofort_melden() -> int:
    """Tell those who want to know at once; the worker does so every minute."""
    return melden(nur_sofort=True)


def _sperren(konto: Any) -> None:
    """Let writers of an account's settings wait for each other."""
    list(Konto.objects.select_for_update().filter(pk=konto.pk).values_list("pk"))


@transaction.atomic
def _melden(konto: Konto, *, nur_sofort: bool) -> bool:
    """Send one mail with all that is due, if anything happened; two runs wait for each other."""
    _sperren(konto)
    bis = jetzt() - NACHLAUF
    gewaehlt = einstellungen(konto, anlegen=True)
    teile: list[tuple[Ereignisart, list[Meldung]]] = []
    for art in arten_fuer(konto):
        zeile = gewaehlt[art.name]
        if (nur_sofort and zeile.takt != Takt.SOFORT) or not ist_faellig(zeile.takt, zeile.gemeldet_bis, bis):
            continue
        if zeile.gemeldet_bis >= bis:
            continue
        funde = sorted(art.sammeln(konto, zeile.gemeldet_bis, bis), key=lambda meldung: meldung.wann)
        zeile.gemeldet_bis = bis
        if funde or not nur_sofort:
            zeile.save(update_fields=["gemeldet_bis"])
        if funde:
            teile.append((art, funde))
    if not teile:
        return False
    anzahl = sum(len(funde) for _, funde in teile)
    portal = Portal.objects.aktuelles()
    nachricht_senden(
        an=konto.email,
        betreff=f"{portal.name}: {anzahl} {'Neuigkeit' if anzahl == 1 else 'Neuigkeiten'} für Sie"[:200],
        text=_text(konto, teile),
    )
    return True


def _text(konto: Konto, teile: list[tuple[Ereignisart, list[Meldung]]]) -> str:
    """Return the mail: kind by kind, each with its links, and how to be told less."""
    zeilen = [f"Guten Tag{f' {konto.name}' if konto.name else ''},", ""]
    for art, funde in teile:
        zeilen += [f"{art.titel}:", ""]
        for fund in funde[:JE_ART]:
            zeilen += [
                f"- {' '.join(fund.titel.split())} ({localtime(fund.wann):%d.%m.%Y})",
                f"  {absolut(fund.pfad)}",
            ]
        if len(funde) > JE_ART:
            zeilen.append(f"- und {len(funde) - JE_ART} weitere: {absolut('/intern/')}")
        zeilen.append("")
    marke = abbestellmarke(konto, [art.name for art, _ in teile])
    zeilen += [
        f"Wie oft Sie solche Nachrichten bekommen: {absolut(reverse('nachrichten'))}",
        f"Abbestellen: {absolut(reverse('abbestellen', args=[marke]))}",
    ]
    return "\n".join(zeilen)


def abbestellmarke(konto: Konto, arten: list[str]) -> str:
    """Return the signed part of the link that ends these mails; it opens nothing else."""
    return signing.dumps({"konto": konto.pk, "arten": arten}, salt=SALZ)


def abbesteller(marke: str) -> tuple[Konto, list[Ereignisart]] | None:
    """Return whose link it is and which kinds it ends, None for a link that is none."""
    try:
        inhalt = signing.loads(marke, salt=SALZ)
    except signing.BadSignature:
        return None
    konto = Konto.objects.filter(pk=inhalt["konto"], is_active=True).first()
    if konto is None:
        return None
    return konto, [ARTEN[name] for name in inhalt["arten"] if name in ARTEN]


def abbestellen(konto: Konto, namen: Iterable[str]) -> None:
    """Tell an account no more of these kinds."""
    takt_setzen(konto, dict.fromkeys(namen, Takt.NIE))

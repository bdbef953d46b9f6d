"""Mail: written into the database with what it tells of, sent by the queue.

``nachricht_senden`` is the one way to write a message; the mail backend (``netzwerk.postausgang``)
leads here, too. It takes part in the caller's transaction: no entry without its message, no message
without its entry.

A message is handed to the mail server at most once. A sender takes its row and commits that before it
speaks to the server; a refusal puts it back, to be tried later. If the sender dies in between, or the
connection breaks while it speaks, nobody knows whether the message left: it is then marked as failed
for a person to decide, and never sent again by itself.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives, mailers
from django.db import IntegrityError, transaction
from django.tasks import task

from netzwerk.enums import Nachrichtenstand
from netzwerk.lib.dates import jetzt
from netzwerk.lib.zustellung import Ausgang, Ergebnis, zustellen
from netzwerk.models import Nachricht, Nachrichtenanhang
from netzwerk.models.nachricht import neue_kennung

logger = logging.getLogger(__name__)

# Ever more patiently: a weekend without a mail server costs nothing.
ABSTAENDE = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
    timedelta(hours=24),
    timedelta(hours=24),
)
# Nobody speaks longer with a mail server.
UEBERGABE_HOECHSTENS = timedelta(minutes=15)
TEXT_TAGE = 30
ZEILE_TAGE = 365
ANHAENGE_HOECHSTENS = 15 * 1024 * 1024

# Name, content type and content of a file.
Anhang = tuple[str, str, bytes]


# --- Writing ---------------------------------------------------------------------------------------


def nachricht_senden(
    *,
    an: str,
    betreff: str,
    text: str,
    html: str = "",
    antwort_an: str = "",
    anhaenge: Iterable[Anhang] = (),
    vertraulich: bool = False,
    schluessel: str = "",
    acting_user: Any = None,
) -> Nachricht:
    """Write a message into the outbox, to be sent by the queue as soon as this transaction is through.

    ``schluessel``: of all messages with the same key only the first is sent; that one is returned.
    ``vertraulich``: it holds a personal link, so nobody but its reader sees the text, and it is erased
    once it was sent. Raises ValidationError for an address or subject that is none (a line break would
    smuggle headers in), and for files that no mail server takes.
    """
    dateien = list(anhaenge)
    _eine_zeile("an", an)
    _eine_zeile("antwort_an", antwort_an)
    _eine_zeile("betreff", betreff)
    if sum(len(inhalt) for _, _, inhalt in dateien) > ANHAENGE_HOECHSTENS:
        raise ValidationError({"anhaenge": "Die Anhänge sind zusammen zu groß für eine E-Mail."})
    if schluessel and (vorhanden := Nachricht.objects.filter(schluessel=schluessel).first()):
        return vorhanden
    nachricht = Nachricht(
        an=an,
        betreff=betreff,
        text=_ohne_nul(text),
        html=_ohne_nul(html),
        antwort_an=antwort_an,
        vertraulich=vertraulich,
        schluessel=schluessel,
        veranlasst_von=acting_user if acting_user and acting_user.pk else None,
        stand=Nachrichtenstand.GEZEIGT if settings.POST_ZEIGEN else Nachrichtenstand.WARTET,
    )
    nachricht.full_clean(validate_constraints=False)
    try:
        return _ablegen(nachricht, dateien)
    except IntegrityError:
        # Two at the same moment: the second meets the unique key.
        if schluessel and (vorhanden := Nachricht.objects.filter(schluessel=schluessel).first()):
            return vorhanden
        raise


@transaction.atomic
def _ablegen(nachricht: Nachricht, dateien: list[Anhang]) -> Nachricht:
    """Save the row, its files and the ring at the queue's door."""
    nachricht.save(force_insert=True)
    for name, typ, inhalt in dateien:
        Nachrichtenanhang.objects.create(nachricht=nachricht, name=name, typ=typ, inhalt=inhalt)
    if nachricht.stand == Nachrichtenstand.WARTET:
        post_versenden.enqueue()
    return nachricht


def _eine_zeile(feld: str, wert: str) -> None:
    """Raise ValidationError for a value that would not stay in its line of the mail's head."""
    if any(zeichen in wert for zeichen in "\r\n\x00\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"):
        raise ValidationError({feld: "Hier darf kein Zeilenumbruch stehen."})


def _ohne_nul(text: str) -> str:
    return text.replace("\x00", "")


def nachricht_erneut_senden(nachricht: Nachricht, *, acting_user: Any) -> bool:
    """Let a message that failed or got lost be sent again; say whether there was one to send.

    Whoever asks decides that it may arrive twice.
    """
    with transaction.atomic():
        zeile = Nachricht.objects.select_for_update().get(pk=nachricht.pk)
        fertig = zeile.stand in {Nachrichtenstand.GESENDET, Nachrichtenstand.GESCHEITERT}
        if not fertig or zeile.geleert_am:
            return False
        zeile.stand, zeile.versuche, zeile.fehler = Nachrichtenstand.WARTET, 0, ""
        zeile.naechster_versuch, zeile.kennung, zeile.veranlasst_von = jetzt(), neue_kennung(), acting_user
        zeile.save()
        post_versenden.enqueue()
    return True


# --- Sending ---------------------------------------------------------------------------------------


@task
def post_versenden() -> int:
    """Send everything that is due; return how many messages left. Rung for each message and each retry."""
    gesendet = 0
    while (nachricht := _nehmen()) is not None:
        ergebnis = zustellen(_brief(nachricht), mailers["versand"])
        gesendet += _vermerken(nachricht, ergebnis)
    return gesendet


@transaction.atomic
def _nehmen() -> Nachricht | None:
    """Take the next due message, so that no other sender does; None when nothing is due.

    PostgreSQL passes over rows that another sender holds; SQLite has one writer at a time.
    """
    nachricht = (
        Nachricht.objects.faellig(jetzt())
        .select_for_update(skip_locked=True)
        .order_by("naechster_versuch", "pk")
        .first()
    )
    if nachricht is not None:
        nachricht.stand = Nachrichtenstand.UNTERWEGS
        nachricht.versuche += 1
        nachricht.versucht_am = jetzt()
        nachricht.save(update_fields=["stand", "versuche", "versucht_am"])
    return nachricht


def _brief(nachricht: Nachricht) -> EmailMultiAlternatives:
    """Return the row as a mail."""
    rechner = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    brief = EmailMultiAlternatives(
        nachricht.betreff,
        nachricht.text,
        to=[nachricht.an],
        reply_to=[nachricht.antwort_an] if nachricht.antwort_an else None,
        headers={"Message-ID": f"<{nachricht.kennung}@{rechner}>", "Auto-Submitted": "auto-generated"},
    )
    if nachricht.html:
        brief.attach_alternative(nachricht.html, "text/html")
    for anhang in nachricht.anhaenge.all():
        brief.attach(anhang.name, bytes(anhang.inhalt), anhang.typ)
    return brief


@transaction.atomic
def _vermerken(nachricht: Nachricht, ergebnis: Ergebnis) -> bool:
    """Write down what became of a message; say whether it left."""
    zeile = Nachricht.objects.select_for_update().get(pk=nachricht.pk)
    zeile.fehler = ergebnis.grund
    if ergebnis.ausgang is Ausgang.GESENDET:
        zeile.stand, zeile.gesendet_am = Nachrichtenstand.GESENDET, jetzt()
        if zeile.vertraulich:
            _leeren(zeile)
    elif ergebnis.ausgang is Ausgang.SPAETER and zeile.versuche <= len(ABSTAENDE):
        zeile.stand = Nachrichtenstand.WARTET
        zeile.naechster_versuch = jetzt() + ABSTAENDE[zeile.versuche - 1]
        post_versenden.using(run_after=zeile.naechster_versuch).enqueue()
    else:
        zeile.stand = Nachrichtenstand.GESCHEITERT
    zeile.save()
    if ergebnis.grund:
        # The address is personal and the text is nobody's business: the number is enough to find it.
        logger.warning("Nachricht %s: %s", zeile.pk, ergebnis.grund)
    return ergebnis.ausgang is Ausgang.GESENDET


# --- Looking after ---------------------------------------------------------------------------------


def post_nachsehen() -> int:
    """Ring for what is due, and give up what a sender left lying; return how many those were.

    Heals a queue that lost its rings. Safe to repeat.
    """
    liegengeblieben = Nachricht.objects.liegengeblieben(jetzt() - UEBERGABE_HOECHSTENS)
    anzahl = sum(_aufgeben(pk) for pk in liegengeblieben.values_list("pk", flat=True))
    if Nachricht.objects.faellig(jetzt()).exists():
        post_versenden.enqueue()
    return anzahl


@transaction.atomic
def _aufgeben(pk: int) -> bool:
    """Mark a message as failed that a sender took and never reported about."""
    zeile = Nachricht.objects.select_for_update().get(pk=pk)
    if zeile.stand != Nachrichtenstand.UNTERWEGS:
        return False
    zeile.stand = Nachrichtenstand.GESCHEITERT
    zeile.fehler = "Das Senden wurde unterbrochen; ob die Nachricht ankam, ist ungewiss."
    zeile.save()
    return True


def wartende_anhalten() -> None:
    """After a restore: what waited when the backup was made may have been sent since."""
    grund = "Aus einer Sicherung zurückgespielt; ob die Nachricht inzwischen gesendet wurde, ist ungewiss."
    for zeile in Nachricht.objects.filter(stand__in=(Nachrichtenstand.WARTET, Nachrichtenstand.UNTERWEGS)):
        zeile.stand, zeile.fehler = Nachrichtenstand.GESCHEITERT, grund
        zeile.save()


@transaction.atomic
def alte_nachrichten_leeren() -> int:
    """Erase texts and files after a month, whole rows after a year; return how many texts went."""
    stand = jetzt()
    alte = list(Nachricht.objects.zu_leeren(stand - timedelta(days=TEXT_TAGE)))
    for zeile in alte:
        _leeren(zeile)
        zeile.save()
    Nachricht.objects.filter(
        erstellt_am__lt=stand - timedelta(days=ZEILE_TAGE), geleert_am__isnull=False
    ).delete()
    return len(alte)


def _leeren(zeile: Nachricht, moment: datetime | None = None) -> None:
    """Take text and files out of a row; the caller saves it."""
    zeile.text = zeile.html = ""
    zeile.geleert_am = moment or jetzt()
    zeile.anhaenge.all().delete()

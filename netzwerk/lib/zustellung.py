"""Hand one message to the mail server, and say what became of it.

Everything that happens before the server is spoken to, and every refusal it spells out, leaves
no doubt that nothing was sent. Only a connection lost in the middle leaves one.
"""

import logging
import smtplib
from dataclasses import dataclass
from enum import Enum

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

logger = logging.getLogger(__name__)

# Codes from here on are final (RFC 5321): the same message would be refused again.
ENDGUELTIG = 500


class Ausgang(Enum):
    """What became of a message."""

    GESENDET = "gesendet"
    SPAETER = "später noch einmal"
    ABGELEHNT = "abgelehnt"
    UNGEWISS = "ungewiss"


@dataclass(frozen=True)
class Ergebnis:
    """What became of a message, and why, in one German sentence without a secret."""

    ausgang: Ausgang
    grund: str = ""


def _abgelehnt(code: int, grund: str) -> Ergebnis:
    return Ergebnis(Ausgang.ABGELEHNT if code >= ENDGUELTIG else Ausgang.SPAETER, grund)


def zustellen(brief: EmailMessage, verbindung: BaseEmailBackend) -> Ergebnis:
    """Send, and say what became of it. Raises nothing that a mail server can cause."""
    try:
        verbindung.open()
    except (OSError, smtplib.SMTPException) as fehler:
        return Ergebnis(Ausgang.SPAETER, f"Der Mailserver ist nicht erreichbar ({type(fehler).__name__}).")
    try:
        verbindung.send_messages([brief])
    except smtplib.SMTPRecipientsRefused as fehler:
        code = max(code for code, _ in fehler.recipients.values())
        return _abgelehnt(code, f"Der Mailserver nimmt nichts für diese Adresse an ({code}).")
    except smtplib.SMTPResponseException as fehler:
        return _abgelehnt(
            fehler.smtp_code, f"Der Mailserver hat die Nachricht nicht angenommen ({fehler.smtp_code})."
        )
    except (smtplib.SMTPNotSupportedError, ValueError) as fehler:
        return Ergebnis(
            Ausgang.ABGELEHNT, f"Die Nachricht lässt sich so nicht senden ({type(fehler).__name__})."
        )
    except (OSError, smtplib.SMTPException) as fehler:
        return Ergebnis(
            Ausgang.UNGEWISS,
            f"Die Verbindung zum Mailserver brach beim Senden ab ({type(fehler).__name__}); ob die "
            "Nachricht ankam, ist ungewiss.",
        )
    finally:
        _schliessen(verbindung)
    return Ergebnis(Ausgang.GESENDET)


def _schliessen(verbindung: BaseEmailBackend) -> None:
    """Say good-bye; whether the server hears it changes nothing."""
    try:
        verbindung.close()
    except (OSError, smtplib.SMTPException):
        logger.debug("Der Mailserver hat sich nicht verabschiedet.")

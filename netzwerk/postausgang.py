"""The mail backend behind Django's ``send()``: every message becomes a row of the outbox."""

from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailAlternative, EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from netzwerk.actions.post import Anhang, nachricht_senden

BETREFF_LAENGE = 200


class Postausgang(BaseEmailBackend):
    """Writes instead of sending; each recipient gets a message of their own and learns of nobody else."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write all messages; return how many. Raises ValidationError for a forged head."""
        for brief in email_messages:
            for an in brief.recipients():
                nachricht_senden(
                    an=an,
                    betreff=str(brief.subject)[:BETREFF_LAENGE],
                    text=str(brief.body),
                    html=_html(brief),
                    antwort_an=brief.reply_to[0] if brief.reply_to else "",
                    anhaenge=list(_anhaenge(brief)),
                )
        return len(email_messages)


def _html(brief: EmailMessage) -> str:
    """Return the HTML form of a mail, "" if it has none."""
    formen: list[EmailAlternative] = getattr(brief, "alternatives", [])
    return next((str(form.content) for form in formen if form.mimetype == "text/html"), "")


def _anhaenge(brief: EmailMessage) -> Any:
    """Yield the files of a mail."""
    for anhang in brief.attachments:
        name, inhalt, typ = anhang
        roh = inhalt.encode() if isinstance(inhalt, str) else inhalt
        datei: Anhang = (name or "Anhang", typ or "application/octet-stream", roh)
        yield datei

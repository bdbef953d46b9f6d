"""allauth's forms of keys: in our words, and deaf to what no browser sends."""

import json
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms as schluessel
from django import forms

NAME_LAENGE = 60
# Keys with an attestation of their maker say a few thousand characters.
SCHLUESSEL_LAENGE = 50_000


class Schluesselfeld(forms.JSONField):
    """What a browser says of a key. Anything but an object of plain text is refused as a wrong key."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> Any:
        """Raise ValidationError for JSON of another shape, and for NUL, which PostgreSQL cannot store."""
        if len(value or "") > SCHLUESSEL_LAENGE:
            raise get_adapter().validation_error("incorrect_code")
        try:
            inhalt = super().clean(value)
        except RecursionError:
            raise get_adapter().validation_error("incorrect_code") from None
        antwort = inhalt.get("response") if isinstance(inhalt, dict) else None
        if not isinstance(antwort, dict) or "\\u0000" in json.dumps(inhalt):
            raise get_adapter().validation_error("incorrect_code")
        return inhalt

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return what was sent, unread."""
        return data

    def prepare_value(self, value: Any) -> str:
        """Show nothing again: a key answers one question once."""
        return ""


class _Streng:
    """Read a key as wrong when allauth's parser stumbles over it."""

    def full_clean(self) -> None:
        """Check the form."""
        try:
            super().full_clean()  # type: ignore[misc]
        except (AttributeError, KeyError, LookupError, TypeError, UnicodeError, ValueError):
            self.add_error("credential", get_adapter().validation_error("incorrect_code"))  # type: ignore[attr-defined]


class NeuerSchluessel(_Streng, schluessel.AddWebAuthnForm):
    """A key gets a name."""

    name = forms.CharField(
        label="Name",
        required=False,
        max_length=NAME_LAENGE,
        help_text="Woran Sie den Schlüssel wiedererkennen.",
    )
    passwordless = forms.BooleanField(
        label="Auch statt des Passworts benutzen (Passkey)",
        required=False,
        initial=True,
        help_text="Dann genügt bei der Anmeldung dieser Schlüssel; er fragt nach Finger, Gesicht oder PIN.",
    )
    credential = Schluesselfeld()


class Schluesselname(schluessel.EditWebAuthnForm):
    """A key gets another name."""

    name = forms.CharField(label="Name", max_length=NAME_LAENGE)


class Schluesselanmeldung(_Streng, schluessel.LoginWebAuthnForm):
    """Log in with a passkey."""

    credential = Schluesselfeld()


class Schluesselpruefung(_Streng, schluessel.AuthenticateWebAuthnForm):
    """A key after the password."""

    credential = Schluesselfeld()


class Schluesselbestaetigung(_Streng, schluessel.ReauthenticateWebAuthnForm):
    """A key before a step that matters."""

    credential = Schluesselfeld()

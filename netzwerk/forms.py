"""Forms of the ground floor."""

import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from netzwerk.enums import Anliegen
from netzwerk.lib.images import bereinigtes_bild
from netzwerk.lib.text import bereinigt
from netzwerk.models import Hinweis
from netzwerk.validators import bild_pruefen

# Nobody reads, thinks and types quicker; a form left open over night is still good.
MINDESTENS = timedelta(seconds=3)
HOECHSTENS = timedelta(days=2)
SALZ = "hinweis"
NOCH_EINMAL = "Bitte senden Sie das Formular noch einmal ab; Ihr Text steht noch da."


DATEINAME_LAENGE = 200


class BereinigteBilddatei:
    """For forms of images: keeps only the pixels of an upload, without place and camera."""

    cleaned_data: dict[str, Any]

    def clean_datei(self) -> Any:
        """Return the picture written anew."""
        datei = self.cleaned_data["datei"]
        if not isinstance(datei, UploadedFile):
            return datei
        bild_pruefen(datei)
        return bereinigtes_bild(datei)


class DateinameVomUpload:
    """For forms of documents: names an upload by its own name unless another is given."""

    cleaned_data: dict[str, Any]

    def clean(self) -> Any:
        """Take the name from the file."""
        daten = super().clean()  # type: ignore[misc]
        datei = self.cleaned_data.get("datei")
        if isinstance(datei, UploadedFile) and not self.cleaned_data.get("dateiname"):
            name = Path(bereinigt(datei.name or ""))
            self.cleaned_data["dateiname"] = name.stem[: DATEINAME_LAENGE - len(name.suffix)] + name.suffix
        return daten


def neue_kennung() -> str:
    """Return a signed, dated mark of one form."""
    return signing.dumps(secrets.token_hex(8), salt=SALZ)


class HinweisFormular(forms.ModelForm):
    """What a visitor tells about a page.

    Against machines: a field that people do not see, and a mark that says when the form was
    given out. A refusal says so and keeps what was typed.
    """

    webseite = forms.CharField(
        label="Bitte leer lassen",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    marke = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Hinweis
        fields = ("anliegen", "text", "name", "email")
        widgets = {
            "anliegen": forms.RadioSelect(choices=Anliegen),
            "text": forms.Textarea(attrs={"rows": 7}),
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        help_texts = {
            "text": "Was stimmt nicht, und wie ist es richtig? Bitte keine vertraulichen Angaben.",
            "email": "Nur wenn Sie eine Antwort möchten.",
        }
        error_messages = {"text": {"required": "Bitte schreiben Sie, worum es geht."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Give out a new mark; a form that comes back keeps its own as long as that is good."""
        super().__init__(*args, **kwargs)
        anliegen: Any = self.fields["anliegen"]
        anliegen.choices = Anliegen.choices
        self.initial["marke"] = neue_kennung()

    def sichtbare_felder(self) -> list[Any]:
        """Return the fields that people fill in."""
        return [self[name] for name in self.Meta.fields]

    def clean(self) -> dict[str, Any]:
        """Raise ValidationError for what only a machine sends."""
        daten: dict[str, Any] = super().clean() or {}
        if daten.get("webseite"):
            raise ValidationError("Das Feld „Bitte leer lassen“ muss leer bleiben.", code="falle")
        self.instance.kennung = self._gepruefte_kennung(daten.get("marke") or "")
        return daten

    def _gepruefte_kennung(self, marke: str) -> str:
        """Return what the mark holds. Raises ValidationError, and gives out a new one, for a bad mark."""
        try:
            kennung = str(signing.loads(marke, salt=SALZ, max_age=HOECHSTENS))
        except signing.BadSignature:
            self._neue_marke()
            raise ValidationError(
                f"Das Formular war sehr lange offen. {NOCH_EINMAL}",
                code="abgelaufen",
            ) from None
        if _ist_juenger(marke, MINDESTENS):
            raise ValidationError(
                f"Das ging sehr schnell. {NOCH_EINMAL}",
                code="zu_schnell",
            )
        return kennung

    def _neue_marke(self) -> None:
        """Put a new mark into the form that is shown again."""
        gesendet: Any = self.data
        self.data = gesendet.dict() | {self.add_prefix("marke"): self.initial["marke"]}


def _ist_juenger(marke: str, alter: timedelta) -> bool:
    """Say whether a good mark was given out less than the time ago."""
    try:
        signing.loads(marke, salt=SALZ, max_age=alter)
    except signing.SignatureExpired:
        return False
    return True

"""What a reviewer writes when giving an entry back, kept beside it until it is published."""

from typing import Any

from django.contrib.contenttypes.models import ContentType

from netzwerk.models import Rueckmeldung

ZEICHEN = 4000


def rueckmeldung_von(objekt: Any) -> Rueckmeldung | None:
    """Return what was written last, or None."""
    if not hasattr(objekt, "veroeffentlichung"):
        return None
    typ = ContentType.objects.get_for_model(objekt)
    return Rueckmeldung.objects.filter(inhaltstyp=typ, objekt_id=objekt.pk).select_related("konto").first()


def rueckmelden(objekt: Any, text: str, *, acting_user: Any) -> None:
    """Keep what the reviewer wrote; without a word what was written before stays."""
    text = text.replace("\x00", "").strip()[:ZEICHEN]
    if not text:
        return
    zeile = rueckmeldung_von(objekt) or Rueckmeldung(objekt=objekt)
    zeile.text, zeile.konto = text, acting_user
    zeile.save()


def rueckmeldung_vergessen(objekt: Any) -> None:
    """Forget it: the entry is published."""
    typ = ContentType.objects.get_for_model(objekt)
    Rueckmeldung.objects.filter(inhaltstyp=typ, objekt_id=objekt.pk).delete()

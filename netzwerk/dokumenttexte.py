"""What public documents say, read once from their files and kept for the search."""

from collections.abc import Collection
from contextlib import suppress
from html import escape
from pathlib import Path

from netzwerk.lib.pdf_text import pdf_text
from netzwerk.models import Dokument, Dokumenttext


def nachfuehren(oeffentliche: Collection[int], alle: Collection[int]) -> None:
    """Read what is public and not yet read; forget the texts of everything else among ``alle``."""
    Dokumenttext.objects.filter(dokument__in=set(alle) - set(oeffentliche)).delete()
    gelesen = dict(Dokumenttext.objects.filter(dokument__in=oeffentliche).values_list("dokument_id", "datei"))
    for dokument in Dokument.objects.filter(pk__in=oeffentliche):
        datei = dokument.datei.name or ""
        if gelesen.get(dokument.pk, "") == datei:
            continue
        # What the storage does not give now is read when the entry is written again.
        with suppress(OSError):
            werte = {"datei": datei, "text": _gelesen(dokument)}
            Dokumenttext.objects.update_or_create(dokument=dokument, defaults=werte)


def _gelesen(dokument: Dokument) -> str:
    """Return the text of a PDF as the index takes texts (HTML), "" for anything else; raises OSError."""
    if Path(dokument.datei.name or "").suffix != ".pdf":
        return ""
    with dokument.datei.open("rb") as datei:
        return escape(pdf_text(datei.read()), quote=False)

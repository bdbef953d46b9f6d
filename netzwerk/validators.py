"""Checks shared by clean(), forms and imports; they raise ValidationError, nothing else."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from PIL import Image, UnidentifiedImageError

# What is a year and no slip of the finger.
ERSTES_JAHR, LETZTES_JAHR = 1900, 2100
JAHR = (
    MinValueValidator(ERSTES_JAHR, "Bitte ein Jahr ab 1900 angeben."),
    MaxValueValidator(LETZTES_JAHR, "Bitte ein Jahr bis 2100 angeben."),
)
# A 17 KB PNG of 12,000 × 12,000 pixels costs 737 MB to decode.
BILD_PIXEL = 40_000_000
BILD_BYTES = 12 * 1024 * 1024
# MPO: what phones write, a JPEG with a second picture behind it (opened as JPEG).
BILD_FORMATE = {
    "JPEG": {".jpg", ".jpeg"},
    "MPO": {".jpg", ".jpeg"},
    "PNG": {".png"},
    "WEBP": {".webp"},
}
DOKUMENT_BYTES = 25 * 1024 * 1024
ENTPACKT_BYTES = 150 * 1024 * 1024
PDF = b"%PDF-"
# The end mark may be followed by a signature or spaces.
PDF_ENDE = 2048
DOKUMENT_ANFAENGE = {
    ".pdf": (b"%PDF-",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".pptx": (b"PK\x03\x04",),
    ".odt": (b"PK\x03\x04",),
    ".ods": (b"PK\x03\x04",),
}
# Videos that every browser plays: ending, type, and the mark at its place in the file.
VIDEOS = {".mp4": ("video/mp4", b"ftyp", 4), ".webm": ("video/webm", b"\x1a\x45\xdf\xa3", 0)}


def ist_video(name: str) -> bool:
    """Say whether a file is one of the videos that are taken, by its ending (checked when it came)."""
    return Path(name).suffix.lower() in VIDEOS


def kein_kreis(objekt: Any) -> None:
    """Raise ValidationError if a tree node's ``parent`` chain leads back to itself, as it stands now."""
    gesehen, eltern = {objekt.pk}, objekt.parent_id
    while eltern is not None and objekt.pk is not None:
        if eltern in gesehen:
            raise ValidationError({"parent": objekt.KREIS})
        gesehen.add(eltern)
        eltern = type(objekt)._base_manager.filter(pk=eltern).values_list("parent_id", flat=True).first()


def _ist_gespeichert(datei: Any) -> bool:
    """Say whether a model's file is already in the storage: it was checked when it came."""
    return bool(getattr(datei, "_committed", False))


@contextmanager
def _von_vorn(datei: Any) -> Iterator[Any]:
    """Read a file from its start, be it closed, and leave it where it stood.

    Raises OSError or ValueError for what cannot be read.
    """
    if datei.closed:
        datei.open()
    stelle = datei.tell()
    datei.seek(0)
    try:
        yield datei
    finally:
        if not datei.closed:
            datei.seek(stelle)


def bild_pruefen(datei: Any) -> None:
    """Raise ValidationError unless the file is a JPEG, PNG or WebP of bearable size.

    Extension and content must agree; only the header is read.
    """
    if _ist_gespeichert(datei):
        return
    if datei.size > BILD_BYTES:
        raise ValidationError(f"Das Bild ist größer als {BILD_BYTES // 1024 // 1024} MB.")
    endung = Path(datei.name).suffix.lower()
    try:
        with _von_vorn(datei), Image.open(datei, formats=["JPEG", "PNG", "WEBP"]) as bild:
            breite, hoehe = bild.size
            passt = endung in BILD_FORMATE[bild.format or ""]
    except (UnidentifiedImageError, OSError, SyntaxError, KeyError, ValueError, Image.DecompressionBombError):
        raise ValidationError("Bitte ein Bild im Format JPEG, PNG oder WebP wählen.") from None
    if not passt:
        raise ValidationError("Die Endung des Dateinamens passt nicht zum Inhalt des Bildes.")
    if breite * hoehe > BILD_PIXEL:
        raise ValidationError(f"Das Bild hat {breite} × {hoehe} Bildpunkte, das ist zu groß.")


def dokument_pruefen(datei: Any) -> None:
    """Raise ValidationError unless the file is a known kind of document of bearable size."""
    if _ist_gespeichert(datei):
        return
    if datei.size > DOKUMENT_BYTES:
        raise ValidationError(f"Die Datei ist größer als {DOKUMENT_BYTES // 1024 // 1024} MB.")
    if ist_video(datei.name):
        _video_pruefen(datei)
        return
    anfaenge = DOKUMENT_ANFAENGE.get(Path(datei.name).suffix.lower())
    if anfaenge is None:
        raise ValidationError("Erlaubt sind PDF, DOCX, XLSX, PPTX, ODT, ODS und Videos als MP4 oder WebM.")
    try:
        with _von_vorn(datei):
            kopf = datei.read(8)
    except (OSError, ValueError):
        raise ValidationError("Die Datei lässt sich nicht lesen.") from None
    if not kopf.startswith(anfaenge):
        raise ValidationError("Der Inhalt der Datei passt nicht zur Endung ihres Namens.")
    with _von_vorn(datei):
        if kopf.startswith(PDF):
            _pdf_pruefen(datei.read())
        else:
            _archiv_pruefen(datei)


def _video_pruefen(datei: Any) -> None:
    """Raise ValidationError unless a file begins like the video that its name says."""
    _, marke, stelle = VIDEOS[Path(datei.name).suffix.lower()]
    with _von_vorn(datei):
        kopf = datei.read(16)
    if not kopf[stelle:].startswith(marke):
        raise ValidationError("Der Inhalt der Datei passt nicht zur Endung ihres Namens.")


def _pdf_pruefen(inhalt: bytes) -> None:
    """Raise ValidationError for a PDF that is cut off, locked or brings programs along."""
    if b"%%EOF" not in inhalt[-PDF_ENDE:]:
        raise ValidationError("Die PDF-Datei ist unvollständig.")
    if b"/Encrypt" in inhalt:
        raise ValidationError("Die PDF-Datei ist verschlüsselt. Bitte ohne Passwort speichern.")
    if any(marke in inhalt for marke in (b"/JavaScript", b"/JS", b"/Launch")):
        raise ValidationError("Die PDF-Datei enthält Programme. Bitte ohne sie speichern.")


def _archiv_pruefen(datei: Any) -> None:
    """Raise ValidationError for an office document that is no archive or unpacks too large."""
    try:
        with zipfile.ZipFile(datei) as archiv:
            eintraege = archiv.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise ValidationError("Die Datei ist beschädigt und lässt sich nicht öffnen.") from None
    if sum(eintrag.file_size for eintrag in eintraege) > ENTPACKT_BYTES:
        raise ValidationError("Die Datei ist entpackt zu groß.")
    if not {"[Content_Types].xml", "mimetype"} & {eintrag.filename for eintrag in eintraege}:
        raise ValidationError("Das ist kein Dokument eines Büroprogramms.")

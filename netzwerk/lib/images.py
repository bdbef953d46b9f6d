"""Pictures as they are kept: upright, bearable in size, without where and by what they were taken."""

import io
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, ImageOps

SEITE = 2400
# Widths for telephones, columns and wide screens.
GROESSEN = (480, 960, 1600)
# How each format is written; anything else is refused before.
FORMATE: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 86, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 86, "method": 4},
}


def bereinigtes_bild(datei: Any) -> SimpleUploadedFile:
    """Return the picture of an upload written anew: turned upright, at most 2400 pixels a side.

    Nothing but the pixels is kept: no EXIF (place, device, time), no comment, no second
    picture, nothing appended. Raises ValidationError for a picture that cannot be read to
    its end. Check format and size before (validators.bild_pruefen): all pixels are read here.
    """
    try:
        datei.seek(0)
        with Image.open(datei, formats=list(FORMATE)) as bild:
            # Of a phone's double picture the first is kept.
            art = "JPEG" if bild.format == "MPO" else bild.format or ""
            # A JPEG can be read smaller from the start.
            bild.draft(None, (SEITE, SEITE))
            aufrecht = ImageOps.exif_transpose(bild)
            aufrecht.thumbnail((SEITE, SEITE), Image.Resampling.LANCZOS)
            inhalt = _geschrieben(_in_farben(_in_srgb(aufrecht), art), art)
    except (OSError, SyntaxError, ValueError, KeyError, EOFError, Image.DecompressionBombError):
        raise ValidationError(
            "Das Bild lässt sich nicht lesen; vielleicht ist die Datei beschädigt."
        ) from None
    endung = Path(datei.name).suffix.lower()
    return SimpleUploadedFile(f"bild{endung}", inhalt, content_type=Image.MIME[art])


def groessen(breite: int) -> list[int]:
    """Return the widths that a picture of this width is handed out in, its own (bounded) last."""
    eigene = min(breite, SEITE)
    return [*(groesse for groesse in GROESSEN if groesse < eigene), eigene]


def verkleinert(datei: Any, breite: int) -> bytes:
    """Return a stored picture as WebP of this width. Raises OSError if it cannot be read."""
    with Image.open(datei, formats=list(FORMATE)) as bild:
        # A JPEG can be read smaller from the start.
        bild.draft(None, (breite, breite))
        aufrecht = ImageOps.exif_transpose(bild)
        aufrecht.thumbnail((breite, SEITE), Image.Resampling.LANCZOS)
        return _geschrieben(_in_farben(_in_srgb(aufrecht), "WEBP"), "WEBP")


def _in_srgb(bild: Image.Image) -> Image.Image:
    """Return the picture in the colours browsers assume; its profile goes with the other details."""
    profil = bild.info.get("icc_profile")
    if not profil or bild.mode not in {"RGB", "CMYK"}:
        return bild
    try:
        quelle = ImageCms.ImageCmsProfile(io.BytesIO(profil))
        gewandelt = ImageCms.profileToProfile(bild, quelle, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        # A broken profile says nothing of the colours.
        return bild
    return gewandelt or bild


def _in_farben(bild: Image.Image, art: str) -> Image.Image:
    """Return the picture in a mode that every browser shows."""
    if art == "JPEG":
        return bild if bild.mode in {"L", "RGB"} else bild.convert("RGB")
    if bild.mode in {"L", "LA", "RGB", "RGBA"}:
        return bild
    durchsichtig = "transparency" in bild.info or bild.mode in {"PA", "La", "RGBa"}
    return bild.convert("RGBA" if durchsichtig else "RGB")


def _geschrieben(bild: Image.Image, art: str) -> bytes:
    ohne_angaben = Image.new(bild.mode, bild.size)
    ohne_angaben.paste(bild)
    ziel = io.BytesIO()
    ohne_angaben.save(ziel, art, **FORMATE[art])
    return ziel.getvalue()

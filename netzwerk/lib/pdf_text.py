"""The text of PDF files, for the search; a file that cannot be read simply has none."""

import io
import logging
import time

from pypdf import PdfReader

from netzwerk.lib.text import bereinigt

# A long report says what it is about within its first pages; the reading must not hold up a save.
SEITEN_HOECHSTENS, ZEICHEN_HOECHSTENS, SEKUNDEN = 100, 200_000, 3.0

logger = logging.getLogger(__name__)


def pdf_text(inhalt: bytes) -> str:
    """Return the words of a PDF on one line, as far as the limits reach; "" for what is no readable PDF."""
    bis = time.monotonic() + SEKUNDEN
    teile: list[str] = []
    try:
        for seite in PdfReader(io.BytesIO(inhalt)).pages[:SEITEN_HOECHSTENS]:
            teile.append(seite.extract_text())
            if time.monotonic() > bis:
                break
    except Exception as fehler:  # noqa: BLE001 - other people's files break in any way
        logger.warning("PDF not read to its end: %s", type(fehler).__name__)
    return bereinigt(" ".join(teile))[:ZEICHEN_HOECHSTENS]

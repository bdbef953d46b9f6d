"""Typeset HTML as a tagged PDF; run as a process of its own by ``netzwerk.lib.pdf``.

Its own process, because the typesetter and a long page need more memory than a worker of the
web server may keep, and because a process can be stopped when it takes too long. It reads a JSON
object from standard input (``html``, ``basis``: address the links start from, ``dateien``: address
of a picture to its file) and writes the PDF to standard output. It knows neither Django nor the
database and fetches nothing but the pictures it was given and the font.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

STATISCH = Path(__file__).resolve().parents[2] / "static"
SCHRIFT = "atkinson-hyperlegible-next.woff2"
# Exit code for "the typesetter or the libraries under it (Pango) are not on this machine".
FEHLT = 3
PUNKTE_JE_ZOLL, GUETE = 150, 82


def stil() -> str:
    """Return the style sheet: the tokens in their light colours, then the rules for paper."""
    tokens = (STATISCH / "css" / "tokens.css").read_text(encoding="utf-8")
    regeln = (STATISCH / "css" / "pdf.css").read_text(encoding="utf-8")
    return re.sub(r"light-dark\((#\w+),[^)]*\)", r"\1", tokens) + regeln


def gesetzt(auftrag: dict[str, Any]) -> bytes:
    """Return the PDF (PDF/UA-1: tagged, with language, title and embedded fonts).

    Raises ImportError or OSError where the typesetter cannot be loaded.
    """
    from weasyprint import CSS, HTML  # noqa: PLC0415 - half a second and Pango, only where it is needed
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    basis = auftrag["basis"]
    dateien = auftrag["dateien"] | {f"{basis}/fonts/{SCHRIFT}": str(STATISCH / "fonts" / SCHRIFT)}

    class NurUnsere(URLFetcher):
        """Hands out the files that were named, and nothing else."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            if url not in dateien:
                raise ValueError(f"not ours: {url}")
            return URLFetcherResponse(url, Path(dateien[url]).read_bytes())

    lader = NurUnsere()
    schriften = FontConfiguration()
    blatt = CSS(string=stil(), base_url=f"{basis}/css/", url_fetcher=lader, font_config=schriften)
    pdf = HTML(string=auftrag["html"], base_url=f"{basis}/", url_fetcher=lader).write_pdf(
        stylesheets=[blatt],
        font_config=schriften,
        pdf_variant="pdf/ua-1",
        optimize_images=True,
        dpi=PUNKTE_JE_ZOLL,
        jpeg_quality=GUETE,
    )
    return bytes(pdf)


def main() -> None:
    """Do the job on standard input; leave with ``FEHLT`` where there is no typesetter."""
    auftrag = json.load(sys.stdin)
    try:
        pdf = gesetzt(auftrag)
    except (ImportError, OSError) as fehler:
        sys.stderr.write(f"{fehler}\n")
        sys.exit(FEHLT)
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()

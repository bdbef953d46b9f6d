"""Join the style sheets of static/css into the one file that pages load.

The sources stay small (one file per component); a page asks for one file. Run
`python -m netzwerk.lib.stylesheet` after a change; a test refuses a stale result.
"""

import re
from pathlib import Path

ORDNER = Path(__file__).resolve().parents[2] / "static" / "css"
ZIEL = "portal.css"
KOPF = "/* Made by python -m netzwerk.lib.stylesheet from the files beside it: do not edit. */\n"


def buendeln(ordner: Path = ORDNER) -> str:
    """Return all sources in cascade order, without comments and blanks."""
    quellen = [
        ordner / "tokens.css",
        ordner / "base.css",
        ordner / "layout.css",
        *sorted((ordner / "components").glob("*.css")),
        ordner / "print.css",
    ]
    text = "\n".join(quelle.read_text(encoding="utf-8") for quelle in quellen)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\n\s*", "\n", text)
    for lang, kurz in ((",\n", ","), ("{\n", "{"), (";\n", ";"), (";}", "}"), (" {", "{")):
        text = text.replace(lang, kurz)
    return KOPF + text.strip() + "\n"


if __name__ == "__main__":
    (ORDNER / ZIEL).write_text(buendeln(), encoding="utf-8")

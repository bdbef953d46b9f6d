"""A PDF of a few lines, written by hand, so that the demo has a document to be found by its words."""


def einfaches_pdf(zeilen: list[str]) -> bytes:
    """Return a page with the lines; letters of Western Europe only."""
    text = " T* ".join(f"({_maskiert(zeile)}) Tj" for zeile in zeilen)
    seite = f"BT /F1 12 Tf 16 TL 60 780 Td {text} ET".encode("cp1252")
    objekte = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (de) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(seite), seite),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    inhalt, stellen = b"%PDF-1.4\n", []
    for nummer, objekt in enumerate(objekte, start=1):
        stellen.append(len(inhalt))
        inhalt += b"%d 0 obj\n%s\nendobj\n" % (nummer, objekt)
    verzeichnis = b"".join(b"%010d 00000 n \n" % stelle for stelle in stellen)
    kopf = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objekte) + 1)
    schluss = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objekte) + 1,
        len(inhalt),
    )
    return inhalt + kopf + verzeichnis + schluss


def _maskiert(zeile: str) -> str:
    return zeile.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")

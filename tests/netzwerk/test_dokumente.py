"""Documents are looked into before they are kept."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from netzwerk import validators
from netzwerk.lib.images import bereinigtes_bild

GUT = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def archiv(**dateien):
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w", zipfile.ZIP_DEFLATED) as packer:
        for name, inhalt in dateien.items():
            packer.writestr(name, inhalt)
    return puffer.getvalue()


def pruefen(name, inhalt):
    validators.dokument_pruefen(SimpleUploadedFile(name, inhalt))


@pytest.mark.parametrize(
    ("name", "inhalt"),
    [
        ("satzung.pdf", GUT),
        ("satzung.docx", archiv(**{"[Content_Types].xml": "<x/>", "word/document.xml": "<w/>"})),
        ("tabelle.ods", archiv(mimetype="application/vnd.oasis.opendocument.spreadsheet")),
    ],
)
def test_sound_documents_are_taken(name, inhalt):
    pruefen(name, inhalt)


@pytest.mark.parametrize(
    ("name", "inhalt", "grund"),
    [
        ("seite.pdf", b"<html><script>alert(1)</script>", "passt nicht zur Endung"),
        ("kurz.pdf", GUT[:20], "unvollständig"),
        ("zu.pdf", GUT.replace(b"<<>>", b"<</Encrypt 3 0 R>>", 1), "verschlüsselt"),
        ("aktiv.pdf", GUT.replace(b"<<>>", b"<</S/JavaScript/JS(app.alert(1))>>", 1), "Programme"),
        ("kaputt.xlsx", b"PK\x03\x04 und dann Unsinn", "beschädigt"),
        ("archiv.docx", archiv(irgendwas="x"), "kein Dokument"),
        ("makro.docm", archiv(mimetype="x"), "Erlaubt sind"),
    ],
)
def test_others_are_refused_with_the_reason(name, inhalt, grund):
    with pytest.raises(ValidationError, match=grund):
        pruefen(name, inhalt)


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(validators, "ENTPACKT_BYTES", 1000)

    with pytest.raises(ValidationError, match="entpackt zu groß"):
        pruefen("bombe.docx", archiv(**{"[Content_Types].xml": "<x/>", "word/document.xml": "0" * 5000}))


def test_a_phone_s_double_picture_is_taken_as_a_jpeg():
    puffer = io.BytesIO()
    erstes, zweites = (Image.new("RGB", (60, 40), farbe) for farbe in ("teal", "orange"))
    erstes.save(puffer, "MPO", save_all=True, append_images=[zweites])
    upload = SimpleUploadedFile("foto.jpg", puffer.getvalue())

    validators.bild_pruefen(upload)
    with Image.open(bereinigtes_bild(upload)) as bild:
        assert (bild.format, bild.size) == ("JPEG", (60, 40))

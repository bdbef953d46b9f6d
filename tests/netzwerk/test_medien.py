"""Images and documents in the staff area: checked, cleaned, in the widths of screens, behind a check."""

import io
import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from gremien.models import Betreuung
from netzwerk import hochladen, validators
from netzwerk.enums import Rolle, Sichtbarkeit, Veroeffentlichung
from netzwerk.lib.images import groessen
from netzwerk.models import Bild, Dokument
from tests import fabrik
from tests.intern import client, eingaben

pytestmark = pytest.mark.django_db
GUT = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
GPS = 0x8825


@pytest.fixture
def redaktion():
    return client(Rolle.REDAKTION)


def bilddatei(art="JPEG", groesse=(1200, 800), **angaben):
    ziel = io.BytesIO()
    Image.new("RGB", groesse, "teal").save(ziel, art, **angaben)
    return ziel.getvalue()


def hochgeladen(redaktion, nomen, name, inhalt, **felder):
    seite = f"/intern/{nomen}/neu/"
    daten = eingaben(redaktion.get(seite)) | felder
    return redaktion.post(seite, daten | {"datei": SimpleUploadedFile(name, inhalt)})


# --- Images ----------------------------------------------------------------------------------------


def test_a_photo_loses_where_it_was_taken_and_comes_in_the_widths_of_screens(redaktion):
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (50.0, 48.0, 0.0)}
    exif[0x0112] = 6  # turned by a quarter
    antwort = hochgeladen(
        redaktion,
        "bilder",
        "../../IMG_1.JPG",
        bilddatei(exif=exif),
        alternativtext="ein Platz",
        bildunterschrift="Der Platz",
        urheber="Team",
        rechte="CC BY 4.0",
        schritt="veroeffentlichen",
    )
    assert antwort.status_code == 302
    bild = Bild.objects.get()
    assert re.fullmatch(r"bilder/[0-9a-f]{32}\.jpg", bild.datei.name)
    assert (bild.breite, bild.hoehe) == (800, 1200)
    with bild.datei.open("rb") as datei, Image.open(datei) as gespeichert:
        assert not gespeichert.getexif()
    assert [teil.split()[1] for teil in bild.srcset.split(", ")] == ["480w", "800w"]

    besucher = Client()
    for teil in bild.srcset.split(", "):
        adresse, breite = teil.split()
        antwort = besucher.get(adresse)
        assert antwort["Content-Type"] == "image/webp"
        assert "sandbox" in antwort["Content-Security-Policy"]
        with Image.open(io.BytesIO(antwort.content)) as kleiner:
            assert (kleiner.format, f"{kleiner.width}w", bool(kleiner.getexif())) == ("WEBP", breite, False)
    for daneben in ("481", "1600", "0", "9" * 30):
        assert besucher.get(adresse.replace("/800/", f"/{daneben}/")).status_code == 404
    assert besucher.get(adresse.replace(".webp", "x.webp")).status_code == 404


def test_widths_are_never_larger_than_the_picture():
    assert [groessen(breite) for breite in (300, 480, 1000, 5000)] == [
        [300],
        [480],
        [480, 960, 1000],
        [480, 960, 1600, 2400],
    ]


def test_a_body_shows_its_pictures_with_their_widths(redaktion):
    gremium = fabrik.gremium()
    gremium.bilder.add(fabrik.bild(), through_defaults={"position": 1})
    seite = Client().get(gremium.get_absolute_url()).text
    assert re.search(r'srcset="/medien/bilder/\d+/40/[0-9a-f]{32}\.webp 40w" sizes="', seite)
    assert 'width="40" height="30"' in seite


def test_a_draft_is_for_those_who_read_everything(redaktion):
    entwurf = fabrik.bild(veroeffentlichung=Veroeffentlichung.ENTWURF)
    for adresse in (entwurf.get_absolute_url(), entwurf.srcset.split()[0]):
        assert Client().get(adresse).status_code == 404
        assert client(Rolle.MITGLIED, name=adresse[-9:]).get(adresse).status_code == 404
        antwort = redaktion.get(adresse)
        assert (antwort.status_code, antwort["Cache-Control"]) == (200, "private, no-store")
        antwort.getvalue()


@pytest.mark.parametrize(
    ("name", "inhalt", "grund"),
    [
        ("bild.tiff", bilddatei("TIFF", (9, 9)), "JPEG, PNG oder WebP"),
        ("skript.png", b"GIF89a<script>alert(1)</script>", "kein Bild"),
        ("bild.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kein Bild"),
        ("falsch.png", bilddatei(groesse=(9, 9)), "passt nicht zum Inhalt"),
        ("abgeschnitten.jpg", bilddatei()[:2000], "beschädigt"),
        ("leer.png", b"", "leer"),
    ],
)
def test_what_is_no_sound_picture_is_refused_with_the_reason_and_the_words_stay(
    redaktion, name, inhalt, grund
):
    antwort = hochgeladen(redaktion, "bilder", name, inhalt, alternativtext="ein Platz")

    assert antwort.status_code == 422
    assert grund in antwort.text
    assert 'value="ein Platz"' in antwort.text
    assert not Bild.objects.exists()


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_read(redaktion, monkeypatch):
    monkeypatch.setattr(validators, "BILD_PIXEL", 80)
    antwort = hochgeladen(redaktion, "bilder", "gross.png", bilddatei("PNG", (9, 9)), alternativtext="x")

    assert (antwort.status_code, "9 × 9 Bildpunkte" in antwort.text) == (422, True)


def test_a_picture_without_a_text_for_those_who_cannot_see_it_is_not_kept(redaktion):
    antwort = hochgeladen(redaktion, "bilder", "bild.jpg", bilddatei(groesse=(9, 9)))
    assert (antwort.status_code, Bild.objects.count()) == (422, 0)


# --- Documents -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "inhalt", "grund"),
    [
        ("seite.pdf", b"<html></html>", "passt nicht zur Endung"),
        ("kurz.pdf", GUT[:20], "unvollständig"),
        ("zu.pdf", GUT.replace(b"<<>>", b"<</Encrypt 3 0 R>>", 1), "verschlüsselt"),
        ("aktiv.pdf", GUT.replace(b"<<>>", b"<</S/JavaScript/JS(x)>>", 1), "Programme"),
        ("programm.exe", b"MZ", "Erlaubt sind"),
        ("leer.pdf", b"", "leer"),
    ],
)
def test_what_is_no_sound_document_is_refused_with_the_reason(redaktion, name, inhalt, grund):
    antwort = hochgeladen(redaktion, "dokumente", name, inhalt, titel="Satzung")

    assert antwort.status_code == 422
    assert grund in antwort.text
    assert not Dokument.objects.exists()


def test_a_document_says_its_kind_version_and_validity_and_names_are_harmless(redaktion):
    lang = "x" * 300
    antwort = hochgeladen(redaktion, "dokumente", f"../{lang}.pdf", GUT, titel="Satzung", art="satzung")
    assert antwort.status_code == 302
    dokument = Dokument.objects.get()
    assert re.fullmatch(r"dokumente/[0-9a-f]{32}\.pdf", dokument.datei.name)
    seite = f"/intern/dokumente/{dokument.pk}/"
    daten = eingaben(redaktion.get(seite)) | {"fassung": "2. Fassung", "gueltig_ab": "2026-01-01"}
    falsch = redaktion.post(seite, daten | {"gueltig_bis": "2025-01-01"})
    assert (falsch.status_code, "vor dem Beginn" in falsch.text) == (422, True)

    redaktion.post(seite, daten | {"gueltig_bis": "2026-12-31", "schritt": "veroeffentlichen"})
    gremium = fabrik.gremium()
    gremium.dokumente.add(dokument)
    text = Client().get(gremium.get_absolute_url()).text
    assert "Satzung (2. Fassung, gilt 01.01.2026 – 31.12.2026)" in text
    antwort = Client().get(dokument.get_absolute_url())
    assert antwort["Content-Disposition"].startswith("attachment")
    antwort.getvalue()


def test_an_internal_document_is_for_those_who_may_read_what_it_belongs_to(redaktion):
    gremium = fabrik.gremium()
    dokument = Dokument.objects.create(
        titel="Liste",
        datei=ContentFile(GUT, "x.pdf"),
        **fabrik.OEFFENTLICH | {"sichtbarkeit": Sichtbarkeit.INTERN},
    )
    gremium.dokumente.add(dokument)
    person = fabrik.person()
    fabrik.mitgliedschaft(gremium, person=person)
    betreuung = client(Rolle.GREMIENBETREUUNG)
    Betreuung.objects.create(konto=betreuung.konto, gremium=gremium)
    lesende = {
        "Mitglied": client(Rolle.MITGLIED, person=person),
        "Betreuung": betreuung,
        "Redaktion": redaktion,
        "Freigabe": client(Rolle.FREIGABE),
    }
    andere = {
        "anonym": Client(),
        "anderes Mitglied": client(Rolle.MITGLIED, name="andere"),
        "andere Betreuung": client(Rolle.GREMIENBETREUUNG, name="anderebetreuung"),
        "Bericht": client(Rolle.BERICHTERSTATTUNG),
    }
    adresse = dokument.get_absolute_url()
    for name, wer in lesende.items():
        antwort = wer.get(adresse)
        assert (name, antwort.status_code) == (name, 200)
        assert antwort["Cache-Control"] == "private, no-store"
        assert antwort.getvalue() == GUT
    assert {name: wer.get(adresse).status_code for name, wer in andere.items()} == dict.fromkeys(andere, 404)

    # A removed right works at once; a draft is for those who write.
    Betreuung.objects.all().delete()
    assert betreuung.get(adresse).status_code == 404
    dokument.veroeffentlichung = Veroeffentlichung.ENTWURF
    dokument.save()
    assert lesende["Mitglied"].get(adresse).status_code == 404


def test_a_replaced_file_stays_for_staff(redaktion):
    gremium, person = fabrik.gremium(), fabrik.person()
    fabrik.mitgliedschaft(gremium, person=person)
    dokument = Dokument.objects.create(titel="Satzung", datei=ContentFile(GUT, "x.pdf"), **fabrik.OEFFENTLICH)
    gremium.dokumente.add(dokument)
    seite = f"/intern/dokumente/{dokument.pk}/"
    alte_adresse = dokument.get_absolute_url()
    assert "Frühere Datei" not in redaktion.get(seite).text

    neu = SimpleUploadedFile("neu.pdf", GUT + b"%%EOF\n")
    assert redaktion.post(seite, eingaben(redaktion.get(seite)) | {"datei": neu}).status_code == 302
    (frueher,) = redaktion.get(seite).context["dateien"]
    antwort = redaktion.get(frueher["url"])
    assert antwort.getvalue() == GUT
    assert "sandbox" in antwort["Content-Security-Policy"]
    assert Client().get(alte_adresse).status_code == 404
    assert client(Rolle.MITGLIED, person=person).get(frueher["url"]).status_code == 403
    assert redaktion.get(f"{seite}dateien/{'9' * 30}/").status_code == 404


def test_an_endless_upload_is_refused_before_it_is_read(redaktion, monkeypatch):
    monkeypatch.setattr(hochladen, "HOECHSTENS", 1000)
    antwort = hochgeladen(redaktion, "dokumente", "gross.pdf", GUT * 50, titel="Satzung")

    assert antwort.status_code == 413
    assert "<h1" in antwort.text
    assert not Dokument.objects.exists()

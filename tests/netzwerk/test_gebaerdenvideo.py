"""The slot for a video in sign language: ours is played here, others are linked, none is told kindly."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from netzwerk.models import Dokument, Portal, Seite
from netzwerk.validators import dokument_pruefen
from tests import fabrik

pytestmark = pytest.mark.django_db
WEBM = b"\x1aE\xdf\xa3" + bytes(range(200))
KEIN_VIDEO = "Ein Video in Gebärdensprache gibt es hier noch nicht."


def video(**felder):
    """Return a public document with a video in it."""
    datei = SimpleUploadedFile("film.webm", WEBM)
    vorgabe = {"titel": "Worum es geht", "datei": datei, **fabrik.OEFFENTLICH}
    return Dokument.objects.create(**vorgabe | felder)


def auf_der_startseite(dokument):
    portal = Portal.objects.first() or Portal()
    portal.gebaerdenvideo = dokument
    portal.save()


@pytest.fixture
def seite():
    """Return the statement on accessibility."""
    return Seite.objects.get(slug="barrierefreiheit")


def test_without_a_video_start_and_statement_say_so_and_name_the_easy_words(seite):
    for adresse in ("/", "/barrierefreiheit/"):
        text = Client().get(adresse).text
        assert KEIN_VIDEO in text
        assert '<a href="/leichte-sprache/">' in text
        assert "<video" not in text
    assert KEIN_VIDEO not in Client().get("/impressum/").text


def test_a_video_of_ours_is_played_from_here_and_fetched_only_on_demand(seite):
    auf_der_startseite(video())
    seite.gebaerdenvideo = video(titel="Die Erklärung")
    seite.save()

    for adresse, titel in (("/", "Worum es geht"), ("/barrierefreiheit/", "Die Erklärung")):
        text = Client().get(adresse).text
        assert f'aria-label="{titel}"><source src="/medien/dokumente/' in text
        assert 'preload="none"' in text
        assert KEIN_VIDEO not in text


@pytest.mark.parametrize(
    "felder", [{"sichtbarkeit": "intern"}, {"veroeffentlichung": "entwurf"}, {"datei": "", "webadresse": ""}]
)
def test_a_video_that_is_hidden_or_missing_is_none(felder):
    auf_der_startseite(video(**felder))
    assert KEIN_VIDEO in Client().get("/").text


def test_a_video_elsewhere_is_a_marked_link_and_nothing_of_it_is_loaded():
    auf_der_startseite(video(datei="", webadresse="https://video.example.org/a"))
    text = Client().get("/").text
    assert 'class="external" href="https://video.example.org/a"' in text
    assert "<video" not in text
    assert 'src="https://video.example.org' not in text


def test_players_fetch_a_video_piece_by_piece():
    adresse = video().get_absolute_url()

    def teil(bereich):
        antwort = Client().get(adresse, headers={"range": bereich})
        return antwort.status_code, b"".join(antwort) if antwort.streaming else b"", antwort.headers

    ganz = Client().get(adresse)
    assert (b"".join(ganz), ganz["Content-Type"]) == (WEBM, "video/webm")
    assert "attachment" not in ganz.get("Content-Disposition", "")
    for bereich, inhalt, worte in (
        ("bytes=0-3", WEBM[:4], "bytes 0-3/204"),
        ("bytes=200-", WEBM[200:], "bytes 200-203/204"),
        ("bytes=-4", WEBM[-4:], "bytes 200-203/204"),
        ("bytes=100-9999", WEBM[100:], "bytes 100-203/204"),
    ):
        stand, gelesen, koepfe = teil(bereich)
        assert (stand, gelesen, koepfe["Content-Range"]) == (206, inhalt, worte)
        assert koepfe["Content-Length"] == str(len(inhalt))
    assert teil("bytes=204-")[0] == teil("bytes=9-3")[0] == 416
    for unsinn in ("bytes=-", "bytes=0-1,3-4", "zeilen=1-2", "bytes=" + "9" * 40 + "-"):
        assert teil(unsinn)[:2] == (200, WEBM)


def test_only_videos_are_taken_as_one_and_their_content_must_fit():
    for name, inhalt in (("a.webm", WEBM), ("a.MP4", b"\x00\x00\x00\x20ftypisom" + bytes(8))):
        dokument_pruefen(SimpleUploadedFile(name, inhalt))
    with pytest.raises(ValidationError, match="passt nicht"):
        dokument_pruefen(SimpleUploadedFile("a.mp4", WEBM))
    satzung = Dokument.objects.create(titel="Satzung", datei="dokumente/satzung.pdf")
    with pytest.raises(ValidationError, match="kein Video"):
        Portal(gebaerdenvideo=satzung).clean()

"""Mail: nothing is lost, nothing is sent twice, nobody reads what is not theirs."""

import smtplib
from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from netzwerk.actions import post
from netzwerk.actions.post import ABSTAENDE, nachricht_erneut_senden, nachricht_senden, post_nachsehen
from netzwerk.management.commands.arbeiten import Arbeiter
from netzwerk.management.commands.zurueckspielen import nach_dem_zurueckspielen
from netzwerk.models import Konto, Nachricht, Nachrichtenanhang
from netzwerk.settings import MAILERS
from tests import warteschlange

pytestmark = pytest.mark.django_db
BRIEF = {"an": "gast@example.org", "betreff": "Einladung", "text": "Guten Tag"}
SCHLANGE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


class Stoerung(BaseEmailBackend):
    """A mail server as the test wants it."""

    beim_oeffnen = None
    beim_senden = None
    gesendet = 0

    def open(self):
        if self.beim_oeffnen:
            raise self.beim_oeffnen
        return True

    def send_messages(self, email_messages):
        if self.beim_senden:
            raise self.beim_senden
        type(self).gesendet += len(email_messages)
        return len(email_messages)


@pytest.fixture
def stoerung(settings, monkeypatch):
    """Return the mail server in use, to be disturbed; put-off tasks start empty."""
    monkeypatch.setattr(Stoerung, "beim_oeffnen", None)
    monkeypatch.setattr(Stoerung, "beim_senden", None)
    monkeypatch.setattr(Stoerung, "gesendet", 0)
    monkeypatch.setattr(warteschlange, "aufgeschoben", [])
    settings.MAILERS = settings.MAILERS | {"versand": {"BACKEND": f"{__name__}.Stoerung"}}
    monkeypatch.setitem(__import__("sys").modules, __name__, SimpleNamespace(Stoerung=Stoerung))
    return Stoerung


# --- Writing -------------------------------------------------------------------------------------


def test_a_message_is_sent_with_all_that_belongs_to_it():
    nachricht = nachricht_senden(
        **BRIEF,
        html="<p>Guten Tag</p>",
        antwort_an="buero@example.org",
        anhaenge=[("termin.ics", "text/calendar", b"BEGIN:VCALENDAR")],
    )
    [brief] = mail.outbox
    nachricht.refresh_from_db()
    assert (brief.to, brief.subject, brief.body) == (["gast@example.org"], "Einladung", "Guten Tag")
    assert brief.reply_to == ["buero@example.org"]
    assert brief.alternatives[0].content == "<p>Guten Tag</p>"
    assert brief.attachments[0].filename == "termin.ics"
    assert brief.extra_headers["Message-ID"] == f"<{nachricht.kennung}@localhost>"
    assert (nachricht.stand, nachricht.versuche) == ("gesendet", 1)


def test_every_recipient_of_a_django_mail_gets_an_own_message(settings):
    # Django's test environment puts its own backend into the place of every other.
    assert MAILERS["default"] == {"BACKEND": "netzwerk.postausgang.Postausgang"}
    settings.MAILERS = settings.MAILERS | {"default": MAILERS["default"]}
    EmailMessage("Thema", "Text", to=["a@example.org", "b@example.org"], bcc=["c@example.org"]).send()
    assert [brief.to for brief in mail.outbox] == [["a@example.org"], ["b@example.org"], ["c@example.org"]]


def test_of_messages_with_one_key_only_the_first_is_sent():
    erste = nachricht_senden(**BRIEF, schluessel="einladung-1")
    zweite = nachricht_senden(**BRIEF, schluessel="einladung-1")
    assert erste.pk == zweite.pk
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("feld", ["an", "betreff", "antwort_an"])
@pytest.mark.parametrize("bruch", ["\n", "\r", "\r\n", "\x00", "\u2028"])
def test_a_line_break_in_the_head_is_refused(feld, bruch):
    mit_bruch = BRIEF | {feld: f"a@example.org{bruch}Bcc: boese@example.org"}
    with pytest.raises(ValidationError):
        nachricht_senden(**mit_bruch)
    assert not Nachricht.objects.exists()


def test_what_is_no_address_is_refused():
    with pytest.raises(ValidationError):
        nachricht_senden(**BRIEF | {"an": "keine adresse"})


def test_files_no_mail_server_takes_are_refused():
    with pytest.raises(ValidationError):
        nachricht_senden(**BRIEF, anhaenge=[("a", "text/plain", b"x" * (post.ANHAENGE_HOECHSTENS + 1))])


def test_no_entry_no_message(settings):
    settings.TASKS = SCHLANGE
    with transaction.atomic():
        nachricht_senden(**BRIEF)
        transaction.set_rollback(True)
    assert not Nachricht.objects.exists()
    assert not DBTaskResult.objects.exists()


# --- Sending -------------------------------------------------------------------------------------


def test_with_the_mail_server_away_a_message_waits_ever_longer_and_then_fails(stoerung):
    stoerung.beim_oeffnen = ConnectionRefusedError()
    with time_machine.travel(timezone.now(), tick=False) as uhr:
        nachricht = nachricht_senden(**BRIEF)
        for abstand in ABSTAENDE:
            nachricht.refresh_from_db()
            assert nachricht.stand == "wartet"
            assert nachricht.naechster_versuch == timezone.now() + abstand
            assert warteschlange.aufgeschoben[-1].run_after == nachricht.naechster_versuch
            uhr.shift(abstand - timedelta(seconds=1))
            post.post_versenden.call()
            assert Nachricht.objects.get().versuche == nachricht.versuche
            uhr.shift(timedelta(seconds=1))
            post.post_versenden.call()
    nachricht.refresh_from_db()
    assert nachricht.stand == "gescheitert"
    assert "nicht erreichbar" in nachricht.fehler


def test_when_the_mail_server_is_back_the_message_goes_once(stoerung):
    stoerung.beim_oeffnen = TimeoutError()
    with time_machine.travel(timezone.now(), tick=False) as uhr:
        nachricht = nachricht_senden(**BRIEF)
        stoerung.beim_oeffnen = None
        uhr.shift(ABSTAENDE[0])
        post.post_versenden.call()
        post.post_versenden.call()
    nachricht.refresh_from_db()
    assert (nachricht.stand, nachricht.versuche, nachricht.fehler) == ("gesendet", 2, "")
    assert stoerung.gesendet == 1


@pytest.mark.parametrize(
    ("fehler", "stand"),
    [
        (smtplib.SMTPRecipientsRefused({"gast@example.org": (550, b"unknown")}), "gescheitert"),
        (smtplib.SMTPRecipientsRefused({"gast@example.org": (450, b"greylisted")}), "wartet"),
        (smtplib.SMTPDataError(554, b"spam"), "gescheitert"),
        (smtplib.SMTPSenderRefused(451, b"later", "x@example.org"), "wartet"),
        (smtplib.SMTPServerDisconnected("gone"), "gescheitert"),
        (TimeoutError(), "gescheitert"),
    ],
)
def test_a_refusal_is_repeated_only_when_nothing_can_arrive_twice(stoerung, fehler, stand):
    stoerung.beim_senden = fehler
    nachricht = nachricht_senden(**BRIEF)
    nachricht.refresh_from_db()
    assert nachricht.stand == stand
    assert nachricht.fehler


def test_a_sender_that_died_leaves_a_message_for_a_person_to_decide(stoerung):
    stoerung.beim_oeffnen = ConnectionRefusedError()
    nachricht = nachricht_senden(**BRIEF)
    stoerung.beim_oeffnen = None
    Nachricht.objects.filter(pk=nachricht.pk).update(naechster_versuch=timezone.now())
    post._nehmen()

    post.post_versenden.call()
    assert post_nachsehen() == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=16), tick=False):
        assert post_nachsehen() == 1
        assert post_nachsehen() == 0
    nachricht.refresh_from_db()
    assert (nachricht.stand, stoerung.gesendet) == ("gescheitert", 0)
    assert "ungewiss" in nachricht.fehler

    assert nachricht_erneut_senden(nachricht, acting_user=None)
    nachricht.refresh_from_db()
    assert (nachricht.stand, stoerung.gesendet) == ("gesendet", 1)


def test_what_waited_in_a_backup_is_not_sent_by_itself(stoerung):
    stoerung.beim_oeffnen = ConnectionRefusedError()
    nachricht = nachricht_senden(**BRIEF)
    nach_dem_zurueckspielen()
    nachricht.refresh_from_db()
    assert nachricht.stand == "gescheitert"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_worker_sends_what_the_queue_holds(settings):
    settings.TASKS = SCHLANGE
    nachricht = nachricht_senden(**BRIEF)
    assert mail.outbox == []

    Arbeiter().run()

    nachricht.refresh_from_db()
    assert nachricht.stand == "gesendet"
    assert [brief.to for brief in mail.outbox] == [["gast@example.org"]]
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_queue_that_lost_its_rings_is_healed(settings):
    settings.TASKS = SCHLANGE
    nachricht_senden(**BRIEF)
    DBTaskResult.objects.all().delete()

    call_command("arbeiten", einmal=True)

    assert len(mail.outbox) == 1


# --- Keeping -------------------------------------------------------------------------------------


def test_a_personal_link_is_erased_once_it_was_sent():
    nachricht = nachricht_senden(**BRIEF, vertraulich=True)
    nachricht.refresh_from_db()
    assert mail.outbox[0].body == "Guten Tag"
    assert nachricht.text == ""


def test_texts_go_after_a_month_and_rows_after_a_year(capsys):
    nachricht_senden(**BRIEF, schluessel="k", anhaenge=[("a.txt", "text/plain", b"x")])
    with time_machine.travel(timezone.now() + timedelta(days=29)):
        call_command("taeglich")
        assert Nachricht.objects.get().text == "Guten Tag"
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        call_command("taeglich")
        call_command("taeglich")
        assert Nachricht.objects.get().text == ""
        assert not Nachrichtenanhang.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(days=366)):
        call_command("taeglich")
    assert not Nachricht.objects.exists()
    assert "Geleerte Nachrichten: 1" in capsys.readouterr().out


# --- The page ------------------------------------------------------------------------------------


@pytest.fixture
def verwaltung(client):
    konto = Konto.objects.create_superuser("admin@example.org", "ein-langes-Passwort")
    client.force_login(konto, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_outbox_lists_at_the_same_cost_and_by_state(verwaltung, stoerung, django_assert_num_queries):
    kosten = []
    for anzahl in (1, 3):
        while Nachricht.objects.count() < anzahl:
            nachricht_senden(**BRIEF)
        verwaltung.get("/intern/postausgang/")
        with django_assert_num_queries(5, exact=False) as gezaehlt:
            verwaltung.get("/intern/postausgang/")
        kosten.append(len(gezaehlt))
    assert kosten[0] == kosten[1]

    stoerung.beim_senden = smtplib.SMTPDataError(554, b"spam")
    nachricht_senden(**BRIEF | {"betreff": "Abgelehnte Post"})
    antwort = verwaltung.get("/intern/postausgang/?stand=gescheitert").text
    assert "Abgelehnte Post" in antwort
    assert antwort.count("entry__title") == 1
    assert "Diesen Stand gibt es nicht" in verwaltung.get("/intern/postausgang/?stand=quatsch").text


def test_a_failed_message_is_sent_again_by_a_button(verwaltung, stoerung):
    stoerung.beim_senden = smtplib.SMTPDataError(554, b"spam")
    nachricht = nachricht_senden(**BRIEF)
    stoerung.beim_senden = None
    adresse = f"/intern/postausgang/{nachricht.pk}/"
    assert "nicht angenommen (554)" in verwaltung.get(adresse).text

    antwort = verwaltung.post(f"{adresse}senden/", follow=True)

    assert "noch einmal gesendet" in antwort.text
    assert stoerung.gesendet == 1


@pytest.mark.parametrize("gezeigt", [False, True])
def test_a_personal_link_is_shown_in_the_demo_only(verwaltung, settings, stoerung, gezeigt):
    settings.POST_ZEIGEN = gezeigt
    stoerung.beim_oeffnen = ConnectionRefusedError()
    nachricht = nachricht_senden(**BRIEF | {"text": "https://example.org/geheim"}, vertraulich=True)
    assert nachricht.stand == ("gezeigt" if gezeigt else "wartet")
    assert ("geheim" in verwaltung.get(f"/intern/postausgang/{nachricht.pk}/").text) is gezeigt
    assert mail.outbox == []


def test_a_number_out_of_range_is_not_found(verwaltung):
    assert verwaltung.get(f"/intern/postausgang/{'9' * 30}/").status_code == 404

"""Accounts in the staff area: invited, given roles, closed with a hand-over, opened again."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from gremien.betreuen import konto_einladen
from gremien.models import Betreuung
from netzwerk.actions.konten import EINLADUNG_TAGE, konto_oeffnen, konto_schliessen
from netzwerk.enums import Rolle
from netzwerk.models import Einladung, Kalenderzugang, Konto, Nachricht, Zwischenstand
from tests import fabrik, intern

pytestmark = pytest.mark.django_db

PASSWORT = "ein-langes-Geheimnis-7"
ANGABEN = {"email": "neu@example.org", "name": "Neue Kollegin", "rollen": [Rolle.REDAKTION]}


@pytest.fixture
def admin(settings):
    # Otherwise what holds a link is erased as soon as it was sent.
    settings.POST_ZEIGEN = True
    cache.clear()
    return intern.client(Rolle.ADMIN, is_staff=True)


@pytest.fixture
def eingeladen(admin):
    """Return the link that a new colleague got."""
    assert admin.post("/intern/konten/einladen/", ANGABEN).status_code == 302
    return link()


def link():
    brief = Nachricht.objects.order_by("-pk").first()
    assert brief.vertraulich
    return re.search(r"/konto/einladung/\S+/", brief.text)[0]


def eroeffnen(adresse, client=None, **mehr):
    daten = {"name": "Neue Kollegin", "password1": PASSWORT, "password2": PASSWORT, "weg": "passwort"}
    return (client or Client()).post(adresse, daten | mehr)


def test_the_invited_opens_the_account_once_and_by_post_alone(eingeladen):
    gast = Client()
    assert "neu@example.org" in gast.get(eingeladen).text
    assert not Konto.objects.get(email="neu@example.org").is_active

    assert eroeffnen(eingeladen, gast)["Location"] == "/konto/"
    assert gast.get("/intern/").status_code == 200
    assert Client().get(eingeladen).status_code == 404
    assert eroeffnen(eingeladen).status_code == 404
    neuer = Client()
    neuer.post("/konto/login/", {"login": "neu@example.org", "password": PASSWORT})
    assert neuer.get("/konto/").status_code == 200
    # The link is stored nowhere but in the message.
    assert eingeladen.split("/")[-2] not in Einladung.objects.get().kennung


def test_a_password_must_be_good_and_typed_twice_alike(eingeladen):
    for falsch in ({"password1": "kurz"}, {"password2": "etwas-ganz-anderes"}, {"name": ""}):
        antwort = eroeffnen(eingeladen, **falsch)
        assert antwort.status_code == 422
    assert Client().get(eingeladen).status_code == 200


def test_whoever_takes_a_key_needs_no_password(eingeladen):
    gast = Client()
    assert eroeffnen(eingeladen, gast, weg="passkey", password1="", password2="", name="").status_code == 422
    antwort = eroeffnen(eingeladen, gast, weg="passkey", password1="", password2="")

    assert antwort["Location"] == "/konto/2fa/webauthn/add/"
    assert gast.get(antwort["Location"]).status_code == 200
    assert not Konto.objects.get(email="neu@example.org").has_usable_password()


def test_links_that_do_not_work_answer_alike(admin, eingeladen):
    konto = Konto.objects.get(email="neu@example.org")
    with time_machine.travel(timezone.now() + timedelta(days=EINLADUNG_TAGE, minutes=1)):
        abgelaufen = Client().get(eingeladen)
    admin.post(f"/intern/konten/{konto.pk}/tat/", {"schritt": "zurueckziehen"})
    zurueckgezogen = Client().get(eingeladen)
    falsch = Client().get("/konto/einladung/gibt-es-nicht/")

    antworten = (abgelaufen, zurueckgezogen, falsch)
    assert {antwort.status_code for antwort in antworten} == {404}
    # The foot of the page tells its address on paper.
    worte = {antwort.text.partition("<main")[2].partition("</main>")[0] for antwort in antworten}
    assert len(worte) == 1


def test_an_invitation_sent_again_replaces_the_first(admin, eingeladen):
    konto = Konto.objects.get(email="neu@example.org")
    admin.post(f"/intern/konten/{konto.pk}/tat/", {"schritt": "zurueckziehen"})
    assert "Einladung zurückgezogen" in admin.get("/intern/konten/?stand=zurueckgezogen").text
    admin.post(f"/intern/konten/{konto.pk}/tat/", {"schritt": "einladen"})

    assert link() != eingeladen
    assert Client().get(eingeladen).status_code == 404
    assert eroeffnen(link()).status_code == 302
    # Nothing left to invite to.
    anzahl = Nachricht.objects.count()
    admin.post(f"/intern/konten/{konto.pk}/tat/", {"schritt": "einladen"})
    assert Nachricht.objects.count() == anzahl


def test_nobody_asks_for_a_password_of_an_account_that_was_not_opened(eingeladen):
    cache.clear()
    anzahl = Nachricht.objects.count()
    bekannt = Client().post("/konto/password/reset/", {"email": "neu@example.org"})
    unbekannt = Client().post("/konto/password/reset/", {"email": "niemand@example.org"})

    assert (bekannt.status_code, bekannt["Location"]) == (unbekannt.status_code, unbekannt["Location"])
    assert Nachricht.objects.count() == anzahl


def test_what_is_missing_or_known_is_told_beside_the_field(admin):
    antwort = admin.post(
        "/intern/konten/einladen/",
        {
            "email": admin.konto.email.upper(),
            "rollen": [Rolle.GREMIENBETREUUNG, Rolle.BERICHTERSTATTUNG, Rolle.MITGLIED],
        },
    )
    fehler = antwort.context["form"].errors
    assert antwort.status_code == 422
    assert set(fehler) == {"email", "gremien", "organisation", "person"}
    assert Konto.objects.count() == 1
    # No invitation is lost by nonsense, and none leaves the house by it.
    unsinn = {"email": "a@b.de\r\nBcc: x@y.de", "rollen": ["Chef"], "gremien": ["x", "9" * 30]}
    assert admin.post("/intern/konten/einladen/", unsinn).status_code == 422
    assert not Nachricht.objects.exists()


def test_only_so_many_invitations_an_hour(admin, settings):
    settings.ACCOUNT_RATE_LIMITS = {"einladen": "1/h/user"}
    assert admin.post("/intern/konten/einladen/", ANGABEN).status_code == 302
    antwort = admin.post("/intern/konten/einladen/", ANGABEN | {"email": "zweite@example.org"})

    assert antwort.status_code == 429
    assert "zweite@example.org" in antwort.text
    assert not Konto.objects.filter(email="zweite@example.org").exists()


def test_a_role_taken_away_ends_at_once(admin):
    kollegin = intern.client(Rolle.REDAKTION, "kollegin")
    adresse = f"/intern/konten/{kollegin.konto.pk}/"
    assert kollegin.get("/intern/gremien/").status_code == 200
    gremium = fabrik.gremium("Runde")
    admin.post(adresse, {"name": "K", "rollen": [Rolle.GREMIENBETREUUNG], "gremien": [gremium.pk]})
    anderes = fabrik.gremium("Anderes")

    assert kollegin.get(f"/intern/gremien/{gremium.pk}/").status_code == 200
    assert kollegin.get(f"/intern/gremien/{anderes.pk}/").status_code == 404
    assert Konto.history.filter(id=kollegin.konto.pk).first().history_user == admin.konto


def test_the_last_admin_stays_and_a_new_one_enters_the_administration(admin):
    adresse = f"/intern/konten/{admin.konto.pk}/"
    antwort = admin.post(adresse, {"name": "Ich", "rollen": [Rolle.REDAKTION]})
    assert antwort.status_code == 422
    assert "letzte Konto" in antwort.text
    zweite = intern.konto(Rolle.REDAKTION, "zweite")
    admin.post(f"/intern/konten/{zweite.pk}/", {"name": "Z", "rollen": [Rolle.ADMIN]})
    zweite.refresh_from_db()
    assert zweite.is_staff

    admin.post(adresse, {"name": "Ich", "rollen": [Rolle.REDAKTION]})
    assert admin.get("/intern/konten/").status_code == 403
    assert admin.get("/admin/", follow=True).status_code == 403


def test_full_administrators_are_changed_by_their_like_alone(admin):
    chefin = Konto.objects.create_superuser("chefin@example.org", "x")
    adresse = f"/intern/konten/{chefin.pk}/"

    assert admin.get(adresse).status_code == 200
    assert admin.post(adresse, {"name": "", "rollen": [Rolle.MITGLIED]}).status_code == 403
    assert admin.post(f"{adresse}tat/", {"schritt": "abmelden"}).status_code == 403
    assert admin.get(f"{adresse}schliessen/").status_code == 403


@pytest.fixture
def leute():
    """Return who goes and who stays; both were entrusted with one body."""
    geht = intern.client(Rolle.GREMIENBETREUUNG, "geht")
    bleibt = intern.client(Rolle.GREMIENBETREUUNG, "bleibt")
    beide, eines = fabrik.gremium("Beider"), fabrik.gremium("Nur von einer")
    # By the door, so that the login is known and can be ended.
    geht.cookies.clear()
    geht.post("/konto/login/", {"login": geht.konto.email, "password": "x"})
    for client in (geht, bleibt):
        Betreuung.objects.create(konto=client.konto, gremium=beide)
    Betreuung.objects.create(konto=geht.konto, gremium=eines)
    Zwischenstand.objects.create(konto=geht.konto, pfad="/intern/gremien/1/", daten={"name": ["N"]})
    return geht, bleibt


def test_a_closed_account_is_out_at_once_and_another_takes_over(admin, leute):
    geht, bleibt = leute
    eines = Betreuung.objects.get(gremium__name="Nur von einer").gremium
    Kalenderzugang.objects.create(konto=geht.konto, kennung="x")
    seite = f"/intern/konten/{geht.konto.pk}/schliessen/"
    assert "Nur von einer" in admin.get(seite).text
    assert bleibt.get(f"/intern/gremien/{eines.pk}/").status_code == 404

    antwort = admin.post(seite, {"nachfolge": bleibt.konto.pk}, follow=True)

    assert "übernimmt 2 Zuständigkeiten" in antwort.text
    assert geht.get("/konto/").status_code == 302
    assert bleibt.get(f"/intern/gremien/{eines.pk}/").status_code == 200
    assert sorted(bleibt.konto.betreuungen.values_list("gremium__name", flat=True)) == [
        "Beider",
        "Nur von einer",
    ]
    assert not Kalenderzugang.objects.exists()
    wieder = Client()
    wieder.post("/konto/login/", {"login": geht.konto.email, "password": "x"})
    assert wieder.get("/konto/").status_code == 302

    antwort = admin.post(f"/intern/konten/{geht.konto.pk}/tat/", {"schritt": "oeffnen"}, follow=True)
    assert "Zurückgegeben: 2 Zuständigkeiten" in antwort.text
    assert list(bleibt.konto.betreuungen.values_list("gremium__name", flat=True)) == ["Beider"]
    # Its logins of before stay ended.
    assert geht.get("/konto/").status_code == 302


def test_what_went_on_to_somebody_else_stays_there(admin, leute):
    geht, bleibt = leute
    dritte = intern.konto(Rolle.GREMIENBETREUUNG, "dritte")
    konto_schliessen(geht.konto, nachfolge=bleibt.konto, acting_user=admin.konto)
    konto_schliessen(bleibt.konto, nachfolge=dritte, acting_user=admin.konto)

    zurueck, anderswo = konto_oeffnen(geht.konto, acting_user=admin.konto)

    assert zurueck == 0
    assert len(anderswo) == 2


@pytest.mark.parametrize("wer", ["ich", "niemand sonst"])
def test_some_accounts_are_not_closed(admin, wer):
    if wer == "ich":
        intern.konto(Rolle.ADMIN, "zweite", is_staff=True)
    antwort = admin.post(f"/intern/konten/{admin.konto.pk}/schliessen/", {"nachfolge": ""})
    assert antwort.status_code == 422
    admin.konto.refresh_from_db()
    assert admin.konto.is_active


def test_the_list_costs_the_same_for_one_and_many(admin, django_assert_num_queries):
    def fragen():
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as abfragen:
            assert admin.get("/intern/konten/").status_code == 200
        return len(abfragen)

    admin.get("/intern/konten/")
    vorher = fragen()
    for nummer in range(3):
        intern.konto(Rolle.REDAKTION, f"k{nummer}")
    konto_einladen(email="x@example.org", rollen=[Rolle.ADMIN], gremien=[], name="", acting_user=admin.konto)
    assert fragen() == vorher


def test_nonsense_finds_nothing_and_breaks_nothing(admin):
    for adresse in ('/intern/konten/?q=%25_\\("&stand=xyz', f"/intern/konten/{'9' * 30}/"):
        assert admin.get(adresse).status_code in {200, 404}
    assert admin.post(f"/intern/konten/{admin.konto.pk}/tat/", {"schritt": "sprengen"}).status_code == 302

"""The role Admin may everything; staff with some rights gain no others through accounts and history."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.test import Client

from gremien.models import Gremium
from netzwerk.enums import Rolle
from netzwerk.models import Konto
from tests import fabrik
from tests.verwaltung import adresse, meldungen, senden

pytestmark = pytest.mark.django_db


def angemeldet(*rechte):
    konto = Konto.objects.create_user("teil@example.org", "ein-langes-passwort-9", is_staff=True)
    konto.user_permissions.set(Permission.objects.filter(codename__in=rechte))
    client = Client(headers={"host": "localhost"})
    client.force_login(konto, backend="django.contrib.auth.backends.ModelBackend")
    return client, konto


def test_part_time_staff_cannot_take_over_a_full_administrator():
    boss = Konto.objects.create_superuser("boss@example.org", "ein-langes-passwort-8")
    anderes = Konto.objects.create_user("anderes@example.org")
    client, _ = angemeldet("change_konto", "view_konto")
    neu = {
        "password1": "ein-ganz-neues-wort-7",
        "password2": "ein-ganz-neues-wort-7",
        "usable_password": "true",
    }

    antworten = {
        konto: client.post(f"/admin/netzwerk/konto/{konto.pk}/password/", neu).status_code
        for konto in (boss, anderes)
    }

    assert antworten == {boss: 403, anderes: 302}
    boss.refresh_from_db()
    assert boss.check_password("ein-langes-passwort-8")
    client.post(f"/admin/netzwerk/konto/{boss.pk}/change/", {"email": "boese@example.org", "name": ""})
    boss.refresh_from_db()
    assert boss.email == "boss@example.org"


def test_rights_once_taken_do_not_come_back_from_the_history():
    client, konto = angemeldet("change_konto", "view_konto")
    konto.is_superuser = True
    konto.save()
    frueher = konto.history.first()
    konto.is_superuser = False
    konto.save()

    client.post(
        f"/admin/netzwerk/konto/{konto.pk}/history/{frueher.history_id}/",
        {"email": konto.email, "name": "", "is_active": "on"},
    )

    konto.refresh_from_db()
    assert konto.is_superuser is False


def test_the_history_of_a_body_hides_rows_that_one_may_not_see():
    gremium = fabrik.gremium()
    fabrik.mitgliedschaft(gremium, person=fabrik.person("Vertraulich"))
    client, konto = angemeldet("view_gremium")

    ohne = client.get(f"/admin/gremien/gremium/{gremium.pk}/history/").content.decode()
    konto.user_permissions.add(*Permission.objects.filter(codename="view_mitgliedschaft"))
    mit = client.get(f"/admin/gremien/gremium/{gremium.pk}/history/").content.decode()

    assert "Vertraulich" not in ohne
    assert "Vertraulich" in mit


# --- The role Admin ------------------------------------------------------------------------------


def mit_rolle(rolle, name="", **felder):
    konto = Konto.objects.create_user(f"{name or rolle.name.lower()}@example.org", "x", **felder)
    konto.groups.add(Group.objects.get(name=rolle))
    client = Client(headers={"host": "localhost"})
    client.force_login(konto, backend="django.contrib.auth.backends.ModelBackend")
    return client, konto


def test_the_role_admin_sees_and_adds_everything_a_full_administrator_does(subtests):
    client, konto = mit_rolle(Rolle.ADMIN, is_staff=True)
    boss = Konto.objects.create_superuser("boss@example.org", "x")
    voll = Client(headers={"host": "localhost"})
    voll.force_login(boss, backend="django.contrib.auth.backends.ModelBackend")

    assert not konto.is_superuser
    for modell, ziel in [(modell, ziel) for modell in admin.site._registry for ziel in ("changelist", "add")]:
        with subtests.test(modell=modell._meta.label, ziel=ziel):
            codes = [c.get(adresse(modell, ziel)).status_code for c in (client, voll)]
            assert codes[0] == codes[1]
            assert codes[0] == 200 or ziel == "add"


def test_the_role_admin_changes_and_deletes(admin_client):
    client, konto = mit_rolle(Rolle.ADMIN, is_staff=True)
    gremium = fabrik.gremium("Runde")

    assert senden(client, Gremium, gremium, name="Runder Tisch").status_code == 302
    assert client.post(adresse(Gremium, "delete", gremium.pk), {"post": "yes"}).status_code == 302

    gremium.refresh_from_db()
    assert gremium.name == "Runder Tisch"
    assert gremium.geloescht_am is not None
    assert gremium.history.first().history_user == konto


@pytest.mark.parametrize("rolle", [rolle for rolle in Rolle if rolle != Rolle.ADMIN])
def test_other_roles_have_no_admin_not_even_with_the_key_to_its_door(rolle):
    ohne, _ = mit_rolle(rolle)
    mit, _ = mit_rolle(rolle, name="mit", is_staff=True)
    liste = adresse(Gremium, "changelist")

    assert [c.get(liste, follow=True).status_code for c in (ohne, mit)] == [403, 403]


def test_the_role_needs_the_key_to_the_door_too():
    client, _ = mit_rolle(Rolle.ADMIN)

    assert client.get(adresse(Gremium, "changelist"), follow=True).status_code == 403


@pytest.mark.parametrize("weg", ["rolle", "is_staff", "is_active"])
def test_a_right_taken_away_ends_with_the_next_request(weg):
    client, konto = mit_rolle(Rolle.ADMIN, is_staff=True)
    liste = adresse(Gremium, "changelist")
    assert client.get(liste).status_code == 200

    if weg == "rolle":
        konto.groups.clear()
    else:
        setattr(konto, weg, False)
        konto.save()

    antwort = client.get(liste)
    assert antwort.status_code == (403 if weg == "rolle" else 302)
    assert "Verwaltung" not in antwort.text


def test_the_role_admin_gives_roles_but_not_more_than_it_has():
    client, _ = mit_rolle(Rolle.ADMIN, is_staff=True)
    neu = Konto.objects.create_user("neu@example.org")
    rolle = Group.objects.get(name=Rolle.ADMIN)

    antwort = senden(client, Konto, neu, groups=[rolle.pk], is_staff="on", is_superuser="on")

    assert antwort.status_code == 302
    neu.refresh_from_db()
    assert (list(neu.groups.all()), neu.is_staff, neu.is_superuser) == ([rolle], True, False)


@pytest.mark.parametrize("felder", [{"groups": None}, {"is_staff": None}, {"is_active": None}])
def test_somebody_who_gives_roles_is_left(felder):
    client, konto = mit_rolle(Rolle.ADMIN, is_staff=True)

    antwort = senden(client, Konto, konto, **felder)

    assert antwort.status_code == 200
    assert "das letzte Konto" in meldungen(antwort)
    mit_rolle(Rolle.ADMIN, name="zweite", is_staff=True)
    assert senden(client, Konto, konto, **felder).status_code == 302

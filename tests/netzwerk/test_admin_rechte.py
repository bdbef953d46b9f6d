"""Staff with some rights gain no others through accounts and history."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from netzwerk.models import Konto
from tests import fabrik

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

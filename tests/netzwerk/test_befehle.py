"""Setting up a real installation: the first administrator, tables and static files."""

import re

import pytest
from django.core.management import CommandError, call_command

from netzwerk.enums import Rolle
from netzwerk.management.commands import bereitstellen
from netzwerk.models import Konto

pytestmark = pytest.mark.django_db


def test_first_admin_with_given_password(monkeypatch, capsys):
    monkeypatch.setenv("ADMIN_PASSWORT", "Ein gutes Passwort 1")
    call_command("erster_admin", email="chefin@example.org", name="Änne Chefin")
    konto = Konto.objects.get()
    assert (konto.email, konto.name) == ("chefin@example.org", "Änne Chefin")
    assert konto.is_staff
    assert konto.has_perm("gremien.change_gremium")
    assert not konto.is_superuser
    assert konto.check_password("Ein gutes Passwort 1")
    assert konto.groups.get().name == Rolle.ADMIN
    assert "Ein gutes Passwort 1" not in capsys.readouterr().out


def test_password_is_made_up_and_shown_once(capsys):
    call_command("erster_admin", email="chefin@example.org")
    passwort = re.search(r"\): (\S+)$", capsys.readouterr().out.strip()).group(1)
    assert len(passwort) >= 16
    assert Konto.objects.get().check_password(passwort)


def test_second_admin_only_when_asked_for():
    call_command("erster_admin", email="chefin@example.org")
    with pytest.raises(CommandError, match="--weiterer"):
        call_command("erster_admin", email="zweite@example.org")
    call_command("erster_admin", email="zweite@example.org", weiterer=True)
    assert Konto.objects.count() == 2


@pytest.mark.parametrize(
    ("email", "passwort", "grund"),
    [
        ("keine-adresse", "Ein gutes Passwort 1", "gültige E-Mail"),
        ("chefin@example.org", "kurz", "kurz"),
        ("chefin@example.org", "chefin@example.org", "ähnlich"),
        ("", "Ein gutes Passwort 1", "--email"),
    ],
)
def test_what_is_wrong_is_said(monkeypatch, email, passwort, grund):
    monkeypatch.setenv("ADMIN_PASSWORT", passwort)
    with pytest.raises(CommandError, match=grund):
        call_command("erster_admin", email=email)
    assert not Konto.objects.exists()


def test_address_is_taken_whatever_its_case(monkeypatch):
    Konto.objects.create_user("chefin@example.org")
    with pytest.raises(CommandError, match="schon"):
        call_command("erster_admin", email="Chefin@Example.org")


def test_questions_at_the_keyboard(monkeypatch, capsys):
    antworten = iter(["chefin@example.org", "Änne Chefin"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(antworten))
    monkeypatch.setattr("getpass.getpass", lambda _: "Ein gutes Passwort 1")
    call_command("erster_admin")
    assert Konto.objects.get().check_password("Ein gutes Passwort 1")


def test_password_typed_differently(monkeypatch):
    antworten = iter(["Ein gutes Passwort 1", "Ein anderes"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: "chefin@example.org")
    monkeypatch.setattr("getpass.getpass", lambda _: next(antworten))
    with pytest.raises(CommandError, match="verschieden"):
        call_command("erster_admin")


def test_static_files_are_collected_once(settings, tmp_path, capsys, monkeypatch):
    settings.STATIC_ROOT = tmp_path / "static"
    with pytest.raises(CommandError, match=r"\./portal update"):
        call_command("bereitstellen", pruefen=True)
    call_command("bereitstellen")
    assert (settings.STATIC_ROOT / "admin").is_dir()
    call_command("bereitstellen", pruefen=True)
    gerufen = []
    monkeypatch.setattr(bereitstellen, "sammle_statische_dateien", gerufen.append)
    call_command("bereitstellen")
    assert gerufen == []
    assert capsys.readouterr().out == ""


def test_missing_migration_is_noticed(settings, tmp_path, monkeypatch):
    settings.STATIC_ROOT = tmp_path / "static"
    call_command("bereitstellen")
    monkeypatch.setattr(bereitstellen, "offene_migrationen", lambda: True)
    with pytest.raises(CommandError, match=r"\./portal update"):
        call_command("bereitstellen", pruefen=True)

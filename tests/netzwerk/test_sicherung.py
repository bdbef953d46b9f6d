"""Backup and restore, rehearsed with rows, history, media and sequences."""

import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import threading
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from PIL import Image

from gremien.models import Gremienart, Gremium, Mitgliedschaft, Sitz, Sitzkategorie
from netzwerk.lib import sicherung
from netzwerk.lib.sicherung import AUSGELASSEN, BENANNT, _leeren
from netzwerk.models import Arbeitsfassung, Bild, Gebiet, Inhaltsstand, Konto, Organisation, Suchwort, Thema
from netzwerk.queries import inhaltsstand

WURZEL = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.django_db
# Real commits: the snapshot and the restore are transactions of their own, as in operation.
wie_in_betrieb = pytest.mark.django_db(transaction=True)


def png():
    ablage = io.BytesIO()
    Image.new("RGB", (8, 6), "teal").save(ablage, "PNG")
    return ContentFile(ablage.getvalue(), name="bild.png")


@pytest.fixture
def bestand():
    """Rows of every kind: tree, sets, files, history with its author, seat, draft, rights."""
    konto = Konto.objects.create_user("redaktion@example.org", "ein langes Passwort", name="Rita Ähre")
    gruppe = Group.objects.create(name="Probe")
    gruppe.permissions.set(Permission.objects.filter(codename__endswith="_organisation"))
    konto.groups.add(gruppe)
    konto.user_permissions.add(Permission.objects.get(codename="view_gremium"))
    stadt = Gebiet.objects.create(name="Jena", art="stadt")
    kreis = Gebiet.objects.create(name="Thüringen", art="land")
    stadt.parent = kreis  # the parent has the higher number
    stadt.save()
    verein = Organisation(name="Straße & Söhne „e. V.“\u00a0", beschreibung="<p>Über <b>uns</b></p>")
    verein._history_user = konto
    verein.save()
    verein.gebiete.add(stadt)
    verein.themen.add(Thema.objects.create(name="Probethema"))
    verein.name = "Straße und Söhne"
    verein.save()
    Bild.objects.create(datei=png(), alternativtext="Ein Bild")
    default_storage.save("dokumente/tief/übersicht.txt", ContentFile("Übersicht".encode()))
    gremium = Gremium.objects.create(
        name="AG 78", art=Gremienart.objects.create(name="Probeart"), kurztext="Ein Satz."
    )
    sitz = Sitz.objects.create(kategorie=Sitzkategorie.objects.create(gremium=gremium, bezeichnung="Träger"))
    for von, bis in ((date(2020, 1, 1), date(2021, 12, 31)), (date(2022, 1, 1), None)):
        Mitgliedschaft.objects.create(gremium=gremium, sitz=sitz, organisation=verein, von=von, bis=bis)
    Arbeitsfassung.objects.create(
        objekt=gremium, daten={"name": "AG 78 neu", "zahl": [1, None]}, basis_stand=gremium.geaendert_am
    )
    Client().force_login(konto)
    # PostgreSQL keeps references for later; nothing may be left over when tables are emptied.
    connection.check_constraints()
    return verein


def zeilen():
    """Return all rows as the database holds them; words of the search get new numbers when made anew."""
    worte = {"Worte": sorted(Suchwort.objects.values_list("wort", "anzahl"))}
    return worte | {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and model not in (*BENANNT, *AUSGELASSEN, Inhaltsstand, Suchwort)
    }


def medien(ordner=""):
    """Return all media with their content."""
    try:
        unterordner, dateien = default_storage.listdir(ordner)
    except FileNotFoundError:
        return {}
    gefunden = {}
    for name in dateien:
        with default_storage.open(f"{ordner}{name}") as datei:
            gefunden[f"{ordner}{name}"] = datei.read()
    for name in unterordner:
        gefunden |= medien(f"{ordner}{name}/")
    return gefunden


def stand():
    return zeilen(), medien()


@pytest.fixture
def archiv(bestand, tmp_path):
    pfad = tmp_path / "sicherung.tar.gz"
    call_command("sichern", pfad, verbosity=0)
    return pfad


FERTIG = []


@pytest.fixture
def altes_archiv(request, tmp_path):
    """An archive of other rows than those here, made once: for tests of what is refused."""
    if not FERTIG:
        FERTIG.append(request.getfixturevalue("archiv").read_bytes())
    pfad = tmp_path / "alt.tar.gz"
    pfad.write_bytes(FERTIG[0])
    return pfad


def mitglieder(pfad):
    with tarfile.open(pfad) as tar:
        return [(kopf, tar.extractfile(kopf).read()) for kopf in tar]


def packe(pfad, inhalt):
    with tarfile.open(pfad, "w:gz") as tar:
        for kopf, text in inhalt:
            kopf.size = len(text)
            tar.addfile(kopf, io.BytesIO(text))
    return pfad


def lesbar(pfad):
    """Return the rows of an archive as data: the two databases order keys of JSON differently."""
    return {
        kopf.name: [json.loads(zeile) for zeile in text.splitlines()]
        for kopf, text in mitglieder(pfad)
        if kopf.name.startswith("daten/") and "inhaltsstand" not in kopf.name
    }


def wird_abgelehnt(pfad, *worte, **optionen):
    """Check that the archive is refused in one line and nothing changed."""
    vorher = stand()
    with pytest.raises(CommandError) as gefangen:
        call_command("zurueckspielen", pfad, ersetzen=True, **optionen)
    assert len(str(gefangen.value).splitlines()) == 1
    for wort in worte:
        assert wort in str(gefangen.value)
    assert stand() == vorher


@wie_in_betrieb
def test_everything_comes_back(bestand, archiv, capsys):
    vorher = stand()
    assert sum(map(len, vorher[0].values())) > 100
    assert len(vorher[1]) == 2
    assert Session.objects.exists()

    Organisation.objects.filter(pk=bestand.pk).update(name="verdorben")
    Mitgliedschaft.objects.all().delete()
    Konto.objects.create_user("eindringling@example.org")
    for name in medien():
        default_storage.delete(name)
    default_storage.save("bilder/fremd.txt", ContentFile(b"fremd"))

    call_command("zurueckspielen", archiv, ersetzen=True)
    assert stand() == vorher
    assert not Session.objects.exists()
    assert "2 Mediendateien zurückgespielt" in capsys.readouterr().out


@wie_in_betrieb
def test_who_stays_connected_reads_what_was_restored(bestand, archiv):
    """The processes of the portal keep their connection for good, over a restore, too."""
    gelesen, weiter, fertig = [], threading.Event(), threading.Event()

    def besucher():
        for _ in range(2):
            gelesen.append(Organisation.objects.get(pk=bestand.pk).name)
            fertig.set()
            weiter.wait(timeout=30)
        connection.close()

    Organisation.objects.filter(pk=bestand.pk).update(name="verdorben")
    faden = threading.Thread(target=besucher)
    faden.start()
    assert fertig.wait(timeout=10)
    call_command("zurueckspielen", archiv, ersetzen=True)
    weiter.set()
    faden.join(timeout=10)

    assert gelesen == ["verdorben", "Straße und Söhne"]


def test_restores_into_an_empty_portal_without_asking(archiv):
    vorher = stand()
    _leeren()
    for name in medien():
        default_storage.delete(name)
    call_command("zurueckspielen", archiv, verbosity=0)
    assert stand() == vorher
    assert Konto.objects.get().check_password("ein langes Passwort")
    assert Konto.objects.get().has_perm("netzwerk.change_organisation")


def test_new_rows_get_new_numbers(archiv):
    hoechste = Organisation.objects.latest("pk").pk
    call_command("zurueckspielen", archiv, ersetzen=True)
    neu = Organisation.objects.create(name="Danach")
    assert neu.pk > hoechste
    assert neu.history.count() == 1


def test_version_of_the_content_never_comes_twice(archiv):
    """Otherwise browsers would keep pages they got before the restore."""
    Organisation.objects.create(name="Nur hier")
    connection.check_constraints()
    vorher = inhaltsstand()
    call_command("zurueckspielen", archiv, ersetzen=True)
    nachher = inhaltsstand()
    assert nachher.letzter > vorher.letzter
    Organisation.objects.create(name="Danach")
    assert inhaltsstand().letzter > nachher.letzter


def test_refuses_to_overwrite_without_being_told(archiv):
    vorher = stand()
    with pytest.raises(CommandError, match="--ersetzen"):
        call_command("zurueckspielen", archiv)
    assert stand() == vorher


def test_check_only_changes_nothing(archiv, capsys):
    Konto.objects.create_user("neu@example.org")
    vorher = stand()
    call_command("zurueckspielen", archiv, nur_pruefen=True)
    assert "geprüft, alles vollständig" in capsys.readouterr().out
    assert stand() == vorher


def test_travels_between_databases(archiv, tmp_path):
    """Into a new SQLite, out again, and back into this database: the same rows each time."""
    umgebung = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "k" * 60,
        "TLS": "0",
        "VAR_DIR": str(tmp_path / "anderswo"),
    }
    zweites = tmp_path / "zweites.tar.gz"
    for befehl in (["migrate", "--verbosity=0"], ["zurueckspielen", archiv], ["sichern", zweites]):
        subprocess.run(
            [sys.executable, "manage.py", *map(str, befehl)],
            cwd=WURZEL,
            env=umgebung,
            check=True,
            timeout=300,
        )
    assert lesbar(zweites) == lesbar(archiv)
    vorher = stand()
    call_command("zurueckspielen", zweites, ersetzen=True)
    assert stand() == vorher


def test_archive_is_private_and_complete_or_absent(archiv, bestand, monkeypatch, tmp_path):
    assert archiv.stat().st_mode & 0o777 == 0o600
    with pytest.raises(CommandError, match="gibt es schon"):
        call_command("sichern", archiv)

    def voll(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("netzwerk.lib.sicherung._schreibe_medium", voll)
    ziel = tmp_path / "neu"
    with pytest.raises(CommandError, match="No space left"):
        call_command("sichern", ziel)
    assert list(ziel.iterdir()) == []


def test_backup_gets_a_dated_name(bestand, settings, tmp_path, capsys):
    settings.VAR_DIR = tmp_path
    call_command("sichern")
    (datei,) = (tmp_path / "sicherungen").iterdir()
    assert datei.name.startswith("unser-netzwerk-20")
    assert str(datei) in capsys.readouterr().out


def test_missing_file(tmp_path):
    wird_abgelehnt(tmp_path / "nichts.tar.gz", "gibt es nicht")


def test_no_archive_at_all(tmp_path):
    pfad = tmp_path / "text.tar.gz"
    pfad.write_text("Guten Tag")
    wird_abgelehnt(pfad, "nicht lesbar oder beschädigt")


def test_cut_off_archive(altes_archiv):
    altes_archiv.write_bytes(altes_archiv.read_bytes()[: altes_archiv.stat().st_size // 2])
    wird_abgelehnt(altes_archiv, "beschädigt")


def test_cut_off_before_packing(altes_archiv):
    packe(altes_archiv, mitglieder(altes_archiv)[:-1])
    wird_abgelehnt(altes_archiv, "unvollständig")


def test_changed_row(altes_archiv):
    inhalt = [
        (kopf, text.replace("Rita Ähre".encode(), b"Mallory ...")) for kopf, text in mitglieder(altes_archiv)
    ]
    packe(altes_archiv, inhalt)
    wird_abgelehnt(altes_archiv, "Prüfsumme")


def test_missing_and_added_members(altes_archiv, tmp_path):
    inhalt = mitglieder(altes_archiv)
    ohne = [paar for paar in inhalt if not paar[0].name.startswith("medien/")]
    wird_abgelehnt(packe(tmp_path / "ohne.tgz", ohne), "Prüfsumme", "medien/")
    fremd = (tarfile.TarInfo("medien/fremd.txt"), b"fremd")
    wird_abgelehnt(packe(tmp_path / "mit.tgz", [fremd, *inhalt]), "Prüfsumme", "fremd.txt")
    wird_abgelehnt(packe(tmp_path / "doppelt.tgz", [inhalt[0], *inhalt]), "doppelt")


@pytest.mark.parametrize(
    "name",
    ["../boese.txt", "/etc/boese", "medien/../../boese", "medien//boese", "sonst.txt", "medien\\boese"],
)
def test_paths_stay_inside(altes_archiv, tmp_path, name):
    packe(altes_archiv, [(tarfile.TarInfo(name), b"boese"), *mitglieder(altes_archiv)])
    wird_abgelehnt(altes_archiv, "Unerlaubtes")


@pytest.mark.parametrize("art", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
def test_only_plain_files(altes_archiv, art):
    kopf = tarfile.TarInfo("medien/verweis")
    kopf.type, kopf.linkname = art, "/etc/passwd"
    packe(altes_archiv, [(kopf, b""), *mitglieder(altes_archiv)])
    wird_abgelehnt(altes_archiv, "Unerlaubtes")


def mit_manifest(archiv, aendere):
    *inhalt, (kopf, text) = mitglieder(archiv)
    manifest = json.loads(text)
    aendere(manifest)
    return packe(archiv, [*inhalt, (kopf, json.dumps(manifest).encode())])


def test_other_state_of_the_portal(altes_archiv):
    mit_manifest(altes_archiv, lambda manifest: manifest["migrationen"]["netzwerk"].append("9999_zukunft"))
    wird_abgelehnt(altes_archiv, "anderen Stand", "netzwerk")


def test_unknown_format(altes_archiv):
    mit_manifest(altes_archiv, lambda manifest: manifest.update(format=99))
    wird_abgelehnt(altes_archiv, "Format")


@pytest.mark.parametrize("mehr", [{"mehr": 1}, {"dateien": []}, {"migrationen": None}])
def test_unreadable_manifest(altes_archiv, mehr):
    mit_manifest(altes_archiv, lambda manifest: manifest.update(mehr))
    wird_abgelehnt(altes_archiv, "Inhaltsverzeichnis")


def verfaelscht(altes_archiv, name, aendere):
    """Change one member and its checksum: only the database can notice."""
    inhalt = {kopf.name: (kopf, text) for kopf, text in mitglieder(altes_archiv)}
    kopf, text = inhalt[name]
    neu = aendere(text)
    inhalt[name] = (kopf, neu)
    angaben = {"sha256": hashlib.sha256(neu).hexdigest(), "groesse": len(neu), "zeilen": neu.count(b"\n")}
    packe(altes_archiv, inhalt.values())
    return mit_manifest(altes_archiv, lambda manifest: manifest["dateien"].update({name: angaben}))


@pytest.mark.parametrize(
    ("name", "aendere"),
    [
        ("daten/gremien.sitz.jsonl", lambda _: b""),  # the memberships lose their seat
        ("daten/gremien.sitz.jsonl", lambda text: text + text),  # one number twice
        ("daten/gremien.sitz.jsonl", lambda text: text.replace(b'"nummer"', b'"neu"')),
        ("daten/gremien.sitz.jsonl", lambda _: b"{kaputt}\n"),
        ("daten/gremien.sitz.jsonl", lambda text: text.replace(b"gremien.sitz", b"sessions.session")),
        (
            "daten/gremien.mitgliedschaft.jsonl",
            lambda text: text.replace(b"2021-12-31", b"2023-12-31"),
        ),  # two holders of one seat
    ],
)
def test_all_or_nothing(altes_archiv, name, aendere):
    wird_abgelehnt(verfaelscht(altes_archiv, name, aendere))


def test_failing_storage_leaves_the_rows_as_they_were(archiv, monkeypatch):
    Organisation.objects.create(name="Später")
    connection.check_constraints()
    vorher = zeilen()

    def voll(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(default_storage, "save", voll)
    with pytest.raises(CommandError, match="No space left"):
        call_command("zurueckspielen", archiv, ersetzen=True)
    assert zeilen() == vorher


@wie_in_betrieb
def test_snapshot_does_not_keep_others_from_writing(bestand, tmp_path, monkeypatch):
    """A row written while the backup runs is not in it, and the writer does not wait."""
    echt, geschrieben = sicherung._schreibe_modell, []

    def schreibe():
        Thema.objects.create(name="dazwischen")
        geschrieben.append(True)
        connection.close()

    def dann(*args):
        echt(*args)
        if not geschrieben:
            faden = threading.Thread(target=schreibe)
            faden.start()
            faden.join(timeout=10)

    monkeypatch.setattr(sicherung, "_schreibe_modell", dann)
    call_command("sichern", tmp_path / "s.tgz", verbosity=0)
    assert geschrieben == [True]
    gesichert = gzip.decompress((tmp_path / "s.tgz").read_bytes())
    assert b"Probethema" in gesichert
    assert b"dazwischen" not in gesichert

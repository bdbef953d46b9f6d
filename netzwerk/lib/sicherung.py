"""Back up and restore: every row and every media file in one archive, for both databases.

The archive is a tar.gz of ``daten/<app>.<model>.jsonl`` (Django's serializer, one row a
line), ``medien/<name>`` and, last, ``manifest.json`` with counts and checksums: an archive
that was cut off has none. Rows are written and read as a stream.
"""

import hashlib
import io
import json
import os
import tarfile
import tempfile
import tomllib
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path, PurePosixPath
from typing import IO, Any

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.core.serializers.json import DjangoJSONEncoder
from django.core.serializers.jsonl import Deserializer, Serializer
from django.db import DatabaseError, Error, connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from simple_history.models import HistoricalChanges

FORMAT = 1
MANIFEST = "manifest.json"
DATEN, MEDIEN = "daten/", "medien/"
STUECK = 1024 * 1024
# Every installation makes these rows itself, with numbers of its own: they are named, not numbered.
BENANNT: tuple[type[models.Model], ...] = (ContentType, Permission)
# Whoever was logged in must log in again after a restore; what was queued has been done or is rung for anew.
AUSGELASSEN: tuple[type[models.Model], ...] = (Session, UserSession, DBTaskResult)


class Sicherungsfehler(Exception):
    """A backup or restore cannot go on; the text is one German line for the operator."""


@dataclass
class Manifest:
    """What is in an archive: ``dateien`` maps each member to its checksum, size and row count."""

    format: int = FORMAT
    erstellt: str = ""
    portal: str = ""
    datenbank: str = ""
    migrationen: dict[str, list[str]] = field(default_factory=dict)
    dateien: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def zeilen(self) -> int:
        """Return the number of rows."""
        return sum(datei.get("zeilen", 0) for datei in self.dateien.values())

    @property
    def medien(self) -> list[str]:
        """Return the names of the media files, as the storage knows them."""
        return [name.removeprefix(MEDIEN) for name in self.dateien if name.startswith(MEDIEN)]


# --- What belongs to it ----------------------------------------------------------------------


def gesicherte_modelle() -> list[type[models.Model]]:
    """Return every model with a table of its own, the named ones first.

    The tables of many-to-many fields are among them, so no row needs a query of its own.
    """
    alle = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and not model._meta.swapped
    ]
    rest = [model for model in alle if model not in BENANNT and not wird_ausgelassen(model)]
    return [*BENANNT, *rest]


def wird_ausgelassen(model: type[models.Model]) -> bool:
    """Say whether rows are left out: sessions, and what is made anew from the rest (``abgeleitet``)."""
    return model in AUSGELASSEN or getattr(model, "abgeleitet", False)


def angewendete_migrationen() -> dict[str, list[str]]:
    """Return the applied migrations of every installed app."""
    stand: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        if apps.is_installed(app) or app in apps.app_configs:
            stand.setdefault(app, []).append(name)
    return stand


def ist_leer() -> bool:
    """Say whether nobody has written here yet: no account and no history.

    The value lists that migrations bring are not counted; they have no history.
    """
    zeugen = [get_user_model(), *(m for m in apps.get_models() if issubclass(m, HistoricalChanges))]
    return not any(model._base_manager.exists() for model in zeugen)


def portal_version() -> str:
    """Return the version of the portal from pyproject.toml."""
    with (Path(settings.BASE_DIR) / "pyproject.toml").open("rb") as datei:
        return str(tomllib.load(datei)["project"]["version"])


def _medien_namen(ordner: str = "") -> Iterator[str]:
    """Yield the names of all files in the media storage."""
    try:
        unterordner, dateien = default_storage.listdir(ordner)
    except FileNotFoundError:
        return
    for name in sorted(dateien):
        yield f"{ordner}{name}"
    for name in sorted(unterordner):
        yield from _medien_namen(f"{ordner}{name}/")


def _sicherer_name(name: str) -> bool:
    """Say whether a member name stays inside the archive's two folders."""
    if name == MANIFEST:
        return True
    pfad = PurePosixPath(name)
    return (
        name.startswith((DATEN, MEDIEN))
        and str(pfad) == name
        and ".." not in pfad.parts
        and "\\" not in name
        and name.isprintable()
    )


# --- Writing ---------------------------------------------------------------------------------


class _Encoder(DjangoJSONEncoder):
    """Keep the microseconds that Django's encoder cuts off."""

    def default(self, o: Any) -> Any:
        """Return the JSON form of a value."""
        return o.isoformat() if isinstance(o, (datetime, time)) else super().default(o)


Namen = dict[Any, dict[Any, tuple[str, ...]]]


def _namen() -> Namen:
    """Return the names of all BENANNT rows by their number."""
    arten: dict[Any, tuple[str, ...]] = {art.pk: art.natural_key() for art in ContentType._base_manager.all()}
    rechte = Permission._base_manager.values_list("pk", "codename", "content_type_id")
    return {ContentType: arten, Permission: {pk: (codename, *arten[art]) for pk, codename, art in rechte}}


class _Zeilenschreiber(Serializer):
    """Write rows with numbers; only references to BENANNT are written as names."""

    _current: Any
    _value_from_field: Any

    def __init__(self, namen: Namen) -> None:
        """Take the names, which are the same for all models."""
        super().__init__()
        self.namen = namen

    def handle_fk_field(self, obj: models.Model, field: Any) -> None:
        """Write a reference."""
        wert = self._value_from_field(obj, field)
        namen = self.namen.get(field.remote_field.model)
        self._current[field.name] = wert if namen is None or wert is None else namen[wert]

    def handle_m2m_field(self, obj: models.Model, field: Any) -> None:
        """Write nothing: the table between is written as a model of its own."""

    def end_object(self, obj: models.Model) -> None:
        """Write the row at once."""
        self.stream.write(json.dumps(self.get_dump_object(obj), **self.json_kwargs) + "\n")


class _Zaehler(io.RawIOBase):
    """A file that is written or read and knows its checksum, size and lines."""

    def __init__(self, datei: IO[bytes]) -> None:
        self.datei, self.groesse, self.zeilen = datei, 0, 0
        self._summe = hashlib.sha256()

    def _merke(self, stueck: bytes) -> None:
        self._summe.update(stueck)
        self.groesse += len(stueck)
        self.zeilen += stueck.count(b"\n")

    def write(self, text: str) -> int:  # type: ignore[override]
        """Write text as UTF-8."""
        stueck = text.encode()
        self._merke(stueck)
        return self.datei.write(stueck)

    def read(self, size: int = -1) -> bytes:
        """Read and count."""
        stueck = self.datei.read(size)
        self._merke(stueck)
        return stueck

    def eintrag(self, *, mit_zeilen: bool) -> dict[str, Any]:
        """Return the manifest's entry about this file."""
        werte = {"sha256": self._summe.hexdigest(), "groesse": self.groesse}
        return werte | ({"zeilen": self.zeilen} if mit_zeilen else {})


@contextmanager
def _schnappschuss() -> Iterator[None]:
    """Show every query the same moment, without keeping others from writing."""
    connection.ensure_connection()
    verbindung: Any = connection
    sqlite, innen = connection.vendor == "sqlite", connection.in_atomic_block
    modus = getattr(verbindung, "transaction_mode", None)
    if sqlite:
        verbindung.transaction_mode = "DEFERRED"
    try:
        with transaction.atomic(durable=True):
            # Inside another transaction (a test's) it is too late to choose.
            if not sqlite and not innen:
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        if sqlite:
            verbindung.transaction_mode = modus


def _eintragen(archiv: tarfile.TarFile, name: str, groesse: int, inhalt: Any) -> None:
    """Add one member."""
    kopf = tarfile.TarInfo(name)
    kopf.size, kopf.mode, kopf.mtime = groesse, 0o600, int(timezone.now().timestamp())
    archiv.addfile(kopf, inhalt)


def _schreibe_modell(
    archiv: tarfile.TarFile, model: type[models.Model], namen: Namen, manifest: Manifest
) -> None:
    """Add all rows of a model; they are spooled to a file, because tar wants the size first."""
    name = f"{DATEN}{model._meta.label_lower}.jsonl"
    with tempfile.TemporaryFile() as ablage:
        zaehler: Any = _Zaehler(ablage)
        zeilen = model._base_manager.order_by("pk")
        if model is Permission:
            zeilen = zeilen.select_related("content_type")  # part of its name
        _Zeilenschreiber(namen).serialize(
            zeilen.iterator(chunk_size=2000),
            stream=zaehler,
            use_natural_primary_keys=model in BENANNT,
            cls=_Encoder,
        )
        ablage.seek(0)
        _eintragen(archiv, name, zaehler.groesse, ablage)
    manifest.dateien[name] = zaehler.eintrag(mit_zeilen=True)


def _schreibe_medium(archiv: tarfile.TarFile, medium: str, manifest: Manifest) -> None:
    """Add one media file. Raises Sicherungsfehler for a name that could not come back."""
    name = f"{MEDIEN}{medium}"
    if not _sicherer_name(name):
        raise Sicherungsfehler(f"Die Datei {medium!r} hat einen Namen, der sich nicht sichern lässt.")
    with default_storage.open(medium, "rb") as datei:
        zaehler = _Zaehler(datei)
        _eintragen(archiv, name, default_storage.size(medium), zaehler)
    manifest.dateien[name] = zaehler.eintrag(mit_zeilen=False)


def _schreibe_alles(archiv: tarfile.TarFile) -> Manifest:
    """Fill the archive and return its manifest."""
    manifest = Manifest(
        erstellt=timezone.now().isoformat(), portal=portal_version(), datenbank=connection.vendor
    )
    with _schnappschuss():
        manifest.migrationen = angewendete_migrationen()
        namen = _namen()
        for model in gesicherte_modelle():
            _schreibe_modell(archiv, model, namen, manifest)
    # After the rows: a file uploaded in between is one too many, never one too few.
    for medium in _medien_namen():
        _schreibe_medium(archiv, medium, manifest)
    text = json.dumps(vars(manifest), ensure_ascii=False, indent=1).encode()
    _eintragen(archiv, MANIFEST, len(text), io.BytesIO(text))
    return manifest


def sichern(ziel: Path) -> Manifest:
    """Write a backup to a new file, readable by its owner only, and return its manifest.

    The file appears when it is complete. Raises Sicherungsfehler if it exists, or cannot be
    written, or the database fails.
    """
    if ziel.exists():
        raise Sicherungsfehler(f"{ziel} gibt es schon. Bitte einen anderen Namen wählen.")
    teil: Path | None = None
    try:
        ziel.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=ziel.parent, prefix=".teil-", delete=False) as datei:
            teil = Path(datei.name)
            with tarfile.open(fileobj=datei, mode="w:gz") as archiv:
                manifest = _schreibe_alles(archiv)
            datei.flush()
            os.fsync(datei.fileno())
        teil.rename(ziel)
    except (OSError, Error) as fehler:
        raise Sicherungsfehler(f"Die Sicherung ist nicht gelungen: {_einzeilig(fehler)}") from fehler
    finally:
        if teil is not None:
            teil.unlink(missing_ok=True)
    return manifest


def _einzeilig(fehler: BaseException) -> str:
    """Return the first line of an error's text."""
    return (str(fehler).strip().splitlines() or [type(fehler).__name__])[0]


# --- Reading ---------------------------------------------------------------------------------


@contextmanager
def _geoeffnet(pfad: Path) -> Iterator[tarfile.TarFile]:
    """Open an archive. Raises Sicherungsfehler for anything that is none, or a damaged one."""
    try:
        with tarfile.open(pfad, "r:gz") as archiv:
            yield archiv
    except FileNotFoundError:
        raise Sicherungsfehler(f"{pfad} gibt es nicht.") from None
    except (tarfile.TarError, EOFError, zlib.error, OSError) as fehler:
        raise Sicherungsfehler(f"{pfad} ist nicht lesbar oder beschädigt: {_einzeilig(fehler)}") from fehler


def _mitglieder(archiv: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield name and content of each member. Raises Sicherungsfehler for what we never write."""
    for kopf in archiv:
        inhalt = archiv.extractfile(kopf) if kopf.isreg() else None
        if inhalt is None or not _sicherer_name(kopf.name):
            raise Sicherungsfehler(f"Das Archiv enthält etwas Unerlaubtes: {kopf.name!r}.")
        yield kopf.name, inhalt


def _lies_manifest(text: bytes) -> Manifest:
    """Return the manifest. Raises Sicherungsfehler for an unknown format."""
    try:
        manifest = Manifest(**json.loads(text))
        lesbar = isinstance(manifest.migrationen, dict) and isinstance(manifest.dateien, dict)
    except (ValueError, TypeError):
        lesbar = False
    if not lesbar:
        raise Sicherungsfehler("Das Inhaltsverzeichnis der Sicherung ist nicht lesbar.")
    if manifest.format != FORMAT:
        raise Sicherungsfehler("Die Sicherung hat ein Format, das diese Fassung des Portals nicht kennt.")
    return manifest


def pruefe(pfad: Path) -> Manifest:
    """Return the manifest of an archive after comparing every checksum.

    Raises Sicherungsfehler if anything is missing, added or changed.
    """
    gefunden: dict[str, dict[str, Any]] = {}
    manifest = None
    with _geoeffnet(pfad) as archiv:
        for name, inhalt in _mitglieder(archiv):
            if name in gefunden or manifest:
                raise Sicherungsfehler(f"Das Archiv enthält {name!r} doppelt oder nach dem Verzeichnis.")
            if name == MANIFEST:
                manifest = _lies_manifest(inhalt.read())
                continue
            zaehler = _Zaehler(inhalt)
            while zaehler.read(STUECK):
                pass
            gefunden[name] = zaehler.eintrag(mit_zeilen=name.startswith(DATEN))
    if manifest is None:
        raise Sicherungsfehler("Die Sicherung ist unvollständig: Ihr Inhaltsverzeichnis fehlt.")
    for name in sorted(gefunden.keys() | manifest.dateien.keys()):
        if gefunden.get(name) != manifest.dateien.get(name):
            raise Sicherungsfehler(f"Die Prüfsumme stimmt nicht: {name!r} fehlt oder wurde verändert.")
    return manifest


def pruefe_stand(manifest: Manifest) -> None:
    """Raise Sicherungsfehler unless the archive was made by this state of the portal."""
    hier = angewendete_migrationen()
    for app in sorted(hier.keys() | manifest.migrationen.keys()):
        if hier.get(app) != manifest.migrationen.get(app):
            raise Sicherungsfehler(
                f"Die Sicherung stammt aus einem anderen Stand des Portals (Fassung {manifest.portal}, "
                f"Migrationen von „{app}“). Bitte zuerst diese Fassung einrichten, dann zurückspielen."
            )


def _leeren() -> None:
    """Empty every table of ours inside the running transaction."""
    ausgelassen = filter(wird_ausgelassen, apps.get_models())
    tabellen = [
        model._meta.db_table for model in (*gesicherte_modelle(), *ausgelassen) if model not in BENANNT
    ]
    # One statement on PostgreSQL; the rows go without asking the models, signals or triggers.
    befehle = connection.ops.sql_flush(no_style(), tabellen, reset_sequences=True)
    with connection.cursor() as cursor:
        for befehl in befehle:
            cursor.execute(befehl)


def _lade_modell(label: str, inhalt: IO[bytes]) -> None:
    """Insert the rows of one model as they were (receivers see ``raw=True``)."""
    for zeile in Deserializer(inhalt):
        model = type(zeile.object)
        if model._meta.label_lower != label or wird_ausgelassen(model):
            raise Sicherungsfehler(f"In den Daten von „{label}“ steht eine fremde Zeile.")
        # A named row that was found here has a number already and needs nothing.
        if model not in BENANNT or zeile.object.pk is None:
            zeile.save(force_insert=True)


def _lade_medium(name: str, inhalt: IO[bytes]) -> None:
    """Put one media file into the storage under exactly its name."""
    if default_storage.exists(name):
        default_storage.delete(name)
    abgelegt = default_storage.save(name, File(inhalt, name=name))
    if abgelegt != name:
        default_storage.delete(abgelegt)
        raise Sicherungsfehler(f"Die Datei {name!r} ließ sich nicht unter ihrem Namen ablegen.")


def _setze_zaehler() -> None:
    """Let new rows get numbers above the restored ones."""
    with connection.cursor() as cursor:
        for befehl in connection.ops.sequence_reset_sql(no_style(), gesicherte_modelle()):
            cursor.execute(befehl)


def _lade_alles(pfad: Path, danach: Callable[[], object]) -> None:
    """Replace all rows, call ``danach``, replace all media of the archive: one transaction."""
    with (
        transaction.atomic(durable=True),
        connection.constraint_checks_disabled(),
        _geoeffnet(pfad) as archiv,
    ):
        _leeren()
        geprueft = False
        for name, inhalt in _mitglieder(archiv):
            if name.startswith(DATEN):
                _lade_modell(name.removeprefix(DATEN).removesuffix(".jsonl"), inhalt)
                continue
            if not geprueft:
                danach()
                # All rows are in: find a broken reference before the first file is touched.
                connection.check_constraints()
                _setze_zaehler()
                geprueft = True
            if name.startswith(MEDIEN):
                _lade_medium(name.removeprefix(MEDIEN), inhalt)


def _raeume_auf(manifest: Manifest) -> None:
    """Remove media that the archive does not know. Raises Sicherungsfehler if one resists."""
    try:
        for medium in list(_medien_namen()):
            if f"{MEDIEN}{medium}" not in manifest.dateien:
                default_storage.delete(medium)
    except OSError as fehler:
        raise Sicherungsfehler(
            f"Alles ist zurückgespielt, aber eine ältere Datei ließ sich nicht löschen: {_einzeilig(fehler)}"
        ) from fehler


def zurueckspielen(
    pfad: Path, *, ersetzen: bool = False, danach: Callable[[], object] = lambda: None
) -> Manifest:
    """Restore an archive and return its manifest.

    The database changes as a whole or not at all; ``danach`` is called when all rows are in
    and takes part in that. Media files that the archive does not
    know are removed afterwards. Raises Sicherungsfehler if the archive is damaged or of
    another state of the portal, or if there is data and ``ersetzen`` was not given.
    """
    manifest = pruefe(pfad)
    pruefe_stand(manifest)
    if not ersetzen and not ist_leer():
        raise Sicherungsfehler(
            "Hier gibt es schon Daten. Mit --ersetzen treten die aus der Sicherung an ihre Stelle "
            "(vorher sichern!)."
        )
    ContentType.objects.clear_cache()
    try:
        _lade_alles(pfad, danach)
    except (DeserializationError, SuspiciousOperation, OSError, Error) as fehler:
        raise Sicherungsfehler(f"Das Zurückspielen ist nicht gelungen: {_einzeilig(fehler)}") from fehler
    finally:
        ContentType.objects.clear_cache()
    _raeume_auf(manifest)
    # What was kept for quick answers belongs to the old rows.
    with suppress(DatabaseError):
        cache.clear()
    return manifest

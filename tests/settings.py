"""The portal's settings for tests: the same as in operation, but fast and without a trace.

The environment of whoever runs the tests must not change their outcome, so every
variable the settings read is set or removed here. TEST_DATABASE_URL names a PostgreSQL.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_ORDNER = Path(tempfile.mkdtemp(prefix="unser-netzwerk-test-"))
atexit.register(shutil.rmtree, _ORDNER, ignore_errors=True)
# WhiteNoise wants its folder, even when it serves from the sources.
(_ORDNER / "static").mkdir()

for _name in (
    "ALLOWED_HOSTS",
    "HINTER_PROXY",
    "MAIL_URL",
    "MAIL_ABSENDER",
    "POST_ZEIGEN",
    "ZWEITER_FAKTOR",
    "OIDC_NAME",
    "OIDC_ADRESSE",
    "OIDC_CLIENT_ID",
    "OIDC_GEHEIMNIS",
    "DEMO_PASSWORT",
    "ADMIN_PASSWORT",
):
    os.environ.pop(_name, None)
os.environ |= {
    "SECRET_KEY": "nur-fuer-tests-" + "t" * 50,
    "DEBUG": "0",
    "TLS": "0",
    "VAR_DIR": str(_ORDNER),
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL", ""),
}

from netzwerk.settings import *  # noqa: E402, F403 - after the environment is set
from netzwerk.settings import CACHES, DATABASES, MAILERS, STORAGES  # noqa: E402 - changed below

if not os.environ["DATABASE_URL"]:
    # A file, not memory: the browser's threads get connections of their own, as in operation.
    DATABASES["default"]["TEST"] = {"NAME": str(_ORDNER / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"

ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {name: {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"} for name in MAILERS}
# Nobody works beside a test: what is queued is done at once, what is put off waits.
TASKS = {"default": {"BACKEND": "tests.warteschlange.Sofort"}}
# Without the manifest no test needs collected files.
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
# Tests roll back, so a version may come twice: pages are rendered anew each time.
# All tests ask from one address: only the test of a limit counts.
NICHTS = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
CACHES = CACHES | {
    "seiten": NICHTS,
    "eingegrenzt": NICHTS,
    "pdf": NICHTS,
    "bilder": NICHTS,
    "grenzen": NICHTS,
}

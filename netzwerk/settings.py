"""Settings of the portal: one file, values from the environment (README, "Einstellungen").

This app is the ground floor, so the upper apps appear here as strings only.
"""

import os
from pathlib import Path

from django.utils.csp import CSP

from netzwerk.enums import Rolle
from netzwerk.lib import umgebung

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("VAR_DIR") or BASE_DIR / "var").resolve()

DEBUG = umgebung.schalter("DEBUG", vorgabe=False)
SECRET_KEY = umgebung.geheimnis(debug=DEBUG)
TLS = umgebung.schalter("TLS", vorgabe=not DEBUG)
HINTER_PROXY = umgebung.schalter("HINTER_PROXY", vorgabe=False)
ALLOWED_HOSTS = umgebung.liste("ALLOWED_HOSTS", vorgabe=["localhost", "127.0.0.1", "[::1]"])
# What links in mails begin with, when no request tells.
ADRESSE = umgebung.adresse(ALLOWED_HOSTS, tls=TLS)

INSTALLED_APPS = [
    "sitzungen",
    "gremien",
    "netzwerk",
    "netzwerk.adminconfig.NetzwerkAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_tasks_db",
    "crispy_forms",
    "simple_history",
    "tree_queries",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "netzwerk.middleware.EingabePruefung",
    "netzwerk.middleware.NichtAufheben",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "netzwerk.zweiter_faktor.Verlangt",
    "simple_history.middleware.HistoryRequestMiddleware",
    "netzwerk.middleware.EntfernteEintraege",
    "netzwerk.middleware.NocheinmalNachVerklemmung",
    "netzwerk.seitencache.Seitencache",
]

ROOT_URLCONF = "netzwerk.urls.root"
WSGI_APPLICATION = "netzwerk.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "netzwerk.kontext.portal",
            ],
        },
    },
]

DATABASES = {"default": umgebung.datenbank("DATABASE_URL", VAR_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Rate limits are state of the program, so they live in the database, too.
# Rendered pages are no state: their key is the version of the content, each process keeps its own.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # Django's 300 would throw away counters of wrong logins.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # Counted per process: it protects the process, and a search must not write to the database.
    "grenzen": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "grenzen",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    "seiten": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "seiten",
        "TIMEOUT": 60 * 60 * 24,
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
    # Filtered and paged lists: their addresses are without end.
    "eingegrenzt": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "eingegrenzt",
        "TIMEOUT": 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
    # Neither are PDFs: their key is what went into them, and all processes of a machine share them.
    "pdf": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache" / "pdf",
        "TIMEOUT": 60 * 60 * 24 * 30,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
    # Pictures in the widths of screens; made anew when they are gone.
    "bilder": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache" / "bilder",
        "TIMEOUT": 60 * 60 * 24 * 90,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
}

LANGUAGE_CODE = "de"
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "netzwerk" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR_DIR / "medien"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if DEBUG:
    STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_MAX_AGE = 3600
# Fonts and styles are for our own pages.
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Accounts: the e-mail address is the login; people are invited, they do not sign up.
AUTH_USER_MODEL = "netzwerk.Konto"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    # Lets nobody in, but gives the role Admin its rights.
    "netzwerk.rechte.Rollenrechte",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "netzwerk.konten.Kontoadapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = False
# Hints of visitors and invitations are limited by the same means as logins.
ACCOUNT_RATE_LIMITS = {"hinweis": "6/h/ip", "einladen": "60/h/user", "einladung": "20/h/ip"}
# Whose account changed gets told, by the same outbox as all mail.
ACCOUNT_EMAIL_NOTIFICATIONS = True
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/konto/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

# The second factor: an app, keys and passkeys, codes on paper. Roles named here must have one.
ZWEITER_FAKTOR = umgebung.rollen("ZWEITER_FAKTOR", {str(rolle.value) for rolle in Rolle})
MFA_ADAPTER = "netzwerk.zweiter_faktor.Faktoradapter"
MFA_FORMS = {
    "add_webauthn": "netzwerk.zweiter_faktor_forms.NeuerSchluessel",
    "edit_webauthn": "netzwerk.zweiter_faktor_forms.Schluesselname",
    "login_webauthn": "netzwerk.zweiter_faktor_forms.Schluesselanmeldung",
    "authenticate_webauthn": "netzwerk.zweiter_faktor_forms.Schluesselpruefung",
    "reauthenticate_webauthn": "netzwerk.zweiter_faktor_forms.Schluesselbestaetigung",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Addresses are kept by the administration; nobody adds one that is not theirs.
MFA_ALLOW_UNVERIFIED_EMAIL = True

# Logging in at the organisation's own account service, when the environment names one.
OIDC = umgebung.oidc()
SOCIALACCOUNT_ADAPTER = "netzwerk.fremdanmeldung.Fremdadapter"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": OIDC.apps}}
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_STORE_TOKENS = False

# Every message becomes a row of the outbox; the worker hands it to the mail server.
MAILERS = {
    "default": {"BACKEND": "netzwerk.postausgang.Postausgang"},
    "versand": umgebung.mailer(os.environ.get("MAIL_URL", ""), VAR_DIR / "post"),
}
POST_ZEIGEN = umgebung.schalter("POST_ZEIGEN", vorgabe=False)
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DEFAULT_FROM_EMAIL = os.environ.get("MAIL_ABSENDER", "Unser Netzwerk <portal@localhost>")

# Fields of ours have templates beside those of pages.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "portal"
CRISPY_TEMPLATE_PACK = "portal"

# What the browser may do. No page of ours needs an inline script or style.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    # Browsers ask this rule of the redirect to the account service, too.
    "form-action": [CSP.SELF, *OIDC.rechner],
    "frame-ancestors": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_COOKIE_SAMESITE = "Lax"
# Gone with the browser, as the privacy page says.
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "netzwerk.views.fehler.csrf"
if TLS:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sitzung"
    CSRF_COOKIE_NAME = "__Host-csrf"
if HINTER_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = int(HINTER_PROXY)

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_HANDLERS = [
    "netzwerk.hochladen.Uploadgrenze",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

SIMPLE_HISTORY_HISTORY_ID_USE_UUID = False
SIMPLE_HISTORY_DATE_INDEX = "Composite"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"zeile": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"konsole": {"class": "logging.StreamHandler", "formatter": "zeile"}},
    "root": {"handlers": ["konsole"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["konsole"], "level": "WARNING", "propagate": False},
        # Who logged in, and whose rights changed.
        "netzwerk.konten": {"level": "INFO"},
    },
}

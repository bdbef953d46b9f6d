"""The WSGI application for gunicorn."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from netzwerk.lib.umgebung import Einrichtungsfehler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netzwerk.settings")
try:
    application = get_wsgi_application()
except Einrichtungsfehler as fehler:
    sys.exit(f"Fehler in der Einrichtung: {fehler}")

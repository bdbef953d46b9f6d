"""Make the first account of a new installation."""

import getpass
import os
import secrets
import sys
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from netzwerk.enums import Rolle
from netzwerk.models import Konto


class Command(BaseCommand):
    """``manage.py erster_admin [--email … --name …] [--weiterer]``."""

    help = "Legt das erste Konto mit allen Rechten an."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take address and name; what is missing is asked for."""
        parser.add_argument("--email", default="", help="E-Mail-Adresse, zugleich der Anmeldename.")
        parser.add_argument("--name", default="", help="Vor- und Nachname.")
        parser.add_argument(
            "--weiterer", action="store_true", help="Auch dann anlegen, wenn es schon ein solches Konto gibt."
        )

    def handle(
        self, *args: Any, email: str = "", name: str = "", weiterer: bool = False, **options: Any
    ) -> None:
        """Make the account. The password comes from ADMIN_PASSWORT, the keyboard, or is made up."""
        if not weiterer and Konto.objects.verwaltende().exists():
            raise CommandError("Es gibt schon ein Admin-Konto. Ein weiteres legt --weiterer an.")
        fragen = not email and sys.stdin.isatty()
        if not email and not fragen:
            raise CommandError("Bitte die E-Mail-Adresse nennen: --email name@example.org")
        if fragen:
            email = input("E-Mail-Adresse: ").strip()
            name = name or input("Vor- und Nachname: ").strip()
        konto = Konto(email=email, name=name, is_staff=True)
        try:
            konto.full_clean(exclude=["password"])
            passwort = os.environ.get("ADMIN_PASSWORT") or (gefragtes_passwort() if fragen else "")
            if passwort:
                validate_password(passwort, konto)
        except ValidationError as fehler:
            raise CommandError(" ".join(fehler.messages)) from None
        erzeugt = "" if passwort else secrets.token_urlsafe(15)
        konto = Konto.objects.create_user(email, passwort or erzeugt, name=name, is_staff=True)
        konto.groups.add(Group.objects.get_or_create(name=Rolle.ADMIN)[0])
        self.stdout.write(f"Admin-Konto {konto.email} angelegt.")
        if erzeugt:
            self.stdout.write(
                f"Passwort (nur jetzt zu sehen, bitte nach der ersten Anmeldung ändern): {erzeugt}"
            )


def gefragtes_passwort() -> str:
    """Return the password typed twice, or "" to have one made up. Raises CommandError if they differ."""
    erstes = getpass.getpass("Passwort (leer: es wird eines erzeugt): ")
    if erstes and erstes != getpass.getpass("Passwort noch einmal: "):
        raise CommandError("Die beiden Passwörter sind verschieden.")
    return erstes

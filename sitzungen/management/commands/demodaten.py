"""Add the demo data, or take it away again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from netzwerk.demo.entfernen import entfernen
from netzwerk.demo.konten import KONTEN, Zugaenge, adresse
from netzwerk.models import Organisation
from sitzungen.demo import Bilanz, alles_laden


class Command(BaseCommand):
    """``manage.py demodaten [--wenn-leer | --entfernen]``."""

    help = "Ergänzt die Demodaten, soweit sie fehlen. Was bearbeitet oder gelöscht wurde, bleibt so."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what shall happen instead of adding what is missing."""
        wahl = parser.add_mutually_exclusive_group()
        wahl.add_argument(
            "--wenn-leer", action="store_true", help="Nur anlegen, wenn es noch keine Organisation gibt."
        )
        wahl.add_argument(
            "--entfernen", action="store_true", help="Demodaten wieder entfernen; Eigenes bleibt erhalten."
        )

    def handle(self, *args: Any, wenn_leer: bool = False, entfernen: bool = False, **options: Any) -> None:
        """Do it and say what was done."""
        if entfernen:
            self._entfernen()
        elif not (wenn_leer and Organisation._base_manager.exists()):
            self._berichten(alles_laden())

    def _entfernen(self) -> None:
        bilanz = entfernen()
        self.stdout.write(f"Demodaten entfernt: {bilanz.anzahl} Einträge.")
        if bilanz.geblieben:
            self.stdout.write("Geblieben ist, was eigene Einträge brauchen:")
        for zeile in bilanz.geblieben:
            self.stdout.write(f"  {zeile}")

    def _berichten(self, bilanz: Bilanz) -> None:
        if bilanz.anzahl:
            self.stdout.write(f"Demodaten ergänzt: {bilanz.anzahl} Einträge, darunter")
            for name, anzahl in bilanz.je_art:
                self.stdout.write(f"  {anzahl:>4}  {name}")
        else:
            self.stdout.write("Die Demodaten sind vollständig, nichts zu ergänzen.")
        self._konten(bilanz.zugaenge)

    def _konten(self, zugaenge: Zugaenge) -> None:
        self.stdout.write("\nDemo-Konten (anmelden mit der E-Mail-Adresse):")
        for konto, _, _, was in KONTEN:
            self.stdout.write(f"  {adresse(konto):<24} {was}")
        betroffen = [*zugaenge.neu, *zugaenge.geaendert]
        if len(betroffen) == len(KONTEN):
            self.stdout.write(f"Passwort für alle: {zugaenge.passwort}")
        elif betroffen:
            self.stdout.write(f"Passwort für {', '.join(betroffen)}: {zugaenge.passwort}")
        else:
            self.stdout.write("Die Passwörter sind unverändert. DEMO_PASSWORT=… setzt eines für alle.")

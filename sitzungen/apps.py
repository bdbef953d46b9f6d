"""Configuration of the top floor."""

from django.apps import AppConfig
from django.db.models import Q
from django.db.models.signals import post_migrate


class SitzungenConfig(AppConfig):
    """Meetings, papers and decisions."""

    name = "sitzungen"
    verbose_name = "Sitzungen und Vorlagen"

    def ready(self) -> None:
        """Make known what this floor adds: to search, menus, messages, and who may read files."""
        from netzwerk import meldungen
        from netzwerk.intern import werkzeuge
        from netzwerk.intern.werkzeuge import Werkzeug
        from netzwerk.models.medien import LESEREGELN
        from netzwerk.suchindex import anmelden, aufbauen_wenn_leer
        from sitzungen.ereignisse import ARTEN
        from sitzungen.models import Sitzung
        from sitzungen.sucharten import SUCHARTEN

        anmelden(*SUCHARTEN)
        meldungen.anmelden(*ARTEN)
        werkzeuge.anmelden(
            Werkzeug(
                "Wer wem berichtet",
                "intern_berichtspflichten",
                "Nachsehen, wer wem welchen Bericht schuldet",
                30,
            ),
            Werkzeug(
                "Jahresstatistik",
                "intern_statistik",
                "Zählen, was wir in Gremien tun, für den Jahresbericht",
                6,
            ),
            Werkzeug(
                "Auslastung", "intern_auslastung", "Nachsehen, wer wie viele Sitze hat und wo Lücken sind", 7
            ),
        )
        LESEREGELN.append(lambda konto: Q(sitzungen__in=Sitzung.objects.lesbar_fuer(konto)))
        # All floors have their tables now.
        post_migrate.connect(aufbauen_wenn_leer, sender=self)

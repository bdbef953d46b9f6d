"""Configuration of the middle floor."""

from django.apps import AppConfig


class GremienConfig(AppConfig):
    """Bodies and who sits in them."""

    name = "gremien"
    verbose_name = "Gremien, Berichte und Projekte"

    def ready(self) -> None:
        """Let entries of this floor be found, and what accounts are entrusted with be handed over."""
        from gremien import erinnern
        from gremien.betreuen import ANVERTRAUTES, UEBERNAHMEN
        from gremien.ereignisse import ARTEN
        from gremien.sucharten import SUCHARTEN
        from netzwerk import meldungen, uebergabe
        from netzwerk.intern import werkzeuge
        from netzwerk.intern.werkzeuge import Werkzeug
        from netzwerk.suchindex import anmelden

        anmelden(*SUCHARTEN)
        meldungen.anmelden(*ARTEN)
        erinnern.anmelden()
        werkzeuge.anmelden(
            Werkzeug(
                "Seite oder Tabelle übernehmen", "intern_uebernahme", "Seiten und Tabellen übernehmen", 10
            ),
            Werkzeug(
                "Doppeltes zusammenführen",
                "intern_zusammenfuehren",
                "Doppelte Einträge zusammenführen und wieder trennen",
                20,
            ),
            Werkzeug("Wer was darf", "intern_rechte", "Nachlesen, wer was darf", 60),
            Werkzeug("Konten", "intern_konten", "Einladen, Rollen geben, Konten schließen und übergeben", 70),
        )
        uebergabe.anmelden(ANVERTRAUTES, UEBERNAHMEN)

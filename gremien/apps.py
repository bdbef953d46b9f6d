"""Configuration of the middle floor."""

from django.apps import AppConfig
from django.db.models import Q


class GremienConfig(AppConfig):
    """Bodies and who sits in them."""

    name = "gremien"
    verbose_name = "Gremien, Berichte und Projekte"

    def ready(self) -> None:
        """Make known what this floor adds: to search, menus, hand-over, links and who may read files."""
        from gremien import erinnern
        from gremien.betreuen import ANVERTRAUTES, UEBERNAHMEN
        from gremien.ereignisse import ARTEN
        from gremien.models import Berichtsabschnitt, Gremium, Netzwerkseite, Projekt
        from gremien.sucharten import SUCHARTEN
        from netzwerk import meldungen, uebergabe
        from netzwerk.intern import werkzeuge
        from netzwerk.intern.werkzeuge import Werkzeug
        from netzwerk.linkquellen import QUELLEN, Linkquelle
        from netzwerk.models.medien import LESEREGELN
        from netzwerk.suchindex import anmelden

        anmelden(*SUCHARTEN)
        meldungen.anmelden(*ARTEN)
        erinnern.anmelden()
        werkzeuge.anmelden(
            Werkzeug("Wer sitzt für uns wo", "intern_vertretungen", "Nachsehen, wer wo für wen sitzt", 5),
            Werkzeug(
                "Seite oder Tabelle übernehmen", "intern_uebernahme", "Seiten und Tabellen übernehmen", 10
            ),
            Werkzeug(
                "Doppeltes zusammenführen",
                "intern_zusammenfuehren",
                "Doppelte Einträge zusammenführen und wieder trennen",
                20,
            ),
            Werkzeug(
                "Ausgeben und mitnehmen",
                "intern_ausfuhr",
                "„Unser Netzwerk“ als Word, PDF und HTML ausgeben",
                30,
            ),
            Werkzeug("Links prüfen", "intern_linkpruefung", "Links finden, die ins Leere führen", 40),
            Werkzeug("Wer was darf", "intern_rechte", "Nachlesen, wer was darf", 60),
            Werkzeug("Konten", "intern_konten", "Einladen, Rollen geben, Konten schließen und übergeben", 70),
        )
        uebergabe.anmelden(ANVERTRAUTES, UEBERNAHMEN)
        LESEREGELN.append(lambda konto: Q(gremien__in=Gremium.objects.lesbar_fuer(konto)))
        QUELLEN.extend(
            (
                Linkquelle(
                    Gremium, ("webadresse",), ("beschreibung", "auftrag", "aufgaben", "nutzen", "mitmachen")
                ),
                Linkquelle(Projekt, (), ("beschreibung", "ergebnisse")),
                Linkquelle(Berichtsabschnitt, (), ("text",), "bericht"),
                Linkquelle(Netzwerkseite, (), ("einleitung",)),
            )
        )

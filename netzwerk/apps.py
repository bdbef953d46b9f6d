"""Configuration of the ground floor."""

from django.apps import AppConfig


class NetzwerkConfig(AppConfig):
    """Organisations, people and the frame."""

    name = "netzwerk"
    verbose_name = "Organisationen und Personen"

    def ready(self) -> None:
        """Say blank choices in German, connect the one receiver module, let entries be found."""
        from django.db.models import fields

        from netzwerk import aufraeumen, meldungen, protokoll, receivers, suchindex, uebergabe
        from netzwerk.intern import ereignisse, werkzeuge
        from netzwerk.intern.werkzeuge import Werkzeug
        from netzwerk.models import Arbeitsfassung, Zwischenstand
        from netzwerk.sucharten import SUCHARTEN

        # Django 6.1 shows an English word for the empty choice.
        fields.BLANK_CHOICE_LABEL = "– keine Angabe –"
        receivers.verbinden()
        protokoll.verbinden()
        suchindex.anmelden(*SUCHARTEN)
        aufraeumen.anmelden()
        meldungen.anmelden(*ereignisse.ARTEN)
        werkzeuge.anmelden(
            Werkzeug("Hinweise von Besuchern", "intern_hinweise", "Hinweise von Besuchern bearbeiten", 20),
            Werkzeug(
                "Postausgang", "postausgang", "Sehen, was verschickt wurde, und es noch einmal senden", 80
            ),
        )
        uebergabe.anmelden(
            uebergabe.Zustaendigkeit("Änderungen, die noch warten", Arbeitsfassung, "bearbeitet_von"),
            uebergabe.Zustaendigkeit("Angefangene Eingaben", Zwischenstand, einmalig=("pfad",)),
        )

"""What this floor does every day: tell what is new, and tidy up."""

from datetime import timedelta

from django_tasks_db.models import DBTaskResult

from netzwerk import faellig
from netzwerk.actions import erledigte_hinweise_loeschen
from netzwerk.actions.links import links_pruefen
from netzwerk.actions.post import alte_nachrichten_leeren, post_nachsehen
from netzwerk.anmeldungen import vergangene_anmeldungen_vergessen
from netzwerk.lib.dates import jetzt
from netzwerk.meldungen import melden
from netzwerk.suchindex import abgelaufene_loeschen

# What the queue has done is of no interest after a week.
AUFGABEN_TAGE = 7


def anmelden() -> None:
    """Register it; called once when the apps are ready."""
    faellig.anmelden("Zusammenfassungen", melden, rang=40)
    faellig.anmelden("Gelöschte Hinweise", erledigte_hinweise_loeschen)
    faellig.anmelden("Geleerte Nachrichten", alte_nachrichten_leeren)
    faellig.anmelden("Nachrichten mit ungewissem Ausgang", post_nachsehen)
    faellig.anmelden("Aus der Suche genommen", abgelaufene_loeschen)
    faellig.anmelden("Vergessene Anmeldungen", vergangene_anmeldungen_vergessen)
    faellig.anmelden("Angestoßene Prüfungen der Links", pruefung_anstossen)
    faellig.anmelden("Vergessene Aufgaben", aufgaben_vergessen)


def aufgaben_vergessen() -> int:
    """Forget what the queue did; rows are the queue's own, so without history."""
    grenze = jetzt() - timedelta(days=AUFGABEN_TAGE)
    anzahl, _ = DBTaskResult.objects.finished().filter(finished_at__lt=grenze).delete()
    return anzahl


def pruefung_anstossen() -> int:
    """Let the queue ask the links that are due; asking takes too long to wait for here."""
    links_pruefen.enqueue()
    return 1

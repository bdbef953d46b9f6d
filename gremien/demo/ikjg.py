"""Source S0: the page "Unser Netzwerk" of IKJG in Marburg with its 21 entries."""

from gremien.demo.anlegen import beziehung_anlegen, gremium_anlegen, seite_anlegen, wir_sind_mitglied
from gremien.demo.ikjg_fachrunden import AG_78, ARBEITSKREISE, FACHAUSSCHUESSE
from gremien.demo.ikjg_gremien import AUSSCHUSS, LANDESWEIT, QUARTIER
from gremien.enums import Beziehungsart, Mitgliedsrolle
from gremien.models import Sitz, Sitzkategorie
from netzwerk.demo.bausteine import absaetze
from netzwerk.demo.lader import Demolader

QUELLE = "Netzwerkseite der IKJG"
JHA = "jha-marburg"
GANZTAG = "buendnis-kindgerechter-ganztag"
EINLEITUNG = absaetze(
    "Ohne den fachlichen Austausch in Leitungs- und Fachgremien geht es nicht: Dort überdenken wir unsere "
    "Arbeit, entwickeln sie weiter und sichern ihre Qualität.",
    "Als freier Träger der Jugendhilfe haben wir noch eine zweite Aufgabe. Wir berichten aus der Praxis, "
    "mit Leistungsbeschreibungen, mit Präsentationen vor Ort und als Mitglied von Arbeitskreisen, und "
    "machen denen, die entscheiden können, deutlich, wo Bedarf besteht.",
    "Mit unseren Partnern in Bündnissen und Netzwerken mischen wir uns auch politisch ein. Wir sprechen "
    "Notlagen an und wollen so dazu beitragen, dass die Menschen in den Quartieren besser leben können.",
)


def laden(lader: Demolader) -> None:
    """Make the bodies in the order of the page, their relations, and the page."""
    for schluessel, daten in {**LANDESWEIT, **QUARTIER}.items():
        gremium_anlegen(lader, schluessel, daten)
    gremium_anlegen(
        lader,
        "landesjugendhilfeausschuss",
        {
            "name": "Landesjugendhilfeausschuss",
            "art": "Ausschuss",
            "kurztext": "Bisher nur als Ursprung des Bündnisses kindgerechter Ganztag erwähnt.",
            "notiz_intern": "Platzhalter: nur auf der Netzwerkseite der IKJG erwähnt.",
        },
    )
    beziehung_anlegen(lader, GANZTAG, Beziehungsart.HERVORGEGANGEN, "landesjugendhilfeausschuss", QUELLE)
    gremium_anlegen(lader, JHA, AUSSCHUSS, slug="jugendhilfeausschuss-marburg")
    wir_sind_mitglied(lader, JHA, rolle=Mitgliedsrolle.BERICHTEND)
    lader.anlegen(
        f"sitzkategorie/{JHA}",
        Sitzkategorie,
        gremium=lader[f"gremium/{JHA}"],
        bezeichnung="gewählte und abstimmungsberechtigte Mitglieder",
        stimmrecht=True,
        regeltext="aus den Fraktionen, aus der Jugendhilfe oder von kirchlichen Trägern",
        position=1,
    )
    for schluessel, daten in FACHAUSSCHUESSE.items():
        gremium_anlegen(lader, schluessel, daten)
        for art in (Beziehungsart.UNTERGREMIUM, Beziehungsart.BERICHTET, Beziehungsart.AUFTRAG):
            beziehung_anlegen(lader, schluessel, art, JHA, QUELLE)
        _sitz(lader, schluessel, daten["bereich"])
    for schluessel, daten in AG_78.items():
        gremium_anlegen(lader, schluessel, daten)
        # The source sets them below the committee, but not as its Unterausschüsse.
        beziehung_anlegen(lader, schluessel, Beziehungsart.ANGESIEDELT, JHA, QUELLE)
    for schluessel, daten in ARBEITSKREISE.items():
        gremium_anlegen(lader, schluessel, daten)
    _seite(lader)


def _sitz(lader: Demolader, schluessel: str, bereich: str) -> None:
    """Make the seat that a colleague of IKJG holds."""
    kategorie = lader.anlegen(
        f"sitzkategorie/{schluessel}",
        Sitzkategorie,
        gremium=lader[f"gremium/{schluessel}"],
        bezeichnung="gewählte Mitglieder",
        position=1,
    )
    lader.anlegen(f"sitz/{schluessel}/1", Sitz, kategorie=kategorie, nummer=1, bereich=bereich)


def _seite(lader: Demolader) -> None:
    gremien = (*LANDESWEIT, *QUARTIER, JHA, *FACHAUSSCHUESSE, *AG_78, *ARBEITSKREISE)
    seite_anlegen(
        lader,
        "ikjg",
        ("organisation/paritaetischer-hessen", *(f"gremium/{schluessel}" for schluessel in gremien)),
        titel="Unser Netzwerk",
        organisation=lader["organisation/ikjg"],
        einleitung=EINLEITUNG,
    )

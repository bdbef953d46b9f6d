"""The portal's own texts: set once, and only while nobody has edited them."""

from importlib import import_module
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile

from netzwerk.demo.bausteine import BELEGT, absaetze
from netzwerk.demo.lader import FEHLT, GRUND, Demolader
from netzwerk.enums import Anliegen, Dokumentart, Hinweisstand
from netzwerk.lib.text import formattext
from netzwerk.models import Dokument, Hinweis, Organisation, Portal, Seite

PORTAL = {
    "untertitel": "Gremien, Arbeitskreise und Bündnisse: wer zusammenarbeitet, wann, und was daraus wird",
    "begruessung": absaetze(
        "Gute soziale Arbeit entsteht im Austausch. Hier sehen Sie, in welchen Gremien, Arbeitskreisen und "
        "Bündnissen Träger und Verwaltung zusammenkommen, wer dort mitwirkt, wann sie sich treffen und was "
        "sie entschieden haben.",
        "Dies ist eine Vorführung mit Beispieldaten. Personen, künftige Termine und einige Vorlagen darin "
        "sind erfunden und so gekennzeichnet.",
    ),
    "durchsetzungsstelle": absaetze(
        "Erfundenes Beispiel: Durchsetzungsstelle Barrierefreiheit des Landes, durchsetzung@example.org. "
        "In einer echten Installation stehen hier Name, Anschrift und Adresse der zuständigen Stelle.",
    ),
    "betreiber": "Vorführung von „Unser Netzwerk“ mit Beispieldaten",
}
IMPRESSUM = absaetze(
    "Dieses Portal ist eine Vorführung der Software „Unser Netzwerk“. Es wird von keiner der genannten "
    "Organisationen betrieben und spricht für keine von ihnen.",
    "Was es über Gremien und Organisationen sagt, ist aus öffentlich zugänglichen Quellen nacherzählt und "
    "kann überholt sein. Personen, künftige Termine und Vorlagen, die als erfunden gekennzeichnet sind, "
    "gibt es nicht.",
    "Ansprechstelle dieser Vorführung, auch für Hinweise auf Barrieren: redaktion@example.org (erfunden; "
    "Nachrichten an diese Adresse kommen nirgends an).",
    "In einer echten Installation stehen hier Name und Anschrift des Betreibers, Vertretungsberechtigte, "
    "Kontakt und, wo nötig, Registereintrag und Aufsicht (§ 5 Digitale-Dienste-Gesetz, § 18 "
    "Medienstaatsvertrag).",
)


def laden(lader: Demolader) -> None:
    """Name our organisation, greet, and say in the Impressum that this is a demonstration."""
    portal = Portal.objects.aktuelles()
    if "portal" not in lader and not portal.history.exists():
        for name, wert in PORTAL.items():
            setattr(portal, name, wert)
        eigene = lader["organisation/ikjg"]
        portal.eigene_organisation = None if eigene is FEHLT else eigene
        portal.gebaerdenvideo = gebaerdenvideo(lader)
        _speichern(portal)
        lader.eintragen("portal", portal)
    impressum = Seite.objects.filter(slug="impressum").first()
    if impressum and "seite/impressum" not in lader and not impressum.history.exists():
        impressum.text = IMPRESSUM
        _speichern(impressum)
        lader.eintragen("seite/impressum", impressum)
    hinweise_laden(lader)


def gebaerdenvideo(lader: Demolader) -> Dokument | None:
    """Return the drawn figure that shows where a video in sign language has its place."""
    film = Path(__file__).with_name("gebaerdensprache.webm")
    dokument = lader.anlegen(
        "dokument/gebaerdenvideo",
        Dokument,
        titel="Platzhalter für ein Video in Gebärdensprache (erfundenes Beispiel)",
        art=Dokumentart.VIDEO,
        datei=ContentFile(film.read_bytes(), film.name),
        **BELEGT,
    )
    return dokument if isinstance(dokument, Dokument) else None


def hinweise_laden(lader: Demolader) -> None:
    """Put two invented hints into the list of the staff."""
    lader.anlegen(
        "hinweis/donnerstags",
        Hinweis,
        anliegen=Anliegen.ANGABE,
        seite="/gremien/jugendhilfeausschuss-marburg/",
        text="Erfundenes Beispiel: Der Ausschuss tagt seit dem Sommer mittwochs, nicht mehr donnerstags.",
        kennung="beispiel-1",
    )
    lader.anlegen(
        "hinweis/vorlesen",
        Hinweis,
        anliegen=Anliegen.BARRIERE,
        seite="/netzwerk/karte/",
        text="Erfundenes Beispiel: Auf dem Telefon finde ich im Netzbild die Namen nicht.",
        stand=Hinweisstand.IN_ARBEIT,
        kennung="beispiel-2",
    )


def zuruecksetzen(eigene: Organisation | None) -> None:
    """Take back what ``laden`` wrote, as far as nobody wrote something else since."""
    portal = Portal.objects.aktuelles()
    if portal.pk is not None:
        for name, wert in PORTAL.items():
            feld: Any = Portal._meta.get_field(name)
            if getattr(portal, name) == feld.get_prep_value(wert):
                setattr(portal, name, feld.get_default())
        if portal.eigene_organisation == eigene:
            portal.eigene_organisation = None
        portal.gebaerdenvideo = None
        _speichern(portal)
        portal.history.filter(history_change_reason=GRUND).delete()
    impressum = Seite.objects.filter(slug="impressum", text=formattext(IMPRESSUM)).first()
    if impressum:
        # The text every installation begins with stands in the migration that wrote it.
        erste = import_module("netzwerk.migrations.0003_erste_wertelisten")
        impressum.text = erste.SEITEN["impressum"][1]
        _speichern(impressum)
        impressum.history.filter(history_change_reason=GRUND).delete()


def _speichern(objekt: Any) -> None:
    objekt._change_reason = GRUND  # noqa: SLF001 - documented by simple_history
    objekt.save()

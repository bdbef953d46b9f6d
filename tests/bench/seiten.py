"""Print what public pages cost: against an empty view, and in a registry of 10,000 bodies."""

import os
import statistics
import time

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from datetime import timedelta  # noqa: E402 - Django first

from django.conf import settings  # noqa: E402
from django.core.cache import caches  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import RequestFactory, override_settings  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import path  # noqa: E402

from gremien.models import Gremienart, Gremium, Netzwerkeintrag  # noqa: E402
from netzwerk.lib.dates import heute  # noqa: E402
from netzwerk.lib.text import sortierschluessel  # noqa: E402
from netzwerk.urls import root  # noqa: E402
from sitzungen.demo import alles_laden  # noqa: E402
from sitzungen.models import Sitzung  # noqa: E402

ZEILEN = 10_000
RUNDEN, JE_RUNDE = 7, 10
SEITEN = (
    "/",
    "/netzwerk/",
    "/gremien/",
    "/gremien/jugendhilfeausschuss-marburg/",
    "/organisationen/",
    "/sitzungen/",
    "/vorlagen/2007/0590/",
    "/impressum/",
)
LEER = "/leer/"
MIT_CACHE = settings.CACHES | {
    "seiten": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "bench"}
}


class Besucher:
    """Ask the portal as a server does: through WSGI, without what Django's test client records."""

    def __init__(self) -> None:
        """Load the middleware."""
        self.anwendung, self.fabrik = WSGIHandler(), RequestFactory(headers={"host": "localhost"})

    def get(self, adresse: str, **kopf: str) -> dict[str, str]:
        """Return the headers of the answer, which is read to its end. Raises RuntimeError for an error."""
        gesagt: list[tuple[str, list[tuple[str, str]]]] = []
        umgebung = self.fabrik.get(adresse, **kopf).environ
        antwort = self.anwendung(umgebung, lambda stand, koepfe, *_: gesagt.append((stand, koepfe)))
        b"".join(antwort)
        antwort.close()
        stand, koepfe = gesagt[0]
        if stand[0] not in "23":
            raise RuntimeError(f"{adresse}: {stand}")
        return dict(koepfe)


def nach_bearbeitung(client: Besucher) -> tuple[float, float]:
    """Return milliseconds of processor time of the editorial page, unchanged and after an edit."""
    gremium = Netzwerkeintrag.objects.filter(gremium__isnull=False).first().gremium
    zeiten: dict[bool, list[float]] = {False: [], True: []}
    for runde in range(RUNDEN * JE_RUNDE):
        bearbeitet = bool(runde % 2)
        if bearbeitet:
            gremium.kurztext = f"Fassung {runde}."
            gremium.save()
        beginn = time.process_time()
        client.get("/netzwerk/")
        zeiten[bearbeitet].append((time.process_time() - beginn) * 1000)
    return statistics.median(zeiten[False]), statistics.median(zeiten[True])


def leere_ansicht() -> None:
    """Add the page that all others are compared with."""
    root.urlpatterns.insert(0, path(LEER[1:], lambda request: HttpResponse("leer")))


def kosten(
    client: Besucher,
    adressen: tuple[str, ...],
    runden: int = RUNDEN,
    je_runde: int = JE_RUNDE,
    **kopf: str,
) -> dict[str, float]:
    """Return milliseconds of processor time per request for each address, measured in turns."""
    zeiten: dict[str, list[float]] = {adresse: [] for adresse in adressen}
    for adresse in adressen:
        client.get(adresse)
    for _ in range(runden):
        for adresse in adressen:
            beginn = time.process_time()
            for _ in range(je_runde):
                client.get(adresse, **kopf)
            zeiten[adresse].append((time.process_time() - beginn) / je_runde * 1000)
    return {adresse: statistics.median(werte) for adresse, werte in zeiten.items()}


def letzte_seite(client: Besucher, adresse: str) -> str:
    """Return the address of the last page of a list, found from its end."""
    import base64
    import json

    ende = base64.urlsafe_b64encode(json.dumps(["zzzz", 10**12]).encode()).decode().rstrip("=")
    return f"{adresse}?vor={ende}"


def tabelle(titel: str, werte: dict[str, float], grundlage: float) -> None:
    """Print one measurement with its ratio to the empty view."""
    print(f"\n{titel}")
    for adresse, ms in werte.items():
        print(f"  {adresse[:48]:<50}{ms:8.2f} ms {ms / grundlage:7.1f} ×")


def auffuellen() -> None:
    """Fill the registry with bodies and meetings."""
    art = Gremienart.objects.first()
    Gremium.objects.bulk_create(
        [
            Gremium(
                name=f"Messgremium {nummer:05d}",
                slug=f"messgremium-{nummer:05d}",
                sortierung=sortierschluessel(f"Messgremium {nummer:05d}"),
                art=art,
                kurztext="Füllt das Verzeichnis.",
                veroeffentlichung="veroeffentlicht",
            )
            for nummer in range(ZEILEN)
        ],
        batch_size=500,
    )
    gremien = list(Gremium.objects.filter(slug__startswith="messgremium")[:500])
    Sitzung.objects.bulk_create(
        [
            Sitzung(
                gremium=gremien[nummer % len(gremien)],
                datum=heute() + timedelta(days=nummer % 900 - 450),
                veroeffentlichung="veroeffentlicht",
            )
            for nummer in range(ZEILEN)
        ],
        batch_size=500,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def anfragen(client: Besucher, adresse: str) -> int:
    """Return how many queries a page needs."""
    with CaptureQueriesContext(connection) as gezaehlt:
        client.get(adresse)
    return len(gezaehlt)


def messen() -> None:
    """Measure and print."""
    leere_ansicht()
    client = Besucher()
    klein = kosten(client, (LEER, *SEITEN))
    tabelle(f"Neu gerendert, Demodaten ({Gremium.objects.count()} Gremien)", klein, klein[LEER])
    print("\nAnfragen: " + ", ".join(f"{adresse} {anfragen(client, adresse)}" for adresse in SEITEN))
    unveraendert, bearbeitet = nach_bearbeitung(client)
    bearbeitung = {
        "/netzwerk/ unverändert": unveraendert,
        "/netzwerk/ nach der Bearbeitung eines Eintrags": bearbeitet,
    }
    tabelle("Bearbeitung", bearbeitung, klein[LEER])
    with override_settings(CACHES=MIT_CACHE):
        caches["seiten"].clear()
        behalten = kosten(client, (LEER, *SEITEN))
        tabelle("Unverändert, aus dem Speicher", behalten, behalten[LEER])
        etag = client.get("/netzwerk/")["ETag"]
        bestaetigt = kosten(client, (LEER, "/netzwerk/"), HTTP_IF_NONE_MATCH=etag)
        tabelle("Unverändert, Browser hat sie schon (304)", bestaetigt, bestaetigt[LEER])
    auffuellen()
    listen = ("/gremien/?alle=1", letzte_seite(client, "/gremien/"))
    gross = kosten(client, (LEER, *SEITEN, *listen))
    tabelle(f"Neu gerendert, {Gremium.objects.count()} Gremien", gross, gross[LEER])
    print("\nGroßes Verzeichnis gegen Demodaten:")
    for adresse in SEITEN:
        print(f"  {adresse[:48]:<50}{gross[adresse] / klein[adresse]:7.2f} ×")
    print(f"Letzte Seite von /gremien/ gegen die erste: {gross[listen[1]] / gross[listen[0]]:.2f} ×")


def main() -> None:
    """Make a database, measure, remove it."""
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        alles_laden()
        messen()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


if __name__ == "__main__":
    main()

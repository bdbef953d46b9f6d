"""Print what the matrix of people and bodies costs: 3 × 3, 60 × 150 and 200 × 400."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

import statistics  # noqa: E402 - Django first
import time  # noqa: E402
from datetime import date  # noqa: E402
from typing import Any  # noqa: E402

from django.db import connection  # noqa: E402

from gremien.models import Gremium, Mitgliedschaft  # noqa: E402
from netzwerk.enums import Rolle  # noqa: E402
from netzwerk.models import Person, Portal  # noqa: E402
from tests import fabrik, intern  # noqa: E402

SEITE = "/intern/vertretungen/"
# People, bodies, mandates of each person.
GROESSEN = ((3, 3, 3), (60, 150, 5), (200, 400, 5))
RUNDEN = 7


def fuellen(personen: int, gremien: int, je_person: int, traeger: object) -> int:
    """Make the bodies and mandates anew; return the number of filled cells."""
    Mitgliedschaft.objects.all().delete()
    Gremium.objects.all().delete()
    runden = [fabrik.gremium(f"Messrunde {nummer:03d}") for nummer in range(gremien)]
    for nummer in range(personen):
        mensch = Person.objects.create(nachname=f"Mess {nummer:03d}")
        for mal in range(je_person):
            # Each body gets somebody, each person other bodies.
            gremium = runden[(nummer * je_person + mal) % gremien]
            fabrik.mitgliedschaft(gremium, person=mensch, im_auftrag_von=traeger, bis=date(2031, 3, 31))
    return personen * je_person


def gezaehlt(client: Any) -> tuple[int, Any]:
    """Return the number of queries of the page, and its answer."""
    anfragen: list[str] = []

    def mitschreiben(weiter: Any, sql: str, *rest: Any) -> Any:
        anfragen.append(sql)
        return weiter(sql, *rest)

    with connection.execute_wrapper(mitschreiben):
        antwort = client.get(SEITE)
    return len(anfragen), antwort


def messen() -> None:
    """Measure and print."""
    traeger = fabrik.organisation("Messträger")
    Portal.objects.update_or_create(defaults={"eigene_organisation": traeger})
    client = intern.client(Rolle.REDAKTION)
    erste = 0.0
    print("\nMatrix: Anfragen, Prozessorzeit je Seite und je gefüllter Zelle, mal 3 × 3")
    for groesse in GROESSEN:
        zellen = fuellen(*groesse, traeger)
        client.get(SEITE)
        anfragen, antwort = gezaehlt(client)
        zeiten = []
        for _ in range(RUNDEN):
            beginn = time.process_time()
            client.get(SEITE)
            zeiten.append((time.process_time() - beginn) * 1000)
        ms = statistics.median(zeiten)
        erste = erste or ms / zellen
        print(
            f"  {groesse[0]:>4} × {groesse[1]:<4}{anfragen:4} Anfragen{ms:9.1f} ms"
            f"{ms / zellen:8.3f} ms/Zelle{ms / zellen / erste:7.2f} ×{len(antwort.content) / 1024:9.0f} KB"
        )


def main() -> None:
    """Make a database, measure, remove it."""
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        messen()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


if __name__ == "__main__":
    main()

"""Print what a search costs over 100,000 texts: whole pages, on the database of the settings."""

import os
import random
import re
import statistics
import time

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from datetime import UTC, datetime  # noqa: E402 - Django first
from itertools import accumulate, batched  # noqa: E402

from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from gremien.models import Gremium  # noqa: E402
from netzwerk.lib import volltext  # noqa: E402
from netzwerk.lib.suchworte import staemme  # noqa: E402
from netzwerk.lib.volltext import Zeile  # noqa: E402
from netzwerk.suchindex import ARTEN  # noqa: E402
from sitzungen.demo import alles_laden  # noqa: E402

TEXTE, WORTE_JE_TEXT, WORTSCHATZ = 100_000, 60, 30_000
RUNDEN = 30
# What is asked → the question.
FRAGEN = {
    "seltenes Wort": "seltenheitswert",
    "mittleres Wort": "kinderzimmer",
    "häufigstes Wort": "jugendhilfe",
    "zwei häufige Wörter": "jugendhilfe angebot",
    "häufiger Anfang": "jug",
    "Teil eines Wortes": "hilfe",
    "seltener Teil": "heitswer",
    "zwei Buchstaben": "an",
}
IMMER, NIE = datetime(1900, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)


def wortschatz(zufall: random.Random) -> tuple[list[str], list[float]]:
    """Return invented words and how often each occurs, as in a language: few often, many rarely."""
    silben = re.findall("..", "aberkinteunrathausgeitspwefamideolsu")
    worte = ["".join(zufall.choices(silben, k=zufall.randint(2, 4))) for _ in range(WORTSCHATZ)]
    worte[:4] = ["jugendhilfe", "angebot", "familienhilfe", "ganztag"]
    worte[400] = "kinderzimmer"
    return worte, [1 / (rang + 8) for rang in range(WORTSCHATZ)]


def fuellen() -> None:
    """Fill the index with texts of no entry but one: each page shows what the public may read."""
    zufall = random.Random(1)  # noqa: S311 - the same texts in each run
    worte, gewichte = wortschatz(zufall)
    summen = list(accumulate(gewichte))
    echt = list(Gremium.objects.oeffentlich().values_list("pk", flat=True))
    art = ARTEN["gremium"]
    with transaction.atomic():
        for stueck in batched(range(TEXTE), 10_000):
            zeilen = []
            for nummer in stueck:
                text = " ".join(zufall.choices(worte, cum_weights=summen, k=WORTE_JE_TEXT))
                titel = " ".join(zufall.choices(worte, cum_weights=summen, k=4))
                if nummer % 20_000 == 0:
                    text += " Seltenheitswert"
                # Many rows stand for one entry, so that what is shown is checked as in operation.
                zeilen.append(
                    Zeile(
                        10**9 + nummer,
                        art.name,
                        echt[nummer % len(echt)],
                        IMMER,
                        NIE,
                        titel,
                        f"/gremien/{nummer}/",
                        " ".join(staemme(titel)),
                        "",
                        f"_art_{art.name} _jahr_{2000 + nummer % 27}",
                        text,
                    )
                )
            volltext.ersetzen([], zeilen)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def messen() -> None:
    """Ask each question many times and print how long the whole page took."""
    client = Client(headers={"host": "localhost"})
    alle: list[float] = []
    print(f"\n{connection.vendor}: ganze Seite in Millisekunden, {TEXTE} Texte")
    for was, frage in FRAGEN.items():
        client.get("/suche/", {"q": frage})
        zeiten = []
        for _ in range(RUNDEN):
            beginn = time.perf_counter()
            client.get("/suche/", {"q": frage})
            zeiten.append((time.perf_counter() - beginn) * 1000)
        alle += zeiten
        print(f"  {was:<22}{statistics.median(zeiten):8.1f}  (95 %: {sorted(zeiten)[-2]:.1f})")
    print(f"  {'alle':<22}{statistics.median(alle):8.1f}  (95 %: {statistics.quantiles(alle, n=20)[-1]:.1f})")


def main() -> None:
    """Make a database, measure, remove it."""
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        beginn = time.perf_counter()
        alles_laden()
        print(f"Demodaten: {time.perf_counter() - beginn:.1f} s")
        beginn = time.perf_counter()
        fuellen()
        print(f"{TEXTE} Texte in den Index: {time.perf_counter() - beginn:.0f} s")
        messen()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


if __name__ == "__main__":
    main()

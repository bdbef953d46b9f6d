"""Print what a search costs over 100,000 texts: whole pages, on both databases, beside an empty view."""

import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from datetime import UTC, datetime  # noqa: E402 - Django first
from itertools import accumulate, batched  # noqa: E402

from django.db import connection, transaction  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import override_settings  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.urls import path  # noqa: E402

from netzwerk.lib import volltext  # noqa: E402
from netzwerk.lib.suchworte import staemme  # noqa: E402
from netzwerk.lib.volltext import Zeile  # noqa: E402
from netzwerk.models import Gebiet, Thema  # noqa: E402
from netzwerk.suchindex import ARTEN  # noqa: E402
from netzwerk.urls import root  # noqa: E402
from sitzungen.demo import alles_laden  # noqa: E402
from tests.bench.seiten import Besucher  # noqa: E402

TEXTE, WORTE_JE_TEXT, WORTSCHATZ = 100_000, 60, 30_000
RUNDEN = 30
# What is asked → the question.
FRAGEN = {
    "seltenes Wort": {"q": "seltenheitswert"},
    "mittleres Wort": {"q": "kinderzimmer"},
    "häufigstes Wort": {"q": "jugendhilfe"},
    "zwei häufige Wörter": {"q": "jugendhilfe angebot"},
    "drei häufige Wörter": {"q": "ganztag jugendhilfe angebot"},
    "häufiges und seltenes Wort": {"q": "jugendhilfe seltenheitswert"},
    "häufiger Anfang": {"q": "jug"},
    "Teil eines Wortes": {"q": "hilfe"},
    "seltener Teil": {"q": "heitswer"},
    "zwei Buchstaben": {"q": "an"},
    "häufigstes Wort, eine Art": {"q": "jugendhilfe", "art": "vorlage"},
    "häufigstes Wort, ein Jahr": {"q": "jugendhilfe", "jahr": "2007"},
    "nichts": {"q": "xqzywv"},
}
ART = ("gremium", "organisation", "sitzung", "vorlage")
LEER = "/leer/"
IMMER, NIE = datetime(1900, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)


def wortschatz(zufall: random.Random) -> tuple[list[str], list[float]]:
    """Return invented words and how often each occurs, as in a language: few often, many rarely."""
    silben = re.findall("..", "aberkinteunrathausgeitspwefamideolsu")
    worte = ["".join(zufall.choices(silben, k=zufall.randint(2, 4))) for _ in range(WORTSCHATZ)]
    worte[:4] = ["jugendhilfe", "angebot", "familienhilfe", "ganztag"]
    worte[400] = "kinderzimmer"
    return worte, [1 / (rang + 8) for rang in range(WORTSCHATZ)]


def texte() -> Iterator[list[Zeile]]:
    """Yield rows of invented texts that stand for real entries: each page shows what the public may read."""
    zufall = random.Random(1)  # noqa: S311 - the same texts in each run
    worte, gewichte = wortschatz(zufall)
    summen = list(accumulate(gewichte))
    echt = [
        (name, list(ARTEN[name].modell.objects.oeffentlich().values_list("pk", flat=True))) for name in ART
    ]
    gebiete, themen = (list(modell.objects.values_list("pk", flat=True)) for modell in (Gebiet, Thema))
    for stueck in batched(range(TEXTE), 10_000):
        zeilen = []
        for nummer in stueck:
            text = " ".join(zufall.choices(worte, cum_weights=summen, k=WORTE_JE_TEXT))
            titel = " ".join(zufall.choices(worte, cum_weights=summen, k=4))
            if nummer % 20_000 == 0:
                text += " Seltenheitswert"
            art, nummern = echt[nummer % len(echt)]
            merkmale = f"_art_{art} _jahr_{2000 + nummer % 27} _gebiet_{gebiete[nummer % len(gebiete)]}"
            merkmale += f" _thema_{themen[nummer % len(themen)]}"
            zeilen.append(
                Zeile(
                    10**9 + nummer,
                    art,
                    nummern[nummer % len(nummern)],
                    IMMER,
                    NIE,
                    titel,
                    f"/{art}/{nummer}/",
                    " ".join(staemme(titel)),
                    "",
                    merkmale,
                    2000 + nummer % 27,
                    text,
                )
            )
        yield zeilen


def fuellen() -> None:
    """Fill the index with nothing but invented texts."""
    with transaction.atomic():
        volltext.leeren()
        volltext.fuellen(texte())


def messen() -> None:
    """Ask each question many times, an empty view between, and print how long the whole page took."""
    urlpatterns = [*root.urlpatterns, path(LEER[1:], lambda _: HttpResponse(b"leer"))]
    with override_settings(ROOT_URLCONF=tuple(urlpatterns)):
        besucher = Besucher()
        alle: list[float] = []
        leer: list[float] = []
        print(f"\n{connection.vendor}: ganze Seite, {TEXTE} Texte")
        print(f"  {'':<34}{'ms':>7}{'95 %':>7}{'Prozessor':>11}{'Datenbank':>11}{'Anfragen':>10}")
        for was, angaben in FRAGEN.items():
            adresse = f"/suche/?{urlencode(angaben)}"
            besucher.get(adresse)
            with connection.execute_wrapper(zaehler := Zaehler()):
                besucher.get(adresse)
            zeiten, prozessor, davor = [], [], rechenzeit_der_datenbank()
            for _ in range(RUNDEN):
                leer.append(gemessen(besucher, LEER)[0])
                zeit, rechenzeit = gemessen(besucher, adresse)
                zeiten.append(zeit)
                prozessor.append(rechenzeit)
            alle += zeiten
            datenbank = (rechenzeit_der_datenbank() - davor) / RUNDEN
            print(
                f"  {was:<34}{statistics.median(zeiten):7.1f}{spaet(zeiten):7.1f}"
                f"{statistics.median(prozessor):11.1f}{datenbank:11.1f}{zaehler.anzahl:10}"
            )
        mitte, ohne = statistics.median(alle), statistics.median(leer)
        print(f"  {'alle':<34}{mitte:7.1f}{spaet(alle):7.1f}")
        print(f"  {'leere Ansicht':<34}{ohne:7.1f}{spaet(leer):7.1f}   Verhältnis {mitte / ohne:.1f}")


class Zaehler:
    """Counts queries."""

    anzahl = 0

    def __call__(self, execute: Any, *angaben: Any) -> Any:
        """Count one and run it."""
        self.anzahl += 1
        return execute(*angaben)


def rechenzeit_der_datenbank() -> float:
    """Return the milliseconds of processor time of the server process behind our connection, 0 on SQLite.

    Read from this machine's list of processes: 0, too, where the server runs elsewhere.
    """
    if connection.vendor == "sqlite":
        return 0.0
    ((nummer,),) = volltext.holen("SELECT pg_backend_pid()", [])
    try:
        felder = Path(f"/proc/{nummer}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(felder[11]) + int(felder[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def gemessen(besucher: Besucher, adresse: str) -> tuple[float, float]:
    """Return milliseconds on the clock and of our processor time."""
    uhr, prozessor = time.perf_counter(), time.process_time()
    besucher.get(adresse)
    return (time.perf_counter() - uhr) * 1000, (time.process_time() - prozessor) * 1000


def spaet(zeiten: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(zeiten, n=20)[-1]


def hier() -> None:
    """Make a database on the server of the settings, measure, remove it."""
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        alles_laden()
        beginn = time.perf_counter()
        fuellen()
        print(f"{TEXTE} Texte in den Index: {time.perf_counter() - beginn:.0f} s")
        messen()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def main() -> None:
    """Measure on SQLite and, if TEST_DATABASE_URL names one, on PostgreSQL, each in a process of its own."""
    if "BENCH_HIER" in os.environ:
        hier()
        return
    for datenbank in dict.fromkeys(["", os.environ.get("TEST_DATABASE_URL", "")]):
        umgebung = os.environ | {"BENCH_HIER": "1", "TEST_DATABASE_URL": datenbank}
        subprocess.run([sys.executable, "-m", "tests.bench.suche"], env=umgebung, check=True)


if __name__ == "__main__":
    main()

"""Print how long the picture of 300 points and 1,000 lines takes (``python -m tests.bench.netzbild``).

Once in fields of about 40 points, once with all of them in one field, the worst case. From then
on the page comes from the cache: ``tests.bench.seiten`` prints what that costs.
"""

import os
import random
import time

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from gremien.netzanzeige import Inseln, bild  # noqa: E402 - Django first
from gremien.netzdaten import Knoten, Netz  # noqa: E402

LINIEN = 1000


def netz() -> Netz:
    """Return a made-up network."""
    wuerfel = random.Random(1)  # noqa: S311 - no secret
    knoten = {
        f"gremium-{n}": Knoten(
            schluessel=f"gremium-{n}",
            art="gremium",
            titel=f"Arbeitskreis Jugendhilfe {n}",
            kurz=f"Arbeitskreis Jugendhilfe {n}",
            url=f"/gremien/{n}/",
            sortierung=str(n),
            ebenen=set(),
            gebiete=[],
            themen=set(),
        )
        for n in range(300)
    }
    kanten: dict[tuple[str, str], set[str]] = {}
    while len(kanten) < LINIEN:
        a, b = wuerfel.sample(sorted(knoten), 2)
        kanten[min(a, b), max(a, b)] = {"mitglied"}
    return Netz(knoten, kanten)


def main() -> None:
    """Measure each once, cold."""
    for zahl in (8, 1):
        ganz = netz()
        gruppen = {name: f"ort-{nummer % zahl}" for nummer, name in enumerate(ganz.knoten)}
        titel = {insel: insel for insel in gruppen.values()}
        beginn = time.process_time()
        fertig = bild(ganz, Inseln(gruppen, titel, {}), "", "")
        dauer = time.process_time() - beginn
        print(f"{zahl} Felder: {dauer:.3f} s, {fertig['breite']} × {fertig['hoehe']}")


if __name__ == "__main__":
    main()

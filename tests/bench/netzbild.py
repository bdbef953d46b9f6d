"""Print how long places and names of 300 points and 1,000 lines take (``python -m tests.bench.netzbild``).

From then on the page comes from the cache: ``tests.bench.seiten`` prints what that costs.
"""

import random
import time

from netzwerk.lib.netzlage import lage, schriften


def main() -> None:
    """Measure once, cold."""
    wuerfel = random.Random(1)  # noqa: S311 - a made-up network, no secret
    gruppen = {f"punkt-{nummer}": f"ort-{nummer % 8}" for nummer in range(300)}
    kanten = set()
    while len(kanten) < 1000:
        a, b = wuerfel.sample(sorted(gruppen), 2)
        kanten.add((min(a, b), max(a, b)))
    beginn = time.perf_counter()
    orte = lage(gruppen, kanten)
    mitte = time.perf_counter()
    gesetzt = schriften(orte, dict.fromkeys(gruppen, "Arbeitskreis Jugendhilfe"), sorted(gruppen))
    ende = time.perf_counter()
    print(
        f"Orte {mitte - beginn:.3f} s, Namen {ende - mitte:.3f} s, {len(gesetzt)} von 300 Namen haben Platz"
    )


if __name__ == "__main__":
    main()

"""Print what the first and the last page of long lists cost, in each of their orders."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

import sys  # noqa: E402 - Django first
from collections.abc import Callable  # noqa: E402
from datetime import date, timedelta  # noqa: E402
from typing import Any  # noqa: E402

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import QueryDict  # noqa: E402
from django.test import override_settings  # noqa: E402

from gremien.filters import BerichtFilter, GremiumFilter  # noqa: E402
from gremien.models import Bericht, Gremienart, Gremium  # noqa: E402
from netzwerk.filters import OrganisationFilter  # noqa: E402
from netzwerk.lib import paging  # noqa: E402
from netzwerk.lib.dates import heute  # noqa: E402
from netzwerk.lib.text import nummernschluessel, sortierschluessel  # noqa: E402
from netzwerk.models import Organisation  # noqa: E402
from sitzungen.filters import VorlageFilter  # noqa: E402
from sitzungen.models import Sitzung, Vorlage  # noqa: E402
from sitzungen.models.sitzung import KOMMENDE, VERGANGENE  # noqa: E402
from tests.bench.seiten import LEER, Besucher, kosten, leere_ansicht  # noqa: E402

# What can be chosen is kept with the content; pages with parameters are made anew.
NUR_WAHL = settings.CACHES | {
    "seiten": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "bench-wahl"}
}
GROESSEN = (25, 10_000, 100_000)
OEFFENTLICH = {"veroeffentlichung": "veroeffentlicht"}


def gremium(nummer: int) -> Gremium:
    """Return one body of many."""
    name = f"Messgremium {nummer:06d}"
    return Gremium(
        name=name,
        slug=f"messgremium-{nummer}",
        sortierung=sortierschluessel(name),
        art_id=ECKEN["art"],
        kurztext="Füllt die Liste.",
        **OEFFENTLICH,
    )


def organisation(nummer: int) -> Organisation:
    """Return one organisation of many."""
    name = f"Messträger {nummer:06d}"
    return Organisation(
        name=name, slug=f"messtraeger-{nummer}", sortierung=sortierschluessel(name), **OEFFENTLICH
    )


def bericht(nummer: int) -> Bericht:
    """Return one report of many: a hundred organisations, a quarter of a year each."""
    return Bericht(
        titel=f"Bericht {nummer}",
        slug=f"messbericht-{nummer}",
        organisation_id=ECKEN["organisationen"][nummer % 20],
        art="anlass",
        jahr=1900 + nummer // 20 % 200,
        quartal=nummer // 4000 % 4 + 1,
        ergaenzung_zu_id=ECKEN["bericht"],
        datum=date(1990, 1, 1) + timedelta(days=nummer % 12_000),
        **OEFFENTLICH,
    )


def vorlage(nummer: int) -> Vorlage:
    """Return one paper of many."""
    kennung = f"M{nummer % 30 + 1995}/{nummer}"
    return Vorlage(
        koerperschaft_id=ECKEN["organisationen"][0],
        kennung=kennung,
        sortierung=nummernschluessel(kennung),
        pfad=kennung.lower(),
        betreff="Füllt die Liste",
        stand="in_beratung",
        datum=date(1995, 1, 1) + timedelta(days=nummer % 11_000) if nummer % 50 else None,
        **OEFFENTLICH,
    )


def sitzung(nummer: int) -> Sitzung:
    """Return one meeting of many: half past, half to come."""
    return Sitzung(
        gremium_id=ECKEN["gremien"][nummer % 20],
        datum=heute() + timedelta(days=nummer % 4000 - 2000),
        status="terminiert",
        **OEFFENTLICH,
    )


# What the rows of lists point to; filled from the demo data.
ECKEN: dict[str, Any] = {}
MACHER: tuple[Callable[[int], Any], ...] = (gremium, organisation, bericht, vorlage, sitzung)


def fuellen(von: int, bis: int) -> None:
    """Add rows to every list."""
    for machen in MACHER:
        modell = type(machen(0))
        modell.objects.bulk_create([machen(nummer) for nummer in range(von, bis)], batch_size=500)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def listen() -> list[tuple[str, Any, tuple[str, ...]]]:
    """Return each list in each of its orders: address, rows, sort fields."""
    gefunden = []
    for adresse, art in (
        ("/gremien/", GremiumFilter),
        ("/organisationen/", OrganisationFilter),
        ("/berichte/", BerichtFilter),
        ("/vorlagen/", VorlageFilter),
    ):
        zeilen = art.Meta.model.objects.oeffentlich().gelistet().fuer_liste()
        if art is GremiumFilter:
            zeilen = zeilen.taetig()
        gefunden += [(f"{adresse}?sortierung={eine.name}", zeilen, eine.ordnung) for eine in art.SORTIERUNGEN]
    sitzungen = Sitzung.objects.oeffentlich().gelistet()
    return [
        *gefunden,
        ("/sitzungen/?zeit=", sitzungen.kommend(heute()), KOMMENDE),
        ("/sitzungen/?zeit=vergangen", sitzungen.vergangen(heute()), VERGANGENE),
    ]


def letzte_seite(adresse: str, zeilen: Any, ordnung: tuple[str, ...]) -> str:
    """Return the address of the page before the last row."""
    letzte = zeilen.order_by(*ordnung).last()
    werte = [getattr(letzte, name.lstrip("-")) for name in ordnung]
    angaben = QueryDict(adresse.partition("?")[2], mutable=True)
    angaben["vor"] = paging.verschluesselt(werte)
    return f"{adresse.partition('?')[0]}?{angaben.urlencode()}"


def messen(groessen: tuple[int, ...] = GROESSEN) -> None:
    """Measure and print; the demo data is there."""
    ECKEN.update(
        art=Gremienart.objects.first().pk,
        organisationen=list(Organisation.objects.values_list("pk", flat=True)[:20]),
        gremien=list(Gremium.objects.oeffentlich().values_list("pk", flat=True)[:20]),
        bericht=Bericht.objects.first().pk,
    )
    bisher = 0
    client = Besucher()
    print("\nListen, neu gerendert: erste und letzte Seite, mal die leere Ansicht")
    for groesse in groessen:
        fuellen(bisher, groesse)
        bisher = groesse
        print(f"  {groesse} Zeilen")
        for adresse, zeilen, ordnung in listen():
            ende = letzte_seite(adresse, zeilen, ordnung)
            # What can be chosen is found once for each content, not for each page.
            with override_settings(CACHES=NUR_WAHL):
                ms = kosten(client, (LEER, adresse, ende), runden=3, je_runde=2)
            erste, letzte = ms[adresse], ms[ende]
            print(
                f"    {adresse:<36}{erste:8.1f} ms {erste / ms[LEER]:7.1f} ×{letzte:9.1f} ms"
                f"   letzte/erste {letzte / erste:5.2f}"
            )


def main() -> None:
    """Make a database, measure, remove it."""
    from sitzungen.demo import alles_laden

    groessen = tuple(int(zahl) for zahl in sys.argv[1:]) or GROESSEN
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        alles_laden()
        leere_ansicht()
        messen(groessen)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


if __name__ == "__main__":
    main()

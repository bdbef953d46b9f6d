"""Events of this floor that an account can be told of: what waits for a release or a review, and hints."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import get_current_timezone, localtime

from netzwerk import rules
from netzwerk.enums import Takt, Veroeffentlichung
from netzwerk.intern import rechte
from netzwerk.intern.bereich import Bereich, alle, bereich_von
from netzwerk.meldungen import Ereignisart, Meldung
from netzwerk.models import Arbeitsfassung, Hinweis, Inhalt

# So long after it was looked at, an entry waits to be looked at again.
PRUEFEN_NACH = timedelta(days=365)


def bearbeitbare(konto: Any) -> list[tuple[Bereich, Any]]:
    """Return each publishable noun with the rows that the account may write."""
    return [
        (bereich, rechte.bearbeitbar(bereich.modell, konto))
        for bereich in alle()
        if issubclass(bereich.modell, Inhalt)
    ]


def freizugeben(konto: Any, von: datetime, bis: datetime) -> list[Meldung]:
    """Return entries and pending changes that were handed in and that the account may release."""
    funde = []
    for bereich, zeilen in bearbeitbare(konto):
        wartende = zeilen.filter(
            veroeffentlichung=Veroeffentlichung.ZUR_FREIGABE, geaendert_am__gt=von, geaendert_am__lte=bis
        )
        for zeile in bereich.mit_namen(wartende):
            if rechte.darf_freigeben(konto, zeile):
                funde.append(_meldung(bereich, zeile, zeile.geaendert_am))
    offene = Arbeitsfassung.objects.filter(zur_freigabe=True, geaendert_am__gt=von, geaendert_am__lte=bis)
    for fassung in offene.exclude(bearbeitet_von=konto).prefetch_related("objekt"):
        bereich_der = bereich_von(fassung.objekt)
        if bereich_der is not None and rechte.darf_freigeben(konto, fassung.objekt):
            funde.append(_meldung(bereich_der, fassung.objekt, fassung.geaendert_am, "Änderung: "))
    return funde


def zu_pruefen(konto: Any, von: datetime, bis: datetime) -> list[Meldung]:
    """Return published entries that nobody has looked at for a year by now."""
    ab, ende = (localtime(moment).date() - PRUEFEN_NACH for moment in (von, bis))
    faellig = Q(geprueft_am__gte=ab, geprueft_am__lt=ende) | Q(
        geprueft_am__isnull=True, erstellt_am__date__gte=ab, erstellt_am__date__lt=ende
    )
    return [
        _meldung(bereich, zeile, bis)
        for bereich, zeilen in bearbeitbare(konto)
        for zeile in bereich.mit_namen(
            zeilen.filter(faellig, veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)
        )
    ]


def hinweise(konto: Any, von: datetime, bis: datetime) -> list[Meldung]:
    """Return hints of visitors."""
    neue = Hinweis.objects.offen().filter(erstellt_am__gt=von, erstellt_am__lte=bis)
    return [
        Meldung(str(hinweis), reverse("intern_hinweis", args=[hinweis.pk]), hinweis.erstellt_am)
        for hinweis in neue
    ]


def _meldung(bereich: Bereich, zeile: Any, wann: datetime, davor: str = "") -> Meldung:
    return Meldung(
        f"{davor}{bereich.einzahl} „{zeile}“",
        bereich.url(pk=zeile.pk),
        wann.astimezone(get_current_timezone()),
    )


ARTEN = (
    Ereignisart(
        "freigabe",
        "Zur Freigabe",
        rules.schreibt_alles | rules.betreut_gremien,
        freizugeben,
        rang=10,
        hilfe="Was andere zur Freigabe gegeben haben und Sie freigeben dürfen.",
    ),
    Ereignisart(
        "hinweise",
        "Hinweise von Besuchern",
        rules.schreibt_alles,
        hinweise,
        rang=20,
        hilfe="Was Besucherinnen und Besucher zu einer Seite gemeldet haben.",
    ),
    Ereignisart(
        "pruefung",
        "Zu prüfen",
        rules.schreibt_alles | rules.betreut_gremien,
        zu_pruefen,
        vorgabe=Takt.WOECHENTLICH,
        rang=30,
        hilfe="Veröffentlichtes, das seit einem Jahr niemand geprüft hat.",
    ),
)

"""Events that concern an account's own bodies: what others changed in them, their meetings and decisions."""

from datetime import datetime
from typing import Any

from gremien.models import Gremium
from netzwerk import rules
from netzwerk.enums import Takt
from netzwerk.intern import rechte
from netzwerk.intern.bereich import bereich_von
from netzwerk.meldungen import Ereignisart, Meldung
from sitzungen.models import Beschluss, Sitzung
from sitzungen.pflichttermine import faellig_geworden


def aenderungen(konto: Any, von: datetime, bis: datetime) -> list[Meldung]:
    """Return what others made or changed in the account's own bodies (two queries a noun)."""
    eigene = Gremium.objects.eigene_von(konto)
    funde: list[Meldung] = []
    for modell, bedingung in (
        (Gremium, {"pk__in": eigene}),
        (Sitzung, {"gremium__in": eigene}),
        (Beschluss, {"gremium__in": eigene}),
    ):
        bereich: Any = bereich_von(modell)
        verlauf: Any = modell.history
        staende = verlauf.filter(history_date__gt=von, history_date__lte=bis).exclude(history_user=konto)
        zeilen = rechte.lesbar(modell, konto).filter(pk__in=staende.values("id")).filter(**bedingung)
        funde += [
            Meldung(f"{bereich.einzahl} „{zeile}“", bereich.url(pk=zeile.pk), zeile.geaendert_am)
            for zeile in bereich.mit_namen(zeilen)
        ]
    return funde


ARTEN = (
    Ereignisart(
        "berichte",
        "Berichte, die fällig werden",
        rules.darf_herein,
        faellig_geworden,
        vorgabe=Takt.WOECHENTLICH,
        rang=30,
        hilfe="Acht Wochen vorher: was Ihre Organisation oder Ihre Gremien berichten oder erhalten.",
    ),
    Ereignisart(
        "aenderungen",
        "Geändert in Ihren Gremien",
        rules.darf_herein,
        aenderungen,
        vorgabe=Takt.WOECHENTLICH,
        rang=40,
        hilfe="Anvertraute Gremien und die, in denen Sie Mitglied sind, mit Sitzungen und Beschlüssen.",
    ),
)
